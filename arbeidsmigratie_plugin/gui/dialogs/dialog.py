"""The frame of a dialog with a form: it scrolls, remembers its size, and can be accepted when nothing is wrong."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsGui
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ...i18n import tr
from .form import Form, Note, scrolled, words

#: Share of the screen that a dialog takes at most, and how wide it starts (pixels of a usual screen).
_MOST = 0.85
_WIDTH, _HEIGHT = 680, 620


class FormDialog(QDialog):
    """A dialog with a form; who builds one ends with complete(). Objects: intro, ok_problem, ok_button, cancel_button.

    Args:
        name: Name of the object; its size is remembered under it.
        title: Of the window.
        intro: What it is for.
        parent: Whose it is.
    """

    def __init__(self, name: str, title: str, intro: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.form = Form()
        self.built = False
        self._touched: set[str] = set()
        self._why = Note("ok_problem")
        layout = QVBoxLayout(self)
        layout.addWidget(words(intro, "intro"))
        layout.addWidget(scrolled(self.form), 1)
        layout.addWidget(self._why)

    def complete(self) -> None:
        """Ends the building: the buttons come last, also for who goes through the dialog with Tab."""
        self.layout().addWidget(self._buttons())
        self._why.setVisible(False)
        fit(self)
        QgsGui.enableAutoGeometryRestore(self, f"arbeidsmigratie/{self.objectName()}")
        self.built = True
        self.refresh()

    def problems(self) -> dict[str, str]:
        """What is wrong: name of the field -> sentence. The key "" is of the whole."""
        return {}

    def refresh(self, touched: str = "") -> None:
        """Looks again at what is wrong; nothing happens while the dialog is being built.

        Args:
            touched: The field that the user changed.
        """
        if not self.built:
            return
        if touched:
            self._touched.add(touched)
        found = self.problems()
        for form in self.forms():
            form.say(found, frozenset(self._touched))
        self._why.say(found.get("", ""))
        self.ok.setEnabled(not found)

    def forms(self) -> list[Form]:
        """All forms of the dialog."""
        return self.findChildren(Form)

    def accept(self) -> None:
        """Closes, if nothing is wrong."""
        if not self.problems():
            super().accept()

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.ok = box.button(standard.Ok)
        self.ok.setObjectName("ok_button")
        self.ok.setText(tr("OK"))
        self.ok.setDefault(True)
        cancel = box.button(standard.Cancel)
        cancel.setObjectName("cancel_button")
        cancel.setText(tr("Cancel"))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def fit(widget: QWidget, width: int = _WIDTH, height: int = _HEIGHT) -> None:
    """Gives a window a size that fits the screen, larger where the letters are.

    Args:
        widget: The window.
        width: Pixels at letters of the usual size.
        height: The same.
    """
    scale = max(1.0, widget.fontMetrics().height() / 17)
    screen = QGuiApplication.primaryScreen()
    room = screen.availableGeometry().size() if screen is not None else None
    wide, high = int(width * scale), int(height * scale)
    if room is not None:
        wide, high = min(wide, int(room.width() * _MOST)), min(high, int(room.height() * _MOST))
    widget.resize(wide, high)
