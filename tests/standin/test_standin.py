"""The servers are what the clients' tests take them for: every habit of PDOK, shown; and the real ones serve all."""

from __future__ import annotations

import base64
import gzip
import json
import os
import shutil
import sqlite3
import subprocess
import time
import uuid
from xml.etree import ElementTree

import pytest
import requests
from osgeo import gdal, ogr

from tests.conftest import real_data
from tests.made import write_bag
from tests.standin import certificate, faults
from tests.standin.gokoala import DEF
from tests.standin.mapserver import MapServer
from tests.standin.pdok import Pdok
from tests.standin.pygeoapi_server import Pygeoapi
from tests.standin.rows import LAYERS, load
from tests.standin.server import Request

N = 12_509
RD = f"{DEF}EPSG/0/28992"
ONE = "0424010000000393"
FEATURE = {"service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": "bag:verblijfsobject"}
JSON = {**FEATURE, "outputFormat": "application/json; subtype=geojson"}
EQUAL = "<Filter><PropertyIsEqualTo><PropertyName>{}</PropertyName><Literal>{}</Literal></PropertyIsEqualTo></Filter>"
FES = (
    '<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0" xmlns:gml="http://www.opengis.net/gml/3.2">{}</fes:Filter>'
)
VALUE = "<fes:ValueReference>bag:{}</fes:ValueReference><fes:Literal>{}</fes:Literal>"
BOX = (
    '<fes:BBOX><fes:ValueReference>geom</fes:ValueReference><gml:Envelope srsName="urn:ogc:def:crs:EPSG::28992">'
    "<gml:lowerCorner>131000 480000</gml:lowerCorner><gml:upperCorner>131500 480500</gml:upperCorner></gml:Envelope>"
    "</fes:BBOX>"
)


def mapserver_version():
    """Version of the MapServer here, "" if there is none."""
    program = shutil.which("mapserv")
    said = subprocess.run([program, "-v"], capture_output=True, text=True).stdout if program else ""
    return said.partition("MapServer version ")[2].split(" ")[0]


#: What the stand-in of PDOK does as MapServer 8.0 does, and later versions do no more.
only_mapserver_8_0 = pytest.mark.skipif(
    not mapserver_version().startswith("8.0"),
    reason=f"this is MapServer {mapserver_version()}, which does it otherwise",
)


def recorded(*parts):
    return json.loads(real_data("pdok_responses", *parts).read_text(encoding="utf-8"))


def items(pdok, collection="verblijfsobject", base=Pdok.BAG_OGC, **params):
    params = {key.replace("_", "-"): value for key, value in params.items()}
    return requests.get(f"{pdok.url}{base}/collections/{collection}/items", params, timeout=30)


def features(response):
    assert response.status_code == 200, response.text[:500]
    return response.json()["features"]


def link(page, rel):
    return next((one["href"] for one in page["links"] if one["rel"] == rel), None)


def through(url, params):
    """Every page of an OGC API, by its next links."""
    with requests.Session() as session:
        while url:
            page = session.get(url, params=params, timeout=30, headers={"Accept": "application/geo+json"}).json()
            yield page
            url, params = link(page, "next"), None


def wfs(server, **params):
    url = server.url if isinstance(server, MapServer) else server.url + Pdok.BAG_WFS
    asked = {key: value for key, value in {**JSON, **params}.items() if value is not None}
    return requests.get(url, asked, timeout=30)


def exception(response):
    assert response.status_code == 400
    assert response.headers["Content-Type"].startswith("text/xml")
    (found,) = ElementTree.fromstring(response.content)
    return found.get("exceptionCode"), found.get("locator")


# -- OGC API ---------------------------------------------------------------------------------------


def test_collections_and_their_systems(pdok):
    for path in ("", "/conformance", "/collections"):
        assert requests.get(pdok.url + pdok.BAG_OGC + path, timeout=9).headers["Content-Type"] == "application/json"
    found = requests.get(pdok.url + pdok.BAG_OGC + "/collections", timeout=9).json()["collections"]
    assert [one["id"] for one in found] == sorted(["adres", *LAYERS])
    assert {RD, f"{DEF}OGC/1.3/CRS84"} <= set(found[4]["crs"])
    assert found[4]["storageCrs"] == RD
    names = requests.get(pdok.url + pdok.BAG_OGC + "/collections/pand/queryables", timeout=9).json()["properties"]
    assert set(names) == {"geometry", "identificatie"}
    real = recorded("gokoala", "expected_collections_features_and_attributes.json")["collections"][0]
    assert set(real) - {"geometryType", "content"} <= set(found[4])


