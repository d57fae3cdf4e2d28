"""FastCGI, as much as it takes to let a few processes of one program answer requests."""

from __future__ import annotations

import socket
import struct
import subprocess
import threading
from pathlib import Path

BEGIN, END, PARAMS, STDIN, STDOUT, STDERR = 1, 3, 4, 5, 6, 7
RESPONDER = 1


class Pool:
    """Processes of a FastCGI program that take requests from one socket; one that died is started again."""

    def __init__(self, program: Path, folder: Path, environment: dict[str, str], processes: int = 2) -> None:
        self._program, self._environment = program, environment
        self._path = str(folder / "fcgi.sock")
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(self._path)
        self._listener.listen(64)
        self._lock = threading.Lock()
        self._processes = [self._start() for _ in range(processes)]

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen([self._program], stdin=self._listener, stdout=subprocess.DEVNULL, env=self._environment)

    def _revive(self) -> None:
        with self._lock:
            alive = [process for process in self._processes if process.poll() is None]
            self._processes = alive + [self._start() for _ in range(len(self._processes) - len(alive))]

    def stop(self) -> None:
        """Ends the processes. They heed a SIGTERM only after their next request, so it is a SIGKILL."""
        self._listener.close()
        with self._lock:
            for process in self._processes:
                process.kill()
            for process in self._processes:
                process.wait(5)
            self._processes = []

    def ask(self, params: dict[str, str], body: bytes) -> bytes:
        """What the program writes for a request, headers of CGI included; nothing when it died of it."""
        self._revive()
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(60)
            connection.connect(self._path)
            pairs = b"".join(_pair(name.encode(), value.encode()) for name, value in params.items())
            connection.sendall(
                _record(BEGIN, struct.pack("!HB5x", RESPONDER, 0)) + _stream(PARAMS, pairs) + _stream(STDIN, body)
            )
            written = bytearray()
            with connection.makefile("rb") as stream:
                while len(head := stream.read(8)) == 8:
                    _, kind, _, length, padding = struct.unpack("!BBHHBx", head)
                    content = stream.read(length)
                    stream.read(padding)
                    if kind == STDOUT:
                        written += content
                    elif kind == END:
                        break
        return bytes(written)


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("!BBHHBx", 1, kind, 1, len(content), 0) + content


def _stream(kind: int, content: bytes) -> bytes:
    pieces = [content[start : start + 65535] for start in range(0, len(content), 65535)]
    return b"".join(_record(kind, piece) for piece in [*pieces, b""])


def _pair(name: bytes, value: bytes) -> bytes:
    sizes = b"".join(
        struct.pack("!B", len(part)) if len(part) < 128 else struct.pack("!I", len(part) | 1 << 31)
        for part in (name, value)
    )
    return sizes + name + value
