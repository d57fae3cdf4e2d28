"""vakantieparken: places that may be a holiday park, each with its evidence."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .declare import add_bag, add_earlier, add_lists, add_policy
from .outputs import add_output, write_output
from .progress import go_on
from .run import Run


class Vakantieparken(Algorithm):
    """Holiday parks from the BAG and functional areas."""

    NAME = "vakantieparken"
    GROUP = "Locaties"
    TITLE = "Holiday parks"
    SHORT = "Groups units into places that may be a holiday park, with points and the evidence of each"
    HELP = (
        "Groups lodging, standplaatsen and small homes in recreation areas that stand close together, and joins them "
        "with the parks and camping sites of the topographic map. A place is listed when the map names it a park, or "
        "when its units say so: their use, their density, one street or postcode, small detached buildings. Parks that "
        "only the BAG or only the map knows are listed too, and parks of which the units are not in the BAG and one "
        "main address holds the registrations. What lies in a marina, a woonwagencentrum or allotments is left out. "
        "Points, distances and sentences are data (resources/signals/vakantieparken.json) that your organisation can "
        "override.\n\n"
        "It is an indication, never a verdict: what may be done in a park stands in the omgevingsplan. Registrations "
        "give no points; where they, or the units, are unknown, the field is empty. 'park_id' stays the same from "
        "date to date: of the map where it knows the park, else the lowest BAG identifier of its units; EARLIER keeps "
        "it whatever happens to these."
    )
    TAGS = ("holiday park", "camping", "recreation", "cluster", "DBSCAN", "evidence")
    NUMBERS: ClassVar[dict[str, str]] = {
        "OBJECTS": "BAG objects in use that were looked at",
        "PARKS": "Indications",
        "CERTAIN": "Indications of high certainty",
        "UNITS": "Units in them that the BAG knows",
        "WITH_REGISTRATIONS": "Indications with registrations",
        "ADDRESSES": "Addresses with registrations in them",
        "REGISTRATIONS": "Registrations in them",
    }

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        point, polygon = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon
        vector = QgsProcessing.SourceType.TypeVector
        add_bag(self, "BAG")
        self.add(
            QgsProcessingParameterFeatureSource("PANDEN", tr("BAG buildings"), [polygon], optional=True),
            "Outlines of buildings (panden). Empty: those in the file of the BAG, if it has them.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("FUNCTIONEEL", tr("Functional areas"), [vector], optional=True),
            "TOP10NL functional areas: a file with all its layers, or one layer. Empty: those in the file of the BAG.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("RNI", tr("Addresses with registrations"), [point], optional=True),
            "The output of 'rniinlezen'. Without it registrations are unknown.",
        )
        add_policy(self)
        add_lists(self)
        add_earlier(self)
        add_output(self, "OUTPUT", "Holiday parks", polygon, "Polygons, one per indication. Confidential.")
        self.add_numbers()

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reads, looks, writes, reports."""
        from ..arbeidsmigratie_plugin.sharing.layers import provenance_table
        from . import highlights
        from .inputs import earlier_parks
        from .sight import see

        run = Run(self, parameters, context)
        found = highlights.holiday_parks(see(run, feedback), earlier_parks(run))
        highlights.tell_lacks([found], feedback)
        go_on(feedback, 90)
        herkomst = provenance_table(found.sources)
        output = write_output(self, parameters, "OUTPUT", context, found.table, herkomst)
        return {**found.numbers, "OUTPUT": output}
