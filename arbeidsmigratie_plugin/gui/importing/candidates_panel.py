"""What the BAG has for one unmatched address, and the buttons to decide about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ...i18n import told, tr
from ..dialogs.form import Note, words
from .words import address_line

if TYPE_CHECKING:
    from ...core.suggestions import Candidate

_ID = int(Qt.ItemDataRole.UserRole)


class CandidatesPanel(QWidget):
    """Candidates, each with its reason, and the decision."""

    #: Identifier of the BAG object.
    link = pyqtSignal(str)
    skip = pyqtSignal()
    outside = pyqtSignal()
    clear = pyqtSignal()
    undo = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._heading = words("", "candidates_heading")
        self._list = QListWidget()
        self._list.setObjectName("candidates")
        self._list.setAccessibleName(tr("Candidates"))
        self._list.setWordWrap(True)
        self._list.setSpacing(2)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemSelectionChanged.connect(self._selected)
        self._list.itemActivated.connect(lambda _: self._link_chosen())
        self._note = Note("candidates_note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._note)
        layout.addLayout(self._buttons())
        self._decidable = False
        self.allow(False, False, False)

    def show_candidates(self, address: str, candidates: Sequence[Candidate], linked: str) -> None:
        """Shows the candidates of an address.

        Args:
            address: The address on one line.
            candidates: The likeliest first.
            linked: The object that it is linked to, "" for none.
        """
        self._heading.setText(tr("Candidates for {address}").format(address=address) if address else "")
        self._list.clear()
        for one in candidates:
            use = f" ({one.gebruiksdoel.replace(',', ', ')})" if one.gebruiksdoel else ""
            lines = (f"{address_line(one.address)}{use}", told(one.reason), told(one.caution))
            item = QListWidgetItem("\n".join(line for line in lines if line))
            if one.caution:
                item.setIcon(QgsApplication.getThemeIcon("/mIconWarning.svg"))
            item.setData(_ID, one.adresseerbaarobject_id)
            self._list.addItem(item)
            if one.adresseerbaarobject_id == linked:
                self._list.setCurrentItem(item)
        self._selected()

    def say(self, text: str, warning: bool = False) -> None:
        """Says something about the candidates; "" for nothing.

        Args:
            text: The sentence.
            warning: Whether something is wrong.
        """
        self._note.say(text, warning)

    def allow(self, decidable: bool, decided: bool, undoable: bool) -> None:
        """Which buttons can be used.

        Args:
            decidable: Whether an address is chosen about which can be decided.
            decided: Whether something was.
            undoable: Whether there is a decision to take back.
        """
        self._decidable = decidable
        for button in (self._skip_button, self._outside_button):
            button.setEnabled(decidable)
        self._clear_button.setEnabled(decided)
        self._undo_button.setEnabled(undoable)
        self._selected()

    @property
    def chosen(self) -> str:
        """Identifier of the candidate that is chosen, "" for none."""
        found = self._list.selectedItems()
        return str(found[0].data(_ID)) if found else ""

    def _selected(self) -> None:
        self._link_button.setEnabled(self._decidable and bool(self.chosen))

    def _link_chosen(self) -> None:
        if self._decidable and self.chosen:
            self.link.emit(self.chosen)

    def _buttons(self) -> QGridLayout:
        self._link_button = _button("link_button", tr("&Link"))
        self._skip_button = _button("skip_button", tr("&Skip"))
        self._outside_button = _button("outside_button", tr("&Outside the region"))
        self._clear_button = _button("clear_button", tr("&No decision"))
        self._undo_button = _button("undo_button", tr("&Undo"))
        self._undo_button.setIcon(QgsApplication.getThemeIcon("/mActionUndo.svg"))
        self._undo_button.setToolTip(tr("Take back the last decision (Ctrl+Z)"))
        self._undo_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self._link_button.clicked.connect(lambda: self._link_chosen())
        self._skip_button.clicked.connect(lambda: self.skip.emit())
        self._outside_button.clicked.connect(lambda: self.outside.emit())
        self._clear_button.clicked.connect(lambda: self.clear.emit())
        self._undo_button.clicked.connect(lambda: self.undo.emit())
        grid = QGridLayout()
        buttons = (self._link_button, self._skip_button, self._outside_button, self._clear_button, self._undo_button)
        for at, button in enumerate(buttons):
            grid.addWidget(button, *divmod(at, 3))
        return grid


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
