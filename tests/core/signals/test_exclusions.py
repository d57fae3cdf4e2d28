"""Exclusions: what explains registrations, as an attribute; nothing is deleted."""

from __future__ import annotations

import dataclasses
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.exclusions import SIGNAL, exclusions
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.policy import Policies, Policy
from tests.core.signals.scene import (
    WEST,
    Block,
    Thing,
    buildings_of,
    listed_of,
    number_of,
    rules,
    stock_of,
    unknown,
    zones_of,
)

BOOK = rules(SIGNAL)
STUDENTS, LISTED_STUDENTS, CARE = "studentenhuisvesting (indicatie)", "studentenhuisvesting (lijst)", "zorg"
LARGE, PERMITTED = "grootschalige huisvesting", "vergunde huisvesting binnen het aantal"


def why(things, blocks=None, zones=None, listed=None, counts=None, day="2026-07-01", links=True):
    stock = stock_of(things, links)
    buildings = None if blocks is None else buildings_of(*blocks)
    counts = unknown(stock) if counts is None else np.array(counts, dtype=float)
    return exclusions(stock, buildings, zones, listed, counts, day, BOOK).tolist()


def units(n, area, uses="woonfunctie", building=1, x=0.0):
    return [Thing(x + 0.1 * i, 0, uses, building, area) for i in range(n)]


CAMPUS = zones_of(("campus", "Proefcampus", (2000, -100, 2200, 100)))


@pytest.mark.parametrize(
    ("n", "area", "expected"),
    [(10, 29, f"{STUDENTS}; {LARGE}"), (9, 29, ""), (10, 30, LARGE), (10, 39, LARGE), (10, 40, ""), (10, np.nan, "")],
)
@pytest.mark.parametrize("links", [True, False])
def test_many_small_homes_near_a_campus_are_students(n, area, expected, links):
    found = why([*units(n, area), Thing(300, 0)], [Block(1, 0, 0)], CAMPUS, links=links)
    assert found == [expected] * n + [""]


@pytest.mark.parametrize(("west", "expected"), [(2999, f"{STUDENTS}; {LARGE}"), (3002, LARGE)])
def test_within_reach(west, expected):
    assert why(units(10, 20), zones=zones_of(("campus", "", (west, -9, west + 9, 9))))[0] == expected


@pytest.mark.parametrize(("area", "expected"), [(10_000, f"{STUDENTS}; {LARGE}"), (2_000, LARGE)])
def test_a_university_is_education_that_large_and_a_village_school_is_none(area, expected):
    school = Thing(1000, 0, "onderwijsfunctie", 2, area)
    assert why([*units(10, 20), school]) == [expected] * 10 + [""]


def test_small_homes_that_only_share_a_street_are_nothing():
    assert set(why([dataclasses.replace(unit, building=i + 1) for i, unit in enumerate(units(12, 20))])) == {""}


def test_garage_boxes_are_no_large_scale_housing():
    assert set(why(units(30, 15, "overige gebruiksfunctie"))) == {""}


def test_rooms_with_a_lodging_function_are_and_no_students_live_there():
    assert set(why(units(10, 18, "logiesfunctie"), zones=CAMPUS)) == {LARGE}


@pytest.mark.parametrize(("area", "expected"), [(200, LARGE), (199, ""), (np.nan, "")])
def test_one_large_lodging(area, expected):
    assert why([Thing(0, 0, "logiesfunctie", 1, area)]) == [expected]


def test_care_says_so_itself():
    assert why([Thing(0, 0, "woonfunctie,gezondheidszorgfunctie"), Thing(9, 0)]) == [CARE, ""]


@pytest.mark.parametrize(("homes", "floor", "expected"), [(10, 500, CARE), (10, 499, ""), (9, 500, "")])
def test_homes_around_a_care_centre_are_care_and_flats_above_a_surgery_are_not(homes, floor, expected):
    found = why([*units(homes, 60), Thing(0, 0, "gezondheidszorgfunctie", 1, floor)])
    assert found == [expected] * homes + [CARE]


