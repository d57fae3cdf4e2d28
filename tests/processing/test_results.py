"""Where results go: never over an input, all of them or none, and said when they will vanish."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
import qgis.utils
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
)

from arbeidsmigratie import classFactory
from tests.processing.inside import Listening, run

PEILDATUM = "2025-07-01"


@pytest.fixture(scope="module")
def algorithms(qgis_app, qgis_processing):
    loaded = classFactory(None)
    loaded.initProcessing()
    yield {algorithm.name(): algorithm for algorithm in loaded.provider.algorithms()}
    loaded.unload()


@pytest.fixture
def files(region, tmp_path):
    """A folder of one's own with a BAG, municipalities and a delivery."""
    folder = tmp_path / "werk"
    shutil.copytree(region, folder)
    return folder


def inputs(folder, **more):
    return {"INPUT": folder / "levering.xlsx", "BAG": folder / "bag.gpkg", "PEILDATUM": PEILDATUM, **more}


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.fixture(scope="module")
def address_file(algorithms, region, tmp_path_factory):
    path = tmp_path_factory.mktemp("adressen") / "a.gpkg"
    run("rniinlezen", **inputs(region, OUTPUT=path))
    return path


def herkomst(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        return database.execute("SELECT laag, bron, licentie, brondatum, bestand FROM herkomst").fetchall()


# Inputs stay -------------------------------------------------------------------------------------------------------


def in_other_words(folder, how):
    """The BAG as an output, in every form that QGIS or a user can give it."""
    path = folder / "bag.gpkg"
    if how == "relative":
        return os.path.relpath(path)
    if how == "roundabout":
        return f"{folder}/../{folder.name}/./bag.gpkg"
    if how == "link":
        (folder / "link.gpkg").symlink_to(path)
        return str(folder / "link.gpkg")
    if how == "definition":
        return QgsProcessingOutputLayerDefinition(str(path))
    if how == "property":
        return QgsProcessingOutputLayerDefinition(QgsProperty.fromExpression(f"'{path}'"))
    return str(path)


@pytest.mark.parametrize("how", ["path", "relative", "roundabout", "link", "definition", "property"])
def test_an_output_never_takes_the_place_of_an_input(algorithms, files, how):
    before = contents(files)
    output = in_other_words(files, how)
    before = {**contents(files), **before}
    with pytest.raises(QgsProcessingException, match=r"bag\.gpkg can't be written: BAG is read from it"):
        run("rniinlezen", **inputs(files, OUTPUT=output))
    assert contents(files) == before


@pytest.mark.parametrize("how", ["layer", "id", "part", "selection", "link"])
def test_an_input_is_known_in_every_form(algorithms, files, how):
    path = files / "bag.gpkg"
    before = path.read_bytes()
    layer = QgsVectorLayer(f"{path}|layername=verblijfsobject", "de bag", "ogr")
    QgsProject.instance().addMapLayer(layer)
    (files / "link.gpkg").symlink_to(path)
    forms = {
        "layer": layer,
        "id": layer.id(),
        "part": f"{path}|layername=verblijfsobject",
        "selection": QgsProcessingFeatureSourceDefinition(layer.id(), False),
        "link": str(files / "link.gpkg"),
    }
    with pytest.raises(QgsProcessingException, match="BAG is read from it"):
        run("rniinlezen", **{**inputs(files, OUTPUT=path), "BAG": forms[how]})
    QgsProject.instance().clear()
    assert path.read_bytes() == before


def test_a_delivery_is_an_input_too(algorithms, files):
    with pytest.raises(QgsProcessingException, match=r"levering\.csv can't be written: INPUT is read from it"):
        run("rniinlezen", **{**inputs(files, OUTPUT=files / "levering.csv"), "INPUT": files / "levering.csv"})


def test_hexagons_never_take_the_place_of_their_points(algorithms, address_file, tmp_path):
    path = shutil.copy(address_file, tmp_path / "a.gpkg")
    with pytest.raises(QgsProcessingException, match="INPUT is read from it"):
        run("h3aggregeren", INPUT=path, OUTPUT=path)
    with pytest.raises(QgsProcessingException, match="DWELLINGS is read from it"):
        run("h3aggregeren", INPUT=address_file, DWELLINGS=path, OUTPUT=path)
    assert (tmp_path / "a.gpkg").read_bytes() == address_file.read_bytes()


def test_two_outputs_can_not_be_one_file(algorithms, files):
    same = {"OUTPUT": files / "uit.gpkg", "OUTPUT_UNMATCHED": f"{files}/../{files.name}/uit.gpkg"}
    with pytest.raises(QgsProcessingException, match="both OUTPUT and OUTPUT_UNMATCHED name it"):
        run("rniinlezen", **inputs(files, **same))
    assert not (files / "uit.gpkg").exists()


def test_also_a_model_that_asks_for_no_check_is_refused(algorithms, files):
    before = (files / "bag.gpkg").read_bytes()
    parameters = {key: str(value) for key, value in inputs(files, OUTPUT=files / "bag.gpkg").items()}
    _, well = algorithms["rniinlezen"].run(parameters, QgsProcessingContext(), Listening())
    assert not well
    assert (files / "bag.gpkg").read_bytes() == before


def test_a_dialog_is_told_before_it_starts(algorithms, files):
    parameters = {key: str(value) for key, value in inputs(files, OUTPUT=files / "bag.gpkg").items()}
    possible, sentence = algorithms["rniinlezen"].checkParameterValues(parameters, QgsProcessingContext())
    assert not possible
    assert "BAG is read from it; give the result another name" in sentence


def test_a_title_that_is_a_file_name_is_no_input(algorithms, address_file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kaart.qgz").write_text("oud")
    path = shutil.copy(address_file, tmp_path / "a.gpkg")
    run("kaartproject", WORKSPACE=path, TITLE="kaart.qgz", BACKGROUND=False, OUTPUT=tmp_path / "kaart.qgz")
    assert (tmp_path / "kaart.qgz").read_bytes().startswith(b"PK")


# All or nothing ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("second", ["u.docx", "map", "map.gpkg", "postgis:dbname=x", "ogr:dbname='u.gpkg' table=u"])
def test_a_second_output_that_can_not_be_written_takes_the_first_along(algorithms, files, second):
    (files / "map").mkdir()
    (files / "map.gpkg").mkdir()
    before = contents(files)
    unmatched = second if ":" in second else files / second
    with pytest.raises(QgsProcessingException, match="can't be written"):
        run("rniinlezen", **inputs(files, OUTPUT=files / "uit.gpkg", OUTPUT_UNMATCHED=unmatched))
    assert contents(files) == before


def test_a_second_output_that_fails_while_written_takes_the_first_along(algorithms, files, monkeypatch):
    from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import OutputError
    from arbeidsmigratie.arbeidsmigratie_plugin.sources import writing

    write = writing.write

    def full(path, tables, **more):
        if "rest" in path.name:
            raise OutputError(file=path.name, reason="the disk is full")
        write(path, tables, **more)

    monkeypatch.setattr(writing, "write", full)
    (files / "uit.gpkg").write_text("oud")
    before = contents(files)
    with pytest.raises(QgsProcessingException, match="disk is full"):
        run("rniinlezen", **inputs(files, OUTPUT=files / "uit.gpkg", OUTPUT_UNMATCHED=files / "rest.gpkg"))
    assert contents(files) == before


@pytest.mark.parametrize("output", ["ogr:dbname='x.gpkg' table=\"t\" (geom)", "postgis:dbname=x", "postgres://x"])
def test_a_database_is_no_output(algorithms, address_file, output):
    with pytest.raises(QgsProcessingException, match=r"give the path of a file, for example result\.gpkg"):
        run("h3aggregeren", INPUT=address_file, OUTPUT=output)


def test_positions_survive_in_csv(algorithms, files):
    run("rniinlezen", **inputs(files, OUTPUT=files / "uit.csv"))
    header, first, *_ = (files / "uit.csv").read_text(encoding="utf-8").splitlines()
    assert header.startswith("X,Y,")
    assert first.startswith("200060,400000,")


# The whole chain ---------------------------------------------------------------------------------------------------


def chain(folder, **more):
    given = {"RNI": folder / "levering.xlsx", "BAG": folder / "bag.gpkg", "GEMEENTEN": folder / "gemeenten.gpkg"}
    settings = {"PEILDATUM": PEILDATUM, "RESOLUTION": 9, "MINIMUM_MATCHED": 10, "BACKGROUND": False}
    return run("regiobeeld", **{**given, **settings, **more})


@pytest.mark.parametrize("suffix", ["gpkg", "qgz", "png"])
def test_one_result_that_can_not_be_written_takes_the_others_along(algorithms, files, suffix):
    folder = files / "uit"
    (folder / f"regiobeeld_{PEILDATUM}.{suffix}").mkdir(parents=True)
    for other in {"gpkg", "qgz", "png"} - {suffix}:
        (folder / f"regiobeeld_{PEILDATUM}.{other}").write_text("oud")
    before = contents(folder)
    with pytest.raises(QgsProcessingException, match=rf"{suffix} can't be written: it is a folder"):
        chain(files, FOLDER=folder)
    assert contents(folder) == before
    assert len(list(folder.iterdir())) == 3


def test_the_chain_never_takes_the_place_of_its_input(algorithms, files):
    folder = files / "uit"
    workspace = folder / f"regiobeeld_{PEILDATUM}.gpkg"
    folder.mkdir()
    shutil.copy(files / "gemeenten.gpkg", workspace)
    before = workspace.read_bytes()
    with pytest.raises(QgsProcessingException, match="GEMEENTEN is read from it"):
        chain(files, FOLDER=folder, GEMEENTEN=f"{workspace}|layername=gemeentegebied")
    assert workspace.read_bytes() == before


def test_the_folder_for_results_is_no_file(algorithms, files):
    with pytest.raises(QgsProcessingException, match="it is a file; give the name of a folder"):
        chain(files, FOLDER=files / "bag.gpkg")


def test_a_project_that_can_not_be_written_leaves_the_workspace_alone(algorithms, address_file, tmp_path):
    path = tmp_path / "a.gpkg"
    shutil.copy(address_file, path)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE layer_styles SET styleQML = 'vorige'")
    database.close()
    before = path.read_bytes()
    (tmp_path / "vol").write_text("geen map")
    with pytest.raises(QgsProcessingException, match="can't be written"):
        run("kaartproject", WORKSPACE=path, BACKGROUND=False, OUTPUT=tmp_path / "vol" / "kaart.qgz")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("output", "made_file"),
    [("Regio 1.5 juli", "Regio 1.5 juli.qgz"), ("kaart.qgz", "kaart.qgz"), ("kaart.QGZ", "kaart.QGZ"), ("", "a.qgz")],
)
def test_a_dot_in_the_name_of_a_project_starts_no_suffix(algorithms, address_file, tmp_path, output, made_file):
    path = shutil.copy(address_file, tmp_path / "a.gpkg")
    result = run("kaartproject", WORKSPACE=path, BACKGROUND=False, OUTPUT=str(tmp_path / output) if output else None)
    assert result["OUTPUT"] == str(tmp_path / made_file)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["a.gpkg", made_file])


