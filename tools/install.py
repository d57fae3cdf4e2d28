"""Installs the plugin into a QGIS profile as a user would have it, with the libraries that QGIS lacks."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tools.package import make_package

#: Library -> requirement, and the test by which QGIS's own Python shows that it has it.
LIBRARIES = {
    "h3": ("h3>=4,<5", "import h3; assert int(h3.__version__.split('.')[0]) >= 4"),
    "shapely": ("shapely==2.0.7", "import shapely; assert int(shapely.__version__.split('.')[0]) >= 2"),
}


def default_profile() -> Path:
    """The profile that QGIS 3 uses on Linux."""
    return Path.home() / ".local/share/QGIS/QGIS3/profiles/default"


def install(profile: Path) -> None:
    """Puts plugin and libraries into a profile.

    Args:
        profile: Folder of the profile; made if it is not there.
    """
    python = profile / "python"
    target = python / "plugins" / "arbeidsmigratie"
    if target.is_symlink() or target.is_file():
        target.unlink()
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(make_package(Path(folder))) as archive:
        archive.extractall(python / "plugins")
    print(f"Plugin: {target}")
    for library, (requirement, proof) in LIBRARIES.items():
        if _has(python, proof):
            continue
        print(f"Library: {requirement} into {python}")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*command, "--upgrade", "--target", str(python), requirement], check=True)
        if not _has(python, proof):
            raise SystemExit(f"{library} was installed into {python}, but QGIS's Python can't use it")


def _has(python: Path, proof: str) -> bool:
    """Whether QGIS's own Python, which is the system's, has a library, with what is in the profile."""
    code = f"import sys; sys.path.insert(0, {str(python)!r}); {proof}"
    return subprocess.run(["/usr/bin/python3", "-c", code], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", type=Path, default=default_profile(), help="folder of the QGIS profile")
    install(parser.parse_args().profile)
    print("Now enable 'Arbeidsmigratie' in QGIS (Plugins, Manage), or: qgis_process plugins enable arbeidsmigratie")
