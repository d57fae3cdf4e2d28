"""Makes the offline bundle: the plugin and h3 in one zip, for organisations without internet.

It lies as the folder python of a QGIS profile does: an administrator unzips it there, or a user chooses it in the
panel. The same plugin and the same wheels give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from arbeidsmigratie_plugin.core.bundles import FORMAT, MANIFEST, README, is_own
from arbeidsmigratie_plugin.core.installing import LIBRARIES, SHAPELY
from tools.package import ROOT, make_package

#: Platform -> its name for pip: one or more, the widest last.
PLATFORMS = {
    "win_amd64": ("win_amd64",),
    "linux_x86_64": ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    "linux_aarch64": ("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"),
    "macosx_arm64": ("macosx_14_0_arm64",),
    "macosx_x86_64": ("macosx_13_0_x86_64",),
}

_USE = "for example: make bundle PLATFORM=win_amd64 PYTHON=3.12"
_TIME = (2020, 1, 1, 0, 0, 0)


def make_bundle(platform: str, python: str, folder: Path) -> Path:
    """Writes a bundle.

    Args:
        platform: A key of PLATFORMS.
        python: Version of the Python in QGIS, such as 3.12.
        folder: Where it goes.

    Returns:
        Its path.

    Raises:
        SystemExit: With one sentence, when there is no such bundle.
    """
    _check(platform, python)
    with tempfile.TemporaryDirectory() as passing:
        package = make_package(Path(passing))
        wheels = {library: _download(library, platform, python, Path(passing)) for library in _libraries(python)}
        contents = {f"plugins/{name}": content for name, content in _members(package).items()}
        for library, wheel in wheels.items():
            contents |= _library(wheel, f"{SHAPELY}/" if library == "shapely" else "")
        plugin = package.stem.partition("-")[2]
    versions = {library: wheel.name.split("-")[1] for library, wheel in wheels.items()}
    contents[README] = _readme(platform, python, plugin, versions)
    foreign = [name for name in contents if not is_own(name)]
    if foreign:
        raise SystemExit(f"{foreign[0]} does not belong in a bundle: look at what changed in the wheel of h3.")
    manifest = {"format": FORMAT, "plugin": plugin, "platform": platform, "python": python, "libraries": versions}
    files = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(contents.items())}
    contents[MANIFEST] = json.dumps({**manifest, "files": files}, indent=1).encode()
    return _write(contents, folder / f"arbeidsmigratie-{plugin}-{platform}-py{python}.zip")


def _check(platform: str, python: str) -> None:
    if platform not in PLATFORMS:
        given = f"PLATFORM '{platform}' is not known" if platform else "PLATFORM is missing"
        raise SystemExit(f"{given}: give one of {', '.join(PLATFORMS)}; {_USE}")
    if not re.fullmatch(r"3\.[0-9]{1,2}", python):
        given = f"PYTHON '{python}' is not a version" if python else "PYTHON is missing"
        raise SystemExit(f"{given}: give that of the Python in QGIS (Help, About); {_USE}")


def _libraries(python: str) -> tuple[str, ...]:
    """What goes in: systems with a Python up to 3.11, such as Debian 12, can have a shapely that is too old."""
    return ("h3", "shapely") if int(python.split(".")[1]) <= 11 else ("h3",)


def _download(library: str, platform: str, python: str, folder: Path) -> Path:
    """The wheel that fits, and nothing of what it asks for."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary", ":all:", "--implementation", "cp", "--python-version", python, "--dest", str(folder)]
    for name in PLATFORMS[platform]:
        command += ["--platform", name]
    requirement = LIBRARIES[library][1]
    done = subprocess.run([*command, requirement], capture_output=True, text=True, check=False)
    wheels = sorted(folder.glob(f"{library}-*.whl"))
    if done.returncode or len(wheels) != 1:
        if "No matching distribution" in done.stderr:
            raise SystemExit(f"There is no {requirement} for {platform} with Python {python} on PyPI: check both.")
        lines = done.stderr.strip().splitlines()
        raise SystemExit(f"{requirement} could not be fetched: {lines[-1] if lines else 'pip says nothing'}")
    return wheels[0]


def _members(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        return {info.filename: opened.read(info) for info in opened.infolist() if not info.is_dir()}


def _library(wheel: Path, folder: str) -> dict[str, bytes]:
    """What Python needs of a wheel; headers and libraries for compilers stay behind, and leave its list of files."""
    contents = {name: content for name, content in _members(wheel).items() if is_own(folder + name)}
    record = next(name for name in contents if name.endswith(".dist-info/RECORD"))
    lines = contents[record].decode().splitlines(keepends=True)
    contents[record] = "".join(line for line in lines if is_own(folder + line.split(",")[0])).encode()
    return {folder + name: content for name, content in contents.items()}


def _readme(platform: str, python: str, plugin: str, versions: dict[str, str]) -> bytes:
    text = (Path(__file__).parent / "bundle_leesmij.txt").read_text(encoding="utf-8")
    text = text.format(platform=platform, python=python, plugin=plugin, h3=versions["h3"], extra=_extra(versions))
    return text.replace("\n", "\r\n").encode("utf-8-sig")  # for the Notepad of Windows


def _extra(versions: dict[str, str]) -> str:
    if "shapely" not in versions:
        return ""
    return (
        f"\nDe map {SHAPELY} bevat shapely {versions['shapely']} (licentie BSD). De plugin gebruikt die\n"
        "alleen als de shapely van QGIS zelf ouder is dan versie 2, zoals op Debian 12.\n"
    )


def _write(contents: dict[str, bytes], target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(contents):
            info = zipfile.ZipInfo(name, _TIME)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, contents[name], zipfile.ZIP_DEFLATED)
    return target


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--platform", default="", help=f"one of {', '.join(PLATFORMS)}")
    parser.add_argument("--python", default="", help="version of the Python in QGIS, such as 3.12")
    parser.add_argument("--folder", type=Path, default=ROOT / "dist", help="where the zip goes")
    options = parser.parse_args()
    made = make_bundle(options.platform, options.python, options.folder)
    print(made)
    print(f"sha256 {hashlib.sha256(made.read_bytes()).hexdigest()}")
