"""Where the record of processing is kept: a file of JSON Lines, and a collector of the organisation if it has one.

What an organisation sets, by an environment variable, a setting of QGIS or its own file (organisation.py):

- ARBEIDSMIGRATIE_LOGBOEK (arbeidsmigratie/logboek): path of the file; else <profile>/arbeidsmigratie/logboek.jsonl.
- ARBEIDSMIGRATIE_VERWERKING (arbeidsmigratie/verwerking): URI of the entry in its register of processing activities.
- ARBEIDSMIGRATIE_OTLP (arbeidsmigratie/otlp): address of a collector that takes OTLP/HTTP in JSON, over TLS unless it
  is on this computer. Without a path /v1/traces is added, as OTLP has it.

The file is the record; every line goes there first and stays there, also when the collector does not take it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Optional
from urllib.parse import urlsplit, urlunsplit

from ..core.logbook import ACTIVITY_UNKNOWN, Action, is_uri
from ..core.phrases import phrase
from ..core.refusals import LogbookError
from ..core.service_errors import ServiceAnswerError
from .answers import Answer
from .bodies import shown
from .organisation import chosen
from .organisation_keys import setting, variable
from .transport import Patience, Transport
from .vault import profile_folder

_KEYS = ("logboek", "verwerking", "otlp")

FILE, ACTIVITY, COLLECTOR = map(variable, _KEYS)

#: Setting of QGIS for each variable.
SETTINGS = {variable(key): setting(key) for key in _KEYS}

#: Where OTLP/HTTP takes traces, below an address without a path.
_TRACES = "/v1/traces"

#: A run does not wait long for a collector: the line is in the file already.
PATIENCE = Patience(connect=3.0, read=5.0, whole=8.0, attempts=2, first_wait=0.5, longest_wait=2.0)

#: An answer of a collector is a few words.
_LARGEST = 1_000_000

#: Another process holds the file for the time of one line (s).
_LONGEST_WAIT, _SLICE = 10.0, 0.01

_REMEDY = phrase("Choose a file that can be written with {variable}, or make room on the disk", variable=FILE)


@dataclass(frozen=True)
class Settings:
    """How an organisation keeps its record.

    Attributes:
        path: The file.
        activity: URI of the entry in the register of processing activities; ACTIVITY_UNKNOWN if it has set none.
        collector: Address that takes OTLP/HTTP, "" for none.
    """

    path: Path
    activity: str
    collector: str


def settings() -> Settings:
    """What the organisation has set; see the module.

    Raises:
        LogbookError: An address can't be used.
        ConfigurationError: The file of the organisation can't be used.
    """
    path, activity, collector = (chosen(key) for key in _KEYS)
    return Settings(
        Path(str(path.value)) if path else usual_path(),
        checked_activity(str(activity.value), activity.origin) if activity else ACTIVITY_UNKNOWN,
        checked_collector(str(collector.value), collector.origin) if collector else "",
    )


def usual_path() -> Path:
    """The file if nobody has set another."""
    return profile_folder() / "logboek.jsonl"


def checked_activity(activity: str, origin: str) -> str:
    """The entry in a register, if it can stand in a record.

    Args:
        activity: Its URI.
        origin: Who says so, in words.

    Raises:
        LogbookError: It is none.
    """
    if not is_uri(activity):
        remedy = phrase("Give the address of the entry in your register of processing activities, without a user in it")
        raise LogbookError(setting=origin, reason=phrase("is no URI"), remedy=remedy)
    return activity


# The file ------------------------------------------------------------------------------------------------------------


def append(action: Action, path: Path, required: bool = False) -> Optional[LogbookError]:
    """Adds a line to the record: whole and on the disk, or not at all.

    Args:
        action: What was done.
        path: The file; made if it is not there.
        required: Whether the run must not go on without.

    Returns:
        Why the line is not there, to warn of; None if it is.

    Raises:
        LogbookError: The same, where the line is required.
    """
    try:
        with _opened(path) as file:
            _write(file, action.line().encode("ascii"))
    except LogbookError as error:
        if required:
            raise
        return error
    return None


def check_writable(path: Path) -> None:
    """Refuses a file to which no line could be added; nothing is written.

    Args:
        path: The file; made if it is not there.

    Raises:
        LogbookError: It can't be written.
    """
    with _opened(path):
        pass


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """The file, for this process alone."""
    new = not path.exists()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with _locked(file):
                yield file
        finally:
            os.close(file)
        if new:
            _keep_name(path.parent)
    except OSError as error:
        reason = error.strerror or phrase("no access")
        raise LogbookError(
            setting=str(path),
            reason=phrase("can't be written ({reason})", reason=reason),
            remedy=_REMEDY,
        ) from None


def _write(file: int, line: bytes) -> None:
    """Adds a line in one go; if only a part of it fits, that is taken away again.

    Raises:
        OSError: It could not be written.
    """
    size = os.lseek(file, 0, os.SEEK_END)
    if size:  # a line that a crash broke off must not spoil this one
        os.lseek(file, size - 1, os.SEEK_SET)
        line = line if os.read(file, 1) == b"\n" else b"\n" + line
    try:
        if os.write(file, line) < len(line):
            raise OSError(28, "No space left on device")
        os.fsync(file)
    except OSError:
        with suppress(OSError):
            os.ftruncate(file, size)
        raise


def _keep_name(folder: Path) -> None:
    """Sees to it that a new file is still there after a power failure; where folders can't be opened it is."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextmanager
