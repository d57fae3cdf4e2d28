"""Deliveries as municipalities get them: find the address columns and take up nothing else.

The delivery is read row by row. Of each row only the cells of address columns are taken up (see privacy.py); the
columns are those of BRP category 16, the temporary stay address, by element number or by Dutch name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import chain, islice
from typing import Optional

from .columns import (
    LEFT_OUT,
    RNI,
    Catalogue,
    column,
    column_letter,
    letters_of,
    parse_mapping,
    recognise_columns,
    rivals_of,
    squeezed,
)
from .errors import (
    AmbiguousColumnError,
    HeaderNotFoundError,
    HeaderRowError,
    MappingError,
    PersonalCellsError,
    PersonalColumnError,
    RowsMissingError,
    TableError,
)
from .personal_cells import kind_of_column
from .phrases import joined, phrase
from .privacy import BIRTH, BSN, PHONE, DroppedColumn, dropped_column

#: Rows in which a header is looked for.
HEADER_SEARCH = 100

#: Columns of a summary: their rows are no registrations.
_SUMMARY = re.compile(r"aantal.*|totaal.*|somvan.*|count|sum")

_IDS = ("nummeraanduiding_id", "adresseerbaarobject_id")
_PLACES = ("postcode", "straat", "openbare_ruimte")

#: An identifier whose leading zeros a spreadsheet ate still has so many digits.
_ID_DIGITS = 13

#: So close below a header a second one can stand.
_SECOND_HEADER = 5

#: What a column seems to hold -> as a message says it.
_LOOKS_LIKE = {PHONE: phrase("phone numbers"), BIRTH: phrase("dates of birth")}

_NEEDED = phrase("a house number with a postcode or street, or a BAG identifier")


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook, or a CSV file.

    Attributes:
        name: Name of the sheet.
        rows: Its rows, each a list of cells as text; read once.
    """

    name: str
    rows: Iterable[Sequence[str]]


class NotRead(Enum):
    """Why a sheet with address columns was not read."""

    SUMMARY = "summary"
    COPY = "copy"


@dataclass
class Delivery:
    """The address cells of a delivery, and nothing else of it.

    Attributes:
        rows: One tuple of cells a row, in the order of fields.
        fields: Our names of the cells.
        found: Fields that the file has a column for.
        dropped: Columns that were not read.
        sheets: Names of the sheets that were read.
        not_read: Number of a sheet, from 1 -> why it was left out although it has addresses.
    """

    rows: list[tuple[str, ...]] = field(default_factory=list)
    dropped: list[DroppedColumn] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    not_read: dict[int, NotRead] = field(default_factory=dict)
    fields: tuple[str, ...] = RNI.fields
    found: set[str] = field(default_factory=set)


def read_delivery(
    sheets: Iterable[Sheet],
    file: str,
    header_row: Optional[int] = None,
    mapping: str = "",
    catalogue: Catalogue = RNI,
) -> Delivery:
    """The address cells of all sheets that have addresses.

    Of several sheets those without a single usable address are left out, and so are summaries and copies of others:
    their rows would be counted as registrations.

    Args:
        sheets: The sheets of the file.
        file: Name of the file, for messages.
        header_row: Row of the header, from 1; None looks for it in each sheet.
        mapping: JSON object, our field -> name or letter of their column; "" recognises all by name.
        catalogue: The columns that may pass.

    Raises:
        HeaderNotFoundError: No sheet has address columns.
        HeaderRowError: No sheet has the header row.
        MappingError: The mapping is no JSON object, or names an unknown field or column.
        AmbiguousColumnError: Two columns could hold the same field, and they differ.
        PersonalColumnError: A mapped column holds citizen service numbers.
        PersonalCellsError: Most of a mapped column looks like phone numbers or dates of birth.
        RowsMissingError: There is a header, but no row below it.
    """
    wanted = parse_mapping(mapping, catalogue)
    found: list[_Found] = []
    lacking: Optional[MappingError] = None
    row_found = False
    for number, sheet in enumerate(sheets, start=1):
        rows = iter(sheet.rows)
        head = find_header(rows, header_row, wanted, catalogue)
        row_found |= head is not None
        if head is None:
            continue
        try:
            _check_mapping(head, wanted, file)
        except MappingError as error:
            if head.own:
                raise
            lacking = lacking or error
            continue
        if sufficient(head.columns):
            found.append(_Found(number, sheet.name, head, _keep(head, chain(head.below, rows), file)))
    if header_row and not row_found:
        raise HeaderRowError(file=file, row=header_row)
    if not found:
        raise lacking or HeaderNotFoundError(file=file, needed=_NEEDED)
    delivery = _delivery(found, wanted, file, catalogue)
    if not delivery.rows:
        raise RowsMissingError(file=file)
    return delivery


@dataclass(frozen=True)
class _Found:
    """A sheet with address columns, and what was taken up of it."""

    number: int
    name: str
    head: Header
    kept: _Kept


