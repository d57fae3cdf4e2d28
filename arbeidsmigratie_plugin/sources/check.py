"""Whether the services still are where the catalogue says, and still give what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

from ..core.errors import (
    FieldMissingError,
    ServiceAnswerError,
    ServiceBusyError,
    ServiceCertificateError,
    ServiceError,
    ServiceMovedError,
    ServiceUnreachableError,
)
from ..core.geojson import property_names
from ..core.tables import Column, Table
from .bodies import shown
from .channel import features_of
from .ogcapi import RD_URI, OgcApi
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
        remark: What is wrong and what to do, "" if nothing.
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
            _CHECKS.get(service.protocol, _any)(service, transport)
        except (ServiceError, FieldMissingError) as error:
            status = next((name for kind, name in _STATUS if isinstance(error, kind)), REFUSED)
            remark = words(error)
            remark = remark if service.moved in remark else f"{remark} {service.moved}"
        yield Checked(service, status, round(1000 * (perf_counter() - began)), remark)


def checked_table(checked: list[Checked], name: str = "diensten") -> Table:
    """The table of a check.

    Args:
        checked: One per service.
        name: Name of the table.
    """
    columns = (
        Column("dienst", "text", [one.service.key for one in checked]),
        Column("doel", "text", [one.service.purpose for one in checked]),
        Column("protocol", "text", [one.service.protocol for one in checked]),
        Column("url", "text", [one.service.url for one in checked]),
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


def _ogcapi(service: Service, transport: Transport) -> None:
    channel = OgcApi(service, transport)
    for kind in service.collections:
        url = channel.address(kind)
        answer = transport.get(url, {"f": "json", "limit": "1", "crs": RD_URI})
        _check_fields(service, url, property_names(features_of(answer.json(), url)))


def _wfs(service: Service, transport: Transport) -> None:
    channel = Wfs(service, transport)
    for kind in service.collections:
        _check_fields(service, channel.address(kind), channel.fields(kind))


def _tile(service: Service, transport: Transport) -> None:
    transport.get(service.url.format(**_TILE), {}, Kind.ANY)


def _locatieserver(service: Service, transport: Transport) -> None:
    url = f"{service.url}/free"
    answer = transport.get(url, {"q": _PLACE, "rows": "1"}).json()
    try:
        (found,) = answer["response"]["docs"]
    except (KeyError, TypeError, ValueError):
        raise ServiceAnswerError(url=shown(url), found="JSON without addresses", expected="one address") from None
    _check_fields(service, url, tuple(found))


def _download(service: Service, transport: Transport) -> None:
    """By its feed: the file itself is many gigabytes."""
    feed = transport.get(service.feed or service.url, {}, Kind.XML)
    if service.url.rsplit("/", 1)[-1].encode() not in feed.body:
        raise ServiceMovedError(url=shown(service.url), remedy=service.moved)


def _any(service: Service, transport: Transport) -> None:
    transport.get(service.url, {}, Kind.ANY)


def _check_fields(service: Service, url: str, found: tuple[str, ...]) -> None:
    for name in service.fields:
        if name not in found:
            listed = ", ".join(found) or "none"
            raise FieldMissingError(layer=shown(url), field=name, found=listed, remedy=service.moved)


_CHECKS: dict[str, Callable[[Service, Transport], None]] = {
    "OGC API Features": _ogcapi,
    "WFS 2.0": _wfs,
    "WMTS tiles": _tile,
    "Locatieserver 3.1": _locatieserver,
    "Download": _download,
}
