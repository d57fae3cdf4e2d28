"""The RNI deliveries: one row a person, as an Excel workbook with element numbers and as a Dutch semicolon CSV."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
from openpyxl import Workbook

from .persons import Person
from .rows import EMPTY, FIRST_DATE, Row
from .spelling import Cells

#: Header of the workbook: BRP element numbers.
ELEMENTS = (
    "01.01.10", "01.01.20", "01.02.10", "01.02.40", "01.03.10", "01.04.10", "04.05.10",
    "16.09.10", "16.11.10", "16.11.15", "16.11.20", "16.11.30", "16.11.40", "16.11.50", "16.11.60", "16.11.70",
    "16.11.80", "16.11.90", "16.12.10", "16.17.10", "16.18.10", "17.31.10", "17.32.10",
)  # fmt: skip
#: Header of the CSV.
COLUMNS = (
    "BSN", "A-nummer", "Geslachtsnaam", "Voornamen", "Geboortedatum", "Geslacht", "Nationaliteit", "Gemeentecode",
    "Straatnaam", "Huisnummer", "Huisletter", "Toevoeging", "Aanduiding bij huisnummer", "Postcode", "Woonplaats",
    "Identificatiecode nummeraanduiding", "Locatiebeschrijving", "Datum aanvang", "Einddatum", "Telefoonnummer",
    "E-mailadres",
)  # fmt: skip
#: Municipality whose rows are on a sheet of their own.
SEPARATE_SHEET = "9803"

#: A date of which nothing is known.
_UNKNOWN = "00000000"

_NOTES = (
    "Toelichting bij de selectie tijdelijk verblijfsadres (categorie 16)",
    "",
    "Dit bestand hoort bij een verzonnen regio. Personen, nummers en adressen bestaan niet.",
    "De kolomkoppen zijn rubrieknummers: de eerste twee cijfers zijn de categorie.",
    "Een rij is een persoon. Het adres is het eerst opgegeven verblijfsadres en is niet gecontroleerd.",
    "Opgave is vrijwillig: het bestand is niet volledig en wordt niet bijgehouden als iemand verhuist.",
    "Datums zijn soms onvolledig: nullen staan voor een onbekende maand of dag.",
)


@dataclass(frozen=True)
class Line:
    """One row of a file: who, when, and the address as it is written there."""

    row: Row
    person: Person | None
    cells: Cells


def write_workbook(path: Path, lines: Sequence[Line], day: date, rng: np.random.Generator) -> None:
    """Writes the delivery as an Excel workbook of three sheets.

    Args:
        path: Of the workbook.
        lines: In their order.
        day: Reference date.
        rng: Decides which cells are numbers, texts or dates.
    """
    book = Workbook(write_only=True)
    notes = book.create_sheet("Toelichting")
    for text in _NOTES:
        notes.append([text])
    separate = [line.row.gemeente == SEPARATE_SHEET for line in lines]
    for title, wanted in (("Selectie", False), (f"Gemeente {SEPARATE_SHEET}", True)):
        sheet = book.create_sheet(title)
        sheet.append(["Registratie Niet-Ingezetenen: tijdelijk verblijfsadres in Nederland"])
        sheet.append([f"Peildatum {day:%d-%m-%Y}", "", "Vertrouwelijk"])
        if day == FIRST_DATE:
            sheet.append([])
        sheet.append(list(ELEMENTS))
        for line, apart in zip(lines, separate):
            if apart == wanted:
                sheet.append(_typed(line, day, rng))
    _save(book, path)


def _typed(line: Line, day: date, rng: np.random.Generator) -> list[Any]:
    """The cells of a row as people's spreadsheets have them."""
    if line.row.fate == EMPTY or line.person is None:
        return [None] * len(ELEMENTS)
    person, cells = line.person, line.cells
    values = [
        _number(person.a_nummer, rng, 0.5),
        _number(person.bsn, rng, 0.6),
        person.voornamen,
        person.geslachtsnaam,
        _date(person.geboren, rng),
        person.geslacht,
        person.nationaliteit,
        _number(cells.gemeentecode, rng, 0.5),
        cells.straat,
        cells.openbare_ruimte,
        _number(cells.huisnummer, rng, 0.75),
        cells.huisletter,
        _number(cells.toevoeging, rng, 0.3),
        cells.aanduiding,
        cells.postcode,
        cells.woonplaats,
        _identifier(cells.object_id),
        _identifier(cells.nummer_id),
        cells.locatie,
        _date(begin, rng, begin.year > 2022) if (begin := _begin(line, rng)) else _UNKNOWN,
        _date(line.row.end, rng, _end_may_be_incomplete(line, day)),
        person.telefoon,
        person.email,
    ]
    return [None if value == "" else value for value in values]


