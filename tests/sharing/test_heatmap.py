"""The partner package: holds what was published and nothing else, and says what it must."""

from __future__ import annotations

import getpass
import hashlib
import json
import re
import shutil
import socket
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import ogr
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsProject,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage

from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.package import CERTIFICATE, HEATMAP
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import OutputError
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.borders import borders
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.classes import BREAKS, CLASSES, density_class
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.names import file_names, slug
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.package import settle
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.project import HeatmapProject
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.readme import readme
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.words import caveat, dutch_day, meaning
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.styles import style
from arbeidsmigratie.arbeidsmigratie_plugin.sources.packages import read_publication
from tests.sharing.colours import VISIONS, lab
from tests.sharing.packages import make
from tests.sharing.publications import SOUTH, given, publication, without_numbers

FIELDS = [
    "regio_id", "gemeentecode", "waarde", "klasse", "dichtheid_km2", "verblijfsobjecten", "sdc_status", "peildatum",
    "resolutie", "cellen", "marge",
]  # fmt: skip
LONG = "Regionaal Informatie- en Expertisecentrum Midden-Nederland, namens de gemeenten in Gooi en Vechtstreek "


@pytest.fixture(scope="module")
def folder(tmp_path_factory, qgis_app) -> Path:
    """A package, moved to another folder after it was made, as the export does."""
    made, final = tmp_path_factory.mktemp("concept"), tmp_path_factory.mktemp("pakket")
    for path in make(publication(), made):
        path.replace(final / path.name)
    assert not list(made.iterdir())
    return final


@pytest.fixture(scope="module")
def files():
    return file_names(publication())


@pytest.fixture
def opened(folder, files):
    shown = QgsProject()
    assert shown.read(str(folder / files.qgz))
    yield shown
    shown.clear()


# Files -------------------------------------------------------------------------------------------------------------


def test_all_files_are_there_under_one_name(folder, files):
    assert {path.name for path in folder.iterdir()} == set(vars(files).values())
    stem = "heatmap_samenwerkende-gemeenten-gooi-en-vec-2bf7_r8_2026-07-01"
    assert files.gpkg == f"{stem}.gpkg"
    assert files.leesmij == f"{stem}_LEESMIJ.txt"
    assert all(name.startswith(stem) for name in vars(files).values())


def test_no_raster_where_none_was_asked_for(tmp_path, files):
    made = make(publication(most=3), tmp_path, background=None, raster=False)
    assert {path.name for path in made} == {path.name for path in tmp_path.iterdir()}
    assert files.raster not in {path.name for path in made}
    assert files.raster not in (tmp_path / files.leesmij).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("RIEC Limburg", "riec-limburg"),
        ("  riec   LIMBURG ", "riec-limburg"),
        ("a" * 40, "a" * 40),
        ("Gemeente Súdwest-Fryslân", "gemeente-sudwest-fryslan-...."),
        ("RIEC / LIEC: team 'Noord'", "riec-liec-team-noord-...."),
        ("../../etc/passwd", "etc-passwd-...."),
        ("機関", "ontvanger-...."),
        ("", "ontvanger-...."),
        ("a" * 100, "a" * 35 + "-...."),
    ],
)
def test_a_recipient_becomes_part_of_a_file_name(name, expected):
    assert re.fullmatch(expected.replace("....", "[0-9a-f]{4}"), slug(name))
    assert len(slug(name)) <= 40


def test_recipients_do_not_replace_each_other():
    names = ["RIEC Limburg", "RIEC-Limburg!", "RIEC-Limburg", "RIÉC Limburg", "RIEC, Limburg"]
    names += ["Gemeenten " + "x" * 60 + end for end in "ab"]
    assert len({file_names(given(publication(), recipient=name)).gpkg for name in names}) == len(names)
    assert slug("Súdwest") == slug("su\u0301DWEST"), "the same letters, written otherwise"


