"""What does not fit is found, and what fits is left alone."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tools.desktop.cut_off import cut_off, plugin_widgets

LONG = "Registraties zonder adres in de BAG van deze gemeente"


@pytest.fixture
def window(qgis_app):
    dialog = QDialog()
    dialog.resize(600, 400)
    yield dialog
    dialog.close()


def shown(window: QWidget) -> list[str]:
    window.show()
    QApplication.processEvents()
    return cut_off([window])


def placed(window: QWidget, widget: QWidget, width: int, height: int = 40) -> QWidget:
    """Puts a widget somewhere, with a size that it did not choose."""
    widget.setParent(window)
    widget.setObjectName("it")
    widget.setGeometry(10, 10, width, height)
    widget.show()
    return widget


def combo(text: str) -> QComboBox:
    box = QComboBox()
    box.addItem(text)
    return box


def titled(box: QGroupBox) -> QGroupBox:
    box.setTitle(LONG)
    return box


@pytest.mark.parametrize(
    "make",
    [
        lambda: QLabel(LONG),
        lambda: QLabel(f"<b>{LONG}</b>"),
        lambda: QPushButton(LONG),
        lambda: QCheckBox(LONG),
        lambda: combo(LONG),
        lambda: QLineEdit(LONG),
        lambda: titled(QGroupBox()),
    ],
    ids=["label", "rich label", "button", "check box", "combo box", "field", "group"],
)
def test_text_wider_than_its_place(window, make):
    placed(window, make(), 90)
    assert any(finding.startswith("it <") for finding in shown(window))


@pytest.mark.parametrize(
    "make",
    [
        lambda: QLabel(LONG),
        lambda: QPushButton(LONG),
        lambda: QCheckBox(LONG),
        lambda: combo(LONG),
        lambda: QLineEdit(LONG),
        lambda: titled(QGroupBox()),
    ],
    ids=["label", "button", "check box", "combo box", "field", "group"],
)
def test_text_that_fits(window, make):
    placed(window, make(), 560)
    assert shown(window) == []


def test_what_a_layout_gives_its_own_size_fits(window):
    form = QFormLayout(window)
    tool = QToolButton()
    tool.setText("Kies")
    for widget in (QLabel(LONG), QPushButton(LONG), QCheckBox(LONG), combo(LONG), tool, QLineEdit("kort")):
        form.addRow("Bron", widget)
    assert shown(window) == []


def test_wrapped_text_needs_its_height(window):
    label = placed(window, QLabel(" ".join([LONG] * 6)), 300, 30)
    label.setWordWrap(True)
    assert any("high" in finding for finding in shown(window))
    label.resize(300, 300)
    assert shown(window) == []


def test_a_word_can_be_too_long_for_wrapped_text(window):
    label = placed(window, QLabel("arbeidsmigrantenhuisvestingsregistratie"), 80, 200)
    label.setWordWrap(True)
    assert any("wide" in finding for finding in shown(window))


def test_text_that_is_shortened_on_purpose(window):
    placed(window, QLabel(LONG), 90).setProperty("elides", True)
    assert shown(window) == []


def test_a_path_may_be_longer_than_its_field(window):
    placed(window, QLineEdit("/tmp/een/heel/lang/pad/naar/een/bestand.gpkg"), 90)
    assert shown(window) == []


def test_a_widget_beyond_the_edge(window):
    placed(window, QPushButton("Klaar"), 90).move(560, 10)
    assert shown(window) == ["it < QDialog: sticks out of QDialog"]


def test_what_scrolls_may_be_beyond_the_edge(window):
    area = placed(window, QScrollArea(), 300, 100)
    inner = QWidget()
    column = QVBoxLayout(inner)
    for number in range(20):
        column.addWidget(QPushButton(f"Knop {number}"))
    area.setWidgetResizable(True)
    area.setWidget(inner)
    assert shown(window) == []
    column.addWidget(QLabel(LONG))
    assert any("what is in it needs" in finding for finding in shown(window))


def test_a_scroll_area_wider_than_what_it_is_in(window):
    holder = placed(window, QWidget(), 200, 300)
    area = placed(holder, QScrollArea(), 300, 200)
    area.setObjectName("area")
    assert any(finding.startswith("area < it") for finding in shown(window))
    area.setGeometry(0, 0, 200, 200)
    assert shown(window) == []


def test_a_header_and_a_tab(window):
    table = placed(window, QTableWidget(1, 2), 560, 100)
    table.setHorizontalHeaderLabels([LONG, "kort"])
    assert any(LONG in finding for finding in shown(window))
    table.resizeColumnsToContents()
    assert shown(window) == []
    tabs = placed(window, QTabWidget(), 200, 100)
    for _ in range(5):
        tabs.addTab(QWidget(), "Overige lijsten")
    assert any("is not in sight" in finding for finding in shown(window))


def test_a_window_beyond_the_screen(window):
    window.setMinimumHeight(5000)
    assert any("the screen" in finding for finding in shown(window))


def test_a_dialog_that_python_opens_is_of_the_plugin(window):
    shown(window)
    assert window in plugin_widgets()


def test_what_is_not_in_sight_is_not_judged(window):
    placed(window, QLabel(LONG), 90).hide()
    assert shown(window) == []
