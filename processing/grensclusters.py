"""grensclusters: clusters in two or more municipalities, and clusters near the German or Belgian border."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ..arbeidsmigratie_plugin.core.errors import DistanceError, MunicipalitiesMissingError
from ..arbeidsmigratie_plugin.core.limits import BORDER_DISTANCE, HIGHEST_FDR, HOTSPOT_FDR
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .declare import add_abroad, add_policy
from .outputs import add_output, write_outputs
from .run import Run

_WHOLE, _REAL = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double


_NUMBERS = {
    "CLUSTERS": "Clusters in the region",
    "LISTED": "Clusters that have to do with a border",
    "MUNICIPAL": "Clusters in two or more municipalities",
    "NATIONAL": "Clusters near a national border",
    "UNSEEN_ALONE": "Clusters that none of their municipalities alone would have seen",
}


class Grensclusters(Algorithm):
    """Clusters across borders."""

    NAME = "grensclusters"
    GROUP = "Clusters"
    TITLE = "Clusters across borders"
    SHORT = "Lists clusters that lie in several municipalities, or near the German or Belgian border"
    HELP = (
        "Clusters are found on the region as one surface, by 'hotspots' (its hexagons or its clusters) or, if plain "
        "hexagons are given, here with the ring test. Listed are those with objects of two or more municipalities in "
        "their hexagons, and those within DISTANCE of a national border.\n\n"
        "Per municipality: its part of the addresses with registrations, and whether it alone would have seen the "
        "cluster: the same ring test on nothing but its own hexagons, with its own share. A hexagon with objects of "
        "several municipalities is divided by its area in each, since nobody knows from a hexagon how its counts "
        "divide. With POLICY also what these municipalities decided differently.\n\n"
        "The national border is LANDSGRENS; without it, the outer edge of GEMEENTEN where areas of BUITENLAND lie "
        "against it; without these no distance is known. Across the border registrations are unknown, never zero. "
        "Addresses or known housing locations in BUITENLAND give a density within DISTANCE as context, which is never "
        "added in; a foreign area without a location within DISTANCE counts as unknown.\n\n"
        "A cluster is an indication for a conversation between municipalities, never a verdict."
    )
    TAGS = ("grens", "border", "cluster", "Duitsland", "België", "EURIEC", "convenant")
    NUMBERS = _NUMBERS

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        polygon, vector = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Hexagons or clusters"), [polygon]),
            "Hexagons or clusters of 'hotspots', hexagons of 'h3aggregeren', or a workspace.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("GEMEENTEN", tr("Municipalities"), [polygon]),
            "Polygons with a code, as 'gebiedenophalen' makes; in_regio says which are the region.",
        )
        add_abroad(self)
        distance = QgsProcessingParameterNumber("DISTANCE", tr("Distance (m)"), _REAL, BORDER_DISTANCE)
        self.add(distance, "From the edge of a cluster: up to which a national border is near, and is looked across.")
        add_policy(self)
        self._add_advanced(polygon)
        add_output(self, "OUTPUT", "Clusters across borders", polygon, "One for each cluster, the strongest first.")
        shares = phrase("A row for each cluster and municipality.")
        add_output(self, "OUTPUT_SHARES", "Municipalities in these clusters", vector, shares)
        self.add_numbers()

    def _add_advanced(self, polygon: QgsProcessing.SourceType) -> None:
        self.add(
            QgsProcessingParameterFeatureSource("HEXAGONS", tr("Hexagons of the clusters"), [polygon], optional=True),
            "With clusters as INPUT: the hexagons they were found in, for the part of each municipality. Empty: those "
            "in the same file.",
            advanced=True,
        )
        rings = QgsProcessingParameterNumber("RINGS", tr("Rings"), _WHOLE, 1, False, 0, 5)
        self.add(rings, "Of the ring test; of hot spots that were found before, what their file says.", advanced=True)
        fdr = QgsProcessingParameterNumber(
            "FDR", tr("False discovery rate"), _REAL, HOTSPOT_FDR, False, 0.001, HIGHEST_FDR
        )
        self.add(fdr, "Of the ring test; of hot spots that were found before, what their file says.", advanced=True)

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Says in our words what QGIS would call an incorrect value."""
        super().check(parameters, context)
        run = Run(self, parameters, context)
        if not run.given("GEMEENTEN"):
            raise MunicipalitiesMissingError(name="GEMEENTEN")
        distance = run.number("DISTANCE")
        if not 0 <= distance < float("inf"):
            raise DistanceError(name="DISTANCE", distance=f"{distance:g}")

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reads, finds, writes, reports."""
        from .border_report import report, tables
        from .border_steps import look

        self.check(parameters, context)  # a model does not ask checkParameterValues
        run = Run(self, parameters, context)
        looked = look(run, feedback)
        results = report(looked, feedback)
        return {**results, **write_outputs(self, parameters, context, tables(run, looked))}
