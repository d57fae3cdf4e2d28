"""Algorithms in the background: one outcome whatever happens, and nothing left running."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.plans import Plan
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
