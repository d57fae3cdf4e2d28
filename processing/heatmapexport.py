"""heatmapexport: counts per address become a package for a partner, from which no address can be recovered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .declare import add_bag
from .run import Run
from .sharing import add_package

EXPORT_NUMBERS = {
    "REGIONS": "Published regions",
    "REGISTRATIONS": "Sum of the published numbers",
    "PUBLISHED_PERCENT": "Share of the registrations that is published (percent); for the data owner only",
    "REPEATED": "Numbers repeated from an earlier date; for the data owner only",
    "SKIPPED": "Points that did not count",
    "TARGETS": "Unsafe groups that the attacker tried",
    "NARROWEST": "Width of the narrowest interval that an attacker is left with",
    "REPAIRS": "Rounds in which regions were merged upward",
    "SEQUENCE": "Entry of the ledger that holds this export",
}


class HeatmapExport(Algorithm):
    """Audit first, repair by merging upward, else refuse."""

    NAME = "heatmapexport"
    GROUP = "Delen"
    TITLE = "Export a heatmap for a partner"
    SHORT = "Makes a package for a partner from which no person, household or address can be recovered"
    HELP = (
        "Turns counts per address into regions that are safe to share: hexagons with enough registrations on enough "
        "addresses among enough homes, in which no location stands out; the unsafe rest of each larger hexagon is "
        "pooled. Numbers are rounded to 5. Before anything is written an attacker who has all earlier exports of the "
        "series, and those of every other recipient, is played against it; regions that would give away too much are "
        "merged upward, and if that does not help nothing is exported.\n\n"
        "The package holds a GeoPackage, a map project, a picture, a PDF, a web map, a certificate and a README. What "
        "is not published is unknown, not zero.\n\n"
        "The LEDGER remembers all exports of a SERIES: keep it with the data owner, and back it up. The regions of a "
        "series are frozen, never cut anew. A number is only renewed when its change is safe too; else the earlier "
        "one is repeated, and nothing says which."
    )
    TAGS = ("heatmap", "share", "disclosure", "privacy", "export", "partner", "convenant")
    REQUIRES = ("h3", "shapely")
    NUMBERS = EXPORT_NUMBERS
    RECORDED = True
    RECORD_REQUIRED = True

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        point, polygon = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Addresses with registrations"), [point], optional=True),
            "Points, one per address: the output of 'rniinlezen'. Or give WORKSPACE.",
        )
        self.add(
            QgsProcessingParameterFile("WORKSPACE", tr("Workspace"), fileFilter="GeoPackage (*.gpkg)", optional=True),
            "The GeoPackage of 'regiobeeld': its addresses, and its municipalities if GEMEENTEN is left empty.",
        )
        add_bag(self, "DWELLINGS", optional=True)
        self.add(
            QgsProcessingParameterFeatureSource("GEMEENTEN", tr("Municipalities"), [polygon], optional=True),
            "Polygons with a code and a name. Empty: those in WORKSPACE.",
        )
        self.add(
            QgsProcessingParameterString("REGION", tr("Region"), "", optional=True),
            "Codes or names of municipalities, separated by commas. Empty: those of the delivery, else all with homes.",
        )
        add_package(self)
        self._add_fields()
        self.add_numbers()

    def _add_fields(self) -> None:
        for name, title, default, told in (
            ("COUNT_FIELD", "Field with registrations", "registraties", "Number of registrations per address."),
            (
                "PROVIDER_FIELD",
                "Field with the provider",
                "aanbieder_id",
                "Who offers the housing, where known: several addresses of one provider are protected as one.",
            ),
        ):
            self.add(QgsProcessingParameterString(name, tr(title), default, optional=True), told, advanced=True)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reads, decides, writes the package and the ledger, reports."""
        from .exporting import export

        folder = Path(self.parameterAsFileOutput(parameters, "FOLDER", context))
        return export(Run(self, parameters, context), folder, feedback)
