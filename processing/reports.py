"""What a run says about its work: counts and reasons, never an address or a person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.limits import MATCHED_WARNING
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.i18n import told, tr

if TYPE_CHECKING:
    from ..arbeidsmigratie_plugin.core.delivery import Delivery
    from ..arbeidsmigratie_plugin.core.hexagons import Hexagons, Tally
    from ..arbeidsmigratie_plugin.core.rni import AddressCounts

#: Number outputs of an import: name -> description.
IMPORT_NUMBERS = {
    "ROWS_READ": "Rows of the delivery",
    "ROWS_SKIPPED": "Rows skipped: ended, not begun, outside the region, or without a usable address",
    "ROWS_ENDED": "Rows skipped because the stay had ended",
    "ROWS_NOT_BEGUN": "Rows skipped because the stay had not begun",
    "ROWS_ELSEWHERE": "Rows skipped because their municipality is outside the region",
    "REGISTRATIONS": "Registrations on a BAG address",
    "UNMATCHED": "Registrations with an address that the BAG does not have in use",
    "ADDRESSES": "Addresses with registrations",
    "MATCHED_PERCENT": "Matched share of the registrations with an address (percent)",
}

#: What the levels of matching go by, from the first.
_LEVELS = (
    phrase("identifier"),
    phrase("full key"),
    phrase("unique without addition"),
    phrase("street and place"),
    phrase("linked by hand"),
)

#: Number outputs of an aggregation: name -> description.
HEXAGON_NUMBERS = {
    "READ": "Address points read",
    "SKIPPED": "Address points skipped",
    "DWELLINGS": "BAG objects in use that were counted",
    "DWELLINGS_SKIPPED": "BAG objects in use without a usable position",
    "CELLS": "Hexagons",
}


def report_left_out(layers: tuple[str, ...], feedback: QgsProcessingFeedback) -> None:
    """Warns that a BAG file has more addresses than the one layer that was given."""
    if layers:
        sentence = tr("Only one BAG layer is used; choose the file itself to count {others} too.")
        feedback.pushWarning(sentence.format(others=", ".join(layers)))


def report_import(delivery: Delivery, counts: AddressCounts, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Tells what became of a delivery, and returns the outputs that say so."""
    dropped = ", ".join(str(column) for column in delivery.dropped)
    feedback.pushInfo(tr("Columns dropped while reading: {columns}").format(columns=dropped or "-"))
    feedback.pushInfo(tr("Sheets read: {sheets}").format(sheets=len(delivery.sheets)))
    line = tr("{rows} rows, {ended} ended, {none} without a usable address, {n} registrations on {addresses} addresses")
    feedback.pushInfo(
        line.format(
            rows=counts.rows_read,
            ended=counts.rows_ended,
            none=counts.rows_without_address,
            n=counts.matched,
            addresses=len(counts.registraties),
        )
    )
    for level, meaning in enumerate(_LEVELS, 1):
        found = int((counts.match_niveau == level).sum())
        feedback.pushInfo(
            tr("Level {level} ({meaning}): {n} addresses").format(level=level, meaning=told(meaning), n=found)
        )
    reasons: Counter[str] = Counter()
    for row in counts.unmatched:
        reasons[row.reason.value] += row.registraties
    for reason, n in sorted(reasons.items()):
        feedback.pushWarning(tr("{n} registrations not counted: {reason}").format(n=n, reason=reason))
    for n, sentence in (
        (counts.rows_not_begun, tr("{n} rows begin after the reference date; they don't count.")),
        (counts.rows_elsewhere, tr("{n} rows are of a municipality outside the region; they don't count.")),
        (counts.rows_end_unknown, tr("{n} rows have an end date that can't be read or has no year; they count.")),
    ):
        if n:
            feedback.pushWarning(sentence.format(n=n))
    _report_left_out_of_delivery(delivery, counts, feedback)
    if counts.matched_percent < MATCHED_WARNING:
        sentence = tr("Only {percent:.1f} % of the registrations were matched: look at the unmatched addresses first.")
        feedback.pushWarning(sentence.format(percent=counts.matched_percent))
    return {
        "ROWS_READ": counts.rows_read,
        "ROWS_SKIPPED": counts.rows_read - counts.rows_counted + counts.rows_without_address,
        "ROWS_ENDED": counts.rows_ended,
        "ROWS_NOT_BEGUN": counts.rows_not_begun,
        "ROWS_ELSEWHERE": counts.rows_elsewhere,
        "REGISTRATIONS": counts.matched,
        "UNMATCHED": sum(reasons.values()) - counts.rows_without_address - counts.rows_outside,
        "ADDRESSES": len(counts.registraties),
        "MATCHED_PERCENT": round(counts.matched_percent, 2),
        "COLUMNS_DROPPED": dropped,
    }


def _report_left_out_of_delivery(delivery: Delivery, counts: AddressCounts, feedback: QgsProcessingFeedback) -> None:
    """Warns of sheets that look like persons but are not, and of columns that a spreadsheet damaged."""
    reasons = {
        "summary": tr("Sheet {n} was not read: it holds numbers per address, and another sheet the registrations."),
        "copy": tr("Sheet {n} was not read: it is a copy of another sheet."),
    }
    for n, reason in delivery.not_read.items():
        feedback.pushWarning(reasons[reason.value].format(n=n))
    for name in counts.damaged_ids:
        sentence = tr("Column {name} was not used: all its identifiers end in 0, a spreadsheet cut off the last digit.")
        feedback.pushWarning(sentence.format(name=name))


def report_hexagons(
    hexagons: Hexagons, addresses: Tally, dwellings: Tally, feedback: QgsProcessingFeedback
) -> dict[str, Any]:
    """Tells what was counted and what was not, and returns the outputs that say so."""
    for what, tally in ((tr("address points"), addresses), (tr("BAG objects"), dwellings)):
        for reason, n in (
            (tr("without geometry"), tally.without_geometry),
            (tr("outside the Netherlands"), tally.outside),
            (tr("without a whole number of registrations"), tally.without_count),
        ):
            if n:
                feedback.pushWarning(tr("{n} {what} skipped: {reason}").format(n=n, what=what, reason=reason))
    unknown = int((~hexagons.known).sum())
    if unknown:
        sentence = tr("{n} hexagons lie in municipalities without a delivery: unknown there, not zero.")
        feedback.pushWarning(sentence.format(n=unknown))
    results = {"READ": addresses.read, "SKIPPED": addresses.skipped, "CELLS": len(hexagons)}
    if hexagons.with_dwellings:
        results["DWELLINGS"] = dwellings.read - dwellings.skipped
        results["DWELLINGS_SKIPPED"] = dwellings.skipped
    return results
