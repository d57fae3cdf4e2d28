"""adresopzoeken: one address at a time, by a public service, after the user agreed."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterString,
)

from ..arbeidsmigratie_plugin.core.errors import ConsentMissingError, OneAddressError
from ..arbeidsmigratie_plugin.core.privacy import LONGEST_ADDRESS, is_one_address
from ..arbeidsmigratie_plugin.i18n import tr
from .region import ServiceAlgorithm
from .run import Run


class AdresOpzoeken(ServiceAlgorithm):
    """Helps a person with one unmatched address."""

    NAME = "adresopzoeken"
    GROUP = "Ophalen"
    TITLE = "Look up one address"
    SHORT = "Looks up one unmatched address with PDOK's Locatieserver"
    HELP = (
        "Looks up one address that 'rniinlezen' could not match, and gives the addresses that are most like it with "
        "their BAG identifiers.\n\nThe address goes out to a public service: agree to that first, never give a name "
        "or a number of a person, and never use this for a list: match a list with the BAG itself."
    )
    TAGS = ("Locatieserver", "geocoder", "PDOK")
    NUMBERS: ClassVar[dict[str, str]] = {"FOUND": "Addresses found"}

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        self.add(
            QgsProcessingParameterString("ADDRESS", tr("Address")),
            "One address, for example: Dorpsstraat 12, Weesp. Nothing about a person.",
        )
        self.add(
            QgsProcessingParameterBoolean("AGREED", tr("The address may go to a public service"), False),
            "The lookup is done only when you agree.",
        )
        self.add_authentication()
        self.addOutput(QgsProcessingOutputString("CANDIDATES", tr("Addresses found")))
        self.add_numbers()

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """The user must agree, and it must be one address."""
        super().check(parameters, context)
        run = Run(self, parameters, context)
        if not run.yes("AGREED"):
            raise ConsentMissingError(service="PDOK Locatieserver")
        if not is_one_address(run.text("ADDRESS")):
            raise OneAddressError(longest=LONGEST_ADDRESS)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Asks and tells."""
        from ..arbeidsmigratie_plugin.sources.locatieserver import search
        from ..arbeidsmigratie_plugin.sources.services import service

        address = Run(self, parameters, context).text("ADDRESS")
        found = search(address, service("locatieserver"), self.transport(parameters, context, feedback))
        lines = [f"{one.name} | {one.adresseerbaarobject_id} | {one.nummeraanduiding_id}" for one in found]
        for line in lines:
            feedback.pushInfo(line)
        if not found:
            feedback.pushInfo(tr("No address is like this one."))
        return {"FOUND": len(found), "CANDIDATES": "\n".join(lines)}
