"""What there is to see: widgets, the screen, the message bar, tasks and errors."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

import qgis.utils
from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from .runner import NotSeenError


def windows() -> list[QWidget]:
    """Visible windows, the one a person can use first."""
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    first = [QApplication.activePopupWidget(), QApplication.activeModalWidget(), QApplication.activeWindow()]
    return sorted(shown, key=lambda widget: first.index(widget) if widget in first else len(first))


def plain(text: str) -> str:
    """A text as a person reads it: without the sign that marks a key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()


def text_of(widget: QWidget) -> str:
    """The text on a widget, '' if it has none."""
    if isinstance(widget, (QAbstractButton, QLabel)):
        return plain(widget.text())
    return plain(str(widget.windowTitle()))


def matching(name: str = "", text: str = "", kind: str = "", inside: Optional[QWidget] = None) -> Iterator[QWidget]:
    """Visible widgets, those in the window a person can use first.

    Args:
        name: Their objectName.
        text: What is on them, whole.
        kind: Class, in Python or Qt.
        inside: Where to look; everywhere if None.
    """
    for root in [inside] if inside is not None else windows():
        for widget in [root, *root.findChildren(QWidget)]:
            if (
                (not name or widget.objectName() == name)
                and (not kind or kind in (type(widget).__name__, widget.metaObject().className()))
                and widget.isVisible()
                and (not text or text_of(widget) == text)
            ):
                yield widget


def find(name: str = "", text: str = "", kind: str = "", inside: Optional[QWidget] = None) -> QWidget:
    """The first of these widgets.

    Args:
        name: Its objectName.
        text: What is on it, whole.
        kind: Class, in Python or Qt.
        inside: Where to look; everywhere if None.

    Raises:
        NotSeenError: There is none.
    """
    found = next(matching(name, text, kind, inside), None)
    if found is None:
        raise NotSeenError(f"There is no {' '.join(filter(None, (kind, name, repr(text) if text else '')))} to see.")
    return found


def reachable(widget: QWidget, point: QPoint) -> bool:
    """Whether a click at a point of a widget comes to it.

    Args:
        widget: What should get it.
        point: In its coordinates.

    Raises:
        NotSeenError: It does not; says why.
    """
    modal = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if modal is not None and widget.window() is not modal:
        raise NotSeenError(f"A window is in front: {modal.windowTitle() or modal.objectName() or modal}.")
    if not widget.isEnabled():
        raise NotSeenError(f"{widget.objectName() or text_of(widget)} is grey.")
    at = QApplication.widgetAt(widget.mapToGlobal(point))
    if at is not widget and not (at is not None and widget.isAncestorOf(at)):
        raise NotSeenError(f"{widget.objectName() or text_of(widget)} is covered by {at.objectName() if at else at}.")
    return True


def shoot(path: Path) -> None:
    """Keeps what is on the screen.

    Args:
        path: PNG.
    """
    QApplication.primaryScreen().grabWindow(0).save(str(path))


def still() -> bool:
    """Whether the map has been drawn."""
    return not qgis.utils.iface.mapCanvas().isDrawing()


def messages() -> list[str]:
    """What the message bars show."""
    found = []
    for bar in QApplication.instance().allWidgets():
        if isinstance(bar, QgsMessageBar):
            found += [f"{item.title()}: {item.text()}" for item in bar.items()]
    return found


def tasks() -> list[str]:
    """Tasks that run."""
    return [str(task.description()) for task in QgsApplication.taskManager().activeTasks()]


class Ears:
    """Hears every error of Python, and every message that QGIS logs."""

    def __init__(self) -> None:
        self.tracebacks: list[str] = []
        self.log: list[str] = []
        self._before = sys.excepthook
        sys.excepthook = self._exception
        threading.excepthook = lambda args: self._exception(args.exc_type, args.exc_value, args.exc_traceback)
        sys.unraisablehook = lambda args: self._exception(args.exc_type, args.exc_value, args.exc_traceback)
        QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(self._message)

    def _exception(self, kind: type[BaseException], value: BaseException, where: Any) -> None:
        told = "".join(traceback.format_exception(kind, value, where))
        self.tracebacks.append(told)
        sys.stderr.write(told)  # also when the report has been written
        self._before(kind, value, where)

    def _message(self, text: str, tag: str, level: Qgis.MessageLevel) -> None:
        if level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
            self.log.append(f"{tag}: {text}")
            if "Traceback (most recent call last)" in text and text not in self.tracebacks:
                self.tracebacks.append(text)