def test_a_project_never_takes_the_place_of_its_workspace(algorithms, address_file, tmp_path):
    path = shutil.copy(address_file, tmp_path / "werk.qgz")
    with pytest.raises(QgsProcessingException, match="WORKSPACE is read from it"):
        run("kaartproject", WORKSPACE=path, BACKGROUND=False)
    with pytest.raises(QgsProcessingException, match="it is a folder"):
        run("kaartproject", WORKSPACE=address_file, BACKGROUND=False, OUTPUT=tmp_path)
    path = shutil.copy(address_file, tmp_path / "b.gpkg")
    (tmp_path / "b.qgz").mkdir()
    with pytest.raises(QgsProcessingException, match=r"b\.qgz can't be written: it is a folder"):
        run("kaartproject", WORKSPACE=path, BACKGROUND=False)


# What vanishes -----------------------------------------------------------------------------------------------------

VANISHES = "Results lie in a temporary folder that vanishes when QGIS closes: give {} to keep them."


def test_temporary_layers_are_told_where_nobody_sees_them(algorithms, files, monkeypatch):
    monkeypatch.setattr(qgis.utils, "iface", None)
    said = Listening()
    run("rniinlezen", said, **inputs(files))
    assert VANISHES.format("OUTPUT, OUTPUT_UNMATCHED") in said.warnings
    said = Listening()
    run("rniinlezen", said, **inputs(files, OUTPUT=files / "a.gpkg", OUTPUT_UNMATCHED=""))
    assert not [text for text in said.warnings if "temporary" in text]


