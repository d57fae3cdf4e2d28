"""The highlights: what a look at the objects of a region gives as layers and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.signals import company_dwellings, occupancy, parks
from ..arbeidsmigratie_plugin.core.signals.evidence import Lack
from ..arbeidsmigratie_plugin.core.signals.park_ids import Earlier
from ..arbeidsmigratie_plugin.core.tables import Table
from ..arbeidsmigratie_plugin.i18n import told
from ..arbeidsmigratie_plugin.sharing.highlights.company_dwellings import company_dwelling_table
from ..arbeidsmigratie_plugin.sharing.highlights.occupancy import occupancy_table
from ..arbeidsmigratie_plugin.sharing.highlights.parks import park_table
from ..arbeidsmigratie_plugin.sharing.layers import Provenance
from ..arbeidsmigratie_plugin.sources.rulebooks import rules_of
from .sight import Sight


@dataclass(frozen=True)
class Highlight:
    """One kind of highlight.

    Attributes:
        table: The layer.
        sources: Where it comes from.
        numbers: Number outputs that say what was found.
        lacks: What was not there to look at.
    """

    table: Table
    sources: list[Provenance]
    numbers: dict[str, Any]
    lacks: Sequence[Lack] = field(default=())


def holiday_parks(sight: Sight, earlier: Optional[Earlier] = None) -> Highlight:
    """Holiday parks.

    Args:
        sight: What there is to look at.
        earlier: Parks of an earlier run, which keep their identifiers.
    """
    counted = sight.counted
    counts = counted.counts if counted.given else None
    given = sight.stock, sight.buildings, sight.zones, counts, sight.policies, sight.dates
    seen = parks.Seen(*given, earlier, sight.borders, sight.listed, counted.peildatum)
    found = parks.find_parks(rules_of(parks.SIGNAL), seen)
    numbers: dict[str, Any] = {
        "OBJECTS": len(sight.stock),
        "PARKS": len(found),
        "CERTAIN": found.found.zekerheid.count("hoog"),
        "UNITS": int(np.nansum(found.eenheden)),
    }
    if counted.given:
        numbers["WITH_REGISTRATIONS"] = int((found.registraties > 0).sum())
        numbers["ADDRESSES"] = int(np.nansum(found.adressen))
        numbers["REGISTRATIONS"] = int(np.nansum(found.registraties))
    table = park_table(found, sight.peildatum)
    return Highlight(table, sight.provenance(table.name), numbers, found.lacks)


def homes_of_companies(sight: Sight) -> Highlight:
    """Company dwellings.

    Args:
        sight: What there is to look at.
    """
    counted, why = sight.counted, sight.explained
    known = company_dwellings.Known(counted.counts, counted.peildatum, sight.policies, sight.listed)
    given = sight.stock, sight.buildings, sight.zones
    found = company_dwellings.company_dwellings(*given, known, sight.dates, rules_of(company_dwellings.SIGNAL))
    numbers: dict[str, Any] = {
        "OBJECTS": len(sight.stock),
        "FOUND": len(found),
        "CERTAIN": found.zekerheid.count("hoog"),
        "EXCLUDED": sum(map(bool, why[found.rows].tolist())),
    }
    if counted.given:
        counts = counted.counts[found.rows]
        numbers["WITH_REGISTRATIONS"] = int((counts > 0).sum())
        numbers["REGISTRATIONS"] = int(counts[counts > 0].sum())
    table = company_dwelling_table(sight.stock, found, counted.counts, why, counted.peildatum)
    return Highlight(table, sight.provenance(table.name), numbers, company_dwellings.lacks(*given))


def room_for_registrations(sight: Sight) -> Highlight:
    """Occupancy against the norm.

    Args:
        sight: What there is to look at.
    """
    counted, why = sight.counted, sight.explained
    lacks = occupancy.lacks(sight.with_policies, sight.more_listed_here)
    found = occupancy.occupancy(
        sight.stock,
        counted.counts,
        sight.policies,
        sight.listed,
        counted.peildatum,
        sight.dates,
        rules_of(occupancy.SIGNAL),
        lacks,
    )
    numbers = {
        **{name: found.number(word) for name, word in occupancy.NUMBERS.items()},
        "ADDRESSES": len(found),
        "REGISTRATIONS": int(found.registraties.sum()),
        "EXCLUDED": sum(map(bool, why[found.rows].tolist())),
    }
    table = occupancy_table(sight.stock, found, why, counted.peildatum)
    return Highlight(table, sight.provenance(table.name), numbers, lacks)


def tell_lacks(highlights: Sequence[Highlight], feedback: QgsProcessingFeedback) -> None:
    """Says once what was not there to look at.

    Args:
        highlights: What was looked for.
        feedback: Of the run.
    """
    for lack in dict.fromkeys(lack.said for highlight in highlights for lack in highlight.lacks):
        feedback.pushWarning(told(lack))
