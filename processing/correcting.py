"""Addresses that a user linked by hand: the file of them as a parameter, and what it did."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterFile

from ..arbeidsmigratie_plugin.i18n import tr
from .algorithm import Algorithm
from .reports import IMPORT_NUMBERS
from .run import Run

if TYPE_CHECKING:
    from ..arbeidsmigratie_plugin.core.corrections import Corrections
    from ..arbeidsmigratie_plugin.core.rni import AddressCounts
    from ..arbeidsmigratie_plugin.sharing.layers import Provenance

_NAME = "CORRECTIONS"

#: Number outputs: name -> description.
CORRECTION_NUMBERS = {
    "CORRECTED": "Registrations on an address that was linked by hand",
    "ROWS_OUTSIDE": "Rows skipped because a user placed their address outside the region",
    "CORRECTIONS_GONE": "Links by hand that were not used because their BAG object is no longer in use",
}

IMPORT_AND_CORRECTION_NUMBERS = {**IMPORT_NUMBERS, **CORRECTION_NUMBERS}


def add_corrections(algorithm: Algorithm) -> None:
    """Declares the file of addresses that were linked by hand."""
    algorithm.add(
        QgsProcessingParameterFile(_NAME, tr("Links by hand"), optional=True, fileFilter="CSV (*.csv)"),
        "Decisions about addresses that the BAG does not have: rni_correcties.csv in the folder of the project. They "
        "are only used where matching finds nothing, and give match_niveau 5.",
    )


def corrections_file(run: Run) -> Optional[Path]:
    """The file of addresses that were linked by hand, None if none was given.

    Args:
        run: The parameters.
    """
    return run.file(_NAME) if run.given(_NAME) else None


def corrections_in(file: Optional[Path]) -> Optional[Corrections]:
    """The decisions in a file, None without one.

    Args:
        file: The file.
    """
    from ..arbeidsmigratie_plugin.sources.corrections import read_corrections

    return None if file is None else read_corrections(file)


def of_corrections(run: Run, counts: AddressCounts) -> list[Provenance]:
    """The decisions as a source of the addresses; none if no file was given.

    Args:
        run: The parameters.
        counts: What was counted.
    """
    from ..arbeidsmigratie_plugin.sharing import layers

    file = corrections_file(run)
    if file is None:
        return []
    return [layers.provenance(layers.ADDRESSES, "Correcties met de hand", counts.rows_by_hand, file)]


def report_corrections(counts: AddressCounts, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Tells what decisions by hand did, and returns the outputs that say so.

    Args:
        counts: What was counted.
        feedback: Of the run.
    """
    if counts.rows_by_hand:
        feedback.pushInfo(tr("{n} registrations were linked by hand.").format(n=counts.rows_by_hand))
    for n, sentence in (
        (counts.rows_outside, tr("{n} rows are outside the region, as a user decided; they don't count.")),
        (counts.corrections_gone, tr("{n} links by hand were not used: their BAG object is no longer in use.")),
    ):
        if n:
            feedback.pushWarning(sentence.format(n=n))
    return {
        "CORRECTED": counts.rows_by_hand,
        "ROWS_OUTSIDE": counts.rows_outside,
        "CORRECTIONS_GONE": counts.corrections_gone,
    }