def test_two_resolutions_for_one_recipient_do_not_replace_each_other():
    fine, coarse = file_names(publication()), file_names(replace(publication(), resolution=6))
    assert not set(vars(fine).values()) & set(vars(coarse).values())


def test_a_rest_of_a_whole_municipality_lies_in_no_hexagon(folder, files):
    rests = sum(region.resolutie is None for region in publication().regions)
    with closing(sqlite3.connect(folder / files.gpkg)) as database:
        assert database.execute("SELECT count(*) FROM heatmap WHERE resolutie IS NULL").fetchone() == (rests,)
        assert database.execute("SELECT min(resolutie) FROM heatmap").fetchone() == (7,)
    assert rests > 0
    text = " ".join((folder / files.leesmij).read_text(encoding="utf-8").split())
    assert "leeg: het gebied is groter dan de grofste hexagoon" in text


def test_no_file_says_who_made_it_or_where(folder):
    """Also inside the archive, and where a text is in UTF-16 as in a PDF."""
    names = [name for name in (getpass.getuser(), socket.gethostname()) if len(name) > 4]
    secrets = [str(folder.parent), f"{Path.home()}/", "concept0", *names]
    for path in folder.iterdir():
        content = path.read_bytes()
        if path.suffix == ".qgz":
            with zipfile.ZipFile(path) as archive:
                content = b"".join(archive.read(name) for name in archive.namelist())
        for secret in secrets:
            for coding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert secret.encode(coding) not in content, (path.name, secret)


def test_json_is_json_and_the_certificate_is_the_one_that_was_given(folder, files):
    assert json.loads((folder / files.certificaat).read_text(encoding="utf-8")) == publication().certificate
    assert json.loads((folder / files.verantwoording).read_text(encoding="utf-8"))


# GeoPackage --------------------------------------------------------------------------------------------------------


def test_the_geopackage_has_one_layer_one_table_and_its_style(folder, files):
    with closing(sqlite3.connect(folder / files.gpkg)) as database:
        kinds = dict(database.execute("SELECT table_name, data_type FROM gpkg_contents"))
        assert kinds == {HEATMAP: "features", CERTIFICATE: "attributes", "layer_styles": "attributes"}
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert {name for name in tables if not re.match("gpkg_|rtree_|sqlite_", name)} == set(kinds)
        assert [row[1] for row in database.execute("PRAGMA table_info(heatmap)")] == ["fid", "geom", *FIELDS]
        assert database.execute("PRAGMA user_version").fetchone()[0] <= 10300
        assert database.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        ((name, default),) = database.execute("SELECT f_table_name, useAsDefault FROM layer_styles")
        assert (name, default) == (HEATMAP, 1)


def test_the_geopackage_is_dated_to_the_day_of_the_export(folder, files):
    with closing(sqlite3.connect(folder / files.gpkg)) as database:
        days = {day[:10] for (day,) in database.execute("SELECT last_change FROM gpkg_contents")}
        days |= {day[:10] for (day,) in database.execute("SELECT update_time FROM layer_styles")}
    assert days == {"2026-08-15"}


def test_rows_are_the_regions_in_an_order_that_says_nothing(folder, files):
    dataset = ogr.Open(str(folder / files.gpkg))
    layer = dataset.GetLayerByName(HEATMAP)
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "28992"
    assert ogr.GeometryTypeToName(layer.GetGeomType()) == "Multi Polygon"
    rows = [{name: row[name] for name in FIELDS} for row in layer]
    expected = sorted(publication().regions, key=lambda region: region.regio_id)
    assert [row["regio_id"] for row in rows] == [region.regio_id for region in expected]
    for row, region in zip(rows, expected):
        same = [name for name in FIELDS if name != "cellen"]
        assert {name: row[name] for name in same} == {name: getattr(region, name) for name in same}
        assert [int(cell, 16) for cell in row["cellen"].split(",")] == list(region.cells)


