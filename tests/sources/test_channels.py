"""Every channel gives the same objects, whatever goes wrong on the way that can be helped; else it says what."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.core import service_errors as failed
from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import CHANNEL_NAMES, OBJECT_LAYERS
from arbeidsmigratie.arbeidsmigratie_plugin.sources import channel, kinds
from arbeidsmigratie.arbeidsmigratie_plugin.sources.channel import NotInOneGo, page_of
from arbeidsmigratie.arbeidsmigratie_plugin.sources.extract import BagFile
from arbeidsmigratie.arbeidsmigratie_plugin.sources.ogcapi import OgcApi
from arbeidsmigratie.arbeidsmigratie_plugin.sources.services import service
from arbeidsmigratie.arbeidsmigratie_plugin.sources.transport import Transport
from arbeidsmigratie.arbeidsmigratie_plugin.sources.wfs import Wfs
from tests.conftest import real_data
from tests.sources.fetched import LACKING, QUICK, area, differences, fetch, rows
from tests.standin import certificate, faults
from tests.standin.faults import Fault
from tests.standin.pdok import Pdok
from tests.standin.server import Response

OBJECTS = {"verblijfsobject": 12_509, "ligplaats": 167, "standplaats": 13}

#: An address of a server -> what the catalogue says of it, and where its requests for objects can be told by.
WAYS = {"ogcapi": (Pdok.BAG_OGC, "/items"), "wfs": (Pdok.BAG_WFS, "GetFeature")}


def use(catalogue, source, server, path=None, **more):
    url = server.url + (WAYS[source][0] if path is None else path)
    catalogue(**{f"bag_{source}": {"url": url, **more}})


def asked(server, source):
    """Requests for pages of objects."""
    return [request for request in server.log if WAYS[source][1] in request.target]


# The same objects ----------------------------------------------------------------------------------------------------


def test_the_file_has_what_was_counted(of_file):
    found = [row["objecttype"] for row in of_file["adressen"].values()]
    assert {kind: found.count(kind) for kind in OBJECT_LAYERS} == OBJECTS
    assert len(of_file["panden"]) == 12_899


@pytest.mark.parametrize(
    ("source", "server"), [("ogcapi", "pdok"), ("wfs", "pdok"), ("wfs", "mapserver"), ("ogcapi", "pygeoapi")]
)
def test_all_of_weesp_arrives_identically(source, server, request, catalogue, tmp_path, of_file):
    running = request.getfixturevalue(server)
    use(catalogue, source, running, None if server == "pdok" else "")
    result = fetch(tmp_path / "uit", source, buildings=True)
    for layer in ("adressen", "panden"):
        found = rows(result["WORKSPACE"], layer)
        assert differences(found, of_file[layer], LACKING[source] if layer == "adressen" else set()) == []
    assert result["KEPT"] == sum(map(len, of_file.values()))
    assert result["REQUESTS"] == len(running.log)


@pytest.mark.parametrize("source", ["ogcapi", "wfs"])
def test_what_a_channel_lacks_is_empty_and_nothing_else(source, pdok, catalogue, tmp_path, of_file):
    use(catalogue, source, pdok)
    found = rows(fetch(tmp_path / "uit", source)["WORKSPACE"])
    filled = {name for row in found.values() for name, value in row.items() if value is not None}
    there = {name for row in of_file["adressen"].values() for name, value in row.items() if value is not None}
    assert there - filled == LACKING[source] & there


# What can be helped --------------------------------------------------------------------------------------------------


def changed(server, **params):
    """The server hears other parameters than were sent; None: it does not hear of them."""

    def change(request, _):
        pairs = dict(parse_qsl(request.query, keep_blank_values=True))
        pairs = {key: value for key, value in {**pairs, **params}.items() if value is not None}
        return server.answer(replace(request, query=urlencode(pairs)))

    return change


RECOVERABLE = {
    "latency": lambda at: faults.latency(0.2, match=at, times=3),
    "slow body": lambda at: faults.slow_body(0.02, match=at, times=2),
    "429 with seconds": lambda at: faults.too_many("1", match=at, skip=1, times=1),
    "429 without": lambda at: faults.too_many(None, match=at, times=2),
    "burst of 503": lambda at: faults.unavailable(3, match=at, skip=2),
    "502 and 504": lambda at: faults.unavailable(2, 502, match=at, skip=4),
    "cut body": lambda at: faults.cut(match=at, skip=1, times=2),
    "closed connection": lambda at: faults.refused(match=at, skip=3, times=2),
    "truncated JSON": lambda at: faults.truncated_json(match=at, skip=1, times=2),
    "gzip": lambda at: faults.gzipped(match=at),
    "duplicated and reordered pages": lambda at: faults.duplicated_pages(match=at),
    "repeating cursor": lambda at: faults.repeating_cursor(match=at),
}


@pytest.mark.parametrize("source", ["ogcapi", "wfs"])
@pytest.mark.parametrize("name", RECOVERABLE)
def test_what_can_be_helped_is_helped(name, source, pdok, catalogue, tmp_path, of_file):
    use(catalogue, source, pdok)
    fault = RECOVERABLE[name](WAYS[source][1])
    pdok.faults.append(fault)
    result = fetch(tmp_path / "uit", source)
    assert fault.hits
    assert differences(rows(result["WORKSPACE"]), of_file["adressen"], LACKING[source]) == []


@pytest.mark.parametrize("name", ["cut body", "burst of 503", "gzip", "truncated JSON"])
@pytest.mark.parametrize(("source", "server"), [("wfs", "mapserver"), ("ogcapi", "pygeoapi")])
def test_real_servers_that_fail_now_and_then(name, source, server, request, catalogue, tmp_path, of_file):
    running = request.getfixturevalue(server)
    use(catalogue, source, running, "")
    fault = RECOVERABLE[name](WAYS[source][1])
    running.faults.append(fault)
    part = shapely.box(130_000, 480_000, 132_000, 482_000)
    result = fetch(tmp_path / "uit", source, where=area(part))
    expected = {key: row for key, row in of_file["adressen"].items() if shapely.intersects(part, row["geom"])}
    assert fault.hits
    assert len(expected) > 2000
    assert differences(rows(result["WORKSPACE"]), expected, LACKING[source]) == []


def test_an_empty_page_with_a_next_one(pdok, catalogue, tmp_path, of_file):
    def emptied(request, answer):
        """Page 3 comes empty, and its objects with the next one."""
        response = answer()
        content = json.loads(response.body)
        if len(pages) == 2:
            kept.extend(content["features"])
            content["features"] = []
        else:
            content["features"] += kept
            kept.clear()
        pages.append(request)
        return replace(response, body=json.dumps(content).encode(), headers=dict(response.headers))

    pages, kept = [], []
    pdok.faults.append(Fault(emptied, match="verblijfsobject/items", times=None))
    use(catalogue, "ogcapi", pdok)
    result = fetch(tmp_path / "uit", "ogcapi")
    assert differences(rows(result["WORKSPACE"]), of_file["adressen"], LACKING["ogcapi"]) == []


def test_a_cursor_that_does_not_move_is_noticed_at_once(pdok):
    pdok.faults.append(faults.repeating_cursor())
    api = OgcApi(replace(service("bag_ogcapi"), url=pdok.url + Pdok.BAG_OGC), Transport(patience=QUICK))
    with pytest.raises(NotInOneGo):
        list(api.pages("verblijfsobject", None, CHANNEL_NAMES))
    assert len(pdok.log) == 1


def test_empty_pages_without_end_are_left(pdok, catalogue, tmp_path):
    def endless(request, _):
        number.append(1)
        link = {"rel": "next", "href": f"{pdok.url}{request.path}?cursor={len(number)}"}
        return Response.text(200, json.dumps({"features": [], "links": [link]}), "application/geo+json")

    number: list[int] = []
    pdok.faults.append(Fault(endless, match="/items", times=None))
    use(catalogue, "ogcapi", pdok)
    spot = area(shapely.box(131_000, 481_000, 131_001, 481_001))
    with pytest.raises(failed.ServiceAnswerError, match="pages that repeat or don't end"):
        fetch(tmp_path / "uit", "ogcapi", where=spot)
    assert len(number) < 2000


@pytest.mark.parametrize("source", ["ogcapi", "wfs"])
@pytest.mark.parametrize(
    "habits",
    [{"page_cap": 300}, {"startindex_limit": 2000}, {"unstable": True}, {"unstable": True, "page_cap": 300}],
    ids=str,
)
def test_habits_of_servers(habits, source, weesp_bag, catalogue, tmp_path, of_file):
    with Pdok(weesp_bag, **habits) as server:
        use(catalogue, source, server)
        result = fetch(tmp_path / "uit", source)
    assert differences(rows(result["WORKSPACE"]), of_file["adressen"], LACKING[source]) == []


def test_an_unstable_order_loses_objects_for_a_plain_loop(weesp_bag):
    """So that the test above shows something."""
    import requests

    with Pdok(weesp_bag, unstable=True) as server:
        params = {"service": "WFS", "request": "GetFeature", "typeNames": "bag:verblijfsobject", "count": "1000"}
        params["outputFormat"] = "application/json"
        got = []
        for start in range(0, 13_000, 1000):
            page = requests.get(server.url + Pdok.BAG_WFS, {**params, "startindex": start}, timeout=30).json()
            got += [feature["properties"]["identificatie"] for feature in page["features"]]
    assert len(got) == OBJECTS["verblijfsobject"] > len(set(got))


def wfs_of(server, **about):
    return Wfs(replace(service("bag_wfs"), url=server.url + Pdok.BAG_WFS, **about), Transport(patience=QUICK))


def identifiers(pages):
    return [one for page in pages for one in page.columns.get("adresseerbaarobject_id", ())]


def test_a_short_page_in_the_middle_is_not_the_last(pdok, of_file):
    def one_less(content):
        content["features"].pop()

    pdok.faults.append(faults.changed_json(one_less, match="typeNames=bag:verblijfsobject", skip=1, times=1))
    found = identifiers(wfs_of(pdok).pages("verblijfsobject", None, CHANNEL_NAMES))
    assert len(found) == len(set(found)) == OBJECTS["verblijfsobject"]


def test_a_short_first_page_without_a_total_is_not_the_last(pdok):
    def half(content):
        content["features"] = content["features"][:80]
        content.pop("numberMatched", None)

    pdok.faults.append(faults.changed_json(half, match="typeNames=bag:ligplaats"))
    found = identifiers(wfs_of(pdok).pages("ligplaats", None, CHANNEL_NAMES))
    assert len(found) == len(set(found)) == OBJECTS["ligplaats"]


@pytest.mark.parametrize("shift", [1, -1], ids=["an object goes", "an object comes"])
def test_objects_that_go_and_come_while_pages_are_read(shift, pdok, catalogue, tmp_path, of_file):
    """After the first page of a tile, one of its objects is gone: all others move up by one place."""

    def moved(request, answer):
        start = int(request.get("startindex"))
        return changed(pdok, startindex=str(start + shift))(request, answer) if start else answer()

    pdok.faults.append(Fault(moved, match="startindex=", times=None))
    use(catalogue, "wfs", pdok)
    result = fetch(tmp_path / "uit", "wfs")
    assert differences(rows(result["WORKSPACE"]), of_file["adressen"], LACKING["wfs"]) == []


@pytest.mark.parametrize(("page", "requests"), [(1, 169), (2, 168), (3, 85), (166, 2), (167, 2), (168, 1)])
def test_pages_of_any_size_hold_everything_once(page, requests, pdok):
    found = identifiers(wfs_of(pdok, page=page).pages("ligplaats", None, CHANNEL_NAMES))
    assert len(found) == len(set(found)) == OBJECTS["ligplaats"]
    assert len(asked(pdok, "wfs")) == requests


@pytest.mark.parametrize("cap", [300, 700])
def test_a_wfs_that_gives_less_than_it_promised(cap, pdok, catalogue, tmp_path, of_file):
    pdok.faults.append(Fault(changed(pdok, count=str(cap)), match="count=1000", times=None))
    use(catalogue, "wfs", pdok)
    result = fetch(tmp_path / "uit", "wfs")
    assert differences(rows(result["WORKSPACE"]), of_file["adressen"], LACKING["wfs"]) == []


def test_a_lower_limit_than_the_service_keeps(pdok, catalogue, tmp_path, of_file):
    use(catalogue, "wfs", pdok, largest_startindex=2000, page=500)
    result = fetch(tmp_path / "uit", "wfs")
    assert differences(rows(result["WORKSPACE"]), of_file["adressen"], LACKING["wfs"]) == []
    assert all(int(request.get("startindex", "0")) <= 2000 for request in asked(pdok, "wfs"))
    assert all(int(request.get("count", "0")) <= 500 for request in asked(pdok, "wfs"))


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_moved_service(status, weesp_bag, catalogue, tmp_path, of_file):
    moved = {"/oud/ogc": Pdok.BAG_OGC, "/oud/wfs": Pdok.BAG_WFS}
    with Pdok(weesp_bag, moved=moved, moved_status=status) as server:
        for source, path in (("ogcapi", "/oud/ogc"), ("wfs", "/oud/wfs")):
            use(catalogue, source, server, path)
            found = rows(fetch(tmp_path / f"uit{source}", source)["WORKSPACE"])
            assert differences(found, of_file["adressen"], LACKING[source]) == []


@pytest.mark.parametrize(
    ("source", "params"), [("ogcapi", {"crs": None}), ("wfs", {"srsName": "EPSG:4326"})], ids=["ogcapi", "wfs"]
)
#: RD out of longitudes is as exact as the numbers of the transformation: half a millimetre.
def test_longitudes_although_rd_was_asked(source, params, pdok, catalogue, tmp_path, of_file):
    pdok.faults.append(Fault(changed(pdok, **params), match=WAYS[source][1], times=None))
    use(catalogue, source, pdok)
    result = fetch(tmp_path / "uit", source, buildings=True)
    for layer in ("adressen", "panden"):
        lacking = LACKING[source] if layer == "adressen" else set()
        assert differences(rows(result["WORKSPACE"], layer), of_file[layer], lacking, tolerance=1e-3) == []


def test_the_header_for_the_coordinates_is_lost(pdok, catalogue, tmp_path, of_file):
    def stripped(_, answer):
        response = answer()
        headers = {name: value for name, value in response.headers.items() if name != "Content-Crs"}
        return replace(response, headers=headers)

    pdok.faults.append(Fault(stripped, times=None))
    use(catalogue, "ogcapi", pdok)
    result = fetch(tmp_path / "uit", "ogcapi")
    assert differences(rows(result["WORKSPACE"]), of_file["adressen"], LACKING["ogcapi"]) == []


def test_fields_in_any_order_absent_where_null_and_lists_with_blanks():
    features = [
        {"properties": {"identificatie": "1", "gebruiksdoel": "winkelfunctie, woonfunctie", "huisletter": ""}},
        {"properties": {"toevoeging": "bis", "identificatie": "2", "gebruiksdoel": "woonfunctie"}},
    ]
    for number, feature in enumerate(features):
        feature["geometry"] = {"type": "Point", "coordinates": [131_000 + number, 481_000]}
    (collection, *_) = kinds.address_collections(area(), "")
    found = collection.rows(page_of(features, collection.names, "http://x/y", ""))
    assert found.columns["gebruiksdoel"].tolist() == ["winkelfunctie,woonfunctie", "woonfunctie"]
    assert found.columns["huisletter"].tolist() == ["", ""]
    assert found.columns["toevoeging"].tolist() == ["", "bis"]


# What can't be helped ------------------------------------------------------------------------------------------------

TO_PSEUDO_MERCATOR = {
    "ogcapi": {"crs": "http://www.opengis.net/def/crs/EPSG/0/3857"},
    "wfs": {"srsName": "urn:ogc:def:crs:EPSG::3857"},
}

UNRECOVERABLE = [
    ("404", failed.ServiceMovedError, "There is nothing (any more) at {url}"),
    ("html", failed.ServiceAnswerError, "{url} answered with an HTML page instead of JSON. Check the address"),
    ("key", errors.FieldMissingError, "has no field identificatie or adresseerbaarobject_id"),
    ("status", errors.FieldMissingError, "has no field status; its fields are: adresseerbaarobject_id"),
    ("number", errors.FieldMissingError, "has no field huisnummer"),
    ("503", failed.ServiceBusyError, "{url} is overloaded or out of order (HTTP 503"),
    (
        "xml",
        failed.ServiceRefusedError,
        "{url} refused the request (HTTP 400): NoApplicableCode: stand-in: the data",
    ),
    ("xml 200", failed.ServiceRefusedError, "the database is away"),
    ("crs", failed.ServiceAnswerError, "answered with coordinates in "),
    ("truncated", failed.ServiceAnswerError, "JSON that is damaged or breaks off"),
    ("list", failed.ServiceAnswerError, "{url} answered with JSON without features instead of a collection"),
    ("no geojson", failed.ServiceAnswerError, "objects that are no GeoJSON"),
    ("axes", failed.ServiceAnswerError, "coordinates outside the Netherlands"),
]


def broken(name, source, server):
    at = {"match": WAYS[source][1], "times": None}

    def swapped(content):
        for feature in content["features"]:
            feature["geometry"] = {"type": "Point", "coordinates": [481_000, 131_000]}

    def strange(content):
        content["features"][0]["geometry"] = {"type": "Point", "coordinates": "hier"}

    return (
        {
            "404": lambda: Fault(lambda *_: Response.text(404, "404"), **at),
            "html": lambda: faults.html_page(**at),
            "key": lambda: faults.renamed_fields({"identificatie": "id"}, **at),
            "status": lambda: faults.renamed_fields({"status": "toestand"}, **at),
            "number": lambda: faults.renamed_fields({"huisnummer": None}, **at),
            "503": lambda: faults.unavailable(**at),
            "xml": lambda: faults.exception_report(400, **at),
            "xml 200": lambda: faults.exception_report(200, **at),
            "crs": lambda: Fault(changed(server, **TO_PSEUDO_MERCATOR[source]), **at),
            "truncated": lambda: faults.truncated_json(**at),
            "list": lambda: Fault(lambda *_: Response.text(200, '{"a": []}', "application/json"), **at),
            "no geojson": lambda: faults.changed_json(strange, **at),
            "axes": lambda: faults.changed_json(swapped, **at),
        }[name]()
        if name != "503"
        else faults.unavailable(None, match=WAYS[source][1])
    )


@pytest.mark.parametrize("source", ["ogcapi", "wfs"])
@pytest.mark.parametrize(("name", "kind", "sentence"), UNRECOVERABLE, ids=[name for name, *_ in UNRECOVERABLE])
def test_what_can_not_be_helped_is_told_in_one_sentence(name, kind, sentence, source, pdok, catalogue, tmp_path):
    use(catalogue, source, pdok)
    pdok.faults.append(broken(name, source, pdok))
    with pytest.raises(kind) as raised:
        fetch(tmp_path / "uit", source)
    message = str(raised.value)
    assert re.search(re.escape(sentence).replace(r"\{url\}", re.escape(pdok.url) + r"\S*"), message), message
    assert pdok.url in message
    assert "bbox" not in message
    assert "\n" not in message
    assert list((tmp_path / "uit").iterdir()) == []


@pytest.mark.parametrize("source", ["ogcapi", "wfs"])
def test_a_certificate_that_does_not_verify(source, weesp_bag, catalogue, tmp_path):
    context, _ = certificate.make(tmp_path)
    with Pdok(weesp_bag, context=context) as server:
        use(catalogue, source, server)
        with pytest.raises(failed.ServiceCertificateError, match=f"certificate of {server.url}.*root certificate"):
            fetch(tmp_path / "uit", source)
    assert list((tmp_path / "uit").iterdir()) == []


@pytest.mark.parametrize("source", ["ogcapi", "wfs"])
def test_a_service_that_is_down(source, catalogue, tmp_path):
    catalogue(**{f"bag_{source}": {"url": "http://127.0.0.1:9/dienst"}})
    with pytest.raises(failed.ServiceUnreachableError, match=r"http://127\.0\.0\.1:9/dienst\S* can't be reached"):
        fetch(tmp_path / "uit", source)
    assert list((tmp_path / "uit").iterdir()) == []


ERRORS = [
    ('{"code": 500, "description": "querying took too long"}', "(HTTP 200): 500: querying took too long"),
    ('{"title": "Bad Gateway", "detail": "no database", "status": 502}', "(HTTP 200): Bad Gateway: no database"),
    ('{"error": {"msg": "no database"}}', "(HTTP 200): no database"),
    ('{"title": "The BAG", "description": "All of it", "links": []}', "answered with JSON without features"),
]


@pytest.mark.parametrize("source", ["ogcapi", "wfs"])
@pytest.mark.parametrize(("body", "sentence"), ERRORS)
def test_an_error_in_json_keeps_its_words(body, sentence, source, pdok, catalogue, tmp_path):
    at = WAYS[source][1]
    pdok.faults.append(Fault(lambda *_: Response.text(200, body, "application/json"), match=at, times=None))
    use(catalogue, source, pdok)
    with pytest.raises(failed.ServiceError, match=re.escape(sentence)):
        fetch(tmp_path / "uit", source)


def test_a_next_page_on_another_server_is_not_followed(pdok, catalogue, tmp_path):
    def elsewhere(content):
        for link in content["links"]:
            link["href"] = link["href"].replace("127.0.0.1", "localhost")

    pdok.faults.append(faults.changed_json(elsewhere, match="/items"))
    use(catalogue, "ogcapi", pdok)
    with pytest.raises(failed.ServiceAnswerError, match="a next page on another server"):
        fetch(tmp_path / "uit", "ogcapi")
    assert all(request.headers["host"].startswith("127.0.0.1") for request in pdok.log)


def test_links_without_an_address_or_for_other_formats(pdok, catalogue, tmp_path, of_file):
    def more(content):
        content["links"] = [{"rel": "next"}, "x", {"rel": "next", "type": "text/html", "href": "/x"}, *content["links"]]

    pdok.faults.append(faults.changed_json(more, match="/items"))
    use(catalogue, "ogcapi", pdok)
    result = fetch(tmp_path / "uit", "ogcapi")
    assert differences(rows(result["WORKSPACE"]), of_file["adressen"], LACKING["ogcapi"]) == []


# What is nobody's business -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel_of", [OgcApi, Wfs])
def test_an_address_has_no_log_in_and_no_key(channel_of):
    about = replace(service("bag_ogcapi"), url="https://jan:geheim@x.nl/bag?apikey=SLEUTEL")
    address = channel_of(about, Transport()).address("pand")
    assert address in ("https://x.nl/bag/collections/pand/items", "https://x.nl/bag?typeNames=pand")


def test_a_key_goes_with_every_request_and_nowhere_else(pdok, catalogue, tmp_path):
    use(catalogue, "wfs", pdok, Pdok.BAG_WFS + "?apikey=SLEUTEL")
    result = fetch(tmp_path / "uit", "wfs", where=area(shapely.box(131_000, 481_000, 131_200, 481_200)))
    assert {request.get("apikey") for request in pdok.log} == {"SLEUTEL"}
    assert {request.path for request in asked(pdok, "wfs")} == {Pdok.BAG_WFS_ADVERTISED}
    with sqlite3.connect(result["WORKSPACE"]) as database:
        ((addresses,),) = database.execute("SELECT bestand FROM herkomst WHERE laag = 'adressen'").fetchall()
    assert addresses.split(", ")[0] == f"{pdok.url}{Pdok.BAG_WFS}?typeNames=bag:verblijfsobject"
    assert b"SLEUTEL" not in Path(result["WORKSPACE"]).read_bytes()


def test_a_key_of_an_ogc_api_stays_behind_the_path(pdok, catalogue, tmp_path):
    use(catalogue, "ogcapi", pdok, Pdok.BAG_OGC + "?apikey=SLEUTEL")  # which this server does not know
    with pytest.raises(failed.ServiceRefusedError, match="verblijfsobject/items refused") as raised:
        fetch(tmp_path / "uit", "ogcapi")
    assert (pdok.log[0].path, pdok.log[0].get("apikey")) == (
        f"{Pdok.BAG_OGC}/collections/verblijfsobject/items",
        "SLEUTEL",
    )
    assert "SLEUTEL" not in str(raised.value)


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://jan:geheim@x.nl/b", True),
        ("https://x.nl:443/b", True),
        ("HTTPS://X.nl/b", True),
        ("http://x.nl/b", False),
        ("https://x.nl:8443/b", False),
        ("https://x.nl:99999/b", False),
        ("https://x.nl@y.nl/b", False),
    ],
)
def test_the_same_server_in_any_writing(url, same):
    assert channel.same_server(url, "https://x.nl/a") is same


# The WFS and what it says of itself ----------------------------------------------------------------------------------


def described(server, change):
    """Another description of the WFS."""

    def edit(_, answer):
        response = answer()
        return replace(response, body=change(response.body.decode()).encode())

    server.faults.append(Fault(edit, match="GetCapabilities", times=None))


@pytest.mark.parametrize(
    ("change", "kind", "sentence"),
    [
        (
            lambda xml: xml.replace("bag:ligplaats", "bag:lig"),
            failed.ServiceMovedError,
            "It has no type bag:ligplaats",
        ),
        (lambda xml: xml.replace("json", "yson"), failed.ServiceAnswerError, "no GeoJSON among text/xml"),
        (lambda xml: xml.replace('"GetFeature"', '"Get"'), failed.ServiceAnswerError, "without GetFeature"),
        (lambda xml: "<a/>", failed.ServiceAnswerError, "another document instead of the capabilities"),
        (
            lambda xml: re.sub("<ows:ServiceIdent.*", "</wfs:WFS_Capabilities>", xml),
            failed.ServiceAnswerError,
            "incomp",
        ),
        (lambda xml: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', failed.ServiceAnswerError, "document type"),
        (lambda xml: "<html></html>", failed.ServiceAnswerError, "an HTML page instead of XML"),
    ],
)
def test_a_description_that_can_not_be_used(change, kind, sentence, pdok, catalogue, tmp_path):
    described(pdok, change)
    use(catalogue, "wfs", pdok)
    with pytest.raises(kind, match=sentence) as raised:
        fetch(tmp_path / "uit", "wfs")
    assert pdok.url in str(raised.value)
    assert list((tmp_path / "uit").glob("regio*")) == []


def test_the_address_of_the_description_is_followed_on_the_same_server_only(pdok, catalogue, tmp_path):
    spot = area(shapely.box(131_000, 481_000, 131_100, 481_100))
    use(catalogue, "wfs", pdok)
    fetch(tmp_path / "een", "wfs", where=spot)
    assert {request.path for request in asked(pdok, "wfs")} == {Pdok.BAG_WFS_ADVERTISED}
    pdok.reset()
    described(pdok, lambda xml: xml.replace("127.0.0.1", "localhost"))
    fetch(tmp_path / "twee", "wfs", where=spot)
    assert {request.path for request in asked(pdok, "wfs")} == {Pdok.BAG_WFS}


def test_pages_of_the_size_that_the_service_gives(weesp_bag, catalogue, tmp_path):
    with Pdok(weesp_bag, page_cap=250) as server:
        use(catalogue, "wfs", server)
        fetch(tmp_path / "uit", "wfs", where=area(shapely.box(131_000, 481_000, 132_000, 482_000)))
        assert {request.get("count") for request in asked(server, "wfs")} == {"250"}


@pytest.mark.parametrize("server", ["pdok", "mapserver"])
@pytest.mark.parametrize("wanted", [["0457010000005412"], ["0457010000005412", "0457010000005415", "0"]])
def test_objects_with_a_value_are_asked_by_a_filter(wanted, server, request):
    running = request.getfixturevalue(server)
    about = replace(service("bag_wfs"), url=running.url + (Pdok.BAG_WFS if server == "pdok" else ""))
    wfs = Wfs(about, Transport(patience=QUICK))
    (page,) = wfs.having("verblijfsobject", "bag:identificatie", wanted, CHANNEL_NAMES)
    assert sorted(page.columns["adresseerbaarobject_id"]) == wanted[:2]


# No more requests than needed ----------------------------------------------------------------------------------------


def test_requests_of_the_ogc_api_are_the_fewest_possible(pdok, catalogue, tmp_path):
    use(catalogue, "ogcapi", pdok)
    result = fetch(tmp_path / "uit", "ogcapi", where=area(shapely.box(129_800, 476_700, 135_600, 482_500)))
    pages = sum(-(-n // 1000) for n in OBJECTS.values())
    assert result["REQUESTS"] == pages == 15


def test_requests_of_the_wfs_are_the_fewest_possible_and_two(pdok, catalogue, tmp_path):
    use(catalogue, "wfs", pdok)
    result = fetch(tmp_path / "uit", "wfs", where=area(shapely.box(129_800, 476_700, 135_600, 482_500)))
    # its description, and whether the tile goes beyond the limit; pages that overlap by one object need no more
    assert result["REQUESTS"] == 15 + 2


# What was recorded ---------------------------------------------------------------------------------------------------


def recorded(*parts):
    return json.loads(real_data("pdok_responses", *parts).read_text(encoding="utf-8"))


def test_a_recorded_object_of_the_ogc_api():
    feature = recorded("ogc_api", "kadaster_bag_ogc_v2_verblijfsobject_item.json")
    names = {**CHANNEL_NAMES}
    page = page_of([feature], names, "http://x/y", "")
    properties = feature["properties"]
    assert page.columns["adresseerbaarobject_id"].tolist() == [properties["identificatie"]]
    assert page.columns["nummeraanduiding_id"].tolist() == [properties["hoofdadres_identificatie"]]
    assert page.columns["gemeentecode"].tolist() == [properties["bronhouder_identificatie"]]
    assert page.columns["straat"].tolist() == [properties["openbare_ruimte_naam"]]
    assert page.columns["woonplaats"].tolist() == [properties["woonplaats_naam"]]
    assert set(CHANNEL_NAMES) == set(page.columns)


def test_the_recorded_fields_of_the_wfs():
    content = recorded("wfs", "bag_wfs_v2_verblijfsobject_properties.json")
    properties = content if "identificatie" in content else next(iter(content.values()))
    page = page_of([{"properties": properties, "geometry": None}], CHANNEL_NAMES, "http://x/y", "")
    assert set(CHANNEL_NAMES) - set(page.columns) == LACKING["wfs"]


@pytest.mark.parametrize("name", ["expected_empty_feature_collection.json", "expected_features_properties_order.json"])
def test_recorded_pages_of_gokoala(name):
    content = recorded("gokoala", name)
    features = channel.features_of(content, "http://x/y")
    page = page_of(features, {"key": ("code", "identificatie", "straatnaam")}, "http://x/y", "")
    assert len(page) == len(features) == content["numberReturned"]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("expected_feature_404.json", failed.ServiceMovedError),
        ("expected_features_cql_non_queryable.json", failed.ServiceRefusedError),
    ],
)
def test_what_gokoala_says_of_a_refusal_reaches_the_user(name, error, httpserver):
    content = recorded("gokoala", name)
    problem = {"status": content["status"], "content_type": "application/problem+json"}
    httpserver.expect_request("/items").respond_with_json(content, **problem)
    with pytest.raises(error, match=re.escape(content["detail"].split("\n")[0][:40])):
        Transport(patience=QUICK).get(httpserver.url_for("/items"))


def test_recorded_capabilities_of_a_wfs(httpserver):
    """Its types are not those of the BAG: the one that is missing is named."""
    path = real_data("pdok_responses", "wfs", "pdok_generator_wfs_capabilities_2_0_0.xml")
    httpserver.expect_request("/wfs").respond_with_data(path.read_bytes(), content_type="text/xml")
    about = replace(service("bag_wfs"), url=httpserver.url_for("/wfs"))
    with pytest.raises(failed.ServiceMovedError, match="bag:verblijfsobject"):
        Wfs(about, Transport(patience=QUICK)).fields("verblijfsobject")


def test_a_geopackage_of_another_make_is_refused_by_name(tmp_path):
    """The test file of PDOK's server has addresses, and is no bag-light."""
    with pytest.raises(errors.LayerMissingError, match=r"bag\.gpkg has no .*ligplaatsen"):
        BagFile(real_data("pdok_responses", "gokoala", "bag.gpkg"))
