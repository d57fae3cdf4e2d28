"""What published maps give away together: plain thresholding, slivers, linked groupings, and maps of this plugin."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure import inspection_board
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.inspection import Kind, Verdict, inspect
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.inspection_maps import Shown, rounding_of
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.inspection_pieces import pieces_of_polygons
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.territory import hexagon_polygons
from arbeidsmigratie.arbeidsmigratie_plugin.core.lattice import PointIndexer

X, Y = 130_000.0, 478_000.0


def shown(name, values, polygons, threshold=0, rounding=1, date="", **more):
    names = [f"{name}{at}" for at in range(len(values))]
    made = np.array(polygons, dtype=object)
    return Shown(name, date, names, np.array(values, dtype=float), made, rounding, threshold, **more)


def squares(count, start=0):
    return [shapely.box(X + 500 * at, Y, X + 500 * (at + 1), Y + 500) for at in range(start, start + count)]


def known(found):
    """Low and high of each finding, with the area it is in."""
    return {(f.areas[0], f.low, f.high) for f in found.findings}


# Known answers ---------------------------------------------------------------------------------------------------


def linked_tables(hidden="ABKLM"):
    """disclosure.md T3: counties of places, and sizes of places, as two maps of the same eight squares."""
    counts = dict(zip("ABIJKLMN", [2, 2, 8, 8, 3, 3, 3, 7]))
    place = dict(zip(counts, squares(8)))

    def made(name, groups):
        values = [float("nan") if p in hidden else counts[p] for p in counts]
        values += [sum(counts[p] for p in group) for group in groups]
        return shown(name, values, [*place.values(), *(shapely.union_all([place[p] for p in g]) for g in groups)])

    return made("county", ["ABIJ", "KLMN"]), made("size", ["LM", "ABIJKN"])


def test_t3_each_map_alone_and_both():
    county, size = linked_tables()
    alone = inspect([county])
    assert ("county4", 3, 3) not in known(alone)
    assert {(f.areas, f.low) for f in alone.findings if f.kind is Kind.EXACT} == {(("county8",), 4), (("county9",), 9)}
    both = inspect([county, size])
    assert ("county4", 3, 3) in known(both)
    assert both.verdict is Verdict.UNSAFE
    assert both.count(Kind.EXACT) >= 1
    (exact,) = [f for f in both.findings if f.kind is Kind.EXACT and f.areas[0] == "county4"]
    assert exact.packages == ("county", "size")
    assert exact.polygon.area == pytest.approx(500 * 500)
    mended = inspect(list(linked_tables("ABKLMN")))
    assert not any(f.areas[0] == "county4" and f.kind is Kind.EXACT for f in mended.findings)


def test_t4_a_municipality_within_squares():
    grid_map = shown("raster", [50, 40, 40, 40], squares(4))
    border = shapely.box(X + 100, Y, X + 2000, Y + 500)
    found = inspect([grid_map, shown("gemeente", [169], [border])])
    assert [(f.kind, f.low, f.high) for f in found.findings] == [(Kind.EXACT, 1, 1)]
    assert found.findings[0].polygon.area == pytest.approx(100 * 500)
    assert found.findings[0].outside == ("gemeente0",)
    assert inspect([grid_map]).verdict is Verdict.SAFE


def test_t7_who_knows_the_rule():
    parent = [shapely.box(X, Y, X + 1000, Y + 500)]
    fine = shown("fijn", [float("nan")] * 2, squares(2))
    assert inspect([fine, shown("grof", [18], parent)]).count(Kind.EXACT) == 0
    told = inspect([shown("fijn", [float("nan")] * 2, squares(2), 10), shown("grof", [18], parent, 10)])
    assert known(told) == {("fijn0", 9, 9), ("fijn1", 9, 9)}


# Plain thresholding ----------------------------------------------------------------------------------------------


def world(seed=1, count=350):
    """Addresses with a heavy tail in clusters."""
    rng = np.random.default_rng(seed)
    centres = rng.uniform((X, Y), (X + 12_000, Y + 9_000), (14, 2))
    near = centres[rng.integers(0, 14, count)] + rng.normal(0, 1, (count, 2)) * rng.choice([300, 1800], (count, 1))
    return near[:, 0], near[:, 1], np.maximum(1, np.rint(rng.lognormal(0.8, 1.0, count))).astype(int)


def thresholded(name, cells, persons, threshold=10, polygons=hexagon_polygons):
    """A map of hexagons with small numbers left out: NULL where 1 to 9, nothing where nobody is."""
    there, group = np.unique(cells, return_inverse=True)
    totals = np.bincount(group, persons).astype(float)
    return shown(name, np.where(totals < threshold, np.nan, totals), polygons(there), threshold)


def indexed(world_, resolution):
    return PointIndexer(grid.RD_NEW, resolution).index(world_[0], world_[1])


def unions(cells):
    """Larger hexagons as the union of what is in them."""
    h3 = grid.h3_library()
    made = []
    for cell in cells.tolist():
        parts = np.array(sorted(h3.cell_to_children(cell, 8)), dtype=np.uint64)
        made.append(shapely.union_all(hexagon_polygons(parts)))
    return made


def test_two_resolutions_of_plain_thresholding_leak():
    place = world()
    fine = indexed(place, 8)
    coarse = thresholded("res7", grid.roll_up(fine, 7), place[2], polygons=unions)
    alone = inspect([thresholded("res8", fine, place[2])])
    assert alone.count(Kind.EXACT) == 0
    both = inspect([thresholded("res8", fine, place[2]), coarse])
    assert both.count(Kind.EXACT) > 0
    assert both.verdict is Verdict.UNSAFE
    totals = dict(zip(*(part.tolist() for part in _totals(fine, place[2]))))
    for finding in both.findings:  # and what is said to be known is true
        if finding.kind is Kind.EXACT and finding.areas[0].startswith("res8"):
            cell = sorted(totals)[int(finding.areas[0][4:])]
            if finding.polygon.area == pytest.approx(hexagon_polygons(np.array([cell], np.uint64))[0].area, rel=0.01):
                assert totals[cell] == finding.low


def _totals(cells, persons):
    there, group = np.unique(cells, return_inverse=True)
    return there, np.bincount(group, persons).astype(int)


def sliver():
    """An address that direct indexing puts in another cell of resolution 7 than the parent of its cell of 8."""
    h3 = grid.h3_library()
    for parent in sorted(h3.grid_disk(h3.latlng_to_cell(52.3, 5.05, 7), 1)):
        for child in sorted(h3.cell_to_children(parent, 8)):
            outside = hexagon_polygons(np.array([child], np.uint64))[0].difference(
                hexagon_polygons(np.array([parent], np.uint64))[0]
            )
            if outside.area > 30_000:
                return parent, child, outside.representative_point()
    raise AssertionError


def test_the_hole_that_indexing_anew_leaves():
    """One address out of twenty in a hexagon lies in the 7 % where the two ways of making a coarser map differ."""
    parent, child, point = sliver()
    middle = grid.centres(np.array([child], dtype=np.uint64))
    x, y = np.append(middle[0], [0, point.x]), np.append(middle[1], [0, point.y])
    x[1], y[1] = x[0] + 20_000, y[0]  # two persons far away: a number that is withheld
    persons = np.array([19, 2, 1])
    fine, coarse = (PointIndexer(grid.RD_NEW, at).index(x, y) for at in (8, 7))
    assert coarse[2] != parent
    assert grid.roll_up(fine, 7)[2] == parent
    maps = [thresholded("res8", fine, persons), thresholded("res7", coarse, persons)]
    found = inspect(maps)
    assert found.verdict is Verdict.UNSAFE
    assert any(f.kind is Kind.EXACT and f.low == 1 and f.polygon.intersects(point) for f in found.findings)
    rolled = inspect([maps[0], thresholded("res7", grid.roll_up(fine, 7), persons, polygons=unions)])
    assert not any(f.low == f.high == 1 for f in rolled.findings)


def test_where_nothing_is_shown_there_is_nobody_only_if_the_rest_is():
    """A map of a region beside it would contradict that: then nothing is believed of what it does not show."""
    west = shown("west", [float("nan"), 20], squares(2), 10)
    whole = shown("alles", [26], [shapely.box(X, Y, X + 1500, Y + 500)], 10)
    east = shown("oost", [30], squares(1, 3), 10)
    assert west.shows_empties
    assert not east.shows_empties
    found = inspect([west, whole])
    assert ("west0", 6, 6) in known(found)
    found = inspect([west, whole, east])
    assert not found.contradictions
    assert ("west0", 6, 6) not in known(found)


def test_a_large_part_is_attacked_by_neighbourhoods(monkeypatch):
    place = world(2, 200)
    fine = indexed(place, 8)
    maps = [thresholded("res8", fine, place[2]), thresholded("res7", grid.roll_up(fine, 7), place[2], polygons=unions)]
    whole = inspect(maps)
    monkeypatch.setattr(inspection_board, "_LARGE", 3)
    parts = inspect(maps)
    exact = [{(f.areas, f.low) for f in found.findings if f.kind is Kind.EXACT} for found in (whole, parts)]
    assert exact[0] == exact[1]
    assert exact[0]


# Maps of this plugin -------------------------------------------------------------------------------------------------


def ours(name, regions, values, date="2026-07-01"):
    polygons = [shapely.union_all(hexagon_polygons(np.array(cells, dtype=np.uint64))) for cells in regions]
    held = tuple(tuple(cells) for cells in regions)
    return shown(name, values, polygons, 10, 5, date, codes=("1001",) * len(regions), cells=held)


def children(parent):
    return sorted(grid.h3_library().cell_to_children(parent, 9))


PARENTS = sorted(grid.h3_library().cell_to_children(grid.h3_library().latlng_to_cell(52.3, 5.05, 7), 8))


def test_one_of_ours_is_safe():
    found = inspect([ours("a", [children(p) for p in PARENTS[:3]], [10, 15, 40])])
    assert found.verdict is Verdict.SAFE
    assert found.narrowest == 14  # a part of the smallest region: anything from 0 to 14
    assert (found.figures, found.targets, found.step) == (3, 3, 0.0)


def test_a_coarser_one_of_ours_with_the_sums_adds_nothing():
    fine = ours("a", [children(p) for p in PARENTS[:2]], [10, 15])
    coarse = ours("b", [children(PARENTS[0]) + children(PARENTS[1])], [25])
    assert inspect([fine, coarse]).verdict is Verdict.SAFE


def test_ours_with_regions_that_do_not_nest():
    first = ours("a", [children(PARENTS[0])], [40])
    second = ours("b", [[*children(PARENTS[0]), children(PARENTS[1])[0]]], [40])
    found = inspect([first, second])
    assert found.verdict is Verdict.UNSAFE
    (finding,) = [f for f in found.findings if len(f.cells) == 1]
    assert finding.cells == (("1001", children(PARENTS[1])[0]),)
    assert (finding.low, finding.high) == (0, 8)


def test_dates_are_not_mixed():
    first = ours("a", [children(PARENTS[0])], [40], "2026-07-01")
    second = ours("b", [[*children(PARENTS[0]), children(PARENTS[1])[0]]], [40], "2026-08-01")
    assert inspect([first, second]).verdict is Verdict.SAFE


def test_contradicting_maps_can_not_be_judged():
    found = inspect([shown("a", [50], squares(1)), shown("b", [60], squares(1))])
    assert found.verdict is Verdict.UNKNOWN
    assert found.contradictions


# Details --------------------------------------------------------------------------------------------------------------


def test_a_small_number_that_was_published():
    found = inspect([shown("a", [3, 0, 12], squares(3))])
    assert known(found) == {("a0", 3, 3)}
    assert found.findings[0].kind is Kind.SMALL
    assert inspect([shown("a", [7, 12], squares(2), 5)]).verdict is Verdict.SAFE  # the maker's rule is 5


@pytest.mark.parametrize(
    ("values", "base"),
    [([5, 10, 25, 40, 55], 5), ([10, 20, 50, 30, 80], 10), ([5, 10, 25, 40, 56], 1), ([5, 10], 1), ([], 1)],
)
def test_rounding_shows(values, base):
    assert rounding_of(np.array([*values, np.nan, 0.0])) == base


def test_no_maps_and_empty_maps():
    assert inspect([]).verdict is Verdict.UNKNOWN
    assert inspect([shown("a", [], [])]).verdict is Verdict.UNKNOWN


def test_pieces_of_what_is_drawn():
    one, other = shapely.box(X, Y, X + 600, Y + 600), shapely.box(X + 300, Y, X + 900, Y + 600)
    tiny = shapely.box(X + 700, Y + 100, X + 703, Y + 103)
    again = shapely.box(X + 0.2, Y - 0.2, X + 600.2, Y + 599.8)  # drawn a little otherwise
    pieces = pieces_of_polygons(np.array([one, other, tiny, again], dtype=object))
    sets = {tuple(sorted(pieces.figures.group[pieces.figures.member == at])) for at in range(pieces.count)}
    assert sets == {(0, 3), (0, 1, 3), (1,), (1, 2)}
