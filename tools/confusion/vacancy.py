"""Vacancy against the truth tables of a demo region."""

from __future__ import annotations

from pathlib import Path

from arbeidsmigratie_plugin.core.signals.vacancy import EMPTY_HOME
from tools.confusion import Confusion
from tools.confusion.truth import compare_objects, planted

KIND = "leeg_met_rni"


def compare_vacancy(folder: Path, output: Path) -> Confusion:
    """Homes that 'leegstand' says are vacant and have registrations against what was planted.

    Args:
        folder: Of the demo region, with waarheid_objecten.csv.
        output: GeoPackage with the layer leegstand.
    """
    return compare_objects(planted(folder, KIND), output, "leegstand", "klasse", EMPTY_HOME)
