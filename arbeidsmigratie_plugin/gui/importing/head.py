"""The head of the import: who sent which file, and where its header is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from ...i18n import tr
from ..dialogs.form import words

_HIGHEST_ROW = 10_000
_LONGEST_SENDER = 80


class Head(QWidget):
    """Sender, file and row of the header.

    Args:
        senders: Names that are known.
        sender: Who sent the delivery, "" if that is not known.
        file: The delivery, "" if none was chosen.
    """

    sender_chosen = pyqtSignal()
    sender_typed = pyqtSignal()
    file_chosen = pyqtSignal()
    header_chosen = pyqtSignal(int)
    recognise = pyqtSignal()

    def __init__(self, senders: Iterable[str], sender: str, file: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self._senders = self._sender_box(senders, sender)
        self._files = self._file_box(file)
        self._row = self._row_box()
        self._add(grid, tr("&Sender"), self._senders, self._senders)
        self._add(grid, tr("&Delivery"), self._files, self._files.lineEdit())
        self._add(grid, tr("&Header row"), self._place(), self._row)

    @property
    def sender(self) -> str:
        """Who sent it."""
        return " ".join(str(self._senders.currentText()).split())

    @property
    def file(self) -> str:
        """The delivery."""
        return str(self._files.filePath()).strip()

    def show_columns(self, header_row: Optional[int], changed: bool) -> None:
        """Shows what was chosen.

        Args:
            header_row: Row of the header, None to look for it.
            changed: Whether anything was chosen by hand.
        """
        self._row.blockSignals(True)
        self._row.setValue(header_row or 0)
        self._row.blockSignals(False)
        self._again.setEnabled(changed)

    def show_place(self, text: str) -> None:
        """Shows where the addresses were found.

        Args:
            text: The sentence.
        """
        self._where.setText(text)

    def _sender_box(self, senders: Iterable[str], sender: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName("sender")
        box.setEditable(True)
        box.addItems(sorted(senders))
        box.setEditText(sender)
        box.lineEdit().setMaxLength(_LONGEST_SENDER)
        box.lineEdit().setPlaceholderText(tr("For example: Gemeente Venlo"))
        box.lineEdit().editingFinished.connect(self.sender_chosen)
        box.activated.connect(lambda _: self.sender_chosen.emit())
        box.editTextChanged.connect(lambda _: self.sender_typed.emit())
        return box

    def _file_box(self, file: str) -> QgsFileWidget:
        box = QgsFileWidget()
        box.setObjectName("file")
        box.setFilter(f"{tr('Deliveries')} (*.xlsx *.ods *.csv *.txt *.tsv)")
        box.setDialogTitle(tr("RNI delivery"))
        box.setFilePath(file)
        box.fileChanged.connect(lambda _: self.file_chosen.emit())
        return box

    def _row_box(self) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName("header_row")
        box.setRange(0, _HIGHEST_ROW)
        box.setSpecialValueText(tr("Found by itself"))
        box.valueChanged.connect(self.header_chosen)
        return box

    def _place(self) -> QWidget:
        """Row of the header, where the addresses were found, and the way back."""
        self._where = words("", "sheet_and_row")
        self._again = QPushButton(tr("&Recognise again"))
        self._again.setObjectName("recognise_again")
        self._again.setToolTip(tr("Forget what was chosen by hand, and recognise header and columns anew."))
        self._again.setAutoDefault(False)
        self._again.clicked.connect(lambda: self.recognise.emit())
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._row)
        row.addWidget(self._where, 1)
        row.addWidget(self._again)
        return place

    def _add(self, grid: QGridLayout, text: str, widget: QWidget, buddy: QWidget) -> None:
        label = QLabel(text)
        label.setBuddy(buddy)
        buddy.setAccessibleName(text.replace("&", ""))
        at = grid.rowCount()
        grid.addWidget(label, at, 0)
        grid.addWidget(widget, at, 1)
