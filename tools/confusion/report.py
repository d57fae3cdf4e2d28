"""Printing: a confusion matrix per highlight, with what was asked of it beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tools.confusion import Confusion


@dataclass(frozen=True)
class Target:
    """What is asked of a highlight.

    Attributes:
        precision: Lowest precision, None if nothing is asked.
        recall: Lowest recall, None if nothing is asked.
    """

    precision: float | None = None
    recall: float | None = None


@dataclass(frozen=True)
class Judged:
    """A highlight of a demo region, judged.

    Attributes:
        name: Of the highlight.
        found: What it found against what was planted.
        wrong: As what the wrongly listed were planted.
        missed: As what the missed were planted.
        target: What is asked of it.
    """

    name: str
    found: Confusion
    wrong: Counter[str]
    missed: Counter[str]
    target: Target

    def short_of(self) -> list[str]:
        """Which targets are missed, in words."""
        asked = (("precision", self.target.precision), ("recall", self.target.recall))
        return [
            f"{self.name}: {name} {getattr(self.found, name):.3f}, asked {least:.2f}"
            for name, least in asked
            if least is not None and getattr(self.found, name) < least
        ]


def lines(seed: int, judged: Sequence[Judged]) -> list[str]:
    """What is printed of a region.

    Args:
        seed: Of the region.
        judged: Its highlights.
    """
    out = [f"seed {seed}", f"  {'':<22}{'right':>6} {'wrong':>6} {'missed':>6}  {'precision':<20} recall"]
    for one in judged:
        out.append(_numbers(one))
        out += _kinds("wrongly listed", one.wrong)
        out += _kinds("missed", one.missed)
    return out


def _numbers(one: Judged) -> str:
    counts = " ".join(f"{len(ids):>6}" for ids in (one.found.tp, one.found.fp, one.found.fn))
    precision = _share(one.found.precision, one.target.precision)
    return f"  {one.name:<22}{counts}  {precision:<20} {_share(one.found.recall, one.target.recall)}".rstrip()


def _share(value: float, least: float | None) -> str:
    if least is None:
        return f"{value:.3f}"
    return f"{value:.3f} ({'' if value >= least else 'NOT '}>= {least:.2f})"


def _kinds(title: str, kinds: Counter[str]) -> list[str]:
    return [f"      {title}: {number} {name}" for name, number in sorted(kinds.items(), key=lambda k: (-k[1], k[0]))]
