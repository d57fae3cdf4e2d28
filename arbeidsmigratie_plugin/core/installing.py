"""How a library gets onto a computer: which Python is QGIS's own, the command for it, and which wheels fit it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Callable

#: Library -> lowest major version, and the requirement for pip; none has a sign that a terminal takes as its own.
LIBRARIES = {
    "h3": (4, "h3~=4.0"),
    "shapely": (2, "shapely==2.0.7"),
    "requests": (2, "requests"),
    "owslib": (0, "OWSLib"),
    "lxml": (4, "lxml"),
}

#: Folder beside the libraries in a profile, with a shapely for systems whose own is too old.
SHAPELY = "arbeidsmigratie_shapely2"

WINDOWS, MACOS, LINUX = "Windows", "Darwin", "Linux"

#: What wheels for these systems may be named after; older names stand for a version of glibc.
_OLD_MANYLINUX = {"manylinux1": (2, 5), "manylinux2010": (2, 12), "manylinux2014": (2, 17)}

#: Names of processors that mean the same.
_PROCESSORS = {"amd64": "x86_64", "x64": "x86_64", "arm64": "aarch64"}


@dataclass(frozen=True)
class Host:
    """The Python inside a QGIS, as far as wheels mind.

    Attributes:
        python: Version, such as (3, 12).
        system: WINDOWS, MACOS or LINUX.
        processor: As the system calls it.
        version: Of macOS, or of glibc on Linux; it does not matter on Windows.
    """

    python: tuple[int, int]
    system: str
    processor: str
    version: tuple[int, int] = (0, 0)

    @property
    def platform(self) -> str:
        """Name of the platform, as bundles have it."""
        processor = _processor(self.processor)
        if self.system == WINDOWS:
            return {"x86_64": "win_amd64", "aarch64": "win_arm64"}.get(processor, f"win_{processor}")
        if self.system == MACOS:
            return f"macosx_{'arm64' if processor == 'aarch64' else processor}"
        return f"linux_{processor}"


@dataclass(frozen=True)
class Machine:
    """A computer with QGIS on it.

    Attributes:
        system: WINDOWS, MACOS or LINUX.
        python: QGIS's own Python, to be called in a terminal; "" if it was not found.
        target: Folder for Python libraries in the profile.
        pip: Whether that Python has pip.
        qpip: "enabled", "installed" or "".
        flatpak: Name of the Flatpak that QGIS runs in, "" if none.
        packager: Program that installs packages of the system, on Linux; "" if unknown.
    """

    system: str
    python: str
    target: str
    pip: bool = True
    qpip: str = ""
    flatpak: str = ""
    packager: str = ""


def interpreter(
    system: str, executable: str, prefix: str, python: tuple[int, int], exists: Callable[[str], bool]
) -> str:
    """QGIS's own Python. On Windows and macOS Python itself names the program it is in, which is QGIS.

    Args:
        system: WINDOWS, MACOS or LINUX.
        executable: sys.executable.
        prefix: sys.prefix.
        python: Version.
        exists: Whether there is such a file.

    Returns:
        Its path, "" if it is none of the places where it usually is.
    """
    kind = PureWindowsPath if system == WINDOWS else PurePosixPath
    for path in _places(system, kind(executable), kind(prefix), f"python{python[0]}.{python[1]}"):
        if exists(str(path)):
            return str(path)
    return ""


def _places(system: str, executable: PurePath, prefix: PurePath, name: str) -> Iterable[PurePath]:
    """Where Python can be, the best first."""
    itself = [executable] if re.match(r"python[0-9.]*(\.exe)?$", executable.name, re.IGNORECASE) else []
    beside = executable.parent
    if system == WINDOWS:
        # The batch file sets up what python.exe can't do without: the folders of its DLLs.
        own = f"python-{re.sub('-bin$', '', executable.stem)}.bat"
        batches = (own, "python-qgis-ltr.bat", "python-qgis.bat", "python-qgis-dev.bat")
        return [*itself, *(beside / one for one in batches), prefix / "python.exe", beside / "python3.exe"]
    if system == MACOS:
        names = ("bin/python3", "python", "python3", name, f"bin/{name}")
        return [*itself, *(beside / one for one in names), *(prefix / one for one in ("bin/python3", f"bin/{name}"))]
    return [*itself, prefix / "bin" / name, prefix / "bin" / "python3", PurePosixPath("/usr/bin/python3")]


def pip_command(machine: Machine, requirements: Iterable[str]) -> str:
    """The one line that installs libraries into the profile, for the terminal of the system; "" if there is none.

    Nothing else comes along, since what a library says that it needs could bring a GDAL or PROJ of its own; and nothing
    is compiled.

    Args:
        machine: The computer.
        requirements: In the words of pip, without signs that mean something to a terminal.
    """
    if not machine.flatpak and not (machine.python and machine.pip):
        return ""
    own = ["flatpak", "run", "--command=python3", machine.flatpak] if machine.flatpak else [machine.python]
    arguments = [*own, "-m", "pip", "install", "--upgrade", "--no-deps", "--only-binary", ":all:"]
    arguments += ["--target", machine.target, *requirements]
    if machine.system != WINDOWS:
        return shlex.join(arguments)
    return " ".join(f'"{one}"' if re.search(r"[^\w.:=~/-]", one) else one for one in arguments)


def fits(tag: str, host: Host) -> bool:
    """Whether a wheel is for a Python.

    Args:
        tag: One tag of the wheel, such as cp312-cp312-win_amd64.
        host: The Python.
    """
    interpreter_tag, _, rest = tag.partition("-")
    abi, _, platform = rest.partition("-")
    return _fits_python(interpreter_tag, abi, host.python) and _fits_platform(platform, host)


def _fits_python(tag: str, abi: str, python: tuple[int, int]) -> bool:
    own = f"cp{python[0]}{python[1]}"
    if abi == "abi3":
        found = re.fullmatch(r"cp3([0-9]+)", tag)
        return bool(found) and python[0] == 3 and int(found.group(1)) <= python[1]  # type: ignore[union-attr]
    return (tag == own and abi == own) or (tag == "py3" and abi == "none")


def _fits_platform(platform: str, host: Host) -> bool:
    if platform == "any":
        return True
    if host.system == WINDOWS:
        return platform == host.platform
    found = re.fullmatch(r"(manylinux|macosx)_([0-9]+)_([0-9]+)_(\w+)", platform)
    old = re.fullmatch(r"(manylinux1|manylinux2010|manylinux2014)_(\w+)", platform)
    if found:
        kind, needed, processor = found.group(1), (int(found.group(2)), int(found.group(3))), found.group(4)
    elif old:
        kind, needed, processor = "manylinux", _OLD_MANYLINUX[old.group(1)], old.group(2)
    else:
        return False
    same = processor == "universal2" or _processor(processor) == _processor(host.processor)
    return kind == {MACOS: "macosx", LINUX: "manylinux"}.get(host.system) and needed <= host.version and same


def _processor(name: str) -> str:
    return _PROCESSORS.get(name.lower(), name.lower())
