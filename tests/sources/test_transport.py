"""Asking a web service: every fault, through requests and through QGIS alike."""

from __future__ import annotations

import gzip
import json
import socket
import subprocess
import sys
import time
import tracemalloc
import zlib
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from werkzeug import Response

from arbeidsmigratie.arbeidsmigratie_plugin.core import service_errors as failed
from arbeidsmigratie.arbeidsmigratie_plugin.core.cancel import Cancelled
from arbeidsmigratie.arbeidsmigratie_plugin.sources.bodies import shown, tidy
from arbeidsmigratie.arbeidsmigratie_plugin.sources.transport import PATIENCE, Kind, Patience, user_agent
from arbeidsmigratie.arbeidsmigratie_plugin.version import version
from tests.conftest import ROOT
from tests.sources.rawserver import (
    QUICK,
    Later,
    answer,
    chunked,
    drip,
    make_certificate,
    plain_transport,
    raw,
    silence,
    through_qgis,
)

GOOD = answer()


@pytest.fixture(params=["plain", "qgis"])
def way(request):
    """How to make a Transport: (cancelled, patience) -> Transport."""
    if request.param == "plain":
        return plain_transport
    request.getfixturevalue("qgis_app")
    return through_qgis


@pytest.fixture
def transport(way):
    return way()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return make_certificate(tmp_path_factory.mktemp("tls"))


# What goes well ------------------------------------------------------------------------------------------------------


def test_an_answer_arrives_whole(httpserver, transport):
    content = {"features": [{"id": number, "naam": "Ĳsselstein"} for number in range(2000)]}
    httpserver.expect_request("/items").respond_with_json(content, headers={"Content-Crs": "<x>"})
    reply = transport.get(httpserver.url_for("/items"))
    assert reply.json() == content
    assert reply.json() is reply.json()
    assert reply.headers["content-crs"] == "<x>"
    assert reply.url == httpserver.url_for("/items")
    assert transport.sent == 1


@pytest.mark.parametrize(("kind", "wanted"), [(Kind.JSON, "application/geo+json"), (Kind.XML, "application/xml")])
def test_the_content_type_is_asked_for(kind, wanted, httpserver, transport):
    body, given = (b"{}", "application/json") if kind is Kind.JSON else (b"<a/>", "text/xml")
    httpserver.expect_request("/x").respond_with_response(Response(body, content_type=given))
    transport.get(httpserver.url_for("/x"), expected=kind)
    (request, _) = httpserver.log[0]
    assert request.headers["Accept"].split(",")[0] == wanted


def test_parameters_are_added_and_encoded_once(httpserver, transport):
    wanted = {"outputFormat": "application/json; subtype=geojson", "bbox": "1,2,3,4", "q": "a&b+c é%2B"}
    httpserver.expect_request("/wfs").respond_with_json({})
    transport.get(httpserver.url_for("/wfs?service=WFS&cursor=a%7Cb%2Bc%3D"), wanted)
    (request, _) = httpserver.log[0]
    assert dict(request.args) == {"service": "WFS", "cursor": "a|b+c=", **wanted}


def test_the_plugin_names_itself_and_asks_for_packed_answers(transport):
    with raw(GOOD) as server:
        transport.get(server.url())
        assert server.header("User-Agent") == user_agent()
        assert "gzip" in server.header("Accept-Encoding")
        assert server.count == 1
    assert user_agent().startswith(f"Arbeidsmigratie/{version()} QGIS-plugin (+http")


def test_packed_answers_are_unpacked(httpserver, transport):
    packed = gzip.compress(json.dumps({"text": "x" * 100_000}).encode())
    httpserver.expect_request("/gz").respond_with_data(
        packed, headers={"Content-Encoding": "gzip"}, content_type="application/geo+json"
    )
    assert len(transport.get(httpserver.url_for("/gz")).json()["text"]) == 100_000


def test_answers_packed_in_parts_are_unpacked(way):
    """As servers do that pack while they write: each part is a pack of its own."""
    body = json.dumps({"a": "x" * 100_000, "b": list(range(5000))}).encode()
    packed = b"".join(gzip.compress(body[at : at + 7000]) for at in range(0, len(body), 7000))
    for behind in (b"", b"\0" * 600, b"rest"):
        with raw(answer(packed + behind, Content_Encoding="gzip")) as server:
            assert way().get(server.url()).body == body


