"""What is in a ledger as plain data."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from .atoms import Region, Snapshot
from .grant import Grant
from .history import Figure, History, Release
from .ledger_content import bytes_to_regions, bytes_to_snapshot
from .ledger_state import Recorded, State, partition_content, snapshot_content


def read_history(connection: sqlite3.Connection, path: Path, state: State) -> History:
    """All that was decided and released, of releases that took place or may have.

    Args:
        connection: Of the ledger.
        path: The ledger, for messages.
        state: After its last entry.

    Raises:
        LedgerDamagedError: A partition or snapshot is not as it was written.
    """
    return _Reader(path, connection, state).history()


class _Reader:
    """Reads each partition once; a region that comes back in several is one object."""

    def __init__(self, path: Path, connection: sqlite3.Connection, state: State) -> None:
        self._path = path
        self._connection = connection
        self._state = state
        self._regions: dict[Region, Region] = {}
        self._partitions: dict[str, tuple[Region, ...]] = {}

    def history(self) -> History:
        digests = dict.fromkeys(digest for release in self._state.releases for digest in release.snapshots)
        return History(
            series=self._state.defined(),
            regions={code: self._partition(digest) for code, digest in self._state.regions.items()},
            snapshots={digest: self._snapshot(digest) for digest in digests},
            releases=tuple(self._release(release) for release in self._state.releases),
        )

    def _partition(self, digest: str) -> tuple[Region, ...]:
        if digest not in self._partitions:
            found = bytes_to_regions(partition_content(self._connection, self._path, digest))
            self._partitions[digest] = tuple(self._regions.setdefault(region, region) for region in found)
        return self._partitions[digest]

    def _snapshot(self, digest: str) -> Snapshot:
        return bytes_to_snapshot(digest, snapshot_content(self._connection, self._path, self._state, digest))

    def _release(self, recorded: Recorded) -> Release:
        content, digests = recorded.content, recorded.snapshots
        named = {r.regio_id: r for digest in recorded.regions.values() for r in self._partition(digest)}
        return Release(
            made_at=content["made_at"],
            grant=Grant(**content["grant"]),
            peildatum=content["peildatum"],
            resolution=content["resolution"],
            snapshot=content["snapshot"],
            figures=tuple(Figure(named[name], digests[at], value) for name, value, at in content["figures"]),
            files=recorded.files,
            sequence=recorded.sequence,
        )
