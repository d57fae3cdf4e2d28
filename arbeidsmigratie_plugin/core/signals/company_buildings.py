"""Which objects share a building: as the BAG says, else by where they lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..arrays import Flags, Floats, Integers
from ..geometry import shapely_library
from ..stock import Buildings, Stock, positions


@dataclass(frozen=True)
class Membership:
    """Which objects share a building.

    Attributes:
        rows: Positions of objects, one for each building that an object is in.
        groups: Number of that building, from 0 to n.
        n: Number of buildings.
        of_building: Number of each of the buildings whose outline is known, -1 without objects.
    """

    rows: Integers
    groups: Integers
    n: int
    of_building: Integers

    def inside(self, holds: Flags) -> Integers:
        """How many objects for which something holds are in each building.

        Args:
            holds: One for each object.
        """
        return np.bincount(self.groups[holds[self.rows]], minlength=self.n)

    def total(self, amounts: Floats) -> Floats:
        """The sum of the amounts of the objects in each building; unknown ones are left out.

        Args:
            amounts: One for each object, NaN where unknown.
        """
        sums = np.bincount(self.groups, weights=np.nan_to_num(amounts[self.rows]), minlength=self.n)
        return sums.astype(np.float64)

    def of_objects(self, numbers: Integers, size: int) -> Integers:
        """The number of the building that each object is in, the highest of several, 0 without building.

        Args:
            numbers: One for each building.
            size: Number of objects.
        """
        out = np.zeros(size, dtype=np.int64)
        np.maximum.at(out, self.rows, numbers[self.groups])
        return out

    def of_outlines(self, numbers: Integers) -> Integers:
        """The number of each building whose outline is known, 0 without objects.

        Args:
            numbers: One for each building.
        """
        return np.append(numbers, 0)[self.of_building]


def membership(stock: Stock, buildings: Optional[Buildings], asked: Flags, worth: Optional[Flags] = None) -> Membership:
    """Which objects share a building.

    Where the source has no buildings of objects, only buildings that matter are looked at: so few that all objects
    can be asked about them.

    Args:
        stock: n objects.
        buildings: Outlines of buildings, None if there are none.
        asked: Objects whose buildings matter.
        worth: Buildings that matter whatever is in them; None for none.
    """
    nothing = np.empty(0, dtype=np.int64)
    if len(stock.link_rows):
        ids, groups = np.unique(stock.link_buildings, return_inverse=True)
        of_building = nothing if buildings is None else positions(buildings.ids, ids)
        return Membership(stock.link_rows, groups.astype(np.int64), len(ids), of_building)
    if buildings is None:
        return Membership(nothing, nothing, 0, nothing)
    _, wanted = _hits(stock, np.flatnonzero(asked), buildings.polygons)
    wanted = np.unique(wanted) if worth is None else np.union1d(wanted, np.flatnonzero(worth))
    rows, groups = _hits(stock, np.arange(len(stock)), buildings.polygons[wanted])
    of_building = np.full(len(buildings), -1, dtype=np.int64)
    of_building[wanted] = np.arange(len(wanted))
    return Membership(rows, groups, len(wanted), of_building)


def _hits(stock: Stock, rows: Integers, polygons: npt.NDArray[np.object_]) -> tuple[Integers, Integers]:
    """Objects and the polygons in which they lie, in pairs."""
    shapely = shapely_library()
    rows = rows[np.isfinite(stock.x[rows]) & np.isfinite(stock.y[rows])]
    found, which = shapely.STRtree(polygons).query(shapely.points(stock.x[rows], stock.y[rows]), predicate="intersects")
    return rows[found], which.astype(np.int64)
