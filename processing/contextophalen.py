"""contextophalen: the functional areas of a region: holiday parks, camping sites, business estates, greenhouses."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessing, QgsProcessingContext, QgsProcessingFeedback

from .outputs import add_output, write_output
from .progress import told
from .region import RegionAlgorithm
from .run import Run


class ContextOphalen(RegionAlgorithm):
    """Fetches functional areas of TOP10NL."""

    NAME = "contextophalen"
    GROUP = "Ophalen"
    TITLE = "Fetch functional areas"
    SHORT = "Fetches holiday parks, camping sites, business estates and greenhouse areas of a region"
    HELP = (
        "Fetches the functional areas (functioneel gebied) of TOP10NL that touch the region or its guard zone, as "
        "polygons of one or of several parts. TOP10NL is not complete for every kind: a holiday park that is missing "
        "there can still exist."
    )
    TAGS = ("TOP10NL", "vakantiepark", "bedrijventerrein", "kassengebied", "PDOK")
    NUMBERS: ClassVar[dict[str, str]] = {"READ": "Areas received", "KEPT": "Areas kept", "REQUESTS": "Requests sent"}

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        self.add_region()
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        add_output(self, "OUTPUT", "Functional areas", polygon, "Areas in RD New, with in_regio 1 or 0.")
        self.add_numbers()

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Fetches, writes, reports."""
        from ..arbeidsmigratie_plugin.sharing import layers
        from ..arbeidsmigratie_plugin.sources.bodies import shown
        from ..arbeidsmigratie_plugin.sources.kinds import FUNCTIONAL_AREAS
        from ..arbeidsmigratie_plugin.sources.services import service
        from ..arbeidsmigratie_plugin.sources.store import MemoryStore
        from ..arbeidsmigratie_plugin.sources.workspace import fetch_context

        run = Run(self, parameters, context)
        transport = self.transport(parameters, context, feedback)
        area, _ = self.area(run, transport)
        store = MemoryStore(FUNCTIONAL_AREAS)
        read = fetch_context(store, area, transport, told(feedback)).read
        about, table = service("top10nl_ogcapi"), store.table()
        more = {"query": self.asked(run).name, "licentie": about.licence}
        source = layers.provenance(table.name, about.attribution, len(table.wkb), address=shown(about.url), **more)
        path = write_output(self, parameters, "OUTPUT", context, table, layers.provenance_table([source]))
        return {"OUTPUT": path, "READ": read, "KEPT": len(table.wkb), "REQUESTS": transport.sent}
