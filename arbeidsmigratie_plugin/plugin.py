"""The plugin object: registers what QGIS shows, and takes it away again."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .i18n import tr
from .version import ROOT


class ArbeidsmigratiePlugin:
    """Provider for Processing, and in QGIS Desktop a menu entry that opens the whole chain.

    Args:
        iface: QGIS Desktop, None in qgis_process.
    """

    def __init__(self, iface: Optional[Any] = None) -> None:
        self.iface = iface
        self.provider: Optional[Any] = None
        self.action: Optional[QAction] = None

    def initProcessing(self) -> None:
        """Registers the algorithms; all that qgis_process calls."""
        from ..processing.provider import ArbeidsmigratieProvider

        self.provider = ArbeidsmigratieProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Registers the algorithms and the menu entry."""
        self.initProcessing()
        if self.iface is None:
            return
        self.action = QAction(QIcon(str(ROOT / "resources" / "icon.svg")), tr("Regional map…"), self.iface.mainWindow())
        self.action.triggered.connect(self.open_regiobeeld)
        self.iface.addPluginToVectorMenu("Arbeidsmigratie", self.action)

    def open_regiobeeld(self) -> None:
        """Opens the dialog of the algorithm that makes the map project."""
        from qgis import processing

        processing.execAlgorithmDialog("arbeidsmigratie:regiobeeld")

    def unload(self) -> None:
        """Undoes what was registered, also after a load that failed half-way."""
        if self.action is not None:
            self.iface.removePluginVectorMenu("Arbeidsmigratie", self.action)
            self.action.deleteLater()
            self.action = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
