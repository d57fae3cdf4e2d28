"""What published maps give away together, to someone who has nothing but the maps.

Every number says something about the area that it is drawn in. The areas of several maps cut each other into pieces;
of each piece, each withheld number, each difference of two areas and what is left of an area after all published ones
in it the attacker computes the least and the most.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Optional

import numpy as np

from .audit import NARROWEST_ALLOWED, part_of
from .inspection_board import Board
from .inspection_maps import Shown
from .intervals import Intervals
from .known import UNBOUNDED


class Kind(Enum):
    """What was found out about a group that was not published, or was published though it is small."""

    EXACT = "exact"
    NARROW = "smal"
    SMALL = "klein getal"


class Verdict(Enum):
    """What the inspection comes to."""

    SAFE = "veilig"
    UNSAFE = "niet veilig"
    UNKNOWN = "niet te beoordelen"


@dataclass(frozen=True)
class Finding:
    """A group that too much is known of.

    Attributes:
        kind: What is known.
        peildatum: Reference date of the maps, "" where they say none.
        packages: Names of the packages that tell it.
        areas: Names of the areas that the group lies in, the smallest first.
        outside: Names of areas that overlap the smallest of these, and do not hold the group.
        low: Least that it can be.
        high: Most that it can be.
        polygon: Where it is, Shapely geometry in RD New.
        cells: Municipality and base cells of it, where all maps are of this plugin.
    """

    kind: Kind
    peildatum: str
    packages: tuple[str, ...]
    areas: tuple[str, ...]
    outside: tuple[str, ...]
    low: int
    high: int
    polygon: Any
    cells: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Inspection:
    """What maps give away together.

    Attributes:
        findings: Groups that too much is known of.
        figures: Numbers and withheld numbers in the maps.
        targets: Groups that were attacked.
        narrowest: Width of the narrowest interval of a group that was not published; None without limit.
        contradictions: Groups about which the maps contradict each other.
        unproven: Groups for which time ran out.
        step: Distance between samples (m), 0 where pieces are exact.
    """

    findings: tuple[Finding, ...]
    figures: int
    targets: int
    narrowest: Optional[int]
    contradictions: int
    unproven: int
    step: float

    def count(self, kind: Kind) -> int:
        """Findings of a kind."""
        return sum(finding.kind is kind for finding in self.findings)

    @property
    def verdict(self) -> Verdict:
        """A leak is a leak, also where something else could not be judged."""
        if self.findings:
            return Verdict.UNSAFE
        return Verdict.UNKNOWN if self.contradictions or self.unproven or not self.figures else Verdict.SAFE


def inspect(maps: Sequence[Shown], go_on: Callable[[float], None] = lambda share: None) -> Inspection:
    """What maps give away together.

    Maps of different dates count different registrations, so those of one date are taken together, and with each of
    them the maps that say no date.

    Args:
        maps: The maps.
        go_on: Told the share that is done; raises to stop.
    """
    dates = sorted({shown.peildatum for shown in maps} - {""}) or [""]
    parts = []
    for at, date in enumerate(dates):
        chosen = [shown for shown in maps if shown.peildatum in (date, "") and len(shown)]
        parts.append(_of_date(date, chosen, part_of(go_on, at / len(dates), 1 / len(dates))))
    widths = [part.narrowest for part in parts if part.narrowest is not None]
    return Inspection(
        tuple(finding for part in parts for finding in part.findings),
        sum(map(len, maps)),
        sum(part.targets for part in parts),
        min(widths, default=None),
        sum(part.contradictions for part in parts),
        sum(part.unproven for part in parts),
        max((part.step for part in parts), default=0.0),
    )


def _of_date(date: str, maps: Sequence[Shown], go_on: Callable[[float], None]) -> Inspection:
    if not maps:
        return Inspection((), 0, 0, None, 0, 0, 0.0)
    board, found = _attacked(maps, True, go_on)
    if board.impossible or not found.feasible.all():
        board, found = _attacked(maps, False, go_on)
    public = board.public
    size = np.where(public, board.own_size, max(shown.size for shown in maps))
    small = found.feasible & (found.high < size) & (found.width < NARROWEST_ALLOWED)
    told = small & np.where(public, found.low > 0, found.high > 0)
    findings = []
    for target in np.flatnonzero(told).tolist():
        low, high = int(found.low[target]), int(found.high[target])
        kind = Kind.SMALL if public[target] else Kind.EXACT if low == high else Kind.NARROW
        place = board.place(target)
        packages = tuple(maps[number].name for number in place.maps)
        findings.append(
            Finding(kind, date, packages, place.areas, place.outside, low, high, place.polygon, place.cells)
        )
    return Inspection(
        tuple(findings),
        len(board.bounds),
        len(found),
        _narrowest(board, found),
        int((~found.feasible).sum()),
        int((~found.proven & found.feasible).sum()),
        board.pieces.step,
    )


def _attacked(maps: Sequence[Shown], believing: bool, go_on: Callable[[float], None]) -> tuple[Board, Intervals]:
    board = Board(maps, believing)
    return board, board.intervals(go_on)


def _narrowest(board: Board, found: Intervals) -> Optional[int]:
    """Of groups that were not published; a part of a published area can be anything from nobody to all of it."""
    hidden = found.width[~board.public & found.feasible & (found.high > 0)]
    parts = board.bounds.high[board.published & (board.bounds.high > 0)]
    narrowest = min(int(hidden.min(initial=UNBOUNDED)), int(parts.min(initial=UNBOUNDED)))
    return narrowest if narrowest < UNBOUNDED else None
