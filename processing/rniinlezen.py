"""rniinlezen: an RNI delivery becomes counts per BAG address."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .correcting import (
    IMPORT_AND_CORRECTION_NUMBERS,
    add_corrections,
    corrections_file,
    of_corrections,
    report_corrections,
)
from .declare import add_bag, add_columns, add_delivery, add_peildatum
from .outputs import add_output, write_outputs
from .reports import report_import, report_left_out
from .run import Run


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
        "out. What remains is matched with the BAG in four levels, never forced, and counted per address in use; what "
        "is not matched can be linked by hand.\n\n"
        "RNI stay addresses are voluntary, first addresses only, and unverified: an indication, not a fact."
    )
    TAGS = ("import", "Excel", "CSV", "privacy")
    NUMBERS = IMPORT_AND_CORRECTION_NUMBERS
    RECORDED = True

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        add_delivery(self, "INPUT")
        add_bag(self, "BAG")
        add_peildatum(self)
        add_columns(self)
        add_corrections(self)
        add_output(
            self,
            "OUTPUT",
            "Addresses with registrations",
            QgsProcessing.SourceType.TypeVectorPoint,
            "Points, one per address in use. Confidential.",
        )
        add_output(
            self,
            "OUTPUT_UNMATCHED",
            "Unmatched addresses",
            QgsProcessing.SourceType.TypeVector,
            "Address fields, reason and count of what the BAG does not have in use. Confidential.",
        )
        self.add_numbers()
        self.addOutput(QgsProcessingOutputString("COLUMNS_DROPPED", tr("Columns dropped while reading")))

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reads, counts, writes, reports."""
        from ..arbeidsmigratie_plugin.sharing import layers
        from .provenance import of_bag, of_delivery
        from .steps import read_and_count

        run = Run(self, parameters, context)
        peildatum = run.reference_date("PEILDATUM")
        file = run.file("INPUT")
        header = run.integer("HEADER_ROW") if run.given("HEADER_ROW") else None
        report_left_out(run.left_out("BAG"), feedback)
        mapping, by_hand = run.text("MAPPING"), corrections_file(run)
        outcome = read_and_count(
            file, run.bag("BAG"), peildatum, feedback, header_row=header, mapping=mapping, corrections=by_hand
        )
        date = peildatum.isoformat()
        sources = [
            of_delivery(
                run,
                "INPUT",
                outcome.counts.rows_read,
                peildatum,
                outcome.counts.municipalities,
                outcome.counts.matched_percent,
            ),
            of_bag(run, "BAG", layers.ADDRESSES, len(outcome.bag)),
            *of_corrections(run, outcome.counts),
        ]
        results = report_import(outcome.delivery, outcome.counts, feedback)
        results.update(report_corrections(outcome.counts, feedback))
        addresses = layers.address_table(outcome.counts, date)
        herkomst = layers.provenance_table(sources)
        unmatched = layers.unmatched_table(outcome.counts, date)
        outputs = {"OUTPUT": [addresses, herkomst], "OUTPUT_UNMATCHED": [unmatched]}
        return {**results, **write_outputs(self, parameters, context, outputs)}