def test_verblijfsobject_has_the_recorded_properties(pdok):
    real = recorded("ogc_api", "kadaster_bag_ogc_v2_verblijfsobject_item.json")
    (made,) = features(items(pdok, identificatie=ONE))
    assert list(made["properties"]) == list(real["properties"])
    for name, value in made["properties"].items():
        assert value is None or real["properties"][name] is None or type(value) is type(real["properties"][name]), name
    assert uuid.UUID(made["id"]).version == uuid.UUID(real["id"]).version == 5
    assert made["geometry"]["type"] == real["geometry"]["type"]
    one = requests.get(f"{pdok.url}{pdok.BAG_OGC}/collections/verblijfsobject/items/{made['id']}", timeout=9).json()
    assert one["properties"] == made["properties"]


def test_pages_look_as_gokoala_was_recorded(pdok):
    def shape(links):
        return [(one["rel"], one["title"], one["type"]) for one in links]

    real = recorded("gokoala", "expected_empty_feature_collection.json")
    made = items(pdok, identificatie="9999999999999999").json()
    assert list(made) == list(real)
    assert shape(made["links"]) == shape(real["links"])
    real, made = recorded("gokoala", "expected_features_properties_order.json"), items(pdok).json()
    assert shape(made["links"]) == shape(real["links"])
    assert (
        link(made, "next").partition("items?")[2] == link(real, "next").partition("items?")[2] == "cursor=Cw%7C&f=json"
    )
    real = recorded("gokoala", "expected_feature_4030.json")
    item = requests.get(f"{pdok.url}{pdok.BAG_OGC}/collections/pand/items/{_pand_id(pdok)}", timeout=9).json()
    assert list(item) == list(real)
    assert shape(item["links"]) == shape(real["links"])
    real = recorded("gokoala", "expected_feature_404.json")
    gone = requests.get(f"{pdok.url}{pdok.BAG_OGC}/collections/pand/items/999999", timeout=9)
    assert gone.status_code == 404
    assert gone.json()["detail"] == real["detail"].replace("dutch-addresses", "pand")
    assert set(gone.json()) == set(real)


def _pand_id(pdok):
    return features(items(pdok, "pand", limit=1))[0]["id"]


@pytest.mark.parametrize(
    ("params", "detail"),
    [
        ({"lang": "nl"}, "unknown query parameter"),
        ({"offset": 10}, "unknown query parameter"),
        ({"postcode": "1384CA"}, "unknown query parameter"),
        ({"crs": "EPSG:28992"}, "should start with"),
        ({"bbox": "1,2,3,4", "bbox_crs": "EPSG:28992"}, "should start with"),
        ({"crs": f"{DEF}EPSG/0/9999"}, "not supported"),
        ({"bbox": "1,2,3"}, "exactly 4 values"),
        ({"bbox": "5,52,5,52"}, "no surface area"),
        ({"bbox": "5,a,5,52"}, "failed to parse"),
        ({"limit": "-1"}, "negative"),
        ({"limit": "x"}, "numeric"),
        ({"identificatie": "04240*"}, "wildcard"),
        ({"identificatie": "1" * 513}, "512"),
        ({"datetime": "2026-01-01T00:00:00Z"}, "datetime"),
        ({"filter": "identificatie='x'"}, "CQL"),
        ({"f": "gml"}, "format"),
    ],
)
def test_ogc_refuses(pdok, params, detail):
    response = items(pdok, **params)
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    assert detail in response.json()["detail"]


def test_limit_is_ten_and_silently_capped(pdok):
    assert len(features(items(pdok))) == 10
    page = items(pdok, limit=5000).json()
    assert len(page["features"]) == page["numberReturned"] == 1000


def test_every_object_comes_once_by_next_links(pdok, weesp_bag):
    pages = list(through(f"{pdok.url}{pdok.BAG_OGC}/collections/verblijfsobject/items", {"limit": 1000, "crs": RD}))
    found = [one["properties"]["identificatie"] for page in pages for one in page["features"]]
    assert found == [row["identificatie"] for row in load(weesp_bag)["verblijfsobject"].rows]
    assert len(found) == N
    assert pdok.count("/items") == len(pages) == 13
    assert not any("numberMatched" in page for page in pages)
    assert {one["rel"] for page in pages for one in page["links"]} == {"self", "alternate", "next", "prev"}
    status = {one["properties"]["status"] for page in pages for one in page["features"]}
    assert {"Verblijfsobject ingetrokken", "Niet gerealiseerd verblijfsobject"} <= status


def test_cursor_is_opaque_and_only_of_its_parameters(pdok):
    first = items(pdok, limit=5).json()
    url = link(first, "next")
    fid, checksum = url.partition("cursor=")[2].partition("&")[0].split("%7C")
    assert base64.urlsafe_b64decode(fid + "==") == b"\x06"
    assert len(base64.urlsafe_b64decode(checksum + "==")) == 4
    second = requests.get(url, timeout=9).json()
    assert second["features"] != first["features"]
    again = requests.get(url.replace("limit=5", "limit=6"), timeout=9)
    assert [one["id"] for one in features(again)][:5] == [one["id"] for one in first["features"]]
    assert [one["id"] for one in features(items(pdok, limit=5, cursor="no|cursor"))] == [
        one["id"] for one in first["features"]
    ]
    assert requests.get(link(second, "prev"), timeout=9).json()["features"] == first["features"]


