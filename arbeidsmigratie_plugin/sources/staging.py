"""Outputs in the making: drafts beside their places, that take them together or not at all."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from ..core.errors import OutputError
from ..core.phrases import phrase

_PREFIX = ".arbeidsmigratie-"

#: What SQLite puts beside a file, and plays into whatever has its name later.
_BESIDE = ("-wal", "-shm", "-journal")

_HELD = phrase("another program has it open for editing, for example QGIS: stop editing or remove the layer there")

#: A folder of drafts in which nothing changed for so long is of a run that was killed (s).
_ABANDONED = 3600


@contextmanager
def staged(targets: Sequence[Path]) -> Iterator[list[Path]]:
    """Drafts beside outputs, that take their places when the block ends well and vanish otherwise.

    Args:
        targets: The outputs; drafts of one folder lie together in one folder, under their own names.

    Raises:
        OutputError: A folder can't be written to, an output is a folder or in use; nothing has changed then.
    """
    for target in targets:
        check_place(target)
        release(target)
    with ExitStack() as stack:
        of_folder = {target.parent: target for target in targets}
        folders = {folder: stack.enter_context(_staging_folder(target)) for folder, target in of_folder.items()}
        drafts = [folders[target.parent] / target.name for target in targets]
        yield drafts
        _put_in_place(drafts, targets)


def check_place(target: Path) -> None:
    """Refuses an output that could never take its place.

    Args:
        target: The output.

    Raises:
        OutputError: There is a folder of that name.
    """
    if target.is_dir():
        raise OutputError(file=str(target), reason=phrase("it is a folder; give the name of a file"))


def release(target: Path) -> None:
    """Sees to it that a GeoPackage can be replaced: nothing that SQLite keeps beside it may get into the new one.

    Args:
        target: A file that is to be replaced, or where one was.

    Raises:
        OutputError: Another program is writing it.
    """
    if target.suffix.lower() != ".gpkg":
        return
    beside = [target.with_name(target.name + end) for end in _BESIDE]
    if target.is_file() and any(path.exists() for path in beside):
        try:
            with closing(sqlite3.connect(target, timeout=1, isolation_level=None)) as database:
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                database.execute("PRAGMA journal_mode=DELETE")
                database.execute("BEGIN EXCLUSIVE")
                database.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise OutputError(file=str(target), reason=_HELD) from None
        except sqlite3.DatabaseError:  # no database, or a damaged one: it is replaced anyway
            pass
    try:
        for path in beside:
            path.unlink(missing_ok=True)
    except OSError:
        raise OutputError(file=str(target), reason=_HELD) from None


@contextmanager
def _staging_folder(target: Path) -> Iterator[Path]:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(target.parent)
        folder = tempfile.TemporaryDirectory(dir=target.parent, prefix=_PREFIX)
    except OSError as error:
        raise OutputError(file=str(target), reason=error.strerror or phrase("no access to the folder")) from None
    with folder as name:
        yield Path(name)


def _remove_abandoned(folder: Path) -> None:
    """Runs that were killed leave their drafts, with addresses in them."""
    for left in folder.glob(f"{_PREFIX}*"):
        try:
            changed = max(path.stat().st_mtime for path in (left, *left.rglob("*")))
        except OSError:  # another run ends just now
            continue
        if time.time() - changed > _ABANDONED:
            shutil.rmtree(left, ignore_errors=True)


def _put_in_place(drafts: Sequence[Path], targets: Sequence[Path]) -> None:
    """Moves drafts to their places; if one can't be moved, what was there before comes back."""
    moved: list[tuple[Path, Path]] = []
    try:
        for draft, target in zip(drafts, targets):
            release(target)
            old = draft.with_name(f"{draft.name}.old")
            if len(targets) > 1 and target.exists():  # one draft takes its place in a single step
                target.replace(old)
            moved.append((target, old))
            draft.replace(target)
    except OSError as error:
        for place, old in reversed(moved):
            if old.exists():
                old.replace(place)
            elif len(targets) > 1:
                place.unlink(missing_ok=True)
        raise OutputError(file=str(target), reason=error.strerror or phrase("it is in use")) from None
