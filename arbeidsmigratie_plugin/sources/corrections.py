"""The file with decisions about unmatched addresses: one row for each, in the folder of the project."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..core import spelling
from ..core.address import Address
from ..core.corrections import Correction, Corrections, Decision, Key, as_corrections, is_specific
from ..core.dates import latest_day
from ..core.errors import OutputError
from ..core.phrases import Phrase, joined, phrase
from ..core.privacy import safe_file_name
from ..core.refusals import CorrectionError, CorrectionsFileError
from .staging import staged
from .table import open_table

#: Columns, in the order in which they are written. The identifiers of the delivery are named apart from the object's.
COLUMNS = (
    "postcode",
    "huisnummer",
    "huisletter",
    "toevoeging",
    "straat",
    "woonplaats",
    "gemeentecode",
    "geleverde_nummeraanduiding_id",
    "geleverd_adresseerbaarobject_id",
    "nabij",
    "besluit",
    "adresseerbaarobject_id",
    "datum",
)

#: Digits 5 and 6 of an identifier -> kind of object. Written out: of a number a spreadsheet keeps fifteen digits.
_KINDS = {"01": "Verblijfsobject", "02": "Ligplaats", "03": "Standplaats", "20": "Nummeraanduiding"}
_OBJECTS = ("01", "02", "03")
_IDENTIFIER = re.compile(r"(?:NL\.IMBAG\.[A-Za-z]+\.)?(\d{16})")
_YES = "ja"


def read_corrections(path: Path) -> Corrections:
    """The decisions in a file.

    Args:
        path: The file that write_corrections() wrote.

    Raises:
        CorrectionsFileError: It has not the columns of one.
        CorrectionError: A row can't be used.
        FileError: It can't be read.
    """
    name = safe_file_name(path.name)
    rows = [row for sheet in open_table(path)[:1] for row in sheet.rows]
    header = [cell.strip().lower() for cell in rows[0]] if rows else []
    lacking = [column for column in COLUMNS if column not in header]
    if lacking:
        reason = phrase("it lacks the columns {columns}", columns=joined(", ", lacking))
        raise CorrectionsFileError(file=name, reason=reason)
    found: list[Correction] = []
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            cells = {column: row[at].strip() if at < len(row) else "" for at, column in enumerate(header)}
            found.append(_Row(cells, number, name).correction())
    return as_corrections(found)


def save_corrections(path: Path, made: Iterable[Correction], withdrawn: Collection[Key] = ()) -> int:
    """Adds decisions to a file: what others added since it was read stays.

    Args:
        path: The file; made if it is not there.
        made: New decisions; they go before earlier ones about the same address.
        withdrawn: Keys of decisions that no longer hold.

    Returns:
        The number of decisions that the file has now.

    Raises:
        CorrectionsFileError: The file that is there can't be used.
        CorrectionError: A row of it can't be used.
        OutputError: It can't be written.
    """
    earlier = read_corrections(path) if path.is_file() else {}
    kept = [one for key, one in earlier.items() if key not in withdrawn]
    together = as_corrections([*kept, *made])
    write_corrections(path, together.values())
    return len(together)


def write_corrections(path: Path, corrections: Iterable[Correction]) -> None:
    """Writes decisions, sorted by address; the file is replaced in one step.

    Args:
        path: The file.
        corrections: The decisions.

    Raises:
        OutputError: It can't be written.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(map(_row, corrections)))
    with staged([path]) as drafts:
        try:
            drafts[0].write_text(text.getvalue(), encoding="utf-8-sig", newline="")
        except OSError as error:
            raise OutputError(file=str(path), reason=error.strerror or phrase("no access")) from None


def _row(one: Correction) -> Sequence[str]:
    found = one.address
    return (
        found.postcode,
        str(found.huisnummer or ""),
        found.huisletter,
        found.toevoeging,
        found.straat,
        found.woonplaats,
        found.gemeentecode,
        _written(found.nummeraanduiding_id),
        _written(found.adresseerbaarobject_id),
        _YES if found.nearby else "",
        one.decision.value,
        _written(one.adresseerbaarobject_id),
        one.day.isoformat(),
    )


def _written(identifier: str) -> str:
    kind = _KINDS.get(identifier[4:6], "")
    return f"NL.IMBAG.{kind}.{identifier}" if kind else identifier


@dataclass(frozen=True)
class _Row:
    """A row as it is read; what stands in it is never repeated in a message."""

    cells: Mapping[str, str]
    number: int
    file: str

    def correction(self) -> Correction:
        """What it says."""
        decision, address = self._decision(), self._address()
        if not is_specific(address):
            reason = phrase("it has no house number with a postcode, or with a street and place, and no identifier")
            raise self._wrong(reason)
        linked = self._identifier("adresseerbaarobject_id", _OBJECTS)
        if bool(linked) != (decision is Decision.LINK):
            raise self._wrong(phrase("adresseerbaarobject_id goes with 'koppelen', and with nothing else"))
        day = latest_day(self.cells["datum"])
        if day is None:
            raise self._wrong(phrase("{column} is no date such as 2026-07-01", column="datum"))
        return Correction(address, decision, linked, day)

    def _decision(self) -> Decision:
        try:
            return Decision(self.cells["besluit"].lower())
        except ValueError:
            known = joined(", ", [one.value for one in Decision])
            raise self._wrong(phrase("besluit must be one of {known}", known=known)) from None

    def _address(self) -> Address:
        cells = self.cells
        number, letter, addition = spelling.house_number(cells["huisnummer"], cells["huisletter"], cells["toevoeging"])
        forms = {
            "postcode": spelling.postcode(cells["postcode"]),
            "huisnummer": number,
            "gemeentecode": spelling.municipality_code(cells["gemeentecode"]),
        }
        for column, found in forms.items():
            if cells[column] and not found:
                raise self._wrong(phrase("{column} has not the form of one", column=column))
        return Address(
            nummeraanduiding_id=self._identifier("geleverde_nummeraanduiding_id", ("20",)),
            adresseerbaarobject_id=self._identifier("geleverd_adresseerbaarobject_id", _OBJECTS),
            gemeentecode=str(forms["gemeentecode"]),
            postcode=str(forms["postcode"]),
            huisnummer=number,
            huisletter=letter,
            toevoeging=addition,
            straat=cells["straat"],
            woonplaats=cells["woonplaats"],
            nearby=cells["nabij"].lower() == _YES,
        )

    def _identifier(self, column: str, kinds: Sequence[str]) -> str:
        match = _IDENTIFIER.fullmatch(self.cells[column])
        if self.cells[column] and (match is None or match[1][4:6] not in kinds):
            raise self._wrong(phrase("{column} is no identifier of the BAG with all its 16 digits", column=column))
        return match[1] if match else ""

    def _wrong(self, reason: Phrase) -> CorrectionError:
        return CorrectionError(row=self.number, file=self.file, reason=reason)
