"""The atoms of a map: the base cells that share area with each municipality, occupied or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from .. import grid
from ..arrays import Cells, Flags, Integers, Labels
from ..geometry import shapely_library
from ..lattice import PointIndexer
from ..municipalities import Municipalities
from .atoms import BASE_RESOLUTION, Homes, Region

#: Between sample points (m): every base cell holds a circle with a diameter of 300 m, so it holds one of them.
_STEP = 150.0
_REACH = 250.0

#: Of a base cell only these bits differ from those of another; the rest is mode, resolution and unused digits.
_UNUSED_BITS, _CELL_BITS = 18, 34


@dataclass(frozen=True)
class Territory:
    """Atoms in a fixed order.

    Attributes:
        codes: Municipalities, in ascending order.
        cells: Base cell of each of n atoms.
        numbers: Position in codes of the municipality of each atom.
        keys: Packed municipality and cell of each atom, ascending.
    """

    codes: tuple[str, ...]
    cells: Cells
    numbers: Integers
    keys: Integers

    def __len__(self) -> int:
        return len(self.cells)

    def find(self, cells: Cells, codes: Labels) -> Integers:
        """The atom of each of m places, -1 where there is none.

        Args:
            cells: m base cells.
            codes: Their municipalities.
        """
        place = {code: at for at, code in enumerate(self.codes)}
        numbers = np.array([*(place.get(code, -1) for code in codes.names), -1], dtype=np.int64)[codes.numbers]
        found = self._find(_pack(cells, np.maximum(numbers, 0)))
        return np.where(numbers >= 0, found, -1)

    def of_region(self, region: Region) -> Integers:
        """The atoms of a region, -1 for those that are not in the territory.

        Args:
            region: Of any municipality.
        """
        if region.gemeentecode not in self.codes:
            return np.full(len(region.cells), -1, dtype=np.int64)
        number = self.codes.index(region.gemeentecode)
        return self._find(_pack(region.array, np.full(len(region.cells), number)))

    def owners(self, regions: Iterable[Region]) -> Integers:
        """The region of each atom, as a position among the regions; -1 for none.

        Args:
            regions: Disjoint regions.
        """
        owner = np.full(len(self), -1, dtype=np.int64)
        for number, region in enumerate(regions):
            atoms = self.of_region(region)
            owner[atoms[atoms >= 0]] = number
        return owner

    def homes(self, homes: Optional[Homes]) -> Optional[Integers]:
        """BAG objects in use in each atom, None where they are unknown.

        Args:
            homes: As they were counted.
        """
        if homes is None:
            return None
        found = self.find(homes.cells, homes.codes)
        return np.bincount(found[found >= 0], homes.counts[found >= 0], len(self)).astype(np.int64)

    def _find(self, keys: Integers) -> Integers:
        at = np.minimum(np.searchsorted(self.keys, keys), max(len(self.keys) - 1, 0))
        if not len(self.keys):
            return np.full(len(keys), -1, dtype=np.int64)
        return np.where(self.keys[at] == keys, at, -1).astype(np.int64)


def territory(areas: Municipalities, homes: Optional[Homes], frozen: Mapping[str, tuple[Region, ...]]) -> Territory:
    """All atoms of municipalities.

    A municipality whose regions are frozen has the atoms of those regions; another has the base cells that share
    area with it, and those of homes that are said to be in it. Never those of registrations: a cell that is there
    only for an address would show that address.

    Args:
        areas: The municipalities, in RD New.
        homes: BAG objects, None where unknown.
        frozen: Municipality -> its frozen regions.
    """
    codes = tuple(str(code) for code in areas.code)
    cells, numbers = [], []
    for number, (code, polygon) in enumerate(zip(codes, areas.polygons)):
        regions = frozen.get(code)
        found = np.concatenate([region.array for region in regions]) if regions else covering(polygon)
        cells.append(found)
        numbers.append(np.full(len(found), number, dtype=np.int64))
    if homes is not None:
        free = {code: at for at, code in enumerate(codes) if code not in frozen}
        owner = np.array([*(free.get(str(code), -1) for code in homes.codes.names), -1], dtype=np.int64)
        owner = owner[homes.codes.numbers]
        cells.append(homes.cells[owner >= 0])
        numbers.append(owner[owner >= 0])
    every, of_every = np.concatenate(cells), np.concatenate(numbers)
    keys, first = np.unique(_pack(every, of_every), return_index=True)
    return Territory(codes, every[first], of_every[first], keys)


def covering(polygon: Any) -> Cells:
    """The base cells that share area with a municipality, in ascending order.

    Args:
        polygon: Shapely polygon in RD New.
    """
    shapely = shapely_library()
    west, south, east, north = polygon.bounds
    x, y = np.meshgrid(np.arange(west - _REACH, east + _REACH, _STEP), np.arange(south - _REACH, north + _REACH, _STEP))
    cells = np.unique(PointIndexer(grid.RD_NEW, BASE_RESOLUTION).index(x.ravel(), y.ravel()))
    cells = cells[cells > 0]
    return cells[_overlaps(shapely, cells, polygon)]


def _overlaps(shapely: Any, cells: Cells, polygon: Any) -> Flags:
    """Whether cells share area, and not only a border, with a polygon."""
    hexagons = hexagon_polygons(cells)
    shapely.prepare(polygon)
    near = shapely.intersects(polygon, hexagons)
    inside = shapely.contains_properly(polygon, hexagons)
    edge = np.flatnonzero(near & ~inside)
    shared = np.zeros(len(cells), dtype=np.bool_)
    shared[inside] = True
    shared[edge] = shapely.area(shapely.intersection(hexagons[edge], polygon)) > 0
    return shared


def hexagon_polygons(cells: Cells) -> Any:
    """The cells as Shapely polygons in RD New.

    Args:
        cells: n cells.
    """
    shapely = shapely_library()
    outline = grid.boundaries(cells)
    rings = shapely.linearrings(outline.x, outline.y, indices=np.repeat(np.arange(len(cells)), np.diff(outline.starts)))
    return shapely.polygons(rings)


def _pack(cells: Cells, numbers: Integers) -> Integers:
    """Municipality and base cell in one integer."""
    low = (cells >> np.uint64(_UNUSED_BITS)) & np.uint64((1 << _CELL_BITS) - 1)
    return (numbers.astype(np.int64) << _CELL_BITS) | low.astype(np.int64)
