"""The pieces that the areas of several maps cut each other into, from their cells or from how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import Flags, Floats, Integers
from ..geometry import shapely_library
from .attack import Groups, groups_of, same_sets

#: Samples of areas that are drawn: at most so many, and no closer together than this (m).
_MOST, _CLOSEST = 2_000_000, 10.0

#: So near to an outline (m) it is not told on which side a sample is: drawn twice, an outline is never quite the same.
_UNSURE = 1.0


@dataclass(frozen=True)
class Pieces:
    """The areas of n figures as sets of pieces.

    Attributes:
        count: Number of pieces; each lies in at least one area.
        figures: The pieces of each figure.
        step: Distance between samples (m); narrower pieces can be missed. 0 where pieces are exact.
    """

    count: int
    figures: Groups
    step: float

    def without(self, empty: Flags) -> Pieces:
        """The same without pieces in which nobody is.

        Args:
            empty: Of each piece whether nobody is there.
        """
        place = np.cumsum(~empty) - 1
        kept = ~empty[self.figures.member]
        figures = Groups(self.figures.count, self.figures.group[kept], place[self.figures.member[kept]])
        return Pieces(int((~empty).sum()), figures, self.step)


def pieces_of_cells(codes: Sequence[str], cells: Sequence[Sequence[int]]) -> Pieces:
    """Pieces of areas that say of which base cells they are the union.

    Args:
        codes: Municipality of each of n areas.
        cells: Base cells of each.
    """
    flat = np.array([cell for held in cells for cell in held], dtype=np.uint64)
    figure = np.repeat(np.arange(len(cells)), [len(held) for held in cells])
    number = np.unique(np.array(codes, dtype=str), return_inverse=True)[1].ravel()[figure]
    order = np.lexsort((flat, number))
    new = np.ones(len(flat), dtype=np.bool_)
    new[1:] = (np.diff(flat[order]) > 0) | (np.diff(number[order]) > 0)
    atom = np.zeros(len(flat), dtype=np.int64)
    atom[order] = np.cumsum(new) - 1
    return _grouped(int(new.sum()), Groups(len(cells), figure, atom), 0.0)


def pieces_of_polygons(polygons: npt.NDArray[np.object_]) -> Pieces:
    """Pieces of areas that are drawn, by samples on a square grid; every area has at least one.

    Args:
        polygons: n Shapely polygons in RD New (m).
    """
    shapely = shapely_library()
    west, south, east, north = shapely.total_bounds(polygons)
    step = max(_CLOSEST, float(np.sqrt((east - west) * (north - south) / _MOST)))
    columns, rows = int((east - west) / step) + 1, int((north - south) / step) + 1
    xs, ys = west + (np.arange(columns) + 0.5) * step, south + (np.arange(rows) + 0.5) * step
    unsure = np.zeros(columns * rows, dtype=np.bool_)
    held: list[Integers] = []
    for polygon in polygons:
        near = _near(polygon, xs, ys, step)
        x, y = xs[near // rows], ys[near % rows]
        within = _contains(shapely, polygon.buffer(-_UNSURE), x, y)
        unsure[near[_contains(shapely, polygon.buffer(_UNSURE), x, y) & ~within]] = True
        held.append(near[within])
    held = [samples[~unsure[samples]] for samples in held]
    missed = [number for number, samples in enumerate(held) if not len(samples)]
    figures = _with_missed(shapely, polygons, groups_of(held), missed, columns * rows)
    return _grouped(columns * rows + len(missed), figures, step)


def _near(polygon: Any, xs: Floats, ys: Floats, step: float) -> Integers:
    """Samples in the rectangle around a polygon."""
    west, south, east, north = polygon.bounds
    across = np.arange(*np.searchsorted(xs, (west - step, east + step)))
    up = np.arange(*np.searchsorted(ys, (south - step, north + step)))
    return (across[:, None] * len(ys) + up).ravel().astype(np.int64)


def _contains(shapely: Any, polygon: Any, x: Floats, y: Floats) -> Any:
    shapely.prepare(polygon)
    return shapely.contains_xy(polygon, x, y)


def _with_missed(shapely: Any, polygons: Any, figures: Groups, missed: list[int], first: int) -> Groups:
    """Areas between the samples get one of their own."""
    if not missed:
        return figures
    points = shapely.point_on_surface(polygons[missed])
    at, holding = shapely.STRtree(polygons).query(points, predicate="intersects")
    group = np.concatenate([figures.group, holding])
    return Groups(figures.count, group, np.concatenate([figures.member, first + at]))


def _grouped(unknowns: int, figures: Groups, step: float) -> Pieces:
    """Unknowns in the same areas are one piece; those in none are left out."""
    inside = np.zeros(unknowns, dtype=np.bool_)
    inside[figures.member] = True
    place = np.cumsum(inside) - 1
    count = int(inside.sum())
    member = place[figures.member]
    piece = same_sets(Groups(count, member, figures.group))
    total = int(piece.max(initial=-1)) + 1
    pairs = np.unique(figures.group * max(total, 1) + piece[member])
    return Pieces(total, Groups(figures.count, pairs // max(total, 1), pairs % max(total, 1)), step)
