"""The scan gives what a plain loop gives, what SaTScan published, and keeps its promises about chance."""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters import scan_null
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.scan import scan
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.scan_null import null_maxima
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.scan_windows import (
    Windows,
    log_likelihood_ratio,
    places_of,
)

FREE = {"radius": math.inf, "replications": 99}


# The same in loops ---------------------------------------------------------------------------------------------------


def plain_ratio(c, e, total):
    if c <= e * (1 + 1e-9):
        return 0.0
    return c * math.log(c / e) + ((total - c) * math.log((total - c) / (total - e)) if c < total else 0.0)


def plain_windows(x, y, population, share, radius, centres):
    """Each window as (centre, radius, set of cells)."""
    whole = sum(population)
    for centre in centres:
        distance = [math.hypot(x[i] - x[centre], y[i] - y[centre]) for i in range(len(x))]
        for reach in sorted(set(distance)):
            inside = {i for i in range(len(x)) if distance[i] <= reach}
            if reach <= radius and sum(population[i] for i in inside) <= share * whole * (1 + 1e-9):
                yield centre, reach, inside


def plain_maximum(windows, cases, population, total):
    best = 0.0
    for _, _, inside in windows:
        c = sum(cases[i] for i in inside)
        e = total * sum(population[i] for i in inside) / sum(population)
        best = max(best, plain_ratio(c, e, total) if c >= 2 else 0.0)
    return best


def plain_clusters(windows, cases, population):
    """The ratios of the clusters: each the best of the windows without a cell of those before."""
    found, taken = [], set()
    total = sum(cases)
    while True:
        left = [w for w in windows if not w[2] & taken]
        best = plain_maximum(left, cases, population, total)
        if best <= 0.0:
            return found
        equal = []
        for window in left:
            c = sum(cases[i] for i in window[2])
            e = total * sum(population[i] for i in window[2]) / sum(population)
            if c >= 2 and plain_ratio(c, e, total) >= best * (1 - 1e-9):
                equal.append(window)
        window = min(equal, key=lambda w: (w[1], w[0]))
        found.append((best, window))
        taken |= window[2]


@st.composite
def regions(draw):
    """Up to 14 cells in the order of x and y, at places of a coarse grid: many distances are equal."""
    spots = sorted(draw(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=2, max_size=14)))
    n = len(spots)
    counts = draw(st.lists(st.integers(0, 6), min_size=n, max_size=n))
    population = draw(st.lists(st.integers(1, 40), min_size=n, max_size=n))
    x, y = (np.array(axis, dtype=float) for axis in zip(*spots))
    return x, y, np.array(counts, dtype=float), np.array(population, dtype=float)


shares = st.sampled_from([0.1, 0.25, 0.5, 1.0])
radii = st.sampled_from([0.5, 1.0, 2.0**0.5, 3.0, math.inf])


@settings(max_examples=150, deadline=None)
@given(regions(), shares, radii, st.integers(0, 2**14 - 1))
def test_clusters_are_those_of_plain_loops(region, share, radius, mask):
    x, y, cases, population = region
    centres = np.array([bool(mask >> i & 1) for i in range(len(x))])
    ours = scan(x, y, cases, population, share=share, radius=radius, replications=9, at_most=99, centres=centres)
    if cases.sum() < 2:
        assert ours == []
        return
    windows = list(plain_windows(x, y, population, share, radius, np.flatnonzero(centres)))
    theirs = plain_clusters(windows, cases, population)
    assert [c.llr for c in ours] == pytest.approx([ratio for ratio, _ in theirs], rel=1e-9, abs=1e-9)
    for mine, (_, (centre, reach, inside)) in zip(ours, theirs):
        assert (mine.centre, mine.rows.tolist()) == (centre, sorted(inside))
        assert mine.radius_m == pytest.approx(reach)
        assert mine.observed == sum(cases[i] for i in inside)
        assert mine.expected == pytest.approx(cases.sum() * sum(population[i] for i in inside) / population.sum())
        assert mine.ratio == pytest.approx(mine.observed / mine.expected)


@settings(max_examples=40, deadline=None)
@given(regions(), shares, radii, st.integers(2, 60), st.integers(0, 10**6))
def test_maxima_of_random_worlds_are_those_of_plain_loops(region, share, radius, total, seed):
    x, y, cases, population = region
    ours = null_maxima(Windows(places_of(x, y, cases, population, None, None), share, radius), total, 25, seed)
    worlds = np.random.default_rng(seed).multinomial(total, population / population.sum(), size=25)
    windows = list(plain_windows(x, y, population, share, radius, range(len(x))))
    theirs = [plain_maximum(windows, world, population, total) for world in worlds]
    assert ours == pytest.approx(theirs, rel=1e-9, abs=1e-9)


