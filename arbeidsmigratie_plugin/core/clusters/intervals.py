"""Intervals of counts, shares and ratios: exact for counts, Wilson's for shares."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np

from ..arrays import Flags, Floats, Integers

#: The interval that is shown beside every ratio, in the sentences too.
SHOWN_LEVEL = 0.80


def poisson_interval(counts: Floats | Integers, level: float) -> tuple[Floats, Floats]:
    """The exact interval of the mean of Poisson counts.

    The limits are the means at which a count as high, or as low, has probability (1 - level) / 2; they are quantiles
    of the gamma distribution with shape k and k + 1.
    Source: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936) 437-442.

    Args:
        counts: n counts, NaN where unknown.
        level: Such as 0.80.

    Returns:
        n lower and n upper limits, NaN where the count is unknown or negative.
    """
    from scipy.special import gammaincinv

    known, k = _known(counts)
    tail = (1.0 - level) / 2.0
    low = np.where(k > 0, gammaincinv(np.maximum(k, 1.0), tail), 0.0)
    high = gammaincinv(k + 1.0, 1.0 - tail)
    return np.where(known, low, np.nan), np.where(known, high, np.nan)


def ratio_interval(observed: Floats | Integers, expected: Floats, level: float) -> tuple[Floats, Floats]:
    """The exact interval of observed / expected, with the expectation taken as known.

    Args:
        observed: n counts, NaN where unknown.
        expected: n expected counts.
        level: Such as 0.80.

    Returns:
        n lower and n upper limits, NaN where the count is unknown or nothing is expected.
    """
    low, high = poisson_interval(observed, level)
    divisor = np.where(np.asarray(expected, dtype=np.float64) > 0, expected, np.nan)
    return low / divisor, high / divisor


def wilson_interval(successes: Floats | Integers, trials: Floats | Integers, level: float) -> tuple[Floats, Floats]:
    """Wilson's score interval of a share.

    Source: E.B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the
    American Statistical Association 22 (1927) 209-212.

    Args:
        successes: n counts, NaN where unknown.
        trials: n counts.
        level: Such as 0.95.

    Returns:
        n lower and n upper limits between 0 and 1, NaN where there are no trials or the counts are unknown.
    """
    with np.errstate(invalid="ignore"):
        known = (np.asarray(trials) > 0) & (np.asarray(successes) >= 0) & (np.asarray(successes) <= trials)
    n = np.where(known, trials, 1.0).astype(np.float64)
    k = np.where(known, successes, 0.0).astype(np.float64)
    z2 = NormalDist().inv_cdf((1.0 + level) / 2.0) ** 2
    centre = (k + z2 / 2.0) / (n + z2)
    half = np.sqrt(z2 * (k * (n - k) / n + z2 / 4.0)) / (n + z2)
    low = np.where(k > 0, np.maximum(centre - half, 0.0), 0.0)
    high = np.where(k < n, np.minimum(centre + half, 1.0), 1.0)
    return np.where(known, low, np.nan), np.where(known, high, np.nan)


def _known(counts: Floats | Integers) -> tuple[Flags, Floats]:
    """Which counts are known, and the counts with 0 where they aren't."""
    k = np.asarray(counts, dtype=np.float64)
    with np.errstate(invalid="ignore"):
        known = k >= 0
    return known, np.where(known, k, 0.0)