def test_coordinates_and_their_system(pdok):
    (degrees,) = features(response := items(pdok, identificatie=ONE))
    assert response.headers["Content-Crs"] == f"<{DEF}OGC/1.3/CRS84>"
    assert degrees["geometry"]["coordinates"] == pytest.approx([5.03526, 52.32906], abs=1e-5)
    (metres,) = features(response := items(pdok, identificatie=ONE, crs=RD))
    assert response.headers["Content-Crs"] == f"<{RD}>"
    assert metres["geometry"]["coordinates"] == [131009, 482405]
    assert "crs" not in response.json()


def test_pages_differ_in_order_and_presence_of_properties(pdok):
    pages = [
        [list(one["properties"]) for one in page["features"]]
        for page in through(f"{pdok.url}{pdok.BAG_OGC}/collections/standplaats/items", {"limit": 4})
    ]
    assert len({names for page in pages for names in map(tuple, page)}) >= 3
    assert "toevoeging" in pages[0][0]
    assert "toevoeging" not in pages[1][0]


def test_bbox_in_both_systems_and_what_lies_in_it(pdok, weesp_bag):
    inside = features(items(pdok, bbox="131000,480000,131250,480250", bbox_crs=RD, crs=RD, limit=1000))
    source = ogr.Open(str(weesp_bag))
    layer = source.GetLayerByName("verblijfsobject")
    layer.SetSpatialFilterRect(131000, 480000, 131250, 480250)
    assert len(inside) == layer.GetFeatureCount() in range(10, 1000)
    degrees = features(items(pdok, bbox="5.0351,52.3290,5.0354,52.3291", limit=1000))
    assert ONE in {one["properties"]["identificatie"] for one in degrees}
    assert features(items(pdok, bbox="3,51,3.1,51.1")) == []


def test_panden_stand_behind_their_href(pdok):
    (home,) = features(items(pdok, identificatie=ONE))
    assert "bouwjaar" not in home["properties"]
    (href,) = home["properties"]["pand.href"]
    pand = requests.get(href, timeout=9).json()
    assert pand["properties"]["identificatie"] == "0424100000002206"
    assert requests.get(pand["properties"]["verblijfsobject.href"][0], timeout=9).json()["id"] == home["id"]


def test_house_number_of_adres_is_text(pdok):
    (address,) = features(items(pdok, "adres", identificatie="0424200000017337"))
    assert address["properties"]["huisnummer"] == "3"
    assert address["properties"]["adresseerbaar_object_identificatie"] == ONE


def test_municipalities(pdok):
    if len(pdok.municipalities) == 1:
        pytest.skip("real data grenzen is not here")
    (weesp,) = features(items(pdok, "gemeentegebied", pdok.BRK_OGC, naam="Weesp", crs=RD))
    assert weesp["properties"]["code"] == "0457"
    assert weesp["properties"]["identificatie"] == "GM0457"
    assert weesp["properties"]["ligt_in_provincie_naam"] == "Noord-Holland"
    assert weesp["geometry"]["type"] == "MultiPolygon"
    assert len(features(items(pdok, "gemeentegebied", pdok.BRK_OGC, limit=1000))) == 345
    assert len(features(items(pdok, "provinciegebied", pdok.BRK_OGC, limit=1000))) == 12
    assert len(features(items(pdok, "landgebied", pdok.BRK_OGC))) == 1
    assert features(items(pdok, "gemeentegebied", pdok.BRK_OGC, naam="weesp")) == []


def test_functional_areas_are_in_two_collections_under_two_paths(pdok):
    for base in (pdok.TOP10NL_OGC, pdok.TOP10NL_OGC_OTHER):
        single = features(items(pdok, "functioneel_gebied_vlak", base))
        multiple = features(items(pdok, "functioneel_gebied_multivlak", base))
        kinds = [one["properties"]["typefunctioneelgebied"] for one in single + multiple]
        assert sorted(kinds) == ["bedrijventerrein", "camping, kampeerterrein", "vakantiepark"]
        assert {one["geometry"]["type"] for one in multiple} == {"MultiPolygon"}
    assert items(pdok, "functioneel_gebied_vlak", pdok.TOP10NL_OGC, typefunctioneelgebied="camping").status_code == 400


