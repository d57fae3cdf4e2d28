"""The dialogs of the steps: what they give, and what they say is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget

from arbeidsmigratie.arbeidsmigratie_plugin.core.limits import LIST_KINDS
from arbeidsmigratie.arbeidsmigratie_plugin.core.location_list import list_catalogue
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import Channel, LocationList, Record, Share, Sources
from arbeidsmigratie.arbeidsmigratie_plugin.gui.breakable import whole
from arbeidsmigratie.arbeidsmigratie_plugin.gui.dialogs.lists import ListDialog, PolicyDialog
from arbeidsmigratie.arbeidsmigratie_plugin.gui.dialogs.sharing import ShareDialog
from arbeidsmigratie.arbeidsmigratie_plugin.gui.dialogs.sources import SourcesDialog
from arbeidsmigratie.arbeidsmigratie_plugin.version import ROOT
from tests.gui.test_wizard import FULL

TODAY = date(2026, 7, 20)
FETCHED = Sources()
ACCEPTED = int(QDialog.DialogCode.Accepted)


@pytest.fixture
def shown(qgis_app):
    """Shows dialogs, and lets them go after the test."""
    found = []

    def show(dialog):
        dialog.show()
        QApplication.processEvents()
        found.append(dialog)
        return dialog

    yield show
    for dialog in found:
        dialog.deleteLater()


def child(dialog, name):
    found = dialog.findChild(QWidget, name)
    assert found is not None, name
    return found


def click(dialog, name):
    QTest.mouseClick(child(dialog, name), Qt.MouseButton.LeftButton)


def problem(dialog, name):
    label = dialog.findChild(QLabel, f"{name}_problem")
    return "" if label.parentWidget().isHidden() else whole(label.text())


# Source data ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def sources(shown, region):
    def show(given=FETCHED, name="noord-limburg", folder=region):
        return shown(SourcesDialog(None, given, name, folder))

    return show


def test_fetching_from_pdok_needs_nothing(sources):
    dialog = sources()
    assert "Noord-Limburg" in child(dialog, "intro").text()
    assert child(dialog, "from_pdok").isChecked()
    click(dialog, "ok_button")
    assert dialog.result() == ACCEPTED
    assert dialog.chosen() == Sources()


def test_the_wfs_and_the_guard_zone(sources):
    dialog = sources()
    child(dialog, "use_wfs").click()
    child(dialog, "guard").setValue(5000)
    assert dialog.chosen() == Sources(Channel.WFS, guard=5000)
    assert child(sources(Sources(Channel.WFS)), "use_wfs").isVisible()


def test_own_files_are_looked_at_and_remembered_by_the_project(sources, region):
    dialog = sources()
    child(dialog, "from_own").click()
    assert not child(dialog, "ok_button").isEnabled()
    assert all(problem(dialog, name) for name in ("own_bag", "own_gemeenten"))
    child(dialog, "own_bag").setFilePath(str(region / "bag.gpkg"))
    child(dialog, "own_gemeenten").setFilePath(str(region / "gemeenten.gpkg"))
    assert child(dialog, "ok_button").isEnabled()
    found = Sources(Channel.OWN, bag="bag.gpkg", gemeenten="gemeenten.gpkg")
    assert dialog.chosen() == found
    again = sources(replace(found, record=Record("x")))
    assert again.chosen() == found
    assert child(again, "own_bag").isVisible()
    assert not child(again, "guard").isVisible()


@pytest.mark.parametrize(
    ("field", "file"),
    [
        ("own_bag", "gemeenten.gpkg"),
        ("own_bag", "levering.xlsx"),
        ("own_bag", "er niet.gpkg"),
        ("own_gemeenten", "levering.xlsx"),
        ("own_context", "gemeenten.gpkg"),
        ("buitenland", "er niet.gpkg"),
    ],
)
def test_another_file_than_it_should_be_is_said_under_the_field(sources, region, field, file):
    dialog = sources(Sources(Channel.OWN, bag="bag.gpkg", gemeenten="gemeenten.gpkg"))
    assert child(dialog, "ok_button").isEnabled()
    child(dialog, field).setFilePath(str(region / file))
    assert problem(dialog, field).endswith(".")
    assert Path(file).name in problem(dialog, field)
    assert not child(dialog, "ok_button").isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    dialog.accept()
    assert dialog.isVisible()


def test_the_national_file_must_be_that(sources, region):
    dialog = sources()
    child(dialog, "from_national").click()
    assert problem(dialog, "national_file")
    child(dialog, "national_file").setFilePath(str(region / "gemeenten.gpkg"))
    assert "gemeenten.gpkg" in problem(dialog, "national_file")
    child(dialog, "national_file").setFilePath(str(region / "bag.gpkg"))
    assert dialog.chosen() == Sources(Channel.NATIONAL, file="bag.gpkg")
    assert child(dialog, "ok_button").isEnabled()


def test_what_does_not_belong_to_the_choice_is_forgotten(sources, region):
    dialog = sources(Sources(Channel.OWN, bag="bag.gpkg", gemeenten="gemeenten.gpkg", buitenland="gemeenten.gpkg"))
    child(dialog, "from_pdok").click()
    assert dialog.chosen() == Sources(buitenland="gemeenten.gpkg")


def test_a_file_elsewhere_keeps_its_whole_path(sources, region, tmp_path):
    dialog = sources(folder=tmp_path)
    child(dialog, "from_national").click()
    child(dialog, "national_file").setFilePath(str(region / "bag.gpkg"))
    assert dialog.chosen().file == str(region / "bag.gpkg")


def test_a_file_is_looked_at_once(sources, region, monkeypatch):
    from arbeidsmigratie.arbeidsmigratie_plugin.sources import suitable

    looked = []
    monkeypatch.setattr(suitable, "check_bag", looked.append)
    dialog = sources(Sources(Channel.OWN, bag="bag.gpkg", gemeenten="gemeenten.gpkg"))
    for value in (100, 200, 300):
        child(dialog, "guard").setValue(value)
        dialog.refresh()
    assert looked == [region / "bag.gpkg"]


# A location list -----------------------------------------------------------------------------------------------------


@pytest.fixture
def lists(shown, tmp_path):
    (tmp_path / "vergunningen.xlsx").write_bytes(b"x")
    (tmp_path / "foto.png").write_bytes(b"x")

    def show(item=None, taken=()):
        return shown(ListDialog(None, item, taken, tmp_path))

    return show


def kind(dialog, name):
    combo = child(dialog, "kind")
    combo.setCurrentIndex(combo.findData(name))


def test_a_list_of_each_kind(lists, tmp_path):
    dialog = lists()
    assert all(problem(dialog, name) for name in ("file", "kind", "name"))
    child(dialog, "file").setFilePath(str(tmp_path / "vergunningen.xlsx"))
    told = set()
    for one in LIST_KINDS:
        kind(dialog, one)
        told.add(child(dialog, "kind_explained").text())
        assert "number" in child(dialog, "kind_explained").text()
        assert child(dialog, "mapping").rowCount() == len(list_catalogue(one).fields)
        found = dialog.chosen()
        assert (found.kind, found.file, bool(found.name)) == (one, "vergunningen.xlsx", True)
        assert child(dialog, "ok_button").isEnabled()
    assert len(told) == len(LIST_KINDS)


def test_fields_of_a_list_are_named_for_people(lists):
    dialog = lists()
    for one in LIST_KINDS:
        kind(dialog, one)
        table = child(dialog, "mapping")
        for at in range(table.rowCount()):
            assert table.item(at, 0).text() != table.item(at, 0).data(Qt.ItemDataRole.UserRole)


def test_the_name_follows_the_kind_until_it_is_given(lists):
    dialog = lists(taken=["Permits"])
    kind(dialog, "vergunning")
    assert child(dialog, "name").text() == "Permits 2"
    kind(dialog, "controle")
    assert child(dialog, "name").text() == "Checks"
    child(dialog, "name").clear()
    QTest.keyClicks(child(dialog, "name"), "PERMITS")
    assert problem(dialog, "name")
    QTest.keyClicks(child(dialog, "name"), " noord")
    kind(dialog, "vergunning")
    assert dialog.chosen().name == "PERMITS noord"


@pytest.mark.parametrize("file", ["foto.png", "er niet.csv", ""])
def test_a_file_that_is_no_list(lists, tmp_path, file):
    dialog = lists()
    kind(dialog, "controle")
    child(dialog, "file").setFilePath(str(tmp_path / file))
    assert problem(dialog, "file")
    assert not child(dialog, "ok_button").isEnabled()


def test_a_list_comes_back_as_it_was(lists):
    item = LocationList("signaal", "Meldingen", "vergunningen.xlsx", 3, {"aantal": "D", "status": "Soort"}, Record("x"))
    dialog = lists(item, ["Permits"])
    assert dialog.chosen() == replace(item, record=None)
    assert child(dialog, "header_row").isVisible()
    child(dialog, "header_row").setValue(0)
    assert dialog.chosen().header_row is None
    kind(dialog, "leegstand")  # which has no status
    assert dialog.chosen().mapping == {"aantal": "D"}
    assert dialog.chosen().name == "Meldingen"


# Policy --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def policy(shown):
    return lambda path="": shown(PolicyDialog(None, str(path)))


def test_no_policy_is_allowed(policy):
    dialog = policy()
    assert dialog.chosen() == ""
    assert child(dialog, "policies").isHidden()
    assert child(dialog, "ok_button").isEnabled()


def test_a_policy_table_is_shown_as_it_is_read(policy):
    dialog = policy(ROOT / "resources" / "templates" / "beleid.csv")
    table = child(dialog, "policies")
    cells = [[table.item(row, at).text() for at in range(7)] for row in range(table.rowCount())]
    assert [row[0] for row in cells] == ["9801", "9802", "9803"]
    assert cells[0][3:] == ["no", "yes", "handhaven", "yes"]
    assert cells[2][4:] == ["", "", ""]  # unknown is never no
    assert "98" in child(dialog, "policies_note").text()


def test_a_table_that_can_not_be_used_is_said(policy, tmp_path):
    (tmp_path / "beleid.csv").write_text("gemeentecode;norm_m2\n0983;1200\n")
    dialog = policy()
    child(dialog, "policy").setFilePath(str(tmp_path / "beleid.csv"))
    assert "beleid.csv" in problem(dialog, "policy")
    assert not child(dialog, "ok_button").isEnabled()
    child(dialog, "policy").setFilePath("")
    assert child(dialog, "ok_button").isEnabled()


def test_an_example_table_is_saved_and_taken(policy, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "beleid"), ""))
    dialog = policy()
    click(dialog, "save_template")
    assert dialog.chosen() == str(tmp_path / "beleid.csv")
    assert child(dialog, "policies").rowCount() == 3
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    click(dialog, "save_template")
    assert dialog.chosen() == str(tmp_path / "beleid.csv")
    dialog.save_template(tmp_path / "er niet" / "beleid.csv")
    assert problem(dialog, "policy")


# Sharing -------------------------------------------------------------------------------------------------------------

EARLIER = (Share("RIEC Limburg", "aanpak van misstanden", "RIEC-convenant", "2026-12-31", 7, Record("x")),)


@pytest.fixture
def sharing(shown):
    return lambda project=FULL, earlier=EARLIER: shown(ShareDialog(None, project, earlier, TODAY))


def name(dialog, recipient):
    combo = child(dialog, "recipient")
    combo.lineEdit().clear()
    QTest.keyClicks(combo.lineEdit(), recipient)


def test_sharing_is_said_for_each_recipient(sharing):
    dialog = sharing()
    assert not child(dialog, "ok_button").isEnabled()
    assert problem(dialog, "recipient")
    name(dialog, "Gemeente Venray")
    assert child(dialog, "purpose").toPlainText() == FULL.purpose
    assert not child(dialog, "ok_button").isEnabled()
    assert problem(dialog, "confirmed")
    click_box = child(dialog, "confirmed")
    click_box.click()
    assert child(dialog, "ok_button").isEnabled()
    assert dialog.chosen() == Share("Gemeente Venray", FULL.purpose, FULL.basis, "2027-07-20", 8)
    name(dialog, "Provincie Limburg")
    assert not click_box.isChecked()
    assert not child(dialog, "ok_button").isEnabled()


def test_what_the_matrix_says_is_seen_while_typing(sharing):
    dialog = sharing()
    for recipient, label, detail in (
        ("Stichting Ergens", "een andere ketenpartner", 8),
        ("RIEC Zeeland", "een RIEC", 8),
        ("eigen gemeente", "de eigen gemeente", 9),
        ("iedereen", "iedereen (publiek)", 7),
    ):
        name(dialog, recipient)
        assert label in child(dialog, "matrix_says").text()
        choices = child(dialog, "detail")
        assert choices.itemData(choices.count() - 1) == detail
        assert child(dialog, "matrix_says").isVisible()
    assert "classes" in child(dialog, "gets").text()
    assert "Not recognised" not in child(dialog, "matrix_says").text()
    assert "ddresses" in child(dialog, "gets_not").text()


def test_a_recipient_of_before_has_its_own_purpose_and_basis(sharing):
    dialog = sharing()
    combo = child(dialog, "recipient")
    assert combo.currentText() == ""
    combo.setCurrentIndex(combo.findText("RIEC Limburg"))
    found = dialog.chosen()
    assert (found.purpose, found.basis, found.resolution) == ("aanpak van misstanden", "RIEC-convenant", 7)


def test_no_longer_than_the_matrix_and_the_project_allow(sharing):
    dialog = sharing(replace(FULL, retention="2036-01-01"))
    name(dialog, "Stichting Ergens")
    days = child(dialog, "expires")
    assert days.maximumDate() == QDate(2026, 7, 20).addDays(366)
    assert days.minimumDate() == QDate(2026, 7, 21)
    dialog = sharing(replace(FULL, retention="2026-09-01"))
    name(dialog, "Stichting Ergens")
    assert child(dialog, "expires").maximumDate() == QDate(2026, 9, 1)
    child(dialog, "expires").setDate(QDate(2026, 8, 1))
    name(dialog, "Gemeente Venlo")
    assert dialog.chosen().expires == "2026-08-01"


def test_data_that_should_be_gone_are_not_shared(sharing):
    dialog = sharing(replace(FULL, retention="2026-07-01"))
    name(dialog, "Gemeente Venlo")
    child(dialog, "confirmed").click()
    assert problem(dialog, "expires")
    assert not child(dialog, "ok_button").isEnabled()


@pytest.mark.parametrize(("field", "text"), [("purpose", "x"), ("basis", "WGS"), ("basis", ""), ("basis", "a@b.nl")])
def test_words_that_will_not_do(sharing, field, text):
    dialog = sharing()
    name(dialog, "Gemeente Venlo")
    child(dialog, "confirmed").click()
    widget = child(dialog, field)
    (widget.setPlainText if field == "purpose" else widget.setText)(text)
    assert problem(dialog, field)
    assert not child(dialog, "ok_button").isEnabled()
    dialog.accept()
    assert dialog.isVisible()


def test_a_matrix_that_gives_nothing_says_so(sharing, tmp_path, monkeypatch):
    (tmp_path / "matrix.json").write_text('{"recipients": {"riec": {"products": {"heatmap": null}}}}')
    monkeypatch.setenv("ARBEIDSMIGRATIE_DEELMATRIX", str(tmp_path / "matrix.json"))
    dialog = sharing()
    name(dialog, "RIEC Limburg")
    child(dialog, "confirmed").click()
    assert problem(dialog, "recipient")
    assert child(dialog, "gets").parentWidget().isHidden()
    assert not child(dialog, "ok_button").isEnabled()
    name(dialog, "Gemeente Venlo")
    child(dialog, "confirmed").click()
    assert child(dialog, "ok_button").isEnabled()


def test_a_matrix_that_can_not_be_read_stops_sharing(sharing, tmp_path, monkeypatch):
    (tmp_path / "matrix.json").write_text("{")
    monkeypatch.setenv("ARBEIDSMIGRATIE_DEELMATRIX", str(tmp_path / "matrix.json"))
    dialog = sharing()
    name(dialog, "Gemeente Venlo")
    child(dialog, "confirmed").click()
    assert "matrix.json" in problem(dialog, "ok")
    assert not child(dialog, "ok_button").isEnabled()
