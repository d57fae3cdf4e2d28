"""PDOK's Locatieserver, for one address at a time: each question goes out to a public service."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.phrases import phrase
from ..core.service_errors import ServiceAnswerError
from .bodies import below, shown
from .services import Service
from .transport import Transport

_MOST = 10

#: Filter of the service: no streets, places or parcels.
ONLY_ADDRESSES = "type:adres"


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
        ServiceError: The service does not answer as it should; the message has nothing of the address.
    """
    url = below(service.url, "free")
    content = transport.get(url, {"q": address, "fq": ONLY_ADDRESSES, "rows": str(_MOST)}, discreet=True).json()
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
        raise ServiceAnswerError(
            url=shown(url), found=phrase("JSON without addresses"), expected=phrase("addresses")
        ) from None
