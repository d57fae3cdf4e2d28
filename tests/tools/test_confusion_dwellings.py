"""The confusion of company dwellings: known answers on a few objects."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tools.confusion import Confusion
from tools.confusion.dwellings import KIND, compare_dwellings
from tools.confusion.truth import kinds_of

A, B, C, D = (f"980101000000000{n}" for n in range(1, 5))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "waarheid_locaties.csv").write_text(
        "id,soort,subsoort\nL1,cluster,rond\nL2,bedrijfswoning,erf\nL3,afleider,centrum\n", encoding="utf-8"
    )
    lines = [f"{A},L1,cluster", f"{A},L2,bedrijfswoning", f"{B},L2,bedrijfswoning", f"{C},L3,afleider"]
    text = "\n".join(["adresseerbaarobject_id,locatie_id,soort", *lines, ""])
    (tmp_path / "waarheid_objecten.csv").write_text(text, encoding="utf-8")
    return tmp_path


def listed(folder, *ids):
    path = folder / "uit.gpkg"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE bedrijfswoningen (adresseerbaarobject_id TEXT)")
        database.executemany("INSERT INTO bedrijfswoningen VALUES (?)", [(number,) for number in ids])
        database.commit()
    return path


def test_found_wrongly_found_and_missed(folder):
    """An object in the circle of a cluster is a company dwelling if it is planted as one too."""
    found = compare_dwellings(folder, listed(folder, A, C, D))
    assert found == Confusion((A,), (C, D), (B,))
    assert (found.precision, found.recall) == (1 / 3, 1 / 2)
    assert kinds_of(folder, found.tp + found.fp, KIND) == {
        "bedrijfswoning/erf": 1,
        "afleider/centrum": 1,
        "niet geplant": 1,
    }


def test_nothing_found(folder):
    found = compare_dwellings(folder, listed(folder))
    assert (found.tp, found.fp, found.recall, found.precision) == ((), (), 0.0, 1.0)
