"""The confusion of occupancy and vacancy: known answers on a few objects."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.occupancy import ABOVE, ADMINISTRATIVE, BY_HAND
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.vacancy import EMPTY_HOME, NO_RESIDENCE
from tools.confusion import Confusion
from tools.confusion.occupancy import ABOVE_KIND, compare_above, compare_administrative
from tools.confusion.truth import ORDINARY, kinds_of
from tools.confusion.vacancy import compare_vacancy

A, B, C, D = (f"980101000000000{n}" for n in range(1, 5))


@pytest.fixture
def folder(tmp_path):
    locations = [
        "id,soort,subsoort",
        "L1,boven_norm,woning",
        "L2,administratief_adres,kantoor",
        "L3,leeg_met_rni,woning",
        "L4,cluster,landsgrens",
        "",
    ]
    (tmp_path / "waarheid_locaties.csv").write_text("\n".join(locations), encoding="utf-8")
    members = [(A, "L1", "boven_norm"), (B, "L2", "administratief_adres"), (C, "L3", "leeg_met_rni")]
    members += [(number, "L4", "cluster") for number in (A, D)]
    lines = ["adresseerbaarobject_id,locatie_id,soort", *(",".join(member) for member in members), ""]
    (tmp_path / "waarheid_objecten.csv").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def output(folder, layer, field, rows):
    path = folder / f"{layer}.gpkg"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"CREATE TABLE {layer} (adresseerbaarobject_id TEXT, {field})")
        database.executemany(f"INSERT INTO {layer} VALUES (?, ?)", rows)
    return path


def test_each_indication_of_occupancy_is_judged_by_itself(folder):
    path = output(folder, "bezetting", "signaal", [(A, BY_HAND), (B, ADMINISTRATIVE), (C, ABOVE), (D, "")])
    assert compare_above(folder, path) == Confusion((), (C,), (A,))
    assert compare_administrative(folder, path) == Confusion((B,), (), ())


def test_only_vacant_homes_with_registrations_count(folder):
    path = output(folder, "leegstand", "klasse", [(A, EMPTY_HOME), (B, NO_RESIDENCE), (C, EMPTY_HOME)])
    assert compare_vacancy(folder, path) == Confusion((C,), (A,), ())


def test_a_circle_says_nothing_of_what_an_object_is(folder):
    assert kinds_of(folder, (A, C, D), ABOVE_KIND) == {"boven_norm/woning": 1, "leeg_met_rni/woning": 1, ORDINARY: 1}
