"""Made BAG objects, made deliveries and invented citizen service numbers. Nobody in them exists."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import numpy as np

from arbeidsmigratie.arbeidsmigratie_plugin.core import bag
from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import BagObjects
from arbeidsmigratie.arbeidsmigratie_plugin.core.columns import FIELDS
from arbeidsmigratie.arbeidsmigratie_plugin.core.delivery import Delivery, Sheet
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import points

IN_USE = "Verblijfsobject in gebruik"
WITHDRAWN = "Verblijfsobject ingetrokken"

_HOME = {
    "gemeentecode": "0457",
    "status": IN_USE,
    "gebruiksdoel": "woonfunctie",
    "oppervlakte": 80,
    "straat": "Dorpsstraat",
    "straat_kort": "",
    "huisnummer": 12,
    "huisletter": "",
    "toevoeging": "",
    "postcode": "1382AB",
    "woonplaats": "Weesp",
}


def object_id(number: int) -> str:
    """Identifier of the verblijfsobject at this position of bag_of()."""
    return f"0457010000{number:06d}"


def address_id(number: int) -> str:
    """Identifier of the nummeraanduiding at this position of bag_of()."""
    return f"0457200000{number:06d}"


def bag_of(*homes: dict) -> BagObjects:
    """BAG objects that differ from Dorpsstraat 12 in Weesp as told."""
    rows = [
        {**_HOME, "adresseerbaarobject_id": object_id(at), "nummeraanduiding_id": address_id(at), **home}
        for at, home in enumerate(homes)
    ]
    columns = {name: np.array([row[name] for row in rows], dtype=object) for name in bag.CHANNEL_NAMES}
    return bag.from_columns(columns, 130000.0 + np.arange(len(rows)), np.full(len(rows), 478000.0))


def read_weesp(path: Path) -> BagObjects:
    """All addressable objects of a bag-light.gpkg, read without OGR."""
    parts = []
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        for layer in bag.OBJECT_LAYERS:
            present = [row[1] for row in connection.execute(f"pragma table_info({layer})")]
            named = bag.channel_fields(present)
            rows = connection.execute(f"select geom, {', '.join(named.values())} from {layer}").fetchall()
            columns = {
                name: np.array([row[at] for row in rows], dtype=object) for at, name in enumerate(named, start=1)
            }
            wkb = np.array([*(_wkb(row[0]) for row in rows), None], dtype=object)[:-1]
            parts.append(bag.from_columns(columns, *points(wkb)))
    finally:
        connection.close()
    return bag.concatenate(parts)


def _wkb(geopackage: bytes) -> bytes:
    """The geometry behind the header of a GeoPackage blob."""
    envelope = (0, 32, 48, 48, 64)[geopackage[3] >> 1 & 7]
    return geopackage[8 + envelope :]


def delivery_of(*rows: dict) -> Delivery:
    """A delivery of rows with these cells, the others empty."""
    return Delivery(rows=[tuple(row.get(name, "") for name in FIELDS) for row in rows])


def sheet(*rows: list, name: str = "Blad1") -> Sheet:
    """A sheet with these rows of cells."""
    return Sheet(name, list(rows))


def bsn(first_eight: int) -> str:
    """An invented number of nine digits that passes the 11-test, "" if these eight digits have no ninth."""
    digits = f"{first_eight:08d}"
    last = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits)) % 11
    return "" if last == 10 else f"{digits}{last}"


def bsns(n: int, first: int = 12345678) -> list[str]:
    """Different invented numbers that pass the 11-test."""
    found = []
    while len(found) < n:
        number = bsn(first)
        found += [number] if number else []
        first += 104729
    return found


def meaning(suffix):
    """A suffix in one form: written by hand, apart from the product's own table."""
    words = {"HUIS": "HS", "H": "HS", "BS": "BIS", "BOV": "BO", "BOVEN": "BO", "BEN": "BE", "BENEDEN": "BE"}
    words |= {"HG": "HOOG", "ROOD": "RD", "ZWART": "ZW"}
    floor = re.fullmatch(r"0*(\d+)(?:HOOG|HG)?", suffix)
    return floor[1] if floor else words.get(suffix, suffix)
