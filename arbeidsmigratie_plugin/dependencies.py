"""The libraries that QGIS may lack, and how to get them; looked up without importing them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from .core.installing import LIBRARIES, LINUX, MACOS, SHAPELY, WINDOWS, Host, Machine, interpreter, pip_command
from .i18n import tr
from .version import homepage


@dataclass(frozen=True)
class Remedy:
    """A way to get what is missing.

    Attributes:
        kind: "qpip", "command" or "bundle".
        text: What to do, in the language of the user.
        command: A line for a terminal, "" if it takes none.
    """

    kind: str
    text: str
    command: str = ""


def missing(libraries: Iterable[str]) -> str:
    """What to do about the first library that is missing or too old, "" if all are there.

    Args:
        libraries: Names in LIBRARIES.
    """
    for library in absent(libraries):
        lowest, requirement = LIBRARIES[library]
        command = pip_command(this_machine(), [requirement])
        sentence = tr("The Python library {library}, version {version} or later, is missing. {remedy}")
        typed = tr("The panel of Arbeidsmigratie helps to get it; or type in a terminal: {command}")
        read = tr("The panel of Arbeidsmigratie helps to get it, and so does {homepage} under 'Install'.")
        remedy = typed.format(command=command) if command else read.format(homepage=homepage())
        return sentence.format(library=library, version=lowest, remedy=remedy)
    for library in outdated(libraries):
        return tr("An older version of {library} is in use. Start QGIS again to use the new one.").format(
            library=library
        )
    return ""


def absent(libraries: Iterable[str] = tuple(LIBRARIES)) -> list[str]:
    """The libraries that are missing or too old.

    Args:
        libraries: Names in LIBRARIES.
    """
    return [library for library in libraries if _major_version(library) < LIBRARIES[library][0]]


def outdated(libraries: Iterable[str] = tuple(LIBRARIES)) -> list[str]:
    """The libraries of which an old version is in use until QGIS starts anew, though a newer one is installed.

    Args:
        libraries: Names in LIBRARIES.
    """
    return [library for library in libraries if _loaded_version(library) < LIBRARIES[library][0]]


def add_paths() -> None:
    """Lets Python find what the plugin QPIP installed, also where QPIP itself does not run, as in qgis_process.

    It goes last: what QGIS brings itself keeps precedence. The shapely of an offline bundle goes first, but only where
    QGIS's own is too old.
    """
    folder = profile()
    if folder is None:
        return
    shapely = folder / "python" / SHAPELY
    if shapely.is_dir() and str(shapely) not in sys.path and absent(["shapely"]):
        sys.path.insert(0, str(shapely))
    dependencies = folder / "python" / "dependencies"
    versioned = dependencies / f"{sys.version_info[0]}.{sys.version_info[1]}"
    found = next((str(path) for path in (versioned, dependencies) if path.is_dir()), "")
    if found and found not in sys.path:
        sys.path.append(found)


def describe(libraries: Iterable[str]) -> str:
    """Libraries in words: "h3 (version 4 or later)".

    Args:
        libraries: Names in LIBRARIES.
    """
    words = tr("{library} (version {version} or later)")
    return ", ".join(
        words.format(library=one, version=LIBRARIES[one][0]) if LIBRARIES[one][0] else one for one in libraries
    )


def remedies(machine: Machine, libraries: list[str]) -> list[Remedy]:
    """What works on a computer, the easiest first.

    Args:
        machine: The computer.
        libraries: What is missing.
    """
    found = []
    if "h3" in libraries and machine.qpip == "enabled":
        text = tr("With QPIP: choose Plugins, QPIP, 'Run dependencies check now', and install h3 for arbeidsmigratie.")
        found.append(Remedy("qpip", text))
    elif "h3" in libraries and machine.qpip:
        text = tr("With QPIP: it is installed, but off. Switch it on under Plugins, Manage and Install Plugins.")
        found.append(Remedy("qpip", text))
    command = pip_command(machine, [LIBRARIES[library][1] for library in libraries])
    if command:
        found.append(Remedy("command", _where_to_type(machine.system), command))
    elif machine.system == LINUX and machine.packager:
        text = tr("With one command: first install pip, with this line in a terminal. Then choose 'Check again'.")
        found.append(Remedy("command", text, f"sudo {machine.packager} install python3-pip"))
    if {"h3", "shapely"} & {*libraries}:
        text = tr("Without internet: choose the offline bundle (a zip) that your administrator has for you.")
        found.append(Remedy("bundle", text))
    return found


def _where_to_type(system: str) -> str:
    if system == WINDOWS:
        return tr(
            "With one command: open the Command Prompt (Start, type cmd), paste this line and press Enter. Then choose "
            "'Check again'."
        )
    return tr("With one command: open a terminal, paste this line and press Enter. Then choose 'Check again'.")


def this_machine() -> Machine:
    """The computer that this is."""
    import os
    import platform
    import shutil
    from importlib.util import find_spec

    system, executable = platform.system(), sys.executable or ""
    python = interpreter(system, executable, sys.prefix, sys.version_info[:2], lambda path: Path(path).is_file())
    folder = str(target())
    return Machine(
        system,
        python,
        target=str(PureWindowsPath(folder) if system == WINDOWS else PurePosixPath(folder)),
        pip=find_spec("pip") is not None,
        qpip=_qpip(),
        flatpak=os.environ.get("FLATPAK_ID", ""),
        packager=next((name for name in ("apt", "dnf", "zypper") if shutil.which(name)), ""),
    )


def this_host() -> Host:
    """The Python that this is, as far as wheels mind."""
    import platform
    import sysconfig

    system = platform.system()
    if system == WINDOWS:
        return Host(sys.version_info[:2], system, sysconfig.get_platform().partition("-")[2])
    version = platform.mac_ver()[0] if system == MACOS else platform.libc_ver()[1]
    numbers = [int(part) for part in version.split(".")[:2] if part.isdigit()]
    return Host(sys.version_info[:2], system, platform.machine(), (*numbers, 0, 0)[:2])  # type: ignore[arg-type]


def target() -> Path:
    """Folder of the profile in which QGIS looks for Python libraries."""
    return (profile() or Path.home()) / "python"


def profile() -> Path | None:
    """Folder of the profile, None where QGIS has none."""
    from qgis.core import QgsApplication

    folder = QgsApplication.qgisSettingsDirPath()
    return Path(folder) if folder else None


def _qpip() -> str:
    """Whether the plugin QPIP is there; the folder it lives in has had several names."""
    from qgis import utils

    def has(names: Iterable[str]) -> bool:
        return any(name.lower().endswith("qpip") for name in names)

    return "enabled" if has(utils.active_plugins) else "installed" if has(utils.available_plugins) else ""


def _major_version(library: str) -> int:
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed_version

    try:
        return int(installed_version(library).split(".")[0])
    except (PackageNotFoundError, ValueError):
        return -1


def _loaded_version(library: str) -> int:
    """Of a library that is imported; one that is not can't be too old."""
    module = sys.modules.get(library)
    if module is None:
        return LIBRARIES[library][0]
    try:
        return int(str(getattr(module, "__version__", "")).split(".")[0])
    except ValueError:
        return LIBRARIES[library][0]
