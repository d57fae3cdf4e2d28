"""The map project: opens without the plugin, keeps addresses out of sight, says what it shows."""

from __future__ import annotations

import itertools
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels
from arbeidsmigratie.arbeidsmigratie_plugin.core.delivery import Sheet, read_delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.hexagons import HexagonCounter
from arbeidsmigratie.arbeidsmigratie_plugin.core.rni import count_addresses
from arbeidsmigratie.arbeidsmigratie_plugin.sharing import layers, lettering
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.facts import facts
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.layout import CAVEAT, CONFIDENTIAL, add_layout, export_picture
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.map_file import Background
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.project import COUNT, SHARE, MapProject
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import bag_layers, read_bag, read_municipalities
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import OgrLayer
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests import made
from tests.sharing.colours import VISIONS, lab

PEILDATUM = "2025-07-01"
UNCERTAIN = "onzeker: minder dan 4 adressen"
TILES = Background("BRT", "https://example.org/EPSG:3857/{z}/{x}/{y}.png", 6, 19, "Kaartgegevens van iemand")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory, qgis_app) -> Path:
    """A workspace with every layer, in which one municipality has no delivery."""
    folder = tmp_path_factory.mktemp("werk")
    bag = read_bag(bag_layers(made.write_bag(folder / "bag.gpkg")))
    areas = read_municipalities(OgrLayer(made.write_municipalities(folder / "gemeenten.gpkg")))
    rows = [[str(cell) for cell in row] for row in [made.HEADER, *made.usual_rows()]]
    counts = count_addresses(read_delivery([Sheet("1", rows)], "levering.csv"), bag, date.fromisoformat(PEILDATUM))
    counter = HexagonCounter(9, frozenset({made.WEST}))
    found = counts.objects
    counter.add_addresses(found.x, found.y, "EPSG:28992", counts.registraties.astype(float), labels(found.gemeentecode))
    counter.add_dwellings(bag.x, bag.y, "EPSG:28992", labels(bag.gemeentecode))
    path = folder / "regiobeeld.gpkg"
    mark = {"brondatum": "2026-09-01", "licentie": "Public Domain Mark 1.0"}
    sources = [
        layers.provenance(layers.ADDRESSES, layers.RNI, counts.rows_read, brondatum=PEILDATUM),
        layers.provenance(layers.HEXAGONS, "Kadaster, BAG", len(bag), **mark),
        layers.provenance(layers.MUNICIPALITIES, "Gemeentegrenzen", len(areas)),
    ]
    tables = [
        layers.hexagon_table(counter.total(), 9, PEILDATUM),
        layers.municipality_table(areas, frozenset({made.WEST})),
        layers.address_table(counts, PEILDATUM),
        layers.unmatched_table(counts, PEILDATUM),
        layers.provenance_table(sources),
    ]
    write(path, [replace(table, style="") for table in tables])
    return path


@pytest.fixture(scope="module")
def project(workspace):
    made_project = MapProject(workspace, "Regiobeeld proef", TILES)
    layout = add_layout(made_project)
    made_project.write(workspace.with_suffix(".qgz"))
    export_picture(layout, workspace.with_suffix(".png"), without=made_project.background)
    made_project.project.clear()
    return workspace.with_suffix(".qgz")


@pytest.fixture
def opened(project, tmp_path):
    """The project and its workspace, moved to another folder and opened there."""
    for path in (project, project.with_suffix(".gpkg")):
        shutil.copy(path, tmp_path / path.name)
    shown = QgsProject()
    assert shown.read(str(tmp_path / project.name))
    yield shown
    shown.clear()


def test_opens_anywhere_with_every_layer(opened, tmp_path):
    assert len(opened.mapLayers()) == 7
    for layer in opened.mapLayers().values():
        assert layer.isValid(), layer.name()
        if isinstance(layer, QgsVectorLayer):
            assert str(tmp_path) in layer.source()
    assert opened.crs().authid() == "EPSG:28992"
    assert opened.title() == "Regiobeeld proef"


def test_the_file_holds_relative_paths_and_no_name_of_a_person(project):
    with zipfile.ZipFile(project) as archive:
        (name,) = archive.namelist()
        content = archive.read(name).decode()
    assert name == "regiobeeld.qgs"
    assert str(project.parent) not in content
    assert "./regiobeeld.gpkg|layername=hexagonen" in content
    assert "saveUser" not in content
    authors = [node.text for node in ElementTree.fromstring(content).iter("author")]
    assert [a for a in authors if a] == []
    assert sorted(p.suffix for p in project.parent.iterdir() if p.stem.strip(".").startswith("regiobeeld")) == [
        ".gpkg",
        ".png",
        ".qgz",
    ]


