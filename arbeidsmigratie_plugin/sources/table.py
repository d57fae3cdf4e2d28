"""Spreadsheets and CSV files as they arrive: every cell as text, row by row, sheet by sheet."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, mode
from typing import Optional

from osgeo import gdal

from ..core.delivery import Sheet
from ..core.errors import (
    FileDamagedError,
    FileEmptyError,
    FileMissingError,
    FileProtectedError,
    FileTypeError,
    FileUnreadableError,
    QuoteError,
)
from ..core.phrases import phrase
from ..core.privacy import safe_file_name
from .quiet import open_vector, quiet_gdal

_TEXT_SUFFIXES = (".csv", ".txt", ".tsv")
_WORKBOOKS = {".xlsx": (phrase("an Excel workbook"), "XLSX"), ".ods": (phrase("an OpenDocument spreadsheet"), "ODS")}

#: Names of files that are read as tables end in one of these.
SUFFIXES = (*_TEXT_SUFFIXES, *_WORKBOOKS)

_REMEDY = phrase("the delivery as .xlsx, .ods or .csv")

#: What an archive of this kind has in it.
_CONTENT = {".xlsx": "xl/workbook.xml", ".ods": "content.xml"}
_SUFFIXES = {name: suffix for suffix, name in _CONTENT.items()}
_WORKBOOK_START = 20_000
_DAYS_FROM_1904 = re.compile(rb"date1904=[\"'](1|true)[\"']")

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ";,\t|"
_SNIFFED_LINES = 100
_QUOTE = '"'


def open_table(path: Path) -> list[Sheet]:
    """The sheets of a spreadsheet, or the one of a CSV file.

    Args:
        path: An .xlsx, .ods or .csv file. CSV: UTF-8 with or without BOM, UTF-16 or Windows-1252; columns separated
            by semicolon, comma, tab or bar.

    Raises:
        FileMissingError: There is no such file.
        FileTypeError: The file is of another kind, whatever its name says.
        FileProtectedError: The workbook has a password.
        FileEmptyError: There is nothing in it.
        FileDamagedError: It can't be read.
        FileUnreadableError: The system does not let it be read.
    """
    name, suffix = _name(path), path.suffix.lower()
    if path.is_dir():
        raise FileTypeError(
            file=name, expected=phrase("a spreadsheet or CSV file"), found=phrase("it is a folder"), remedy=_REMEDY
        )
    if not path.is_file():
        raise FileMissingError(file=safe_file_name(str(path)))
    try:
        with path.open("rb") as stream:
            start = stream.read(4096)
    except OSError as error:
        raise FileUnreadableError(file=name, reason=error.strerror or phrase("no access")) from None
    if not start.strip():
        raise FileEmptyError(file=name)
    if suffix in _TEXT_SUFFIXES:
        return [Sheet(safe_file_name(path.stem), _text_rows(path, start))]
    if suffix in _WORKBOOKS:
        return _workbook(path, start)
    raise FileTypeError(
        file=name,
        expected=phrase("a spreadsheet or CSV file"),
        found=phrase("it ends in '{suffix}'", suffix=suffix),
        remedy=_REMEDY,
    )


# CSV ---------------------------------------------------------------------------------------------------------------


def _name(path: Path) -> str:
    """The name of a file as messages have it."""
    return safe_file_name(path.name)


def _text_rows(path: Path, start: bytes) -> Iterator[Sequence[str]]:
    if start.startswith((_ZIP, _OLE, b"%PDF", b"<")) or (b"\x00" in start and not start.startswith(_UTF16)):
        raise FileTypeError(
            file=_name(path), expected=phrase("a CSV file"), found=phrase("it holds something else"), remedy=_REMEDY
        )
    content = _decode(path.read_bytes())
    first, _, rest = content.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        delimiter, content = first.strip()[-1], rest
    else:
        delimiter = _delimiter(content, _name(path))
    return _records(content, delimiter, _name(path))


def _decode(raw: bytes) -> str:
    """The text: UTF-16 where it says so, UTF-8 where that fits, else Windows-1252."""
    if raw.startswith(_UTF16):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _delimiter(content: str, name: str) -> str:
    """The separator that gives the widest rows; a comma inside a street name does not."""
    head = "\n".join(content.splitlines()[:_SNIFFED_LINES])

    def width(delimiter: str) -> float:
        try:
            return median([len(row) for row in _parse(head, delimiter, strict=False) if row] or [0])
        except csv.Error:
            raise FileDamagedError(file=name) from None

    return max(_DELIMITERS, key=width)


def _records(content: str, delimiter: str, name: str) -> list[Sequence[str]]:
    """The rows of a CSV file.

    A quotation mark that is never closed would swallow the rows up to the next one: such a file is read again with
    marks as plain characters, if its rows are as wide as its header then.
    """
    try:
        return list(_parse(content, delimiter, strict=True))
    except csv.Error:
        try:
            rows = list(_parse(content, delimiter, strict=False, quoting=csv.QUOTE_NONE))
        except csv.Error:
            raise FileDamagedError(file=name) from None
    width = mode(len(row) for row in rows[:_SNIFFED_LINES] if row)
    for number, row in enumerate(rows, start=1):
        if any(_QUOTE in cell for cell in row) and len(row) != width:
            raise QuoteError(file=name, row=number)
    return [[_unquoted(cell) for cell in row] for row in rows]


def _unquoted(cell: str) -> str:
    quoted = len(cell) > 1 and cell.startswith(_QUOTE) and cell.endswith(_QUOTE)
    return cell[1:-1].replace(_QUOTE * 2, _QUOTE) if quoted else cell


def _parse(content: str, delimiter: str, strict: bool, quoting: int = csv.QUOTE_MINIMAL) -> Iterator[Sequence[str]]:
    yield from csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=strict, quoting=quoting)


# Workbooks ---------------------------------------------------------------------------------------------------------


def _workbook(path: Path, start: bytes) -> list[Sheet]:
    kind, driver = _WORKBOOKS[path.suffix.lower()]
    if start.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            raise FileProtectedError(file=_name(path))
        found = phrase("it is a workbook of Excel 97-2003; open it and save it as .xlsx")
        raise FileTypeError(file=_name(path), expected=kind, found=found, remedy=_REMEDY)
    if not start.startswith(_ZIP):
        raise FileTypeError(file=_name(path), expected=kind, found=phrase("it holds something else"), remedy=_REMEDY)
    _check_archive(path, kind)
    with _every_cell_as_text(driver):
        dataset = open_vector(path, [driver])
        if dataset is None:
            raise FileDamagedError(file=_name(path))
        sheets = [_sheet(dataset, number, _name(path)) for number in range(dataset.GetLayerCount())]
    filled = [sheet for sheet in sheets if sheet is not None]
    if not filled:
        raise FileEmptyError(file=_name(path))
    return filled


@contextmanager
def _every_cell_as_text(driver: str) -> Iterator[None]:
    """Inside, OGR takes no row for a header and guesses no types; it reads a sheet when it is first asked for.

    Open options say the same only since GDAL 3.7.
    """
    settings = {f"OGR_{driver}_HEADERS": "DISABLE", f"OGR_{driver}_FIELD_TYPES": "STRING"}
    for key, value in settings.items():
        gdal.SetThreadLocalConfigOption(key, value)
    try:
        yield
    finally:
        for key in settings:
            gdal.SetThreadLocalConfigOption(key, None)


def _check_archive(path: Path, kind: str) -> None:
    """What OGR would pass over in silence: another kind of archive, a damaged one, an encrypted one."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
            broken = archive.testzip()
            own = next((name for name in _CONTENT.values() if name in names), "")
            start = archive.open(own).read(_WORKBOOK_START) if own else b""
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError):
        raise FileDamagedError(file=_name(path)) from None
    if b"encryption-data" in manifest:
        raise FileProtectedError(file=_name(path))
    if broken is not None:
        raise FileDamagedError(file=_name(path))
    if own != _CONTENT[path.suffix.lower()]:
        found = (
            phrase("it holds {kind}", kind=_WORKBOOKS[_SUFFIXES[own]][0]) if own else phrase("it holds something else")
        )
        remedy = phrase("it a name that ends in {suffix}", suffix=_SUFFIXES[own]) if own else _REMEDY
        raise FileTypeError(file=_name(path), expected=kind, found=found, remedy=remedy)
    if _DAYS_FROM_1904.search(start):
        found = phrase("it counts its days from 1904, so that its dates can't be trusted")
        raise FileTypeError(
            file=_name(path), expected=kind, found=found, remedy=phrase("a workbook that counts from 1900")
        )


def _sheet(dataset: gdal.Dataset, number: int, name: str) -> Optional[Sheet]:
    """A sheet, None if it is empty. OGR reads all of it at the first question, and tells damage by a message only."""
    layer = dataset.GetLayer(number)
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            count = layer.GetFeatureCount()
        except RuntimeError:
            raise FileDamagedError(file=name) from None
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise FileDamagedError(file=name)
    return Sheet(layer.GetName(), _rows(dataset, number)) if count else None


def _rows(dataset: gdal.Dataset, number: int) -> Iterator[Sequence[str]]:
    """Rows of a sheet; a blank row counts, so that row numbers are those of the spreadsheet."""
    layer = dataset.GetLayer(number)
    width = range(layer.GetLayerDefn().GetFieldCount())
    layer.ResetReading()
    while (feature := layer.GetNextFeature()) is not None:
        yield [_cell(feature.GetField(at)) for at in width]


def _cell(value: object) -> str:
    """A cell as its user reads it: no decimals on a whole number."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
