"""lijstinlezen: a location list becomes points, one per address."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from ..arbeidsmigratie_plugin.core.errors import ListKindError
from ..arbeidsmigratie_plugin.core.limits import LIST_KINDS
from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .declare import add_bag, add_columns, add_peildatum, all_files
from .outputs import add_output, write_outputs
from .reports import report_left_out
from .run import Run


class LijstInlezen(Algorithm):
    """Reads a location list through the same gate as an RNI delivery."""

    NAME = "lijstinlezen"
    GROUP = "Locaties"
    TITLE = "Read a location list"
    SHORT = "Turns a list of permits, certificates, vacancy, residents, signals, checks or student housing into points"
    HELP = (
        "Reads a list with addresses (Excel, OpenDocument or CSV) and matches it with the BAG as 'rniinlezen' does. "
        "Read are the address, one number (persons permitted, residents, beds), a date, a date until which it holds, "
        "and a status from a fixed list of codes. Names of holders, file numbers, remarks and every other column are "
        "dropped while reading, and so is a column that holds citizen service numbers; a status that is no code, and "
        "a number or date that can't be read, are dropped and counted.\n\n"
        "Several rows on one address become one: of permits and certificates the last one in force, of checks the "
        "last, of signals their number, of the other kinds the sum of the last date."
    )
    TAGS = ("import", "permit", "SNF", "AKF", "vacancy", "signal", "privacy")
    RECORDED = True
    NUMBERS: ClassVar[dict[str, str]] = {
        "ROWS_READ": "Rows of the list",
        "ROWS_SKIPPED": "Rows skipped: dated after the reference date, or without a usable address",
        "ROWS_LATER": "Rows skipped because they are dated after the reference date",
        "ADDRESSES": "Addresses with an entry",
        "UNMATCHED": "Rows with an address that the BAG does not have in use",
        "MATCHED_PERCENT": "Matched share of the rows with an address (percent)",
        "CELLS_DROPPED": "Numbers, dates and statuses that could not be read, and were dropped",
    }

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        files = f"{tr('Lists')} (*.xlsx *.ods *.csv *.txt);;{all_files()}"
        self.add(
            QgsProcessingParameterFile("INPUT", tr("Location list"), fileFilter=files),
            "The list: .xlsx, .ods or .csv, with its header on any row and on any sheet.",
        )
        self.add(
            QgsProcessingParameterEnum("KIND", tr("Kind of list"), list(LIST_KINDS), False, None, False, True),
            "What the list is about: vergunning, certificaat, leegstand, bewoners, signaal, controle or "
            "studentenhuisvesting.",
        )
        add_bag(self, "BAG")
        add_peildatum(self)
        add_columns(self)
        point, table = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVector
        add_output(self, "OUTPUT", "Listed addresses", point, "Points, one per address and kind. Confidential.")
        add_output(
            self,
            "OUTPUT_UNMATCHED",
            "Unmatched addresses of the list",
            table,
            "Address fields, reason and number of rows of what the BAG does not have in use. Confidential.",
        )
        self.add_numbers()
        self.addOutput(QgsProcessingOutputString("COLUMNS_DROPPED", tr("Columns dropped while reading")))

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reads, matches, writes, reports."""
        from ..arbeidsmigratie_plugin.sharing import layers
        from ..arbeidsmigratie_plugin.sharing.highlights.listed import LISTED, listed_table, listed_unmatched_table
        from ..arbeidsmigratie_plugin.sources.objects import read_bag
        from ..arbeidsmigratie_plugin.sources.table import open_table
        from .listing import of_list, read_list, report_list
        from .provenance import of_bag

        run = Run(self, parameters, context)
        peildatum, kind, file = run.reference_date("PEILDATUM"), run.text("KIND"), run.file("INPUT")
        if kind not in LIST_KINDS:
            raise ListKindError(kind=kind, known=", ".join(LIST_KINDS))
        header = run.integer("HEADER_ROW") if run.given("HEADER_ROW") else None
        report_left_out(run.left_out("BAG"), feedback)
        sheets, bag = open_table(file), read_bag(run.bag("BAG"))
        read = read_list(sheets, file.name, bag, kind, peildatum, feedback, header, run.text("MAPPING"))
        results = report_list(read, feedback)
        date = peildatum.isoformat()
        sources = [of_list(file, LISTED, read.found, date), of_bag(run, "BAG", LISTED, len(bag))]
        outputs = {
            "OUTPUT": [listed_table(read.found, date), layers.provenance_table(sources)],
            "OUTPUT_UNMATCHED": [listed_unmatched_table(read.found, date)],
        }
        return {**results, **write_outputs(self, parameters, context, outputs)}
