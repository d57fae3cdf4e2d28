"""Registrations of a region on the BAG: of one delivery, or of addresses that 'rniinlezen' counted before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.bag import BagObjects
from ..arbeidsmigratie_plugin.core.gathering import gather
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.core.rni import AddressCounts
from ..arbeidsmigratie_plugin.sharing.layers import Provenance
from .gathered_report import report_gathered
from .handed import Handed
from .progress import go_on
from .provenance import of_delivery
from .provenance_addresses import of_addresses
from .region_bag import elsewhere, read_bag_in
from .reports import report_import
from .run import Run
from .steps import read_and_count


@dataclass(frozen=True)
class Registered:
    """Registrations of a region.

    Attributes:
        bag: All BAG objects of the region, whatever their status.
        counts: Registrations per address.
        results: Outputs that say what became of them.
        located_percent: Share of the registrations that was placed, None if that can't be told.
        sources: Where they come from, given the municipalities that they are for.
    """

    bag: BagObjects
    counts: AddressCounts
    results: dict[str, Any]
    located_percent: Optional[float]
    sources: Callable[[frozenset[str]], list[Provenance]]


def registered(
    run: Run,
    handed: Optional[Handed],
    peildatum: date,
    areas: Municipalities,
    around: Municipalities,
    feedback: QgsProcessingFeedback,
) -> Registered:
    """Registrations of a region, whichever way they were given.

    Args:
        run: The parameters: RNI and BAG.
        handed: Address layers; None to read RNI.
        peildatum: Reference date.
        areas: Municipalities of the region.
        around: All municipalities that are known.
        feedback: Of the run.
    """
    if handed is not None:
        return _gathered(run, handed, areas, around, feedback)
    outcome = read_and_count(run.file("RNI"), run.bag("BAG"), peildatum, feedback, areas=areas, around=around)
    counts, results = outcome.counts, report_import(outcome.delivery, outcome.counts, feedback)

    def sources(covered: frozenset[str]) -> list[Provenance]:
        return [of_delivery(run, "RNI", counts.rows_read, peildatum, covered, counts.matched_percent)]

    return Registered(outcome.bag, counts, results, counts.located_percent, sources)


def _gathered(
    run: Run, handed: Handed, areas: Municipalities, around: Municipalities, feedback: QgsProcessingFeedback
) -> Registered:
    bag = read_bag_in(run.bag("BAG"), areas)
    go_on(feedback, 40)
    layers = [read.counted for read in handed.layers]
    complete = len(handed.unmatched) >= len(layers)
    unmatched = [row for one in handed.unmatched for row in one.rows]
    found = gather(layers, unmatched, complete, bag, elsewhere(areas, around))
    results = report_gathered(found, layers, len(handed.unmatched), feedback)
    located = found.located_percent
    if located is None:  # then at least what is known of one of them
        located = min((layer.matched for layer in layers if layer.matched is not None), default=None)

    def sources(covered: frozenset[str]) -> list[Provenance]:
        return of_addresses(handed.layers, handed.files, covered, handed.peildatum)

    return Registered(bag, found.counts, results, located, sources)
