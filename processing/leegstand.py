"""leegstand: homes without residents against registrations, each with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .declare import add_bag, add_lists, add_surroundings
from .highlight import HighlightAlgorithm
from .outputs import add_output
from .run import Run

if TYPE_CHECKING:
    from .highlights import Highlight


class Leegstand(HighlightAlgorithm):
    """Vacancy against registrations."""

    NAME = "leegstand"
    GROUP = "Locaties"
    TITLE = "Vacancy and registrations"
    SHORT = "Finds homes that are vacant by the administration and have registrations, and what goes with them"
    HELP = (
        "Compares a list of vacant objects with registrations, per object: class 1 residents and registrations; 2 a "
        "home without residents, with registrations; 3 the same of lodging, a standplaats or a ligplaats; 4 without "
        "residents and registrations; 5 no home and no lodging, with registrations, whatever the list says. Class 0 "
        "(residents, no registrations) is left out, unless ALL is set.\n\n"
        "Only a number of residents is read of the list (columns such as 'BRP personen' or 'bewoners', never "
        "'aantal'): 0 is vacant, and so is an object on a list without numbers. What the list does not say is unknown: "
        "objects of municipalities without a list, or of which the list has no number, are left out, unless they are "
        "of class 5, for which registrations are enough. If the list is complete (COMPLETE), objects that it has not "
        "count as inhabited, in the municipalities and of the kinds (homes, lodging, others) that occur in it; a list "
        "of which less than 85 % was matched with the BAG never counts as complete. Municipalities without a delivery "
        "of registrations are left out. An indication, never a verdict: a resident can be registered late."
    )
    TAGS = ("vacancy", "empty home", "evidence")
    REQUIRES: ClassVar[tuple[str, ...]] = ("shapely",)
    NUMBERS: ClassVar[dict[str, str]] = {
        "FOUND": "Objects of which the class is known",
        "CLASS_1": "Residents and registrations",
        "CLASS_2": "Homes without residents, with registrations",
        "CLASS_3": "Lodging and places without residents, with registrations",
        "CLASS_4": "Objects without residents and registrations",
        "CLASS_5": "Registrations where nobody lives or lodges",
        "EXCLUDED": "Objects with an explanation in 'uitsluiting'",
        "UNMATCHED": "Rows of the list with an address that the BAG does not have in use",
    }

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        point, vector = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVector
        add_bag(self, "BAG")
        self.add(
            QgsProcessingParameterFeatureSource("VACANT", tr("Vacant objects"), [vector]),
            "A list (.csv, .xlsx, .ods), table or layer with BAG identifiers or addresses and, if it has any, numbers "
            "of residents; or the output of 'lijstinlezen'.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("RNI", tr("Addresses with registrations"), [point]),
            "The output of 'rniinlezen'.",
        )
        self.add(
            QgsProcessingParameterBoolean("COMPLETE", tr("The list is complete"), True),
            "The list has all vacant objects of its municipalities: objects that it has not count as inhabited.",
        )
        self.add(
            QgsProcessingParameterBoolean("ALL", tr("Class 0 too"), False),
            "Also gives objects with residents and without registrations.",
            advanced=True,
        )
        add_lists(self)
        add_surroundings(self)
        add_output(self, "OUTPUT", "Vacancy and registrations", point, "Points, one per object. Confidential.")
        self.add_numbers()
        self.addOutput(QgsProcessingOutputString("COLUMNS_DROPPED", tr("Columns dropped while reading")))

    def look(self, run: Run, feedback: QgsProcessingFeedback) -> tuple[Highlight, dict[str, Any]]:
        """Vacancy against registrations, and what became of the list."""
        from .sight import see
        from .vacancy import vacancy_and_registrations, with_listed
        from .vacant import of_vacant, vacant_objects

        sight = see(run, feedback)
        read = vacant_objects(run, "VACANT", "BAG", sight.counted.peildatum, feedback)
        told, sources = read.told, [of_vacant(run, "VACANT", "", len(read.vacant))]
        vacant = with_listed(sight, read.vacant, feedback) or read.vacant
        found = vacancy_and_registrations(sight, vacant, sources, run.yes("COMPLETE"), run.yes("ALL"))
        return found, {"UNMATCHED": told.get("UNMATCHED", 0), "COLUMNS_DROPPED": told.get("COLUMNS_DROPPED", "")}
