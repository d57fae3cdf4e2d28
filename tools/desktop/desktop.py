"""Starts QGIS Desktop in a profile of its own and tells what a walk through it met."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from tools.install import LIBRARIES, install

from .settings import write_settings

ROOT = Path(__file__).resolve().parents[2]

#: Starts a window manager, so that dialogs have a frame and a place, and becomes QGIS.
_SESSION = "matchbox-window-manager -use_titlebar yes >/dev/null 2>&1 & exec qgis"

#: What QGIS runs before it loads plugins, and once it is there. The checkout comes last: QGIS's own modules go first.
_EARLY = """import sys
sys.path.append({root!r})
from tools.desktop.early import watch
watch({order!r})
"""
_CODE = """from tools.desktop.driver import main
main({order!r})
"""


@dataclass(frozen=True)
class Report:
    """What a walk met.

    Attributes:
        status: Exit status of QGIS; negative when a signal ended it, None when it took too long.
        seen: What was noted inside QGIS; empty when it did not come that far.
        output: What QGIS wrote to its standard output and error.
    """

    status: Optional[int]
    seen: dict[str, Any]
    output: str

    def problems(self, cut_off: bool = True) -> list[str]:
        """Everything that should not have been, one sentence each.

        Args:
            cut_off: Also what does not fit on the screen.
        """
        found = [self.seen["problem"]] if self.seen.get("problem") else []
        if not self.seen:
            found.append("QGIS noted nothing")
        found += self.seen.get("tracebacks", [])
        found += [f"task still running: {name}" for name in self.seen.get("tasks", [])]
        found += [f"window still open: {name}" for name in self.seen.get("windows", [])]
        found += self.seen.get("cut_off", []) if cut_off else []
        if self.status is None:
            found.append("QGIS was ended: it took too long")
        elif self.status:
            found.append(f"QGIS ended with status {self.status}")
        if "Traceback" in self.output:
            found.append(self.output[self.output.index("Traceback") :])
        return found

    def check(self) -> None:
        """Fails with everything that should not have been.

        Raises:
            AssertionError: There is something.
        """
        found = self.problems()
        if found:
            raise AssertionError("\n".join(found))


@dataclass(frozen=True)
class Desktop:
    """A QGIS Desktop of its own.

    Attributes:
        home: Its HOME; nothing outside is read or written.
        language: Of the interface: nl or en.
        font_scale: Size of all text; 1.25 is what many people set.
        size: Of the screen, in pixels.
        extra_environment: Further variables.
    """

    home: Path
    language: str = "nl"
    font_scale: float = 1.0
    size: tuple[int, int] = (1366, 768)
    extra_environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def profile(self) -> Path:
        """Folder of the profile."""
        return self.home / ".local/share/QGIS/QGIS3/profiles/default"

    def prepare(self, libraries: bool = True, source: Optional[Path] = None, enabled: bool = True) -> Desktop:
        """Makes an empty profile in which the packaged plugin is installed.

        Args:
            libraries: Whether the libraries that QGIS lacks are there.
            source: Profile that was prepared before, to copy the plugin from.
            enabled: Whether QGIS loads the plugin.
        """
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o700)  # as Qt wants its runtime folder
        if source is None:
            install(self.profile)
        elif source != self.profile:
            shutil.copytree(source / "python", self.profile / "python", dirs_exist_ok=True)
        if not libraries:
            self.remove_libraries()
        write_settings(self.profile / "QGIS/QGIS3.ini", self.language, enabled)
        return self

    def remove_libraries(self) -> None:
        """Takes away what QGIS lacks itself, as in a profile into which only the plugin was installed."""
        for library in LIBRARIES:
            for folder in (self.profile / "python").glob(f"{library}*"):
                shutil.rmtree(folder)

    def walk(self, walk: str, folder: Path, timeout: float = 120, **given: object) -> Report:
        """Starts QGIS, takes a walk through it and quits.

        Args:
            walk: Module and function, as tools.desktop.walks:first_look.
            folder: Where screenshots and the report go.
            timeout: Seconds after which everything is ended.
            given: For the function.
        """
        folder.mkdir(parents=True, exist_ok=True)
        (self.home / "tmp").mkdir(exist_ok=True)
        report, order = folder / "report.json", folder / "order.json"
        early, code = folder / "early.py", folder / "start.py"
        report.unlink(missing_ok=True)
        order.write_text(
            json.dumps({"walk": walk, "folder": str(folder), "report": str(report), "given": given}, default=str),
            encoding="utf-8",
        )
        early.write_text(_EARLY.format(root=str(ROOT), order=str(order)), encoding="utf-8")
        code.write_text(_CODE.format(order=str(order)), encoding="utf-8")
        environment = {**self.environment(), "PYQGIS_STARTUP": str(early)}
        with (folder / "output.txt").open("w", encoding="utf-8") as output:
            status = self._start(["--nologo", "--noversioncheck", "--code", str(code)], environment, timeout, output)
        seen = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
        return Report(status, seen, (folder / "output.txt").read_text(encoding="utf-8", errors="replace"))

    def _start(self, arguments: list[str], environment: dict[str, str], timeout: float, output: Any) -> Optional[int]:
        """Runs QGIS in a process group of its own, which ends as a whole.

        Args:
            arguments: Of QGIS.
            environment: All that it gets.
            timeout: Seconds.
            output: File for what it writes.

        Returns:
            Exit status, None when it took too long.
        """
        width, height = self.size
        screen = f"-screen 0 {width}x{height}x24 -dpi 96 -nolisten tcp"
        command = ["xvfb-run", "-a", "-s", screen, "sh", "-c", f'{_SESSION} "$@"', "qgis", *arguments]
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            return process.wait(timeout)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(process)

    def environment(self) -> dict[str, str]:
        """All that QGIS gets of the surroundings; whatever looks for the network meets a proxy that isn't there."""
        nowhere = "http://127.0.0.1:9"
        return {
            "HOME": str(self.home),
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_FONT_DPI": str(round(96 * self.font_scale)),
            "XDG_RUNTIME_DIR": str(self.home),
            "TMPDIR": str(self.home / "tmp"),
            "http_proxy": nowhere,
            "https_proxy": nowhere,
            **self.extra_environment,
        }


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends whatever is left of a process group.

    Args:
        process: Its first.
    """
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            return
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            continue
