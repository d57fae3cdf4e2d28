"""How a package names what it holds: the same words where it is written and where it is read back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from .publication import Publication

#: Layer of the published regions, and table of the certificate.
HEATMAP = "heatmap"
CERTIFICATE = "sdc_certificaat"

#: What the name of the file with the municipal borders ends in, after that of the GeoPackage.
BORDERS_SUFFIX = "_gemeenten.geojson"

#: Values of its field soort: a municipality, and what of one is not published.
BORDER, REST = "gemeente", "niet gepubliceerd"

#: Keys of rows of the certificate table: of the publication, of the grant in the order of its attributes, of a source
#: (there may be several), and of the whole certificate, for programs.
SAID = ("titel", "reeks", "peildatum", "resolutie", "afronding")
GRANT = ("ontvanger", "soort ontvanger", "doel", "grondslag", "geldig tot en met", "gemaakt op")
SOURCE = "bron"
WHOLE = "certificaat (JSON)"

#: How a row says what JSON has its own words for.
_WORDS = {"true": "ja", "false": "nee", "null": "onbekend"}


def certificate_rows(publication: Publication, certificate: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Key and text of each row of the certificate table.

    Args:
        publication: What is shared.
        certificate: What was checked, JSON-ready.
    """
    made, grant = publication, publication.grant
    said = (made.title, made.series, made.peildatum, str(made.resolution), str(made.rounding))
    given = (grant.recipient, grant.kind, grant.purpose, grant.basis, grant.expires, grant.made_on)
    whole = json.dumps(certificate, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return [
        *zip(SAID, said),
        *zip(GRANT, given),
        *((SOURCE, source) for source in made.sources),
        *_rows(certificate, "certificaat"),
        (WHOLE, whole),
    ]


def _rows(value: Any, key: str) -> Iterator[tuple[str, str]]:
    """A tree as rows: 'certificaat.regels.adressen', '5'."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from _rows(part, f"{key}.{name}")
    elif isinstance(value, (list, tuple)):
        for number, part in enumerate(value, 1):
            yield from _rows(part, f"{key}.{number}")
    else:
        yield key, _WORDS.get(json.dumps(value, default=str), str(value))
