"""Forms: a label above each field, a line that explains it, and below it the sentence that says what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsCollapsibleGroupBoxBasic, QgsFileWidget
from qgis.PyQt.QtCore import QDate, QLocale, QSize, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..breakable import breakable, whole

#: Lines of text that a field for several lines shows.
_LINES = 3


class Note(QWidget):
    """An icon and a sentence; hidden while there is nothing to say.

    Args:
        name: Name of the object.
    """

    def __init__(self, name: str = "", parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self.label = words("", name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.label, 1)
        self.setVisible(False)

    def say(self, text: str, warning: bool = True) -> None:
        """Shows a sentence; "" hides it.

        Args:
            text: The sentence.
            warning: Whether something is wrong; else it is only said.
        """
        size = self.label.fontMetrics().height()
        icon = QgsApplication.getThemeIcon("/mIconWarning.svg" if warning else "/mIconInfo.svg")
        self._icon.setPixmap(icon.pixmap(QSize(size, size)))
        self.label.setText(breakable(text))
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """What is said."""
        return whole(self.label.text())


class Form(QWidget):
    """Fields below each other."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 4, 8, 4)
        self._notes: dict[str, Note] = {}
        self._layout.addStretch(1)

    def row(self, widget: QWidget) -> None:
        """Adds anything, over the full width.

        Args:
            widget: What.
        """
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def field(self, name: str, label: str, widget: QWidget, explained: str = "") -> None:
        """Adds a field.

        Args:
            name: Name of the field; its widget, label and problem are named after it.
            label: Its label; an & before a letter makes a shortcut.
            widget: Where it is filled in.
            explained: A line on it.
        """
        title = QLabel(label)
        title.setWordWrap(True)
        title.setBuddy(inner(widget))
        title.setObjectName(f"{name}_label")
        if not widget.objectName():
            widget.setObjectName(name)
        # Screen readers; the & of a shortcut is no part of it.
        inner(widget).setAccessibleName(label.replace("&", ""))
        self._layout.insertSpacing(self._layout.count() - 1, 6)
        self.row(title)
        if explained:
            self.row(hint(explained, f"{name}_hint"))
        self.row(widget)
        self.problem(name)

    def problem(self, name: str) -> Note:
        """Adds the place where it is said what is wrong with a field.

        Args:
            name: Name of the field.
        """
        note = Note(f"{name}_problem")
        self._notes[name] = note
        self.row(note)
        return note

    def say(self, problems: Mapping[str, str], touched: frozenset[str]) -> None:
        """Says under each field what is wrong with it.

        Args:
            problems: Name of the field -> sentence.
            touched: Fields that the user filled in: for others it is said without a warning.
        """
        for name, note in self._notes.items():
            note.say(problems.get(name, ""), name in touched)

    @property
    def names(self) -> frozenset[str]:
        """Fields of which something can be wrong."""
        return frozenset(self._notes)


def scrolled(widget: QWidget) -> QScrollArea:
    """A widget in a scroll area: on a small screen nothing is cut off.

    Args:
        widget: What.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def words(text: str, name: str = "") -> QLabel:
    """Plain text over several lines.

    Args:
        text: The text.
        name: Name of the object.
    """
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setWordWrap(True)  # after the policy: it adds that the height follows the width
    return label


def hint(text: str, name: str = "") -> QLabel:
    """A line that explains, smaller than the rest.

    Args:
        text: The text.
        name: Name of the object.
    """
    label = words(text, name)
    font = label.font()
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * 0.92)
    label.setFont(font)
    return label


def more(title: str, name: str, *, collapsed: bool = True) -> tuple[QgsCollapsibleGroupBoxBasic, Form]:
    """A part that most users don't need, folded away.

    Args:
        title: Its title.
        name: Name of the object.
        collapsed: Whether it is folded away now.
    """
    box = QgsCollapsibleGroupBoxBasic(title)
    box.setObjectName(name)
    form = Form()
    layout = QVBoxLayout(box)
    layout.addWidget(form)
    box.setCollapsed(collapsed)
    return box, form


# Fields --------------------------------------------------------------------------------------------------------------


def line(name: str, text: str = "", example: str = "") -> QLineEdit:
    """A line of text.

    Args:
        name: Name of the object.
        text: What is filled in.
        example: Shown while it is empty.
    """
    edit = QLineEdit(text)
    edit.setObjectName(name)
    edit.setPlaceholderText(example)
    return edit


def lines(name: str, text: str = "", example: str = "") -> QPlainTextEdit:
    """A few lines of text; Tab goes on to the next field.

    Args:
        name: Name of the object.
        text: What is filled in.
        example: Shown while it is empty.
    """
    edit = QPlainTextEdit(text)
    edit.setObjectName(name)
    edit.setPlaceholderText(example)
    edit.setTabChangesFocus(True)
    edit.setMinimumHeight(edit.fontMetrics().lineSpacing() * _LINES + 12)
    edit.setMaximumHeight(edit.fontMetrics().lineSpacing() * (_LINES + 1) + 12)
    return edit


def typed(edit: QPlainTextEdit) -> str:
    """The text of a field for several lines, as one.

    Args:
        edit: The field.
    """
    return " ".join(edit.toPlainText().split())


def calendar(name: str, day: Optional[date] = None) -> QDateEdit:
    """A day.

    Args:
        name: Name of the object.
        day: What is filled in.
    """
    edit = QDateEdit()
    edit.setObjectName(name)
    edit.setCalendarPopup(True)
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    edit.setDisplayFormat(form if "yyyy" in form else form.replace("yy", "yyyy"))
    if day is not None:
        edit.setDate(qdate(day))
    edit.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return edit


def qdate(day: date) -> QDate:
    """A day as Qt has it.

    Args:
        day: The day.
    """
    return QDate(day.year, day.month, day.day)


def iso(edit: QDateEdit) -> str:
    """The day of a field, YYYY-MM-DD.

    Args:
        edit: The field.
    """
    return str(edit.date().toString(Qt.DateFormat.ISODate))


def readable(day: date) -> str:
    """A day as the user writes it.

    Args:
        day: The day.
    """
    return str(QLocale().toString(qdate(day), QLocale.FormatType.LongFormat))


def file(name: str, path: str, title: str, kinds: str = "", *, folder: bool = False) -> QgsFileWidget:
    """A file or folder.

    Args:
        name: Name of the object.
        path: What is filled in.
        title: Of the window in which it is chosen.
        kinds: Kinds of files, as Qt writes them.
        folder: Whether it is a folder.
    """
    widget = QgsFileWidget()
    widget.setObjectName(name)
    widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory if folder else QgsFileWidget.StorageMode.GetFile)
    widget.setDialogTitle(title)
    if kinds:
        widget.setFilter(kinds)
    widget.setFilePath(path)
    return widget


def inner(widget: QWidget) -> QWidget:
    """What takes the keys of a field.

    Args:
        widget: The field.
    """
    edit = widget.lineEdit() if isinstance(widget, QgsFileWidget) else None
    return edit if edit is not None else widget


def narrow(combo: QComboBox) -> QComboBox:
    """A choice that may be narrower than its longest text.

    Args:
        combo: The choice.
    """
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    return combo
