"""Clusters as objects, other grids, outlines and sentences."""

from dataclasses import replace

import h3.api.basic_int as h3
import numpy as np
import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.cluster import robust, touching
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.hotspots import Method, Settings, find_hotspots
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.intervals import ratio_interval
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.outline import outlines
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.sensitivity import clusters_of, rolled_up, sensitivity
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.sentences import DUTCH, ENGLISH, of_cells, of_clusters
from tests.core.clusters.support import surface
from tools.bench.worlds import addresses, homes, land

LAND = land(8)
MIDDLE = int(np.argmin(np.hypot(*LAND.xy.T)))
FAR = int(np.argmax(LAND.xy[:, 0]))


def unknown():
    return np.full(len(LAND), np.nan)


def clusters(chosen, cases=None, codes="9801", q=None, **more):
    found = np.zeros(len(LAND), dtype=bool)
    found[chosen] = True
    made = surface(LAND.cells, np.where(found, 6, 1) if cases is None else cases, np.full(len(LAND), 50), codes)
    q = np.where(found, 0.01, 0.9) if q is None else q
    edge = more.pop("edge", np.zeros(len(LAND), dtype=bool))
    return touching(made, found, q, edge, more.pop("coarser", unknown()), more.pop("finer", unknown()))


def test_findings_that_touch_are_one_cluster():
    one, two = LAND.disk(MIDDLE), LAND.disk(FAR, 0)
    made = clusters([*one, *two])
    assert len(made) == 2
    assert sorted(made.size.tolist()) == [1, 7]
    assert set(made.rows(0)) == set(one)


def test_two_that_share_no_side_are_two_clusters():
    ring = sorted(h3.grid_ring(int(LAND.cells[MIDDLE]), 1))
    opposite = [ring[0], next(c for c in ring if not h3.are_neighbor_cells(c, ring[0]) and c != ring[0])]
    assert len(clusters(np.flatnonzero(np.isin(LAND.cells, np.array(opposite, dtype=np.uint64))))) == 2


def test_a_cluster_counts_each_of_its_cells_once():
    at = LAND.disk(MIDDLE)
    made = clusters(at)
    assert made.observed.tolist() == [42]
    assert made.population.tolist() == [350]
    assert made.expected == pytest.approx([350 * made.surface.rate])
    assert made.persons.tolist() == [84]
    low, high = ratio_interval(made.observed, made.expected, 0.8)
    assert (made.low[0], made.high[0]) == pytest.approx((low[0], high[0]))


def test_the_one_that_chance_explains_worst_comes_first():
    cases = np.ones(len(LAND))
    cases[LAND.disk(MIDDLE)], cases[LAND.disk(FAR, 0)] = 6, 30
    made = clusters([*LAND.disk(MIDDLE), *LAND.disk(FAR, 0)], cases)
    assert (np.diff(made.evidence) <= 0).all()
    assert made.number[FAR] == int(np.argmax(made.ratio))
    assert np.isnan(made.coarser).all()


def test_a_cluster_names_its_municipalities_and_what_its_cells_say():
    at = LAND.disk(MIDDLE)
    codes = ["9801"] * len(LAND)
    codes[at[0]], codes[at[1]] = "9802,9803", ""
    edge, q, finer = np.zeros(len(LAND), dtype=bool), np.full(len(LAND), 0.04), unknown()
    edge[at[2]], q[at[3]], finer[at] = True, 0.001, 0.0
    finer[at[4]] = 1.0
    made = clusters(at, codes=codes, edge=edge, q=q, finer=finer)
    assert made.gemeentecodes.tolist() == ["9801,9802,9803"]
    assert (made.edge.tolist(), made.q.tolist(), made.finer.tolist()) == ([True], [0.001], [1.0])
    assert made.robust.tolist() == [1.0]


def test_nothing_found_gives_no_clusters():
    made = clusters([])
    assert len(made) == 0
    assert len(outlines(LAND.cells, made.number, 0)) == 0
    assert len(of_clusters(made, DUTCH)) == 0


@pytest.mark.parametrize(
    ("coarser", "finer", "expected"),
    [(1, 1, 1), (1, 0, 1), (0, 1, 1), (1, np.nan, 1), (0, 0, 0), (0, np.nan, np.nan), (np.nan, np.nan, np.nan)],
)
def test_robust_is_two_of_three_and_unknown_where_too_few_were_looked_at(coarser, finer, expected):
    assert robust(np.array([float(coarser)]), np.array([float(finer)])) == pytest.approx([expected], nan_ok=True)


# Other grids --------------------------------------------------------------------------------------------------------


def planted(times=15.0, resolution=8, rings=8):
    place = land(rings, resolution)
    middle = int(np.argmin(np.hypot(*place.xy.T)))
    of_homes = homes(place, 4)
    return surface(place.cells, addresses(of_homes, 4, 0.02, place.disk(middle, 2), times), of_homes)


