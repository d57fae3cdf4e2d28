"""Steps that several algorithms take: read, hand to core, return what core gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.bag import BagObjects
from ..arbeidsmigratie_plugin.core.dates import FIRST_RNI_ADDRESS
from ..arbeidsmigratie_plugin.core.delivery import Delivery, read_delivery
from ..arbeidsmigratie_plugin.core.errors import CoveredError, LayerEmptyError, MixedDatesError, NoAddressError
from ..arbeidsmigratie_plugin.core.hexagons import HexagonCounter, Hexagons, Tally
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.core.privacy import safe_file_name
from ..arbeidsmigratie_plugin.core.rni import AddressCounts, count_addresses
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sources.objects import Points
from ..arbeidsmigratie_plugin.sources.table import open_table
from ..arbeidsmigratie_plugin.sources.vector import Layer
from .correcting import corrections_in
from .progress import go_on
from .region_bag import elsewhere, read_bag_in


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
    around: Optional[Municipalities] = None,
    corrections: Optional[Path] = None,
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
        around: All municipalities that are known: rows that say they are in one outside areas are left out.
        corrections: File with addresses that were linked by hand, None for none.

    Raises:
        CorrectionError: A row of the corrections can't be used.
        NoAddressError: Not one row has a usable address.
    """
    if peildatum < FIRST_RNI_ADDRESS:
        sentence = tr("Before {day} the RNI held no stay addresses: check the reference date.")
        feedback.pushWarning(sentence.format(day=FIRST_RNI_ADDRESS.isoformat()))
    by_hand = corrections_in(corrections)
    delivery = read_delivery(open_table(file), file.name, header_row, mapping)
    go_on(feedback, 30)
    bag = read_bag_in(bag_layers, areas)
    go_on(feedback, 60)
    counts = count_addresses(delivery, bag, peildatum, elsewhere(areas, around), by_hand)
    if counts.rows_elsewhere and not counts.rows_counted:
        raise LayerEmptyError(
            layer=safe_file_name(file.name), reason=phrase("all its rows lie outside the region, or ended")
        )
    if counts.rows_counted and counts.rows_counted == counts.rows_without_address:
        raise NoAddressError(file=safe_file_name(file.name), rows=counts.rows_counted)
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
    covered: Optional[frozenset[str]],
    label: str,
) -> Aggregation:
    """Counts address points and BAG objects per hexagon.

    Args:
        addresses: Chunks of address points.
        dwellings: Chunks of BAG objects in use; none to leave them unknown.
        areas: Municipalities; None to go by what the objects carry.
        resolution: H3 resolution.
        covered: Codes of the municipalities with a delivery; None to go by the addresses, empty for all.
        label: Name of the layer with address points, for messages.

    Raises:
        LayerEmptyError: Not one address point can be used.
        MixedDatesError: The address points have more than one reference date.
    """
    counter = HexagonCounter(resolution)
    of_addresses, of_dwellings = Tally(), Tally()
    dates: set[str] = set()
    delivered: set[str] = set()
    for points in addresses:
        codes = points.municipality_codes(areas)
        delivered.update(codes.take(points.registrations > 0).present() if covered is None else ())
        of_addresses += counter.add_addresses(points.x, points.y, points.crs, points.registrations, codes)
        dates |= points.dates
    if of_addresses.read == of_addresses.skipped:
        reason = phrase("none of them has a position in the Netherlands and a number of registrations")
        raise LayerEmptyError(layer=label, reason=reason if of_addresses.read else phrase("it is empty"))
    if len(dates) > 1:
        raise MixedDatesError(layer=label, dates=", ".join(sorted(dates)))
    for points in dwellings:
        codes = points.municipality_codes(areas)
        of_dwellings += counter.add_dwellings(points.x, points.y, points.crs, codes)
    counter.covered = frozenset(delivered - {""}) if covered is None else covered
    return Aggregation(counter.total(), of_addresses, of_dwellings, next(iter(dates), None))


def check_covered(covered: frozenset[str], areas: Municipalities) -> None:
    """Refuses codes that are none of the municipalities: all else would become unknown without a word.

    Args:
        covered: Codes that the user gave.
        areas: The municipalities of the run.

    Raises:
        CoveredError: A code is not among them.
    """
    unknown = sorted(covered - frozenset(areas.code))
    if unknown:
        raise CoveredError(unknown=", ".join(unknown), known=", ".join(areas.code[:20]))
