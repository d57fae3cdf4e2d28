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
from arbeidsmigratie.arbeidsmigratie_plugin.sharing import layers
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import delivered
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


def delivered_for(*codes):
    """Provenance of address points that says for which municipalities registrations were delivered."""
    row = layers.provenance(layers.ADDRESSES, layers.RNI, 2, brondatum=PEILDATUM, query=delivered(codes))
    return layers.provenance_table([row])


def objects(in_regio=None, twice=False):
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
    if in_regio:
        columns += (Column("in_regio", "integer", in_regio),)
    if twice:
        columns = tuple(Column(c.name, c.kind, [*c.values, *c.values]) for c in columns)
    times = 2 if twice else 1
    return Table("verblijfsobject", columns, "Point", point_wkb(np.tile(x, times), np.full(n * times, 400000.0)))


def buildings(east=0.0):
    x = np.array([OBJECTS[row][4] for row in (0, 1, 2, 4)]) + east
    boxes = shapely.box(x - 15, 399985, x + 15, 400015)
    columns = (
        Column("identificatie", "text", [building(row) for row in (1, 2, 3, 4)]),
        Column("status", "text", ["Pand in gebruik"] * 4),
    )
    return Table("pand", columns, "MultiPolygon", to_wkb(boxes))


def areas(east=0.0):
    columns = (
        Column("lokaal_id", "text", ["1"]),
        Column("typefunctioneelgebied", "text", ["bedrijventerrein"]),
        Column("naamnl", "text", ["De Proef"]),
    )
    return Table(
        "functioneel_gebied_vlak",
        columns,
        "MultiPolygon",
        to_wkb(shapely.box([201900 + east], 399900, 202100 + east, 400100)),
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
    registered = Table("rni_adressen", counts, "Point", point_wkb(np.zeros(2), np.zeros(2)))
    write(path / "rni.gpkg", [registered, delivered_for(WEST, EAST)])
    write(path / "rni_zonder_herkomst.gpkg", [registered])
    none = tuple(Column(column.name, column.kind, []) for column in counts)
    write(path / "rni_leeg.gpkg", [Table("rni_adressen", none, "Point", [])])
    twice = tuple(Column(column.name, column.kind, [*column.values, *column.values]) for column in counts)
    write(path / "rni_dubbel.gpkg", [Table("rni_adressen", twice, "Point", point_wkb(np.zeros(4), np.zeros(4)))])
    write(path / "randzone.gpkg", [objects(in_regio=[1, 1, 0, 0, 0]), buildings()])
    write(path / "dubbel.gpkg", [objects(twice=True), buildings()])
    write(path / "elders.gpkg", [areas(60000.0)])
    write(path / "panden_elders.gpkg", [buildings(60000.0)])
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


def test_where_nothing_says_what_was_delivered_the_rest_is_unknown(run):
    _, rows, warnings = run(FUNCTIONEEL="gebieden.gpkg", RNI="rni_zonder_herkomst.gpkg")
    assert (rows[number(0)]["registraties"], rows[number(2)]["registraties"]) == (6, None)
    assert len(warnings) == 1 and f"taken ({WEST})" in warnings[0]


def test_an_empty_layer_of_registrations_is_unknown_and_not_zero(run):
    results, rows, warnings = run(FUNCTIONEEL="gebieden.gpkg", RNI="rni_leeg.gpkg")
    assert {row["registraties"] for row in rows.values()} == {None}
    assert len(warnings) == 1 and "REGISTRATIONS" not in results


def test_registrations_on_an_address_twice_are_refused(run):
    with pytest.raises(QgsProcessingException, match="addresses more than once"):
        run(RNI="rni_dubbel.gpkg")


def test_an_object_that_occurs_twice_counts_once(run):
    results, rows, _ = run(bag="dubbel.gpkg", FUNCTIONEEL="gebieden.gpkg")
    assert (results["OBJECTS"], results["FOUND"], len(rows)) == (5, 2, 2)


def test_the_guard_zone_of_a_workspace_is_not_listed(run):
    _, rows, _ = run(bag="randzone.gpkg", FUNCTIONEEL="gebieden.gpkg")
    assert set(rows) == {number(0)}


def test_layers_of_elsewhere_are_no_layers_to_look_at(run):
    _, rows, warnings = run(bag="zonder_panden.gpkg", PANDEN="panden_elders.gpkg", FUNCTIONEEL="elders.gpkg")
    assert len(warnings) == 2 and any("TOP10NL" in one for one in warnings) and any("BAG" in one for one in warnings)
    assert {row["zekerheid"] for row in rows.values()} == {"laag"}


def test_a_policy_table_without_a_municipality_says_so(run, folder):
    (folder / "half.csv").write_text(f"gemeentecode,vergunningplicht\n{WEST},ja\n", encoding="utf-8")
    _, _, warnings = run(FUNCTIONEEL="gebieden.gpkg", POLICY="half.csv")
    assert warnings == [f"The policy table has no row for: {EAST}."]


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
