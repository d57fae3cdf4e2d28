"""Municipalities in clusters: the part of each, and whether one of them alone would have seen it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Optional

import numpy as np

from .. import grid
from ..arrays import Flags, Floats, Integers, Text
from ..geometry import polygon_wkb, shapely_library
from ..municipalities import Municipalities
from .hotspots import Settings, find_hotspots
from .surface import Surface

#: A smaller part of a cell is a difference between two drawings of the same border, not land of a municipality.
_SLIVER = 0.01


@dataclass(frozen=True)
class Parts:
    """Which part of which cell belongs to which municipality; m rows, in order of cell.

    Where objects of one municipality lie in a cell, all that is counted in it is theirs. Where there are several,
    nobody knows from a hexagon how the counts divide: they are divided by the area of the cell in each, equally if
    none of it lies in any of them or the area of one isn't known. A municipality without a delivery gets no part of
    what was counted.

    Attributes:
        codes: Codes of municipalities, ascending.
        cell: Position in the surface.
        code: Position in codes.
        part: From 0 to 1; of a cell they add up to 1.
        delivered: Whether registrations were delivered for each municipality.
        whole: Whether the surface has cells of each municipality alone: else it has only its edge.
    """

    codes: Text
    cell: Integers
    code: Integers
    part: Floats
    delivered: Flags
    whole: Flags


def parts(surface: Surface, areas: Municipalities) -> Parts:
    """The part of each cell that belongs to each municipality.

    Args:
        surface: The cells.
        areas: Municipalities.
    """
    listed = [[code for code in text.split(",") if code] for text in surface.gemeentecodes.tolist()]
    sizes = np.array([len(of_cell) for of_cell in listed], dtype=np.int64)
    rows: list[tuple[int, str, float]] = [(at, listed[at][0], 1.0) for at in np.flatnonzero(sizes == 1).tolist()]
    rows += _divided(surface, areas, listed, np.flatnonzero(sizes != 1))
    codes = np.array([*sorted({code for _, code, _ in rows}), ""], dtype=object)[:-1]
    place = {code: at for at, code in enumerate(codes.tolist())}
    cell = np.array([row[0] for row in rows], dtype=np.int64)
    code = np.array([place[row[1]] for row in rows], dtype=np.int64)
    size = np.array([row[2] for row in rows], dtype=np.float64)
    alone = size == 1.0
    known = np.isfinite(surface.cases)[cell]
    whole = np.bincount(code[alone], minlength=len(codes)) > 0
    delivered = ~whole | (np.bincount(code[alone & known], minlength=len(codes)) > 0)
    size = np.where(delivered[code], size, 0.0)
    total = np.bincount(cell, size, minlength=len(surface))[cell]
    size = np.divide(size, total, out=np.zeros(len(size)), where=total > 0)
    order = np.lexsort((code, cell))
    return Parts(codes, cell[order], code[order], size[order], delivered, whole)


def _divided(
    surface: Surface, areas: Municipalities, listed: list[list[str]], cells: Integers
) -> list[tuple[int, str, float]]:
    """Cells in several municipalities, or of which it is not said in which, divided by area."""
    shapely = shapely_library()
    shapes = shapely.from_wkb(np.array([*polygon_wkb(grid.boundaries(surface.cells[cells])), None], dtype=object)[:-1])
    found: list[dict[str, float]] = [dict.fromkeys(listed[at], 0.0) for at in cells.tolist()]
    which, near = shapely.STRtree(areas.polygons).query(shapes, predicate="intersects")
    common = shapely.area(shapely.intersection(shapes[which], areas.polygons[near])) / shapely.area(shapes[which])
    for at, code, share in zip(which.tolist(), areas.code[near].tolist(), common.tolist()):
        said = listed[cells[at]]
        if code in said or (not said and share >= _SLIVER):
            found[at][code] = found[at].get(code, 0.0) + share
    rows, known = [], set(areas.code.tolist())
    for at, of_cell in zip(cells.tolist(), found):
        total = sum(of_cell.values()) if known.issuperset(of_cell) else 0.0
        rows += [(at, code, size / total if total > 0 else 1.0 / len(of_cell)) for code, size in of_cell.items()]
    return rows


@dataclass(frozen=True)
class Shares:
    """Clusters and municipalities; r rows, in order of cluster and code.

    Attributes:
        cluster: Number of the cluster.
        code: Municipality code.
        share: Its part of the cases in the cluster, from 0 to 1, NaN where unknown.
        observed: Cases in its part, NaN where unknown.
        expected: Cases that its homes explain, at the rate of the whole surface.
        population: Homes in its part.
        alone: Whether it alone would have seen any of the cluster: 1, 0, or NaN if that can't be told.
    """

    cluster: Integers
    code: Text
    share: Floats
    observed: Floats
    expected: Floats
    population: Floats
    alone: Floats

    def __len__(self) -> int:
        return len(self.cluster)

    def of(self, cluster: int) -> Integers:
        """Rows of a cluster.

        Args:
            cluster: Its number.
        """
        return np.flatnonzero(self.cluster == cluster)


def codes_in(divided: Parts, number: Integers, k: int) -> list[list[str]]:
    """The municipalities in each of k clusters.

    Args:
        divided: The parts of the cells.
        number: n numbers of the cluster of each cell, -1 for none.
        k: Number of clusters.
    """
    found: list[set[str]] = [set() for _ in range(k)]
    for at, code in zip(number[divided.cell].tolist(), divided.codes[divided.code].tolist()):
        if at >= 0:
            found[at].add(code)
    return [sorted(codes) for codes in found]


def shares(
    surface: Surface,
    number: Integers,
    listed: list[list[str]],
    divided: Parts,
    rate: float,
    settings: Settings,
    region: Optional[frozenset[str]],
) -> Shares:
    """The part of each municipality in each cluster.

    Args:
        surface: The cells.
        number: n numbers of the cluster of each cell, -1 for none.
        listed: Municipality codes in each of k clusters.
        divided: The parts of the cells.
        rate: Cases per home over the whole surface.
        settings: Of the ring test that a municipality alone would do.
        region: Municipalities of which all cells are there; None for all that have cells of their own.
    """
    cluster = np.array([at for at, codes in enumerate(listed) for _ in codes], dtype=np.int64)
    code = np.array([*(one for codes in listed for one in codes), ""], dtype=object)[:-1]
    place = {name: at for at, name in enumerate(divided.codes.tolist())}
    column = np.array([place.get(name, -1) for name in code], dtype=np.int64)
    counted, k = surface.counted, len(listed)
    known = np.bincount(number[counted & (number >= 0)], minlength=k) > 0
    given = known[cluster] & (column >= 0) & np.append(divided.delivered, False)[column]
    observed, population = (
        np.where(given, _summed(divided, number, np.where(counted, values, 0.0), k)[cluster, column], np.nan)
        for values in (surface.cases, surface.population)
    )
    total = np.bincount(cluster, np.nan_to_num(observed), minlength=k)[cluster]
    share = np.divide(observed, total, out=np.full(len(code), np.nan), where=total > 0)
    asked = {name for name in code.tolist() if region is None or name in region}
    seen = alone(surface, divided, settings, asked)
    sees = np.array([_sees(seen.get(name), number == at) for at, name in zip(cluster.tolist(), code)], dtype=np.float64)
    return Shares(cluster, code, share, observed, rate * population, population, np.where(given, sees, np.nan))


def _summed(divided: Parts, number: Integers, values: Floats, k: int) -> Floats:
    """Sums (k, codes + 1) of the parts of the cells; the last column is for codes that have none."""
    width = len(divided.codes) + 1
    rows = number[divided.cell] >= 0
    at = number[divided.cell[rows]] * width + divided.code[rows]
    summed = np.bincount(at, divided.part[rows] * values[divided.cell[rows]], minlength=k * width)
    return np.asarray(summed, dtype=np.float64).reshape(k, width)


def _sees(found: Optional[Flags], members: Flags) -> float:
    return float("nan") if found is None else float((found & members).any())


def alone(surface: Surface, divided: Parts, settings: Settings, wanted: Iterable[str]) -> dict[str, Flags]:
    """What each municipality would find with nothing but its own part of the cells: its cases, its homes, its rate.

    Args:
        surface: The cells.
        divided: The parts of the cells.
        settings: Of the ring test.
        wanted: Codes of municipalities.

    Returns:
        Code -> n flags; nothing for a municipality of which no cell of its own is there, that was not delivered, or
        that has no homes to compare with.
    """
    out = {}
    for at in np.flatnonzero(np.isin(divided.codes.astype(str), sorted(wanted)) & divided.whole & divided.delivered):
        rows = np.flatnonzero((divided.code == at) & (divided.part > 0))
        cells, part = divided.cell[rows], divided.part[rows]
        here = surface.take(cells)
        own = Surface(
            cells=here.cells,
            cases=here.cases * part,
            population=here.population * part,
            persons=here.persons * part,
            inside=np.ones(len(here), dtype=np.bool_),
            gemeentecodes=here.gemeentecodes,
            resolution=here.resolution,
            peildatum=here.peildatum,
        )
        if not own.counted.any():
            continue
        found = np.zeros(len(surface), dtype=np.bool_)
        found[cells] = find_hotspots(own, settings).found
        out[str(divided.codes[at])] = found
    return out
