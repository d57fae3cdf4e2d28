"""Vacancy: every class where it can be said, and none where it can't."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.listed import nothing_listed
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.vacancy import (
    SIGNAL,
    SIGNALS,
    VacancyList,
    lacks,
    vacancy,
)
from tests.core.signals.scene import EAST, Thing, listed_of, number_of, rules, stock_of

BOOK = rules(SIGNAL)
DAY = "2026-07-01"
HOME, LODGING, OFFICE, SHOP = "woonfunctie", "logiesfunctie", "kantoorfunctie", "winkelfunctie"


def of(things, counts, listed, complete=True, every=True):
    found = vacancy(stock_of(things), np.array(counts, dtype=float), listed, DAY, {}, BOOK, complete, every)
    return dict(zip(found.rows.tolist(), found.klasse.tolist())), found


def vacant(*rows, number=0, kind="leegstand", until="", date=""):
    return [(number_of(row), kind, number, date, until, "") for row in rows]


def klasse(thing, count, residents, complete=False):
    """The class of one object with so many residents by the list; None where it has none."""
    number = number_of(0, thing.kind)
    listed = nothing_listed() if residents is None else listed_of((number, "leegstand", residents, "", "", ""))
    return of([thing], [count], listed, complete)[0].get(0)


@pytest.mark.parametrize(
    ("thing", "count", "residents", "expected"),
    [
        (Thing(0, 0), 0, 3, 0),
        (Thing(0, 0), 2, 3, 1),
        (Thing(0, 0), 2, 0, 2),
        (Thing(0, 0, uses=f"{HOME},{LODGING}"), 2, 0, 2),
        (Thing(0, 0, uses=f"{HOME},{SHOP}"), 2, 0, 2),
        (Thing(0, 0, uses=LODGING), 2, 0, 3),
        (Thing(0, 0, uses="", kind="03"), 2, 0, 3),
        (Thing(0, 0, uses="", kind="02"), 2, 0, 3),
        (Thing(0, 0), 0, 0, 4),
        (Thing(0, 0, uses=LODGING), 0, 0, 4),
        (Thing(0, 0, uses=SHOP), 0, 0, 4),
        (Thing(0, 0, uses=SHOP), 2, 0, 5),
        (Thing(0, 0, uses=SHOP), 2, 4, 5),
        (Thing(0, 0, uses=OFFICE), 2, None, 5),
        # What is not known has no class.
        (Thing(0, 0), 2, None, None),
        (Thing(0, 0), 0, None, None),
        (Thing(0, 0), 2, np.nan, None),
        (Thing(0, 0), np.nan, 0, None),
        (Thing(0, 0), np.nan, 3, None),
        (Thing(0, 0, uses=SHOP), np.nan, 0, None),
        (Thing(0, 0, uses=""), 2, 0, None),
    ],
)
def test_the_classes(thing, count, residents, expected):
    assert klasse(thing, count, residents) == expected


def test_a_complete_list_tells_that_others_are_inhabited_and_an_incomplete_one_does_not():
    things, listed = [Thing(0, 0)] * 3, listed_of(*vacant(0))
    assert of(things, [2, 2, 0], listed)[0] == {0: 2, 1: 1, 2: 0}
    assert of(things, [2, 2, 0], listed, complete=False)[0] == {0: 2}


def test_a_complete_list_says_nothing_of_other_municipalities_nor_of_other_kinds_of_object():
    things = [Thing(0, 0), Thing(0, 0, code=EAST), Thing(0, 0, uses=LODGING), Thing(0, 0)]
    assert of(things, [2, 2, 2, 2], listed_of(*vacant(0)))[0] == {0: 2, 3: 1}
    things.append(Thing(0, 0, uses=LODGING))
    assert of(things, [2, 2, 2, 2, 2], listed_of(*vacant(0, 4)))[0] == {0: 2, 2: 1, 3: 1, 4: 3}


def test_of_two_complete_lists_neither_says_anything_of_the_kinds_of_the_other_municipality():
    """One of homes and lodging in the west, one of homes in the east: lodging in the east stays unknown."""
    things = [Thing(0, 0), Thing(0, 0, uses=LODGING), Thing(0, 0, code=EAST), Thing(0, 0, uses=LODGING, code=EAST)]
    assert of(things, [2, 2, 2, 2], listed_of(*vacant(0, 1, 2)))[0] == {0: 2, 1: 3, 2: 2}


def test_an_entry_without_a_number_is_unknown_even_on_a_complete_list():
    listed = listed_of(*vacant(0), *vacant(1, number=np.nan))
    assert of([Thing(0, 0)] * 2, [2, 2], listed)[0] == {0: 2}


@pytest.mark.parametrize("entry", [{"until": "2026-06-30"}, {"date": "2026-07-02"}])
def test_an_entry_of_another_time_does_not_count(entry):
    assert of([Thing(0, 0)], [2], listed_of(*vacant(0, **entry)), complete=False)[0] == {}


def test_a_list_of_residents_tells_who_lives_there_but_never_that_others_do_not():
    listed = listed_of(*vacant(0, number=3, kind="bewoners"), *vacant(1, kind="bewoners"))
    assert of([Thing(0, 0)] * 3, [2, 2, 2], listed)[0] == {0: 1, 1: 2}


def test_of_two_numbers_the_largest_counts():
    assert of([Thing(0, 0)], [2], listed_of(*vacant(0), *vacant(0, number=3, kind="bewoners")))[0] == {0: 1}


def test_other_lists_say_nothing_of_vacancy():
    assert of([Thing(0, 0)], [2], listed_of(*vacant(0, kind="vergunning")))[0] == {}


def test_class_0_only_when_asked():
    listed = listed_of(*vacant(0))
    assert of([Thing(0, 0)] * 2, [2, 0], listed, every=False)[0] == {0: 2}


@pytest.mark.parametrize(("count", "points", "certainty"), [(1, 8, "midden"), (2, 15, "hoog"), (9, 15, "hoog")])
def test_points_of_an_empty_home(count, points, certainty):
    _, found = of([Thing(0, 0)], [count], listed_of(*vacant(0)))
    assert found.evidence.score.tolist() == [points]
    assert found.evidence.zekerheid == [certainty]
    assert found.signaal.tolist() == ["leeg met registraties"]


def test_points_where_nobody_lives_or_lodges_are_halved_for_an_office():
    _, found = of([Thing(0, 0, uses=OFFICE), Thing(0, 0, uses=SHOP)], [2, 2], nothing_listed())
    assert found.evidence.score.tolist() == [7, 15]


def test_residents_with_registrations_lodging_and_vacancy_give_no_points():
    things = [Thing(0, 0), Thing(0, 0, uses=LODGING), Thing(0, 0)]
    listed = listed_of(*vacant(0, number=2), *vacant(1, 2))
    _, found = of(things, [500, 500, 0], listed)
    assert found.klasse.tolist() == [1, 3, 4]
    assert found.evidence.score.tolist() == [0, 0, 0]


def test_the_evidence_says_what_was_seen():
    _, found = of([Thing(0, 0), Thing(0, 0)], [3, 1], listed_of(*vacant(0)))
    said = found.evidence.bewijs
    assert "volgens de lijst zonder bewoners" in said[0]
    assert "RNI-registraties: 3" in said[0]
    assert "niet op de lijst, die als volledig is opgegeven" in said[1]
    assert "dubbeltelling" in said[1]
    assert found.evidence.bronnen[0] == "RNI, lijst"


USES, CODES = st.sampled_from([HOME, LODGING, OFFICE, SHOP, ""]), st.sampled_from(["9801", EAST])
THINGS = st.builds(Thing, st.just(0.0), st.just(0.0), USES, code=CODES)
CASES = st.tuples(THINGS, st.sampled_from([np.nan, 0, 1, 5]), st.sampled_from([None, np.nan, 0, 2]))


@given(st.lists(CASES, min_size=1, max_size=12), st.booleans())
def test_no_class_without_registrations_known_and_none_of_vacancy_without_an_entry(cases, complete):
    things, counts, residents = zip(*cases)
    entries = [
        entry for row, number in enumerate(residents) if number is not None for entry in vacant(row, number=number)
    ]
    classes, found = of(list(things), counts, listed_of(*entries) if entries else nothing_listed(), complete)
    for row, one in classes.items():
        assert not np.isnan(counts[row])
        assert one not in (2, 3, 4) or residents[row] == 0
        assert one != 0 or (residents[row] or complete)
        assert (one in (0, 4)) is (counts[row] == 0)
    assert set(found.signaal) <= set(SIGNALS)
    assert {row for row, (thing, n, _) in enumerate(cases) if thing.uses in (OFFICE, SHOP) and n > 0} <= {
        row for row, one in classes.items() if one == 5
    }


def test_the_whole_of_a_large_region_in_two_seconds():
    n = 300_000
    rng = np.random.default_rng(1)
    stock = stock_of([Thing(0, 0)] * n)
    counts = np.where(rng.random(n) < 0.05, rng.integers(1, 20, n), 0).astype(float)
    rows = rng.permutation(n)[:6000]
    listed = listed_of(*vacant(*rows.tolist()))
    started = time.perf_counter()
    found = vacancy(stock, counts, listed, DAY, {}, BOOK)
    assert time.perf_counter() - started < 2
    assert len(found) == len(set(np.flatnonzero(counts > 0).tolist()) | set(rows.tolist()))


def test_objects_around_the_region_are_not_listed():
    stock = replace(stock_of([Thing(0, 0), Thing(9, 0)]), in_region=np.array([False, True]))
    found = vacancy(stock, np.array([2.0, 2.0]), listed_of(*vacant(0, 1)), DAY, {}, BOOK)
    assert found.rows.tolist() == [1]


@pytest.mark.parametrize(
    ("percent", "unmatched", "complete", "words"),
    [(100.0, 0, True, ""), (90.0, 10, True, "10"), (84.9, 15, True, "maar 84 %"), (84.9, 15, False, "")],
)
def test_a_list_that_was_not_matched_well_does_not_count_as_complete(percent, unmatched, complete, words):
    given = VacancyList(listed_of(*vacant(0)), unmatched, percent)
    said = " ".join(lack.dutch for lack in given.lacks(complete))
    assert words in said
    assert bool(words) == bool(said)
    assert given.can_be_complete == (percent >= 85)


def test_what_was_not_there_lowers_the_certainty_and_is_told():
    stock, counts, listed = stock_of([Thing(0, 0)]), np.array([2.0]), listed_of(*vacant(0))
    known, unknown = (
        vacancy(stock, counts, listed, DAY, {}, BOOK, lacking=lacks(there, there)).evidence for there in (True, False)
    )
    assert (known.zekerheid, unknown.zekerheid) == (["hoog"], ["midden"])
    assert "Zonder locatielijsten" in unknown.bewijs[0]
    assert "Zonder panden" in unknown.bewijs[0]
    assert "Zonder" not in known.bewijs[0]
