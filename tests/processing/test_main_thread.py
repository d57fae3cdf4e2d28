"""Runs beside the main thread: QGIS goes on, only what makes maps is done in it, and every end is a clean one."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThread, QTimer
from qgis.PyQt.QtGui import QImage

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import MainThreadBusyError, OutputError
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap import package
from arbeidsmigratie.processing import main_thread, maps
from arbeidsmigratie.processing.main_thread import MainThread, clear_up_on_main_thread, on_main_thread
from arbeidsmigratie.processing.progress import Cancelled
from tests.processing.inside import run
from tests.processing.test_heatmapexport import GRANT, algorithms, files, numbers  # noqa: F401

PEILDATUM = "2025-07-01"
CHANGING = {"herkomst", "layer_styles"}  # they say when


def on_it() -> bool:
    return QThread.currentThread() == QCoreApplication.instance().thread()


class Hearing(QgsProcessingFeedback):
    """Keeps errors."""

    def __init__(self):
        super().__init__(False)
        self.errors = []

    def reportError(self, text, fatalError=False):  # noqa: N802, N803
        self.errors.append(text)


class Ran:
    """How a task went, and how often the main thread came round meanwhile."""

    def __init__(self, name, feedback=None, **parameters):
        self.feedback, self.beats, self.ended = feedback or Hearing(), 0, []
        plain = {key: str(v) if isinstance(v, Path) else v for key, v in parameters.items()}
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"arbeidsmigratie:{name}")
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        task = QgsProcessingAlgRunnerTask(algorithm, plain, self.context, self.feedback)
        heart, loop = QTimer(), QEventLoop()
        heart.timeout.connect(self._beat)
        task.executed.connect(lambda well, results: (self.ended.append((well, results)), loop.quit()))
        QTimer.singleShot(60_000, loop.quit)
        heart.start(20)
        QgsApplication.taskManager().addTask(task)
        loop.exec()
        heart.stop()

    def _beat(self):
        self.beats += 1

    @property
    def well(self):
        ((well, _),) = self.ended
        return well

    @property
    def results(self):
        return self.ended[0][1]


@pytest.fixture
def chain(algorithms, region):  # noqa: F811
    return {
        "RNI": region / "levering.xlsx",
        "BAG": region / "bag.gpkg",
        "GEMEENTEN": region / "gemeenten.gpkg",
        "PEILDATUM": PEILDATUM,
        "RESOLUTION": 9,
        "MINIMUM_MATCHED": 10,
        "BACKGROUND": False,
    }


@pytest.fixture
def export(algorithms, files, tmp_path):  # noqa: F811
    return {
        "INPUT": files / "adressen.gpkg",
        "DWELLINGS": files / "bag.gpkg",
        "GEMEENTEN": files / "gemeenten.gpkg",
        **GRANT,
        "SERIES": "proef-2026",
        "LEDGER": tmp_path / "grootboek.sqlite",
        "BACKGROUND": False,
    }


def tables(path):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        names = {row[0] for row in database.execute("SELECT table_name FROM gpkg_contents")} - CHANGING
        return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(names)}


def noting(monkeypatch, *places):
    """Notes for functions of modules on which thread they ran."""
    noted = {}
    for module, name in places:
        function = getattr(module, name)

        def noted_function(*given, _function=function, _name=name, **more):
            noted[_name] = on_it()
            return _function(*given, **more)

        monkeypatch.setattr(module, name, noted_function)
    return noted


# Whole runs --------------------------------------------------------------------------------------------------------


def test_the_chain_runs_beside_the_main_thread_and_gives_the_same(chain, tmp_path, monkeypatch):
    from arbeidsmigratie.processing import registered

    direct = run("regiobeeld", FOLDER=tmp_path / "een", **chain)
    places = [(registered, "read_and_count"), (maps, "MapProject"), (maps, "add_page"), (maps, "render_picture"),
              (maps, "save_picture")]  # fmt: skip
    noted = noting(monkeypatch, *places)
    ran = Ran("regiobeeld", FOLDER=tmp_path / "twee", **chain)
    assert ran.well, ran.feedback.errors
    assert noted == {
        "read_and_count": False,
        "MapProject": True,
        "add_page": True,
        "render_picture": True,
        "save_picture": False,
    }
    assert ran.beats >= 5
    assert tables(direct["WORKSPACE"]) == tables(ran.results["WORKSPACE"])
    assert QImage(direct["MAP"]) == QImage(ran.results["MAP"])
    assert sorted(path.name for path in (tmp_path / "een").iterdir()) == sorted(
        path.name for path in (tmp_path / "twee").iterdir()
    )


def test_an_export_runs_beside_the_main_thread_and_gives_the_same(export, tmp_path, monkeypatch):
    from arbeidsmigratie.processing import exporting

    direct = run("heatmapexport", FOLDER=tmp_path / "een", **export)
    places = [(exporting, "material"), (exporting, "decide"), (package, "HeatmapProject"), (package, "export_pdf")]
    noted = noting(monkeypatch, *places)
    ran = Ran("heatmapexport", FOLDER=tmp_path / "twee", **export)
    assert ran.well, ran.feedback.errors
    assert noted == {"material": False, "decide": False, "HeatmapProject": True, "export_pdf": True}
    assert ran.beats >= 5
    assert numbers(direct["PACKAGE"]) == numbers(ran.results["PACKAGE"])
    assert QImage(direct["PICTURE"]) == QImage(ran.results["PICTURE"])
    names = [sorted(path.name for path in (tmp_path / folder).iterdir()) for folder in ("een", "twee")]
    assert names[0] == names[1]


def test_a_project_is_made_beside_the_main_thread(chain, tmp_path):
    made = run("regiobeeld", FOLDER=tmp_path, **chain)
    output = tmp_path / "kaart.qgz"
    ran = Ran("kaartproject", WORKSPACE=made["WORKSPACE"], BACKGROUND=False, OUTPUT=output)
    assert ran.well, ran.feedback.errors
    assert output.read_bytes().startswith(b"PK")


def test_layers_of_the_open_project_can_be_read(chain, region, tmp_path):
    found = QgsVectorLayer(str(region / "gemeenten.gpkg"), "gemeenten", "ogr")
    layer = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:28992&field=code:string&field=naam:string", "in het geheugen", "memory"
    )
    fields = layer.fields()
    for feature in found.getFeatures():
        code, name = feature["code"], feature["naam"]
        feature.setFields(fields, True)
        feature["code"], feature["naam"] = code, name
        assert layer.dataProvider().addFeatures([feature])[0]
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    try:
        ran = Ran("regiobeeld", FOLDER=tmp_path / "uit", **{**chain, "GEMEENTEN": layer.id()})
    finally:
        QgsProject.instance().clear()
    assert ran.well, ran.feedback.errors
    assert len(tables(ran.results["WORKSPACE"])["gemeenten"]) == 2


# Other ends --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", ["MapProject", "add_page", "render_picture"])
def test_cancelling_between_pieces_leaves_no_file(chain, tmp_path, monkeypatch, at):
    feedback, function = Hearing(), getattr(maps, at)

    def cancelling(*given, **more):
        feedback.cancel()
        return function(*given, **more)

    monkeypatch.setattr(maps, at, cancelling)
    cleared = noting(monkeypatch, (main_thread, "clear_up_on_main_thread"))
    ran = Ran("regiobeeld", feedback, FOLDER=tmp_path / "uit", **chain)
    assert not ran.well
    assert list((tmp_path / "uit").iterdir()) == []
    assert cleared == {"clear_up_on_main_thread": False}


def test_cancelling_an_export_between_pieces_leaves_no_file(export, tmp_path, monkeypatch):
    feedback, function = Hearing(), package.render_picture

    def cancelling(*given):
        feedback.cancel()
        return function(*given)

    monkeypatch.setattr(package, "render_picture", cancelling)
    ran = Ran("heatmapexport", feedback, FOLDER=tmp_path / "uit", **export)
    assert not ran.well
    assert not (tmp_path / "uit").exists() or list((tmp_path / "uit").iterdir()) == []


def test_an_error_in_the_main_thread_ends_the_task_with_its_sentence(chain, tmp_path, monkeypatch):
    def failing(*_):
        assert on_it()
        raise OutputError(file="kaart.qgz", reason="the disk is full")

    monkeypatch.setattr(maps, "add_page", failing)
    ran = Ran("regiobeeld", FOLDER=tmp_path / "uit", **chain)
    assert not ran.well
    assert ran.feedback.errors == ["kaart.qgz can't be written: the disk is full."]
    assert list((tmp_path / "uit").iterdir()) == []


def test_an_unforeseen_error_tells_its_place_and_not_its_text(chain, tmp_path, monkeypatch):
    def failing(*_):
        raise KeyError("Wrzesniewska")

    monkeypatch.setattr(maps, "add_page", failing)
    ran = Ran("regiobeeld", FOLDER=tmp_path / "uit", **chain)
    (said,) = ran.feedback.errors
    assert not ran.well
    assert "Unexpected KeyError in failing" in said
    assert "Wrzesniewska" not in said


# The hand-over itself ----------------------------------------------------------------------------------------------


class Worker(threading.Thread):
    """Runs a function beside the main thread and keeps what became of it."""

    def __init__(self, function):
        super().__init__(daemon=True)
        self._function, self.result, self.error = function, None, None
        self.start()

    def run(self):
        try:
            self.result = self._function()
        except BaseException as error:
            self.error = error

    def finish(self):
        """Lets the main thread go round until it is ready."""
        until = time.monotonic() + 20
        while self.is_alive() and time.monotonic() < until:
            QCoreApplication.processEvents()
            time.sleep(0.005)
        assert not self.is_alive()
        return self


def test_on_the_main_thread_a_piece_is_done_at_once(qgis_app):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    assert on_main_thread(on_it, feedback) is True
    with pytest.raises(ZeroDivisionError):
        on_main_thread(lambda: 1 / 0, feedback)


def test_results_and_errors_come_back(qgis_app):
    feedback = QgsProcessingFeedback()
    assert Worker(lambda: on_main_thread(on_it, feedback)).finish().result is True
    error = Worker(lambda: on_main_thread(lambda: 1 / 0, feedback)).finish().error
    assert isinstance(error, ZeroDivisionError)


def test_a_piece_that_was_not_begun_is_cancelled_for_good(qgis_app):
    feedback, done = QgsProcessingFeedback(), []
    worker = Worker(lambda: on_main_thread(lambda: done.append(1), feedback))
    time.sleep(0.1)  # the main thread is busy with this test
    feedback.cancel()
    worker.join(5)
    assert isinstance(worker.error, Cancelled)
    worker.finish()
    QCoreApplication.processEvents()
    assert done == []


def test_a_piece_that_was_begun_is_waited_for(qgis_app):
    feedback, done = QgsProcessingFeedback(), []

    def piece():
        feedback.cancel()
        time.sleep(0.2)
        done.append(1)
        return "made"

    assert Worker(lambda: on_main_thread(piece, feedback)).finish().result == "made"
    assert done == [1]
    assert isinstance(Worker(lambda: MainThread(feedback).do(piece)).finish().error, Cancelled)
    assert done == [1]


def test_a_main_thread_that_waits_for_us_is_not_waited_for(qgis_app, monkeypatch):
    monkeypatch.setattr(main_thread, "PATIENCE", 0.2)
    done = []
    worker = Worker(lambda: on_main_thread(lambda: done.append(1), QgsProcessingFeedback()))
    worker.join(5)
    assert isinstance(worker.error, MainThreadBusyError)
    assert str(worker.error).endswith("run again.")
    QCoreApplication.processEvents()
    assert done == []


def test_clearing_up_is_done_after_a_cancel_and_never_waits_for_long(qgis_app, monkeypatch):
    monkeypatch.setattr(main_thread, "_PATIENCE_AFTER", 0.2)
    done = []
    worker = Worker(lambda: clear_up_on_main_thread(lambda: done.append(on_it())))
    worker.join(5)
    assert not worker.is_alive()
    assert worker.error is None
    QCoreApplication.processEvents()
    assert done == [True]


def test_no_algorithm_asks_for_the_main_thread(algorithms):  # noqa: F811
    from qgis.core import QgsProcessingAlgorithm

    asking = [name for name, one in algorithms.items() if one.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading]
    assert asking == []