def test_in_desktop_a_temporary_layer_needs_no_warning_but_a_folder_does(algorithms, files, monkeypatch):
    monkeypatch.setattr(qgis.utils, "iface", object())
    said = Listening()
    run("rniinlezen", said, **inputs(files))
    assert not [text for text in said.warnings if "temporary" in text]
    result = chain(files, feedback=said)
    assert VANISHES.format("FOLDER") in said.warnings
    assert Path(result["MAP"]).is_file()


@pytest.mark.parametrize("name", ["regiobeeld", "rniinlezen"])
def test_qgis_process_says_that_results_will_be_gone(qgis, region, name):
    given = {
        "regiobeeld": {
            "RNI": region / "levering.xlsx",
            "GEMEENTEN": region / "gemeenten.gpkg",
            "RESOLUTION": 9,
            "MINIMUM_MATCHED": 10,
            "BACKGROUND": "false",
        },
        "rniinlezen": {"INPUT": region / "levering.xlsx"},
    }
    outcome = qgis.run(name, BAG=region / "bag.gpkg", PEILDATUM=PEILDATUM, **given[name])
    assert outcome.status == 0
    result, parameters = {"regiobeeld": ("MAP", "FOLDER"), "rniinlezen": ("OUTPUT", "OUTPUT, OUTPUT_UNMATCHED")}[name]
    assert not Path(outcome.results[result]).exists()
    assert VANISHES.format(parameters) in outcome.messages + outcome.output


