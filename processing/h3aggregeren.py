"""h3aggregeren: address points and BAG objects become counts per H3 hexagon."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .declare import add_bag, add_resolution
from .outputs import add_output, write_output
from .progress import in_turn
from .reports import HEXAGON_NUMBERS, report_hexagons, report_left_out
from .run import Run


class H3Aggregeren(Algorithm):
    """Counts per hexagon, in one pass, flat in memory."""

    NAME = "h3aggregeren"
    GROUP = "Kaart"
    TITLE = "Aggregate to H3 hexagons"
    SHORT = "Counts addresses with registrations and BAG objects per H3 hexagon"
    HELP = (
        "Counts per H3 hexagon the addresses with registrations, the registrations and the BAG objects in use, and "
        "gives the share of addresses with registrations, also drawn towards the overall share where there are few "
        "objects (empirical Bayes, Marshall 1991), the true area of the hexagon and the municipalities with objects "
        "in it. Points are indexed directly at the resolution asked; objects without geometry are skipped and "
        "counted.\n\n"
        "Without BAG objects the homes are unknown, not zero. Where no registrations were delivered (COVERED) the "
        "registrations are unknown, not zero; in a hexagon on the edge of that area the share goes by the BAG objects "
        "inside it."
    )
    TAGS = ("hexagon", "grid", "heatmap", "count")
    NUMBERS = HEXAGON_NUMBERS

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        point, polygon = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Addresses with registrations"), [point]),
            "Points, one per address, for example the output of 'rniinlezen'.",
        )
        self.add(
            QgsProcessingParameterField(
                "COUNT_FIELD",
                tr("Field with registrations"),
                "registraties",
                "INPUT",
                QgsProcessingParameterField.DataType.Numeric,
                optional=True,
            ),
            "Number of registrations per address; empty counts every point as one.",
        )
        add_bag(self, "DWELLINGS", optional=True)
        self.add(
            QgsProcessingParameterFeatureSource("GEMEENTEN", tr("Municipalities"), [polygon], optional=True),
            "Polygons with a code; without them the codes that the objects carry are used.",
        )
        add_resolution(self)
        self.add(
            QgsProcessingParameterString("COVERED", tr("Municipalities with a delivery"), "", optional=True),
            "Codes, separated by commas, of the municipalities for which registrations were delivered; elsewhere they "
            "are unknown. Empty: those that 'rniinlezen' found in the delivery, else those with addresses.",
            advanced=True,
        )
        add_output(self, "OUTPUT", "Hexagons", polygon, "Hexagons in RD New, with their style in the GeoPackage.")
        self.add_numbers()

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reads, counts, writes, reports."""
        from ..arbeidsmigratie_plugin.core.grid import RD_TO_WGS84
        from ..arbeidsmigratie_plugin.sharing import layers
        from ..arbeidsmigratie_plugin.sources.objects import (
            address_points,
            delivered_municipalities,
            dwelling_points,
        )
        from .provenance_hexagons import of_hexagons
        from .steps import aggregate

        run = Run(self, parameters, context)
        resolution = run.resolution("RESOLUTION")
        addresses = run.layer("INPUT")
        dwellings = run.bag("DWELLINGS", only_bag=False) if run.given("DWELLINGS") else []
        if dwellings:
            report_left_out(run.left_out("DWELLINGS"), feedback)
        areas = run.municipalities("GEMEENTEN")[0] if run.given("GEMEENTEN") else None
        covered = run.codes("COVERED") or delivered_municipalities(run.file_of("INPUT")) or None
        outcome = aggregate(
            in_turn(address_points(addresses, run.text("COUNT_FIELD")), feedback, addresses.count),
            in_turn(dwelling_points(dwellings), feedback, sum(layer.count for layer in dwellings)),
            areas,
            resolution,
            covered,
            addresses.label,
        )
        herkomst = layers.provenance_table(of_hexagons(run, "INPUT", dwellings, outcome, RD_TO_WGS84))
        table = layers.hexagon_table(outcome.hexagons, resolution, outcome.peildatum)
        results = report_hexagons(outcome.hexagons, outcome.addresses, outcome.dwellings, feedback)
        results["OUTPUT"] = write_output(self, parameters, "OUTPUT", context, table, herkomst)
        return results
