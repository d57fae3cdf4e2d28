"""exportcontrole: what packages give away together, to someone who has nothing but the files."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .outputs import add_output, write_output
from .run import Run

_STRINGS = {
    "VERDICT": "veilig, niet veilig or niet te beoordelen",
    "REASONS": "Why, and what is to be known of each package, in Dutch",
}


class ExportControle(Algorithm):
    """The attacker, played against files."""

    NAME = "exportcontrole"
    GROUP = "Delen"
    TITLE = "Check what packages give away"
    SHORT = "Computes what an attacker could learn from one or more packages together"
    HELP = (
        "Takes packages as a stranger would, by nothing but their files, and computes what they give away together: "
        "packages of 'heatmapexport', or layers of any other tool with areas and a count (hexagons, squares, "
        "municipalities). The areas cut each other into pieces; of each piece, each withheld number, each difference "
        "of two areas and each total less its parts the least and the most that it can be is computed, with whole "
        "numbers.\n\n"
        "Too much is known where a group that was not published has a most below the threshold (10 if that is not "
        "known) and fewer than 10 possible numbers: EXACT counts those with just one, above zero, NARROW the others. "
        "A number that was published on purpose counts only if it lies below the threshold (SMALL).\n\n"
        "Verdict: 'niet veilig' if anything is found; 'niet te beoordelen' if the packages contradict each other or "
        "time ran out; else 'veilig'. That is no proof for what is not in these files: who has more of them knows "
        "more. Maps of different reference dates are not mixed; what changes between dates give away is guarded by "
        "'heatmapexport'.\n\n"
        "NULL and negative codes are withheld numbers. Where a map of another tool shows which numbers are withheld "
        "and THRESHOLD is given, nobody is taken to be where it shows nothing, unless other maps contradict that. "
        "Areas of other tools are compared by samples, at most two million: pieces narrower than their distance can "
        "be missed. With LEDGER the data owner also learns whether the packages are as they left, whether they have "
        "expired, and which groups truly are unsafe."
    )
    TAGS = ("audit", "attack", "disclosure", "privacy", "package", "differencing")
    NUMBERS = {  # noqa: RUF012
        "PACKAGES": "Packages read",
        "FIGURES": "Areas with a number or a withheld number",
        "TARGETS": "Groups that were attacked",
        "EXACT": "Groups known exactly",
        "NARROW": "Other groups known to within less than 10",
        "SMALL": "Small numbers that were published",
        "NARROWEST": "Width of the narrowest interval of what was not published; empty without limit",
        "UNSAFE": "Of these groups those that truly are unsafe, by the ledger",
        "UNKNOWN": "Packages that are not in the ledger",
        "CHANGED": "Packages that were changed since they were exported",
        "EXPIRED": "Packages past their last day of use",
    }
    RECORDED = True

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        files, polygon = QgsProcessing.SourceType.TypeFile, QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterMultipleLayers("PACKAGES", tr("Packages"), files),
            "GeoPackages or other files with areas, or the folders that they are in; a layer as path|layername=name.",
        )
        self.add(
            QgsProcessingParameterFile("LEDGER", tr("Ledger"), fileFilter="SQLite (*.sqlite)", optional=True),
            "Only the data owner has it: the ledger that the exports were written in.",
        )
        number = QgsProcessingParameterNumber.Type.Integer
        self.add(
            QgsProcessingParameterNumber("THRESHOLD", tr("Lowest number published"), number, None, True, 2),
            "The rule of the maker, as far as the reader knows it: withheld numbers are 1 to one less. Empty: what the "
            "certificate says.",
        )
        self.add(
            QgsProcessingParameterNumber("ROUNDING", tr("Numbers are multiples of"), number, None, True, 1),
            "Empty: what the certificate says, or 10 or 5 if all numbers are multiples of it; 1 for exact numbers.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("VALUE_FIELD", tr("Field with the count"), "", optional=True),
            "Of packages of other tools. Empty: a field with a name such as waarde, aantal or count, or the only one "
            "with numbers.",
            advanced=True,
        )
        add_output(self, "OUTPUT", "What was learnt", polygon, "An area for each group that too much is known of.")
        self.add_numbers()
        for name, description in _STRINGS.items():
            self.addOutput(QgsProcessingOutputString(name, tr(description)))

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reads, attacks, reports, writes."""
        from .inspecting import findings_table, inspected

        outcome = inspected(Run(self, parameters, context), feedback)
        table = findings_table(outcome)
        return {**outcome.results, "OUTPUT": write_output(self, parameters, "OUTPUT", context, table)}
