"""The notice that a library is missing, with the ways to get it that work on this computer."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .. import dependencies
from ..core.errors import ArbeidsmigratieError
from ..dependencies import Remedy
from ..i18n import message, tr


class LibrariesNotice(QWidget):
    """Says which library is missing and what to do; hidden when nothing is missing. It never installs by itself.

    Attributes:
        changed: What is missing has changed.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraries_notice")
        self._missing: Optional[list[str]] = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._status = _words("", "libraries_status")
        self.refresh()

    @property
    def missing(self) -> list[str]:
        """Libraries that are missing, too old, or of which an old version is in use until QGIS starts anew."""
        return list(self._missing or [])

    def refresh(self) -> None:
        """Looks again at what is missing, and shows it."""
        importlib.invalidate_caches()
        dependencies.add_paths()
        absent, outdated = dependencies.absent(), dependencies.outdated()
        found = sorted({*absent, *outdated})
        changed = self._missing is not None and found != self._missing
        if found != self._missing:
            self._missing = found
            self._fill(absent)
        if not absent and outdated:
            self._tell(tr("The libraries are installed. Start QGIS again to use them."))
        if not found:
            self.hide()  # said even of what was never shown: a layout would show it
        elif self.parent() is not None:
            self.show()
        if changed:
            self.changed.emit()

    def check_again(self) -> None:
        """Looks again, and says so where nothing has changed."""
        before = self._missing
        self._tell("")
        self.refresh()
        if self._missing and self._missing == before and not self._status.text():
            names = dependencies.describe(dependencies.absent())
            self._tell(tr("Still missing: {libraries}.").format(libraries=names))

    def choose_bundle(self) -> None:
        """Asks for an offline bundle and takes the libraries out of it."""
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose the offline bundle"), "", tr("Offline bundle (*.zip)"))
        if path:
            self.install_bundle(Path(path))

    def install_bundle(self, path: Path) -> None:
        """Takes the libraries out of an offline bundle, or says why not.

        Args:
            path: The zip.
        """
        from ..core import bundles

        try:
            bundles.install(bundles.check(path, dependencies.this_host()), dependencies.target())
        except ArbeidsmigratieError as error:
            self._tell(message(error))
            return
        self._tell("")
        self.refresh()
        if "h3" in dependencies.absent():
            self._tell(tr("h3 is installed. Start QGIS again to use it."))

    def _fill(self, absent: list[str]) -> None:
        """Builds the words and buttons anew."""
        self._status.setParent(None)
        _clear(self._layout)
        row = QHBoxLayout()
        row.addWidget(_icon("/mIconWarning.svg"), 0, Qt.AlignmentFlag.AlignTop)
        sentence = tr("A Python library is missing: {libraries}. Until it is there, some steps can't run.")
        title = _words(sentence.format(libraries=dependencies.describe(absent)), "libraries_title")
        title.setVisible(bool(absent))
        row.addWidget(title, 1)
        self._layout.addLayout(row)
        for remedy in dependencies.remedies(dependencies.this_machine(), absent) if absent else []:
            self._add(remedy)
        again = QPushButton(tr("Check again"))
        again.setObjectName("check_libraries")
        again.clicked.connect(self.check_again)
        self._layout.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self._status)
        self._status.show()  # also without words: what is above keeps its place when there are some

    def _add(self, remedy: Remedy) -> None:
        self._layout.addWidget(_words(remedy.text, f"remedy_{remedy.kind}"))
        if remedy.command:
            self._add_command(remedy.command)
        if remedy.kind == "bundle":
            choose = QPushButton(QgsApplication.getThemeIcon("/mActionFileOpen.svg"), tr("Choose a bundle…"))
            choose.setObjectName("choose_bundle")
            choose.clicked.connect(self.choose_bundle)
            self._layout.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_command(self, command: str) -> None:
        line = QPlainTextEdit(command)
        line.setObjectName("command_line")
        line.setReadOnly(True)
        line.setTabChangesFocus(True)
        line.setAccessibleName(tr("Command to install the libraries"))
        line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        line.setMaximumHeight(line.fontMetrics().lineSpacing() * 5)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        copy = QPushButton(QgsApplication.getThemeIcon("/mActionEditCopy.svg"), tr("Copy"))
        copy.setObjectName("copy_command")
        copy.clicked.connect(lambda: self._copy(command))
        self._layout.addWidget(line)
        self._layout.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _copy(self, command: str) -> None:
        QgsApplication.clipboard().setText(command)
        self._tell(tr("Copied."))

    def _tell(self, text: str) -> None:
        self._status.setText(text)


def _words(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _icon(name: str) -> QLabel:
    label = QLabel()
    size = label.fontMetrics().height() + 4
    label.setPixmap(QgsApplication.getThemeIcon(name).pixmap(QSize(size, size)))
    label.setAccessibleName(tr("Warning"))
    return label


def _clear(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item.layout() is not None:
            _clear(item.layout())
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
