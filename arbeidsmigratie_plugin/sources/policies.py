"""Policy tables: what municipalities have decided, in a CSV file, a spreadsheet or a table of any kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Optional

from ..core.errors import OutputError
from ..core.names import find_fields
from ..core.phrases import phrase
from ..core.privacy import safe_file_name
from ..core.signals.policy import FIELDS, Policies, columns_not_read, policies_of, policy_fields
from .lists import layer_sheet
from .table import SUFFIXES, open_table
from .vector import Layer, OgrLayer, layer_names

#: Rows in which a header is looked for.
_HEADER_SEARCH = 20

#: Names that GDAL gives to the columns of a sheet in which it sees no header.
_UNNAMED = re.compile(r"Field\d+")

Row = Sequence[str]


def read_policies(layer: Layer, known: Optional[frozenset[str]] = None) -> Policies:
    """The policies that a table says; see resources/templates.

    Args:
        layer: The table, with or without geometry.
        known: Codes of the municipalities there are; None if that is not known.

    Raises:
        FieldMissingError: It has no municipality, says nothing, or has a column that is misspelt.
        PolicyError: A row can't be used.
    """
    rows = list(layer_sheet(layer).rows)
    unnamed = all(_UNNAMED.fullmatch(name) for name in layer.fields)
    return _policies(rows[1:] if unnamed and len(rows) > 1 else rows, layer.label, known)


def read_policy_file(path: Path, known: Optional[frozenset[str]] = None) -> Policies:
    """The policies in a CSV file or on the first sheet of a spreadsheet that has a header of them.

    Args:
        path: The file.
        known: Codes of the municipalities there are; None if that is not known.

    Raises:
        FieldMissingError: It has no municipality, says nothing, or has a column that is misspelt.
        PolicyError: A row can't be used.
        FileError: It can't be read.
    """
    sheets = [list(sheet.rows) for sheet in open_table(path)]
    rows = next((rows for rows in sheets if _header(rows) is not None), sheets[0])
    return _policies(rows, path.name, known)


def read_policy(path: Path) -> Policies:
    """The policies in a file of any kind: a table of text, a spreadsheet, or the first layer of a file of OGR.

    Args:
        path: The file.

    Raises:
        FieldMissingError: It has no municipality, says nothing, or has a column that is misspelt.
        PolicyError: A row can't be used.
        FileError: It can't be read.
    """
    if path.suffix.lower() in SUFFIXES or not path.is_file():
        return read_policy_file(path)
    return read_policies(OgrLayer(path, layer_names(path)[0]))


def write_template(path: Path, municipalities: Mapping[str, str]) -> None:
    """Writes a table in which municipalities can fill in their policy.

    Args:
        path: The file, which spreadsheets open.
        municipalities: Code -> name.

    Raises:
        OutputError: It can't be written.
    """
    rows = [";".join(FIELDS), *(f"{code};{name}" + ";" * (len(FIELDS) - 2) for code, name in municipalities.items())]
    try:
        path.write_bytes("\r\n".join([*rows, ""]).encode("utf-8-sig"))
    except OSError as error:
        raise OutputError(file=str(path), reason=error.strerror or phrase("no access")) from None


def _policies(rows: Sequence[Row], file: str, known: Optional[frozenset[str]]) -> Policies:
    file = safe_file_name(file)
    at = _header(rows) or 0
    header = rows[at] if rows else ()
    named = policy_fields(header, file)
    cells = list(zip_longest(header, *rows[at + 1 :], fillvalue=""))
    columns = {ours: cells[list(header).index(theirs)][1:] for ours, theirs in named.items()}
    found = policies_of(columns, file, known, first_row=at + 2)
    return replace(found, not_read=columns_not_read(header, named))


def _header(rows: Sequence[Row]) -> Optional[int]:
    """Position of the first row that names the municipality."""
    head = rows[:_HEADER_SEARCH]
    return next((at for at, row in enumerate(head) if "gemeentecode" in find_fields(row, FIELDS)), None)
