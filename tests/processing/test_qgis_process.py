"""The algorithms in a real qgis_process: outputs, numbers, exit status, and nothing personal in any byte."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests import made

PEILDATUM = "2025-07-01"


def rows(path, layer, *fields):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        return database.execute(f"SELECT {', '.join(fields)} FROM {layer} ORDER BY rowid").fetchall()


def everything_written(folder: Path) -> dict[str, bytes]:
    """All bytes of all files, archives also unpacked."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            found[str(path)] = path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    found.update({f"{path}!{name}": archive.read(name) for name in archive.namelist()})
    return found


def assert_nothing_personal(contents: dict[str, bytes]) -> None:
    for secret in made.SECRETS:
        for dress in (secret, secret.upper(), secret.lower()):
            for encoding in ("utf-8", "utf-16-le", "cp1252"):
                for place, content in contents.items():
                    assert dress.encode(encoding) not in content, f"{secret} in {place}"


@pytest.fixture(scope="module")
def imported(qgis, region, tmp_path_factory):
    folder = tmp_path_factory.mktemp("uit")
    outcome = qgis.run(
        "rniinlezen",
        INPUT=region / "levering.xlsx",
        BAG=region / "bag.gpkg",
        PEILDATUM=PEILDATUM,
        OUTPUT=folder / "adressen.gpkg",
        OUTPUT_UNMATCHED=folder / "rest.gpkg",
    )
    assert outcome.status == 0, outcome.messages
    return outcome, folder


def test_standard_output_is_json(imported):
    outcome, _ = imported
    assert json.loads(outcome.output)["results"] == outcome.results


def test_numbers_of_an_import(imported):
    outcome, _ = imported
    numbers = {key: value for key, value in outcome.results.items() if isinstance(value, (int, float))}
    assert numbers == {
        "ROWS_READ": 9,
        "ROWS_SKIPPED": 2,
        "ROWS_ENDED": 1,
        "ROWS_NOT_BEGUN": 0,
        "ROWS_OUTSIDE": 0,
        "CORRECTED": 0,
        "CORRECTIONS_GONE": 0,
        "ROWS_ELSEWHERE": 0,
        "REGISTRATIONS": 5,
        "UNMATCHED": 2,
        "ADDRESSES": 4,
        "MATCHED_PERCENT": pytest.approx(100 * 5 / 7, abs=0.01),
    }
    dropped = outcome.results["COLUMNS_DROPPED"]
    for label in ("BSN", "Geslachtsnaam", "Geboortedatum", "Telefoonnummer", "E-mailadres"):
        assert label in dropped


def test_addresses_of_an_import(imported):
    _, folder = imported
    fields = ("adresseerbaarobject_id", "nummeraanduiding_id", "gemeentecode", "postcode", "huisnummer", "huisletter")
    more = ("toevoeging", "gebruiksdoel", "bag_oppervlakte", "registraties", "match_niveau", "peildatum")
    found = rows(folder / "adressen.gpkg", "rni_adressen", *fields, *more)
    expected = [(1, None, None, 2), (2, None, None, 1), (5, "A", None, 1), (6, None, "bis", 1)]
    assert found == [
        (
            made.object_id("01", n), made.object_id("20", n), made.WEST, "9999AB", n, letter, addition,
            "woonfunctie", 60.0 + n, count, 2, PEILDATUM,
        )
        for n, letter, addition, count in expected
    ]  # fmt: skip


def test_unmatched_addresses_have_a_reason_and_nothing_of_a_person(imported):
    _, folder = imported
    found = rows(
        folder / "rest.gpkg", "rni_niet_gekoppeld", "postcode", "huisnummer", "straat", "registraties", "reden"
    )
    assert sorted(found, key=str) == sorted(
        [
            ("9999ZZ", 8, None, 1, "niet in de BAG"),
            ("9999AC", made.N, "Burgemeester Proefstraat", 1, "BAG-object niet in gebruik"),
            (None, None, "Burgemeester Proefstraat", 1, "geen bruikbaar adres"),
        ],
        key=str,
    )


def test_csv_gives_the_same(qgis, region, imported, tmp_path):
    outcome = qgis.run(
        "rniinlezen",
        INPUT=region / "levering.csv",
        BAG=region / "bag.gpkg",
        PEILDATUM=PEILDATUM,
        OUTPUT=tmp_path / "a.gpkg",
    )
    assert outcome.status == 0
    fields = ("adresseerbaarobject_id", "registraties", "match_niveau")
    assert rows(tmp_path / "a.gpkg", "rni_adressen", *fields) == rows(
        imported[1] / "adressen.gpkg", "rni_adressen", *fields
    )


