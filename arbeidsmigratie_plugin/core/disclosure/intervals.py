"""One attacker problem: the least or the most that unknown counts can add up to, given figures about them.

Counts are whole. Leaving that out gives a wider interval, so a linear program can prove that too much is known, never
that it is safe (disclosure.md T6): every answer here is of the integer program, by HiGHS through scipy.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Optional

import numpy as np

from ..arrays import Flags, Floats, Integers
from .known import UNBOUNDED, Bounds

#: Seconds for one solve (disclosure.md 11.5 b).
SECONDS = 2.0

_OPTIMAL, _INFEASIBLE = 0, 2
_TOLERANCE = 1e-6


class Answer(Enum):
    """How a solve ended."""

    PROVEN = "proven"
    INFEASIBLE = "infeasible"
    UNPROVEN = "unproven"


@dataclass(frozen=True)
class Intervals:
    """What an attacker knows of n groups.

    Attributes:
        low: Least that a group can add up to.
        high: Most, UNBOUNDED where there is no limit.
        proven: Whether both were proven; False where time ran out, a solve failed or figures contradict each other.
        feasible: False where the figures about a group contradict each other.
        solves: Integer programs that were solved.
    """

    low: Integers
    high: Integers
    proven: Flags
    feasible: Flags
    solves: int

    def __len__(self) -> int:
        return len(self.low)

    @property
    def width(self) -> Integers:
        """How wide each interval is: 0 where a group is known exactly."""
        return np.where(self.high >= UNBOUNDED, UNBOUNDED, self.high - self.low)


def solve(
    matrix: Any, bounds: Bounds, goal: Floats, seconds: float = SECONDS, whole: bool = True
) -> tuple[Answer, Optional[Floats]]:
    """The non-negative counts that make a weighted sum least.

    Args:
        matrix: Sparse (m, n) matrix of zeros and ones: which of n counts are in which of m figures.
        bounds: Lowest and highest sum of each figure.
        goal: Weight of each count.
        seconds: Time limit.
        whole: Whether counts are whole; False gives the linear relaxation.

    Returns:
        How it ended, and the n counts where it was proven.
    """
    from scipy.optimize import Bounds as Limits
    from scipy.optimize import LinearConstraint, milp

    high = np.where(bounds.high >= UNBOUNDED, np.inf, bounds.high.astype(np.float64))
    if (bounds.low > high).any() or (high < 0).any():
        return Answer.INFEASIBLE, None
    found = milp(
        goal,
        integrality=np.full(len(goal), int(whole)),
        bounds=Limits(0, np.inf),
        constraints=LinearConstraint(matrix, bounds.low.astype(np.float64), high),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    if found.status == _INFEASIBLE:
        return Answer.INFEASIBLE, None
    if found.status != _OPTIMAL or found.x is None:
        return Answer.UNPROVEN, None
    counts = np.rint(found.x) if whole else found.x
    sums = matrix @ counts
    holds = (sums >= bounds.low - _TOLERANCE).all() and (sums <= high + _TOLERANCE).all()
    return (Answer.PROVEN, counts) if holds else (Answer.UNPROVEN, None)


def solver_name() -> str:
    """What solves, with its version, for the certificate."""
    import scipy

    return f"HiGHS, scipy {scipy.__version__} (milp)"
