"""The outline of a holiday park: a hull around its units, united with its functional areas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import Floats, Integers
from ..geometry import shapely_library
from .park_areas import Grounds, within

Shapes = npt.NDArray[np.object_]

#: Segments of a quarter circle: an outline is an indication, not a survey.
_SEGMENTS = 4

_POLYGON_KINDS = (3, 6)


def hulls(x: Floats, y: Floats, place: Integers, count: int, hollow: float) -> Shapes:
    """A hull around the units of each place that follows its bays; a point or line where there are one or two.

    Args:
        x: n eastings.
        y: n northings.
        place: Place of each of n units.
        count: Number of places.
        hollow: 0 follows every bay, 1 is convex.

    Returns:
        Shapely geometries in RD New, None for places without units.
    """
    shapely = shapely_library()
    found = np.full(count, None, dtype=object)
    if len(x):
        order = np.argsort(place, kind="stable")
        which, at = np.unique(place[order], return_inverse=True)
        groups = shapely.multipoints(shapely.points(x[order], y[order]), indices=at)
        found[which] = shapely.concave_hull(groups, ratio=hollow)
    return found


def widened(shapes: Shapes, margin: float) -> Shapes:
    """Shapes with a margin around them.

    Args:
        shapes: Shapely geometries, or None.
        margin: Width (m).
    """
    return np.asarray(shapely_library().buffer(shapes, margin, quad_segs=_SEGMENTS))


def outlines(hull: Shapes, group: Integers, grounds: Grounds, recreation: Integers, filled: float) -> Shapes:
    """The outline of each place: its hull without the areas of other parks, united with its own areas.

    Args:
        hull: Hulls of m places with their margin, None where there are no units.
        group: Place of each area of a park.
        grounds: The areas.
        recreation: For each place the recreation area that most of its units lie in, -1 for none; it is united only
            where the hull fills it, since a whole lake with its shores can be one such area.
        filled: What part of a recreation area the hull must fill.
    """
    shapely = shapely_library()
    out = hull.copy()
    one, other, _ = within(hull, grounds.parks.polygons, 0.0)
    foreign = group[other] != one
    for place, areas in _by(one[foreign], other[foreign]):
        out[place] = shapely.difference(out[place], shapely.union_all(grounds.parks.polygons[areas]))
    lies = np.flatnonzero(recreation >= 0)
    if len(lies):
        areas = grounds.recreation.polygons[recreation[lies]]
        share = shapely.area(shapely.intersection(hull[lies], areas)) / shapely.area(areas)
        full = lies[share >= filled]
        out[full] = shapely.union(out[full], grounds.recreation.polygons[recreation[full]])
    for place, own in _by(group, np.arange(len(group))):
        out[place] = shapely.union_all([*grounds.parks.polygons[own], out[place]])
    return np.array([*(_surface(shape) for shape in shapely.make_valid(out)), None], dtype=object)[:-1]


def _by(place: Integers, values: Integers) -> list[tuple[int, Integers]]:
    """Values per place."""
    if not len(place):
        return []
    order = np.argsort(place, kind="stable")
    which, starts = np.unique(place[order], return_index=True)
    return list(zip(which.tolist(), np.split(values[order], starts[1:])))


def _surface(shape: Any) -> Any:
    """What of a shape has a surface."""
    shapely = shapely_library()
    if shape is None or shapely.get_type_id(shape) in _POLYGON_KINDS:
        return shape
    parts: Sequence[Any] = shapely.get_parts(shapely.get_parts(shape))
    return shapely.union_all([part for part in parts if shapely.get_type_id(part) in _POLYGON_KINDS])
