"""What 'verplaatsing' says of its work: numbers, sentences, provenance."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.clusters.displacement import UNEQUAL, Difference, Weights
from ..arbeidsmigratie_plugin.core.clusters.displacement_words import reasons, sentence
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sharing.clusters.displacement import DISPLACEMENT
from .displacing import Compared
from .run import Run

#: Parameters that go into the provenance, so that trying until something appears is visible.
_ASKED = (
    *("TREATED", "CONTROL", "RING", "RING_CONTROL", "REGION", "RING_WIDTH", "MEASURE"),
    *("EXPOSURE", "MONTHS_1", "MONTHS_2", "WEIGHTS", "ALPHA", "TOLERANCE", "PHI"),
)


def report(found: Compared, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Says what came out, and returns the outputs that say so."""
    finding = found.comparison.finding
    dutch, english = sentence(found.comparison, found.measure, found.dates)
    redenen, said = reasons(found.gate)
    feedback.pushInfo(tr("Comparability: {reasons}").format(reasons=said))
    feedback.pushInfo(english)
    if found.weights is Weights.NONE and not 1 / UNEQUAL <= finding.control_size <= UNEQUAL and finding.wdd:
        line = tr("The control area is {times:.1f} times as large as the treated area: consider WEIGHTS.")
        feedback.pushWarning(line.format(times=finding.control_size))
    known = {name: value for name, value in _numbers(found).items() if np.isfinite(value)}
    texts = {"GATE": found.gate.verdict.value, "REASONS": redenen, "REASONS_EN": said}
    return {**known, **texts, "SENTENCE": dutch, "SENTENCE_EN": english, "OUTCOME": finding.outcome.value}


def _numbers(found: Compared) -> dict[str, float]:
    """The number outputs, NaN where there is none."""
    comparison, finding = found.comparison, found.comparison.finding
    compared = np.isfinite(comparison.shift) & (comparison.codes != "")
    numbers: dict[str, float] = {
        "MUNICIPALITIES": int(compared.sum()),
        "PHI": comparison.phi,
        "P_DISPLACEMENT": finding.p,
    }
    numbers |= _difference("WDD", "SE", finding.wdd)
    numbers |= _difference("FALL", "FALL_SE", finding.fall) | _difference("RISE", "RISE_SE", finding.rise)
    if finding.wdd is not None:
        wdd = finding.wdd
        numbers |= {"Z": wdd.z, "P": wdd.p, "WDD_LOW": wdd.low, "WDD_HIGH": wdd.high, "WDQ": finding.wdq}
    return numbers


def _difference(name: str, error: str, found: Optional[Difference]) -> dict[str, float]:
    return {} if found is None else {name: found.value, error: found.se}


def sources(run: Run, found: Compared) -> list[layers.Provenance]:
    """Rows of provenance: both layers, with all that was asked and what the gate said.

    Args:
        run: The parameters.
        found: What it found.
    """
    given = {name: run.text(name) for name in _ASKED}
    if run.given("TREATED_AREA"):
        given["TREATED_AREA"] = run.layer("TREATED_AREA").label
    asked = "; ".join(f"{name} {text}" for name, text in given.items() if text)
    rows = []
    for name, date, layer in zip(("T1", "T2"), found.dates, found.layers):
        query = f"{name}; {asked}; poort {found.gate.verdict.value}: {reasons(found.gate)[0]}"
        source = layer.facts.source or "Aantallen per gebied"
        rows.append(layers.provenance(DISPLACEMENT, source, len(layer), run.file_of(name), query=query, brondatum=date))
    return rows
