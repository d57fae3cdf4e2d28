"""What the plugin adds to QGIS Desktop: the panel, its menu and button, and the page in the options."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Optional

from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction

from ..i18n import tr
from ..version import ROOT
from .panel.dock import PanelDock

_MENU = "Arbeidsmigratie"


class Desktop:
    """Panel, menu, button and options page; gone without a trace after `close`.

    Args:
        iface: QGIS Desktop.
    """

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._dock: Optional[PanelDock] = None
        self._actions: list[QAction] = []
        self._settings: Optional[Any] = None

    def open(self) -> None:
        """Adds everything."""
        from .settings import register

        window = self._iface.mainWindow()
        self._dock = PanelDock(self._iface, window)
        self._dock.hide()
        # Not by iface, which shows it: then its inside would be built while QGIS starts.
        if not window.restoreDockWidget(self._dock):
            window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        panel = self._dock.toggleViewAction()
        panel.setIcon(QIcon(str(ROOT / "resources" / "icon.svg")))
        self._iface.addToolBarIcon(panel)
        self._iface.addPluginToVectorMenu(_MENU, panel)
        self._actions = [
            panel,
            self._entry("arbeidsmigratie_new", tr("New project…"), self._start),
            self._entry("arbeidsmigratie_settings", tr("Settings…"), self._show_settings),
            self._entry("arbeidsmigratie_manual", tr("Manual"), self._show_manual),
        ]
        self._settings = register(self._iface)
        QgsProject.instance().readProject.connect(self._project_read)

    def close(self) -> None:
        """Takes everything away, also what was added half."""
        from .settings import unregister

        with suppress(TypeError, RuntimeError):
            QgsProject.instance().readProject.disconnect(self._project_read)
        if self._settings is not None:
            unregister(self._iface, self._settings)
            self._settings = None
        for action in self._actions:
            if not sip.isdeleted(action):
                self._iface.removePluginVectorMenu(_MENU, action)
        if self._actions and not sip.isdeleted(self._actions[0]):
            self._iface.removeToolBarIcon(self._actions[0])
        for action in self._actions[1:]:
            if not sip.isdeleted(action):
                action.deleteLater()
        self._actions = []
        dock, self._dock = self._dock, None
        if dock is not None and not sip.isdeleted(dock):
            dock.leave()
            self._iface.mainWindow().removeDockWidget(dock)
            dock.deleteLater()

    @property
    def dock(self) -> Optional[PanelDock]:
        """The panel."""
        return self._dock

    def _entry(self, name: str, text: str, run: Any) -> QAction:
        action = QAction(text, self._iface.mainWindow())
        action.setObjectName(name)
        action.triggered.connect(lambda _=False: run())
        self._iface.addPluginToVectorMenu(_MENU, action)
        return action

    def _project_read(self, *_: object) -> None:
        """Shows the panel with a project of ours: the work, or the page of who reads its map."""
        if self._dock is None or self._dock.isVisible() or not QgsProject.instance().mapLayers():
            return
        from .panel.body import holds_result

        if holds_result():
            self._dock.show()

    def _start(self) -> None:
        if self._dock is not None:
            self._dock.show()
            self._dock.body.actions_.start_project()

    def _show_settings(self) -> None:
        from .settings import open_settings

        open_settings(self._iface)

    def _show_manual(self) -> None:
        from ..version import manual

        QDesktopServices.openUrl(QUrl(manual()))