def test_addresses_are_apart_marked_confidential_and_off(opened):
    root = opened.layerTreeRoot()
    group = next(g for g in root.children() if "VERTROUWELIJK" in g.name())
    assert not group.itemVisibilityChecked()
    assert not group.isExpanded()
    assert "niet delen" in group.name()
    assert [layer.name() for layer in group.findLayers()] == [
        "Adressen met RNI-registraties",
        "Niet-gekoppelde adressen",
    ]
    for node in group.findLayers():
        assert not node.isVisible()
        assert not node.itemVisibilityChecked()
    outside = [n.name() for n in root.findLayers() if n.layer() and "layername=rni" in n.layer().source()]
    assert sorted(outside) == sorted(layer.name() for layer in group.findLayers())


def test_hexagons_and_borders_are_on(opened):
    shown = [n.name() for n in opened.layerTreeRoot().findLayers() if n.isVisible()]
    assert shown == ["Gemeenten", SHARE, "BRT"]


@pytest.mark.parametrize(
    ("adressen", "aandeel", "label"),
    [
        (None, None, "onbekend: geen levering"),
        (3, None, "onbekend: geen BAG-adressen in gebruik"),
        (0, 0.02, "geen registraties bekend"),
        (1, 0.0099, "minder dan 1"),
        (1, 0.01, "1 tot 2"),
        (1, 0.02, "2 tot 5"),
        (1, 0.05, "5 tot 10"),
        (1, 0.1, "10 of meer"),
        (9, 0.9, "10 of meer"),
    ],
)
def test_every_hexagon_is_in_one_class_and_unknown_is_not_zero(opened, adressen, aandeel, label):
    (layer,) = opened.mapLayersByName(SHARE)
    stripes = [UNCERTAIN] if adressen and adressen < 4 else []
    assert sorted(classes(layer, adressen=adressen, aandeel_eb=aandeel)) == sorted([label, *stripes])


@pytest.mark.parametrize(
    ("adressen", "label"),
    [
        (None, "onbekend: geen levering"),
        (0, "geen registraties bekend"),
        (1, "1"),
        (2, "2 tot 4"),
        (4, "2 tot 4"),
        (9, "5 tot 9"),
        (24, "10 tot 24"),
        (25, "25 of meer"),
    ],
)
def test_every_count_is_in_one_class(opened, adressen, label):
    (layer,) = opened.mapLayersByName(COUNT)
    assert classes(layer, adressen=adressen) == [label]


def classes(layer, **values):
    feature = QgsFeature(layer.fields())
    for name, value in values.items():
        feature[name] = value
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.layerScope(layer))
    context.setFeature(feature)
    rules = layer.renderer().rootRule().children()
    return [rule.label() for rule in rules if QgsExpression(rule.filterExpression()).evaluate(context)]


def test_map_tip_is_a_plain_sentence(opened):
    (layer,) = opened.mapLayersByName(SHARE)
    feature = QgsFeature(layer.fields())
    feature["adressen"], feature["verblijfsobjecten"], feature["aandeel_eb"] = 5, 120, 0.0241
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.layerScope(layer))
    context.setFeature(feature)
    text = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "hebben 5 van de 120 BAG-adressen een of meer RNI-registraties" in text
    assert "2,4 op de 100" in text and "geen vaststelling" in text
    feature["adressen"] = 3
    context.setFeature(feature)
    small = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "minder dan 5 van de 120 BAG-adressen" in small and "3 van" not in small and "2,4" not in small
    feature["adressen"] = None
    context.setFeature(feature)
    assert "onbekend, niet nul" in QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def test_layout_says_what_it_must(opened):
    layout = opened.layoutManager().layoutByName("Regiobeeld A3")
    page = layout.pageCollection().page(0).pageSize()
    assert (page.width(), page.height()) == (420, 297)
    texts = " ".join(item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel))
    for must in ("Regiobeeld proef", PEILDATUM, CAVEAT, CONFIDENTIAL, "RNI-levering", "Kaartgegevens van iemand"):
        assert must in texts
    for word in ("vrijwillig", "eerste", "niet gecontroleerd"):
        assert word in CAVEAT
    kinds = {type(item).__name__ for item in layout.items()}
    assert {"QgsLayoutItemMap", "QgsLayoutItemLegend", "QgsLayoutItemScaleBar", "QgsLayoutItemPicture"} <= kinds
    assert "5 registraties op 4 adressen" in texts


