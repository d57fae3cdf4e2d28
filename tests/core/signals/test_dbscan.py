"""Our clusters are those of scikit-learn, label for label, and dense data take no more memory than sparse."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import in_use
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.dbscan import dbscan
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import bag_layers, read_bag

cluster = pytest.importorskip("sklearn.cluster")


def reference(x, y, eps, min_points):
    return cluster.DBSCAN(eps=eps, min_samples=min_points).fit(np.column_stack([x, y])).labels_


def test_example_of_the_documentation():
    x, y = np.array([1.0, 2, 2, 8, 8, 25]), np.array([2.0, 2, 3, 7, 8, 80])
    assert dbscan(x, y, 3, 2).tolist() == [0, 0, 0, 1, 1, -1]


whole = st.integers(0, 12).map(float)
anywhere = st.floats(-50, 50, allow_nan=False)
places = st.one_of(
    st.lists(st.tuples(whole, whole), min_size=1, max_size=80),
    st.lists(st.tuples(anywhere, anywhere), min_size=1, max_size=80),
)


@settings(max_examples=400, deadline=None)
@given(places, st.sampled_from([0.5, 1.0, 2**0.5, 2.0, 5**0.5, 3.0, 5.0, 12.5]), st.integers(1, 12))
def test_labels_are_those_of_scikit_learn(points, eps, min_points):
    x, y = np.array(points).T
    assert dbscan(x, y, eps, min_points).tolist() == reference(x, y, eps, min_points).tolist()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 30), st.floats(5, 120))
def test_clumps_in_the_dutch_grid(seed, min_points, eps):
    rng = np.random.default_rng(seed)
    middles = rng.uniform(0, 1500, (rng.integers(1, 12), 2)) + np.array([200_000, 400_000])
    xy = middles[rng.integers(0, len(middles), 400)] + rng.normal(0, rng.uniform(5, 120), (400, 2))
    x, y = np.round(xy, rng.integers(0, 3)).T
    assert dbscan(x, y, eps, min_points).tolist() == reference(x, y, eps, min_points).tolist()


def test_a_point_between_two_clusters_belongs_to_the_first():
    left, right = [-1.0, -1.5, -1.6, -1.7], [1.0, 1.5, 1.6, 1.7]
    for x in ([*right, 0.0, *left], [*left, 0.0, *right], [0.0, *left, *right]):
        at, y = x.index(0.0), np.zeros(9)
        found = dbscan(np.array(x), y, 1.0, 4)
        assert found[at] == 0 and sorted(found.tolist()) == [0] * 5 + [1] * 4
        assert found.tolist() == reference(x, y, 1.0, 4).tolist()


def test_cells_that_touch_nowhere_can_hold_points_within_reach():
    """The last of the steps between cells matters to points in their very corners only."""
    corners = np.array([0.0, 42.42636, 84.85274])
    assert dbscan(corners, corners, 60, 1).tolist() == [0, 0, 0] == reference(corners, corners, 60, 1).tolist()


def test_real_addresses(weesp_bag):
    bag = read_bag(bag_layers(weesp_bag))
    used = np.flatnonzero(in_use(bag.status) & np.isfinite(bag.x))
    x, y = bag.x[used], bag.y[used]
    for eps, min_points in ((60, 10), (15, 4), (25, 20)):
        assert np.array_equal(dbscan(x, y, eps, min_points), reference(x, y, eps, min_points))


@pytest.mark.parametrize("eps, min_points", [(0, 3), (-1, 3), (1, 0), (float("nan"), 2)])
def test_reach_and_number_are_above_zero(eps, min_points):
    with pytest.raises(ValueError, match="above zero"):
        dbscan(np.zeros(3), np.zeros(3), eps, min_points)


def test_points_without_coordinates_are_in_no_cluster():
    x, y = np.array([0, np.nan, 1, np.inf, 2]), np.array([0, 0, 0.0, 0, np.nan])
    assert dbscan(x, y, 2, 2).tolist() == [0, -1, 0, -1, -1]
    assert dbscan(np.empty(0), np.empty(0), 1, 1).tolist() == []


@pytest.mark.parametrize("dense", ["one spot", "few spots", "one cell", "a line"])
def test_memory_is_flat_for_dense_data(dense):
    """300,000 points that all reach thousands of others: their pairs would take gigabytes."""
    n = 300_000
    rng = np.random.default_rng(2026)
    x, y = {
        "one spot": (np.full(n, 2e5), np.full(n, 4e5)),
        "few spots": (rng.integers(0, 5, n) * 40.0, rng.integers(0, 5, n) * 40.0),
        "one cell": (rng.uniform(0, 42, n), rng.uniform(0, 42, n)),
        "a line": (rng.uniform(0, 3000, n), np.zeros(n)),
    }[dense]
    tracemalloc.start()
    labels = dbscan(x, y, 60, 10)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert set(labels.tolist()) == {0}
    assert peak < 150e6