def _locked(file: int) -> Iterator[None]:
    """Inside, no other process of ours writes the file.

    Raises:
        TimeoutError: Another one holds it all the time.
    """
    end = time.monotonic() + _LONGEST_WAIT
    while not _lock(file):
        if time.monotonic() > end:
            raise TimeoutError(0, phrase("another run holds it"))
        time.sleep(_SLICE)
    try:
        yield
    finally:
        _unlock(file)


if sys.platform == "win32":
    import msvcrt

    #: Windows locks bytes, also such that are not there: one that no line reaches.
    _BYTE = 1 << 62

    def _lock(file: int) -> bool:
        os.lseek(file, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _unlock(file: int) -> None:
        os.lseek(file, _BYTE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


# The collector -------------------------------------------------------------------------------------------------------


def send(action: Action, collector: str, transport: Optional[Transport] = None) -> None:
    """Hands a line over to a collector, which must confirm it.

    Args:
        action: What was done.
        collector: Address from settings().
        transport: Through what to send; None for QGIS, with its proxy and certificates.

    Raises:
        ServiceError: The collector did not confirm it.
    """
    if transport is None:
        from .qgis_adapter import qgis_transport

        transport = qgis_transport(None, patience=PATIENCE)  # also for a run that was cancelled
    body = json.dumps(action.otlp(), separators=(",", ":")).encode("ascii")
    answer = transport.post(collector, body, "application/json", _LARGEST)
    if _rejected(answer):
        raise ServiceAnswerError(
            url=shown(collector), found=phrase("a rejection of the line"), expected=phrase("a confirmation")
        )


def _rejected(answer: Answer) -> bool:
    """Whether a collector says of itself that it did not keep what it took (OTLP, partial success)."""
    try:
        return int(json.loads(answer.body or b"{}").get("partialSuccess", {}).get("rejectedSpans", 0)) > 0
    except (ValueError, TypeError, AttributeError):  # an empty answer, or one in other words: 2xx is what counts
        return False


def checked_collector(address: str, origin: str) -> str:
    """An address that lines may be sent to.

    Args:
        address: Of a collector.
        origin: Who says so, in words.

    Raises:
        LogbookError: It is none, is not safe, or has a log-in in it.
    """
    try:
        parts = urlsplit(address)
        host, fits = parts.hostname or "", parts.port != 0
    except ValueError:
        host, fits = "", False
    if not host or not fits or parts.scheme not in ("http", "https") or "@" in parts.netloc:
        remedy = phrase("Give an https address without a user and password, or nothing")
        raise LogbookError(setting=origin, reason=phrase("is no address of a collector"), remedy=remedy)
    if parts.scheme != "https" and not _on_this_computer(host):
        remedy = phrase("Give an https address; without TLS only a collector on this computer is allowed")
        raise LogbookError(setting=origin, reason=phrase("is not safe"), remedy=remedy)
    path = _TRACES if parts.path in ("", "/") else parts.path
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))


def _on_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
