"""What the highlights read, by the parameters of a run: objects, buildings, functional areas, registrations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Optional

import numpy as np

from ..arbeidsmigratie_plugin.core.arrays import Floats
from ..arbeidsmigratie_plugin.core.errors import MixedDatesError
from ..arbeidsmigratie_plugin.core.signals.policy import Policies
from ..arbeidsmigratie_plugin.sources import stock as source
from ..arbeidsmigratie_plugin.sources.credits import bag_credit, functional_credit, recorded_credits
from ..arbeidsmigratie_plugin.sources.kinds import FUNCTIONAL_AREAS
from ..arbeidsmigratie_plugin.sources.lists import LIST_LAYER, read_listed
from ..arbeidsmigratie_plugin.sources.objects import delivered_municipalities
from ..arbeidsmigratie_plugin.sources.policies import read_policies, read_policy_file
from ..arbeidsmigratie_plugin.sources.table import SUFFIXES
from ..arbeidsmigratie_plugin.sources.vector import OgrLayer, content_date, layer_names
from .run import Run

if TYPE_CHECKING:
    from ..arbeidsmigratie_plugin.core.listed import Listed
    from ..arbeidsmigratie_plugin.core.stock import Buildings, Stock, Zones


@dataclass(frozen=True)
class Counted:
    """Registrations on each object, and of when.

    Attributes:
        counts: NaN where unknown.
        peildatum: Reference date, "" if the points have none.
        given: Whether there were registrations to look at.
    """

    counts: Floats
    peildatum: str
    given: bool


def stock(run: Run, name: str) -> Stock:
    """BAG objects in use, of all BAG layers of a file or of the one layer that was given.

    Args:
        run: The parameters.
        name: The parameter with the BAG.
    """
    return source.read_stock(run.bag(name))


def buildings(run: Run, name: str, bag: str, within: Optional[source.Bounds] = None) -> Optional[Buildings]:
    """Buildings: those that were given, else those in the file of the BAG; None if there are none.

    Args:
        run: The parameters.
        name: The parameter with buildings.
        bag: The parameter with the BAG.
        within: Rectangle that they must touch, None for all.
    """
    given = run.given(name)
    path = run.path(name if given else bag)
    layer = None if path is None else source.building_layer(path)
    if layer is None and not given:
        return None
    return source.read_buildings(layer or run.layer(name), within)


def zones(run: Run, name: str, bag: str) -> Optional[Zones]:
    """Functional areas: those that were given, else those of the workspace with the BAG; None if there are none.

    Args:
        run: The parameters.
        name: The parameter with functional areas.
        bag: The parameter with the BAG.
    """
    if run.given(name):
        return source.read_zones(run.layers(name))
    path = run.path(bag)
    if path is None or FUNCTIONAL_AREAS.name not in layer_names(path):
        return None
    return source.read_zones([OgrLayer(path, FUNCTIONAL_AREAS.name)])


def registrations(run: Run, name: str, found: Stock) -> Counted:
    """Registrations on each object; unknown where none were delivered.

    Args:
        run: The parameters.
        name: The parameter with the output of 'rniinlezen'.
        found: The objects.

    Raises:
        MixedDatesError: The points have more than one reference date.
    """
    if not run.given(name):
        return Counted(source.counts_on(found, None), "", False)
    layer = run.layer(name)
    points = source.read_registrations(layer)
    if len(points.dates) > 1:
        raise MixedDatesError(layer=layer.label, dates=", ".join(points.dates))
    codes = delivered_municipalities(run.file_of(name))
    delivered = None
    if codes:
        known = np.array([*(code in codes or not code for code in found.gemeentecode.names), False])
        delivered = known[found.gemeentecode.numbers]
    return Counted(source.counts_on(found, points, delivered), next(iter(points.dates), ""), True)


def policies(run: Run, name: str, known: frozenset[str]) -> Policies:
    """What municipalities have decided; what holds everywhere if no table was given.

    Args:
        run: The parameters.
        name: The parameter with the policy table.
        known: Codes of the municipalities there are, as Stock.codes().
    """
    if not run.given(name):
        return Policies()
    path = run.path(name)
    if path is not None and path.suffix.lower() in SUFFIXES:
        return read_policy_file(path, known or None)
    return read_policies(run.layer(name), known or None)


def listed(run: Run, name: str) -> Listed:
    """What location lists say; nothing if none were given.

    Args:
        run: The parameters.
        name: The parameter with outputs of 'lijstinlezen'.
    """
    return read_listed(run.several(name, LIST_LAYER))


def dates_of(run: Run, bag: str, areas: str, counted: Counted) -> dict[str, str]:
    """Source of evidence -> its date, as the files themselves say.

    Args:
        run: The parameters.
        bag: The parameter with the BAG.
        areas: The parameter with functional areas.
        counted: The registrations.
    """
    dates = {"BAG": _date(run.file_of(bag), "adressen", bag_credit().source), "RNI": counted.peildatum}
    file = run.file_of(areas) if run.given(areas) else run.file_of(bag)
    dates["TOP10NL"] = _date(file, FUNCTIONAL_AREAS.name, functional_credit().source)
    return dates


def _date(file: Optional[Path], layer: str, source_name: str) -> str:
    """The date of a source as the provenance of its file says, else the day on which the file last changed."""
    if file is None:
        return ""
    said = next((c.date for c in recorded_credits(file, layer) if c.date and c.source == source_name), "")
    return said[:10] or content_date(file)
