"""The plugin object: registers what QGIS shows, and takes it away again."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt import sip

from . import i18n
from .dependencies import add_paths


class ArbeidsmigratiePlugin:
    """Provider for Processing, and in QGIS Desktop the panel that leads through the work.

    Args:
        iface: QGIS Desktop, None in qgis_process.
    """

    def __init__(self, iface: Optional[Any] = None) -> None:
        self.iface = iface
        self.provider: Optional[Any] = None
        self.desktop: Optional[Any] = None
        i18n.install()
        add_paths()

    def initProcessing(self) -> None:
        """Registers the algorithms; all that qgis_process calls."""
        from ..processing.provider import ArbeidsmigratieProvider

        self.provider = ArbeidsmigratieProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Registers the algorithms and the panel."""
        self.initProcessing()
        if self.iface is None:
            return
        from .gui.desktop import Desktop

        self.desktop = Desktop(self.iface)
        self.desktop.open()

    def unload(self) -> None:
        """Undoes what was registered, also after a load that failed half-way."""
        desktop, self.desktop = self.desktop, None
        if desktop is not None:
            desktop.close()
        provider, self.provider = self.provider, None
        if provider is not None and not sip.isdeleted(provider):  # QGIS deletes one whose id was taken
            QgsApplication.processingRegistry().removeProvider(provider)
        i18n.remove()
