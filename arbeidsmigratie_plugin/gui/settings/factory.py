"""What makes the page whenever the options of QGIS are opened."""

from __future__ import annotations

from typing import Any, Optional

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ...version import ROOT

_TITLE = "Arbeidsmigratie"


class SettingsFactory(QgsOptionsWidgetFactory):
    """Makes the page.

    Args:
        iface: QGIS Desktop.
    """

    def __init__(self, iface: Any) -> None:
        super().__init__()
        self._iface = iface
        self._page: Optional[QgsOptionsPageWidget] = None
        self.setTitle(_TITLE)
        self.setIcon(QIcon(str(ROOT / "resources" / "icon.svg")))

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:
        """A new page.

        Args:
            parent: The dialog.
        """
        from .page import SettingsPage

        self._page = SettingsPage(self._iface, parent)
        return self._page

    def leave(self) -> None:
        """Stops what the page started."""
        page, self._page = self._page, None
        if page is not None and not sip.isdeleted(page):
            page.leave()
