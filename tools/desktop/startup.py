"""What the plugin costs when QGIS starts, measured inside QGIS."""

from __future__ import annotations

import sys
import time

from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import loadPlugin, pluginMetadata, plugins, startPlugin, unloadPlugin, updateAvailablePlugins

from . import hands
from .driver import Guide
from .runner import Walk

#: Nothing of this is needed before a person uses the plugin.
HEAVY = {
    "numpy",
    "scipy",
    "pandas",
    "geopandas",
    "shapely",
    "pyproj",
    "h3",
    "osgeo",
    "requests",
    "owslib",
    "lxml",
    "openpyxl",
    "PIL",
    "jinja2",
}

NAME = "arbeidsmigratie"


def idle(guide: Guide) -> Walk:
    """Does nothing: QGIS has counted what it needs.

    Args:
        guide: Not needed.
    """
    yield hands.until(lambda: NAME in plugins, "the plugin is loaded")


def loading(guide: Guide) -> Walk:
    """Loads and starts the plugin as QGIS does, where it is not enabled, and notes what that took and brought.

    Args:
        guide: Who keeps the notes.
    """
    yield hands.until(lambda: True, "QGIS is there")
    before = set(sys.modules)
    updateAvailablePlugins()
    pluginMetadata(NAME, "version")
    begin = time.perf_counter()
    loaded = loadPlugin(NAME)
    between = time.perf_counter()
    started = startPlugin(NAME)
    end = time.perf_counter()
    QApplication.processEvents()
    settled = time.perf_counter()
    new = sorted(set(sys.modules) - before)
    guide.notes.update(
        loaded=bool(loaded and started),
        import_ms=(between - begin) * 1000,
        start_ms=(end - between) * 1000,
        settle_ms=(settled - end) * 1000,
        qgis_ms=guide.notes["began_ms"],
        modules=new,
        heavy=sorted(HEAVY & {name.split(".")[0] for name in new}),
    )
    yield hands.until(lambda: unloadPlugin(NAME), "the plugin is unloaded")