def test_legend_shows_the_classes_of_the_map(opened):
    layout = opened.layoutManager().layoutByName("Regiobeeld A3")
    (legend,) = (item for item in layout.items() if isinstance(item, QgsLayoutItemLegend))
    theme, borders = legend.model().rootGroup().findLayers()
    assert theme.layer().name() == SHARE
    assert labels_of(legend, borders) == ["gemeentegrens"]


def labels_of(legend, node):
    return [str(entry.data(Qt.ItemDataRole.DisplayRole)) for entry in legend.model().layerLegendNodes(node)]


def test_legend_has_only_classes_that_occur(opened):
    layout = opened.layoutManager().layoutByName("Regiobeeld A3")
    (legend,) = (item for item in layout.items() if isinstance(item, QgsLayoutItemLegend))
    theme = legend.model().rootGroup().findLayers()[0]
    layer = theme.layer()
    rules = layer.renderer().rootRule().children()
    expected = [rule.label() for rule in rules if list(layer.getFeatures(rule.filterExpression()))]
    assert labels_of(legend, theme) == expected
    assert {"geen registraties bekend", "onbekend: geen levering"} <= set(expected)
    assert "onbekend: geen BAG-adressen in gebruik" not in expected


def test_legend_names_the_border_in_the_picture_too(workspace):
    """Not only when the project is opened again."""
    made_project = MapProject(workspace, "x")
    legend = add_layout(made_project).itemById("Legenda")
    assert labels_of(legend, legend.model().rootGroup().findLayers()[1]) == ["gemeentegrens"]
    made_project.project.clear()


def texts(layout):
    return [item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]


def test_homes_are_counted_where_there_is_a_delivery(opened):
    """Homes elsewhere beside the addresses with registrations would be divided by them."""
    (layer,) = opened.mapLayersByName(SHARE)
    known = sum(f["verblijfsobjecten"] for f in layer.getFeatures('"adressen" IS NOT NULL'))
    every = sum(f["verblijfsobjecten"] for f in layer.getFeatures())
    assert 0 < known < every
    layout = opened.layoutManager().layoutByName("Regiobeeld A3")
    (said,) = (text for text in texts(layout) if "registraties op" in text)
    assert f"{known} BAG-adressen in hexagonen met levering" in said
    assert f"{every - known} BAG-adressen zonder levering: onbekend" in said
    assert str(every) not in said


def test_homes_are_just_homes_where_everything_was_delivered(workspace, tmp_path):
    path = tmp_path / "alles.gpkg"
    counter = HexagonCounter(9, frozenset({"9801"}))
    x, y = np.array([200000.0, 200001.0]), np.full(2, 400000.0)
    counter.add_addresses(x[:1], y[:1], "EPSG:28992", np.array([2.0]), labels(["9801"]))
    counter.add_dwellings(x, y, "EPSG:28992", labels(["9801"] * 2))
    write(path, [layers.hexagon_table(counter.total(), 9, PEILDATUM)])
    shown = MapProject(path, "x")
    assert facts(shown.kinds).numbers == ("2 registraties op 1 adressen", "2 BAG-adressen in gebruik")
    shown.project.clear()


def test_sources_are_named_with_their_licence_and_what_their_date_is(workspace):
    shown = MapProject(workspace, "x")
    assert facts(shown.kinds).sources == (
        f"RNI-levering, peildatum {PEILDATUM}",
        "Kadaster, BAG (bestand van 2026-09-01; Public Domain Mark 1.0)",
        "Gemeentegrenzen",
    )
    shown.project.clear()


LONG = "Regiobeeld huisvesting arbeidsmigranten van Horst aan de Maas, Peel en Maas, Venlo, Venray en Bergen (Limburg) "


@pytest.mark.parametrize("title", ["Regio", LONG + "concept", LONG * 2, "WWWW " * 30])
def test_title_fits_its_box_whole(workspace, title):
    made_project = MapProject(workspace, title)
    add_layout(made_project)
    layout = made_project.project.layoutManager().layoutByName("Regiobeeld A3")
    label = next(item for item in layout.items() if isinstance(item, QgsLayoutItemLabel) and item.text()[0] in "RW")
    shown = label.text().replace("\n", " ")
    assert shown == title.strip()
    size = label.font().pointSizeF() if not hasattr(label, "textFormat") else label.textFormat().size()
    lines = label.text().split("\n")
    assert lettering.height(len(lines), size) <= label.rect().height()
    assert all(lettering.wrap(line, label.rect().width(), size, bold=True) == [line] for line in lines)
    assert size == 22 or len(title) > 60
    made_project.project.clear()


