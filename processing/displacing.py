"""Steps of 'verplaatsing': read two layers, put them to the gate, compare them, say what came out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.clusters.comparability import Gate, Kind, Pairing, Verdict, gate
from ..arbeidsmigratie_plugin.core.clusters.comparison import Comparison, Exposure, Question, compare
from ..arbeidsmigratie_plugin.core.clusters.displacement import Settings, Weights
from ..arbeidsmigratie_plugin.core.clusters.roles import Roles
from ..arbeidsmigratie_plugin.core.clusters.snapshots import MEASURES, Snapshot, pair
from ..arbeidsmigratie_plugin.core.errors import RoleError
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities, municipalities
from ..arbeidsmigratie_plugin.core.phrases import phrase
from ..arbeidsmigratie_plugin.i18n import told, tr
from ..arbeidsmigratie_plugin.sources.snapshots import read_snapshot, snapshot_layer
from .progress import go_on
from .run import Run

_LEVEL = 0.95


@dataclass(frozen=True)
class Compared:
    """What a run found, and of what."""

    comparison: Comparison
    gate: Gate
    measure: str
    dates: tuple[str, str]
    layers: tuple[Snapshot, Snapshot]


def compare_layers(run: Run, feedback: QgsProcessingFeedback) -> Compared:
    """Reads the two layers, and compares them if they are comparable.

    Raises:
        NotComparableError: They aren't.
        RoleError: A municipality can't have the part it was given.
    """
    areas = run.municipalities("GEMEENTEN")[0] if run.given("GEMEENTEN") else None
    earlier, later = _snapshot(run, "T1", areas), _snapshot(run, "T2", areas)
    go_on(feedback, 50)
    measure = MEASURES[run.integer("MEASURE")]
    region = codes_of(run, "REGION", areas)
    checks = passed(Pairing(earlier.facts, later.facts, measure, region, run.number("TOLERANCE")), feedback)
    phi = run.number("PHI") if run.given("PHI") and measure != MEASURES[0] else None
    question = _question(run, later, areas)
    go_on(feedback, 70)
    return compared((earlier, later), checks, areas or _own_areas(later), question, measure, region, phi)


def passed(pairing: Pairing, feedback: QgsProcessingFeedback) -> Gate:
    """The checks of two layers; what can't be told of them is said.

    Args:
        pairing: The layers, and what is compared.
        feedback: Of the run.

    Raises:
        NotComparableError: They aren't comparable.
    """
    checks = gate(pairing)
    for check in checks.of(Verdict.AMBER):
        feedback.pushWarning(tr("Comparability uncertain: {reason}.").format(reason=told(check.said)))
    checks.refuse()
    return checks


def compared(
    layers: tuple[Snapshot, Snapshot],
    checks: Gate,
    areas: Optional[Municipalities],
    question: Question,
    measure: str,
    region: frozenset[str],
    phi: Optional[float] = None,
) -> Compared:
    """Compares two layers.

    Args:
        layers: Counts of the first and of the second date.
        checks: Of these, none of them red.
        areas: Municipalities, None if there are none.
        question: What is asked.
        measure: One of MEASURES.
        region: Codes to which to limit the comparison; empty for all.
        phi: Dispersion of persons; None to take it from the groups on addresses.

    Raises:
        RoleError: A municipality can't have the part it was given.
    """
    earlier, later = layers
    found = compare(pair(earlier, later, measure, region, phi), checks, areas, question, measure)
    dates = tuple((facts.dates or ("",))[0] for facts in (earlier.facts, later.facts))
    return Compared(found, checks, measure, (dates[0], dates[1]), layers)


def _snapshot(run: Run, name: str, areas: Optional[Municipalities]) -> Snapshot:
    path = run.path(name)
    layer = run.layer(name) if path is None else snapshot_layer(path)
    return read_snapshot(layer, run.file_of(name), areas)


def codes_of(run: Run, name: str, areas: Optional[Municipalities]) -> frozenset[str]:
    """Municipalities of a parameter: codes, or names where municipalities were given.

    Raises:
        RoleError: It names what is no code, and no municipality that was given.
    """
    from ..arbeidsmigratie_plugin.core.clusters.roles import codes_in

    return codes_in(run.text(name), name, areas)


def _question(run: Run, later: Snapshot, areas: Optional[Municipalities]) -> Question:
    names = ("TREATED", "RING", "CONTROL", "RING_CONTROL")
    roles = Roles(*(codes_of(run, name, areas) for name in names))
    area = None
    if run.given("TREATED_AREA"):
        if roles.treated or roles.ring or roles.ring_control or later.facts.kind is Kind.MUNICIPALITIES:
            reason = phrase("polygons take the place of TREATED and RING, and need addresses or hexagons")
            raise RoleError(parameter="TREATED_AREA", codes="polygons", reason=reason)
        area = _polygons(run)
    return Question(
        roles=roles,
        area=area,
        reach=run.number("RING_WIDTH"),
        exposure=list(Exposure)[run.integer("EXPOSURE")],
        months=(run.number("MONTHS_1"), run.number("MONTHS_2")),
        settings=Settings(list(Weights)[run.integer("WEIGHTS")], run.number("ALPHA"), _LEVEL),
    )


def _polygons(run: Run) -> Any:
    from ..arbeidsmigratie_plugin.sources.snapshots import read_polygons

    return read_polygons(run.layer("TREATED_AREA"))


def _own_areas(later: Snapshot) -> Optional[Municipalities]:
    """The municipalities of a layer that has their outlines itself."""
    if later.facts.kind is not Kind.MUNICIPALITIES or all(shape is None for shape in later.shapes):
        return None
    return municipalities(later.codes, later.codes, later.shapes)
