"""dienstencontrole: whether the services still are where the catalogue says."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessing, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterFile

from ..arbeidsmigratie_plugin.i18n import message, tr
from .outputs import add_output, write_output
from .progress import go_on
from .region import ServiceAlgorithm
from .run import Run


class Dienstencontrole(ServiceAlgorithm):
    """Asks every service of the catalogue for a little."""

    NAME = "dienstencontrole"
    GROUP = "Ophalen"
    TITLE = "Check the services"
    SHORT = "Checks whether the services of the catalogue answer and still have the fields that are needed"
    HELP = (
        "Asks every service of the catalogue for one object and tells whether it answers, how long that took, whether "
        "it moved or changed its fields, and what to do. An organisation can give other addresses in a JSON file, "
        "named by the environment variable ARBEIDSMIGRATIE_SERVICES or the setting arbeidsmigratie/services."
    )
    TAGS = ("PDOK", "status", "url")
    NUMBERS: ClassVar[dict[str, str]] = {"WORKING": "Services in order", "FAILING": "Services with a problem"}

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        self.add(
            QgsProcessingParameterFile("SERVICES", tr("Other addresses"), fileFilter="JSON (*.json)", optional=True),
            "A file with addresses to try before anybody uses them, in the form of resources/services.json.",
            advanced=True,
        )
        add_output(self, "OUTPUT", "Services", QgsProcessing.SourceType.TypeVector, "A row per service.")
        self.add_authentication()
        self.add_numbers()

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Asks, tells, writes."""
        from ..arbeidsmigratie_plugin.sources.check import OK, check, checked_table
        from ..arbeidsmigratie_plugin.sources.services import services

        run = Run(self, parameters, context)
        catalogue = services(run.file("SERVICES") if run.given("SERVICES") else None)
        checked = []
        for one in check(catalogue, self.transport(parameters, context, feedback), message):
            checked.append(one)
            go_on(feedback, 100.0 * len(checked) / len(catalogue))
            line = f"{one.service.key}: {one.status}, {one.milliseconds} ms {one.remark}".rstrip()
            feedback.pushInfo(line) if one.status == OK else feedback.pushWarning(line)
        working = sum(one.status == OK for one in checked)
        path = write_output(self, parameters, "OUTPUT", context, checked_table(checked))
        feedback.pushInfo(tr("{n} of {all} services are in order").format(n=working, all=len(checked)))
        return {"OUTPUT": path, "WORKING": working, "FAILING": len(checked) - working}
