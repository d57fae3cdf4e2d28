"""The plugin object: loads and unloads without a trace."""

from __future__ import annotations

from unittest.mock import Mock

from qgis.core import QgsApplication

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


def test_desktop_gets_one_menu_entry_and_loses_it_again(qgis_app):
    desktop = Mock()
    desktop.mainWindow.return_value = None
    loaded = classFactory(desktop)
    loaded.initGui()
    menu, action = desktop.addPluginToVectorMenu.call_args.args
    assert menu == "Arbeidsmigratie"
    assert action.text()
    loaded.unload()
    desktop.removePluginVectorMenu.assert_called_once_with(menu, action)
