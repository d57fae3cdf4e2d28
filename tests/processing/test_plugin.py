"""The plugin object: loads and unloads without a trace."""

from __future__ import annotations

from unittest.mock import Mock

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

from arbeidsmigratie import classFactory


def test_unloading_takes_everything_away(qgis_app):
    registry = QgsApplication.processingRegistry()
    loaded = classFactory(None)
    loaded.unload()
    loaded.initGui()
    assert registry.providerById("arbeidsmigratie") is loaded.provider
    loaded.unload()
    loaded.unload()
    assert registry.providerById("arbeidsmigratie") is None


def test_a_desktop_gets_its_panel_and_loses_it_again(qgis_app):
    desktop = Mock()
    window = desktop.mainWindow.return_value = QMainWindow()
    loaded = classFactory(desktop)
    loaded.initGui()
    assert not window.findChild(QDockWidget, "arbeidsmigratie_panel").isVisible()
    added = [call.args for call in desktop.addPluginToVectorMenu.call_args_list]
    assert {menu for menu, _ in added} == {"Arbeidsmigratie"}
    assert all(action.text() for _, action in added)
    loaded.unload()
    assert [call.args for call in desktop.removePluginVectorMenu.call_args_list] == added
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(QDockWidget) is None
