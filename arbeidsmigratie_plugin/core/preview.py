"""The first rows of a delivery as they may be shown before anything is read in: what is not an address is masked here.

What leaves this module is masked already: a cell of another column never reaches the screen, nor a text in an address
column that is no word of the BAG and has not the form of its field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Optional

from .columns import LEFT_OUT, RNI, Catalogue, column_letter
from .delivery import HEADER_SEARCH, Header, Sheet, find_header, sufficient, usable
from .header_words import shown_label
from .personal_cells import kind_of_column
from .phrases import Phrase, phrase
from .placing import SafeWords, address_of
from .privacy import BIRTH, BSN, PHONE, dropped_column
from .shown_cells import MASK, shown_cell

#: Rows of data that are shown.
ROWS = 20

#: Rows of data in which citizen service numbers are looked for: more than are shown, few enough to be quick.
_LOOKED_AT = 100

#: Rows that a header found by itself can have above the first row of data.
_SPARE = 10

#: What privacy.py says of a column -> in words of the interface.
_WHY = {
    BSN: phrase("It holds citizen service numbers (BSN)."),
    "BSN of A-nummer": phrase("It holds citizen service numbers (BSN) or numbers of persons."),
    "A-nummer": phrase("It holds numbers of persons."),
    "naam": phrase("It holds names."),
    BIRTH: phrase("It is about birth."),
    "geslacht": phrase("It is about sex."),
    "nationaliteit": phrase("It is about nationality."),
    PHONE: phrase("It holds phone numbers."),
    "e-mail": phrase("It holds e-mail addresses."),
    "persoon": phrase("It is about the person."),
    "ouder": phrase("It is about a parent."),
    "partner": phrase("It is about a partner."),
    "overlijden": phrase("It is about death."),
    "inschrijving": phrase("It is about the registration of the person."),
    "verblijfplaats": phrase("It is about another address of the person."),
    "kind": phrase("It is about a child."),
    "verblijfstitel": phrase("It is about the right to stay."),
    "contactgegevens": phrase("It holds contact details."),
}

_NOT_READ = phrase("It is not needed, so it is not read.")
_RIVAL = phrase("Another column has the same name: this one is only read to see that they agree.")


@dataclass(frozen=True)
class PreviewColumn:
    """A column of a delivery.

    Attributes:
        letter: Its place as a spreadsheet counts.
        label: Its name as far as that may be shown, "" if it has none that may.
        complete: Whether all of its name is shown.
        field: Our field that it is read as, "" for none.
        personal: Whether it is known to be about a person.
        why: Why it is not read; None for an address column.
    """

    letter: str
    label: str
    field: str
    personal: bool
    why: Optional[Phrase]
    complete: bool = False


@dataclass(frozen=True)
class Preview:
    """The first rows of the sheet with addresses.

    Attributes:
        sheet: Number of the sheet, from 1.
        sheets: Number of sheets.
        header_row: Row of the header, from 1; None where none was found.
        columns: All columns.
        rows: Cells of the first rows of data, masked where they may not be shown.
        sufficient: Whether the columns are enough for an address.
        missing: Fields that the mapping names but the sheet has no column for.
        misplaced: Whether the row that was given for the header can't be it: it would swallow rows of data, or the
            header stands elsewhere.
    """

    sheet: int
    sheets: int
    header_row: Optional[int]
    columns: tuple[PreviewColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    sufficient: bool
    missing: tuple[str, ...] = ()
    misplaced: bool = False


@dataclass(frozen=True)
class Peek:
    """The first rows of the sheets of a delivery. Not for the screen: they are as delivered."""

    heads: tuple[tuple[Sequence[str], ...], ...]


def peek(sheets: Iterable[Sheet], header_row: Optional[int] = None) -> tuple[Peek, list[Sheet]]:
    """The first rows of each sheet, and the sheets still to be read from their start.

    Args:
        sheets: The sheets of a file; they can't be read any more after this.
        header_row: Row of the header, from 1; None to look for it.
    """
    n = (header_row or HEADER_SEARCH) + _LOOKED_AT + _SPARE
    heads, again = [], []
    for sheet in sheets:
        rows = iter(sheet.rows)
        head = tuple(islice(rows, n))
        heads.append(head)
        again.append(Sheet(sheet.name, chain(head, rows)))
    return Peek(tuple(heads)), again


def preview(
    first: Peek,
    header_row: Optional[int] = None,
    mapping: Optional[Mapping[str, str]] = None,
    words: Optional[SafeWords] = None,
    catalogue: Catalogue = RNI,
) -> Preview:
    """What can be shown of a delivery.

    Args:
        first: The first rows of its sheets.
        header_row: Row of the header, from 1; None to look for it.
        mapping: Our field -> name or letter of their column, where the user said so.
        words: Words of the BAG; None as long as it has not been read: no street or place is shown then.
        catalogue: The columns that may pass.
    """
    wanted = dict(mapping or {})
    found = [find_header(iter(head), header_row, wanted, catalogue) for head in first.heads]
    at = _telling(first.heads, found, catalogue)
    head, header = first.heads[at], found[at]
    if header is None:
        return Preview(at + 1, len(first.heads), None, _unknown(head), _masked(head), False)
    rows = list(islice(_data(header, head), _LOOKED_AT))
    columns = tuple(_columns(header, rows, _width(head), wanted))
    return Preview(
        sheet=at + 1,
        sheets=len(first.heads),
        header_row=header.row or None,
        columns=columns,
        rows=tuple(_shown(row, columns, words) for row in rows[:ROWS]),
        sufficient=sufficient({column.field for column in columns}),
        missing=tuple(sorted(name for name in wanted if wanted[name] != LEFT_OUT and name not in header.columns)),
        misplaced=any(_misplaced(head, one, wanted) for head, one in zip(first.heads, found) if header_row and one),
    )


def _telling(heads: Sequence[Sequence[Sequence[str]]], found: Sequence[Optional[Header]], catalogue: Catalogue) -> int:
    """Position of the sheet to show: of persons and with addresses, else with their columns, else with any header."""

    def worth(at: int) -> tuple[bool, bool, bool, bool]:
        header = found[at]
        if header is None or not sufficient(header.columns):
            return False, False, header is not None, bool(heads[at])
        places = [header.columns.get(name, -1) for name in catalogue.fields]
        rows = ([row[i] if 0 <= i < len(row) else "" for i in places] for row in _data(header, heads[at]))
        return True, any(usable(row, catalogue) for row in rows) and not header.summary, True, True

    return max(range(len(heads)), key=lambda at: (worth(at), -at))


def _misplaced(head: Sequence[Sequence[str]], given: Header, wanted: dict[str, str]) -> bool:
    """Whether a row that was given as the header of a sheet can't be it."""
    if not sufficient(given.columns):
        return False
    if any(_is_address(row, given) for row in head[: given.row]):
        return True
    own = None if given.own else find_header(iter(head), None, wanted, given.catalogue)
    return own is not None and own.row not in (0, given.row)


