"""Names that are spelled alike, by the pairs of letters that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from .arrays import Integers

#: Share of the pairs of letters that two names must have in common (Dice).
_ALIKE = 0.55


class SimilarNames:
    """An index of names by their pairs of letters.

    Args:
        names: Different names in normal form.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = list(names)
        having: dict[str, list[int]] = {}
        sizes = np.zeros(len(self._names), dtype=np.int64)
        for at, name in enumerate(self._names):
            pairs = _pairs(name)
            sizes[at] = len(pairs)
            for pair in pairs:
                having.setdefault(pair, []).append(at)
        self._sizes = sizes
        self._having: dict[str, Integers] = {pair: np.array(found, dtype=np.int64) for pair, found in having.items()}

    def like(self, name: str, most: int) -> list[str]:
        """The names that are most alike, the likest first; equal ones by the alphabet.

        Args:
            name: In normal form.
            most: How many at most.
        """
        pairs = _pairs(name)
        found = [self._having[pair] for pair in pairs if pair in self._having]
        if not found:
            return []
        shared = np.bincount(np.concatenate(found), minlength=len(self._names))
        alike = 2.0 * shared / (self._sizes + len(pairs))
        best = np.flatnonzero(alike >= _ALIKE)
        ordered = sorted(best.tolist(), key=lambda at: (-alike[at], self._names[at]))
        return [self._names[at] for at in ordered[:most]]


def _pairs(name: str) -> frozenset[str]:
    """Pairs of letters with their place in a row of equal ones, so that a pair that stands twice counts twice."""
    seen: Counter[str] = Counter()
    found = set()
    framed = f"^{name}$"
    for at in range(len(framed) - 1):
        pair = framed[at : at + 2]
        seen[pair] += 1
        found.add(f"{pair}{seen[pair]}")
    return frozenset(found)
