"""regiobeeld: the whole chain, from delivery to map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .declare import (
    TITLE_DEFAULT,
    add_abroad,
    add_background,
    add_bag,
    add_delivery,
    add_earlier,
    add_lists,
    add_peildatum,
    add_policy,
    add_resolution,
    add_title,
)
from .declare_region import add_counted, add_covered, add_previous
from .given import check_given
from .reports import HEXAGON_NUMBERS, IMPORT_NUMBERS
from .run import Run
from .values import Values

ALL_NUMBERS = {
    **IMPORT_NUMBERS,
    **HEXAGON_NUMBERS,
    "FOUND": "Hexagons with more addresses with registrations than expected",
    "CLUSTERS": "Clusters of these",
    "ROBUST": "Clusters that other grids show too",
    "BORDER_CLUSTERS": "Clusters in several municipalities or near a national border",
    "PARKS": "Places that may be a holiday park",
    "COMPANY_DWELLINGS": "Homes that may be a company dwelling",
    "ABOVE_NORM": "Addresses above the norm (indication)",
    "ADMINISTRATIVE": "Addresses that may be administrative",
    "VACANT_WITH_REGISTRATIONS": "Homes without residents, with registrations",
}


class Regiobeeld(Algorithm):
    """Delivery and BAG in, workspace, project and picture out."""

    NAME = "regiobeeld"
    GROUP = "Regiobeeld"
    TITLE = "Regional map"
    SHORT = "From an RNI delivery and the BAG to a workspace, a map project and a picture, in one run"
    HELP = (
        "Reads the delivery, drops every personal column, matches with the BAG, counts per H3 hexagon and makes a "
        "workspace (.gpkg), a map project (.qgz) and a picture (.png) in one folder. The workspace holds addresses: "
        "keep it inside the municipalities that delivered the data.\n\n"
        "Besides the counts it shows where more addresses have registrations than the homes explain (as 'hotspots'), "
        "and highlights with their evidence: places that may be a holiday park or a company dwelling, occupancy "
        "against the norm and, with a list of vacant objects, vacancy. All of these are indications, never a "
        "verdict. With the map of an earlier date it also shows what changed in each municipality.\n\n"
        "Municipalities without registrations in the delivery are shown as unknown, never as zero. For several "
        "municipalities that each have a delivery: read each with 'rniinlezen', and give the results as ADDRESSES."
    )
    TAGS = ("map", "project", "chain", "batch")
    NUMBERS = ALL_NUMBERS
    RECORDED = True

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        add_delivery(self, "RNI", optional=True)
        add_counted(self)
        add_bag(self, "BAG")
        self.add(
            QgsProcessingParameterFeatureSource("GEMEENTEN", tr("Municipalities"), [polygon]),
            "Polygons with a code and a name, for example gemeentegebied of PDOK.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("CONTEXT", tr("Functional areas"), [polygon], optional=True),
            "Holiday parks, business estates and greenhouses (TOP10NL functioneel gebied), to show on the map.",
        )
        self.add(
            QgsProcessingParameterString("REGION", tr("Region"), "", optional=True),
            "Codes or names of the municipalities of the region, separated by commas; empty for all of the layer.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("PANDEN", tr("BAG buildings"), [polygon], optional=True),
            "Outlines of buildings (panden), for holiday parks and company dwellings. Empty: those in the BAG file.",
        )
        vector = QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSource("VACANT", tr("Vacant objects"), [vector], optional=True),
            "A list of vacant objects, as 'leegstand' takes it. Vacancy among LISTS counts too; without either it is "
            "not looked at.",
        )
        add_policy(self)
        add_lists(self)
        add_earlier(self)
        add_abroad(self)
        add_previous(self)
        add_peildatum(self)
        add_resolution(self)
        add_title(self)
        add_covered(self)
        add_background(self)
        self.add(
            QgsProcessingParameterFolderDestination(
                "FOLDER", tr("Folder for the results"), QgsProcessing.TEMPORARY_OUTPUT, optional=True
            ),
            "Made if it is not there. Earlier results of the same reference date are replaced.",
        )
        for name, text in (("WORKSPACE", "Workspace"), ("PROJECT", "Map project"), ("MAP", "Picture of the map")):
            self.addOutput(QgsProcessingOutputFile(name, tr(text)))
        self.addOutput(QgsProcessingOutputString("COLUMNS_DROPPED", tr("Columns dropped while reading")))
        self.add_numbers()

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Registrations come in one of two ways; an earlier map is one, and earlier."""
        check_given(Values(self, parameters, context))
        super().check(parameters, context)
        run = Run(self, parameters, context)
        if run.given("PREVIOUS"):
            from .previous import check_previous

            # The date of ADDRESSES is theirs, and is known when they are read.
            dated = run.given("PEILDATUM") or run.given("RNI")
            check_previous(run, run.reference_date("PEILDATUM") if dated else None)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Runs the chain."""
        from .chain import make_regiobeeld
        from .region_settings import Settings

        run = Run(self, parameters, context)
        settings = Settings(
            peildatum=run.reference_date("PEILDATUM"),
            resolution=run.resolution("RESOLUTION"),
            region=run.text("REGION"),
            covered=run.codes("COVERED"),
            minimum_matched=self.parameterAsDouble(parameters, "MINIMUM_MATCHED", context),
            title=run.text("TITLE") or TITLE_DEFAULT,
            background=self.parameterAsBool(parameters, "BACKGROUND", context),
            folder=Path(self.parameterAsFileOutput(parameters, "FOLDER", context)),
        )
        return make_regiobeeld(run, settings, feedback)
