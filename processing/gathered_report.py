"""What a run says of registrations that were counted before and put together: counts, never an address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.gathering import CountedAddresses, Gathered
from ..arbeidsmigratie_plugin.core.limits import MATCHED_WARNING
from ..arbeidsmigratie_plugin.i18n import tr


def report_gathered(
    found: Gathered, layers: Sequence[CountedAddresses], lists: int, feedback: QgsProcessingFeedback
) -> dict[str, Any]:
    """Tells what was put together of several deliveries, and returns the outputs that say so.

    Numbers that the layers don't hold, as of rows that had ended, are left out: they are unknown.
    """
    counts = found.counts
    line = tr("{n} registrations on {addresses} addresses, of {layers} layers")
    feedback.pushInfo(line.format(n=counts.matched, addresses=len(counts.registraties), layers=len(layers)))
    for one, other, codes in found.overlapping:
        sentence = tr("{one} and {other} both say that they are for {n} of the same municipalities: {codes}.")
        feedback.pushWarning(sentence.format(one=one, other=other, n=len(codes), codes=", ".join(codes)))
    for n, sentence in (
        (sum(layer.skipped for layer in layers), tr("{n} addresses have no BAG identifier or no whole number of "
                                                    "registrations; they don't count.")),
        (found.elsewhere, tr("{n} registrations are of a municipality outside the region; they don't count.")),
        (found.gone, tr("{n} registrations are on addresses that this BAG does not have in use; they went to the "
                        "unmatched addresses.")),
    ):  # fmt: skip
        if n:
            feedback.pushWarning(sentence.format(n=n))
    for layer in layers:
        if len(layers) > 1 and layer.matched is not None and layer.matched < MATCHED_WARNING:
            sentence = tr("{layer} says that only {percent:.1f} % of its registrations were matched.")
            feedback.pushWarning(sentence.format(layer=layer.label, percent=layer.matched))
    if lists < len(layers):
        sentence = tr("{lists} lists of unmatched addresses for {layers} layers: give the others as UNMATCHED.")
        feedback.pushWarning(sentence.format(lists=lists, layers=len(layers)))
    results = {"REGISTRATIONS": counts.matched, "ADDRESSES": len(counts.registraties)}
    if lists >= len(layers):
        unmatched = sum(row.registraties for row in counts.unmatched)
        results["UNMATCHED"] = unmatched - counts.rows_without_address - counts.rows_outside
    if found.matched_percent is None:
        feedback.pushWarning(tr("Which share of the registrations was matched is unknown."))
        return results
    if found.matched_percent < MATCHED_WARNING:
        sentence = tr("Only {percent:.1f} % of the registrations were matched: look at the unmatched addresses first.")
        feedback.pushWarning(sentence.format(percent=found.matched_percent))
    return {**results, "MATCHED_PERCENT": round(found.matched_percent, 2)}
