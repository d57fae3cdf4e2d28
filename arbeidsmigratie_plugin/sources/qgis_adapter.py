"""Sending through QGIS: with its proxy, certificates and authentication, in any thread."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from socket import gaierror
from ssl import SSLCertVerificationError
from typing import Any, Optional

import requests
from qgis.core import QgsBlockingNetworkRequest, QgsFeedback, QgsNetworkAccessManager, QgsNetworkReplyContent
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QThread, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest
from requests.adapters import BaseAdapter

from ..core.cancel import Cancelled
from ..core.service_errors import ServiceLoginError, ServiceTooLargeError
from .bodies import Malformed, shown, unpacked
from .transport import PATIENCE, Patience, Transport

#: So often, in seconds, a request that runs is looked at.
_SLICE = 0.1

#: The main thread, while it waits for an answer, handles its events this often, in seconds.
_EVENTS = 0.01

#: Requests of ours carry the name to give to the service here.
_NAME = QNetworkRequest.Attribute.UserMax

_Network = QNetworkReply.NetworkError

#: What goes wrong before there is a complete answer -> the exception of requests for it, and what that came from.
_BROKEN: dict[Any, tuple[type[Exception], Optional[type[Exception]]]] = {
    _Network.ConnectionRefusedError: (requests.ConnectionError, ConnectionRefusedError),
    _Network.RemoteHostClosedError: (requests.ConnectionError, None),
    _Network.HostNotFoundError: (requests.ConnectionError, gaierror),
    _Network.TimeoutError: (requests.Timeout, None),
    _Network.OperationCanceledError: (requests.Timeout, None),  # by the time limit of QGIS
    _Network.SslHandshakeFailedError: (requests.exceptions.SSLError, SSLCertVerificationError),
    _Network.TemporaryNetworkFailureError: (requests.ConnectionError, None),
    _Network.NetworkSessionFailedError: (requests.ConnectionError, None),
    _Network.UnknownNetworkError: (requests.ConnectionError, None),
    _Network.ProxyConnectionRefusedError: (requests.exceptions.ProxyError, None),
    _Network.ProxyConnectionClosedError: (requests.exceptions.ProxyError, None),
    _Network.ProxyNotFoundError: (requests.exceptions.ProxyError, None),
    _Network.ProxyTimeoutError: (requests.exceptions.ProxyError, None),
    _Network.ProxyAuthenticationRequiredError: (requests.exceptions.ProxyError, None),
    _Network.UnknownProxyError: (requests.exceptions.ProxyError, None),
}


def qgis_transport(feedback: Optional[QgsFeedback], authcfg: str = "", patience: Patience = PATIENCE) -> Transport:
    """A Transport that sends through QGIS.

    Args:
        feedback: Of the run, for cancelling.
        authcfg: Authentication configuration of QGIS, "" for none.
        patience: How long and how often.
    """
    cancelled = (lambda: False) if feedback is None else feedback.isCanceled
    return Transport(cancelled, patience, QgisAdapter(cancelled, authcfg, patience.whole))


class QgisAdapter(BaseAdapter):
    """Sends through QgsBlockingNetworkRequest, from any thread.

    Not from the main thread itself: QGIS 3.22 waits for ever there when a certificate does not verify, and makes a
    connection anew for each request. So one thread of our own does it, while the main thread handles its events: that
    is where QGIS looks at certificates and asks for passwords.

    Args:
        cancelled: Whether to stop; asked from other threads too.
        authcfg: Authentication configuration of QGIS, "" for none; only for requests marked as 'known'.
        whole: Seconds that an answer may take in all, however steadily it drips in.
    """

    def __init__(self, cancelled: Callable[[], bool], authcfg: str, whole: float) -> None:
        super().__init__()
        self._cancelled = cancelled
        self._authcfg = authcfg
        self._whole = whole
        self._aside = ThreadPoolExecutor(1, "arbeidsmigratie-request")  # starts its thread when needed

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Any = None,
    ) -> requests.Response:
        """Sends a GET or POST request and reads the whole answer; proxy and certificates are those of QGIS.

        Args:
            request: The request; 'largest' says how many bytes the answer may have, 'known' whether it is for the
                server that was asked, and not for one to which that redirects.
            stream: Not used.
            timeout: Seconds for a connection and for silence.
            verify: Not used: QGIS always verifies.
            cert: Not used.
            proxies: Not used.

        Raises:
            Cancelled: The user stopped the run.
            ServiceTooLargeError: The answer is too large.
            ServiceLoginError: The authentication configuration can't be used.
            requests.RequestException: There is no complete answer.
        """
        silence = timeout[1] if isinstance(timeout, tuple) else timeout
        if QThread.currentThread() != QCoreApplication.instance().thread():
            return self._send(request, silence)
        QgsNetworkAccessManager.instance()  # that of the main thread must be there first
        sending = self._aside.submit(self._send, request, silence)
        while not wait([sending], _EVENTS).done:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return sending.result()

    def _send(self, request: requests.PreparedRequest, silence: Optional[float]) -> requests.Response:
        url = shown(request.url)
        watch = _Watch(self._cancelled, url, silence or self._whole, self._whole, getattr(request, "largest", None))
        sender = QgsBlockingNetworkRequest()
        if self._authcfg and getattr(request, "known", True):
            sender.setAuthCfg(self._authcfg)
        with _name_passed_on():
            code = watch.during(sender, _request(request), request.body)
        if code == QgsBlockingNetworkRequest.ErrorCode.NetworkError:
            raise ServiceLoginError(url=url, authcfg=self._authcfg)
        if code == QgsBlockingNetworkRequest.ErrorCode.TimeoutError:
            raise requests.Timeout
        return _response(request, sender.reply())

    def close(self) -> None:
        """Ends the thread; a later request starts a new one."""
        self._aside.shutdown(wait=False)
        self._aside = ThreadPoolExecutor(1, "arbeidsmigratie-request")


# Giving up -----------------------------------------------------------------------------------------------------------


class _Watch:
    """Looks after a request while it runs, and breaks it off.

    QGIS 3.22 misses a cancel that comes before it listens, and can wait for ever when one comes from another thread
    than the request's. So the feedback of the run is never given to it, but one of our own, which is cancelled in the
    thread of the request, between its events.
    """

    def __init__(
        self, cancelled: Callable[[], bool], url: str, silence: float, whole: float, largest: Optional[int]
    ) -> None:
        self._cancelled = cancelled
        self._url = url
        self._silence = silence
        self._largest = largest
        self._end = time.monotonic() + whole
        self._heard = time.monotonic()
        self._feedback = QgsFeedback()
        self._why: Optional[BaseException] = None

    def during(self, sender: QgsBlockingNetworkRequest, request: QNetworkRequest, body: Optional[bytes] = None) -> Any:
        """Sends a request, and what it hands over.

        Returns:
            How it ended.

        Raises:
            BaseException: Why it was broken off.
        """
        sender.downloadProgress.connect(self._progress)
        loop = QEventLoop()  # a thread of Python has no timers without
        timer = QTimer()
        timer.timeout.connect(self._look)
        timer.start(int(1000 * _SLICE))
        try:
            if body is None:
                code = sender.get(request, True, self._feedback)
            else:
                code = sender.post(request, body, True, self._feedback)
        finally:
            timer.stop()
            timer.timeout.disconnect(self._look)
            sender.downloadProgress.disconnect(self._progress)
            # Else what they leave waits, for Python, until the thread ends: at the end of QGIS that can be for ever.
            QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
            del loop
        if self._why is not None:
            raise self._why
        return code

    def _look(self) -> None:
        try:
            if self._why is None:
                self._why = self._reason_to_stop()
        except BaseException as error:  # Qt ends the program if it reaches its event loop
            self._why = error
        if self._why is not None:
            self._feedback.cancel()

    def _reason_to_stop(self) -> Optional[BaseException]:
        if self._cancelled():
            return Cancelled()
        now = time.monotonic()
        return requests.Timeout() if now > self._end or now > self._heard + self._silence else None

    def _progress(self, received: int, total: int) -> None:
        self._heard = time.monotonic()
        if self._largest is not None and max(received, total) > self._largest and self._why is None:
            self._why = ServiceTooLargeError(url=self._url, size=f"{self._largest / 1e6:g}")


# Requests and answers ------------------------------------------------------------------------------------------------


def _request(request: requests.PreparedRequest) -> QNetworkRequest:
    made = QNetworkRequest(QUrl.fromEncoded(request.url.encode("ascii"), QUrl.ParsingMode.StrictMode))
    for key, value in request.headers.items():
        made.setRawHeader(_bytes(key), _bytes(value))
    made.setAttribute(_NAME, request.headers.get("User-Agent", ""))
    _follow_nothing(made)
    return made


def _follow_nothing(request: QNetworkRequest) -> None:
    """A redirect comes back as it is: the transport decides about it. Without this QGIS follows any, also to http."""
    policy = QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy
    request.setAttribute(QNetworkRequest.Attribute.RedirectPolicyAttribute, policy)
    request.setMaximumRedirectsAllowed(0)


def _response(request: requests.PreparedRequest, reply: QgsNetworkReplyContent) -> requests.Response:
    """The answer as requests has it.

    Raises:
        requests.RequestException: It is not complete.
    """
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    kind, cause = _BROKEN.get(reply.error(), (requests.ConnectionError, None))
    if reply.error() in _BROKEN or status is None:
        raise kind from (cause() if cause else None)
    response = requests.Response()
    response.status_code, response.url, response.request = int(status), request.url, request
    for name in reply.rawHeaderList():
        response.headers[bytes(name).decode("latin-1")] = bytes(reply.rawHeader(name)).decode("latin-1")
    # Packed still, because we asked for it ourselves: Qt unpacks without limit, and takes a half body for a whole one.
    packing = response.headers.get("Content-Encoding", "")
    try:
        body = unpacked(bytes(reply.content()), packing, getattr(request, "largest", None))
    except Malformed:
        raise requests.exceptions.ContentDecodingError from None
    response.raw = io.BytesIO(body)
    return response


def _bytes(text: Any) -> bytes:
    return text if isinstance(text, bytes) else str(text).encode("latin-1")


# The name of the plugin ----------------------------------------------------------------------------------------------


class _Naming:
    """Requests of ours that run, and the hook that gives them their name: QGIS overwrites what a request says."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running = 0
        self._hook = ""

    def begin(self) -> None:
        with self._lock:
            self._running += 1
            if self._running == 1:
                self._hook = QgsNetworkAccessManager.setRequestPreprocessor(_give_name)

    def end(self) -> None:
        with self._lock:
            self._running -= 1
            if self._running == 0:
                QgsNetworkAccessManager.removeRequestPreprocessor(self._hook)


_NAMING = _Naming()


@contextmanager
def _name_passed_on() -> Iterator[None]:
    """Hooks into QGIS's requests while one of ours runs."""
    _NAMING.begin()
    try:
        yield
    finally:
        _NAMING.end()


def _give_name(request: QNetworkRequest) -> None:
    """Names the plugin in a request of ours and keeps it out of QGIS's cache and redirects; leaves others alone."""
    name = request.attribute(_NAME)
    if name:
        request.setRawHeader(b"User-Agent", _bytes(name))
        _follow_nothing(request)  # QGIS 3.40 follows redirects whatever the request said before
        request.setAttribute(QNetworkRequest.Attribute.CacheSaveControlAttribute, False)
