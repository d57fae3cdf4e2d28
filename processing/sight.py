"""All that highlights look at, read once: objects, buildings, areas, registrations, lists and policy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.arrays import Text
from ..arbeidsmigratie_plugin.core.listed import VACANT, Listed
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.core.signals import exclusions as explained
from ..arbeidsmigratie_plugin.core.signals.policy import Policies
from ..arbeidsmigratie_plugin.core.stock import Buildings, Stock, Zones
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sources.rulebooks import rules_of
from . import inputs
from .counting import Counted, registrations
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
        with_policies: Whether there is a policy table that says anything.
        listed: Location lists.
        dates: Source -> its date, "" where unknown.
        sources: Where all this comes from.
        borders: Areas of municipalities, None if they were not given.
    """

    stock: Stock
    buildings: Buildings | None
    zones: Zones | None
    counted: Counted
    policies: Policies
    with_policies: bool
    listed: Listed
    dates: dict[str, str]
    sources: tuple[layers.Provenance, ...]
    borders: Municipalities | None = None

    @property
    def peildatum(self) -> str:
        """Reference date of the registrations, else of the BAG where that is known; "" where neither is."""
        of_bag = self.dates["BAG"]
        return self.counted.peildatum or ("" if of_bag.startswith(inputs.OF_FILE) else of_bag)

    @cached_property
    def explained(self) -> Text:
        """What explains registrations on each object, "" where nothing does."""
        book, day = rules_of(explained.SIGNAL), self.counted.peildatum
        return explained.exclusions(
            self.stock, self.buildings, self.zones, self.listed, self.counted.counts, day, book, self.policies
        )

    @property
    def listed_here(self) -> bool:
        """Whether location lists say anything of these objects: one of another region says nothing."""
        return bool(np.isin(self.listed.ids, self.stock.ids).any())

    @property
    def more_listed_here(self) -> bool:
        """Whether they say more of these objects than that some are vacant."""
        return bool(np.isin(self.listed.ids[self.listed.kind != VACANT], self.stock.ids).any())

    def tell_gaps(self, feedback: QgsProcessingFeedback) -> None:
        """Says what of the registrations and the policy is not known.

        Args:
            feedback: Of the run.
        """
        for warning in self.counted.warnings:
            feedback.pushWarning(warning)
        if self.policies.not_read:
            sentence = tr("Columns of the policy table that were not read: {columns}.")
            feedback.pushWarning(sentence.format(columns=", ".join(self.policies.not_read)))
        if len(self.listed) and not self.listed_here:
            feedback.pushWarning(tr("Not one entry of the location lists is on an object of the BAG in use."))
        without = sorted(self.stock.codes() - set(self.policies.of)) if self.with_policies else []
        if without:
            feedback.pushWarning(tr("The policy table has no row for: {codes}.").format(codes=", ".join(without)))

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
    buildings = inputs.buildings(run, "PANDEN", "BAG", stock)
    go_on(feedback, 50)
    zones = inputs.zones(run, "FUNCTIONEEL", "BAG", stock)
    counted, listed = registrations(run, "RNI", stock), inputs.listed(run, "LISTS")
    policies = inputs.policies(run, "POLICY", stock.codes())
    go_on(feedback, 60)
    sources = of_highlight(run, "", stock=stock, buildings=buildings, zones=zones, counted=counted, listed=listed)
    seen = Sight(
        stock=stock,
        buildings=buildings,
        zones=zones,
        counted=counted,
        policies=policies,
        with_policies=bool(policies.of),
        listed=listed,
        dates=inputs.dates_of(run, "BAG", "FUNCTIONEEL", counted, listed),
        sources=tuple(sources),
    )
    seen.tell_gaps(feedback)
    return seen
