"""The hash chain of a ledger: entries that can only be added, each sealed with all that came before."""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ..phrases import phrase
from ..refusals import LedgerDamagedError

#: Kinds of entries: the definition of the series; an export; what became of its files.
SERIES = "series"
RELEASE = "release"
PLACED = "placed"
VOIDED = "voided"

_START = "0" * 64


@dataclass(frozen=True)
class Head:
    """The last entry: whoever knows it can tell whether a ledger still has all that was in it then.

    Attributes:
        sequence: Number of the entry, from 1; 0 before there is one.
        digest: Its digest, which covers all entries before it.
    """

    sequence: int
    digest: str


START = Head(0, _START)


@dataclass(frozen=True)
class Entry:
    """One entry of the chain.

    Attributes:
        sequence: Number, from 1 without gaps.
        kind: SERIES, RELEASE, PLACED or VOIDED.
        made_at: UTC, ISO 8601 with seconds.
        payload: What happened, as canonical JSON.
        previous: Digest of the entry before.
        digest: Of all this.
    """

    sequence: int
    kind: str
    made_at: str
    payload: str
    previous: str
    digest: str

    def sealed(self) -> str:
        """The digest that it should have."""
        return _digest(self.sequence, self.kind, self.made_at, self.payload, self.previous)

    def content(self) -> dict[str, Any]:
        """The payload.

        Raises:
            ValueError: It is no JSON object.
        """
        found = json.loads(self.payload)
        if not isinstance(found, dict):
            raise ValueError(self.sequence)
        return found


def follow(head: Head, kind: str, moment: datetime, content: Mapping[str, Any]) -> Entry:
    """The next entry.

    Args:
        head: The last one.
        kind: Of the new one.
        moment: When it is made.
        content: JSON-ready. A salt is added: digests are published, and without it one could be tried against guesses
            of what an export left out.
    """
    salted = {"salt": salt(), **content}
    payload = json.dumps(salted, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    sequence, made_at = head.sequence + 1, stamp(moment)
    return Entry(sequence, kind, made_at, payload, head.digest, _digest(sequence, kind, made_at, payload, head.digest))


def add(connection: sqlite3.Connection, entry: Entry) -> None:
    """Writes an entry; committing is up to the caller."""
    connection.execute(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)",
        (entry.sequence, entry.kind, entry.made_at, entry.payload, entry.previous, entry.digest),
    )


def entries(connection: sqlite3.Connection, path: Path) -> Iterator[Entry]:
    """All entries in order, each checked.

    Args:
        connection: Of the ledger.
        path: The ledger, for messages.

    Raises:
        LedgerDamagedError: An entry was changed, moved or removed.
    """
    head = START
    for row in connection.execute("SELECT * FROM entry ORDER BY sequence"):
        entry = Entry(*row)
        if not all(isinstance(part, str) for part in row[1:]):
            raise LedgerDamagedError(
                file=str(path), reason=phrase("entry {sequence} can't be read", sequence=entry.sequence)
            )
        if entry.sequence != head.sequence + 1:
            raise LedgerDamagedError(
                file=str(path), reason=phrase("entry {sequence} is missing", sequence=head.sequence + 1)
            )
        if entry.previous != head.digest:
            raise LedgerDamagedError(
                file=str(path),
                reason=phrase("entry {sequence} does not follow the one before", sequence=entry.sequence),
            )
        if entry.sealed() != entry.digest:
            raise LedgerDamagedError(
                file=str(path), reason=phrase("entry {sequence} was changed", sequence=entry.sequence)
            )
        yield entry
        head = Head(entry.sequence, entry.digest)
    if head == START:
        raise LedgerDamagedError(file=str(path), reason=phrase("it has no entries"))


def salt() -> str:
    """What makes digests of the same content differ: 32 random hexadecimal digits."""
    return secrets.token_hex(16)


def stamp(moment: datetime) -> str:
    """A moment as the ledger writes it: UTC, ISO 8601 with seconds.

    Args:
        moment: With its time zone.

    Raises:
        ValueError: It has none.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(timezone.utc).isoformat(timespec="seconds")


def _digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode("ascii")).hexdigest()