def test_moved_paths_redirect_and_unknown_ones_are_404(pdok):
    old = pdok.url + "/kadaster/bestuurlijkegebieden/ogc/v1/collections/gemeentegebied/items"
    response = requests.get(old, {"limit": 3, "crs": RD}, timeout=9)
    assert [one.status_code for one in response.history] == [301]
    assert len(features(response)) == 3
    assert response.headers["Content-Crs"] == f"<{RD}>"
    assert requests.get(pdok.url + "/kadaster/bag/ogc/v1", timeout=9).status_code == 404
    assert requests.get(pdok.url + pdok.BAG_OGC + "/collections/nummeraanduiding", timeout=9).status_code == 404
    with Pdok(pdok.bag_light, moved={pdok.BAG_OGC: "/elders"}, moved_status=308) as other:
        response = requests.get(other.url + pdok.BAG_OGC + "/collections", allow_redirects=False, timeout=9)
        assert (response.status_code, response.headers["Location"]) == (308, other.url + "/elders/collections")


# -- WFS -------------------------------------------------------------------------------------------


def test_capabilities_advertise_the_other_path(pdok):
    from owslib.wfs import WebFeatureService

    service = WebFeatureService(pdok.url + pdok.BAG_WFS, version="2.0.0")
    assert set(service.contents) == {f"bag:{name}" for name in LAYERS}
    methods = {method["type"]: method["url"] for method in service.getOperationByName("GetFeature").methods}
    assert methods["Get"].rstrip("?") == pdok.url + pdok.BAG_WFS_ADVERTISED
    assert service.contents["bag:pand"].crsOptions[0].getcodeurn() == "urn:ogc:def:crs:EPSG::28992"
    real = ElementTree.parse(real_data("pdok_responses", "wfs", "pdok_generator_wfs_capabilities_2_0_0.xml"))
    made = requests.get(pdok.url + pdok.BAG_WFS, {"SERVICE": "WFS", "Request": "GetCapabilities"}, timeout=9).content
    ours = _constraints(ElementTree.fromstring(made))
    assert ours["CountDefault"] == "1000"
    assert ours.items() <= _constraints(real.getroot()).items()


def _constraints(root):
    ows = "{http://www.opengis.net/ows/1.1}"
    return {one.get("name"): one.findtext(f"{ows}DefaultValue") for one in root.iter(f"{ows}Constraint")}


def test_wfs_has_the_recorded_properties(pdok, mapserver):
    real = recorded("wfs", "bag_wfs_v2_verblijfsobject_properties.json")["properties"]
    for server in (pdok, mapserver):
        (made,) = features(wfs(server, filter=EQUAL.format("bag:identificatie", ONE)))
        assert list(made["properties"]) == list(real)
        assert [type(value) for value in made["properties"].values()] == [type(value) for value in real.values()]
        assert made["properties"]["huisletter"] == ""


SAME = [
    {"count": 3},
    {},
    {"count": 5000},
    {"startIndex": 12_000, "count": 1000},
    {"startIndex": 20_000},
    {"bbox": "131000,480000,131500,480500,EPSG:28992"},
    {"bbox": "131000,480000,131500,480500,urn:ogc:def:crs:EPSG::28992"},
    {"bbox": "131000,480000,131500,480500"},
    {"bbox": "52.2,4.9,52.4,5.2,EPSG:4326"},
    {"bbox": "4.9,52.2,5.2,52.4,EPSG:4326"},
    {"bbox": "1,1,2,2,EPSG:28992"},
    {"cql_filter": "identificatie='x'", "count": 7},
    {"filter": EQUAL.format("bag:identificatie", ONE)},
    {"filter": EQUAL.format("pandidentificatie", "0424100000002206")},
    {"filter": FES.format(f"<fes:PropertyIsEqualTo>{VALUE.format('identificatie', ONE)}</fes:PropertyIsEqualTo>")},
    {
        "filter": FES.format(
            f"<fes:Or><fes:PropertyIsEqualTo>{VALUE.format('identificatie', ONE)}</fes:PropertyIsEqualTo>"
            f"<fes:PropertyIsEqualTo>{VALUE.format('huisnummer', 999)}</fes:PropertyIsEqualTo></fes:Or>"
        )
    },
    {
        "filter": FES.format(
            f'<fes:And>{BOX}<fes:PropertyIsLike wildCard="*" singleChar="?" escapeChar="\\">'
            f"{VALUE.format('gebruiksdoel', '*winkel*')}</fes:PropertyIsLike></fes:And>"
        )
    },
    pytest.param({"srsName": "EPSG:4326", "count": 5}, marks=only_mapserver_8_0),
    {"propertyName": "bag:identificatie,bag:gebruiksdoel", "count": 5},
    {"typeNames": "bag:pand", "count": 20},
    {"typeNames": "bag:ligplaats"},
    {"typeNames": "bag:standplaats"},
    {"typeNames": "bag:woonplaats"},
]


