"""What 'rniinlezen' wrote, read back: addresses with registrations, and the list of unmatched ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..core.address import Address, Unmatched
from ..core.arrays import floats, integers, text
from ..core.errors import FieldMissingError, FileTypeError, RegistrationsTwiceError
from ..core.gathering import CountedAddresses
from ..core.names import find_fields
from ..core.phrases import phrase
from ..core.placing import UnmatchedAddress, address_of
from ..core.stock import id_numbers
from .objects import ADDRESS_LAYER, PEILDATUM_FIELD, codes_in, matched_in
from .recorded import Recorded, recorded
from .vector import Layer

#: The layer with what no delivery could match.
UNMATCHED_LAYER = "rni_niet_gekoppeld"

_ADDRESS = (
    "adresseerbaarobject_id",
    "nummeraanduiding_id",
    "gemeentecode",
    "postcode",
    "huisnummer",
    "huisletter",
    "toevoeging",
    "straat",
    "woonplaats",
)
_COUNT, _LEVEL, _REASON = "registraties", "match_niveau", "reden"
_NUMBERS = (_COUNT, _LEVEL, "huisnummer")
_REMEDY = phrase("Give an output of 'rniinlezen'.")
_REASONS = {reason.value: reason for reason in Unmatched}


@dataclass(frozen=True)
class ReadAddresses:
    """A layer of addresses that was read.

    Attributes:
        counted: Its addresses.
        dates: Reference dates that occur.
        deliveries: What its file says of the deliveries that it was made of.
    """

    counted: CountedAddresses
    dates: frozenset[str]
    deliveries: tuple[Recorded, ...]


def read_addresses(layer: Layer, file: Optional[Path]) -> ReadAddresses:
    """Addresses with registrations.

    Args:
        layer: An output of 'rniinlezen'.
        file: The file that it is in as a whole, None if it is a part of one, or in none.

    Raises:
        FieldMissingError: The layer lacks the identifier or the count.
        RegistrationsTwiceError: An address occurs more than once.
    """
    columns, dates = _columns(layer, ("adresseerbaarobject_id", _COUNT))
    numbers, counts = id_numbers(columns["adresseerbaarobject_id"]), floats(columns[_COUNT])
    good = (numbers >= 0) & (counts >= 1) & (counts == np.floor(counts))
    found, times = np.unique(numbers[good], return_counts=True)
    if len(found) and times.max() > 1:
        raise RegistrationsTwiceError(layer=layer.label, count=int((times > 1).sum()))
    rows = [] if file is None else recorded(file)
    deliveries = tuple(row for row in rows if row.layer == ADDRESS_LAYER and codes_in(row.query))
    shares = [share for share in (matched_in(row.query) for row in deliveries) if share is not None]
    levels = integers(columns[_LEVEL]) if _LEVEL in columns else np.ones(len(numbers), dtype=np.int64)
    return ReadAddresses(
        CountedAddresses(
            label=layer.label,
            addresses=tuple(_addresses({name: column[good] for name, column in columns.items()})),
            numbers=numbers[good],
            registraties=counts[good].astype(np.int64),
            match_niveau=levels[good],
            delivered=frozenset(code for row in deliveries for code in codes_in(row.query)),
            matched=shares[0] if len(shares) == len(deliveries) == 1 else None,
            skipped=int((~good).sum()),
        ),
        dates,
        deliveries,
    )


@dataclass(frozen=True)
class ReadUnmatched:
    """A list of unmatched addresses that was read.

    Attributes:
        rows: The addresses; what they say is to be made safe before it is repeated.
        dates: Reference dates that occur.
    """

    rows: tuple[UnmatchedAddress, ...]
    dates: frozenset[str]


def read_unmatched(layer: Layer) -> ReadUnmatched:
    """Addresses that no delivery could match.

    Args:
        layer: An OUTPUT_UNMATCHED of 'rniinlezen'.

    Raises:
        FieldMissingError: The layer lacks a field of such a list: it is something else, and not read.
        FileTypeError: It gives other reasons than such a list.
    """
    columns, dates = _columns(layer, (*_ADDRESS, _COUNT, _REASON))
    reasons, counts = columns[_REASON].tolist(), integers(columns[_COUNT]).tolist()
    if not set(reasons) <= set(_REASONS):
        raise FileTypeError(
            file=layer.label,
            expected=phrase("a list of unmatched addresses"),
            found=phrase("its field 'reden' holds something else"),
            remedy=phrase("an OUTPUT_UNMATCHED of 'rniinlezen'"),
        )
    return ReadUnmatched(
        tuple(
            UnmatchedAddress(address, _REASONS[reason], count)
            for address, reason, count in zip(_addresses(columns), reasons, counts)
            if count > 0
        ),
        dates,
    )


def _columns(layer: Layer, needed: Sequence[str]) -> tuple[dict[str, npt.NDArray[Any]], frozenset[str]]:
    """The fields of ours that a layer has, and its reference dates."""
    named = find_fields(layer.fields, {name: (name,) for name in (*_ADDRESS, _COUNT, _LEVEL, _REASON, PEILDATUM_FIELD)})
    for name in needed:
        if name not in named:
            raise FieldMissingError(layer=layer.label, field=name, found=", ".join(layer.fields), remedy=_REMEDY)
    date = named.pop(PEILDATUM_FIELD, None)
    parts: dict[str, list[npt.NDArray[Any]]] = {name: [] for name in named}
    dates: set[str] = set()
    for chunk in layer.chunks(list(named.values()), [date] if date else []):
        for ours, theirs in named.items():
            parts[ours].append(chunk.columns[theirs])
        dates |= set(chunk.labels[date].names) - {""} if date else set()
    return {name: _joined(name, found) for name, found in parts.items()}, frozenset(dates)


def _joined(name: str, parts: Sequence[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    if not parts:
        return np.empty(0, dtype=object)
    return np.concatenate(parts) if name in _NUMBERS else text([value for part in parts for value in part])


def _addresses(columns: Mapping[str, npt.NDArray[Any]]) -> list[Address]:
    """Addresses in normal form, whoever wrote the table: nothing else passes."""
    cells: dict[str, list[str]] = {name: columns[name].tolist() for name in _ADDRESS if name in columns}
    if "huisnummer" in columns:
        cells["huisnummer"] = [str(number or "") for number in integers(columns["huisnummer"]).tolist()]
    absent = dict.fromkeys((*_ADDRESS, "openbare_ruimte", "aanduiding"), "")
    return [address_of({**absent, **dict(zip(cells, row))}) for row in zip(*cells.values())]
