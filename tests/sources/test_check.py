"""The state of the services, in a word and a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.sources.check import check, checked_table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.services import service
from arbeidsmigratie.arbeidsmigratie_plugin.sources.transport import Patience, Transport
from tests.standin import certificate, faults
from tests.standin.faults import Fault
from tests.standin.pdok import Pdok
from tests.standin.server import Response

PATHS = {"bag_ogcapi": Pdok.BAG_OGC, "bag_wfs": Pdok.BAG_WFS, "top10nl_ogcapi": Pdok.TOP10NL_OGC_OTHER}


def state(server, *keys, **changes):
    about = tuple(replace(service(key), url=server.url + PATHS.get(key, ""), **changes) for key in keys)
    return list(check(about, Transport(patience=Patience(attempts=1)), str))


def answering(body, kind):
    return Fault(lambda *_: Response.text(200, body, kind), times=None)


def test_services_in_order(pdok):
    for one in state(pdok, *PATHS):
        assert (one.status, one.remark) == ("in orde", "")
        assert one.milliseconds >= 0
    assert len(pdok.log) == 4 + 5 + 2


@pytest.mark.parametrize(
    ("fault", "status", "remark"),
    [
        (faults.renamed_fields({"status": "s"}), "gewijzigd", "has no field status"),
        (faults.html_page(times=None), "gewijzigd", "an HTML page instead of JSON"),
        (faults.unavailable(None), "onbereikbaar", "overloaded or out of order"),
        (faults.refused(times=None), "onbereikbaar", "the connection broke off"),
        (Fault(lambda *_: Response.text(404, "")), "verplaatst", "There is nothing (any more)"),
        (Fault(lambda *_: Response.text(403, "")), "geweigerd", "refused the request (HTTP 403)"),
        (faults.exception_report(times=None), "geweigerd", "the database is away"),
    ],
)
def test_what_is_wrong(fault, status, remark, pdok):
    fault.times = None
    pdok.faults.append(fault)
    (one,) = state(pdok, "bag_ogcapi")
    assert one.status == status
    assert remark in one.remark
    assert "index.json" in one.remark
    assert "\n" not in one.remark


def test_a_type_that_the_wfs_has_no_more(pdok):
    (one,) = state(pdok, "bag_wfs", collections={"pand": "bag:gebouw"})
    assert one.status == "verplaatst"
    assert "It has no type bag:gebouw" in one.remark


def test_a_certificate_that_does_not_verify(weesp_bag, tmp_path):
    with Pdok(weesp_bag, context=certificate.make(tmp_path)[0]) as server:
        (one,) = state(server, "bag_ogcapi")
    assert one.status == "onbereikbaar"
    assert "certificate" in one.remark


def test_a_download_is_asked_by_its_feed(pdok):
    about = replace(service("bag_bestand"), url=pdok.url + Pdok.BAG_FILE, feed=pdok.url + "/feed.xml")
    for body, status in (("<feed>bag-light.gpkg</feed>", "in orde"), ("<feed/>", "verplaatst")):
        pdok.faults[:] = [answering(body, "application/xml")]
        (one,) = check((about,), Transport(patience=Patience(attempts=1)), str)
        assert one.status == status
    assert pdok.count("bag-light.gpkg") == 0


def test_the_locatieserver_must_know_an_address(pdok):
    pdok.faults.append(answering('{"response": {"docs": []}}', "application/json"))
    (one,) = state(pdok, "locatieserver")
    assert one.status == "gewijzigd"
    pdok.faults[:] = [answering('{"response": {"docs": [{"weergavenaam": "a"}]}}', "application/json")]
    assert [one.status for one in state(pdok, "locatieserver")] == ["in orde"]
    for body in ('{"response": {"docs": "a"}}', '{"response": "a"}', "{}"):
        pdok.faults[:] = [answering(body, "application/json")]
        assert [one.status for one in state(pdok, "locatieserver")] == ["gewijzigd"]


def test_the_table_has_a_row_for_each(pdok):
    table = checked_table(state(pdok, *PATHS))
    assert [column.name for column in table.columns] == [
        "dienst", "doel", "protocol", "url", "status", "milliseconden", "opmerking"
    ]  # fmt: skip
    assert [len(list(column.values)) for column in table.columns] == [3] * 7
