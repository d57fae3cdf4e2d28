"""Linking by hand."""

from __future__ import annotations

from datetime import date

import pytest
from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QTableWidget,
)

from arbeidsmigratie.arbeidsmigratie_plugin.core.corrections import Decision
from arbeidsmigratie.arbeidsmigratie_plugin.core.delivery import read_delivery
from arbeidsmigratie.arbeidsmigratie_plugin.core.rni import count_addresses
from arbeidsmigratie.arbeidsmigratie_plugin.gui.importing import UnmatchedDialog, background
from arbeidsmigratie.arbeidsmigratie_plugin.gui.importing.decisions import Decisions
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.layers import unmatched_table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.corrections import read_corrections
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import bag_layers, read_bag
from arbeidsmigratie.arbeidsmigratie_plugin.sources.table import open_table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.unmatched import read_unmatched
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests import made

from ..conftest import settle, until


@pytest.fixture(scope="module")
def unmatched(tmp_path_factory, region):
    """What is left of a delivery: a withdrawn home twice, two homes far out in the street, and one without address."""
    folder = tmp_path_factory.mktemp("over")
    rows = [*made.usual_rows(), made.row(made.N, 1), made.row(150, 2), made.row(160, 0), made.row(170, 0)]
    made.write_delivery(folder / "levering.csv", rows)
    delivery = read_delivery(open_table(folder / "levering.csv"), "levering.csv")
    counts = count_addresses(delivery, read_bag(bag_layers(region / "bag.gpkg")), date(2025, 7, 1))
    write(folder / "over.gpkg", [unmatched_table(counts, "2025-07-01")])
    return folder / "over.gpkg"


@pytest.fixture
def corrections(tmp_path):
    return tmp_path / "rni_correcties.csv"


@pytest.fixture
def opened(desktop, region, unmatched, corrections):
    dialogs = []

    def open_dialog(table=unmatched, wait=True):
        dialog = UnmatchedDialog(desktop.window, str(table), str(region / "bag.gpkg"), corrections)
        dialogs.append(dialog)
        dialog.show()
        if wait:
            until(lambda: not dialog._work.busy)
            settle()
        return dialog

    yield open_dialog
    for dialog in dialogs:
        if not sip.isdeleted(dialog):
            dialog._decisions = Decisions({}, date.today())
            dialog.reject()
            dialog.deleteLater()
    until(background.idle)
    settle()


def click(dialog, name):
    button = dialog.findChild(QPushButton, name)
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def enabled(dialog, name):
    return dialog.findChild(QPushButton, name).isEnabled()


def table(dialog):
    return dialog.findChild(QTableWidget, "unmatched_table")


def lines(dialog):
    return [table(dialog).item(row, 0).text() for row in range(table(dialog).rowCount())]


def go_to(dialog, number):
    row = next(at for at, line in enumerate(lines(dialog)) if f" {number}," in line)
    table(dialog).selectRow(row)
    return row


def candidates(dialog):
    found = dialog.findChild(QListWidget, "candidates")
    return [found.item(at).text() for at in range(found.count())]


def decision(dialog, row):
    return table(dialog).item(row, 3).text()


def test_the_most_registrations_come_first_and_what_can_not_be_decided_last(opened):
    dialog = opened()
    assert "120" in lines(dialog)[0] and table(dialog).item(0, 1).text() == "2"
    assert table(dialog).item(0, 2).text() == "BAG object not in use"
    assert decision(dialog, table(dialog).rowCount() - 1) == "—"


def test_candidates_have_a_reason_and_none_is_chosen_beforehand(opened):
    dialog = opened()
    go_to(dialog, made.N)
    found = candidates(dialog)
    assert "Burgemeester Proefstraat 60" in found[0] and "nearest house numbers" in found[0]
    assert not enabled(dialog, "link_button")


def test_a_candidate_elsewhere_comes_last_and_says_so(opened):
    """The delivery says that the address is in the other municipality than its postcode."""
    dialog = opened()
    go_to(dialog, made.N)
    warned = ["another municipality" in line for line in candidates(dialog)]
    assert warned == sorted(warned) and True in warned and not warned[0]
    assert "Burgemeester Proefstraat 118" in candidates(dialog)[warned.index(True)]


def test_an_address_is_linked_and_the_next_one_shown(opened, corrections):
    dialog = opened()
    row = go_to(dialog, made.N)
    dialog.findChild(QListWidget, "candidates").setCurrentRow(0)
    click(dialog, "link_button")
    assert decision(dialog, row) == "linked" and table(dialog).current != row
    click(dialog, "skip_button")
    assert not corrections.exists()
    click(dialog, "ok_button")
    assert dialog.result() == QDialog.DialogCode.Accepted and dialog.saved == 2
    saved = {one.decision: one for one in read_corrections(corrections).values()}
    assert saved[Decision.LINK].adresseerbaarobject_id == made.object_id("01", 60)
    assert saved[Decision.LINK].address.huisnummer == made.N
    assert set(saved) == {Decision.LINK, Decision.SKIP}


