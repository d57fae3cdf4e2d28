"""What can't stand where it was planned: overlaps, water, another municipality or place. Earlier plans go first."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely

from .model import Building, Plan

#: Panden in a row share their walls, and curve a little with their street: only what reaches further into another
#: counts as an overlap (m).
_WALL = 0.18

Flags = npt.NDArray[np.bool_]


def clear(plan: Plan) -> None:
    """Leaves only buildings and sheds that can stand; a group stands or falls together.

    Args:
        plan: Its list of buildings is replaced.
    """
    shapes = _outlines([b.corners for b in plan.buildings])
    keep = _on_own_ground(plan, shapes)
    _fall_together(plan.buildings, keep)
    _resolve_overlaps(plan.buildings, shapes, keep)
    plan.buildings = [building for building, kept in zip(plan.buildings, keep) if kept]
    _clear_sheds(plan, shapes[keep])


def _outlines(corners: list[npt.NDArray[np.float64]]) -> npt.NDArray[np.object_]:
    """A little less than each outline, so that shared walls do not count."""
    return shapely.buffer([shapely.polygons(outline) for outline in corners], -_WALL, join_style="mitre")


def _on_own_ground(plan: Plan, shapes: npt.NDArray[np.object_]) -> Flags:
    """Whether a building lies in the territory of its street's place and, if it is on land, out of the river."""
    places = np.array([plan.streets[b.street].place for b in plan.buildings])
    afloat = np.array([b.kind == "ligplaats" for b in plan.buildings])
    keep = afloat | ~shapely.intersects(plan.land.water.buffer(4), shapes)
    for place in plan.places:
        rows = np.flatnonzero(places == place.number)
        ground = place.polygon.buffer(-1.0)
        shapely.prepare(ground)
        keep[rows] &= shapely.contains_properly(ground, shapes[rows])
    return keep


def _fall_together(buildings: list[Building], keep: Flags) -> None:
    broken = {b.group for b, kept in zip(buildings, keep) if not kept and b.group >= 0}
    for row, building in enumerate(buildings):
        if building.group in broken:
            keep[row] = False


def _resolve_overlaps(buildings: list[Building], shapes: npt.NDArray[np.object_], keep: Flags) -> None:
    """Of two buildings that overlap the later one falls, with its group."""
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    ahead = first < second
    order = np.lexsort((first[ahead], second[ahead]))
    groups = np.array([b.group for b in buildings])
    for early, late in zip(first[ahead][order], second[ahead][order]):
        if not (keep[early] and keep[late]) or (groups[early] >= 0 and groups[early] == groups[late]):
            continue
        if groups[late] >= 0:
            keep[groups == groups[late]] = False
        keep[late] = False


def _clear_sheds(plan: Plan, shapes: npt.NDArray[np.object_]) -> None:
    """Leaves the sheds that stand free of all buildings and of earlier sheds, on the ground of their building."""
    owners = [row for row, b in enumerate(plan.buildings) for _ in b.sheds]
    sheds = np.array([shapely.polygons(shed) for b in plan.buildings for shed in b.sheds])
    keep = np.ones(len(sheds), dtype=bool)
    keep[np.unique(shapely.STRtree(shapes).query(sheds, predicate="intersects")[0])] = False
    keep &= ~shapely.intersects(plan.land.water, sheds)
    first, second = shapely.STRtree(sheds).query(sheds, predicate="intersects")
    for early, late in sorted(zip(first[first < second], second[first < second]), key=lambda pair: pair[1]):
        keep[late] &= not keep[early]
    territories = [plan.places[plan.streets[plan.buildings[row].street].place].polygon for row in owners]
    keep &= shapely.contains(np.array(territories, dtype=object), sheds)
    rows = iter(keep)
    for building in plan.buildings:
        building.sheds = [shed for shed in building.sheds if next(rows)]
