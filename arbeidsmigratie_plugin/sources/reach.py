"""Whether a service answers, through QGIS's own network (proxy, certificates)."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsFeedback, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

_PATIENCE = 4000  # ms


def answers(url: str, feedback: Optional[QgsFeedback] = None) -> bool:
    """Whether an address gives something, soon.

    Args:
        url: The address.
        feedback: Ends the wait when the user cancels.
    """
    request = QNetworkRequest(QUrl(url))
    if hasattr(request, "setTransferTimeout"):
        request.setTransferTimeout(_PATIENCE)
    reply = QgsNetworkAccessManager.blockingGet(request, feedback=feedback)
    return bool(reply.error() == QNetworkReply.NetworkError.NoError)
