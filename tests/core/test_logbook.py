"""The record of processing: the fields of the standard, the form of OTLP, and no way in for anything personal."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core import logbook
from arbeidsmigratie.arbeidsmigratie_plugin.core.logbook import (
    ACTIVITY_UNKNOWN,
    Action,
    Dataset,
    Port,
    Span,
    Status,
    begin,
    is_uri,
)

NOW = 1_782_900_000_000
REGISTER = "https" + "://register.example.org/verwerkingen/huisvesting-42"
DATASETS = (Dataset("INPUT", Port.INPUT), Dataset("BAG", Port.INPUT), Dataset("OUTPUT", Port.OUTPUT))


def action(status=Status.OK, parent=None, activity=REGISTER, end=NOW + 1500):
    return Action(begin("rniinlezen", NOW, parent), end, status, activity, "1.2.3", DATASETS)


def test_a_line_has_the_fields_of_the_standard():
    made = action()
    record = json.loads(made.line())
    assert re.fullmatch("[0-9a-f]{32}", record.pop("trace_id"))
    assert re.fullmatch("[0-9a-f]{16}", record.pop("span_id"))
    assert record == {
        "status": "Ok",
        "name": "arbeidsmigratie:rniinlezen",
        "start_time": NOW,
        "end_time": NOW + 1500,
        "resource": {"attributes": {"service.name": "arbeidsmigratie", "service.version": "1.2.3"}},
        "attributes": {
            "dpl.core.processing_activity_id": REGISTER,
            "dpl.objects.algorithm_id": "urn:arbeidsmigratie:algoritme:rniinlezen",
            "dpl.objects.dataproduct_id": "urn:arbeidsmigratie:dataproduct:rniinlezen",
            "dpl.objects.dataset": [
                {"dataset_id": "urn:arbeidsmigratie:dataset:rniinlezen:input", "dataset_port": "input"},
                {"dataset_id": "urn:arbeidsmigratie:dataset:rniinlezen:bag", "dataset_port": "input"},
                {"dataset_id": "urn:arbeidsmigratie:dataset:rniinlezen:output", "dataset_port": "output"},
            ],
        },
    }


@pytest.mark.parametrize("status", Status)
def test_a_line_is_one_line_and_refers_to_nobody(status):
    line = action(status).line()
    assert line.endswith("\n")
    assert line.count("\n") == 1
    assert line.isascii()
    assert "data_subject" not in line
    assert json.loads(line)["status"] == status.value
    assert all(key.startswith("dpl.") for key in json.loads(line)["attributes"])


def test_what_runs_within_a_run_is_a_part_of_its_trace():
    outer = begin("regiobeeld", NOW)
    inner = action(parent=outer)
    record = inner.record()
    assert record["trace_id"] == outer.trace_id
    assert record["parent_span_id"] == outer.span_id
    assert record["span_id"] != outer.span_id
    assert "parent_span_id" not in action().record()


def test_identifiers_never_come_back():
    made = [begin("rniinlezen", NOW) for _ in range(500)]
    assert len({span.trace_id for span in made}) == len({span.span_id for span in made}) == 500


def test_an_identifier_of_zeros_is_none(monkeypatch):
    drawn = iter(["0" * 32, "1".zfill(32)])
    monkeypatch.setattr(logbook.secrets, "token_hex", lambda size: next(drawn))
    assert logbook._new_id(16) == "1".zfill(32)


def value(any_value):
    """What an AnyValue of OTLP holds."""
    ((kind, held),) = any_value.items()
    if kind == "arrayValue":
        return [value(one) for one in held["values"]]
    return {one["key"]: value(one["value"]) for one in held["values"]} if kind == "kvlistValue" else held


def plain(key_values):
    return {one["key"]: value(one["value"]) for one in key_values}


@pytest.mark.parametrize(("status", "code"), [(Status.UNSET, 0), (Status.OK, 1), (Status.ERROR, 2)])
def test_otlp_says_the_same(status, code):
    made = action(status, begin("regiobeeld", NOW))
    record = made.record()
    ((resource_spans),) = json.loads(json.dumps(made.otlp()))["resourceSpans"]
    ((scope_spans),) = resource_spans["scopeSpans"]
    (span,) = scope_spans["spans"]
    assert plain(resource_spans["resource"]["attributes"]) == record["resource"]["attributes"]
    assert plain(span["attributes"]) == record["attributes"]
    assert (span["traceId"], span["spanId"], span["parentSpanId"]) == (
        record["trace_id"],
        record["span_id"],
        record["parent_span_id"],
    )
    assert span["name"] == record["name"]
    assert span["kind"] == 1
    assert (span["startTimeUnixNano"], span["endTimeUnixNano"]) == (f"{NOW}000000", f"{NOW + 1500}000000")
    assert span["status"] == {"code": code}
    assert "parentSpanId" not in action().otlp()["resourceSpans"][0]["scopeSpans"][0]["spans"][0]


@pytest.mark.parametrize("address", [REGISTER, "urn:nl:gemeente:verwerking:42", ACTIVITY_UNKNOWN, "tag:x,2026:y"])
def test_an_activity_is_named_by_a_uri(address):
    assert is_uri(address)
    assert action(activity=address).record()["attributes"]["dpl.core.processing_activity_id"] == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "huisvesting",
        "urn:",
        "een zin: met woorden",
        "urn:a\nb",
        "mailto:jan@example.org",
        "urn:é",
        "a:" + "b" * 500,
    ],
)
def test_what_is_no_uri_is_not_recorded(text):
    assert not is_uri(text)
    with pytest.raises(ValueError, match="activity"):
        action(activity=text)


@pytest.mark.parametrize(
    ("field", "made"),
    [
        ("algorithm", lambda: Span("Burgemeester Proefstraat 1", NOW)),
        ("algorithm", lambda: Span("111222333", NOW)),
        ("algorithm", lambda: Span("", NOW)),
        ("trace_id", lambda: Span("a", NOW, trace_id="0" * 32)),
        ("trace_id", lambda: Span("a", NOW, trace_id="A" * 32)),
        ("span_id", lambda: Span("a", NOW, span_id="1" * 15)),
        ("parent_span_id", lambda: Span("a", NOW, parent_span_id="x" * 16)),
        ("start_time", lambda: Span("a", -1)),
        ("end_time", lambda: action(end=NOW - 1)),
        (
            "parameter",
            lambda: Action(begin("a", NOW), NOW, Status.OK, REGISTER, "1", (Dataset("/data/x.csv", Port.INPUT),)),
        ),
    ],
)
def test_what_is_no_record_is_not_made(field, made):
    with pytest.raises(ValueError, match=field):
        made()


@given(st.text())
def test_no_free_text_gets_in_by_the_name_of_a_parameter(text):
    try:
        made = Action(begin("a", NOW), NOW, Status.OK, REGISTER, "1", (Dataset(text, Port.INPUT),))
    except ValueError:
        return
    assert re.fullmatch("[A-Za-z][A-Za-z0-9_]*", text)
    assert made.line().isascii()
