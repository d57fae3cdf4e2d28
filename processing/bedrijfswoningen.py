"""bedrijfswoningen: homes that may be company dwellings, each with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .declare import add_bag, add_lists, add_policy
from .highlight import HighlightAlgorithm
from .outputs import add_output
from .run import Run

if TYPE_CHECKING:
    from .highlights import Highlight


class Bedrijfswoningen(HighlightAlgorithm):
    """Company dwellings from the BAG and functional areas."""

    NAME = "bedrijfswoningen"
    GROUP = "Locaties"
    TITLE = "Company dwellings"
    SHORT = "Lists homes that may be company dwellings, with points and the evidence of each"
    HELP = (
        "Gives points for what a person can check: living and another use in one object or building, a large building "
        "without a home on the same yard, a business estate, greenhouses. From three points on a home is listed, "
        "whether or not anybody is registered there: registrations give no points. Many homes around or in the "
        "building count against it, so that shops with homes above in a town centre are not listed. Points, distances "
        "and sentences are data (resources/signals/bedrijfswoningen.json) that your organisation can override.\n\n"
        "It is an indication, never a verdict: whether a home is a company dwelling stands in the omgevingsplan. Where "
        "few homes lie around, a place counts as outside the built-up area. A former farm and a farm without a company "
        "object in the BAG can't be told apart: neither is listed for its yard alone. What is student or care housing, "
        "large-scale or permitted says so in 'uitsluiting', and stays."
    )
    TAGS = ("company dwelling", "farm", "business estate", "greenhouse", "evidence")
    REQUIRES: ClassVar[tuple[str, ...]] = ("shapely",)
    NUMBERS: ClassVar[dict[str, str]] = {
        "OBJECTS": "BAG objects in use that were looked at",
        "FOUND": "Indications",
        "CERTAIN": "Indications of high certainty",
        "WITH_REGISTRATIONS": "Indications with registrations",
        "REGISTRATIONS": "Registrations on them",
        "EXCLUDED": "Indications with an explanation in 'uitsluiting'",
    }

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        point, polygon = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon
        add_bag(self, "BAG")
        self.add(
            QgsProcessingParameterFeatureSource("PANDEN", tr("BAG buildings"), [polygon], optional=True),
            "Outlines of buildings (panden). Empty: those in the file of the BAG, if it has them.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("FUNCTIONEEL", tr("Functional areas"), [polygon], optional=True),
            "TOP10NL functional areas: a file with all its layers, or one layer. Empty: those in the file of the BAG.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("RNI", tr("Addresses with registrations"), [point], optional=True),
            "The output of 'rniinlezen'. Without it registrations are unknown; the list is the same.",
        )
        add_policy(self)
        add_lists(self)
        add_output(self, "OUTPUT", "Company dwellings", point, "Points, one per indication. Confidential.")
        self.add_numbers()

    def look(self, run: Run, feedback: QgsProcessingFeedback) -> tuple[Highlight, dict[str, Any]]:
        """Company dwellings."""
        from .highlights import homes_of_companies
        from .sight import see

        return homes_of_companies(see(run, feedback)), {}