def _is_address(row: Sequence[str], header: Header) -> bool:
    """Whether the cells of a row have the forms of an address in the columns of a header."""
    cells = dict.fromkeys(header.catalogue.fields, "")
    cells.update({name: row[at] for name, at in header.columns.items() if at < len(row)})
    found = address_of(cells)
    if found.nummeraanduiding_id or found.adresseerbaarobject_id:
        return True
    numbered = shown_cell("huisnummer", cells["huisnummer"]) not in ("", MASK)
    street = any(c.isalpha() for c in found.straat) and "postcode" not in header.columns
    return numbered and bool(found.postcode or street)


def _data(header: Header, head: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The rows below a header, as far as they are in the first rows; no blank ones, and not the header again."""
    for row in head[header.row :] if header.row else header.below:
        if any(cell and not cell.isspace() for cell in row) and tuple(row) != header.labels:
            yield row


def _width(head: Sequence[Sequence[str]]) -> int:
    return max((len(row) for row in head), default=0)


def _columns(
    header: Header, rows: Sequence[Sequence[str]], width: int, by_hand: Mapping[str, str]
) -> Iterator[PreviewColumn]:
    """What each column is taken for."""
    fields = {at: name for name, at in header.columns.items()}
    rivals = {at for others in header.rivals.values() for at in others}
    dates = {header.columns[name] for name in header.catalogue.dates if name in header.columns}
    stays = {header.columns[name] for name in by_hand if name in RNI.dates and name in header.columns}
    for at in range(width):
        letter = column_letter(at)
        label = header.labels[at] if at < len(header.labels) else ""
        reason = dropped_column(label, letter, header.own).reason
        cells = (row[at] for row in rows if at < len(row))
        reason = kind_of_column(cells, at in dates, at in stays) or reason
        why = _WHY.get(reason)
        field = fields.get(at, "") if why is None else ""
        not_read = None if field else why or (_RIVAL if at in rivals else _NOT_READ)
        shown = shown_label(label, header.own)
        complete = bool(shown) and shown == " ".join(label.split())
        yield PreviewColumn(letter, shown, field, why is not None, not_read, complete)


def _shown(row: Sequence[str], columns: Sequence[PreviewColumn], words: Optional[SafeWords]) -> tuple[str, ...]:
    """A row as it may be shown."""
    cells = (row[at] if at < len(row) else "" for at in range(len(columns)))
    return tuple(shown_cell(one.field, cell, words) if one.field else MASK for one, cell in zip(columns, cells))


def _unknown(head: Sequence[Sequence[str]]) -> tuple[PreviewColumn, ...]:
    """The columns of a sheet without a header: their letters, for the user to say what they are."""
    return tuple(PreviewColumn(column_letter(at), "", "", False, _NOT_READ) for at in range(_width(head)))


def _masked(head: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple((MASK,) * _width(head) for _ in head[:ROWS])
