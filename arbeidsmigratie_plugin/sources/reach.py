"""Whether a service answers, through QGIS's own network (proxy, certificates)."""

from __future__ import annotations

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

_PATIENCE = 4000  # ms


def answers(url: str) -> bool:
    """Whether an address gives something, soon.

    Args:
        url: The address.
    """
    request = QNetworkRequest(QUrl(url))
    if hasattr(request, "setTransferTimeout"):
        request.setTransferTimeout(_PATIENCE)
    reply = QgsNetworkAccessManager.blockingGet(request)
    return bool(reply.error() == QNetworkReply.NetworkError.NoError)
