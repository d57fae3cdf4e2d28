"""What is particular to sending through QGIS; the faults are in test_transport.py, for both ways."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from qgis.core import (
    QgsApplication,
    QgsBlockingNetworkRequest,
    QgsFeedback,
    QgsNetworkAccessManager,
    QgsSettings,
    QgsTask,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from arbeidsmigratie.arbeidsmigratie_plugin.core import service_errors as failed
from arbeidsmigratie.arbeidsmigratie_plugin.core.cancel import Cancelled
from arbeidsmigratie.arbeidsmigratie_plugin.sources.qgis_adapter import _NAME, _NAMING, qgis_transport
from arbeidsmigratie.arbeidsmigratie_plugin.sources.transport import Patience, user_agent
from tests.conftest import ROOT
from tests.sources.rawserver import QUICK, Later, answer, drip, make_certificate, raw, silence, through_qgis

GOOD = answer()

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return make_certificate(tmp_path_factory.mktemp("tls"))


def ask_as_qgis(url, name=""):
    request = QNetworkRequest(QUrl(url))
    if name:
        request.setAttribute(_NAME, name)
    return QgsBlockingNetworkRequest().get(request)


# The name ------------------------------------------------------------------------------------------------------------


def test_other_requests_keep_their_name():
    setting = QgsSettings().value("qgis/networkAndProxy/userAgent")
    with raw(silence(0.5, GOOD)) as ours, raw(GOOD) as other:
        thread = threading.Thread(target=lambda: through_qgis().get(ours.url()))
        thread.start()
        while not ours.count:
            time.sleep(0.01)
        ask_as_qgis(other.url())
        thread.join()
        assert ours.header("User-Agent") == user_agent()
        assert other.header("User-Agent").startswith("Mozilla/5.0 QGIS/")
    assert QgsSettings().value("qgis/networkAndProxy/userAgent") == setting


@pytest.mark.parametrize("how", ["well", "badly"])
def test_nothing_stays_hooked_in(how):
    with raw(GOOD if how == "well" else b"") as server:
        try:
            through_qgis(patience=Patience(attempts=1)).get(server.url())
        except failed.ServiceUnreachableError:
            assert how == "badly"
    assert _NAMING._running == 0
    with raw(GOOD) as server:
        ask_as_qgis(server.url(), name="still here")
        assert server.header("User-Agent").startswith("Mozilla/5.0 QGIS/")


def test_requests_at_the_same_time_all_have_the_name():
    with raw(silence(0.2, GOOD), silence(0.05, GOOD), silence(0.3, GOOD), GOOD) as server:
        threads = [threading.Thread(target=lambda: through_qgis().get(server.url())) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {server.header("User-Agent", number) for number in range(4)} == {user_agent()}
    assert _NAMING._running == 0


# Cache and connections -----------------------------------------------------------------------------------------------


def test_nothing_is_kept_in_the_cache_of_qgis():
    fresh = answer(b'{"a": 1}', Cache_Control="max-age=3600", Date=None)

    def cached(url):
        return QgsNetworkAccessManager.instance().cache().metaData(QUrl(url)).isValid()

    with raw(fresh) as server:
        through_qgis().get(server.url("/ours"))
        ask_as_qgis(server.url("/theirs"))
        assert cached(server.url("/theirs"))  # so QGIS does keep such an answer
        assert not cached(server.url("/ours"))
        through_qgis().get(server.url("/theirs"))
        assert server.count == 3  # nor is anything taken from it


@pytest.fixture
def lasting():
    """A server that keeps its connections open, and counts them."""
    connections = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self):
            super().setup()
            connections.append(1)

        def do_GET(self):
            body = b'{"a": 1}'
            head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            self.wfile.write(head.encode() + body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/x", connections
    server.shutdown()
    server.server_close()


def test_one_connection_serves_many_requests(lasting):
    url, connections = lasting
    transport = through_qgis()
    for _ in range(10):
        transport.get(url)
    assert len(connections) == 1


# Threads -------------------------------------------------------------------------------------------------------------


class Thread(QThread):
    def __init__(self, work):
        super().__init__()
        self.work, self.outcome = work, None

    def run(self):
        try:
            self.outcome = self.work()
        except BaseException as error:
            self.outcome = error


def in_thread_of_qt(work):
    thread = Thread(work)
    thread.start()
    wait_for(thread.isFinished)
    thread.wait()
    return thread.outcome


def in_task(work):
    outcome = []

    def run(_task):
        try:
            outcome.append(work())
        except BaseException as error:
            outcome.append(error)

    task = QgsTask.fromFunction("download", run)
    QgsApplication.taskManager().addTask(task)
    wait_for(lambda: outcome)
    return outcome[0]


def in_thread_of_python(work):
    outcome = []

    def run():
        try:
            outcome.append(work())
        except BaseException as error:
            outcome.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    wait_for(lambda: not thread.is_alive())
    return outcome[0]


def in_main_thread(work):
    try:
        return work()
    except Exception as error:
        return error


def wait_for(done, seconds=10.0):
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "it hangs"
        QCoreApplication.processEvents()
        time.sleep(0.005)


THREADS = [in_main_thread, in_thread_of_qt, in_task, in_thread_of_python]


@pytest.mark.parametrize("somewhere", THREADS)
def test_in_every_kind_of_thread(somewhere, certificate):
    with raw(answer(status="503 Busy"), answer(b"", "302 Found", Location="/new"), GOOD) as server:
        reply = somewhere(lambda: qgis_transport(None, patience=QUICK).get(server.url()))
        assert reply.json() == {"a": 1}
        assert reply.url == server.url("/new")
        assert server.header("User-Agent") == user_agent()
    with raw(GOOD, certificate=certificate) as server:
        error = somewhere(lambda: qgis_transport(None, patience=QUICK).get(server.url()))
        assert isinstance(error, failed.ServiceCertificateError)
        assert server.count == 0


@pytest.mark.parametrize("somewhere", THREADS)
@pytest.mark.parametrize("what", [silence(9), drip(answer(b"{", Content_Length="99999"))], ids=["silent", "slow"])
def test_the_cancel_button_helps_in_every_kind_of_thread(somewhere, what, record_property):
    feedback, moment = QgsFeedback(), []

    def cancel():
        moment.append(time.monotonic())
        feedback.cancel()

    with raw(what) as server:
        button = threading.Timer(0.4, cancel)
        button.start()
        outcome = somewhere(lambda: qgis_transport(feedback).get(server.url()))
        delay = time.monotonic() - moment[0]
        assert isinstance(outcome, Cancelled)
        record_property("delay", delay)
        assert delay < 0.6


@pytest.mark.parametrize("somewhere", [in_main_thread, in_thread_of_qt])
def test_many_cancels_at_any_moment_none_hangs(somewhere):
    def work():
        for number in range(16):
            cancelled = Later(0.007 * number)
            with pytest.raises(Cancelled):
                through_qgis(cancelled).get(server.url())
            assert cancelled.delay < 0.6
        return "done"

    with raw(drip(answer(b"{", Content_Length="99999"))) as server:
        assert somewhere(work) == "done"


@pytest.mark.parametrize("somewhere", [in_main_thread, in_thread_of_qt])
def test_many_bad_certificates_none_hangs(somewhere, certificate):
    def work():
        for _ in range(25):
            with pytest.raises(failed.ServiceCertificateError):
                through_qgis().get(server.url())
        return "done"

    with raw(GOOD, certificate=certificate) as server:
        assert somewhere(work) == "done"


def test_the_main_thread_handles_its_events_meanwhile():
    ticks, timer = [], QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(20)
    with raw(silence(0.5, GOOD)) as server:
        through_qgis().get(server.url())
    timer.stop()
    assert len(ticks) > 10


def test_a_fault_in_what_is_asked_for_cancelling_reaches_the_caller():
    def broken():
        if threading.current_thread() is not threading.main_thread():
            raise ZeroDivisionError
        return False

    with raw(silence(3)) as server, pytest.raises(ZeroDivisionError):
        through_qgis(broken).get(server.url())


THREAD_THAT_ENDS = """
import sys
sys.path[:0] = [{root!r}]
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
import tests.conftest
from tests.sources.rawserver import answer, raw
from tests.sources.test_qgis_adapter import Thread, through_qgis
def work():
    transport = through_qgis()
    with raw(answer()) as server:
        transport.get(server.url())
        transport.get(server.url())
