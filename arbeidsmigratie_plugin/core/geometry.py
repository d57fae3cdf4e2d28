"""Geometries as arrays of WKB: points out of them, polygons around points, hexagons into them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from .arrays import Flags, Floats, Integers
from .errors import DependencyMissingError
from .grid import EXTENT_LONLAT, EXTENT_RD, LONLAT, LONLAT_NAMES, RD_NAMES, Boundaries, to_lonlat, to_rd
from .phrases import phrase

#: WKB of n geometries: bytes, None where absent, or packed (dtype V) where all have one length.
Wkb = npt.NDArray[Any]

_LITTLE_ENDIAN = 1
_WKB_POINT = 1
_WKB_POLYGON = 3
_WKB_MULTIPOLYGON = 6

#: Between points so far apart (degrees) a straight line in WGS84 is one in RD too, to less than a metre.
_STRAIGHT = 0.05

#: Side of the squares in which perhaps_near looks (m), unless there would be more of them than this.
_COARSE, _MOST_SQUARES = 50.0, 4_000_000

_POINT = np.dtype([("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")])


def shapely_library() -> Any:
    """Shapely 2, which works on arrays.

    Raises:
        DependencyMissingError: It is missing or older.
    """
    remedy = phrase('Install it as the README says, for example: python3 -m pip install "shapely==2.0.7".')
    try:
        import shapely
    except ImportError as error:
        raise DependencyMissingError(library="shapely (version 2)", remedy=remedy) from error
    if int(shapely.__version__.split(".")[0]) < 2:
        raise DependencyMissingError(library="shapely (version 2)", remedy=remedy)
    return shapely


def points(wkb: Wkb) -> tuple[Floats, Floats]:
    """A point of each geometry: the point itself, or one that lies on a polygon, line or group of points.

    Args:
        wkb: n geometries as WKB.

    Returns:
        x and y, NaN where there is no geometry.
    """
    n = len(wkb)
    x, y = np.full(n, np.nan), np.full(n, np.nan)
    packed = wkb.dtype.kind == "V" and wkb.dtype.itemsize == _POINT.itemsize
    filled = wkb if packed else _bytes(wkb)
    sizes = np.full(n, _POINT.itemsize) if packed else np.fromiter(map(len, filled), dtype=np.int64, count=n)
    plain = np.flatnonzero(sizes == _POINT.itemsize)
    decoded = np.frombuffer(wkb.tobytes() if packed else b"".join(filled[plain].tolist()), dtype=_POINT)
    is_point = (decoded["order"] == _LITTLE_ENDIAN) & (decoded["type"] == _WKB_POINT)
    x[plain[is_point]], y[plain[is_point]] = decoded["x"][is_point], decoded["y"][is_point]
    other = np.concatenate([np.flatnonzero((sizes > 0) & (sizes != _POINT.itemsize)), plain[~is_point]])
    if len(other):
        x[other], y[other] = _points_on(_bytes(filled[other]))
    return x, y


def all_points(wkb: Wkb) -> bool:
    """Whether no geometry is a line or polygon.

    Args:
        wkb: n geometries as WKB.
    """
    if wkb.dtype.kind == "V" and wkb.dtype.itemsize == _POINT.itemsize:
        return True
    shapely = shapely_library()
    return bool((shapely.get_dimensions(shapely.from_wkb(_bytes(wkb), on_invalid="ignore")) <= 0).all())


def _bytes(wkb: Wkb) -> npt.NDArray[np.object_]:
    out = np.empty(len(wkb), dtype=object)
    out[:] = [g or b"" for g in wkb.tolist()]
    return out


def _points_on(wkb: Wkb) -> tuple[Floats, Floats]:
    shapely = shapely_library()
    shapes = shapely.from_wkb(wkb, on_invalid="ignore")
    shapes[shapely.is_empty(shapes)] = None
    on = shapely.point_on_surface(shapes)
    return shapely.get_x(on), shapely.get_y(on)


def point_wkb(x: Floats, y: Floats) -> list[bytes]:
    """Points as WKB.

    Args:
        x: n eastings.
        y: n northings.
    """
    out = np.empty(len(x), dtype=_POINT)
    out["order"], out["type"], out["x"], out["y"] = _LITTLE_ENDIAN, _WKB_POINT, x, y
    return _records(out)


def polygon_wkb(outlines: Boundaries) -> list[bytes]:
    """Outlines as WKB polygons, closed.

    Args:
        outlines: n rings.
    """
    sizes = np.diff(outlines.starts)
    out: list[bytes] = [b""] * len(sizes)
    for size in np.unique(sizes).tolist():
        which = np.flatnonzero(sizes == size)
        record = np.dtype(
            [("order", "u1"), ("type", "<u4"), ("rings", "<u4"), ("size", "<u4"), ("xy", "<f8", (size + 1, 2))]
        )
        polygons = np.empty(len(which), dtype=record)
        polygons["order"], polygons["type"], polygons["rings"] = _LITTLE_ENDIAN, _WKB_POLYGON, 1
        polygons["size"] = size + 1
        at = outlines.starts[which, None] + np.append(np.arange(size), 0)
        polygons["xy"][:, :, 0], polygons["xy"][:, :, 1] = outlines.x[at], outlines.y[at]
        for i, polygon in zip(which.tolist(), _records(polygons)):
            out[i] = polygon
    return out


def _records(array: npt.NDArray[Any]) -> list[bytes]:
    raw, size = array.tobytes(), array.dtype.itemsize
    return [raw[at : at + size] for at in range(0, len(raw), size)]


def polygons_to_rd(wkb: Wkb, crs: str) -> npt.NDArray[np.object_]:
    """Polygons as shapely geometries in RD New, mended where they cross themselves.

    Args:
        wkb: n polygons as WKB.
        crs: Their coordinate reference system.
    """
    shapely = shapely_library()
    polygons = np.asarray(shapely.from_wkb(_bytes(wkb), on_invalid="ignore"))
    crossing = ~shapely.is_valid(polygons)  # nearly all are well: asking takes half as long as mending
    polygons[crossing] = shapely.make_valid(polygons[crossing])
    return np.asarray(polygons if crs in RD_NAMES else _to_rd(polygons, crs))


def area_to_rd(wkb: Wkb, crs: str) -> npt.NDArray[np.object_]:
    """Polygons that a user drew, as shapely geometries in RD New, without what lies where no Dutch data can be.

    Far from the Netherlands RD has no meaning: a polygon around Europe would become nonsense.

    Args:
        wkb: n polygons as WKB.
        crs: Their coordinate reference system.
    """
    shapely = shapely_library()
    shapes = shapely.make_valid(shapely.force_2d(shapely.from_wkb(_bytes(wkb), on_invalid="ignore")))
    if crs in RD_NAMES:
        return np.asarray(shapely.intersection(shapes, shapely.box(*EXTENT_RD)))
    if crs not in LONLAT_NAMES:
        shapes = shapely.make_valid(
            shapely.transform(shapes, lambda xy: np.column_stack(to_lonlat(xy[:, 0], xy[:, 1], crs)))
        )
    near = shapely.segmentize(shapely.intersection(shapes, shapely.box(*EXTENT_LONLAT)), _STRAIGHT)
    return np.asarray(_to_rd(near, LONLAT))


def wkb_to_rd(wkb: Wkb, crs: str) -> npt.NDArray[np.object_]:
    """Geometries of any kind as WKB in RD New, in two dimensions; None where there is none.

    Args:
        wkb: n geometries as WKB.
        crs: Their coordinate reference system.
    """
    shapely = shapely_library()
    shapes = shapely.from_wkb(np.asarray(wkb, dtype=object), on_invalid="ignore")
    return np.asarray(shapely.to_wkb(_to_rd(shapes, crs), byte_order=_LITTLE_ENDIAN), dtype=object)


def _to_rd(shapes: npt.NDArray[np.object_], crs: str) -> npt.NDArray[np.object_]:
    shapely = shapely_library()

    def reproject(xy: Floats) -> Floats:
        return np.column_stack(xy_in_rd(xy[:, 0], xy[:, 1], crs))

    return np.asarray(shapely.transform(shapely.force_2d(shapes), reproject))


def to_wkb(polygons: npt.NDArray[np.object_]) -> list[bytes]:
    """Shapely geometries as WKB multipolygons, as a layer wants them.

    Args:
        polygons: n polygons or multipolygons.
    """
    shapely = shapely_library()
    whole = np.array([*polygons, None], dtype=object)[:-1]
    kinds = shapely.get_type_id(whole)
    single = np.flatnonzero(kinds == _WKB_POLYGON)
    whole[single] = shapely.multipolygons(whole[single], indices=np.arange(len(single)))
    for at in np.flatnonzero((kinds != _WKB_POLYGON) & (kinds != _WKB_MULTIPOLYGON)):
        whole[at] = shapely.MultiPolygon(_polygons_in(shapely, whole[at]))
    return [bytes(wkb) for wkb in shapely.to_wkb(whole, byte_order=_LITTLE_ENDIAN)]


def _polygons_in(shapely: Any, shape: Any) -> list[Any]:
    """The polygons of a geometry: a mended one can be a collection with multipolygons, lines and points in it."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    return [part for part in parts.tolist() if shapely.get_type_id(part) == _WKB_POLYGON and not part.is_empty]


