"""The change of an area between two dates, and whether it differs from that of a control area.

An area and its control grew alike if their second counts stand to their first ones in one ratio. Addresses that stayed
are in both counts, so that a stock varies far less than two independent counts; growth that is itself estimated from
addresses varies too. Both are in the variance, which is that under the hypothesis that is tested.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Floats

#: With more changes than this the binomial distribution is left to its normal limit.
_MOST_EXACT = 200

#: Differences that are equal but for rounding.
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Change:
    """Counts of an area at two dates, divided by its weight.

    Attributes:
        first: Count at the first date.
        second: Count at the second date.
        weight: Length of the period, or size of the area; 1 for none.
        squares: Sum of the squared changes of single addresses, NaN where they can't be followed.
        growth: Growth by which the first count is brought forward where it serves as a size; 1 where it does not.
    """

    first: float
    second: float
    weight: float = 1.0
    squares: float = float("nan")
    growth: float = 1.0

    @property
    def value(self) -> float:
        """Second minus first, divided by the weight."""
        return (self.second - self.first) / self.weight if self.weight > 0 else float("nan")

    def variance(self, phi: float) -> float:
        """Variance of the value if both are independent Poisson counts."""
        spread = phi * (self.growth**2 * self.first + self.second)
        return spread / self.weight**2 if self.weight > 0 else float("nan")


@dataclass(frozen=True)
class Difference:
    """A difference with its error.

    Attributes:
        value: The difference.
        se: Its standard error.
        low: Lower limit.
        high: Upper limit.
    """

    value: float
    se: float
    low: float
    high: float

    @property
    def z(self) -> float:
        """Difference in standard errors, NaN where there is no error to divide by."""
        return self.value / self.se if self.se > 0 else float("nan")

    @property
    def p(self) -> float:
        """Two-sided p-value, from the normal distribution; 1 where nothing differs at all."""
        from scipy.special import ndtr

        if self.se == 0:
            return 1.0
        return 2.0 * float(ndtr(-abs(self.z)))


@dataclass(frozen=True)
class Tested(Difference):
    """A difference with the chance of one as large, if nothing differs.

    Attributes:
        below: p-value of a fall: chance of a difference so low or lower, 1 where it can't be tested.
        above: p-value of a rise.
    """

    below: float = 1.0
    above: float = 1.0


def with_limits(value: float, variance: float, level: float) -> Difference:
    """A difference with its limits.

    Args:
        value: The difference.
        variance: Its variance.
        level: Of the interval.
    """
    from scipy.special import ndtri

    se = float(np.sqrt(variance))
    half = float(ndtri((1.0 + level) / 2.0)) * se
    return Difference(value, se, value - half, value + half)


# If both grew alike ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Alike:
    """How a difference varies if the area grew as is supposed.

    Attributes:
        events: Changes that were seen: addresses that came or went, for persons groups of them.
        share: Share of them that came.
        step: By how much one that comes instead of goes moves the difference.
        rest: Variance that does not lie in which of them came and which went.
    """

    events: int
    share: float
    step: float
    rest: float

    @property
    def variance(self) -> float:
        """All of the variance."""
        return self.step**2 * self.events * self.share * (1.0 - self.share) + self.rest

    def atoms(self) -> tuple[Floats, Floats]:
        """Values that the difference can take and their chances; one value where there are many changes."""
        if self.events > _MOST_EXACT:
            return np.zeros(1), np.ones(1)
        from scipy.stats import binom

        k = np.arange(self.events + 1.0)
        return self.step * (k - self.share * self.events), binom.pmf(k, self.events, self.share)

    @property
    def smooth(self) -> float:
        """The variance that the atoms leave."""
        return self.variance if self.events > _MOST_EXACT else self.rest


def _alike(change: Change, growth: float, phi: float) -> _Alike:
    """How second - growth * first varies if the area grew so.

    With addresses that went, came and stayed as independent Poisson counts of means b, n and d the difference is
    n - growth b + (1 - growth) d. Given b + n and d as they were seen, b and n are those at which it is zero. Where
    addresses can't be followed, the second count came and the first one went.
    """
    net = change.second - change.first
    if np.isnan(change.squares):
        moved, kept, size = change.first + change.second, 0.0, phi
    else:
        moved = max(change.squares / phi, abs(net))
        kept = max(change.first - (moved - net) / 2.0, 0.0)
        size = change.squares / moved if moved > 0 else phi
    came = max((growth * moved + (growth - 1.0) * kept) / (1.0 + growth), 0.0)
    went = (came + (1.0 - growth) * kept) / growth if growth > 0 else moved
    if went < 0:
        came, went = (growth - 1.0) * kept, 0.0
    total = size * (came + growth**2 * went) + phi * (1.0 - growth) ** 2 * kept
    events = max(round(moved / size), 1) if moved > 0 else 0
    share = came / (came + went) if came + went > 0 else 0.5
    step = (1.0 + growth) * (moved / events if events else size)
    return _Alike(events, share, step, max(total - step**2 * events * share * (1.0 - share), 0.0))


def growth_error(change: Change, growth: float, phi: float) -> float:
    """Standard error of second - growth * first if an area grew so.

    Args:
        change: The area.
        growth: Second count per first.
        phi: Dispersion of the cases.
    """
    return float(np.sqrt(_alike(change, growth, phi).variance))


def against(area: Change, control: Change, phi: float, level: float) -> Tested:
    """How much more an area changed than it would have if it had moved as the control area did.

    With w = A0 / C0 the difference is (A1 - A0) - w (C1 - C0) = A1 - R A0 with R = C1 / C0. Its error is that under
    the hypothesis that both grew alike, by (A1 + C1) / (A0 + C0): of the addresses that came and went (McNemar), of
    the size that is brought forward, and of the control. Of few changes the p-values are sums over the binomial
    distribution of those that came; without growth and with a quiet control that is McNemar's exact test.
    Source of testing with the error under the hypothesis: O.S. Miettinen and M. Nurminen, Comparative analysis of two
    rates, Statistics in Medicine 4 (1985) 213-226.

    Args:
        area: The treated area, or its ring.
        control: The control area.
        phi: Dispersion of the cases.
        level: Of the interval.

    Returns:
        The difference, NaN where the control area or the area had nothing at first.
    """
    if not (control.first > 0 and area.first + area.second > 0):
        nothing = float("nan")
        return Tested(nothing, nothing, nothing, nothing)
    w = area.first / control.first
    value = (area.second - area.first) - w * (control.second - control.first)
    growth = (area.second + control.second) / (area.first + control.first)
    own, other = _alike(area, growth, phi), _alike(control, growth, phi)
    found = with_limits(value, own.variance + w**2 * other.variance, level)
    below, above = _tails(value, own, other, w)
    return Tested(found.value, found.se, found.low, found.high, below, above)


def _tails(value: float, own: _Alike, other: _Alike, w: float) -> tuple[float, float]:
    """Chances of a difference so low, and so high."""
    from scipy.special import ndtr

    (one, chance), (two, weight) = own.atoms(), other.atoms()
    apart = value - (one[:, None] - w * two[None, :])
    se = float(np.sqrt(own.smooth + w**2 * other.smooth))
    chances = chance[:, None] * weight[None, :]
    half = own.step / 2.0 if own.events <= _MOST_EXACT else 0.0  # a value that can be taken counts as a whole
    scale = max(abs(value), 1.0) * _ROUNDING
    tails = []
    for beyond in (apart, -apart):
        more = ndtr((beyond + half) / se) if se > scale else (beyond >= -scale).astype(np.float64)
        tails.append(min(float((chances * more).sum()), 1.0))
    return tails[0], tails[1]
