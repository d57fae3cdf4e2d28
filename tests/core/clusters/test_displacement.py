"""Displacement: published answers, what must always hold, and what chance alone gives."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import text
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.comparability import Kind, Pairing, gate
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.comparison import Exposure, Question, compare
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.displacement import (
    Change,
    Outcome,
    Role,
    Settings,
    Weights,
    displacement_quotient,
    shift_share,
    weighted_displacement,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.displacement_words import explanations, sentence
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.intervals import wilson_interval
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.roles import Roles, codes_in, neighbours_of
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.snapshots import Snapshot, pair
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.two_counts import (
    dispersion,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import RoleError
from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import Municipalities

from .twodates import CODES, DATES, facts, hexagons


def numbers(*values):
    return np.array(values, dtype=float)


# Known answers ----------------------------------------------------------------------------------------------------


def test_the_published_weighted_displacement_difference():
    found = weighted_displacement(Change(207, 110), Change(308, 318), Change(178, 157), Change(150, 140))
    assert found.value == -118
    assert found.se == pytest.approx(np.sqrt(1568))
    assert round(found.z, 2) == -2.98
    assert (round(found.low), round(found.high)) == (-196, -40)
    assert found.p == pytest.approx(0.00288, abs=1e-5)


def test_weights_divide_counts_and_their_variance_by_the_square():
    plain = weighted_displacement(Change(20, 10), Change(30, 40), Change(10, 15), Change(12, 12))
    double = weighted_displacement(Change(20, 10, 2), Change(30, 40, 2), Change(10, 15, 2), Change(12, 12, 2))
    assert (double.value, double.se) == (plain.value / 2, pytest.approx(plain.se / 2))
    assert np.isnan(weighted_displacement(Change(20, 10), Change(30, 40, 0), Change(10, 15)).se)


def test_one_control_for_both_counts_its_error_twice():
    control, far = Change(30, 40), Change(30, 40)
    once = weighted_displacement(Change(20, 10), control, Change(10, 15))
    apart = weighted_displacement(Change(20, 10), control, Change(10, 15), far)
    assert once.value == apart.value
    assert once.se**2 == pytest.approx(20 + 10 + 10 + 15 + 4 * 70)
    assert apart.se**2 == pytest.approx(20 + 10 + 10 + 15 + 2 * 70)


def test_the_error_of_persons_grows_with_their_groups():
    assert dispersion([1, 1, 1]) == 1
    assert dispersion([1, 1, 0, 4]) == pytest.approx(18 / 6)
    assert np.isnan(dispersion([0, 0]))
    plain = weighted_displacement(Change(20, 10), Change(30, 40), Change(10, 15), Change(12, 12))
    grouped = weighted_displacement(Change(20, 10), Change(30, 40), Change(10, 15), Change(12, 12), phi=4.0)
    assert (grouped.value, grouped.se) == (plain.value, pytest.approx(2 * plain.se))


def test_the_quotient_says_which_way_it_went():
    assert displacement_quotient(Change(100, 50), Change(100, 100), Change(100, 150)) == pytest.approx(-1)
    assert displacement_quotient(Change(100, 50), Change(100, 100), Change(100, 75)) == pytest.approx(0.5)
    assert np.isnan(displacement_quotient(Change(100, 50), Change(0, 5), Change(1, 1)))
    assert np.isnan(displacement_quotient(Change(100, 100), Change(10, 10), Change(1, 2)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=1, max_size=12))
def test_local_shifts_add_up_to_nothing(rows):
    n1, n2 = np.array(rows, dtype=float).T
    regional, shift = shift_share(n1, n2)
    if n1.sum() == 0:
        assert np.isnan(shift).all()
    else:
        assert shift.sum() == pytest.approx(0, abs=1e-6)
        np.testing.assert_allclose(regional + shift, n2 - n1, atol=1e-9)


def test_unknown_municipalities_take_no_part_in_the_shifts():
    _, shift = shift_share(numbers(10, 10, np.nan), numbers(20, 10, 400))
    assert shift[:2].tolist() == [5, -5]
    assert np.isnan(shift[2])


# Side by side -----------------------------------------------------------------------------------------------------


def addresses(rows, date=DATES[0], **changes):
    """Address points as (identifier, municipality, registrations)."""
    ids, codes, counts = zip(*rows) if rows else ((), (), ())
    n = len(ids)
    registrations = np.array(counts, dtype=float)
    return Snapshot(
        facts=facts(date, **changes),
        ids=np.array(ids, dtype=np.int64),
        codes=text(codes),
        adressen=(registrations > 0).astype(float),
        registraties=registrations,
        verblijfsobjecten=np.full(n, np.nan),
        x=np.array(ids, dtype=float),
        y=np.zeros(n),
        shapes=np.full(n, None, dtype=object),
    )


def areas_with(kind, codes, counts, homes, date, **changes):
    """Hexagons or municipalities with counts and homes."""
    n = len(codes)
    own = hexagons(date, **changes) if kind is Kind.HEXAGONS else facts(date, **{"kind": kind, **changes})
    counts = np.array(counts, dtype=float)
    return Snapshot(
        facts=own,
        ids=np.arange(1, n + 1),
        codes=text(codes),
        adressen=counts,
        registraties=counts,
        verblijfsobjecten=np.array(homes, dtype=float),
        x=np.full(n, np.nan),
        y=np.full(n, np.nan),
        shapes=np.full(n, None, dtype=object),
    )


def compared(earlier, later, measure="adressen", areas=None, region=frozenset(), phi=None, **question):
    roles = Roles(*(frozenset(question.pop(name, ())) for name in ("treated", "ring", "control", "ring_control")))
    checks = gate(Pairing(earlier.facts, later.facts, measure, region))
    pairs = pair(earlier, later, measure, region, phi)
    return compare(pairs, checks, areas, Question(roles=roles, **question), measure)


def by_code(found, column):
    return dict(zip(found.codes.tolist(), np.asarray(column).tolist()))


def test_addresses_are_followed():
    before = addresses([(1, "0901", 2), (2, "0901", 1), (3, "0902", 5)])
    after = addresses([(2, "0901", 3), (4, "0901", 1), (3, "0902", 5)], DATES[1])
    found = compared(before, after)
    assert by_code(found, found.n1) == {"0901": 2, "0902": 1, "0903": 0, "0904": 0}
    assert by_code(found, found.change) == {"0901": 0, "0902": 0, "0903": 0, "0904": 0}
    assert by_code(found, found.appeared)["0901"] == by_code(found, found.disappeared)["0901"] == 1
    assert by_code(found, found.stayed) == {"0901": 1, "0902": 1, "0903": 0, "0904": 0}
    assert by_code(found, found.turnover)["0901"] == pytest.approx(2 / 3)
    persons = compared(before, after, "registraties")
    assert by_code(persons, persons.change)["0901"] == 1
    assert persons.phi == pytest.approx(dispersion([2, 1, 5, 3, 1, 5]))


def test_an_address_that_is_there_twice_is_one_address():
    found = compared(addresses([(1, "0901", 2), (1, "0901", 1)]), addresses([(1, "0901", 3)], DATES[1]))
    assert by_code(found, found.n1)["0901"] == by_code(found, found.n2)["0901"] == 1


def test_an_address_without_identifier_counts_but_is_not_followed():
    found = compared(addresses([(-1, "0901", 2), (-1, "0901", 1)]), addresses([(-1, "0901", 3)], DATES[1]))
    assert (by_code(found, found.n1)["0901"], by_code(found, found.n2)["0901"]) == (2, 1)
    assert np.isnan(by_code(found, found.appeared)["0901"])


def test_what_was_not_delivered_at_both_dates_is_unknown_not_zero():
    before = addresses([(1, "0901", 2), (2, "0902", 2)], covered=frozenset({"0901", "0902"}))
    after = addresses([(1, "0901", 2)], DATES[1], covered=frozenset({"0901"}))
    found = compared(before, after, region=frozenset({"0901"}))
    assert by_code(found, found.n1)["0901"] == 1
    for column in (found.n1, found.n2, found.change, found.shift, found.p, found.percent, found.appeared):
        assert np.isnan(by_code(found, column)["0902"])
    assert "onbekend, niet nul" in explanations(found, "adressen")[0][1]


def test_a_share_of_no_homes_is_unknown_not_infinite():
    before = areas_with(Kind.MUNICIPALITIES, CODES, [0, 5, 5, np.nan], [0, 0, 50, 50], DATES[0])
    after = areas_with(Kind.MUNICIPALITIES, CODES, [3, 5, 6, 4], [0, np.nan, 50, 50], DATES[1])
    found = compared(before, after)
    for column in (*found.shares, found.percent, found.ratio, found.n2):
        assert not np.isinf(column).any()
    assert np.isnan(found.percent[0])
    assert np.isnan(found.ratio[0])
    assert np.isnan(found.shares[1][:2]).all()
    assert np.isnan(found.n2[3] - found.n1[3])
    assert found.shares[0][2] == 0.1
    assert found.share_intervals[0][0][2] < 0.1 < found.share_intervals[0][1][2]


def test_cells_in_two_municipalities_are_counted_apart_whatever_date_shows_it():
    codes = ("0901", "0901,0902", "0902", "0902")
    before = areas_with(Kind.HEXAGONS, codes, [5, 7, 3, 2], [50, 50, 50, 50], DATES[0])
    after = areas_with(Kind.HEXAGONS, ("0901", "0901", "0902", "0902,0903"), [4, 9, 3, 1], [50] * 4, DATES[1])
    found = compared(before, after)
    assert by_code(found, found.n1) == {"0901": 5, "0902": 3, "0903": 0, "0904": 0, "": 9}
    assert by_code(found, found.n2) == {"0901": 4, "0902": 3, "0903": 0, "0904": 0, "": 10}
    assert found.shift.sum() == pytest.approx(0)
    assert found.names[-1] == "grenscellen"
    assert found.roles[-1] is Role.OTHER


def cells(date, counts, codes, covered, **changes):
    """Hexagons with fixed numbers of homes; NaN where nothing was delivered."""
    return areas_with(Kind.HEXAGONS, codes, counts, [50] * len(codes), date, covered=frozenset(covered), **changes)


BORDERS = ("0901", "0902", "0901,0903", "0903", "0903,0904", "0901,0902")


def test_a_delivery_that_came_later_is_no_change_on_its_borders():
    """0903 delivers at the second date only: the cell it shares with 0901 then counts addresses it did not before."""
    one = cells(DATES[0], [100, 100, 5, np.nan, np.nan, 7], BORDERS, CODES[:2])
    two = cells(DATES[1], [100, 100, 60, 80, 70, 9], BORDERS, CODES)
    region = frozenset(CODES[:2])
    found = compared(one, two, region=region)
    known = {code: n for code, n in by_code(found, found.change).items() if np.isfinite(n)}
    assert known == {"0901": 0, "0902": 0, "": 2}
    assert found.left_out == 1
    said = sentence(found, "adressen", DATES)[0]
    assert "van 207 naar 209" in said
    assert "niet vergeleken gemeente liggen tellen niet mee: 1" in said


def test_what_lies_outside_the_region_counts_nowhere():
    one = cells(DATES[0], [100, 100, 5, 50, 40, 7], BORDERS, CODES)
    two = cells(DATES[1], [100, 100, 60, 80, 70, 7], BORDERS, CODES)
    found = compared(one, two, region=frozenset(CODES[:2]))
    assert found.region == (207, 207)
    assert np.nansum(np.abs(found.shift)) == 0
    assert compared(one, two).region == (302, 417)


def test_a_neighbour_that_never_delivered_leaves_the_cells_on_its_border():
    """It adds nothing at either date, so that these cells still count the addresses of the others."""
    one, two = (cells(date, [100, 80, 5, 0, 0, 7], BORDERS, CODES[:2]) for date in DATES)
    found = compared(one, two)
    assert by_code(found, found.n1) == {"0901": 100, "0902": 80, "0903": pytest.approx(np.nan, nan_ok=True), "": 12}
    assert found.left_out == 0


def test_a_ring_of_cells_does_not_rise_because_a_neighbour_came_to_deliver():
    area = {"area": np.array([shapely.box(-500, -500, 500, 500)]), "control": ["0902"]}
    x = np.array([0, 50000, 1500, 90000, 90000, 1000.0])
    one = replace(cells(DATES[0], [100, 300, 5, 0, 0, 40], BORDERS, CODES[:2]), x=x, y=0 * x)
    two = replace(cells(DATES[1], [50, 300, 60, 80, 70, 40], BORDERS, CODES[:3]), x=x, y=0 * x)
    found = compared(one, two, region=frozenset(CODES[:2]), **area)
    assert (found.finding.ring.first, found.finding.ring.second) == (40, 40)
    assert found.finding.outcome is Outcome.FALL


def test_an_address_of_no_known_municipality_counts_only_where_all_deliveries_are_compared():
    """It may be of the municipality that came to deliver, or of one outside the region."""
    before = addresses([(1, "0901", 1), (2, "", 1)], covered=frozenset(CODES[:2]))
    after = addresses([(1, "0901", 1), (2, "", 1), (3, "", 1)], DATES[1], covered=frozenset(CODES[:2]))
    assert by_code(compared(before, after), compared(before, after).n2)[""] == 2
    grown = replace(after, facts=facts(DATES[1]))
    assert "" not in compared(before, grown, region=frozenset(CODES[:2])).codes.tolist()


def test_the_region_is_summed_over_the_same_rows_at_both_dates():
    before = areas_with(Kind.MUNICIPALITIES, CODES, [100, 50, np.nan, 10], [np.nan] * 4, DATES[0])
    after = areas_with(Kind.MUNICIPALITIES, CODES, [110, np.nan, 400, 10], [np.nan] * 4, DATES[1])
    found = compared(before, after)
    assert "van 110 naar 120" in sentence(found, "adressen", DATES)[0]
    assert np.nansum(found.region_shares, axis=1).tolist() == [1, 1]
    nothing = compared(before, replace(after, adressen=np.full(4, np.nan)))
    assert "op beide peildata aantallen bekend" in sentence(nothing, "adressen", DATES)[0]


def test_turnover_has_an_interval():
    before = addresses([(i, "0901", 1) for i in range(10)])
    after = addresses([(i, "0901", 1) for i in range(4, 12)], DATES[1])
    found = compared(before, after)
    share, (low, high) = found.turnover[0], (limit[0] for limit in found.turnover_interval)
    assert share == pytest.approx(6 / 12)
    assert (low, high) == pytest.approx(tuple(limit[0] for limit in wilson_interval(numbers(6), numbers(12), 0.8)))
    assert low < share < high
    assert np.isnan(found.turnover_interval[0][1])
    assert f"omloop 50 %, 80 %-interval {100 * low:.0f}-{100 * high:.0f} %" in explanations(found, "adressen")[0][0]


def test_a_shift_that_chance_gives_is_uncertain():
    before = areas_with(Kind.MUNICIPALITIES, CODES, [100, 400, 400, 4], [np.nan] * 4, DATES[0])
    after = areas_with(Kind.MUNICIPALITIES, CODES, [160, 404, 396, 6], [np.nan] * 4, DATES[1])
    found = compared(before, after)
    assert by_code(found, found.uncertain) == {"0901": 0, "0902": 1, "0903": 1, "0904": 1}
    said = dict(zip(CODES, explanations(found, "adressen")[0]))
    assert ["kan toeval zijn" in said[code] for code in CODES] == [False, True, True, True]


def test_exposure_is_homes_where_both_dates_have_them():
    before = areas_with(Kind.MUNICIPALITIES, CODES[:2], [10, 10], [100, np.nan], DATES[0], covered=frozenset(CODES[:2]))
    after = areas_with(Kind.MUNICIPALITIES, CODES[:2], [20, 20], [200, 200], DATES[1], covered=frozenset(CODES[:2]))
    found = compared(before, after)
    np.testing.assert_allclose(found.ratio, [1.0, 2.0])
    assert found.p[0] > 0.9 > found.p[1]
    assert np.isnan(compared(before, after, exposure=Exposure.HOMES).p[1])
    np.testing.assert_allclose(compared(before, after, exposure=Exposure.MONTHS, months=(1, 4)).ratio, [0.5, 0.5])


# Areas with a part ------------------------------------------------------------------------------------------------


def squares(*codes):
    """Municipalities side by side, each 1 km wide."""
    return Municipalities(
        text(codes),
        text([f"Plaats {code}" for code in codes]),
        shapely.box(*np.array([(1000.0 * i, 0, 1000.0 * i + 990, 1000) for i in range(len(codes))]).T),
    )


PUBLISHED = {"0901": (207, 110), "0902": (178, 157), "0903": (308, 318), "0904": (150, 140)}


def published(**changes):
    before, after = zip(*PUBLISHED.values())
    homes = [np.nan] * 4
    one = areas_with(Kind.MUNICIPALITIES, CODES, before, homes, DATES[0], **changes)
    return one, areas_with(Kind.MUNICIPALITIES, CODES, after, homes, DATES[1], **changes)


def test_the_published_difference_out_of_layers():
    found = compared(*published(), treated=["0901"], ring=["0902"], control=["0903"], ring_control=["0904"])
    assert (found.finding.wdd.value, round(found.finding.wdd.se, 3)) == (-118, 39.598)
    assert [role.value for role in found.roles] == ["behandeld", "ring", "controle", "controle_ring"]


def test_the_ring_is_the_neighbours_and_the_control_all_others():
    areas = squares(*CODES)
    assert neighbours_of(areas, frozenset({"0902"})) == {"0901", "0903"}
    found = compared(*published(), areas=areas, treated=["0901"])
    assert [role.value for role in found.roles] == ["behandeld", "ring", "controle", "controle"]
    assert found.finding.control.first == 458


def test_a_neighbour_without_a_delivery_is_said_to_be_out_of_sight():
    areas = squares("0900", *CODES)
    found = compared(*published(), areas=areas, treated=["0901"])
    assert found.missing == ("0900",)
    assert np.isnan(by_code(found, found.n1)["0900"])
    assert "0900" in sentence(found, "adressen", DATES)[0]


def test_weights_bring_the_control_to_the_size_of_what_it_is_compared_with():
    found = compared(
        *published(), treated=["0901"], ring=["0902"], control=["0903"], settings=Settings(weights=Weights.FIRST)
    )
    expected = (110 - 207) - 10 * 207 / 308 + (157 - 178) - 10 * 178 / 308
    assert found.finding.wdd.value == pytest.approx(expected)
    assert found.finding.wdd.value == pytest.approx(found.finding.fall.value + found.finding.rise.value)
    grown = (318 / 308) ** 2  # first counts are sizes here, so their error grows with the region
    assert found.finding.wdd.se**2 == pytest.approx(
        207 * grown + 110 + 178 * grown + 157 + (385 / 308) ** 2 * (308 * grown + 318)
    )
    by_homes = compared(
        *published(), treated=["0901"], ring=["0902"], control=["0903"], settings=Settings(weights=Weights.HOMES)
    )
    assert np.isnan(by_homes.finding.wdd.se)


def grown(sizes, by=1.1):
    """Four municipalities that all grow alike."""
    homes = [np.nan] * 4
    one = areas_with(Kind.MUNICIPALITIES, CODES, sizes, homes, DATES[0])
    return one, areas_with(Kind.MUNICIPALITIES, CODES, [by * n for n in sizes], homes, DATES[1])


def test_growth_of_a_large_control_is_no_effect():
    """All others as control are many times as large: unweighted, growth everywhere would be read as a fall."""
    layers = grown([100, 100, 1500, 1500])
    automatic = compared(*layers, treated=["0901"], ring=["0902"])
    assert automatic.finding.weights is Weights.FIRST
    assert automatic.finding.wdd.value == pytest.approx(0, abs=1e-9)
    assert "naar grootte (WDD): +0,0" in sentence(automatic, "adressen", DATES)[0]
    chosen = compared(*layers, treated=["0901"], ring=["0902"], control=["0903", "0904"])
    assert (chosen.finding.wdd.value, chosen.finding.unequal) == (pytest.approx(-580), True)
    for said, note in zip(sentence(chosen, "adressen", DATES), ("30,0 keer zo groot", "30.0 times as large")):
        assert "-580" not in said.replace(",", ".")
        assert note in said


def test_the_control_is_held_against_the_ring_too():
    found = compared(*grown([100, 400, 110, 110]), treated=["0901"], ring=["0902"], control=["0903"])
    assert found.finding.sizes == (pytest.approx(1.1), pytest.approx(0.275))
    assert found.finding.unequal
    own = compared(
        *grown([100, 400, 110, 420]), treated=["0901"], ring=["0902"], control=["0903"], ring_control=["0904"]
    )
    assert not own.finding.unequal


@pytest.mark.parametrize(
    ("roles", "reason"),
    [
        ({"treated": ["9999"]}, "TREATED names 9999"),
        ({"treated": ["0901"], "control": ["0901"]}, "TREATED names it too"),
        ({"treated": ["0904"]}, "no registrations were delivered"),
    ],
)
def test_a_part_that_can_not_be_had_is_refused(roles, reason):
    before, after = published(covered=frozenset(CODES[:3]))
    with pytest.raises(RoleError, match=reason):
        compared(before, after, **roles)


def test_municipalities_are_named_by_code_or_name():
    areas = squares("0901", "0902")
    assert codes_in("901, Plaats 0902 ,GM0903", "TREATED", areas) == {"0901", "0902", "0903"}
    assert codes_in("", "TREATED", None) == frozenset()
    for areas_or_none in (areas, None):
        with pytest.raises(RoleError, match="TREATED names Nergens"):
            codes_in("Nergens", "TREATED", areas_or_none)


def test_persons_of_whom_nobody_knows_how_they_live_are_only_described():
    roles = {"treated": ["0901"], "ring": ["0902"], "control": ["0903"]}
    found = compared(*published(), measure="registraties", **roles)
    assert found.finding.outcome is Outcome.UNTESTED
    assert np.isnan(found.p).all()
    assert np.isfinite(found.shift).all()
    assert "niet getoetst" in sentence(found, "registraties", DATES)[0]
    told = compared(*published(), measure="registraties", phi=4.0, **roles)
    assert told.finding.wdd.se == pytest.approx(2 * compared(*published(), **roles).finding.wdd.se)


# What it says -----------------------------------------------------------------------------------------------------


def region(rng, fall=0.0, rise=0.0, leave=0.1, arrive=0.1, size=300):
    """Address points of four municipalities at two dates, with random churn and, if asked, a planted change."""
    before, after, number = [], [], 0
    for code in CODES:
        here = range(number, number + size)
        number += 4 * size
        gone = leave + (fall if code == "0901" else 0.0)
        come = arrive + (rise if code == "0902" else 0.0)
        new = range(number - size, number - size + rng.poisson(size * come))
        before += [(i, code, 1) for i in here]
        after += [(i, code, 1) for i in here if rng.random() >= gone] + [(i, code, 1) for i in new]
    return addresses(before), addresses(after, DATES[1])


ROLES = {"treated": ["0901"], "ring": ["0902"], "control": ["0903", "0904"]}


def shares_of(outcome_wanted, worlds, **changes):
    rng = np.random.default_rng(20260701)
    found = [compared(*region(rng, **changes), **ROLES).finding for _ in range(worlds)]
    return np.mean([f.outcome is outcome_wanted for f in found]), [f.p for f in found]


def test_churn_alone_gives_no_displacement():
    share, p = shares_of(Outcome.DISPLACEMENT, 400)
    assert share <= 0.01
    assert np.mean(np.array(p) <= 0.05) == share


def test_growth_of_the_whole_region_gives_no_displacement():
    assert shares_of(Outcome.DISPLACEMENT, 200, arrive=0.3)[0] <= 0.02
    assert shares_of(Outcome.DISPLACEMENT, 200, leave=0.3)[0] <= 0.02


def test_a_fall_without_a_rise_gives_displacement_no_more_often_than_alpha():
    share, _ = shares_of(Outcome.DISPLACEMENT, 400, fall=0.3)
    assert share <= 0.05 + 2 * np.sqrt(0.05 * 0.95 / 400)
    assert shares_of(Outcome.FALL, 100, fall=0.3)[0] > 0.8


def test_a_planted_displacement_is_found():
    assert shares_of(Outcome.DISPLACEMENT, 100, fall=0.15, rise=0.15)[0] > 0.9


def test_stock_counts_without_identity_are_cautious():
    """Without identifiers the addresses that stayed look like chance, so less is found, not more."""
    rng = np.random.default_rng(7)
    found = []
    for _ in range(100):
        one, two = region(rng)
        bare = (replace(layer, ids=np.full(len(layer), -1)) for layer in (one, two))
        found.append(compared(*bare, **ROLES).finding.p)
    assert np.mean(np.array(found) <= 0.05) <= 0.01


def test_equal_layers_give_nothing_at_all():
    one, _ = region(np.random.default_rng(1))
    found = compared(one, replace(one, facts=facts(DATES[1])), **ROLES)
    assert found.finding.outcome is Outcome.NOTHING
    assert found.finding.p == 1
    assert (found.p_turnover == 1).all()
    assert (found.shift == 0).all()
    assert found.finding.wdd.value == 0


def displaced(**changes):
    one, two = region(np.random.default_rng(3), fall=0.2, rise=0.2)
    return compared(replace(one, facts=facts(**changes)), replace(two, facts=facts(DATES[1])), **ROLES)


def test_the_sentence_fits_displacement_and_proves_nothing():
    dutch, english = sentence(displaced(), "adressen", DATES)
    assert "past bij verplaatsing, bewijst die niet" in dutch
    assert "fits displacement, but does not prove it" in english
    for other in ("seizoen", "grote locatie", "inschrijfavond", "RNI-loket", "dubbele", "ingezetene", "adresonderzoek"):
        assert other in dutch
    assert "WDD" in dutch
    assert "verschillende seizoenen" not in dutch
    assert "verschillende seizoenen" in sentence(displaced(), "adressen", ("2025-01-15", "2025-07-01"))[0]


def test_an_amber_gate_describes_and_concludes_nothing():
    found = displaced(matched=None)
    assert displaced().finding.outcome is Outcome.DISPLACEMENT
    assert found.finding.outcome is Outcome.UNTESTED
    for column in (found.finding.p, found.p, found.q, found.p_e, found.p_turnover, found.q_turnover):
        assert np.isnan(column).all()
    assert (found.n1 == displaced().n1).all()
    assert np.nanmin(found.uncertain) == 1
    rows = explanations(found, "adressen")
    assert not [row for row in (*rows[0], *rows[1]) if "p =" in row or "p <" in row or "nan" in row]
    dutch, english = sentence(found, "adressen", DATES)
    assert "WDD" not in dutch + english
    assert "past bij verplaatsing" not in dutch
    assert "fits displacement" not in english
    assert "zonder uitspraak over verplaatsing" in dutch
    assert "onbekend welk deel" in dutch


def test_words_stay_fair():
    found = displaced()
    said = " ".join([*sentence(found, "adressen", DATES), *explanations(found, "adressen")[0]])
    for word in ("verdacht", "overtred", "illegaal", "fraude", "bewezen", "veilig"):
        assert word not in said.lower()
    assert all("aanwijzing, geen oordeel" in row for row in explanations(found, "adressen")[0])


# Polygons ---------------------------------------------------------------------------------------------------------


def test_a_treated_area_of_polygons_goes_by_place():
    """Addresses lie at their number on a line: the area is 0 to 100, its ring ends at 300, the rest is control."""
    before = addresses([(i, "0901" if i < 200 else "0902", 1) for i in range(1, 600, 3)])
    gone = set(range(1, 100, 3))
    after_ids = [i for i in range(1, 600, 3) if i not in gone] + list(range(102, 200, 3))
    after = addresses([(i, "0901" if i < 200 else "0902", 1) for i in after_ids], DATES[1])
    found = compared(before, after, area=np.array([shapely.box(-1, -1, 100.5, 1)]), reach=200.0)
    assert (found.finding.treated.first, found.finding.treated.second) == (34, 1)
    assert (found.finding.ring.first, found.finding.ring.second) == (66, 99)
    assert (found.finding.control.first, found.finding.control.second) == (100, 100)
    assert found.finding.outcome is Outcome.DISPLACEMENT
    assert [role.value for role in found.roles] == ["behandeld", "ring", "overig", "overig"]
