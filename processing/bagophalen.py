"""bagophalen: the BAG of a region and what belongs with it, from a service or a file, into a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
)

from ..arbeidsmigratie_plugin.core.errors import SourceError
from ..arbeidsmigratie_plugin.core.limits import BAG_SOURCES
from ..arbeidsmigratie_plugin.i18n import tr
from .region import RegionAlgorithm
from .run import Run


class BagOphalen(RegionAlgorithm):
    """Fetches a region into a workspace."""

    NAME = "bagophalen"
    GROUP = "Ophalen"
    TITLE = "Fetch the BAG of a region"
    SHORT = "Fetches BAG objects, buildings, municipalities and functional areas of a region into a workspace"
    HELP = (
        "Fetches the addressable objects and buildings of a region and of its guard zone (in_regio = 0) from PDOK, or "
        "from the national bag-light.gpkg that you downloaded, and with them the municipalities and the functional "
        "areas of TOP10NL, into one GeoPackage with a table of provenance.\n\nA run that was cancelled or lost its "
        "network goes on where it was; a workspace that is there is used again until you ask for fresh data. Objects "
        "that are not in use come along: their status says so. The WFS has no identifiers of addresses, the OGC API "
        "no buildings of an object: the file has both. Across the national border there is no BAG: what lies there is "
        "unknown, not zero."
    )
    TAGS = ("PDOK", "verblijfsobject", "pand", "WFS", "OGC API")
    NUMBERS: ClassVar[dict[str, str]] = {
        "READ": "Objects received",
        "KEPT": "Objects kept",
        "REQUESTS": "Requests sent",
    }

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        self.add_region()
        self.add(
            QgsProcessingParameterEnum("SOURCE", tr("Source"), list(BAG_SOURCES), False, BAG_SOURCES[0], True, True),
            "ogcapi or wfs for PDOK's services, bestand for a file that you downloaded: best for large regions.",
        )
        self.add(
            QgsProcessingParameterFile("FILE", tr("bag-light.gpkg"), fileFilter="GeoPackage (*.gpkg)", optional=True),
            "The national GeoPackage of PDOK's Atom service; only the region is read, through its spatial index.",
        )
        for name, title, text in (
            ("BUILDINGS", "Buildings", "Buildings (panden) come along: company dwellings and holiday parks need them."),
            ("FUNCTIONAL", "Functional areas", "Functional areas of TOP10NL come along: holiday parks, estates."),
            ("REFRESH", "Fetch anew", "Also where the workspace is there already."),
        ):
            self.add(QgsProcessingParameterBoolean(name, tr(title), name != "REFRESH"), text, name == "REFRESH")
        self.add(
            QgsProcessingParameterFolderDestination(
                "FOLDER", tr("Folder"), QgsProcessing.TEMPORARY_OUTPUT, optional=True
            ),
            "Where the workspace goes; made if it is not there.",
        )
        self.addOutput(QgsProcessingOutputFile("WORKSPACE", tr("Workspace")))
        self.add_numbers()

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """The source must be one that is offered, with its file."""
        super().check(parameters, context)
        self._source(Run(self, parameters, context))

    def _source(self, run: Run) -> tuple[str, Optional[Path]]:
        from ..arbeidsmigratie_plugin.sources.extract import BagFile

        source, file = run.text("SOURCE"), Path(run.text("FILE")) if run.given("FILE") else None
        if source not in BAG_SOURCES or (source == "bestand") != (file is not None):
            raise SourceError(source=source, known=", ".join(BAG_SOURCES))
        if file is not None:
            BagFile(file)
        return source, file

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Fetches, writes, reports."""
        from ..arbeidsmigratie_plugin.sources.workspace import Question
        from .fetching import fetch_workspace

        run = Run(self, parameters, context)
        source, file = self._source(run)
        asked, guard = self.asked(run), run.number("GUARD")
        more = {"key": asked.key, "about": asked.about}
        question = Question(source, file, asked.name, guard, run.yes("BUILDINGS"), run.yes("FUNCTIONAL"), **more)
        folder = Path(self.parameterAsFileOutput(parameters, "FOLDER", context))
        transport = self.transport(parameters, context, feedback)
        return fetch_workspace(
            question, lambda: self.area(run, transport), transport, folder, run.yes("REFRESH"), feedback
        )
