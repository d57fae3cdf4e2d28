"""QGIS Desktop as far as the panel asks for it: a window, a message bar that is written down, the open project."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QMainWindow

from tests import made


@dataclass
class Bar:
    """A message bar."""

    said: list[tuple[str, Any]] = field(default_factory=list)

    def pushMessage(self, title: str, text: str, *rest: Any) -> None:
        """Writes a message down, with what it tells when asked for more."""
        *more, level, _ = rest
        self.said.append((" ".join([text, *more]), level))


class FakeDesktop:
    """What the panel needs of iface."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), self.canvas)
        self.bar = Bar()
        self.logs_opened = 0
        self.keeps_project = False
        self.added: list[Any] = []
        self.removed: list[Any] = []

    def mainWindow(self) -> QMainWindow:
        return self.window

    def mapCanvas(self) -> QgsMapCanvas:
        return self.canvas

    def messageBar(self) -> Bar:
        return self.bar

    def newProject(self, _ask: bool = False) -> bool:
        if self.keeps_project:
            return False
        QgsProject.instance().clear()
        return True

    def addProject(self, file: str) -> bool:
        return bool(QgsProject.instance().read(file))

    def openMessageLog(self) -> None:
        self.logs_opened += 1

    def layerTreeCanvasBridge(self) -> QgsLayerTreeMapCanvasBridge:
        return self.bridge

    def addToolBarIcon(self, action: Any) -> None:
        self.added.append(action)

    def removeToolBarIcon(self, action: Any) -> None:
        self.removed.append(action)

    def addPluginToVectorMenu(self, _menu: str, action: Any) -> None:
        self.added.append(action)

    def removePluginVectorMenu(self, _menu: str, action: Any) -> None:
        self.removed.append(action)

    def registerOptionsWidgetFactory(self, factory: Any) -> None:
        self.added.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: Any) -> None:
        self.removed.append(factory)

    def showOptionsDialog(self, *_: Any, **__: Any) -> None:
        pass


@pytest.fixture
def desktop(qgis_app) -> Iterator[FakeDesktop]:
    """A desktop with an empty project, and nothing left running after it."""
    QgsProject.instance().clear()
    fake = FakeDesktop()
    yield fake
    QgsProject.instance().clear()
    QgsApplication.taskManager().cancelAll()
    settle()
    assert not QgsApplication.taskManager().activeTasks()


@pytest.fixture
def algorithms(qgis_app) -> Iterator[Any]:
    """The algorithms of the plugin."""
    from arbeidsmigratie.processing.provider import ArbeidsmigratieProvider

    registry = QgsApplication.processingRegistry()
    provider = ArbeidsmigratieProvider()
    registry.addProvider(provider)
    yield provider
    registry.removeProvider(provider)


@pytest.fixture(scope="session")
def region(tmp_path_factory) -> Path:
    """A folder with bag.gpkg, gemeenten.gpkg and a delivery of each of the two municipalities."""
    folder = tmp_path_factory.mktemp("regio")
    made.write_bag(folder / "bag.gpkg")
    made.write_municipalities(folder / "gemeenten.gpkg")
    rows = [*made.usual_rows(), *(made.row(n, n % 3) for n in range(20, 60))]
    made.write_delivery(folder / "levering.xlsx", rows)
    return folder


def until(true: Callable[[], bool], seconds: float = 60) -> None:
    """Lets QGIS work until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never became so"
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def settle() -> None:
    """Lets QGIS do what was put off, deletions included."""
    for _ in range(5):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