def test_one_resolution_up_the_counts_are_those_of_the_ancestors():
    made = planted()
    up = rolled_up(made)
    assert up.resolution == 7
    for at in range(0, len(up), 5):
        below = np.isin(made.cells, np.array(h3.cell_to_children(int(up.cells[at]), 8), dtype=np.uint64))
        assert up.cases[at] == made.cases[below].sum()
        assert up.population[at] == made.population[below].sum()
    gone = surface(made.cells, np.full(len(made), np.nan), made.population)
    assert np.isnan(rolled_up(gone).cases).all()


def test_a_large_cluster_is_robust_without_points():
    found = find_hotspots(planted(), Settings())
    other = sensitivity(found, None)
    assert np.isnan(other.finer).all()
    assert (other.coarser[found.found] == 1).mean() > 0.5
    assert np.isnan(other.robust_findings(found.found)[~found.found]).all()
    assert clusters_of(found, other).robust[0] == 1


def test_one_resolution_down_needs_the_points():
    made = planted(resolution=9, rings=24)
    parents = rolled_up(made)
    found = find_hotspots(parents, Settings())
    other = sensitivity(found, made)
    assert (other.finer[found.found] == 1).any()
    assert set(other.finer[found.found]) <= {0.0, 1.0}


def test_what_only_this_grid_shows_is_not_robust():
    found = find_hotspots(planted(), Settings())
    cases = find_hotspots(surface(LAND.cells, np.ones(len(LAND)), np.full(len(LAND), 100)), Settings())
    alone = replace(cases, q=np.where(np.arange(len(LAND)) == MIDDLE, 0.001, 0.9))
    finer = rolled_up(planted(resolution=10, rings=40))
    quiet = surface(finer.cells, np.round(finer.population * 0.05), finer.population)
    other = sensitivity(alone, quiet)
    assert other.robust_findings(alone.found)[MIDDLE] == 0
    assert found.found.any()


def test_windows_of_a_scan_are_clusters_as_they_are():
    found = find_hotspots(planted(), Settings(method=Method.SCAN, permutations=99))
    made = clusters_of(found, sensitivity(found, None))
    assert len(made)
    assert (made.q <= 0.05).all()
    for at in range(len(made)):
        assert len(set(found.window[made.rows(at)])) == 1


# Outlines -----------------------------------------------------------------------------------------------------------


def test_an_outline_has_the_area_of_its_cells_and_no_slivers():
    number = np.full(len(LAND), -1)
    number[LAND.disk(MIDDLE, 2)] = 0
    number[MIDDLE] = -1
    (shape,) = outlines(LAND.cells, number, 1)
    assert shape.is_valid
    assert shape.geom_type == "Polygon"
    assert len(shape.interiors) == 1
    x, y = grid.centres(LAND.cells)
    inside = shapely.contains_xy(shape, x, y)
    assert (inside == (number == 0)).all()
    area = grid.areas_km2(LAND.cells[number == 0]).sum()
    assert shape.area / 1e6 == pytest.approx(area, rel=1e-3)


def test_cells_apart_are_one_multipolygon():
    number = np.full(len(LAND), -1)
    number[[MIDDLE, FAR]] = 0
    (shape,) = outlines(LAND.cells, number, 1)
    assert shape.geom_type == "MultiPolygon"
    assert len(shape.geoms) == 2


# Sentences ----------------------------------------------------------------------------------------------------------


def test_a_coordinator_can_read_the_sentence_out():
    cases = np.ones(len(LAND))
    cases[MIDDLE] = 14
    made = clusters([MIDDLE], cases)
    made = replace(made, expected=np.array([6.7]), low=np.array([1.42]), high=np.array([2.96]))
    (dutch,), (english,) = of_clusters(made, DUTCH), of_clusters(made, ENGLISH)
    assert dutch.startswith(
        "In dit gebied zijn 2,1 keer zoveel adressen met een RNI-registratie als verwacht, 80 %-interval 1,4-3,0 "
        "(14 tegen 6,7)."
    )
    assert dutch.endswith("Een aanwijzing, geen oordeel.")
    assert english.startswith("In this area there are 2.1 times as many addresses with an RNI registration as expected")


def test_every_cell_says_what_it_means():
    made = planted()
    cases = made.cases.copy()
    cases[0] = np.nan
    population = made.population.copy()
    population[1] = 3
    cases[1] = 0
    found = find_hotspots(surface(made.cells, cases, population), Settings())
    told = of_cells(found, sensitivity(found, None), DUTCH)
    assert told[0] == "Onbekend: voor dit gebied zijn geen registraties geleverd. Dat is niet nul."
    assert told[1] == "Te weinig BAG-objecten in dit gebied om te toetsen."
    assert any(text.startswith("In en rond dit gebied zijn ") for text in told[found.found])
    quiet = np.flatnonzero(found.q > 0.1)
    assert told[quiet[0]].startswith("Geen aantoonbare afwijking: ")
    forbidden = ("overtreding", "illegaal", "verdacht", "veilig", "persoon")
    assert not [text for text in told if any(word in text.lower() for word in forbidden)]
    no_homes = find_hotspots(surface(made.cells, cases, np.full(len(made), np.nan)), Settings())
    assert of_cells(no_homes, sensitivity(no_homes, None), ENGLISH)[5].startswith("Without BAG objects")