def _delivery(found: Sequence[_Found], wanted: dict[str, str], file: str, catalogue: Catalogue) -> Delivery:
    """What the sheets say together."""
    delivery = Delivery(fields=catalogue.fields)
    filled = [one for one in found if any(usable(row, catalogue) for row in one.kept.rows)] or found
    persons = [one for one in filled if not (catalogue.summed and one.head.summary)] or filled
    delivery.not_read = {one.number: NotRead.SUMMARY for one in filled if one not in persons}
    seen: list[Counter[tuple[str, ...]]] = []
    for one in persons:
        rows = Counter(one.kept.rows)
        if len(one.kept.rows) > 1 and rows in seen:
            delivery.not_read[one.number] = NotRead.COPY
            continue
        seen.append(rows)
        delivery.sheets.append(one.name)
        _take_up(delivery, one.head, one.kept, wanted, file)
    delivery.dropped = list(dict.fromkeys(delivery.dropped))
    return delivery


def usable(row: Sequence[str], catalogue: Catalogue) -> bool:
    """Whether a row could be an address; what it really is, is decided later.

    Args:
        row: Cells in the order of the catalogue's fields.
        catalogue: The columns that may pass.
    """
    cells = dict(zip(catalogue.fields, row))
    if any(sum(map(str.isdigit, cells[name])) >= _ID_DIGITS for name in _IDS):
        return True
    return any(map(str.isdigit, cells["huisnummer"])) and any(cells[name] for name in _PLACES)


@dataclass(frozen=True)
class Header:
    """A header row.

    Attributes:
        labels: Its cells; none where a sheet has no header and the user gave the columns by letter.
        columns: Which field is in which column.
        named: Number of fields that it names, by itself or as the user says.
        own: Whether it is a header by itself, without the user's word for it.
        catalogue: The columns that may pass.
        rivals: Other columns that have the same name as that of a field.
        below: Rows below it that were read in looking for it.
        row: Its row, from 1; 0 where the sheet has none.
    """

    labels: tuple[str, ...]
    columns: dict[str, int]
    named: int
    own: bool
    catalogue: Catalogue
    rivals: dict[str, tuple[int, ...]] = field(default_factory=dict)
    below: tuple[Sequence[str], ...] = ()
    row: int = 0

    @property
    def summary(self) -> bool:
        """Whether the rows below are counts, not registrations."""
        return any(_SUMMARY.fullmatch(letters_of(label)) for label in self.labels)

    def repeats(self, row: Sequence[str]) -> bool:
        """Whether a row below is a header too, with other names for the same columns.

        Args:
            row: Cells of the row.
        """
        same = recognise_columns(row, None, self.catalogue)
        agreeing = sum(self.columns.get(name) == at for name, at in same.items())
        return agreeing >= min(2, len(self.columns))


def find_header(
    rows: Iterator[Sequence[str]], header_row: Optional[int], wanted: dict[str, str], catalogue: Catalogue
) -> Optional[Header]:
    """The header of a sheet; None if it has none, or not so many rows.

    Looked for is the row that names most fields: a title can name one. If no row names any, the user's letters are
    all there is, and every row from the first with a number in it is one of data.

    Args:
        rows: Of the sheet; those that are looked at are taken.
        header_row: Its row, from 1; None to look for it.
        wanted: The user's mapping.
        catalogue: The columns that may pass.
    """
    head = list(islice(rows, header_row or HEADER_SEARCH))
    if header_row:
        there = len(head) == header_row
        return replace(_header(head[-1], wanted, catalogue), row=header_row) if there else None
    found = [(at, header) for at, header in enumerate(_header(row, wanted, catalogue) for row in head)]
    enough = [(at, header) for at, header in found if sufficient(header.columns)]
    if not enough:
        return None
    at, header = max(enough, key=lambda pair: pair[1].named)
    if header.named == 0:
        return _without_header(header, head)
    return replace(header, below=tuple(head[at + 1 :]), row=at + 1)


def _without_header(header: Header, head: Sequence[Sequence[str]]) -> Header:
    """A sheet whose columns the user gave by letter: what stands above the first number is a title or a header."""
    places = [header.columns[name] for name in (*_IDS, "huisnummer", "postcode") if name in header.columns]
    for at, row in enumerate(head):
        if any(c.isdigit() for place in places if place < len(row) for c in row[place]):
            return replace(header, labels=(), rivals={}, below=tuple(head[at:]))
    return replace(header, labels=(), rivals={}, below=tuple(head))


