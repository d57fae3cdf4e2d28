"""Frozen regions at a later date: renewed, merged with their neighbours under one parent, or left as they were.

Regions are never cut anew. One whose number can't be published (it is unsafe now, its change is unsafe, or the audit
found it wanting) is merged with others of the same parent cell: first with those that can't be published either, then
with the smallest of the rest, until number and change are safe. What can't be mended that way keeps its earlier number;
nothing says so per region, since that would tell of a change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass
from typing import Optional

import numpy as np

from .. import grid
from ..arrays import Flags
from .atoms import Region
from .change import renewable
from .history import History
from .regions import Ground, union
from .rules import Rules


@dataclass(frozen=True)
class Coarsened:
    """Frozen regions at a date.

    Attributes:
        regions: The regions now, merged where it was needed.
        fresh: Whether the number of each is published anew.
    """

    regions: tuple[Region, ...]
    fresh: tuple[bool, ...]


@dataclass
class _Heap:
    """Regions that are tried together, and what could be added to them."""

    held: list[Region]
    near: list[Region]


def coarsened(
    ground: Ground, history: History, regions: list[Region], level: int, rules: Rules, banned: Set[str]
) -> Coarsened:
    """The frozen regions of municipalities at a new date.

    Regions are merged within the parent one level above the display cells; further up they would lose more in place
    than they win in time.

    Args:
        ground: Registrations and homes now.
        history: Earlier releases.
        regions: Frozen regions.
        level: H3 resolution of the display cells that they were made of.
        rules: The safety rules.
        banned: Names of sets of atoms that the audit found wanting.
    """
    known = {figure.region.regio_id for release in history.releases for figure in release.figures}
    safe, new = _tested(ground, history, regions, rules)
    good = {r.regio_id: bool(s and c) and r.regio_id not in banned for r, s, c in zip(regions, safe, new)}
    # What was never published and is unsafe stays so: it waits for no one.
    current = {region.regio_id: region for region in regions}
    released = [region for region in regions if region.regio_id in known]
    failing = [region for region in released if not good[region.regio_id]]
    for heap in _mended(ground, history, _heaps(failing, released, level - 1), rules, banned):
        merged = union(heap.held)
        for part in heap.held:
            del current[part.regio_id], good[part.regio_id]
        current[merged.regio_id] = merged
        good[merged.regio_id] = True
    return Coarsened(tuple(current.values()), tuple(good[name] for name in current))


def _tested(ground: Ground, history: History, regions: list[Region], rules: Rules) -> tuple[Flags, Flags]:
    owner = ground.territory.owners(regions)
    return (
        rules.safe(ground.measure(owner, len(regions))),
        renewable(ground, history, owner, len(regions), rules),
    )


def _heaps(failing: list[Region], regions: list[Region], level: int) -> list[_Heap]:
    """Failing regions by municipality and parent, each with the other regions of that parent, small ones first."""
    heaps: dict[tuple[str, int], _Heap] = defaultdict(lambda: _Heap([], []))
    for region in failing:
        place = _place(region, level)
        if place is not None:
            heaps[place].held.append(region)
    names = {region.regio_id for region in failing}
    for region in regions:
        place = _place(region, level)
        if place in heaps and region.regio_id not in names:
            heaps[place].near.append(region)
    for heap in heaps.values():
        heap.near.sort(key=lambda region: (len(region.cells), region.regio_id))
    return list(heaps.values())


def _place(region: Region, level: int) -> Optional[tuple[str, int]]:
    """Municipality and parent cell of a region, None where no cell of that level holds it."""
    if region.level < level:
        return None
    return region.gemeentecode, int(grid.roll_up(region.array[:1], level)[0])


def _mended(ground: Ground, history: History, heaps: list[_Heap], rules: Rules, banned: Set[str]) -> list[_Heap]:
    """The heaps that are safe together, each with as few of the near regions as it takes; all heaps at once."""
    done: list[_Heap] = []
    while heaps:
        tried = [union(heap.held) for heap in heaps]
        passed = np.logical_and(*_tested(ground, history, tried, rules))
        waiting = []
        for heap, region, ok in zip(heaps, tried, passed):
            if ok and len(heap.held) > 1 and region.regio_id not in banned:
                done.append(heap)
            elif heap.near:
                heap.held.append(heap.near.pop(0))
                waiting.append(heap)
        heaps = waiting
    return done
