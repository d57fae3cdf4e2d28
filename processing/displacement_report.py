"""What 'verplaatsing' says of its work: numbers and sentences."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.clusters.comparability import Verdict
from ..arbeidsmigratie_plugin.core.clusters.displacement import Difference
from ..arbeidsmigratie_plugin.core.clusters.displacement_words import reasons, sentence
from ..arbeidsmigratie_plugin.core.phrases import Bilingual
from ..arbeidsmigratie_plugin.i18n import told, tr
from .displacing import Compared


def report(found: Compared, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Says what came out, and returns the outputs that say so."""
    finding = found.comparison.finding
    dutch, english = sentence(found.comparison, found.measure, found.dates)
    redenen, said = reasons(found.gate)
    feedback.pushInfo(tr("Comparability: {reasons}").format(reasons=told(Bilingual(said, redenen))))
    feedback.pushInfo(told(Bilingual(english, dutch)))
    if finding.wdd is not None and finding.unequal:
        line = tr("The control is {one:.1f} times as large as the treated area and {two:.1f} times as the ring: {how}.")
        how = tr("growth alone makes a WDD then; WEIGHTS 'eerste telling' brings them to one size")
        feedback.pushWarning(line.format(one=finding.sizes[0], two=finding.sizes[1], how=how))
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
        numbers |= {"Z": wdd.z, "WDD_LOW": wdd.low, "WDD_HIGH": wdd.high, "WDQ": finding.wdq}
        if found.gate.verdict is Verdict.GREEN:
            numbers["P"] = wdd.p
    return numbers


def _difference(name: str, error: str, found: Optional[Difference]) -> dict[str, float]:
    return {} if found is None else {name: found.value, error: found.se}
