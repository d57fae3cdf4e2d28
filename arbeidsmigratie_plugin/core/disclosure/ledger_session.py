"""One export at the ledger: reads what was released before, writes what is released now."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

from ..phrases import phrase
from ..refusals import SeriesError
from . import ledger_chain as chain
from .atoms import Region, Snapshot
from .history import FileMade, History, Release
from .ledger_chain import Head
from .ledger_content import packed, partition_digest, regions_to_bytes, snapshot_seal, snapshot_to_bytes
from .ledger_reader import read_history
from .ledger_schema import speaking
from .ledger_state import State


@dataclass(frozen=True)
class Pending:
    """A release of which it is not known what became of its files.

    Attributes:
        sequence: Its number.
        files: Its package.
        staging: Folder in which the drafts of the files were made, "" if there was none.
        last: Whether no release came after it.
    """

    sequence: int
    files: tuple[FileMade, ...]
    staging: str
    last: bool


class Session:
    """The ledger in the hands of one export; made by Ledger.writing.

    Args:
        path: The ledger.
        connection: Of the ledger, in a transaction.
        state: After its last entry.
        moment: The time of what is written.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, state: State, moment: datetime) -> None:
        self._path = path
        self._connection = connection
        self._state = state
        self._moment = moment
        self._history: Optional[History] = None

    @property
    def head(self) -> Head:
        """The last entry: what a certificate names as the state of the ledger before its own release."""
        return self._state.head

    @property
    def history(self) -> History:
        """All that was decided and released, of releases that took place or may have."""
        if self._history is None:
            with speaking(self._path):
                self._history = read_history(self._connection, self._path, self._state)
        return self._history

    @property
    def pending(self) -> tuple[Pending, ...]:
        """Releases that a crash left half done, the last one first."""
        latest = self._state.releases[-1:]
        return tuple(
            Pending(release.sequence, release.files, str(release.content["staging"]), release in latest)
            for release in reversed(self._state.pending)
        )

    def record(
        self,
        release: Release,
        regions: Mapping[str, tuple[Region, ...]],
        snapshot: Snapshot,
        certificate: Mapping[str, Any],
        staging: str = "",
    ) -> Head:
        """Writes down a release; it counts from the commit on.

        Args:
            release: With its figures, and its files with their checksums.
            regions: Municipality -> its frozen regions from now on; those left out stay as they are.
            snapshot: What the release was made from.
            certificate: What was checked, JSON-ready.
            staging: Folder with the drafts of the files.

        Returns:
            The entry of the release: its number is that of the release.

        Raises:
            SeriesError: Regions of which numbers were released would be cut anew.
            ValueError: The parts of the release do not belong together.
        """
        self._check(release, regions, snapshot)
        contents = {code: regions_to_bytes(code, found) for code, found in sorted(regions.items())}
        named = {code: partition_digest(content) for code, content in contents.items()}
        changed = {code: name for code, name in named.items() if self._state.regions.get(code) != name}
        salt, shot = chain.salt(), snapshot_to_bytes(snapshot)
        is_new = snapshot.digest not in self._state.seals
        head = self._append(
            chain.RELEASE,
            {
                "salt": salt,
                **_described(release),
                "partitions": changed,
                "snapshots": {snapshot.digest: snapshot_seal(salt, shot)} if is_new else {},
                "certificate": dict(certificate),
                "staging": staging,
            },
        )
        with speaking(self._path):
            for code in changed:
                self._store("INSERT OR IGNORE INTO partition VALUES (?, ?, ?)", named[code], head, contents[code])
            if is_new:
                self._store("INSERT INTO snapshot VALUES (?, ?, ?)", snapshot.digest, head, shot)
        return head

    def placed(self, sequence: int, note: str = "") -> Head:
        """Writes down that the files of a release are in their places.

        Args:
            sequence: Number of the release.
            note: What is to be known about it, for example that files are missing.

        Raises:
            ValueError: There is no such release, or it is known already.
        """
        self._state.unplaced(sequence)
        return self._append(chain.PLACED, {"release": sequence, "note": note})

    def voided(self, sequence: int, reason: str) -> Head:
        """Writes down that a release did not take place; the regions are as they were before it.

        Args:
            sequence: Number of the release, the last one.
            reason: Why.

        Raises:
            ValueError: There is no such release, it took place, or a later one builds on it.
        """
        if self._state.unplaced(sequence) is not self._state.releases[-1]:
            raise ValueError(f"release {sequence} is not the last one")
        return self._append(chain.VOIDED, {"release": sequence, "reason": reason})

    def commit(self) -> None:
        """Makes what was written so far last, and goes on holding the ledger.

        Raises:
            OutputError: The disk is full; nothing of it is kept, and the ledger is let go.
        """
        with speaking(self._path):
            # In this mode SQLite keeps its lock between two transactions, so that nobody comes in between.
            self._connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            try:
                self._connection.execute("COMMIT")
                self._connection.execute("BEGIN IMMEDIATE")
            except sqlite3.Error:
                self._connection.execute("PRAGMA locking_mode=NORMAL")
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("PRAGMA locking_mode=NORMAL")

    def finish(self) -> None:
        """Makes what was written last, and lets go of the ledger.

        Raises:
            OutputError: The disk is full; nothing of it is kept.
        """
        if self._connection.in_transaction:
            with speaking(self._path):
                self._connection.execute("COMMIT")

    def _append(self, kind: str, content: Mapping[str, Any]) -> Head:
        if not self._connection.in_transaction:
            raise ValueError("the ledger was let go")
        entry = chain.follow(self._state.head, kind, self._moment, content)
        with speaking(self._path):
            chain.add(self._connection, entry)
        self._state.follow(entry)
        self._history = None
        return self._state.head

    def _store(self, query: str, digest: str, head: Head, content: bytes) -> None:
        self._connection.execute(query, (digest, head.sequence, packed(content)))

    def _check(self, release: Release, regions: Mapping[str, tuple[Region, ...]], snapshot: Snapshot) -> None:
        history = self.history
        if release.snapshot != snapshot.digest:
            raise ValueError("the release is of another snapshot")
        if not {figure.snapshot for figure in release.figures} <= {*history.snapshots, snapshot.digest}:
            raise ValueError("a figure is of an unknown snapshot")
        after = {**history.regions, **regions}
        if any(region.gemeentecode != code for code, found in regions.items() for region in found):
            raise ValueError("a region is of another municipality")
        known = {region.regio_id for found in after.values() for region in found}
        if not {figure.region.regio_id for figure in release.figures} <= known:
            raise ValueError("a figure is of no frozen region")
        of_figures = {f.region.gemeentecode for earlier in history.releases for f in earlier.figures}
        for code, found in regions.items():
            if not _disjoint(found):
                raise ValueError(f"regions of {code} overlap")
            if code in of_figures and not _coarser(found, history.regions[code]):
                raise SeriesError(
                    series=history.series.name,
                    reason=phrase(
                        "the regions of {code} would be cut anew, so that two maps give away the difference", code=code
                    ),
                    remedy=phrase(
                        "Make the export as the earlier ones were made, or start a new series under another name"
                    ),
                )


def _described(release: Release) -> dict[str, Any]:
    """A release as its entry says it; a region by its name, which the partitions explain."""
    digests = list(dict.fromkeys([release.snapshot, *(figure.snapshot for figure in release.figures)]))
    return {
        "made_at": release.made_at,
        "peildatum": release.peildatum,
        "resolution": release.resolution,
        "snapshot": release.snapshot,
        "grant": asdict(release.grant),
        "figure_snapshots": digests,
        "figures": [[f.region.regio_id, f.value, digests.index(f.snapshot)] for f in release.figures],
        "files": [[made.path, made.sha256] for made in release.files],
    }


def _disjoint(regions: tuple[Region, ...]) -> bool:
    cells = [cell for region in regions for cell in region.cells]
    return len(set(cells)) == len(cells)


def _coarser(regions: tuple[Region, ...], before: tuple[Region, ...]) -> bool:
    """Whether each of the earlier regions lies within one region."""
    owner = {cell: number for number, region in enumerate(regions) for cell in region.cells}
    held = ({owner.get(cell, -1) for cell in region.cells} for region in before)
    return all(len(owners) <= 1 and -1 not in owners for owners in held)
