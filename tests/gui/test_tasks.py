"""Algorithms in the background: one outcome whatever happens, and nothing left running."""

from __future__ import annotations

import gc
import time
import weakref
from pathlib import Path
from typing import ClassVar

import pytest
from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingProvider, QgsTask
from qgis.PyQt.QtCore import QTimer

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.plans import Plan
from arbeidsmigratie.arbeidsmigratie_plugin.gui import tasks
from arbeidsmigratie.arbeidsmigratie_plugin.gui.tasks import Job, Outcome
from tests.gui.conftest import settle, until
from tests.made import SECRETS


def plan(region: Path, folder: Path, **changes: object) -> Plan:
    parameters = {
        "INPUT": str(region / "levering.xlsx"),
        "BAG": str(region / "bag.gpkg"),
        "PEILDATUM": "2026-07-01",
        "OUTPUT": str(folder / "adressen.gpkg"),
        "OUTPUT_UNMATCHED": str(folder / "niet.gpkg"),
        **changes,
    }
    return Plan("arbeidsmigratie:rniinlezen", parameters)


def run(job: Job) -> Outcome:
    found: list[Outcome] = []
    job.ended.connect(found.append)
    job.start()
    until(lambda: bool(found))
    settle()
    assert len(found) == 1
    return found[0]


def test_a_run_ends_with_its_outputs(desktop, algorithms, region, tmp_path):
    outcome = run(Job("lezen", plan(region, tmp_path)))
    assert outcome.succeeded
    assert outcome.results["REGISTRATIONS"] == 45
    assert Path(outcome.results["OUTPUT"].partition("|")[0]).is_file()
    assert outcome.warnings  # of rows that did not count


def test_what_goes_wrong_is_one_sentence_without_anything_personal(desktop, algorithms, region, tmp_path):
    broken = tmp_path / "levering.xlsx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    outcome = run(Job("lezen", plan(region, tmp_path, INPUT=str(broken))))
    assert not outcome.succeeded
    assert "levering.xlsx" in outcome.problem
    assert "Traceback" not in outcome.problem
    assert not any(secret in outcome.problem for secret in SECRETS)
    assert not (tmp_path / "adressen.gpkg").exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"INPUT": "/nergens/levering.xlsx"}, "levering.xlsx"), ({"PEILDATUM": "gisteren"}, "gisteren")],
)
def test_what_can_not_begin_says_why(desktop, algorithms, region, tmp_path, changes, said):
    outcome = run(Job("lezen", plan(region, tmp_path, **changes)))
    assert said in outcome.problem
    assert not outcome.cancelled


def test_an_algorithm_that_is_not_there_is_named(desktop):
    outcome = run(Job("niets", Plan("arbeidsmigratie:bestaatniet", {})))
    assert "arbeidsmigratie:bestaatniet" in outcome.problem


def test_cancelled_is_neither_a_success_nor_a_problem(desktop, algorithms, region, tmp_path):
    job = Job("lezen", plan(region, tmp_path))
    found: list[Outcome] = []
    job.ended.connect(found.append)
    job.start()
    job.cancel()
    until(lambda: bool(found))
    assert found == [Outcome(cancelled=True)]
    assert not (tmp_path / "adressen.gpkg").exists()


def test_who_leaves_hears_nothing_and_leaves_no_task(desktop, algorithms, region, tmp_path):
    job = Job("lezen", plan(region, tmp_path))
    found: list[Outcome] = []
    job.ended.connect(found.append)
    job.start()
    job.leave()
    assert not QgsApplication.taskManager().activeTasks()
    settle()
    assert found == []


class Stubborn(QgsProcessingAlgorithm):
    """Works on for a while whatever it is asked, and then has a result or not."""

    results: ClassVar[dict[str, object]] = {}
    seconds: ClassVar[float] = 0.5

    def name(self):
        return "stubborn"

    def displayName(self):
        return "stubborn"

    def createInstance(self):
        return type(self)()

    def initAlgorithm(self, configuration=None):
        pass

    def processAlgorithm(self, parameters, context, feedback):
        time.sleep(self.seconds)
        return dict(self.results)


@pytest.fixture
def stubborn(qgis_app):
    class Provider(QgsProcessingProvider):
        def id(self):
            return "stubborntest"

        def name(self):
            return "stubborntest"

        def loadAlgorithms(self):
            self.addAlgorithm(Stubborn())

    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield Plan("stubborntest:stubborn", {})
    QgsApplication.processingRegistry().removeProvider(provider)


def runs(job: Job) -> None:
    """Waits until it has begun."""
    until(lambda: job._task.status() == QgsTask.TaskStatus.Running)


@pytest.mark.parametrize("results", [{"PACKAGE": "p.gpkg"}, {}])
def test_cancelled_too_late_is_what_it_became(desktop, stubborn, monkeypatch, results):
    monkeypatch.setattr(Stubborn, "results", results)
    job = Job("koppig", stubborn)
    found: list[Outcome] = []
    job.ended.connect(found.append)
    job.start()
    QTimer.singleShot(100, job.cancel)
    until(lambda: bool(found))
    assert found == [Outcome(results) if results else Outcome(cancelled=True)]


def test_who_leaves_hears_what_was_ready_nevertheless(desktop, stubborn, monkeypatch):
    monkeypatch.setattr(Stubborn, "results", {"PACKAGE": "p.gpkg"})
    job = Job("koppig", stubborn)
    job.start()
    runs(job)
    assert job.leave() == Outcome({"PACKAGE": "p.gpkg"})


def test_what_a_task_uses_stays_until_it_ends_whoever_left(desktop, stubborn, monkeypatch):
    monkeypatch.setattr(tasks, "_PATIENCE", 50)
    job = Job("koppig", stubborn)
    context = weakref.ref(job._context)
    job.start()
    runs(job)
    assert job.leave() is None
    del job
    gc.collect()
    assert QgsApplication.taskManager().activeTasks()
    assert context() is not None
    until(lambda: not QgsApplication.taskManager().activeTasks())
    settle()
    gc.collect()
    assert context() is None