def test_hexagons(qgis, region, imported, tmp_path):
    outcome = qgis.run(
        "h3aggregeren",
        INPUT=imported[1] / "adressen.gpkg",
        DWELLINGS=region / "bag.gpkg",
        GEMEENTEN=region / "gemeenten.gpkg",
        COVERED=f"{made.WEST},{made.EAST}",
        RESOLUTION=9,
        OUTPUT=tmp_path / "hex.gpkg",
    )
    assert outcome.status == 0, outcome.messages
    fields = ("h3", "resolutie", "adressen", "registraties", "verblijfsobjecten", "gemeentecodes", "peildatum")
    found = rows(tmp_path / "hex.gpkg", "hexagonen", *fields)
    assert [sum(row[at] for row in found) for at in (2, 3, 4)] == [4, 5, made.N - 1 + 2]
    assert [row[0] for row in found] == sorted(row[0] for row in found)
    assert {row[1] for row in found} == {9}
    assert {row[5] for row in found} >= {made.WEST, made.EAST, f"{made.WEST},{made.EAST}"}
    assert {row[6] for row in found} == {PEILDATUM}
    assert (outcome.results["READ"], outcome.results["SKIPPED"]) == (4, 0)
    assert outcome.results["CELLS"] == len(found)


def test_hexagons_only_from_points(qgis, imported, tmp_path):
    outcome = qgis.run("h3aggregeren", INPUT=imported[1] / "adressen.gpkg", OUTPUT=tmp_path / "hex.gpkg")
    assert outcome.status == 0, outcome.messages
    fields = ("verblijfsobjecten", "aandeel", "aandeel_eb", "resolutie", "gemeentecodes")
    assert set(rows(tmp_path / "hex.gpkg", "hexagonen", *fields)) == {(None, None, None, 8, made.WEST)}


def test_municipality_without_a_delivery_is_unknown_not_zero(qgis, region, imported, tmp_path):
    outcome = qgis.run(
        "h3aggregeren",
        INPUT=imported[1] / "adressen.gpkg",
        DWELLINGS=region / "bag.gpkg",
        COVERED=made.WEST,
        RESOLUTION=9,
        OUTPUT=tmp_path / "hex.gpkg",
    )
    assert outcome.status == 0
    found = rows(tmp_path / "hex.gpkg", "hexagonen", "gemeentecodes", "adressen", "registraties", "aandeel_eb")
    east = [row[1:] for row in found if row[0] == made.EAST]
    assert east
    assert set(east) == {(None, None, None)}
    assert all(row[1] is not None for row in found if made.WEST in row[0])


def chain(qgis, region, folder, **more):
    return qgis.run(
        "regiobeeld",
        **{
            "RNI": region / "levering.xlsx",
            "BAG": region / "bag.gpkg",
            "GEMEENTEN": region / "gemeenten.gpkg",
            "PEILDATUM": PEILDATUM,
            "RESOLUTION": 9,
            "MINIMUM_MATCHED": 50,
            "FOLDER": folder,
            **more,
        },
    )


@pytest.fixture(scope="module")
def regiobeeld(qgis, region, tmp_path_factory):
    folder = tmp_path_factory.mktemp("regiobeeld") / "nieuwe map"
    outcome = chain(qgis, region, folder)
    assert outcome.status == 0, outcome.messages
    return outcome, folder


def test_chain_gives_workspace_project_and_picture(regiobeeld):
    outcome, folder = regiobeeld
    assert sorted(path.name for path in folder.iterdir()) == [
        f"regiobeeld_{PEILDATUM}.gpkg",
        f"regiobeeld_{PEILDATUM}.png",
        f"regiobeeld_{PEILDATUM}.qgz",
    ]
    assert Path(outcome.results["MAP"]).read_bytes().startswith(b"\x89PNG")
    assert outcome.results["REGISTRATIONS"] == 5
    assert outcome.results["DWELLINGS"] == made.N - 1 + 2


def test_chain_knows_the_municipality_without_a_delivery(regiobeeld):
    workspace = Path(regiobeeld[0].results["WORKSPACE"])
    assert rows(workspace, "gemeenten", "gemeentecode", "rni_geleverd") == [(made.WEST, 1), (made.EAST, 0)]
    found = rows(workspace, "hexagonen", "gemeentecodes", "adressen")
    assert {row[1] for row in found if row[0] == made.EAST} == {None}


