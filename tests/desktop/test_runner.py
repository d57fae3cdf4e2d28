"""A walk goes on while a dialog waits, and stops where something does not come."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QMessageBox, QPushButton, QVBoxLayout

from tools.desktop import hands
from tools.desktop.eyes import find
from tools.desktop.runner import Runner


@pytest.fixture
def window(qgis_app):
    dialog = QDialog()
    dialog.setObjectName("window")
    dialog.column = QVBoxLayout(dialog)
    yield dialog
    dialog.close()


def add(window, widget, name):
    widget.setObjectName(name)
    window.column.addWidget(widget)
    return widget


def take(window, walk):
    """Takes a walk and gives its problem and the names of what was looked at after each step."""
    window.show()
    loop, seen, ended = QEventLoop(), [], []
    runner = Runner(walk, lambda name: seen.append(name) or True, lambda problem: (ended.append(problem), loop.quit()))
    runner.start()
    QTimer.singleShot(20000, loop.quit)
    loop.exec()
    return (ended or ["it never ended"])[0], seen


def test_a_walk_goes_through_a_dialog_that_waits(window):
    answers = []

    def ask():
        box = QMessageBox(QMessageBox.Icon.Question, "Zeker?", "Weg ermee?", QMessageBox.StandardButton.Yes, window)
        box.setObjectName("sure")
        answers.append(box.exec())

    add(window, QPushButton("Weg"), "remove").clicked.connect(ask)

    def walk():
        yield hands.click("remove")
        box = yield hands.see("sure")
        assert not answers
        button = box.button(QMessageBox.StandardButton.Yes)
        button.setObjectName("yes")
        yield hands.click("yes")
        yield hands.until(lambda: answers, "the answer")

    problem, seen = take(window, walk())
    assert problem is None
    assert answers == [QMessageBox.StandardButton.Yes]
    assert len(seen) == 4


def test_what_is_behind_a_dialog_can_not_be_clicked(window):
    clicked = []
    add(window, QPushButton("Weg"), "remove").clicked.connect(lambda: clicked.append(1))
    front = QDialog(window)
    front.setModal(True)
    front.setWindowTitle("Voor")
    front.show()

    def walk():
        yield hands.click("remove", timeout=0.2)

    problem, _ = take(window, walk())
    front.close()
    assert "A window is in front: Voor." in problem
    assert not clicked


def test_what_is_grey_can_not_be_clicked(window):
    add(window, QPushButton("Weg"), "remove").setEnabled(False)

    def walk():
        yield hands.click("remove", timeout=0.2)

    assert "remove is grey" in take(window, walk())[0]


def test_what_does_not_come_is_told(window):
    def walk():
        yield hands.see("nothing", timeout=0.1)

    problem, _ = take(window, walk())
    assert "see  nothing: not within 0.1 seconds. There is no nothing to see." in problem


def test_a_walk_does_not_end_early_by_a_mistake(window):
    def walk():
        yield hands.until(lambda: next(iter(())), "what can not be")

    assert "StopIteration" in take(window, walk())[0]


def test_keys_fill_and_choose(window):
    field, box, tick = QLineEdit("oud"), QComboBox(), QCheckBox("Ook de rand, met een lange uitleg erachter")
    box.addItems(["een", "twee", "drie"])
    for widget, name in ((field, "field"), (box, "box"), (tick, "tick")):
        add(window, widget, name)
    window.resize(600, 200)
    chosen = []
    box.activated.connect(chosen.append)

    def walk():
        yield hands.fill("field", "Nieuwe naam")
        yield hands.choose("box", "drie")
        yield hands.click("tick")
        yield hands.press(Qt.Key.Key_Home, "box")

    assert take(window, walk())[0] is None
    assert field.text() == "Nieuwe naam"
    assert chosen[-2:] == [2, 0]
    assert tick.isChecked()


def test_a_widget_is_found_by_what_is_on_it(window):
    button = add(window, QPushButton("&Opslaan en delen"), "b")
    window.show()
    assert find(text="Opslaan en delen") is button
    assert find(kind="QPushButton", inside=window) is button
