"""Sending without QGIS: requests, in a way that can be given up at any moment."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable
from typing import Any, Optional

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.exceptions import ChunkedEncodingError, ContentDecodingError, ReadTimeout

from ..core.cancel import Cancelled
from ..core.service_errors import ServiceTooLargeError
from .bodies import Malformed, shown, unpacked

_CHUNK = 16384
_SLICE = 0.05


class PlainAdapter(HTTPAdapter):
    """Sends through a thread of its own, because connecting and reading can't be interrupted.

    Args:
        cancelled: Whether to stop.
        whole: Seconds that an answer may take in all, however steadily it drips in.
    """

    def __init__(self, cancelled: Callable[[], bool], whole: float) -> None:
        super().__init__()
        self._cancelled = cancelled
        self._whole = whole

    def send(self, request: requests.PreparedRequest, *given: Any, **options: Any) -> requests.Response:
        """Sends a request and reads the whole answer.

        Args:
            request: The request; its attribute 'largest' is how many bytes its answer may have.
            given: As requests gives them.
            options: As requests gives them.

        Raises:
            Cancelled: The user stopped the run.
            ServiceTooLargeError: The answer is too large.
            requests.RequestException: There is no complete answer.
        """
        outcome: list[Any] = []
        done, left = threading.Event(), threading.Event()
        options["stream"] = True

        def fetch() -> None:
            try:
                outcome.append(_complete(HTTPAdapter.send(self, request, *given, **options), left))
            except BaseException as error:  # raised again where the answer is awaited
                outcome.append(error)
            done.set()

        threading.Thread(target=fetch, name="arbeidsmigratie-request", daemon=True).start()
        try:
            self._await(done)
        finally:
            left.set()
        if isinstance(outcome[0], BaseException):
            raise outcome[0]
        return outcome[0]

    def _await(self, done: threading.Event) -> None:
        end = time.monotonic() + self._whole
        while not done.wait(_SLICE):
            if self._cancelled():
                raise Cancelled
            if time.monotonic() > end:
                raise ReadTimeout


def _complete(response: requests.Response, left: threading.Event) -> requests.Response:
    """An answer of which the body was read in full."""
    largest = getattr(response.request, "largest", None)
    with response:
        try:
            packed = _read(response, left, largest)
            body = unpacked(packed, response.headers.get("Content-Encoding", ""), largest)
        except urllib3.exceptions.HTTPError as error:
            raise ChunkedEncodingError from error
        except Malformed:
            raise ContentDecodingError from None
    whole = requests.Response()
    whole.status_code, whole.headers = response.status_code, response.headers
    whole.url, whole.request, whole.raw = response.url, response.request, io.BytesIO(body)
    return whole


def _read(response: requests.Response, left: threading.Event, largest: Optional[int]) -> bytes:
    """The body as it arrives, until it is complete, too large or no longer wanted."""
    too_large = ServiceTooLargeError(url=shown(response.url), size=f"{(largest or 0) / 1e6:g}")
    length = response.headers.get("Content-Length", "")
    declared = int(length) if length.isdigit() and "Transfer-Encoding" not in response.headers else None
    if largest is not None and declared is not None and declared > largest:
        raise too_large
    body = bytearray()
    for chunk in response.raw.stream(_CHUNK, decode_content=False):
        body += chunk
        if largest is not None and len(body) > largest:
            raise too_large
        if left.is_set():
            raise ChunkedEncodingError
    if declared is not None and len(body) < declared:  # urllib3 1 doesn't mind
        raise ChunkedEncodingError
    return bytes(body)
