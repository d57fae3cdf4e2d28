"""Which column of a delivery holds which part of the stay address: by BRP element, Dutch name or the user's word."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Optional

from .errors import MappingError
from .phrases import phrase
from .privacy import brp_element

STAY_ADDRESS_CATEGORY = 16

#: Our field -> element (group, number) in BRP category 16.
_ELEMENTS = {
    (9, 10): "gemeentecode",
    (11, 10): "straat",
    (11, 15): "openbare_ruimte",
    (11, 20): "huisnummer",
    (11, 30): "huisletter",
    (11, 40): "toevoeging",
    (11, 50): "aanduiding",
    (11, 60): "postcode",
    (11, 70): "woonplaats",
    (11, 80): "adresseerbaarobject_id",
    (11, 90): "nummeraanduiding_id",
    (18, 10): "einddatum",
}

#: Our field -> Dutch column names without blanks and punctuation, the most telling first.
_NAMES = {
    "gemeentecode": ("gemeentecode", "gemeentevaninschrijving", "cbscode", "gemeente"),
    "straat": ("straatnaam", "straat"),
    "openbare_ruimte": ("naamopenbareruimte", "openbareruimtenaam", "openbareruimte"),
    "huisnummer": ("huisnummer", "huisnr", "hnr", "nummer", "nr"),
    "huisletter": ("huisletter", "letter"),
    "toevoeging": ("huisnummertoevoeging", "huisnrtoevoeging", "huisnrtoev", "toevoeging", "toev"),
    "aanduiding": ("aanduidingbijhuisnummer", "aanduidinghuisnummer"),
    "postcode": ("postcode", "pc6", "pc"),
    "woonplaats": ("woonplaatsnaam", "woonplaats", "plaatsnaam", "plaats"),
    "adresseerbaarobject_id": (
        "identificatiecodeverblijfplaats",
        "identificatieverblijfplaats",
        "identificatieadresseerbaarobject",
        "adresseerbaarobjectid",
        "identificatieverblijfsobject",
        "verblijfsobjectid",
        "vboid",
    ),
    "nummeraanduiding_id": (
        "identificatiecodenummeraanduiding",
        "identificatienummeraanduiding",
        "nummeraanduidingid",
        "nummeraanduiding",
    ),
    "begindatum": (
        "datumaanvangverblijf",
        "datumaanvang",
        "begindatum",
        "ingangsdatum",
        "datumingang",
        "datumbegin",
    ),
    "einddatum": ("einddatumgeldigheid", "einddatumverblijf", "datumeindegeldigheid", "einddatum", "datumeinde"),
}

FIELDS = tuple(_NAMES)

#: What a mapping names instead of a column: the field is not read, though a column has its name.
LEFT_OUT = "-"

#: Fields of a stay, which no other list has.
_OF_A_STAY = ("begindatum", "einddatum")


@dataclass(frozen=True)
class Catalogue:
    """Which columns a kind of file may have: all others are dropped while reading.

    Attributes:
        names: Our field -> Dutch column names without blanks and punctuation, the most telling first.
        elements: Element (group, number) of BRP category 16 -> our field.
        dates: Fields that hold dates.
        summed: Whether a column with a number means that the rows are sums of others, to be left out.
    """

    names: Mapping[str, tuple[str, ...]]
    elements: Mapping[tuple[int, int], str]
    dates: tuple[str, ...]
    summed: bool

    @property
    def fields(self) -> tuple[str, ...]:
        """Our fields, in the order in which a row has them."""
        return tuple(self.names)


#: What an RNI delivery may have.
RNI = Catalogue(_NAMES, _ELEMENTS, _OF_A_STAY, True)


def address_catalogue(
    more: Mapping[str, tuple[str, ...]], dates: tuple[str, ...], ids: tuple[str, ...] = ()
) -> Catalogue:
    """What a list of addresses may have.

    Args:
        more: Fields besides those of the address -> their Dutch names.
        dates: Those of them that hold dates.
        ids: More names of the identifier of an object.
    """
    names = {ours: names for ours, names in _NAMES.items() if ours not in _OF_A_STAY}
    names["adresseerbaarobject_id"] += ids
    elements = {element: ours for element, ours in _ELEMENTS.items() if ours in names}
    return Catalogue({**names, **more}, elements, dates, False)


def parse_mapping(mapping: str, catalogue: Catalogue = RNI) -> dict[str, str]:
    """The user's mapping of our fields to their columns.

    Args:
        mapping: JSON object, or "" for none.
        catalogue: The fields there are.

    Raises:
        MappingError: It is no JSON object, or names a field that there is not.
    """
    if not mapping.strip():
        return {}
    try:
        parsed = json.loads(mapping)
    except json.JSONDecodeError as error:
        raise MappingError(
            reason=phrase("it is not JSON ({msg}, character {at})", msg=error.msg, at=error.pos + 1)
        ) from None
    if not isinstance(parsed, dict) or not all(isinstance(v, (str, int)) for v in parsed.values()):
        raise MappingError(reason=phrase('it must look like {"huisnummer": "Huisnr", "postcode": "F"}'))
    unknown = sorted(set(parsed) - set(catalogue.fields))
    if unknown:
        raise MappingError(
            reason=phrase(
                "there is no field {unknown}; fields are {fields}",
                unknown=", ".join(unknown),
                fields=", ".join(catalogue.fields),
            )
        )
    return {ours: str(theirs) for ours, theirs in parsed.items()}


def rivals_of(labels: Sequence[str], columns: dict[str, int]) -> dict[str, tuple[int, ...]]:
    """Other columns with the same element or the same name as the column of a field.

    Args:
        labels: The cells of a header row.
        columns: Field -> position.

    Returns:
        Field -> positions, only for fields that have rivals.
    """
    keys = [_key(label) for label in labels]
    same = {name: tuple(at for at, key in enumerate(keys) if key == keys[own]) for name, own in columns.items()}
    return {name: tuple(at for at in found if at != columns[name]) for name, found in same.items() if len(found) > 1}


def _key(label: str) -> object:
    """What a label says: an element, else a name."""
    return brp_element(label) or letters_of(label)


def letters_of(label: str) -> str:
    """A label without case, blanks and punctuation: what Dutch names are compared by.

    Args:
        label: A cell of a header.
    """
    return re.sub(r"[^a-z0-9]", "", label.lower())


def squeezed(label: str) -> str:
    """A label without case and needless blanks: what the user's own names are compared by.

    Args:
        label: A cell of a header, or what the user typed.
    """
    return " ".join(label.split()).lower()


def recognise_columns(
    labels: Sequence[str], wanted: Optional[dict[str, str]] = None, catalogue: Catalogue = RNI
) -> dict[str, int]:
    """Which column holds which field.

    Elements of BRP category 16 go before Dutch names, so that the address abroad or in another category that also
    has a postcode never passes for the stay address.

    Args:
        labels: The cells of a header row.
        wanted: The user's mapping; it goes before everything else, and can leave fields out.
        catalogue: The fields there are.

    Returns:
        Field -> position.
    """
    left_out = {ours for ours, theirs in (wanted or {}).items() if theirs == LEFT_OUT}
    named = {ours: theirs for ours, theirs in (wanted or {}).items() if ours not in left_out}
    columns = {ours: at for ours, theirs in named.items() if (at := column(theirs, labels)) is not None}
    taken = set(columns.values())
    plain: dict[str, int] = {}
    for at, label in enumerate(labels):
        element = brp_element(label)
        if at in taken or not label:
            continue
        if element is None:
            plain.setdefault(letters_of(label), at)
        elif element[0] == STAY_ADDRESS_CATEGORY and element[1:] in catalogue.elements:
            columns.setdefault(catalogue.elements[element[1:]], at)
    known = catalogue.names.items()
    by_name = {ours: next((plain[name] for name in names if name in plain), -1) for ours, names in known}
    found = {**{ours: at for ours, at in by_name.items() if at >= 0}, **columns}
    return {ours: at for ours, at in found.items() if ours not in left_out}


def column(theirs: str, labels: Sequence[str]) -> Optional[int]:
    """Position of a column by its name, its letter or its number from 1; None if there is none.

    Args:
        theirs: What the user typed.
        labels: The cells of a header row.
    """
    wanted = squeezed(theirs)
    if not wanted:
        return None
    names = [squeezed(label) for label in labels]
    if wanted in names:
        return names.index(wanted)
    letters = [column_letter(at).lower() for at in range(len(labels))]
    if wanted in letters:
        return letters.index(wanted)
    return int(wanted) - 1 if wanted.isdecimal() and 1 <= int(wanted) <= len(labels) else None


def column_letter(position: int) -> str:
    """The letter of a column as a spreadsheet counts: A, B, ..., Z, AA.

    Args:
        position: Position from 0.
    """
    letters = ""
    while position >= 0:
        position, rest = divmod(position, 26)
        letters = chr(ord("A") + rest) + letters
        position -= 1
    return letters
