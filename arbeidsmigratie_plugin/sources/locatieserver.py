"""PDOK's Locatieserver, for one address at a time: each question goes out to a public service."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.errors import ServiceAnswerError
from .bodies import shown
from .services import Service
from .transport import Transport

_MOST = 10


@dataclass(frozen=True)
class Candidate:
    """An address that the service knows.

    Attributes:
        name: The address in one line.
        adresseerbaarobject_id: BAG identifier of 16 digits.
        nummeraanduiding_id: BAG identifier of 16 digits.
    """

    name: str
    adresseerbaarobject_id: str
    nummeraanduiding_id: str


def search(address: str, service: Service, transport: Transport) -> tuple[Candidate, ...]:
    """The addresses that are most like one address, the likeliest first.

    Args:
        address: One address, as a person writes it.
        service: What the catalogue says of it.
        transport: Sends the request.

    Raises:
        ServiceError: The service does not answer as it should.
    """
    url = f"{service.url.rstrip('/')}/free"
    content = transport.get(url, {"q": address, "fq": "type:adres", "rows": str(_MOST)}).json()
    try:
        return tuple(
            Candidate(
                str(found["weergavenaam"]),
                str(found.get("adresseerbaarobject_id", "")),
                str(found.get("nummeraanduiding_id", "")),
            )
            for found in content["response"]["docs"]
        )
    except (KeyError, TypeError, AttributeError):
        raise ServiceAnswerError(url=shown(url), found="JSON without addresses", expected="addresses") from None