def test_every_layer_of_the_workspace_has_its_provenance(regiobeeld):
    found = rows(Path(regiobeeld[0].results["WORKSPACE"]), "herkomst", "laag", "bron", "query", "sha256", "brondatum")
    by_layer = {row[0]: row[1:] for row in found}
    layers = rows(Path(regiobeeld[0].results["WORKSPACE"]), "gpkg_contents", "table_name")
    without = {"rni_niet_gekoppeld", "grensclusters_gemeenten", "herkomst", "layer_styles"}
    assert {name for (name,) in layers} - without <= set(by_layer)
    assert {"rni_adressen", "hexagonen", "gemeenten", "hotspots", "vakantieparken"} <= set(by_layer)
    assert "+proj=pipeline" in by_layer["hexagonen"][1]
    assert len(by_layer["rni_adressen"][2]) == 64
    assert by_layer["rni_adressen"][3] == PEILDATUM


def test_region_limits_the_municipalities(qgis, region, tmp_path):
    outcome = chain(qgis, region, tmp_path, REGION="Proefwest")
    assert outcome.status == 0, outcome.messages
    assert rows(tmp_path / f"regiobeeld_{PEILDATUM}.gpkg", "gemeenten", "gemeentenaam") == [("Proefwest",)]
    assert outcome.results["DWELLINGS"] == made.N // 2 + 2


def test_same_input_gives_the_same_rows(qgis, region, regiobeeld, tmp_path):
    outcome = chain(qgis, region, tmp_path)
    assert outcome.status == 0
    for layer, fields in (("hexagonen", ("geom", "h3", "aandeel_eb")), ("rni_adressen", ("geom", "registraties"))):
        assert rows(Path(outcome.results["WORKSPACE"]), layer, *fields) == rows(
            Path(regiobeeld[0].results["WORKSPACE"]), layer, *fields
        )


