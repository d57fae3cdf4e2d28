"""Spreadsheets and CSV files as they arrive: every cell as text, row by row, sheet by sheet."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
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
)
from .quiet import open_vector

_TEXT_SUFFIXES = (".csv", ".txt", ".tsv")
_WORKBOOKS = {".xlsx": ("an Excel workbook", "XLSX"), ".ods": ("an OpenDocument spreadsheet", "ODS")}
_REMEDY = "the delivery as .xlsx, .ods or .csv"

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ";,\t|"
_SNIFFED_LINES = 100


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
    name, suffix = path.name, path.suffix.lower()
    if not path.is_file():
        raise FileMissingError(file=str(path))
    try:
        with path.open("rb") as stream:
            start = stream.read(4096)
    except OSError as error:
        raise FileUnreadableError(file=name, reason=error.strerror or "no access") from None
    if not start.strip():
        raise FileEmptyError(file=name)
    if suffix in _TEXT_SUFFIXES:
        return [Sheet(path.stem, _text_rows(path, start))]
    if suffix in _WORKBOOKS:
        return _workbook(path, start)
    raise FileTypeError(file=name, expected="a spreadsheet or CSV file", found=f"it ends in '{suffix}'", remedy=_REMEDY)


# CSV ---------------------------------------------------------------------------------------------------------------


def _text_rows(path: Path, start: bytes) -> Iterator[Sequence[str]]:
    if start.startswith((_ZIP, _OLE, b"%PDF", b"<")) or (b"\x00" in start and not start.startswith(_UTF16)):
        raise FileTypeError(file=path.name, expected="a CSV file", found="it holds something else", remedy=_REMEDY)
    content = _decode(path.read_bytes())
    first, _, rest = content.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        delimiter, content = first.strip()[-1], rest
    else:
        delimiter = _delimiter(content, path.name)
    return _parse(content, delimiter, path.name)


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
        return median([len(row) for row in _parse(head, delimiter, name) if row] or [0])

    return max(_DELIMITERS, key=width)


def _parse(content: str, delimiter: str, name: str) -> Iterator[Sequence[str]]:
    try:
        yield from csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    except csv.Error:
        raise FileDamagedError(file=name) from None


# Workbooks ---------------------------------------------------------------------------------------------------------


def _workbook(path: Path, start: bytes) -> list[Sheet]:
    kind, driver = _WORKBOOKS[path.suffix.lower()]
    if start.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            raise FileProtectedError(file=path.name)
        found = "it is a workbook of Excel 97-2003; open it and save it as .xlsx"
        raise FileTypeError(file=path.name, expected=kind, found=found, remedy=_REMEDY)
    if not start.startswith(_ZIP):
        raise FileTypeError(file=path.name, expected=kind, found="it holds something else", remedy=_REMEDY)
    _check_archive(path, kind)
    with _every_cell_as_text(driver):
        dataset = open_vector(path, [driver])
        if dataset is None:
            raise FileDamagedError(file=path.name)
        sheets = [_sheet(dataset, number) for number in range(dataset.GetLayerCount())]
    filled = [sheet for sheet in sheets if sheet is not None]
    if not filled:
        raise FileEmptyError(file=path.name)
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
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError):
        raise FileDamagedError(file=path.name) from None
    if b"encryption-data" in manifest:
        raise FileProtectedError(file=path.name)
    if broken is not None:
        raise FileDamagedError(file=path.name)
    if not {"xl/workbook.xml", "content.xml"} & names:
        raise FileTypeError(file=path.name, expected=kind, found="it holds something else", remedy=_REMEDY)


def _sheet(dataset: gdal.Dataset, number: int) -> Optional[Sheet]:
    layer = dataset.GetLayer(number)
    if layer.GetFeatureCount() == 0:
        return None
    return Sheet(layer.GetName(), _rows(dataset, number))


def _rows(dataset: gdal.Dataset, number: int) -> Iterator[Sequence[str]]:
    """Rows of a sheet; a blank row counts, so that row numbers are those of the spreadsheet."""
    layer = dataset.GetLayer(number)
    width = range(layer.GetLayerDefn().GetFieldCount())
    layer.ResetReading()
    while (feature := layer.GetNextFeature()) is not None:
        yield [_cell(feature.GetField(at)) for at in width]


def _cell(value: object) -> str:
    """A cell as its user reads it: no decimals on a whole number, no exponent on a long one."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