@pytest.mark.parametrize("end", [-1, -9, -40])
def test_an_answer_of_which_a_part_is_missing_is_asked_again(end, way):
    packed = (gzip.compress(b'{"a": ') + gzip.compress(b"1}" + b" " * 999))[:end]
    with raw(answer(packed, Content_Encoding="gzip"), GOOD) as server:
        assert way().get(server.url()).json() == {"a": 1}
        assert server.count == 2


def test_parts_that_unpack_to_too_much(way):
    packed = gzip.compress(bytes(600_000)) * 3
    with raw(answer(packed, Content_Encoding="gzip")) as server, pytest.raises(failed.ServiceTooLargeError):
        way().get(server.url(), largest=1_000_000)


def test_a_slow_answer_is_awaited(transport):
    with raw(silence(0.4, GOOD)) as server:
        assert transport.get(server.url()).json() == {"a": 1}
        assert server.count == 1


@pytest.mark.parametrize("kind", ["application/json", "application/vnd.geo+json", "text/plain; charset=utf-8", None])
def test_json_under_any_name_that_does_not_contradict(way, kind):
    with raw(answer(b'\xef\xbb\xbf {"a": 1}\n', kind=kind, Content_Type=kind)) as server:
        assert way().get(server.url()).json() == {"a": 1}


def test_xml(transport):
    with raw(answer(b"<?xml version='1.0'?><a xmlns='u'>t</a>", kind="text/xml; subtype=gml/3.2")) as server:
        reply = transport.get(server.url(), expected=Kind.XML)
    assert reply.xml().tag == "{u}a"
    with pytest.raises(failed.ServiceAnswerError, match="XML instead of JSON"):
        reply.json()


def test_anything_is_taken_as_it_comes_and_parsed_when_asked(transport):
    with raw(answer(b"PK\x03\x04", kind="application/zip")) as server:
        reply = transport.get(server.url(), expected=Kind.ANY)
    assert reply.body == b"PK\x03\x04"
    with pytest.raises(failed.ServiceAnswerError, match="application/zip instead of JSON"):
        reply.json()
    with raw(GOOD) as server:
        assert transport.get(server.url(), expected=Kind.ANY).json() == {"a": 1}


# Faults that pass ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_service_is_asked_again_after_ever_longer_waits(way, httpserver, status):
    moments = []

    def handler(request):
        moments.append(time.monotonic())
        return Response('{"a": 1}', 200 if len(moments) == 3 else status, content_type="application/json")

    httpserver.expect_request("/busy").respond_with_handler(handler)
    transport = way(patience=Patience(attempts=3, first_wait=0.08))
    assert transport.get(httpserver.url_for("/busy")).json() == {"a": 1}
    assert transport.sent == len(moments) == 3
    first, second = moments[1] - moments[0], moments[2] - moments[1]
    assert 0.04 <= first <= 0.2
    assert 0.08 <= second <= 0.3


def test_a_service_says_how_long_to_wait(transport):
    with raw(answer(status="429 Too Many Requests", Retry_After="1"), GOOD) as server:
        assert transport.get(server.url()).json() == {"a": 1}
        assert 1.0 <= server.gaps[0] <= 1.5


def test_a_service_says_until_when_to_wait(transport):
    moment = (datetime.now(timezone.utc) + timedelta(seconds=1.3)).replace(microsecond=0)
    busy = answer(status="503 Busy", Retry_After=format_datetime(moment, usegmt=True))
    with raw(busy, GOOD) as server:
        assert transport.get(server.url()).json() == {"a": 1}
    assert moment <= datetime.now(timezone.utc) <= moment + timedelta(seconds=0.5)
    assert server.gaps[0] > 0.2


@pytest.mark.parametrize("said", ["-5", "soon", "Wed, 01 Jan 2020 00:00:00 GMT", "", "0"])
def test_a_wait_that_makes_no_sense_is_ours(way, said):
    with raw(answer(status="503 Busy", Retry_After=said), GOOD) as server:
        way().get(server.url())
        assert 0.02 <= server.gaps[0] <= 0.4


PACKED = gzip.compress(json.dumps({"a": list(range(1000))}).encode())
BROKEN = {
    "before the head": b"",
    "in the head": b"HTTP/1.1 200 OK\r\nContent-Type: appli",
    "in the body": answer(b'{"a": 1, "b": [', Content_Length="5000"),
    "at what looks like the end": answer(b'{"a": 2}', Content_Length="5000"),
    "in a chunk": chunked(b'{"a": 1, ', end=b"20\r\nabc"),
    "between chunks": chunked(b'{"a": 2}', end=b""),
    "in a packed body": answer(PACKED[:-9], Content_Encoding="gzip", Content_Length=str(len(PACKED))),
    "in a packed body of unknown length": answer(PACKED[:40], Content_Encoding="gzip", Content_Length=None),
}


