"""The unmatched addresses as a table, most registrations first, with what was decided about each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ...i18n import told, tr
from .words import address_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...core.corrections import Correction
    from ...core.placing import UnmatchedAddress

_ADDRESS, _COUNT, _REASON, _DECISION = range(4)

#: Letters of a reason that are shown at first; the tooltip has all of it.
_REASON_WIDTH = 19


class UnmatchedTable(QTableWidget):
    """A row for each address."""

    #: Position of the address that is chosen, -1 for none.
    chosen = pyqtSignal(int)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, 4, parent)
        self.setObjectName("unmatched_table")
        self.setAccessibleName(tr("Addresses without a place"))
        self.setHorizontalHeaderLabels([tr("Address"), tr("Registrations"), tr("Why"), tr("Decision")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_ADDRESS, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_REASON, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(_REASON, self.fontMetrics().averageCharWidth() * _REASON_WIDTH)
        self.itemSelectionChanged.connect(lambda: self.chosen.emit(self.current))

    @property
    def current(self) -> int:
        """Position of the address that is chosen, -1 for none."""
        rows = self.selectionModel().selectedRows()
        return int(rows[0].row()) if rows else -1

    def show_rows(self, rows: Sequence[UnmatchedAddress]) -> None:
        """Shows addresses.

        Args:
            rows: The addresses.
        """
        from ...core.matching_rate import REASONS

        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            count = QTableWidgetItem(QLocale().toString(row.registraties))
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            cells = (QTableWidgetItem(address_line(row.address)), count, QTableWidgetItem(told(REASONS[row.reason])))
            for column, item in enumerate(cells):
                item.setToolTip(item.text())
                self.setItem(at, column, item)
            self.setItem(at, _DECISION, QTableWidgetItem(""))

    def show_decision(self, at: int, made: Optional[Correction], decidable: bool) -> None:
        """Shows what was decided about an address.

        Args:
            at: Its position.
            made: The decision, None for none.
            decidable: Whether enough of it is known to decide.
        """
        self.item(at, _DECISION).setText(decision_words(made) if decidable else "—")

    def filter(self, text: str, only_open: bool) -> None:
        """Shows only addresses with a text in them, or without a decision.

        Args:
            text: The text, in any case.
            only_open: Whether those with a decision are left out.
        """
        wanted = text.casefold().split()
        for at in range(self.rowCount()):
            line = " ".join(self.item(at, column).text() for column in range(self.columnCount())).casefold()
            decided = bool(self.item(at, _DECISION).text())
            self.setRowHidden(at, not all(word in line for word in wanted) or (only_open and decided))

    def choose_next(self, at: int) -> None:
        """Goes to the next address that is shown and has no decision; stays if there is none.

        Args:
            at: Position to begin after.
        """
        rows = [*range(at + 1, self.rowCount()), *range(at + 1)]
        free = (row for row in rows if not self.isRowHidden(row) and not self.item(row, _DECISION).text())
        row = next(free, -1)
        if row >= 0:
            self.selectRow(row)
            self.scrollToItem(self.item(row, _ADDRESS))


def decision_words(made: Optional[Correction]) -> str:
    """A decision in a word.

    Args:
        made: The decision, None for none.
    """
    from ...core.corrections import Decision

    if made is None:
        return ""
    return {
        Decision.LINK: tr("linked"),
        Decision.SKIP: tr("skipped"),
        Decision.OUTSIDE: tr("outside the region"),
    }[made.decision]
