"""The map of an earlier date beside a new one, and the addresses of location lists in the workspace."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest
from qgis.core import QgsProcessingException

from tests import made
from tests.made import EAST, WEST, row
from tests.processing.inside import Listening, run
from tests.processing.test_results import algorithms  # noqa: F401

FIRST, SECOND = "2025-07-01", "2026-07-01"

#: House numbers with registrations at each date, by municipality.
NUMBERS = {
    FIRST: {WEST: range(1, 31), EAST: range(61, 81)},
    SECOND: {WEST: range(6, 51), EAST: range(61, 81)},
}


def delivery(folder, day, codes=(WEST, EAST), extra=()):
    name = f"{day}_{'_'.join(codes)}.csv"
    rows = [row(n, n % 3, **{"16.09.10": code}) for code in codes for n in NUMBERS[day][code]]
    made.write_delivery(folder / name, [*rows, *extra])
    return folder / name


@pytest.fixture(scope="module")
def chain(algorithms, region):  # noqa: F811
    def done(folder, day, rni, feedback=None, **more):
        given = {
            "RNI": rni,
            "PEILDATUM": day,
            "BAG": region / "bag.gpkg",
            "GEMEENTEN": region / "gemeenten.gpkg",
            "RESOLUTION": 9,
            "MINIMUM_MATCHED": 0,
            "BACKGROUND": False,
            "FOLDER": folder,
            **more,
        }
        return run("regiobeeld", feedback, **given)["WORKSPACE"]

    return done


@pytest.fixture(scope="module")
def earlier(chain, tmp_path_factory):
    folder = tmp_path_factory.mktemp("vorig")
    return chain(folder, FIRST, delivery(folder, FIRST))


def table(path, sql):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(sql).fetchall()


def names(path):
    return {name for (name,) in table(path, "SELECT table_name FROM gpkg_contents")}


# The change --------------------------------------------------------------------------------------------------------


def test_the_change_is_what_verplaatsing_says_of_both_maps(chain, earlier, tmp_path):
    workspace = chain(tmp_path, SECOND, delivery(tmp_path, SECOND), PREVIOUS=earlier)
    areas = f"{workspace}|layername=gemeenten"
    run("verplaatsing", T1=earlier, T2=workspace, GEMEENTEN=areas, OUTPUT=tmp_path / "v.gpkg")
    found = table(workspace, "SELECT * FROM verplaatsing ORDER BY gemeentecode")
    assert found == table(tmp_path / "v.gpkg", "SELECT * FROM verplaatsing ORDER BY gemeentecode")
    counts = table(workspace, "SELECT gemeentecode, n1, n2, verschenen, verdwenen, vergelijkbaar FROM verplaatsing")
    assert sorted(counts) == [(WEST, 30, 45, 20, 5, "oranje"), (EAST, 20, 20, 0, 0, "oranje")]
    dates = table(workspace, "SELECT DISTINCT peildatum_1, peildatum FROM verplaatsing")
    assert dates == [(FIRST, SECOND)]


def test_the_change_is_told_and_its_sources_are_kept(chain, earlier, tmp_path):
    told = Telling()
    workspace = chain(tmp_path, SECOND, delivery(tmp_path, SECOND), told, PREVIOUS=earlier)
    assert any("went from 50 to 65" in line for line in told.infos)
    assert any(line.startswith("Comparability:") for line in told.infos)
    rows = table(workspace, "SELECT bron, bestand, brondatum, query FROM herkomst WHERE laag = 'verplaatsing'")
    assert [found[:3] for found in rows] == [("RNI-levering", earlier.rpartition("/")[2], FIRST), ("RNI-levering", None, SECOND)]
    assert all("MEASURE adressen" in found[3] and "poort groen" in found[3] for found in rows)
    assert len(table(workspace, "SELECT * FROM herkomst WHERE laag = 'rni_adressen'")) == 1
    assert ("verplaatsing",) in table(workspace, "SELECT f_table_name FROM layer_styles")


def test_the_map_theme_shows_the_change(chain, earlier, tmp_path):
    chain(tmp_path, SECOND, delivery(tmp_path, SECOND), PREVIOUS=earlier)
    project = QgsProject()
    assert project.read(str(tmp_path / f"regiobeeld_{SECOND}.qgz"))
    theme = project.mapThemeCollection().mapThemeState("Verandering")
    shown = {record.layer().name() for record in theme.layerRecords()}
    assert {"Verandering per gemeente", "Gemeenten"} <= shown
    assert overviews(project)[0].compared[0].change == 15
    project.clear()


def test_without_an_earlier_map_there_is_no_change(earlier):
    assert not {"verplaatsing", "locatielijst"} & names(earlier)


def test_only_what_was_delivered_at_both_dates_is_compared(chain, earlier, tmp_path):
    told = Telling()
    workspace = chain(tmp_path, SECOND, delivery(tmp_path, SECOND, [WEST]), told, PREVIOUS=earlier)
    assert [line for line in told.warnings if WEST in line and "both dates" in line and EAST not in line]
    found = table(workspace, "SELECT gemeentecode, n1, n2 FROM verplaatsing ORDER BY 1")
    assert found == [(WEST, 30, 45), (EAST, None, None)]
    (query,) = {query.partition("; ")[2][4:] for (query,) in table(
        workspace, "SELECT query FROM herkomst WHERE laag = 'verplaatsing'")}
    assert f"REGION {WEST};" in query


def test_where_the_gate_refuses_the_map_is_made_and_says_why(chain, earlier, tmp_path):
    poor = [row(n, 0, **{"16.11.60": "9999ZZ"}) for n in range(1, 40)]
    told = Telling()
    workspace = chain(tmp_path, SECOND, delivery(tmp_path, SECOND, extra=poor), told, PREVIOUS=earlier)
    assert "verplaatsing" not in names(workspace)
    assert "hexagonen" in names(workspace)
    (line,) = [line for line in told.warnings if line.startswith(f"The change since {FIRST} is not on the map.")]
    assert "points apart" in line
    assert not table(workspace, "SELECT * FROM herkomst WHERE laag = 'verplaatsing'")


def test_an_earlier_map_with_nothing_in_it_does_not_stop_the_map(chain, earlier, tmp_path):
    bare = shutil.copy(earlier, tmp_path / "leeg.gpkg")
    with closing(sqlite3.connect(bare)) as database, database:
        database.execute("UPDATE rni_adressen SET registraties = NULL")
    told = Telling()
    workspace = chain(tmp_path / "uit", SECOND, delivery(tmp_path, SECOND), told, PREVIOUS=bare)
    assert "verplaatsing" not in names(workspace) or table(workspace, "SELECT sum(n1) FROM verplaatsing") == [(0,)]


# What is refused ---------------------------------------------------------------------------------------------------


def refused(chain, folder, match, day=SECOND, **more):
    """Before anything is read: the delivery is not there."""
    with pytest.raises(QgsProcessingException, match=match) as caught:
        chain(folder / "uit", day, folder / "is_er_niet.csv", **more)
    assert not (folder / "uit").exists()
    assert str(caught.value).count("earlier map") <= 1


def test_a_map_of_the_same_or_a_later_date_is_refused(chain, earlier, tmp_path):
    for day in (FIRST, "2025-01-01"):
        refused(chain, tmp_path, f"its reference date {FIRST} is not before {day}", day, PREVIOUS=earlier)


def test_what_is_no_workspace_is_refused(chain, counted_file, region, tmp_path):
    wrong = tmp_path / "tekst.gpkg"
    wrong.write_text("geen geopackage")
    for file in (wrong, region / "gemeenten.gpkg", counted_file):
        refused(chain, tmp_path, f"{file.name} can't be the earlier map: it is not a workspace", PREVIOUS=file)
    refused(chain, tmp_path, "weg.gpkg", PREVIOUS=tmp_path / "weg.gpkg")


def test_a_map_of_another_region_is_refused(chain, earlier, tmp_path):
    other = shutil.copy(earlier, tmp_path / "elders.gpkg")
    with closing(sqlite3.connect(other)) as database, database:
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'gemeenten'")
        for (name,) in triggers.fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("UPDATE gemeenten SET gemeentecode = '0' || substr(gemeentecode, 2)")
    refused(chain, tmp_path, "it has no municipality of this region", PREVIOUS=other)
    refused(chain, tmp_path, "it has no municipality of this region", PREVIOUS=other, REGION=WEST)


def test_addresses_that_turn_out_to_be_of_an_earlier_date_are_refused(chain, earlier, counted_file, tmp_path):
    """Their date is in the layer, and not among the parameters."""
    with pytest.raises(QgsProcessingException, match=f"{FIRST} is not before {FIRST}"):
        chain(tmp_path / "uit", None, None, ADDRESSES=[str(counted_file)], PREVIOUS=earlier)
    assert not (tmp_path / "uit").exists()


# Location lists ----------------------------------------------------------------------------------------------------

PERMITS = [("1234AB", 1, 4, "verleend"), ("1234AB", 2, 6, "verleend"), ("1234AB", 3, 9, "geweigerd")]
