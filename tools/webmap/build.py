"""Builds what the web map takes from others, out of npm and by the lock file, into a folder that git ignores.

Quick when nothing changed. Knows the standard library only: the set-up runs it before anything else is there.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILT = HERE.parent.parent / "resources" / "webmap" / "built"

_INGREDIENTS = ("package-lock.json", "library.js", "bundle.mjs")
_INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
_STAMP = ".stamp"  # hidden: not in the package


def build() -> None:
    """Makes the bundle, unless it is there and of the same ingredients.

    Raises:
        SystemExit: npm is missing, or it failed.
    """
    stamp = _digest()
    built, installed = BUILT / _STAMP, HERE / "node_modules" / _STAMP
    if _is(built, stamp) and _is(installed, stamp):
        return
    print("Building the library of the web map (OpenLayers, from npm)")
    if not _is(installed, stamp):
        _install()
        installed.write_text(stamp, encoding="ascii")
    with tempfile.TemporaryDirectory() as made:
        _run("node", "bundle.mjs", made)
        BUILT.mkdir(parents=True, exist_ok=True)
        for path in sorted(Path(made).iterdir()):
            shutil.copyfile(path, BUILT / path.name)
    built.write_text(stamp, encoding="ascii")


def _is(path: Path, stamp: str) -> bool:
    return path.is_file() and path.read_text(encoding="ascii") == stamp


def _install() -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is missing. Install it (Debian and Ubuntu: apt-get install npm) and run this again.")
    _run(npm, *_INSTALL[1:])


def _digest() -> str:
    """One checksum of all that decides what the bundle looks like."""
    whole = hashlib.sha256()
    for name in _INGREDIENTS:
        whole.update((HERE / name).read_bytes())
    return whole.hexdigest()


def _run(*command: str) -> None:
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"'{' '.join(command)}' failed in {HERE}:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    build()
