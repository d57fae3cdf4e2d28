"""Municipalities beside each other: totals, shares, ratios; unknown is never zero."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.municipal import municipal

CODES = np.array(["0001", "0002", "0003"], dtype=object)


def test_totals_shares_and_ratios():
    of_objects = labels(["0001"] * 100 + ["0002"] * 20 + ["0009"] * 5 + [""])
    counts = np.zeros(126)
    counts[:4], counts[100:110], counts[120:] = 3, 1, 9
    found = municipal(CODES, of_objects, counts)
    np.testing.assert_array_equal(found.cases, [4, 10, np.nan])
    np.testing.assert_array_equal(found.persons, [12, 10, np.nan])
    np.testing.assert_array_equal(found.homes, [100, 20, 0])
    np.testing.assert_allclose(found.share, [0.04, 0.5, np.nan])
    np.testing.assert_allclose(found.expected, [14 / 120 * 100, 14 / 120 * 20, np.nan])
    np.testing.assert_allclose(found.ratio[:2], [4 / (14 / 1.2), 10 / (14 / 6)])
    low, high = found.share_limits
    assert (low[:2] < found.share[:2]).all()
    assert (found.share[:2] < high[:2]).all()
    low, high = found.ratio_limits
    assert (low[:2] < found.ratio[:2]).all()
    assert (found.ratio[:2] < high[:2]).all()
    assert np.isnan([low[2], high[2]]).all()


def test_a_municipality_without_a_delivery_is_unknown_and_takes_no_part_in_what_is_expected():
    counts = np.array([1.0, 0.0, np.nan, np.nan])
    found = municipal(CODES, labels(["0001", "0001", "0002", "0002"]), counts)
    np.testing.assert_array_equal(found.cases, [1, np.nan, np.nan])
    np.testing.assert_array_equal(found.expected, [1, np.nan, np.nan])
    assert found.ratio[0] == pytest.approx(1)


@given(st.lists(st.tuples(st.sampled_from(["0001", "0002", "0003"]), st.integers(0, 3)), min_size=1))
def test_what_is_expected_adds_up_to_what_was_observed(objects):
    codes, counts = zip(*objects)
    found = municipal(CODES, labels(codes), np.array(counts, dtype=float))
    assert np.nansum(found.expected) == pytest.approx(np.nansum(found.cases))
    assert np.nansum(found.persons) == sum(counts)
