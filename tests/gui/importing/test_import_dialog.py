"""The preview of a delivery."""

from __future__ import annotations

import json
from datetime import date

import openpyxl
import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QSpinBox, QTableWidget, QWidget

from arbeidsmigratie.arbeidsmigratie_plugin.core.address import Address
from arbeidsmigratie.arbeidsmigratie_plugin.core.corrections import Correction, Decision
from arbeidsmigratie.arbeidsmigratie_plugin.gui.importing import ImportDialog, background
from arbeidsmigratie.arbeidsmigratie_plugin.gui.panel.ask import Asking
from arbeidsmigratie.arbeidsmigratie_plugin.sources.corrections import write_corrections
from arbeidsmigratie.arbeidsmigratie_plugin.sources.senders import Remembered, read_senders, remember
from tests import made

from ..conftest import settle, until


@pytest.fixture
def opened(desktop, request_of):
    """Opens a dialog and waits until it has read: opened(file, sender)."""
    dialogs = []

    def open_dialog(*asked, wait=True, **more):
        dialog = ImportDialog(desktop.window, request_of(*asked, **more))
        dialogs.append(dialog)
        dialog.show()
        if wait:
            read(dialog)
        return dialog

    yield open_dialog
    for dialog in dialogs:
        if not sip.isdeleted(dialog):
            dialog.reject()
            dialog.deleteLater()
    until(background.idle)
    settle()


def read(dialog):
    until(lambda: not any(work.busy for work in dialog.findChildren(background.Background)))
    settle()


def said(dialog, name):
    return dialog.findChild(QLabel, name).text().replace("\u200b", "")  # where a long name may break


def choose(dialog, column, field):
    box = dialog.findChild(QComboBox, f"field_of_column_{column}")
    box.setCurrentIndex(box.findData(field))
    box.activated.emit(box.currentIndex())
    read(dialog)


def texts(dialog):
    """Every text that any widget of a dialog holds."""
    found = []
    for widget in [dialog, *dialog.findChildren(QWidget)]:
        found += [widget.toolTip(), widget.windowTitle(), widget.accessibleName(), widget.whatsThis()]
        if isinstance(widget, QTableWidget):
            items = [widget.item(row, at) for row in range(widget.rowCount()) for at in range(widget.columnCount())]
            items += [widget.horizontalHeaderItem(at) for at in range(widget.columnCount())]
            found += [text for item in items if item for text in (item.text(), item.toolTip())]
        if isinstance(widget, QComboBox):
            found += [widget.itemText(at) for at in range(widget.count())]
        for name in ("text", "currentText", "placeholderText", "filePath", "toPlainText"):
            call = getattr(widget, name, None)
            try:
                found.append(str(call()) if callable(call) else "")
            except TypeError:
                continue
    return "\n".join(found)


def test_a_delivery_is_shown_masked_with_its_matching_rate(opened, region):
    dialog = opened(region / "levering.xlsx")
    table = dialog.findChild(QTableWidget, "preview_table")
    assert table.item(1, 0).text() == "•••••" and table.item(1, 0).font().strikeOut()
    assert table.horizontalHeaderItem(0).font().strikeOut() and not table.horizontalHeaderItem(0).icon().isNull()
    assert "BSN" in table.horizontalHeaderItem(0).toolTip()
    assert table.item(1, 6).text() == "Burgemeester Proefstraat" and not table.item(1, 6).font().strikeOut()
    assert "A (BSN)" in said(dialog, "privacy_sentence")
    assert "rows: " in said(dialog, "matched_rows") and "header on row 3" in said(dialog, "sheet_and_row")
    assert dialog.findChild(QPushButton, "ok_button").isEnabled()


def test_the_plan_is_what_was_shown(opened, region):
    dialog = opened(region / "levering.xlsx")
    assert dialog.plan() is None
    QTest.mouseClick(dialog.findChild(QPushButton, "ok_button"), Qt.MouseButton.LeftButton)
    plan = dialog.plan()
    assert (plan.sender, plan.header_row, plan.mapping) == ("Gemeente Proefwest", None, {})
    assert plan.file == str(region / "levering.xlsx") and plan.peildatum.isoformat() == "2025-07-01"


