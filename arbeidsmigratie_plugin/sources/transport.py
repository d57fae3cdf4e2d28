"""Asking a web service: patiently, politely, and trusting nothing that it answers."""

from __future__ import annotations

import secrets
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from http.client import responses
from typing import TYPE_CHECKING, Optional, cast
from urllib.parse import urljoin, urlsplit

from ..core.cancel import Cancelled
from ..core.phrases import phrase
from ..core.service_errors import (
    ServiceAnswerError,
    ServiceBusyError,
    ServiceCertificateError,
    ServiceError,
    ServiceMovedError,
    ServiceRefusedError,
    ServiceTooLargeError,
    ServiceUnreachableError,
)
from ..version import homepage, version
from .answers import Answer, Kind, TryAgain
from .bodies import origin, shown, words

if TYPE_CHECKING:
    import requests
    from requests.adapters import BaseAdapter

__all__ = ["LARGEST", "PATIENCE", "Answer", "Kind", "Patience", "Transport", "user_agent"]

#: An answer may have so many bytes: many times a page of a thousand objects.
LARGEST = 256_000_000

MOST_REDIRECTS = 5

#: The service may answer later; all other refusals stay what they are.
_BUSY = frozenset({429, 500, 502, 503, 504})
_GONE = frozenset({404, 410})

_REMEDY = phrase("Look up its present address with the provider and put that in the settings of the services.")

#: A redirect that is not followed where a question is for one server alone.
_ELSEWHERE, _ITS_OWN = phrase("a redirect to another server"), phrase("an answer of its own")

#: While waiting it is asked this often, in seconds, whether the user cancelled.
_SLICE = 0.1

_RANDOM = secrets.SystemRandom()


@dataclass(frozen=True)
class Patience:
    """How long and how often a service is asked; the defaults are for PDOK.

    Attributes:
        connect: Seconds for a connection.
        read: Seconds between parts of an answer.
        whole: Seconds for an answer in all.
        attempts: Tries in all.
        first_wait: Seconds before the second try; doubled for each following one.
        longest_wait: Most seconds between two tries. A service that asks for more gets no further try.
    """

    connect: float = 10.0
    read: float = 60.0
    whole: float = 600.0
    attempts: int = 5
    first_wait: float = 1.0
    longest_wait: float = 60.0

    def wait_after(self, attempt: int) -> float:
        """Seconds after a try that failed, never the same so that clients don't come back all together.

        Args:
            attempt: Number of the try, from 1.
        """
        longest = min(self.first_wait * 2.0 ** (attempt - 1), self.longest_wait)
        return _RANDOM.uniform(longest / 2, longest)


PATIENCE = Patience()


def user_agent() -> str:
    """How the plugin names itself to services, so that they can reach its makers instead of blocking it."""
    return f"Arbeidsmigratie/{version()} QGIS-plugin (+{homepage()})"


def _never() -> bool:
    return False


