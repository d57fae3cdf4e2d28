"""What a protected map is still good for (disclosure.md 11.8): what is visible, and how near it is to the truth.

The picture is that of hexagons of resolution 8: the number of a region is spread evenly over its inhabited base cells,
as a map of densities shows it, and what is not published counts as nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from arbeidsmigratie_plugin.core.arrays import Floats, Integers
from arbeidsmigratie_plugin.core.grid import neighbours, roll_up

from .attack import Public, Reader, units
from .files import Package, read_package
from .worlds import World

#: Levels of which the visible persons are told; 4 stands for all that is coarser, and 0 for not published.
LEVELS = (9, 8, 7, 6, 5, 4, 0)

_CELL = 8


@dataclass
class Utility:
    """Over worlds and dates.

    Attributes:
        persons: Registrations.
        visible: Level -> registrations of which the smallest published region is of that level.
        error: Mean absolute error per inhabited hexagon, of each map.
        hellinger: Hellinger distance between the shares of hexagons, 0 alike and 1 disjoint, of each map.
        moran: Moran's I of the map, of each map.
        moran_truth: Moran's I of the truth.
        regions: Published regions of each map.
    """

    persons: int = 0
    visible: dict[int, int] = field(default_factory=lambda: dict.fromkeys(LEVELS, 0))
    error: list[float] = field(default_factory=list)
    hellinger: list[float] = field(default_factory=list)
    moran: list[float] = field(default_factory=list)
    moran_truth: list[float] = field(default_factory=list)
    regions: list[int] = field(default_factory=list)

    def add(self, other: Utility) -> None:
        """Adds the results of another world.

        Args:
            other: Its utility.
        """
        self.persons += other.persons
        for level, persons in other.visible.items():
            self.visible[level] += persons
        for name in ("error", "hellinger", "moran", "moran_truth", "regions"):
            getattr(self, name).extend(getattr(other, name))

    def share(self, *levels: int) -> float:
        """Share of the registrations that are visible at some levels.

        Args:
            levels: Of LEVELS.
        """
        return sum(self.visible[level] for level in levels) / max(self.persons, 1)


def utility(world: World, paths: Sequence[Path]) -> Utility:
    """Of the maps of a world.

    Args:
        world: The truth.
        paths: Its files; of each date the smallest published regions are looked at.
    """
    packages = [read_package(path) for path in paths]
    direct = sorted({row.resolution for p in packages if p.direct for row in p.rows if row.resolution >= 0})
    public = Public(world.codes, world.municipality, world.cells, {r: world.direct(r) for r in direct})
    found = units(public, None)
    reader = Reader(public, found)
    cells, cell_of_unit = np.unique(roll_up(world.cells[found.first], _CELL), return_inverse=True)
    around = neighbours(cells)
    owner = np.repeat(np.arange(len(cells)), np.diff(around.starts))
    place = np.minimum(np.searchsorted(cells, around.members), len(cells) - 1)
    near = cells[place] == around.members
    pairs = (owner[near], place[near])
    out = Utility()
    for moment in world.moments:
        persons = np.bincount(found.of_home[moment.homes], moment.persons, len(found)).astype(np.int64)
        truth = np.bincount(cell_of_unit, persons, len(cells))
        level, estimate, regions = _picture(packages, reader, moment.peildatum, len(found))
        shown = np.bincount(cell_of_unit, estimate, len(cells))
        out.persons += int(persons.sum())
        for known in LEVELS:
            out.visible[known] += int(persons[level == known].sum())
        out.error.append(float(np.abs(shown - truth).mean()))
        out.hellinger.append(_hellinger(truth, shown))
        out.moran.append(_moran(shown, pairs))
        out.moran_truth.append(_moran(truth, pairs))
        out.regions.append(regions)
    return out


def _picture(packages: Sequence[Package], reader: Reader, date: str, n: int) -> tuple[Integers, Floats, int]:
    """Level and estimated registrations of each unit, by the smallest published region that holds it."""
    rows = {
        members.tobytes(): (members, row)
        for package in packages
        if package.peildatum == date
        for row in package.rows
        if row.value is not None and len(members := reader.members(row, package.direct))
    }
    level, estimate = np.zeros(n, dtype=np.int64), np.zeros(n)
    regions = 0
    for members, row in sorted(rows.values(), key=lambda found: len(found[0])):
        free = members[level[members] == 0]
        if not len(free):
            continue
        level[free] = max(row.resolution, 4)
        if len(free) == len(members):  # of a larger region that holds smaller ones the picture has those
            estimate[free] = (row.value or 0) / len(free)
            regions += 1
    return level, estimate, regions


def _hellinger(one: Floats, other: Floats) -> float:
    if not other.sum():
        return 1.0
    shared = np.sqrt(one / one.sum() * other / other.sum()).sum()
    return float(np.sqrt(max(0.0, 1.0 - shared)))


def _moran(values: Floats, pairs: tuple[Integers, Integers]) -> float:
    """Moran's I with hexagons that touch as neighbours, all of one weight (Moran 1950)."""
    away = values - values.mean()
    spread = (away**2).sum()
    return float(len(values) / len(pairs[0]) * (away[pairs[0]] * away[pairs[1]]).sum() / spread) if spread else 0.0
