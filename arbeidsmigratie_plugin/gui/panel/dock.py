"""The dock: empty until it is seen, so that QGIS starts as quickly without it as with it."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget, QWidget

from ...i18n import tr


class PanelDock(QDockWidget):
    """The panel.

    Args:
        iface: QGIS Desktop.
        parent: The main window.
    """

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Labour migration: housing"), parent)
        self.setObjectName("arbeidsmigratie_panel")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._iface = iface
        self._body: Optional[Any] = None
        self.visibilityChanged.connect(self._seen)

    @property
    def body(self) -> Any:
        """The inside, which is built when it is asked for first."""
        if self._body is None:
            from .body import PanelBody

            self._body = PanelBody(self._iface, self)
            self.setWidget(self._body)
        return self._body

    def leave(self) -> None:
        """Stops what runs and takes the inside away: the plugin goes."""
        self.visibilityChanged.disconnect(self._seen)
        if self._body is not None:
            self._body.leave()
            self._body = None

    def _seen(self, visible: bool) -> None:
        if visible:
            self.body  # noqa: B018 (built by being asked for)
