"""Polygons as a web page reads them: rings of whole numbers, in millionths of a degree (WGS84)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...core import grid
from ...core.arrays import Integers
from ...core.geometry import shapely_library

#: Steps per degree: 0.07 m from west to east, 0.11 m from south to north.
PER_DEGREE = 1_000_000

#: The outline of one geometry: polygons, of each its rings, of each longitude and latitude in turn.
Outline = list[list[list[int]]]

_FEWEST_VERTICES = 3


def outlines(polygons: Sequence[Any]) -> list[Outline]:
    """Outlines of polygons, not closed; of each vertex after the first the step from the one before it.

    Coordinates are rounded before the steps are taken, so that neighbours which share a vertex go on sharing it.

    Args:
        polygons: n Shapely polygons or multipolygons in RD New.
    """
    shapely = shapely_library()
    given = np.empty(len(polygons), dtype=object)
    given[:] = polygons
    parts, owner = shapely.get_parts(given, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    degrees = grid.to_lonlat(xy[:, 0], xy[:, 1], grid.RD_NEW)
    vertices = np.rint(np.column_stack(degrees) * PER_DEGREE).astype(np.int64)
    ends = np.searchsorted(ring, np.arange(len(rings) + 1))
    found: list[Outline] = [[] for _ in polygons]
    last = -1
    for at in range(len(rings)):
        if part[at] != last:
            last = part[at]
            found[owner[last]].append([])
        steps = _steps(vertices[ends[at] : ends[at + 1]])
        if steps:
            found[owner[last]][-1].append(steps)
    return [[polygon for polygon in outline if polygon] for outline in found]


def _steps(ring: Integers) -> list[int]:
    """The steps along a closed ring (n, 2), without the last vertex; nothing if it encloses nothing."""
    moved = np.any(np.diff(ring, axis=0) != 0, axis=1)
    vertices = ring[:-1][moved]
    if len(vertices) < _FEWEST_VERTICES:
        return []
    steps: list[int] = np.diff(vertices, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).ravel().tolist()
    return steps