# Bad input ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bad(region, tmp_path_factory):
    """Files that can't be used, by name."""
    folder = tmp_path_factory.mktemp("fout")
    (folder / "leeg.csv").write_bytes(b"")
    (folder / "brief.pdf").write_bytes(b"%PDF-1.4")
    (folder / "geen.xlsx").write_bytes(b"geen werkmap")
    made.write_delivery(folder / "anders.csv", [["x", "y"]], ["Kolom", "Nog een"])
    made.write_delivery(folder / "kop.csv", [])
    made.write_delivery(
        folder / "bsn.csv", [["111222333", "9999AB"], ["123456782", "9999AB"]], ["Huisnummer", "Postcode"]
    )
    from msoffcrypto.format.ooxml import OOXMLFile

    with (region / "levering.xlsx").open("rb") as plain, (folder / "geheim.xlsx").open("wb") as encrypted:
        OOXMLFile(plain).encrypt("wachtwoord", encrypted)
    from osgeo import gdal, ogr

    dataset = gdal.GetDriverByName("GPKG").Create(str(folder / "zondercrs.gpkg"), 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer("verblijfsobject", None, ogr.wkbPoint)
    for name in ("identificatie", "huisnummer", "postcode", "status", "registraties"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (200000 400000)"))
    layer.CreateFeature(feature)
    dataset = layer = None
    return folder


BAD_IMPORTS = [
    ({"INPUT": "brief.pdf"}, "brief.pdf is not a spreadsheet or CSV file"),
    ({"INPUT": "geen.xlsx"}, "geen.xlsx is not an Excel workbook"),
    ({"INPUT": "leeg.csv"}, "leeg.csv is empty"),
    ({"INPUT": "kop.csv"}, "kop.csv has a header but no rows"),
    ({"INPUT": "weg.csv"}, "weg.csv does not exist"),
    ({"INPUT": "anders.csv"}, "No address columns were recognised in anders.csv"),
    ({"INPUT": "geheim.xlsx"}, "geheim.xlsx is protected with a password"),
    ({"INPUT": "bsn.csv"}, "can't serve as huisnummer"),
    ({"BAG": "gemeenten.gpkg"}, "gemeenten.gpkg has no BAG layer"),
    ({"BAG": "zondercrs.gpkg"}, "has no coordinate reference system"),
    ({"BAG": "weg.gpkg"}, "weg.gpkg does not exist"),
    ({"BAG": "brief.pdf"}, "brief.pdf is not a file with layers"),
    ({"PEILDATUM": "2999-01-01"}, "PEILDATUM 2999-01-01 lies in the future"),
    ({"PEILDATUM": "1 juli 2025"}, "'1 juli 2025' is not a date"),
    ({"PEILDATUM": "01-07-2025"}, "'01-07-2025' is not a date"),
    ({"MAPPING": "{"}, "MAPPING can't be used"),
    ({"MAPPING": '{"huisnummer": "Weg"}'}, "MAPPING can't be used"),
    ({"HEADER_ROW": "99"}, "has no row 99"),
    ({"OUTPUT": "uit.shp"}, "uit.shp"),
]


@pytest.mark.parametrize(
    ("changes", "sentence"), BAD_IMPORTS, ids=[str(next(iter(c.values()))) for c, _ in BAD_IMPORTS]
)
def test_bad_input_of_an_import(qgis, region, bad, tmp_path, changes, sentence):
    parameters = {
        "INPUT": region / "levering.xlsx",
        "BAG": region / "bag.gpkg",
        "PEILDATUM": PEILDATUM,
        "OUTPUT": tmp_path / "uit.gpkg",
        "OUTPUT_UNMATCHED": tmp_path / "rest.gpkg",
    }
    for key, value in changes.items():
        places = {"OUTPUT": tmp_path, "BAG": region if value == "gemeenten.gpkg" else bad, "INPUT": bad}
        parameters[key] = places[key] / value if key in places else value
    outcome = qgis.run("rniinlezen", **parameters)
    assert outcome.status != 0
    assert sentence in outcome.messages
    assert "Traceback" not in outcome.messages
    assert list(tmp_path.iterdir()) == []
    assert_nothing_personal({"output": outcome.output.encode(), "messages": outcome.messages.encode()})


@pytest.mark.parametrize("resolution", ["4", "12", "acht", "-1"])
@pytest.mark.parametrize("algorithm", ["h3aggregeren", "regiobeeld"])
def test_resolution_out_of_range(qgis, region, imported, tmp_path, algorithm, resolution):
    if algorithm == "regiobeeld":
        outcome = chain(qgis, region, tmp_path, RESOLUTION=resolution)
    else:
        source = imported[1] / "adressen.gpkg"
        outcome = qgis.run(algorithm, INPUT=source, RESOLUTION=resolution, OUTPUT=tmp_path / "uit.gpkg")
    assert outcome.status != 0
    assert f"Resolution {resolution} is out of range: give a whole number from 5 to 11" in outcome.messages
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"INPUT": "zondercrs.gpkg"}, "has no coordinate reference system"),
        ({"INPUT": "weg.gpkg"}, "weg.gpkg does not exist"),
        ({"COUNT_FIELD": "aantal"}, "no field aantal"),
        ({"DWELLINGS": "brief.pdf"}, "brief.pdf is not a file with layers"),
        ({"GEMEENTEN": "zondercrs.gpkg"}, "has no coordinate reference system"),
    ],
)
def test_bad_input_of_an_aggregation(qgis, imported, bad, tmp_path, changes, sentence):
    parameters = {"INPUT": imported[1] / "adressen.gpkg", "OUTPUT": tmp_path / "uit.gpkg"}
    parameters.update({key: value if key == "COUNT_FIELD" else bad / value for key, value in changes.items()})
    outcome = qgis.run("h3aggregeren", **parameters)
    assert outcome.status != 0
    assert sentence in outcome.messages
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"REGION": "Nergenshuizen"}, "REGION names Nergenshuizen"),
        ({"MINIMUM_MATCHED": 85}, "Only 62.5 % of the registrations could be placed"),
    ],
)
def test_bad_input_of_the_chain(qgis, region, tmp_path, changes, sentence):
    outcome = chain(qgis, region, tmp_path / "uit", **changes)
    assert outcome.status != 0
    assert sentence in outcome.messages
    assert not (tmp_path / "uit").exists() or list((tmp_path / "uit").iterdir()) == []


def test_workspace_without_our_layers(qgis, region, tmp_path):
    before = (region / "bag.gpkg").read_bytes()
    outcome = qgis.run("kaartproject", WORKSPACE=region / "bag.gpkg", OUTPUT=tmp_path / "kaart.qgz")
    assert outcome.status != 0
    assert "bag.gpkg has no layer hexagonen" in outcome.messages
    assert list(tmp_path.iterdir()) == []
    assert (region / "bag.gpkg").read_bytes() == before


# Privacy -----------------------------------------------------------------------------------------------------------


def test_nothing_personal_survives_in_any_byte(qgis, region, imported, regiobeeld, tmp_path):
    contents = everything_written(imported[1]) | everything_written(regiobeeld[1]) | everything_written(qgis.home)
    for name, (outcome, _) in {"import": imported, "chain": regiobeeld}.items():
        contents[f"{name} output"] = outcome.output.encode()
        contents[f"{name} messages"] = outcome.messages.encode()
    assert len(contents) > 10
    assert_nothing_personal(contents)


def test_the_search_finds_what_is_there(region):
    with pytest.raises(AssertionError):
        assert_nothing_personal(everything_written(region))
