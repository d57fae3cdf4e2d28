"""Choosing the table with the policy of municipalities, or beginning one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...core.errors import ArbeidsmigratieError
from ...i18n import message, tr
from ...version import ROOT
from .dialog import FormDialog
from .form import file, words

if TYPE_CHECKING:
    from ...core.signals.policy import Policies, Policy

_TABLES = "CSV, Excel, OpenDocument (*.csv *.xlsx *.ods *.txt *.tsv)"
_TEMPLATE = ROOT / "resources" / "templates" / "beleid.csv"

#: Rows of the table that are seen at once.
_ROWS = 6


class PolicyDialog(FormDialog):
    """The policy table, shown as it is read. Objects: policy, save_template, policies, policies_note.

    Args:
        parent: Whose it is.
        path: The table, "" for none.
    """

    def __init__(self, parent: Optional[QWidget], path: str) -> None:
        intro = tr("What each municipality has decided: its norm, and whether a permit or certificate is needed.")
        super().__init__("policy_dialog", tr("Policy of municipalities"), intro, parent)
        self._read: tuple[str, Optional[Policies], str] = ("", None, "")
        self._file = file("policy", path, tr("Policy of municipalities"), _TABLES)
        self._table = QTableWidget(0, 7)
        self._note = words("", "policies_note")
        self._build()
        if path:
            self._touched.add("policy")
        self.complete()

    def chosen(self) -> str:
        """The table, "" for none."""
        return str(self._file.filePath().strip())

    def problems(self) -> dict[str, str]:
        """A table that can't be used."""
        _, problem = self._policies()
        return {"policy": problem} if problem else {}

    def refresh(self, touched: str = "") -> None:
        """Looks again at the table, and shows it."""
        found, _ = self._policies()
        self._show(found)
        super().refresh(touched)

    def save_template(self, path: Path) -> None:
        """Saves a table to fill in, and chooses it.

        Args:
            path: Where it goes.
        """
        try:
            shutil.copyfile(_TEMPLATE, path)
        except OSError:
            self._read = (str(path), None, tr("The table can't be saved there: choose another folder."))
        else:
            self._read = ("", None, "")
        self._file.setFilePath(str(path))
        self.refresh("policy")

    def _build(self) -> None:
        self.form.field(
            "policy", tr("&Table"), self._file, tr("Empty: the norm of the omgevingsplan, 12 m² per person.")
        )
        save = QPushButton(tr("&Begin with an example table…"))
        save.setObjectName("save_template")
        save.setAutoDefault(False)
        save.clicked.connect(self._ask_template)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(save)
        layout.addStretch(1)
        self.form.row(row)
        self._table.setObjectName("policies")
        self._table.setAccessibleName(tr("The table as it is read"))
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(True)
        self._table.verticalHeader().setVisible(False)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._table.setMinimumHeight(self._table.fontMetrics().lineSpacing() * 2 * _ROWS)
        titles = [tr("Code"), tr("m² per person"), tr("Where that stands"), tr("Residents count too")]
        titles += [tr("Permit needed"), tr("Living in holiday parks"), tr("Certificate needed")]
        self._table.setHorizontalHeaderLabels(titles)
        self.form.row(self._table)
        self.form.row(self._note)
        self._file.fileChanged.connect(lambda *_: self.refresh("policy"))

    def _ask_template(self) -> None:
        start = str(Path(self.chosen() or Path.home()).parent / _TEMPLATE.name)
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the example table"), start, "CSV (*.csv)")
        if path:
            self.save_template(Path(path if path.lower().endswith(".csv") else f"{path}.csv"))

    def _policies(self) -> tuple[Optional[Policies], str]:
        """What the table says, and what is wrong with it; read once."""
        from ...sources.policies import read_policy_file

        path = self.chosen()
        if path == self._read[0]:
            return self._read[1], self._read[2]
        found, problem = None, ""
        try:
            found = read_policy_file(Path(path)) if path else None
        except ArbeidsmigratieError as error:
            problem = message(error)
        self._read = (path, found, problem)
        return found, problem

    def _show(self, found: Optional[Policies]) -> None:
        rows = sorted(found.of.items()) if found else []
        self._table.setRowCount(len(rows))
        for at, (code, policy) in enumerate(rows):
            for column, text in enumerate((code, *_cells(policy))):
                self._table.setItem(at, column, QTableWidgetItem(text))
        self._table.setVisible(bool(rows))
        said = (
            [tr("Empty is unknown, never no. A municipality that is not in the table has said nothing.")]
            if rows
            else []
        )
        if found and found.not_read:
            said.append(tr("Columns that are not read: {columns}.").format(columns=", ".join(found.not_read)))
        if any(code.startswith("98") for code, _ in rows):
            said.append(tr("The example rows (98..) are made up: replace them."))
        self._note.setText("\n".join(said))
        self._note.setVisible(bool(said))


def _cells(policy: Policy) -> tuple[str, ...]:
    return (
        str(QLocale().toString(policy.norm_m2, "f", 1)),
        policy.norm_bron,
        _yes(policy.bewoners_meetellen),
        _yes(policy.vergunningplicht),
        policy.recreatie_bewoning,
        _yes(policy.keurmerk_vereist),
    )


def _yes(value: Optional[bool]) -> str:
    if value is None:
        return ""
    return tr("yes") if value else tr("no")
