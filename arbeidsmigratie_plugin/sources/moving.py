"""Files of a package on their way from drafts to their places, and back."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..core.disclosure.history import FileMade
from ..core.errors import OutputError
from ..core.phrases import phrase
from .staging import release

_PREFIX = ".heatmap-"
_OLD = ".oud"
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Move:
    """A file of a package.

    Attributes:
        draft: Where it was made.
        target: Where it goes.
        sha256: Its checksum.
    """

    draft: Path
    target: Path
    sha256: str

    @property
    def old(self) -> Path:
        """Where what was in its place waits until all files are in theirs."""
        return self.draft.with_name(self.draft.name + _OLD)

    def in_place(self) -> bool:
        """Whether the file is where it goes."""
        return checksum(self.target) == self.sha256

    def whole(self) -> bool:
        """Whether the draft is as it was made."""
        return checksum(self.draft) == self.sha256


def moves_of(files: Sequence[FileMade], staging: str) -> list[Move]:
    """The files of a package as the ledger remembers them.

    Args:
        files: The package.
        staging: Folder with the drafts.
    """
    return [Move(Path(staging) / Path(made.path).name, Path(made.path), made.sha256) for made in files]


def checksum(path: Path) -> str:
    """SHA-256 of a file, "" where it can't be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()


def put(moves: Sequence[Move], step: Callable[[str], None]) -> None:
    """Moves drafts to their places; if one can't be moved, or a step stops it, those that were go back.

    Args:
        moves: The files; one that is in its place already stays there.
        step: Told of each move; raises to stop.

    Raises:
        OutputError: A file can't be moved.
    """
    begun: list[Move] = []
    try:
        for number, move in enumerate(moves):
            step(f"moving {number}")
            if not move.in_place():
                begun.append(move)
                _put_one(move, partial(step, f"replacing {number}"))
        for folder in {move.target.parent for move in moves}:
            sync_folder(folder)
        step("in place")
    except BaseException:
        for move in reversed(begun):
            _take_back(move)
        raise


def _put_one(move: Move, half: Callable[[], None]) -> None:
    try:
        release(move.target)
        if move.target.exists() and not move.old.exists():
            move.target.replace(move.old)
        half()
        move.draft.replace(move.target)
    except OSError as error:
        raise OutputError(file=str(move.target), reason=error.strerror or phrase("it is in use")) from None


def _take_back(move: Move) -> None:
    """Brings back a draft and what was in its place before; what can't be moved shows by the missing draft."""
    with suppress(OSError):
        if not move.draft.exists():
            move.target.replace(move.draft)
        if move.old.exists():
            move.old.replace(move.target)


def spoil(moves: Sequence[Move]) -> None:
    """Empties drafts, so that no later export takes them for a package that is to be completed."""
    for move in moves:
        with suppress(OSError):
            os.truncate(move.draft, 0)


def sync(path: Path) -> None:
    """Waits until a file is on the disk: what the ledger says must not be there before the file."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk, where the system can do so."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def staging_name(identity: str, token: str) -> str:
    """Name of a folder with drafts, that tells whose it is.

    Args:
        identity: Of the ledger.
        token: Tells it from others.
    """
    return f"{_PREFIX}{identity[:16]}-{token}"


def discard(folder: Path, identity: str) -> None:
    """Removes a folder with drafts of this ledger, and no other folder.

    What waits in it for a place that is empty goes there first; as long as it can't, the folder stays.

    Args:
        folder: The folder.
        identity: Of the ledger.
    """
    if not folder.name.startswith(staging_name(identity, "")) or folder.is_symlink():
        return
    for old in folder.glob(f"*{_OLD}"):
        target = folder.parent / old.name[: -len(_OLD)]
        if not target.exists():
            with suppress(OSError):
                old.replace(target)
        if not target.exists():
            return
    shutil.rmtree(folder, ignore_errors=True)


def forget_old(moves: Sequence[Move]) -> None:
    """Removes what was in the places of files, so that no file of an earlier package comes to stand beside new ones."""
    for move in moves:
        with suppress(OSError):
            move.old.unlink()


def discard_abandoned(parent: Path, identity: str) -> None:
    """Removes what exports that were killed left in a folder.

    Args:
        parent: Where packages go.
        identity: Of the ledger; whoever holds it knows that no other export is under way.
    """
    for folder in parent.glob(staging_name(identity, "*")):
        discard(folder, identity)
