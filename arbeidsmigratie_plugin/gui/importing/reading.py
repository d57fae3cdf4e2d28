"""What the preview reads in its threads: nothing here knows a widget, and nothing heavy is loaded before it is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Optional, Union

from ...core.workflow.importing import ImportRequest
from .background import GoOn, Tell, Work

if TYPE_CHECKING:
    from ...core.corrections import Corrections
    from ...core.matching_rate import MatchingRate
    from ...core.placing import UnmatchedAddress
    from ...core.suggestions import Suggester
    from ...sources.preview import Bag


@dataclass(frozen=True)
class Answer:
    """What a reading of the delivery gave.

    Attributes:
        rate: How much of it has a place; None as long as the BAG has not been read.
    """

    rate: Optional[MatchingRate]


def bag_work(source: str) -> Work:
    """Reads the BAG of the project.

    Args:
        source: The file, or file|layername=name.
    """

    def work(go_on: GoOn, tell: Tell) -> Bag:
        from ...sources.preview import Bag

        return Bag(source, go_on)

    return work


def file_work(
    file: Path, header_row: Optional[int], mapping: Mapping[str, str], bag: Optional[Bag], request: ImportRequest
) -> Work:
    """Reads a delivery: first its preview is told, then how much of it has a place.

    Args:
        file: The delivery.
        header_row: Row of the header, None to look for it.
        mapping: Our field -> their column, where the user said so.
        bag: The BAG, None as long as it has not been read.
        request: Reference date and corrections.
    """

    def work(go_on: GoOn, tell: Tell) -> Answer:
        from ...sources.corrections import read_corrections
        from ...sources.preview import Reading, first_rows, rate

        reading = Reading(file, header_row, mapping)
        shown, sheets = first_rows(reading, None if bag is None else bag.words, go_on)
        tell(shown)
        if bag is None or not shown.sufficient:
            return Answer(None)
        corrections = read_corrections(request.corrections) if request.corrections.is_file() else None
        return Answer(rate(sheets, reading, bag, request.peildatum, corrections))

    return work


@dataclass(frozen=True)
class Listed:
    """Unmatched addresses, and what was decided about them before.

    Attributes:
        rows: The addresses; those of which too little is known to decide come last.
        corrections: The decisions.
    """

    rows: tuple[UnmatchedAddress, ...]
    corrections: Corrections


def unmatched_work(unmatched: Union[str, Path], bag: str, corrections: Path) -> Work:
    """Reads unmatched addresses, which are told, and then makes what finds candidates for them.

    Args:
        unmatched: A file, or file|layername=name.
        bag: The BAG of the project, in the same form.
        corrections: The file of corrections; it need not be there.
    """

    def work(go_on: GoOn, tell: Tell) -> Suggester:
        from ...core.corrections import is_specific, with_nearby
        from ...core.suggestions import Suggester
        from ...sources.corrections import read_corrections
        from ...sources.preview import bag_objects
        from ...sources.unmatched import read_unmatched

        earlier = read_corrections(corrections) if corrections.is_file() else {}
        listed = [with_nearby(row, earlier) for row in read_unmatched(unmatched)]
        rows = tuple(sorted(listed, key=lambda row: not is_specific(row.address)))
        go_on()
        tell(Listed(rows, earlier))
        objects = bag_objects(bag, go_on)
        go_on()
        return Suggester(objects)

    return work
