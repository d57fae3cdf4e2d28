"""Displacement (the waterbed effect): did what fell in one place rise around it, more than elsewhere?

Two counts of a stock can't show that anyone moved. What can be shown is that a fall in the treated area goes with a
rise in the ring around it, both more than chance and both more than in the control area.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Optional

import numpy as np

from ..arrays import Floats
from .snapshots import Totals


class Role(Enum):
    """The part of an area in the comparison."""

    TREATED = "behandeld"
    RING = "ring"
    CONTROL = "controle"
    RING_CONTROL = "controle_ring"
    OTHER = "overig"


#: A control area so many times as large, or as small, should be weighted.
UNEQUAL = 2.0

#: Position of each role that is summed.
GROUPS = (Role.TREATED, Role.RING, Role.CONTROL, Role.RING_CONTROL)


class Outcome(Enum):
    """What the counts fit."""

    DISPLACEMENT = "verplaatsing"
    DIFFUSION = "uitstraling"
    FALL = "afname"
    RISE = "toename in de ring"
    NOTHING = "niets aantoonbaars"
    UNTESTED = "niet getoetst"


# Shift and share ---------------------------------------------------------------------------------------------------


def shift_share(n1: Floats, n2: Floats) -> tuple[Floats, Floats]:
    """What of each change is the growth of the region, and what is a local shift; the shifts add up to zero.

    With R the sum over areas, n2 - n1 = n1 (R2 / R1 - 1) + shift.
    Source: E.S. Dunn, A statistical and analytical technique for regional analysis, Papers of the Regional Science
    Association 6 (1960) 97-112.

    Args:
        n1: n first counts, NaN where unknown; those take no part.
        n2: n second counts.

    Returns:
        n changes as the region grew and n local shifts, NaN where unknown or where the region had nothing.
    """
    known = np.isfinite(n1) & np.isfinite(n2)
    before, after = float(n1[known].sum()), float(n2[known].sum())
    growth = after / before - 1.0 if before > 0 else np.nan
    regional = np.where(known, n1 * growth, np.nan)
    return regional, n2 - n1 - regional


# Weighted displacement difference ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Change:
    """Counts of an area at two dates, divided by its weight.

    Attributes:
        first: Count at the first date.
        second: Count at the second date.
        weight: Length of the period, or size of the area; 1 for none.
        squares: Sum of the squared changes of single addresses, NaN where they can't be followed.
    """

    first: float
    second: float
    weight: float = 1.0
    squares: float = float("nan")

    @property
    def value(self) -> float:
        """Second minus first, divided by the weight."""
        return (self.second - self.first) / self.weight if self.weight > 0 else float("nan")

    def variance(self, phi: float) -> float:
        """Variance of the value if both are independent Poisson counts."""
        return phi * (self.first + self.second) / self.weight**2 if self.weight > 0 else float("nan")


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
        if self.se == 0:
            return 1.0
        return 2.0 * _below(-abs(self.z))


def weighted_displacement(
    treated: Change,
    control: Change,
    ring: Change,
    ring_control: Optional[Change] = None,
    phi: float = 1.0,
    level: float = 0.95,
    shared: bool = False,
) -> Difference:
    """The weighted displacement difference: what happened in the treated area and its ring together.

    WDD = (T1 - T0) - (C1 - C0) + (D1 - D0) - (DC1 - DC0), with as variance the sum of the eight counts; below zero
    the fall in the treated area is more than what the ring took over. Counts are divided by a weight for time or
    size, and their variance by its square. A control area that serves twice has only one error: of equal weights its
    counts count four times.
    Source: A.P. Wheeler and J.H. Ratcliffe, A simple weighted displacement difference test to evaluate place based
    crime interventions, Crime Science 7 (2018) 11.

    Args:
        treated: The treated area.
        control: An area like it.
        ring: The area that could take over.
        ring_control: An area like the ring; None to use the control of the treated area for both.
        phi: Dispersion, with which the variance is multiplied; 1 for addresses.
        level: Of the interval.
        shared: Whether both controls are one area, with two weights.
    """
    other, one_area = (control, True) if ring_control is None else (ring_control, shared)
    value = treated.value - control.value + ring.value - other.value
    errors = control.variance(phi) + other.variance(phi)
    if one_area:
        errors += 2.0 * float(np.sqrt(control.variance(phi) * other.variance(phi)))
    return _difference(value, treated.variance(phi) + ring.variance(phi) + errors, level)


def displacement_quotient(treated: Change, control: Change, ring: Change) -> float:
    """The weighted displacement quotient; it has no error, so it illustrates and proves nothing.

    WDQ = (D1 / C1 - D0 / C0) / (T1 / C1 - T0 / C0): above zero the ring shares in the fall, below zero it took over,
    below -1 more than had fallen.
    Source: K.J. Bowers and S.D. Johnson, Measuring the geographical displacement and diffusion of benefit effects
    of crime prevention activity, Journal of Quantitative Criminology 19 (2003) 275-301.

    Args:
        treated: The treated area.
        control: An area like it.
        ring: The area that could take over.

    Returns:
        The quotient, NaN where the control area is empty or the treated area moved as it did.
    """
    if not (control.first > 0 and control.second > 0):
        return float("nan")
    above = ring.second / control.second - ring.first / control.first
    below = treated.second / control.second - treated.first / control.first
    return above / below if below != 0 else float("nan")


# Against the control area ------------------------------------------------------------------------------------------


def against(area: Change, control: Change, phi: float, level: float) -> Difference:
    """How much more an area changed than it would have if it had moved as the control area did.

    With w = A0 / C0 the difference is (A1 - A0) - w (C1 - C0). Where addresses can be followed, those that stayed
    are in both counts and say nothing: the variance is the sum of the squared changes of single addresses, for
    addresses that of McNemar's test. Else the counts are taken as independent, which is cautious for a stock.

    Args:
        area: The treated area, or its ring.
        control: The control area.
        phi: Dispersion of the cases, used where addresses can't be followed.
        level: Of the interval.

    Returns:
        The difference, NaN where the control area had nothing.
    """
    if not control.first > 0:
        return _difference(float("nan"), float("nan"), level)
    w = area.first / control.first
    value = (area.second - area.first) - w * (control.second - control.first)
    own, other = area.squares, control.squares
    if np.isnan(own + other):
        own, other = phi * (area.first + area.second), phi * (control.first + control.second)
    return _difference(value, own + w**2 * other, level)


def _difference(value: float, variance: float, level: float) -> Difference:
    from scipy.special import ndtri

    se = float(np.sqrt(variance))
    half = float(ndtri((1.0 + level) / 2.0)) * se
    return Difference(value, se, value - half, value + half)


def _below(z: float) -> float:
    from scipy.special import ndtr

    return float(ndtr(z))


@dataclass(frozen=True)
class Finding:
    """What the areas did, all together.

    Attributes:
        treated: Change of the treated area, None if there is none.
        ring: Change of the ring, None if it is empty or unknown.
        control: Change of the control area, None if there is none.
        fall: Treated area against the control area, None if not tested.
        rise: Ring against the control area, None if not tested.
        wdd: Weighted displacement difference, None if not tested.
        wdq: Weighted displacement quotient, NaN if not computed.
        p: p-value of displacement: a fall in the treated area and a rise in the ring, NaN if not tested.
        outcome: What that fits.
    """

    treated: Optional[Change] = None
    ring: Optional[Change] = None
    control: Optional[Change] = None
    fall: Optional[Difference] = None
    rise: Optional[Difference] = None
    wdd: Optional[Difference] = None
    wdq: float = float("nan")
    p: float = float("nan")
    outcome: Outcome = Outcome.UNTESTED

    @property
    def control_size(self) -> float:
        """How many times as many cases the control area had at first as the treated area, NaN where unknown."""
        if self.treated is None or self.control is None or not self.treated.first > 0:
            return float("nan")
        return self.control.first / self.treated.first


class Weights(Enum):
    """To what size a control area is brought before its change is compared."""

    NONE = "geen"
    HOMES = "verblijfsobjecten"
    FIRST = "eerste telling"


@dataclass(frozen=True)
class Settings:
    """How to test.

    Attributes:
        weights: To what size control areas are brought in the weighted displacement difference.
        alpha: Level of the tests.
        level: Of intervals.
    """

    weights: Weights = Weights.NONE
    alpha: float = 0.05
    level: float = 0.95


def find(sums: Totals, phi: float, settings: Settings) -> Finding:
    """The tests on the sums of the areas.

    Displacement is a fall and a rise: its p-value is the larger of two one-sided ones (an intersection-union test:
    R.L. Berger, Multiparameter hypothesis testing and acceptance sampling, Technometrics 24 (1982) 295-300), so that
    chance alone gives it at most with probability alpha.

    Args:
        sums: Sums of the four areas, in the order of GROUPS.
        phi: Dispersion, NaN for persons of whom it is not known how they live together: nothing is tested then.
        settings: How to test.
    """
    treated, ring, control, ring_control = (_change(sums, at) for at in range(len(GROUPS)))
    found = Finding(treated, ring, control)
    if treated is None or ring is None or control is None or np.isnan(phi):
        return found
    other = control if ring_control is None else ring_control
    of_ring = GROUPS.index(Role.CONTROL if ring_control is None else Role.RING_CONTROL)
    fall = against(treated, control, phi, settings.level)
    rise = against(ring, other, phi, settings.level)
    down, up = _below(fall.z), _below(-rise.z)
    wdd = weighted_displacement(
        treated,
        replace(control, weight=_weight(sums, GROUPS.index(Role.CONTROL), Role.TREATED, settings.weights)),
        ring,
        replace(other, weight=_weight(sums, of_ring, Role.RING, settings.weights)),
        phi,
        settings.level,
        shared=ring_control is None,
    )
    return Finding(
        treated,
        ring,
        control,
        fall,
        rise,
        wdd,
        displacement_quotient(treated, control, ring),
        _largest(down, up),
        _outcome(down, up, _below(rise.z), settings.alpha),
    )


def _change(sums: Totals, at: int) -> Optional[Change]:
    """The counts of an area, None where it has none."""
    first, second = float(sums.first[at]), float(sums.second[at])
    if np.isnan(first + second) or first + second == 0:
        return None
    return Change(first, second, squares=float(sums.squares[at]))


def _weight(sums: Totals, control: int, role: Role, weights: Weights) -> float:
    """How many times as large the control area is as the area it is compared with."""
    if weights is Weights.NONE:
        return 1.0
    size = sums.first if weights is Weights.FIRST else sums.homes_first + sums.homes_second
    own = float(size[GROUPS.index(role)])
    return float(size[control]) / own if own > 0 else float("nan")


def _largest(*ps: float) -> float:
    """The largest p-value; where nothing changed there is nothing to see, so 1."""
    return max(1.0 if np.isnan(p) else p for p in ps)


def _outcome(down: float, up: float, ring_down: float, alpha: float) -> Outcome:
    falls, rises = down <= alpha, up <= alpha
    if falls and rises:
        return Outcome.DISPLACEMENT
    if falls and ring_down <= alpha:
        return Outcome.DIFFUSION
    return Outcome.FALL if falls else Outcome.RISE if rises else Outcome.NOTHING
