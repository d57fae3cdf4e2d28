"""Unplugged at any moment: no traceback, nothing left running, nothing half-written."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDialog

from arbeidsmigratie import classFactory
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import Channel, Delivery, Sources
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.steps import State, Step
from arbeidsmigratie.arbeidsmigratie_plugin.sources.transport import Patience
from tests.gui.conftest import settle, until
from tests.gui.support import begun


@pytest.fixture
def tracebacks(monkeypatch):
    """What would be a traceback on the screen."""
    found: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, _: found.append(f"{kind.__name__}: {error}"))
    yield found
    settle()
    assert found == []


@pytest.fixture
def plugin(desktop, tracebacks):
    """The plugin in a desktop, with its panel in sight."""
    made = classFactory(desktop)
    made.initGui()
    desktop.window.show()
    made.desktop.dock.show()
    settle()
    yield made
    made.unload()
    settle()
    assert not QgsApplication.taskManager().activeTasks()


@pytest.fixture
def body(plugin, region, tmp_path):
    inside = plugin.desktop.dock.body
    begun(inside.desk, region, tmp_path)
    inside.actions_.fetch_sources(refresh=False)
    settle()
    return inside


def start_reading(body, region):
    body.runner.read_deliveries([Delivery("Proefdorp", str(region / "levering.xlsx"))])
    assert body.runner.busy


def start_analysis(body, region):
    start_reading(body, region)
    until(lambda: not body.runner.busy)
    body.actions_.analyse()
    assert body.runner.busy


STARTS = {"reading": start_reading, "analysis": start_analysis}


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_the_plugin_goes_while_a_step_runs(plugin, body, region, tmp_path, desktop, start):
    start(body, region)
    plugin.unload()
    assert not QgsApplication.taskManager().activeTasks()
    settle()
    assert QgsApplication.processingRegistry().providerById("arbeidsmigratie") is None
    assert not list(tmp_path.glob("regiobeeld*"))
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_the_project_is_closed_while_a_step_runs(body, region, tmp_path, start):
    start(body, region)
    QgsProject.instance().clear()
    assert not body.runner.busy
    settle()
    assert not QgsApplication.taskManager().activeTasks()
    assert body.desk.statuses()[Step.PROJECT].state == State.TODO
    assert not list(tmp_path.glob("regiobeeld*"))


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_another_project_is_opened_while_a_step_runs(body, region, tmp_path, start):
    other = QgsProject()
    other.setTitle("Ander werk")
    other.write(str(tmp_path / "ander.qgz"))
    start(body, region)
    QgsProject.instance().read(str(tmp_path / "ander.qgz"))
    settle()
    assert QgsProject.instance().title() == "Ander werk"
    assert not QgsProject.instance().mapLayers()
    assert not QgsProject.instance().isDirty()


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_the_task_is_cancelled_in_the_task_manager_of_qgis(body, region, start):
    start(body, region)
    QgsApplication.taskManager().cancelAll()
    until(lambda: not body.runner.busy)
    assert "cancelled" in body.desk.iface.bar.said[-1][0]


def test_a_reload_brings_everything_back(plugin, body, region, tmp_path, desktop):
    start_reading(body, region)
    until(lambda: not body.runner.busy)
    plugin.unload()
    settle()
    again = classFactory(desktop)
    again.initGui()
    again.desktop.dock.show()
    settle()
    assert again.desktop.dock.body.desk.statuses()[Step.RNI].state == State.DONE
    again.unload()


def test_unloading_takes_everything_away(plugin, desktop):
    added = list(desktop.added)
    plugin.unload()
    assert added
    assert {id(one) for one in added} <= {id(one) for one in desktop.removed}
    plugin.unload()


def test_unloading_without_the_panel_ever_seen(desktop, tracebacks):
    made = classFactory(desktop)
    made.initGui()
    made.unload()
    assert {id(one) for one in desktop.added} <= {id(one) for one in desktop.removed}


@pytest.mark.parametrize("how", ["unload", "clear"])
def test_a_dialog_that_is_open_closes_when_what_it_asks_for_goes(plugin, body, how):
    asked: list[QDialog] = []

    def unplug():
        open_ = [w for w in QgsApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        asked.extend(open_)
        plugin.unload() if how == "unload" else QgsProject.instance().clear()

    QTimer.singleShot(200, unplug)
    body.actions_.choose_sources()
    assert len(asked) == 1
    settle()


def test_the_network_is_gone(body, monkeypatch, region, tmp_path):
    services = tmp_path / "diensten.json"
    services.write_text('{"gemeenten_ogcapi": {"url": "http://127.0.0.1:9/ogc/v1"}}')
    monkeypatch.setenv("ARBEIDSMIGRATIE_SERVICES", str(services))
    monkeypatch.setattr(Patience, "wait_after", lambda *_: 0.01)
    body.desk.update(replace(body.desk.workflow, sources=Sources(Channel.OGCAPI)))
    body.runner.fetch(refresh=False)
    until(lambda: not body.runner.busy, seconds=120)
    text, _ = body.desk.iface.bar.said[-1]
    assert "127.0.0.1" in text
    assert body.desk.statuses()[Step.SOURCES].state == State.TODO
    assert not list(tmp_path.glob("regio_*.gpkg"))


def test_a_file_is_locked(body, region, tmp_path):
    (tmp_path / "regiobeeld_2026-07-01.gpkg").mkdir()  # can't be replaced, like a file that another program holds
    (tmp_path / "regiobeeld_2026-07-01.gpkg" / "x").write_text("x")
    start_analysis(body, region)
    until(lambda: not body.runner.busy)
    text, _ = body.desk.iface.bar.said[-1]
    assert "regiobeeld_2026-07-01.gpkg" in text
    assert body.desk.statuses()[Step.ANALYSIS].state == State.TODO
    assert not (tmp_path / "regiobeeld_2026-07-01.qgz").exists()
