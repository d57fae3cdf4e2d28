"""The highlights of a whole region, as 'regiobeeld' shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Optional

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.geometry import shapely_library
from ..arbeidsmigratie_plugin.core.listed import ListEntries
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.core.rni import AddressCounts
from ..arbeidsmigratie_plugin.core.stock import Stock, id_numbers
from ..arbeidsmigratie_plugin.sharing.highlights import COMPANY_DWELLINGS, OCCUPANCY, PARKS, VACANCY
from ..arbeidsmigratie_plugin.sharing.layers import Provenance
from ..arbeidsmigratie_plugin.sources import stock as source
from . import highlights, inputs
from .counting import Counted
from .highlights import Highlight
from .provenance import of_highlight
from .run import Run
from .sight import Sight
from .vacancy import vacancy_and_registrations, with_listed
from .vacant import of_vacant, vacant_objects

#: Number output of a region -> layer, and the number of that highlight.
REGION_NUMBERS = {
    "PARKS": (PARKS, "PARKS"),
    "COMPANY_DWELLINGS": (COMPANY_DWELLINGS, "FOUND"),
    "ABOVE_NORM": (OCCUPANCY, "ABOVE"),
    "ADMINISTRATIVE": (OCCUPANCY, "ADMINISTRATIVE"),
    "VACANT_WITH_REGISTRATIONS": (VACANCY, "CLASS_2"),
}

#: What stands so far outside the region can still be on the yard of one of its homes (m).
_AROUND = 500.0


def region_sight(
    run: Run,
    counts: AddressCounts,
    peildatum: date,
    areas: Municipalities,
    everywhere: Municipalities,
    covered: frozenset[str],
    deliveries: Sequence[Provenance],
) -> Sight:
    """What there is to look at in a region; only that is read of a large file.

    Args:
        run: The parameters: BAG, PANDEN, CONTEXT, POLICY and LISTS.
        counts: Registrations per address.
        peildatum: Their reference date.
        areas: Municipalities of the region.
        everywhere: All municipalities that are known.
        covered: Codes of those for which registrations were delivered.
        deliveries: Where the registrations come from.
    """
    west, south, east, north = shapely_library().total_bounds(areas.polygons)
    within = (west - _AROUND, south - _AROUND, east + _AROUND, north + _AROUND)
    stock = _inside(source.read_stock(run.bag("BAG"), within), areas)
    buildings = inputs.buildings(run, "PANDEN", "BAG", stock, within)
    zones = inputs.zones(run, "CONTEXT", "BAG", stock)
    if zones is not None:
        zones = source.cut_zones(zones, within, areas.polygons)
    counted = _counted(stock, counts, peildatum.isoformat(), covered)
    listed = inputs.listed(run, "LISTS")
    seen = {"stock": stock, "buildings": buildings, "zones": zones, "counted": counted, "listed": listed}
    policies = inputs.policies(run, "POLICY", frozenset(everywhere.code))
    return Sight(
        **seen,
        policies=policies,
        with_policies=bool(policies.of),
        dates=inputs.dates_of(run, "BAG", "CONTEXT", counted, listed),
        borders=everywhere,
        sources=tuple(of_highlight(run, "", **seen, areas="CONTEXT", deliveries=deliveries)),
    )


def _inside(stock: Stock, areas: Municipalities) -> Stock:
    codes = areas.codes_of(stock.gemeentecode, stock.x, stock.y)
    rows = np.flatnonzero(codes.text() != "")
    return replace(stock, gemeentecode=codes, in_region=None).take(rows)


def _counted(stock: Stock, counts: AddressCounts, peildatum: str, covered: frozenset[str]) -> Counted:
    """Registrations on each object; unknown where none were delivered."""
    ids = id_numbers(counts.objects.adresseerbaarobject_id)
    found = source.Registrations(ids, counts.registraties.astype(float), (peildatum,))
    known = np.array([*(code in covered for code in stock.gemeentecode.names), False])
    return Counted(source.counts_on(stock, found, known[stock.gemeentecode.numbers]), peildatum, True)


@dataclass(frozen=True)
class Looked:
    """What was found.

    Attributes:
        highlights: The highlights.
        vacant: Entries of the list of vacant objects, None if none was given.
    """

    highlights: list[Highlight]
    vacant: Optional[ListEntries] = None


def look(run: Run, sight: Sight, feedback: QgsProcessingFeedback) -> Looked:
    """All highlights; vacancy only where a list of it was given, as VACANT or among LISTS.

    Args:
        run: The parameters.
        sight: What there is to look at.
        feedback: Of the run.
    """
    sight.tell_gaps(feedback)
    found = [
        highlights.holiday_parks(sight, inputs.earlier_parks(run)),
        highlights.homes_of_companies(sight),
        highlights.room_for_registrations(sight),
    ]
    read, sources = None, []
    if run.given("VACANT"):
        read = vacant_objects(run, "VACANT", "BAG", sight.counted.peildatum, feedback)
        sources.append(of_vacant(run, "VACANT", "", len(read.vacant)))
    vacant = with_listed(sight, read.vacant if read else None, feedback)
    if vacant is not None:
        found.append(vacancy_and_registrations(sight, vacant, sources))
    highlights.tell_lacks(found, feedback)
    return Looked(found, read.entries if read else None)


def numbers_of(found: list[Highlight]) -> dict[str, int]:
    """The numbers that a report of the region has.

    Args:
        found: The highlights.
    """
    of_layer = {one.table.name: one.numbers for one in found}
    return {name: of_layer[layer][number] for name, (layer, number) in REGION_NUMBERS.items() if layer in of_layer}
