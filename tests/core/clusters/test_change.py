"""The change of an area against its control: exact answers, and how often chance alone is taken for a change."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.change import Change, against


def held(area, control, phi=1.0):
    return against(Change(*area[:2], squares=area[2]), Change(*control[:2], squares=control[2]), phi, 0.95)


NAN = float("nan")


def test_both_errors_count():
    found = held((100, 80, 30), (200, 220, 50))
    assert found.value == -20 - 0.5 * 20
    assert found.se**2 == pytest.approx(30 + 0.25 * 50)  # (80 + 220) / (100 + 200): as a whole it did not grow
    counted = held((100, 80, NAN), (200, 220, NAN), phi=2.0)
    assert counted.se**2 == pytest.approx(2 * (180 + 0.25 * 420))
    assert np.isnan(held((100, 80, 30), (0, 5, 5)).value)


@pytest.mark.parametrize("n", [1, 2, 3, 4, 8])
def test_few_changes_and_a_quiet_control_give_the_exact_test(n):
    """McNemar: of n changes all are one way with probability one in 2 to the n."""
    for first, second, side in ((100, 100 - n, "below"), (100, 100 + n, "above")):
        found = held((first, second, n), (10**8, 10**8, 0))
        assert getattr(found, side) == pytest.approx(0.5**n, rel=1e-2)
    assert held((20, 20 - n, n), (200, 200, 0)).below >= 0.5**n


def test_nothing_that_changed_is_nothing():
    found = held((50, 50, 0), (200, 200, 0))
    assert (found.value, found.below, found.above) == (0, 1, 1)


def test_an_area_that_did_not_change_while_others_grew_is_not_certain():
    """One new address was to be expected: without one nothing can be said."""
    assert held((20, 20, 0), (1000, 1050, 50)).below > 0.3
    assert held((200, 200, 0), (1000, 2000, 1000)).below < 1e-6


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 60), st.integers(0, 60), st.integers(1, 500), st.integers(0, 500), st.floats(1, 6))
def test_tails_are_chances_and_mirror_each_other(a, b, c, d, phi):
    found = held((a, b, NAN), (c, d, NAN), phi)
    assert 0 <= min(found.below, found.above) <= max(found.below, found.above) <= 1
    assert found.below + found.above >= 1 - 1e-6
    if abs(found.z) > 1:
        assert (found.value < 0) == (found.below < found.above)


def stock(rng, mean, leave, grow, worlds, sizes=None):
    """First and second counts and squared changes of an area: some leave, others come, per address that was there."""
    size = 1 if sizes is None else sizes
    at = rng.poisson(mean, worlds)
    gone, new = rng.binomial(at, leave), rng.poisson(mean * (leave + grow), worlds)
    if sizes is None:
        return at, at - gone + new, gone + new
    kept, left, came = (np.array([rng.choice(size, n).sum() for n in ns]) for ns in (at - gone, gone, new))
    squares = np.array([(rng.choice(size, n) ** 2).sum() for n in gone + new])
    return kept + left, kept + came, squares


@pytest.mark.parametrize("followed", [True, False])
@pytest.mark.parametrize(
    ("area", "control", "leave", "grow"),
    [
        (100, 400, 0.2, 0.0),
        (100, 400, 0.1, 1.0),
        (10, 400, 0.1, 1.0),
        (20, 50, 0.2, 0.5),
        (100, 1000, 0.0, 0.6),
        (100, 100, 0.4, -0.3),
        (200, 15, 0.1, 0.5),
        (15, 15, 0.05, 0.0),
    ],
)
def test_growth_alone_is_taken_for_a_change_no_more_often_than_promised(area, control, leave, grow, followed):
    rng = np.random.default_rng(20260701)
    worlds = 1500
    own, other = (np.array(stock(rng, mean, leave, grow, worlds), dtype=float) for mean in (area, control))
    if not followed:
        own[2] = other[2] = np.nan
    found = [held(one, two) for one, two in zip(own.T, other.T) if two[0] > 0 and one[0] > 0]
    margin = 0.05 + 2 * np.sqrt(0.05 * 0.95 / worlds)
    assert np.mean([f.below <= 0.05 for f in found]) <= margin
    assert np.mean([f.above <= 0.05 for f in found]) <= margin


def test_persons_who_come_in_groups_are_no_more_often_taken_for_a_change():
    rng, sizes = np.random.default_rng(7), np.array([1, 1, 1, 2, 4, 8])
    phi, worlds = (sizes**2).sum() / sizes.sum(), 600
    own, other = (np.array(stock(rng, mean, 0.2, 0.5, worlds, sizes), dtype=float).T for mean in (60, 300))
    found = [held(one, two, phi) for one, two in zip(own, other)]
    margin = 0.05 + 2 * np.sqrt(0.05 * 0.95 / worlds)
    assert max(np.mean([f.below <= 0.05 for f in found]), np.mean([f.above <= 0.05 for f in found])) <= margin


def test_a_real_change_is_found():
    rng = np.random.default_rng(3)
    own = np.array(stock(rng, 100, 0.1, 0.3, 300)).T
    other = np.array(stock(rng, 400, 0.1, 0.0, 300)).T
    assert np.mean([held(one, two).above <= 0.05 for one, two in zip(own, other)]) > 0.9
