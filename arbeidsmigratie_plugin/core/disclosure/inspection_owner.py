"""What only the data owner can say of packages: whether they are as they left, and whether what leaks is unsafe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Optional

import numpy as np

from .attack import groups_of
from .audit_ground import Places, Truth
from .history import History
from .inspection import Finding


@dataclass(frozen=True)
class Standing:
    """A package beside the ledger.

    Attributes:
        name: Name of the package.
        known: Whether an export in the ledger made it.
        changed: Names of its files that are not as they were written.
        expired: Whether its last day of use is past.
    """

    name: str
    known: bool
    changed: tuple[str, ...]
    expired: bool


def standing(history: History, name: str, files: Mapping[str, str], expires: str, today: str) -> Standing:
    """Where a package came from.

    A later export for the same recipient and date replaces the files of an earlier one: the last that fits is taken.

    Args:
        history: What was released.
        name: Name of the package.
        files: File name -> SHA-256 checksum, of the package and what lies beside it.
        expires: Last day of use as the package says, "" if it says none.
        today: YYYY-MM-DD.
    """
    made = [{PurePath(file.path).name: file.sha256 for file in release.files} for release in history.releases]
    fitting = [written for written in made if set(written) & set(files)]
    best = max(
        fitting, key=lambda written: sum(files.get(file) == digest for file, digest in written.items()), default={}
    )
    changed = tuple(sorted(file for file, digest in files.items() if file in best and best[file] != digest))
    return Standing(name, bool(best), changed, bool(expires) and expires < today)


def unsafe(history: History, findings: Sequence[Finding]) -> list[Optional[bool]]:
    """Whether each group that too much is known of truly is unsafe; None where that can't be told.

    By the rules of the series and the snapshots in the ledger; without the BAG, so that more addresses are needed.

    Args:
        history: What was released, with the snapshots.
        findings: Of an inspection.
    """
    answers: list[Optional[bool]] = [None] * len(findings)
    for snapshot in history.snapshots.values():  # of two of one date the later one counts
        asked = [n for n, f in enumerate(findings) if f.cells and f.peildatum == snapshot.peildatum]
        places = Places(None, [snapshot])
        truth = Truth(places, snapshot, None)
        found = [
            np.concatenate([places.find(code, np.array([cell], dtype=np.uint64)) for code, cell in findings[n].cells])
            for n in asked
        ]
        safe = history.series.rules.safe(truth.measure(groups_of([atoms[atoms >= 0] for atoms in found])))
        for number, is_safe in zip(asked, safe.tolist()):
            answers[number] = not is_safe
    return answers
