"""bezetting: registrations against the persons that an address has room for, each with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .declare import add_bag, add_lists, add_policy, add_surroundings
from .highlight import HighlightAlgorithm
from .outputs import add_output
from .run import Run

if TYPE_CHECKING:
    from .highlights import Highlight


class Bezetting(HighlightAlgorithm):
    """Occupancy of addresses with registrations."""

    NAME = "bezetting"
    GROUP = "Locaties"
    TITLE = "Occupancy"
    SHORT = "Compares the registrations on each address with the persons that its floor area has room for"
    HELP = (
        "For every address with registrations: the capacity (floor area divided by the norm, rounded down), how many "
        "are counted for each that there is room for, and what can be said of it. The norm, where it stands and "
        "whether residents of a list are added come from the policy of the municipality; without one it is 12 m2 "
        "(omgevingsplan, art. 22.16). The capacity at 15 m2, which is advice, stands beside it. Permits, certificates "
        "(where the policy requires one) and checks of a list change the points, which are never below 0.\n\n"
        "'boven norm (indicatie)' is an indication, which only matters with a possible health risk. Lodging has no "
        "norm; a home with another use is to be assessed by hand; where the BAG does not know the floor area the "
        "capacity is unknown. Registrations where nobody lives or lodges may be an administrative address. "
        "Registrations are not persons present: they are voluntary, not updated, and somebody can be registered as "
        "resident too. What is student or care housing, large-scale or permitted says so in 'uitsluiting', and stays."
    )
    TAGS = ("occupancy", "capacity", "norm", "overcrowding", "evidence")
    REQUIRES: ClassVar[tuple[str, ...]] = ("shapely",)
    NUMBERS: ClassVar[dict[str, str]] = {
        "ADDRESSES": "Addresses with registrations",
        "REGISTRATIONS": "Registrations on them",
        "ABOVE": "Addresses above the norm (indication)",
        "BY_HAND": "Addresses to assess by hand",
        "ADMINISTRATIVE": "Addresses that may be administrative",
        "NOT_APPLICABLE": "Addresses to which the norm does not apply",
        "UNKNOWN": "Addresses of which the capacity can't be told",
        "EXCLUDED": "Addresses with an explanation in 'uitsluiting'",
    }

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        point = QgsProcessing.SourceType.TypeVectorPoint
        self.add(
            QgsProcessingParameterFeatureSource("RNI", tr("Addresses with registrations"), [point]),
            "The output of 'rniinlezen'.",
        )
        add_bag(self, "BAG")
        add_policy(self)
        add_lists(self)
        add_surroundings(self)
        add_output(self, "OUTPUT", "Occupancy", point, "Points, one per address with registrations. Confidential.")
        self.add_numbers()

    def look(self, run: Run, feedback: QgsProcessingFeedback) -> tuple[Highlight, dict[str, Any]]:
        """Occupancy against the norm."""
        from .highlights import room_for_registrations
        from .sight import see

        return room_for_registrations(see(run, feedback)), {}
