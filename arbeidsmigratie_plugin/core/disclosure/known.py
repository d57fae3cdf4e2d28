"""What a published figure tells an attacker: the lowest and the highest count that it leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ..arrays import Flags, Integers

#: No upper limit is known. Floating point still tells it apart from the largest count there can be.
UNBOUNDED = 2**52


@dataclass(frozen=True)
class Bounds:
    """What is known of n counts.

    Attributes:
        low: Lowest possible count.
        high: Highest possible count, UNBOUNDED where none is known.
    """

    low: Integers
    high: Integers

    def __len__(self) -> int:
        return len(self.low)

    def less(self, known: Integers) -> Bounds:
        """What is known of the rest by whoever knows a part.

        Args:
            known: Of each count the part that is known.
        """
        high = np.where(self.high >= UNBOUNDED, UNBOUNDED, self.high - known)
        return Bounds(np.maximum(self.low - known, 0), high)

    def take(self, rows: Flags | Integers) -> Bounds:
        """The counts at these positions."""
        return Bounds(self.low[rows], self.high[rows])


def exact(values: Integers) -> Bounds:
    """Counts published as they are.

    Args:
        values: n counts.
    """
    return Bounds(values, values)


def rounded(values: Integers, base: int, least: int = 0, steps: int = 0) -> Bounds:
    """Counts rounded to multiples of a base, up or down, where multiples stay as they are (zero-restricted).

    Willenborg and De Waal, Elements of Statistical Disclosure Control, 2001, chapter 9; disclosure.md T11.

    Args:
        values: n rounded counts.
        base: What they are multiples of; 1 for counts that are not rounded.
        least: No count below it is published.
        steps: Multiples that a count may lie further than the nearest ones.
    """
    reach = base * (steps + 1) - 1
    return Bounds(np.maximum(values - reach, max(least, 0)), values + reach)


def perturbed(values: Integers, most: int) -> Bounds:
    """Counts with noise added (cell key method).

    Args:
        values: n published counts.
        most: Largest noise, D.
    """
    return Bounds(np.maximum(values - most, 0), values + most)


def withheld(n: int, threshold: int = 0, empties_shown: bool = True) -> Bounds:
    """Counts left out because they are below a threshold.

    Args:
        n: Number of them.
        threshold: Lowest count that is published, 0 where that is not known.
        empties_shown: Whether areas with nobody are told apart from those left out.
    """
    low = 1 if threshold and empties_shown else 0
    return Bounds(np.full(n, low), np.full(n, threshold - 1 if threshold else UNBOUNDED))


def together(parts: Iterable[Bounds]) -> Bounds:
    """The bounds of several lists one after the other.

    Args:
        parts: The lists.
    """
    listed = list(parts)
    nothing = np.zeros(0, dtype=np.int64)
    return Bounds(
        np.concatenate([nothing, *(part.low for part in listed)]),
        np.concatenate([nothing, *(part.high for part in listed)]),
    )
