"""Dialogs of the panel: one at a time, closed when the project or the plugin goes."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QDialog


class Asking(QObject):
    """Shows dialogs, and can close the one that is open.

    Args:
        parent: Whose it is.
    """

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._open: list[QDialog] = []

    def ask(self, dialog: QDialog) -> bool:
        """Shows a dialog until it is closed.

        Args:
            dialog: Read its answer before it goes: call done() afterwards.

        Returns:
            Whether it was accepted, and those who asked are still there.
        """
        self._open.append(dialog)
        try:
            accepted = dialog.exec() == int(QDialog.DialogCode.Accepted)
        finally:
            if dialog in self._open:
                self._open.remove(dialog)
        return bool(accepted) and not sip.isdeleted(self) and not sip.isdeleted(dialog)

    def close(self) -> None:
        """Closes what is open, as if the user cancelled."""
        for dialog in reversed(self._open):
            if not sip.isdeleted(dialog):
                dialog.done(int(QDialog.DialogCode.Rejected))  # reject() may ask, and there is nobody to answer
