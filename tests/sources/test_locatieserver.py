"""One address at a time."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core import service_errors as failed
from arbeidsmigratie.arbeidsmigratie_plugin.sources.locatieserver import search
from arbeidsmigratie.arbeidsmigratie_plugin.sources.services import service
from arbeidsmigratie.arbeidsmigratie_plugin.sources.transport import Patience, Transport
from tests.conftest import real_data
from tests.standin import faults
from tests.standin.faults import Fault
from tests.standin.pdok import Pdok
from tests.standin.server import Response


def recorded(name):
    return real_data("pdok_responses", "locatieserver", name).read_text(encoding="utf-8")


def asked(pdok, address, *answers):
    pdok.faults[:] = answers
    about = replace(service("locatieserver"), url=pdok.url + Pdok.LOCATIESERVER)
    return search(address, about, Transport(patience=Patience(attempts=1)))


def answering(body, status=200):
    return Fault(lambda *_: Response.text(status, body, "application/json"))


def test_an_address_gets_its_identifiers(pdok):
    (found,) = asked(pdok, "Stationsweg 12, 1382AB Weesp")
    assert found.name == "Stationsweg 12, 1382AB Weesp"
    assert (found.adresseerbaarobject_id, found.nummeraanduiding_id) == ("0457010000006859", "0457200000207647")
    (request,) = pdok.log
    assert request.get("fq") == "type:adres"


def test_the_likeliest_come_first_and_no_more_than_ten(pdok):
    found = asked(pdok, "1382AB")
    assert 1 < len(found) <= 10


def test_recorded_answers(pdok):
    docs = json.loads(recorded("foarsitter_free.json"))["response"]["docs"]
    found = asked(pdok, "x", answering(recorded("foarsitter_free.json")))
    assert [one.name for one in found] == [doc["weergavenaam"] for doc in docs]
    with pytest.raises(failed.ServiceRefusedError, match=r"/free refused the request \(HTTP 400\): Bad Request"):
        asked(pdok, "Dorpsstraat 12", answering(recorded("foarsitter_error.json"), 400))


@pytest.mark.parametrize(
    "body", ['{"response": {}}', '{"response": {"docs": [{}]}}', '{"response": {"docs": [3]}}', "{}"]
)
def test_an_answer_without_addresses(pdok, body):
    with pytest.raises(failed.ServiceAnswerError, match="JSON without addresses"):
        asked(pdok, "x", answering(body))


SECRET = "Geheimstraat 12"
SAID = json.dumps({"error": {"msg": f"no results for query '{SECRET}'", "code": 1}})
REPORT = f"<ExceptionReport><ExceptionText>{SECRET} is unknown</ExceptionText></ExceptionReport>"


def saying(status, body=SAID, kind="application/json", **headers):
    return Fault(lambda *_: Response(status, body.encode(), {"Content-Type": kind, **headers}), times=None)


@pytest.mark.parametrize(
    "fault",
    [
        faults.html_page(),
        faults.unavailable(None),
        faults.refused(),
        faults.truncated_json(),
        *(saying(status) for status in (200, 400, 403, 404, 410, 429, 500, 503)),
        saying(200, REPORT, "text/xml"),
        saying(400, REPORT, "text/xml"),
        saying(200, "x", f"text/{SECRET}"),
        saying(302, Location="/free/Geheimstraat"),
        saying(302, Location="ftp://127.0.0.1/Geheimstraat"),
    ],
    ids=lambda fault: "",
)
def test_no_message_has_a_word_of_the_address(fault, pdok):
    with pytest.raises(failed.ServiceError) as raised:
        asked(pdok, SECRET, fault)
    assert "Geheim" not in str(raised.value)
    assert Pdok.LOCATIESERVER + "/free" in str(raised.value)
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__


def test_the_address_goes_to_no_other_server(pdok, weesp_bag):
    with Pdok(weesp_bag) as other:
        fault = Fault(lambda request, _: Response(302, b"", {"Location": other.url + request.target}), times=None)
        with pytest.raises(failed.ServiceAnswerError, match="a redirect to another server"):
            asked(pdok, "Stationsweg 12, 1382AB Weesp", fault)
        assert other.log == []
