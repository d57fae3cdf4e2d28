"""The file of a ledger: SQLite, with every setting that keeps what was committed and nothing of what was removed."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ..errors import OutputError
from ..phrases import phrase
from ..refusals import LedgerBusyError, LedgerDamagedError, LedgerMissingError, LedgerOtherError

#: 'AMGB': tells a ledger from every other SQLite file.
APPLICATION = 0x414D4742
VERSION = 1

_TABLES = (
    "CREATE TABLE entry (sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, made_at TEXT NOT NULL,"
    " payload TEXT NOT NULL, previous TEXT NOT NULL, digest TEXT NOT NULL)",
    "CREATE TABLE partition (digest TEXT PRIMARY KEY, sequence INTEGER NOT NULL REFERENCES entry, content BLOB)",
    "CREATE TABLE snapshot (digest TEXT PRIMARY KEY, sequence INTEGER NOT NULL REFERENCES entry, content BLOB)",
    "CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries stay'); END",
    "CREATE TRIGGER entry_is_fixed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries are fixed'); END",
)

#: EXTRA is FULL with one step more: after a power cut a committed export stays committed, also in the folder listing.
#: A journal that is deleted works on network shares, where a write-ahead log does not. What is removed is overwritten.
_SETTINGS = ("synchronous=EXTRA", "journal_mode=DELETE", "secure_delete=ON", "foreign_keys=ON")

#: A file in the making that is older (s) is of a start that was killed.
_ABANDONED = 3600


def connect(path: Path, wait: float) -> sqlite3.Connection:
    """Opens a ledger and checks that its file is sound, apart from what is in it.

    Args:
        path: The ledger.
        wait: How long to wait for another process (s).

    Raises:
        LedgerMissingError: There is no such file.
        LedgerOtherError: It is no ledger, or one of a later version.
        LedgerDamagedError: It was cut off or changed.
        LedgerBusyError: Another process is writing.
    """
    if not path.exists():
        remedy = phrase("put it back, or give the path where it is now")
        raise LedgerMissingError(file=str(path), series=phrase("unknown"), remedy=remedy)
    # Never opened by Python itself: closing it would drop the locks that SQLite has on it in this process.
    if path.is_dir():
        raise _no_ledger(path, phrase("a folder"))
    if not path.stat().st_size:
        raise LedgerDamagedError(file=str(path), reason=phrase("it is empty"))
    connection = _connection(path, wait)
    try:
        with speaking(path):
            _check(connection, path)
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _connection(path: Path, wait: float, mode: str = "rw") -> sqlite3.Connection:
    """A connection to a file, also on a network share of Windows; in mode 'rw' it must be there."""
    place = path.absolute().as_posix()
    for sign in "%?#":
        place = place.replace(sign, f"%{ord(sign):02X}")
    authority = "//" if place.startswith("/") else "///"
    with speaking(path):
        address = f"file:{authority}{place}?mode={mode}"
        connection = sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)
    connection.text_factory = _text
    return connection


def _text(raw: bytes) -> str:
    """A text; one that is broken differs from what was sealed, and is found that way."""
    return raw.decode("utf-8", "replace")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if number(connection, "PRAGMA application_id") != APPLICATION:
        raise _no_ledger(path, phrase("another kind of data"))
    version = number(connection, "PRAGMA user_version")
    if version > VERSION:
        raise LedgerOtherError(
            file=str(path),
            found=phrase("a newer version of the plugin"),
            expected=phrase("this version"),
            remedy=phrase("update the plugin on this computer"),
        )
    tables = [row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    if version != VERSION or sorted(tables) != sorted(_TABLES):
        raise LedgerDamagedError(file=str(path), reason=phrase("its tables are not those of a ledger"))
    if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise LedgerDamagedError(file=str(path), reason=phrase("SQLite finds its pages broken"))
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise LedgerDamagedError(file=str(path), reason=phrase("an entry is missing"))


def number(connection: sqlite3.Connection, query: str) -> int:
    """The number that a query gives."""
    return int(connection.execute(query).fetchone()[0])


@contextmanager
def created(path: Path, identity: str) -> Iterator[sqlite3.Connection]:
    """A new, empty ledger that appears whole when the block ends well.

    Args:
        path: Where it goes; nothing may be there.
        identity: Of the ledger.

    Raises:
        OutputError: A file is there already, or it can't be written.
    """
    draft = path.with_name(f".{path.name}-{identity}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(path)
        with closing(_connection(draft, 0.0, "rwc")) as connection:
            with speaking(path):
                for setting in (*_SETTINGS, f"application_id={APPLICATION}", f"user_version={VERSION}"):
                    connection.execute(f"PRAGMA {setting}")
                for table in _TABLES:
                    connection.execute(table)
            yield connection
        _appear(draft, path)
    except OSError as error:
        raise OutputError(file=str(path), reason=error.strerror or phrase("no access to the folder")) from None
    finally:
        for left in path.parent.glob(f"{draft.name}*"):
            with suppress(OSError):
                left.unlink()


def _appear(draft: Path, path: Path) -> None:
    """Gives a file its name, unless another process was first."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise OutputError(
            file=str(path), reason=phrase("there is a file already; give the name of a new one")
        ) from None
    except OSError:  # a file system without links
        if path.exists():
            raise OutputError(
                file=str(path), reason=phrase("there is a file already; give the name of a new one")
            ) from None
        draft.rename(path)


def _remove_abandoned(path: Path) -> None:
    for left in path.parent.glob(f".{path.name}-*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """What SQLite says about a ledger becomes an error that a user can act on.

    Args:
        path: The ledger.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.NotSupportedError):
        raise  # a mistake of ours
    except sqlite3.Error as error:
        raise _meaning(path, str(error)) from None
    except UnicodeDecodeError:  # of what SQLite says about it
        raise LedgerDamagedError(file=str(path), reason=phrase("its texts are broken")) from None


def _meaning(path: Path, said: str) -> Exception:
    if "locked" in said or "busy" in said:
        return LedgerBusyError(file=str(path))
    if "not a database" in said:
        return _no_ledger(path, phrase("another kind of data"))
    if "readonly" in said:
        return OutputError(file=str(path), reason=phrase("you may not change it or its folder; ask for that right"))
    if "full" in said:
        return OutputError(file=str(path), reason=phrase("the disk is full"))
    if "unable to open" in said:
        return OutputError(file=str(path), reason=phrase("no access to the file, or to its folder"))
    if "I/O" in said:
        return OutputError(file=str(path), reason=phrase("the disk or the network share gives an error"))
    return LedgerDamagedError(file=str(path), reason=said)


def _no_ledger(path: Path, found: str) -> LedgerOtherError:
    return LedgerOtherError(
        file=str(path),
        found=found,
        expected=phrase("a ledger"),
        remedy=phrase("give the path of the ledger, or put back a good copy"),
    )
