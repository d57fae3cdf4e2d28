"""Rows into new layers of a GeoPackage through SQLite: a third of the time that one feature after another takes."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Optional

import numpy as np
import numpy.typing as npt
from osgeo import ogr

from ..core.tables import Table

#: What stands before WKB in a GeoPackage: 'GP', version 1, how to read it, and EPSG:28992.
_MAGIC, _SRS = b"GP\x00", (28992).to_bytes(4, "little")
_PLAIN, _WITH_BOX, _EMPTY = (_MAGIC + bytes([flags]) + _SRS for flags in (0x01, 0x03, 0x11))

#: Where the coordinates of a polygon of one ring begin, and what stands there before the number of its corners.
_RING_AT = 13
_RING = b"\x01" + (3).to_bytes(4, "little") + (1).to_bytes(4, "little")

_POINT_SIZE, _POINT_AT = 21, 5
_POINT = b"\x01" + (1).to_bytes(4, "little")


def fill(path: Path, tables: Sequence[Table]) -> None:
    """Fills layers that are there, still empty and without a spatial index.

    Args:
        path: The GeoPackage, which nobody has open.
        tables: What goes into the layers.

    Raises:
        RuntimeError: A geometry is no WKB.
        sqlite3.Error: The file can't be written.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("BEGIN")
        # Rows are not counted one by one: the triggers for it come back when all are there.
        listed = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'trigger_insert_feature%'"
        counting = database.execute(listed).fetchall()
        for name, _ in counting:
            database.execute(f'DROP TRIGGER "{name}"')
        for table in tables:
            _insert(database, table)
        for _, sql in counting:
            database.execute(sql)
        database.execute("COMMIT")


def _insert(database: sqlite3.Connection, table: Table) -> None:
    cells = [column.cells() for column in table.columns]
    names = [_quoted(column.name) for column in table.columns]
    if table.geometry:
        shapes = blobs(table.wkb)
        cells, names = [shapes, *cells], ['"geom"', *names]
        bounds = "UPDATE gpkg_contents SET min_x = ?, max_x = ?, min_y = ?, max_y = ? WHERE table_name = ?"
        database.execute(bounds, (*_bounds(shapes), table.name))
    places = ", ".join("?" * len(names))
    insert = " ".join(("INSERT INTO", _quoted(table.name), f"({', '.join(names)}) VALUES ({places})"))
    database.executemany(insert, zip(*cells))
    counted = "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?"
    database.execute(counted, (len(cells[0]), table.name))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


# Geometries --------------------------------------------------------------------------------------------------------


def blobs(wkb: Sequence[bytes]) -> list[bytes]:
    """Geometries as a GeoPackage holds them: with their rectangle, unless they are points.

    Args:
        wkb: n geometries in EPSG:28992.

    Raises:
        RuntimeError: One of them is no WKB.
    """
    out = [b""] * len(wkb)
    sizes = np.fromiter(map(len, wkb), dtype=np.int64, count=len(wkb))
    for size in np.unique(sizes).tolist():
        which = np.flatnonzero(sizes == size).tolist()
        alike = [wkb[at] for at in which]
        ring = _RING + ((size - _RING_AT) // 16).to_bytes(4, "little", signed=True)
        if size == _POINT_SIZE and all(one.startswith(_POINT) for one in alike):
            found = _points(alike)
        elif size > _RING_AT and (size - _RING_AT) % 16 == 0 and all(one.startswith(ring) for one in alike):
            found = _rings(alike, size)
        else:
            found = [_one(one) for one in alike]
        for at, blob in zip(which, found):
            out[at] = blob
    return out


def _bounds(shapes: Sequence[bytes]) -> list[Optional[float]]:
    """West, east, south and north of all geometries of a layer, None where there are none."""
    boxes = [one[8:40] for one in shapes if one.startswith(_WITH_BOX)]
    boxes += [one[13:21] * 2 + one[21:29] * 2 for one in shapes if one.startswith(_PLAIN)]
    if not boxes:
        return [None] * 4
    sides = np.frombuffer(b"".join(boxes), dtype="<f8").reshape(-1, 4)
    low, high = sides.min(axis=0).tolist(), sides.max(axis=0).tolist()
    return [low[0], high[1], low[2], high[3]]


def _points(wkb: Sequence[bytes]) -> list[bytes]:
    absent = np.isnan(_coordinates(wkb, _POINT_SIZE, _POINT_AT)).all(axis=1)
    return [(_EMPTY if gone else _PLAIN) + one for gone, one in zip(absent.tolist(), wkb)]


def _rings(wkb: Sequence[bytes], size: int) -> list[bytes]:
    xy = _coordinates(wkb, size, _RING_AT).reshape(len(wkb), -1, 2)
    boxes = np.stack([xy.min(axis=1), xy.max(axis=1)], axis=2).tobytes()  # west, east, south, north
    return [_WITH_BOX + boxes[32 * at : 32 * at + 32] + one for at, one in enumerate(wkb)]


def _coordinates(wkb: Sequence[bytes], size: int, start: int) -> npt.NDArray[np.float64]:
    """Coordinates (n, k) of geometries of one size and kind."""
    whole = np.frombuffer(b"".join(wkb), dtype=np.uint8).reshape(len(wkb), size)
    return np.ascontiguousarray(whole[:, start:]).view("<f8")


def _one(wkb: bytes) -> bytes:
    """Any geometry; GDAL gives none, without a word, for what is no WKB unless it was told to raise."""
    shape = ogr.CreateGeometryFromWkb(wkb)
    if shape is None:
        raise RuntimeError("no WKB")
    if shape.IsEmpty():
        return _EMPTY + bytes(shape.ExportToIsoWkb())
    if shape.GetGeometryType() == ogr.wkbPoint:
        return _PLAIN + bytes(shape.ExportToIsoWkb())
    return _WITH_BOX + np.array(shape.GetEnvelope(), dtype="<f8").tobytes() + bytes(shape.ExportToIsoWkb())
