"""Clusters across borders: who has which part, who alone would have seen it, what lies on the other side."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.abroad import (
    ForeignAreas,
    NationalBorder,
    Places,
    country_code,
    facing,
    national_border,
    no_areas,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.border_sentences import (
    difference_texts,
    explanations,
    share_texts,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.borders import (
    Abroad,
    Question,
    Soort,
    border_clusters,
    differences,
    with_rate,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.hotspots import Settings, find_hotspots
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.parts import alone, parts
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.sensitivity import clusters_of, sensitivity
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.sentences import DUTCH, ENGLISH
from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import municipalities
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.policy import Policies, Policy
from tests.core.clusters.support import surface
from tools.bench.worlds import land

LAND = land(10)
X, Y = grid.centres(LAND.cells)
MIDDLE = int(np.argmin(np.hypot(X - X.mean(), Y - Y.mean())))
SPLIT = float(X[MIDDLE])
HALF = 20_000.0


def objects(values):
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


def areas(split=SPLIT):
    """West (9801) and east (9802), side by side."""
    boxes = [shapely.box(split - HALF, Y[MIDDLE] - HALF, split, Y[MIDDLE] + HALF)]
    boxes.append(shapely.box(split, Y[MIDDLE] - HALF, split + HALF, Y[MIDDLE] + HALF))
    return municipalities(["9801", "9802"], ["West", "Oost"], objects(boxes))


def codes(split=SPLIT):
    """Cells on the border have objects of both."""
    return ["9801,9802" if abs(x - split) < 350 else "9801" if x < split else "9802" for x in X]


def world(planted, split=SPLIT, listed=None, homes=60, usual=1, more=8):
    cases = np.full(len(LAND), usual)
    cases[planted] = more
    return surface(LAND.cells, cases, np.full(len(LAND), homes), listed or codes(split))


def found_in(made, around=None, abroad=None, **question):
    hot = find_hotspots(made, Settings())
    clusters = clusters_of(hot, sensitivity(hot, None))
    asked = Question(question.pop("reach", 5000.0), Settings(), **question)
    nothing = Abroad(None, no_areas(), None)
    return border_clusters(clusters, around or areas(), abroad or nothing, asked, made.rate)


def foreign(*boxes, land="DE", density=None):
    density = np.full(len(boxes), np.nan) if density is None else np.asarray(density, dtype=float)
    names = objects([f"Kreis {at + 1}" for at in range(len(boxes))])
    return ForeignAreas(objects([land] * len(boxes)), names, density, objects(list(boxes)))


# Municipal borders -------------------------------------------------------------------------------------------------


def test_a_cluster_across_the_border_is_one_cluster_and_one_inside_is_not_listed():
    found = found_in(world(LAND.disk(MIDDLE)))
    assert len(found) == len(found.clusters) == 1
    assert found.soort == (Soort.MUNICIPAL,)
    assert found.codes == (("9801", "9802"),)
    assert len(found_in(world(LAND.disk(MIDDLE)), areas(SPLIT + 6000))) == 1
    inside = found_in(world(LAND.disk(MIDDLE), SPLIT + 6000), areas(SPLIT + 6000))
    assert (len(inside.clusters), len(inside)) == (1, 0)
    assert len(explanations(inside, DUTCH)) == len(share_texts(inside)) == 0


def test_parts_add_up_to_the_cluster():
    found = found_in(world(LAND.disk(MIDDLE)))
    shares = found.shares
    assert shares.code.tolist() == ["9801", "9802"]
    assert shares.share.sum() == pytest.approx(1.0)
    assert shares.observed.sum() == pytest.approx(found.clusters.observed[0])
    assert shares.expected.sum() == pytest.approx(found.clusters.expected[0])
    assert shares.population.sum() == pytest.approx(found.clusters.population[0])
    assert 0.3 < shares.share[0] < 0.7
    assert share_texts(found)[0] == f"9801 {100 * shares.share[0]:.0f} %, 9802 {100 * shares.share[1]:.0f} %"


@given(st.floats(-300, 300))
def test_a_cell_in_two_municipalities_is_divided_by_its_area(shift):
    split = SPLIT + shift
    made = surface(LAND.cells, np.ones(len(LAND)), np.full(len(LAND), 9), codes(SPLIT))
    divided = parts(made, areas(split))
    total = np.bincount(divided.cell, divided.part, minlength=len(made))
    assert total == pytest.approx(np.ones(len(made)))
    rows = np.flatnonzero(divided.cell == MIDDLE)
    assert divided.codes[divided.code[rows]].tolist() == ["9801", "9802"]
    bounds = grid.boundaries(LAND.cells[MIDDLE : MIDDLE + 1])
    cell = shapely.Polygon(np.column_stack([bounds.x, bounds.y]))
    west = cell.intersection(areas(split).polygons[0]).area / cell.area
    assert divided.part[rows] == pytest.approx([west, 1 - west])


def test_a_cell_with_objects_of_one_municipality_is_all_theirs_wherever_it_lies():
    made = surface(LAND.cells, np.ones(len(LAND)), np.full(len(LAND), 9), "9801")
    divided = parts(made, areas())
    assert divided.codes.tolist() == ["9801"]
    assert (divided.part == 1).all()


def test_without_codes_the_place_of_a_cell_says_it_and_without_area_parts_are_equal():
    nothing = surface(LAND.cells, np.ones(len(LAND)), np.full(len(LAND), 9), "")
    assert found_in(world(LAND.disk(MIDDLE), listed=[""] * len(LAND))).codes == (("9801", "9802"),)
    assert set(parts(nothing, areas()).codes) == {"9801", "9802"}
    unknown = surface(LAND.cells[:1], [1], [9], "9801,9899")
    assert parts(unknown, areas()).part.tolist() == [0.5, 0.5]


def test_one_side_has_too_little_to_see_it_alone():
    """Five cells in the west, two in the east with less: only the whole and the west show it."""
    at = LAND.disk(MIDDLE)
    west, east = at[X[at] < SPLIT + 100], at[X[at] >= SPLIT + 100]
    listed = ["9801" if x < SPLIT + 100 else "9802" for x in X]
    cases = np.ones(len(LAND))
    cases[west], cases[east] = 9, 2
    made = surface(LAND.cells, cases, np.full(len(LAND), 60), listed)
    found = found_in(made, areas(SPLIT + 100))
    assert found.codes == (("9801", "9802"),)
    assert found.shares.alone.tolist() == [1.0, 0.0]
    text = explanations(found, DUTCH)[0]
    assert "West alleen had het ook gezien. Oost alleen had het niet gezien." in text
    assert "Oost alone would not have seen it." in explanations(found, ENGLISH)[0]


def test_a_cluster_that_none_alone_would_have_seen_is_found_on_the_whole():
    at = LAND.disk(MIDDLE)
    seen = []
    for more in (3, 4, 5, 6, 8):
        found = found_in(world(at, more=more))
        seen.append(
            (len(found), bool(found.seen_by_none.any()), "Geen van deze" in "".join(explanations(found, DUTCH)))
        )
    assert (1, True, True) in seen
    assert seen[-1] == (1, False, False)


def test_alone_is_the_ring_test_on_own_cells_with_the_own_rate():
    made = world(LAND.disk(MIDDLE), listed=["9801" if x < SPLIT else "9802" for x in X])
    divided = parts(made, areas())
    west = X < SPLIT
    own = surface(LAND.cells[west], made.cases[west], made.population[west])
    expected = find_hotspots(own, Settings()).found
    assert (alone(made, divided, Settings(), ["9801"])["9801"][west] == expected).all()
    assert not alone(made, divided, Settings(), ["9801"])["9801"][~west].any()


def test_what_can_not_be_told_of_a_municipality_stays_unknown():
    at = LAND.disk(MIDDLE)
    listed = np.array(codes(), dtype=object)
    cases = np.where(np.isin(np.arange(len(LAND)), at), 8.0, 1.0)
    cases[listed == "9802"] = np.nan  # no delivery
    made = surface(LAND.cells, cases, np.full(len(LAND), 60), listed.tolist())
    found = found_in(made)
    assert found.codes == (("9801", "9802"),)
    assert found.shares.share.tolist() == pytest.approx([1.0, np.nan], nan_ok=True)
    assert np.isnan(found.shares.observed[1])
    assert np.isnan(found.shares.alone[1])
    assert "Hoeveel er in Oost zijn, is onbekend." in explanations(found, DUTCH)[0]
    outside = found_in(world(at), region=frozenset({"9801"}))
    assert np.isnan(outside.shares.alone[1])
    assert outside.shares.alone[0] in (0, 1)


def test_a_municipality_of_which_only_the_edge_is_there_is_not_tested():
    listed = ["9801,9802" if abs(x - SPLIT) < 350 else "9801" for x in X]
    found = found_in(world(LAND.disk(MIDDLE), listed=listed))
    assert np.isnan(found.shares.alone[found.shares.code == "9802"]).all()
    assert "Oost alleen" not in explanations(found, DUTCH)[0]


def test_another_rate_changes_what_is_expected_and_nothing_else():
    made = world(LAND.disk(MIDDLE))
    hot = find_hotspots(made, Settings())
    clusters = clusters_of(hot, sensitivity(hot, None))
    same, other = with_rate(clusters, made.rate), with_rate(clusters, 2 * made.rate)
    assert same.expected == pytest.approx(clusters.expected)
    assert (same.low[0], same.high[0]) == pytest.approx((clusters.low[0], clusters.high[0]))
    assert other.ratio == pytest.approx(clusters.ratio / 2)


# Policy ------------------------------------------------------------------------------------------------------------


def test_policies_differ_only_where_both_have_spoken():
    said = {"9801": Policy(norm_m2=10.0, vergunningplicht=True), "9802": Policy(recreatie_bewoning="gedogen")}
    different = differences(("9801", "9802"), Policies(said))
    assert [one.what for one in different] == ["norm_m2"]
    found = found_in(world(LAND.disk(MIDDLE)), policies=Policies(said))
    assert difference_texts(found).tolist() == ["oppervlakte per persoon West 10 m2, Oost 12 m2"]
    assert "Hun beleid verschilt: oppervlakte per persoon West 10 m2, Oost 12 m2." in explanations(found, DUTCH)[0]
    assert "floor area per person West 10 m2" in explanations(found, ENGLISH)[0]
    assert difference_texts(found_in(world(LAND.disk(MIDDLE)), policies=Policies()))[0] == "geen verschil bekend"
    assert difference_texts(found_in(world(LAND.disk(MIDDLE))))[0] == ""


# National borders --------------------------------------------------------------------------------------------------


def east_of(metres, width=10_000.0):
    """A box that begins so far east of the middle."""
    west = SPLIT + metres
    return shapely.box(west, Y[MIDDLE] - HALF, west + width, Y[MIDDLE] + HALF)


def spot(radius=500.0):
    return objects([shapely.Point(SPLIT, Y[MIDDLE]).buffer(radius)])


def border_at(metres, land="DE"):
    x = SPLIT + metres
    return NationalBorder(
        objects([land]), objects([shapely.LineString([(x, Y[MIDDLE] - HALF), (x, Y[MIDDLE] + HALF)])])
    )


def beside(border, near=None, places=None, reach=5000.0, home=()):
    return facing(spot(), border, near or no_areas(), places, objects(list(home)), reach)


def test_the_distance_is_that_from_the_edge_of_the_cluster():
    seen = beside(border_at(2500))
    assert seen.distance == pytest.approx([2000], abs=5)
    assert seen.lands.tolist() == ["DE"]
    assert np.isnan(beside(NationalBorder(objects([]), objects([]))).distance).all()
    far = beside(border_at(9000))
    assert far.distance == pytest.approx([8500], abs=5)
    assert (far.lands[0], far.across[0]) == ("", "")


def test_the_nearest_foreign_area_of_each_country_faces_it():
    boxes = (east_of(2500, 1000), east_of(3500, 1000))
    two = ForeignAreas(objects(["DE", "DE"]), objects(["Dichtbij", "Ver"]), np.full(2, np.nan), objects(list(boxes)))
    assert beside(border_at(2500), two).across.tolist() == ["Dichtbij (DE)"]


def test_across_the_border_nothing_is_unknown_not_zero():
    none = beside(border_at(1000), foreign(east_of(1000)))
    assert np.isnan([none.places[0], none.density[0]]).all()
    elsewhere = Places(np.array([SPLIT + 9000.0]), np.array([Y[MIDDLE]]))
    empty = beside(border_at(1000), foreign(east_of(1000)), elsewhere)
    assert np.isnan([empty.places[0], empty.density[0]]).all()
    assert empty.covered.tolist() == [0.0]
    zero = beside(border_at(1000), foreign(east_of(1000), density=[0.0]))
    assert zero.density.tolist() == [0.0]


def test_known_locations_are_counted_within_reach_and_abroad_only():
    area = foreign(east_of(1000))
    x = SPLIT + np.array([500.0, 1500.0, 2000.0, 9000.0])
    seen = beside(border_at(1000), area, Places(x, np.full(4, Y[MIDDLE])), 5000.0, [east_of(-10_000, 11_000)])
    zone = shapely.intersection(shapely.buffer(spot()[0], 5000.0), area.polygons[0])
    assert seen.places.tolist() == [2]
    assert seen.density == pytest.approx([2 / (zone.area / 1e6)])
    assert seen.covered == pytest.approx([1.0])
    without = beside(border_at(1000), None, Places(x, np.full(4, Y[MIDDLE])), 5000.0, [east_of(-10_000, 11_000)])
    assert without.places.tolist() == [2]
    assert np.isnan(without.density).all()


def test_a_density_of_areas_is_weighed_by_the_land_within_reach():
    split = shapely.box(SPLIT + 1000, Y[MIDDLE], SPLIT + 9000, Y[MIDDLE] + HALF)
    other = shapely.box(SPLIT + 1000, Y[MIDDLE] - HALF, SPLIT + 9000, Y[MIDDLE])
    assert beside(border_at(1000), foreign(split, other, density=[10, 30])).density == pytest.approx([20.0])
    half = beside(border_at(1000), foreign(split, other, density=[10, np.nan]))
    assert (half.density[0], half.covered[0]) == pytest.approx((10.0, 0.5), rel=1e-6)


def test_without_a_border_layer_the_edge_counts_where_foreign_areas_lie_against_it():
    home = objects([east_of(-10_000, 12_000)])
    derived = national_border(None, home, foreign(east_of(2000)))
    assert derived.land.tolist() == ["DE"]
    assert shapely.distance(derived.shapes[0], shapely.Point(SPLIT, Y[MIDDLE])) == pytest.approx(2000)
    assert shapely.distance(derived.shapes[0], shapely.Point(SPLIT - 10_000, Y[MIDDLE])) > 9000  # coast, no border
    gap = national_border(None, home, foreign(east_of(2300)))
    assert shapely.distance(gap.shapes[0], shapely.Point(SPLIT, Y[MIDDLE])) == pytest.approx(2000)
    assert len(national_border(None, home, foreign(east_of(9000)))) == 0
    assert len(national_border(None, home, no_areas())) == 0


def test_of_polygons_the_own_country_is_no_other_country():
    home = objects([east_of(-10_000, 12_000)])
    both = NationalBorder(objects(["NL", "DE"]), objects([home[0], east_of(2000)]))
    assert national_border(both, home, no_areas()).land.tolist() == ["DE"]
    unnamed = NationalBorder(objects([""]), home)
    assert len(national_border(unnamed, home, no_areas())) == 0
    assert national_border(unnamed, home, foreign(east_of(2000), land="BE")).land.tolist() == ["BE"]


def test_a_cluster_near_the_border_is_listed_and_told():
    made = world(LAND.disk(MIDDLE), listed=["9801"] * len(LAND))
    kreis = foreign(east_of(3000), density=[12.5])
    found = found_in(made, areas(SPLIT + HALF / 2), Abroad(border_at(3000), kreis, None))
    assert found.soort == (Soort.NATIONAL,)
    dutch, english = explanations(found, DUTCH)[0], explanations(found, ENGLISH)[0]
    assert "De grens met Duitsland ligt op " in dutch
    assert "Over de grens ligt Kreis 1 (DE), waar het aantal registraties onbekend is, niet nul." in dutch
    assert "12,5 adressen of locaties per km2 bekend; die tellen hier niet mee" in dutch
    assert "Across the border lies Kreis 1 (DE), where the number of registrations is unknown, not zero." in english
    assert dutch.endswith("Een aanwijzing, geen oordeel.")
    bare = found_in(made, areas(SPLIT + HALF / 2))
    assert found.clusters.expected == pytest.approx(bare.clusters.expected)  # never added in
    assert (len(bare), bare.border_known) == (0, False)
    both = found_in(world(LAND.disk(MIDDLE)), areas(), Abroad(border_at(3000, ""), no_areas(), None))
    assert both.soort == (Soort.BOTH,)
    assert "Hoeveel er over de grens zijn, is onbekend, niet nul." in explanations(both, DUTCH)[0]
    assert not len(found_in(made, areas(SPLIT + HALF / 2), Abroad(border_at(3000), kreis, None), reach=100.0))


@pytest.mark.parametrize(
    ("text", "code"),
    [("Duitsland", "DE"), ("DEU", "DE"), ("België", "BE"), ("Belgium", "BE"), ("nl", "NL"), ("", ""), ("Oz", "Oz")],
)
def test_countries_are_known_however_they_are_written(text, code):
    assert country_code(text) == code
