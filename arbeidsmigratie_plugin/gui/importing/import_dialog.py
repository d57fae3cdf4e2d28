"""The preview of a delivery: what will be read of it, which column is which, and how much of it has a place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import Qgis
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QSplitter, QVBoxLayout, QWidget

from ...core.errors import ArbeidsmigratieError, TableError
from ...core.privacy import safe_file_name
from ...core.refusals import RememberedColumnsError
from ...core.workflow.importing import ImportPlan, ImportRequest
from ...i18n import message, tr
from ..dialogs.dialog import fit
from ..dialogs.form import Note, scrolled, words
from ..messages import log
from .background import Background, sentence
from .columns import Columns
from .head import Head
from .preview_table import PreviewTable
from .rate_panel import RatePanel
from .reading import Answer, bag_work, file_work
from .words import fallen_away, found_in

if TYPE_CHECKING:
    from ...core.preview import Preview
    from ...sources.preview import Bag
    from ...sources.senders import Remembered

#: So long after the last change the file is read again (ms).
_QUIET = 350

#: Lines of text that the preview and the numbers begin with.
_TABLE_LINES, _RATE_LINES = 20, 9

_WIDTH, _HEIGHT = 1080, 640


class ImportDialog(QDialog):
    """Shows a delivery before it is read in. Nothing of the file is kept: each change reads it again.

    Args:
        parent: Whose it is.
        request: What is known beforehand.
    """

    def __init__(self, parent: Optional[QWidget], request: ImportRequest) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(tr("Read an RNI delivery"))
        self._request = request
        self._bag: Optional[Bag] = None
        self._bag_problem = ""
        self._problem = ""
        self._not_used = ""
        self._preview: Optional[Preview] = None
        self._columns = Columns()
        self._recalled = ("", "")
        self._senders = self._known_senders()
        self._build()
        self._bag_work = Background(self)
        self._bag_work.ready.connect(self._bag_ready)
        self._bag_work.failed.connect(self._bag_failed)
        self._file_work = Background(self)
        self._file_work.told.connect(self._previewed)
        self._file_work.ready.connect(self._answered)
        self._file_work.failed.connect(self._failed)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._read)
        self.finished.connect(self._leave)
        self._recall()
        self._read()
        self._bag_work.begin(tr("Reading the BAG"), bag_work(request.bag))

    def plan(self) -> Optional[ImportPlan]:
        """What to read in and how; None as long as that is not possible, or if the user cancelled."""
        if self.result() != QDialog.DialogCode.Accepted or not self._ready:
            return None
        columns = self._columns
        return ImportPlan(
            self._head.sender, self._head.file, columns.header_row, dict(columns.mapping), self._request.peildatum
        )

    def accept(self) -> None:
        """Closes, and remembers the columns of the sender."""
        if not self._ready:
            return
        if self._columns.chosen or self._head.sender in self._senders:
            self._remember()
        super().accept()

    # Parts -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        self._said = words(tr("Nothing personal is read or stored."), "privacy_sentence")
        layout.addWidget(self._said)
        self._head = self._make_head()
        layout.addWidget(self._head)
        self._hint = words(
            tr(
                "The first rows as they will be read: all else is masked. Choose above a column what it is, if it was "
                "not recognised."
            ),
            "preview_hint",
        )
        layout.addWidget(self._hint)
        self._table = PreviewTable()
        self._table.mapped.connect(self._mapped)
        self._note = Note("import_note")
        self._rate = RatePanel()
        layout.addWidget(self._parts(), 1)
        layout.addWidget(self._note)
        layout.addWidget(self._buttons())
        fit(self, _WIDTH, _HEIGHT)
        QgsGui.enableAutoGeometryRestore(self, "arbeidsmigratie/import_dialog")

    def _parts(self) -> QSplitter:
        """Preview and numbers, each of which scrolls on a small screen."""
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._table)
        parts.addWidget(scrolled(self._rate))
        letter = self.fontMetrics().height()
        parts.setSizes([_TABLE_LINES * letter, _RATE_LINES * letter])
        parts.setStretchFactor(0, 1)
        return parts

    def _make_head(self) -> Head:
        head = Head(self._senders, self._request.sender, self._request.file)
        head.sender_chosen.connect(self._sender_chosen)
        head.sender_typed.connect(self._refresh)
        head.file_chosen.connect(self._file_chosen)
        head.header_chosen.connect(self._header_chosen)
        head.recognise.connect(self._recognise)
        return head

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._ok = box.button(standard.Ok)
        self._ok.setObjectName("ok_button")
        self._ok.setText(tr("Read the delivery"))
        cancel = box.button(standard.Cancel)
        cancel.setObjectName("cancel_button")
        cancel.setText(tr("Cancel"))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    # What the user does ----------------------------------------------------------------------------------------

    def _file_chosen(self) -> None:
        self._columns = Columns()
        self._not_used = ""
        self._table.empty()
        self._recall()
        self._read()

    def _sender_chosen(self) -> None:
        if not self._columns.chosen:
            self._recall()
            if self._columns.remembered:
                self._read()

    def _header_chosen(self, row: int) -> None:
        self._columns.header_row = row or None
        self._columns.remembered = False
        self._quiet.start()

    def _mapped(self, at: int, field: str) -> None:
        if self._preview is not None:
            self._columns.choose(self._preview, at, field)
            self._read()

    def _recognise(self) -> None:
        self._columns = Columns()
        self._read()

    # Reading ---------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        """Reads the file with the columns as they are chosen now."""
        self._quiet.stop()
        self._file_work.leave()
        self._preview, self._problem = None, ""
        if self._head.file:
            self._rate.busy(tr("Reading the delivery…"))
            request, columns = self._request, self._columns
            work = file_work(Path(self._head.file), columns.header_row, dict(columns.mapping), self._bag, request)
            self._file_work.begin(tr("Reading the delivery"), work)
        else:
            self._table.empty()
            self._rate.clear()
        self._refresh()

    def _previewed(self, preview: Preview) -> None:
        if self._columns.remembered and not self._columns.fit(preview):
            self._not_remembered()
            return
        self._preview = preview
        self._table.show_preview(preview)
        if self._bag is None and not self._bag_problem:
            self._rate.busy(tr("Reading the BAG…"))
        self._refresh()

    def _answered(self, answer: Answer) -> None:
        if answer.rate is not None:
            self._rate.show_rate(answer.rate)
        elif self._bag_problem:
            self._rate.problem(self._bag_problem)
        self._refresh()

    def _failed(self, problem: Exception) -> None:
        if self._columns.remembered and isinstance(problem, TableError):
            self._not_remembered()
            return
        self._problem = sentence(problem)
        self._rate.problem(self._problem)
        self._refresh()

    def _bag_ready(self, bag: Any) -> None:
        self._bag = bag
        if self._head.file:
            self._read()

    def _bag_failed(self, problem: Exception) -> None:
        self._bag_problem = sentence(problem)
        if not self._file_work.busy:
            self._rate.problem(self._bag_problem)
        self._refresh()

    # Senders ---------------------------------------------------------------------------------------------------

    def _known_senders(self) -> dict[str, Remembered]:
        from ...sources.senders import read_senders, senders_path

        try:
            return read_senders(senders_path())
        except ArbeidsmigratieError as error:
            self._not_used = message(error)
            return {}

    def _recall(self) -> None:
        """Takes the columns of an earlier delivery of this sender, once for each file."""
        asked = (self._head.sender, self._head.file)
        if asked == self._recalled:
            return
        self._recalled = asked
        found = self._senders.get(self._head.sender)
        if found is not None and (found.mapping or found.header_row):
            self._columns = Columns(found.header_row, dict(found.mapping), remembered=True)

    def _not_remembered(self) -> None:
        name = safe_file_name(Path(self._head.file).name)
        self._columns = Columns()
        self._not_used = message(RememberedColumnsError(sender=self._head.sender, file=name))
        self._read()

    def _remember(self) -> None:
        from ...sources.senders import Remembered, remember, senders_path

        try:
            remember(
                senders_path(), self._head.sender, Remembered(self._columns.header_row, dict(self._columns.mapping))
            )
        except ArbeidsmigratieError as error:
            log(message(error), Qgis.MessageLevel.Warning)

    # How it stands ---------------------------------------------------------------------------------------------

    @property
    def _ready(self) -> bool:
        preview, wrong = self._preview, self._problem or self._bag_problem
        return bool(self._head.sender and preview is not None and preview.sufficient and not wrong)

    def _refresh(self) -> None:
        """Shows what is known now, and whether the delivery can be read in."""
        preview = self._preview
        self._ok.setEnabled(self._ready)
        self._head.show_columns(self._columns.header_row, self._columns.chosen)
        self._head.show_place(found_in(preview) if preview is not None else "")
        if preview is not None:
            self._said.setText(fallen_away(preview))
        self._note.say(self._lacking() or self._not_used)

    def _lacking(self) -> str:
        """What has to be done before the delivery can be read in; "" if nothing, or if that is said elsewhere."""
        preview = self._preview
        if preview is None:
            return "" if self._head.file else tr("Choose the file of the delivery.")
        if preview.header_row is None and not preview.sufficient and not self._columns.mapping:
            return tr("No header was found. Give its row, or choose above the columns what they are.")
        if not preview.sufficient:
            return tr("Too few columns are known: a house number with a postcode or street, or a BAG identifier.")
        return "" if self._head.sender else tr("Fill in who sent the delivery.")

    def _leave(self) -> None:
        """Stops all reading, however the window closed."""
        self._quiet.stop()
        self._file_work.leave()
        self._bag_work.leave()
