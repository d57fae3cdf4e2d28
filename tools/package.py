"""Makes the zip for the QGIS plugin repository: the plugin without tests and tools, in a folder arbeidsmigratie.

The same commit gives the same bytes: only files that git knows go along, and those that are built out of them.
"""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

from tools.changelog import plain, sections
from tools.translations.catalogue import QM
from tools.translations.catalogue import build as build_translations
from tools.webmap.build import BUILT as WEB_MAP
from tools.webmap.build import build

ROOT = Path(__file__).resolve().parent.parent

_METADATA = ROOT / "metadata.txt"
_FILES = ("__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "requirements.txt")
_FOLDERS = ("arbeidsmigratie_plugin", "processing", "styles", "resources", "docs")

#: What is in the zip and not in the repository.
BUILT = (QM, WEB_MAP / "LICENSES.txt", WEB_MAP / "library.js")

#: The same content gives the same bytes, whatever the clock, the system and the rights of the files here.
_TIME = (2020, 1, 1, 0, 0, 0)
_UNIX, _READABLE_FILE = 3, 0o100644 << 16


def members() -> Iterator[Path]:
    """Files of the plugin, in a fixed order."""
    yield from (ROOT / name for name in _FILES)
    for folder in _FOLDERS:
        built = {path for path in BUILT if path.is_relative_to(ROOT / folder)}
        yield from sorted({path for path in _sources(folder) if _goes_along(path)} | built)


def _sources(folder: str) -> set[Path]:
    """Files of a folder that git has or would take; all of them where this is no git repository."""
    git = shutil.which("git")
    if git is not None and (ROOT / ".git").exists():
        command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode == 0:  # it refuses a folder of another user
            return {path for path in map(ROOT.joinpath, filter(None, done.stdout.split("\0"))) if path.is_file()}
    return {path for path in (ROOT / folder).rglob("*") if path.is_file()}


def _goes_along(path: Path) -> bool:
    """Not what Python and the tools leave behind, and of translations only what Qt reads."""
    return "__pycache__" not in path.parts and not path.name.startswith(".") and path.suffix != ".ts"


def make_package(folder: Path) -> Path:
    """Writes the zip, with the library of the web map and the translations, which are built if they are not there.

    Args:
        folder: Where it goes.

    Returns:
        Its path.

    Raises:
        SystemExit: The changelog can't go into metadata.txt, or something could not be built.
    """
    build()
    build_translations()
    version = version_of(_METADATA)
    metadata = _metadata(version)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"arbeidsmigratie-{version}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in members():
            content = metadata if path == _METADATA else path.read_bytes()
            archive.writestr(_entry(path), content, zipfile.ZIP_DEFLATED)
    return target


def version_of(metadata: Path) -> str:
    """The version of the plugin.

    Args:
        metadata: metadata.txt, the only place where it stands.
    """
    parser = ConfigParser()
    parser.read(metadata, encoding="utf-8")
    return parser["general"]["version"]


def _entry(path: Path) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo((Path("arbeidsmigratie") / path.relative_to(ROOT)).as_posix(), _TIME)
    entry.create_system, entry.external_attr = _UNIX, _READABLE_FILE
    return entry


def _metadata(version: str) -> bytes:
    """metadata.txt with what the changelog says of this version, which QGIS shows beside the plugin."""
    section = next((one for one in sections(ROOT / "CHANGELOG.md") if one.version == version), None)
    if section is None:
        raise SystemExit(f"CHANGELOG.md has no section [{version}], the version in metadata.txt. Write it.")
    lines = plain(section)
    if any("%" in line for line in lines):
        raise SystemExit(f"Section [{version}] of CHANGELOG.md has a percent sign, which metadata.txt can't hold.")
    text = _METADATA.read_text(encoding="utf-8").rstrip("\n")
    return (text + "\nchangelog=" + "\n    ".join(lines) + "\n").encode("utf-8")


if __name__ == "__main__":
    print(make_package(ROOT / "dist"))
