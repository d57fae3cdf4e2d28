"""Choosing a location list."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Optional, Union

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...core.limits import LIST_KINDS
from ...core.workflow.plans import absolute, relative
from ...core.workflow.project import stem
from ...core.workflow.state import LocationList
from ...i18n import tr
from .dialog import FormDialog
from .form import file, hint, line, more, narrow, words
from .policy import PolicyDialog as PolicyDialog

_TABLES = "Excel, OpenDocument, CSV (*.xlsx *.ods *.csv *.txt *.tsv)"
_SUFFIXES = (".xlsx", ".ods", ".csv", ".txt", ".tsv")

#: Last row in which a header is looked for.
_LAST_HEADER = 1000

#: Rows of the table of columns that are seen at once.
_ROWS = 6


class ListDialog(FormDialog):
    """A list: its file, what it is about, and where needed its columns.

    Objects: file, kind, kind_explained, name, more_columns, header_row, mapping.

    Args:
        parent: Whose it is.
        item: The list that is changed, None for a new one.
        taken: Names of the other lists.
        folder: Of the project; a file in it is remembered relative to it.
    """

    def __init__(
        self, parent: Optional[QWidget], item: Optional[LocationList], taken: Collection[str], folder: Union[str, Path]
    ) -> None:
        intro = tr("A list with addresses. Names of holders, remarks and all other columns fall away while reading.")
        super().__init__("list_dialog", tr("Location list"), intro, parent)
        self._item = item
        self._folder = Path(folder)
        self._taken = {stem(name) or name for name in taken}
        self._named = item is not None
        self._build()
        self._fill(item)
        self.complete()

    def chosen(self) -> LocationList:
        """The list; what was read of it before is no part of it."""
        row = self._header.value()
        return LocationList(
            kind=str(self._kind.currentData() or ""),
            name=self._name.text().strip(),
            file=relative(self._path, self._folder),
            header_row=row or None,
            mapping=self._mapped(),
        )

    def problems(self) -> dict[str, str]:
        """What is missing."""
        found = {}
        if problem := _file_problem(self._path):
            found["file"] = problem
        if not self._kind.currentData():
            found["kind"] = tr("Choose what the list is about.")
        name = self._name.text().strip()
        if not name:
            found["name"] = tr("Give the list a name.")
        elif (stem(name) or name) in self._taken:
            found["name"] = tr("There is another list with this name.")
        return found

    def refresh(self, touched: str = "") -> None:
        """Looks again at what is wrong, and proposes a name until the user gives one."""
        kind = str(self._kind.currentData() or "")
        self._explained.setText(_explained(kind) if kind else "")
        self._explained.setVisible(bool(kind))
        if touched in ("file", "kind") and not self._named:
            self._name.setText(self._proposal(kind))
        super().refresh(touched)

    @property
    def _path(self) -> str:
        return str(self._file.filePath().strip())

    def _proposal(self, kind: str) -> str:
        """What the list is about, else the name of its file; with a number if that is taken."""
        base = _title(kind) if kind else Path(self._path).stem
        names = [base, *(f"{base} {n}" for n in range(2, len(self._taken) + 3))]
        return next(name for name in names if not name or (stem(name) or name) not in self._taken)

    def _mapped(self) -> dict[str, str]:
        table = self._table
        cells = {table.item(at, 0).data(Qt.ItemDataRole.UserRole): table.item(at, 1) for at in range(table.rowCount())}
        return {ours: item.text().strip() for ours, item in cells.items() if item is not None and item.text().strip()}

    # Building ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._file = file("file", "", tr("Location list"), _TABLES)
        told = tr("Excel, OpenDocument or CSV; the header may stand on any row and any sheet.")
        self.form.field("file", tr("&File"), self._file, told)
        self._kind = narrow(QComboBox())
        self._kind.setObjectName("kind")
        for kind in LIST_KINDS:
            self._kind.addItem(_title(kind), kind)
        self.form.field("kind", tr("&What is it about?"), self._kind)
        self._explained = hint("", "kind_explained")
        self.form.row(self._explained)
        self._name = line("name")
        self.form.field("name", tr("&Name of the list"), self._name, tr("As the panel shows it."))
        self._build_columns()
        self._name.textEdited.connect(self._keep_name)
        self._file.fileChanged.connect(lambda *_: self.refresh("file"))
        self._kind.currentIndexChanged.connect(self._take_kind)
        self._name.textChanged.connect(lambda *_: self.refresh("name"))

    def _build_columns(self) -> None:
        item = self._item
        given = item is not None and bool(item.header_row or item.mapping)
        box, form = more(tr("Header and columns"), "more_columns", collapsed=not given)
        form.row(hint(tr("Only needed if they are not recognised.")))
        self._header = QSpinBox()
        self._header.setObjectName("header_row")
        self._header.setRange(0, _LAST_HEADER)
        self._header.setSpecialValueText(tr("look for it"))
        form.field("header_row", tr("&Row of the header"), self._header)
        self._table = QTableWidget(0, 2)
        self._table.setObjectName("mapping")
        self._table.setHorizontalHeaderLabels([tr("What it is"), tr("Column in the file: its name or letter")])
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.verticalHeader().setVisible(False)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setMinimumHeight(self._table.fontMetrics().lineSpacing() * 2 * _ROWS)
        form.field("mapping", tr("&Columns"), self._table, tr("Empty: recognised by its name."))
        self.form.row(box)
        self.form.row(words(""))

    def _fill(self, item: Optional[LocationList]) -> None:
        if item is None:
            self._kind.setCurrentIndex(-1)
            return
        self._kind.setCurrentIndex(self._kind.findData(item.kind))
        self._file.setFilePath(absolute(item.file, self._folder))
        self._name.setText(item.name)
        self._header.setValue(item.header_row or 0)
        self._touched.add("file")
        self._show_columns(dict(item.mapping))

    def _take_kind(self, *_: object) -> None:
        self._show_columns(self._mapped())
        self.refresh("kind")

    def _show_columns(self, mapped: dict[str, str]) -> None:
        """The fields of the kind, with the columns that were given."""
        from ...core.location_list import list_catalogue

        kind = str(self._kind.currentData() or "")
        fields = list_catalogue(kind).fields if kind else ()
        self._table.setRowCount(len(fields))
        for at, ours in enumerate(fields):
            title = QTableWidgetItem(_field(ours))
            title.setData(Qt.ItemDataRole.UserRole, ours)
            title.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._table.setItem(at, 0, title)
            self._table.setItem(at, 1, QTableWidgetItem(mapped.get(ours, "")))

    def _keep_name(self, text: str) -> None:
        self._named = bool(text.strip())


def _file_problem(path: str) -> str:
    if not path:
        return tr("Choose the file.")
    if Path(path).is_dir() or not path.lower().endswith(_SUFFIXES):
        return tr("This is no list: give an .xlsx, .ods or .csv file.")
    if not Path(path).is_file():
        return tr("This file is not there (any more).")
    return ""


def _title(kind: str) -> str:
    return {
        "vergunning": tr("Permits"),
        "certificaat": tr("Certificates (SNF, AKF)"),
        "leegstand": tr("Vacancy"),
        "bewoners": tr("Residents"),
        "signaal": tr("Signals"),
        "controle": tr("Checks"),
        "studentenhuisvesting": tr("Student housing"),
    }[kind]


def _explained(kind: str) -> str:
    """What a list of a kind is, and which number is read."""
    return {
        "vergunning": tr("Permits for housing. The number that is read: persons that may live there."),
        "certificaat": tr("Housing with a certificate. The number that is read: beds."),
        "leegstand": tr(
            "Homes without registered residents. The number that is read: residents in the BRP, if it is there."
        ),
        "bewoners": tr("Registered residents per address. The number that is read: residents."),
        "signaal": tr("Reports about an address, by kind. The number that is read: reports. Never who reported."),
        "controle": tr("Checks that were done. The number that is read: persons that were met, with date and result."),
        "studentenhuisvesting": tr("Homes for students, so that they don't stand out. The number that is read: beds."),
    }[kind]


def _field(ours: str) -> str:
    """What a field of a list is."""
    return {
        "gemeentecode": tr("Code of the municipality"),
        "straat": tr("Street"),
        "openbare_ruimte": tr("Street, in full"),
        "huisnummer": tr("House number"),
        "huisletter": tr("House letter"),
        "toevoeging": tr("Addition to the house number"),
        "aanduiding": tr("By or opposite the house number"),
        "postcode": tr("Postcode"),
        "woonplaats": tr("Place"),
        "adresseerbaarobject_id": tr("BAG identifier of the object"),
        "nummeraanduiding_id": tr("BAG identifier of the address"),
        "aantal": tr("Number"),
        "datum": tr("Date"),
        "geldig_tot": tr("Valid until"),
        "status": tr("Status"),
    }.get(ours, ours)