@pytest.mark.parametrize("where", BROKEN)
def test_a_connection_that_breaks_is_made_again(way, where):
    with raw(BROKEN[where], GOOD) as server:
        transport = way()
        assert transport.get(server.url()).json() == {"a": 1}
        if way is plain_transport or "head" not in where:  # where nothing came yet, Qt itself sends again
            assert transport.sent == server.count == 2


@pytest.mark.parametrize("where", [where for where in BROKEN if "head" not in where])
def test_half_an_answer_of_any_kind_is_not_taken(way, where):
    with raw(BROKEN[where], answer(b"whole", kind="text/csv")) as server:
        assert way().get(server.url(), expected=Kind.ANY).body == b"whole"
        assert server.count == 2


@pytest.mark.parametrize("where", ["before the head", "in the body", "between chunks"])
def test_a_connection_that_keeps_breaking(way, where):
    with raw(BROKEN[where]) as server:
        with pytest.raises(failed.ServiceUnreachableError, match=r"/data can't be reached: the connection broke off"):
            way().get(server.url())
        if way is plain_transport or "head" not in where:
            assert server.count == 3
        assert server.count <= 12


PART = answer(b'{"features": [{"id": 1}, {"i', Content_Length=None)


def test_json_that_breaks_off_unseen_is_asked_again(transport):
    with raw(PART, GOOD) as server:
        assert transport.get(server.url()).json() == {"a": 1}
        assert transport.sent == 2


def test_json_that_keeps_breaking_off(transport):
    with raw(PART) as server:
        with pytest.raises(failed.ServiceAnswerError, match="JSON that is damaged or breaks off instead of JSON"):
            transport.get(server.url())
        assert server.count == 3


@pytest.mark.parametrize(("body", "kind"), [(b"", Kind.JSON), (b" \n", Kind.JSON), (b"<a><b>", Kind.XML)])
def test_nothing_or_half_a_document_is_asked_again(way, body, kind):
    whole = answer(b"<a/>", kind="text/xml") if kind is Kind.XML else GOOD
    with raw(answer(body, kind=f"application/{kind.value.lower()}"), whole) as server:
        way().get(server.url(), expected=kind)
        assert server.count == 2


def test_silence_is_not_awaited_for_ever(way):
    with raw(silence(5)) as server:
        with pytest.raises(failed.ServiceUnreachableError, match="no answer in time"):
            way(patience=Patience(read=0.2, attempts=2, first_wait=0.01)).get(server.url())
        assert server.count == 2
        assert server.gaps[0] < 1.0


def test_a_silent_body_is_not_awaited_for_ever(way):
    with raw(SLOW["in the body, silent"]) as server:
        with pytest.raises(failed.ServiceUnreachableError, match="no answer in time"):
            way(patience=Patience(read=0.2, attempts=2, first_wait=0.01)).get(server.url())
        assert server.count == 2


def test_a_damaged_pack_is_asked_again(transport):
    with raw(answer(b"no pack at all", Content_Encoding="gzip"), GOOD) as server:
        assert transport.get(server.url()).json() == {"a": 1}
        assert server.count == 2


def test_a_trickle_is_not_awaited_for_ever(way):
    with raw(drip(answer(b"{", Content_Length="100000"))) as server:
        began = time.monotonic()
        with pytest.raises(failed.ServiceUnreachableError, match="no answer in time"):
            way(patience=Patience(read=5, whole=0.5, attempts=1)).get(server.url())
        assert time.monotonic() - began < 1.5


# Refusals ------------------------------------------------------------------------------------------------------------

OWS = """<?xml version="1.0" encoding="UTF-8"?>
<ows:ExceptionReport xmlns:ows="{ns}" version="2.0.0"><!-- hidden -->
  <ows:Exception exceptionCode="InvalidParameterValue" locator="typename">
    <ows:ExceptionText>It is not possible to use a 'startindex'
       higher than 50.000.   {more}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"""
