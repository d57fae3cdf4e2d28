"""The ledger: what was released in a series, at the data owner, so that the next export knows of all before it.

One SQLite file with a hash chain. An export holds it from before the audit until its files are in their places, so
two exports never decide at the same time, and what a crash left behind is seen by whoever holds it next.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Optional

from ..errors import ArbeidsmigratieError
from ..phrases import phrase
from ..refusals import ClockError, LedgerBusyError, LedgerDamagedError, LedgerOtherError, SeriesError
from . import ledger_chain as chain
from . import ledger_schema as schema
from .history import History, Series
from .ledger_chain import Head
from .ledger_content import bytes_to_snapshot
from .ledger_reader import read_history
from .ledger_schema import speaking
from .ledger_session import Session
from .ledger_state import State, check_contents, replayed, series_to_json, snapshot_content
from .recordkeys import snapshot_digest

__all__ = ["Head", "Ledger", "Session"]

#: How long to wait for another export (s), and how often to ask whether the user still wants to.
PATIENCE = 120.0
_TURN = 0.5

#: Clocks of computers that share a ledger differ by so much (s) though each is set by a time server; a clock that was
#: set back, or one in the wrong time zone, differs by more.
_CLOCKS_DIFFER = 5


class Ledger:
    """A ledger that was found sound; made by create and open.

    Attributes:
        path: Its file.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, state: State) -> None:
        self.path = path
        self._connection = connection
        self._state = state

    @classmethod
    def create(cls, path: Path, series: Series, identity: str, now: datetime) -> Ledger:
        """Starts a ledger; its file appears whole.

        Args:
            path: Where it goes; nothing may be there.
            series: The definition of the series.
            identity: Tells it from every other ledger.
            now: The time, with its zone.

        Raises:
            OutputError: There is a file already, or it can't be written.
        """
        with schema.created(path, identity) as connection:
            content = {"identity": identity, "series": series_to_json(series)}
            with speaking(path):
                chain.add(connection, chain.follow(chain.START, chain.SERIES, now, content))
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, secret: Optional[bytes] = None) -> Ledger:
        """Opens a ledger and checks all that is in it.

        Args:
            path: The ledger.
            secret: Secret of the series, to check what the snapshots hold against their names.

        Raises:
            LedgerMissingError: There is no such file.
            LedgerOtherError: It is no ledger, or one of a later version.
            LedgerDamagedError: It is not as it was written.
            LedgerBusyError: Another export is writing.
        """
        connection = schema.connect(path, PATIENCE)
        try:
            with speaking(path):
                connection.execute("BEGIN")  # another export may write between the checks
                state = replayed(connection, path)
                check_contents(connection, path, state)
                connection.execute("COMMIT")
            ledger = cls(path, connection, state)
            if secret is not None:
                ledger.check_secret(secret)
        except BaseException:
            connection.close()
            raise
        return ledger

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    @property
    def identity(self) -> str:
        """Tells the ledger from every other."""
        return self._state.identity

    @property
    def series(self) -> Series:
        """The definition of the series."""
        return self._state.defined()

    @property
    def history(self) -> History:
        """All that was decided and released, as of the last look at the file; for reading only."""
        with speaking(self.path):
            return read_history(self._connection, self.path, self._state)

    def head(self) -> Head:
        """The last entry, as of the last look at the file."""
        return self._state.head

    def contains(self, head: Head) -> bool:
        """Whether an entry is in the chain; if one that was seen before is not, this is an older copy, or another."""
        return self._state.contains(head)

    def check_secret(self, secret: bytes) -> None:
        """Compares what the snapshots hold with their keyed names.

        Args:
            secret: Secret of the series.

        Raises:
            LedgerDamagedError: One does not fit.
        """
        for digest in self._state.seals:
            with speaking(self.path):
                content = snapshot_content(self._connection, self.path, self._state, digest)
            if snapshot_digest(secret, bytes_to_snapshot(digest, content)) != digest:
                raise LedgerDamagedError(
                    file=str(self.path), reason=phrase("its snapshots do not fit the secret of the series")
                )

    def check(self, series: Series) -> None:
        """Refuses an export that does not go with the series of the ledger.

        Args:
            series: As the export would have it.

        Raises:
            LedgerOtherError: It is another series.
            SeriesError: It has another grid, another pipeline, other rounding or weaker rules.
        """
        mine = self.series
        if series.name != mine.name:
            raise LedgerOtherError(
                file=str(self.path),
                found=phrase("series '{series}'", series=mine.name),
                expected=phrase("series '{series}'", series=series.name),
                remedy=phrase("give SERIES '{series}', or the LEDGER of the other series", series=mine.name),
            )
        for reason in _differences(mine, series):
            raise SeriesError(
                series=mine.name,
                reason=reason,
                remedy=phrase(
                    "Use the version and settings of the plugin that it was started with, or start a new series "
                    "under another name"
                ),
            )

    @contextmanager
    def writing(
        self, now: datetime, patience: float = PATIENCE, waiting: Callable[[], None] = lambda: None
    ) -> Iterator[Session]:
        """Holds the ledger for one export: what the block writes is committed at its end, or nothing of it.

        Args:
            now: The time, with its zone.
            patience: How long to wait for another export (s).
            waiting: Called while waiting; raises to stop.

        Raises:
            LedgerBusyError: Another export holds it.
            LedgerDamagedError: It was changed since it was opened.
            ClockError: The time is before that of the last entry.
            OutputError: It can't be written.
        """
        waited = self._hold(patience, waiting)
        try:
            session = self._session(now + timedelta(seconds=waited))
            yield session
            session.finish()
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise
        finally:
            with suppress(ArbeidsmigratieError), speaking(self.path):
                self._state = replayed(self._connection, self.path)

    def _hold(self, patience: float, waiting: Callable[[], None]) -> float:
        """Begins to write, and says how long that took (s): the clock went on while waiting."""
        began = time.monotonic()
        with speaking(self.path):
            self._connection.execute(f"PRAGMA busy_timeout={int(min(patience, _TURN) * 1000)}")
        while not self._begun():
            if time.monotonic() - began >= patience:
                raise LedgerBusyError(file=str(self.path))
            waiting()
        return time.monotonic() - began

    def _begun(self) -> bool:
        try:
            with speaking(self.path):
                self._connection.execute("BEGIN IMMEDIATE")
        except LedgerBusyError:
            return False
        return True

    def _session(self, moment: datetime) -> Session:
        with speaking(self.path):
            # A write that changes nothing: a full disk or a protected folder shows now, not after the audit.
            self._connection.execute(f"PRAGMA user_version={schema.VERSION}")
            state = replayed(self._connection, self.path)
        if not state.contains(self.head()):
            raise LedgerDamagedError(file=str(self.path), reason=phrase("it was replaced since it was opened"))
        last = datetime.fromisoformat(state.last_at)
        if moment < last - timedelta(seconds=_CLOCKS_DIFFER):
            raise ClockError(file=str(self.path), now=chain.stamp(moment), last=state.last_at)
        return Session(self.path, self._connection, state, max(moment, last))


def _differences(mine: Series, asked: Series) -> Iterator[str]:
    """What an export would have otherwise than its series, and may not."""
    if asked.base_resolution != mine.base_resolution:
        yield phrase(
            "its regions are made of cells of resolution {ours}, not {asked}",
            ours=mine.base_resolution,
            asked=asked.base_resolution,
        )
    if asked.pipeline != mine.pipeline:
        yield phrase(
            "another PROJ pipeline took its coordinates from RD to WGS84, so that addresses would change cells"
        )
    if asked.rounding != mine.rounding:
        yield phrase("its numbers are rounded to {ours}, not {asked}", ours=mine.rounding, asked=asked.rounding)
    if not asked.rules.at_least(mine.rules):
        yield phrase("the safety rules of this export are weaker than those of the series")