@pytest.mark.parametrize("params", SAME, ids=lambda params: " ".join(f"{k}={v}" for k, v in params.items())[:60])
def test_our_wfs_answers_as_mapserver_does(pdok, mapserver, params):
    ours, real = wfs(pdok, **params).json(), wfs(mapserver, **params).json()
    assert {one["properties"]["identificatie"] for one in ours["features"]} == {
        one["properties"]["identificatie"] for one in real["features"]
    }
    assert len(ours["features"]) == len(real["features"])
    assert ours.get("crs") == real.get("crs")
    if "filter" not in params and "bbox" not in params:
        for one, other in zip(ours["features"], real["features"]):
            assert one["properties"] == other["properties"]
            assert _flat(one["geometry"]) == pytest.approx(_flat(other["geometry"]), rel=1e-9)


def _flat(geometry):
    def numbers(part):
        return [part] if isinstance(part, (int, float)) else [number for one in part for number in numbers(one)]

    return numbers(geometry["coordinates"])


@pytest.mark.parametrize(
    "params",
    [
        {"outputFormat": "application/json;subtype=geojson"},
        {"typeNames": "bag:adres"},
        {"typeNames": None},
        {"filter": "<Filter"},
        {"filter": EQUAL.format("bestaatniet", "x")},
        {"bbox": "1,2,3"},
        {"srsName": "EPSG:9999"},
        {"filter": EQUAL.format("identificatie", ONE), "bbox": "1,1,2,2,EPSG:28992"},
        {"request": "Bestaatniet"},
    ],
    ids=str,
)
def test_wfs_refuses_in_xml_as_mapserver_does(pdok, mapserver, params):
    exception(wfs(mapserver, **params))
    exception(wfs(pdok, **params))


@only_mapserver_8_0
def test_hits_count_no_further_than_a_page(pdok, mapserver):
    for server in (pdok, mapserver):
        root = ElementTree.fromstring(wfs(server, resultType="hits", outputFormat=None).content)
        assert root.get("numberMatched") == "1000"
    assert wfs(mapserver, resultType="hits").status_code == 502, "MapServer no longer dies of hits in JSON"
    assert len(features(wfs(mapserver, count=3))) == 3
    with Pdok(pdok.bag_light, hits_capped=False, hits_off=-3) as other:
        root = ElementTree.fromstring(wfs(other, resultType="hits").content)
        assert root.get("numberMatched") == str(N - 3)


def test_number_matched_is_only_told_on_a_page_that_is_not_full(pdok, mapserver):
    for server in (pdok, mapserver):
        assert "numberMatched" not in wfs(server).json()
        assert wfs(server, startIndex=12_000).json()["numberMatched"] == N
        root = ElementTree.fromstring(wfs(server, outputFormat=None, count=2).content)
        assert (root.get("numberMatched"), root.get("numberReturned")) == ("unknown", "2")


def test_startindex_has_a_limit_with_an_exception_in_xml(pdok, mapserver):
    assert wfs(pdok, startIndex=50_000).status_code == 200
    response = wfs(pdok, startIndex=50_001)
    assert exception(response) == ("InvalidParameterValue", "typename")
    assert exception(requests.get(pdok.url + pdok.BAG_WFS_ADVERTISED, {**JSON, "STARTINDEX": 60_000}, timeout=9))
    assert wfs(mapserver, startIndex=50_001).status_code == 200
    with Pdok(pdok.bag_light, page_cap=100, startindex_limit=300) as small:
        assert len(features(wfs(small, startIndex=300, count=1000))) == 100
        exception(wfs(small, startIndex=301))
        assert len(features(items(small, limit=1000))) == 100


def test_filter_by_post(pdok, mapserver):
    body = (
        '<wfs:GetFeature xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:fes="http://www.opengis.net/fes/2.0" '
        'xmlns:bag="http://bag.geonovum.nl" service="WFS" version="2.0.0" '
        'outputFormat="application/json; subtype=geojson" count="5"><wfs:Query typeNames="bag:verblijfsobject">'
        f"<fes:Filter><fes:PropertyIsEqualTo>{VALUE.format('identificatie', ONE)}</fes:PropertyIsEqualTo></fes:Filter>"
        "</wfs:Query></wfs:GetFeature>"
    )
    for url in (pdok.url + pdok.BAG_WFS, mapserver.url):
        (found,) = features(requests.post(url, body, headers={"Content-Type": "text/xml"}, timeout=9))
        assert found["properties"]["identificatie"] == ONE


def test_an_unstable_order_repeats_and_misses_at_the_borders_of_pages(pdok):
    with Pdok(pdok.bag_light, unstable=True) as other:
        found = [
            one["properties"]["identificatie"]
            for start in range(0, N, 1000)
            for one in features(wfs(other, startIndex=start))
        ]
    assert len(found) == N
    assert N - 100 < len(set(found)) < N


