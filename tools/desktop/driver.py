"""What runs inside QGIS: takes a walk, notes what it meets and quits."""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any, Optional

import qgis.utils
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QMenu, QWidget
from qgis.utils import iface

from . import eyes
from .cut_off import cut_off
from .early import watches
from .runner import Runner, Step

#: Seconds that Qt gets to lay out a window.
SETTLE = 0.15

#: Kept until the end: nothing else holds it.
_keep: list[Any] = []


class Guide:
    """Leads a walk; the walk is given it to take pictures with.

    Args:
        order: What to do: module and function of the walk, folder, report and what the walk is given.
    """

    def __init__(self, order: dict[str, Any]) -> None:
        self.given = order["given"]
        self.folder = Path(order["folder"])
        self.notes: dict[str, Any] = {}
        self._report = Path(order["report"])
        self._ears = watches[0].ears
        watches[0].over()
        self._shots: list[str] = []
        self._cut_off: dict[str, str] = {}
        self._suspected: Optional[tuple[float, list[str]]] = None
        module, _, function = order["walk"].partition(":")
        walk = getattr(importlib.import_module(module), function)(self)
        self.runner = Runner(walk, self._look_round, self._done, self._hopeless)

    def shot(self, name: str) -> Step:
        """Keeps what is on the screen, once the map has been drawn.

        Args:
            name: Of the picture, without suffix.
        """

        def act(_: Any) -> None:
            eyes.shoot(self.folder / f"{name}.png")
            self._shots.append(name)

        since = time.monotonic()
        return Step(f"picture {name}", lambda: time.monotonic() - since > 0.25 and eyes.still(), act, 30)

    def _look_round(self, step: str) -> bool:
        """Notes what does not fit, after every step; what is there only until Qt has laid it out is not noted.

        Args:
            step: The step before.

        Returns:
            Whether it has seen enough.
        """
        found = [finding for finding in cut_off() if finding not in self._cut_off]
        if found and self._suspected is None:
            self._suspected = time.monotonic(), found
        if self._suspected is None:
            return True
        since, suspected = self._suspected
        if time.monotonic() - since < SETTLE:
            return False
        for finding in suspected:
            if finding in found:
                self._cut_off[finding] = f"{finding} (after: {step})"
        self._suspected = None
        return True

    def _hopeless(self) -> str:
        return "Python met an error while this was waited for." if self._ears.tracebacks else ""

    def _done(self, problem: Optional[str]) -> None:
        """Writes the report and quits.

        Args:
            problem: What ended the walk early.
        """
        if problem:
            eyes.shoot(self.folder / "problem.png")
            for finding in cut_off():
                self._cut_off.setdefault(finding, finding)
        windows = self._left_open()
        report = {
            "problem": problem,
            "steps": self.runner.steps,
            "shots": self._shots,
            "cut_off": list(self._cut_off.values()),
            "tracebacks": self._ears.tracebacks,
            "log": self._ears.log,
            "messages": eyes.messages(),
            "tasks": eyes.tasks(),
            "windows": [f"{type(w).__name__} {w.objectName()} {w.windowTitle()}" for w in windows],
            "locale": QgsApplication.locale(),
            "plugin_times": dict(qgis.utils.plugin_times),
            "notes": self.notes,
        }
        self._write(report)
        if problem or windows:
            os._exit(1)  # a dialog may hold QGIS up for ever; the report is there
        QTimer.singleShot(0, lambda: self._quit(report))

    def _left_open(self) -> list[QWidget]:
        """Dialogs and menus that a walk should have closed."""
        main = iface.mainWindow()
        return [w for w in eyes.windows() if w is not main and isinstance(w, (QDialog, QMenu))]

    def _quit(self, report: dict[str, Any]) -> None:
        """Closes QGIS as a person does, and notes what Python meets on the way.

        Args:
            report: To write again if there is more to say.
        """
        QgsProject.instance().setDirty(False)
        QgsSettings().setValue("qgis/askToSaveProjectChanges", False)
        QApplication.instance().aboutToQuit.connect(lambda: self._write(report))
        iface.actionExit().trigger()

    def _write(self, report: dict[str, Any]) -> None:
        path = self._report.with_suffix(".part")
        path.write_text(json.dumps(report, indent=1, default=str, ensure_ascii=False), encoding="utf-8")
        path.replace(self._report)


def seconds_since_start() -> float:
    """How long this process has been there."""
    ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[19])
    up = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    return up - ticks / os.sysconf("SC_CLK_TCK")


def main(order: str) -> None:
    """Begins once QGIS is there.

    Args:
        order: Path of the JSON file that says what to do.
    """
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    began = seconds_since_start() * 1000
    iface.mainWindow().showMaximized()
    try:
        guide = Guide(json.loads(Path(order).read_text(encoding="utf-8")))
    except Exception:
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    guide.notes["began_ms"] = began
    _keep.append(guide)
    QTimer.singleShot(300, guide.runner.start)