def test_title_that_is_far_too_long_says_that_it_was_cut(workspace):
    made_project = MapProject(workspace, LONG * 9)
    add_layout(made_project)
    layout = made_project.project.layoutManager().layoutByName("Regiobeeld A3")
    (cut,) = (text for text in texts(layout) if text.endswith("…"))
    assert len(cut) > 240
    made_project.project.clear()


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", [SHARE, COUNT])
def test_every_class_is_told_from_every_other_and_from_the_page(opened, theme, vision):
    (layer,) = opened.mapLayersByName(theme)
    solid = {}
    for rule in layer.renderer().rootRule().children():
        hatched = rule.symbol().symbolLayerCount() > 1
        assert hatched == rule.label().startswith(("onbekend", "onzeker"))
        if not hatched:
            solid[rule.label()] = rule.symbol().color().getRgb()[:3]
    seen = {label: lab(rgb, vision, layer.opacity()) for label, rgb in {**solid, "page": (255, 255, 255)}.items()}
    for one, other in itertools.combinations(seen, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= 10, (one, other)


def test_layout_keeps_inside_its_page_and_nothing_overlaps(opened):
    layout = opened.layoutManager().layoutByName("Regiobeeld A3")
    QgsLayoutExporter(layout).renderPageToImage(0)  # a legend gets its size when it is drawn
    page = layout.pageCollection().page(0).sceneBoundingRect().adjusted(-1, -1, 1, 1)
    kinds = (QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemPicture, QgsLayoutItemScaleBar)
    items = [item for item in layout.items() if isinstance(item, kinds)]
    for item in items:
        where = item.sceneBoundingRect()
        assert where.height() > 1
        assert page.contains(where), item.displayName()
        for other in items:
            assert other is item or not other.sceneBoundingRect().intersects(where.adjusted(1, 1, -1, -1))


def test_picture_shows_hexagons_of_the_classes(project):
    image = QImage(str(project.with_suffix(".png")))
    assert (image.width(), image.height()) == (2480, 1754) or abs(image.width() - 2480) <= 1
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = image.constBits()
    raw.setsize(image.sizeInBytes())
    pixels = np.frombuffer(bytes(raw), np.uint8).reshape(image.height(), image.width(), 4)[:, :, :3]
    colours = {tuple(c) for c in pixels[200:1700:7, 80:1800:7].reshape(-1, 3).tolist()}
    assert len(colours) > 20


def test_styles_are_in_the_geopackage_for_who_opens_it_alone(workspace, project):
    made_project = MapProject(workspace, "x")
    styles = made_project.default_styles()
    made_project.project.clear()
    assert set(styles) == {"gemeenten", "hexagonen", "rni_adressen"}


def test_background_needs_no_answer_to_be_valid(opened):
    (layer,) = opened.mapLayersByName("BRT")
    assert layer.isValid()
    assert "type=xyz" in layer.source()


def test_without_shares_the_counts_are_shown(workspace, tmp_path):
    bare = tmp_path / "kaal.gpkg"
    counter = HexagonCounter(9)
    counter.add_addresses(np.array([200000.0]), np.array([400000.0]), "EPSG:28992", np.array([2.0]), labels(["9801"]))
    write(bare, [layers.hexagon_table(counter.total(), 9, None, name="mijn_hexagonen")])
    shown = MapProject(bare, "x")
    assert shown.theme.name() == COUNT
    assert set(shown.default_styles()) == {"mijn_hexagonen"}
    shown.project.clear()


def test_workspace_without_our_layers(tmp_path):
    path = made.write_bag(tmp_path / "bag.gpkg")
    with pytest.raises(errors.LayerMissingError, match=r"bag\.gpkg has no layer hexagonen.*: verblijfsobject, stand"):
        MapProject(path, "x")


def test_project_that_can_not_be_written_leaves_nothing(workspace, tmp_path):
    made_project = MapProject(workspace, "x")
    (tmp_path / "vol").write_text("geen map")
    with pytest.raises(errors.OutputError):
        made_project.write(tmp_path / "vol" / "kaart.qgz")
    made_project.project.clear()
    assert [p.name for p in tmp_path.iterdir()] == ["vol"]