def thrown_away():
    thread = Thread(work)
    thread.start()
    while not thread.isFinished():
        app.processEvents()
for _ in range(120):
    thrown_away()
"""


def test_a_thread_that_asked_ends_without_waiting_for_python(tmp_path):
    env = {**os.environ, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    script = THREAD_THAT_ENDS.format(root=str(ROOT))
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=env, capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr


# Authentication ------------------------------------------------------------------------------------------------------

LOGIN = """
import base64, sys
sys.path[:0] = [{root!r}]
from qgis.core import QgsApplication, QgsAuthMethodConfig
app = QgsApplication([], False)
app.initQgis()
manager = QgsApplication.authManager()
if manager.isDisabled() or not manager.setMasterPassword("for this test", True):
    print("disabled"); sys.exit()
config = QgsAuthMethodConfig("Basic")
config.setName("test"); config.setConfig("username", "me"); config.setConfig("password", "pass-word")
manager.storeAuthenticationConfig(config)
from tests.conftest import ROOT
from tests.sources.rawserver import answer, raw, through_qgis
expected = "Basic " + base64.b64encode(b"me:pass-word").decode()
with raw(answer()) as other, raw(answer(b"", "302 x", Location="/here"), answer(b"", "302 x", Location=other.url()),
                                 answer()) as server:
    through_qgis(authcfg=config.id()).get(server.url())
    print([server.header("Authorization", n) == expected for n in (0, 1)], other.header("Authorization"))
    through_qgis().get(server.url())
    print(server.header("Authorization"))
    try:
        through_qgis(authcfg="unknown").get(server.url())
    except Exception as error:
        print(type(error).__name__, error)
"""


def test_an_authentication_configuration_goes_to_the_server_that_was_asked_only(tmp_path):
    env = {**os.environ, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    script = LOGIN.format(root=str(ROOT))
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)
    lines = done.stdout.strip().splitlines()
    if lines == ["disabled"]:
        pytest.skip("QGIS has no authentication here")
    assert lines[0] == "[True, True] None", done.stderr
    assert lines[1] == "None"
    assert lines[2].startswith("ServiceLoginError QGIS can't use the authentication configuration 'unknown'")
