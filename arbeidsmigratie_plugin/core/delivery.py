"""Deliveries as municipalities get them: find the address columns and take up nothing else.

The delivery is read row by row. Of each row only the cells of address columns are taken up (see privacy.py); the
columns are those of BRP category 16, the temporary stay address, by element number or by Dutch name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
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

#: Dutch column names without blanks and punctuation -> our field.
_NAMES = {
    "gemeentecode": "gemeentecode",
    "gemeente": "gemeentecode",
    "gemeentevaninschrijving": "gemeentecode",
    "cbscode": "gemeentecode",
    "straat": "straat",
    "straatnaam": "straat",
    "naamopenbareruimte": "openbare_ruimte",
    "openbareruimte": "openbare_ruimte",
    "openbareruimtenaam": "openbare_ruimte",
    "huisnummer": "huisnummer",
    "huisnr": "huisnummer",
    "hnr": "huisnummer",
    "nummer": "huisnummer",
    "nr": "huisnummer",
    "huisletter": "huisletter",
    "letter": "huisletter",
    "toevoeging": "toevoeging",
    "huisnummertoevoeging": "toevoeging",
    "huisnrtoevoeging": "toevoeging",
    "huisnrtoev": "toevoeging",
    "toev": "toevoeging",
    "aanduidingbijhuisnummer": "aanduiding",
    "aanduidinghuisnummer": "aanduiding",
    "postcode": "postcode",
    "pc": "postcode",
    "pc6": "postcode",
    "woonplaats": "woonplaats",
    "woonplaatsnaam": "woonplaats",
    "plaats": "woonplaats",
    "plaatsnaam": "woonplaats",
    "identificatiecodeverblijfplaats": "adresseerbaarobject_id",
    "identificatieverblijfplaats": "adresseerbaarobject_id",
    "adresseerbaarobjectid": "adresseerbaarobject_id",
    "identificatieadresseerbaarobject": "adresseerbaarobject_id",
    "verblijfsobjectid": "adresseerbaarobject_id",
    "identificatieverblijfsobject": "adresseerbaarobject_id",
    "vboid": "adresseerbaarobject_id",
    "identificatiecodenummeraanduiding": "nummeraanduiding_id",
    "identificatienummeraanduiding": "nummeraanduiding_id",
    "nummeraanduidingid": "nummeraanduiding_id",
    "nummeraanduiding": "nummeraanduiding_id",
    "einddatum": "einddatum",
    "einddatumgeldigheid": "einddatum",
    "einddatumverblijf": "einddatum",
    "datumeinde": "einddatum",
    "datumeindegeldigheid": "einddatum",
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
        head = _header(rows, header_row, wanted)
        row_found |= head is not None
        if head is None or not _sufficient(head.columns):
            continue
        header_found = True
        delivery.sheets.append(sheet.name)
        _take_up(delivery, _keep(head, rows), head, wanted, file)
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
    """A header row: its labels, and which field is in which column."""

    labels: tuple[str, ...]
    columns: dict[str, int]


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


def _header(rows: Iterator[Sequence[str]], header_row: Optional[int], wanted: dict[str, str]) -> Optional[_Header]:
    """The header, with the rows read up to and including it; None if the sheet has none."""
    for number, row in enumerate(rows, start=1):
        if header_row is None or number == header_row:
            header = _Header(tuple(row), recognise_columns(row, wanted))
            if header_row is not None or _sufficient(header.columns):
                return header
        if number == (header_row or _HEADER_SEARCH):
            break
    return None


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
    by_name: dict[str, int] = {}
    for at, label in enumerate(labels):
        element = brp_element(label)
        if at in taken or not label:
            continue
        if element is None:
            name = _NAMES.get(re.sub(r"[^a-z0-9]", "", label.lower()))
            if name:
                by_name.setdefault(name, at)
        elif element[0] == STAY_ADDRESS_CATEGORY and element[1:] in _ELEMENTS:
            columns.setdefault(_ELEMENTS[element[1:]], at)
    return {**by_name, **columns}


def _column(theirs: str, labels: Sequence[str]) -> Optional[int]:
    """Position of a column by its name, its letter or its number from 1."""
    names = [" ".join(label.split()).lower() for label in labels]
    wanted = " ".join(theirs.split()).lower()
    if wanted in names:
        return names.index(wanted)
    letters = [column_letter(at).lower() for at in range(len(labels))]
    if wanted in letters:
        return letters.index(wanted)
    return int(wanted) - 1 if wanted.isdigit() and 1 <= int(wanted) <= len(labels) else None


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


def _keep(header: _Header, rows: Iterator[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Of each row below the header that is not blank, the cells of the recognised columns only."""
    at = [header.columns.get(name, -1) for name in FIELDS]
    for row in rows:
        if any(cell.strip() for cell in row):
            yield tuple(_clean(row[i]) if 0 <= i < len(row) else "" for i in at)


def _clean(cell: str) -> str:
    """A cell without control characters and surrounding or repeated blanks."""
    return " ".join("".join(c if c.isprintable() else " " for c in cell).split())


def _take_up(
    delivery: Delivery, rows: Iterator[tuple[str, ...]], head: _Header, wanted: dict[str, str], file: str
) -> None:
    """Adds the rows of a sheet, without the columns that turn out to hold citizen service numbers."""
    kept = list(rows)
    for ours, theirs in wanted.items():
        if _column(theirs, head.labels) is None:
            raise MappingError(reason=f"{file} has no column '{theirs}' for {ours}")
    personal = {name for at, name in enumerate(FIELDS) if holds_bsn(row[at] for row in kept)}
    for name in sorted(personal & set(wanted)):
        raise PersonalColumnError(column=column_letter(head.columns[name]), file=file, field=name)
    columns = {name: at for name, at in head.columns.items() if name not in personal}
    if kept and not _sufficient(columns):
        name = min(personal)
        raise PersonalColumnError(column=column_letter(head.columns[name]), file=file, field=name)
    read = set(columns.values())
    for at, label in enumerate(head.labels):
        if label and at not in read:
            dropped = dropped_column(label, column_letter(at))
            hidden = at in {head.columns[name] for name in personal}
            delivery.dropped.append(DroppedColumn(dropped.label, "BSN") if hidden else dropped)
    hide = [name in personal for name in FIELDS]
    delivery.rows += [tuple("" if h else cell for h, cell in zip(hide, row)) for row in kept] if personal else kept