def test_homes_that_are_not_known_are_null(tmp_path):
    made = publication(homes=False, most=5)
    (path,) = (path for path in make(made, tmp_path, None, False) if path.suffix == ".gpkg")
    with closing(sqlite3.connect(path)) as database:
        assert set(database.execute("SELECT verblijfsobjecten FROM heatmap")) == {(None,)}
    assert "onbekend (leeg)" in (tmp_path / file_names(made).leesmij).read_text(encoding="utf-8")


def test_the_certificate_can_be_read_by_people_and_programs(folder, files):
    with closing(sqlite3.connect(folder / files.gpkg)) as database:
        rows = database.execute("SELECT sleutel, waarde FROM sdc_certificaat").fetchall()
    said = dict(rows)
    assert said["ontvanger"] == publication().grant.recipient
    assert said["geldig tot en met"] == "2027-06-30"
    assert said["certificaat.regels.registraties"] == "10"
    assert [text for key, text in rows if key == "bron"] == list(publication().sources)
    assert json.loads(said["certificaat (JSON)"]) == publication().certificate


def test_the_same_publication_gives_the_same_geopackage(folder, files, tmp_path):
    make(publication(), tmp_path)
    for name in (files.gpkg, files.gemeenten, files.leesmij, files.certificaat, files.raster, files.png):
        one, other = (hashlib.sha256((place / name).read_bytes()).hexdigest() for place in (folder, tmp_path))
        assert one == other, name


def test_what_was_in_the_file_before_is_gone(tmp_path, folder, files):
    path = tmp_path / "x.gpkg"
    shutil.copy(folder / files.gpkg, path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA secure_delete = OFF")
        database.execute("CREATE TABLE geheim (tekst)")
        database.execute("INSERT INTO geheim VALUES ('Proefpersoon 12')")
        database.commit()
        database.execute("DROP TABLE geheim")
        database.commit()
    assert b"Proefpersoon" in path.read_bytes()
    settle(path, "2026-08-15")
    assert b"Proefpersoon" not in path.read_bytes()


def test_a_geopackage_that_can_not_be_changed(tmp_path):
    path = tmp_path / "x.gpkg"
    path.write_text("geen GeoPackage, maar wel zo lang dat SQLite er een kop in zoekt" * 9)
    with pytest.raises(OutputError, match=r"x\.gpkg"):
        settle(path, "2026-08-15")


# Borders -----------------------------------------------------------------------------------------------------------


def test_what_is_not_published_is_the_rest_of_each_municipality(folder, files, qgis_app):
    made = publication()
    features = json.loads(borders(made))["features"]
    kinds = [(f["properties"]["soort"], f["properties"]["gemeentecode"], f["properties"]["gebieden"]) for f in features]
    counts = {area.gemeentecode: area.regions for area in made.municipalities}
    assert kinds == [(soort, code, n) for soort in ("gemeente", "niet gepubliceerd") for code, n in counts.items()]
    shapes = {kind: shapely.geometry.shape(f["geometry"]) for kind, f in zip(kinds, features)}
    assert shapes["niet gepubliceerd", SOUTH, 0].equals(shapes["gemeente", SOUTH, 0])
    for code in counts:
        whole, rest = (shapes[soort, code, counts[code]].area for soort in ("gemeente", "niet gepubliceerd"))
        (area,) = (area.polygon.area for area in made.municipalities if area.gemeentecode == code)
        shown = sum(region.polygon.area for region in made.regions if region.gemeentecode == code)
        assert rest / whole == pytest.approx(1 - shown / area, abs=0.01)
    west, south, east, north = shapely.total_bounds(list(shapes.values()))
    assert (5.0 < west < east < 5.2) and (52.2 < south < north < 52.4)
    assert all(shape.exterior.is_ccw for shape in shapes.values() if shape.geom_type == "Polygon")


# Classes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("density", "label"),
    [
        (0.4, "minder dan 5 per km2"),
        (4.9, "minder dan 5 per km2"),
        (5.0, "5 tot 10 per km2"),
        (16.0, "10 tot 25 per km2"),
        (49.9, "25 tot 50 per km2"),
        (50.0, "50 tot 100 per km2"),
        (499.9, "250 tot 500 per km2"),
        (500.0, "500 of meer per km2"),
        (9999.0, "500 of meer per km2"),
    ],
)
def test_classes_of_density(density, label):
    assert density_class(density) == label


