"""What the entries of a ledger come to: the series, the releases that count, the regions as they are now."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

from ..errors import ArbeidsmigratieError
from ..phrases import phrase
from ..refusals import LedgerDamagedError
from . import ledger_chain as chain
from .history import FileMade, Series
from .ledger_chain import Entry, Head
from .ledger_content import partition_digest, snapshot_seal, unpacked
from .rules import Rules

#: What reading a payload of another form ends in.
_OTHER_FORM = (KeyError, TypeError, ValueError, IndexError, AttributeError, ArbeidsmigratieError)


@dataclass
class Recorded:
    """A release in the chain that was not voided.

    Attributes:
        sequence: Number of its entry.
        content: What the entry says.
        regions: Municipality -> digest of its partition, from this release on.
        placed: Whether it is known that its files went to their places.
    """

    sequence: int
    content: Mapping[str, Any]
    regions: Mapping[str, str]
    placed: bool = False

    @property
    def snapshots(self) -> list[str]:
        """Digests of the snapshots that its figures were computed from, its own first."""
        return [str(digest) for digest in self.content["figure_snapshots"]]

    @property
    def files(self) -> tuple[FileMade, ...]:
        """Its package."""
        return tuple(FileMade(str(path), str(sha256)) for path, sha256 in self.content["files"])


@dataclass
class State:
    """A ledger after its last entry.

    Attributes:
        identity: Tells the ledger from every other.
        series: Its definition.
        last_at: When the last entry was made.
        digests: Of all entries, in order.
        releases: Those that were not voided, in order.
        partitions: Digests of all partitions that an entry names.
        seals: Digest of a snapshot -> salt and seal of its bytes.
    """

    identity: str = ""
    series: Optional[Series] = None
    last_at: str = ""
    digests: list[str] = field(default_factory=list)
    releases: list[Recorded] = field(default_factory=list)
    partitions: set[str] = field(default_factory=set)
    seals: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def head(self) -> Head:
        """The last entry."""
        return Head(len(self.digests), self.digests[-1]) if self.digests else chain.START

    @property
    def regions(self) -> Mapping[str, str]:
        """Municipality -> digest of its partition now."""
        return self.releases[-1].regions if self.releases else {}

    @property
    def pending(self) -> list[Recorded]:
        """Releases of which it is not known what became of their files."""
        return [release for release in self.releases if not release.placed]

    def defined(self) -> Series:
        """The definition of the series.

        Raises:
            ValueError: There is none yet.
        """
        if self.series is None:
            raise ValueError("no series")
        return self.series

    def contains(self, head: Head) -> bool:
        """Whether an entry is one of this chain."""
        return 0 < head.sequence <= len(self.digests) and self.digests[head.sequence - 1] == head.digest

    def unplaced(self, sequence: int) -> Recorded:
        """A release of which it is not known what became of its files.

        Raises:
            ValueError: There is none with this number.
        """
        for release in self.pending:
            if release.sequence == sequence:
                return release
        raise ValueError(f"release {sequence} is not waiting")

    def follow(self, entry: Entry) -> None:
        """Takes in the next entry.

        Raises:
            ValueError, KeyError, TypeError, RulesError: It can't follow what was there, or has another form.
        """
        content = entry.content()
        if (entry.kind == chain.SERIES) != (not self.digests):
            raise ValueError("the series stands first, once")
        if entry.kind == chain.SERIES:
            self.identity, self.series = str(content["identity"]), series_of(content["series"])
        elif entry.kind == chain.RELEASE:
            self._release(entry.sequence, content)
        elif entry.kind == chain.PLACED:
            self.unplaced(int(content["release"])).placed = True
        elif entry.kind == chain.VOIDED:
            self._void(int(content["release"]))
        else:
            raise ValueError(entry.kind)
        self.digests.append(entry.digest)
        self.last_at = entry.made_at

    def _release(self, sequence: int, content: Mapping[str, Any]) -> None:
        changed = {str(code): str(digest) for code, digest in content["partitions"].items()}
        self.partitions |= set(changed.values())
        for digest, seal in content["snapshots"].items():
            self.seals[str(digest)] = str(content["salt"]), str(seal)
        found = Recorded(sequence, content, {**self.regions, **changed})
        if not set(found.snapshots) <= set(self.seals):
            raise ValueError("an unknown snapshot")
        self.releases.append(found)

    def _void(self, sequence: int) -> None:
        """Takes back the last release, and with it the regions that it changed."""
        self.unplaced(sequence)
        if self.releases[-1].sequence != sequence:
            raise ValueError("a later release builds on it")
        self.releases.pop()


def replayed(connection: sqlite3.Connection, path: Path) -> State:
    """The state of a ledger, with its whole chain checked.

    Args:
        connection: Of the ledger.
        path: The ledger, for messages.

    Raises:
        LedgerDamagedError: An entry was changed, moved or removed.
    """
    state = State()
    for entry in chain.entries(connection, path):
        _take_in(state, entry, path)
    return state


def _take_in(state: State, entry: Entry, path: Path) -> None:
    try:
        datetime.fromisoformat(entry.made_at)
        state.follow(entry)
    except _OTHER_FORM:
        raise LedgerDamagedError(
            file=str(path), reason=phrase("entry {sequence} can't be read", sequence=entry.sequence)
        ) from None


def check_contents(connection: sqlite3.Connection, path: Path, state: State) -> None:
    """Compares the bytes of all partitions and snapshots with what the chain says of them.

    Args:
        connection: Of the ledger.
        path: The ledger, for messages.
        state: After its last entry.

    Raises:
        LedgerDamagedError: Some are missing, too many or changed.
    """
    tables = (
        ("partition", "SELECT digest FROM partition", state.partitions),
        ("snapshot", "SELECT digest FROM snapshot", set(state.seals)),
    )
    for table, query, named in tables:
        found = {row[0] for row in connection.execute(query)}
        if named - found:
            raise LedgerDamagedError(
                file=str(path), reason=phrase("a {table} that an entry names is missing", table=table)
            )
        if found - named:
            raise LedgerDamagedError(file=str(path), reason=phrase("there is a {table} without its entry", table=table))
    for digest in sorted(state.partitions):
        partition_content(connection, path, digest)
    for digest in sorted(state.seals):
        snapshot_content(connection, path, state, digest)


def partition_content(connection: sqlite3.Connection, path: Path, digest: str) -> bytes:
    """The bytes of a partition.

    Raises:
        LedgerDamagedError: They are not those that were written.
    """
    content = _content(connection, path, "SELECT content FROM partition WHERE digest = ?", digest)
    if partition_digest(content) != digest:
        raise LedgerDamagedError(file=str(path), reason=phrase("a partition was changed"))
    return content


def snapshot_content(connection: sqlite3.Connection, path: Path, state: State, digest: str) -> bytes:
    """The bytes of a snapshot.

    Raises:
        LedgerDamagedError: They are not those that were written.
    """
    salt, seal = state.seals[digest]
    content = _content(connection, path, "SELECT content FROM snapshot WHERE digest = ?", digest)
    if snapshot_seal(salt, content) != seal:
        raise LedgerDamagedError(file=str(path), reason=phrase("a snapshot was changed"))
    return content


def _content(connection: sqlite3.Connection, path: Path, query: str, digest: str) -> bytes:
    row = connection.execute(query, (digest,)).fetchone()
    try:
        return unpacked(row[0] if row else None)
    except ValueError:
        raise LedgerDamagedError(file=str(path), reason=phrase("a partition or snapshot can't be read")) from None


def series_to_json(series: Series) -> dict[str, Any]:
    """The definition of a series, JSON-ready."""
    return asdict(series)


def series_of(content: Mapping[str, Any]) -> Series:
    """The definition of a series that was written.

    Raises:
        KeyError, TypeError, RulesError: It is something else.
    """
    return Series(
        name=str(content["name"]),
        rules=Rules(**content["rules"]),
        base_resolution=int(content["base_resolution"]),
        pipeline=str(content["pipeline"]),
        rounding=int(content["rounding"]),
    )
