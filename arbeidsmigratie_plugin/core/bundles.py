"""The offline bundle: a zip with the plugin and h3, for computers without internet; checked whole before it is used.

It lies as the folder python of a profile does, so that an administrator can unzip it there. For older systems whose
shapely is too old it also holds one, in a folder of its own that counts only there (dependencies.add_paths). The
manifest guards against damage and mix-ups; whether the file is to be trusted, whoever hands it out must say, by its
sha256.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import (
    BundleDamagedError,
    BundleMisfitError,
    BundleUnknownError,
    BundleWriteError,
    FileUnreadableError,
)
from .installing import SHAPELY, Host, fits

MANIFEST = "arbeidsmigratie-bundel.json"
README = "LEESMIJ.txt"
PLUGIN = "plugins/arbeidsmigratie/"
FORMAT = 1

#: Folders of the libraries that a bundle may bring: nothing with a GDAL or PROJ of its own.
_H3 = r"(h3|h3\.libs|h3-[0-9][0-9A-Za-z.+]*\.dist-info)/"
_SHAPELY = rf"{SHAPELY}/shapely(\.libs|-[0-9][0-9A-Za-z.+]*\.dist-info)?/"
_LIBRARY = re.compile(f"{_H3}|{_SHAPELY}")

#: More than a bundle can be, unpacked; and than a manifest can be.
_LARGEST, _LARGEST_MANIFEST = 200_000_000, 5_000_000


@dataclass(frozen=True)
class Bundle:
    """A bundle that was checked.

    Attributes:
        path: Where it is.
        files: Path inside it -> sha256.
    """

    path: Path
    files: Mapping[str, str]

    @property
    def libraries(self) -> list[str]:
        """Files of libraries."""
        return [name for name in self.files if _LIBRARY.match(name)]


def is_own(name: str) -> bool:
    """Whether a file belongs in a bundle.

    Args:
        name: Path inside it.
    """
    parts = name.split("/")
    plain = not re.search(r'[\\:*?"<>|\x00-\x1f]', name) and all(part not in ("", ".", "..") for part in parts)
    return plain and (name == README or name.startswith(PLUGIN) or bool(_LIBRARY.match(name)))


def check(path: Path, host: Host) -> Bundle:
    """Reads a bundle and every byte in it; writes nothing.

    Args:
        path: The zip.
        host: The Python that it has to fit.

    Raises:
        BundleError: It can't be used.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(path, archive)
            _check_fit(path, archive, manifest, host)
            _check_bytes(path, archive, manifest["files"])
    except OSError as error:
        raise FileUnreadableError(file=path.name, reason=error.strerror or type(error).__name__) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise BundleUnknownError(file=path.name) from None
    return Bundle(path, manifest["files"])


def _manifest(path: Path, archive: zipfile.ZipFile) -> dict[str, Any]:
    """What the bundle says of itself; its names are those in the zip, each once, and ours."""
    entries = [info for info in archive.infolist() if not info.is_dir()]
    names = [info.filename for info in entries]
    try:
        if archive.getinfo(MANIFEST).file_size > _LARGEST_MANIFEST:
            raise BundleUnknownError(file=path.name)
        found = json.loads(archive.read(MANIFEST).decode("utf-8"))
        ours = found["format"] == FORMAT and all(isinstance(found[key], str) for key in ("python", "platform"))
        files = {str(name): str(digest) for name, digest in found["files"].items()}
    except (KeyError, TypeError, AttributeError, ValueError):
        raise BundleUnknownError(file=path.name) from None
    if not ours or not all(is_own(name) for name in files) or sum(i.file_size for i in entries) > _LARGEST:
        raise BundleUnknownError(file=path.name)
    for name in sorted({*names, *files}):
        if names.count(name) != 1 or (name not in files) != (name == MANIFEST):
            raise BundleDamagedError(file=path.name, part=name)
    return {**found, "files": files}


def _check_fit(path: Path, archive: zipfile.ZipFile, manifest: Mapping[str, Any], host: Host) -> None:
    """By the tags of the wheel itself, not by the name of the file."""
    wheels = [name for name in manifest["files"] if name.endswith(".dist-info/WHEEL")]
    if not any(name.startswith("h3-") for name in wheels):
        raise BundleUnknownError(file=path.name)
    for wheel in wheels:
        tags = re.findall(r"^Tag: *(\S+)", archive.read(wheel).decode("utf-8"), re.MULTILINE)
        if not any(fits(tag, host) for tag in tags):
            given = f"{manifest['platform']}, Python {manifest['python']}"
            needed = f"{host.platform}, Python {host.python[0]}.{host.python[1]}"
            raise BundleMisfitError(file=path.name, given=given, needed=needed)


def _check_bytes(path: Path, archive: zipfile.ZipFile, files: Mapping[str, str]) -> None:
    for name, digest in files.items():
        try:
            content = archive.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError):
            raise BundleDamagedError(file=path.name, part=name) from None
        if hashlib.sha256(content).hexdigest() != digest:
            raise BundleDamagedError(file=path.name, part=name)


def install(bundle: Bundle, target: Path) -> None:
    """Puts the libraries of a bundle into a profile, whole or not at all. The plugin itself stays as it is.

    Args:
        bundle: A checked one.
        target: Folder python of the profile; made if it is not there.

    Raises:
        BundleError: It could not be done; what was there is there still.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".arbeidsmigratie-", dir=target))
    except OSError as error:
        raise BundleWriteError(folder=target, reason=error.strerror or type(error).__name__) from None
    try:
        _unpack(bundle, staging / "new")
        _swap(staging, target)
    except OSError as error:
        raise BundleWriteError(folder=target, reason=error.strerror or type(error).__name__) from None
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _unpack(bundle: Bundle, folder: Path) -> None:
    with zipfile.ZipFile(bundle.path) as archive:
        for name in bundle.libraries:
            content = archive.read(name)
            if hashlib.sha256(content).hexdigest() != bundle.files[name]:
                raise BundleDamagedError(file=bundle.path.name, part=name)
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)


def _swap(staging: Path, target: Path) -> None:
    """Renames old folders away and new ones in. What tells the version goes first and comes last."""
    new, old = staging / "new", staging / "old"
    old.mkdir()
    come = sorted(new.iterdir(), key=lambda one: one.name.endswith(".dist-info"))
    replaced = {*(one.name for one in come), "h3.libs"}
    away = [*sorted(target.glob("h3-*.dist-info")), *(target / one for one in sorted(replaced) if "-" not in one)]
    away = [one for one in away if one.exists()]
    moves = [*((one, old / one.name) for one in away), *((one, target / one.name) for one in come)]
    done: list[tuple[Path, Path]] = []
    try:
        for origin, goal in moves:
            origin.rename(goal)
            done.append((origin, goal))
    except OSError:
        for origin, goal in reversed(done):
            goal.rename(origin)
        raise
