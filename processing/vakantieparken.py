"""vakantieparken: places that may be a holiday park, each with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .declare import add_bag, add_earlier, add_lists, add_policy
from .highlight import HighlightAlgorithm
from .outputs import add_output
from .run import Run

if TYPE_CHECKING:
    from .highlights import Highlight


class Vakantieparken(HighlightAlgorithm):
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

    def look(self, run: Run, feedback: QgsProcessingFeedback) -> tuple[Highlight, dict[str, Any]]:
        """Holiday parks."""
        from .highlights import holiday_parks
        from .inputs import earlier_parks
        from .sight import see

        return holiday_parks(see(run, feedback), earlier_parks(run)), {}
