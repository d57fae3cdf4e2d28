"""Addresses that 'rniinlezen' counted before, and its lists of unmatched ones, as a run was given them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Optional

from ..arbeidsmigratie_plugin.core.dates import reference_date
from ..arbeidsmigratie_plugin.core.errors import FieldMissingError, MixedDatesError
from ..arbeidsmigratie_plugin.core.gathering import check_shared
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.sources.counted import (
    UNMATCHED_LAYER,
    ReadAddresses,
    ReadUnmatched,
    read_addresses,
    read_unmatched,
)
from ..arbeidsmigratie_plugin.sources.objects import ADDRESS_LAYER, PEILDATUM_FIELD
from ..arbeidsmigratie_plugin.sources.vector import Layer, OgrLayer, layer_names
from .given import check_given
from .run import Run


@dataclass(frozen=True)
class Handed:
    """The address layers of a run, and its lists of unmatched addresses."""

    layers: tuple[ReadAddresses, ...]
    files: tuple[Optional[Path], ...]
    unmatched: tuple[ReadUnmatched, ...]
    peildatum: date


def handed_over(run: Run) -> Optional[Handed]:
    """What was given as ADDRESSES and UNMATCHED; None where a delivery was given.

    Args:
        run: The parameters.

    Raises:
        RegistrationsGivenError: Not exactly one of RNI and ADDRESSES is given.
        MixedDatesError: They have more than one reference date, or another than PEILDATUM.
        AddressesSharedError: Two layers have an address in common.
    """
    check_given(run)
    if not run.listed("ADDRESSES"):
        return None
    found = run.several("ADDRESSES", ADDRESS_LAYER)
    files = [getattr(layer, "path", None) for layer in found]
    layers = tuple(read_addresses(layer, file) for layer, file in zip(found, files))
    check_shared([layer.counted for layer in layers])
    unmatched = tuple(map(read_unmatched, _lists(run, files)))
    return Handed(layers, tuple(files), unmatched, _peildatum(run, found, layers, unmatched))


def _lists(run: Run, files: Sequence[Optional[Path]]) -> list[Layer]:
    """Lists of unmatched addresses: those given, and those beside the addresses in their files; each once."""
    beside = [
        OgrLayer(path, UNMATCHED_LAYER) for path in files if path is not None and UNMATCHED_LAYER in layer_names(path)
    ]
    once: dict[object, Layer] = {}
    for layer in [*run.several("UNMATCHED", UNMATCHED_LAYER), *beside]:
        path = getattr(layer, "path", None)
        once.setdefault((path.resolve(), getattr(layer, "name", "")) if path else id(layer), layer)
    return list(once.values())


def _peildatum(
    run: Run, found: Sequence[Layer], layers: Sequence[ReadAddresses], unmatched: Sequence[ReadUnmatched]
) -> date:
    """The one reference date of all layers, which PEILDATUM may only confirm."""
    dates = {day for one in (*layers, *unmatched) for day in one.dates}
    for layer, read in zip(found, layers):
        if not read.dates and not run.given("PEILDATUM"):
            remedy = phrase("Give PEILDATUM, the day on which the delivery was made.")
            fields = ", ".join(layer.fields)
            raise FieldMissingError(layer=layer.label, field=PEILDATUM_FIELD, found=fields, remedy=remedy)
    if run.given("PEILDATUM"):
        dates.add(run.reference_date("PEILDATUM").isoformat())
    if len(dates) > 1:
        raise MixedDatesError(layer=", ".join(layer.label for layer in found), dates=", ".join(sorted(dates)))
    return reference_date(dates.pop(), "ADDRESSES")
