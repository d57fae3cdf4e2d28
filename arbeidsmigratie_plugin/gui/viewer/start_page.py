"""The start page of a result: what it is about, the numbers that matter, and the maps to look at."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr

if TYPE_CHECKING:  # what reads results loads numpy: not before there is a project with layers
    from ...sharing.overview import Compared, Overview
    from .words import Card, Cell

_COLUMNS = 2
_LOWEST = float("-inf")

#: Rows of the table that are seen without scrolling, at most.
_MOST_ROWS = 12


class StartPage(QWidget):
    """The page of whoever reads a result. Emits `layout_wanted` with the name of a layout that was opened.

    Args:
        parent: Whose it is.
        iface: QGIS Desktop, None for the one that runs.
    """

    layout_wanted = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None, iface: Any = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._project: Optional[QgsProject] = None
        self._found: tuple[Overview, ...] = ()
        # Layers come and go one by one: the page is made once, when they have settled.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._refresh)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # everything fits the width
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)
        self._show(0)

    @property
    def has_result(self) -> bool:
        """Whether the project that is shown has a result of ours."""
        return bool(self._found)

    def show_project(self, project: Optional[QgsProject]) -> None:
        """Shows what a project is about, and keeps up with it.

        Args:
            project: The project that is open, None for none.
        """
        self._let_go()
        self._project = project
        for signal in self._signals():
            signal.connect(self._soon)
        self._refresh()

    def _signals(self) -> list[Any]:
        project = self._project
        if project is None or sip.isdeleted(project):
            return []
        return [project.layersAdded, project.layersRemoved, project.cleared, project.readProject]

    def _let_go(self) -> None:
        self._later.stop()
        for signal in self._signals():
            with suppress(TypeError, RuntimeError):
                signal.disconnect(self._soon)

    def _soon(self, *_: Any) -> None:
        self._later.start(0)

    def _refresh(self) -> None:
        project = self._project
        gone = project is None or sip.isdeleted(project)
        shown = self._chosen()
        self._found = () if gone or not project.mapLayers() else _read(project)
        labels = [one.label for one in self._found]
        self._show(labels.index(shown) if shown in labels else 0)

    def _chosen(self) -> Optional[str]:
        choice = self.findChild(QComboBox, "result")
        return None if choice is None else choice.currentData()

    # Parts of the page -----------------------------------------------------------------------------------------

    def _show(self, at: int) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        if self._found:
            self._fill(column, at)
        else:
            column.addWidget(_label(nothing(), "nothing"))
        column.addStretch(1)
        self._area.setWidget(page)  # deletes what was there

    def _fill(self, column: QVBoxLayout, at: int) -> None:
        from . import words

        said = self._found[at]
        column.addWidget(_heading("Regiobeeld", 1.4))
        if len(self._found) > 1:
            column.addWidget(self._choice(at))
        column.addWidget(_label(words.date_line(said), "date"))
        column.addWidget(_label(words.coverage(said), "coverage"))
        column.addWidget(_grid([_card(card) for card in words.cards(said)]))
        if said.themes:
            column.addWidget(_heading(tr("Look at the map")))
            column.addWidget(_grid([self._theme_button(theme, name) for theme, name in said.themes.items()]))
        if said.layouts:
            column.addWidget(_heading(tr("Make an atlas or PDF")))
            for name in said.layouts:
                column.addWidget(self._layout_button(name, said.label))
        if said.compared:
            column.addWidget(_heading(tr("Compare municipalities")))
            column.addWidget(_table(said.compared))
        column.addWidget(_heading(tr("How to read it")))
        for number, text in enumerate(words.caveats()):
            column.addWidget(_label(f"• {text}", f"caveat_{number}"))

    def _choice(self, at: int) -> QComboBox:
        choice = QComboBox()
        choice.setObjectName("result")
        choice.setAccessibleName(tr("Result"))
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for one in self._found:
            choice.addItem(one.label or one.peildatum or tr("unknown"), one.label)
        choice.setCurrentIndex(at)
        choice.activated.connect(self._soon)
        return choice

    def _theme_button(self, theme: str, name: str) -> QPushButton:
        from .words import theme_title

        button = _button(theme_title(theme), name)
        button.setObjectName(f"theme_{theme.lower()}")
        button.setIcon(QgsApplication.getThemeIcon("/mActionShowAllLayers.svg"))
        button.clicked.connect(partial(self._show_theme, name))
        return button

    def _layout_button(self, name: str, label: str) -> QPushButton:
        button = _button(name[: len(name) - len(label)].strip(), name)
        button.setObjectName(f"layout_{name.lower().replace(' ', '_')}")
        button.setIcon(QgsApplication.getThemeIcon("/mActionNewLayout.svg"))
        button.clicked.connect(partial(self._open_layout, name))
        return button

    # What buttons do -------------------------------------------------------------------------------------------

    def _show_theme(self, name: str, *_: Any) -> None:
        if self._project is not None and not sip.isdeleted(self._project):
            from ...sharing.placing import show_theme

            show_theme(self._project, name)

    def _open_layout(self, name: str, *_: Any) -> None:
        if self._project is None or sip.isdeleted(self._project):
            return
        layout = self._project.layoutManager().layoutByName(name)
        desktop = self._iface or _desktop()
        if layout is not None and desktop is not None:
            desktop.openLayoutDesigner(layout)
        if layout is not None:
            self.layout_wanted.emit(name)


class _Sorted(QTableWidgetItem):
    """A cell that is sorted by its number; what has none comes first in ascending order."""

    def __init__(self, cell: Cell, by_number: bool) -> None:
        super().__init__(cell.text)
        self._order = (_LOWEST if cell.order is None else cell.order) if by_number else cell.text.casefold()
        if by_number:
            self.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return bool(self._order < other._order) if isinstance(other, _Sorted) else False


def _table(compared: tuple[Compared, ...]) -> QTableWidget:
    from . import words

    headings = words.headings()
    table = QTableWidget(len(compared), len(headings))
    table.setObjectName("municipalities")
    table.setHorizontalHeaderLabels(headings)
    limits = words.limits_now()
    rows = [words.cells(one, limits) for one in compared]
    numeric = [any(row[at].order is not None for row in rows) for at in range(len(headings))]
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            table.setItem(down, across, _Sorted(cell, numeric[across]))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().setVisible(False)
    table.setSortingEnabled(True)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.resizeColumnsToContents()
    shown = min(len(compared), _MOST_ROWS) + 2  # its heading and the scroll bar
    table.setMinimumHeight(shown * table.verticalHeader().defaultSectionSize())
    return table


def _card(card: Card) -> QFrame:
    frame = QFrame()
    frame.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # as wide as the other cards
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    frame.setObjectName(f"card_{card.name}")
    column = QVBoxLayout(frame)
    column.addWidget(_label(card.title, f"title_{card.name}"))
    large = 1.4 if card.value[:1].isdigit() else 1.15  # a word has to fit in the width of a card
    column.addWidget(_heading(card.value, large, f"value_{card.name}"))
    column.addWidget(_label(card.note, f"note_{card.name}"))
    column.addStretch(1)
    return frame


def _button(text: str, hint: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(hint)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # no wider than the panel
    return button


def _grid(widgets: list[QWidget]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    for at, widget in enumerate(widgets):
        grid.addWidget(widget, at // _COLUMNS, at % _COLUMNS)
        grid.setColumnStretch(at % _COLUMNS, 1)
    return holder


def _heading(text: str, factor: float = 1.1, name: str = "") -> QLabel:
    label = _label(text, name)
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * factor)
    label.setFont(font)
    return label


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def nothing() -> str:
    """Said of a project without our layers."""
    return tr("This project has no regional map yet: open one, or make it with the steps.")


def _read(project: QgsProject) -> tuple[Overview, ...]:
    from ...sharing.overview import overviews

    return overviews(project)


def _desktop() -> Any:
    """QGIS Desktop, None where there is none."""
    from qgis import utils

    return utils.iface