# Where it all comes from -------------------------------------------------------------------------------------------


def test_an_import_names_delivery_and_bag(address_file):
    found = herkomst(address_file)
    assert [row[:3] for row in found] == [
        ("rni_adressen", "RNI-levering", None),
        ("rni_adressen", "Kadaster, BAG", "Public Domain Mark 1.0"),
    ]
    assert found[0][3:] == (PEILDATUM, "levering.xlsx")
    assert found[1][4] == "bag.gpkg"


def test_hexagons_name_what_their_points_came_from(algorithms, address_file, region, tmp_path):
    for homes in ({}, {"DWELLINGS": region / "bag.gpkg"}):
        run("h3aggregeren", INPUT=address_file, OUTPUT=tmp_path / "h.gpkg", **homes)
        assert [row[:3] for row in herkomst(tmp_path / "h.gpkg")] == [
            ("hexagonen", "RNI-levering", None),
            ("hexagonen", "Kadaster, BAG", "Public Domain Mark 1.0"),
        ]


def test_points_that_do_not_say_whose_they_are_are_not_said_to_be_somebodys(algorithms, address_file, tmp_path):
    bare = QgsVectorLayer("Point?crs=EPSG:28992&field=registraties:integer", "mijn punten", "memory")
    bare.dataProvider().addFeatures(QgsVectorLayer(str(address_file), "a", "ogr").getFeatures())
    run("h3aggregeren", INPUT=bare, COUNT_FIELD="", OUTPUT=tmp_path / "h.gpkg")
    assert [row[1:3] for row in herkomst(tmp_path / "h.gpkg")] == [("Adressen met registraties", None)]


def test_the_chain_names_every_source_with_its_licence(algorithms, files):
    result = chain(files, FOLDER=files / "uit")
    rows = [row[:3] for row in herkomst(result["WORKSPACE"])]
    assert rows[:3] == [
        ("rni_adressen", "RNI-levering", None),
        ("hexagonen", "Kadaster, BAG", "Public Domain Mark 1.0"),
        ("gemeenten", "Gemeentegrenzen", None),
    ]
    assert rows[3:5] == [("hotspots", "Toets hotspots", None), ("clusters", "Toets hotspots", None)]
    for layer in ("vakantieparken", "bedrijfswoningen", "bezetting"):
        assert [row for row in rows if row[0] == layer] == [
            (layer, "Kadaster, BAG", "Public Domain Mark 1.0"),
            (layer, "RNI-levering", None),
        ]


def test_borders_that_were_fetched_keep_what_their_file_says_of_them(algorithms, files):
    from arbeidsmigratie.arbeidsmigratie_plugin.sharing import layers
    from arbeidsmigratie.arbeidsmigratie_plugin.sources import writing

    said = layers.provenance(layers.MUNICIPALITIES, "Kadaster, bestuurlijke gebieden", 2, licentie="CC BY 4.0")
    writing.add_layers(files / "gemeenten.gpkg", [layers.provenance_table([said])])
    result = chain(files, FOLDER=files / "uit")
    assert herkomst(result["WORKSPACE"])[2][:3] == ("gemeenten", "Kadaster, bestuurlijke gebieden", "CC BY 4.0")


@pytest.mark.parametrize(
    ("fields", "credit"),
    [
        (["code", "identificatie", "naam", "ligt_in_provincie_code"], ("Kadaster, bestuurlijke gebieden", "CC BY 4.0")),
        (["code", "identificatie", "naam", "ligtInProvincieCode"], ("Kadaster, bestuurlijke gebieden", "CC BY 4.0")),
        (["statcode", "statnaam"], ("CBS en Kadaster, gebiedsindelingen", "CC BY 4.0")),
        (["code", "naam"], ("Gemeentegrenzen", "")),
        (["identificatie", "naam"], ("Gemeentegrenzen", "")),
    ],
)
def test_borders_are_said_to_be_somebodys_only_where_they_show_it(fields, credit):
    from arbeidsmigratie.arbeidsmigratie_plugin.sources.credits import border_credit

    found = border_credit(fields)
    assert (found.source, found.licence) == credit


def test_every_picture_of_the_readme_is_in_the_package():
    import re

    from tools.package import ROOT, members

    shown = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert shown
    assert set(shown) <= {path.relative_to(ROOT).as_posix() for path in members()}
