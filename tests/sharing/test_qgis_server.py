"""A package behind the real QGIS Server: it serves the map, and nothing that is not in the package."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import requests
import shapely
from qgis.PyQt.QtGui import QImage

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.publication import PublishedRegion
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.classes import CLASSES
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.names import file_names
from tests.sharing.packages import make
from tests.sharing.publications import SOUTH, publication
from tests.standin import qgis_server
from tests.standin.qgis_server import QgisServer

LAYERS = ["gemeenten", "heatmap", "niet_gepubliceerd", "vloeiend_beeld"]
FIELDS = {
    "regio_id", "gemeentecode", "waarde", "klasse", "dichtheid_km2", "verblijfsobjecten", "sdc_status", "peildatum",
    "resolutie", "cellen", "marge",
}  # fmt: skip

#: What is shown (RD New, m), at 10 m per pixel.
WEST, SOUTH_EDGE, EAST, NORTH = 129000, 478000, 139000, 485000
VIEW = {
    "SERVICE": "WMS", "VERSION": "1.3.0", "CRS": "EPSG:28992", "BBOX": f"{WEST},{SOUTH_EDGE},{EAST},{NORTH}",
    "WIDTH": "1000", "HEIGHT": "700", "FORMAT": "image/png", "STYLES": "",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory, qgis_app) -> Path:
    """A package; beside it lies the package of another recipient, that nobody may see."""
    if reason := qgis_server.absent():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("server")
    other = replace(publication(most=4), grant=replace(publication().grant, recipient="Andere ontvanger"))
    make(publication(), folder / "pakket")
    make(other, folder / "ander")
    return folder


@pytest.fixture(scope="module")
def server(folder) -> Iterator[QgisServer]:
    (folder / "eigen").mkdir(mode=0o700)
    with QgisServer(folder / "pakket" / file_names(publication()).qgz, folder / "eigen") as running:
        yield running


@pytest.fixture
def ask(server, folder):
    """Asks the server; whatever it answers names no folder of it, no GeoPackage and nothing of the other package."""

    def asked(**query: str) -> requests.Response:
        answer = requests.get(server.url, {key.replace("__", ":"): value for key, value in query.items()}, timeout=60)
        for hidden in (str(folder), "gpkg", "geojson", "qgz", ".tif", "Andere", "layername"):
            assert hidden.encode() not in answer.content, (query, hidden)
        return answer

    return asked


def largest() -> PublishedRegion:
    return max((r for r in publication().regions if r.resolutie == 8), key=lambda region: region.polygon.area)


def pixel(point) -> dict[str, str]:
    return {"I": str(int((point.x - WEST) / 10)), "J": str(int((NORTH - point.y) / 10))}


def colours(content: bytes) -> np.ndarray:
    """Rows x columns x red, green, blue, alpha."""
    image = QImage.fromData(content).convertToFormat(QImage.Format.Format_RGBA8888)
    raw = image.constBits()
    raw.setsize(image.sizeInBytes())
    return np.frombuffer(bytes(raw), np.uint8).reshape(image.height(), image.width(), 4)


def names_in(xml: str) -> list[str]:
    """Names of the layers of a service."""
    layers = (node for node in ElementTree.fromstring(xml).iter() if node.tag.endswith("}Layer"))
    return [node[0].text or "" for node in layers if node[0].tag.endswith("}Name")]


@pytest.mark.parametrize("request_name", ["GetCapabilities", "GetProjectSettings"])
def test_capabilities_name_the_layers_of_the_map_and_no_other(ask, request_name):
    answer = ask(SERVICE="WMS", REQUEST=request_name)
    assert answer.status_code == 200
    made = publication()
    names = names_in(answer.text)
    assert sorted(name for name in names if name not in (made.title, "Heatmap")) == LAYERS
    for must in (made.title, "Geldig tot en met 30 juni 2027", "onbekend en niet nul"):
        assert must in answer.text
    offered = set(re.findall("<CRS>([^<]*)</CRS>", answer.text))
    assert offered == {"CRS:84", "EPSG:28992", "EPSG:3857", "EPSG:4326"}
    for private in ("ContactPerson", "example.org", "sdc_certificaat", "Certificaat"):
        assert private not in answer.text


def test_only_published_regions_can_be_asked_about(ask):
    found = ElementTree.fromstring(ask(SERVICE="WMS", REQUEST="GetCapabilities").text)
    layers = [node for node in found.iter() if node.tag.endswith("}Layer") and node[0].text in LAYERS]
    assert {node[0].text for node in layers if node.get("queryable") == "1"} == {"heatmap"}


def test_the_picture_has_the_colour_of_each_class(ask):
    answer = ask(REQUEST="GetMap", LAYERS="heatmap", TRANSPARENT="TRUE", **VIEW)
    assert answer.headers["Content-Type"] == "image/png"
    pixels = colours(answer.content)
    shade = {c.label: tuple(bytes.fromhex(c.color[1:])) for c in CLASSES}
    checked = 0
    for region in publication().regions:
        inner = region.polygon.buffer(-60)
        if inner.is_empty:
            continue
        x, y = np.meshgrid(np.arange(WEST + 5, EAST, 10), np.arange(NORTH - 5, SOUTH_EDGE, -10))
        inside = pixels[shapely.contains_xy(inner, x, y)][:, :3]
        values, count = np.unique(inside, axis=0, return_counts=True)  # the number of the region is written on it
        assert tuple(values[count.argmax()]) == shade[region.klasse]
        checked += 1
    assert checked > 30
    covered = shapely.union_all([region.polygon for region in publication().regions]).buffer(60)
    assert (pixels[~shapely.contains_xy(covered, x, y)][:, 3] == 0).all(), "nothing is drawn where nothing is known"


@pytest.mark.parametrize("layer", ["niet_gepubliceerd", "gemeenten", "vloeiend_beeld", "Heatmap"])
def test_the_other_layers_can_be_drawn(ask, layer):
    pixels = colours(ask(REQUEST="GetMap", LAYERS=layer, TRANSPARENT="TRUE", **VIEW).content)
    assert 0.002 < (pixels[:, :, 3] > 0).mean() < 0.9


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326"])
def test_the_map_is_there_for_web_maps_too(ask, crs):
    x, y = np.array([WEST, EAST], dtype=float), np.array([SOUTH_EDGE, NORTH], dtype=float)
    lon, lat = grid.to_lonlat(x, y, grid.RD_NEW)
    sides = [lat[0], lon[0], lat[1], lon[1]]
    if crs == "EPSG:3857":
        east, north = grid.from_lonlat(lon, lat, crs)
        sides = [east[0], north[0], east[1], north[1]]
    view = {**VIEW, "CRS": crs, "BBOX": ",".join(map(str, sides))}
    pixels = colours(ask(REQUEST="GetMap", LAYERS="heatmap", TRANSPARENT="TRUE", **view).content)
    assert 0.3 < (pixels[:, :, 3] > 0).mean() < 0.6


def question(layer: str = "heatmap", **more: str) -> dict[str, str]:
    return {"REQUEST": "GetFeatureInfo", "LAYERS": layer, "QUERY_LAYERS": layer, **VIEW, **more}


@pytest.mark.parametrize("layer", ["heatmap", "Heatmap"])
def test_a_region_tells_its_fields_and_nothing_else(ask, layer):
    region = largest()
    at = pixel(region.polygon.representative_point())
    answer = ask(**question(layer, INFO_FORMAT="application/json", WITH_GEOMETRY="TRUE", **at))
    (feature,) = json.loads(answer.text)["features"]
    assert set(feature["properties"]) == FIELDS
    for name in FIELDS - {"cellen"}:
        assert feature["properties"][name] == getattr(region, name)
    area = shapely.geometry.shape(feature["geometry"])
    assert area.area > 0
    for format_name in ("text/plain", "text/xml", "text/html", "application/vnd.ogc.gml"):
        text = ask(**question(layer, INFO_FORMAT=format_name, **at)).text
        assert region.regio_id in text
        assert not re.search(r"<fid>|fid =|name=.fid|>fid<", text), "the number of the row is no field of ours"


@pytest.mark.parametrize("layer", ["heatmap", "Heatmap"])
def test_where_nothing_is_published_there_is_no_answer_and_no_zero(ask, layer):
    (south,) = (area for area in publication().municipalities if area.gemeentecode == SOUTH)
    at = pixel(south.polygon.representative_point())
    answer = ask(**question(layer, INFO_FORMAT="application/json", **at))
    assert json.loads(answer.text)["features"] == []
    for format_name in ("text/plain", "text/xml"):
        text = ask(**question(layer, INFO_FORMAT=format_name, **at)).text
        assert "waarde" not in text
        assert "gemeentecode" not in text


@pytest.mark.parametrize("layer", ["gemeenten", "niet_gepubliceerd", "vloeiend_beeld", "Certificaat", "BRT"])
def test_no_other_layer_answers(ask, layer):
    at = pixel(largest().polygon.representative_point())
    answer = ask(**question(layer, INFO_FORMAT="application/json", **at))
    assert answer.status_code == 400 or json.loads(answer.text)["features"] == []


def test_the_features_are_the_published_regions(ask):
    assert re.findall("<Name>([^<]*)</Name>", ask(SERVICE="WFS", REQUEST="GetCapabilities", VERSION="1.1.0").text) == [
        "heatmap"
    ]
    answer = ask(
        SERVICE="WFS", REQUEST="GetFeature", VERSION="1.1.0", TYPENAME="heatmap", OUTPUTFORMAT="application/json"
    )
    found = {row["properties"]["regio_id"]: row["properties"] for row in json.loads(answer.text)["features"]}
    assert set(found) == {region.regio_id for region in publication().regions}
    for region in publication().regions:
        assert set(found[region.regio_id]) == FIELDS
        assert found[region.regio_id]["waarde"] == region.waarde
    for layer in ("Certificaat", "sdc_certificaat", "gemeenten", "layer_styles", "niet_gepubliceerd"):
        refused = ask(SERVICE="WFS", REQUEST="GetFeature", VERSION="1.1.0", TYPENAME=layer)
        assert refused.status_code == 400, layer


def test_nothing_can_be_changed(server, folder):
    before = (folder / "pakket" / file_names(publication()).gpkg).read_bytes()
    body = (
        '<Transaction xmlns="http://www.opengis.net/wfs" version="1.1.0" service="WFS">'
        '<Update typeName="heatmap"><Property><Name>waarde</Name><Value>0</Value></Property></Update>'
        '<Delete typeName="heatmap"/></Transaction>'
    )
    answer = requests.post(server.url, body, headers={"Content-Type": "text/xml"}, timeout=60)
    assert "SUCCESS" not in answer.text
    assert (folder / "pakket" / file_names(publication()).gpkg).read_bytes() == before


def test_styles_and_legend_show_the_classes(ask):
    styles = ask(SERVICE="WMS", REQUEST="GetStyles", VERSION="1.1.1", LAYERS="heatmap").text
    assert all(shade.label in styles and shade.color in styles for shade in CLASSES)
    described = ask(SERVICE="WMS", REQUEST="DescribeLayer", LAYERS="heatmap", SLD_VERSION="1.1.0").text
    assert "heatmap" in described
    legend = ask(SERVICE="WMS", REQUEST="GetLegendGraphics", LAYERS="heatmap", FORMAT="image/png")
    there = {f"#{r:02x}{g:02x}{b:02x}" for r, g, b, _ in np.unique(colours(legend.content).reshape(-1, 4), axis=0)}
    assert {shade.color for shade in CLASSES} <= there


def test_the_sheet_can_be_printed(ask):
    extent = f"{WEST},{SOUTH_EDGE},{EAST},{NORTH}"
    query = {"TEMPLATE": "Heatmap A3", "FORMAT": "png", "CRS": "EPSG:28992", "map0__EXTENT": extent, "DPI": "50"}
    pixels = colours(ask(SERVICE="WMS", REQUEST="GetPrint", VERSION="1.3.0", **query).content)
    assert pixels.shape[1] > 700
    there = {f"#{r:02x}{g:02x}{b:02x}" for r, g, b, _ in np.unique(pixels.reshape(-1, 4), axis=0)}
    assert len({shade.color for shade in CLASSES} & there) >= 6


@pytest.mark.parametrize("service", ["WCS", "WMTS"])
def test_no_other_service_offers_anything(ask, service):
    answer = ask(SERVICE=service, REQUEST="GetCapabilities")
    assert not re.findall(r"<(?:CoverageOfferingBrief|Layer)\b", answer.text)


@pytest.mark.parametrize("layer", ["/etc/passwd", "Certificaat|table=layer_styles", "../ander/x", "layer_styles"])
def test_a_layer_that_is_not_in_the_project_does_not_exist(ask, layer):
    answer = ask(REQUEST="GetMap", LAYERS=layer, **VIEW)
    assert answer.status_code == 400
    assert "does not exist" in answer.text


@pytest.mark.parametrize("layer", ["Certificaat", "BRT", "Verantwoording", "Achtergrond"])
def test_what_is_not_offered_is_not_drawn(ask, layer):
    """The tiles of an outside host above all: the server would fetch them for whoever asks."""
    answer = ask(REQUEST="GetMap", LAYERS=layer, TRANSPARENT="TRUE", **VIEW)
    assert answer.status_code == 400 or (colours(answer.content)[:, :, 3] == 0).all()


def test_another_project_can_not_be_asked_for(ask, folder):
    """As long as the server is set up with QGIS_PROJECT_FILE: without it, MAP names any project it can read."""
    (other,) = (folder / "ander").glob("*.qgz")
    answer = ask(SERVICE="WMS", REQUEST="GetCapabilities", MAP=str(other))
    assert answer.status_code == 200
    assert publication().title in answer.text
