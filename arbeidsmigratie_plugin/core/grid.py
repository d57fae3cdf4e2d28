"""The H3 grid: coordinates to cells and back, roll up, neighbours, boundaries and true areas.

Cells are unsigned 64-bit integers until the very end, 0 is "no cell". RD New goes to WGS84 through one pinned
pipeline, written out, so that a point is in the same cell with and without grid files and on every PROJ version.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat
from typing import Any

import numpy as np

from .arrays import Cells, Flags, Floats, Integers, Text
from .errors import DependencyMissingError, ResolutionError
from .limits import HIGHEST_RESOLUTION, LOWEST_RESOLUTION
from .phrases import phrase

#: RD New (EPSG:28992) to WGS84 longitude and latitude in degrees: EPSG:4833, 'Amersfoort to WGS 84 (4)', the
#: seven-parameter transformation that QGIS uses too. Largest deviation from RDNAPTRANS 0.21 m.
RD_TO_WGS84 = (
    "+proj=pipeline"
    " +step +inv +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079"
    " +x_0=155000 +y_0=463000 +ellps=bessel"
    " +step +proj=push +v_3 +step +proj=cart +ellps=bessel"
    " +step +proj=helmert +x=565.4171 +y=50.3319 +z=465.5524"
    " +rx=0.398957388243134 +ry=-0.343987817378283 +rz=1.87740163998045 +s=4.0725"
    " +convention=coordinate_frame"
    " +step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3"
    " +step +proj=unitconvert +xy_in=rad +xy_out=deg"
)

#: From web tiles (EPSG:3857) to RD New by the same pipeline the other way round. Named in map projects: QGIS else asks
#: whoever opens one without grid files which transformation they want.
WEB_MERCATOR_TO_RD = (
    "+proj=pipeline"
    " +step +inv +proj=webmerc +lat_0=0 +lon_0=0 +x_0=0 +y_0=0 +ellps=WGS84"
    " +step +proj=push +v_3 +step +proj=cart +ellps=WGS84"
    " +step +inv +proj=helmert +x=565.4171 +y=50.3319 +z=465.5524"
    " +rx=0.398957388243134 +ry=-0.343987817378283 +rz=1.87740163998045 +s=4.0725"
    " +convention=coordinate_frame"
    " +step +inv +proj=cart +ellps=bessel +step +proj=pop +v_3"
    " +step +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079"
    " +x_0=155000 +y_0=463000 +ellps=bessel"
)

RD_NEW = "EPSG:28992"
RD_NAMES = frozenset({RD_NEW, "EPSG:7415"})
LONLAT = "OGC:CRS84"
LONLAT_NAMES = frozenset({"EPSG:4326", "EPSG:4258", LONLAT, "EPSG:4979", "EPSG:4937"})

#: Where Dutch data can lie, with a strip across the border: west, south, east, north, in degrees and in RD (m).
#: Swapped axes, zeros and broken coordinates fall outside.
EXTENT_LONLAT = (2.0, 50.0, 8.5, 54.5)
EXTENT_RD = (-50_000.0, 250_000.0, 350_000.0, 700_000.0)

_WGS84_AXIS = 6378137.0
_WGS84_E2 = 0.0066943799901413165
_H3_RADIUS = 6371007.180918475

_RESOLUTION_SHIFT = 52
_RESOLUTION_MASK = np.uint64(0xF << _RESOLUTION_SHIFT)


def check_resolution(resolution: int) -> int:
    """The resolution itself.

    Args:
        resolution: H3 resolution.

    Raises:
        ResolutionError: It is not one that is offered.
    """
    if not LOWEST_RESOLUTION <= resolution <= HIGHEST_RESOLUTION:
        raise ResolutionError(resolution=resolution, lowest=LOWEST_RESOLUTION, highest=HIGHEST_RESOLUTION)
    return resolution


def h3_library() -> Any:
    """The integer API of the h3 library.

    Raises:
        DependencyMissingError: It isn't installed.
    """
    try:
        from h3.api import basic_int
    except ImportError as error:
        remedy = phrase("Install it as the README says under 'Install', for example: python3 -m pip install \"h3>=4\".")
        raise DependencyMissingError(library="h3 (version 4)", remedy=remedy) from error
    return basic_int


def h3_error() -> Any:
    """The root of what the h3 library raises."""
    from h3 import H3BaseException

    return H3BaseException


# Coordinates -------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _transformer(crs: str) -> Any:
    from pyproj import Transformer

    if crs in RD_NAMES:
        return Transformer.from_pipeline(RD_TO_WGS84)
    return Transformer.from_crs(crs, "EPSG:4326", always_xy=True)


@lru_cache(maxsize=1)
def _projecting() -> ThreadPoolExecutor:
    """The one thread in which pyproj is used.

    It keeps a context of PROJ per thread of Python. A thread of QGIS is another one each time that it runs Python, and
    with pyproj 3.7 (QGIS 3.40 of Debian 13) that ends in a crash: 200 tasks of QGIS that transform a point each don't
    get through.
    """
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="pyproj")


def _transformed(crs: str, x: Floats, y: Floats, direction: str) -> tuple[Floats, Floats]:
    def transform() -> tuple[Floats, Floats]:
        first, second = _transformer(crs).transform(x, y, direction=direction)
        return np.asarray(first), np.asarray(second)

    return _projecting().submit(transform).result()


def to_lonlat(x: Floats, y: Floats, crs: str) -> tuple[Floats, Floats]:
    """WGS84 longitude and latitude in degrees.

    Args:
        x: n eastings or longitudes.
        y: n northings or latitudes.
        crs: Name of their coordinate reference system (EPSG:28992) or its WKT.

    Returns:
        Two arrays of n, NaN or infinite where a point can't be transformed.
    """
    if crs in LONLAT_NAMES:
        return x, y
    return _transformed(crs, x, y, "FORWARD")


def from_lonlat(lon: Floats, lat: Floats, crs: str) -> tuple[Floats, Floats]:
    """The inverse of to_lonlat.

    Args:
        lon: n longitudes in degrees (WGS84).
        lat: n latitudes in degrees.
        crs: Coordinate reference system of the result.
    """
    if crs in LONLAT_NAMES:
        return lon, lat
    return _transformed(crs, lon, lat, "INVERSE")


def to_rd(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """RD New coordinates in metres, by the inverse of the pinned pipeline.

    Args:
        lon: n longitudes in degrees (WGS84).
        lat: n latitudes in degrees.
    """
    return from_lonlat(lon, lat, RD_NEW)


def inside(x: Floats, y: Floats, crs: str) -> Flags:
    """Whether points lie where Dutch data can lie; NaN and infinity don't.

    Args:
        x: n eastings or longitudes.
        y: n northings or latitudes.
        crs: Their coordinate reference system.
    """
    if crs in RD_NAMES:
        west, south, east, north = EXTENT_RD
    else:
        west, south, east, north = EXTENT_LONLAT
        x, y = to_lonlat(x, y, crs)
    return np.asarray((x >= west) & (x <= east) & (y >= south) & (y <= north))


# Cells -------------------------------------------------------------------------------------------------------------


def index(x: Floats, y: Floats, crs: str, resolution: int) -> Cells:
    """The cell of each point, indexed directly at the resolution asked, one by one; lattice.py does many at once.

    Args:
        x: n eastings or longitudes.
        y: n northings or latitudes.
        crs: Their coordinate reference system.
        resolution: H3 resolution.

    Returns:
        n cells, 0 for points without coordinates or outside the extent.
    """
    cells = np.zeros(len(x), dtype=np.uint64)
    at = inside(x, y, crs)
    cells[at] = index_lonlat(*to_lonlat(x[at], y[at], crs), resolution)
    return cells


def index_lonlat(lon: Floats, lat: Floats, resolution: int) -> Cells:
    """The cell of each point.

    Args:
        lon: n longitudes in degrees (WGS84), finite.
        lat: n latitudes in degrees.
        resolution: H3 resolution.
    """
    to_cell = h3_library().latlng_to_cell
    found = map(to_cell, lat.tolist(), lon.tolist(), repeat(resolution))
    return np.fromiter(found, dtype=np.uint64, count=len(lon))


def resolutions(cells: Cells) -> Integers:
    """H3 resolution of each cell.

    Args:
        cells: n cells.
    """
    return ((cells & _RESOLUTION_MASK) >> np.uint64(_RESOLUTION_SHIFT)).astype(np.int64)


def roll_up(cells: Cells, resolution: int) -> Cells:
    """The ancestor of each cell, as cell_to_parent gives it.

    Not the cell in which a point would be indexed at the coarser resolution: 7 % of Dutch addresses differ.

    Args:
        cells: n cells, none coarser than the resolution.
        resolution: H3 resolution of the ancestors.
    """
    unused = np.uint64((1 << (3 * (15 - resolution))) - 1)
    return (cells & ~_RESOLUTION_MASK) | np.uint64(resolution << _RESOLUTION_SHIFT) | unused


@dataclass(frozen=True)
class Disks:
    """Cells around cells, in compressed rows.

    Attributes:
        starts: n + 1 positions: the disk of cell i is members[starts[i]:starts[i + 1]].
        members: Cells of all disks, each disk in ascending order.
    """

    starts: Integers
    members: Cells


def disks(cells: Cells, rings: int) -> Disks:
    """All cells within a number of rings of each cell, itself included.

    Args:
        cells: n cells; a pentagon has fewer around it.
        rings: 0 gives the cell alone.
    """
    grid_disk = h3_library().grid_disk
    members = [sorted(grid_disk(cell, rings)) for cell in cells.tolist()]
    starts = np.concatenate([[0], np.cumsum([len(m) for m in members], dtype=np.int64)])
    flat = np.fromiter((cell for m in members for cell in m), dtype=np.uint64, count=int(starts[-1]))
    return Disks(starts.astype(np.int64), flat)


def neighbours(cells: Cells) -> Disks:
    """The cells that touch each cell, itself left out: six, five for a pentagon.

    Args:
        cells: n cells.
    """
    around = disks(cells, 1)
    owner = np.repeat(np.arange(len(cells)), np.diff(around.starts))
    keep = around.members != cells[owner]
    counts = np.bincount(owner[keep], minlength=len(cells))
    return Disks(np.concatenate([[0], np.cumsum(counts)]).astype(np.int64), around.members[keep])


def names(cells: Cells) -> Text:
    """H3 indexes as people know them: 15 lower-case hexadecimal digits.

    Args:
        cells: n cells.
    """
    out = np.empty(len(cells), dtype=object)
    out[:] = [f"{cell:x}" for cell in cells.tolist()]
    return out


def from_names(texts: Sequence[str] | Text) -> Cells:
    """Cells from their hexadecimal names.

    Args:
        texts: n names.
    """
    return np.fromiter((int(t, 16) for t in texts), dtype=np.uint64, count=len(texts))


# Shape -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Boundaries:
    """Outlines of cells in RD New, in compressed rows, counter-clockwise and not closed.

    Attributes:
        starts: n + 1 positions: the vertices of cell i are x[starts[i]:starts[i + 1]].
        x: Eastings of all vertices (m).
        y: Northings of all vertices (m).
    """

    starts: Integers
    x: Floats
    y: Floats


def boundaries(cells: Cells) -> Boundaries:
    """The outline of each cell in RD New (EPSG:28992).

    Args:
        cells: n cells.
    """
    to_boundary = h3_library().cell_to_boundary
    rings = [to_boundary(cell) for cell in cells.tolist()]
    starts = np.concatenate([[0], np.cumsum([len(ring) for ring in rings], dtype=np.int64)]).astype(np.int64)
    numbers = chain.from_iterable(chain.from_iterable(rings))
    flat = np.fromiter(numbers, dtype=np.float64, count=2 * int(starts[-1])).reshape(-1, 2)
    x, y = to_rd(flat[:, 1], flat[:, 0])
    return Boundaries(starts, x, y)


def centres(cells: Cells) -> tuple[Floats, Floats]:
    """Eastings and northings of the centres in RD New (m).

    Args:
        cells: n cells.
    """
    to_centre = h3_library().cell_to_latlng
    degrees = np.array([to_centre(cell) for cell in cells.tolist()], dtype=np.float64).reshape(-1, 2)
    return to_rd(degrees[:, 1], degrees[:, 0])


def areas_km2(cells: Cells) -> Floats:
    """True area of each cell on the WGS84 ellipsoid (km2).

    H3 gives the area on a sphere of equal surface. There a degree of latitude has the same length everywhere; on
    the ellipsoid a small figure at latitude p is M(p) N(p) / R2 times as large, with M and N the radii of curvature
    along the meridian and across it: 0.39 % more at 52 degrees.

    Args:
        cells: n cells.
    """
    h3 = h3_library()
    listed = cells.tolist()
    sphere = np.fromiter(map(h3.cell_area, listed, repeat("km^2")), dtype=np.float64, count=len(listed))
    latitude = np.radians(np.fromiter((h3.cell_to_latlng(c)[0] for c in listed), np.float64, len(listed)))
    curve = 1.0 - _WGS84_E2 * np.sin(latitude) ** 2
    gauss = _WGS84_AXIS**2 * (1.0 - _WGS84_E2) / curve**2
    return np.asarray(sphere * gauss / _H3_RADIUS**2)
