"""Files of the made country: bag-light.gpkg as PDOK gives it, and the addresses with registrations of 'rniinlezen'."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from osgeo import ogr

from arbeidsmigratie_plugin.core.geometry import point_wkb
from arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie_plugin.sources.writing import RD_NEW, index_layers, write
from tools.bench.national_land import Municipality, municipalities
from tools.demo.bagfile import FIELDS
from tools.demo.geopackage import Layer, write_geopackage

#: One in so many objects is a pitch, and as many a mooring: they have outlines, not points.
_PLOTS = 800

#: One in so many addresses has registrations, and in one in so many towns one in so many.
_REGISTERED, _DENSE_TOWNS, _DENSE = 52, 40, 13

PEILDATUM = "2026-07-01"

#: What a file needs of the disk (bytes per object), with room to index it.
_BYTES = 1_200

_STATUS = ("Verblijfsobject in gebruik", "Verblijfsobject ingetrokken", "Verblijfsobject gevormd",
           "Verblijfsobject in gebruik (niet ingemeten)", "Verbouwing verblijfsobject",
           "Niet gerealiseerd verblijfsobject")  # fmt: skip
_STATUS_SHARES = (0.88, 0.06, 0.03, 0.01, 0.01, 0.01)
_USES = ("woonfunctie", "overige gebruiksfunctie", "industriefunctie", "kantoorfunctie", "winkelfunctie",
         "industriefunctie,kantoorfunctie", "logiesfunctie", "woonfunctie,winkelfunctie")  # fmt: skip
_USE_SHARES = (0.84, 0.05, 0.03, 0.025, 0.02, 0.015, 0.015, 0.005)

_POINT_HEADER = b"GP\x00\x01" + RD_NEW.to_bytes(4, "little")
_AREA_HEADER = b"GP\x00\x03" + RD_NEW.to_bytes(4, "little")


def write_bag(path: Path, number: int) -> None:
    """Objects with the layers and fields of bag-light.gpkg, without buildings; complete or not at all.

    Args:
        path: Of the GeoPackage.
        number: Of objects.
    """
    free = shutil.disk_usage(path.parent).free
    if free < number * _BYTES:
        raise SystemExit(f"{path} needs {number * _BYTES / 1e9:.0f} GB of disk, {free / 1e9:.0f} GB are free")
    draft = path.with_name(f"{path.stem}.deel.gpkg")
    kinds = {"verblijfsobject": ogr.wkbPoint, "ligplaats": ogr.wkbMultiPolygon, "standplaats": ogr.wkbMultiPolygon}
    write_geopackage(draft, [Layer(name, kind, FIELDS[name], (), ()) for name, kind in kinds.items()])
    with _in_bulk(draft, list(kinds)) as database:
        for part in municipalities(number):
            homes = slice(0, len(part) - 2 * (len(part) // _PLOTS))
            _insert(database, "verblijfsobject", _homes(part, homes))
            for at, name in enumerate(("ligplaats", "standplaats")):
                end = homes.stop + at * (len(part) // _PLOTS)
                _insert(database, name, _plots(part, slice(end, end + len(part) // _PLOTS), name))
    index_layers(draft, list(kinds))
    draft.replace(path)


@contextmanager
def _in_bulk(path: Path, names: Sequence[str]) -> Iterator[sqlite3.Connection]:
    """A database in which rows of layers are not counted and indexed one by one, but at the end.

    Args:
        path: A GeoPackage with empty layers.
        names: The layers.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000")
        triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        own = [(name, sql) for name, sql in triggers if "feature_count" in name]
        for name, _ in own:
            database.execute(f"DROP TRIGGER {name}")
        for name in names:
            _spatial_index_off(database, name)
        database.execute("BEGIN")
        yield database
        for name in names:
            (count,) = database.execute(" ".join(("SELECT count(*) FROM", name))).fetchone()
            database.execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", (count, name))
        database.execute("COMMIT")
        for _, sql in own:
            database.execute(sql)


def _spatial_index_off(database: sqlite3.Connection, name: str) -> None:
    """Takes away an empty spatial index: filling one at once is many times as fast as row by row."""
    listed = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE ?"
    for (trigger,) in database.execute(listed, (f"rtree_{name}_geom%",)).fetchall():
        database.execute(f"DROP TRIGGER {trigger}")
    database.execute(f"DROP TABLE IF EXISTS rtree_{name}_geom")
    database.execute(
        "DELETE FROM gpkg_extensions WHERE table_name = ? AND extension_name = 'gpkg_rtree_index'", (name,)
    )


