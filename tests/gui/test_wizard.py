"""The wizard for a project, walked by clicks and keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QLabel, QWidget

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.defaults import Defaults
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.folders import project_in
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.project import Project
from arbeidsmigratie.arbeidsmigratie_plugin.gui.breakable import whole
from arbeidsmigratie.arbeidsmigratie_plugin.gui.wizard import ProjectDialog

TODAY = date(2026, 7, 20)
OURS = '<qgis><properties><arbeidsmigratie><werk type="QString">{}</werk></arbeidsmigratie></properties></qgis>'
EMPTY, NOTHING = Project(), Defaults()

FULL = Project(
    name="Noord-Limburg 2026",
    region="noord-limburg",
    purpose="gebieden kiezen voor gezamenlijke controles",
    basis="Huisvestingswet 2014",
    dpia="DPIA-2026-014",
    advice="2026-02-03",
    retention="2027-07-20",
    responsible="Gemeente Venlo",
    peildatum="2026-07-01",
    resolution=9,
)


@pytest.fixture
def opened(qgis_app):
    """Opens wizards, and lets them go after the test."""
    shown = []

    def open_one(project=EMPTY, folder="", known=NOTHING):
        dialog = ProjectDialog(None, project, str(folder), known, TODAY)
        dialog.show()
        QApplication.processEvents()
        shown.append(dialog)
        return dialog

    yield open_one
    for dialog in shown:
        dialog.deleteLater()


def child(dialog, name):
    found = dialog.findChild(QWidget, name)
    assert found is not None, name
    return found


def click(dialog, name):
    QTest.mouseClick(child(dialog, name), Qt.MouseButton.LeftButton)


def type_in(dialog, name, text):
    widget = child(dialog, name)
    widget.setFocus()
    QTest.keyClicks(widget, text)


def choose(dialog, name, title):
    combo = child(dialog, name)
    combo.setCurrentIndex(combo.findText(title))
    combo.activated.emit(combo.currentIndex())


def problem(dialog, name):
    label = dialog.findChild(QLabel, f"{name}_problem")
    return "" if label.parentWidget().isHidden() else label.text()


def page(dialog):
    return dialog.currentPage().objectName()


def tick(dialog, name, on=False):
    rows = child(dialog, "municipalities")
    item = rows.findItems(name, Qt.MatchFlag.MatchStartsWith)[0]
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


# A new project -------------------------------------------------------------------------------------------------------


def test_a_project_is_made_in_three_pages(opened, tmp_path):
    dialog = opened(folder=tmp_path)
    assert not child(dialog, "next_button").isEnabled()
    assert problem(dialog, "region")
    choose(dialog, "region", "Noord-Limburg")
    assert problem(dialog, "region") == ""
    click(dialog, "next_button")
    assert page(dialog) == "purpose_page"
    type_in(dialog, "purpose", "gebieden kiezen")
    type_in(dialog, "basis", "Huisvestingswet 2014")
    type_in(dialog, "dpia", "DPIA-1")
    assert not child(dialog, "next_button").isEnabled()
    type_in(dialog, "responsible", "Gemeente Venlo")
    click(dialog, "next_button")
    assert page(dialog) == "folder_page"
    click(dialog, "finish_button")
    assert dialog.result() == int(QDialog.DialogCode.Accepted)
    project, folder = dialog.chosen()
    assert project == Project(
        name="Noord-Limburg 2026-07-20",
        region="noord-limburg",
        purpose="gebieden kiezen",
        basis="Huisvestingswet 2014",
        dpia="DPIA-1",
        retention="2027-07-20",
        responsible="Gemeente Venlo",
        peildatum="2026-07-20",
    )
    assert project.lacks(TODAY) == []
    assert folder == tmp_path / "noord-limburg-2026-07-20"
    assert not folder.exists()
    assert dialog.existing is None


def test_what_the_organisation_knows_is_not_asked(opened, tmp_path):
    known = Defaults(
        basis="Convenant, artikel 4",
        dpia="D-9",
        responsible="Gemeente Venray",
        retention_months=6,
        folder=str(tmp_path),
        region="de-peel",
        purpose="toezicht op wonen",
    )
    dialog = opened(known=known)
    for _ in range(2):
        QTest.keyClick(child(dialog, "next_button"), Qt.Key.Key_Space)
    click(dialog, "finish_button")
    project, folder = dialog.chosen()
    assert project.lacks(TODAY) == []
    assert (project.region, project.retention, project.responsible) == ("de-peel", "2027-01-20", "Gemeente Venray")
    assert folder.parent == tmp_path


def test_a_second_municipality_begins_with_what_the_first_one_had(opened, tmp_path):
    dialog = opened(replace(FULL, name="", region="0983"), tmp_path)
    assert child(dialog, "name").text() == "Venlo 2026-07-01"
    click(dialog, "next_button")
    click(dialog, "next_button")
    click(dialog, "finish_button")
    project, folder = dialog.chosen()
    assert project == replace(FULL, name="Venlo 2026-07-01", region="0983")
    assert folder == tmp_path / "venlo-2026-07-01"


def test_escape_chooses_nothing(opened):
    dialog = opened(FULL)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == int(QDialog.DialogCode.Rejected)
    assert not dialog.isVisible()


def test_the_open_project_of_qgis_is_left_alone(opened, tmp_path):
    before = (QgsProject.instance().fileName(), QgsProject.instance().isDirty(), QgsProject.instance().title())
    opened(FULL, tmp_path).accept()
    assert (QgsProject.instance().fileName(), QgsProject.instance().isDirty(), QgsProject.instance().title()) == before


# The region ----------------------------------------------------------------------------------------------------------


def test_one_municipality_less_and_one_more(opened):
    dialog = opened()
    choose(dialog, "region", "De Peel")
    tick(dialog, "Helmond")
    type_in(dialog, "more_municipalities", "venlo")
    click(dialog, "add_municipalities")
    project, _ = dialog.chosen()
    assert sorted(project.region.split(",")) == ["0743", "0762", "0847", "0983", "1652", "1659"]
    tick(dialog, "Venlo")
    tick(dialog, "Helmond", True)
    assert dialog.chosen()[0].region == "de-peel"


def test_enter_adds_a_municipality_and_stays_on_the_page(opened):
    dialog = opened(replace(FULL, name=""))
    type_in(dialog, "more_municipalities", "Breda")
    QTest.keyClick(child(dialog, "more_municipalities"), Qt.Key.Key_Return)
    assert page(dialog) == "region_page"
    assert "0758" in dialog.chosen()[0].region
    assert child(dialog, "more_municipalities").text() == ""


def test_what_was_typed_is_added_before_the_next_page(opened):
    dialog = opened(replace(FULL, name=""))
    type_in(dialog, "more_municipalities", "9999")
    click(dialog, "next_button")
    assert page(dialog) == "purpose_page"
    assert "9999" in dialog.chosen()[0].region


def test_a_municipality_that_was_merged_is_named_with_its_successor(opened):
    dialog = opened()
    choose(dialog, "region", "Other municipalities")
    type_in(dialog, "more_municipalities", "Weesp, Breda")
    click(dialog, "add_municipalities")
    said = dialog.findChild(QLabel, "municipalities_note")
    assert "Weesp" in said.text()
    assert "Amsterdam" in said.text()
    assert dialog.chosen()[0].region == "0758"
    click(dialog, "next_button")
    assert page(dialog) == "purpose_page" or dialog.chosen()[0].region == "0758"
    dialog.restart()
    child(dialog, "more_municipalities").setText("0363")
    click(dialog, "add_municipalities")
    assert dialog.chosen()[0].region == "0758,0363"
    assert said.parentWidget().isHidden()


def test_without_a_municipality_there_is_no_region(opened):
    dialog = opened(FULL)
    rows = child(dialog, "municipalities")
    for at in range(rows.count()):
        rows.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert problem(dialog, "region")
    assert not child(dialog, "next_button").isEnabled()


def test_a_name_that_was_given_stays(opened):
    dialog = opened()
    choose(dialog, "region", "De Peel")
    assert child(dialog, "name").text() == "De Peel 2026-07-20"
    child(dialog, "name").clear()
    type_in(dialog, "name", "Mijn project")
    choose(dialog, "region", "Noord-Limburg")
    assert dialog.chosen()[0].name == "Mijn project"


def test_a_proposed_name_follows_the_date_and_the_region_of_a_project_that_is_opened_again(opened):
    dialog = opened(replace(FULL, name="Noord-Limburg 2026-07-01"))
    child(dialog, "peildatum").setDate(QDate(2026, 7, 15))
    assert child(dialog, "name").text() == "Noord-Limburg 2026-07-15"
    choose(dialog, "region", "De Peel")
    assert dialog.chosen()[0].name == "De Peel 2026-07-15"


def test_another_name_stays_when_the_date_changes(opened):
    dialog = opened(replace(FULL, name="Ronde van 2026-07-01"))
    child(dialog, "peildatum").setDate(QDate(2026, 7, 15))
    assert dialog.chosen()[0].name == "Ronde van 2026-07-01"


def test_a_file_of_the_organisation_that_is_wrong_is_said(opened, tmp_path, monkeypatch):
    (tmp_path / "regios.json").write_text("{")
    monkeypatch.setenv("ARBEIDSMIGRATIE_REGIONS", str(tmp_path / "regios.json"))
    dialog = opened()
    assert "regios.json" in whole(dialog.findChild(QLabel, "regions_note").text())
    type_in(dialog, "more_municipalities", "0983")
    click(dialog, "add_municipalities")
    assert dialog.chosen()[0].region == "0983"


# Mistakes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [QDate(2026, 7, 21), QDate(2022, 10, 23)])
def test_a_reference_date_that_can_not_be(opened, day):
    dialog = opened(replace(FULL, name=""))
    child(dialog, "peildatum").setDate(day)
    assert problem(dialog, "peildatum")
    assert not child(dialog, "next_button").isEnabled()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("purpose", ""),
        ("purpose", "n.v.t."),
        ("purpose", "vraag j.jansen@example.org"),
        ("basis", "xxx"),
        ("dpia", " "),
        ("responsible", ""),
        ("responsible", "a@b.nl"),
    ],
)
def test_a_field_that_says_nothing_or_names_a_person(opened, field, text):
    dialog = opened(replace(FULL, name=""))
    click(dialog, "next_button")
    widget = child(dialog, field)
    (widget.setPlainText if field == "purpose" else widget.setText)(text)
    assert problem(dialog, field).endswith(".")
    assert not child(dialog, "next_button").isEnabled()


def test_a_retention_that_has_passed(opened):
    dialog = opened(replace(FULL, name=""))
    click(dialog, "next_button")
    child(dialog, "retention").setDate(QDate(2026, 7, 19))
    assert problem(dialog, "retention")
    child(dialog, "retention").setDate(QDate(2026, 7, 20))
    assert problem(dialog, "retention") == ""


def test_the_advice_may_be_left_out(opened):
    dialog = opened(FULL)
    assert child(dialog, "advised").isChecked()
    assert dialog.chosen()[0].advice == "2026-02-03"
    child(dialog, "advised").click()
    assert dialog.chosen()[0].advice == ""
    assert not child(dialog, "advice").isEnabled()


def at_the_folder(opened, folder):
    dialog = opened(replace(FULL, name=""), folder)
    click(dialog, "next_button")
    click(dialog, "next_button")
    return dialog


@pytest.mark.parametrize("where", ["", "ergens/anders", "bestand"])
def test_a_folder_that_can_not_be(opened, tmp_path, where):
    (tmp_path / "bestand").write_text("x")
    dialog = at_the_folder(opened, tmp_path)
    child(dialog, "folder").setFilePath(str(tmp_path / where) if where == "bestand" else where)
    assert problem(dialog, "folder")
    assert not child(dialog, "finish_button").isEnabled()


def test_a_cloud_is_a_warning_and_no_more(opened, tmp_path):
    dialog = at_the_folder(opened, tmp_path / "OneDrive - Gemeente")
    assert "OneDrive" in dialog.findChild(QLabel, "folder_cloud").text()
    assert child(dialog, "finish_button").isEnabled()


def test_a_project_that_is_there_already_can_be_opened(opened, tmp_path):
    (tmp_path / "project.qgs").write_text(OURS)
    dialog = at_the_folder(opened, tmp_path)
    assert child(dialog, "open_existing").isHidden()
    child(dialog, "folder").setFilePath(str(tmp_path))
    assert "project.qgs" in dialog.findChild(QLabel, "folder_existing").text()
    assert not child(dialog, "finish_button").isEnabled()
    click(dialog, "open_existing")
    assert dialog.existing == tmp_path / "project.qgs"
    assert dialog.result() == int(QDialog.DialogCode.Accepted)


def test_a_folder_that_was_chosen_stays(opened, tmp_path):
    dialog = at_the_folder(opened, tmp_path)
    child(dialog, "folder").setFilePath(str(tmp_path / "eigen"))
    click(dialog, "back_button")
    click(dialog, "back_button")
    choose(dialog, "region", "De Peel")
    assert dialog.chosen()[1] == tmp_path / "eigen"


def test_the_summary_says_what_was_chosen(opened, tmp_path):
    dialog = at_the_folder(opened, tmp_path)
    said = child(dialog, "summary").text()
    for word in ("Noord-Limburg", "RD New (EPSG:28992)", "Gemeente Venlo", "2027", "resolution 9"):
        assert word in said


# Changing one --------------------------------------------------------------------------------------------------------


def test_a_project_that_is_there_comes_back_unchanged(opened, tmp_path):
    dialog = opened(FULL, tmp_path)
    click(dialog, "finish_button")
    assert dialog.result() == int(QDialog.DialogCode.Accepted)
    assert dialog.chosen() == (FULL, tmp_path)


def test_its_folder_is_fixed_and_no_project_is_found_in_it(opened, tmp_path):
    (tmp_path / "project.qgs").write_text(OURS)
    dialog = opened(FULL, tmp_path)
    click(dialog, "next_button")
    click(dialog, "next_button")
    assert not child(dialog, "folder").isEnabled()
    assert child(dialog, "open_existing").isHidden()
    click(dialog, "finish_button")
    assert dialog.chosen() == (FULL, tmp_path)


def test_finishing_early_shows_the_page_on_which_something_is_wrong(opened, tmp_path):
    dialog = opened(replace(FULL, retention="2026-01-01"), tmp_path)
    click(dialog, "finish_button")
    assert dialog.isVisible()
    assert page(dialog) == "purpose_page"
    assert problem(dialog, "retention")
    child(dialog, "retention").setDate(QDate(2027, 1, 1))
    click(dialog, "finish_button")
    assert dialog.result() == int(QDialog.DialogCode.Accepted)


@pytest.mark.parametrize("region", ["9801, 9802", "Venlo, Ergens", "0889,0893,0907,0944,0983,0984"])
def test_other_municipalities_come_back_too(opened, region):
    found = opened(replace(FULL, region=region)).chosen()[0].region
    names = {"0983": "Venlo"}
    wanted = {part.strip() for part in region.split(",")}
    assert {names.get(code, code) if "Venlo" in wanted else code for code in found.split(",")} == wanted


def test_a_folder_may_be_below_the_home_of_the_user(opened):
    dialog = at_the_folder(opened, "")
    assert dialog.chosen()[1] == Path.home() / "arbeidsmigratie" / "noord-limburg-2026-07-01"


@pytest.mark.parametrize("suffix", [".qgz", ".qgs"])
def test_a_project_that_qgis_wrote_is_known_as_ours(qgis_app, tmp_path, suffix):
    project = QgsProject()
    assert project.write(str(tmp_path / f"ander{suffix}"))
    assert project_in(tmp_path) is None
    project.writeEntryBool("Paths", "/Absolute", False)
    project.writeEntry("arbeidsmigratie", "/iets", "voor het werk")
    project.writeEntry("arbeidsmigratie", "/werk", "{}")
    assert project.write(str(tmp_path / f"ons{suffix}"))
    assert project_in(tmp_path) == tmp_path / f"ons{suffix}"