OWS_11 = OWS.format(ns="http://www.opengis.net/ows/1.1", more="")
OWS_20 = OWS.format(ns="http://www.opengis.net/ows/2.0", more="x" * 5000)
WMS = """<?xml version='1.0' encoding="ISO-8859-1" standalone="no" ?>
<!DOCTYPE ServiceExceptionReport SYSTEM "http://schemas.opengis.net/wms/1.1.1/exception_1_1_1.dtd">
<ServiceExceptionReport version="1.1.1"><ServiceException code="LayerNotDefined">
msWMSLoadGetMapParams(): Invalid layer(s).</ServiceException></ServiceExceptionReport>"""


@pytest.mark.parametrize("status", ["200 OK", "400 Bad Request"])
@pytest.mark.parametrize("kind", [Kind.JSON, Kind.XML, Kind.ANY])
def test_an_exception_report_is_an_error_whatever_was_asked_and_said(way, kind, status):
    with raw(answer(OWS_11.encode(), status, kind="application/json")) as server:
        with pytest.raises(failed.ServiceRefusedError) as caught:
            way().get(server.url(), expected=kind)
        assert server.count == 1
    message = str(caught.value)
    assert "InvalidParameterValue: It is not possible to use a 'startindex' higher than 50.000" in message
    assert f"(HTTP {status[:3]})" in message
    assert caught.value.values["status"] == int(status[:3])
    assert "hidden" not in message


@pytest.mark.parametrize(("text", "words"), [(OWS_20, r"xxx\.\.\."), (WMS, r"LayerNotDefined: msWMS.*Invalid layer")])
def test_exception_reports_of_all_versions_on_one_short_line(way, text, words):
    with (
        raw(answer(text.encode(), kind="text/xml")) as server,
        pytest.raises(failed.ServiceError, match=words) as caught,
    ):
        way().get(server.url())
    assert type(caught.value) is failed.ServiceRefusedError
    assert len(str(caught.value)) < 600
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"error": {"msg": "undefined field", "code": 400}}, "400: undefined field"),
        ({"error": "no such thing"}, "no such thing"),
        ({"title": "Bad Request", "detail": "unknown query parameter(s) found: x"}, "Bad Request: unknown query par"),
        ({"code": "InvalidParameterValue", "description": "bbox?"}, r"InvalidParameterValue: bbox\?"),
        ({"else": 1}, "HTTP 403.: Forbidden"),
        ([1], "HTTP 403.: Forbidden"),
        ("<html><body>no</body></html>", "HTTP 403.: Forbidden"),
        ("<a>", "HTTP 403.: Forbidden"),
        ("", "HTTP 403.: Forbidden"),
    ],
)
def test_a_refusal_is_given_in_the_words_of_the_service(way, body, words):
    text = body if isinstance(body, str) else json.dumps(body)
    with raw(answer(text.encode(), "403 Forbidden", "application/problem+json")) as server:
        with pytest.raises(failed.ServiceRefusedError, match=words):
            way().get(server.url())
        assert server.count == 1


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, failed.ServiceRefusedError),
        (401, failed.ServiceRefusedError),
        (403, failed.ServiceRefusedError),
        (404, failed.ServiceMovedError),
        (410, failed.ServiceMovedError),
        (501, failed.ServiceRefusedError),
        (304, failed.ServiceRefusedError),
    ],
)
def test_what_stays_as_it_is_is_asked_once(way, status, error):
    headers = {"WWW_Authenticate": 'Basic realm="x"'} if status == 401 else {}
    with raw(answer(b"{}" if status != 304 else b"", f"{status} No", **headers), GOOD) as server:
        transport = way()
        with pytest.raises(error, match="/data"):
            transport.get(server.url())
        assert transport.sent == server.count == 1


def test_a_place_where_nothing_is_says_so_in_its_own_words(transport):
    body = b'{"title": "Not Found", "detail": "collection panden not found"}'
    with raw(answer(body, "404 Not Found")) as server:
        with pytest.raises(
            failed.ServiceMovedError, match=r"at http.*/data\. It says: Not Found: collection panden not"
        ):
            transport.get(server.url())
        assert server.count == 1


def test_a_service_that_stays_busy_is_left_alone_after_some_tries(transport):
    body = b'{"title": "Overloaded", "detail": "Simplify your request"}'
    with raw(answer(body, "503 Busy")) as server:
        with pytest.raises(failed.ServiceBusyError, match=r"HTTP 503: Overloaded: Simplify.*in a few minutes"):
            transport.get(server.url())
        assert server.count == 3


