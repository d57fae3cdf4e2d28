"""What holds for every dialog: names, labels, keys, a small screen, large letters and long words."""

from __future__ import annotations

from datetime import date

import pytest
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableWidget,
    QWidget,
)

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.defaults import Defaults
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import Channel, LocationList, Share, Sources
from arbeidsmigratie.arbeidsmigratie_plugin.gui.dialogs.lists import ListDialog, PolicyDialog
from arbeidsmigratie.arbeidsmigratie_plugin.gui.dialogs.sharing import ShareDialog
from arbeidsmigratie.arbeidsmigratie_plugin.gui.dialogs.sources import SourcesDialog
from arbeidsmigratie.arbeidsmigratie_plugin.gui.wizard import ProjectDialog
from arbeidsmigratie.arbeidsmigratie_plugin.version import ROOT
from tests.gui.test_wizard import FULL

TODAY = date(2026, 7, 20)
SHARES = (Share("Gemeente Venlo", "gebieden kiezen", "Huisvestingswet 2014", "2027-01-01", 8),)
ITEM = LocationList("signaal", "Meldingen", "er niet.csv", 3, {"aantal": "D"})

MAKERS = {
    "project": lambda folder: ProjectDialog(None, FULL, str(folder), Defaults(), TODAY),
    "fetch": lambda folder: SourcesDialog(None, Sources(Channel.WFS, buitenland="be.gpkg"), "de-peel", folder),
    "own": lambda folder: SourcesDialog(None, Sources(Channel.OWN), "de-peel", folder),
    "list": lambda folder: ListDialog(None, ITEM, [], folder),
    "policy": lambda folder: PolicyDialog(None, str(ROOT / "resources" / "templates" / "beleid.csv")),
    "share": lambda folder: _chosen(ShareDialog(None, FULL, SHARES, TODAY)),
}

INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractButton, QgsFileWidget, QTableWidget)


class Longer(QTranslator):
    """Every text a third longer, as Dutch is."""

    def translate(self, context, text, *_):
        return f"{text} {('langere woorden ' * 30)[: len(text) // 3 + 1]}" if context == "@default" and text else ""

    def isEmpty(self):
        return False


def _chosen(dialog):
    dialog.findChild(QWidget, "recipient").setCurrentIndex(0)
    return dialog


@pytest.fixture(params=list(MAKERS))
def dialog(request, qgis_app, tmp_path):
    made = MAKERS[request.param](tmp_path)
    made.show()
    _settle()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def hard(qgis_app):
    """Letters of 125 % and long words."""
    font, longer = QApplication.font(), Longer()
    larger = QApplication.font()
    larger.setPointSizeF(larger.pointSizeF() * 1.25)
    QApplication.setFont(larger)
    QCoreApplication.installTranslator(longer)
    yield
    QCoreApplication.removeTranslator(longer)
    QApplication.setFont(font)


def _settle():
    for _ in range(12):
        QApplication.processEvents()


def _inputs(dialog):
    """What a user fills in or presses, but not the parts that Qt or QGIS made of it."""
    for one in dialog.findChildren(INPUTS):
        made_by = one.parentWidget()
        if not isinstance(made_by, INPUTS) and one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield one


def test_every_input_has_a_name_of_its_own(dialog):
    ours = [one for one in _inputs(dialog) if "collapse" not in one.objectName().lower()]
    names = [one.objectName() for one in ours if not one.objectName().startswith(("qt_", "__qt_"))]
    assert len(names) > 3
    assert all(names), [one.metaObject().className() for one in ours if not one.objectName()]
    assert len(set(names)) == len(names)


def test_every_name_is_listed(dialog):
    told = " ".join(one.__doc__ or "" for one in type(dialog).__mro__ if one.__module__.startswith("arbeidsmigratie"))
    if isinstance(dialog, ProjectDialog):
        from arbeidsmigratie.arbeidsmigratie_plugin.gui.wizard import pages, region

        told += "".join(one.__doc__ for one in (pages.RegionPage, pages.PurposePage, pages.FolderPage))
        told += region.RegionChoice.__doc__
    for one in _inputs(dialog):
        name = one.objectName()
        if name and not name.startswith(("qt_", "__qt_")) and "collapse" not in name.lower():
            assert name in told, name


def test_every_label_leads_to_its_field(dialog):
    labels = [one for one in dialog.findChildren(QLabel) if one.objectName().endswith("_label")]
    assert labels
    for label in labels:
        assert label.buddy() is not None, label.objectName()
        assert label.buddy().accessibleName() or isinstance(label.buddy(), QComboBox), label.objectName()


def test_the_first_field_has_the_keys_and_the_buttons_come_last(dialog):
    buttons = ("ok_button", "cancel_button", "next_button", "finish_button", "back_button")
    first = dialog.focusWidget()
    assert first is None or first.objectName() not in buttons
    order, one = [], dialog.nextInFocusChain()
    while one is not dialog:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(dialog) and one.isEnabled():
            order.append(one)
        one = one.nextInFocusChain()
    if isinstance(dialog, QDialog) and not isinstance(dialog, ProjectDialog):
        names = [one.objectName() for one in order]
        assert min(names.index(name) for name in names if name in buttons) >= len(names) - 2
        tops = [one.mapTo(dialog, one.rect().topLeft()).y() for one in order if one.objectName() not in buttons]
        assert tops == sorted(tops)


def test_escape_closes_it(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == int(QDialog.DialogCode.Rejected)


@pytest.mark.parametrize("name", ["own", "list"])
def test_enter_does_not_cancel_while_something_is_wrong(qgis_app, tmp_path, name):
    dialog = MAKERS[name](tmp_path)
    dialog.show()
    dialog.activateWindow()
    _settle()
    assert not dialog.findChild(QWidget, "ok_button").isEnabled()
    QTest.keyClick(dialog.findChild(QgsFileWidget).lineEdit(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.deleteLater()


def test_enter_on_cancel_cancels(qgis_app, tmp_path):
    dialog = MAKERS["policy"](tmp_path)
    dialog.show()
    dialog.activateWindow()
    _settle()
    assert dialog.findChild(QWidget, "ok_button").isEnabled()
    dialog.findChild(QWidget, "cancel_button").setFocus()
    QTest.keyClick(dialog.findChild(QWidget, "cancel_button"), Qt.Key.Key_Return)
    assert dialog.result() == int(QDialog.DialogCode.Rejected)
    assert not dialog.isVisible()
    dialog.deleteLater()


@pytest.mark.parametrize("name", list(MAKERS))
def test_nothing_is_cut_off_on_a_small_screen(hard, tmp_path, name):
    dialog = MAKERS[name](tmp_path)
    dialog.show()
    dialog.resize(680, 600)
    _settle()
    assert (dialog.width(), dialog.height()) == (680, 600)
    _check_pages(dialog)
    dialog.close()
    dialog.deleteLater()


def _check_pages(dialog):
    pages = 3 if isinstance(dialog, ProjectDialog) else 1
    for _ in range(pages):
        for area in dialog.findChildren(QScrollArea):
            if area.isVisible():
                assert area.widget().width() <= area.viewport().width(), dialog.objectName()
                _check_labels(area.widget())
        if pages > 1:
            dialog.next()
            _settle()


def _check_labels(widget):
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_it_remembers_its_size(qgis_app, tmp_path):
    first = MAKERS["list"](tmp_path)
    first.show()
    first.resize(777, 555)
    first.close()
    second = MAKERS["list"](tmp_path)
    second.show()
    _settle()
    assert (second.width(), second.height()) == (777, 555)
    for one in (first, second):
        one.deleteLater()
