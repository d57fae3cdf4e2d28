"""The truth tables of a demo region: what was planted, and as what an object was planted."""

from __future__ import annotations

import csv
import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from tools.confusion import Confusion

#: Circles: they hold every object inside, and say nothing of what it is.
CIRCLES = ("cluster", "verplaatsing")

ORDINARY = "niet geplant"


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a truth table.

    Args:
        path: Of the file.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def locations(folder: Path) -> list[dict[str, str]]:
    """All planted locations.

    Args:
        folder: Of the demo region.
    """
    return rows_of(folder / "waarheid_locaties.csv")


def objects(folder: Path) -> list[dict[str, str]]:
    """All objects of planted locations; one that belongs to several has a row for each.

    Args:
        folder: Of the demo region.
    """
    return rows_of(folder / "waarheid_objecten.csv")


def planted(folder: Path, soort: str) -> set[str]:
    """Identifiers of the objects that were planted as something.

    Args:
        folder: Of the demo region.
        soort: As what.
    """
    return {row["adresseerbaarobject_id"] for row in objects(folder) if row["soort"] == soort}


def compare_objects(wanted: set[str], output: Path, layer: str, field: str = "", value: object = None) -> Confusion:
    """What a highlight lists against what was planted.

    Args:
        wanted: Identifiers of the objects that were planted.
        output: GeoPackage with the highlight.
        layer: Its layer.
        field: Field that says what an object is listed as; "" if all of them are listed as the same.
        value: Value of that field that counts.
    """
    columns = f'adresseerbaarobject_id, "{field}"' if field else "adresseerbaarobject_id, NULL"
    with closing(sqlite3.connect(f"{output.resolve().as_uri()}?mode=ro", uri=True)) as database:
        rows = database.execute(f'SELECT {columns} FROM "{layer}"').fetchall()  # noqa: S608 - names of our own
    listed = {str(number) for number, found in rows if not field or found == value}
    return Confusion(tuple(sorted(wanted & listed)), tuple(sorted(listed - wanted)), tuple(sorted(wanted - listed)))


def kind(location: dict[str, str]) -> str:
    """What a location was planted as: 'soort/subsoort'.

    Args:
        location: Its row.
    """
    return f"{location['soort']}/{location['subsoort']}"


def kinds_of(folder: Path, ids: Iterable[str], soort: str) -> Counter[str]:
    """As what objects were planted: 'soort/subsoort', or ORDINARY.

    Args:
        folder: Of the demo region.
        ids: Identifiers of objects.
        soort: What goes first where an object was planted as several things.
    """
    kinds = {row["id"]: kind(row) for row in locations(folder)}
    found: dict[str, str] = {}
    for row in objects(folder):
        if row["soort"] not in CIRCLES and (row["soort"] == soort or row["adresseerbaarobject_id"] not in found):
            found[row["adresseerbaarobject_id"]] = kinds[row["locatie_id"]]
    return Counter(found.get(number, ORDINARY) for number in ids)
