"""The steps of 'exportcontrole': read packages, attack them, hold them against the ledger, say what came out."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.disclosure.history import History
from ..arbeidsmigratie_plugin.core.disclosure.inspection import Inspection, Kind, Verdict, inspect
from ..arbeidsmigratie_plugin.core.disclosure.inspection_owner import Standing, standing, unsafe
from ..arbeidsmigratie_plugin.core.disclosure.inspection_words import reasons, sentence
from ..arbeidsmigratie_plugin.core.disclosure.ledger import Ledger
from ..arbeidsmigratie_plugin.core.geometry import to_wkb
from ..arbeidsmigratie_plugin.core.tables import Column, Table
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sources.foreign_packages import Package, read_packages
from .progress import go_on
from .run import Run

_YES_NO = {True: "ja", False: "nee", None: ""}


@dataclass(frozen=True)
class Outcome:
    """What a run found.

    Attributes:
        inspection: What the packages give away.
        truly: Of each finding whether it truly is unsafe, None where unknown.
        results: Numbers and texts of the run.
    """

    inspection: Inspection
    truly: tuple[Optional[bool], ...]
    results: dict[str, Any]


def inspected(run: Run, feedback: QgsProcessingFeedback) -> Outcome:
    """Reads the packages and attacks them.

    Args:
        run: The parameters.
        feedback: Of the run.

    Raises:
        PackageError: A package can't be read.
        LedgerDamagedError: The chain of the ledger is broken.
    """
    history = _history(run)
    threshold = run.integer("THRESHOLD") if run.given("THRESHOLD") else 0
    rounding = run.integer("ROUNDING") if run.given("ROUNDING") else 0
    packages = read_packages(run.listed("PACKAGES"), run.text("VALUE_FIELD"), threshold, rounding)
    maps = [shown for package in packages for shown in package.maps]
    found = inspect(maps, lambda share: go_on(feedback, 100 * share))
    truly = tuple(unsafe(history, found.findings)) if history else (None,) * len(found.findings)
    verdict = found.verdict
    if verdict is Verdict.UNSAFE and all(answer is False for answer in truly):
        verdict = Verdict.UNKNOWN if found.contradictions or found.unproven else Verdict.SAFE
    standings = [_standing(package, history) for package in packages] if history else []
    if verdict is Verdict.SAFE and any(one.changed for one in standings):  # what was exported may be another thing
        verdict = Verdict.UNKNOWN
    said = reasons(found, verdict, standings)
    for line in said:
        feedback.pushInfo(line)
    feedback.pushInfo(tr("Verdict: {verdict}").format(verdict=verdict.value))
    results = {**_numbers(found, truly, standings), "PACKAGES": len(packages)}
    return Outcome(found, truly, {**results, "VERDICT": verdict.value, "REASONS": " ".join(said)})


def _history(run: Run) -> Optional[History]:
    if not run.given("LEDGER"):
        return None
    with closing(Ledger.open(run.file("LEDGER"))) as ledger:
        return ledger.history


def _standing(package: Package, history: History) -> Standing:
    """The package and the files beside it that have its name."""
    path, made = package.path, package.publication
    beside = [file for file in path.parent.iterdir() if file.is_file() and file.name.startswith(path.stem)]
    files = {file.name: _checksum(file) for file in beside}
    expires = made.grant.expires if made else ""
    return standing(history, package.path.stem, files, expires, datetime.now().astimezone().date().isoformat())


def _checksum(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for part in iter(lambda: file.read(1 << 20), b""):
            digest.update(part)
    return digest.hexdigest()


def _numbers(found: Inspection, truly: tuple[Optional[bool], ...], standings: list[Standing]) -> dict[str, Any]:
    return {
        "FIGURES": found.figures,
        "TARGETS": found.targets,
        "EXACT": found.count(Kind.EXACT),
        "NARROW": found.count(Kind.NARROW),
        "SMALL": found.count(Kind.SMALL),
        "NARROWEST": found.narrowest,
        "UNSAFE": sum(answer is True for answer in truly) if standings else None,
        "UNKNOWN": sum(not one.known for one in standings) if standings else None,
        "CHANGED": sum(bool(one.changed) for one in standings) if standings else None,
        "EXPIRED": sum(one.expired for one in standings) if standings else None,
    }


def findings_table(outcome: Outcome) -> Table:
    """The groups that too much is known of, as areas.

    Args:
        outcome: What a run found.
    """
    findings = outcome.inspection.findings
    columns = (
        Column("bevinding", "text", [f.kind.value for f in findings]),
        Column("laagste", "integer", [f.low for f in findings]),
        Column("hoogste", "integer", [f.high for f in findings]),
        Column("breedte", "integer", [f.high - f.low for f in findings]),
        Column("peildatum", "text", [f.peildatum for f in findings]),
        Column("pakketten", "text", [", ".join(f.packages) for f in findings]),
        Column("gebieden", "text", [", ".join(f.areas) for f in findings]),
        Column("cellen", "text", [",".join(f"{cell:x}" for _, cell in f.cells) for f in findings]),
        Column("onveilig", "text", [_YES_NO[answer] for answer in outcome.truly]),
        Column("zin", "text", [sentence(f) for f in findings]),
    )
    shapes = np.array([*(f.polygon for f in findings), None], dtype=object)[:-1]
    description = "Wat uit de pakketten samen is af te leiden."
    return Table("bevindingen", columns, "MultiPolygon", to_wkb(shapes), description)