def test_cancelling_gives_no_plan(opened, region, profile):
    dialog = opened(region / "levering.xlsx")
    QTest.mouseClick(dialog.findChild(QPushButton, "cancel_button"), Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Rejected and dialog.plan() is None and not profile.exists()


def test_no_widget_ever_holds_a_cell_of_another_column(opened, region, odd):
    secrets = [*made.SECRETS, "geheim", "mevrouw", "Verzonnen", "0612345678"]
    for file in (region / "levering.xlsx", odd):
        dialog = opened(file)
        for row in (0, 1, 4, 5):
            dialog.findChild(QSpinBox, "header_row").setValue(row)
            until(lambda d=dialog: not d._quiet.isActive())
            read(dialog)
            held = texts(dialog).replace(str(file), "")
            assert not [secret for secret in secrets if secret in held], (file.name, row)


def test_odd_columns_are_mapped_by_hand_and_remembered(opened, odd, profile):
    dialog = opened(odd)
    assert not dialog.findChild(QPushButton, "ok_button").isEnabled()
    assert "No header was found" in said(dialog, "import_note")
    dialog.findChild(QSpinBox, "header_row").setValue(4)
    until(lambda: not dialog._quiet.isActive())
    read(dialog)
    assert dialog.findChild(QComboBox, "field_of_column_4") is None  # numbers of persons under the name of a letter
    choose(dialog, 3, "huisnummer")
    choose(dialog, 2, "postcode")
    assert "addresses: 39" in said(dialog, "matched_rows")
    QTest.mouseClick(dialog.findChild(QPushButton, "ok_button"), Qt.MouseButton.LeftButton)
    mapping = {"huisnummer": "Huisnr. (verblijf)", "postcode": "C"}
    assert dialog.plan().mapping == mapping and dialog.plan().header_row == 4
    assert read_senders(profile) == {"Gemeente Proefwest": Remembered(4, mapping)}

    again = opened(odd)
    assert again.findChild(QSpinBox, "header_row").value() == 4
    assert again.findChild(QPushButton, "ok_button").isEnabled()


def test_columns_that_do_not_fit_are_told_and_not_used(opened, region, profile):
    remember(profile, "Gemeente Proefwest", Remembered(4, {"huisnummer": "Huisnr. (verblijf)"}))
    dialog = opened(region / "levering.xlsx")
    assert "don't fit levering.xlsx" in said(dialog, "import_note")
    assert dialog.findChild(QSpinBox, "header_row").value() == 0
    assert dialog.findChild(QPushButton, "ok_button").isEnabled()
    QTest.mouseClick(dialog.findChild(QPushButton, "ok_button"), Qt.MouseButton.LeftButton)
    assert dialog.result(), (dialog._ready, dialog._columns)
    assert read_senders(profile)["Gemeente Proefwest"] == Remembered()


def test_a_remembered_header_row_does_not_swallow_rows(opened, tmp_path, profile):
    rows = [["9999AB", n, "0612345678", "17-04-1985"] for n in range(1, 12)]
    file = made.write_delivery(tmp_path / "nieuw.xlsx", rows, ["PC", "Nr", "Tel. privé", "Geb.dat"], title=False)
    remember(profile, "Gemeente Proefwest", Remembered(3, {"postcode": "A", "huisnummer": "B"}))
    dialog = opened(file or tmp_path / "nieuw.xlsx")
    assert "don't fit nieuw.xlsx" in said(dialog, "import_note")
    assert "header on row 1" in said(dialog, "sheet_and_row") and "rows: 11" in said(dialog, "matched_rows")
    assert dialog.plan() is None and not dialog._columns.chosen
    assert {dialog.findChild(QComboBox, f"field_of_column_{at}") for at in (2, 3)} == {None}


def test_names_of_sheets_and_merged_headers_show_nothing_of_a_person(opened, tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Wrzesniewska 123456782"
    page.append(["Verblijf van Wrzesniewska", None, "Persoon", None])
    page.append(["PC", "Nr", "Tel", None])
    page.merge_cells("A1:B1")
    page.merge_cells("C2:D2")
    for n in range(1, 6):
        page.append(["9999AB", n, "0612345678", "Kovacsne"])
    book.create_sheet("Ionescu").append(["Kovacsne"])
    book.save(tmp_path / "samengevoegd.xlsx")
    dialog = opened(tmp_path / "samengevoegd.xlsx")
    held = texts(dialog)
    assert not [one for one in ("Wrzesniewska", "123456782", "Ionescu", "Kovacsne", "0612345678") if one in held]
    assert "header on row 2" in said(dialog, "sheet_and_row") and "rows: 5" in said(dialog, "matched_rows")


def test_a_field_that_is_left_out_is_in_the_plan_and_can_be_taken_back(opened, region):
    dialog = opened(region / "levering.xlsx")
    choose(dialog, made.HEADER.index("16.11.10"), "")
    assert dialog._columns.mapping == {"straat": "-"}
    QTest.mouseClick(dialog.findChild(QPushButton, "recognise_again"), Qt.MouseButton.LeftButton)
    read(dialog)
    assert dialog._columns.mapping == {}


def test_too_few_columns_are_told(opened, region):
    dialog = opened(region / "levering.xlsx")
    for label in ("16.11.20", "16.11.90"):
        choose(dialog, made.HEADER.index(label), "")
    assert "Too few columns" in said(dialog, "import_note")
    assert not dialog.findChild(QPushButton, "ok_button").isEnabled()


def test_the_sender_must_be_filled_in(opened, region):
    dialog = opened(region / "levering.xlsx", sender="")
    assert "who sent" in said(dialog, "import_note")
    assert not dialog.findChild(QPushButton, "ok_button").isEnabled()
    dialog.findChild(QComboBox, "sender").setEditText("Gemeente Proefoost")
    assert dialog.findChild(QPushButton, "ok_button").isEnabled()


def test_what_is_wrong_with_a_file_is_one_sentence(opened, tmp_path):
    path = tmp_path / "levering.xlsx"
    path.write_bytes(b"%PDF-1.4")
    dialog = opened(path)
    assert "is not an Excel workbook" in said(dialog, "matched_note")
    assert not dialog.findChild(QPushButton, "ok_button").isEnabled()


def test_what_is_wrong_with_the_bag_is_one_sentence(opened, region):
    dialog = opened(region / "levering.xlsx", bag=region / "er-is-niets.gpkg")
    assert "er-is-niets.gpkg does not exist" in said(dialog, "matched_note")
    assert not dialog.findChild(QPushButton, "ok_button").isEnabled()


def test_corrections_of_the_project_count(opened, region, tmp_path):
    before = said(opened(region / "levering.xlsx"), "matched_levels")
    listed = Address(
        gemeentecode=made.WEST,
        postcode="9999AC",
        huisnummer=made.N,
        straat="Burgemeester Proefstraat",
        woonplaats="Proefdorp",
    )
    linked = Correction(listed, Decision.LINK, made.object_id("01", 3), date(2025, 1, 1))
    write_corrections(tmp_path / "rni_correcties.csv", [linked])
    after = said(opened(region / "levering.xlsx"), "matched_levels")
    assert "linked by hand: 1" in after and "linked by hand" not in before


@pytest.mark.parametrize("wait", [0, 0.05, 0.3])
@pytest.mark.parametrize("how", ["reject", "delete", "parent"])
def test_it_can_go_at_any_moment(desktop, request_of, region, wait, how):
    parent = QWidget(desktop.window)
    dialog = ImportDialog(parent, request_of(region / "levering.xlsx"))
    dialog.show()
    if wait:
        QTest.qWait(int(wait * 1000))
    if how == "reject":
        dialog.reject()
    elif how == "delete":
        sip.delete(dialog)
    else:
        sip.delete(parent)
    until(lambda: background.idle() and not QgsApplication.taskManager().activeTasks())
    settle()


@pytest.mark.parametrize("wait", [0, 50, 300])
@pytest.mark.parametrize("how", ["clear", "reject", "delete"])
def test_the_project_can_be_closed_while_it_reads(desktop, request_of, region, wait, how):
    asking = Asking(desktop.window)
    dialog = ImportDialog(desktop.window, request_of(region / "levering.xlsx"))

    def close():
        QgsProject.instance().clear()
        if how == "delete":
            sip.delete(dialog)
        elif how == "reject":
            asking.close()
        else:
            QTimer.singleShot(0, dialog.reject)

    QTimer.singleShot(wait, close)
    assert asking.ask(dialog) is False
    until(lambda: background.idle() and not QgsApplication.taskManager().activeTasks())
    settle()
    assert sip.isdeleted(dialog) or dialog.plan() is None


def test_a_newer_reading_takes_the_place_of_an_older_one(opened, region, odd):
    dialog = opened(region / "levering.xlsx", wait=False)
    for row in (1, 2, 3, 4, 3):
        dialog._header_chosen(row)
        dialog._read()
    read(dialog)
    assert "header on row 3" in said(dialog, "sheet_and_row")


def test_a_fault_tells_its_kind_and_no_cell():
    told = background.sentence(ValueError("Wrzesniewska-Proefpersoon"))
    assert "ValueError" in told and "Proefpersoon" not in told


def test_nothing_of_the_file_is_stored(opened, region, tmp_path, profile):
    dialog = opened(region / "levering.xlsx")
    dialog.accept()
    left = [path for path in tmp_path.rglob("*") if path.is_file() and path.parent.name != "regio"]
    assert left == [] or left == [profile]
    held = json.dumps([repr(vars(one)) for one in [dialog, *dialog.findChildren(QObject)] if hasattr(one, "__dict__")])
    assert not [secret for secret in made.SECRETS if secret in held]
