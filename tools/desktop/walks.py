"""Walks through QGIS Desktop."""

from __future__ import annotations

import sys
import time

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.utils import plugins

from . import hands
from .driver import Guide
from .runner import Walk


def first_look(guide: Guide) -> Walk:
    """The plugin is there: in the menu and in the toolbox.

    Args:
        guide: Who takes the pictures.
    """
    yield hands.until(lambda: "arbeidsmigratie" in plugins, "the plugin is loaded")
    guide.notes["modules"] = sorted(name for name in sys.modules if name.startswith("arbeidsmigratie."))
    guide.notes["algorithms"] = len(QgsApplication.processingRegistry().providerById("arbeidsmigratie").algorithms())
    yield from hands.click_menu("mVectorMenu", "Arbeidsmigratie")
    yield guide.shot("menu")
    yield hands.press(Qt.Key.Key_Escape)
    yield hands.press(Qt.Key.Key_Escape)
    yield from hands.click_menu("processing", "toolboxAction")
    toolbox = yield hands.see("ProcessingToolbox")
    guide.notes["toolbox"] = toolbox.windowTitle()
    yield hands.fill("searchBox", "regio", leave=False)
    yield guide.shot("toolbox")


def failing(guide: Guide) -> Walk:
    """Meets an error of Python, and waits for what is not there: for the tests of the harness.

    Args:
        guide: Not needed.
    """
    yield hands.until(lambda: True, "QGIS is there")
    QTimer.singleShot(0, lambda: 1 / 0)
    yield hands.see("nowhere", timeout=1)


def hanging(guide: Guide) -> Walk:
    """Never gives QGIS its turn again: for the tests of the harness.

    Args:
        guide: Not needed.
    """
    yield hands.until(lambda: True, "QGIS is there")
    while True:
        time.sleep(1)
