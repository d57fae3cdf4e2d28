"""Company dwellings: each piece of evidence by itself, together, and what speaks against it."""

from __future__ import annotations

import dataclasses
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.signals import company_dwellings as module
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.company_dwellings import (
    NO_BUILDINGS,
    NO_MEMBERS,
    NO_ZONES,
    SIGNAL,
    Known,
    company_dwellings,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.company_surroundings import look_around
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.policy import Policies, Policy
from tests.core.signals.scene import (
    EAST,
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
DATES = {"BAG": "2026-09-01", "TOP10NL": "2026-09-01", "RNI": "2026-07-01"}
NO_AREAS = zones_of()
MIXED = "woonfunctie,industriefunctie"
HALL = Block(9, 30, 0, 30, 30)  # 15 m east of the origin, 900 m2


def look(things, blocks=(), zones=NO_AREAS, links=True, **known):
    stock = stock_of(things, links)
    buildings = None if blocks is None else buildings_of(*blocks)
    return company_dwellings(stock, buildings, zones, Known(known.pop("counts", unknown(stock)), **known), DATES, BOOK)


def everything(things, blocks=(), zones=NO_AREAS, links=True):
    """All evidence, of all homes, as if one point were enough."""
    stock = stock_of(things, links)
    book = dataclasses.replace(BOOK, enough=-99)
    return company_dwellings(stock, buildings_of(*blocks), zones, Known(unknown(stock)), DATES, book)


def around(n, x=0.0, y=0.0, radius=60.0):
    """Homes in a circle."""
    return [Thing(x + radius * np.cos(a), y + radius * np.sin(a)) for a in np.linspace(0, 2 * np.pi, n, endpoint=False)]


def evidence_of(found, row):
    at = found.rows.tolist().index(row)
    return found.bewijs[at], found.score[at]


# One by one --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("uses", "score"),
    [
        ("woonfunctie", 0),
        ("woonfunctie,industriefunctie", 3),
        ("woonfunctie,winkelfunctie", 3),
        ("woonfunctie,overige gebruiksfunctie", 3),
        ("woonfunctie,bijeenkomstfunctie", 3),
        ("woonfunctie,kantoorfunctie", 2),  # an office at home is no sign of a company on the spot
        ("woonfunctie,gezondheidszorgfunctie", 0),
        ("woonfunctie,logiesfunctie", 0),
    ],
)
def test_another_use_in_the_object(uses, score):
    found = everything([Thing(0, 0, uses)])
    assert found.score.tolist() == [score]
    assert ("in één object" in found.bewijs[0]) == (score > 0)


@pytest.mark.parametrize("use", ["industriefunctie", "kantoorfunctie", "winkelfunctie", "overige gebruiksfunctie"])
@pytest.mark.parametrize("links", [True, False])
def test_a_company_in_the_building_is_enough(use, links):
    things = [Thing(0, 0, building=1), Thing(2, 0, use, building=1)]
    found = look(things, [Block(1, 0, 0)], links=links)
    assert found.rows.tolist() == [0]
    assert found.score.tolist() == [4]
    assert "in hetzelfde pand" in found.bewijs[0]
    assert "(aantal: 1)" in found.bewijs[0]


def test_a_cafe_in_the_building_counts_less_than_a_company():
    things = [Thing(0, 0, building=1), Thing(2, 0, "bijeenkomstfunctie", building=1)]
    assert look(things).score.tolist() == [3]
    both = look([*things, Thing(1, 0, "winkelfunctie", building=1)])
    assert both.score.tolist() == [4]
    assert "bijeenkomst" not in both.bewijs[0]


def test_a_home_in_two_buildings_has_the_evidence_of_both():
    stock = stock_of([Thing(0, 0), Thing(50, 0, "industriefunctie", building=2)])
    for pair in ([1, 2], [2, 1], [2, 3]):
        both = dataclasses.replace(stock, link_rows=np.array([0, 0, 1]), link_buildings=np.array([*pair, 2]))
        found = company_dwellings(both, None, NO_AREAS, Known(unknown(both)), DATES, BOOK)
        assert found.rows.tolist() == [0]


def test_a_large_building_on_the_yard_is_not_enough_by_itself():
    """A farm without a company in the BAG and a former farm look the same."""
    assert len(look([Thing(0, 0)], [HALL])) == 0
    assert everything([Thing(0, 0)], [HALL]).score.tolist() == [2]


def test_a_company_in_the_large_building_on_the_yard_is():
    found = look([Thing(0, 0), Thing(30, 0, "industriefunctie", 9)], [HALL])
    assert found.rows.tolist() == [0]
    assert "900 m2, op 15 m" in found.bewijs[0]
    assert "bedrijfsobject in gebruik" in found.bewijs[0]


@pytest.mark.parametrize(
    ("block", "score"),
    [
        (Block(9, 50, 0, 20, 25), 2),  # 500 m2 at 40 m
        (Block(9, 50, 0, 20, 24.9), 0),
        (Block(9, 50.1, 0, 20, 25), 0),
    ],
)
def test_how_large_and_how_close(block, score):
    assert everything([Thing(0, 0)], [block]).score.tolist() == [score]


def test_a_large_building_with_a_home_in_it_is_no_barn():
    assert everything([Thing(0, 0), Thing(30, 0, building=9)], [HALL]).score.tolist() == [0, 0]


def test_a_large_building_among_more_homes_than_a_yard_has_belongs_to_none():
    homes = [Thing(0, y) for y in (-6, -2, 2)]
    assert everything(homes, [HALL]).score.tolist() == [2, 2, 2]
    assert everything([*homes, Thing(0, 6)], [HALL]).score.tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize(("others", "score"), [(14, 2), (15, 0)])
def test_no_yard_in_the_built_up_area(others, score):
    found = everything([Thing(0, 0), *around(others, radius=95)], [HALL])
    assert found.score[0] == score
    working = everything([Thing(0, 0), Thing(30, 0, "industriefunctie", 9), *around(others, radius=95)], [HALL])
    assert working.score[0] == (score + 1 if score else 0)


def test_on_a_business_estate_close_to_a_company():
    estate = zones_of(("bedrijventerrein", "De Proef", (-50, -50, 100, 50)))
    found = look([Thing(0, 0)], [HALL], estate)
    assert found.score.tolist() == [4]
    assert "bedrijventerrein De Proef, op 15 m" in found.bewijs[0]
    assert found.bronnen == ["BAG (2026-09-01), TOP10NL (2026-09-01)"]
    far = everything([Thing(0, 0)], [Block(9, 80, 0, 25, 25)], estate)
    assert far.score.tolist() == [0]
    workshop = everything([Thing(0, 0), Thing(30, 0, "industriefunctie", 9)], [Block(9, 30, 0)], estate)
    assert workshop.score[0] == 2
    outside = look([Thing(0, 0)], [HALL], zones_of(("bedrijventerrein", "", (1, -50, 100, 50))))
    assert len(outside) == 0


def test_an_estate_without_a_name():
    found = look([Thing(0, 0)], [HALL], zones_of(("bedrijventerrein", "", (-50, -50, 100, 50))))
    assert "op een bedrijventerrein, op 15 m" in found.bewijs[0]


def test_among_companies_where_the_map_has_no_estate():
    companies = [Thing(x, 70, "industriefunctie", 20 + i) for i, x in enumerate((-30, -10, 10, 30))]
    found = look([Thing(0, 0), *companies], [HALL])
    assert found.rows.tolist() == [0]
    assert "tussen bedrijven (bedrijfsgebouwen binnen 100 m: 4, andere woningen: 0)" in found.bewijs[0]
    more_homes = everything([Thing(0, 0), *companies, *around(4, radius=95)], [HALL])
    assert "tussen bedrijven" not in more_homes.bewijs[0]
    several_in_one = [dataclasses.replace(company, building=20) for company in companies]
    assert len(look([Thing(0, 0), *several_in_one], [HALL])) == 0
    garages = [dataclasses.replace(company, uses="overige gebruiksfunctie") for company in companies]
    assert len(look([Thing(0, 0), *garages], [HALL])) == 0


def test_on_an_estate_of_the_map_companies_do_not_count_twice():
    companies = [Thing(x, 70, "industriefunctie", 20 + i) for i, x in enumerate((-30, -10, 10, 30))]
    estate = zones_of(("bedrijventerrein", "", (-50, -50, 100, 100)))
    found = look([Thing(0, 0), *companies], [HALL], estate)
    assert "tussen bedrijven" not in found.bewijs[0]


GLASS = Block(9, 60, 0, 50, 50)  # 35 m east, 2500 m2
FAR_GLASS = Block(9, 150, 0, 50, 50)  # 125 m east


def test_a_greenhouse_on_the_yard_and_one_of_the_neighbours():
    assert everything([Thing(0, 0)], [GLASS]).score.tolist() == [2], "one building counts once, as the yard"
    assert look([Thing(0, 0)], [GLASS, FAR_GLASS]).score.tolist() == [4], "a second one does count"
    beside = everything([Thing(0, 0)], [FAR_GLASS])
    assert beside.score.tolist() == [2]
    assert "op 125 m van een gebouw van 2500 m2 dat een kas kan zijn" in beside.bewijs[0]
    assert everything([Thing(0, 0)], [Block(9, 180, 0, 50, 50)]).score.tolist() == [0]
    among_homes = everything([Thing(0, 0), *around(15)], [FAR_GLASS])
    assert among_homes.score[0] == 0


def test_a_building_with_an_object_in_it_is_no_greenhouse():
    assert everything([Thing(0, 0), Thing(150, 0, "industriefunctie", 9)], [FAR_GLASS]).score[0] == 0


def test_a_greenhouse_area_of_the_map_and_a_greenhouse_count_once():
    area = zones_of(("kassengebied", "Glasproef", (-50, -50, 400, 50)))
    found = everything([Thing(0, 0)], [FAR_GLASS], area)
    assert found.score.tolist() == [2]
    assert "in een kassengebied Glasproef" in found.bewijs[0]


def test_a_ribbon_of_homes_near_greenhouses_is_not_listed():
    ribbon = [Thing(0, 20.0 * i) for i in range(9)]
    assert len(look(ribbon, [Block(9, 110, 80, 60, 160)])) == 0


# Against it --------------------------------------------------------------------------------------------------------


def test_a_shop_with_a_home_above_is_not_listed_in_a_town_centre():
    shop = [Thing(0, 0, building=1), Thing(0, 0, "winkelfunctie", 1)]
    assert look([*shop, *around(24)]).score.tolist() == [3]
    assert len(look([*shop, *around(25)])) == 0
    told, score = evidence_of(everything([*shop, *around(25)]), 0)
    assert score == 0
    assert "daartegenover" in told


def test_many_homes_in_the_building_count_against_it():
    flats = [Thing(i, 0, building=1) for i in range(5)]
    shop = Thing(0, 3, "winkelfunctie", 1)
    assert look([*flats[:4], shop]).rows.tolist() == [0, 1, 2, 3]
    assert len(look([*flats, shop])) == 0


def test_on_a_business_estate_homes_across_the_road_do_not_count_against_it():
    hall = [Thing(30, 0, building=9), Thing(32, 0, "industriefunctie", 9)]
    neighbours = around(30, 30)
    assert len(look([*hall, *neighbours], [HALL])) == 0
    assert look([*hall, *neighbours], [HALL], zones_of(("bedrijventerrein", "", (10, -20, 50, 20)))).rows.tolist() == [
        0
    ]


# What is listed ----------------------------------------------------------------------------------------------------


def test_only_homes_have_points():
    """Not even against it, so that an organisation may change the points."""
    flats = [Thing(i, 0, building=1) for i in range(5)]
    found = everything([*flats, Thing(0, 3, "winkelfunctie", 1)], [Block(1, 0, 0, 40, 40)])
    assert found.score[5] == 0


def test_only_homes_are_listed():
    things = [
        Thing(0, 0, "industriefunctie,kantoorfunctie", 1),
        Thing(1, 0, "logiesfunctie", 1),
        Thing(2, 0, "", 1, kind="03"),
    ]
    assert len(look(things, [HALL])) == 0


FARM = Thing(0, 0, "woonfunctie,industriefunctie")


@given(st.lists(st.one_of(st.none(), st.integers(0, 50)), min_size=3, max_size=3))
def test_registrations_change_nothing_but_a_sentence(numbers):
    things = [FARM, Thing(500, 0), dataclasses.replace(FARM, x=900)]
    counts = np.array([np.nan if number is None else number for number in numbers], dtype=float)
    plain, counted = look(things), look(things, counts=counts)
    assert counted.rows.tolist() == plain.rows.tolist() == [0, 2]
    assert counted.score.tolist() == plain.score.tolist()
    assert counted.zekerheid == plain.zekerheid
    for at, row in enumerate((0, 2)):
        assert (f"RNI-registraties: {numbers[row]} " in counted.bewijs[at]) == bool(numbers[row])


def test_certainty_follows_the_points_and_what_was_there_to_look_at():
    things = [FARM, Thing(30, 0, "industriefunctie", 9)]
    full, without = look(things, [HALL]), look(things, [HALL], zones=None)
    assert full.score.tolist() == without.score.tolist() == [6]
    assert (full.zekerheid, without.zekerheid) == (["hoog"], ["midden"])
    assert without.bewijs[0].endswith(NO_ZONES.dutch)
    assert without.evidence[0].endswith(NO_ZONES.english)


@pytest.mark.parametrize(("links", "lack"), [(True, NO_BUILDINGS), (False, NO_MEMBERS)])
def test_it_runs_without_buildings_and_says_so(links, lack):
    things = [dataclasses.replace(FARM, building=1), Thing(300, 0, building=2), Thing(301, 0, "winkelfunctie", 2)]
    found = look(things, None, links=links)
    assert found.rows.tolist() == ([0, 1] if links else [0])
    assert lack.dutch in found.bewijs[0]


def test_a_business_estate_is_seen_without_buildings():
    estate = zones_of(("bedrijventerrein", "", (-50, -50, 100, 50)))
    things = [Thing(0, 0, "woonfunctie,kantoorfunctie"), Thing(20, 0, "industriefunctie")]
    assert look(things, None, estate).score.tolist() == [4]


def test_objects_without_a_position_are_no_trouble():
    things = [
        Thing(np.nan, np.nan, building=1),
        Thing(0, 0, "winkelfunctie", 1),
        Thing(np.nan, np.nan, "winkelfunctie"),
    ]
    found = look(things, [HALL, Block(1, 0, 0)], zones_of(("bedrijventerrein", "", (-50, -50, 100, 50))))
    assert found.rows.tolist() == [0]
    assert look(things, [Block(1, 0, 0)], links=False).rows.tolist() == []
    assert look(things, None, links=False).rows.tolist() == []


def test_nothing_at_all():
    assert len(look([Thing(0, 0, "industriefunctie")], [])) == 0
    assert len(look([Thing(0, 0)], [], zones=None, links=False)) == 0


# Policy ------------------------------------------------------------------------------------------------------------

BOTH = [FARM, dataclasses.replace(FARM, x=900, code=EAST)]
DUTY = Policies({WEST: Policy(vergunningplicht=True), EAST: Policy(vergunningplicht=False)})


def test_the_same_place_reads_differently_in_another_municipality():
    found = look(BOTH, policies=DUTY)
    assert found.score.tolist() == [3, 3]
    assert "vergunningplicht" in found.bewijs[0]
    assert "vergunning" not in found.bewijs[1]


def test_a_list_of_permits_changes_the_score_where_there_is_a_duty():
    things = [*BOTH, Thing(9000, 0), Thing(9000, 0, code=EAST)]
    of_west, of_east = (listed_of((number_of(row), "vergunning", 4, "", "", "verleend")) for row in (2, 3))
    found = look(things, policies=DUTY, listed=of_west)
    assert found.score.tolist() == [4, 3]
    assert "geen geldige vergunning" in found.bewijs[0]
    elsewhere = look(things, policies=DUTY, listed=of_east)
    assert elsewhere.score.tolist() == [3, 3], "the list of one municipality says nothing of another"
    assert "of er een vergunning is, is niet bekend" in elsewhere.bewijs[0]


@pytest.mark.parametrize(
    ("status", "row", "score"), [("geldig", 0, 2), ("geldig", 2, 4), ("doorgehaald", 0, 4), ("geldig", 3, 3)]
)
def test_certificates_count_where_they_are_required_and_listed(status, row, score):
    things = [*BOTH, Thing(9000, 0), Thing(9000, 0, code=EAST)]
    certificates = listed_of((number_of(row), "certificaat", np.nan, "", "", status))
    policies = Policies({WEST: Policy(keurmerk_vereist=True)})
    found = look(things, policies=policies, listed=certificates)
    assert found.score[0] == score
    assert ("keurmerk" in found.bewijs[0]) == (row != 3)


def test_what_lies_around_the_region_is_seen_and_not_listed():
    things = [Thing(0, 0, building=1), Thing(2, 0, "industriefunctie", building=1), Thing(500, 0, MIXED)]
    assert look(things).rows.tolist() == [0, 2]
    stock = dataclasses.replace(stock_of(things), in_region=np.array([True, False, False]))
    found = company_dwellings(stock, None, NO_AREAS, Known(unknown(stock)), DATES, BOOK)
    assert found.rows.tolist() == [0], "the company outside still counts in its building"


@pytest.mark.parametrize(
    ("until", "status", "score"),
    [("", "verleend", 2), ("2027-01-01", "", 2), ("2026-01-01", "verleend", 4), ("", "ingetrokken", 4)],
)
def test_a_permitted_place_stays_listed_while_the_permit_holds(until, status, score):
    permit = listed_of((number_of(0), "vergunning", 4, "2025-01-01", until, status))
    found = look(BOTH, policies=DUTY, listed=permit, peildatum="2026-07-01")
    assert found.rows.tolist() == [0, 1]
    assert found.score.tolist() == [score, 3]


def test_policy_lists_no_place_that_the_place_itself_does_not():
    """A yard alone has two points; the permit duty of its municipality must not make it three."""
    elsewhere = listed_of((123, "vergunning", 4, "", "", "verleend"))
    assert len(look([Thing(0, 0)], [HALL], policies=DUTY, listed=elsewhere)) == 0


# Properties --------------------------------------------------------------------------------------------------------

USES = ["woonfunctie", "woonfunctie,industriefunctie", "industriefunctie", "winkelfunctie", "bijeenkomstfunctie"]
SPOTS = st.tuples(
    st.integers(0, 12).map(lambda v: 25.0 * v), st.integers(0, 12).map(lambda v: 25.0 * v), st.sampled_from(USES)
)
BLOCKS = [Block(1, 50, 50, 30, 30), Block(2, 200, 100, 60, 60), Block(3, 100, 250, 22, 24)]
AREAS = zones_of(("bedrijventerrein", "A", (150, 0, 300, 180)), ("kassengebied", "B", (-10, 160, 120, 310)))


def placed(spots):
    def building(x, y):
        inside = (b.number for b in BLOCKS if abs(x - b.x) <= b.width / 2 and abs(y - b.y) <= b.depth / 2)
        return next(inside, 0)

    return [Thing(x, y, uses, building(x, y)) for x, y, uses in spots]


@settings(max_examples=60, deadline=None)
@given(st.lists(SPOTS, min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_the_order_of_objects_does_not_matter(spots, random):
    things = placed(spots)
    order = list(range(len(things)))
    random.shuffle(order)
    one, other = look(things, BLOCKS, AREAS), look([things[row] for row in order], BLOCKS, AREAS)
    told = dict(zip(one.rows.tolist(), one.bewijs))
    assert {order[row]: said for row, said in zip(other.rows.tolist(), other.bewijs)} == told


@settings(max_examples=60, deadline=None)
@given(st.lists(SPOTS, min_size=1, max_size=40))
def test_buildings_of_objects_by_register_and_by_place_are_the_same(spots):
    things = placed(spots)
    if not any(thing.building for thing in things):
        return
    one, other = look(things, BLOCKS, AREAS), look(things, BLOCKS, AREAS, links=False)
    assert one.bewijs == other.bewijs
    assert one.rows.tolist() == other.rows.tolist()


@settings(max_examples=60, deadline=None)
@given(st.lists(SPOTS, min_size=1, max_size=40))
def test_the_score_is_the_sum_of_what_is_told(spots):
    found = everything(placed(spots), BLOCKS, AREAS)
    for score, dutch, english in zip(found.score, found.bewijs, found.evidence):
        for said in (dutch, english):
            assert max(0, sum(int(points) for points in re.findall(r"\(([+-]\d+)\)", said))) == score


@settings(max_examples=30, deadline=None)
@given(st.lists(SPOTS, min_size=2, max_size=30))
def test_neighbours_are_counted_as_one_would(spots):
    things = placed(spots)
    stock = stock_of(things)
    seen = look_around(stock, buildings_of(*BLOCKS), AREAS, BOOK)
    distance = np.hypot(stock.x[:, None] - stock.x, stock.y[:, None] - stock.y)
    others = ((distance <= 100) & seen.home).sum(axis=1) - 1
    asked = seen.neighbours >= 0
    assert seen.neighbours[asked].tolist() == others[asked].tolist()
    assert not (asked & ~seen.home).any()


# Words -------------------------------------------------------------------------------------------------------------


def test_every_rule_of_the_data_is_used_and_the_other_way_round():
    policy = {"vergunningplicht", "vergunning_niet_gevonden", "vergund", "registraties"}
    policy |= {"keurmerk_niet_gevonden", "keurmerk"}
    assert set(BOOK.rules) == set(module._RULES) | policy


def test_no_sentence_judges():
    for rule in BOOK.rules.values():
        for sentence in rule.sentences.values():
            assert not re.search(r"illega|overtred|verdacht|fraud|suspect|violat|migra", sentence, re.IGNORECASE)


def test_registrations_have_no_points():
    assert BOOK.rules["registraties"].points == 0
    assert all(rule.source != "RNI" or rule.points == 0 for rule in BOOK.rules.values())