def test_breaks_are_fixed_and_every_class_has_a_colour():
    assert list(BREAKS) == sorted(BREAKS)
    assert len(CLASSES) == len(BREAKS) + 1 == len({shade.color for shade in CLASSES})


def test_the_style_has_the_classes_and_their_colours():
    qml = style(HEATMAP)
    assert re.findall(r'<category value="([^"]+)"', qml) == [shade.label for shade in CLASSES]
    found = re.findall(r'name="color" value="(\d+),(\d+),(\d+),255"', qml)
    assert [f"#{int(r):02x}{int(g):02x}{int(b):02x}" for r, g, b in found] == [shade.color for shade in CLASSES]
    assert 'value=""' not in qml, "a region without class has no colour, not that of the lowest"


@pytest.mark.parametrize("vision", VISIONS)
def test_every_class_is_told_from_every_other_and_from_the_page(vision):
    rgb = {shade.label: tuple(bytes.fromhex(shade.color[1:])) for shade in CLASSES}
    seen = {label: lab(color, vision, 1.0) for label, color in {**rgb, "page": (255, 255, 255)}.items()}
    lightness = [seen[shade.label][0] for shade in CLASSES]
    assert lightness == sorted(lightness, reverse=True), "darker is denser, also in grey"
    for one, other in combinations(seen, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= 10, (one, other)


# Project -----------------------------------------------------------------------------------------------------------


def test_project_opens_with_its_layers_beside_it(opened, folder):
    names = [node.name() for node in opened.layerTreeRoot().findLayers()]
    smooth = "Registraties per km2, vloeiend beeld"
    assert names == ["Gemeenten", "Registraties per km2", "Niet gepubliceerd", smooth, "Certificaat", "BRT"]
    for layer in opened.mapLayers().values():
        assert layer.isValid(), layer.name()
        assert layer.providerType() == "wms" or str(folder) in layer.source()
    shown = [node.name() for node in opened.layerTreeRoot().findLayers() if node.isVisible()]
    assert shown == ["Gemeenten", "Registraties per km2", "Niet gepubliceerd"], "no outside host is asked unasked"
    assert opened.crs().authid() == "EPSG:28992"
    assert opened.title() == publication().title


def test_project_holds_relative_paths_only(folder, files):
    with zipfile.ZipFile(folder / files.qgz) as archive:
        content = archive.read(archive.namelist()[0]).decode()
    sources = re.findall(r"<datasource>([^<]+)</datasource>", content)
    assert len(sources) == 6
    assert all(source.startswith(("./heatmap_", "type=xyz")) for source in sources)
    assert "saveUser" not in content
    assert "<author>" not in content.replace("<author/>", "").replace("<author></author>", "")


def test_one_region_is_drawn_in_one_class_and_null_in_none(opened):
    (layer,) = opened.mapLayersByName("Registraties per km2")
    renderer = layer.renderer()
    for shade in CLASSES:
        at = renderer.categoryIndexForValue(shade.label)
        assert renderer.categories()[at].symbol().color().name() == shade.color
    assert renderer.categoryIndexForValue(None) == -1
    assert renderer.categoryIndexForValue("") == -1


def tip(opened, **values):
    (layer,) = opened.mapLayersByName("Registraties per km2")
    feature = QgsFeature(layer.fields())
    for name, value in {"peildatum": "2026-07-01", **values}.items():
        feature[name] = value
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.layerScope(layer))
    context.setFeature(feature)
    return re.sub("<[^>]*>", "", QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))


