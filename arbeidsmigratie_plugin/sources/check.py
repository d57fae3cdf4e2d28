"""Whether the services still are where the catalogue says, and still give what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

from ..core.errors import FieldMissingError, LayerEmptyError
from ..core.phrases import phrase
from ..core.service_errors import (
    ServiceAnswerError,
    ServiceBusyError,
    ServiceCertificateError,
    ServiceError,
    ServiceMovedError,
    ServiceUnreachableError,
)
from ..core.tables import Column, Table
from ..i18n import told
from .bodies import below, shown
from .channel import WebChannel
from .locatieserver import ONLY_ADDRESSES
from .ogcapi import OgcApi
from .services import Service
from .transport import Kind, Transport
from .wfs import Wfs

#: Tile of the background map that shows the Netherlands.
_TILE = {"z": 7, "x": 65, "y": 42}

#: What the Locatieserver should know.
_PLACE = "Amsterdam"

OK, CHANGED, MOVED, UNREACHABLE, REFUSED = "in orde", "gewijzigd", "verplaatst", "onbereikbaar", "geweigerd"


@dataclass(frozen=True)
class Checked:
    """What came of asking a service.

    Attributes:
        service: The service.
        status: In a word.
        milliseconds: How long it took.
        remark: What is wrong and what to do, or what could not be looked at; "" if nothing.
    """

    service: Service
    status: str
    milliseconds: int
    remark: str


def check(services: tuple[Service, ...], transport: Transport, words: Callable[[Exception], str]) -> Iterator[Checked]:
    """Asks each service for a little, and looks whether the answer has what we need.

    Args:
        services: Of the catalogue.
        transport: Sends the requests.
        words: Puts an error into a sentence.
    """
    for service in services:
        began = perf_counter()
        status, remark = OK, ""
        try:
            remark = " ".join(map(words, _CHECKS.get(service.protocol, _any)(service, transport)))
        except (ServiceError, FieldMissingError) as error:
            status = next((name for kind, name in _STATUS if isinstance(error, kind)), REFUSED)
            remark = words(error)
            remark = remark if told(service.moved) in remark else f"{remark} {told(service.moved)}"
        yield Checked(service, status, round(1000 * (perf_counter() - began)), remark)


def checked_table(checked: list[Checked], name: str = "diensten") -> Table:
    """The table of a check.

    Args:
        checked: One per service.
        name: Name of the table.
    """
    columns = (
        Column("dienst", "text", [one.service.key for one in checked]),
        Column("doel", "text", [told(one.service.purpose) for one in checked]),
        Column("protocol", "text", [one.service.protocol for one in checked]),
        Column("url", "text", [shown(one.service.url) for one in checked]),
        Column("status", "text", [one.status for one in checked]),
        Column("milliseconden", "integer", [one.milliseconds for one in checked]),
        Column("opmerking", "text", [one.remark for one in checked]),
    )
    return Table(name, columns, description="Stand van de diensten.")


_STATUS = (
    (ServiceMovedError, MOVED),
    (ServiceUnreachableError, UNREACHABLE),
    (ServiceBusyError, UNREACHABLE),
    (ServiceCertificateError, UNREACHABLE),
    (ServiceAnswerError, CHANGED),
    (FieldMissingError, CHANGED),
)


def _ogcapi(service: Service, transport: Transport) -> list[LayerEmptyError]:
    return _collections(service, OgcApi(service, transport))


def _wfs(service: Service, transport: Transport) -> list[LayerEmptyError]:
    return _collections(service, Wfs(service, transport))


def _collections(service: Service, channel: WebChannel) -> list[LayerEmptyError]:
    """Looks at the fields of each collection; those without objects have none to look at.

    Some servers leave out fields that an object has no value for: if one object does not tell, a page of them does.
    """
    empty = []
    for kind in service.collections:
        found = channel.fields(kind)
        if _lacking(service, kind, found) and found:
            found = channel.fields(kind, service.page)
        if found:
            _check_fields(service, kind, channel.address(kind), found)
        else:
            reason = phrase("it is empty, so that its fields could not be compared")
            empty.append(LayerEmptyError(layer=channel.address(kind), reason=reason))
    return empty


def _tile(service: Service, transport: Transport) -> list[LayerEmptyError]:
    url = service.url
    for place, value in _TILE.items():
        url = url.replace(f"{{{place}}}", str(value))
    transport.get(url, {}, Kind.ANY)
    return []


def _locatieserver(service: Service, transport: Transport) -> list[LayerEmptyError]:
    url = below(service.url, "free")
    answer = transport.get(url, {"q": _PLACE, "fq": ONLY_ADDRESSES, "rows": "1"}).json()
    try:
        (found,) = answer["response"]["docs"]
    except (KeyError, TypeError, ValueError):
        raise ServiceAnswerError(
            url=shown(url), found=phrase("JSON without addresses"), expected=phrase("one address")
        ) from None
    _check_fields(service, "adres", shown(url), tuple(found))
    return []


def _download(service: Service, transport: Transport) -> list[LayerEmptyError]:
    """By its feed: the file itself is many gigabytes."""
    feed = transport.get(service.feed or service.url, {}, Kind.XML)
    if shown(service.url).rsplit("/", 1)[-1].encode() not in feed.body:
        raise ServiceMovedError(url=shown(service.url), remedy=service.moved)
    return []


def _any(service: Service, transport: Transport) -> list[LayerEmptyError]:
    transport.get(service.url, {}, Kind.ANY)
    return []


def _check_fields(service: Service, kind: str, url: str, found: tuple[str, ...]) -> None:
    lacking = _lacking(service, kind, found)
    if lacking:
        values = {"field": ", ".join(lacking), "found": ", ".join(found) or phrase("none")}
        raise FieldMissingError(layer=url, **values, remedy=service.moved)


def _lacking(service: Service, kind: str, found: tuple[str, ...]) -> list[str]:
    """Fields that are needed and not there, in any case as where they are read."""
    there = {name.lower() for name in found}
    return [name for name in service.fields.get(kind, ()) if name.lower() not in there]


_CHECKS: dict[str, Callable[[Service, Transport], list[LayerEmptyError]]] = {
    "OGC API Features": _ogcapi,
    "WFS 2.0": _wfs,
    "WMTS tiles": _tile,
    "Locatieserver 3.1": _locatieserver,
    "Download": _download,
}
