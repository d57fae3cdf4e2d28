"""Many points to H3 cells at once, with the h3 library as the judge.

On one face of H3's icosahedron the cells of a resolution are a regular lattice in the plane of the face, and the way
from map coordinates to that plane is smooth. Per tile of the map a polynomial of that way is fitted to what h3 says
of some hundred cells; arithmetic on arrays then gives the lattice point of every address, and h3 is asked once per
cell for its index. Addresses too near to an edge for the polynomial to decide go to h3 one by one, and so do those in
small tiles on two faces: faces meet in the west of the Netherlands. The result is the same, cell for cell; it takes a
tenth of the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from .arrays import Cells, Flags, Floats, Integers
from .grid import LONLAT_NAMES, RD_NAMES, from_lonlat, h3_library, index_lonlat, inside, to_lonlat
from .limits import HIGHEST_RESOLUTION

#: Side of a tile, in the unit of the coordinates: 40 km, or about as much in degrees.
_TILE_METRES, _TILE_DEGREES = 40_000.0, 0.4

#: A tile on two faces falls apart into smaller ones, so many along each side.
_PARTS = 4

#: Beyond a tile its fit reaches this share of its side further.
_MARGIN = 0.15

_DEGREE = 6
_SAMPLES = 15

#: Lattice units: largest error of a fit that is used, and distance to an edge below which h3 decides.
_LARGEST_ERROR = 1e-6
_NEAR_EDGE = 1e-4

#: Fewer points in a tile than this are not worth a fit.
_WORTH_A_FIT = 500

#: A tile of more cells than this (resolution 11) has so few addresses per cell that asking h3 for each is as fast.
_MOST_CELLS = 400_000


@dataclass(frozen=True)
class _Fit:
    """The way from coordinates in a tile to the lattice of a resolution.

    Attributes:
        centre: Of the tile.
        half: Half of its side, with margin.
        coefficients: (2 (degree + 1), degree + 1) Chebyshev coefficients to the axial lattice coordinates q, then r: a
            row for each term in y, a column for each in x.
        lowest: Smallest q and r in the tile.
        shape: Number of values of q and r in the tile.
    """

    centre: tuple[float, float]
    half: float
    coefficients: Floats
    lowest: Integers
    shape: Integers

    def lattice(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Axial lattice coordinates of n points."""
        u = _terms((x - self.centre[0]) / self.half)
        v = _terms((y - self.centre[1]) / self.half)
        q, r = (np.einsum("ij,ij->j", of_x, v) for of_x in np.split(self.coefficients @ u, 2))
        return q, r


def _terms(x: Floats) -> Floats:
    """Chebyshev polynomials (degree + 1, n) of n numbers; in rows, which is several times as fast as in columns."""
    terms = np.empty((_DEGREE + 1, len(x)))
    terms[0], terms[1] = 1.0, x
    for k in range(2, _DEGREE + 1):
        terms[k] = 2.0 * x * terms[k - 1] - terms[k - 2]
    return terms


#: Level (0, or 1 for a part of a tile on two faces), column and line.
_Tile = tuple[int, int, int]


