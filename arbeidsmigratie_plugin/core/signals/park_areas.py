"""Functional areas of the topographic map and holiday parks: which areas are one park, and what lies in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..arrays import Flags, Floats, Integers
from ..geometry import perhaps_near, shapely_library
from ..stock import Stock, Zones

#: Kinds of area that are a park by themselves, in which a park can lie, and which are none whatever lies in them.
PARK_KINDS = ("vakantiepark", "bungalowpark", "caravanpark", "camping, kampeerterrein")
RECREATION_KINDS = ("recreatiegebied",)
OTHER_KINDS = ("jachthaven", "woonwagencentrum", "volkstuinen")

_AREA = 2


@dataclass(frozen=True)
class Grounds:
    """The areas that matter to parks, and where n objects lie among them.

    Attributes:
        parks: The k areas that are a park by themselves.
        recreation: The areas in which a park can lie.
        in_park: Position in parks of the smallest one that each object lies in, -1 for none.
        in_recreation: Position in recreation, likewise.
        excluded: Whether an object lies in an area that is no park.
    """

    parks: Zones
    recreation: Zones
    in_park: Integers
    in_recreation: Integers
    excluded: Flags


def lay_out(zones: Optional[Zones], stock: Stock, margin: float) -> Grounds:
    """Where objects lie among the areas that matter.

    An area that is no park excludes what lies in it, unless that lies in a smaller park within.

    Args:
        zones: Functional areas of any kind, None if there are none.
        stock: n objects.
        margin: Radius of what the map has as a point, and half of what can lie between parts of one park (m).
    """
    none = Zones(*(np.empty(0, dtype=object) for _ in range(5)))
    drawn = none if zones is None else _drawn(zones, margin)
    lies = inside(stock.x, stock.y, drawn.polygons)
    surface = shapely_library().area(drawn.polygons)
    (in_park, of_park), (in_recreation, _), (in_other, of_other) = (
        _smallest(len(stock), lies, surface, np.flatnonzero(np.isin(drawn.kind.astype(str), kinds)))
        for kinds in (PARK_KINDS, RECREATION_KINDS, OTHER_KINDS)
    )
    excluded = (in_other >= 0) & ~((in_park >= 0) & (of_park < of_other))
    in_park[excluded], in_recreation[excluded] = -1, -1
    return Grounds(drawn.of(*PARK_KINDS), drawn.of(*RECREATION_KINDS), in_park, in_recreation, excluded)


def _drawn(zones: Zones, margin: float) -> Zones:
    """The areas that have a surface; a point or line of a park gets one.

    What lies between parts of a park that are close, such as a road, counts as park. Some channels put the layer before
    the identifier.
    """
    shapely = shapely_library()
    kept = zones.of(*PARK_KINDS, *RECREATION_KINDS, *OTHER_KINDS)
    ids = np.array([*(str(name).rpartition("/")[2] for name in kept.ids), ""], dtype=object)[:-1]
    dimension = shapely.get_dimensions(kept.polygons)
    thin = np.flatnonzero((dimension < _AREA) & (dimension >= 0) & np.isin(kept.kind.astype(str), PARK_KINDS))
    shapes = kept.polygons.copy()
    shapes[thin] = shapely.buffer(shapes[thin], margin)
    parted = np.flatnonzero((shapely.get_num_geometries(shapes) > 1) & np.isin(kept.kind.astype(str), PARK_KINDS))
    between = shapely.buffer(shapely.buffer(shapes[parted], margin), -margin)
    shapes[parted] = shapely.union(shapely.make_valid(shapes[parted]), between)
    shapes = shapely.make_valid(shapes)
    whole = (shapely.get_dimensions(shapes) == _AREA) & ~shapely.is_empty(shapes)
    return Zones(ids, kept.kind, kept.name, kept.date, shapes, kept.inside).take(whole)


def _smallest(count: int, lies: tuple[Integers, Integers], surface: Floats, areas: Integers) -> tuple[Integers, Floats]:
    """The smallest of some areas that each object lies in, -1 for none; and its surface (m2).

    Args:
        count: Number of objects.
        lies: Objects and the areas they lie in.
        surface: Of each area (m2).
        areas: Positions of the areas that are asked for; the answer is a position among these.
    """
    place = np.full(len(surface), -1, dtype=np.int64)
    place[areas] = np.arange(len(areas))
    objects, at = lies[0][place[lies[1]] >= 0], lies[1][place[lies[1]] >= 0]
    largest_first = np.argsort(-surface[at], kind="stable")
    found = np.full(count, -1, dtype=np.int64)
    found[objects[largest_first]] = place[at[largest_first]]
    return found, np.where(found >= 0, np.append(surface[areas], np.inf)[found], np.inf)


def inside(x: Floats, y: Floats, polygons: npt.NDArray[np.object_]) -> tuple[Integers, Integers]:
    """Points and the polygons they lie in, one pair for each; the polygons are prepared for many questions.

    Args:
        x: n eastings, NaN without position.
        y: n northings.
        polygons: k Shapely polygons in the same coordinate system.
    """
    shapely = shapely_library()
    placed = np.flatnonzero(perhaps_near(x, y, polygons))
    points, found = shapely.STRtree(polygons).query(shapely.points(x[placed], y[placed]))
    points = placed[points]
    shapely.prepare(polygons[np.unique(found)])
    hit = shapely.intersects_xy(polygons[found], x[points], y[points])
    return points[hit], found[hit]


def within(
    shapes: npt.NDArray[np.object_], others: npt.NDArray[np.object_], reach: float
) -> tuple[Integers, Integers, Floats]:
    """Pairs of shapes no farther apart than this.

    Args:
        shapes: n Shapely geometries.
        others: k Shapely geometries, best the fewer of the two.
        reach: Distance (m).

    Returns:
        Positions in shapes, positions in others, and their distance (m).
    """
    shapely = shapely_library()
    west, south, east, north = shapely.bounds(others).T
    around = shapely.box(west - reach, south - reach, east + reach, north + reach)
    one, other = shapely.STRtree(around).query(shapes)
    distance = shapely.distance(shapes[one], others[other])
    close = distance <= reach
    return one[close], other[close], distance[close]


# One park of several areas -----------------------------------------------------------------------------------------


def groups(parks: Zones, street: Integers, limits: Mapping[str, float]) -> Integers:
    """Areas that are one park get one number.

    These are areas with one identifier, those that mostly lie in each other, those of one name close together, and
    those side by side of which the units have one street, unless both have a name and the names differ. Areas that
    only touch are parks of their own.

    Args:
        parks: k areas.
        street: Number of the street of most units in each, -1 if unknown.
        limits: 'zelfde_naam_m', 'reikwijdte_m' and 'overlap'.

    Returns:
        k numbers from 0, in the order of the areas.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    count = len(parks)
    if not count:
        return np.empty(0, dtype=np.int64)
    names = np.array([name.strip().casefold() for name in parks.name], dtype=object)
    one, other, gap = within(parks.polygons, parks.polygons, limits["zelfde_naam_m"])
    one, other, gap = one[one < other], other[one < other], gap[one < other]
    named = (names[one] != "") & (names[other] != "")
    same_name = named & (names[one] == names[other])
    same_street = ~named & (street[one] == street[other]) & (street[one] >= 0)
    same_street &= gap <= limits["reikwijdte_m"]
    joined = same_name | same_street | (_overlap(parks, one, other) >= limits["overlap"])
    by_id, first = _same_id(parks)
    links = np.concatenate([one[joined], by_id]), np.concatenate([other[joined], first])
    weights = np.ones(len(links[0]), dtype=np.int8)
    _, found = connected_components(coo_matrix((weights, links), shape=(count, count)), directed=False)
    return np.asarray(found, dtype=np.int64)


def _overlap(parks: Zones, one: Integers, other: Integers) -> Floats:
    """What part of the smaller area lies in the other."""
    shapely = shapely_library()
    first, second = parks.polygons[one], parks.polygons[other]
    smaller: Any = np.minimum(shapely.area(first), shapely.area(second))
    return np.asarray(shapely.area(shapely.intersection(first, second)) / smaller, dtype=np.float64)


def _same_id(parks: Zones) -> tuple[Integers, Integers]:
    """Areas and the first area with the same identifier; those without one are left out."""
    known = np.flatnonzero(parks.ids != "")
    _, first, at = np.unique(parks.ids[known].astype(str), return_index=True, return_inverse=True)
    return known, known[first][at]
