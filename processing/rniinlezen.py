"""rniinlezen: an RNI delivery becomes counts per BAG address."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .reports import IMPORT_NUMBERS, report_import
from .run import Run

FILES = "RNI (*.xlsx *.ods *.csv *.txt);;All files (*)"


def add_peildatum(algorithm: Algorithm) -> None:
    """Declares the parameter PEILDATUM."""
    kind = QgsProcessingParameterDateTime.Type.Date
    algorithm.add(
        QgsProcessingParameterDateTime("PEILDATUM", tr("Reference date"), kind, optional=True),
        "The day on which the delivery was made, as 2026-07-01; today if left empty.",
    )


class RniInlezen(Algorithm):
    """Reads a delivery, drops every personal column, matches with the BAG."""

    NAME = "rniinlezen"
    GROUP = "RNI"
    TITLE = "Read an RNI delivery"
    SHORT = "Turns an RNI delivery into counts per BAG address; no personal column is read"
    HELP = (
        "Reads a delivery of the register of non-residents (RNI): Excel, OpenDocument or CSV. Address columns are "
        "recognised by their BRP element number (16.11.20) or Dutch name; every other column, and any column that "
        "holds citizen service numbers, is dropped while reading. Rows that ended before the reference date are left "
        "out. What remains is matched with the BAG in four levels, never forced, and counted per address in use.\n\n"
        "RNI stay addresses are voluntary, first addresses only, and unverified: an indication, not a fact."
    )
    TAGS = ("import", "Excel", "CSV", "privacy")
    NUMBERS = IMPORT_NUMBERS

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        self.add(
            QgsProcessingParameterFile("INPUT", tr("RNI delivery"), fileFilter=FILES),
            "The delivery: .xlsx, .ods or .csv, with its header on any row and on any sheet.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("BAG", tr("BAG"), [QgsProcessing.SourceType.TypeVector]),
            "PDOK's bag-light.gpkg (all its layers with addresses are used), or one layer with its field names.",
        )
        add_peildatum(self)
        number = QgsProcessingParameterNumber(
            "HEADER_ROW", tr("Row of the header"), QgsProcessingParameterNumber.Type.Integer, None, True, 1
        )
        self.add(number, "Only if the header is not found by itself; counts from 1.", advanced=True)
        self.add(
            QgsProcessingParameterString("MAPPING", tr("Columns (JSON)"), "", optional=True),
            'Only if columns are not recognised: {"huisnummer": "Huisnr.", "postcode": "F"}, our field to the name or '
            "letter of their column.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT",
                tr("Addresses with registrations"),
                QgsProcessing.SourceType.TypeVectorPoint,
                QgsProcessing.TEMPORARY_OUTPUT,
            ),
            "Points, one per address in use. Confidential.",
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT_UNMATCHED",
                tr("Unmatched addresses"),
                QgsProcessing.SourceType.TypeVector,
                QgsProcessing.TEMPORARY_OUTPUT,
                optional=True,
            ),
            "Address fields, reason and count of what the BAG does not have in use. Confidential.",
        )
        self.add_numbers()
        self.addOutput(QgsProcessingOutputString("COLUMNS_DROPPED", tr("Columns dropped while reading")))

    def run(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reads, counts, writes, reports."""
        from ..arbeidsmigratie_plugin.sharing import layers
        from .steps import read_and_count

        run = Run(self, parameters, context)
        peildatum = run.reference_date("PEILDATUM")
        file = run.file("INPUT")
        header = run.integer("HEADER_ROW") if run.given("HEADER_ROW") else None
        outcome = read_and_count(file, run.bag("BAG"), peildatum, feedback, header, run.text("MAPPING"))
        date = peildatum.isoformat()
        source = layers.provenance(layers.ADDRESSES, "RNI-levering", outcome.counts.rows_read, file, brondatum=date)
        results = report_import(outcome.delivery, outcome.counts, feedback)
        addresses = layers.address_table(outcome.counts, date)
        results["OUTPUT"] = run.write("OUTPUT", addresses, layers.provenance_table([source]))
        results["OUTPUT_UNMATCHED"] = run.write("OUTPUT_UNMATCHED", layers.unmatched_table(outcome.counts, date))
        return results
