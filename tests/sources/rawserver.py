"""A web server that misbehaves on purpose, byte by byte, and two ways to ask it."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from arbeidsmigratie.arbeidsmigratie_plugin.sources.transport import Patience, Transport

QUICK = Patience(connect=1.0, read=1.0, whole=4.0, attempts=3, first_wait=0.04, longest_wait=2.5)


def answer(body=b'{"a": 1}', status="200 OK", kind="application/json", **headers):
    """The bytes of a whole answer."""
    given = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in given.items() if value is not None)]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def chunked(*chunks, end=b"0\r\n\r\n"):
    parts = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return answer(b"", Content_Length=None, Transfer_Encoding="chunked") + parts + end


def drip(start, part=b" ", every=0.05, seconds=8.0):
    """Begins well, and then goes on for ever, slowly."""

    def send(connection):
        connection.sendall(start)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            connection.sendall(part)
            time.sleep(every)

    return send


def silence(seconds, then=b""):
    """Says nothing for a while."""

    def send(connection):
        end = time.monotonic() + seconds
        while time.monotonic() < end and not _left(connection):
            time.sleep(0.01)
        connection.sendall(then)

    return send


def _left(connection):
    """Whether the client is gone."""
    connection.setblocking(False)
    try:
        return connection.recv(1, socket.MSG_PEEK) == b""
    except (BlockingIOError, ssl.SSLWantReadError, ValueError):
        return False
    except OSError:
        return True
    finally:
        connection.setblocking(True)


class RawServer:
    """Gives its answers one after the other, the last one again and again.

    Attributes:
        asked: When each request came and its head.
        gone: When a client broke off.
    """

    def __init__(self, *answers, certificate=None, host="127.0.0.1"):
        self.asked, self.gone = [], []
        self._answers = list(answers)
        self._context = None
        if certificate:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(*certificate)
        self._socket = socket.create_server((host, 0))
        self.host, self.port = self._socket.getsockname()
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path="/data"):
        return f"{'https' if self._context else 'http'}://{self.host}:{self.port}{path}"

    @property
    def count(self):
        return len(self.asked)

    @property
    def gaps(self):
        times = [moment for moment, _ in self.asked]
        return [later - earlier for earlier, later in zip(times, times[1:])]

    def header(self, name, number=-1):
        for line in self.asked[number][1].split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None

    def path(self, number=-1):
        return self.asked[number][1].split(" ")[1]

    def close(self):
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _serve(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection):
        with connection, suppress(OSError):
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
            head = b""
            while b"\r\n\r\n" not in head:
                part = connection.recv(65536)
                if not part:
                    return
                head += part
            head, _, body = head.partition(b"\r\n\r\n")
            self.asked.append((time.monotonic(), head.decode("latin-1") + "\r\n\r\n"))
            rest = int(self.header("Content-Length") or 0) - len(body)
            while rest > 0:  # closing a connection with something unread breaks it for the client
                rest -= len(connection.recv(65536)) or rest
            what = self._answers[min(len(self.asked), len(self._answers)) - 1]
            try:
                if callable(what):
                    what(connection)
                else:
                    connection.sendall(what)
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_WR)
                    connection.settimeout(0.2)
                    connection.recv(1)  # so that the answer is read before the connection breaks
            except OSError:
                self.gone.append(time.monotonic())


@contextmanager
def raw(*answers, **options):
    server = RawServer(*answers, **options)
    try:
        yield server
    finally:
        server.close()


def make_certificate(folder: Path):
    """A certificate of 127.0.0.1 and localhost that nobody knows, and its key."""
    files = folder / "certificate.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-out", files[0], "-keyout", files[1]]
    subprocess.run(command, check=True, capture_output=True)
    return files


def plain_transport(cancelled=lambda: False, patience=QUICK):
    return Transport(cancelled, patience)


def through_qgis(cancelled=lambda: False, patience=QUICK, authcfg=""):
    from arbeidsmigratie.arbeidsmigratie_plugin.sources.qgis_adapter import QgisAdapter

    return Transport(cancelled, patience, QgisAdapter(cancelled, authcfg, patience.whole))


class Later:
    """A cancel that comes by itself, some time after it is first looked at."""

    def __init__(self, seconds):
        self.seconds, self.moment = seconds, None

    def __call__(self):
        if self.moment is None:
            self.moment = time.monotonic() + self.seconds
        return time.monotonic() >= self.moment

    @property
    def delay(self):
        return time.monotonic() - self.moment
