"""Deliveries as municipalities get them: find the address columns and take up nothing else.

The delivery is read row by row. Of each row only the cells of address columns are taken up (see privacy.py); the
columns are those of BRP category 16, the temporary stay address, by element number or by Dutch name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Optional

from .errors import FileEmptyError, HeaderNotFoundError, HeaderRowError, MappingError, PersonalColumnError
from .privacy import DroppedColumn, brp_element, dropped_column, holds_bsn

STAY_ADDRESS_CATEGORY = 16

#: Rows in which a header is looked for.
_HEADER_SEARCH = 100

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
    "einddatum": ("einddatumgeldigheid", "einddatumverblijf", "datumeindegeldigheid", "einddatum", "datumeinde"),
}

FIELDS = tuple(dict.fromkeys(_ELEMENTS.values()))
_NEEDED = "a house number with a postcode or street, or a BAG identifier"


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook, or a CSV file.

    Attributes:
        name: Name of the sheet.
        rows: Its rows, each a list of cells as text; read once.
    """

    name: str
    rows: Iterable[Sequence[str]]


@dataclass
class Delivery:
    """The address cells of a delivery, and nothing else of it.

    Attributes:
        rows: One tuple of cells a row, in the order of FIELDS.
        dropped: Columns that were not read.
        sheets: Names of the sheets that were read.
    """

    rows: list[tuple[str, ...]] = field(default_factory=list)
    dropped: list[DroppedColumn] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)


def read_delivery(sheets: Iterable[Sheet], file: str, header_row: Optional[int] = None, mapping: str = "") -> Delivery:
    """The address cells of all sheets that have address columns.

    Args:
        sheets: The sheets of the file.
        file: Name of the file, for messages.
        header_row: Row of the header, from 1; None looks for it in each sheet.
        mapping: JSON object, our field -> name or letter of their column; "" recognises all by name.

    Raises:
        HeaderNotFoundError: No sheet has address columns.
        HeaderRowError: No sheet has the header row.
        MappingError: The mapping is no JSON object, or names an unknown field or column.
        PersonalColumnError: A mapped column holds citizen service numbers.
        FileEmptyError: There is a header, but no row below it.
    """
    wanted = parse_mapping(mapping)
    delivery, header_found, row_found = Delivery(), False, False
    for sheet in sheets:
        rows = iter(sheet.rows)
        head = _find_header(rows, header_row, wanted)
        row_found |= head is not None
        if head is None or not _sufficient(head.columns):
            continue
        header_found = True
        delivery.sheets.append(sheet.name)
        _take_up(delivery, head, chain(head.below, rows), wanted, file)
    if header_row and not row_found:
        raise HeaderRowError(file=file, row=header_row)
    if not header_found:
        raise HeaderNotFoundError(file=file, needed=_NEEDED)
    if not delivery.rows:
        raise FileEmptyError(file=file)
    delivery.dropped = list(dict.fromkeys(delivery.dropped))
    return delivery


@dataclass(frozen=True)
class _Header:
    """A header row.

    Attributes:
        labels: Its cells; none where a sheet has no header and the user gave the columns by letter.
        columns: Which field is in which column.
        named: Number of fields that it names, by itself or as the user says.
        own: Whether it is a header by itself, without the user's word for it.
        below: Rows below it that were read in looking for it.
    """

    labels: tuple[str, ...]
    columns: dict[str, int]
    named: int
    own: bool
    below: tuple[Sequence[str], ...] = ()


def parse_mapping(mapping: str) -> dict[str, str]:
    """The user's mapping of our fields to their columns.

    Args:
        mapping: JSON object, or "" for none.

    Raises:
        MappingError: It is no JSON object, or names a field that there is not.
    """
    if not mapping.strip():
        return {}
    try:
        parsed = json.loads(mapping)
    except json.JSONDecodeError as error:
        raise MappingError(reason=f"it is not JSON ({error.msg}, character {error.pos + 1})") from None
    if not isinstance(parsed, dict) or not all(isinstance(v, (str, int)) for v in parsed.values()):
        raise MappingError(reason='it must look like {"huisnummer": "Huisnr", "postcode": "F"}')
    unknown = sorted(set(parsed) - set(FIELDS))
    if unknown:
        raise MappingError(reason=f"there is no field {', '.join(unknown)}; fields are {', '.join(FIELDS)}")
    return {ours: str(theirs) for ours, theirs in parsed.items()}


def _find_header(rows: Iterator[Sequence[str]], header_row: Optional[int], wanted: dict[str, str]) -> Optional[_Header]:
    """The header of a sheet; None if it has none, or not so many rows.

    Looked for is the first row that has enough; with columns from the user, the row that names most fields. If no row
    names any, the user's letters are all there is, and every row is one of data.
    """
    head = list(islice(rows, header_row or _HEADER_SEARCH))
    if header_row:
        return _header(head[-1], wanted) if len(head) == header_row else None
    found = [(at, header) for at, header in enumerate(_header(row, wanted) for row in head)]
    enough = [(at, header) for at, header in found if _sufficient(header.columns)]
    if not enough:
        return None
    at, header = max(enough, key=lambda pair: pair[1].named if wanted else 0)
    if header.named == 0:
        return replace(header, labels=(), below=tuple(head))
    return replace(header, below=tuple(head[at + 1 :]))


