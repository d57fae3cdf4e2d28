"""What the user is told: in the message bar what matters now, in the log panel all of it."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsMessageLog

#: Tab in the log panel, and title in the message bar.
TAG = "Arbeidsmigratie"

#: A success needs no click to go away (s).
_SUCCESS = 8


def log(text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
    """Writes a line into the log panel, without a notice of its own.

    Args:
        text: Of the line.
        level: How bad it is.
    """
    QgsMessageLog.logMessage(text, TAG, level, False)


def tell(iface: Any, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info, more: str = "") -> None:
    """Shows a sentence in the message bar, and logs it.

    Args:
        iface: QGIS Desktop.
        text: The sentence; short, the bar shows one line.
        level: How bad it is; a problem stays until it is closed.
        more: What the bar shows when asked for more, "" for nothing.
    """
    log(f"{text} {more}".strip(), level)
    bad = level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
    stays = 0 if bad else _SUCCESS
    if more:
        iface.messageBar().pushMessage(TAG, text, more, level, stays)
    else:
        iface.messageBar().pushMessage(TAG, text, level, stays)