def test_map_tip_is_a_plain_sentence(opened):
    number = {"waarde": 1250, "dichtheid_km2": 1999.96}
    text = tip(opened, verblijfsobjecten=48, sdc_status="samengevoegd", **number)
    assert (
        "ongeveer 1.250 RNI-registraties (2.000,0 per km2) op 1 juli 2026 of eerder, bij 48 BAG-objecten in gebruik."
        in text
    )
    assert "hexagonen die samen zijn genomen" in text
    assert "geen vaststelling" in text
    assert "BAG" not in tip(opened, **number)


# Sheet -------------------------------------------------------------------------------------------------------------


def said(layout):
    return "\n".join(item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel))


def test_layout_says_what_it_must(opened):
    (layout,) = opened.layoutManager().printLayouts()
    text, made = said(layout), publication()
    for must in (made.title, made.grant.recipient, made.grant.purpose, made.grant.basis, *made.sources):
        assert must in text
    for must in ("Geldig tot en met 30 juni 2027", "peildatum 1 juli 2026", caveat(), meaning(made)):
        assert must in text
    assert "ertrouwelijk" not in text
    words = ("vrijwillig", "eerste verblijfsadres", "niet gecontroleerd", "aanwijzing", "anderen dan arbeidsmigranten")
    assert all(word in caveat() for word in (*words, "bijgewerkt bij voldoende mutaties", "onbekend en niet nul"))
    assert "veelvoud van 5" in meaning(made)


def test_legend_has_every_class_and_what_is_not_published(opened):
    (layout,) = opened.layoutManager().printLayouts()
    (legend,) = (item for item in layout.items() if isinstance(item, QgsLayoutItemLegend))
    role = Qt.ItemDataRole.DisplayRole
    nodes = legend.model().rootGroup().findLayers()
    labels = [[str(entry.data(role)) for entry in legend.model().layerLegendNodes(node)] for node in nodes]
    assert labels == [
        [shade.label for shade in CLASSES],
        ["gemeentegrens"],
        ["niet gepubliceerd (onbekend, niet nul)"],
    ]


@pytest.mark.parametrize(
    "made",
    [
        publication(most=1),
        publication(width=3.3),
        publication(unpublished=()),
        given(publication(), recipient=LONG * 2, purpose=LONG * 6, basis=LONG * 3, expires="2020-01-01"),
    ],
    ids=["one region", "many", "no municipality without", "long"],
)
def test_layout_keeps_inside_its_page_and_nothing_overlaps(made, tmp_path, qgis_app):
    files = file_names(made)
    make(made, tmp_path, None, False)
    project = HeatmapProject(made, tmp_path, files)
    layout = project.add_layout()
    QgsLayoutExporter(layout).renderPageToImage(0, QSize(), 30)  # a legend gets its size when it is drawn
    page = layout.pageCollection().page(0).sceneBoundingRect().adjusted(-1, -1, 1, 1)
    items = [item for item in layout.items() if isinstance(item, (QgsLayoutItemLabel, QgsLayoutItemLegend))]
    assert f"Geldig tot en met {dutch_day(made.grant.expires)}" in said(layout)
    for item in items:
        where = item.sceneBoundingRect()
        assert page.contains(where), item.displayName()
        for other in items:
            assert other is item or not other.sceneBoundingRect().intersects(where.adjusted(1, 1, -1, -1))
    legend = next(item for item in items if isinstance(item, QgsLayoutItemLegend))
    assert len(legend.model().rootGroup().findLayers()) == 3
    project.project.clear()