def _header(row: Sequence[str], wanted: dict[str, str]) -> _Header:
    own = recognise_columns(row)
    labels = {_squeezed(label) for label in row}
    named = set(own) | {ours for ours, theirs in wanted.items() if _squeezed(theirs) in labels}
    return _Header(tuple(row), recognise_columns(row, wanted), len(named), _sufficient(own))


def _squeezed(label: str) -> str:
    return " ".join(label.split()).lower()


def recognise_columns(labels: Sequence[str], wanted: Optional[dict[str, str]] = None) -> dict[str, int]:
    """Which column holds which field.

    Elements of BRP category 16 go before Dutch names, so that the address abroad or in another category that also
    has a postcode never passes for the stay address.

    Args:
        labels: The cells of a header row.
        wanted: The user's mapping; it goes before everything else.

    Returns:
        Field -> position.
    """
    columns = {ours: at for ours, theirs in (wanted or {}).items() if (at := _column(theirs, labels)) is not None}
    taken = set(columns.values())
    plain: dict[str, int] = {}
    for at, label in enumerate(labels):
        element = brp_element(label)
        if at in taken or not label:
            continue
        if element is None:
            plain.setdefault(re.sub(r"[^a-z0-9]", "", label.lower()), at)
        elif element[0] == STAY_ADDRESS_CATEGORY and element[1:] in _ELEMENTS:
            columns.setdefault(_ELEMENTS[element[1:]], at)
    by_name = {ours: next((plain[name] for name in names if name in plain), -1) for ours, names in _NAMES.items()}
    return {**{ours: at for ours, at in by_name.items() if at >= 0}, **columns}


def _column(theirs: str, labels: Sequence[str]) -> Optional[int]:
    """Position of a column by its name, its letter or its number from 1."""
    wanted = _squeezed(theirs)
    if not wanted:
        return None
    names = [_squeezed(label) for label in labels]
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


def _sufficient(columns: dict[str, int]) -> bool:
    if "nummeraanduiding_id" in columns or "adresseerbaarobject_id" in columns:
        return True
    return "huisnummer" in columns and bool({"postcode", "straat", "openbare_ruimte"} & set(columns))


@dataclass
class _Kept:
    """Of the rows below a header, the cells of the recognised columns, and which other columns hold anything."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    filled: set[int] = field(default_factory=set)


def _keep(header: _Header, rows: Iterable[Sequence[str]]) -> _Kept:
    """Takes up what may pass; the other cells are looked at for being empty, and dropped."""
    at = [header.columns.get(name, -1) for name in FIELDS]
    kept = _Kept()
    for row in rows:
        filled = [position for position, cell in enumerate(row) if cell and not cell.isspace()]
        if filled:
            kept.filled.update(filled)
            kept.rows.append(tuple(_clean(row[i]) if 0 <= i < len(row) else "" for i in at))
    return kept


def _clean(cell: str) -> str:
    """A cell without control characters and surrounding or repeated blanks."""
    return " ".join("".join(c if c.isprintable() else " " for c in cell).split())


def _take_up(
    delivery: Delivery, head: _Header, rows: Iterable[Sequence[str]], wanted: dict[str, str], file: str
) -> None:
    """Adds the rows of a sheet, without the columns that turn out to hold citizen service numbers."""
    for ours, theirs in wanted.items():
        if ours not in head.columns or (head.labels and _column(theirs, head.labels) is None):
            raise MappingError(reason=f"{file} has no column '{theirs}' for {ours}")
    kept = _keep(head, rows)
    personal = {name for at, name in enumerate(FIELDS) if holds_bsn(row[at] for row in kept.rows)}
    refused = sorted(personal & set(wanted))
    left = {name: at for name, at in head.columns.items() if name not in personal}
    if refused or (kept.rows and not _sufficient(left)):
        name = refused[0] if refused else min(personal)
        raise PersonalColumnError(column=column_letter(head.columns[name]), file=file, field=name)
    delivery.dropped += _dropped(head, kept.filled, set(left.values()), {head.columns[name] for name in personal})
    hide = [name in personal for name in FIELDS]
    delivery.rows += [tuple("" if h else cell for h, cell in zip(hide, row)) for row in kept.rows]


def _dropped(head: _Header, filled: set[int], read: set[int], personal: set[int]) -> Iterator[DroppedColumn]:
    """The columns that were not read: those with a name, and those with cells."""
    named = {at for at, label in enumerate(head.labels) if label.strip()}
    for at in sorted((named | filled) - read):
        label = head.labels[at] if at in named else ""
        dropped = dropped_column(label, column_letter(at), head.own)
        yield DroppedColumn(dropped.label, "BSN") if at in personal else dropped
