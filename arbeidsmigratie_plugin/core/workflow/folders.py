"""The folder of a project: can it be written, is it copied to a cloud, and is there a project of ours already?"""

from __future__ import annotations

import os
import re
import zipfile
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Optional

#: Words in the path of a folder that is copied to somebody else's computer.
_CLOUDS = re.compile(
    r"(?i)(?:^|[^a-z])(onedrive|dropbox|google ?drive|googledrive|icloud(?:drive)?|nextcloud|box sync)"
)

#: What the project file has where this plugin remembers its work, in the two ways that QGIS writes it.
_OURS = (
    re.compile(rb"<arbeidsmigratie>.{0,2000}?<werk\b", re.DOTALL),
    re.compile(rb'<properties name="arbeidsmigratie">.{0,2000}?<properties name="werk"', re.DOTALL),
)

#: So much of a project file is looked at (bytes), and so many files of a folder.
_MOST, _MOST_FILES = 64_000_000, 50


class FolderLack(Enum):
    """Why a folder can't hold a project."""

    NONE = "none"  # not chosen
    RELATIVE = "relative"
    FILE = "file"  # it is a file, or lies below one
    PROTECTED = "protected"


def folder_lack(folder: str) -> Optional[FolderLack]:
    """Why a folder can't hold a project; None if it can. It need not be there yet.

    Args:
        folder: Path, as a user typed it.
    """
    if not folder.strip():
        return FolderLack.NONE
    path = Path(folder.strip()).expanduser()
    if not path.is_absolute():
        return FolderLack.RELATIVE
    try:
        there = next(one for one in (path, *path.parents) if one.exists())
        if not there.is_dir():
            return FolderLack.FILE
    except (OSError, StopIteration, ValueError):
        return FolderLack.PROTECTED
    return None if os.access(there, os.W_OK | os.X_OK) else FolderLack.PROTECTED


def cloud(folder: str) -> str:
    """The cloud to which a folder is copied, by the words in its path; "" if none is known.

    Args:
        folder: Path.
    """
    found = _CLOUDS.search(folder)
    return found[1] if found else ""


def project_in(folder: Path, besides: Optional[Path] = None) -> Optional[Path]:
    """The project file in a folder that holds the work of this plugin, the newest if there are several.

    Args:
        folder: Which need not be there.
        besides: A file that does not count.
    """
    with suppress(OSError):
        files = [file for file in folder.iterdir() if file.suffix.lower() in (".qgz", ".qgs") and file != besides]
        newest = sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)
        return next((file for file in newest[:_MOST_FILES] if _is_ours(file)), None)
    return None


def _is_ours(file: Path) -> bool:
    with suppress(OSError, zipfile.BadZipFile, RuntimeError, EOFError):
        if file.suffix.lower() == ".qgs":
            with file.open("rb") as stream:
                return _has_work(stream.read(_MOST))
        with zipfile.ZipFile(file) as packed:
            for name in packed.namelist():
                if name.lower().endswith(".qgs"):
                    with packed.open(name) as stream:
                        return _has_work(stream.read(_MOST))
    return False


def _has_work(content: bytes) -> bool:
    return any(form.search(content) for form in _OURS)