def test_picture_and_pdf_show_the_classes(folder, files):
    image = QImage(str(folder / files.png)).convertToFormat(QImage.Format.Format_RGB32)
    assert abs(image.width() - 2480) <= 1
    raw = image.constBits()
    raw.setsize(image.sizeInBytes())
    pixels = np.frombuffer(bytes(raw), np.uint8).reshape(image.height(), image.width(), 4)[:, :1800, 2::-1]
    there = {f"#{r:02x}{g:02x}{b:02x}" for r, g, b in np.unique(pixels[200:1700:5, 80::5].reshape(-1, 3), axis=0)}
    expected = {region.klasse for region in publication().regions}
    assert {shade.label for shade in CLASSES if shade.color in there} == expected
    pdf = (folder / files.pdf).read_bytes()
    assert pdf.startswith(b"%PDF")
    assert b"/Author" not in pdf
    assert b"/Font" in pdf


# README ------------------------------------------------------------------------------------------------------------


def test_readme_says_what_it_must(folder, files):
    text, made = (folder / files.leesmij).read_text(encoding="utf-8"), publication()
    for name in vars(files).values():
        assert name in text
    for must in (made.grant.recipient, made.grant.purpose, made.grant.basis, "Geldig tot en met 30 juni 2027"):
        assert must in text
    flat = " ".join(text.split())
    for must in ("afgerond op een veelvoud van 5", "onbekend, en niet nul", "geen vaststelling", "exportcontrole"):
        assert must in flat
    for parameter in ("50 %", "0,5", "0.5", "20 %", "p%"):
        assert parameter not in text, "how dominance is judged stays with the giver"
    assert "://" not in text


def test_readme_takes_braces_and_lines_as_they_are(tmp_path):
    made = given(publication(most=2), purpose="Doel {x} met\nregels")
    make(made, tmp_path, None, False)
    assert "Doel {x} met\nregels" in (tmp_path / file_names(made).leesmij).read_text(encoding="utf-8")


def test_a_map_of_classes_holds_no_number(tmp_path, opened):
    made = without_numbers(publication(most=9))
    files = file_names(made)
    make(made, tmp_path, None, raster=False)
    with closing(sqlite3.connect(tmp_path / files.gpkg)) as database:
        assert set(database.execute("SELECT waarde, dichtheid_km2 FROM heatmap")) == {(None, None)}
        assert {text for (text,) in database.execute("SELECT klasse FROM heatmap")} == {r.klasse for r in made.regions}
    text = " ".join((tmp_path / files.leesmij).read_text(encoding="utf-8").split())
    assert "De getallen zelf zijn niet gedeeld" in text
    assert "veelvoud" not in text + meaning(made)
    with pytest.raises(OutputError, match=r"_raster\.tif.*a map of classes has no numbers to smooth"):
        make(made, tmp_path / "raster", None, raster=True)
    assert not list((tmp_path / "raster").iterdir())
    assert "10 tot 25 per km2 RNI-registraties op 1 juli 2026 of eerder." in tip(
        opened, waarde=None, klasse="10 tot 25 per km2"
    )


_PRIVATE = ("Geef het niet door", "door de ontvanger hierboven", "Verwijder de bestanden daarna")


def test_what_is_public_may_be_passed_on():
    bare = without_numbers(publication(most=9))
    files = file_names(bare)
    texts = {kind: " ".join(readme(given(bare, kind=kind), files, frozenset()).split()) for kind in ("riec", "publiek")}
    for said in _PRIVATE:
        assert said in texts["riec"]
        assert said not in texts["publiek"]
    assert "U mag haar doorgeven" in texts["publiek"]
    assert "noem daarbij de bronnen" in texts["publiek"]
    until = "Geldig tot en met 30 juni 2027. Gebruik haar daarna niet meer alsof zij actueel is."
    assert until in texts["publiek"]


def test_a_package_is_read_back_as_it_was(folder, files):
    found = read_publication(folder / files.gpkg)
    assert [region.waarde for region in found.regions] == [region.waarde for region in publication().regions]
    assert found.grant == publication().grant
