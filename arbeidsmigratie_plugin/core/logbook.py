"""The record of processing: one line for each action, in the fields of the standard Logboek Dataverwerkingen.

The fields and their types are those of Logius, Logboek Dataverwerkingen, interface of the component Logboek; datasets,
data product and algorithm are those of its extension for objects (Geonovum). A line refers to no person: nothing that
a user typed and nothing from a file gets in, so it has no data_subject_id, no user, no recipient, no path and no file
name. What was read and written is told by the parameters of the algorithm.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Optional

#: Where identifiers of our own begin.
URN = "urn:arbeidsmigratie"

#: Stands for the entry in the register of processing activities as long as the organisation has not named it.
ACTIVITY_UNKNOWN = f"{URN}:verwerkingsactiviteit:niet-opgegeven"

APPLICATION = "arbeidsmigratie"

_ACTIVITY = "dpl.core.processing_activity_id"
_ALGORITHM = "dpl.objects.algorithm_id"
_PRODUCT = "dpl.objects.dataproduct_id"
_DATASET = "dpl.objects.dataset"

#: Bytes of a trace and of an action in it (W3C Trace Context).
_TRACE, _SPAN = 16, 8

#: What runs within this application, and no request from or to another (OTLP).
_KIND_INTERNAL = 1

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[!-~]+")
_LONGEST_URI = 500


class Status(Enum):
    """How an action ended; the values are those of the standard."""

    UNSET = "Unset"
    OK = "Ok"
    ERROR = "Error"

    @property
    def code(self) -> int:
        """The number of it in OTLP."""
        return list(Status).index(self)


class Port(Enum):
    """On which side of an action a dataset is."""

    INPUT = "input"
    OUTPUT = "output"


@dataclass(frozen=True)
class Dataset:
    """What an action read or wrote, by the name of the parameter it was given with.

    Attributes:
        parameter: Name of the parameter of the algorithm.
        port: Read or written.
    """

    parameter: str
    port: Port


@dataclass(frozen=True)
class Span:
    """An action that has begun.

    Attributes:
        algorithm: Its name, for example 'rniinlezen'.
        start_time: Milliseconds since 1970, UTC.
        trace_id: Of the whole run, 32 hexadecimal digits in lower case.
        span_id: Of this action, 16 of these.
        parent_span_id: Of the action that it is a part of, "" for none.
    """

    algorithm: str
    start_time: int
    trace_id: str = field(default_factory=lambda: _new_id(_TRACE))
    span_id: str = field(default_factory=lambda: _new_id(_SPAN))
    parent_span_id: str = ""

    def __post_init__(self) -> None:
        _require(_NAME.fullmatch(self.algorithm) is not None, "algorithm")
        _require(_is_id(self.trace_id, _TRACE), "trace_id")
        _require(_is_id(self.span_id, _SPAN), "span_id")
        _require(not self.parent_span_id or _is_id(self.parent_span_id, _SPAN), "parent_span_id")
        _require(self.start_time >= 0, "start_time")


def begin(algorithm: str, now: int, parent: Optional[Span] = None) -> Span:
    """An action that begins.

    Args:
        algorithm: Name of the algorithm.
        now: Milliseconds since 1970, UTC.
        parent: The action that runs it, if one does.
    """
    if parent is None:
        return Span(algorithm, now)
    return Span(algorithm, now, trace_id=parent.trace_id, parent_span_id=parent.span_id)


@dataclass(frozen=True)
class Action:
    """An action that has ended: a line of the record.

    Attributes:
        span: When and as what it began.
        end_time: Milliseconds since 1970, UTC.
        status: How it ended.
        activity: URI of the entry in the register of processing activities.
        version: Of the plugin.
        datasets: What was read and written.
    """

    span: Span
    end_time: int
    status: Status
    activity: str
    version: str
    datasets: tuple[Dataset, ...] = ()

    def __post_init__(self) -> None:
        _require(self.end_time >= self.span.start_time, "end_time")
        _require(is_uri(self.activity), "activity")
        for dataset in self.datasets:
            _require(_NAME.fullmatch(dataset.parameter) is not None, "parameter")

    def record(self) -> dict[str, Any]:
        """The line in the fields of the standard, times in milliseconds."""
        parent = {"parent_span_id": self.span.parent_span_id} if self.span.parent_span_id else {}
        return {
            "trace_id": self.span.trace_id,
            "span_id": self.span.span_id,
            **parent,
            "status": self.status.value,
            "name": self._name(),
            "start_time": self.span.start_time,
            "end_time": self.end_time,
            "resource": {"attributes": self._resource()},
            "attributes": self._attributes(),
        }

    def line(self) -> str:
        """The record as a line of JSON Lines, with its end."""
        return json.dumps(self.record(), ensure_ascii=True, separators=(",", ":")) + "\n"

    def otlp(self) -> dict[str, Any]:
        """The body of a request to a collector: an ExportTraceServiceRequest of OTLP/JSON, times in nanoseconds."""
        parent = {"parentSpanId": self.span.parent_span_id} if self.span.parent_span_id else {}
        span = {
            "traceId": self.span.trace_id,
            "spanId": self.span.span_id,
            **parent,
            "name": self._name(),
            "kind": _KIND_INTERNAL,
            "startTimeUnixNano": _nanoseconds(self.span.start_time),
            "endTimeUnixNano": _nanoseconds(self.end_time),
            "attributes": _key_values(self._attributes()),
            "status": {"code": self.status.code},
        }
        scope = {"name": APPLICATION, "version": self.version}
        resource = {"attributes": _key_values(self._resource())}
        return {"resourceSpans": [{"resource": resource, "scopeSpans": [{"scope": scope, "spans": [span]}]}]}

    def _name(self) -> str:
        return f"{APPLICATION}:{self.span.algorithm}"

    def _resource(self) -> dict[str, str]:
        return {"service.name": APPLICATION, "service.version": self.version}

    def _attributes(self) -> dict[str, Any]:
        algorithm = self.span.algorithm
        datasets = [
            {"dataset_id": f"{URN}:dataset:{algorithm}:{one.parameter.lower()}", "dataset_port": one.port.value}
            for one in self.datasets
        ]
        return {
            _ACTIVITY: self.activity,
            _ALGORITHM: f"{URN}:algoritme:{algorithm}",
            _PRODUCT: f"{URN}:dataproduct:{algorithm}",
            _DATASET: datasets,
        }


def is_uri(text: str) -> bool:
    """Whether a text is a URI that can stand in a record: absolute, short, and without a user.

    Args:
        text: What an organisation has set.
    """
    return _URI.fullmatch(text) is not None and "@" not in text and len(text) <= _LONGEST_URI


def _new_id(size: int) -> str:
    """A random identifier; all zeros is no identifier (W3C Trace Context)."""
    while not int(made := secrets.token_hex(size), 16):
        pass
    return made


def _is_id(text: str, size: int) -> bool:
    return re.fullmatch(f"[0-9a-f]{{{2 * size}}}", text) is not None and int(text, 16) > 0


def _require(fits: bool, name: str) -> None:
    if not fits:
        raise ValueError(name)


# OTLP/JSON -----------------------------------------------------------------------------------------------------------


def _nanoseconds(milliseconds: int) -> str:
    """A fixed64 of protobuf, which JSON has as text."""
    return str(milliseconds * 1_000_000)


def _key_values(attributes: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"key": key, "value": _any_value(value)} for key, value in attributes.items()]


def _any_value(value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping):
        return {"kvlistValue": {"values": _key_values(value)}}
    if isinstance(value, list):
        return {"arrayValue": {"values": [_any_value(one) for one in value]}}
    return {"stringValue": str(value)}