def test_a_list_of_student_housing():
    listed = listed_of(
        (number_of(1), "studentenhuisvesting", np.nan, "", "", ""), (77, "studentenhuisvesting", 1, "", "", "")
    )
    assert why([Thing(0, 0), Thing(9, 0)], listed=listed) == ["", LISTED_STUDENTS]


def permit(number, until="", status="verleend", since="2025-01-01"):
    return (number_of(0), "vergunning", number, since, until, status)


@pytest.mark.parametrize(
    ("entry", "count", "expected"),
    [
        (permit(4), 4, PERMITTED),
        (permit(4), 0, PERMITTED),
        (permit(4), 5, ""),
        (permit(4), np.nan, ""),  # unknown is not within
        (permit(np.nan), 1, ""),
        (permit(4, until="2026-07-01"), 4, PERMITTED),
        (permit(4, until="2026-06-30"), 4, ""),
        (permit(4, since="2026-07-02"), 4, ""),
        (permit(4, status="ingetrokken"), 4, ""),
        (permit(4, status="aangevraagd"), 4, ""),
        (permit(10), 10, f"{LARGE}; {PERMITTED}"),
        (permit(10), 11, LARGE),
    ],
)
def test_a_permit_that_holds_and_its_number(entry, count, expected):
    assert why([Thing(0, 0), Thing(9, 0)], listed=listed_of(entry), counts=[count, count]) == [expected, ""]


def test_of_several_permits_the_largest_in_force_counts():
    listed = listed_of(permit(2), permit(6), permit(9, status="geweigerd"))
    assert why([Thing(0, 0)], listed=listed, counts=[6]) == [PERMITTED]
    assert why([Thing(0, 0)], listed=listed, counts=[7]) == [""]


def test_a_certificate_is_no_permit():
    listed = listed_of((number_of(0), "certificaat", 40, "", "", "geldig"))
    assert why([Thing(0, 0)], listed=listed, counts=[1]) == [""]


def test_nothing_at_all():
    assert why([]) == []
    assert why([Thing(np.nan, np.nan, area=20)], [Block(1, 0, 0)], CAMPUS, links=False) == [""]


@given(
    st.lists(
        st.tuples(st.sampled_from(["woonfunctie", "logiesfunctie", "gezondheidszorgfunctie"]), st.integers(1, 3),
                  st.sampled_from([15.0, 35.0, 60.0, 600.0])),
        min_size=1, max_size=40,
    )
)  # fmt: skip
def test_every_object_keeps_its_place_and_words_come_once(given_units):
    things = [Thing(40.0 * building, 0, uses, building, area) for uses, building, area in given_units]
    found = why(things, [Block(i, 40.0 * i, 0) for i in (1, 2, 3)], CAMPUS)
    assert len(found) == len(things)
    assert found == why(things, [Block(i, 40.0 * i, 0) for i in (1, 2, 3)], CAMPUS, links=False)
    for said in found:
        parts = said.split("; ")
        assert len(parts) == len(set(parts))
    for thing, said in zip(things, found):
        assert ("zorg" in said) >= ("zorg" in thing.uses)


def test_exclusions_have_no_points_and_do_not_judge():
    for rule in BOOK.rules.values():
        assert rule.points == 0
        for sentence in rule.sentences.values():
            assert not re.search(r"illega|overtred|verdacht|fraud|migra", sentence, re.IGNORECASE)


def test_a_permit_is_compared_with_the_same_persons_as_in_the_evidence():
    listed = listed_of(permit(12), (number_of(0), "bewoners", 6, "", "", ""))
    stock, counts = stock_of([Thing(0, 0)]), np.array([12.0])
    adding = Policies({WEST: Policy(bewoners_meetellen=True)})
    assert PERMITTED in exclusions(stock, None, None, listed, counts, "2026-07-01", BOOK)[0]
    assert PERMITTED not in exclusions(stock, None, None, listed, counts, "2026-07-01", BOOK, adding)[0]


def test_a_permit_with_a_status_that_can_t_be_read_explains_nothing():
    assert why([Thing(0, 0)], listed=listed_of(permit(4, status="onbekend")), counts=[4]) == [""]
