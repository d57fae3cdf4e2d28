"""Keeping the record: whole lines, from several processes at once, on a full disk, and at a real collector."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.logbook import ACTIVITY_UNKNOWN, Action, Dataset, Port, Status, begin
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import LogbookError
from arbeidsmigratie.arbeidsmigratie_plugin.core.service_errors import (
    ServiceAnswerError,
    ServiceBusyError,
    ServiceCertificateError,
    ServiceError,
    ServiceUnreachableError,
)
from arbeidsmigratie.arbeidsmigratie_plugin.sources import logbook
from arbeidsmigratie.arbeidsmigratie_plugin.sources.logbook import append, check_writable, send, settings
from tests.conftest import ROOT
from tests.sources.rawserver import answer, make_certificate, plain_transport, raw, silence, through_qgis

NOW = 1_782_900_000_000

WAYS = {"requests": plain_transport, "QGIS": through_qgis}


def action(status=Status.OK, name="rniinlezen"):
    return Action(begin(name, NOW), NOW + 5, status, ACTIVITY_UNKNOWN, "1.2.3", (Dataset("INPUT", Port.INPUT),))


def records(path):
    return [json.loads(line) for line in path.read_text(encoding="ascii").splitlines()]


# The file ------------------------------------------------------------------------------------------------------------


def test_lines_are_added(tmp_path):
    path = tmp_path / "nieuw" / "map" / "logboek.jsonl"
    made = [action(), action(Status.ERROR, "heatmapexport")]
    assert [append(one, path) for one in made] == [None, None]
    assert records(path) == [one.record() for one in made]
    assert os.name != "posix" or path.stat().st_mode & 0o077 == 0


_WRITER = """
import sys
from pathlib import Path
from arbeidsmigratie_plugin.core.logbook import ACTIVITY_UNKNOWN, Action, Dataset, Port, Status, begin
from arbeidsmigratie_plugin.sources.logbook import append
for number in range(500):
    parameters = tuple(Dataset(f"P{at}", Port.INPUT) for at in range(number % 40))
    made = Action(begin(sys.argv[2], number), number, Status.OK, ACTIVITY_UNKNOWN, "1", parameters)
    append(made, Path(sys.argv[1]), required=True)
