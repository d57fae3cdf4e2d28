"""When a number is unsafe: the rules of disclosure.md 11.2, written again so that an error in the product's shows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from arbeidsmigratie_plugin.core.arrays import Flags, Floats, Integers


@dataclass(frozen=True)
class Sums:
    """What is in each of n sets of homes.

    Attributes:
        persons: Registrations.
        safe: Whether the number may be published.
    """

    persons: Integers
    safe: Flags


def judge(sets: sparse.csr_matrix, persons: Integers, providers: Integers, homes: Integers | None) -> Sums:
    """Applies the rules to sets of homes.

    Args:
        sets: (n, m) which of m addresses each of n sets holds.
        persons: Registrations on each of m addresses.
        providers: Provider of each, 0 where unknown.
        homes: BAG objects in each of n sets, None to leave that rule out (for changes).
    """
    n = sets.shape[0]
    pairs = sets.tocoo()
    held = persons[pairs.col]
    group, address, held = pairs.row[held > 0].astype(np.int64), pairs.col[held > 0].astype(np.int64), held[held > 0]
    total, count, first, second = _top(group, address, held, n)
    unit = np.where(providers[address] > 0, -providers[address], address)
    _, units, unit_first, unit_second = _top(group, unit, held, n)
    known = np.bincount(group, providers[address] > 0, n) > 0
    enough = (total >= 10) & (count >= 5)
    outstanding = _outstanding(total, first, second) | (
        known & ((units < 3) | _outstanding(total, unit_first, unit_second))
    )
    background = np.ones(n, dtype=bool) if homes is None else homes >= 25
    return Sums(total.astype(np.int64), enough & ~outstanding & background)


def _outstanding(total: Floats, first: Floats, second: Floats) -> Flags:
    """More than half, or to be estimated within 20 percent by the second largest."""
    return np.asarray((2 * first > total) | (total - first - second < 0.2 * first))


def _top(group: Integers, unit: Integers, held: Integers, n: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Per group: the sum, how many units, the largest unit and the second largest."""
    pairs, at = np.unique(np.column_stack([group, unit]), axis=0, return_inverse=True)
    sums = np.bincount(at.ravel(), held, len(pairs))
    owner = pairs[:, 0]
    first, second = np.zeros(n), np.zeros(n)
    for g, value in zip(owner.tolist(), sums.tolist()):
        if value > first[g]:
            first[g], second[g] = value, first[g]
        elif value > second[g]:
            second[g] = value
    return np.bincount(group, held, n), np.bincount(owner, minlength=n), first, second