@only_mapserver_8_0
def test_mapserver_shifts_a_box_that_is_not_in_rd(pdok, mapserver, weesp_bag):
    def missing(server, **params):
        everything = {"typeNames": "bag:pand", "count": 1000, **params}
        return inside - {one["properties"]["identificatie"] for one in features(wfs(server, **everything))}

    box = "131000,480000,131250,480250,EPSG:28992"
    layer = load(weesp_bag)["pand"]
    inside = {layer.rows[i]["identificatie"] for i in layer.within((131000, 480000, 131250, 480250))}
    assert len(inside) > 100
    for server in (pdok, mapserver):
        assert not missing(server, bbox=box)
        assert not missing(server, bbox=box, srsName="EPSG:28992")
    assert not missing(pdok, bbox=box, srsName="EPSG:4326")
    assert missing(mapserver, bbox=box, srsName="EPSG:4326"), "MapServer no longer shifts a box by the datum"


def test_describe_feature_type(pdok, mapserver):
    xsd = "{http://www.w3.org/2001/XMLSchema}element"
    for url in (pdok.url + pdok.BAG_WFS, mapserver.url):
        params = {**FEATURE, "request": "DescribeFeatureType"}
        root = ElementTree.fromstring(requests.get(url, params, timeout=9).content)
        types = {one.get("name"): one.get("type") for one in root.iter(xsd)}
        assert root.get("targetNamespace") == "http://bag.geonovum.nl"
        assert (types["geom"], types["oppervlakte"]) == ("gml:PointPropertyType", "integer")
        assert (types["huisletter"], types["identificatie"]) == ("string", "string")


# -- download, Locatieserver -----------------------------------------------------------------------


def test_bulk_file_comes_whole_and_in_parts(pdok):
    url = pdok.url + pdok.BAG_FILE
    whole = pdok.bag_light.read_bytes()
    head = requests.head(url, timeout=9)
    assert (head.headers["Accept-Ranges"], int(head.headers["Content-Length"])) == ("bytes", len(whole))
    assert requests.get(url, timeout=30).content == whole
    for asked, content in (("0-15", whole[:16]), (f"{len(whole) - 9}-", whole[-9:]), ("-7", whole[-7:])):
        part = requests.get(url, headers={"Range": f"bytes={asked}", "If-Range": head.headers["ETag"]}, timeout=9)
        assert (part.status_code, part.content) == (206, content)
    assert requests.get(url, headers={"Range": f"bytes={len(whole)}-"}, timeout=9).status_code == 416
    other = requests.get(url, headers={"Range": "bytes=0-1", "If-Range": '"another"'}, timeout=9)
    assert (other.status_code, len(other.content)) == (200, len(whole))
    if gdal.GetDriverByName("HTTP") is not None:
        source = ogr.Open(f"/vsicurl/{url}")
        assert source.GetLayerByName("verblijfsobject").GetFeatureCount() == N


def test_locatieserver(pdok):
    url = pdok.url + pdok.LOCATIESERVER
    real = recorded("locatieserver", "foarsitter_free.json")["response"]
    for params in ({"q": "1384CA 3"}, [("q", "*:*"), ("fq", "postcode:1384CA"), ("fq", "huisnummer:3")]):
        made = requests.get(url + "/free", params, timeout=9).json()["response"]
        assert set(real) <= set(made)
        assert made["docs"][0]["adresseerbaarobject_id"] == ONE
        assert set(made["docs"][0]) <= set(real["docs"][0])
    assert requests.get(url + "/lookup", {"id": made["docs"][0]["id"]}, timeout=9).json()["response"]["numFound"] == 1
    refused = requests.get(url + "/free", {"q": "1384CA 3", "lang": "nl"}, timeout=9)
    assert refused.status_code == 400
    assert set(refused.json()["error"]) == set(recorded("locatieserver", "foarsitter_error.json")["error"])
    assert "lang" in refused.json()["error"]["msg"]
    assert requests.get(url + "/free", {"q": "x", "rows": 101}, timeout=9).status_code == 400


# -- faults, log, server ---------------------------------------------------------------------------


def test_log_counts_what_was_asked(pdok):
    wfs(pdok, count=1)
    wfs(pdok, startIndex=60_000)
    items(pdok, limit=1)
    assert [(one.method, one.path, one.status) for one in pdok.log] == [
        ("GET", pdok.BAG_WFS, 200),
        ("GET", pdok.BAG_WFS, 400),
        ("GET", f"{pdok.BAG_OGC}/collections/verblijfsobject/items", 200),
    ]
    assert pdok.count("bag:verblijfsobject", "startIndex=60000") == 1
    assert pdok.log[0].headers["user-agent"].startswith("python-requests")
    assert pdok.most_at_once == 1


