"""Getis and Ord's local statistics, and p-values for them that hold for skewed data."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..arrays import Floats, Integers

#: Permutations that are always drawn, and the most that are.
USUAL_PERMUTATIONS = 100_000
MOST_PERMUTATIONS = 10_000_000

#: For so many times fewer numbers than draws the draws are not sorted.
_FEW = 8

#: Beyond the usual number only draws in this upper part are looked at: the rest decides nothing.
_TAIL = 0.9

#: Sums of the same numbers in another order differ by rounding; that is no difference.
_ROUNDING = 1e-9


def getis_ord(values: Floats, weights: Any, star: bool = True) -> Floats:
    """Gi* (with the place itself) or Gi (without) as standard normal deviates.

    z = (sum w x - m W) / (s sqrt((n S1 - W2) / (n - 1))) with W = sum w, S1 = sum w2, and m and s2 (divided by n) over
    all n values; for Gi these leave the place itself out, and n is one less.
    Source: J.K. Ord and A. Getis, Local spatial autocorrelation statistics: distributional issues and an application,
    Geographical Analysis 27 (1995) 286-306.

    Args:
        values: n values.
        weights: Weights (n, n) as a scipy sparse matrix, with the place itself on the diagonal for Gi* only.
        star: Gi* or Gi.

    Returns:
        n deviates, NaN where they are not defined.
    """
    own = 0.0 if star else 1.0
    n = len(values) - own
    centred = values - values.mean()
    mean = -own * centred / n
    spread = np.sqrt(np.maximum(((centred**2).sum() - own * centred**2) / n - mean**2, 0.0))
    total = np.asarray(weights.sum(axis=1)).ravel()
    squares = np.asarray(weights.multiply(weights).sum(axis=1)).ravel()
    with np.errstate(divide="ignore", invalid="ignore"):
        scale = spread * np.sqrt((n * squares - total**2) / (n - 1.0))
        return np.asarray(np.where(scale > 0, (weights @ centred - mean * total) / scale, np.nan))


def normal_tail(deviates: Floats) -> Floats:
    """One-sided p-values under normality: too small for skewed data.

    Args:
        deviates: n standard normal deviates, NaN stays NaN.
    """
    from scipy.special import ndtr

    return np.asarray(ndtr(-deviates))


def pooled_tail(values: Floats, sums: Floats, sizes: Integers, permutations: int, seed: int) -> Floats:
    """One-sided p-values of sums over disks, had the values lain in any other order.

    The values are laid on a circle in random order, and every place on it gives a disk: the values at so many random
    distances from it. That is one pool of draws for all disks of a size, so that many more permutations can be had
    than by shuffling around every cell; p = (1 + as high or higher) / (permutations + 1).

    Args:
        values: n values.
        sums: m sums over disks, NaN for disks that aren't tested.
        sizes: m numbers of cells in the disks, at least 1 where a sum is known.
        permutations: Number of draws.
        seed: Of the random numbers.

    Returns:
        m p-values, NaN where the sum is.
    """
    pool = _Pool(values, int(sizes.max()), np.random.default_rng(seed))
    usual = min(permutations, USUAL_PERMUTATIONS)
    order = {int(k): np.flatnonzero((sizes == k) & ~np.isnan(sums)) for k in np.unique(sizes) if k > 0}
    order = {k: rows[np.argsort(sums[rows])] for k, rows in order.items() if len(rows)}
    slack = _ROUNDING * max(1.0, float(np.abs(values).max()))
    p = np.full(len(sums), np.nan)
    first = pool.draw(usual)
    cut = {k: float(np.quantile(first[k - 1], _TAIL)) for k in order}
    higher = {k: _as_high(first[k - 1], sums[rows] - slack) for k, rows in order.items()}
    for k, rows in order.items():
        p[rows] = (1.0 + higher[k]) / (usual + 1.0)
    for done in range(usual, permutations, USUAL_PERMUTATIONS):
        more = pool.draw(min(USUAL_PERMUTATIONS, permutations - done))
        for k, rows in order.items():
            higher[k] += _as_high(more[k - 1][more[k - 1] > cut[k]], sums[rows] - slack)
    for k, rows in order.items() if permutations > usual else ():
        far = sums[rows] - slack > cut[k]
        p[rows[far]] = (1.0 + higher[k][far]) / (permutations + 1.0)
    return p


class _Pool:
    """Sums over disks of values in random order.

    Two disks from one circle share a value at most, but for few values: so they hardly depend on each other.

    Args:
        values: n values.
        width: Cells in the largest disk.
        chance: Source of random numbers.
    """

    def __init__(self, values: Floats, width: int, chance: np.random.Generator) -> None:
        self._values = values.copy()
        self._width = width
        self._chance = chance

    def draw(self, wanted: int) -> Floats:
        """Sums (width, wanted): row k - 1 has those of k values."""
        out = np.empty((self._width, wanted))
        n = len(self._values)
        for start in range(0, wanted, n):
            self._chance.shuffle(self._values)
            circle = np.concatenate([self._values, self._values])
            size = min(n, wanted - start)
            total = np.zeros(size)
            for k, distance in enumerate(self._distances(n)):
                total = total + circle[distance : distance + size]
                out[k, start : start + size] = total
        return out

    def _distances(self, n: int) -> list[int]:
        """Different distances along the circle, in random order."""
        found: dict[int, None] = {}
        while len(found) < self._width:
            found.update(dict.fromkeys(self._chance.integers(0, n, self._width - len(found)).tolist()))
        return list(found)


def _as_high(draws: Floats, ascending: Floats) -> Floats:
    """How many draws are as high as each of the numbers, or higher."""
    if len(ascending) * _FEW > len(draws):
        return np.asarray(len(draws) - np.searchsorted(np.sort(draws), ascending, side="left"), dtype=np.float64)
    passed = np.bincount(np.searchsorted(ascending, draws, side="right"), minlength=len(ascending) + 1)
    return np.asarray(np.cumsum(passed[::-1])[::-1][1:], dtype=np.float64)
