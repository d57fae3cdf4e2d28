"""What runs before QGIS loads its plugins: a plugin that fails then asks in a window, which nobody would answer."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QLabel, QTextEdit, QWidget

from .eyes import Ears, shoot, windows

#: Kept until the walk begins: nothing else holds it.
watches: list[Watch] = []


class Watch:
    """Hears errors from the first moment on, and ends QGIS when a window waits for an answer before the walk begins.

    Args:
        order: What to do: folder and report.
    """

    def __init__(self, order: dict[str, Any]) -> None:
        self.ears = Ears()
        self._order = order
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(300)

    def over(self) -> None:
        """The walk begins."""
        self._timer.stop()

    def _look(self) -> None:
        window = QApplication.activeModalWidget()
        if window is None:
            return
        shoot(Path(self._order["folder"]) / "problem.png")
        report = {
            "problem": f"before the walk a window opened: {_words(window)}",
            "tracebacks": self.ears.tracebacks,
            "log": self.ears.log,
            "windows": [str(shown.windowTitle()) for shown in windows()],
        }
        Path(self._order["report"]).write_text(json.dumps(report, indent=1, ensure_ascii=False), encoding="utf-8")
        os._exit(1)


def _words(window: QWidget) -> str:
    said = [label.text() for label in window.findChildren(QLabel)]
    said += [field.toPlainText() for field in window.findChildren(QTextEdit)]
    return "\n".join(filter(None, [window.windowTitle(), *said]))


def watch(order: str) -> None:
    """Begins; QGIS may come here twice.

    Args:
        order: Path of the JSON file that says what to do.
    """
    if not watches:
        watches.append(Watch(json.loads(Path(order).read_text(encoding="utf-8"))))
