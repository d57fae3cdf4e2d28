"""hotspots: where more addresses have registrations than the homes explain."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..arbeidsmigratie_plugin.core.limits import GI_STAR_TAILS, HIGHEST_FDR, HOTSPOT_FDR, HOTSPOT_METHODS
from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .declare import add_bag
from .files import file_written
from .hotspot_reports import HOTSPOT_NUMBERS, report_hotspots
from .outputs import add_output, write_outputs
from .run import Run

_WHOLE, _REAL = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double


class Hotspots(Algorithm):
    """Tests every hexagon with its surroundings against the homes."""

    NAME = "hotspots"
    GROUP = "Clusters"
    TITLE = "Hot spots"
    SHORT = "Finds hexagons around which more addresses have registrations than the homes explain"
    HELP = (
        "Compares the addresses with registrations in each hexagon and the RINGS around it with what the homes there "
        "explain, were the share the same everywhere. Addresses are counted, not persons: persons at one address are "
        "not independent of each other.\n\n"
        "ring_poisson: exact, one-sided (binomial where more than 5 % of the homes have registrations). gi_star: Getis-"
        "Ord Gi* on empirical-Bayes standardised rates, to compare with other programs. scan: Kulldorff's scan with "
        "circles of at most SHARE of the homes and RADIUS. q is the false discovery rate (Benjamini-Hochberg) at which "
        "a hexagon would be a finding; of a scan it is p, which holds for all circles together.\n\n"
        "Hexagons outside the region (GEMEENTEN with in_regio, or REGION) count in what is expected and observed "
        "around others, and are no results. 'rand' is 1 where part of the surroundings has no data. A finding is "
        "'robuust' if it is found on at least two of three grids: the counts one resolution up, and POINTS and "
        "DWELLINGS one resolution down. The interval is exact, but knows nothing of the choice of the place out of "
        "many. A hexagon can be a finding through those around it; a cluster has more of its own than expected.\n\n"
        "'geen aantoonbare afwijking' does not say that there is nothing: moderate clusters with few addresses are "
        "often not found. Hot spots are an indication for a conversation, never a verdict on an address."
    )
    TAGS = ("hot spot", "cluster", "Getis-Ord", "Gi*", "Poisson", "scan", "Kulldorff", "FDR")
    NUMBERS = HOTSPOT_NUMBERS

    def initAlgorithm(self, configuration: Any = None) -> None:
        """Declares parameters and outputs."""
        point, polygon = QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Hexagons"), [polygon]),
            "The output of 'h3aggregeren' or a workspace, with the guard zone around the region if there is one.",
        )
        self.add(
            QgsProcessingParameterEnum(
                "METHOD", tr("Method"), list(HOTSPOT_METHODS), False, HOTSPOT_METHODS[0], False, True
            ),
            "ring_poisson, gi_star or scan: choose before looking, not by what it shows.",
        )
        self._add_number(
            "FDR", "False discovery rate", _REAL, HOTSPOT_FDR, 0.001, HIGHEST_FDR, "Share of false findings."
        )
        self._add_number("RINGS", "Rings", _WHOLE, 1, 0, 5, "Rings of hexagons around one that belong to it.")
        self.add(
            QgsProcessingParameterFeatureSource("GEMEENTEN", tr("Municipalities"), [polygon], optional=True),
            "Polygons as 'gebiedenophalen' makes: in_regio says which are the region; they show where the data end.",
        )
        self.add(
            QgsProcessingParameterString("REGION", tr("Region"), "", optional=True),
            "Name of a preset, or codes (with GEMEENTEN also names) of municipalities; empty for in_regio, else all.",
        )
        self.add(
            QgsProcessingParameterFeatureSource("POINTS", tr("Addresses with registrations"), [point], optional=True),
            "The points of the hexagons, to look one resolution down; goes with DWELLINGS.",
        )
        add_bag(self, "DWELLINGS", optional=True)
        self._add_advanced()
        add_output(self, "OUTPUT", "Hot spots", polygon, "The hexagons of the region with what was found.")
        add_output(self, "OUTPUT_CLUSTERS", "Clusters", polygon, "Findings that touch each other, dissolved.")
        self.add_numbers()

    def _add_advanced(self) -> None:
        self.add(
            QgsProcessingParameterString("COUNT_FIELD", tr("Field with registrations"), "registraties", optional=True),
            "Of POINTS; empty counts every point as one.",
            advanced=True,
        )
        tails = QgsProcessingParameterEnum(
            "TAIL", tr("p-values of gi_star"), list(GI_STAR_TAILS), False, GI_STAR_TAILS[0], False, True
        )
        self.add(tails, "permutatie: pooled permutation. normaal: as other programs, too small.", advanced=True)
        for name, title, kind, default, low, high, text in (
            ("MINIMUM_HOMES", "Fewest homes", _WHOLE, 5, 1, 1000, "Hexagons with fewer are not tested by themselves."),
            ("PERMUTATIONS", "Permutations", _WHOLE, None, 0, 1e7, "Of gi_star and scan; empty for what is needed."),
            ("SEED", "Seed", _WHOLE, 2026, 0, 2**31 - 1, "Of the random numbers of gi_star and scan."),
            ("SHARE", "Largest share of the homes (percent)", _REAL, 10.0, 0.1, 50.0, "Of a circle of the scan."),
            ("RADIUS", "Largest radius (m)", _REAL, 5000.0, 100.0, 50000.0, "Of a circle of the scan."),
        ):
            self._add_number(name, title, kind, default, low, high, text, advanced=True)

    def _add_number(
        self,
        name: str,
        title: str,
        kind: QgsProcessingParameterNumber.Type,
        default: Any,
        low: float,
        high: float,
        text: str,
        advanced: bool = False,
    ) -> None:
        number = QgsProcessingParameterNumber(name, tr(title), kind, default, default is None, low, high)
        self.add(number, text, advanced=advanced)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reads, tests, writes, reports."""
        from .hotspot_runs import outputs_of
        from .hotspot_steps import look

        looked = look(Run(self, parameters, context), feedback)
        hotspots, clusters, number = outputs_of(looked, file_written(parameters.get("OUTPUT"), context))
        results = report_hotspots(looked, number, feedback)
        outputs = {"OUTPUT": hotspots, "OUTPUT_CLUSTERS": clusters}
        return {**results, **write_outputs(self, parameters, context, outputs)}
