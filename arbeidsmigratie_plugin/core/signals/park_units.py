"""What can be a unit of a holiday park: lodging, pitches, and small homes in recreation areas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..arrays import Flags, Integers
from ..stock import STANDPLAATS, VERBLIJFSOBJECT, Buildings, Stock, positions
from .evidence import RuleBook
from .park_areas import Grounds, inside, within

#: Kinds of unit.
LODGING, PITCH, HOME = 0, 1, 2

#: Buildings closer than this touch (m): outlines are measured to the decimetre.
_TOUCHING = 0.1

#: Where nothing says in which building an object is, those closer than this are taken to share one (m).
_ONE_BUILDING = 3.0


@dataclass(frozen=True)
class Units:
    """Objects that can be a unit of a park, one per position.

    Attributes:
        rows: Positions of the objects.
        kind: LODGING, PITCH or HOME.
        small: Whether each stands in a small detached building of its own.
    """

    rows: Integers
    kind: Integers
    small: Flags

    def __len__(self) -> int:
        return len(self.rows)

    def take(self, at: Integers | Flags) -> Units:
        """The units at these positions."""
        return Units(self.rows[at], self.kind[at], self.small[at])


def find_units(book: RuleBook, stock: Stock, buildings: Optional[Buildings], grounds: Grounds) -> Units:
    """Objects that can be a unit of a park.

    Lodging outside areas of parks counts in small detached buildings only, which hotels and lodging over a shop are
    not; homes count in such buildings only, and in recreation areas only. Nothing counts in areas that are no park.

    Args:
        book: The rules, for their limits.
        stock: The objects.
        buildings: None if there are none.
        grounds: Where the objects lie.
    """
    dwelling = stock.kind == VERBLIJFSOBJECT
    lodging = dwelling & stock.has_use("logiesfunctie")
    home = dwelling & ~lodging & stock.has_use("woonfunctie")
    in_park = grounds.in_park >= 0
    wanted = lodging | (stock.kind == STANDPLAATS) | (home & (in_park | (grounds.in_recreation >= 0)))
    rows = np.flatnonzero(wanted & ~grounds.excluded & np.isfinite(stock.x) & np.isfinite(stock.y))
    small = np.zeros(len(stock), dtype=np.bool_)
    in_building = rows[dwelling[rows]]
    small[in_building] = _small(book, stock, buildings, in_building)
    kind = np.where(home, HOME, np.where(lodging, LODGING, PITCH))
    small &= ~((kind == HOME) & (stock.oppervlakte > book.limit("grootste_woning_m2")))
    kept = rows[(kind[rows] == PITCH) | small[rows] | ((kind[rows] == LODGING) & in_park[rows])]
    return Units(kept, kind[kept], small[kept])


def _small(book: RuleBook, stock: Stock, buildings: Optional[Buildings], rows: Integers) -> Flags:
    """Whether objects stand alone in a small detached building; by their floor area where no building is known."""
    objects, ids = (stock.link_rows, stock.link_buildings) if len(stock.link_rows) else _located(stock, buildings, rows)
    if not len(objects):
        return np.asarray(_small_area(book, stock, rows) & _apart(stock, rows))
    _, at, shared = np.unique(ids, return_inverse=True, return_counts=True)
    most, number = np.zeros(len(stock), dtype=np.int64), np.bincount(objects, minlength=len(stock))
    np.maximum.at(most, objects, shared[at])
    alone = (most[rows] == 1) & (number[rows] == 1)
    if buildings is None:
        return np.asarray(alone & _small_area(book, stock, rows))
    of_object = np.full(len(stock), -1, dtype=np.int64)
    of_object[objects] = ids
    building = np.where(alone, positions(of_object[rows], buildings.ids), -1)
    detached = np.zeros(len(rows), dtype=np.bool_)
    at_building = np.flatnonzero(building >= 0)
    detached[at_building] = _detached(book, buildings, building[at_building])
    return np.asarray(detached | (alone & (building < 0) & _small_area(book, stock, rows)))


def _small_area(book: RuleBook, stock: Stock, rows: Integers) -> Flags:
    return np.asarray(~(stock.oppervlakte[rows] > book.limit("grootste_pand_m2")))


def _apart(stock: Stock, rows: Integers) -> Flags:
    """Whether no other object is as close as those of one building are."""
    from scipy.spatial import cKDTree

    placed = np.isfinite(stock.x) & np.isfinite(stock.y)
    tree = cKDTree(np.column_stack([stock.x[placed], stock.y[placed]]))
    distance, _ = tree.query(np.column_stack([stock.x[rows], stock.y[rows]]), k=[2])
    return np.asarray(distance[:, 0] > _ONE_BUILDING)


def _located(stock: Stock, buildings: Optional[Buildings], rows: Integers) -> tuple[Integers, Integers]:
    """Objects and the buildings they lie in, of the buildings that matter; where the source does not say it."""
    nothing = np.empty(0, dtype=np.int64)
    if buildings is None or not len(rows):
        return nothing, nothing
    _, found = inside(stock.x[rows], stock.y[rows], buildings.polygons)
    some = np.unique(found)
    objects, at = inside(stock.x, stock.y, buildings.polygons[some])
    return objects, buildings.ids[some[at]]


def _detached(book: RuleBook, buildings: Buildings, at: Integers) -> Flags:
    """Whether buildings are small and touch hardly any other."""
    low, high = book.limit("kleinste_pand_m2"), book.limit("grootste_pand_m2")
    small = (buildings.footprint >= low) & (buildings.footprint <= high)
    some = np.unique(at[small[at]])
    neighbours = np.zeros(len(buildings), dtype=np.int64)
    if len(some):
        one, other, _ = within(buildings.polygons, buildings.polygons[some], _TOUCHING)
        neighbours += np.bincount(some[other[some[other] != one]], minlength=len(buildings))
    return np.asarray(small[at] & (neighbours[at] <= book.limit("buurpanden")))