def test_a_fault_is_for_some_requests_only(pdok):
    pdok.faults.append(faults.too_many(retry_after=2, match="/pand/", skip=1, times=1))
    statuses = [items(pdok, kind, limit=1).status_code for kind in ("pand", "woonplaats", "pand", "pand")]
    assert statuses == [200, 200, 429, 200]
    pdok.faults.append(faults.unavailable(2, match=lambda request: request.get("limit") == "7"))
    assert [items(pdok, limit=n).status_code for n in (7, 1, 7, 7)] == [503, 200, 503, 200]
    assert pdok.faults[0].apply(Request("GET", "/", ""), None).headers["Retry-After"] == "2"


def test_latency_and_slow_bodies(pdok):
    pdok.faults += [faults.latency(0.2, times=1), faults.slow_body(0.03, skip=1, times=1)]
    for least in (0.2, 0.2):
        began = time.monotonic()
        assert len(features(items(pdok, limit=100))) == 100
        assert time.monotonic() - began >= least


def test_cut_refused_truncated(pdok):
    pdok.faults += [faults.cut(0.5), faults.refused(skip=1), faults.truncated_json(skip=2)]
    assert _arrived(pdok) < 1
    with pytest.raises(requests.exceptions.ConnectionError):
        items(pdok, limit=100)
    response = items(pdok, limit=100)
    assert int(response.headers["Content-Length"]) == len(response.content)
    with pytest.raises(ValueError, match=r"Expecting|Unterminated|delimiter"):
        response.json()
    assert len(features(items(pdok, limit=100))) == 100


def _arrived(pdok):
    """The share of a body that arrived. Older versions of requests do not tell that it is not all of it."""
    try:
        response = items(pdok, limit=100)
    except requests.exceptions.ChunkedEncodingError:
        return 0
    return len(response.content) / int(response.headers["Content-Length"])


def test_pages_that_are_not_what_was_asked(pdok):
    pdok.faults += [faults.html_page(), faults.exception_report(skip=1)]
    assert items(pdok).headers["Content-Type"].startswith("text/html")
    assert "ExceptionReport" in items(pdok).text
    pdok.faults[:] = [faults.renamed_fields({"status": "toestand", "huisnummer": None})]
    (one,) = features(items(pdok, identificatie=ONE))
    assert one["properties"]["toestand"] == "Verblijfsobject in gebruik"
    assert not {"status", "huisnummer"} & set(one["properties"])
    pdok.faults[:] = [faults.gzipped()]
    raw = items(pdok, limit=3)
    assert raw.headers["Content-Encoding"] == "gzip"
    assert len(features(raw)) == 3
    body = requests.get(raw.url, stream=True, timeout=9).raw.read()
    assert len(json.loads(gzip.decompress(body))["features"]) == 3


def test_paging_that_goes_wrong(pdok):
    pdok.faults[:] = [faults.repeating_cursor(skip=1)]
    second = requests.get(link(items(pdok, limit=5).json(), "next"), timeout=9)
    assert link(second.json(), "next") == second.url
    pdok.faults[:] = [faults.empty_page()]
    page = items(pdok, limit=5).json()
    assert (page["features"], page["numberReturned"]) == ([], 0)
    assert link(page, "next")
    pdok.faults[:] = [faults.duplicated_pages(3)]
    pages = list(through(f"{pdok.url}{pdok.BAG_OGC}/collections/ligplaats/items", {"limit": 50}))
    found = [one["id"] for page in pages for one in page["features"]]
    assert len(set(found)) == 167
    assert len(found) == 167 + 3 * 3
    pdok.faults[:] = [faults.redirected("/lv/bag/wfs/v2_0")]
    with pytest.raises(requests.exceptions.TooManyRedirects):
        wfs(pdok)


def test_a_certificate_that_does_not_verify(tmp_path, weesp_bag):
    context, trusted = certificate.make(tmp_path)
    with Pdok(weesp_bag, context=context) as server:
        url = f"{server.url}{server.BAG_OGC}/collections/woonplaats/items"
        with pytest.raises(requests.exceptions.SSLError):
            requests.get(url, timeout=9)
        assert len(features(requests.get(url, verify=trusted, timeout=9))) == 2
        assert link(requests.get(url, verify=trusted, timeout=9).json(), "self").startswith("https://127.0.0.1:")


def test_a_small_made_bag_without_municipalities(tmp_path):
    with Pdok(write_bag(tmp_path / "bag.gpkg")) as server:
        assert len(features(items(server, "standplaats"))) == 2
        assert features(items(server, "pand")) == []
        codes = [one["properties"]["code"] for one in features(items(server, "gemeentegebied", server.BRK_OGC))]
        assert codes == ["9801", "9802"]
        assert len(features(wfs(server))) == 120
    with pytest.raises(requests.exceptions.ConnectionError):
        wfs(server)


