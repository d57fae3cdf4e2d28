"""What the preview of a delivery reads: the BAG once, and the delivery at each change of its columns."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Optional

from ..core.address import AddressIndex
from ..core.bag import BagObjects
from ..core.corrections import Corrections
from ..core.delivery import Sheet, read_delivery
from ..core.matching_rate import MatchingRate, matching_rate
from ..core.placing import SafeWords
from ..core.preview import Preview, peek, preview
from ..core.privacy import safe_file_name
from ..core.rni import count_addresses
from .objects import bag_layers, read_bag
from .table import open_table
from .vector import Chunk, Layer, OgrLayer

#: Rows of a delivery between two looks at whether it should stop.
_ROWS = 500

_LAYER = "|layername="

GoOn = Callable[[], None]


@dataclass(frozen=True)
class Reading:
    """How a delivery is to be read.

    Attributes:
        file: The delivery.
        header_row: Row of the header, None to look for it.
        mapping: Our field -> their column, where the user said so.
    """

    file: Path
    header_row: Optional[int] = None
    mapping: Mapping[str, str] = field(default_factory=dict)

    @property
    def mapping_text(self) -> str:
        """The mapping as 'rniinlezen' takes it."""
        return json.dumps(dict(self.mapping)) if self.mapping else ""


class Bag:
    """The BAG of a project, ready for matching.

    Args:
        source: The file, or file|layername=name.
        go_on: Called now and then; raises Cancelled to stop.

    Raises:
        ArbeidsmigratieError: It can't be read.
    """

    def __init__(self, source: str, go_on: GoOn) -> None:
        self.objects = bag_objects(source, go_on)
        go_on()
        self.index = AddressIndex(self.objects)
        go_on()
        self.words = SafeWords(self.objects)


def bag_objects(source: str, go_on: GoOn) -> BagObjects:
    """All objects of a BAG source.

    Args:
        source: The file, or file|layername=name.
        go_on: Called now and then; raises Cancelled to stop.

    Raises:
        FileError: It can't be read.
        LayerError: It holds no addresses.
    """
    file, _, name = source.partition(_LAYER)
    layers: list[Layer] = [OgrLayer(Path(file), name)] if name else bag_layers(Path(file))
    return read_bag([_Watched(layer, go_on) for layer in layers])


def first_rows(reading: Reading, words: Optional[SafeWords], go_on: GoOn) -> tuple[Preview, list[Sheet]]:
    """What may be shown of a delivery, and its sheets to read on.

    Args:
        reading: How to read it.
        words: Words of the BAG; None as long as it has not been read.
        go_on: Called now and then; raises Cancelled to stop.

    Raises:
        FileError: It can't be read.
    """
    first, sheets = peek(_watched(open_table(reading.file), go_on), reading.header_row)
    return preview(first, reading.header_row, reading.mapping, words), sheets


def rate(
    sheets: Iterable[Sheet], reading: Reading, bag: Bag, peildatum: date, corrections: Optional[Corrections]
) -> MatchingRate:
    """How much of a delivery finds its place in the BAG.

    Args:
        sheets: Of the delivery.
        reading: How to read it.
        bag: The BAG.
        peildatum: Reference date.
        corrections: What was decided before about unmatched addresses.

    Raises:
        TableError: The columns can't be read so.
    """
    name = safe_file_name(reading.file.name)
    delivery = read_delivery(sheets, name, reading.header_row, reading.mapping_text)
    return matching_rate(count_addresses(delivery, bag.objects, peildatum, frozenset(), corrections, bag.index))


def _watched(sheets: Iterable[Sheet], go_on: GoOn) -> Iterator[Sheet]:
    for sheet in sheets:
        go_on()
        yield Sheet(sheet.name, _rows(sheet.rows, go_on))


def _rows(rows: Iterable[Sequence[str]], go_on: GoOn) -> Iterator[Sequence[str]]:
    for number, row in enumerate(rows):
        if number % _ROWS == 0:
            go_on()
        yield row


class _Watched:
    """A layer that can be stopped between its chunks."""

    def __init__(self, layer: Layer, go_on: GoOn) -> None:
        self._layer, self._go_on = layer, go_on

    def __getattr__(self, name: str) -> Any:
        return getattr(self._layer, name)

    def chunks(self, columns: Sequence[str], labelled: Sequence[str] = ()) -> Iterator[Chunk]:
        """The chunks of the layer, with a look between them."""
        for chunk in self._layer.chunks(columns, labelled):
            self._go_on()
            yield chunk
