"""Generated data for the benchmark, shaped like the Netherlands: towns on a countryside."""

from __future__ import annotations

import random
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import openpyxl

from arbeidsmigratie_plugin.core.arrays import Floats
from arbeidsmigratie_plugin.core.geometry import point_wkb
from arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie_plugin.sources.writing import RD_NEW, index_layers, write

_WEST, _SOUTH, _SIZE = 160000.0, 370000.0, 60000.0
_TOWNS = 120
_SEED = 2026

#: South-west of the BAG of a country, rows written at once, and what stands before WKB in a GeoPackage.
_NATIONAL_WEST, _NATIONAL_SOUTH = 100_000.0, 380_000.0
_BATCH = 100_000
_BLOB = b"GP\x00\x01" + RD_NEW.to_bytes(4, "little")


def positions(n: int) -> tuple[Floats, Floats]:
    """RD coordinates of n addresses in 60 by 60 km (m): three quarters in towns."""
    rng = np.random.default_rng(_SEED)
    town = rng.integers(0, _TOWNS, n)
    centre = rng.uniform(3000, _SIZE - 3000, (_TOWNS, 2))
    spread = rng.uniform(300, 1500, _TOWNS)[town, None]
    inside = centre[town] + rng.normal(0, 1, (n, 2)) * spread
    outside = rng.uniform(0, _SIZE, (n, 2))
    xy = np.where((rng.random(n) < 0.75)[:, None], inside, outside).clip(0, _SIZE)
    return _WEST + xy[:, 0].round(3), _SOUTH + xy[:, 1].round(3)


def write_points(path: Path, n: int) -> None:
    """Address points with the fields that rniinlezen gives."""
    x, y = positions(n)
    columns = (
        Column("adresseerbaarobject_id", "text", [f"980101{i:010d}" for i in range(n)]),
        Column("gemeentecode", "text", [f"98{i % 16:02d}" for i in range(n)]),
        Column("gebruiksdoel", "text", ["woonfunctie"] * n),
        Column("bag_oppervlakte", "real", np.full(n, 80.0)),
        Column("registraties", "integer", np.random.default_rng(_SEED).integers(1, 9, n)),
    )
    write(path, [Table("adressen", columns, "Point", point_wkb(x, y))])


def write_bag(path: Path, n: int) -> None:
    """Verblijfsobjecten, n of them, in the layout of bag-light.gpkg, twenty to a postcode."""
    x, y = positions(n)
    number = np.arange(n)
    columns = (
        Column("identificatie", "text", [f"980101{i:010d}" for i in number]),
        Column("oppervlakte", "integer", np.full(n, 80)),
        Column("status", "text", ["Verblijfsobject in gebruik"] * n),
        Column("gebruiksdoel", "text", ["woonfunctie"] * n),
        Column("openbare_ruimte_naam", "text", [f"Proefstraat {i // 100}" for i in number]),
        Column("openbare_ruimte_naam_kort", "text", [""] * n),
        Column("huisnummer", "integer", 1 + number % 20),
        Column("huisletter", "text", ["A" if i % 7 == 0 else "" for i in number]),
        Column("toevoeging", "text", ["bis" if i % 11 == 0 else "" for i in number]),
        Column("postcode", "text", [_postcode(i // 20) for i in number]),
        Column("woonplaats_naam", "text", [f"Plaats {i // 5000}" for i in number]),
        Column("nummeraanduiding_hoofdadres_identificatie", "text", [f"980120{i:010d}" for i in number]),
        Column("bronhouder_identificatie", "text", ["9801"] * n),
    )
    write(path, [Table("verblijfsobject", columns, "Point", point_wkb(x, y))])


def write_national(path: Path, n: int, size: int) -> None:
    """Verblijfsobjecten in the layout of bag-light.gpkg, n of them in so many metres square; quick, in batches."""
    write(path, [_empty_national()], indexed=False)
    rng = np.random.default_rng(_SEED)
    centres, spread = rng.uniform(0, size, (_TOWNS, 2)), rng.uniform(300, 3000, _TOWNS)
    with closing(sqlite3.connect(path)) as database, database:
        for first in range(0, n, _BATCH):
            number = range(first, min(first + _BATCH, n))
            town = rng.integers(0, _TOWNS, len(number))
            near = centres[town] + rng.normal(0, 1, (len(number), 2)) * spread[town, None]
            xy = np.where((rng.random(len(number)) < 0.6)[:, None], near, rng.uniform(0, size, (len(number), 2)))
            xy = (np.array([_NATIONAL_WEST, _NATIONAL_SOUTH]) + xy.clip(0, size)).round(3)
            blobs = (_BLOB + wkb for wkb in point_wkb(xy[:, 0], xy[:, 1]))
            rows = (_national_row(i, blob) for i, blob in zip(number, blobs))
            database.executemany(" ".join(("INSERT INTO verblijfsobject VALUES", f"({', '.join('?' * 18)})")), rows)
    index_layers(path, ["verblijfsobject"])


def _empty_national() -> Table:
    texts = (
        "rdf_seealso", "identificatie", "status", "gebruiksdoel", "openbare_ruimte_naam", "openbare_ruimte_naam_kort",
        "huisletter", "toevoeging", "postcode", "woonplaats_naam", "pand_identificatie",
        "nummeraanduiding_hoofdadres_identificatie", "bronhouder_identificatie",
    )  # fmt: skip
    columns = [Column(name, "text", []) for name in texts]
    columns += [Column(name, "integer", []) for name in ("oppervlakte", "huisnummer", "bouwjaar")]
    return Table("verblijfsobject", tuple(columns), "Point", [])


def _national_row(i: int, blob: bytes) -> tuple[object, ...]:
    see = f"http://bag.basisregistraties.overheid.nl/bag/id/verblijfsobject/980101{i:010d}"
    street = f"Proefstraat {i // 100}"
    texts = (see, f"980101{i:010d}", "Verblijfsobject in gebruik", "woonfunctie", street, street[:24])
    more = (
        None,
        "bis" if i % 11 == 0 else None,
        _postcode(i // 20 % 6_000_000),
        f"Plaats {i // 5000}",
        f"980110{i:010d}",
    )
    return (i + 1, blob, *texts, *more, f"980120{i:010d}", "9802", 80, 1 + i % 20, 1980)


def _postcode(number: int) -> str:
    digits, letters = divmod(number, 676)
    return f"{1000 + digits}{chr(65 + letters // 26)}{chr(65 + letters % 26)}"


def write_delivery(path: Path, rows: int, objects: int) -> None:
    """An Excel delivery of so many rows about so many objects."""
    chance = random.Random(_SEED)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("RNI")
    sheet.append(
        ["01.01.20", "01.02.40", "01.03.10", "16.09.10", "16.11.10", "16.11.20", "16.11.30", "16.11.40", "16.11.60",
         "16.11.70", "16.18.10", "17.01.10"]
    )  # fmt: skip
    for _ in range(rows):
        i = chance.randrange(objects)
        letter, addition = "A" if i % 7 == 0 else None, "bis" if i % 11 == 0 else None
        sheet.append(
            ["111222333", "Proefpersoon", "19800101", "9801", f"Proefstraat {i // 100}", 1 + i % 20, letter, addition,
             _postcode(i // 20), f"Plaats {i // 5000}", None, "0612345678"]
        )  # fmt: skip
    book.save(path)


if __name__ == "__main__":
    kind, target, *sizes = sys.argv[1:]
    {"points": write_points, "bag": write_bag, "delivery": write_delivery, "national": write_national}[kind](
        Path(target), *map(int, sizes)
    )
