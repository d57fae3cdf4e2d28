"""Fingerprints of files: whether a file still holds what it held, without reading a large one whole."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from ..core.errors import ArbeidsmigratieError

#: Files up to this size are read whole (bytes): deliveries and lists are smaller.
_WHOLE = 32_000_000

#: Of larger files so many blocks of so many bytes are read, evenly spread.
_BLOCKS, _BLOCK = 64, 4096


def fingerprint_of(path: str) -> str:
    """A short text that changes with the content of a file; "" if it can't be read.

    Of a file over 32 MB its size and 64 blocks count, none of them the first: there SQLite keeps a counter that changes
    whenever QGIS opens the file. It tells a file that was replaced, not one in which a row was changed.

    Args:
        path: Of the file, with the name of a layer after a bar if it has one.
    """
    file = Path(path.partition("|")[0])
    try:
        found = file.stat()
        return _fingerprint(file, found.st_size, found.st_mtime_ns) if file.is_file() else ""
    except OSError:
        return ""


@lru_cache(maxsize=256)
def _fingerprint(file: Path, size: int, changed: int) -> str:
    """As long as size and time of the file stay, so does what was read."""
    if size <= _WHOLE:
        return hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    read = hashlib.sha256(str(size).encode())
    with file.open("rb") as stream:
        for at in range(1, _BLOCKS + 1):
            stream.seek(size * at // (_BLOCKS + 1))
            read.update(stream.read(_BLOCK))
    return read.hexdigest()[:16]


#: What an organisation sets that a regional map depends on.
_OF_A_MAP = ("signals", "beleid", "regions")


def settings_print() -> str:
    """A short text that changes with what the organisation has set and a map depends on; "" where nothing is set.

    What can't be used is for the run to refuse: here it counts as nothing.
    """
    found = [text for key in _OF_A_MAP for text in _set(key)]
    return hashlib.sha256("\n".join(found).encode()).hexdigest()[:16] if found else ""


def _set(key: str) -> list[str]:
    from .organisation import levels

    try:
        return [f"{key} {one.value} {fingerprint_of(str(one.value))}" for one in levels(key)]
    except ArbeidsmigratieError:
        return [f"{key} ?"]
