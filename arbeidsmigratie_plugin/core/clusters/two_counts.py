"""Two counts of the same thing at two dates: exact tests, the interval of their ratio, and what groups do to them."""

from __future__ import annotations

import numpy as np

from ..arrays import Flags, Floats, Integers

#: Tables with a higher expected count than this are left to the normal limit by the E-test.
_LARGEST_EXACT = 5_000.0
_SPREADS = 9.0


def dispersion(sizes: Floats | Integers) -> float:
    """By how much counts of persons vary more than counts of addresses: phi = sum(s2) / sum(s), at least 1.

    Persons on one address come and go together: the variance of their number is phi times that of a Poisson count.

    Args:
        sizes: Registrations on each of n addresses.

    Returns:
        phi, NaN if there are no registrations.
    """
    s = np.asarray(sizes, dtype=np.float64)
    s = s[s > 0]
    return max(1.0, float((s**2).sum() / s.sum())) if len(s) else float("nan")


def two_count_p(n1: Floats, n2: Floats, t1: Floats, t2: Floats, phi: float = 1.0) -> Floats:
    """The exact conditional test that two Poisson counts have the same mean per unit of exposure, two-sided.

    Given n1 + n2, n2 is binomial with probability t2 / (t1 + t2). Two-sided is twice the smaller tail, so that the
    test agrees with the interval of the ratio. With phi the counts are divided by it; the tails go on between whole
    numbers through the incomplete beta function.
    Source: J. Przyborowski and H. Wilenski, Homogeneity of results in testing samples from Poisson series,
    Biometrika 31 (1940) 313-323.

    Args:
        n1: n first counts, NaN where unknown.
        n2: n second counts.
        t1: n exposures of the first (objects, months), unknown where not above zero.
        t2: n exposures of the second.
        phi: Dispersion; 1 for addresses.

    Returns:
        n p-values, NaN where a count or exposure is unknown or both counts are zero.
    """
    from scipy.special import betainc

    tested, k, n, share = _conditional(n1, n2, t1, t2, phi)
    more = np.where(k > 0, betainc(np.maximum(k, 1e-9), n - k + 1.0, share), 1.0)
    rest = np.maximum(n - k, 0.0)
    fewer = np.where(rest > 0, betainc(np.maximum(rest, 1e-9), k + 1.0, 1.0 - share), 1.0)
    return np.where(tested, np.minimum(1.0, 2.0 * np.minimum(more, fewer)), np.nan)


def two_count_interval(
    n1: Floats, n2: Floats, t1: Floats, t2: Floats, level: float, phi: float = 1.0
) -> tuple[Floats, Floats]:
    """The exact conditional interval of (n2 / t2) / (n1 / t1).

    The interval of Clopper and Pearson for n2 out of n1 + n2, as odds.

    Args:
        n1: n first counts, NaN where unknown.
        n2: n second counts.
        t1: n exposures of the first.
        t2: n exposures of the second.
        level: Such as 0.80.
        phi: Dispersion; 1 for addresses.

    Returns:
        n lower and n upper limits; the upper one is infinite where the first count is zero, NaN where unknown.
    """
    from scipy.special import betaincinv

    tested, k, n, share = _conditional(n1, n2, t1, t2, phi)
    rest, tail = np.maximum(n - k, 0.0), (1.0 - level) / 2.0
    low = np.where(k > 0, betaincinv(np.maximum(k, 1e-9), rest + 1.0, tail), 0.0)
    high = np.where(rest > 0, betaincinv(k + 1.0, np.maximum(rest, 1e-9), 1.0 - tail), 1.0)
    with np.errstate(divide="ignore"):
        odds = [limit / (1.0 - limit) * (1.0 - share) / share for limit in (low, high)]
    return np.where(tested, odds[0], np.nan), np.where(tested, odds[1], np.nan)


def _conditional(n1: Floats, n2: Floats, t1: Floats, t2: Floats, phi: float) -> tuple[Flags, Floats, Floats, Floats]:
    """What can be tested, the second count, both together, and the share of the second exposure."""
    a, b, s, t = np.broadcast_arrays(*(np.asarray(v, dtype=np.float64) for v in (n1, n2, t1, t2)))
    with np.errstate(invalid="ignore"):
        tested = (a >= 0) & (b >= 0) & (a + b > 0) & (s > 0) & (t > 0) & np.isfinite(a + b + s + t) & (phi >= 1.0)
    k, n = np.where(tested, b, 1.0) / max(phi, 1.0), np.where(tested, a + b, 2.0) / max(phi, 1.0)
    return tested, k, n, np.where(tested, t, 1.0) / np.where(tested, s + t, 2.0)


def e_test(n1: float, n2: float, t1: float = 1.0, t2: float = 1.0) -> float:
    """The E-test that two Poisson counts have the same mean per unit of exposure, two-sided.

    Not conditional on the sum of the counts, and therefore less cautious than the exact conditional test: the
    probability, with the estimated common mean, of a standardised difference at least as large.
    Source: K. Krishnamoorthy and J. Thomson, A more powerful test for comparing two Poisson means, Journal of
    Statistical Planning and Inference 119 (2004) 23-35.

    Args:
        n1: First count, NaN if unknown.
        n2: Second count.
        t1: Exposure of the first.
        t2: Exposure of the second.

    Returns:
        p-value, NaN if a count or exposure is unknown or both counts are zero.
    """
    from scipy.special import ndtr
    from scipy.stats import poisson

    if not (n1 >= 0 and n2 >= 0 and n1 + n2 > 0 and t1 > 0 and t2 > 0):
        return float("nan")
    seen = abs(n1 / t1 - n2 / t2) / np.sqrt(n1 / t1**2 + n2 / t2**2)
    mean = (n1 + n2) / (t1 + t2)
    if mean * max(t1, t2) > _LARGEST_EXACT:
        return float(2.0 * ndtr(-seen))
    counts, weights = [], []
    for expected in (mean * t1, mean * t2):
        wide = _SPREADS * np.sqrt(expected) + _SPREADS
        counts.append(np.arange(max(0.0, np.floor(expected - wide)), np.ceil(expected + wide) + 1.0))
        weights.append(poisson.pmf(counts[-1], expected))
    first, second = counts[0][:, None] / t1, counts[1][None, :] / t2
    spread = np.sqrt(first / t1 + second / t2)
    with np.errstate(divide="ignore", invalid="ignore"):
        extreme = np.abs(first - second) / spread >= seen - 1e-9
    return float(min(1.0, weights[0] @ extreme @ weights[1]))


def turnover_p(appeared: Floats, disappeared: Floats) -> Floats:
    """McNemar's exact test that as many addresses appeared as disappeared, two-sided.

    Of the b + c addresses that changed, those that appeared are binomial with probability 1/2; addresses that stayed
    say nothing.
    Source: Q. McNemar, Note on the sampling error of the difference between correlated proportions or percentages,
    Psychometrika 12 (1947) 153-157.

    Args:
        appeared: n counts, NaN where unknown.
        disappeared: n counts.

    Returns:
        n p-values, 1 where nothing changed, NaN where unknown.
    """
    one = np.ones(len(appeared))
    p = two_count_p(disappeared, appeared, one, one)
    return np.where(appeared + disappeared == 0, 1.0, p)