def test_with_the_keyboard_alone(opened):
    dialog = opened()
    go_to(dialog, made.N)
    found = dialog.findChild(QListWidget, "candidates")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(found, key)
    assert dialog._decisions.changed == 1
    go_to(dialog, 150)
    QTest.keyClick(dialog.findChild(QPushButton, "outside_button"), Qt.Key.Key_Space)
    assert dialog._decisions.changed == 2
    QTest.keyClick(dialog.findChild(QPushButton, "undo_button"), Qt.Key.Key_Space)
    assert dialog._decisions.changed == 1


def test_every_action_has_a_key_of_its_own(opened):
    buttons = opened().findChildren(QPushButton)
    keys = [
        button.shortcut().toString() for button in buttons if button.objectName() not in ("ok_button", "cancel_button")
    ]
    assert len(keys) == 5 == len(set(keys) - {""})


def test_a_decision_is_taken_back_and_replaced(opened):
    dialog = opened()
    row = go_to(dialog, 150)
    click(dialog, "skip_button")
    table(dialog).selectRow(row)
    click(dialog, "outside_button")
    assert decision(dialog, row) == "outside the region"
    click(dialog, "undo_button")
    assert decision(dialog, row) == "skipped" and table(dialog).current == row
    click(dialog, "undo_button")
    assert decision(dialog, row) == "" and not enabled(dialog, "undo_button") and not enabled(dialog, "ok_button")


def test_earlier_decisions_are_shown_and_can_be_withdrawn(opened, corrections):
    first = opened()
    row = go_to(first, 150)
    click(first, "outside_button")
    click(first, "ok_button")
    again = opened()
    assert decision(again, row) == "outside the region" and not enabled(again, "ok_button")
    go_to(again, 150)
    click(again, "clear_button")
    click(again, "ok_button")
    assert again.saved == 1 and read_corrections(corrections) == {}


def test_about_an_address_of_which_too_little_is_known_nothing_is_decided(opened):
    dialog = opened()
    table(dialog).selectRow(table(dialog).rowCount() - 1)
    assert not any(enabled(dialog, name) for name in ("link_button", "skip_button", "outside_button"))
    assert "Too little" in dialog.findChild(QLabel, "candidates_note").text()
    dialog._skip()
    assert dialog._decisions.changed == 0


def test_the_filter_and_what_has_a_decision(opened):
    dialog = opened()
    every = table(dialog).rowCount()
    shown = lambda: sum(not table(dialog).isRowHidden(row) for row in range(every))  # noqa: E731
    dialog.findChild(QLineEdit, "filter").setText("proefstraat 150")
    assert shown() == 1
    dialog.findChild(QLineEdit, "filter").setText("")
    go_to(dialog, 150)
    click(dialog, "skip_button")
    dialog.findChild(QCheckBox, "only_open").setChecked(True)
    assert shown() < every and table(dialog).isRowHidden(go_to(dialog, 150))


def test_what_is_not_saved_is_asked_about(opened, corrections, monkeypatch):
    answers = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answers.pop(0))
    dialog = opened()
    go_to(dialog, 150)
    click(dialog, "skip_button")
    answers.append(QMessageBox.StandardButton.Cancel)
    click(dialog, "cancel_button")
    assert dialog.isVisible()
    answers.append(QMessageBox.StandardButton.Save)
    click(dialog, "cancel_button")
    assert dialog.saved == 1 and corrections.is_file()
    other = opened()
    go_to(other, 160)
    click(other, "skip_button")
    answers.append(QMessageBox.StandardButton.Discard)
    click(other, "cancel_button")
    assert other.saved == 0 and len(read_corrections(corrections)) == 1


def test_a_file_that_can_not_be_saved_keeps_the_decisions(opened, corrections):
    dialog = opened()
    go_to(dialog, 150)
    click(dialog, "skip_button")
    corrections.mkdir()
    click(dialog, "ok_button")
    assert dialog.isVisible() and dialog._decisions.changed == 1
    assert "rni_correcties.csv" in dialog.findChild(QLabel, "unmatched_note").text().replace("\u200b", "")
    corrections.rmdir()


def test_another_table_is_told(opened, region):
    dialog = opened(region / "bag.gpkg")
    assert "can't be used as unmatched addresses" in dialog.findChild(QLabel, "unmatched_note").text()


def test_nothing_of_a_person_is_shown(opened):
    dialog = opened()
    held = "\n".join(lines(dialog) + candidates(dialog))
    assert not [secret for secret in made.SECRETS if secret in held]


@pytest.mark.parametrize("wait", [0, 50])
def test_it_can_go_at_any_moment(opened, wait):
    dialog = opened(wait=False)
    QTest.qWait(wait)
    sip.delete(dialog)
    until(lambda: background.idle() and not QgsApplication.taskManager().activeTasks())
    settle()


def test_the_table_that_is_read_is_the_table_that_was_written(unmatched):
    rows = read_unmatched(unmatched)
    assert sum(row.registraties for row in rows) == 7
    assert {row.address.straat for row in rows} <= {"", "Burgemeester Proefstraat"}
