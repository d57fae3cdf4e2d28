"""Makes the zip for the QGIS plugin repository: the plugin without tests and tools, in a folder arbeidsmigratie."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

from tools.translations.catalogue import build as build_translations
from tools.webmap.build import build

ROOT = Path(__file__).resolve().parent.parent

_FILES = ("__init__.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "requirements.txt")
_FOLDERS = ("arbeidsmigratie_plugin", "processing", "styles", "resources", "docs")

#: The same content gives the same bytes.
_TIME = (2020, 1, 1, 0, 0, 0)


def members() -> Iterator[Path]:
    """Files of the plugin, in a fixed order."""
    yield from (ROOT / name for name in _FILES)
    for folder in _FOLDERS:
        files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
        yield from sorted(path for path in files if _goes_along(path))


def _goes_along(path: Path) -> bool:
    """Not what Python and the tools leave behind, and of translations only what Qt reads."""
    return "__pycache__" not in path.parts and not path.name.startswith(".") and path.suffix != ".ts"


def make_package(folder: Path) -> Path:
    """Writes the zip, with the library of the web map and the translations, which are built if they are not there.

    Args:
        folder: Where it goes.

    Returns:
        Its path.
    """
    build()
    build_translations()
    metadata = ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"arbeidsmigratie-{metadata['general']['version']}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in members():
            name = (Path("arbeidsmigratie") / path.relative_to(ROOT)).as_posix()
            archive.writestr(zipfile.ZipInfo(name, _TIME), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return target


if __name__ == "__main__":
    print(make_package(ROOT / "dist"))