class PointIndexer:
    """Indexes points in chunks; remembers per tile what it learnt of the lattice.

    Args:
        crs: Coordinate reference system of the points.
        resolution: H3 resolution.
    """

    def __init__(self, crs: str, resolution: int) -> None:
        self._crs = crs
        self._resolution = resolution
        self._side = _TILE_METRES if crs in RD_NAMES else _TILE_DEGREES if crs in LONLAT_NAMES else 0.0
        self._fits: dict[_Tile, Optional[_Fit]] = {}
        self._known: dict[_Tile, Cells] = {}
        self._on_two_faces: set[_Tile] = set()

    def index(self, x: Floats, y: Floats) -> Cells:
        """The cell of each point.

        Args:
            x: n eastings or longitudes.
            y: n northings or latitudes.

        Returns:
            n cells, 0 for points without coordinates or where no Dutch data can lie.
        """
        cells = np.zeros(len(x), dtype=np.uint64)
        at = np.flatnonzero(inside(x, y, self._crs))
        cells[at] = self._by_tile(x[at], y[at], 0) if self._side else self._one_by_one(x[at], y[at])
        return cells

    def _by_tile(self, x: Floats, y: Floats, level: int) -> Cells:
        cells = np.zeros(len(x), dtype=np.uint64)
        at = np.arange(len(x))
        columns = np.floor(x / self._side_of(level)).astype(np.int64)
        lines = np.floor(y / self._side_of(level)).astype(np.int64)
        while len(at):
            tile = (level, int(columns[0]), int(lines[0]))
            same = (columns == tile[1]) & (lines == tile[2])
            rows = at[same]
            cells[rows] = self._index_tile(tile, x[rows], y[rows])
            at, columns, lines = at[~same], columns[~same], lines[~same]
        return cells

    def _side_of(self, level: int) -> float:
        return self._side / (_PARTS if level else 1)

    def _one_by_one(self, x: Floats, y: Floats) -> Cells:
        return index_lonlat(*to_lonlat(x, y, self._crs), self._resolution)

    def _index_tile(self, tile: _Tile, x: Floats, y: Floats) -> Cells:
        if tile not in self._fits and len(x) < _WORTH_A_FIT:
            return self._one_by_one(x, y)
        if tile not in self._fits:
            self._fits[tile] = self._learn(tile)
        fit = self._fits[tile]
        if tile in self._on_two_faces and tile[0] == 0:
            return self._by_tile(x, y, 1)
        if fit is None:
            return self._one_by_one(x, y)
        q, r, sure = _round(*fit.lattice(x, y))
        places = (q[sure] - fit.lowest[0]) * fit.shape[1] + r[sure] - fit.lowest[1]
        cells = np.zeros(len(x), dtype=np.uint64)
        cells[sure] = self._look_up(tile, fit, places, x[sure], y[sure])
        cells[~sure] = self._one_by_one(x[~sure], y[~sure])
        return cells

    def _look_up(self, tile: _Tile, fit: _Fit, places: Integers, x: Floats, y: Floats) -> Cells:
        """Cells of lattice points; of one not met before, the cell of any address on it."""
        table = self._known.setdefault(tile, np.zeros(int(fit.shape.prod()), dtype=np.uint64))
        new = np.flatnonzero(table[places] == 0)
        if len(new):
            unmet, first = np.unique(places[new], return_index=True)
            table[unmet] = self._one_by_one(x[new[first]], y[new[first]])
        return table[places]

    def _learn(self, tile: _Tile) -> Optional[_Fit]:
        """The fit of a tile, None where it lies on two faces or no good fit was found."""
        side = self._side_of(tile[0])
        centre = ((tile[1] + 0.5) * side, (tile[2] + 0.5) * side)
        half = side * (0.5 + _MARGIN)
        steps = np.linspace(-half, half, _SAMPLES)
        x, y = (axis.ravel() for axis in np.meshgrid(centre[0] + steps, centre[1] + steps))
        fine = index_lonlat(*to_lonlat(x, y, self._crs), HIGHEST_RESOLUTION)
        if not _on_one_face(fine.reshape(_SAMPLES, _SAMPLES)[[0, 0, -1, -1], [0, -1, 0, -1]]):
            self._on_two_faces.add(tile)
            return None
        cells = np.unique(fine)
        origin = int(fine[len(fine) // 2])
        plane = _to_resolution(_lattice_points(origin, cells), origin, self._resolution)
        centres = np.array([h3_library().cell_to_latlng(cell) for cell in cells.tolist()])
        x, y = from_lonlat(centres[:, 1], centres[:, 0], self._crs)
        u, v = _terms((x - centre[0]) / half), _terms((y - centre[1]) / half)
        terms = (v[:, None, :] * u[None, :, :]).reshape(-1, len(cells)).T
        solution = np.linalg.lstsq(terms, plane, rcond=None)[0]
        if np.abs(terms @ solution - plane).max() > _LARGEST_ERROR:
            return None
        lowest = np.floor(plane.min(axis=0)).astype(np.int64) - 1
        shape = np.ceil(plane.max(axis=0)).astype(np.int64) + 2 - lowest
        if shape.prod() > _MOST_CELLS:
            return None
        coefficients = solution.T.reshape(2 * (_DEGREE + 1), _DEGREE + 1)
        return _Fit(centre, half, coefficients, lowest, shape)


def _on_one_face(corners: Cells) -> bool:
    """Whether an area whose convex hull has these corners lies on one face: faces meet in straight lines."""
    return len({tuple(sorted(h3_library().get_icosahedron_faces(cell))) for cell in corners.tolist()}) == 1


def _lattice_points(origin: int, cells: Cells) -> Floats:
    """Axial coordinates (n, 2) of cells relative to one of them.

    H3's local axes i and j are 120 degrees apart; q = i - j and r = j are the axes 60 degrees apart.
    """
    to_ij = h3_library().cell_to_local_ij
    ij = np.array([to_ij(origin, cell) for cell in cells.tolist()], dtype=np.float64)
    return np.column_stack([ij[:, 0] - ij[:, 1], ij[:, 1]])


def _to_resolution(fine: Floats, origin: int, resolution: int) -> Floats:
    """Lattice coordinates of the finest resolution as those of a coarser one.

    Both are lattices in the same plane, so one is an affine function of the other; a cell and its centre child have
    the same centre, which gives the points to find it by.
    """
    h3: Any = h3_library()
    middle = h3.cell_to_parent(origin, resolution)
    around = np.array(sorted(h3.grid_disk(middle, 1)), dtype=np.uint64)
    children = np.array([h3.cell_to_center_child(c, HIGHEST_RESOLUTION) for c in around.tolist()], dtype=np.uint64)
    known = np.column_stack([_lattice_points(origin, children), np.ones(len(around))])
    affine = np.linalg.lstsq(known, _lattice_points(middle, around), rcond=None)[0]
    return np.asarray(np.column_stack([fine, np.ones(len(fine))]) @ affine)


def _round(q: Floats, r: Floats) -> tuple[Integers, Integers, Flags]:
    """The nearest lattice point, and whether a point is so far from every edge that it is sure.

    With s = -q - r the hexagon of a lattice point is where no two of the three offsets differ by more than one.
    """
    s = -q - r
    near_q, near_r, near_s = np.rint(q), np.rint(r), np.rint(s)
    off_q, off_r, off_s = np.abs(q - near_q), np.abs(r - near_r), np.abs(s - near_s)
    wrong_q = (off_q > off_r) & (off_q > off_s)
    wrong_r = ~wrong_q & (off_r > off_s)
    near_q, near_r = np.where(wrong_q, -near_r - near_s, near_q), np.where(wrong_r, -near_q - near_s, near_r)
    dq, dr = q - near_q, r - near_r
    ds = -dq - dr
    reach = np.maximum(np.maximum(np.abs(dq - dr), np.abs(dr - ds)), np.abs(ds - dq))
    return near_q.astype(np.int64), near_r.astype(np.int64), reach < 1.0 - _NEAR_EDGE
