"""What an export tells the data owner; none of it is in the package."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.disclosure.decide import Decision
from ..arbeidsmigratie_plugin.core.disclosure.publication import Publication
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sharing.heatmap.names import PackageFiles
from ..arbeidsmigratie_plugin.sources.starting import Started

#: Output of the algorithm -> the file of the package.
OUTPUT_FILES = {
    "PACKAGE": "gpkg",
    "PROJECT": "qgz",
    "PICTURE": "png",
    "PDF": "pdf",
    "WEBMAP": "html",
    "CERTIFICATE": "certificaat",
}


def tell_package(
    names: PackageFiles, there: Collection[str], folder: Path, feedback: QgsProcessingFeedback
) -> dict[str, str]:
    """The files of a package as outputs, and what is missing.

    Args:
        names: The names of its files.
        there: Names of those that were made.
        folder: Where they are.
        feedback: Of the run.
    """
    if names.html not in there:
        feedback.pushWarning(tr("The web map is left out: its map library is not built (make setup)."))
    listed = {key: str(getattr(names, role)) for key, role in OUTPUT_FILES.items()}
    return {key: str(folder / name) for key, name in listed.items() if name in there}


def remove_stale(names: PackageFiles, there: Collection[str], folder: Path) -> None:
    """Removes what an earlier package of this name had and this one has not, such as a raster.

    Args:
        names: The names of its files.
        there: Names of those that were made.
        folder: Where they are.
    """
    for name in vars(names).values():
        if name not in there:
            with suppress(OSError):
                (folder / name).unlink()


def export_numbers(
    decision: Decision, publication: Publication, skipped: int, sequence: int, feedback: QgsProcessingFeedback
) -> dict[str, Any]:
    """The number outputs of an export.

    Args:
        decision: What was decided.
        publication: What is in the package.
        skipped: Points that did not count.
        sequence: Number of the export in the ledger.
        feedback: Of the run.
    """
    share = 100.0 * decision.published / max(decision.persons, 1)
    sentence = tr("{regions} regions with {percent:.1f} % of the registrations; what is not published is unknown.")
    feedback.pushInfo(sentence.format(regions=len(publication.regions), percent=share))
    if decision.repeated:
        sentence = tr("{n} of the numbers are repeated from an earlier date: too little changed to renew them safely.")
        feedback.pushInfo(sentence.format(n=decision.repeated))
    return {
        "REGIONS": len(publication.regions),
        "REGISTRATIONS": sum(figure.value for figure in decision.release.figures),
        "PUBLISHED_PERCENT": round(share, 1),
        "REPEATED": decision.repeated,
        "SKIPPED": skipped,
        "TARGETS": decision.audit.targets,
        "NARROWEST": decision.audit.narrowest,
        "REPAIRS": decision.rounds,
        "SEQUENCE": sequence,
    }


def tell_start(started: Started, path: Path, series: str, feedback: QgsProcessingFeedback) -> None:
    """Says that a ledger is new, which others there are, and where the secret is.

    Args:
        started: How the ledger was found.
        path: The ledger.
        series: Name of its series.
        feedback: Of the run.
    """
    if started.started:
        sentence = tr("A new ledger is started for series '{series}': {file}. Keep it, and back it up.")
        feedback.pushWarning(sentence.format(series=series, file=path))
    if started.others:
        sentence = tr(
            "This profile has other ledgers ({files}): exports in those are not looked at here. If they are of the "
            "same registrations, go on with that series: maps of two series can be subtracted from each other."
        )
        feedback.pushWarning(sentence.format(files=", ".join(map(str, started.others[:3]))))
    if started.in_file:
        text = tr("The secret of the series is in a file of the profile; a master password in QGIS would encrypt it.")
        feedback.pushInfo(text)