"""


def test_two_processes_write_whole_lines(tmp_path):
    path = tmp_path / "logboek.jsonl"
    running = [subprocess.Popen([sys.executable, "-c", _WRITER, str(path), name], cwd=ROOT) for name in ("een", "twee")]
    assert [one.wait(timeout=120) for one in running] == [0, 0]
    found = records(path)
    assert len(found) == 1000
    for name in ("een", "twee"):
        own = [record["start_time"] for record in found if record["name"].endswith(f":{name}")]
        assert own == list(range(500))


def test_a_line_that_a_crash_broke_off_spoils_no_other(tmp_path):
    path = tmp_path / "logboek.jsonl"
    append(action(), path)
    path.write_bytes(path.read_bytes() + b'{"trace_id":"ab')
    append(action(), path)
    lines = path.read_text().splitlines()
    assert len(lines) == 3
    assert json.loads(lines[0])
    assert json.loads(lines[2])


def test_on_a_full_disk_nothing_is_half_written(tmp_path, monkeypatch):
    path = tmp_path / "logboek.jsonl"
    append(action(), path)
    before, write = path.read_bytes(), os.write
    monkeypatch.setattr(logbook.os, "write", lambda file, line: write(file, line[: len(line) // 2]))
    problem = append(action(), path)
    assert isinstance(problem, LogbookError)
    assert "No space left" in str(problem)
    assert path.read_bytes() == before
    with pytest.raises(LogbookError, match="ARBEIDSMIGRATIE_LOGBOEK"):
        append(action(), path, required=True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_device_that_is_full():
    assert "No space left" in str(append(action(), Path("/dev/full")))
    with pytest.raises(LogbookError):
        append(action(), Path("/dev/full"), required=True)


def test_what_is_not_on_the_disk_is_not_recorded(tmp_path, monkeypatch):
    def broken(file):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(logbook.os, "fsync", broken)
    assert "Input/output error" in str(append(action(), tmp_path / "logboek.jsonl"))
    assert (tmp_path / "logboek.jsonl").read_bytes() == b""


@pytest.mark.parametrize("place", ["a folder", "below a file"])
def test_a_place_that_can_not_be_written(place, tmp_path):
    (tmp_path / "bestand").write_text("x")
    path = tmp_path if place == "a folder" else tmp_path / "bestand" / "logboek.jsonl"
    assert isinstance(append(action(), path), LogbookError)
    for required in (lambda: append(action(), path, required=True), lambda: check_writable(path)):
        with pytest.raises(LogbookError, match="can't be kept"):
            required()


def test_looking_whether_it_can_be_written_writes_nothing(tmp_path):
    path = tmp_path / "map" / "logboek.jsonl"
    check_writable(path)
    assert path.read_bytes() == b""


def test_a_line_that_another_run_keeps_waiting(tmp_path, monkeypatch):
    path = tmp_path / "logboek.jsonl"
    monkeypatch.setattr(logbook, "_LONGEST_WAIT", 0.1)
    with logbook._opened(path):
        assert "another run holds it" in str(append(action(), path))
    assert append(action(), path) is None


# What the organisation sets ------------------------------------------------------------------------------------------


def test_without_settings_the_record_is_in_the_profile(qgis_app, monkeypatch):
    for variable in logbook.SETTINGS:
        monkeypatch.delenv(variable, raising=False)
    found = settings()
    assert found.path.parts[-2:] == ("arbeidsmigratie", "logboek.jsonl")
    assert found.path.is_relative_to(qgis_app.qgisSettingsDirPath())
    assert (found.activity, found.collector) == (ACTIVITY_UNKNOWN, "")


def test_the_environment_goes_before_the_settings_of_qgis(qgis_app, tmp_path, monkeypatch):
    from qgis.core import QgsSettings

    QgsSettings().setValue(logbook.SETTINGS[logbook.FILE], str(tmp_path / "a"))
    QgsSettings().setValue(logbook.SETTINGS[logbook.ACTIVITY], "urn:a")
    try:
        monkeypatch.setenv(logbook.FILE, str(tmp_path / "b"))
        assert (settings().path, settings().activity) == (tmp_path / "b", "urn:a")
    finally:
        for setting in logbook.SETTINGS.values():
            QgsSettings().remove(setting)


def test_an_activity_must_be_a_uri(qgis_app, monkeypatch):
    monkeypatch.setenv(logbook.ACTIVITY, "verwerking 42")
    with pytest.raises(LogbookError, match=f"{logbook.ACTIVITY} is no URI"):
        settings()


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://otlp.example.org", "https://otlp.example.org/v1/traces"),
        ("https://otlp.example.org/", "https://otlp.example.org/v1/traces"),
        ("https://otlp.example.org:4318/eigen/pad?x=1", "https://otlp.example.org:4318/eigen/pad?x=1"),
        ("http://127.0.0.1:4318", "http://127.0.0.1:4318/v1/traces"),
        ("http://[::1]:4318", "http://[::1]:4318/v1/traces"),
        ("http://localhost:4318/v1/traces", "http://localhost:4318/v1/traces"),
    ],
)
def test_a_collector_is_safe_or_on_this_computer(qgis_app, monkeypatch, address, found):
    monkeypatch.setenv(logbook.COLLECTOR, address)
    assert settings().collector == found


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://otlp.example.org", "is not safe"),
        ("http://127.0.0.1.example.org", "is not safe"),
        ("http://192.168.1.5:4318", "is not safe"),
        ("http://localhost.example.org", "is not safe"),
        ("https://jan:geheim@otlp.example.org", "is no address"),
        ("otlp.example.org", "is no address"),
        ("ftp://otlp.example.org", "is no address"),
        ("https://", "is no address"),
        ("https://x:99999", "is no address"),
    ],
)
def test_no_other_collector(qgis_app, monkeypatch, address, why):
    monkeypatch.setenv(logbook.COLLECTOR, address)
    with pytest.raises(LogbookError, match=why) as raised:
        settings()
    assert "geheim" not in str(raised.value)


# The collector -------------------------------------------------------------------------------------------------------


class Collector(ThreadingHTTPServer):
    """A collector as OTLP/HTTP has it; keeps what it gets."""

    def __init__(self, reply):
        self.reply, self.got = reply, []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/v1/traces"


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, dict(self.headers), json.loads(body)))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(self.server.reply)))
        self.end_headers()
        self.wfile.write(self.server.reply)

    def log_message(self, *given):
        pass


@contextmanager
def collecting(reply=b"{}"):
    server = Collector(reply)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(params=WAYS)
def way(request, qgis_app):
    return WAYS[request.param]


@pytest.mark.parametrize("reply", [b"{}", b"", b'{"partialSuccess":{}}', b"ok"])
def test_a_collector_gets_the_line(way, reply):
    made = action()
    with collecting(reply) as collector:
        send(made, collector.url, way())
    ((path, headers, body),) = collector.got
    assert path == "/v1/traces"
    assert headers["Content-Type"] == "application/json"
    assert headers["User-Agent"].startswith("Arbeidsmigratie/")
    assert body == made.otlp()


def test_a_collector_gets_the_line_through_qgis_by_itself(qgis_app):
    with collecting() as collector:
        send(action(), collector.url)
    assert len(collector.got) == 1


def test_a_collector_that_rejects_the_line(way):
    reply = b'{"partialSuccess":{"rejectedSpans":"1","errorMessage":"vol"}}'
    with collecting(reply) as collector, pytest.raises(ServiceAnswerError, match="a rejection of the line"):
        send(action(), collector.url, way())


@pytest.mark.parametrize(
    "status", ["400 Bad Request", "401 Unauthorized", "404 Not Found", "500 Internal Server Error"]
)
def test_only_2xx_is_a_confirmation(way, status):
    with raw(answer(b'{"message":"geheim woord"}', status)) as server, pytest.raises(ServiceError) as raised:
        send(action(), server.url("/v1/traces"), way())
    assert "geheim" not in str(raised.value)


def test_a_busy_collector_is_asked_again(way):
    with raw(answer(b"", "503 Service Unavailable"), answer(b"{}")) as server:
        send(action(), server.url("/v1/traces"), way())
    assert server.count == 2
    with raw(answer(b"", "503 Service Unavailable")) as server, pytest.raises(ServiceBusyError):
        send(action(), server.url("/v1/traces"), way())


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found", "307 Temporary Redirect"])
def test_a_line_goes_nowhere_else(way, status):
    with collecting() as elsewhere:
        moved = answer(b"", status, Location=elsewhere.url)
        with raw(moved) as server, pytest.raises(ServiceAnswerError, match="a redirect"):
            send(action(), server.url("/v1/traces"), way())
    assert elsewhere.got == []


def test_nobody_there(way):
    with raw(answer()) as server:
        address = server.url("/v1/traces")
    with pytest.raises(ServiceUnreachableError):
        send(action(), address, way())


def test_silence_is_not_awaited_for_ever(way):
    with raw(silence(8.0)) as server, pytest.raises(ServiceUnreachableError):
        send(action(), server.url("/v1/traces"), way())


def test_a_certificate_that_does_not_verify(way, tmp_path):
    certificate = make_certificate(tmp_path)
    with raw(answer(b"{}"), certificate=certificate) as server, pytest.raises(ServiceCertificateError):
        send(action(), server.url("/v1/traces"), way())


def test_the_module_loads_nothing_heavy():
    code = (
        "import sys, arbeidsmigratie_plugin.sources.logbook\n"
        "print(sorted({'requests', 'numpy', 'lxml', 'qgis', 'osgeo'} & {n.split('.')[0] for n in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
