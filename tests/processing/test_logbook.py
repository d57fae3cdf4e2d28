"""One line for each run: how it ended, as a part of what, and not a word of the delivery."""

from __future__ import annotations

import json
import threading
import time
from typing import ClassVar

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProcessingParameterFile

from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import LogbookError
from arbeidsmigratie.arbeidsmigratie_plugin.sources import logbook
from arbeidsmigratie.processing import recording
from arbeidsmigratie.processing.algorithm import Algorithm
from arbeidsmigratie.processing.lijstinlezen import LijstInlezen
from arbeidsmigratie.processing.progress import go_on
from arbeidsmigratie.processing.regiobeeld import Regiobeeld
from arbeidsmigratie.processing.rniinlezen import RniInlezen
from tests import made
from tests.sources.test_logbook import collecting


class Listening(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.said, self.warnings = [], []

    def pushInfo(self, text):  # noqa: N802
        self.said.append(text)

    def pushWarning(self, text):  # noqa: N802
        self.warnings.append(text)


class Proof(Algorithm):
    """An algorithm that does what the test gives it."""

    NAME = "proefstuk"
    RECORDED = True
    does: ClassVar = staticmethod(lambda feedback: None)

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add(QgsProcessingParameterFile("INPUT", "x", optional=True), "x")

    def work(self, parameters, context, feedback):
        type(self).does(feedback)
        return {"DONE": 1}


class Export(Proof):
    NAME = "proefexport"
    RECORD_REQUIRED = True


def run(algorithm, feedback=None, **parameters):
    own = algorithm()
    own.initAlgorithm()
    given = {key: str(value) for key, value in parameters.items()}
    return own.processAlgorithm(given, QgsProcessingContext(), feedback or Listening())


@pytest.fixture
def path(qgis_app, tmp_path, monkeypatch):
    path = tmp_path / "logboek.jsonl"
    monkeypatch.setenv(logbook.FILE, str(path))
    monkeypatch.setattr(recording, "_SAID", set())
    monkeypatch.setattr(Proof, "does", staticmethod(lambda feedback: None))
    monkeypatch.setattr(Export, "does", staticmethod(lambda feedback: None), raising=False)
    return path


@pytest.fixture
def does(monkeypatch):
    def set_(what, algorithm=Proof):
        monkeypatch.setattr(algorithm, "does", staticmethod(what), raising=False)

    return set_


def records(path):
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_who_reads_registrations_is_recorded():
    assert RniInlezen.RECORDED
    assert LijstInlezen.RECORDED
    assert Regiobeeld.RECORDED
    assert not Algorithm.RECORDED


def test_a_run_gets_one_line(path, monkeypatch):
    monkeypatch.setenv(logbook.ACTIVITY, "urn:nl:proef:verwerking:42")
    before = int(1000 * time.time())
    feedback = Listening()
    assert run(Proof, feedback, INPUT="/geheim/Jansen.csv") == {"DONE": 1}
    (record,) = records(path)
    assert record["status"] == "Ok"
    assert record["name"] == "arbeidsmigratie:proefstuk"
    assert before <= record["start_time"] <= record["end_time"] <= int(1000 * time.time()) + 1
    assert record["attributes"]["dpl.core.processing_activity_id"] == "urn:nl:proef:verwerking:42"
    assert record["attributes"]["dpl.objects.dataset"] == [
        {"dataset_id": "urn:arbeidsmigratie:dataset:proefstuk:input", "dataset_port": "input"}
    ]
    assert "geheim" not in path.read_text()
    assert feedback.said == feedback.warnings == []


def test_what_is_not_recorded_gets_none(path, monkeypatch):
    monkeypatch.setattr(Proof, "RECORDED", False)
    run(Proof)
    assert not path.exists()


def _fails(feedback):
    raise LookupError("111222333")


def _cancelled(feedback):
    feedback.cancel()
    go_on(feedback, 1)


@pytest.mark.parametrize("what", [_fails, _cancelled])
def test_a_run_that_fails_or_is_cancelled_gets_its_line_too(path, does, what):
    does(what)
    try:
        assert run(Proof) == {}
    except QgsProcessingException:
        assert what is _fails
    (record,) = records(path)
    assert record["status"] == "Error"
    assert "111222333" not in path.read_text()


def test_what_a_run_runs_is_a_part_of_it(path, does):
    does(lambda feedback: run(Proof), Export)
    run(Export)
    run(Proof)
    inner, outer, later = records(path)
    assert (inner["name"], outer["name"]) == ("arbeidsmigratie:proefstuk", "arbeidsmigratie:proefexport")
    assert inner["trace_id"] == outer["trace_id"]
    assert inner["parent_span_id"] == outer["span_id"]
    assert "parent_span_id" not in outer
    assert "parent_span_id" not in later
    assert later["trace_id"] != outer["trace_id"]


def test_runs_in_other_threads_are_no_part_of_it(path, does):
    def elsewhere(feedback):
        aside = threading.Thread(target=run, args=(Proof,))
        aside.start()
        aside.join()

    does(elsewhere, Export)
    run(Export)
    assert len({record["trace_id"] for record in records(path)}) == 2


def test_a_file_that_can_not_be_written_spoils_no_result(path, monkeypatch, tmp_path):
    monkeypatch.setenv(logbook.FILE, str(tmp_path))
    feedback = Listening()
    assert run(Proof, feedback) == {"DONE": 1}
    (warning,) = feedback.warnings
    assert "logbook" in warning
    assert logbook.FILE in warning


@pytest.mark.parametrize(
    ("variable", "value"), [(logbook.ACTIVITY, "geen uri"), (logbook.COLLECTOR, "http://otlp.example.org")]
)
def test_a_setting_that_can_not_be_used(path, monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)
    feedback = Listening()
    assert run(Proof, feedback) == {"DONE": 1}
    assert variable in feedback.warnings[0]
    with pytest.raises(QgsProcessingException, match=variable):
        run(Export)


def test_an_export_does_not_begin_without(path, does, monkeypatch, tmp_path):
    began = []
    does(began.append, Export)
    monkeypatch.setenv(logbook.FILE, str(tmp_path))
    with pytest.raises(QgsProcessingException, match="can't be kept"):
        run(Export)
    assert began == []


def test_an_export_does_not_end_well_without(path, does, monkeypatch, tmp_path):
    does(lambda feedback: monkeypatch.setenv(logbook.FILE, str(tmp_path)), Export)
    with pytest.raises(QgsProcessingException, match="can't be kept"):
        run(Export)


def test_an_export_writes_its_line_before_there_is_no_way_back(path, does):
    seen = []

    def export(feedback):
        recording.record_now()
        seen.extend(records(path))
        assert recording.trace_id() == seen[0]["trace_id"]

    does(export, Export)
    run(Export)
    assert records(path) == seen
    assert [record["status"] for record in seen] == ["Ok"]
    assert recording.trace_id() == ""


def test_an_export_that_fails_after_its_line_says_so(path, does):
    def export(feedback):
        recording.record_now()
        raise LookupError

    does(export, Export)
    with pytest.raises(QgsProcessingException):
        run(Export)
    first, second = records(path)
    assert (first["status"], second["status"]) == ("Ok", "Error")
    assert second["parent_span_id"] == first["span_id"]
    assert second["trace_id"] == first["trace_id"]


def test_an_export_stops_where_its_line_can_not_be_written(path, does, monkeypatch, tmp_path):
    after = []

    def export(feedback):
        monkeypatch.setenv(logbook.FILE, str(tmp_path))
        try:
            recording.record_now()
        except LogbookError:
            monkeypatch.setenv(logbook.FILE, str(path))
            raise
        after.append(1)

    does(export, Export)
    with pytest.raises(QgsProcessingException, match="can't be kept"):
        run(Export)
    assert after == []
    assert [record["status"] for record in records(path)] == ["Error"]


def test_what_the_organisation_has_not_set_is_said_once(path):
    first, second = Listening(), Listening()
    run(Proof, first)
    run(Proof, second)
    assert [logbook.ACTIVITY in text for text in first.said] == [True]
    assert second.said == []
    assert {record["attributes"]["dpl.core.processing_activity_id"] for record in records(path)} == {
        "urn:arbeidsmigratie:verwerkingsactiviteit:niet-opgegeven"
    }


def test_a_collector_gets_the_line_that_the_file_has(path, monkeypatch, does):
    with collecting() as collector:
        monkeypatch.setenv(logbook.COLLECTOR, collector.url)
        run(Proof)
        does(_cancelled)
        run(Proof)
    spans = [body["resourceSpans"][0]["scopeSpans"][0]["spans"][0] for _, _, body in collector.got]
    assert [span["spanId"] for span in spans] == [record["span_id"] for record in records(path)]
    assert [span["status"]["code"] for span in spans] == [1, 2]


def test_a_collector_that_is_not_there_changes_nothing(path, monkeypatch):
    with collecting() as collector:
        pass
    monkeypatch.setenv(logbook.COLLECTOR, collector.url)
    monkeypatch.setattr(logbook, "PATIENCE", logbook.Patience(1.0, 1.0, 2.0, 1))
    feedback = Listening()
    assert run(Export, feedback) == {"DONE": 1}
    assert len(records(path)) == 1
    assert "did not confirm" in feedback.warnings[0]


@pytest.mark.parametrize("broken", [False, True])
def test_a_delivery_leaves_no_trace_in_the_record(path, tmp_path, broken, monkeypatch):
    """Neither when it is read, nor when it can't be: no number, name, address, path, file name, user or region."""
    folder = tmp_path / "Wrzesniewska dossier 111222333"
    folder.mkdir()
    bag = made.write_bag(folder / "bag.gpkg")
    delivery = made.write_delivery(folder / "levering Ionescu.csv", made.usual_rows())
    if broken:
        delivery.write_bytes(b"BSN;naam\r\n111222333;Ionescu-Testmens\r\n")
    monkeypatch.setenv("USER", "beheerder-proef")
    output = folder / "uit.gpkg"
    algorithm = RniInlezen()
    algorithm.initAlgorithm()
    given = {"INPUT": str(delivery), "BAG": str(bag), "PEILDATUM": "2026-07-01", "OUTPUT": str(output)}
    given["OUTPUT_UNMATCHED"] = str(folder / "over.gpkg")
    try:
        algorithm.processAlgorithm(given, QgsProcessingContext(), Listening())
        assert not broken
    except QgsProcessingException:
        assert broken
    (record,) = records(path)
    assert record["status"] == ("Error" if broken else "Ok")
    text = path.read_text().lower()
    forbidden = [*made.SECRETS, "proefstraat", "proefdorp", "9999ab", "9801", "levering", "dossier", "gpkg", "csv"]
    forbidden += [str(tmp_path), "ionescu", "beheerder", "2026-07-01", "data_subject"]
    assert [word for word in forbidden if word.lower() in text] == []
    assert {one["dataset_port"] for one in record["attributes"]["dpl.objects.dataset"]} == {"input", "output"}
