"""What the highlights read, by the parameters of a run: objects, buildings, functional areas, lists, policy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from ..arbeidsmigratie_plugin.core.signals.policy import Policies
from ..arbeidsmigratie_plugin.sources import stock as source
from ..arbeidsmigratie_plugin.sources.credits import bag_credit, functional_credit, recorded_credits
from ..arbeidsmigratie_plugin.sources.kinds import FUNCTIONAL_AREAS
from ..arbeidsmigratie_plugin.sources.lists import LIST_LAYER, read_listed
from ..arbeidsmigratie_plugin.sources.parks import read_earlier
from ..arbeidsmigratie_plugin.sources.policies import read_policies, read_policy_file
from ..arbeidsmigratie_plugin.sources.table import SUFFIXES
from ..arbeidsmigratie_plugin.sources.vector import OgrLayer, content_date, layer_names
from .run import Run

if TYPE_CHECKING:
    from ..arbeidsmigratie_plugin.core.listed import Listed
    from ..arbeidsmigratie_plugin.core.signals.park_ids import Earlier
    from ..arbeidsmigratie_plugin.core.stock import Buildings, Stock, Zones
    from .counting import Counted

#: What stands before the date of a file where nothing says the date of its source.
OF_FILE = "bestand van"


def stock(run: Run, name: str) -> Stock:
    """BAG objects in use, of all BAG layers of a file or of the one layer that was given.

    Args:
        run: The parameters.
        name: The parameter with the BAG.
    """
    return source.read_stock(run.bag(name))


def buildings(
    run: Run, name: str, bag: str, around: Stock, within: Optional[source.Bounds] = None
) -> Optional[Buildings]:
    """Buildings: those that were given, else those in the file of the BAG; None if there are none near the objects.

    Args:
        run: The parameters.
        name: The parameter with buildings.
        bag: The parameter with the BAG.
        around: The objects.
        within: Rectangle that they must touch, None for all.
    """
    given = run.given(name)
    path = run.path(name if given else bag)
    layer = None if path is None else source.building_layer(path)
    if layer is None and not given:
        return None
    found = source.read_buildings(layer or run.layer(name), within)
    return found if source.any_near(around, found.polygons) else None


def zones(run: Run, name: str, bag: str, around: Stock) -> Optional[Zones]:
    """Functional areas: those given, else those of the workspace with the BAG; None if there are none near the objects.

    Args:
        run: The parameters.
        name: The parameter with functional areas.
        bag: The parameter with the BAG.
        around: The objects.
    """
    path = None if run.given(name) else run.path(bag)
    if run.given(name):
        layers = run.layers(name)
    elif path is None or FUNCTIONAL_AREAS.name not in layer_names(path):
        return None
    else:
        layers = [OgrLayer(path, FUNCTIONAL_AREAS.name)]
    found = source.read_zones(layers)
    return found if source.any_near(around, found.polygons) else None


def policies(run: Run, name: str, known: frozenset[str]) -> Policies:
    """What municipalities have decided; what holds everywhere if no table was given.

    Args:
        run: The parameters.
        name: The parameter with the policy table.
        known: Codes of the municipalities there are, as Stock.codes(); a table of the organisation may have others.
    """
    if not run.given(name):
        return Policies()
    if run.of_organisation(name):
        known = frozenset()
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


def earlier_parks(run: Run) -> Optional[Earlier]:
    """Parks of the earlier run that parameter EARLIER names, None if none was given."""
    return read_earlier(run.layer("EARLIER")) if run.given("EARLIER") else None


def dates_of(run: Run, bag: str, areas: str, counted: Counted, lists: Listed) -> dict[str, str]:
    """Source of evidence -> its date, as the files themselves say.

    Args:
        run: The parameters.
        bag: The parameter with the BAG.
        areas: The parameter with functional areas.
        counted: The registrations.
        lists: Location lists.
    """
    dates = {"BAG": _date(run.file_of(bag), "adressen", bag_credit().source), "RNI": counted.peildatum}
    file = run.file_of(areas) if run.given(areas) else run.file_of(bag)
    dates["TOP10NL"] = _date(file, FUNCTIONAL_AREAS.name, functional_credit().source)
    dates |= {"lijst": lists.latest(), "beleid": _of_file(run.file_of("POLICY") if run.given("POLICY") else None)}
    return dates


def _date(file: Optional[Path], layer: str, source_name: str) -> str:
    """The date of a source as the provenance of its file says, else of the file itself."""
    if file is None:
        return ""
    said = next((c.date for c in recorded_credits(file, layer) if c.date and c.source == source_name), "")
    return said[:10] or _of_file(file)


def _of_file(file: Optional[Path]) -> str:
    """The day on which a file last changed, which is not the date of what it tells."""
    date = "" if file is None else content_date(file)
    return f"{OF_FILE} {date}" if date else ""
