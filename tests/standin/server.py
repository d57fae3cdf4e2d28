"""A threaded HTTP/1.1 server on loopback that keeps a log of its requests and lets tests inject faults."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Optional, TypeVar, Union
from urllib.parse import parse_qsl, unquote

if TYPE_CHECKING:
    from tests.standin.faults import Fault

CHUNK = 1 << 18
S = TypeVar("S", bound="Server")


@dataclass(frozen=True)
class Request:
    """What a client asked. `path` is decoded, `query` is raw, `params` are its pairs in order."""

    method: str
    path: str
    query: str
    headers: dict[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)

    @property
    def params(self) -> list[tuple[str, str]]:
        """The pairs of the query, in the order of the query."""
        return parse_qsl(self.query, keep_blank_values=True)

    def get(self, name: str, default: Optional[str] = None) -> Optional[str]:
        """The first value of a parameter; its name is case-insensitive."""
        return next((value for key, value in self.params if key.lower() == name.lower()), default)

    @property
    def target(self) -> str:
        """Path and query as one text, to match on."""
        return f"{self.path}?{self.query}" if self.query else self.path


@dataclass(frozen=True)
class Logged(Request):
    """A request in the log, with what became of it: the status sent (0: none) and when it came (monotonic)."""

    status: int = 0
    at: float = 0.0


@dataclass
class Response:
    """What is sent back, and how: `delay` before it, `pause` between its chunks, `cut` after so many bytes."""

    status: int = 200
    body: Union[bytes, Path] = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    pause: float = 0.0
    cut: Optional[int] = None
    part: Optional[tuple[int, int]] = None

    @classmethod
    def text(cls, status: int, body: str, content_type: str = "text/plain; charset=utf-8") -> Response:
        """A response of text."""
        return cls(status, body.encode(), {"Content-Type": content_type})

    @property
    def length(self) -> int:
        """Number of bytes of the whole body, or of the part of a file."""
        if self.part is not None:
            return self.part[1] - self.part[0]
        return self.body.stat().st_size if isinstance(self.body, Path) else len(self.body)

    def chunks(self) -> Iterator[bytes]:
        """The body in pieces, up to where it is cut."""
        left = self.length if self.cut is None else min(self.cut, self.length)
        size = max(1, min(CHUNK, self.length // 8)) if self.pause else CHUNK
        if isinstance(self.body, Path):
            with self.body.open("rb") as stream:
                stream.seek(self.part[0] if self.part else 0)
                while left > 0 and (piece := stream.read(min(size, left))):
                    left -= len(piece)
                    yield piece
            return
        for start in range(0, left, size):
            yield self.body[start : min(start + size, left)]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is no news."""


class Server:
    """Serves `answer` on a free port of loopback while it is a context.

    `log` holds every request; `faults` may change what is sent (see faults.py); `most_at_once` is the largest number of
    requests that were being served at the same moment. With a `context` of ssl it is an https server.
    """

    def __init__(self, answer: Callable[[Request], Response], context: Optional[ssl.SSLContext] = None) -> None:
        self.answer = answer
        self.log: list[Logged] = []
        self.faults: list[Fault] = []
        self.most_at_once = 0
        self._now = 0
        self._lock = threading.Lock()
        self._connections: set[socket.socket] = set()
        self._http = _Server(("127.0.0.1", 0), _handler(self))
        if context is not None:
            self._http.socket = context.wrap_socket(self._http.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self._http.server_address[1]
        self.url = f"{'https' if context else 'http'}://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self: S) -> S:
        self.start()
        return self

    def start(self) -> None:
        """Begins to serve."""
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Stops listening and hangs up on every client."""
        if self._thread.is_alive():
            self._http.shutdown()
        self._http.server_close()
        with self._lock:
            connections = list(self._connections)
        for connection in connections:
            _hang_up(connection)
        if self._thread.is_alive():
            self._thread.join(5)

    def reset(self) -> None:
        """Forgets log and faults."""
        with self._lock:
            self.log.clear()
            self.faults.clear()
            self.most_at_once = 0

    def count(self, *parts: str) -> int:
        """How many logged requests have all these texts in path and query (decoded)."""
        return sum(all(part in unquote(request.target) for part in parts) for request in list(self.log))

    def respond(self, request: Request) -> Response:
        """The answer, through the faults that want this request; the first injected one is outermost."""
        with self._lock:
            wanted = [fault for fault in self.faults if fault.wants(request)]
        answer = lambda: self.answer(request)  # noqa: E731
        for fault in reversed(wanted):
            answer = _through(fault, request, answer)
        return answer()

    def _serve(self, request: Request, handler: BaseHTTPRequestHandler) -> None:
        began = time.monotonic()
        with self._lock:
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
            position = len(self.log)
            self.log.append(_logged(request, 0, began))
        try:
            try:
                response = self.respond(request)
            except Exception as error:  # a bug in the stand-in must be seen as one
                response = Response.text(500, f"stand-in failed: {error!r}")
            with self._lock:
                if position < len(self.log) and self.log[position].at == began:
                    self.log[position] = replace(self.log[position], status=response.status)
            _send(request, response, handler)
        finally:
            with self._lock:
                self._now -= 1


def _through(fault: Fault, request: Request, answer: Callable[[], Response]) -> Callable[[], Response]:
    return lambda: fault.apply(request, answer)


def _logged(request: Request, status: int, at: float) -> Logged:
    return Logged(request.method, request.path, request.query, request.headers, request.body, status, at)


def _send(request: Request, response: Response, handler: BaseHTTPRequestHandler) -> None:
    if response.delay:
        time.sleep(response.delay)
    if response.status == 0:
        handler.close_connection = True
        _hang_up(handler.connection)
        return
    handler.send_response(response.status)
    for name, value in response.headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(response.length))
    handler.end_headers()
    if request.method != "HEAD":
        for chunk in response.chunks():
            handler.wfile.write(chunk)
            if response.pause:
                handler.wfile.flush()
                time.sleep(response.pause)
        handler.wfile.flush()
    if response.cut is not None:
        handler.close_connection = True
        _hang_up(handler.connection)


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    with suppress(OSError):
        connection.close()


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1
        timeout = 60

        def setup(self) -> None:
            super().setup()
            with server._lock:
                server._connections.add(self.connection)

        def finish(self) -> None:
            with server._lock:
                server._connections.discard(self.connection)
            with suppress(OSError, ValueError):
                super().finish()

        def _do(self) -> None:
            path, _, query = self.path.partition("?")
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(int(headers.get("content-length", 0) or 0))
            with suppress(ConnectionError, ssl.SSLError, TimeoutError):
                server._serve(Request(self.command, unquote(path), query, headers, body), self)

        do_GET = do_POST = do_HEAD = do_OPTIONS = _do  # noqa: N815

        def log_message(self, *_: object) -> None:
            """The server keeps a log of its own."""

    return Handler