def _number(text: str, rng: np.random.Generator, share: float) -> Any:
    """A number where the text is one, mostly; its leading zeros are lost."""
    return int(text) if text.isdigit() and rng.random() < share else text


def _identifier(text: str) -> Any:
    """A number where the leading zero was lost: a spreadsheet keeps 15 digits."""
    return int(text) if text.isdigit() and len(text) == 15 else text


def _date(day: date | None, rng: np.random.Generator, incomplete: bool = False) -> Any:
    """An Excel date, or a date as the BRP writes it.

    Args:
        day: The date, None for an empty cell.
        rng: Source of the choice.
        incomplete: Whether month and day may be unknown.
    """
    if day is None:
        return ""
    if rng.random() < 0.5:
        return datetime(day.year, day.month, day.day)
    text = _brp_date(day, rng, incomplete)
    return int(text) if rng.random() < 0.4 and text[0] != "0" else text


def _brp_date(day: date, rng: np.random.Generator, incomplete: bool) -> str:
    """Eight digits, zeros for what is unknown."""
    drawn = rng.random() if incomplete else 1.0
    if drawn < 0.1:
        return f"{day:%Y}0000"
    return f"{day:%Y%m}00" if drawn < 0.2 else f"{day:%Y%m%d}"


def _begin(line: Line, rng: np.random.Generator) -> date | None:
    """The start of a stay, None where it is unknown altogether."""
    return None if rng.random() < 0.01 else line.row.begin


def _end_may_be_incomplete(line: Line, day: date) -> bool:
    """Whether the year alone tells on which side of the reference date a stay ended."""
    return line.row.end is not None and line.row.end.year != day.year


def _save(book: Workbook, path: Path) -> None:
    """Saves a workbook without the moment of saving, so that the same content gives the same bytes."""
    moment = datetime(2026, 7, 1, 9, 0)
    book.properties.creator, book.properties.created = "Demo", moment
    written = io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                stamp = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
                # The prefix is that of whatever library named the namespace last.
                content = re.sub(rb"(<\w+:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            info = zipfile.ZipInfo(name, date_time=moment.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, content)


def write_csv(path: Path, lines: Sequence[Line], day: date, rng: np.random.Generator) -> None:
    """Writes the delivery as a semicolon CSV in Windows-1252.

    Args:
        path: Of the file.
        lines: In their order.
        day: Reference date.
        rng: Decides how dates and numbers are written.
    """
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows(_texts(line, day, rng) for line in lines)


def _texts(line: Line, day: date, rng: np.random.Generator) -> list[str]:
    if line.row.fate == EMPTY or line.person is None:
        return [""] * len(COLUMNS)
    person, cells = line.person, line.cells
    begin = _begin(line, rng)
    return [
        person.bsn.lstrip("0") if rng.random() < 0.5 else person.bsn,
        person.a_nummer,
        person.geslachtsnaam,
        person.voornamen,
        f"{person.geboren:%d-%m-%Y}",
        person.geslacht,
        person.nationaliteit,
        cells.gemeentecode,
        cells.straat if rng.random() < 0.6 else cells.openbare_ruimte or cells.straat,
        cells.huisnummer,
        cells.huisletter,
        cells.toevoeging,
        cells.aanduiding,
        cells.postcode,
        cells.woonplaats,
        cells.nummer_id,
        cells.locatie,
        _text_date(begin, rng, begin.year > 2022) if begin else _UNKNOWN,
        _text_date(line.row.end, rng, _end_may_be_incomplete(line, day)) if line.row.end else "",
        person.telefoon,
        person.email,
    ]


def _text_date(day: date, rng: np.random.Generator, incomplete: bool) -> str:
    """A date in Dutch or BRP notation."""
    return f"{day:%d-%m-%Y}" if rng.random() < 0.6 else _brp_date(day, rng, incomplete)
