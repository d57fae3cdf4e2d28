"""vakantieparken: from files to polygons with evidence, with and without what is optional."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import numpy as np
import pytest
import shapely
from osgeo import ogr
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
    "park_id", "naam", "eenheden", "adressen", "registraties", "signaal", "score", "bewijs", "bewijs_en", "bronnen",
    "zekerheid", "gemeentecode", "peildatum",
}  # fmt: skip

#: Units in one row of cottages, and the reception of the park of which the BAG has no unit.
N = 24


@pytest.fixture(scope="module")
def algorithms(qgis_app, qgis_processing):
    loaded = classFactory(None)
    loaded.initProcessing()
    yield {algorithm.name(): algorithm for algorithm in loaded.provider.algorithms()}
    loaded.unload()


def number(row):
    return f"{WEST if row < N else EAST}01{row + 1:010d}"


def spots():
    x = np.append(200000 + 25.0 * (np.arange(N) % 6), 203000.0)
    return x, np.append(400000 + 25.0 * (np.arange(N) // 6), 400000.0)


def objects():
    columns = (
        Column("identificatie", "text", [number(row) for row in range(N + 1)]),
        Column("status", "text", ["Verblijfsobject in gebruik"] * (N + 1)),
        Column("gebruiksdoel", "text", ["logiesfunctie"] * N + ["bijeenkomstfunctie"]),
        Column("oppervlakte", "integer", [50] * (N + 1)),
        Column("openbare_ruimte_naam", "text", ["Parklaan"] * N + ["Kampweg"]),
        Column("huisnummer", "integer", range(1, N + 2)),
        Column("postcode", "text", ["9999AB"] * (N + 1)),
        Column("woonplaats_naam", "text", ["Proefdorp"] * (N + 1)),
        Column("bronhouder_identificatie", "text", [WEST] * N + [EAST]),
        Column("pand_identificatie", "text", [f"980110{row:010d}" for row in range(N + 1)]),
    )
    return Table("verblijfsobject", columns, "Point", point_wkb(*spots()))


def buildings():
    x, y = spots()
    columns = (
        Column("identificatie", "text", [f"980110{row:010d}" for row in range(N + 1)]),
        Column("status", "text", ["Pand in gebruik"] * (N + 1)),
    )
    return Table("pand", columns, "MultiPolygon", to_wkb(shapely.box(x - 4, y - 4, x + 4, y + 4)))


def areas(name, number, kind, naam, shape):
    columns = (
        Column("lokaal_id", "text", [number]),
        Column("typefunctioneelgebied", "text", [kind]),
        Column("naamnl", "text", [naam]),
        Column("bronactualiteit", "text", ["2025-05-01"]),
    )
    return Table(name, columns, "MultiPolygon", to_wkb(np.array([shape], dtype=object)))


def registrations(dates=(PEILDATUM,)):
    rows = [0, N]
    columns = (
        Column("adresseerbaarobject_id", "text", [number(row) for row in rows]),
        Column("registraties", "integer", [4, 30]),
        Column("peildatum", "text", [dates[0], dates[-1]]),
    )
    x, y = spots()
    return Table("rni_adressen", columns, "Point", point_wkb(x[rows], y[rows]))


@pytest.fixture
def files(tmp_path):
    write(tmp_path / "bag.gpkg", [objects(), buildings()])
    write(tmp_path / "kaal.gpkg", [objects()])
    parts = shapely.MultiPolygon(
        [shapely.box(202950, 399950, 203050, 400050), shapely.box(203070, 399950, 203150, 4e5)]
    )
    vlak = areas("functioneel_gebied_vlak", "12", "natuurgebied", "Het Ven", shapely.box(0, 0, 9, 9))
    multivlak = areas("functioneel_gebied_multivlak", "77", "Caravanpark", "De Plas", parts)
    write(tmp_path / "gebieden.gpkg", [vlak, multivlak])
    said = delivered([WEST, EAST])
    row = layers.provenance(layers.ADDRESSES, layers.RNI, 2, brondatum=PEILDATUM, query=said)
    write(tmp_path / "rni.gpkg", [registrations(), layers.provenance_table([row])])
    write(tmp_path / "rni_twee.gpkg", [registrations(("2026-01-01", PEILDATUM))])
    header = "gemeentecode;recreatie_bewoning\n"
    (tmp_path / "beleid.csv").write_text(header + f"{WEST};handhaven\n{EAST};gedogen\n", encoding="utf-8")
    (tmp_path / "onbekend.csv").write_text(header + "0001;handhaven\n", encoding="utf-8")
    return tmp_path


class Listening(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.warnings = []

    def pushWarning(self, text):  # noqa: N802
        self.warnings.append(text)


def run(files, feedback=None, **parameters):
    from qgis import processing

    given = {"BAG": "bag.gpkg", "FUNCTIONEEL": "gebieden.gpkg", "RNI": "rni.gpkg", "OUTPUT": "uit.gpkg", **parameters}
    plain = {key: str(files / value) for key, value in given.items() if value is not None}
    return processing.run("arbeidsmigratie:vakantieparken", plain, feedback=feedback or Listening())


def rows(path, table="vakantieparken"):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(f"SELECT * FROM {table} ORDER BY 1")]


def by_name(path):
    return {row["naam"]: row for row in rows(path)}


def test_parks_and_their_numbers(algorithms, files):
    feedback = Listening()
    results = run(files, feedback)
    found = by_name(files / "uit.gpkg")
    assert set(found) == {"Parklaan", "De Plas"} and not feedback.warnings
    assert set(found["De Plas"]) >= FIELDS
    own, mapped = found["Parklaan"], found["De Plas"]
    assert (own["park_id"], own["eenheden"], own["adressen"], own["registraties"]) == (f"bag.{number(0)}", 24, 1, 4)
    assert (mapped["park_id"], mapped["eenheden"], mapped["registraties"]) == ("top10nl.77", None, 30)
    assert own["gemeentecode"] == WEST and mapped["gemeentecode"] == EAST
    assert (
        own["signaal"] == "vakantieparken" and own["peildatum"] == PEILDATUM and own["zekerheid"] in ("midden", "hoog")
    )
    assert "hoofdadres" in mapped["bewijs"] and "main address" in mapped["bewijs_en"]
    assert f"RNI ({PEILDATUM})" in own["bronnen"]
    numbers = {key: value for key, value in results.items() if key != "OUTPUT"}
    assert numbers == {
        "OBJECTS": 25, "PARKS": 2, "CERTAIN": 0, "UNITS": 24, "WITH_REGISTRATIONS": 2, "ADDRESSES": 2,
        "REGISTRATIONS": 34,
    }  # fmt: skip


def test_outlines_are_valid_polygons_in_rd(algorithms, files):
    run(files)
    file = ogr.Open(str(files / "uit.gpkg"))
    layer = file.GetLayerByName("vakantieparken")
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "28992"
    shapes = [shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())) for feature in layer]
    assert all(shape.is_valid and shape.geom_type == "MultiPolygon" and shape.area > 0 for shape in shapes)


@pytest.mark.parametrize("missing, word", [
    ({"FUNCTIONEEL": None}, "Functional areas"), ({"RNI": None}, "Registrations"), ({"BAG": "kaal.gpkg"}, "Buildings"),
])  # fmt: skip
def test_what_is_missing_is_said_and_lowers_the_certainty(algorithms, files, missing, word):
    feedback = Listening()
    before = run(files) and by_name(files / "uit.gpkg")["Parklaan"]
    results = run(files, feedback, **missing)
    after = by_name(files / "uit.gpkg")["Parklaan"]
    assert len(feedback.warnings) == 1 and feedback.warnings[0].startswith(word)
    assert feedback.warnings[0] in after["bewijs_en"]
    assert ["laag", "midden", "hoog"].index(after["zekerheid"]) < ["laag", "midden", "hoog"].index(before["zekerheid"])
    if "RNI" in missing:
        assert after["registraties"] is None and after["adressen"] is None and "REGISTRATIONS" not in results


def test_provenance_names_all_that_was_looked_at(algorithms, files):
    run(files, POLICY="beleid.csv", PANDEN="bag.gpkg")
    told = [(row["laag"], row["bron"].split(",")[0]) for row in rows(files / "uit.gpkg", "herkomst")]
    assert {layer for layer, _ in told} == {"vakantieparken"}
    assert len(told) == 5 and ("vakantieparken", "RNI-levering") in told


def test_policy_reads_otherwise_across_the_border(algorithms, files):
    run(files)
    plain = {row["naam"]: row["score"] for row in rows(files / "uit.gpkg")}
    run(files, POLICY="beleid.csv")
    found = by_name(files / "uit.gpkg")
    assert {name: row["score"] - plain[name] for name, row in found.items()} == {"Parklaan": 1, "De Plas": -1}
    assert "tegen" in found["Parklaan"]["bewijs"] and "gedoogt" in found["De Plas"]["bewijs"]


def test_a_certificate_that_is_required_and_listed_changes_the_score(algorithms, files):
    from qgis import processing

    entry = {"adresseerbaarobject_id": number(N), "soort": "certificaat", "datum": "2026-01-01", "geldig_tot": "",
             "status": "geldig"}  # fmt: skip
    columns = (*(Column(name, "text", [value]) for name, value in entry.items()), Column("aantal", "integer", [1]))
    write(files / "lijst.gpkg", [Table("locatielijst", columns, "Point", point_wkb(np.zeros(1), np.zeros(1)))])
    (files / "keurmerk.csv").write_text(f"gemeentecode;keurmerk_vereist\n{WEST};ja\n{EAST};ja\n", encoding="utf-8")
    run(files)
    plain = {row["naam"]: row["score"] for row in rows(files / "uit.gpkg")}
    given = {"BAG": "bag.gpkg", "FUNCTIONEEL": "gebieden.gpkg", "RNI": "rni.gpkg", "POLICY": "keurmerk.csv"}
    paths = {name: str(files / file) for name, file in {**given, "OUTPUT": "lijsten.gpkg"}.items()}
    processing.run("arbeidsmigratie:vakantieparken", {**paths, "LISTS": [str(files / "lijst.gpkg")]})
    found = by_name(files / "lijsten.gpkg")
    assert {name: row["score"] - plain[name] for name, row in found.items()} == {"Parklaan": 0, "De Plas": -1}
    assert "lijst (2026-01-01)" in found["De Plas"]["bronnen"]


def test_parks_keep_the_identifier_of_an_earlier_run(algorithms, files):
    run(files)
    with closing(sqlite3.connect(files / "bag.gpkg")) as database:
        database.execute("PRAGMA trusted_schema=ON")
        for trigger in ("rtree_verblijfsobject_geom_delete", "trigger_delete_feature_count_verblijfsobject"):
            database.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        database.execute("DELETE FROM verblijfsobject WHERE identificatie = ?", (number(0),))
        database.commit()
    run(files, OUTPUT="later.gpkg")
    assert by_name(files / "later.gpkg")["Parklaan"]["park_id"] == f"bag.{number(1)}"
    run(files, EARLIER="uit.gpkg", OUTPUT="later.gpkg")
    assert by_name(files / "later.gpkg")["Parklaan"]["park_id"] == f"bag.{number(0)}"


@pytest.mark.parametrize("wrong, sentence", [
    ({"BAG": "weg.gpkg"}, "weg.gpkg does not exist"),
    ({"BAG": "gebieden.gpkg"}, "no BAG layer"),
    ({"FUNCTIONEEL": "bag.gpkg"}, "no field typefunctioneelgebied"),
    ({"RNI": "rni_twee.gpkg"}, "more than one reference date"),
    ({"RNI": "gebieden.gpkg"}, "no field adresseerbaarobject_id"),
    ({"POLICY": "onbekend.csv"}, "0001"),
    ({"EARLIER": "bag.gpkg"}, "no field park_id"),
])  # fmt: skip
def test_bad_input_is_refused_in_one_sentence(algorithms, files, wrong, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(files, **wrong)
    assert not (files / "uit.gpkg").exists()


def test_a_layer_in_a_zip(algorithms, files):
    import zipfile

    with zipfile.ZipFile(files / "gebieden.zip", "w") as archive:
        archive.write(files / "gebieden.gpkg", "gebieden.gpkg")
    run(files, FUNCTIONEEL="gebieden.zip")
    assert set(by_name(files / "uit.gpkg")) == {"Parklaan", "De Plas"}
