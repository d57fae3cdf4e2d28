"""The municipalities of a region, from a service or from a layer of the user."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.core import service_errors as failed
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb, to_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.areas import fetch_municipalities, polygon_area, region_area
from arbeidsmigratie.arbeidsmigratie_plugin.sources.services import regions
from arbeidsmigratie.arbeidsmigratie_plugin.sources.transport import Transport
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import OgrLayer
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests.sources.fetched import QUICK
from tests.standin import faults
from tests.standin.pdok import Pdok


@pytest.fixture
def transport(pdok, catalogue):
    catalogue(
        gemeenten_ogcapi={"url": pdok.url + Pdok.BRK_OGC},
        gemeenten_wfs={"url": pdok.url + "/wfs"},
        bag_wfs={"url": pdok.url + Pdok.BAG_WFS},
    )
    return Transport(patience=QUICK)


def test_all_municipalities_come_in_rd(transport, pdok):
    found, borders = fetch_municipalities(transport)
    assert len(found) == 345
    assert len(pdok.log) == 1
    at = found.code.tolist().index("0457")
    assert found.name[at] == "Weesp"
    assert 22e6 < found.polygons[at].area < 26e6
    assert (borders.address, borders.licence) == (pdok.url + Pdok.BRK_OGC, "CC BY 4.0")


def test_a_region_and_what_lies_around_it(transport):
    area, _ = region_area("Weesp", 100, transport)
    assert area.region.name.tolist() == ["Weesp"]
    assert {"Amsterdam", "Gooise Meren", "Wijdemeren"} <= set(area.municipalities.name) < set(area.around.name)
    assert area.whole.area > area.core.area


@pytest.mark.parametrize("preset", [one.key for one in regions().presets])
def test_every_preset_is_made_of_municipalities_that_exist(preset, transport):
    area, _ = region_area(preset, 0, transport)
    (known,) = (one for one in regions().presets if one.key == preset)
    assert len(area.region) == len(known.municipalities)
    ours = dict(zip(area.region.code, area.region.name))
    assert {code: name.partition(" (")[0] for code, name in ours.items()} == {
        code: name.partition(" (")[0] for code, name in known.municipalities.items()
    }


@pytest.mark.parametrize("page", [50, 1000])
def test_pages_of_municipalities(page, pdok, catalogue, transport):
    catalogue(gemeenten_ogcapi={"url": pdok.url + Pdok.BRK_OGC, "page": page})
    assert len(fetch_municipalities(transport)[0]) == 345


@pytest.mark.parametrize(
    ("fault", "kind", "sentence"),
    [
        (
            lambda: faults.repeating_cursor(),
            failed.ServiceAnswerError,
            "repeat or don't end instead of each municipality",
        ),
        (
            lambda: faults.duplicated_pages(),
            failed.ServiceAnswerError,
            "repeat or don't end instead of each municipality",
        ),
        (lambda: faults.renamed_fields({"code": "c"}), errors.FieldMissingError, "has no field gemeentecode or code"),
        (
            lambda: faults.changed_json(lambda c: c.update(features=[], links=[])),
            errors.LayerEmptyError,
            "no row has both",
        ),
        (lambda: faults.html_page(times=None), failed.ServiceAnswerError, "an HTML page instead of JSON"),
    ],
)
def test_where_both_services_fail_the_first_is_told(fault, kind, sentence, pdok, catalogue, transport):
    catalogue(
        gemeenten_ogcapi={"url": pdok.url + Pdok.BRK_OGC, "page": 100}, gemeenten_wfs={"url": "http://127.0.0.1:9/wfs"}
    )
    pdok.faults.append(fault())
    with pytest.raises(kind, match=sentence) as raised:
        fetch_municipalities(transport)
    assert pdok.url in str(raised.value)


def layer(folder, name, geometry, wkb, *columns):
    path = folder / name
    write(path, [Table("vlak", columns, geometry, wkb)])
    return OgrLayer(path)


def test_polygons_of_the_user(tmp_path):
    squares = to_wkb(np.array([shapely.box(0, 4e5, 10, 4e5 + 10), shapely.box(10, 4e5, 20, 4e5 + 10)]))
    area, borders = polygon_area(layer(tmp_path, "a.gpkg", "MultiPolygon", squares, Column("n", "integer", [1, 2])), 5)
    assert area.core.equals(shapely.box(0, 4e5, 20, 4e5 + 10))
    assert len(area.region) == len(area.municipalities) == 0
    assert borders.address == "a.gpkg"


def test_polygons_with_a_code_are_municipalities(tmp_path):
    squares = to_wkb(np.array([shapely.box(0, 4e5, 10, 4e5 + 10), shapely.box(10, 4e5, 20, 4e5 + 10)]))
    codes = Column("gemeentecode", "text", ["0001", "0002"])
    area, _ = polygon_area(layer(tmp_path, "a.gpkg", "MultiPolygon", squares, codes), 0)
    assert area.region.code.tolist() == ["0001", "0002"]


TWO = to_wkb(np.array([shapely.box(0, 4e5, 10, 4e5 + 10), shapely.box(10, 4e5, 20, 4e5 + 10)]))


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"gemeentecode": ["GM0001", "GM0002"]}, ["0001", "0002"]),
        ({"code": ["0001", "0002"], "naam": ["Een", "Twee"]}, ["0001", "0002"]),
        ({"identificatie": ["1507", "1508"], "woonplaats": ["Een", "Twee"]}, []),  # codes of places
        ({"code": ["noord", ""], "naam": ["Een", "Twee"]}, []),
        ({"code": ["0001", ""], "naam": ["Een", "Twee"]}, []),
        ({"gemeentecode": ["noord", "zuid"]}, []),
    ],
)
def test_what_says_that_polygons_are_municipalities(fields, codes, tmp_path):
    columns = [Column(name, "text", values) for name, values in fields.items()]
    area, _ = polygon_area(layer(tmp_path, "a.gpkg", "MultiPolygon", TWO, *columns), 0)
    assert area.region.code.tolist() == codes
    assert area.core.equals(shapely.box(0, 4e5, 20, 4e5 + 10))


def test_a_polygon_without_its_code_is_not_left_out_in_silence(tmp_path):
    codes = Column("gemeentecode", "text", ["0001", ""])
    with pytest.raises(errors.LayerEmptyError, match=r"a\.gpkg.*have no gemeentecode"):
        polygon_area(layer(tmp_path, "a.gpkg", "MultiPolygon", TWO, codes), 0)


def drawn(folder, crs, *corners):
    """A polygon as a user has it, in GeoJSON with its coordinate system."""
    about = {"type": "name", "properties": {"name": crs}}
    shape = {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}
    features = [{"type": "Feature", "properties": {}, "geometry": shape}]
    (folder / "vlak.geojson").write_text(json.dumps({"type": "FeatureCollection", "crs": about, "features": features}))
    return OgrLayer(folder / "vlak.geojson")


def square(west, south, east, north):
    return [west, south], [east, south], [east, north], [west, north]


@pytest.mark.parametrize(
    ("crs", "corners"),
    [
        ("urn:ogc:def:crs:OGC:1.3:CRS84", square(-180, -90, 180, 90)),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", square(-25, 34, 45, 72)),
        ("EPSG:3857", square(-2e7, -2e7, 2e7, 2e7)),
        ("EPSG:28992", square(-5e6, -5e6, 5e6, 5e6)),
    ],
)
def test_of_a_large_area_what_can_be_dutch_is_kept(crs, corners, tmp_path):
    area, _ = polygon_area(drawn(tmp_path, crs, *corners), 0)
    assert area.core.is_valid
    country = shapely.box(14_000, 306_000, 278_000, 620_000)
    assert area.core.covers(country)
    assert area.core.area < 3 * country.area


def test_an_area_elsewhere_is_told(tmp_path):
    with pytest.raises(errors.LayerEmptyError, match="outside the Netherlands"):
        polygon_area(drawn(tmp_path, "urn:ogc:def:crs:OGC:1.3:CRS84", *square(20, 40, 21, 41)), 0)


def test_points_are_no_area(tmp_path):
    spot = layer(tmp_path, "a.gpkg", "Point", point_wkb(np.ones(1), np.full(1, 4e5)), Column("n", "integer", [1]))
    with pytest.raises(errors.GeometryTypeError, match="points or lines, polygons of an area are needed"):
        polygon_area(spot, 0)


def test_a_layer_without_polygons(tmp_path):
    with pytest.raises(errors.LayerEmptyError, match="it has no polygons"):
        polygon_area(layer(tmp_path, "a.gpkg", "MultiPolygon", [], Column("n", "integer", [])), 0)
