"""bedrijfswoningen: from files to a layer with evidence, with and without what is optional."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import numpy as np
import pytest
import shapely
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from arbeidsmigratie import classFactory
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb, to_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write

WEST, EAST = "9801", "9802"
PEILDATUM = "2026-07-01"
FIELDS = {
    "adresseerbaarobject_id", "gemeentecode", "adres", "gebruiksdoel", "bag_oppervlakte", "registraties", "signaal",
    "score", "bewijs", "bewijs_en", "bronnen", "zekerheid", "uitsluiting", "peildatum",
}  # fmt: skip

#: Municipality, uses, floor area, building, easting: a farm, an ordinary home, a home in a hall, the hall, a shop.
OBJECTS = (
    (WEST, "woonfunctie,industriefunctie", 300, 1, 200000.0),
    (WEST, "woonfunctie", 120, 2, 201000.0),
    (EAST, "woonfunctie,gezondheidszorgfunctie", 90, 3, 202000.0),
    (EAST, "industriefunctie", 800, 3, 202005.0),
    (EAST, "winkelfunctie", 80, 4, 203000.0),
)


def number(row):
    return f"{OBJECTS[row][0]}01{row + 1:010d}"


def building(row):
    return f"980110{row:010d}"


@pytest.fixture(scope="module")
def algorithms(qgis_app, qgis_processing):
    loaded = classFactory(None)
    loaded.initProcessing()
    yield {algorithm.name(): algorithm for algorithm in loaded.provider.algorithms()}
    loaded.unload()


def objects():
    codes, uses, areas, buildings, x = zip(*OBJECTS)
    n = len(OBJECTS)
    columns = (
        Column("identificatie", "text", [number(row) for row in range(n)]),
        Column("status", "text", ["Verblijfsobject in gebruik"] * n),
        Column("gebruiksdoel", "text", uses),
        Column("oppervlakte", "integer", areas),
        Column("openbare_ruimte_naam", "text", ["Proefweg"] * n),
        Column("huisnummer", "integer", range(1, n + 1)),
        Column("postcode", "text", ["9999AB"] * n),
        Column("woonplaats_naam", "text", ["Proefdorp"] * n),
        Column("bronhouder_identificatie", "text", codes),
        Column("pand_identificatie", "text", [building(b) for b in buildings]),
    )
    return Table("verblijfsobject", columns, "Point", point_wkb(np.array(x), np.full(n, 400000.0)))


def buildings():
    x = np.array([OBJECTS[row][4] for row in (0, 1, 2, 4)])
    boxes = shapely.box(x - 15, 399985, x + 15, 400015)
    columns = (
        Column("identificatie", "text", [building(row) for row in (1, 2, 3, 4)]),
        Column("status", "text", ["Pand in gebruik"] * 4),
    )
    return Table("pand", columns, "MultiPolygon", to_wkb(boxes))


def areas():
    columns = (
        Column("lokaal_id", "text", ["1"]),
        Column("typefunctioneelgebied", "text", ["bedrijventerrein"]),
        Column("naamnl", "text", ["De Proef"]),
    )
    return Table(
        "functioneel_gebied_vlak", columns, "MultiPolygon", to_wkb(shapely.box([201900], 399900, 202100, 400100))
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("bedrijfswoningen")
    write(path / "bag.gpkg", [objects(), buildings()])
    write(path / "zonder_panden.gpkg", [objects()])
    write(path / "panden.gpkg", [buildings()])
    write(path / "gebieden.gpkg", [areas()])
    counts = (
        Column("adresseerbaarobject_id", "text", [number(0), number(1)]),
        Column("registraties", "integer", [6, 2]),
        Column("peildatum", "text", [PEILDATUM] * 2),
    )
    write(path / "rni.gpkg", [Table("rni_adressen", counts, "Point", point_wkb(np.zeros(2), np.zeros(2)))])
    permit = (
        Column("adresseerbaarobject_id", "text", [number(0)]),
        Column("soort", "text", ["vergunning"]),
        Column("aantal", "integer", [8]),
        Column("datum", "text", ["2026-01-01"]),
        Column("geldig_tot", "text", ["2027-01-01"]),
        Column("status", "text", ["verleend"]),
    )
    write(path / "lijst.gpkg", [Table("locatielijst", permit, "Point", point_wkb(np.zeros(1), np.zeros(1)))])
    (path / "beleid.csv").write_text(f"gemeentecode,vergunningplicht\n{WEST},ja\n{EAST},nee\n", encoding="utf-8")
    return path


class Listening(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.warnings = []

    def pushWarning(self, text):  # noqa: N802
        self.warnings.append(text)


@pytest.fixture
def run(algorithms, folder, tmp_path):
    """Runs it on files of the folder; gives the results, the rows by identifier, and the warnings."""
    from qgis import processing

    def runs(bag="bag.gpkg", **names):
        feedback, output = Listening(), tmp_path / "uit.gpkg"
        files = {
            name: [str(folder / file) for file in given] if isinstance(given, list) else str(folder / given)
            for name, given in names.items()
        }
        parameters = {"BAG": str(folder / bag), "OUTPUT": str(output), **files}
        results = processing.run("arbeidsmigratie:bedrijfswoningen", parameters, feedback=feedback)
        with closing(sqlite3.connect(output)) as database:
            database.row_factory = sqlite3.Row
            rows = [dict(row) for row in database.execute("SELECT * FROM bedrijfswoningen")]
        return results, {row["adresseerbaarobject_id"]: row for row in rows}, feedback.warnings

    return runs


def test_what_stands_there_is_listed_with_its_evidence(run):
    results, rows, warnings = run(FUNCTIONEEL="gebieden.gpkg", RNI="rni.gpkg")
    assert set(rows) == {number(0), number(2)}
    assert warnings == []
    farm, hall = rows[number(0)], rows[number(2)]
    assert set(farm) - {"fid", "geom"} == FIELDS
    assert (farm["score"], farm["registraties"], farm["peildatum"], farm["gemeentecode"]) == (3, 6, PEILDATUM, WEST)
    assert farm["adres"] == "Proefweg 1, 9999AB Proefdorp"
    assert farm["uitsluiting"] is None
    assert hall["score"] == 6
    assert hall["zekerheid"] == "hoog"
    assert "De Proef" in hall["bewijs"]
    assert "De Proef" in hall["bewijs_en"]
    assert (hall["registraties"], hall["uitsluiting"]) == (0, "zorg")
    counted = {name: results[name] for name in ("OBJECTS", "FOUND", "CERTAIN", "EXCLUDED")}
    assert counted == {"OBJECTS": 5, "FOUND": 2, "CERTAIN": 1, "EXCLUDED": 1}
    assert (results["WITH_REGISTRATIONS"], results["REGISTRATIONS"]) == (1, 6)


def test_without_registrations_the_list_is_the_same_and_they_are_unknown(run):
    _, counted, _ = run(FUNCTIONEEL="gebieden.gpkg", RNI="rni.gpkg")
    results, rows, _ = run(FUNCTIONEEL="gebieden.gpkg")
    assert set(rows) == set(counted)
    assert {row["registraties"] for row in rows.values()} == {None}
    assert {row["peildatum"] for row in rows.values()} == {None}
    assert "WITH_REGISTRATIONS" not in results


def test_what_is_missing_is_said_in_the_evidence_and_in_a_warning(run):
    _, rows, warnings = run(bag="zonder_panden.gpkg")
    assert len(warnings) == 2
    assert any("buildings" in warning for warning in warnings)
    assert any("TOP10NL" in warning for warning in warnings)
    assert {row["zekerheid"] for row in rows.values()} == {"laag"}
    assert all("Zonder panden" in row["bewijs"] and "TOP10NL" in row["bewijs"] for row in rows.values())


def test_buildings_of_another_file(run):
    _, rows, warnings = run(bag="zonder_panden.gpkg", PANDEN="panden.gpkg", FUNCTIONEEL="gebieden.gpkg")
    _, own, _ = run(FUNCTIONEEL="gebieden.gpkg")
    assert warnings == []
    assert {key: row["score"] for key, row in rows.items()} == {key: row["score"] for key, row in own.items()}


def test_policy_and_a_permit_change_score_and_words(run):
    _, rows, _ = run(POLICY="beleid.csv", RNI="rni.gpkg", FUNCTIONEEL="gebieden.gpkg")
    assert "vergunningplicht" in rows[number(0)]["bewijs"]
    assert "vergunning" not in rows[number(2)]["bewijs"]
    _, rows, _ = run(POLICY="beleid.csv", RNI="rni.gpkg", FUNCTIONEEL="gebieden.gpkg", LISTS=["lijst.gpkg"])
    assert rows[number(0)]["score"] == 2
    assert rows[number(0)]["uitsluiting"] == "vergunde huisvesting binnen het aantal"


def test_a_policy_of_another_municipality_is_refused(run, folder):
    (folder / "elders.csv").write_text("gemeentecode,vergunningplicht\n0001,ja\n", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"0001"):
        run(POLICY="elders.csv")


def test_buildings_that_are_points_are_refused(run):
    with pytest.raises(QgsProcessingException):
        run(PANDEN="rni.gpkg")


def test_where_it_comes_from_is_told(run, tmp_path):
    run(PANDEN="panden.gpkg", FUNCTIONEEL="gebieden.gpkg", RNI="rni.gpkg", POLICY="beleid.csv", LISTS=["lijst.gpkg"])
    with closing(sqlite3.connect(tmp_path / "uit.gpkg")) as database:
        told = database.execute("SELECT laag, bestand, rijen FROM herkomst").fetchall()
    assert {laag for laag, _, _ in told} == {"bedrijfswoningen"}
    assert [(file, rows) for _, file, rows in told] == [
        ("bag.gpkg", 5), ("panden.gpkg", 4), ("gebieden.gpkg", 1), ("rni.gpkg", 2), ("beleid.csv", 2), (None, 1),
    ]  # fmt: skip