def region_of(n, seed, spacing=500.0, rate=0.03):
    """n cells on a grid of places that are all different, with homes and cases without any cluster."""
    rng = np.random.default_rng(seed)
    side = math.ceil(math.sqrt(n))
    x = 120_000 + spacing * (np.arange(n) % side) + rng.uniform(-100, 100, n)
    y = 480_000 + spacing * (np.arange(n) // side) + rng.uniform(-100, 100, n)
    population = rng.integers(5, 300, n).astype(float)
    return x, y, rng.binomial(population.astype(int), rate).astype(float), population


@pytest.mark.parametrize("total", [900, 32_767, 400_000])
def test_pruning_loses_no_maximum(total):
    """On a size where most windows are passed over, also with more cases than short numbers hold."""
    x, y, cases, population = region_of(400, 3)
    windows = Windows(places_of(x, y, cases, population, None, None), 0.10, 5000.0)
    ours = null_maxima(windows, total, 200, 11)
    chances = windows.places.population / population.sum()
    worlds = np.random.default_rng(11).multinomial(total, chances, size=200)
    theirs = np.zeros(200)
    for centre in range(400):
        window = windows.around(centre)
        inside = np.cumsum(worlds[:, window.places], axis=1)
        theirs = np.maximum(theirs, log_likelihood_ratio(inside, total * window.share, total).max(axis=1))
    assert ours == pytest.approx(theirs, rel=1e-9)


# Known answers -------------------------------------------------------------------------------------------------------


def test_ratio_by_hand():
    # 10 ln 2 + 90 ln(90 / 95) = 6.931472 - 4.866050; no more than expected: 0; all cases inside: 8 ln 4.
    ratio = log_likelihood_ratio(np.array([10.0, 5, 4]), np.array([5.0, 5, 5]), 100)
    assert ratio == pytest.approx([10 * math.log(2) + 90 * math.log(90 / 95), 0, 0], abs=1e-12)
    assert ratio[0] == pytest.approx(2.065422, abs=1e-6)
    assert log_likelihood_ratio(np.array([8]), np.array([2]), 8) == pytest.approx([8 * math.log(4)])


# Leukaemia in upstate New York 1978-1982 (552 cases among 1,057,673), windows up to 10 % of the population: cases,
# population and ratio that SaTScan 9.6 reports for its seven clusters.
SATSCAN = [
    (85, 95249, 11.577255),
    (38, 34083, 9.019716),
    (64, 78280, 6.114140),
    (25, 24571, 4.651839),
    (28, 29782, 4.169203),
    (12, 9840, 3.363518),
    (11, 8839, 3.209485),
]


def test_ratio_of_satscan():
    cases, population, ratio = np.array(SATSCAN).T
    assert log_likelihood_ratio(cases, 552 * population / 1057673, 552) == pytest.approx(ratio, abs=5e-7)


@pytest.fixture(scope="module")
def sids():
    """Sudden infant deaths 1974-78 by county of North Carolina, with centroids in a plane (m, equirectangular)."""
    spec = importlib.util.find_spec("libpysal")
    if spec is None:
        pytest.skip("libpysal is not here")
    import geopandas

    counties = geopandas.read_file(Path(spec.origin).parent / "examples" / "sids2" / "sids2.shp")
    middle = counties.geometry.centroid
    y = middle.y.to_numpy() * 111_320.0
    x = middle.x.to_numpy() * 111_320.0 * math.cos(math.radians(float(middle.y.mean())))
    return counties.NAME.to_numpy(), x, y, counties.SID74.to_numpy(float), counties.BIR74.to_numpy(float)


def test_published_clusters_of_north_carolina(sids):
    """At most 10 % of the births in a window: the four counties in the north-east, then the six in the south.

    Their incidences of 5.12 and 3.76 per 1,000 are those of the scan in table 1 of 'Spatially varying effects of
    measured confounding variables on disease risk', International Journal of Health Geographics 20 (2021) 45.
    """
    names, x, y, cases, births = sids
    first, second, third = scan(x, y, cases, births, radius=math.inf)[:3]
    assert set(names[first.rows]) == {"Northampton", "Halifax", "Hertford", "Bertie"}
    assert (first.observed, names[first.centre]) == (40, "Northampton")
    assert (first.expected, first.llr) == (pytest.approx(15.7766, abs=1e-3), pytest.approx(13.445651, abs=1e-6))
    assert 1000 * first.observed / births[first.rows].sum() == pytest.approx(5.12, abs=0.006)
    assert set(names[second.rows]) == {"Scotland", "Hoke", "Richmond", "Robeson", "Moore", "Anson"}
    assert (second.observed, second.llr) == (70, pytest.approx(11.931900, abs=1e-6))
    assert 1000 * second.observed / births[second.rows].sum() == pytest.approx(3.76, abs=0.006)
    assert first.p <= 0.005 and second.p <= 0.005
    assert set(names[third.rows]) == {"Columbus", "Bladen"} and third.p > 0.05


def test_half_of_the_population_makes_a_blob(sids):
    _, x, y, cases, births = sids
    first = scan(x, y, cases, births, share=0.5, radius=math.inf)[0]
    assert (len(first.rows), first.observed) == (42, 371)
    assert first.llr == pytest.approx(13.869046, abs=1e-6)


# Chance --------------------------------------------------------------------------------------------------------------


def test_p_is_uniform_when_nothing_is_there():
    x, y, _, population = region_of(80, 5, rate=0.0)
    rng = np.random.default_rng(2026)
    p = []
    for seed in range(200):
        cases = rng.multinomial(60, population / population.sum()).astype(float)
        p.append(scan(x, y, cases, population, radius=2000.0, replications=99, seed=seed, at_most=1)[0].p)
    from scipy.stats import kstest

    assert kstest(p, "uniform").pvalue > 0.01
    assert 0.01 <= np.mean(np.array(p) <= 0.05) <= 0.10


def test_p_is_the_rank_among_the_random_worlds():
    x, y, cases, population = region_of(60, 8)
    found = scan(x, y, cases, population, radius=2000.0, replications=49, seed=4, at_most=5)
    windows = Windows(places_of(x, y, cases, population, None, None), 0.10, 2000.0)
    null = null_maxima(windows, int(cases.sum()), 49, 4)
    assert [c.p for c in found] == [(1 + (null >= c.llr - 1e-9).sum()) / 50 for c in found]
    assert [c.p for c in found] == sorted(c.p for c in found)


def test_planted_cluster_is_found():
    x, y, cases, population = region_of(400, 1)
    inside = np.hypot(x - x[210], y - y[210]) <= 900.0
    cases[inside] = np.random.default_rng(1).binomial(population[inside].astype(int), 0.15)
    first, *others = scan(x, y, cases, population, replications=199)
    assert first.p == 1 / 200
    assert len(set(first.rows) & set(np.flatnonzero(inside))) >= 0.8 * inside.sum()
    assert first.ratio > 3.0 and first.radius_m <= 1500.0
    assert all(other.p > 0.05 for other in others)


# Promises ------------------------------------------------------------------------------------------------------------


def same(one, other, rows=None):
    """Whether two results are equal, the second with its cells in another order."""
    assert len(one) == len(other) > 0
    for a, b in zip(one, other):
        mapped = b.rows if rows is None else np.sort(rows[b.rows])
        assert mapped.tolist() == a.rows.tolist()
        assert (b.centre if rows is None else rows[b.centre]) == a.centre
        assert (a.observed, a.p) == (b.observed, b.p)
        assert (a.llr, a.expected, a.radius_m) == pytest.approx((b.llr, b.expected, b.radius_m), rel=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_order_of_the_cells_changes_nothing(seed):
    columns = region_of(150, seed)
    rows = np.random.default_rng(seed).permutation(150)
    same(scan(*columns, replications=49), scan(*(c[rows] for c in columns), replications=49), rows)


def test_same_seed_same_result_and_another_seed_another_p():
    columns = region_of(150, 2)
    same(scan(*columns, replications=199, seed=7), scan(*columns, replications=199, seed=7))
    p = {tuple(c.p for c in scan(*columns, replications=199, seed=seed)) for seed in range(4)}
    assert len(p) > 1


def test_worlds_in_parts_are_the_same_worlds(monkeypatch):
    columns = region_of(150, 2)
    whole = scan(*columns, replications=99)
    monkeypatch.setattr(scan_null, "_WORLDS", 7)
    same(whole, scan(*columns, replications=99))


@pytest.mark.parametrize("seed", range(3))
def test_clusters_share_no_cell_and_weaken(seed):
    x, y, cases, population = region_of(300, seed)
    found = scan(x, y, cases, population, **FREE, at_most=30)
    rows = np.concatenate([c.rows for c in found])
    assert len(found) > 5 and len(rows) == len(set(rows.tolist()))
    assert [c.llr for c in found] == sorted((c.llr for c in found), reverse=True)
    assert all(c.observed >= 2 and c.ratio > 1.0 for c in found)
    assert all(population[c.rows].sum() <= 0.1 * population.sum() for c in found)


def test_radius_and_centres_are_kept():
    x, y, cases, population = region_of(300, 4)
    centres = x < np.median(x)
    found = scan(x, y, cases, population, radius=1200.0, replications=9, centres=centres)
    assert all(c.radius_m <= 1200.0 and centres[c.centre] for c in found)
    assert any(not centres[c.rows].all() for c in found)
    assert all(np.hypot(x[c.rows] - x[c.centre], y[c.rows] - y[c.centre]).max() <= c.radius_m + 1e-6 for c in found)


def test_at_most_so_many():
    columns = region_of(300, 4)
    many = scan(*columns, **FREE)
    same(many[:3], scan(*columns, **FREE, at_most=3))
    assert scan(*columns, **FREE, at_most=0) == []


def test_cells_at_one_place_are_one():
    x, y, cases, population = region_of(60, 9)
    half = population // 2
    double = scan(*(np.concatenate([v, v]) for v in (x, y)), np.concatenate([cases, 0 * cases]),
                  np.concatenate([half, population - half]), radius=2000.0, replications=49)  # fmt: skip
    single = scan(x, y, cases, population, radius=2000.0, replications=49)
    assert len(single) == len(double)
    for one, two in zip(single, double):
        assert two.rows.tolist() == [*one.rows, *(one.rows + 60)]
        assert (one.llr, one.p, one.centre) == (two.llr, two.p, two.centre)


def test_cells_at_one_distance_enter_together():
    # Three of the four neighbours have all cases: the window of the centre and these three would be stronger.
    x, y = np.array([0.0, 1, 0, -1, 0, 9, 9]), np.array([0.0, 0, 1, 0, -1, 9, 8])
    cases, population = np.array([1.0, 4, 4, 4, 0, 0, 0]), np.array([1.0, 1, 1, 1, 1, 20, 20])
    first = scan(x, y, cases, population, share=0.2, centres=np.arange(7) == 0, **FREE)[0]
    assert first.rows.tolist() == [0, 1, 2, 3, 4]


def test_of_equal_circles_the_smallest_is_given():
    x = np.array([0.0, 1, 2, 50, 60, 70])
    first = scan(x, 0 * x, np.array([3.0, 3, 3, 0, 0, 0]), np.array([5.0, 5, 5, 30, 30, 30]), share=0.2, **FREE)[0]
    assert (first.rows.tolist(), first.centre, first.radius_m) == ([0, 1, 2], 1, 1.0)


def test_unknown_cells_take_no_part():
    x, y, cases, population = region_of(150, 6)
    usable = np.ones(150, dtype=bool)
    usable[5] = False
    cases[10], population[20], population[30], cases[40], population[50], x[60] = np.nan, np.nan, 0, -1, -1, np.nan
    known = usable.copy()
    known[[10, 20, 30, 40, 50, 60]] = False
    found = scan(x, y, cases, population, replications=49, usable=usable)
    rows = np.flatnonzero(known)
    alone = scan(x[rows], y[rows], cases[rows], population[rows], replications=49)
    same(found, alone, rows)


def test_one_address_is_no_cluster():
    x = np.arange(10.0) * 1000
    found = scan(x, 0 * x, np.array([1.0] * 9 + [0]), np.array([1.0] * 9 + [900]), radius=500.0, share=0.5)
    assert found == []


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("cases", "population"),
    [
        ([], []),
        ([5], [10]),
        ([0, 0, 0], [10, 10, 10]),
        ([1, 0, 0], [10, 10, 10]),
        ([5, 5, 5], [0, 0, 0]),
        ([5, 5, 5], [np.nan, np.nan, np.nan]),
        ([np.nan, np.nan, np.nan], [10, 10, 10]),
        ([5, 5, 5], [10, 0, 0]),
        ([4, 4, 4], [10, 10, 10]),
    ],
)
def test_too_little_to_tell_gives_nothing(cases, population):
    at = np.arange(len(cases)) * 700.0
    numbers = (np.array(v, dtype=float) for v in (cases, population))
    assert scan(at, at, *numbers, share=0.5) == []


@pytest.mark.filterwarnings("error")
def test_everything_in_one_window():
    at = np.arange(4) * 700.0
    found = scan(at, at, np.array([9.0, 0, 0, 0]), np.array([1.0, 5, 5, 5]), share=1.0, replications=19)
    assert [c.rows.tolist() for c in found] == [[0]]
    assert found[0].llr == pytest.approx(9 * math.log(16))


def test_without_replications_p_is_unknown():
    found = scan(*region_of(150, 2), replications=0)
    assert found and all(math.isnan(c.p) for c in found)


@pytest.mark.parametrize("wrong", [{"share": 0.0}, {"share": 1.1}, {"radius": 0.0}, {"radius": math.nan}])
def test_settings_out_of_range(wrong):
    with pytest.raises(ValueError, match="share must be"):
        scan(*region_of(20, 0), **wrong)


def test_input_is_left_alone():
    columns = region_of(60, 2)
    before = [c.copy() for c in columns]
    scan(*columns, replications=9)
    assert all((a == b).all() for a, b in zip(columns, before))
