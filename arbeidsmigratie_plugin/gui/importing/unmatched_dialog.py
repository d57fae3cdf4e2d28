"""Linking by hand: addresses that the BAG does not have, candidates for each, and the decision."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Optional, Union

from qgis.gui import QgsGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import ArbeidsmigratieError
from ...i18n import message, tr
from ..dialogs.dialog import fit
from ..dialogs.form import Note, words
from .background import Background, sentence
from .candidates_panel import CandidatesPanel
from .decisions import Decisions
from .reading import Listed, unmatched_work
from .unmatched_table import UnmatchedTable
from .words import address_line

if TYPE_CHECKING:
    from ...core.corrections import Decision
    from ...core.placing import UnmatchedAddress
    from ...core.suggestions import Suggester

_WIDTH, _HEIGHT = 1080, 620

#: How table and candidates share the width at first.
_TABLE_SHARE, _SIDE_SHARE = 660, 400


class UnmatchedDialog(QDialog):
    """Shows unmatched addresses with candidates, and saves what is decided about them.

    Args:
        parent: Whose it is.
        unmatched: Table of unmatched addresses that 'rniinlezen' made: a file, or file|layername=name.
        bag: The BAG of the project: a file, or file|layername=name.
        corrections: The file of corrections; made when something is saved.
    """

    def __init__(self, parent: Optional[QWidget], unmatched: Union[str, Path], bag: str, corrections: Path) -> None:
        super().__init__(parent)
        self.setObjectName("unmatched_dialog")
        self.setWindowTitle(tr("Link addresses by hand"))
        self._file = corrections
        self._rows: tuple[UnmatchedAddress, ...] = ()
        self._suggester: Optional[Suggester] = None
        self._decisions = Decisions({}, date.today())
        self._saved = 0
        self._build()
        self._work = Background(self)
        self._work.told.connect(self._list)
        self._work.ready.connect(self._suggest)
        self._work.failed.connect(self._failed)
        self.finished.connect(lambda _: self._work.leave())
        self._side.say(tr("Reading…"))
        self._work.begin(tr("Reading unmatched addresses"), unmatched_work(unmatched, bag, corrections))

    @property
    def saved(self) -> int:
        """How many decisions were saved."""
        return self._saved

    def accept(self) -> None:
        """Saves and closes; if it can't be saved it stays, and says why."""
        from ...sources.corrections import save_corrections

        made, withdrawn = self._decisions.made(), self._decisions.withdrawn()
        try:
            if made or withdrawn:
                save_corrections(self._file, made, withdrawn)
        except ArbeidsmigratieError as error:
            self._note.say(message(error))
            return
        self._saved = len(made) + len(withdrawn)
        super().accept()

    def reject(self) -> None:
        """Closes; about what was not saved it asks first."""
        answers = QMessageBox.StandardButton
        answer = self._asked() if self._decisions.changed else answers.Discard
        if answer == answers.Save:
            self.accept()
        elif answer == answers.Discard:
            super().reject()

    # Parts -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        intro = tr(
            "These addresses of the delivery have no place in the BAG. Link one only if you know where it is: a "
            "decision is kept, and used for the next delivery too."
        )
        layout.addWidget(words(intro, "intro"))
        layout.addLayout(self._filter())
        layout.addWidget(self._parts(), 1)
        self._note = Note("unmatched_note")
        self._count = words("", "decided")
        layout.addWidget(self._note)
        layout.addWidget(self._count)
        layout.addWidget(self._buttons())
        fit(self, _WIDTH, _HEIGHT)
        QgsGui.enableAutoGeometryRestore(self, "arbeidsmigratie/unmatched_dialog")

    def _filter(self) -> QHBoxLayout:
        self._search = QLineEdit()
        self._search.setObjectName("filter")
        self._search.setClearButtonEnabled(True)
        self._search.setPlaceholderText(tr("Filter: part of an address or reason"))
        self._search.setAccessibleName(tr("Filter"))
        self._only_open = QCheckBox(tr("Only &without a decision"))
        self._only_open.setObjectName("only_open")
        self._search.textChanged.connect(lambda _: self._filtered())
        self._only_open.toggled.connect(lambda _: self._filtered())
        row = QHBoxLayout()
        row.addWidget(self._search, 1)
        row.addWidget(self._only_open)
        return row

    def _parts(self) -> QSplitter:
        self._table = UnmatchedTable()
        self._table.chosen.connect(self._show)
        self._side = CandidatesPanel()
        self._side.link.connect(self._link)
        self._side.skip.connect(self._skip)
        self._side.outside.connect(self._outside)
        self._side.clear.connect(self._clear)
        self._side.undo.connect(self._undo)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._table)
        parts.addWidget(self._side)
        parts.setSizes([_TABLE_SHARE, _SIDE_SHARE])
        parts.setStretchFactor(0, 1)
        return parts

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Save | standard.Close)
        self._ok, close = box.button(standard.Save), box.button(standard.Close)
        for button, name, text in (
            (self._ok, "ok_button", tr("Save decisions")),
            (close, "cancel_button", tr("Close")),
        ):
            button.setObjectName(name)
            button.setText(text)
            button.setAutoDefault(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    # Reading ---------------------------------------------------------------------------------------------------

    def _list(self, listed: Listed) -> None:
        self._rows = listed.rows
        self._decisions = Decisions(listed.corrections, date.today())
        self._table.show_rows(listed.rows)
        self._show_decisions()
        self._side.say(tr("Reading the BAG…") if listed.rows else tr("Every address has its place."))
        self._table.choose_next(-1)
        self._refresh()

    def _suggest(self, suggester: Suggester) -> None:
        self._suggester = suggester
        self._side.say("")
        self._show(self._table.current)

    def _failed(self, problem: Exception) -> None:
        self._side.say("")
        self._note.say(sentence(problem))

    # Deciding --------------------------------------------------------------------------------------------------

    def _show(self, at: int) -> None:
        """Shows the candidates of an address."""
        row = self._rows[at] if 0 <= at < len(self._rows) else None
        if row is not None and self._suggester is not None:
            made = self._decisions.of(row.address)
            found = self._suggester.candidates(row.address)
            self._side.show_candidates(address_line(row.address), found, made.adresseerbaarobject_id if made else "")
            self._side.say(self._remark(row, bool(found)))
        self._refresh()

    def _remark(self, row: UnmatchedAddress, found: bool) -> str:
        from ...core.corrections import is_specific

        if not is_specific(row.address):
            return tr("Too little of this address is known to decide about it: others could look the same.")
        return "" if found else tr("The BAG has nothing like it.")

    def _link(self, identifier: str) -> None:
        from ...core.corrections import Decision

        self._decide(Decision.LINK, identifier)

    def _skip(self) -> None:
        from ...core.corrections import Decision

        self._decide(Decision.SKIP)

    def _outside(self) -> None:
        from ...core.corrections import Decision

        self._decide(Decision.OUTSIDE)

    def _clear(self) -> None:
        self._decide(None)

    def _decide(self, decision: Optional[Decision], linked: str = "") -> None:
        from ...core.corrections import is_specific

        at = self._table.current
        if at < 0 or not is_specific(self._rows[at].address):
            return
        self._decisions.decide(self._rows[at].address, decision, linked)
        self._show_decisions()
        if decision is not None:
            self._table.choose_next(at)
        self._show(self._table.current)

    def _undo(self) -> None:
        from ...core.corrections import key_of

        key = self._decisions.undo()
        self._show_decisions()
        at = next((at for at, row in enumerate(self._rows) if key_of(row.address) == key), -1)
        if at >= 0:
            self._table.setRowHidden(at, False)
            self._table.selectRow(at)
        self._show(at)

    def _show_decisions(self) -> None:
        """All of them: two rows with other reasons can be about one address."""
        from ...core.corrections import is_specific

        for at, row in enumerate(self._rows):
            self._table.show_decision(at, self._decisions.of(row.address), is_specific(row.address))

    def _filtered(self) -> None:
        self._table.filter(self._search.text(), self._only_open.isChecked())

    def _refresh(self) -> None:
        """Shows how it stands, and what can be done now."""
        from ...core.corrections import is_specific

        at = self._table.current
        address = self._rows[at].address if 0 <= at < len(self._rows) else None
        decidable = address is not None and is_specific(address)
        decided = address is not None and self._decisions.of(address) is not None
        self._side.allow(decidable, decided, self._decisions.undoable)
        self._ok.setEnabled(bool(self._decisions.changed))
        done = sum(self._decisions.of(row.address) is not None for row in self._rows)
        text = tr("{done} of {n} addresses decided; {new} not saved yet.")
        self._count.setText(text.format(done=done, n=len(self._rows), new=self._decisions.changed))

    def _asked(self) -> QMessageBox.StandardButton:
        answers = QMessageBox.StandardButton
        box = QMessageBox(self)
        box.setObjectName("unsaved_question")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.windowTitle())
        box.setText(tr("{n} decisions are not saved yet.").format(n=self._decisions.changed))
        box.setStandardButtons(answers.Save | answers.Discard | answers.Cancel)
        for which, text in (
            (answers.Save, tr("Save")),
            (answers.Discard, tr("Don't save")),
            (answers.Cancel, tr("Stay")),
        ):
            box.button(which).setText(text)
        answer = QMessageBox.StandardButton(box.exec())
        box.deleteLater()
        return answer
