"""One address at a time."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
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
    with pytest.raises(errors.ServiceRefusedError, match="Verplichte parameter 'id' ontbreekt") as raised:
        asked(pdok, "Dorpsstraat 12", answering(recorded("foarsitter_error.json"), 400))
    assert "Dorpsstraat" not in str(raised.value)


@pytest.mark.parametrize(
    "body", ['{"response": {}}', '{"response": {"docs": [{}]}}', '{"response": {"docs": [3]}}', "{}"]
)
def test_an_answer_without_addresses(pdok, body):
    with pytest.raises(errors.ServiceAnswerError, match="JSON without addresses"):
        asked(pdok, "x", answering(body))


def test_no_message_repeats_the_address(pdok):
    for fault in (faults.html_page(), faults.unavailable(None), faults.refused(), faults.truncated_json()):
        with pytest.raises(errors.ServiceError) as raised:
            asked(pdok, "Dorpsstraat 12", fault)
        assert "Dorpsstraat" not in str(raised.value)
