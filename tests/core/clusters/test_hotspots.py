"""Hot spots: what is compared with what, what is not tested, and where the data end."""

from dataclasses import replace

import h3.api.basic_int as h3
import numpy as np
import pytest
from scipy import stats

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.getis_ord import pooled_tail
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.hotspots import (
    Klasse,
    Method,
    Settings,
    Tail,
    find_hotspots,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.multiple import benjamini_hochberg
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.sensitivity import sensitivity
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.sentences import DUTCH, of_cells
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import PermutationsError, WorldsError
from arbeidsmigratie.arbeidsmigratie_plugin.core.limits import GI_STAR_TAILS, HOTSPOT_METHODS
from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import municipalities
from tests.core.clusters.support import surface
from tools.bench.worlds import addresses, homes, land

LAND = land(8)
MIDDLE = int(np.argmin(np.hypot(*LAND.xy.T)))


def world(seed=1, planted=(), times=8.0, **more):
    of_homes = homes(LAND, seed)
    return surface(LAND.cells, addresses(of_homes, seed, 0.02, planted, times), of_homes, **more)


def by_hand(made, rings=1):
    """Observed, expected and p of each cell, one by one."""
    place = {int(cell): at for at, cell in enumerate(made.cells)}
    rows = []
    for cell in made.cells.tolist():
        around = [place[c] for c in h3.grid_disk(cell, rings) if c in place]
        around = [at for at in around if np.isfinite(made.cases[at]) and made.population[at] > 0]
        seen, expected = made.cases[around].sum(), made.rate * made.population[around].sum()
        rows.append((seen, expected, stats.poisson.sf(seen - 1, expected)))
    return np.array(rows).T


@pytest.mark.parametrize("rings", [0, 1, 2])
def test_every_cell_is_compared_with_the_homes_of_its_disk(rings):
    made = world(planted=LAND.disk(MIDDLE))
    found = find_hotspots(made, Settings(rings=rings))
    observed, expected, p = by_hand(made, rings)
    assert found.observed == pytest.approx(observed)
    assert found.expected == pytest.approx(expected)
    tested = made.population >= 5
    assert found.p[tested] == pytest.approx(p[tested], rel=1e-9)
    assert np.isnan(found.p[~tested]).all()
    assert found.q == pytest.approx(benjamini_hochberg(np.where(tested, p, np.nan)), nan_ok=True)


def test_a_planted_cluster_is_found_and_named():
    found = find_hotspots(world(planted=LAND.disk(MIDDLE), times=15), Settings())
    assert found.found[MIDDLE]
    assert found.klasse[MIDDLE] == Klasse.CLEARLY.value == "duidelijk meer dan verwacht (q <= 1 %)"
    assert (found.low[found.found] > 1).mean() > 0.9


def test_the_binomial_takes_over_above_five_percent():
    of_homes = homes(LAND, 3)
    made = surface(LAND.cells, addresses(of_homes, 3, 0.2), of_homes)
    found = find_hotspots(made, Settings())
    place = {int(cell): at for at, cell in enumerate(made.cells)}
    around = [place[c] for c in h3.grid_disk(int(made.cells[MIDDLE]), 1)]
    k, n = made.cases[around].sum(), made.population[around].sum()
    assert found.p[MIDDLE] == pytest.approx(stats.binom.sf(k - 1, n, made.rate), rel=1e-9)


@pytest.mark.parametrize(
    ("q", "text"),
    [
        (0.01, Klasse.CLEARLY),
        (0.011, Klasse.MORE),
        (0.05, Klasse.MORE),
        (0.1, Klasse.POSSIBLY),
        (0.2, Klasse.NOTHING),
        (np.nan, Klasse.TOO_FEW),
    ],
)
def test_classes_have_their_limits_in_them(q, text):
    found = find_hotspots(world(), Settings())
    assert replace(found, q=np.full(len(LAND), q)).klasse.tolist() == [text.value] * len(LAND)


def test_no_class_says_that_a_place_is_safe():
    assert not [kind for kind in Klasse if "veilig" in kind.value]
    assert Klasse.NOTHING.value == "geen aantoonbare afwijking"


# Not tested ---------------------------------------------------------------------------------------------------------


def test_cells_with_few_homes_count_around_them_but_are_not_tested():
    made = world()
    few = np.arange(len(LAND)) == MIDDLE
    few_homes = surface(LAND.cells, np.where(few, 4, made.cases), np.where(few, 4, made.population))
    found = find_hotspots(few_homes, Settings())
    assert found.klasse[MIDDLE] == Klasse.TOO_FEW.value
    assert np.isnan(found.q[MIDDLE])
    beside = LAND.disk(MIDDLE)[LAND.disk(MIDDLE) != MIDDLE][0]
    assert found.observed[beside] == by_hand(few_homes)[0][beside]


def test_unknown_cases_are_unknown_and_count_nowhere():
    made = world()
    gone = np.arange(len(LAND)) == MIDDLE
    found = find_hotspots(surface(LAND.cells, np.where(gone, np.nan, made.cases), made.population), Settings())
    assert found.klasse[MIDDLE] == Klasse.UNKNOWN.value
    assert np.isnan([found.observed[MIDDLE], found.expected[MIDDLE], found.p[MIDDLE]]).all()
    beside = LAND.disk(MIDDLE)[LAND.disk(MIDDLE) != MIDDLE]
    assert found.expected[beside] == pytest.approx(by_hand(found.surface)[1][beside])
    assert found.edge[beside].all()


@pytest.mark.parametrize("homes_there", [0.0, np.nan])
def test_no_homes_are_unknown_not_infinity(homes_there):
    made = world()
    gone = np.arange(len(LAND)) == MIDDLE
    found = find_hotspots(
        surface(LAND.cells, np.where(gone, 9, made.cases), np.where(gone, homes_there, made.population)), Settings()
    )
    assert found.klasse[MIDDLE] == Klasse.TOO_FEW.value
    assert np.isfinite(found.ratio[MIDDLE])  # of the homes around it
    assert found.surface.rate == pytest.approx(made.cases[~gone].sum() / made.population[~gone].sum())


@pytest.mark.parametrize("method", list(Method))
def test_without_any_homes_there_are_only_counts(method):
    made = surface(LAND.cells, np.full(len(LAND), 3.0), np.full(len(LAND), np.nan))
    found = find_hotspots(made, Settings(method=method))
    assert set(found.klasse) == {Klasse.TOO_FEW.value}
    assert found.observed[MIDDLE] == 21
    assert np.isnan([found.expected, found.p, found.q, found.low, found.ratio]).all()


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("cells", [0, 1, 7, 13])
def test_too_few_cells_are_no_empty_map(method, cells):
    found = find_hotspots(surface(LAND.cells[:cells], np.full(cells, 4), np.full(cells, 50)), Settings(method=method))
    assert found.klasse.tolist() == [Klasse.TOO_FEW.value] * cells
    assert not found.showable


def test_with_so_few_cases_that_nothing_could_be_shown_nothing_is_tested():
    of_homes = np.full(len(LAND), 100)
    for total, tested in ((1, False), (8, True)):
        cases = np.where(np.arange(len(LAND)) < total, 1, 0)
        found = find_hotspots(surface(LAND.cells, cases, of_homes), Settings())
        assert found.showable == tested
        assert np.isnan(found.q).all() != tested


def test_no_cases_at_all_are_too_few():
    for method in Method:
        found = find_hotspots(surface(LAND.cells, np.zeros(len(LAND)), homes(LAND, 1)), Settings(method=method))
        assert set(found.klasse) == {Klasse.TOO_FEW.value}


# Edges --------------------------------------------------------------------------------------------------------------


def halves():
    """West in the region, east the guard zone."""
    return np.where(LAND.xy[:, 0] < 0.4, "9801", "9802").tolist()


def test_the_guard_zone_counts_but_has_no_results():
    planted = LAND.disk(MIDDLE)
    codes = halves()
    whole = find_hotspots(world(planted=planted, codes=codes), Settings())
    part = find_hotspots(world(planted=planted, codes=codes, region=frozenset({"9801"})), Settings())
    west = np.array(codes) == "9801"
    assert part.observed == pytest.approx(whole.observed)
    assert part.expected == pytest.approx(whole.expected)
    assert np.isnan(part.p[~west]).all()
    assert np.array_equal(part.p[west], whole.p[west], equal_nan=True)
    assert part.tests == int((west & (whole.surface.population >= 5)).sum())


def test_without_neighbours_the_expectation_goes_by_what_is_there():
    made = world(codes=halves())
    west = np.array(halves()) == "9801"
    alone = find_hotspots(made.take(west), Settings())
    assert alone.expected == pytest.approx(by_hand(alone.surface)[1])


def box():
    """Around the centres, with a margin that leaves most neighbours of the outer cells outside."""
    import shapely

    x, y = grid.centres(LAND.cells)
    return np.array([shapely.box(x.min() - 200, y.min() - 200, x.max() + 200, y.max() + 200)], dtype=object)


def test_cells_are_at_the_edge_where_part_of_their_disk_lies_outside_the_municipalities():
    areas = municipalities(["9801"], ["A"], box())
    found = find_hotspots(world(), Settings(), areas=areas)
    outer = np.array([len(set(h3.grid_disk(int(c), 1)) - set(LAND.cells.tolist())) > 0 for c in LAND.cells])
    assert not found.edge[~outer].any()
    assert 0.3 < found.edge[outer].mean() < 1  # the corners of the box lie beyond the hexagons


def test_a_hole_without_objects_in_a_municipality_is_no_edge():
    areas = municipalities(["9801"], ["A"], box())
    keep = np.arange(len(LAND)) != MIDDLE
    for known in (areas, None):
        found = find_hotspots(world().take(keep), Settings(), areas=known)
        beside = np.isin(found.surface.cells, LAND.cells[LAND.disk(MIDDLE)])
        assert not found.edge[beside].any()


def strip(step):
    """The western half as the region, and so many columns of hexagons of the eastern municipality beside it."""
    codes = np.array(halves())
    x, _ = grid.centres(LAND.cells)
    middle = (x[codes == "9801"].max() + x[codes == "9802"].min()) / 2
    keep = (codes == "9801") | (x < middle + step)
    made = world(codes=codes.tolist(), region=frozenset({"9801"})).take(keep)
    (whole,) = box()
    west, south, east, north = whole.bounds
    import shapely

    sides = np.empty(2, dtype=object)
    sides[:] = [shapely.box(west, south, middle, north), shapely.box(middle, south, east, north)]
    return made, municipalities(["9801", "9802"], ["A", "B"], sides)


@pytest.mark.parametrize("rings", [1, 2, 3])
def test_beyond_the_strip_that_was_counted_of_the_guard_zone_nothing_is_known(rings):
    made, areas = strip(900.0)
    edge = find_hotspots(made, Settings(rings=rings), areas=areas).edge
    have, everything = set(made.cells.tolist()), set(LAND.cells.tolist())
    cut = [bool((set(h3.grid_disk(int(c), rings)) & everything) - have) for c in made.cells]
    cut = np.array(cut) & made.inside
    assert cut.any()
    assert edge[cut].all()


def test_a_gap_in_the_strip_of_the_guard_zone_is_no_edge():
    made, areas = strip(5000.0)
    whole = find_hotspots(made, Settings(rings=2), areas=areas)
    at = int(np.flatnonzero(~made.inside & ~whole.edge)[0])
    holed = made.take(np.arange(len(made)) != at)
    part = find_hotspots(holed, Settings(), areas=areas)
    beside = np.isin(holed.cells, np.array(h3.grid_ring(int(made.cells[at]), 1), dtype=np.uint64))
    assert beside.sum() == 6
    assert not part.edge[beside].any()


def test_without_municipalities_the_rim_of_the_cells_is_the_edge():
    found = find_hotspots(world(), Settings())
    members = set(LAND.cells.tolist())
    outer = np.array([bool(set(h3.grid_disk(int(c), 1)) - members) for c in LAND.cells])
    assert np.array_equal(found.edge, outer)


def test_a_hole_in_a_municipality_that_the_layer_lacks_is_an_edge():
    areas = municipalities(["9899"], ["Elders"], box())
    keep = np.arange(len(LAND)) != MIDDLE
    found = find_hotspots(world().take(keep), Settings(), areas=areas)
    beside = np.isin(found.surface.cells, LAND.cells[LAND.disk(MIDDLE)])
    assert found.edge[beside].all()


def test_cells_that_are_covered_in_part_are_at_the_edge():
    partly = np.arange(len(LAND)) == MIDDLE
    edge = find_hotspots(world(), Settings(), partly=partly).edge
    assert edge[LAND.disk(MIDDLE)].all()


def test_a_pentagon_has_five_neighbours():
    pentagon = next(iter(h3.get_pentagons(8)))
    cells = np.array(sorted(h3.grid_disk(pentagon, 4)), dtype=np.uint64)
    found = find_hotspots(surface(cells, np.full(len(cells), 2), np.full(len(cells), 100)), Settings())
    at = int(np.flatnonzero(cells == pentagon)[0])
    assert found.observed[at] == 12
    assert sorted(set(found.observed))[-1] == 14


def test_results_do_not_depend_on_the_order_of_the_rows():
    made = world(planted=LAND.disk(MIDDLE))
    order = np.random.default_rng(1).permutation(len(LAND))
    other = surface(made.cells[order], made.cases[order], made.population[order])
    assert np.array_equal(find_hotspots(other, Settings()).q, find_hotspots(made, Settings()).q, equal_nan=True)


# Gi* ----------------------------------------------------------------------------------------------------------------


def test_gi_star_finds_a_cluster_by_permutation():
    found = find_hotspots(world(planted=LAND.disk(MIDDLE), times=15), Settings(method=Method.GI_STAR))
    assert found.found[MIDDLE]
    assert found.permutations == 100_000
    assert found.deviate[MIDDLE] > 4


def test_gi_star_depends_on_its_seed_only():
    settings = Settings(method=Method.GI_STAR, seed=7)
    one, two = (find_hotspots(world(), settings).p for _ in range(2))
    assert np.array_equal(one, two, equal_nan=True)
    other = find_hotspots(world(), replace(settings, seed=8)).p
    assert not np.array_equal(one, other, equal_nan=True)
    assert other == pytest.approx(one, abs=0.01, nan_ok=True)


def test_too_few_permutations_for_the_false_discovery_rate_are_refused():
    settings = Settings(method=Method.GI_STAR, permutations=999)
    with pytest.raises(PermutationsError, match=r"PERMUTATIONS \(999\) can't serve \d+ tests"):
        find_hotspots(world(), settings)
    assert find_hotspots(world(), replace(settings, tail=Tail.NORMAL)).permutations == 0


def test_more_cells_get_more_permutations():
    wide = land(50)
    of_homes = np.full(len(wide), 60)
    found = find_hotspots(surface(wide.cells, addresses(of_homes, 1), of_homes), Settings(method=Method.GI_STAR))
    assert found.permutations == int(np.ceil(found.tests / 0.05)) - 1 > 100_000


def test_pooled_permutation_agrees_with_all_orders():
    values = np.array([0.0, 0.0, 1.0, 2.0, 5.0, 9.0])
    sums, sizes = np.array([14.0, 11.0, 7.0, 0.0, np.nan]), np.array([2, 2, 2, 2, 2])
    pairs = np.array([values[i] + values[j] for i in range(6) for j in range(6) if i != j])
    exact = [(pairs >= s).mean() for s in sums[:4]]
    p = pooled_tail(values, sums, sizes, 250_000, 1)
    assert p[:4] == pytest.approx(exact, abs=0.005)
    assert np.isnan(p[4])


def test_p_is_never_zero():
    values = np.append(np.zeros(99), 1.0)
    assert pooled_tail(values, np.array([50.0]), np.array([3]), 1000, 1)[0] == pytest.approx(1 / 1001)


def test_the_names_of_methods_are_those_that_are_declared():
    assert tuple(method.value for method in Method) == HOTSPOT_METHODS
    assert tuple(tail.value for tail in Tail) == GI_STAR_TAILS


# Scan ---------------------------------------------------------------------------------------------------------------


def test_a_scan_tells_each_cell_of_a_window_what_was_counted_in_the_window():
    made = world(planted=LAND.disk(MIDDLE, 2), times=4, codes=halves(), region=frozenset({"9801"}))
    found = find_hotspots(made, Settings(method=Method.SCAN, permutations=99))
    assert found.found.any()
    rows = found.window == found.window[found.found][0]
    assert len(set(found.observed[rows])) == len(set(found.expected[rows])) == 1
    assert (found.ratio[found.found] > 1).all() and (found.low[found.found] > 1).all()
    outside = found.window < 0
    ring = find_hotspots(made, Settings())
    assert np.array_equal(found.observed[outside], ring.observed[outside])
    told = of_cells(found, sensitivity(found, None), DUTCH)
    assert all(text.startswith("In de cirkel waarin dit gebied ligt, zijn ") for text in told[found.found])
    assert np.isnan(found.usual_expectation)


@pytest.mark.parametrize("worlds", [5, 18])
def test_a_scan_with_too_few_worlds_to_show_anything_is_refused(worlds):
    settings = Settings(method=Method.SCAN, permutations=worlds)
    with pytest.raises(WorldsError, match=rf"PERMUTATIONS \({worlds}\) can't show anything .* at least 19"):
        find_hotspots(world(), settings)
    assert find_hotspots(world(planted=LAND.disk(MIDDLE), times=15), replace(settings, permutations=19)).found.any()
    assert find_hotspots(world(), replace(settings, permutations=0, fdr=0.0005)).permutations == 1999


@pytest.mark.parametrize("fdr", [0.0, 0.11, 0.5])
def test_a_finding_can_not_be_what_its_class_denies(fdr):
    with pytest.raises(ValueError, match=r"at most 0\.1"):
        Settings(fdr=fdr)
    found = replace(find_hotspots(world(), Settings(fdr=0.1)), q=np.full(len(LAND), 0.1))
    assert found.found.all()
    assert set(found.klasse) == {Klasse.POSSIBLY.value}


def test_cases_where_nobody_lives_are_counted_as_left_out():
    homes_there = homes(LAND, 1)
    homes_there[[MIDDLE, MIDDLE + 1]] = 0
    cases = np.where(homes_there == 0, 3, 1)
    assert surface(LAND.cells, cases, homes_there).uncompared == 6
    assert surface(LAND.cells, cases, np.full(len(LAND), np.nan)).uncompared == 0


def test_a_scan_gives_its_p_to_the_cells_of_a_window():
    found = find_hotspots(world(planted=LAND.disk(MIDDLE), times=10), Settings(method=Method.SCAN, permutations=99))
    assert found.found[MIDDLE]
    assert found.q[MIDDLE] == pytest.approx(0.01)
    assert found.window[MIDDLE] == 0
    assert (found.p[found.window < 0] == 1).all()
