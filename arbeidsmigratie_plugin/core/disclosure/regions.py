"""Regions by residual pooling: safe hexagons stand alone, the unsafe rest of each larger cell is pooled.

From fine to coarse: a display cell that is safe becomes a region; the atoms of one parent that are left over become one
region if together they are safe, else they wait for the next coarser parent, and at last for the whole municipality
(after the residual cells of AQuadtree, Lagonigro et al. 2017, with our rules and at every level). Two exceptions keep
people where they can be seen: an unsafe rest under the first parent with more than a few registrations takes up a
display cell of that parent, and what is unsafe at the end goes with the coarsest rests, which have no detail to lose.
What is unsafe even then is not published. The result is a partition: no total stands beside it that the rest could be
computed from.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from .. import grid
from ..arrays import Cells, Flags, Integers
from ..limits import LOWEST_RESOLUTION
from .atoms import BASE_RESOLUTION, Region, Snapshot
from .measure import Measure, measure
from .rules import Rules
from .territory import Territory

#: The level of a region that no single H3 cell holds: what is left of a municipality.
MUNICIPALITY = -1

#: An unsafe rest has a few registrations up to so many times the number that a region needs.
_FEW = 1.5


@dataclass(frozen=True)
class Ground:
    """Registrations and homes on the atoms of a map.

    Attributes:
        territory: The atoms.
        snapshot: The registrations.
        at: Atom of each address of the snapshot, -1 for those outside the territory.
        homes: BAG objects in use per atom, None where unknown.
    """

    territory: Territory
    snapshot: Snapshot
    at: Integers
    homes: Optional[Integers]

    def measure(self, groups: Integers, n: int) -> Measure:
        """Measures n groups of atoms.

        Args:
            groups: Group of each atom, -1 for none.
            n: Number of groups.
        """
        of_address = np.where(self.at >= 0, groups[self.at], -1)
        there = of_address >= 0
        shot = self.snapshot
        homes = None
        if self.homes is not None:
            homes = np.bincount(groups[groups >= 0], self.homes[groups >= 0], n).astype(np.int64)
        return measure(of_address[there], n, shot.persons[there], shot.addresses[there], shot.providers[there], homes)


def pooled(
    ground: Ground, codes: Set[str], level: int, rules: Rules, banned: Set[str]
) -> dict[str, tuple[Region, ...]]:
    """A partition of the atoms of municipalities; the last region of each may be unsafe, and is not published then.

    Args:
        ground: Registrations and homes.
        codes: The municipalities to cut up.
        level: H3 resolution of the display cells.
        rules: The safety rules.
        banned: Names of sets of atoms that may not stand alone, since the audit found them wanting.
    """
    land = ground.territory
    wanted = np.isin(np.array(land.codes, dtype=object), sorted(codes))
    waiting = wanted[land.numbers]
    made: dict[str, list[Region]] = {code: [] for code in sorted(codes)}
    for step in [*range(level, LOWEST_RESOLUTION - 1, -1), MUNICIPALITY]:
        groups, n = _groups(land, waiting, step)
        safe = rules.safe(ground.measure(groups, n))
        if step != level:
            safe &= ~_telling(ground, groups, n, step, rules)
        for number, atoms in _members(groups, n):
            region = _region(land, atoms, step, is_rest=step != level)
            last = step == MUNICIPALITY
            if last or (safe[number] and region.regio_id not in banned):
                made[region.gemeentecode].append(region)
                waiting[atoms] = False
        if step == level - 1:
            _take_up(ground, _waiting(land, waiting, step), made, waiting, rules, banned)
    return {code: tuple(_without_leftover(ground, regions, level, rules, banned)) for code, regions in made.items()}


def _waiting(land: Territory, waiting: Flags, level: int) -> list[Region]:
    """What is left over under each parent."""
    groups, n = _groups(land, waiting, level)
    return [_region(land, atoms, level, is_rest=True) for _, atoms in _members(groups, n)]


def _take_up(
    ground: Ground, rests: list[Region], made: dict[str, list[Region]], waiting: Flags, rules: Rules, banned: Set[str]
) -> None:
    """Unsafe rests with more than a few registrations take up display cells of their parent until they are safe.

    The cell with the fewest homes that does it, else the fewest in that order: homes are public, so that the choice
    says nothing. A rest with a few registrations waits: it would cost more detail than it shows.
    """
    land = ground.territory
    persons = ground.measure(land.owners(rests), len(rests)).persons
    for rest, count in zip(rests, persons.tolist()):
        if count < _FEW * rules.persons:
            continue
        code, parent = rest.gemeentecode, grid.roll_up(rest.array[:1], rest.level)[0]
        near = [r for r in made[code] if not r.pooled and grid.roll_up(r.array[:1], rest.level)[0] == parent]
        near.sort(key=lambda r: (_homes(ground, r), r.regio_id))
        for taken in [*([one] for one in near), *(near[:several] for several in range(2, len(near) + 1))]:
            whole = replace(union([rest, *taken]), level=rest.level)
            if _stands(ground, whole, rules, banned) and not _tells(ground, whole, rules):
                made[code] = [*(r for r in made[code] if r not in taken), whole]
                waiting[land.of_region(rest)] = False
                break


def _homes(ground: Ground, region: Region) -> int:
    """Homes in a region; its cells where homes are unknown."""
    if ground.homes is None:
        return len(region.cells)
    return int(ground.homes[ground.territory.of_region(region)].sum())


def _without_leftover(
    ground: Ground, regions: list[Region], level: int, rules: Rules, banned: Set[str]
) -> list[Region]:
    """The regions of a municipality, the unsafe last one taken up by the coarsest rests until they are safe together.

    Whether anybody is in it makes no difference: else what is left out would say so.
    """
    if not regions or _stands(ground, regions[-1], rules, banned):
        return regions
    rests = [region for region in regions[:-1] if region.pooled and region.level < level - 1]
    rests.sort(key=lambda r: (r.level, -len(r.cells), r.regio_id))
    for count in range(1, len(rests) + 1):
        whole = union([regions[-1], *rests[:count]])
        if _stands(ground, whole, rules, banned):
            return [*(r for r in regions[:-1] if r not in rests[:count]), whole]
    return regions


def _telling(ground: Ground, groups: Integers, n: int, level: int, rules: Rules) -> Flags:
    """Which of n groups would tell by being pooled that somebody is in one of their parts.

    A rest of two parts with homes, of which one could have stood alone had the other been empty, says that the other
    is not. Homes are public: whether a group waits for that reason says nothing.

    Args:
        ground: Homes.
        groups: Group of each atom, -1 for none.
        n: Number of groups.
        level: H3 resolution of the parents, or MUNICIPALITY.
        rules: The safety rules.
    """
    telling = np.zeros(n, dtype=np.bool_)
    if ground.homes is None:
        return telling
    at = np.flatnonzero((groups >= 0) & (ground.homes > 0))
    finer = LOWEST_RESOLUTION if level == MUNICIPALITY else min(level + 1, BASE_RESOLUTION)
    parts = np.column_stack([groups[at].astype(np.uint64), grid.roll_up(ground.territory.cells[at], finer)])
    keys, of_part = np.unique(parts, axis=0, return_inverse=True)
    held = np.bincount(of_part.ravel(), ground.homes[at], len(keys))
    owner = keys[:, 0].astype(np.int64)
    largest = np.zeros(n)
    np.maximum.at(largest, owner, held)
    return np.asarray((np.bincount(owner, minlength=n) == 2) & (largest >= rules.homes))


def _tells(ground: Ground, region: Region, rules: Rules) -> bool:
    owner = ground.territory.owners([region])
    return bool(_telling(ground, owner, 1, region.level, rules)[0])


def _stands(ground: Ground, region: Region, rules: Rules, banned: Set[str]) -> bool:
    """Whether a number of a region can be published."""
    owner = ground.territory.owners([region])
    return region.regio_id not in banned and bool(rules.safe(ground.measure(owner, 1))[0])


def _groups(land: Territory, waiting: Flags, level: int) -> tuple[Integers, int]:
    """The atoms that wait, by municipality and parent cell: a group for each atom, -1 for those that don't wait."""
    groups = np.full(len(land), -1, dtype=np.int64)
    at = np.flatnonzero(waiting)
    parents = np.zeros(len(at), np.uint64) if level == MUNICIPALITY else grid.roll_up(land.cells[at], level)
    order = np.lexsort((parents, land.numbers[at]))
    parent, number = parents[order], land.numbers[at][order]
    new = np.concatenate([[0], np.cumsum((parent[1:] != parent[:-1]) | (number[1:] != number[:-1]))])[: len(at)]
    groups[at[order]] = new
    return groups, int(new[-1]) + 1 if len(at) else 0


