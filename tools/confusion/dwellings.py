"""Company dwellings against the truth tables of a demo region."""

from __future__ import annotations

import csv
import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from tools.confusion import Confusion

KIND = "bedrijfswoning"


def compare_dwellings(folder: Path, output: Path) -> Confusion:
    """What 'bedrijfswoningen' lists against what was planted.

    An object that is planted as a company dwelling counts as one, whatever circle of a cluster it also lies in.

    Args:
        folder: Of the demo region, with waarheid_objecten.csv.
        output: GeoPackage with the layer bedrijfswoningen.

    Returns:
        Identifiers of objects, each once.
    """
    planted = {row["adresseerbaarobject_id"] for row in _objects(folder) if row["soort"] == KIND}
    with closing(sqlite3.connect(f"{output.resolve().as_uri()}?mode=ro", uri=True)) as database:
        listed = {str(row[0]) for row in database.execute("SELECT adresseerbaarobject_id FROM bedrijfswoningen")}
    return Confusion(tuple(sorted(planted & listed)), tuple(sorted(listed - planted)), tuple(sorted(planted - listed)))


def kinds_of(folder: Path, ids: Iterable[str]) -> Counter[str]:
    """As what objects were planted: 'soort/subsoort', or 'niet geplant' for ordinary ones.

    Args:
        folder: Of the demo region.
        ids: Identifiers of objects.
    """
    with (folder / "waarheid_locaties.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["id"]: f"{row['soort']}/{row['subsoort']}" for row in csv.DictReader(file)}
    found: dict[str, str] = {}
    for row in _objects(folder):
        if row["soort"] == KIND or row["adresseerbaarobject_id"] not in found:
            found[row["adresseerbaarobject_id"]] = kinds[row["locatie_id"]]
    return Counter(found.get(number, "niet geplant") for number in ids)


def _objects(folder: Path) -> list[dict[str, str]]:
    with (folder / "waarheid_objecten.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
