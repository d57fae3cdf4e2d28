"""Occupancy: known capacities, unknown stays unknown, and a norm only where one holds."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.occupancy import (
    ABOVE,
    ADMINISTRATIVE,
    BY_HAND,
    NOT_APPLICABLE,
    SIGNAL,
    UNKNOWN,
    WITHIN,
    capacity,
    lacks,
    occupancy,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.policy import Policies, Policy
from tests.conftest import ROOT
from tests.core.signals.scene import EAST, WEST, Thing, listed_of, number_of, rules, stock_of

BOOK = rules(SIGNAL)
NOBODY = listed_of((1, "bewoners", 1, "", "", "")).take(np.zeros(1, dtype=bool))
DATES = {"BAG": "2026-06-01", "RNI": "2026-07-01"}
DAY = "2026-07-01"


def of(things, counts, policies=None, listed=NOBODY, lacking=()):
    stock = stock_of(things)
    return occupancy(
        stock, np.array(counts, dtype=float), policies or Policies(), listed, DAY, DATES, BOOK, list(lacking)
    )


def one(count=1, policy=None, listed=NOBODY, **thing):
    found = of([Thing(0, 0, **thing)], [count], Policies({WEST: policy}) if policy else None, listed)
    assert len(found) == 1
    return found


@pytest.mark.parametrize(
    ("norm", "expected"),
    [(10, [4, 6, 8, 11, 12, 18]), (12, [3, 5, 7, 9, 10, 15]), (15, [2, 4, 5, 7, 8, 12])],
)
def test_known_capacities(norm, expected):
    area = np.array([40.0, 60, 85, 110, 120, 180])
    assert capacity(area, np.full(6, float(norm))).tolist() == expected


@given(st.integers(1, 400), st.integers(50, 500))
def test_as_many_times_the_norm_is_room_for_as_many(persons, tenths):
    norm = tenths / 10
    area = round(persons * norm, 1)
    assert capacity(np.array([area]), np.array([norm])).tolist() == [persons]
    assert capacity(np.array([area - 0.05]), np.array([norm])).tolist() == [persons - 1]


@pytest.mark.parametrize(("count", "signal"), [(1, WITHIN), (7, WITHIN), (8, ABOVE), (40, ABOVE)])
def test_above_the_norm_is_more_than_there_is_room_for(count, signal):
    found = one(count, area=85)
    assert found.signaal.tolist() == [signal]
    assert found.capaciteit.tolist() == [7]
    assert found.capaciteit_advies.tolist() == [5]
    assert found.norm_m2.tolist() == [12]
    assert found.bezettingsgraad.tolist() == [count / 7]
    assert bool(found.evidence.score[0] > 0) is (signal == ABOVE)


def test_points_go_up_with_the_ratio():
    scores = [int(one(count, area=120).evidence.score[0]) for count in (10, 11, 15, 20)]
    assert scores == [0, 10, 18, 25]
    assert [one(count, area=120).evidence.zekerheid[0] for count in (11, 15, 20)] == ["laag", "midden", "hoog"]


def test_the_wording_is_that_of_an_indication_with_the_health_risk_and_the_source_of_the_norm():
    said, told = one(9, area=85).evidence.bewijs[0], one(9, area=85).evidence.evidence[0]
    assert "indicatie boven norm" in said
    assert "gezondheidsrisico (omgevingsplan art. 22.16)" in said
    assert "capaciteit 7 bij 12 m2 per persoon (omgevingsplan (bruidsschat), art. 22.16), 5 bij 15 m2 (advies)" in said
    assert "health risk" in told
    assert not {"overtreding", "illegaal", "verdacht"} & set(said.lower().split())


@pytest.mark.parametrize("area", [np.nan])
@pytest.mark.parametrize("count", [1, 80])
def test_an_unknown_floor_area_gives_no_capacity(area, count):
    found = one(count, area=area)
    assert found.signaal.tolist() == [UNKNOWN]
    assert np.isnan([found.capaciteit[0], found.capaciteit_advies[0], found.bezettingsgraad[0]]).all()
    assert found.evidence.score.tolist() == [0]


@pytest.mark.parametrize("kind", ["02", "03"])
def test_a_place_has_no_floor_area(kind):
    found = one(30, kind=kind, uses="", area=np.nan)
    assert found.signaal.tolist() == [UNKNOWN]
    assert {"02": "ligplaats", "03": "standplaats"}[kind] in found.evidence.bewijs[0]


def test_a_home_smaller_than_the_norm_has_room_for_nobody_and_no_ratio():
    found = one(1, area=11)
    assert (found.capaciteit[0], found.signaal[0]) == (0, ABOVE)
    assert np.isnan(found.bezettingsgraad[0])
    assert found.evidence.score.tolist() == [10]


@pytest.mark.parametrize("uses", ["logiesfunctie", "bijeenkomstfunctie,logiesfunctie"])
def test_lodging_has_no_norm(uses):
    found = one(90, uses=uses)
    assert found.signaal.tolist() == [NOT_APPLICABLE]
    assert np.isnan([found.capaciteit[0], found.norm_m2[0]]).all()
    assert found.norm_bron[0] == ""
    assert found.evidence.score.tolist() == [0]


@pytest.mark.parametrize("uses", ["woonfunctie,logiesfunctie", "woonfunctie,winkelfunctie"])
@pytest.mark.parametrize("area", [60, np.nan])
def test_a_home_with_another_use_is_assessed_by_hand(uses, area):
    found = one(90, uses=uses, area=area)
    assert found.signaal.tolist() == [BY_HAND]
    assert np.isnan([found.capaciteit[0], found.bezettingsgraad[0]]).all()
    assert found.evidence.score.tolist() == [0]
    assert ("was alles dat, dan 5 bij 12 m2" in found.evidence.bewijs[0]) is (area == 60)


@pytest.mark.parametrize(
    ("uses", "points"), [("kantoorfunctie", 7), ("industriefunctie", 15), ("kantoorfunctie,winkelfunctie", 15)]
)
def test_where_nobody_lives_or_lodges_the_address_may_be_administrative(uses, points):
    found = one(3, uses=uses)
    assert found.signaal.tolist() == [ADMINISTRATIVE]
    assert found.evidence.score.tolist() == [points]


def test_an_unknown_use_is_no_office():
    assert one(3, uses="").signaal.tolist() == [UNKNOWN]


def test_only_addresses_with_registrations_come_out_each_once():
    found = of([Thing(0, 0)] * 4, [0, 3, np.nan, 1])
    assert found.rows.tolist() == [1, 3]
    assert found.registraties.tolist() == [3, 1]


def test_each_municipality_has_its_own_norm_and_the_evidence_says_so():
    policies = Policies({EAST: Policy(norm_m2=15.0, norm_bron="Verordening, art. 4")})
    found = of([Thing(0, 0, area=85), Thing(0, 0, area=85, code=EAST)], [6, 6], policies)
    assert found.signaal.tolist() == [WITHIN, ABOVE]
    assert found.norm_m2.tolist() == [12, 15]
    assert "Verordening, art. 4" in found.evidence.bewijs[1]
    assert "eigen norm" in found.evidence.bewijs[1]
    assert "beleid" in found.evidence.bronnen[1]
    assert "eigen norm" not in found.evidence.bewijs[0]


@pytest.mark.parametrize(("adds", "signal", "graad"), [(True, ABOVE, 9 / 7), (False, WITHIN, 4 / 7)])
def test_residents_are_added_where_the_policy_says_so(adds, signal, graad):
    residents = listed_of((number_of(0), "bewoners", 5, "2026-06-01", "", ""))
    found = one(4, Policy(bewoners_meetellen=adds), residents, area=85)
    assert found.signaal.tolist() == [signal]
    assert found.bezettingsgraad.tolist() == [graad]
    assert (found.registraties[0], found.bewoners[0]) == (4, 5)
    assert ("dubbeltelling" in found.evidence.bewijs[0]) is adds
    assert ("niet meegeteld" in found.evidence.bewijs[0]) is not adds


@pytest.mark.parametrize("entry", [(np.nan, "", ""), (5, "2026-07-02", ""), (5, "", "2026-06-30")])
def test_residents_that_are_unknown_or_of_another_time_add_nothing(entry):
    number, date, until = entry
    residents = listed_of((number_of(0), "bewoners", number, date, until, ""))
    found = one(4, Policy(bewoners_meetellen=True), residents, area=85)
    assert found.signaal.tolist() == [WITHIN]
    assert np.isnan(found.bewoners[0])


def permit(number, until="", status="verleend", row=0):
    return (number_of(row), "vergunning", number, "2025-01-01", until, status)


def test_a_permit_with_room_enough_takes_points_off_and_a_smaller_one_is_told():
    assert one(8, listed=listed_of(permit(8)), area=85).evidence.score.tolist() == [0]
    small = one(8, listed=listed_of(permit(7)), area=85).evidence
    assert small.score.tolist() == [10]
    assert "meer geteld" in small.bewijs[0]
    assert one(8, listed=listed_of(permit(8, "2026-06-30")), area=85).evidence.score.tolist() == [10]


@pytest.mark.parametrize(("duty", "points"), [(True, 20), (False, 10), (None, 10)])
def test_no_permit_counts_where_there_is_a_duty_and_a_list(duty, points):
    elsewhere = listed_of(permit(8, row=1))
    policies = Policies({WEST: Policy(vergunningplicht=duty)})
    found = of([Thing(0, 0, area=85), Thing(0, 0, area=85)], [8, 0], policies, elsewhere)
    assert found.evidence.score.tolist() == [points]


def test_where_no_list_has_permits_of_a_municipality_nothing_is_known_of_them():
    policies = Policies({WEST: Policy(vergunningplicht=True), EAST: Policy(vergunningplicht=True)})
    things = [Thing(0, 0, area=85), Thing(0, 0, area=85, code=EAST)]
    assert of(things, [8, 0], policies).evidence.score.tolist() == [10]
    assert of(things, [8, 0], policies, listed_of(permit(8, row=1))).evidence.score.tolist() == [10]


def test_what_was_not_given_lowers_the_certainty_and_is_told():
    assert [len(lacks(*given)) for given in ((True, True), (False, True), (True, False), (False, False))] == [
        0,
        1,
        1,
        2,
    ]
    found = of([Thing(0, 0, area=120)], [25], lacking=lacks(False, True))
    assert found.evidence.zekerheid == ["midden"]
    assert "Zonder beleidstabel" in found.evidence.bewijs[0]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(5, 300), st.sampled_from([10.0, 12.0, 15.0])), max_size=8))
def test_one_more_registration_never_lowers_the_score_and_a_larger_home_never_raises_it(cases):
    for count, area, norm in cases:
        policy = Policy(norm_m2=norm)
        here, more, larger = (
            int(one(n, policy, area=a).evidence.score[0])
            for n, a in ((count + 1, area), (count + 2, area), (count + 1, area + 1))
        )
        assert more >= here >= larger


def test_registrations_alone_give_no_points():
    """Wherever nothing but the number is known, however large it is."""
    for thing in ({"area": np.nan}, {"uses": "logiesfunctie"}, {"uses": ""}, {"kind": "03", "uses": ""}):
        assert one(10_000, **thing).evidence.score.tolist() == [0]


def test_the_whole_of_a_large_region_in_two_seconds():
    n = 300_000
    rng = np.random.default_rng(1)
    stock = stock_of([Thing(0, 0, area=float(area)) for area in rng.integers(20, 200, n)])
    counts = np.where(rng.random(n) < 0.05, rng.integers(1, 20, n), 0).astype(float)
    started = time.perf_counter()
    found = occupancy(stock, counts, Policies(), NOBODY, DAY, DATES, BOOK, [])
    assert time.perf_counter() - started < 2
    assert len(found) == int((counts > 0).sum())


def test_the_words_are_those_that_the_map_knows():
    text = (ROOT / "styles/bezetting.qml").read_text(encoding="utf-8")
    assert all(word in text for word in (ABOVE, BY_HAND, ADMINISTRATIVE))


def test_of_two_lists_the_order_does_not_matter():
    both = [permit(12), permit(3), (number_of(0), "bewoners", 2, "", "", ""), (number_of(0), "bewoners", 6, "", "", "")]
    adds = Policy(bewoners_meetellen=True)
    one_way, other_way = (one(6, adds, listed_of(*order), area=60) for order in (both, both[::-1]))
    assert one_way.bewoners.tolist() == other_way.bewoners.tolist() == [6]
    assert sorted(one_way.evidence.bewijs[0]) == sorted(other_way.evidence.bewijs[0])
    assert "vergunning voor 12 personen, daarbinnen" in one_way.evidence.bewijs[0]


def test_a_permit_that_can_t_be_read_is_neither_missed_nor_counted():
    policy = Policy(vergunningplicht=True)
    unread = one(8, policy, listed_of(permit(8, status="onbekend")), area=85).evidence
    assert unread.score.tolist() == [10]
    assert "niet te lezen" in unread.bewijs[0]
    refused = one(8, policy, listed_of(permit(8, status="geweigerd")), area=85).evidence
    assert refused.score.tolist() == [20]


def certificate(date="2026-01-01", status="geldig", row=0):
    return (number_of(row), "certificaat", np.nan, date, "", status)


@pytest.mark.parametrize(
    ("required", "entries", "points", "words"),
    [
        (True, [certificate(row=1)], 15, "vereist een keurmerk (SNF, AKF), op de lijst staat geen geldig keurmerk"),
        (True, [certificate(), certificate(row=1)], 0, "geldig keurmerk volgens de lijst, van minder dan 24 maanden"),
        (True, [certificate("2020-01-01")], 10, "langer dan 24 maanden geleden"),
        (True, [certificate(status="doorgehaald")], 15, "geen geldig keurmerk"),
        (True, [certificate(status="onbekend")], 10, "of het er is, is niet bekend"),
        (True, [], 10, "of het er is, is niet bekend"),
        (None, [certificate(row=1)], 10, ""),
        (False, [certificate(row=1)], 10, ""),
        (False, [certificate()], 0, "geldig keurmerk"),
    ],
)
def test_a_certificate_changes_wording_and_points_where_the_municipality_requires_one(required, entries, points, words):
    listed = listed_of(*entries) if entries else NOBODY
    policies = Policies({WEST: Policy(keurmerk_vereist=required)})
    found = of([Thing(0, 0, area=85), Thing(9, 0, area=85)], [8, 0], policies, listed).evidence
    assert found.score.tolist() == [points]
    assert words in found.bewijs[0]
    if not words:
        assert "keurmerk" not in found.bewijs[0]


@pytest.mark.parametrize(
    ("date", "status", "points"),
    [
        ("2026-01-01", "in orde", 0),
        ("2025-06-30", "in orde", 10),
        ("2026-01-01", "niet in orde", 10),
        ("", "in orde", 10),
    ],
)
def test_a_check_of_the_last_year_with_which_all_was_well_takes_points_off_down_to_none(date, status, points):
    listed = listed_of((number_of(0), "controle", np.nan, date, "", status))
    assert one(8, listed=listed, area=85).evidence.score.tolist() == [points]


def test_a_norm_with_two_decimals_is_told_with_both():
    said = one(3, Policy(norm_m2=12.25, norm_bron="beleid"), area=85).evidence
    assert "12,25 m2" in said.bewijs[0]
    assert "12.25 m2" in said.evidence[0]


def test_objects_around_the_region_are_not_listed():
    stock = replace(stock_of([Thing(0, 0), Thing(9, 0)]), in_region=np.array([True, False]))
    found = occupancy(stock, np.array([9.0, 9.0]), Policies(), NOBODY, DAY, DATES, BOOK, [])
    assert found.rows.tolist() == [0]
