"""Parameters that several algorithms declare."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..arbeidsmigratie_plugin.core.limits import DEFAULT_RESOLUTION, HIGHEST_RESOLUTION, LOWEST_RESOLUTION
from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm

TITLE_DEFAULT = "Regiobeeld huisvesting arbeidsmigranten"


def all_files() -> str:
    """The choice of a file dialog that shows every file."""
    return tr("All files (*)")


def add_delivery(algorithm: Algorithm, name: str, optional: bool = False) -> None:
    """Declares the file of a delivery."""
    files = f"RNI (*.xlsx *.ods *.csv *.txt);;{all_files()}"
    algorithm.add(
        QgsProcessingParameterFile(name, tr("RNI delivery"), optional=optional, fileFilter=files),
        "The delivery: .xlsx, .ods or .csv, with its header on any row and on any sheet.",
    )


def add_bag(algorithm: Algorithm, name: str, optional: bool = False) -> None:
    """Declares the BAG."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(name, tr("BAG"), [QgsProcessing.SourceType.TypeVector], optional=optional),
        "PDOK's bag-light.gpkg (all its layers with addresses are used), or one layer with its field names.",
    )


def add_policy(algorithm: Algorithm) -> None:
    """Declares the policy of municipalities."""
    vector = [QgsProcessing.SourceType.TypeVector]
    algorithm.add(
        QgsProcessingParameterFeatureSource("POLICY", tr("Policy of municipalities"), vector, optional=True),
        "A table with a row for each municipality: norm, permit duty, living in holiday parks, certificate; in the "
        "form of resources/templates/beleid.csv. Empty: the table of your organisation. Without any the norm of the "
        "omgevingsplan holds, and all else is unknown.",
    )


def add_earlier(algorithm: Algorithm) -> None:
    """Declares holiday parks of an earlier run."""
    polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(
        QgsProcessingParameterFeatureSource("EARLIER", tr("Parks of an earlier run"), polygon, optional=True),
        "The layer vakantieparken of another date: a park that mostly lies in one of then keeps its park_id.",
        advanced=True,
    )


def add_lists(algorithm: Algorithm) -> None:
    """Declares location lists."""
    vector = QgsProcessing.SourceType.TypeVector
    algorithm.add(
        QgsProcessingParameterMultipleLayers("LISTS", tr("Location lists"), vector, optional=True),
        "Outputs of 'lijstinlezen': permits, certificates, vacancy, residents, checks, student housing.",
    )


def add_abroad(algorithm: Algorithm) -> None:
    """Declares what is known of other countries."""
    vector = QgsProcessing.SourceType.TypeVector
    algorithm.add(
        QgsProcessingParameterFeatureSource("LANDSGRENS", tr("National border"), [vector], optional=True),
        "Lines, or polygons of countries. The distance is as exact as they are drawn.",
    )
    algorithm.add(
        QgsProcessingParameterMultipleLayers("BUITENLAND", tr("Other countries"), vector, optional=True),
        "Municipalities or districts as polygons (name, country, and a density or number of addresses if it is "
        "known); addresses or known housing locations as points, or as a table with lon and lat.",
    )


def add_surroundings(algorithm: Algorithm) -> None:
    """Declares what explanations of registrations are looked for in, besides the BAG and lists."""
    polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(
        QgsProcessingParameterFeatureSource("PANDEN", tr("BAG buildings"), polygon, optional=True),
        "Outlines of buildings (panden), to find complexes with many units. Empty: those in the file of the BAG.",
    )
    algorithm.add(
        QgsProcessingParameterFeatureSource("FUNCTIONEEL", tr("Functional areas"), polygon, optional=True),
        "TOP10NL functional areas, to find student housing near a campus. Empty: those in the file of the BAG.",
    )


def add_peildatum(algorithm: Algorithm) -> None:
    """Declares the reference date."""
    kind = QgsProcessingParameterDateTime.Type.Date
    algorithm.add(
        QgsProcessingParameterDateTime("PEILDATUM", tr("Reference date"), kind, optional=True),
        "The day on which the delivery was made, as 2026-07-01; today if left empty.",
    )


def add_columns(algorithm: Algorithm) -> None:
    """Declares where the columns of a delivery are, if they are not found."""
    number = QgsProcessingParameterNumber(
        "HEADER_ROW", tr("Row of the header"), QgsProcessingParameterNumber.Type.Integer, None, True, 1
    )
    algorithm.add(number, "Only if the header is not found by itself; counts from 1.", advanced=True)
    algorithm.add(
        QgsProcessingParameterString("MAPPING", tr("Columns (JSON)"), "", optional=True),
        'Only if columns are not recognised: {"huisnummer": "Huisnr.", "postcode": "F"}, our field to the name or '
        "letter of their column.",
        advanced=True,
    )


def add_resolution(algorithm: Algorithm) -> None:
    """Declares the H3 resolution."""
    algorithm.add(
        QgsProcessingParameterNumber(
            "RESOLUTION",
            tr("H3 resolution"),
            QgsProcessingParameterNumber.Type.Integer,
            DEFAULT_RESOLUTION,
            False,
            LOWEST_RESOLUTION,
            HIGHEST_RESOLUTION,
        ),
        "5 to 11: at 8 a hexagon is about 0.74 km2, each step finer is one seventh of it.",
    )


def add_title(algorithm: Algorithm) -> None:
    """Declares the title of a map."""
    algorithm.add(
        QgsProcessingParameterString("TITLE", tr("Title"), TITLE_DEFAULT, optional=True),
        "Title of the project and of the layout.",
    )


def add_background(algorithm: Algorithm) -> None:
    """Declares whether there is a background map."""
    algorithm.add(
        QgsProcessingParameterBoolean("BACKGROUND", tr("Background map"), True),
        "Adds the BRT background map of PDOK; where it is out of reach, the map is shown without it.",
        advanced=True,
    )
