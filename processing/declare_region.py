"""Parameters of 'regiobeeld' about registrations that were counted before, and about what was delivered."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..arbeidsmigratie_plugin.core.limits import MATCHED_MINIMUM
from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm


def add_counted(algorithm: Algorithm) -> None:
    """Declares addresses that were counted before."""
    kinds = QgsProcessing.SourceType
    algorithm.add(
        QgsProcessingParameterMultipleLayers(
            "ADDRESSES", tr("Addresses with registrations"), kinds.TypeVectorPoint, optional=True
        ),
        "Instead of RNI: outputs of 'rniinlezen', one for the delivery of each municipality, all of one reference "
        "date. Layers that have an address in common are refused: it would count double.",
    )
    algorithm.add(
        QgsProcessingParameterMultipleLayers("UNMATCHED", tr("Unmatched addresses"), kinds.TypeVector, optional=True),
        "With ADDRESSES: the lists of unmatched addresses that belong to them (OUTPUT_UNMATCHED of 'rniinlezen'). A "
        "list in the same file as its addresses is found by itself.",
    )


def add_covered(algorithm: Algorithm) -> None:
    """Declares which municipalities have a delivery, and how well it must match."""
    algorithm.add(
        QgsProcessingParameterString("COVERED", tr("Municipalities with a delivery"), "", optional=True),
        "Codes, separated by commas. Empty: those that the delivery names (16.09.10) or has addresses in.",
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            "MINIMUM_MATCHED",
            tr("Lowest matched share (percent)"),
            QgsProcessingParameterNumber.Type.Double,
            MATCHED_MINIMUM,
            False,
            0.0,
            100.0,
        ),
        "If fewer registrations are matched with the BAG, no map is made: it would mislead.",
        advanced=True,
    )


def add_previous(algorithm: Algorithm) -> None:
    """Declares the map of an earlier date."""
    algorithm.add(
        QgsProcessingParameterFile(
            "PREVIOUS", tr("Map of an earlier date"), optional=True, fileFilter="GeoPackage (*.gpkg)"
        ),
        "The workspace that 'regiobeeld' made of an earlier date of this region. Both dates are then compared as "
        "'verplaatsing' does, without a treated area: how the number of addresses changed in each municipality. Where "
        "they can't be compared the map is made without the change, and a warning says why.",
    )