def xy_in_rd(x: Floats, y: Floats, crs: str) -> tuple[Floats, Floats]:
    """Coordinates in RD New.

    Args:
        x: n eastings or longitudes.
        y: n northings or latitudes.
        crs: Their coordinate reference system.
    """
    if crs in RD_NAMES:
        return x, y
    return to_rd(x, y) if crs in LONLAT_NAMES else to_rd(*to_lonlat(x, y, crs))


def perhaps_near(x: Floats, y: Floats, polygons: npt.NDArray[np.object_], reach: float = 0.0) -> Flags:
    """Which points can lie within reach of polygons: coarse and quick, to leave out first those that can't.

    Args:
        x: n eastings, NaN without position.
        y: n northings.
        polygons: k Shapely polygons in the same coordinate system.
        reach: Distance (m).

    Returns:
        n flags, False only for points that lie further than that from every polygon.
    """
    boxes = shapely_library().bounds(polygons).reshape(-1, 4)
    boxes = boxes[np.isfinite(boxes).all(axis=1)] + (reach + 1.0) * np.array([-1, -1, 1, 1])
    if not len(boxes):
        return np.zeros(len(x), dtype=np.bool_)
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    step = max(_COARSE, float(np.sqrt(np.prod(high - low) / _MOST_SQUARES)))
    first, last = (((corner - low) // step).astype(np.int64) for corner in (boxes[:, :2], boxes[:, 2:]))
    columns, rows = last.max(axis=0) + 1
    # Every box adds one to its squares: to the sums of all that is left of and below a square.
    marks = np.zeros((columns + 1, rows + 1), dtype=np.int32)
    for column, row, sign in ((first, first, 1), (last + 1, last + 1, 1), (first, last + 1, -1), (last + 1, first, -1)):
        np.add.at(marks, (column[:, 0], row[:, 1]), sign)
    held = marks.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32) > 0
    with np.errstate(invalid="ignore"):
        at = [np.floor((values - least) / step) for values, least in ((x, low[0]), (y, low[1]))]
        found: Flags = (at[0] >= 0) & (at[0] < columns) & (at[1] >= 0) & (at[1] < rows)
    found[found] = held[at[0][found].astype(np.int64), at[1][found].astype(np.int64)]
    return found


def locate(x: Floats, y: Floats, polygons: Sequence[Any] | npt.NDArray[np.object_]) -> Integers:
    """The polygon in which each point lies; on a shared border the first one.

    Args:
        x: n eastings.
        y: n northings, in the coordinate system of the polygons.
        polygons: Shapely polygons; each is prepared for many questions.

    Returns:
        n positions in polygons, -1 for points in none.
    """
    shapely = shapely_library()
    found = np.full(len(x), -1, dtype=np.int64)
    order = np.argsort(x, kind="stable")
    sorted_x = x[order]
    for position, polygon in enumerate(polygons):
        if polygon is None or polygon.is_empty:
            continue
        west, south, east, north = polygon.bounds
        first, last = np.searchsorted(sorted_x, (west, np.nextafter(east, np.inf)))
        near = order[first:last]
        near = near[(found[near] < 0) & (y[near] >= south) & (y[near] <= north)]
        if len(near):
            shapely.prepare(polygon)
            found[near[shapely.intersects_xy(polygon, x[near], y[near])]] = position
    return found
