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
from .change import Change, Difference, Tested, against, with_limits
from .snapshots import Totals


class Role(Enum):
    """The part of an area in the comparison."""

    TREATED = "behandeld"
    RING = "ring"
    CONTROL = "controle"
    RING_CONTROL = "controle_ring"
    OTHER = "overig"


#: A control area more than so many times as large, or as small, has a change that can't be compared as it is.
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
    return with_limits(value, treated.variance(phi) + ring.variance(phi) + errors, level)


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


# What the areas did together ---------------------------------------------------------------------------------------


class Weights(Enum):
    """To what size a control area is brought before its change is compared."""

    NONE = "geen"
    HOMES = "verblijfsobjecten"
    FIRST = "eerste telling"
    AUTOMATIC = "automatisch"


@dataclass(frozen=True)
class Finding:
    """What the areas did, all together.

    Attributes:
        treated: Change of the treated area, None if there is none.
        ring: Change of the ring, None if it is empty or unknown.
        control: Change of the control area, None if there is none.
        ring_control: Change of the control of the ring, None if that is the control area.
        fall: Treated area against the control area, None if not tested.
        rise: Ring against its control, None if not tested.
        wdd: Weighted displacement difference, None if not tested.
        weights: To what size the controls were brought in it.
        wdq: Weighted displacement quotient, NaN if not computed.
        p: p-value of displacement: a fall in the treated area and a rise in the ring, NaN if not tested.
        outcome: What that fits.
    """

    treated: Optional[Change] = None
    ring: Optional[Change] = None
    control: Optional[Change] = None
    ring_control: Optional[Change] = None
    fall: Optional[Tested] = None
    rise: Optional[Tested] = None
    wdd: Optional[Difference] = None
    weights: Weights = Weights.NONE
    wdq: float = float("nan")
    p: float = float("nan")
    outcome: Outcome = Outcome.UNTESTED

    @property
    def sizes(self) -> tuple[float, float]:
        """How many times as many cases the controls had at first as the treated area and as the ring.

        NaN where unknown.
        """
        of_ring = self.control if self.ring_control is None else self.ring_control
        one, two = (
            other.first / own.first if own is not None and other is not None and own.first > 0 else float("nan")
            for own, other in ((self.treated, self.control), (self.ring, of_ring))
        )
        return one, two

    @property
    def unequal(self) -> bool:
        """Whether the difference is of areas of unequal size: growth alone then makes one."""
        return self.weights is Weights.NONE and any(not 1 / UNEQUAL <= size <= UNEQUAL for size in self.sizes)

    def described(self) -> Finding:
        """The numbers without a conclusion, for layers that may not be comparable."""
        return replace(self, p=float("nan"), outcome=Outcome.UNTESTED)


@dataclass(frozen=True)
class Settings:
    """How to test.

    Attributes:
        weights: To what size control areas are brought in the weighted displacement difference; automatic brings them
            to the first counts where nobody chose the control, and leaves a chosen one as it is.
        alpha: Level of the tests.
        level: Of intervals.
    """

    weights: Weights = Weights.AUTOMATIC
    alpha: float = 0.05
    level: float = 0.95


def find(sums: Totals, phi: float, settings: Settings, chosen: bool = True) -> Finding:
    """The tests on the sums of the areas.

    Displacement is a fall and a rise: its p-value is the larger of two one-sided ones (an intersection-union test:
    R.L. Berger, Multiparameter hypothesis testing and acceptance sampling, Technometrics 24 (1982) 295-300), so that
    chance alone gives it at most with probability alpha.

    Args:
        sums: Sums of the four areas, in the order of GROUPS.
        phi: Dispersion, NaN for persons of whom it is not known how they live together: nothing is tested then.
        settings: How to test.
        chosen: Whether the user chose the control area; if not it is all others, of whatever size.
    """
    treated, ring, control, ring_control = (_change(sums, at) for at in range(len(GROUPS)))
    found = Finding(treated, ring, control, ring_control)
    if treated is None or ring is None or control is None or np.isnan(phi):
        return found
    fall = against(treated, control, phi, settings.level)
    rise = against(ring, ring_control or control, phi, settings.level)
    weights = settings.weights
    if weights is Weights.AUTOMATIC:
        weights = Weights.NONE if chosen else Weights.FIRST
    return replace(
        found,
        fall=fall,
        rise=rise,
        wdd=_net_difference(found, sums, phi, weights, settings.level),
        weights=weights,
        wdq=displacement_quotient(treated, control, ring),
        p=max(fall.below, rise.above),
        outcome=_outcome(fall, rise, settings.alpha),
    )


def _change(sums: Totals, at: int) -> Optional[Change]:
    """The counts of an area, None where it has none."""
    first, second = float(sums.first[at]), float(sums.second[at])
    if np.isnan(first + second) or first + second == 0:
        return None
    return Change(first, second, squares=float(sums.squares[at]))


def _net_difference(found: Finding, sums: Totals, phi: float, weights: Weights, level: float) -> Optional[Difference]:
    """The weighted displacement difference with the controls brought to size."""
    treated, ring, control = found.treated, found.ring, found.control
    if treated is None or ring is None or control is None:
        return None
    other = found.ring_control or control
    of_ring = GROUPS.index(Role.CONTROL if found.ring_control is None else Role.RING_CONTROL)
    sizes = (
        _weight(sums, GROUPS.index(Role.CONTROL), Role.TREATED, weights),
        _weight(sums, of_ring, Role.RING, weights),
    )
    growths = (_growth(control, weights), _growth(other, weights))
    return weighted_displacement(
        replace(treated, growth=growths[0]),
        replace(control, weight=sizes[0], growth=growths[0]),
        replace(ring, growth=growths[1]),
        replace(other, weight=sizes[1], growth=growths[1]),
        phi,
        level,
        shared=found.ring_control is None,
    )


def _growth(control: Change, weights: Weights) -> float:
    """Growth by which first counts are brought forward: that of the control, where they serve as size."""
    return control.second / control.first if weights is Weights.FIRST and control.first > 0 else 1.0


def _weight(sums: Totals, control: int, role: Role, weights: Weights) -> float:
    """How many times as large the control area is as the area it is compared with."""
    if weights is Weights.NONE:
        return 1.0
    size = sums.first if weights is Weights.FIRST else sums.homes_first + sums.homes_second
    own = float(size[GROUPS.index(role)])
    return float(size[control]) / own if own > 0 else float("nan")


def _outcome(fall: Tested, rise: Tested, alpha: float) -> Outcome:
    falls, rises = fall.below <= alpha, rise.above <= alpha
    if falls and rises:
        return Outcome.DISPLACEMENT
    if falls and rise.below <= alpha:
        return Outcome.DIFFUSION
    return Outcome.FALL if falls else Outcome.RISE if rises else Outcome.NOTHING
