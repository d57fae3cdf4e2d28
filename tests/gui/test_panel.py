"""The panel: six cards that say how far the work is and what comes next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import Delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.steps import Step
from arbeidsmigratie.arbeidsmigratie_plugin.gui.panel.dock import PanelDock
from tests.gui.conftest import settle, until
from tests.gui.support import PROJECT, begun


@pytest.fixture
def dock(desktop, algorithms):
    made = PanelDock(desktop, desktop.window)
    desktop.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    desktop.window.resize(1366, 768)
    desktop.window.show()
    made.show()
    settle()
    yield made
    made.leave()
    made.deleteLater()
    settle()


def shown(dock, kind, name):
    settle()
    return next((one for one in dock.findChildren(kind, name) if not one.isHidden()), None)


def text(dock, name):
    return shown(dock, QLabel, name).text()


def click(dock, name):
    button = shown(dock, QPushButton, name)
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def is_open(dock, step):
    return shown(dock, QToolButton, f"header_{step.value}").isChecked()


def test_the_inside_is_not_built_before_it_is_seen(desktop, algorithms):
    hidden = PanelDock(desktop, desktop.window)
    hidden.hide()
    desktop.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, hidden)
    desktop.window.show()
    settle()
    assert hidden.widget() is None
    hidden.leave()
    hidden.deleteLater()


def test_an_empty_project_offers_to_start_one(dock):
    assert text(dock, "state_project") == "Not done"
    assert is_open(dock, Step.PROJECT)
    assert not is_open(dock, Step.RNI)
    assert shown(dock, QPushButton, "start_project").isEnabled()
    assert text(dock, "state_analyse") == "Later"


def test_each_step_opens_when_its_turn_comes(dock, region, tmp_path):
    desk = dock.body.desk
    begun(desk, region, tmp_path)
    settle()
    assert is_open(dock, Step.SOURCES)
    dock.body.actions_.fetch_sources(refresh=False)
    settle()
    assert text(dock, "state_brongegevens") == "Done"
    assert "122 BAG objects" in text(dock, "summary_brongegevens")
    assert is_open(dock, Step.RNI)
    assert not is_open(dock, Step.SOURCES)


def read(dock, region, tmp_path):
    begun(dock.body.desk, region, tmp_path)
    dock.body.actions_.fetch_sources(refresh=False)
    dock.body.runner.read_deliveries([Delivery("Proefdorp", str(region / "levering.xlsx"))])
    settle()


def test_a_running_step_shows_progress_and_can_be_cancelled(dock, region, tmp_path):
    read(dock, region, tmp_path)
    assert text(dock, "state_rni") == "Running"
    assert shown(dock, QProgressBar, "progress_rni") is not None
    assert not shown(dock, QPushButton, "choose_sources").isEnabled()
    click(dock, "cancel_rni")
    until(lambda: not dock.body.runner.busy)
    settle()
    assert text(dock, "state_rni") == "Not done"
    assert shown(dock, QPushButton, "choose_sources").isEnabled()


def test_numbers_and_what_is_out_of_date(dock, region, tmp_path):
    read(dock, region, tmp_path)
    until(lambda: not dock.body.runner.busy)
    assert "45 registrations" in text(dock, "summary_rni")
    assert "linked" in text(dock, "delivery_1_text")
    desk = dock.body.desk
    desk.update(replace(desk.workflow, project=replace(PROJECT, peildatum="2026-08-01")))
    settle()
    assert text(dock, "state_rni") == "Out of date"
    assert "reference date" in text(dock, "reason_rni")
    click(dock, "read_deliveries")
    until(lambda: not dock.body.runner.busy)
    assert text(dock, "state_rni") == "Done"


def test_there_are_no_other_lists_is_an_answer(dock, region, tmp_path):
    read(dock, region, tmp_path)
    until(lambda: not dock.body.runner.busy)
    click(dock, "no_lists")
    assert text(dock, "state_lijsten") == "Done"


def test_the_whole_work_from_deliveries_to_a_package(dock, region, tmp_path):
    read(dock, region, tmp_path)
    until(lambda: not dock.body.runner.busy)
    click(dock, "no_lists")
    click(dock, "analyse")
    assert text(dock, "state_analyse") == "Running"
    until(lambda: not dock.body.runner.busy)
    assert text(dock, "state_analyse") == "Done", dock.body.desk.iface.bar.said
    assert (tmp_path / "regiobeeld_2026-07-01.gpkg").is_file()
    groups = [group.name() for group in QgsProject.instance().layerTreeRoot().findGroups()]
    assert any("2026-07-01" in name for name in groups)
    assert text(dock, "state_delen") == "Not done"
    click(dock, "analyse")
    until(lambda: not dock.body.runner.busy)
    assert [group.name() for group in QgsProject.instance().layerTreeRoot().findGroups()] == groups


def test_another_project_is_another_panel(dock, region, tmp_path):
    read(dock, region, tmp_path)
    until(lambda: not dock.body.runner.busy)
    QgsProject.instance().clear()
    assert text(dock, "state_project") == "Not done"
    QgsProject.instance().read(str(tmp_path / "proefregio-2026.qgz"))
    assert text(dock, "state_rni") == "Done"


def test_data_that_should_be_gone_are_told_of(dock, region, tmp_path):
    begun(dock.body.desk, region, tmp_path)
    settle()
    assert shown(dock, QLabel, "expired") is None
    desk = dock.body.desk
    desk.update(replace(desk.workflow, project=replace(PROJECT, retention="2020-01-01")))
    assert shown(dock, QLabel, "expired") is not None


def test_without_a_library_nothing_can_be_run_and_the_notice_is_there(dock, region, tmp_path, monkeypatch):
    from arbeidsmigratie.arbeidsmigratie_plugin.gui.panel import body

    begun(dock.body.desk, region, tmp_path)
    monkeypatch.setattr(body, "missing", lambda _: "h3 is missing")
    dock.body._libraries_changed()
    assert not shown(dock, QPushButton, "choose_sources").isEnabled()
    assert shown(dock, QPushButton, "choose_sources").toolTip() == "h3 is missing"
    assert shown(dock, QPushButton, "change_project").isEnabled()


def test_nothing_is_wider_than_the_panel(dock, region, tmp_path):
    read(dock, region, tmp_path)
    until(lambda: not dock.body.runner.busy)
    for step in Step:
        card = shown(dock, QWidget, f"card_{step.value}")
        assert card.width() <= dock.width()


def test_a_second_municipality_is_a_click(dock, region, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(dock.body.actions_, "_import", lambda sender, file: asked.append((sender, file)))
    begun(dock.body.desk, region, tmp_path)
    desk = dock.body.desk
    desk.update(replace(desk.workflow, project=replace(PROJECT, region="Venlo, Venray")))
    dock.body.actions_.fetch_sources(refresh=False)
    desk.update(desk.workflow.with_delivery(Delivery("Gemeente Venlo", str(region / "levering.xlsx"))))
    settle()
    entries = shown(dock, QPushButton, "add_delivery").menu().actions()
    assert [entry.text() for entry in entries] == ["Municipality of Venray…", "Another sender…"]
    entries[0].trigger()
    assert asked == [("Venray", "")]


def test_without_a_delivery_there_is_nothing_to_analyse(dock, region, tmp_path):
    read(dock, region, tmp_path)
    until(lambda: not dock.body.runner.busy)
    click(dock, "no_lists")
    click(dock, "analyse")
    until(lambda: not dock.body.runner.busy)
    dock.body.desk.update(dock.body.desk.workflow.without_delivery("Proefdorp"))
    settle()
    assert not shown(dock, QPushButton, "analyse").isEnabled()


def test_a_map_that_is_out_of_date_is_not_shared(dock, region, tmp_path):
    read(dock, region, tmp_path)
    until(lambda: not dock.body.runner.busy)
    click(dock, "no_lists")
    click(dock, "analyse")
    until(lambda: not dock.body.runner.busy)
    settle()
    assert shown(dock, QPushButton, "share").isEnabled()
    desk = dock.body.desk
    desk.update(replace(desk.workflow, project=replace(PROJECT, peildatum="2026-08-01")))
    settle()
    assert not shown(dock, QPushButton, "share").isEnabled()
    assert "out of date" in shown(dock, QPushButton, "share").toolTip()


def test_after_the_last_day_nothing_is_made_any_more(dock, region, tmp_path):
    begun(dock.body.desk, region, tmp_path)
    desk = dock.body.desk
    desk.update(replace(desk.workflow, project=replace(PROJECT, retention="2020-01-01")))
    settle()
    assert not shown(dock, QPushButton, "choose_sources").isEnabled()
    assert shown(dock, QPushButton, "change_project").isEnabled()
    assert shown(dock, QPushButton, "open_folder").isEnabled()