def _header(row: Sequence[str], wanted: dict[str, str], catalogue: Catalogue) -> Header:
    own = recognise_columns(row, None, catalogue)
    labels = {squeezed(label) for label in row}
    letters = {column_letter(at).lower() for at in range(len(row))}
    # A cell 'D' or '4' in a row of data is no name of a column.
    letters.add(LEFT_OUT)
    names = {ours: name for ours, theirs in wanted.items() if (name := squeezed(theirs)) not in letters}
    named = set(own) | {ours for ours, name in names.items() if name in labels and not name.isdecimal()}
    columns = recognise_columns(row, wanted, catalogue)
    rivals = rivals_of(row, {name: at for name, at in columns.items() if name not in wanted})
    return Header(tuple(row), columns, len(named), sufficient(own), catalogue, rivals)


def sufficient(columns: Collection[str]) -> bool:
    """Whether these fields are enough for an address.

    Args:
        columns: Our names of them.
    """
    if any(name in columns for name in _IDS):
        return True
    return "huisnummer" in columns and any(name in columns for name in _PLACES)


@dataclass
class _Kept:
    """Of the rows below a header, the cells of the recognised columns, and which other columns hold anything."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    filled: set[int] = field(default_factory=set)


def _keep(header: Header, rows: Iterable[Sequence[str]], file: str) -> _Kept:
    """Takes up what may pass; the other cells are looked at for being empty, and dropped."""
    fields = header.catalogue.fields
    at = [header.columns.get(name, -1) for name in fields]
    rivals = [(fields.index(name), others) for name, others in header.rivals.items()]
    kept = _Kept()
    for number, row in enumerate(rows):
        filled = [position for position, cell in enumerate(row) if cell and not cell.isspace()]
        if not filled or tuple(row) == header.labels:
            continue
        if number < _SECOND_HEADER and header.labels and header.repeats(row):
            continue
        kept.filled.update(filled)
        cells = [clean(row[i]) if 0 <= i < len(row) else "" for i in at]
        for place, others in rivals:
            values = {clean(row[i]) for i in others if i < len(row)} | {cells[place]}
            values.discard("")
            if len(values) > 1:
                columns = joined(phrase(" and "), (column_letter(i) for i in sorted((at[place], *others))))
                raise AmbiguousColumnError(file=file, columns=columns, field=fields[place])
            cells[place] = values.pop() if values else ""
        kept.rows.append(tuple(cells))
    return kept


def clean(cell: str) -> str:
    """A cell without control characters and surrounding or repeated blanks.

    Args:
        cell: As the file has it.
    """
    return " ".join("".join(c if c.isprintable() else " " for c in cell).split())


def _check_mapping(head: Header, wanted: dict[str, str], file: str) -> None:
    for ours, theirs in wanted.items():
        if theirs != LEFT_OUT and (ours not in head.columns or (head.labels and column(theirs, head.labels) is None)):
            raise MappingError(
                reason=phrase("{file} has no column '{theirs}' for {ours}", file=file, theirs=theirs, ours=ours)
            )


def _take_up(delivery: Delivery, head: Header, kept: _Kept, wanted: dict[str, str], file: str) -> None:
    """Adds the rows of a sheet, without the columns that turn out to be about persons."""
    fields = head.catalogue.fields
    personal = _personal(head, kept, wanted)
    refused = sorted(set(personal) & set(wanted))
    left = {name: at for name, at in head.columns.items() if name not in personal}
    if refused or (kept.rows and not sufficient(left)):
        raise _refusal(refused[0] if refused else min(personal), personal, head, file)
    read = set(left.values()) | {at for name, others in head.rivals.items() if name in left for at in others}
    delivery.dropped += _dropped(
        head, kept.filled, read, {head.columns[name]: kind for name, kind in personal.items() if name in head.columns}
    )
    delivery.found |= set(left)
    hide = [name in personal for name in fields]
    delivery.rows += [tuple("" if h else cell for h, cell in zip(hide, row)) for row in kept.rows]


def _personal(head: Header, kept: _Kept, wanted: dict[str, str]) -> dict[str, str]:
    """Fields of which the column turns out to be about persons -> what it holds."""
    found = {}
    for at, name in enumerate(head.catalogue.fields):
        stay = name in wanted and name in RNI.dates
        kind = kind_of_column((row[at] for row in kept.rows), name in head.catalogue.dates, stay)
        if kind:
            found[name] = kind
    return found


def _refusal(name: str, personal: dict[str, str], head: Header, file: str) -> TableError:
    """Why a column can't serve as a field."""
    column, kind = column_letter(head.columns[name]), personal[name]
    if kind == BSN:
        return PersonalColumnError(column=column, file=file, field=name)
    return PersonalCellsError(column=column, file=file, field=name, what=_LOOKS_LIKE[kind])


def _dropped(head: Header, filled: set[int], read: set[int], personal: dict[int, str]) -> Iterator[DroppedColumn]:
    """The columns that were not read: those with a name, and those with cells."""
    named = {at for at, label in enumerate(head.labels) if label.strip()}
    for at in sorted((named | filled) - read):
        label = head.labels[at] if at in named else ""
        dropped = dropped_column(label, column_letter(at), head.own)
        yield DroppedColumn(dropped.label, personal[at]) if at in personal else dropped
