"""Names of columns as far as they can be shown: a table without a header has a person's cells in their place."""

from __future__ import annotations

import re

from .privacy import dropped_column

#: Words of headers, which are no names of persons. What stands between them in a label is left out.
_WORDS = frozenset(
    re.findall(
        "[a-z]+",
        """
        aanduiding aantal aanvang aanvangsdatum achternaam adres adresgegevens adresregel afkomst afzender anummer bag
        begin begindatum bewoner bewoners brp bsn buitenland burgerservicenummer code contact datum deur eigenaar
        einddatum einde email functie functieadres gba geboorte geboortedatum geboorteland geboorteplaats geldig
        geldigheid gemeente gemeentecode geslacht geslachtsnaam hnr huis huisletter huisnr huisnummer
        huisnummertoevoeging id identificatie identificatiecode ingang ingangsdatum inschrijfdatum inschrijving kamer
        kenmerk land landcode leeftijd letter locatie locatiebeschrijving mail mobiel naam namen nationaliteit
        nederland nr nummer nummeraanduiding object omschrijving openbare openbareruimte opmerking opmerkingen pc
        periode persoon persoonsnummer plaats plaatsnaam postbus postcode regel regelnummer registratie registraties
        rni rubriek ruimte soort status straat straatnaam telefoon telefoonnummer toelichting toev toevoeging type
        vanaf vbo verblijf verblijfadres verblijfplaats verblijfsadres verblijfsobject volgnummer voorletters voornaam
        voornamen voorvoegsel woonadres woonplaats woonplaatsnaam
        """,
    )
)

_LEFT_OUT = "…"
_PARTS = re.compile(r"[^\W\d_]+|[\d_]+|[^\w]+")

#: No name of a column has more parts; what follows is no name.
_MOST_PARTS = 40


def shown_label(label: str, header: bool) -> str:
    """The name of a column with only words of headers in it, "" if it has none.

    Args:
        label: As delivered.
        header: Whether its row is surely a header: then the number of a BRP element is shown too.
    """
    named = dropped_column(label, "", header).label
    if named.strip() and named.strip() != "kolom":
        return named
    parts = [part for part in _PARTS.findall(label) if part[0].isalnum()][:_MOST_PARTS]
    if 0 < len(parts) < _MOST_PARTS and all(part.lower() in _WORDS for part in parts):
        return " ".join(label.split())
    shown: list[str] = []
    for word in parts:
        if word.lower() in _WORDS:
            shown.append(word)
        elif shown[-1:] != [_LEFT_OUT]:
            shown.append(_LEFT_OUT)
    return " ".join(shown) if shown not in ([], [_LEFT_OUT]) else ""