class Transport:
    """Sends requests, again where that helps, and looks whether the answers are what was asked.

    Args:
        cancelled: Whether to stop; asked several times per second.
        patience: How long and how often.
        adapter: Through what to send; None for requests' own way.

    Attributes:
        sent: Requests sent so far, with further tries and redirects.
    """

    def __init__(
        self,
        cancelled: Callable[[], bool] = _never,
        patience: Patience = PATIENCE,
        adapter: Optional[BaseAdapter] = None,
    ) -> None:
        import requests

        from .plain_adapter import PlainAdapter

        self.sent = 0
        self._cancelled = cancelled
        self._patience = patience
        self._session = requests.Session()
        self._session.headers.update({"User-Agent": user_agent(), "Accept-Encoding": "gzip"})
        self._session.adapters.clear()
        self._session.mount("http", adapter or PlainAdapter(cancelled, patience.whole))

    def get(
        self,
        url: str,
        params: Optional[Mapping[str, str]] = None,
        expected: Kind = Kind.JSON,
        largest: int = LARGEST,
        discreet: bool = False,
    ) -> Answer:
        """Asks for something.

        Args:
            url: Its address.
            params: Parameters to add to the address.
            expected: What it should be.
            largest: Bytes that it may have, unpacked.
            discreet: Whether the parameters are for this server alone: no other is asked, whatever redirects say,
                and no message has a word of the service's, which could repeat them.

        Returns:
            The answer: complete, and what was expected.

        Raises:
            Cancelled: The user stopped the run.
            ServiceUnreachableError: No complete answer came.
            ServiceCertificateError: The service can't show who it is.
            ServiceRefusedError: The service answered that it won't.
            ServiceBusyError: The service can't now.
            ServiceMovedError: There is nothing at the address.
            ServiceAnswerError: The answer is something else.
            ServiceTooLargeError: The answer is too large.
        """
        try:
            return self._got(url, params, expected, largest, stay=discreet)
        except ServiceError as error:
            if discreet:
                raise _wordless(error, url) from None
            raise

    def post(self, url: str, body: bytes, content_type: str, largest: int = LARGEST) -> Answer:
        """Hands something over to this server alone: no redirect is followed, no message has a word of the service's.

        It may arrive twice: where the answer gets lost it is sent again.

        Args:
            url: Where to.
            body: What.
            content_type: What it is.
            largest: Bytes that the answer may have, unpacked.

        Raises:
            Cancelled: The user stopped the run.
            ServiceError: The service did not take it; see get.
        """

        def once() -> Answer:
            response = self._sent(url, None, largest, Kind.JSON.accept, True, (body, content_type))
            if self._session.get_redirect_target(response) is not None:
                raise ServiceAnswerError(url=shown(url), found=phrase("a redirect"), expected=_ITS_OWN)
            return _accepted(response)

        try:
            return self._patiently(once)
        except ServiceError as error:
            raise _wordless(error, url) from None

    def _got(self, url: str, params: Optional[Mapping[str, str]], expected: Kind, largest: int, stay: bool) -> Answer:
        """What was expected, after as many tries as that takes."""

        def once() -> Answer:
            answer = self._followed(url, params, largest, expected.accept, stay)
            answer.check(expected)
            return answer

        return self._patiently(once)

    def _patiently(self, once: Callable[[], Answer]) -> Answer:
        """What one of the tries gives."""
        for attempt in range(1, self._patience.attempts + 1):
            try:
                return once()
            except TryAgain as failed:
                if attempt == self._patience.attempts or failed.after > self._patience.longest_wait:
                    raise failed.error from None
                pause = max(failed.after, self._patience.wait_after(attempt))
            self._wait(pause)
        raise ValueError(f"{self._patience.attempts} attempts")

    def _followed(self, url: str, params: Optional[Mapping[str, str]], largest: int, accept: str, stay: bool) -> Answer:
        """What is at the end of the redirects."""
        first = origin(url)
        for _ in range(MOST_REDIRECTS + 1):
            known = origin(url) == first
            if stay and not known:
                raise ServiceAnswerError(url=shown(url), found=_ELSEWHERE, expected=_ITS_OWN)
            response = self._sent(url, params, largest, accept, known)
            target = self._session.get_redirect_target(response)
            if target is None:
                return _accepted(response)
            url, params = _next(response.url, target), None
        raise _too_many_redirects(url)

    def _sent(
        self,
        url: str,
        params: Optional[Mapping[str, str]],
        largest: int,
        accept: str,
        known: bool,
        body: Optional[tuple[bytes, str]] = None,
    ) -> requests.Response:
        """One request; what goes wrong on the way becomes an error of ours."""
        import requests

        self._stop_if_cancelled()
        try:
            content, kind = body or (None, None)
            headers = {"Accept": accept, "Content-Type": kind}  # one that is None is left out
            request = requests.Request("POST" if body else "GET", url, headers, params=params, data=content)
            prepared = self._session.prepare_request(request)
            prepared.largest, prepared.known = largest, known  # for the adapter: it reads the body and logs in
            settings = self._session.merge_environment_settings(prepared.url, {}, False, None, None)
            self.sent += 1
            times = (self._patience.connect, self._patience.read)
            response = self._session.send(prepared, timeout=times, allow_redirects=False, **settings)
            if len(response.content) > largest:
                raise ServiceTooLargeError(url=shown(url), size=f"{largest / 1e6:g}")
        except requests.RequestException as error:
            raise _failure(url, error) from None
        return response

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while True:
            self._stop_if_cancelled()
            rest = end - time.monotonic()
            if rest <= 0:
                return
            time.sleep(min(rest, _SLICE))

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise Cancelled


# Redirects -----------------------------------------------------------------------------------------------------------


