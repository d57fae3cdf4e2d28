"""Benjamini-Hochberg against arithmetic, its definition and esda."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.multiple import benjamini_hochberg, permutations_needed

PUBLISHED = np.array(
    [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34]
)

ps = st.lists(st.floats(0, 1), min_size=1, max_size=60).map(np.array)


def test_of_the_published_example_one_is_rejected():
    q = benjamini_hochberg(PUBLISHED)
    assert (q <= 0.05).sum() == 1
    assert q[0] == pytest.approx(0.015)


@given(ps)
def test_q_is_the_smallest_level_at_which_the_step_up_rule_rejects(p):
    q, m = benjamini_hochberg(p), len(p)
    ordered = np.sort(p)
    for level in (0.01, 0.05, 0.2):
        below = np.flatnonzero(ordered <= level * np.arange(1, m + 1) / m)
        threshold = ordered[below[-1]] if len(below) else -1.0
        assert ((q <= level + 1e-12) >= (p <= threshold)).all()
        assert ((q <= level - 1e-12) <= (p <= threshold)).all()


@given(ps, st.randoms())
def test_q_goes_with_p_whatever_the_order(p, random):
    order = list(range(len(p)))
    random.shuffle(order)
    q = benjamini_hochberg(p)
    assert benjamini_hochberg(p[order]) == pytest.approx(q[order])
    assert (np.diff(q[np.argsort(p, kind="stable")]) >= 0).all()
    assert (q >= p - 1e-12).all()
    assert (q <= 1).all()


def test_what_was_not_tested_is_no_test():
    q = benjamini_hochberg(np.array([np.nan, 0.01, np.nan, 0.5]))
    assert np.isnan(q[[0, 2]]).all()
    assert q[[1, 3]] == pytest.approx([0.02, 0.5])
    assert np.isnan(benjamini_hochberg(np.full(3, np.nan))).all()


@pytest.mark.parametrize("seed", range(5))
def test_decisions_are_those_of_esda(seed):
    pytest.importorskip("geopandas")  # esda needs it, and not every QGIS has it
    fdr = pytest.importorskip("esda").fdr
    p = np.random.default_rng(seed).beta(0.4, 2.0, 200)
    assert (benjamini_hochberg(p) <= 0.05).tolist() == (p <= fdr(p, 0.05)).tolist()


def test_a_lone_finding_needs_so_many_permutations():
    assert permutations_needed(400, 0.05) == 7999
    assert permutations_needed(2500, 0.05) == 49_999
    assert 1 / (permutations_needed(400, 0.05) + 1) <= 0.05 / 400