@pytest.mark.parametrize(("seconds", "when"), [("100", "in 100 seconds"), ("900", "in 15 minutes")])
def test_a_service_that_asks_for_a_long_wait_gets_it(way, seconds, when):
    with raw(answer(status="429 Slow down", Retry_After=seconds), GOOD) as server:
        with pytest.raises(failed.ServiceBusyError, match=f"HTTP 429: .*{when}"):
            way().get(server.url())
        assert server.count == 1


# Something else ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "kind", "found"),
    [
        ("<!DOCTYPE html>\n<html><title>Log in</title></html>", "text/html", "an HTML page"),
        ("<html>", "application/json", "an HTML page"),
        ("<p>login</p>", "text/html", "an HTML page"),
        ("<a/>", "text/xml", "XML"),
        ("PNG", "image/png", "image/png"),
        ("hello", None, "something else"),
        ('{"a": 1}', "text/html", "text/html"),
        ("[1, 2]", "application/json", "a JSON list"),
    ],
)
def test_something_else_than_json_is_named(way, body, kind, found):
    with raw(answer(body.encode(), Content_Type=kind)) as server:
        with pytest.raises(failed.ServiceAnswerError, match=f"/data answered with {found} instead of JSON"):
            way().get(server.url())
        assert server.count == 1


@pytest.mark.parametrize(("body", "found"), [("{}", "JSON"), ("<html/>", "an HTML page")])
def test_something_else_than_xml_is_named(way, body, found):
    words = f"answered with {found} instead of XML"
    with (
        raw(answer(body.encode(), Content_Type=None)) as server,
        pytest.raises(failed.ServiceAnswerError, match=words),
    ):
        way().get(server.url(), expected=Kind.XML)


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
UNSAFE = {
    "bomb": f'<!DOCTYPE a [<!ENTITY e0 "boom">{BOMB}]><a>&e11;</a>',
    "bomb in an attribute": f'<!DOCTYPE a [<!ENTITY e0 "boom">{BOMB}]><a b="&e11;"/>',
    "bomb in a report": f'<!DOCTYPE a [<!ENTITY e0 "boom">{BOMB}]><ExceptionReport>&e11;</ExceptionReport>',
    "file": '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>',
    "file in a report": '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><ExceptionReport>&f;</ExceptionReport>',
    "DTD": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
}


@pytest.mark.parametrize("what", UNSAFE)
def test_xml_with_rules_of_its_own_is_not_read(way, what):
    with raw(answer(UNSAFE[what].encode(), kind="text/xml")) as server:
        began = time.monotonic()
        with pytest.raises(failed.ServiceError) as caught:
            way().get(server.url(), expected=Kind.XML)
    assert time.monotonic() - began < 1.5
    assert "boom" not in str(caught.value)
    assert "root:" not in str(caught.value)


def test_json_that_is_too_deep_is_damaged(transport):
    with (
        raw(answer(b'{"a":' + b"[" * 200_000)) as server,
        pytest.raises(failed.ServiceAnswerError, match="damaged"),
    ):
        transport.get(server.url())


# Size ----------------------------------------------------------------------------------------------------------------


def test_an_answer_that_says_it_is_too_large_is_not_fetched(way):
    with raw(drip(answer(b"{", Content_Length="2000001"))) as server:
        began = time.monotonic()
        with pytest.raises(failed.ServiceTooLargeError, match="more than 2 MB"):
            way().get(server.url(), largest=2_000_000)
        assert time.monotonic() - began < 1.0
        assert server.count == 1


def test_an_answer_that_grows_too_large_is_broken_off(way):
    sent = []

    def flood(connection):
        connection.sendall(answer(b"{", Content_Length=None))
        for _ in range(4000):
            connection.sendall(b" " * 100_000)
            sent.append(1)

    with raw(flood) as server, pytest.raises(failed.ServiceTooLargeError):
        way(patience=Patience(whole=20, attempts=1)).get(server.url(), largest=1_000_000)
    assert len(sent) < 4000  # how much was under way by then depends on the machine


def test_a_small_answer_that_unpacks_to_a_large_one(way):
    packer = zlib.compressobj(wbits=31)
    packed = b"".join(packer.compress(bytes(10_000_000)) for _ in range(20)) + packer.flush()
    with raw(answer(packed, Content_Encoding="gzip")) as server:
        transport = way()
        tracemalloc.start()
        try:
            with pytest.raises(failed.ServiceTooLargeError):
                transport.get(server.url(), largest=1_000_000)
            assert tracemalloc.get_traced_memory()[1] < 20_000_000
        finally:
            tracemalloc.stop()
        assert server.count == 1


