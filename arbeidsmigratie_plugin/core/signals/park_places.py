"""Places that can be a holiday park: functional areas of one park with their units, and clusters of other units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Flags, Integers
from ..geometry import shapely_library
from ..stock import Stock
from .dbscan import dbscan
from .evidence import RuleBook
from .park_areas import Grounds, groups, within
from .park_units import PITCH, Units

#: From this share on, a cluster is one of pitches only.
_PITCHES_ONLY = 0.9


@dataclass(frozen=True)
class Places:
    """Places that can be a park.

    Attributes:
        count: Number of places; those with functional areas come first.
        of_area: Place of each functional area of a park.
        units: Objects that are a unit of a place.
        of_unit: Place of each unit.
        loose: Objects that can be a unit, but stand apart.
        of_loose: Nearest place of each, -1 if there is none near.
    """

    count: int
    of_area: Integers
    units: Units
    of_unit: Integers
    loose: Units
    of_loose: Integers

    @property
    def mapped(self) -> int:
        """Number of places that the topographic map knows as a park."""
        return int(self.of_area.max()) + 1 if len(self.of_area) else 0


def find_places(book: RuleBook, stock: Stock, grounds: Grounds, units: Units) -> Places:
    """Units in functional areas of a park belong to it, others to the cluster in which they are.

    Args:
        book: The rules, for their limits.
        stock: The objects.
        grounds: Functional areas.
        units: What can be a unit.
    """
    street = streets(stock)[units.rows]
    area = grounds.in_park[units.rows]
    mapped = np.flatnonzero(area >= 0)
    of_street, _ = commonest(area[mapped], street[mapped], len(grounds.parks))
    group = groups(grounds.parks, of_street, book.limits)
    count = int(group.max()) + 1 if len(group) else 0
    place = np.full(len(units), -1, dtype=np.int64)
    place[mapped] = group[area[mapped]]
    rest = np.flatnonzero(area < 0)
    cluster = dbscan(
        stock.x[units.rows[rest]], stock.y[units.rows[rest]], book.limit("reikwijdte_m"), int(book.limit("eenheden"))
    )
    nearest, near = _nearest(book, stock, grounds, units.rows[rest], group)
    alone = (cluster < 0) & near
    place[rest[alone]] = nearest[alone]
    grouped = np.flatnonzero(cluster >= 0)
    joins = _joins(book, cluster[grouped], nearest[grouped], street[rest[grouped]], (place, street, count))
    pitches = _pitches_only(book, grounds, units.take(rest[grouped]), cluster[grouped])
    kept = np.flatnonzero((joins < 0) & ~pitches)
    new = np.full(len(joins), -1, dtype=np.int64)
    new[kept] = count + np.arange(len(kept))
    place[rest[grouped]] = np.where(joins >= 0, joins, new)[cluster[grouped]]
    settled, loose = np.flatnonzero(place >= 0), np.flatnonzero(place < 0)
    near_by = _near_by(book, stock, units.rows[loose], units.rows[settled], place[settled])
    return Places(count + len(kept), group, units.take(settled), place[settled], units.take(loose), near_by)


def _near_by(book: RuleBook, stock: Stock, rows: Integers, settled: Integers, place: Integers) -> Integers:
    """The place of the nearest unit of each object, -1 where none is near."""
    from scipy.spatial import cKDTree

    found = np.full(len(rows), -1, dtype=np.int64)
    if len(rows) and len(settled):
        tree = cKDTree(np.column_stack([stock.x[settled], stock.y[settled]]))
        here = np.column_stack([stock.x[rows], stock.y[rows]])
        distance, at = tree.query(here, distance_upper_bound=book.limit("losse_eenheid_m"))
        close = np.isfinite(distance)
        found[close] = place[at[close]]
    return found


def _nearest(book: RuleBook, stock: Stock, grounds: Grounds, rows: Integers, group: Integers) -> tuple[Integers, Flags]:
    """The nearest park of the map within reach of each object, -1 for none; and whether it lies at its very edge."""
    nearest, near = np.full(len(rows), -1, dtype=np.int64), np.zeros(len(rows), dtype=np.bool_)
    points = shapely_library().points(stock.x[rows], stock.y[rows])
    one, other, distance = within(points, grounds.parks.polygons, book.limit("reikwijdte_m"))
    farthest_first = np.argsort(-distance, kind="stable")
    nearest[one[farthest_first]] = group[other[farthest_first]]
    near[one[distance <= book.limit("rand_m")]] = True
    return nearest, near


def _joins(
    book: RuleBook,
    cluster: Integers,
    nearest: Integers,
    street: Integers,
    settled: tuple[Integers, Integers, int],
) -> Integers:
    """The park of the map that each cluster outside it belongs to, -1 for none.

    A cluster within reach is the part of a park that the map draws too small, unless both have one street each and
    these differ: then they are two parks side by side.

    Args:
        book: The rules, for their limits.
        cluster: Cluster of each of k units.
        nearest: Nearest park of each.
        street: Street of each.
        settled: Place and street of all units, and the number of places.
    """
    clusters = int(cluster.max()) + 1 if len(cluster) else 0
    place, streets_of_units, count = settled
    by_map = np.flatnonzero(nearest >= 0)
    joins, _ = commonest(cluster[by_map], nearest[by_map], clusters)
    share = book.limit("een_straat")
    own, own_times = commonest(cluster, street, clusters)
    inside = np.flatnonzero(place >= 0)
    theirs, their_times = commonest(place[inside], streets_of_units[inside], count)
    one_street = own_times >= share * np.bincount(cluster, minlength=clusters)
    their_one = their_times >= share * np.maximum(1, np.bincount(place[inside], minlength=count))
    at = np.flatnonzero(joins >= 0)
    apart = one_street[at] & their_one[joins[at]] & (own[at] != theirs[joins[at]])
    joins[at[apart]] = -1
    return joins


def _pitches_only(book: RuleBook, grounds: Grounds, units: Units, cluster: Integers) -> Flags:
    """Whether a cluster has a few pitches only, outside recreation areas: where people live in caravans, mostly."""
    clusters = int(cluster.max()) + 1 if len(cluster) else 0
    size = np.bincount(cluster, minlength=clusters)
    pitches = np.bincount(cluster[units.kind == PITCH], minlength=clusters)
    recreation = np.bincount(cluster[grounds.in_recreation[units.rows] >= 0], minlength=clusters)
    few = size < book.limit("standplaatsen_zonder_gebied")
    return np.asarray(few & (pitches >= _PITCHES_ONLY * size) & (recreation * 2 < size))


def streets(stock: Stock) -> Integers:
    """A number for the street of each object: its name in its place; -1 where unknown."""
    known = np.append(stock.straat.names, "")[stock.straat.numbers] != ""
    return np.where(known, stock.straat.numbers * (len(stock.woonplaats.names) + 1) + stock.woonplaats.numbers + 1, -1)


def commonest(place: Integers, key: Integers, count: int) -> tuple[Integers, Integers]:
    """What occurs most in each place, and how often; the lowest of those that occur as often.

    Args:
        place: Place of each of n things.
        key: n numbers; negative ones are left out.
        count: Number of places.

    Returns:
        Key and times of each place, -1 and 0 where there is none.
    """
    found, times = np.full(count, -1, dtype=np.int64), np.zeros(count, dtype=np.int64)
    known = key >= 0
    span = int(key.max(initial=0)) + 1
    pairs, occurs = np.unique(place[known] * span + key[known], return_counts=True)
    rarest_first = np.lexsort((-pairs, occurs))
    at = pairs[rarest_first] // span
    found[at], times[at] = pairs[rarest_first] % span, occurs[rarest_first]
    return found, times