def test_servers_leave_nothing_behind(tmp_path, weesp_bag, mapserver, pygeoapi):
    source = write_bag(tmp_path / "bag.gpkg")
    for kind in (MapServer, Pygeoapi):
        folder = tmp_path / kind.__name__
        folder.mkdir()
        with kind(source, folder) as server:
            mine = server._pool._processes if kind is MapServer else [server._process]
            url = server.url + ("" if kind is MapServer else "/collections/verblijfsobject/items?f=json&limit=200")
            assert len(features(requests.get(url, JSON if kind is MapServer else None, timeout=30))) == 120
            running = [process.pid for process in mine]
        for pid in running:
            with pytest.raises(ProcessLookupError):
                os.kill(pid, 0)


# -- the real servers ------------------------------------------------------------------------------


def rows(weesp_bag):
    """What the file itself says: identificatie -> street, number, letter, status, use, area, x, y."""
    layer = load(weesp_bag)["verblijfsobject"]
    return {
        row["identificatie"]: (
            row["openbare_ruimte_naam"],
            row["huisnummer"],
            row["huisletter"] or "",
            row["status"],
            row["gebruiksdoel"],
            row["oppervlakte"],
            point.x,
            point.y,
        )
        for row, point in zip(layer.rows, layer.geometry())
    }


def got(found, street):
    made = {}
    for one in found:
        row = one["properties"]
        x, y = one["geometry"]["coordinates"]
        made[row["identificatie"]] = (
            row[street],
            row["huisnummer"],
            row["huisletter"] or "",
            row["status"],
            row["gebruiksdoel"],
            row["oppervlakte"],
            x,
            y,
        )
    return made


def test_mapserver_serves_every_object_in_pages(mapserver, weesp_bag):
    pages = [features(wfs(mapserver, count=1000, startIndex=start)) for start in range(0, 13_000, 1000)]
    assert [len(page) for page in pages] == [1000] * 12 + [509]
    assert got([one for page in pages for one in page], "openbare_ruimte") == rows(weesp_bag)
    assert mapserver.count("GetFeature") == 13


def test_mapserver_is_a_wfs_to_owslib_and_knows_its_limit(mapserver):
    from owslib.wfs import WebFeatureService

    service = WebFeatureService(mapserver.url, version="2.0.0")
    assert set(service.contents) == {f"bag:{name}" for name in LAYERS}
    made = requests.get(mapserver.url, {"service": "WFS", "request": "GetCapabilities"}, timeout=9).content
    constraints = _constraints(ElementTree.fromstring(made))
    assert constraints["CountDefault"] == "1000"
    assert constraints["PagingIsTransactionSafe"] == "FALSE"


def test_pygeoapi_serves_every_object_in_pages(pygeoapi, weesp_bag):
    url = f"{pygeoapi.url}/collections/verblijfsobject/items"
    pages = list(through(url, {"limit": 1000, "crs": RD}))
    assert [len(page["features"]) for page in pages] == [1000] * 12 + [509]
    assert got([one for page in pages for one in page["features"]], "openbare_ruimte_naam") == rows(weesp_bag)
    assert pygeoapi.count("/items") == 13


def test_habits_of_pygeoapi(pygeoapi):
    url = f"{pygeoapi.url}/collections/verblijfsobject/items"
    first = requests.get(url, {"f": "json", "limit": 5000, "lang": "nl"}, timeout=9)
    assert len(features(first)) == 1000
    assert "numberMatched" not in first.json()
    assert "f=json" not in link(first.json(), "next")
    assert "offset=1000" in link(first.json(), "next")
    html = requests.get(link(first.json(), "next"), headers={"Accept": "text/html"}, timeout=30)
    assert html.headers["Content-Type"].startswith("text/html")
    inside = requests.get(
        url, {"bbox": "131000,480000,131500,480500", "bbox-crs": RD, "crs": RD, "limit": 1000}, timeout=9
    )
    assert inside.headers["Content-Crs"] == f"<{RD}>"
    assert all(131000 <= one["geometry"]["coordinates"][0] <= 131500 for one in features(inside))
    refused = requests.get(url, {"crs": "EPSG:28992"}, timeout=9)
    assert (refused.status_code, "description" in refused.json()) == (400, True)


def test_faults_also_befall_the_real_servers(mapserver, pygeoapi):
    mapserver.faults.append(faults.unavailable(1))
    assert [wfs(mapserver, count=1).status_code for _ in range(2)] == [503, 200]
    pygeoapi.faults.append(faults.too_many(match="offset=10"))
    url = f"{pygeoapi.url}/collections/woonplaats/items"
    assert [requests.get(url, {"offset": n, "f": "json"}, timeout=9).status_code for n in (0, 10, 10)] == [
        200,
        429,
        200,
    ]


def test_the_file_behind_it_all_is_the_real_one(weesp_bag):
    with sqlite3.connect(f"file:{weesp_bag}?mode=ro", uri=True) as database:
        assert database.execute("SELECT count(DISTINCT identificatie) FROM verblijfsobject").fetchone() == (N,)
