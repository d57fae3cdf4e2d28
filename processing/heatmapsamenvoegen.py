"""heatmapsamenvoegen: the packages of several municipalities become one map, without a central file of counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterMultipleLayers,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .run import Run
from .sharing import add_folder, add_grant, add_matrix

MERGE_NUMBERS = {
    "REGIONS": "Published regions",
    "REGISTRATIONS": "Sum of the published numbers",
    "PACKAGES": "Packages",
}


class HeatmapSamenvoegen(Algorithm):
    """Published regions next to each other: nothing is counted anew."""

    NAME = "heatmapsamenvoegen"
    GROUP = "Delen"
    TITLE = "Merge packages of municipalities"
    SHORT = "Makes one package of those that municipalities made themselves, each with its own ledger"
    HELP = (
        "For a region without a central file of registrations: each municipality runs 'heatmapexport' with the same "
        "series, resolution and reference date, and gives its package to the coordinator. This puts their published "
        "regions on one map and makes one package of it. A hexagon on a border stays split between municipalities.\n\n"
        "Packages of another series, date or grid, of the same municipality, or past their date are refused."
    )
    TAGS = ("heatmap", "merge", "share", "partner", "convenant", "region")
    NUMBERS = MERGE_NUMBERS
    RECORDED = True

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        kind = QgsProcessing.SourceType.TypeFile
        self.add(
            QgsProcessingParameterMultipleLayers("PACKAGES", tr("Packages"), kind),
            "The .gpkg of each package with its other files beside it, or the folders that they are in.",
        )
        add_grant(self)
        add_matrix(self)
        add_folder(self)
        self.add_numbers()

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reads the packages, checks that they go together, writes one."""
        from .merging import merge

        folder = Path(self.parameterAsFileOutput(parameters, "FOLDER", context))
        return merge(Run(self, parameters, context), folder, feedback)
