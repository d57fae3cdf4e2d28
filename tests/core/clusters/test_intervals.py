"""Intervals against published values, scipy and their own definition."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.intervals import (
    poisson_interval,
    ratio_interval,
    wilson_interval,
)


def test_poisson_limits_are_those_of_the_textbook():
    low, high = poisson_interval(np.array([0, 1, 3, 5, 10, 20]), 0.95)
    assert low == pytest.approx([0, 0.0253, 0.619, 1.623, 4.795, 12.217], abs=5e-4)
    assert high == pytest.approx([3.689, 5.572, 8.767, 11.668, 18.390, 30.888], abs=5e-4)


def test_wilson_limits_are_those_of_the_textbook():
    low, high = wilson_interval(np.array([5, 50, 0]), np.array([10, 100, 20]), 0.95)
    assert low == pytest.approx([0.2366, 0.4038, 0.0], abs=5e-5)
    assert high == pytest.approx([0.7634, 0.5962, 0.1611], abs=5e-5)


@given(st.integers(0, 5000), st.sampled_from([0.5, 0.8, 0.95, 0.99]))
def test_a_poisson_limit_is_where_the_tail_is_half_of_the_rest(count, level):
    (low,), (high,) = poisson_interval(np.array([count]), level)
    assert stats.poisson.cdf(count, high) == pytest.approx((1 - level) / 2, rel=1e-6)
    if count:
        assert stats.poisson.sf(count - 1, low) == pytest.approx((1 - level) / 2, rel=1e-6)
    assert low <= count <= high


@given(st.integers(0, 400), st.integers(1, 400), st.sampled_from([0.8, 0.95]))
def test_a_wilson_limit_lies_its_own_standard_errors_away(successes, trials, level):
    successes = min(successes, trials)
    (low,), (high,) = wilson_interval(np.array([successes]), np.array([trials]), level)
    share, z = successes / trials, stats.norm.ppf((1 + level) / 2)
    for limit in (low, high):
        assert 0 <= limit <= 1
        if 0 < limit < 1:
            assert abs(share - limit) == pytest.approx(z * np.sqrt(limit * (1 - limit) / trials), abs=1e-9)


def test_what_is_unknown_has_no_limits():
    nothing = np.array([np.nan, -1.0])
    assert np.isnan(poisson_interval(nothing, 0.8)).all()
    assert np.isnan(wilson_interval(np.array([0.0, np.nan, 3.0]), np.array([0.0, 5.0, 2.0]), 0.8)).all()
    low, high = ratio_interval(np.array([3.0, 3.0, np.nan]), np.array([0.0, np.nan, 2.0]), 0.8)
    assert np.isnan([low, high]).all()


def test_a_ratio_has_the_interval_of_its_count():
    low, high = ratio_interval(np.array([14.0]), np.array([6.7]), 0.8)
    assert (low[0] * 6.7, high[0] * 6.7) == pytest.approx([v[0] for v in poisson_interval(np.array([14.0]), 0.8)])
