"""Holiday parks: what becomes one, what never does, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.park_ids import Earlier, carried_over
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.policy import ENFORCES, TOLERATES, Policies, Policy
from tests.core.signals.parkland import BOOK, SOUTH, WEST, Land, Thing
from tests.core.signals.scene import listed_of

# What becomes a park ------------------------------------------------------------------------------------------------


def test_lodging_that_only_the_bag_knows():
    land = Land()
    land.rows(0, 0, counted=2)
    parks = land.find()
    assert parks.naam.tolist() == ["Parklaan"]
    assert parks.eenheden.tolist() == [24] and parks.adressen.tolist() == [24] and parks.registraties.tolist() == [48]
    assert parks.park_id.tolist() == ["bag.9801010000000001"]
    assert parks.gemeentecode.tolist() == ["9801"]
    assert "eenheden met logiesfunctie: 24 van 24 (+2)" in parks.found.bewijs[0]
    assert "units for lodging: 24 of 24 (+2)" in parks.found.evidence[0]
    assert parks.found.bronnen == ["BAG (2026-06-01), RNI (2026-07-01)"]


def test_pitches_that_only_the_bag_knows():
    land = Land()
    land.rows(0, 0, use="standplaats")
    assert land.find().eenheden.tolist() == [24]


@pytest.mark.parametrize("kind", ["vakantiepark", "bungalowpark", "caravanpark", "camping, kampeerterrein"])
def test_a_park_that_only_the_map_knows(kind):
    land = Land()
    land.area(kind, 0, 0, 200, 200, "De Plas")
    land.add(Thing(WEST + 400, SOUTH, "woonfunctie"))
    parks = land.find()
    assert parks.naam.tolist() == ["De Plas"] and parks.park_id.tolist() == ["top10nl.100"]
    assert np.isnan([parks.eenheden[0], parks.adressen[0], parks.registraties[0]]).all(), "unknown is never zero"
    assert parks.gemeentecode.tolist() == [""], "the nearest object can lie across a border"
    land.add(*(Thing(WEST + x, SOUTH + y, "woonfunctie") for x in (-300, 500) for y in (-300, 500)))
    assert land.find().gemeentecode.tolist() == ["9801"], "it lies amid its objects"
    assert f"{kind} 'De Plas' (2024-05-01)" in parks.found.bewijs[0]
    assert parks.found.zekerheid == ["laag"]


def test_small_homes_in_a_recreation_area():
    land = Land()
    land.rows(0, 0, use="woonfunctie")
    land.area("recreatiegebied", -30, -30, 180, 130, "De Heide")
    parks = land.find()
    assert parks.eenheden.tolist() == [24] and parks.naam.tolist() == ["De Heide"]
    assert shapely.covers(parks.polygons[0], land.areas[0][3]), "filled, so it is part of the park"
    assert not len(land.find(zones=None)), "homes alone are a village"


def test_a_large_recreation_area_is_not_drawn_as_park():
    land = Land()
    land.rows(0, 0, use="woonfunctie")
    land.area("recreatiegebied", -30, -30, 3000, 3000)
    assert shapely.area(land.find().polygons[0]) < 40_000


@pytest.mark.parametrize("at", [(100, 100), (100, -20)])
def test_main_address_while_units_are_missing(at):
    land = Land()
    land.area("vakantiepark", 0, 0, 300, 200, "Oude Hoeve")
    land.add(Thing(WEST + at[0], SOUTH + at[1], "bijeenkomstfunctie", size=16, counted=31))
    parks = land.find()
    assert parks.registraties.tolist() == [31] and parks.adressen.tolist() == [1]
    assert "van de 31 registraties staan er 31 op een enkel adres, mogelijk het hoofdadres" in parks.found.bewijs[0]
    assert parks.found.score.tolist() == [6]


def test_neither_a_home_at_the_edge_nor_a_park_with_units_has_a_main_address():
    land = Land()
    land.area("vakantiepark", 0, 0, 300, 200)
    land.add(Thing(WEST + 100, SOUTH - 20, "woonfunctie", counted=31))
    assert np.isnan(land.find().registraties).all()
    land.rows(20, 20)
    land.add(Thing(WEST + 250, SOUTH - 20, "bijeenkomstfunctie", counted=31))
    parks = land.find()
    assert parks.registraties.tolist() == [0] and "hoofdadres" not in parks.found.bewijs[0]


def test_where_the_bag_has_the_units_one_address_is_no_main_address():
    land = Land()
    land.area("vakantiepark", -20, -20, 300, 200)
    land.rows(0, 0)
    land.add(Thing(WEST + 250, SOUTH + 50, "bijeenkomstfunctie", counted=31))
    parks = land.find()
    assert parks.registraties.tolist() == [31] and "hoofdadres" not in parks.found.bewijs[0]


# One park or two ----------------------------------------------------------------------------------------------------


def test_parks_that_touch_stay_two():
    land = Land()
    for west, name in ((0, "Oost"), (150, "West")):
        land.area("bungalowpark", west, 0, west + 150, 150, name)
        land.rows(west + 12, 25, street=name)
    parks = land.find()
    assert sorted(parks.naam.tolist()) == ["Oost", "West"] and parks.eenheden.tolist() == [24, 24]
    assert shapely.area(shapely.intersection(*parks.polygons)) < 1e-6, "neither covers the other's area"


def test_units_beside_a_park_of_another_street_are_a_park_of_their_own():
    land = Land()
    land.area("bungalowpark", 0, 0, 150, 150, "Oost")
    land.rows(12, 25)
    land.rows(175, 25, street="Heidepad")
    assert sorted(land.find().eenheden.tolist()) == [24, 24]
    land.things = [replace(thing, street="Parklaan") for thing in land.things]
    assert land.find().eenheden.tolist() == [48], "one street: the map draws the park too small"


def test_an_area_of_several_parts_is_one_park():
    land = Land()
    land.rows(0, 0)
    land.rows(170, 0)
    land.add(Thing(WEST + 148, SOUTH + 20, "woonfunctie"))
    boxes = [shapely.box(WEST + w, SOUTH - 10, WEST + e, SOUTH + 90) for w, e in ((-10, 135), (160, 305))]
    land.areas.append(("7", "vakantiepark", "Twee Delen", shapely.MultiPolygon(boxes)))
    parks = land.find()
    assert parks.eenheden.tolist() == [49], "with the chalet between the parts"
    assert parks.park_id.tolist() == ["top10nl.7"]


@pytest.mark.parametrize(
    "name, number, street, expected",
    [
        (("De Berk", "de berk "), ("5", "6"), ("A", "B"), 1),
        (("De Berk", "De Eik"), ("5", "6"), ("A", "A"), 2),
        (("De Berk", ""), ("5", "6"), ("A", "A"), 1),
        (("", ""), ("5", "6"), ("A", "A"), 1),
        (("", ""), ("5", "6"), ("A", "B"), 2),
        (("De Berk", "De Eik"), ("5", "5"), ("A", "B"), 1),
    ],
)
def test_two_areas_are_one_park_by_name_identifier_or_street(name, number, street, expected):
    land = Land()
    for west, n, i, s in zip((0, 180), name, number, street):
        land.area("bungalowpark", west, 0, west + 150, 150, n, i)
        land.rows(west + 12, 25, street=s)
    parks = land.find()
    assert len(parks) == expected and parks.eenheden.sum() == 48
    assert parks.park_id[0] == "top10nl.5", "the lowest identifier"


def test_an_area_in_an_area_is_one_park():
    land = Land()
    land.area("bungalowpark", 0, 0, 400, 400, "Groot")
    land.area("caravanpark", 50, 50, 200, 200, "Klein")
    assert land.find().naam.tolist() == ["Groot"]


def test_the_borders_say_in_which_municipality_a_park_lies():
    """Where the BAG is of one municipality, what lies across its border has no object of its own."""
    from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import municipalities

    land = Land()
    land.area("vakantiepark", 0, 0, 200, 200, "Over de grens")
    land.add(*(Thing(WEST + x, SOUTH + y, "woonfunctie") for x in (-300, 500) for y in (-300, 500)))
    boxes = shapely.box([WEST - 9000, WEST - 50], SOUTH - 9000, [WEST - 50, WEST + 9000], SOUTH + 9000)
    borders = municipalities(["9801", "9802"], ["A", "B"], boxes)
    policies = Policies({"9802": Policy(recreatie_bewoning=ENFORCES)})
    assert land.find(borders=borders).gemeentecode.tolist() == ["9802"]
    found = land.find(policies, borders=borders)
    assert "gaat gemeente B (9802) bewoning" in found.found.bewijs[0]


def test_a_park_is_listed_if_a_part_of_it_lies_in_the_region():
    land = Land()
    land.rows(0, 0)
    land.rows(1000, 0, street="Heidepad")
    land.area("vakantiepark", 3000, 0, 3200, 200, "Leeg")
    none, one = np.zeros(48, dtype=bool), np.arange(48) == 3
    outside = replace(land.zones(), in_region=np.array([False]))
    assert not len(land.find(inside=none, zones=outside))
    assert land.find(inside=one, zones=outside).naam.tolist() == ["Parklaan"]
    assert land.find(inside=one, zones=outside).eenheden.tolist() == [24], "units outside count in it"
    assert land.find(inside=none).naam.tolist() == ["Leeg"]


def test_where_no_registrations_were_delivered_the_park_says_so():
    land = Land()
    land.rows(0, 0)
    land.rows(1000, 0, street="Heidepad", counted=np.nan, code="9802")
    known, unknown = land.find().found.bewijs, land.find().found.zekerheid
    assert ["geen registraties geleverd" in said for said in known] == [False, True]
    assert unknown[1] < unknown[0] or unknown == ["midden", "laag"]


@pytest.mark.parametrize("status, listed_at, points", [("geldig", 0, -1), ("doorgehaald", 0, 1), ("geldig", 1, 1)])
def test_certificates_count_where_they_are_required_and_listed(status, listed_at, points):
    land = Land()
    land.rows(0, 0)
    land.add(Thing(WEST + 900, SOUTH, "woonfunctie"))
    policies = Policies({"9801": Policy(keurmerk_vereist=True)})
    ids = land.stock().ids[[0, 24]]
    listed = listed_of((ids[listed_at], "certificaat", np.nan, "", "", status))
    plain, found = land.find(policies).found, land.find(policies, listed=listed).found
    assert found.score - plain.score == points and "keurmerk" in found.bewijs[0] and "keurmerk" not in plain.bewijs[0]


# What never becomes a park ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind, use", [
    ("woonwagencentrum", "standplaats"), ("jachthaven", "logiesfunctie"), ("volkstuinen", "logiesfunctie"),
])  # fmt: skip
def test_areas_that_are_no_park(kind, use):
    land = Land()
    land.rows(0, 0, use=use)
    assert len(land.find()) == 1
    land.area(kind, -20, -20, 170, 120)
    assert not len(land.find())
    land.area("recreatiegebied", -500, -500, 500, 500)
    assert not len(land.find())


def test_a_marina_around_a_park_does_not_hide_it():
    land = Land()
    land.rows(0, 0)
    land.area("jachthaven", -400, -400, 400, 400)
    land.area("vakantiepark", -20, -20, 170, 120)
    assert land.find().eenheden.tolist() == [24]


def test_a_recreation_area_without_units():
    land = Land()
    land.area("recreatiegebied", 0, 0, 500, 500, "De Plas")
    land.add(Thing(WEST + 250, SOUTH + 250, "bijeenkomstfunctie", counted=40))
    assert not len(land.find())


def test_a_few_pitches_without_an_area():
    land = Land()
    land.rows(0, 0, columns=7, lines=2, use="standplaats")
    assert not len(land.find()) and not len(land.find(zones=None))
    land.area("recreatiegebied", -20, -20, 170, 120)
    assert land.find().eenheden.tolist() == [14]


def test_lodging_in_town_beside_a_park():
    """A hotel with a room per object, a large one, a terrace over shops, and two guest houses down the road."""
    land = Land()
    land.rows(0, 0)
    at = {"x": WEST + 200, "y": SOUTH}
    land.add(*(Thing(**at, building=900) for _ in range(30)))
    land.add(Thing(WEST + 200, SOUTH + 50, size=30))
    land.add(*(Thing(WEST + 200 + 7 * i, SOUTH + 90) for i in range(14)))
    land.add(Thing(WEST + 400, SOUTH), Thing(WEST + 430, SOUTH))
    assert land.find().eenheden.tolist() == [24]
    assert not shapely.intersects_xy(land.find().polygons[0], WEST + 200, SOUTH)
    blind = land.find(buildings=None)
    assert blind.eenheden.tolist() == [24, 15], "a terrace can't be told from cottages without outlines, and it says so"
    assert blind.lacks and blind.found.zekerheid[1] == "laag"


def test_lodging_spread_over_a_village():
    land = Land()
    land.rows(0, 0, step=70.0)
    assert not len(land.find())


def test_large_homes_and_farms_in_a_recreation_area():
    land = Land()
    land.area("recreatiegebied", -30, -30, 180, 130)
    land.rows(0, 0, use="woonfunctie", size=13.0)
    assert not len(land.find())
    land.things = [replace(thing, size=7.0, area=160.0) for thing in land.things]
    assert not len(land.find())


# What is said of it -------------------------------------------------------------------------------------------------


def test_registrations_give_no_points_and_unknown_is_not_zero():
    land = Land()
    things = land.rows(0, 0)
    bare = land.find()
    land.things = [replace(thing, counted=9) for thing in things]
    full, unknown = land.find(), land.find(counts=None)
    assert bare.found.score.tolist() == full.found.score.tolist() == unknown.found.score.tolist()
    assert bare.registraties.tolist() == [0] and full.registraties.tolist() == [216]
    assert np.isnan(unknown.registraties).all() and "hun aantal is onbekend" in unknown.found.bewijs[0]
    land.things[3] = replace(land.things[3], counted=np.nan)
    assert np.isnan(land.find().registraties).all(), "a part that is unknown makes the sum unknown"


@pytest.mark.parametrize("missing", ["buildings", "zones", "counts"])
def test_what_is_missing_lowers_the_certainty_and_is_said(missing):
    land = Land()
    land.rows(0, 0)
    land.area("recreatiegebied", -30, -30, 180, 130)
    assert land.find().found.zekerheid == ["hoog"] and not land.find().lacks
    parks = land.find(**{missing: None})
    assert parks.found.zekerheid[0] != "hoog" and len(parks.lacks) == 1
    assert parks.lacks[0].dutch in parks.found.bewijs[0] and parks.lacks[0].english in parks.found.evidence[0]


def test_policy_changes_score_and_wording_and_says_why():
    land = Land()
    for west, code in ((0, "9801"), (1000, "9802"), (2000, "9803")):
        land.rows(west, 0, code=code)
    policies = Policies({
        "9801": Policy(recreatie_bewoning=ENFORCES), "9802": Policy(recreatie_bewoning=TOLERATES),
    })  # fmt: skip
    parks = land.find(policies)
    base = land.find().found.score.tolist()[0]
    assert parks.gemeentecode.tolist() == ["9801", "9802", "9803"]
    assert parks.found.score.tolist() == [base + 1, base - 1, base]
    assert "gaat gemeente 9801 bewoning van vakantieparken tegen (+1)" in parks.found.bewijs[0]
    assert "gedoogt gemeente 9802 bewoning van vakantieparken (-1)" in parks.found.bewijs[1]
    assert "beleid" not in parks.found.bewijs[2]


def test_policy_neither_makes_a_park_nor_unmakes_one():
    land = Land()
    land.area("camping, kampeerterrein", 0, 0, 200, 200)
    land.add(Thing(WEST + 50, SOUTH + 50, "bijeenkomstfunctie"))
    assert land.find(Policies({"9801": Policy(recreatie_bewoning=TOLERATES)})).found.score.tolist() == [3]
    below = Land()
    below.rows(0, 0, columns=4, lines=3, use="woonfunctie", street="", postcode="")
    below.area("recreatiegebied", -500, -500, 500, 500)
    strict = replace(BOOK, enough=5)
    assert len(below.find()) == 1
    assert not len(below.find(Policies({"9801": Policy(recreatie_bewoning=ENFORCES)}), book=strict))


def test_the_outline_holds_every_unit_and_follows_bays():
    land = Land()
    land.rows(0, 0, columns=20, lines=2)
    land.rows(0, 50, columns=2, lines=18)
    (shape,) = land.find().polygons
    points = shapely.points([(thing.x, thing.y) for thing in land.things])
    assert shapely.is_valid(shape) and shapely.covers(shape, points).all()
    assert shapely.area(shape) < 0.8 * shapely.area(shapely.convex_hull(shape))


def test_a_point_of_the_map_is_a_park_too():
    land = Land()
    land.areas.append(("functioneel_gebied_punt/12", "camping, kampeerterrein", "De Punt", shapely.Point(WEST, SOUTH)))
    land.add(Thing(WEST + 10, SOUTH, "bijeenkomstfunctie"))
    parks = land.find()
    assert parks.park_id.tolist() == ["top10nl.12"] and parks.naam.tolist() == ["De Punt"]


def test_nothing_at_all():
    land = Land()
    land.add(Thing(WEST, SOUTH, "woonfunctie"), Thing(np.nan, np.nan))
    assert not len(land.find()) and not len(land.find(zones=None, buildings=None, counts=None))


# The identifier -----------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(2, 40), max_size=12), st.integers(0, 20))
def test_identifier_survives_units_that_go_and_come(gone, more):
    """Of the BAG: whatever goes but the oldest unit. BAG numbers rise, so units that come change nothing."""
    land = Land()
    land.rows(0, 0, columns=8, lines=5)
    (before,) = land.find().park_id
    land.things = [thing for thing in land.things if thing.number not in gone]
    land.add(*(Thing(WEST + 25 * i, SOUTH + 125, number=100 + i) for i in range(more)))
    assert before in land.find().park_id


def test_identifiers_of_an_earlier_run_are_kept():
    """Also when the oldest unit is gone, the park has moved on the map, or grew; each goes to one park only."""
    land = Land()
    land.rows(0, 0)
    land.rows(1000, 0)
    first = land.find()
    land.things = land.things[3:]
    land.rows(1150, 0, number=0)
    changed = land.find()
    assert changed.park_id[0] != first.park_id[0]
    kept = land.find(earlier=Earlier(first.park_id, first.polygons))
    assert kept.park_id.tolist() == first.park_id.tolist() and kept.found.bewijs == changed.found.bewijs
    land.area("vakantiepark", -20, -20, 180, 120, number="55")
    kept = land.find(earlier=Earlier(first.park_id, first.polygons))
    assert sorted(kept.park_id) == sorted(first.park_id)


def test_no_two_parks_get_the_same_identifier():
    """The smaller half has the oldest unit, but the larger one keeps the identifier that it gave."""
    boxes = shapely.box([0.0, 0, 500], 0.0, [100, 30, 600], 100.0)
    earlier = Earlier(np.array(["bag.1"], dtype=object), boxes[:1])
    ids = np.array(["bag.1", "bag.2", "bag.1-2"], dtype=object)
    polygons = np.array([shapely.box(0, 0, 30, 100), shapely.box(31, 0, 100, 100), boxes[2]], dtype=object)
    assert carried_over(ids, polygons, earlier, 0.5).tolist() == ["bag.1-2", "bag.1", "bag.1-2-2"]


def test_a_park_that_falls_apart_keeps_its_identifier_once():
    land = Land()
    land.rows(0, 0, columns=14)
    first = land.find()
    land.things = [thing for thing in land.things if not WEST + 120 < thing.x < WEST + 230]
    halves = land.find(earlier=Earlier(first.park_id, first.polygons))
    assert len(halves) == 2 and len(set(halves.park_id)) == 2 and first.park_id[0] in halves.park_id


def test_identifier_of_the_map_does_not_depend_on_units():
    land = Land()
    land.area("vakantiepark", -20, -20, 200, 150, number="129000007")
    land.rows(0, 0)
    found = set(land.find().park_id)
    land.things = land.things[5:9]
    found |= set(land.find().park_id)
    land.things = [Thing(WEST + 900, SOUTH, "woonfunctie", number=1, building=1)]
    assert found | set(land.find().park_id) == {"top10nl.129000007"}


def test_an_area_without_identifier_has_that_of_its_units_or_of_its_cell():
    land = Land()
    land.areas.append(("", "vakantiepark", "", shapely.box(WEST, SOUTH, WEST + 200, SOUTH + 200)))
    land.add(Thing(WEST + 900, SOUTH, "woonfunctie"))
    (cell,) = land.find().park_id
    assert cell.startswith("h3.8a")
    land.rows(20, 20)
    assert land.find().park_id.tolist() == ["bag.9801010000000002"]
