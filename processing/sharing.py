"""What every algorithm that makes a partner package asks: for whom, for what, until when, and where it goes."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputFile,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..arbeidsmigratie_plugin.core.limits import DEFAULT_RESOLUTION, FINEST_SHARED, LOWEST_RESOLUTION
from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm

#: Output -> its title, in the order of the files of a package.
PACKAGE_OUTPUTS = {
    "PACKAGE": "GeoPackage",
    "PROJECT": "Map project",
    "PICTURE": "Picture",
    "PDF": "PDF",
    "WEBMAP": "Web map",
    "CERTIFICATE": "Certificate",
}

_SHARED_TITLE = "Heatmap van RNI-registraties"


def add_grant(algorithm: Algorithm) -> None:
    """Declares for whom and for what: all four are asked for, in a sentence of our own if one is missing."""
    for name, title, told in (
        ("RECIPIENT", "Recipient", "The organisation that receives it, for example 'RIEC Limburg'."),
        ("PURPOSE", "Purpose", "What it may be used for; it goes into every file of the package."),
        ("BASIS", "Legal basis", "For example the article of the covenant and the legal task of the recipient."),
    ):
        algorithm.add(QgsProcessingParameterString(name, tr(title), "", optional=True), told)
    kind = QgsProcessingParameterDateTime.Type.Date
    algorithm.add(
        QgsProcessingParameterDateTime("EXPIRES", tr("Valid until"), kind, optional=True),
        "Last day of use, as 2027-01-01; the sharing matrix says how long a recipient may have it at most.",
    )


def add_matrix(algorithm: Algorithm) -> None:
    """Declares the organisation's own sharing matrix."""
    algorithm.add(
        QgsProcessingParameterFile("MATRIX", tr("Sharing matrix"), fileFilter="JSON (*.json)", optional=True),
        "What your organisation shares less of than the matrix of the plugin, in its form.",
        advanced=True,
    )


def add_folder(algorithm: Algorithm) -> None:
    """Declares where the package goes, what is in it besides the numbers, and its files."""
    algorithm.add(
        QgsProcessingParameterBoolean("RASTER", tr("Smooth heatmap as a raster"), False, optional=True),
        "Adds a GeoTIFF, computed from the published numbers only.",
    )
    algorithm.add(QgsProcessingParameterString("TITLE", tr("Title"), _SHARED_TITLE, optional=True), "Title of the map.")
    algorithm.add(
        QgsProcessingParameterBoolean("BACKGROUND", tr("Background map"), True, optional=True),
        "Lets the reader of project and web map switch on the BRT background map of PDOK.",
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterFolderDestination(
            "FOLDER", tr("Folder for the package"), QgsProcessing.TEMPORARY_OUTPUT, optional=True
        ),
        "Made if it is not there. An earlier package for the same recipient, resolution and date is replaced.",
    )
    for name, text in PACKAGE_OUTPUTS.items():
        algorithm.addOutput(QgsProcessingOutputFile(name, tr(text)))


def add_package(algorithm: Algorithm) -> None:
    """Declares everything about an export, series and ledger included."""
    add_grant(algorithm)
    number = QgsProcessingParameterNumber.Type.Integer
    algorithm.add(
        QgsProcessingParameterNumber(
            "RESOLUTION",
            tr("H3 resolution"),
            number,
            DEFAULT_RESOLUTION,
            False,
            LOWEST_RESOLUTION,
            FINEST_SHARED,
        ),
        "5 to 9: the finest hexagons shown; where one is not safe it is pooled with others.",
    )
    algorithm.add(
        QgsProcessingParameterString("SERIES", tr("Series"), "", optional=True),
        "Name of the series of exports that belong together; empty: 'rni'. Maps of two series are not compared.",
    )
    algorithm.add(
        QgsProcessingParameterFile("LEDGER", tr("Ledger"), fileFilter="SQLite (*.sqlite)", optional=True),
        "The file in which the exports of the series are remembered; started with the first export. Empty: in the "
        "folder of your QGIS profile.",
    )
    kind = QgsProcessingParameterDateTime.Type.Date
    algorithm.add(
        QgsProcessingParameterDateTime("PEILDATUM", tr("Reference date"), kind, optional=True),
        "Only for points without the field peildatum.",
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterString("RULES", tr("Stricter safety rules (JSON)"), "", optional=True),
        'Thresholds can only be tightened, also those of your organisation: {"persons": 15, "addresses": 8}.',
        advanced=True,
    )
    add_matrix(algorithm)
    add_folder(algorithm)
