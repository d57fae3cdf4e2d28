"""Location lists as 'lijstinlezen' gives them.

Any layer can have fields of the same names: here too only codes, dates and small numbers pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..core.arrays import Flags, Floats, Integers, Text, floats, text
from ..core.dates import earliest_day, latest_day
from ..core.delivery import Sheet
from ..core.errors import FieldMissingError
from ..core.listed import (
    BETWEEN,
    GRANTED,
    LIST_KINDS,
    STATUSES,
    UNREAD,
    Listed,
    ListEntries,
    joined,
    nothing_listed,
    together,
)
from ..core.location_list import LARGEST_NUMBER, read_status
from ..core.names import find_fields
from ..core.phrases import phrase
from ..core.privacy import safe_file_name, safe_labels
from ..core.stock import id_numbers
from .vector import Layer

#: The layer of 'lijstinlezen', and its fields.
LIST_LAYER = "locatielijst"
FIELDS = {
    "id": ("adresseerbaarobject_id",),
    "kind": ("soort",),
    "number": ("aantal",),
    "date": ("datum",),
    "until": ("geldig_tot",),
    "status": ("status",),
    "rows": ("regels",),
    "level": ("match_niveau",),
}
_NEEDED = ("id", "kind")
_OURS = tuple(name for names in FIELDS.values() for name in names)
_REMEDY = phrase("Give the output of 'lijstinlezen'.")


def read_listed(layers: Sequence[Layer]) -> Listed:
    """Entries of lists; rows of no known kind and rows without an object are passed over.

    Args:
        layers: Outputs of 'lijstinlezen'.

    Raises:
        FieldMissingError: A layer lacks the identifier or the kind.
    """
    parts = [part.listed for layer in layers for part in _parts(layer)]
    if not parts:
        return nothing_listed()
    found = joined(parts)
    return found.take(_usable(found))


def read_entries(layer: Layer) -> ListEntries:
    """Entries of a list, with how they came on their objects.

    Args:
        layer: An output of 'lijstinlezen'.

    Raises:
        FieldMissingError: It lacks the identifier or the kind.
    """
    found = together(_parts(layer))
    return found.take(_usable(found.listed))


def _usable(found: Listed) -> Flags:
    known = np.fromiter((kind in LIST_KINDS for kind in found.kind), np.bool_, len(found))
    return np.asarray(known & (found.ids >= 0))


def is_list(layer: Layer) -> bool:
    """Whether a layer looks like an output of 'lijstinlezen'.

    Args:
        layer: Any layer.
    """
    return set(_NEEDED) <= set(find_fields(layer.fields, FIELDS))


def layer_sheet(layer: Layer) -> Sheet:
    """A layer as the sheet of a list, so that it goes through the same gate as a file.

    Args:
        layer: With or without geometry.
    """
    return Sheet(safe_file_name(layer.label), _rows(layer))


def _rows(layer: Layer) -> Iterator[Sequence[str]]:
    yield layer.fields
    for chunk in layer.chunks(layer.fields):
        yield from zip(*(_cells(chunk.columns[name]) for name in layer.fields))


def _cells(values: npt.NDArray[Any]) -> list[str]:
    """A column as a spreadsheet shows it: no decimals on a whole number."""
    return [
        str(int(v)) if isinstance(v, float) and v.is_integer() else cell
        for v, cell in zip(values.tolist(), text(values))
    ]


def _parts(layer: Layer) -> list[ListEntries]:
    named = find_fields(layer.fields, FIELDS)
    for ours in _NEEDED:
        if ours not in named:
            label, found = safe_file_name(layer.label), safe_labels(layer.fields, _OURS)
            raise FieldMissingError(layer=label, field=FIELDS[ours][0], found=found, remedy=_REMEDY)
    parts = []
    for chunk in layer.chunks(list(named.values())):
        given = {ours: chunk.columns[theirs] for ours, theirs in named.items()}
        size = len(chunk)
        kind = _texts(given, "kind", size)
        listed = Listed(
            ids=_ids(given["id"]),
            kind=kind,
            number=_numbers(given, "number", size),
            date=_days(_texts(given, "date", size), earliest_day),
            until=_days(_texts(given, "until", size), latest_day),
            status=_known_statuses(kind, _texts(given, "status", size)),
        )
        parts.append(ListEntries(listed, _numbers(given, "rows", size), _numbers(given, "level", size)))
    return parts


def _ids(values: npt.NDArray[Any]) -> Integers:
    return id_numbers(text(values))


def _numbers(given: dict[str, npt.NDArray[Any]], name: str, size: int) -> Floats:
    """Persons, beds, signals or rows; a larger number, or one with decimals, is something else."""
    if name not in given:
        return np.full(size, np.nan)
    numbers = floats(given[name])
    with np.errstate(invalid="ignore"):
        usable = (numbers >= 0) & (numbers <= LARGEST_NUMBER) & (numbers == np.floor(numbers))
    return np.where(usable, numbers, np.nan)


def _days(texts: Text, read: Callable[[str], Optional[date]]) -> Text:
    """ISO dates, "" for what is none."""
    days = {cell: read(cell) for cell in set(texts.tolist()) if not any(c.isalpha() and c not in "TZ" for c in cell)}
    return text([day.isoformat() if (day := days.get(cell)) else "" for cell in texts.tolist()])


def _texts(given: dict[str, npt.NDArray[Any]], name: str, size: int) -> Text:
    return text(given[name] if name in given else [""] * size)


def _known_statuses(kinds: Text, statuses: Text) -> Text:
    """Only codes of the kind: a layer that is not ours could hold anything."""
    return text([_known_status(kind, status) for kind, status in zip(kinds, statuses)])


def _known_status(kind: str, status: str) -> str:
    if kind in GRANTED:
        return status if status == UNREAD else read_status(status, kind)
    return BETWEEN.join(code for code in status.split(BETWEEN) if code in STATUSES.get(kind, ()))