def _next(url: str, target: str) -> str:
    """Where a redirect leads.

    Raises:
        ServiceAnswerError: Away from a safe connection.
    """
    following = urljoin(url, target)
    if urlsplit(url).scheme == "https" and urlsplit(following).scheme != "https":
        raise ServiceAnswerError(
            url=shown(url), found=phrase("a redirect to an unsafe address"), expected=phrase("data")
        )
    return following


def _too_many_redirects(url: str) -> ServiceAnswerError:
    return ServiceAnswerError(
        url=shown(url),
        found=phrase("more than {most_redirects} redirects", most_redirects=MOST_REDIRECTS),
        expected=phrase("data"),
    )


# Refusals ------------------------------------------------------------------------------------------------------------


def _accepted(response: requests.Response) -> Answer:
    """The answer, if the service says that it is one.

    Raises:
        TryAgain: The service can't now.
        ServiceMovedError: There is nothing at the address.
        ServiceRefusedError: The service won't.
    """
    status = response.status_code
    if 200 <= status < 300:
        return Answer(response.url, response.headers, response.content)
    url, said = shown(response.url), words(response.content, response.headers.get("Content-Type", ""))
    reason = said or responses.get(status, phrase("no reason given"))
    if status in _BUSY:
        after = _retry_after(response.headers.get("Retry-After", ""))
        raise TryAgain(ServiceBusyError(url=url, status=status, reason=reason, when=_when(after)), after)
    if status in _GONE:
        raise ServiceMovedError(
            url=url, remedy=phrase("It says: {said}. {remedy}", said=said, remedy=_REMEDY) if said else _REMEDY
        )
    raise ServiceRefusedError(url=url, status=status, reason=reason)


def _wordless(error: ServiceError, url: str) -> ServiceError:
    """The same error without anything that the service said: its words, and where it redirected to."""
    ours: dict[str, object] = {"url": shown(url)}
    if isinstance(error, (ServiceRefusedError, ServiceBusyError)):
        ours["reason"] = responses.get(cast(int, error.values["status"]), phrase("no reason given"))
    elif isinstance(error, ServiceMovedError):
        ours["remedy"] = _REMEDY
    elif isinstance(error, ServiceAnswerError) and error.values["expected"] != _ITS_OWN:
        ours["found"] = phrase("something else")
    return type(error)(**{**error.values, **ours})


def _retry_after(header: str) -> float:
    """The seconds that a service asks to wait, in either form that HTTP has for it; 0 if it asks nothing."""
    text = header.strip()
    if text.isdigit():
        return float(text)
    try:
        then = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return 0.0
    if then.tzinfo is None:
        then = then.replace(tzinfo=timezone.utc)
    return max(0.0, (then - datetime.now(timezone.utc)).total_seconds())


def _when(seconds: float) -> str:
    if seconds <= 0:
        return phrase("in a few minutes")
    return (
        phrase("in {seconds:.0f} seconds", seconds=seconds)
        if seconds < 120
        else phrase("in {n:.0f} minutes", n=seconds / 60)
    )


# Broken connections --------------------------------------------------------------------------------------------------


def _failure(url: str, error: requests.RequestException) -> Exception:
    """Why no answer came, in our words: those of requests repeat the whole address."""
    import requests

    causes = list(_causes(error))

    def any_is(*kinds: type[BaseException]) -> bool:
        return any(isinstance(cause, kinds) for cause in causes)

    # urllib3 has a class of its own, at changing places, for a certificate of another server.
    if any_is(ssl.SSLCertVerificationError) or any(type(cause).__name__ == "CertificateError" for cause in causes):
        return ServiceCertificateError(url=shown(url))
    if any_is(requests.exceptions.InvalidSchema, requests.exceptions.InvalidURL, requests.exceptions.MissingSchema):
        return ServiceUnreachableError(url=shown(url), reason=phrase("it is not an address on the web"))
    if any_is(requests.exceptions.ProxyError):
        why = phrase("the proxy does not let the request through")
    elif any_is(socket.gaierror):
        why = phrase("the name of the server is unknown")
    elif any_is(ConnectionRefusedError):
        why = phrase("the server refuses the connection")
    elif any_is(requests.Timeout, TimeoutError, socket.timeout):
        why = phrase("no answer in time")
    else:
        why = phrase("the connection broke off")
    return TryAgain(ServiceUnreachableError(url=shown(url), reason=why))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and what it came from."""
    cause: Optional[BaseException] = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
