"""The atlas: a page for each municipality of the region, in any QGIS, with unknown told as unknown."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import numpy as np
import pytest
from qgis.core import QgsLayoutExporter, QgsLayoutItemLabel, QgsProject
from qgis.PyQt.QtCore import QSize

from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.layout import CAVEAT, CONFIDENTIAL, add_layout
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.project import MapProject
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests.sharing import results

NAME = "Atlas per gemeente A3"


@pytest.fixture(scope="module")
def folder(qgis_app, tmp_path_factory):
    """A project that was written, and nothing of the plugin in it but data."""
    path = tmp_path_factory.mktemp("atlas")
    made = MapProject(results.write_result(path / "a.gpkg", "2026-07-01"), "Regio van drie")
    add_layout(made)
    made.write(path / "a.qgz")
    made.project.clear()
    return path


@pytest.fixture
def project(folder):
    opened = QgsProject()
    assert opened.read(str(folder / "a.qgz"))
    yield opened
    opened.clear()


def pages(project):
    """Name of each page -> the words on it, and the layout at that page."""
    layout = project.layoutManager().layoutByName(NAME)
    atlas = layout.atlas()
    atlas.beginRender()
    going = atlas.first()
    while going:
        labels = [item.currentText() for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
        yield atlas.nameForPage(atlas.currentFeatureNumber()), labels, layout
        going = atlas.next()
    atlas.endRender()


def test_every_municipality_has_a_page_with_its_name_and_numbers(project):
    found = {name: labels for name, labels, _ in pages(project)}
    assert list(found) == ["Oostwijk", "Stilland", "Westerveen"]
    for name, labels in found.items():
        assert name in labels and CAVEAT in labels and CONFIDENTIAL in labels
    (box,) = (text for text in found["Westerveen"] if "BAG-adressen in gebruik" in text)
    for line in (
        "Adressen met RNI-registraties: 12",
        "BAG-adressen in gebruik: 1.000",
        "Aandeel: 1,2 per 100",
        "Clusters met meer dan verwacht: 1",
        "Norm: 10 m² per persoon",
        "Vergunning nodig: ja",
        "gedogen",
        "Westerveen: een zin.",
    ):
        assert line in box, line


def test_unknown_is_not_zero_and_small_is_told_in_words(project):
    found = {name: "\n".join(labels) for name, labels, _ in pages(project)}
    quiet = found["Stilland"]
    for line in ("Adressen met RNI-registraties", "\nRNI-registraties", "Clusters met meer dan verwacht", "Norm"):
        assert f"{line}: onbekend" in quiet
    few = found["Oostwijk"]
    assert "Adressen met RNI-registraties: minder dan 5" in few and "\nRNI-registraties: minder dan 5" in few
    assert "Oostwijk: een zin." not in few and "1,3 per 100" not in few


DPI = 40


def brightness(image, shown, x, y):
    """How light a square of 400 m around a point is drawn."""
    extent, scale = shown.extent(), shown.rect().width() / shown.extent().width() * DPI / 25.4
    left, top = (shown.pos().x() * DPI / 25.4, shown.pos().y() * DPI / 25.4)
    across = range(int(left + (x - 200 - extent.xMinimum()) * scale), int(left + (x + 200 - extent.xMinimum()) * scale))
    down = range(int(top + (extent.yMaximum() - y - 200) * scale), int(top + (extent.yMaximum() - y + 200) * scale))
    return np.mean([image.pixelColor(i, j).lightness() for i in across for j in down])


def test_the_page_follows_its_municipality_and_dims_the_others(project):
    seen, light = {}, {}
    for name, _, layout in pages(project):
        shown = layout.itemById("Kaart")
        image = QgsLayoutExporter(layout).renderPageToImage(0, QSize(), DPI)
        seen[name] = shown.extent().center().x()
        if name != "Stilland":
            light[name] = brightness(image, shown, 205500, 401500)  # a hexagon of Oostwijk, seen from both
    assert seen["Westerveen"] < seen["Oostwijk"] < seen["Stilland"]
    assert light["Westerveen"] > light["Oostwijk"] + 20


def test_only_municipalities_of_the_region_have_a_page(qgis_app, tmp_path):
    areas = results.municipalities()
    inside = Column("in_regio", "integer", np.array([1, 1, 0]))
    write(tmp_path / "a.gpkg", [results.hexagons("2026-07-01"), replace(areas, columns=(*areas.columns, inside))])
    made = MapProject(tmp_path / "a.gpkg", "Regio")
    add_layout(made)
    found = {name: labels for name, labels, _ in pages(made.project)}
    assert list(found) == ["Oostwijk", "Westerveen"]
    assert any("geen vergelijking gemaakt" in text for text in found["Oostwijk"])
    made.project.clear()


def test_the_file_holds_no_folder_of_whoever_made_it(folder):
    with zipfile.ZipFile(folder / "a.qgz") as archive:
        assert str(folder) not in archive.read("a.qgs").decode()
