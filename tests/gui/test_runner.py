"""Steps one after the other: each writes what came of it, and what changes later makes the next out of date."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import Mock

import pytest
from qgis.core import Qgis, QgsApplication, QgsProject

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import Delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.steps import Change, State, Step
from arbeidsmigratie.arbeidsmigratie_plugin.gui.desk import Desk
from arbeidsmigratie.arbeidsmigratie_plugin.gui.panel.actions import Actions
from arbeidsmigratie.arbeidsmigratie_plugin.gui.runner import Runner
from tests import made
from tests.gui.conftest import settle, until
from tests.gui.support import begun


@pytest.fixture
def desk(desktop, algorithms, region, tmp_path):
    made = Desk(desktop)
    begun(made, region, tmp_path)
    yield made
    made.close()


@pytest.fixture
def runner(desk):
    made = Runner(desk)
    yield made
    made.leave()


@pytest.fixture
def actions(desktop, desk, runner):
    made = Actions(desktop, desk, runner)
    made.fetch_sources(refresh=False)
    return made


def delivery(region, **changes):
    return Delivery(**{"sender": "Proefdorp", "file": str(region / "levering.xlsx"), **changes})


def read(runner, region, **changes):
    runner.read_deliveries([delivery(region, **changes)])
    until(lambda: not runner.busy)


def test_files_of_the_user_are_counted_where_they_are(desk, actions, region):
    status = desk.statuses()[Step.SOURCES]
    assert status.state == State.DONE
    assert status.numbers["KEPT"] == 122
    assert desk.ground.bag == str(region / "bag.gpkg")


def test_a_file_that_is_no_bag_is_told(desk, desktop, actions, tmp_path, region):
    wrong = tmp_path / "geen_bag.gpkg"
    desk.update(replace(desk.workflow, sources=replace(desk.workflow.sources, bag=str(wrong), record=None)))
    actions.fetch_sources(refresh=False)
    assert "geen_bag.gpkg" in desktop.bar.said[-1][0]
    assert desk.statuses()[Step.SOURCES].state == State.TODO


def test_a_delivery_is_read_and_kept(desk, runner, actions, region, tmp_path):
    read(runner, region)
    status = desk.statuses()[Step.RNI]
    assert status.state == State.DONE
    assert status.numbers["REGISTRATIONS"] == 45
    assert desk.workflow.deliveries[0].record.files["OUTPUT"].startswith("rni_proefdorp_2026-07-01.gpkg")
    assert (tmp_path / "rni_proefdorp_2026-07-01.gpkg").is_file()
    assert not QgsProject.instance().isDirty()


def test_a_second_delivery_of_the_same_sender_takes_the_place_of_the_first(desk, runner, actions, region):
    read(runner, region)
    read(runner, region)
    assert len(desk.workflow.deliveries) == 1
    read(runner, region, sender="Buurdorp")
    assert [one.sender for one in desk.workflow.deliveries] == ["Proefdorp", "Buurdorp"]


def test_another_reference_date_makes_it_out_of_date_and_one_click_mends_it(desk, runner, actions, region):
    read(runner, region)
    desk.update(replace(desk.workflow, project=replace(desk.workflow.project, peildatum="2026-08-01")))
    status = desk.statuses()[Step.RNI]
    assert (status.state, status.changes) == (State.STALE, (Change.PEILDATUM,))
    actions.read_stale_deliveries()
    until(lambda: not runner.busy)
    assert desk.statuses()[Step.RNI].state == State.DONE


def test_a_delivery_that_can_not_be_read_leaves_the_work_as_it_was(desk, runner, actions, region, tmp_path):
    read(runner, region)
    before = desk.workflow
    wrong = tmp_path / "leeg.xlsx"
    wrong.write_bytes(b"")
    read(runner, region, file=str(wrong))
    assert desk.workflow == before
    assert not runner.busy
    text, level = desk.iface.bar.said[-1]
    assert "leeg.xlsx" in text
    assert level == Qgis.MessageLevel.Critical


def test_cancelling_stops_what_was_to_follow(desk, runner, actions, region):
    runner.read_deliveries([delivery(region), delivery(region, sender="Buurdorp")])
    runner.cancel()
    until(lambda: not runner.busy)
    settle()
    assert desk.workflow.deliveries == ()
    assert desk.running == frozenset()


def test_a_project_that_is_closed_gets_nothing(desk, runner, actions, region):
    runner.read_deliveries([delivery(region), delivery(region, sender="Buurdorp")])
    QgsProject.instance().clear()
    assert not runner.busy
    settle()
    assert desk.workflow.deliveries == ()
    assert not QgsApplication.taskManager().activeTasks()


def test_an_analysis_that_is_left_puts_the_earlier_map_back(desk, runner, actions, region):
    read(runner, region)
    before, after = Mock(), Mock()
    runner.analyse(before, after)
    runner.leave()
    before.assert_called_once_with()
    after.assert_called_once_with(False)


def test_another_sender_takes_the_place_of_the_first(desk, runner, actions, region):
    read(runner, region)
    runner.read_deliveries([delivery(region, sender="Gemeente Proefdorp")], replaces="Proefdorp")
    until(lambda: not runner.busy)
    assert [one.sender for one in desk.workflow.deliveries] == ["Gemeente Proefdorp"]


def test_a_delivery_that_was_replaced_under_its_name_is_out_of_date_and_one_that_was_removed_is_not(
    desk, runner, actions, region, tmp_path
):
    file = tmp_path / "levering.xlsx"
    file.write_bytes((region / "levering.xlsx").read_bytes())
    read(runner, region, file=str(file))
    assert desk.statuses()[Step.RNI].state == State.DONE
    made.write_delivery(file, made.usual_rows())
    assert desk.statuses()[Step.RNI].changes == (Change.CONTENT,)
    file.unlink()
    assert desk.statuses()[Step.RNI].state == State.DONE


def test_what_goes_wrong_in_taking_up_a_result_ends_the_step(desk, runner, actions, region, monkeypatch):
    monkeypatch.setattr(desk, "record", Mock(side_effect=OSError("File name too long")))
    read(runner, region)
    assert not runner.busy
    assert desk.running == frozenset()
    assert desk.problems[Step.RNI]
    assert desk.workflow.deliveries == ()
