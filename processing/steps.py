"""Steps that several algorithms take: read, hand to core, return what core gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.arrays import labels
from ..arbeidsmigratie_plugin.core.bag import BagObjects
from ..arbeidsmigratie_plugin.core.dates import FIRST_RNI_ADDRESS
from ..arbeidsmigratie_plugin.core.delivery import Delivery, read_delivery
from ..arbeidsmigratie_plugin.core.errors import LayerEmptyError, MixedDatesError
from ..arbeidsmigratie_plugin.core.hexagons import HexagonCounter, Hexagons, Tally
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.core.rni import AddressCounts, count_addresses
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sources.objects import Points, read_bag
from ..arbeidsmigratie_plugin.sources.table import open_table
from ..arbeidsmigratie_plugin.sources.vector import Layer
from .progress import go_on


@dataclass(frozen=True)
class Import:
    """A delivery, the BAG it was matched with, and the counts."""

    delivery: Delivery
    bag: BagObjects
    counts: AddressCounts


def read_and_count(
    file: Path,
    bag_layers: Sequence[Layer],
    peildatum: date,
    feedback: QgsProcessingFeedback,
    header_row: Optional[int] = None,
    mapping: str = "",
    areas: Optional[Municipalities] = None,
) -> Import:
    """Reads a delivery and counts its registrations per BAG address.

    Args:
        file: The delivery.
        bag_layers: Layers of the BAG.
        peildatum: Reference date.
        feedback: Of the run.
        header_row: Row of the header, None to look for it.
        mapping: The user's mapping of columns.
        areas: Municipalities to which the BAG is limited, None for all of it.
    """
    if peildatum < FIRST_RNI_ADDRESS:
        sentence = tr("Before {day} the RNI held no stay addresses: check the reference date.")
        feedback.pushWarning(sentence.format(day=FIRST_RNI_ADDRESS.isoformat()))
    delivery = read_delivery(open_table(file), file.name, header_row, mapping)
    go_on(feedback, 30)
    bag = read_bag(bag_layers)
    if areas is not None:
        codes = areas.codes_of(labels(bag.gemeentecode), bag.x, bag.y).text()
        inside = codes != ""
        if not inside.any():
            raise LayerEmptyError(layer=bag_layers[0].label, reason="no object lies in the municipalities")
        bag = replace(bag, gemeentecode=codes).take(inside)
    go_on(feedback, 60)
    counts = count_addresses(delivery, bag, peildatum)
    go_on(feedback, 80)
    return Import(delivery, bag, counts)


@dataclass(frozen=True)
class Aggregation:
    """Hexagons, and what became of the objects that went in."""

    hexagons: Hexagons
    addresses: Tally
    dwellings: Tally
    peildatum: Optional[str]


def aggregate(
    addresses: Iterable[Points],
    dwellings: Iterable[Points],
    areas: Optional[Municipalities],
    resolution: int,
    covered: frozenset[str],
    label: str,
) -> Aggregation:
    """Counts address points and BAG objects per hexagon.

    Args:
        addresses: Chunks of address points.
        dwellings: Chunks of BAG objects in use; none to leave them unknown.
        areas: Municipalities; None to go by what the objects carry.
        resolution: H3 resolution.
        covered: Codes of the municipalities with a delivery; empty for all.
        label: Name of the layer with address points, for messages.

    Raises:
        LayerEmptyError: Not one address point can be used.
        MixedDatesError: The address points have more than one reference date.
    """
    counter = HexagonCounter(resolution, covered)
    of_addresses, of_dwellings = Tally(), Tally()
    dates: set[str] = set()
    for points in addresses:
        codes = points.municipality_codes(areas)
        of_addresses += counter.add_addresses(points.x, points.y, points.crs, points.registrations, codes)
        dates |= points.dates
    if of_addresses.read == of_addresses.skipped:
        reason = "none of them has a position in the Netherlands and a number of registrations"
        raise LayerEmptyError(layer=label, reason=reason if of_addresses.read else "it is empty")
    if len(dates) > 1:
        raise MixedDatesError(layer=label, dates=", ".join(sorted(dates)))
    for points in dwellings:
        codes = points.municipality_codes(areas)
        of_dwellings += counter.add_dwellings(points.x, points.y, points.crs, codes)
    return Aggregation(counter.total(), of_addresses, of_dwellings, next(iter(dates), None))
