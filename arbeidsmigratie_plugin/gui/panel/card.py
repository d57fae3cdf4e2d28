"""A step of the work as a card: what it is, how far it is, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.workflow.steps import State, Status, Step
from ...i18n import tr
from ..breakable import breakable
from . import texts

#: State -> colours of its label: background, text. Okabe and Ito, readable by the colour-blind; the text says it too.
_COLOURS = {
    State.DONE: ("#009e73", "#ffffff"),
    State.STALE: ("#e69f00", "#000000"),
    State.RUNNING: ("#0072b2", "#ffffff"),
}


@dataclass(frozen=True)
class Action:
    """Something that can be done.

    Attributes:
        name: Of its button, for who looks for it.
        text: On its button.
        run: Does it.
        icon: Of QGIS's theme, "" for none.
        primary: Whether it is the next thing to do.
        enabled: Whether it can be done now.
        hint: Why not, or what it does.
        choices: What can be chosen from, in a menu on the button.
    """

    name: str
    text: str
    run: Callable[[], None]
    icon: str = ""
    primary: bool = False
    enabled: bool = True
    hint: str = ""
    choices: tuple[Action, ...] = ()


@dataclass(frozen=True)
class Row:
    """One of the things that a step holds: a delivery, a list, a package.

    Attributes:
        name: Of its widgets.
        text: What it is.
        detail: Numbers, or what is the matter with it.
        actions: What can be done with it, in a menu.
    """

    name: str
    text: str
    detail: str
    actions: tuple[Action, ...]


class StepCard(QFrame):
    """A card. Its widgets are called after its step: header_rni, state_rni, summary_rni, cancel_rni.

    Args:
        step: Which.
        at: Its number, from 1.
        parent: Where it is shown.
    """

    cancelled = pyqtSignal()
    opened = pyqtSignal(bool)

    def __init__(self, step: Step, at: int, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.step = step
        self.setObjectName(f"card_{step.value}")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 6)
        layout.addLayout(self._add_header(at))
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(4, 0, 0, 0)
        self._summary = _label(f"summary_{step.value}")
        self._reason = _label(f"reason_{step.value}")
        self._reason.setStyleSheet("font-style: italic;")
        self._problem = _label(f"problem_{step.value}")
        self._problem.setStyleSheet("background: #ffd9b3; color: #000000; padding: 3px;")
        inside.addWidget(self._summary)
        inside.addWidget(self._reason)
        inside.addWidget(self._problem)
        self._rows = QVBoxLayout()
        inside.addLayout(self._rows)
        inside.addLayout(self._add_progress())
        self._buttons = QVBoxLayout()
        inside.addLayout(self._buttons)
        layout.addWidget(self._body)
        self.open(False)

    def _add_header(self, at: int) -> QHBoxLayout:
        header = QHBoxLayout()
        self._header = QToolButton()
        self._header.setObjectName(f"header_{self.step.value}")
        self._header.setText(f"{at}. {texts.title(self.step)}")
        self._header.setCheckable(True)
        self._header.setAutoRaise(True)
        self._header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._header.setStyleSheet("QToolButton { font-weight: bold; text-align: left; }")
        self._header.clicked.connect(self._clicked)
        self._state = QLabel()
        self._state.setObjectName(f"state_{self.step.value}")
        header.addWidget(self._header, 1)
        header.addWidget(self._state)
        return header

    def _add_progress(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._progress = QProgressBar()
        self._progress.setObjectName(f"progress_{self.step.value}")
        self._progress.setRange(0, 0)
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setObjectName(f"cancel_{self.step.value}")
        self._cancel.clicked.connect(self.cancelled)
        line.addWidget(self._progress, 1)
        line.addWidget(self._cancel)
        return line

    def open(self, wide: bool) -> None:
        """Shows the inside of the card, or only its header.

        Args:
            wide: Whether the inside is shown.
        """
        self._header.setChecked(wide)
        self._header.setArrowType(Qt.ArrowType.DownArrow if wide else Qt.ArrowType.RightArrow)
        self._body.setVisible(wide)

    @property
    def is_open(self) -> bool:
        """Whether the inside is shown."""
        return self._header.isChecked()

    def show_status(self, status: Status, rows: Sequence[Row], actions: Sequence[Action], problem: str = "") -> None:
        """Shows how far the step is, what it holds and what can be done.

        Args:
            status: How far it is.
            rows: What it holds.
            actions: What can be done; the primary one first.
            problem: Why the last run did not succeed, "" if it did.
        """
        self._problem.setText(breakable(tr("Not done: {problem}").format(problem=problem)))
        self._problem.setVisible(bool(problem))
        self._show_state(status.state)
        said = texts.summary(self.step, status)
        self._summary.setText(said)
        self._summary.setVisible(bool(said))
        why = texts.reason(status)
        self._reason.setText(why)
        self._reason.setVisible(bool(why))
        running = status.state == State.RUNNING
        self._progress.setVisible(running)
        self._cancel.setVisible(running)
        self._cancel.setEnabled(True)
        if not running:
            self._progress.setRange(0, 0)
        _clear(self._rows)
        for row in rows:
            self._rows.addWidget(_row(row))
        _clear(self._buttons)
        for action in actions:
            self._buttons.addWidget(_button(action))

    def show_progress(self, percent: float) -> None:
        """Shows how far the run is.

        Args:
            percent: 0 to 100.
        """
        self._progress.setRange(0, 100)
        self._progress.setValue(int(percent))

    def show_cancelling(self) -> None:
        """Shows that cancelling was asked for: the run ends when it has looked."""
        self._cancel.setEnabled(False)
        self._progress.setRange(0, 0)

    def _show_state(self, state: State) -> None:
        self._state.setText(texts.state(state))
        colours = _COLOURS.get(state)
        plain = "padding: 1px 6px; border-radius: 3px;"
        shown = f" background: {colours[0]}; color: {colours[1]};" if colours else " border: 1px solid palette(mid);"
        self._state.setStyleSheet(plain + shown)

    def _clicked(self, wide: bool) -> None:
        self.open(wide)
        self.opened.emit(wide)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _button(action: Action) -> QPushButton:
    button = QPushButton(action.text)
    button.setObjectName(action.name)
    button.setEnabled(action.enabled)
    button.setToolTip(action.hint)
    if action.icon:
        button.setIcon(QgsApplication.getThemeIcon(action.icon))
    if action.primary:
        button.setStyleSheet("QPushButton { font-weight: bold; }")
    if action.choices:
        button.setMenu(_menu(button, action.choices))
    else:
        button.clicked.connect(lambda _=False: action.run())
    return button


def _menu(parent: QWidget, actions: Sequence[Action]) -> QMenu:
    menu = QMenu(parent)
    for action in actions:
        entry = menu.addAction(action.text)
        entry.setObjectName(action.name)
        entry.setEnabled(action.enabled)
        entry.triggered.connect(lambda _=False, run=action.run: run())
    return menu


def _row(row: Row) -> QWidget:
    """A line with a name, its numbers and a menu."""
    widget = QWidget()
    widget.setObjectName(row.name)
    line = QHBoxLayout(widget)
    line.setContentsMargins(0, 0, 0, 0)
    said = _label(f"{row.name}_text")
    said.setText(breakable(f"{row.text}\n{row.detail}" if row.detail else row.text))
    line.addWidget(said, 1)
    if row.actions:
        more = QToolButton()
        more.setObjectName(f"{row.name}_menu")
        more.setText("…")
        more.setToolTip(tr("What can be done with {name}").format(name=row.text))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(_menu(more, row.actions))
        line.addWidget(more)
    return widget


def _clear(layout: QVBoxLayout) -> None:
    """Takes everything out; later, as one of them may be the button that was clicked."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