def _members(groups: Integers, n: int) -> list[tuple[int, Integers]]:
    """The atoms of each group."""
    order = np.argsort(groups, kind="stable")
    order = order[groups[order] >= 0]
    counts = np.bincount(groups[order], minlength=n)
    return list(enumerate(np.split(order, np.cumsum(counts)[:-1]))) if n else []


def _region(land: Territory, atoms: Integers, level: int, is_rest: bool) -> Region:
    cells = np.sort(land.cells[atoms])
    code = land.codes[int(land.numbers[atoms[0]])]
    return Region(code, holding_level(cells) if level == MUNICIPALITY else level, is_rest, tuple(cells.tolist()))


def union(regions: list[Region]) -> Region:
    """The union of regions of one municipality.

    Args:
        regions: At least one.
    """
    cells = np.sort(np.concatenate([region.array for region in regions]))
    return Region(regions[0].gemeentecode, holding_level(cells), True, tuple(cells.tolist()))


def holding_level(cells: Cells) -> int:
    """H3 resolution of the smallest cell that holds all cells, MUNICIPALITY where it would be coarser than any we use.

    Args:
        cells: Base cells.
    """
    for level in range(grid.resolutions(cells[:1])[0], LOWEST_RESOLUTION - 1, -1):
        if len(np.unique(grid.roll_up(cells, level))) == 1:
            return int(level)
    return MUNICIPALITY
