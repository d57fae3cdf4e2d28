"""Occupancy against the truth tables of a demo region."""

from __future__ import annotations

from pathlib import Path

from arbeidsmigratie_plugin.core.signals.occupancy import ABOVE, ADMINISTRATIVE
from tools.confusion import Confusion
from tools.confusion.truth import compare_objects, planted

ABOVE_KIND, ADMINISTRATIVE_KIND = "boven_norm", "administratief_adres"

_LAYER, _FIELD = "bezetting", "signaal"


def compare_above(folder: Path, output: Path) -> Confusion:
    """Homes that 'bezetting' says are above the norm against what was planted.

    Args:
        folder: Of the demo region, with waarheid_objecten.csv.
        output: GeoPackage with the layer bezetting.
    """
    return compare_objects(planted(folder, ABOVE_KIND), output, _LAYER, _FIELD, ABOVE)


def compare_administrative(folder: Path, output: Path) -> Confusion:
    """Addresses that 'bezetting' says may be administrative against the offices that were planted.

    Args:
        folder: Of the demo region, with waarheid_objecten.csv.
        output: GeoPackage with the layer bezetting.
    """
    return compare_objects(planted(folder, ADMINISTRATIVE_KIND), output, _LAYER, _FIELD, ADMINISTRATIVE)
