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


def bare(*without):
    """Cases of the seven planted cells, but for those left out."""
    cases = np.ones(len(LAND))
    cases[LAND.disk(MIDDLE)] = 6
    cases[list(without)] = 0
    return cases


def test_cells_without_a_case_of_their_own_are_no_rim_of_a_cluster():
    rim = np.setdiff1d(LAND.disk(MIDDLE, 2), LAND.disk(MIDDLE))
    made = clusters(LAND.disk(MIDDLE, 2), bare(*rim))
    assert set(made.rows(0)) == set(LAND.disk(MIDDLE))
    assert made.observed.tolist() == [42]


def test_a_cell_without_a_case_stays_where_it_holds_a_cluster_together():
    inside = clusters(LAND.disk(MIDDLE), bare(MIDDLE))
    assert set(inside.rows(0)) == set(LAND.disk(MIDDLE))
    one, two = (int(np.argmin(np.abs(LAND.xy - (LAND.xy[MIDDLE] + (step, 0))).sum(axis=1))) for step in (-1, 1))
    bridge = clusters([one, MIDDLE, two], bare(MIDDLE))
    assert bridge.size.tolist() == [3]


def test_findings_without_more_than_expected_of_their_own_are_no_cluster():
    ring = np.setdiff1d(LAND.disk(MIDDLE), [MIDDLE])
    assert len(clusters(ring, bare(*ring))) == 0
    few = np.ones(len(LAND))
    few[FAR] = 40
    assert len(clusters(ring, few)) == 0
    assert len(clusters([*ring, FAR], few)) == 1


@pytest.mark.parametrize("method", [Method.RING_POISSON, Method.SCAN])
def test_what_lies_in_the_guard_zone_gives_findings_but_no_cluster(method):
    """A cell full of cases across the border, and hardly any on this side."""
    of_homes = np.full(len(LAND), 100)
    cases = np.random.default_rng(1).binomial(of_homes, 0.02)
    cases[LAND.disk(MIDDLE, 2)] = 0
    cases[MIDDLE] = 60
    codes = np.where(LAND.xy[:, 0] < LAND.xy[MIDDLE, 0] + 0.1, "9802", "9801")
    made = surface(LAND.cells, cases, of_homes, codes.tolist(), frozenset({"9801"}))
    found = find_hotspots(made, Settings(method=method, permutations=99 if method is Method.SCAN else 0))
    other = sensitivity(found, None)
    assert len(clusters_of(found, other)) == 0
    if method is Method.RING_POISSON:
        assert found.found.sum() >= 2
        for language, text in ((DUTCH, "ligt vooral in de randzone buiten de regio"), (ENGLISH, "in the guard zone")):
            assert all(text in told for told in of_cells(found, other, language)[found.found])


def test_a_finding_says_when_what_there_is_more_lies_around_it():
    of_homes = np.full(len(LAND), 100)
    cases = np.full(len(LAND), 2)
    ring = np.setdiff1d(LAND.disk(MIDDLE), [MIDDLE])
    cases[MIDDLE], cases[ring] = 40, 1
    found = find_hotspots(surface(LAND.cells, cases, of_homes), Settings())
    told = of_cells(found, sensitivity(found, None), DUTCH)
    assert found.found[ring].all()
    assert all("In dit gebied zelf zijn er niet meer dan verwacht" in text for text in told[ring])
    assert "In dit gebied zelf" not in told[MIDDLE]


@pytest.mark.parametrize("region", [None, frozenset({"9801"})])
def test_no_cluster_has_less_than_expected_whatever_the_world(region):
    place = land()
    for seed in range(60):
        of_homes = homes(place, seed)
        middle = int(np.random.default_rng(seed).choice(np.flatnonzero(np.hypot(*place.xy.T) < 7)))
        cases = addresses(of_homes, seed, 0.02, place.disk(middle), 8.0)
        codes = np.where(place.xy[:, 0] < place.xy[middle, 0] + 0.1, "9801", "9802").tolist()
        found = find_hotspots(surface(place.cells, cases, of_homes, codes, region), Settings())
        made = clusters_of(found, sensitivity(found, None))
        assert (made.low > 1).all()


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


def beside(cluster):
    """A single full cell some cells away from a large cluster, or from where it would be."""
    of_homes = np.full(len(LAND), 60)
    cases = np.random.default_rng(5).binomial(of_homes, 0.02)
    far = int(np.argmin(((LAND.xy - LAND.xy[MIDDLE] - (4, 0)) ** 2).sum(axis=1)))
    cases[LAND.disk(far)] = 1
    cases[far] = 0
    if cluster:
        cases[LAND.disk(MIDDLE)] = 30
    found = find_hotspots(surface(LAND.cells, cases, of_homes), Settings())
    alone = replace(found, q=np.where(np.arange(len(LAND)) == far, 0.001, np.where(found.found, found.q, 0.9)))
    return far, alone


def test_another_cluster_nearby_confirms_nothing():
    far, found = beside(True)
    up = find_hotspots(rolled_up(found.surface), Settings())
    parent = up.surface.positions(grid.roll_up(LAND.cells[[far]], 7))
    assert up.found[parent] and up.surface.cases[parent] < up.surface.expected[parent]
    assert sensitivity(found, None).coarser[far] == 0
    assert sensitivity(found, None).coarser[MIDDLE] == 1


def test_a_grid_that_the_settings_can_not_serve_is_not_tested_and_the_rest_goes_on(monkeypatch):
    from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters import hotspots

    monkeypatch.setattr(hotspots, "MOST_PERMUTATIONS", 2 * len(LAND) * 1000)
    settings = Settings(method=Method.GI_STAR, fdr=0.001)
    place = land(8, 8)
    of_homes = homes(place, 4) * 20
    cases = addresses(of_homes, 4, 0.02, place.disk(MIDDLE, 2), 8)
    found = find_hotspots(surface(place.cells, cases, of_homes), settings)
    assert found.found.any()
    cells = np.array(sorted(c for cell in place.cells for c in h3.cell_to_children(int(cell), 9)), dtype=np.uint64)
    finer = surface(cells, np.random.default_rng(1).binomial(50, 0.02, len(cells)), np.full(len(cells), 50))
    other = sensitivity(found, finer)
    assert other.refused == (9,)
    assert np.isnan(other.finer).all()
    assert np.isfinite(other.coarser[found.found]).all()


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
