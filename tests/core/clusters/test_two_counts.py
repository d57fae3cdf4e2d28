"""Two counts: published answers, and the reference implementation of the binomial test."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.two_counts import (
    e_test,
    turnover_p,
    two_count_interval,
    two_count_p,
)


def numbers(*values):
    return np.array(values, dtype=float)


ONE = numbers(1)


@pytest.mark.parametrize(("b", "c", "p"), [(12, 4, 0.077), (5, 15, 0.041), (40, 40, 1.0), (0, 0, 1.0)])
def test_published_turnover(b, c, p):
    assert turnover_p(numbers(b), numbers(c))[0] == pytest.approx(p, abs=5e-4)


def test_unknown_turnover_is_unknown():
    assert np.isnan(turnover_p(numbers(np.nan, 3), numbers(2, np.nan))).all()


def test_the_published_e_test():
    """Krishnamoorthy and Thomson 2004: 0 and 3 dodder seeds in samples of equal size."""
    assert e_test(0, 3, 100, 100) == pytest.approx(0.0884, abs=5e-5)
    assert two_count_p(numbers(0), numbers(3), ONE, ONE)[0] == pytest.approx(0.25)
    assert e_test(4900, 5100) == pytest.approx(e_test(5100, 5300), abs=0.01)
    assert np.isnan([e_test(0, 0), e_test(np.nan, 1), e_test(1, 1, 0, 1)]).all()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60), st.floats(0.2, 5))
def test_the_two_count_test_is_the_binomial_one_and_fits_its_interval(a, b, ratio):
    from scipy.stats import binomtest

    if a + b == 0:
        assert np.isnan(two_count_p(numbers(a), numbers(b), ONE, ONE * ratio)[0])
        return
    share = ratio / (1 + ratio)
    tails = [binomtest(b, a + b, share, alternative=side).pvalue for side in ("less", "greater")]
    p = two_count_p(numbers(a), numbers(b), ONE, ONE * ratio)[0]
    assert p == pytest.approx(min(1, 2 * min(tails)), rel=1e-9)
    low, high = (limit[0] for limit in two_count_interval(numbers(a), numbers(b), ONE, ONE * ratio, 0.9))
    assert low <= high
    if abs(p - 0.1) > 1e-6:
        assert (p < 0.1) == (low > 1 or high < 1)


def test_exposure_and_groups_count():
    assert two_count_p(numbers(10), numbers(20), ONE, 2 * ONE)[0] > 0.9
    assert two_count_p(numbers(10), numbers(20), ONE, ONE)[0] < 0.11
    assert (
        two_count_p(numbers(10), numbers(30), ONE, ONE, 5.0)[0]
        > 0.1
        > two_count_p(numbers(10), numbers(30), ONE, ONE)[0]
    )
    assert np.isnan(two_count_p(numbers(10, 10), numbers(5, 5), numbers(0, 1), numbers(1, np.nan))).all()
