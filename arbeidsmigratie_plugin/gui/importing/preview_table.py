"""The first rows of a delivery as a table: what is not an address is masked, and each column can be mapped by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QPalette, QWheelEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from ...i18n import tr
from .words import field_words, why

if TYPE_CHECKING:
    from ...core.preview import Preview, PreviewColumn

#: A column is never wider (letters).
_WIDEST = 26


class FieldChoice(QComboBox):
    """Which of our fields a column is. The wheel scrolls the table, not the choice.

    Args:
        column: Position of the column.
    """

    def __init__(self, column: int) -> None:
        super().__init__()
        self.column = column
        self.setObjectName(f"field_of_column_{column}")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItem(tr("Leave out"), "")
        for field, words in field_words().items():
            self.addItem(words, field)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 30)

    def needed(self) -> int:
        """Width that shows what is chosen, with the frame and the arrow (px)."""
        letters = self.fontMetrics()
        frame = self.minimumSizeHint().width() - letters.horizontalAdvance("X") * self.minimumContentsLength()
        return int(letters.horizontalAdvance(self.currentText()) + max(frame, 2 * letters.height()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Lets the table scroll.

        Args:
            event: Of the wheel.
        """
        event.ignore()


class PreviewTable(QTableWidget):
    """The preview. It holds what core gave it, which is masked."""

    #: Position of a column, and the field that the user chose for it ("" leaves it out).
    mapped = pyqtSignal(int, str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_table")
        self.setAccessibleName(tr("First rows of the delivery"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self._choices: dict[int, FieldChoice] = {}

    def show_preview(self, preview: Preview) -> None:
        """Shows the first rows.

        Args:
            preview: Of the delivery.
        """
        if self.columnCount() != len(preview.columns):
            self._begin(len(preview.columns))
        self.setRowCount(1 + len(preview.rows))
        for at, column in enumerate(preview.columns):
            self.setHorizontalHeaderItem(at, self._heading(column))
            self._choose(at, column)
            for number, row in enumerate(preview.rows, start=1):
                self.setItem(number, at, self._item(row[at] if at < len(row) else "", column))
        self._fit()

    def empty(self) -> None:
        """Shows nothing."""
        self.setRowCount(0)
        self._begin(0)

    def choice(self, at: int) -> FieldChoice:
        """Where the field of a column is chosen; a column about persons has no such place.

        Args:
            at: Position of the column.
        """
        return self._choices[at]

    def _begin(self, columns: int) -> None:
        self.clear()
        self.setColumnCount(columns)
        self.setRowCount(1 if columns else 0)
        self._choices = {}

    def _activated(self) -> None:
        choice = self.sender()
        if isinstance(choice, FieldChoice):
            self.mapped.emit(choice.column, str(choice.currentData() or ""))

    def _choose(self, at: int, column: PreviewColumn) -> None:
        """The same place stays as long as it can, so that it keeps the focus of the keyboard."""
        self.setItem(0, at, self._item("", column))
        if column.personal:
            self._choices.pop(at, None)
            self.removeCellWidget(0, at)
            return
        if at not in self._choices:
            self._choices[at] = FieldChoice(at)
            self._choices[at].activated.connect(self._activated)
            self.setCellWidget(0, at, self._choices[at])
        choice = self._choices[at]
        choice.setCurrentIndex(max(0, choice.findData(column.field)))
        choice.setToolTip(why(column))
        choice.setAccessibleName(tr("Column {letter}").format(letter=column.letter))

    def _heading(self, column: PreviewColumn) -> QTableWidgetItem:
        text = f"{column.letter}\n{column.label}" if column.label else column.letter
        item = self._item(text, column)
        if column.personal:
            item.setIcon(QgsApplication.getThemeIcon("/locked.svg"))
        return item

    def _item(self, text: str, column: PreviewColumn) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setToolTip(why(column))
        if not column.field:
            item.setForeground(self.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text))
        if column.personal:
            font = item.font()
            font.setStrikeOut(True)
            item.setFont(font)
        return item

    def _fit(self) -> None:
        self.resizeColumnsToContents()
        widest = self.fontMetrics().averageCharWidth() * _WIDEST
        for at in range(self.columnCount()):
            choice = self._choices.get(at)
            wanted = 0 if choice is None else choice.needed()
            self.setColumnWidth(at, max(wanted, min(widest, self.columnWidth(at))))
        for choice in list(self._choices.values())[:1]:
            self.setRowHeight(0, choice.sizeHint().height() + 4)