# Redirects -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_service_that_moved_is_followed(way, status):
    with raw(GOOD) as there, raw(answer(b"", f"{status} Moved", Location=there.url("/new?a=b%7Cc"))) as here:
        transport = way()
        reply = transport.get(here.url("/old"), {"f": "json"})
        assert reply.url == there.url("/new?a=b%7Cc")
        assert there.path() == "/new?a=b%7Cc"
        assert there.header("User-Agent") == user_agent()
        assert transport.sent == 2


def test_a_redirect_within_the_server(transport):
    with raw(answer(b"", "302 Found", Location="items?f=json"), GOOD) as server:
        assert transport.get(server.url("/v2/x")).url == server.url("/v2/items?f=json")
        assert server.path() == "/v2/items?f=json"


def test_a_question_for_one_server_goes_to_no_other(way):
    with raw(GOOD) as there, raw(answer(b"", "302 Found", Location=there.url("/Geheimstraat"))) as here:
        with pytest.raises(
            failed.ServiceAnswerError, match="data answered with a redirect to another server"
        ) as caught:
            way().get(here.url(), {"q": "Geheimstraat 12"}, discreet=True)
        assert (here.count, there.count) == (1, 0)
    assert "Geheim" not in str(caught.value)


def test_a_question_for_one_server_may_move_within_it(way):
    with raw(answer(b"", "302 Found", Location="/new"), GOOD) as server:
        assert way().get(server.url(), discreet=True).json() == {"a": 1}


def test_redirects_that_go_round(transport):
    with raw(answer(b"", "302 Found", Location="/data")) as server:
        with pytest.raises(failed.ServiceAnswerError, match="more than 5 redirects"):
            transport.get(server.url())
        assert server.count == transport.sent == 6


def test_five_redirects_are_followed(transport):
    with raw(*[answer(b"", "302 Found", Location="/data")] * 5, GOOD) as server:
        assert transport.get(server.url()).json() == {"a": 1}


@pytest.fixture
def trusted(certificate, monkeypatch, qgis_app):
    """Our certificate as one that everybody trusts."""
    from qgis.PyQt.QtNetwork import QSslCertificate, QSslConfiguration

    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate[0]))
    before = QSslConfiguration.defaultConfiguration()
    after = QSslConfiguration(before)
    after.setCaCertificates([*before.caCertificates(), *QSslCertificate.fromPath(str(certificate[0]))])
    QSslConfiguration.setDefaultConfiguration(after)
    yield certificate
    QSslConfiguration.setDefaultConfiguration(before)


def test_from_a_safe_address_no_unsafe_one_is_followed(way, trusted):
    with raw(GOOD) as there, raw(answer(b"", "302 Found", Location=there.url()), certificate=trusted) as here:
        with pytest.raises(failed.ServiceAnswerError, match="a redirect to an unsafe address"):
            way().get(here.url())
        assert (here.count, there.count) == (1, 0)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:application/json,{}"])
def test_only_the_web_is_followed(way, target):
    with raw(answer(b"", "302 Found", Location=target)) as here:
        with pytest.raises(failed.ServiceUnreachableError, match="not an address on the web"):
            way().get(here.url())
        assert here.count == 1


def test_from_an_unsafe_address_a_safe_one_is_followed(way, trusted):
    with raw(GOOD, certificate=trusted) as there, raw(answer(b"", "302 Found", Location=there.url())) as here:
        assert way().get(here.url()).url == there.url()


# No connection -------------------------------------------------------------------------------------------------------


def test_a_certificate_that_does_not_verify(way, certificate):
    with raw(GOOD, certificate=certificate) as server:
        transport = way()
        with pytest.raises(failed.ServiceCertificateError, match=f"{server.port}/data can't be trusted.*Authorities"):
            transport.get(server.url())
        assert server.count == 0
        assert transport.sent == 1


