"""Density clusters (DBSCAN: Ester, Kriegel, Sander and Xu, 1996) over a spatial index, flat in memory.

A point with enough points within reach, itself included, is a core point; core points within reach of each other are
one cluster, and a point that is none belongs to the first cluster that reaches it. Clusters are numbered in the order
of their first core point, as scikit-learn does.

Neighbours are never listed: equal positions count as one with a weight; whether a point is core is asked of as many
neighbours as are needed and no more; and core points are linked through square cells so small that all points of a
cell reach each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import Flags, Floats, Integers

#: A cell is a little smaller than eps / sqrt(2), so that rounding never puts two points of it out of reach.
_SHRUNK = 1 - 1e-6

#: Points that are asked for at a time.
_CHUNK = 16384

#: Steps to the cells that can hold points within reach, each pair of cells once, the nearest first.
_STEPS = ((1, 0), (0, 1), (1, 1), (1, -1), (2, 0), (0, 2), (2, 1), (1, 2), (2, -1), (1, -2), (2, 2), (2, -2))


def dbscan(x: Floats, y: Floats, eps: float, min_points: int) -> Integers:
    """The cluster of each point.

    Args:
        x: n eastings (m); points without coordinates are in no cluster.
        y: n northings (m).
        eps: Reach (m).
        min_points: Points within reach, itself included, that make a point a core point.

    Returns:
        n numbers from 0, -1 for points in no cluster.

    Raises:
        ValueError: The reach or the number of points is not above zero.
    """
    if not (eps > 0 and min_points > 0):
        raise ValueError("eps and min_points must be above zero")
    labels = np.full(len(x), -1, dtype=np.int64)
    placed = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    if len(placed):
        labels[placed] = _labels(x[placed], y[placed], float(eps), int(min_points))
    return labels


def _labels(x: Floats, y: Floats, eps: float, min_points: int) -> Integers:
    spots, first, at, weight = np.unique(x + 1j * y, return_index=True, return_inverse=True, return_counts=True)
    xy = np.column_stack([spots.real, spots.imag])
    cells = _cells(xy, eps)
    near = _Neighbours(xy, eps, min_points)
    core = cells.sums(weight)[cells.of] >= min_points
    for rows, others, within in near.ask(np.flatnonzero(~core)):
        core[rows] = (weight[others] * within).sum(axis=1) >= min_points
    cluster = np.full(len(xy), -1, dtype=np.int64)
    cores = np.flatnonzero(core)
    if not len(cores):
        return cluster[at]
    cluster[cores] = _in_order(_linked(xy[cores], cells.take(cores), eps), first[cores])
    for rows, others, within in near.ask(np.flatnonzero(~core)):
        reached = np.where(within & core[others], cluster[others], len(xy)).min(axis=1)
        cluster[rows] = np.where(reached < len(xy), reached, -1)
    return cluster[at]


class _Neighbours:
    """The nearest points of a point: as many as decide whether it is core.

    A point that is no core point has fewer within reach, so that these are all of its neighbours.

    Args:
        xy: m positions, no two of them equal.
        eps: Reach.
        count: Neighbours to look at, the point itself included.
    """

    def __init__(self, xy: Floats, eps: float, count: int) -> None:
        from scipy.spatial import cKDTree

        self._xy, self._eps, self._count = xy, eps, min(count, len(xy))
        self._tree: Any = cKDTree(xy)

    def ask(self, rows: Integers) -> Iterator[tuple[Integers, Integers, Flags]]:
        """Chunks of k points, their neighbours (k, count), and whether each neighbour is within reach."""
        wanted = np.arange(1, self._count + 1)
        chunk = max(1, min(_CHUNK, _CHUNK * 64 // self._count))
        for start in range(0, len(rows), chunk):
            some = rows[start : start + chunk]
            _, others = self._tree.query(self._xy[some], k=wanted)
            steps = self._xy[others] - self._xy[some, None, :]
            yield some, others, (steps**2).sum(axis=2) <= self._eps**2


# Cells -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Cells:
    """Square cells with points in them.

    Attributes:
        of: Cell of each of m points.
        column: Column of each of c cells.
        row: Row of each.
        span: More than the number of rows, to make one number of column and row.
    """

    of: Integers
    column: Integers
    row: Integers
    span: int

    def sums(self, weight: Integers) -> Integers:
        """The weight of the points in each cell."""
        return np.bincount(self.of, weights=weight, minlength=len(self.row)).astype(np.int64)

    def take(self, points: Integers) -> _Cells:
        """The cells of these points only."""
        kept, of = np.unique(self.of[points], return_inverse=True)
        return _Cells(of, self.column[kept], self.row[kept], self.span)

    def stepped(self, step: tuple[int, int]) -> tuple[Integers, Integers]:
        """Pairs of cells of which the second lies a step from the first."""
        keys = self.column * self.span + self.row
        wanted = keys + step[0] * self.span + step[1]
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        one = np.flatnonzero(keys[at] == wanted)
        return one, at[one]


def _cells(xy: Floats, eps: float) -> _Cells:
    """Cells in the order of column and row."""
    side = eps / np.sqrt(2) * _SHRUNK
    column, row = np.floor((xy - xy.min(axis=0)) / side).astype(np.int64).T + 2
    span = int(row.max()) + 3
    keys, of = np.unique(column * span + row, return_inverse=True)
    return _Cells(of, keys // span, keys % span, span)


def _linked(xy: Floats, cells: _Cells, eps: float) -> Integers:
    """The group of each core point: cells are joined where a point of one reaches a point of the other.

    The cell goes into the index as a third coordinate, so far from the next that the nearest point of one cell is
    found among all.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    count = len(cells.row)
    order = np.argsort(cells.of, kind="stable")
    sizes = np.bincount(cells.of, minlength=count)
    starts = np.cumsum(sizes) - sizes
    tree = cKDTree(np.column_stack([xy, cells.of * (4 * eps)]))
    group = np.arange(count)
    ones, others = [np.arange(count)], [np.arange(count)]
    for step in _STEPS:
        one, other = cells.stepped(step)
        apart = group[one] != group[other]
        one, other = one[apart], other[apart]
        smaller = np.where(sizes[one] <= sizes[other], one, other)
        pair = np.repeat(np.arange(len(one)), sizes[smaller])
        within = np.arange(len(pair)) - np.repeat(np.cumsum(sizes[smaller]) - sizes[smaller], sizes[smaller])
        points = order[starts[smaller][pair] + within]
        target = np.where(smaller == one, other, one)[pair]
        joined = np.zeros(len(one), dtype=np.bool_)
        joined[pair[_reaches(tree, xy, points, target, eps)]] = True
        ones.append(one[joined])
        others.append(other[joined])
        links = np.concatenate(ones), np.concatenate(others)
        weights = np.ones(len(links[0]), dtype=np.int8)
        _, group = connected_components(coo_matrix((weights, links), shape=(count, count)), directed=False)
    return np.asarray(group[cells.of])


def _reaches(tree: Any, xy: Floats, points: Integers, target: Integers, eps: float) -> Flags:
    """Whether each point has a point of its target cell within reach."""
    reaches = np.zeros(len(points), dtype=np.bool_)
    for start in range(0, len(points), _CHUNK):
        some = slice(start, start + _CHUNK)
        here = xy[points[some]]
        _, nearest = tree.query(np.column_stack([here, target[some] * (4 * eps)]))
        reaches[some] = ((xy[nearest] - here) ** 2).sum(axis=1) <= eps**2
    return reaches


def _in_order(group: Integers, first: Integers) -> Integers:
    """Groups numbered in the order in which they first occur.

    Args:
        group: Of each of k points.
        first: Where each point first occurs.
    """
    _, at = np.unique(group, return_inverse=True)
    earliest = np.full(int(at.max()) + 1, np.iinfo(np.int64).max)
    np.minimum.at(earliest, at, first)
    rank = np.empty(len(earliest), dtype=np.int64)
    rank[np.argsort(earliest)] = np.arange(len(earliest))
    return np.asarray(rank[at])