def _insert(database: sqlite3.Connection, layer: str, rows: Iterable[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * (len(FIELDS[layer]) + 1))
    names = ", ".join(("geom", *(name for name, _ in FIELDS[layer])))
    database.executemany(" ".join(("INSERT INTO", layer, f"({names}) VALUES ({marks})")), rows)


# Rows --------------------------------------------------------------------------------------------------------------


def _homes(part: Municipality, rows: slice) -> Iterator[tuple[Any, ...]]:
    """Rows of verblijfsobject in the order of FIELDS, the geometry before them."""
    rng = np.random.default_rng(part.first)
    number = range(rows.stop)
    ids = [f"{part.code}01{part.first + i:010d}" for i in number]
    status = rng.choice(np.array(_STATUS, dtype=object), rows.stop, p=_STATUS_SHARES).tolist()
    uses = rng.choice(np.array(_USES, dtype=object), rows.stop, p=_USE_SHARES).tolist()
    return zip(
        [_POINT_HEADER + wkb for wkb in point_wkb(part.x[rows], part.y[rows])],
        [f"http://bag.basisregistraties.overheid.nl/bag/id/verblijfsobject/{one}" for one in ids],
        ids,
        rng.integers(35, 180, rows.stop).tolist(),
        status,
        uses,
        *_address(part, rows),
        rng.integers(1880, 2026, rows.stop).tolist(),
        [f"{part.code}10{part.first + i - i % 3:010d}" for i in number],
        ["Pand in gebruik"] * rows.stop,
        *_references(part, rows),
    )


def _plots(part: Municipality, rows: slice, kind: str) -> Iterator[tuple[Any, ...]]:
    """Rows of ligplaats or standplaats: five by fifteen metres each."""
    x, y = part.x[rows], part.y[rows]
    shapes = shapely.multipolygons(shapely.box(x - 2.5, y - 7.5, x + 2.5, y + 7.5)[:, None])
    boxes = np.stack([x - 2.5, x + 2.5, y - 7.5, y + 7.5], axis=1)
    middle = "02" if kind == "ligplaats" else "03"
    return zip(
        [_AREA_HEADER + box.tobytes() + wkb for box, wkb in zip(boxes, shapely.to_wkb(shapes, byte_order=1))],
        [f"{part.code}{middle}{part.first + i:010d}" for i in range(rows.start, rows.stop)],
        ["Plaats aangewezen"] * len(x),
        *_address(part, rows),
        *_references(part, rows),
    )


def _address(part: Municipality, rows: slice) -> tuple[list[Any], ...]:
    number = range(rows.start or 0, rows.stop)
    streets = [f"Proefstraat {i // 60}" for i in number]
    return (
        streets,
        streets,
        [1 + i % 60 for i in number],
        ["A" if i % 7 == 0 else None for i in number],
        ["bis" if i % 11 == 0 else None for i in number],
        [_postcode((part.first + i) // 20) for i in number],
        [f"Plaats {town}" for town in part.town[rows].tolist()],
    )


def _references(part: Municipality, rows: slice) -> tuple[list[str], ...]:
    number = range(rows.start or 0, rows.stop)
    return (
        [f"{part.code}20{part.first + i:010d}" for i in number],
        [f"{part.code}30{part.first + i // 60:010d}" for i in number],
        [f"{town % 10_000:04d}" for town in part.town[rows].tolist()],
        [part.code] * len(number),
    )


def _postcode(number: int) -> str:
    digits, letters = divmod(number, 676)
    return f"{1000 + digits}{chr(65 + letters // 26)}{chr(65 + letters % 26)}"


def write_registrations(path: Path, number: int) -> None:
    """About one in fifty addresses, more in some towns, with the fields of 'rniinlezen' that 'h3aggregeren' reads.

    Args:
        path: Of the GeoPackage.
        number: Of objects in the BAG.
    """
    parts = [_registered(part) for part in municipalities(number)]
    x, y, ids, codes, counts = (np.concatenate(columns) for columns in zip(*parts))
    columns = (
        Column("adresseerbaarobject_id", "text", ids),
        Column("gemeentecode", "text", codes),
        Column("registraties", "integer", counts),
        Column("peildatum", "text", [PEILDATUM] * len(x)),
    )
    draft = path.with_name(f"{path.stem}.deel.gpkg")
    write(draft, [Table("rni_adressen", columns, "Point", point_wkb(x, y))])
    draft.replace(path)


def _registered(part: Municipality) -> tuple[Any, ...]:
    rng = np.random.default_rng((part.first, 1))
    one_in = np.where(part.town % _DENSE_TOWNS == 0, _DENSE, _REGISTERED)
    at = np.flatnonzero(rng.random(len(part)) < 1.0 / one_in)
    ids = np.array([f"{part.code}01{part.first + i:010d}" for i in at.tolist()], dtype=object)
    return part.x[at], part.y[at], ids, np.full(len(at), part.code, dtype=object), 1 + rng.geometric(0.3, len(at))


if __name__ == "__main__":
    what, target, objects = sys.argv[1:]
    {"bag": write_bag, "registrations": write_registrations}[what](Path(target), int(objects))
