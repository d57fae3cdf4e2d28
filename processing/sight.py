"""All that highlights look at, read once: objects, buildings, areas, registrations, lists and policy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.arrays import Text
from ..arbeidsmigratie_plugin.core.listed import Listed
from ..arbeidsmigratie_plugin.core.signals import exclusions as explained
from ..arbeidsmigratie_plugin.core.signals.policy import Policies
from ..arbeidsmigratie_plugin.core.stock import Buildings, Stock, Zones
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sources.rulebooks import rules_of
from . import inputs
from .inputs import Counted
from .progress import go_on
from .provenance import of_highlight
from .reports import report_left_out
from .run import Run


@dataclass(frozen=True)
class Sight:
    """What highlights look at.

    Attributes:
        stock: Objects in use.
        buildings: Buildings that stand, None if there are none.
        zones: Functional areas, None if there are none.
        counted: Registrations.
        policies: Of the municipalities.
        with_policies: Whether a policy table was given.
        listed: Location lists.
        with_lists: Whether lists were given.
        dates: Source -> its date, "" where unknown.
        sources: Where all this comes from.
    """

    stock: Stock
    buildings: Buildings | None
    zones: Zones | None
    counted: Counted
    policies: Policies
    with_policies: bool
    listed: Listed
    with_lists: bool
    dates: dict[str, str]
    sources: tuple[layers.Provenance, ...]

    @cached_property
    def explained(self) -> Text:
        """What explains registrations on each object, "" where nothing does."""
        book, day = rules_of(explained.SIGNAL), self.counted.peildatum
        return explained.exclusions(self.stock, self.buildings, self.zones, self.listed, self.counted.counts, day, book)

    def provenance(self, layer: str) -> list[layers.Provenance]:
        """Where a layer that is made of it comes from.

        Args:
            layer: Its name.
        """
        return [replace(source, laag=layer) for source in self.sources]


def see(run: Run, feedback: QgsProcessingFeedback) -> Sight:
    """Reads what the parameters BAG, PANDEN, FUNCTIONEEL, RNI, POLICY and LISTS name.

    Args:
        run: The parameters.
        feedback: Of the run.
    """
    report_left_out(run.left_out("BAG"), feedback)
    stock = inputs.stock(run, "BAG")
    go_on(feedback, 30)
    buildings = inputs.buildings(run, "PANDEN", "BAG")
    go_on(feedback, 50)
    zones = inputs.zones(run, "FUNCTIONEEL", "BAG")
    counted, listed = inputs.registrations(run, "RNI", stock), inputs.listed(run, "LISTS")
    policies = inputs.policies(run, "POLICY", stock.codes())
    go_on(feedback, 60)
    sources = of_highlight(run, "", stock=stock, buildings=buildings, zones=zones, counted=counted, listed=listed)
    return Sight(
        stock=stock,
        buildings=buildings,
        zones=zones,
        counted=counted,
        policies=policies,
        with_policies=run.given("POLICY"),
        listed=listed,
        with_lists=run.given("LISTS"),
        dates=inputs.dates_of(run, "BAG", "FUNCTIONEEL", counted),
        sources=tuple(sources),
    )
