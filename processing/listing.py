"""Location lists: read, matched, told about; for the algorithms that take one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.bag import BagObjects
from ..arbeidsmigratie_plugin.core.delivery import Delivery, Sheet, read_delivery
from ..arbeidsmigratie_plugin.core.errors import LayerEmptyError, NoAddressError
from ..arbeidsmigratie_plugin.core.limits import MATCHED_WARNING
from ..arbeidsmigratie_plugin.core.location_list import ListedAddresses, list_addresses, list_catalogue
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.core.privacy import safe_file_name
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sharing import layers
from .progress import go_on


@dataclass(frozen=True)
class ListRead:
    """A list, and what became of it."""

    delivery: Delivery
    found: ListedAddresses


def read_list(
    sheets: Iterable[Sheet],
    name: str,
    bag: BagObjects,
    kind: str,
    peildatum: date,
    feedback: QgsProcessingFeedback,
    header_row: Optional[int] = None,
    mapping: str = "",
) -> ListRead:
    """Reads a list and matches its addresses.

    Args:
        sheets: Its sheets.
        name: Name of its file or layer.
        bag: All objects of the area.
        kind: Kind of list.
        peildatum: Reference date.
        feedback: Of the run.
        header_row: Row of the header, None to look for it.
        mapping: The user's mapping of columns.

    Raises:
        NoAddressError: Not one row has a usable address.
        LayerEmptyError: All rows are dated after the reference date.
    """
    name = safe_file_name(name)
    delivery = read_delivery(sheets, name, header_row, mapping, list_catalogue(kind))
    go_on(feedback, 50)
    found = list_addresses(delivery, bag, kind, peildatum)
    if found.rows_later == found.rows_read:
        reason = phrase("all of its rows are dated after {peildatum}", peildatum=peildatum.isoformat())
        raise LayerEmptyError(layer=name, reason=reason)
    if found.rows_without_address and found.rows_without_address == found.rows_read - found.rows_later:
        raise NoAddressError(file=name, rows=found.rows_without_address)
    return ListRead(delivery, found)


def of_list(file: Optional[Path], layer: str, found: ListedAddresses, peildatum: str) -> layers.Provenance:
    """A list, as a row of provenance.

    Args:
        file: The list, None if it is no file.
        layer: The layer that is made of it.
        found: What was read of it.
        peildatum: Reference date.
    """
    return layers.provenance(layer, f"Locatielijst {found.kind}", found.rows_read, file, brondatum=peildatum)


def report_list(read: ListRead, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Tells what became of a list, and returns the outputs that say so; never a cell."""
    found = read.found
    dropped = ", ".join(str(column) for column in read.delivery.dropped)
    feedback.pushInfo(tr("Columns dropped while reading: {columns}").format(columns=dropped or "-"))
    line = tr("{rows} rows, {none} without a usable address, {n} rows on {addresses} addresses")
    n = int(found.regels.sum())
    feedback.pushInfo(line.format(rows=found.rows_read, none=found.rows_without_address, n=n, addresses=len(found)))
    reasons: Counter[str] = Counter()
    for row in found.unmatched:
        reasons[row.reason.value] += row.registraties
    for reason, rows in sorted(reasons.items()):
        feedback.pushWarning(tr("{n} rows not matched: {reason}").format(n=rows, reason=reason))
    for name, cells in sorted(found.unread.items()):
        sentence = tr("{n} cells of {name} could not be read as that; they were dropped, and are unknown.")
        feedback.pushWarning(sentence.format(n=cells, name=name))
    if found.rows_later:
        sentence = tr("{n} rows are dated after the reference date; they don't count.")
        feedback.pushWarning(sentence.format(n=found.rows_later))
    for name in found.damaged_ids:
        sentence = tr("Column {name} was not used: all its identifiers end in 0, a spreadsheet cut off the last digit.")
        feedback.pushWarning(sentence.format(name=name))
    if found.matched_percent < MATCHED_WARNING:
        sentence = tr("Only {percent:.1f} % of the rows were matched: look at the unmatched addresses first.")
        feedback.pushWarning(sentence.format(percent=found.matched_percent))
    return {
        "ROWS_READ": found.rows_read,
        "ROWS_SKIPPED": found.rows_later + found.rows_without_address,
        "ROWS_LATER": found.rows_later,
        "ADDRESSES": len(found),
        "UNMATCHED": sum(reasons.values()) - found.rows_without_address,
        "MATCHED_PERCENT": round(found.matched_percent, 2),
        "CELLS_DROPPED": sum(found.unread.values()),
        "COLUMNS_DROPPED": dropped,
    }
