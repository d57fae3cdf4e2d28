"""Tables of the page: as high as their rows, as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

#: So many rows are shown at least, if there are as many; more can be scrolled to.
_FEWEST, _MOST = 3, 8


class Grid(QTableWidget):
    """A table of texts.

    Args:
        name: Object name.
        headers: One for each column.
        stretched: The column that takes the room that is left.
    """

    def __init__(self, name: str, headers: Sequence[str], stretched: int) -> None:
        super().__init__(0, len(headers))
        self.setObjectName(name)
        self.setHorizontalHeaderLabels(list(headers))
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def fill(self, rows: Sequence[Sequence[str]], editable: int = -1) -> None:
        """Shows rows.

        Args:
            rows: Texts, one for each column.
            editable: The column that can be edited, -1 for none.
        """
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column != editable:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.setItem(at, column, item)
        shown = min(max(len(rows), _FEWEST), _MOST)
        self.setMinimumHeight(int((shown + 1) * 1.6 * self.fontMetrics().height()))
