"""The page of the plugin in the options of QGIS. Loaded when it is looked at, not when QGIS starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qgis.gui import QgsOptionsWidgetFactory

#: Object name of the page, by which QGIS opens it.
PAGE = "arbeidsmigratie_options"


def register(iface: Any) -> QgsOptionsWidgetFactory:
    """Adds the page to the options of QGIS.

    Args:
        iface: QGIS Desktop.

    Returns:
        What has to be handed to unregister.
    """
    from .factory import SettingsFactory

    factory = SettingsFactory(iface)
    iface.registerOptionsWidgetFactory(factory)
    return factory


def unregister(iface: Any, factory: QgsOptionsWidgetFactory) -> None:
    """Takes the page away, and stops a check of services that runs.

    Args:
        iface: QGIS Desktop.
        factory: From register.
    """
    from qgis.PyQt import sip

    if not sip.isdeleted(factory):
        factory.leave()
        iface.unregisterOptionsWidgetFactory(factory)


def open_settings(iface: Any) -> None:
    """Shows the page.

    Args:
        iface: QGIS Desktop.
    """
    iface.showOptionsDialog(iface.mainWindow(), PAGE)
