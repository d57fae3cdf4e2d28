"""The state of the services, in a word and a sentence."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import CHANNEL_NAMES, DETAIL_NAMES, OBJECT_LAYERS, PAND_NAMES
from arbeidsmigratie.arbeidsmigratie_plugin.core.names import find_fields
from arbeidsmigratie.arbeidsmigratie_plugin.sources.check import check, checked_table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.services import service
from arbeidsmigratie.arbeidsmigratie_plugin.sources.transport import Patience, Transport
from tests.sources.fetched import LACKING
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
        (faults.renamed_fields({"postcode": "pc", "huisnummer": None}), "gewijzigd", "no field huisnummer, postcode"),
        (
            Fault(lambda *_: Response.text(200, '{"code": 500, "description": "too slow"}')),
            "geweigerd",
            "500: too slow",
        ),
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


NEEDED = [
    (key, kind, name)
    for key in PATHS
    for kind, names in service(key).fields.items()
    for name in names
    if kind not in ("standplaats", "ligplaats")
]


@pytest.mark.parametrize(("key", "kind", "name"), NEEDED, ids=map("-".join, NEEDED))
def test_every_field_that_is_needed_is_missed(key, kind, name, pdok):
    pdok.faults.append(faults.renamed_fields({name: "anders"}, match=f"{kind}/items" if "ogc" in key else f":{kind}"))
    (one,) = state(pdok, key)
    assert one.status == "gewijzigd"
    assert f"has no field {name};" in one.remark


@pytest.mark.parametrize("source", ["ogcapi", "wfs"])
def test_all_that_is_fetched_is_needed(source):
    """What the catalogue names is what the tables are made of, minus what the channel never has."""
    about = service(f"bag_{source}")
    for kind in OBJECT_LAYERS:
        details = DETAIL_NAMES if (source, kind) == ("wfs", "verblijfsobject") else {}
        absent = LACKING[source] | (set() if kind == "verblijfsobject" else {"gebruiksdoel", "oppervlakte"})
        wanted = {**CHANNEL_NAMES, **details}
        assert set(find_fields(about.fields[kind], wanted)) == wanted.keys() - absent
    assert set(find_fields(about.fields["pand"], PAND_NAMES)) == PAND_NAMES.keys()


def test_fields_that_one_object_has_no_value_for(pdok):
    """A server leaves out what is null: a page of objects tells more than the first."""

    def without_nulls(content):
        first = content["features"][0]
        first["properties"] = {key: value for key, value in first["properties"].items() if value}

    pdok.faults.append(faults.changed_json(without_nulls, match="verblijfsobject/items"))
    (one,) = state(pdok, "bag_ogcapi", collections={"verblijfsobject": "verblijfsobject"})
    assert one.status == "in orde"
    assert len(pdok.log) == 2


@pytest.mark.parametrize("key", ["bag_ogcapi", "bag_wfs"])
def test_a_collection_without_objects_is_named_and_no_change(key, pdok):
    match = "standplaats/items" if key == "bag_ogcapi" else "typeNames=bag:standplaats"
    pdok.faults.append(faults.empty_page(match=match, times=None))
    (one,) = state(pdok, key)
    assert one.status == "in orde"
    assert "standplaats" in one.remark
    assert "it is empty" in one.remark


def test_no_log_in_and_no_key_in_the_table(pdok):
    about = replace(service("bag_wfs"), url=f"{pdok.url}{Pdok.BAG_WFS}?apikey=SLEUTEL".replace("//", "//jan:geheim@"))
    pdok.faults.append(faults.renamed_fields({"status": "s"}))
    table = checked_table(list(check((about,), Transport(patience=Patience(attempts=1)), str)))
    text = str([list(column.values) for column in table.columns])
    assert f"{pdok.url}{Pdok.BAG_WFS}?typeNames=bag:verblijfsobject has no field status" in text
    assert not any(secret in text for secret in ("SLEUTEL", "geheim"))


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
    known = {"weergavenaam": "a", "adresseerbaarobject_id": "0", "nummeraanduiding_id": "0"}
    pdok.faults[:] = [answering(json.dumps({"response": {"docs": [known]}}), "application/json")]
    assert [one.status for one in state(pdok, "locatieserver")] == ["in orde"]
    del known["nummeraanduiding_id"]
    pdok.faults[:] = [answering(json.dumps({"response": {"docs": [known]}}), "application/json")]
    assert [one.status for one in state(pdok, "locatieserver")] == ["gewijzigd"]
    for body in ('{"response": {"docs": "a"}}', '{"response": "a"}', "{}"):
        pdok.faults[:] = [answering(body, "application/json")]
        assert [one.status for one in state(pdok, "locatieserver")] == ["gewijzigd"]


def test_the_table_has_a_row_for_each(pdok):
    table = checked_table(state(pdok, *PATHS))
    assert [column.name for column in table.columns] == [
        "dienst", "doel", "protocol", "url", "status", "milliseconden", "opmerking"
    ]  # fmt: skip
    assert [len(list(column.values)) for column in table.columns] == [3] * 7