def test_a_certificate_of_another_server(way, trusted):
    with raw(GOOD, certificate=trusted, host="127.0.0.2") as server:
        with pytest.raises(failed.ServiceCertificateError):
            way().get(server.url())
        assert server.count == 0


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1:{port}/x", "the server refuses the connection"),
        ("http://nergens.invalid/x", "the name of the server is unknown"),
    ],
)
def test_no_server(way, url, why):
    transport = way()
    with pytest.raises(failed.ServiceUnreachableError, match=f"/x can't be reached: {why}"):
        transport.get(url.format(port=free_port()))
    assert transport.sent == 3


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/x", "file:///etc/passwd", "pdok.nl/x", ""])
def test_no_address_on_the_web(way, url):
    with pytest.raises(failed.ServiceUnreachableError, match="not an address on the web"):
        way().get(url)


# Messages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("head", [b"", answer(status="403 No"), answer(status="503 Busy"), answer(b"<html>")])
def test_no_message_repeats_a_password_or_a_parameter(way, head):
    with raw(head) as server:
        url = server.url("/data?apikey=s3cret").replace("http://", "http://me:passw0rd@")
        with pytest.raises(failed.ServiceError) as caught:
            way().get(url, {"filter": "veel tekst"})
    assert f"http://127.0.0.1:{server.port}/data" in str(caught.value)
    for secret in ("s3cret", "apikey", "passw0rd", "me:", "veel"):
        assert secret not in str(caught.value)


def test_a_service_that_repeats_an_address_does_not_spread_its_parameters():
    assert tidy("can't do http://me:pw@x.nl/a?key=1&b=2 now\n  or  https://y?c.") == (
        "can't do http://x.nl/a now or https://y"
    )
    assert tidy("Wat? Nee.") == "Wat? Nee"
    assert shown("https://me:pw@x.nl:8/a?b#c") == "https://x.nl:8/a"


# Cancelling ----------------------------------------------------------------------------------------------------------

SLOW = {
    "before the head": silence(8),
    "in the head": drip(b"HTTP/1.1 200 OK\r\nX-Slow: "),
    "in the body": drip(answer(b"{", Content_Length="100000")),
    "in the body, silent": lambda connection: (connection.sendall(GOOD[:-3]), silence(8)(connection)),
    "between tries": answer(status="503 Busy", Retry_After="2"),
}


@pytest.mark.parametrize("when", SLOW)
@pytest.mark.parametrize("after", [0.0, 0.15])
def test_cancelling_helps_at_once(way, when, after, record_property):
    cancelled = Later(after)
    with raw(SLOW[when]) as server:
        transport = way(cancelled, Patience(read=7, whole=7))
        with pytest.raises(Cancelled):
            transport.get(server.url())
        record_property("delay", cancelled.delay)
        assert cancelled.delay < 0.5
        assert server.count == transport.sent == (1 if after else 0)


def test_waiting_looks_often_whether_to_stop(way):
    cancelled = Later(0.3)
    with raw(answer(status="429 Slow", Retry_After="2")) as server, pytest.raises(Cancelled):
        way(cancelled).get(server.url())
    assert cancelled.delay < 0.2


def test_cancelling_breaks_the_connection(way):
    cancelled = Later(0.2)
    with raw(drip(answer(b"{", Content_Length="10000000"), b" " * 20_000)) as server:
        with pytest.raises(Cancelled):
            way(cancelled, Patience(read=7, whole=7)).get(server.url())
        end = time.monotonic() + 2
        while not server.gone and time.monotonic() < end:
            time.sleep(0.02)
        assert server.gone


def test_after_cancelling_the_same_transport_still_works(way):
    cancelled = Later(0.2)
    with raw(silence(5), GOOD) as server:
        transport = way(lambda: cancelled())
        with pytest.raises(Cancelled):
            transport.get(server.url())
        cancelled = Later(60)
        assert transport.get(server.url()).json() == {"a": 1}


# Patience and cost ---------------------------------------------------------------------------------------------------


def test_waits_grow_differ_and_have_an_end():
    patience = Patience(first_wait=1.0, longest_wait=10.0)
    for attempt, longest in enumerate([1, 2, 4, 8, 10, 10], start=1):
        waits = [patience.wait_after(attempt) for _ in range(50)]
        assert longest / 2 <= min(waits) < max(waits) <= longest
        assert len(set(waits)) > 40
    assert PATIENCE.attempts == 5
    assert QUICK.attempts == 3


def test_the_module_loads_nothing_heavy():
    code = (
        "import sys, arbeidsmigratie_plugin.sources.transport; "
        "print(sorted({'requests', 'urllib3', 'lxml', 'qgis', 'owslib'} & {n.split('.')[0] for n in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
