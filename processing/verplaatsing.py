"""verplaatsing: two dates compared, to see whether what fell in one place rose around it."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .files import file_written
from .outputs import add_output, write_output
from .run import Run

_NUMBERS = {
    "WDD": "Weighted displacement difference",
    "SE": "Standard error of it",
    "Z": "Difference in standard errors",
    "P": "p-value of it (two-sided)",
    "WDD_LOW": "Lower limit of it (95 %)",
    "WDD_HIGH": "Upper limit of it (95 %)",
    "WDQ": "Weighted displacement quotient (illustration only)",
    "PHI": "Dispersion by which variances were multiplied",
    "FALL": "Change of the treated area against the control area",
    "FALL_SE": "Standard error of it",
    "RISE": "Change of the ring against the control area",
    "RISE_SE": "Standard error of it",
    "P_DISPLACEMENT": "p-value of a fall in the treated area and a rise in the ring together",
    "MUNICIPALITIES": "Municipalities compared",
    "RUN": "How many times these dates were compared for this region",
}
_STRINGS = {
    "GATE": "Whether the layers are comparable: groen, oranje or rood",
    "REASONS": "Reason of each check, in Dutch",
    "REASONS_EN": "Reason of each check, in English",
    "SENTENCE": "What it fits, in Dutch",
    "SENTENCE_EN": "What it fits, in English",
    "OUTCOME": "What it fits, in one word",
}


class Verplaatsing(Algorithm):
    """Displacement between two dates (the waterbed effect)."""

    NAME = "verplaatsing"
    GROUP = "Clusters"
    TITLE = "Displacement between two dates"
    SHORT = "Compares two dates per municipality, and tests whether a fall in one area goes with a rise around it"
    HELP = (
        "Compares two layers of the same kind: address points of 'rniinlezen' (best: addresses can be followed), "
        "hexagons of 'h3aggregeren', or municipalities with counts. First a gate: kind, definition, municipalities, "
        "grid, matched share and dates must be alike, else the run is refused with the reason of each; what can't be "
        "told makes the gate amber: then the numbers are only described and nothing is tested.\n\n"
        "Per municipality: change, the part that is not the growth of the region, exact tests, and addresses that "
        "appeared, disappeared and stayed. Of the treated area, its ring and the control area: the weighted "
        "displacement difference. A hexagon in several municipalities can't be divided over them: these are counted "
        "in a row of their own, but not where one of them is not compared. What was not delivered is unknown, not "
        "zero.\n\n"
        "Counts never show that anyone moved. A result fits displacement, it does not prove it."
    )
    TAGS = ("waterbed", "displacement", "change", "verplaatsing")
    NUMBERS = _NUMBERS

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        vector, polygon = QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeVectorPolygon
        for name, title in (("T1", "First date"), ("T2", "Second date")):
            self.add(
                QgsProcessingParameterFeatureSource(name, tr(title), [vector]),
                "Address points, hexagons or municipalities; of a workspace the address points are used.",
            )
        for name, title, text in (
            ("TREATED", "Treated municipalities", "Codes or names, separated by commas. Empty: nothing is tested."),
            ("CONTROL", "Control municipalities", "Like the treated ones, without action. Empty: all others."),
            ("RING", "Municipalities that could take over", "Empty: the neighbours of the treated ones (GEMEENTEN)."),
        ):
            self.add(QgsProcessingParameterString(name, tr(title), "", optional=True), text)
        self.add(
            QgsProcessingParameterFeatureSource("GEMEENTEN", tr("Municipalities"), [polygon], optional=True),
            "Polygons with a code: for names, neighbours and the outlines of the result.",
        )
        self._add_choice("MEASURE", "What is counted", ("adressen", "registraties"), "Persons are not independent.")
        self._add_advanced(polygon)
        add_output(self, "OUTPUT", "Municipalities at two dates", vector, "A row for each municipality.")
        self.add_numbers()
        for name, description in _STRINGS.items():
            self.addOutput(QgsProcessingOutputString(name, tr(description)))

    def _add_advanced(self, polygon: QgsProcessing.SourceType) -> None:
        self.add(
            QgsProcessingParameterFeatureSource("TREATED_AREA", tr("Treated area"), [polygon], optional=True),
            "Polygons instead of TREATED, for addresses or hexagons; the ring is then RING_WIDTH around them.",
            advanced=True,
        )
        for name, title, default, lowest, text in (
            ("RING_WIDTH", "Width of the ring (m)", 2000.0, 1.0, "Around TREATED_AREA."),
            ("ALPHA", "Level of the tests", 0.05, 0.0, "Chance at which nothing is taken for something."),
            (
                "TOLERANCE",
                "Largest difference in matching",
                5.0,
                0.0,
                "Percentage points; above 5 nothing is tested.",
            ),
            ("MONTHS_1", "Months of the first count", 1.0, 0.01, "Only with EXPOSURE 'maanden'."),
            ("MONTHS_2", "Months of the second count", 1.0, 0.01, "Only with EXPOSURE 'maanden'."),
            ("PHI", "Dispersion of persons", None, 1.0, "Empty: from the groups on addresses, where those are known."),
        ):
            real = QgsProcessingParameterNumber.Type.Double
            number = QgsProcessingParameterNumber(name, tr(title), real, default, default is None, lowest)
            self.add(number, text, advanced=True)
        for name, title, text in (
            ("REGION", "Municipalities to compare", "Codes or names; empty for all, which both must have."),
            ("RING_CONTROL", "Control of the ring", "Codes or names; empty to use CONTROL for both."),
        ):
            self.add(QgsProcessingParameterString(name, tr(title), "", optional=True), text, advanced=True)
        exposures = ("automatisch", "geen", "verblijfsobjecten", "maanden")
        self._add_choice("EXPOSURE", "What counts are divided by", exposures, "Automatic: homes where both have them.")
        weights = ("geen", "verblijfsobjecten", "eerste telling", "automatisch")
        text = phrase("In the weighted difference. Automatic: the first count where CONTROL is empty, else none.")
        self._add_choice("WEIGHTS", "Size to which control areas are brought", weights, text, 3)

    def _add_choice(self, name: str, title: str, options: tuple[str, ...], text: str, default: int = 0) -> None:
        self.add(QgsProcessingParameterEnum(name, tr(title), list(options), False, default), text, advanced=True)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reads, compares, writes, reports."""
        from ..arbeidsmigratie_plugin.sharing import layers
        from ..arbeidsmigratie_plugin.sharing.clusters.displacement import displacement_table
        from .displacement_report import report
        from .displacement_runs import count_run, sources
        from .displacing import compare_layers

        run = Run(self, parameters, context)
        found = compare_layers(run, feedback)
        results = report(found, feedback)
        table = displacement_table(found.comparison, found.measure, found.dates)
        results["RUN"] = count_run(found, file_written(parameters.get("OUTPUT"), context))
        herkomst = layers.provenance_table(sources(run, found, results["RUN"]))
        results["OUTPUT"] = write_output(self, parameters, "OUTPUT", context, table, herkomst)
        return results
