"""The work of the open project: remembered by its file, another with another project."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import Qgis, QgsProject

from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import OutputError
from arbeidsmigratie.arbeidsmigratie_plugin.core.refusals import ProjectThereError
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import Workflow
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.steps import State, Step
from arbeidsmigratie.arbeidsmigratie_plugin.gui.desk import Desk
from tests.gui.support import PROJECT, own_sources


@pytest.fixture
def desk(desktop):
    made = Desk(desktop)
    yield made
    made.close()


def test_a_project_file_remembers(desk, desktop, region, tmp_path):
    assert desk.begin(PROJECT, tmp_path / "nieuw")
    desk.update(replace(desk.workflow, sources=own_sources(region)))
    assert not QgsProject.instance().isDirty()
    before = desk.workflow
    QgsProject.instance().clear()
    assert desk.workflow == Workflow()
    assert desk.folder is None
    assert QgsProject.instance().read(str(tmp_path / "nieuw" / "proefregio-2026.qgz"))
    assert desk.workflow == before
    assert desk.folder == tmp_path / "nieuw"
    assert desk.statuses()[Step.PROJECT].state == State.DONE
    assert QgsProject.instance().crs().authid() == "EPSG:28992"


def test_a_project_that_moved_with_its_folder_still_finds_its_files(desk, tmp_path):
    desk.begin(PROJECT, tmp_path / "een")
    made = tmp_path / "een" / "regio.gpkg"
    made.write_bytes(b"x")
    record = desk.record({"WORKSPACE": str(made), "KEPT": 3, "OK": True, "SAID": "words"}, {})
    assert record.files == {"WORKSPACE": "regio.gpkg"}
    assert record.numbers == {"KEPT": 3}
    desk.update(replace(desk.workflow, sources=replace(desk.workflow.sources, record=record)))
    (tmp_path / "een").rename(tmp_path / "twee")
    QgsProject.instance().read(str(tmp_path / "twee" / "proefregio-2026.qgz"))
    assert desk.surroundings().missing == frozenset()
    (tmp_path / "twee" / "regio.gpkg").unlink()
    assert desk.surroundings().missing == {"regio.gpkg"}


def test_what_was_done_is_saved_whatever_else_was_not(desk, region, tmp_path):
    desk.begin(PROJECT, tmp_path)
    QgsProject.instance().setDirty(True)
    desk.update(replace(desk.workflow, sources=own_sources(region)))
    assert not QgsProject.instance().isDirty()


def test_a_long_text_among_the_outputs_is_no_file(desk, tmp_path):
    desk.begin(PROJECT, tmp_path)
    record = desk.record({"COLUMNS_DROPPED": ", ".join(["kolom"] * 200), "DEEP": "/" + "x" * 300}, {})
    assert record.files == {}


def test_a_project_that_the_user_wants_to_keep_stays(desk, desktop, tmp_path):
    desktop.keeps_project = True
    QgsProject.instance().setTitle("Ander werk")
    assert not desk.begin(PROJECT, tmp_path)
    assert QgsProject.instance().title() == "Ander werk"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_can_not_be_written_is_named(desk, tmp_path):
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(OutputError, match="bestand"):
        desk.begin(PROJECT, tmp_path / "bestand" / "map")


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 99}', '{"version": 1}', '{"version": 1, "project": 3}'])
def test_a_damaged_memory_is_told_and_begins_anew(desk, desktop, tmp_path, text):
    QgsProject.instance().writeEntry("arbeidsmigratie", "/werk", text)
    QgsProject.instance().write(str(tmp_path / "stuk.qgz"))
    QgsProject.instance().read(str(tmp_path / "stuk.qgz"))
    assert desk.workflow == Workflow()
    assert [level for _, level in desktop.bar.said] == [Qgis.MessageLevel.Warning]


def test_a_plain_project_has_no_work_and_gets_none(desk, desktop, tmp_path):
    QgsProject.instance().write(str(tmp_path / "gewoon.qgz"))
    QgsProject.instance().read(str(tmp_path / "gewoon.qgz"))
    assert desk.workflow == Workflow()
    assert desktop.bar.said == []
    assert not QgsProject.instance().isDirty()


def test_a_project_that_is_there_is_not_replaced(desk, tmp_path):
    (tmp_path / "proefregio-2026.qgz").write_text("van een ander")
    QgsProject.instance().setTitle("Ander werk")
    with pytest.raises(ProjectThereError, match="proefregio-2026"):
        desk.begin(PROJECT, tmp_path)
    assert (tmp_path / "proefregio-2026.qgz").read_text() == "van een ander"
    assert QgsProject.instance().title() == "Ander werk"


def test_two_projects_in_one_folder_are_told_of(desk, desktop, tmp_path):
    desk.begin(PROJECT, tmp_path)
    QgsProject.instance().read(str(tmp_path / "proefregio-2026.qgz"))
    assert desktop.bar.said == []
    QgsProject.instance().write(str(tmp_path / "variant.qgz"))
    QgsProject.instance().read(str(tmp_path / "proefregio-2026.qgz"))
    assert "variant.qgz" in desktop.bar.said[-1][0]
