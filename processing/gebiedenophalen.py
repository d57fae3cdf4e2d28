"""gebiedenophalen: the municipalities of a region and of its guard zone."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessing, QgsProcessingContext, QgsProcessingFeedback

from .outputs import add_output, write_output
from .region import RegionAlgorithm
from .run import Run


class GebiedenOphalen(RegionAlgorithm):
    """Fetches municipal boundaries."""

    NAME = "gebiedenophalen"
    GROUP = "Ophalen"
    TITLE = "Fetch municipalities"
    SHORT = "Fetches the municipalities of a region and those in its guard zone"
    HELP = (
        "Fetches municipal boundaries from PDOK and keeps those of the region (in_regio = 1) and those that the guard "
        "zone touches (in_regio = 0). A municipality that was merged is named in the message with its successor. "
        "Across the national border there are no Dutch municipalities: what lies there is unknown, not zero."
    )
    TAGS = ("gemeente", "PDOK", "boundaries")
    NUMBERS: ClassVar[dict[str, str]] = {
        "MUNICIPALITIES": "Municipalities of the region",
        "NEIGHBOURS": "Municipalities in the guard zone",
    }

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        self.add_region(with_area=False)
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        add_output(self, "OUTPUT", "Municipalities", polygon, "Municipalities in RD New, with in_regio 1 or 0.")
        self.add_numbers()

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Fetches, selects, writes."""
        from ..arbeidsmigratie_plugin.sharing import layers
        from .fetched import municipality_source

        run = Run(self, parameters, context)
        transport = self.transport(parameters, context, feedback)
        area, borders = self.area(run, transport)
        found = len(area.municipalities)
        table = layers.region_table(area)
        provenance = layers.provenance_table([municipality_source(found, borders, run.text("REGION"))])
        return {
            "OUTPUT": write_output(self, parameters, "OUTPUT", context, table, provenance),
            "MUNICIPALITIES": len(area.region),
            "NEIGHBOURS": found - len(area.region),
        }
