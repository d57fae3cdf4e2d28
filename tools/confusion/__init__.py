"""How well highlights find what was planted in a demo region: found, found wrongly, missed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Confusion:
    """What was found against what was planted.

    Attributes:
        tp: Planted and found.
        fp: Found but not planted.
        fn: Planted but not found.
    """

    tp: tuple[str, ...]
    fp: tuple[str, ...]
    fn: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Share of what was found that was planted; 1 if nothing was found."""
        found = len(self.tp) + len(self.fp)
        return len(self.tp) / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was planted that was found; 1 if nothing was planted."""
        planted = len(self.tp) + len(self.fn)
        return len(self.tp) / planted if planted else 1.0
