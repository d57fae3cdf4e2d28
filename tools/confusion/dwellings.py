"""Company dwellings against the truth tables of a demo region."""

from __future__ import annotations

from pathlib import Path

from tools.confusion import Confusion
from tools.confusion.truth import compare_objects, planted

KIND = "bedrijfswoning"


def compare_dwellings(folder: Path, output: Path) -> Confusion:
    """What 'bedrijfswoningen' lists against what was planted.

    An object that is planted as a company dwelling counts as one, whatever circle of a cluster it also lies in.

    Args:
        folder: Of the demo region, with waarheid_objecten.csv.
        output: GeoPackage with the layer bedrijfswoningen.

    Returns:
        Identifiers of objects, each once.
    """
    return compare_objects(planted(folder, KIND), output, "bedrijfswoningen")
