"""Fields of the page: each shows what the user has set, what counts without that, and who set it."""

from __future__ import annotations

from enum import Enum
from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget, QgsFilterLineEdit
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ...i18n import told, tr
from ...sources.organisation import Level
from ...sources.preferences import Standing, standing
from ..breakable import breakable, whole


class Kind(Enum):
    """What is typed or chosen in a field."""

    TEXT = "text"
    FILE = "file"
    NEW_FILE = "new file"
    FOLDER = "folder"


class Notice(QWidget):
    """A sentence with an icon; takes no room while there is none.

    Args:
        icon: Name of an icon of QGIS.
        parent: Whose it is.
    """

    def __init__(self, icon: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._icon, self._text = QLabel(), wrapped()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.set_icon(icon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        self.hide()

    def set_icon(self, icon: str) -> None:
        """Another icon.

        Args:
            icon: Name of an icon of QGIS.
        """
        side = self.fontMetrics().height()
        self._icon.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(QSize(side, side)))

    def say(self, text: str) -> None:
        """Shows a sentence.

        Args:
            text: The sentence, "" for none.
        """
        self._text.setText(breakable(text))
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """The sentence."""
        return whole(self._text.text())


class Field(QWidget):
    """A key that holds a text or a path.

    Args:
        key: One of organisation_keys.KEYS; the object name of the field.
        kind: What is typed or chosen.
        hint: What is shown while nobody has set anything.
        added: Whether what the user sets comes on top of what the organisation has.
    """

    changed = pyqtSignal()

    def __init__(self, key: str, kind: Kind, hint: str = "", added: bool = False) -> None:
        super().__init__()
        self.key = key
        self._added = added
        self.setObjectName(f"field_{key}")
        self._hint = hint
        self._standing = Standing("", None, True)
        self._edit, shown = _editor(kind)
        self._edit.setObjectName(f"edit_{key}")
        self._shown = shown
        self._origin = Notice("/mIconInfo.svg")
        self._problem = Notice("/mIconWarning.svg")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (shown, self._origin, self._problem):
            column.addWidget(widget)
        colours = self._edit.palette()  # what is locked can be read as well as the rest
        role = QPalette.ColorRole.Text
        colours.setColor(QPalette.ColorGroup.Disabled, role, colours.color(QPalette.ColorGroup.Active, role))
        self._edit.setPalette(colours)
        self._edit.textChanged.connect(lambda _: self.changed.emit())

    def load(self) -> None:
        """Shows how the key stands."""
        self._standing = found = standing(self.key)
        otherwise = "" if found.otherwise is None else str(found.otherwise.value)
        self._edit.setPlaceholderText(otherwise or self._hint)
        self._edit.setText(found.own if found.settable else otherwise)
        self._shown.setEnabled(found.settable)
        self._origin.set_icon("/mIconInfo.svg" if found.settable else "/locked.svg")
        self._origin.say(set_by(found, self._added))

    @property
    def own(self) -> str:
        """What the user would have set, "" for nothing."""
        if not self._standing.settable:
            return self._standing.own
        return self._edit.text().strip()

    @property
    def counting(self) -> str:
        """What would count: the user's, else the organisation's, else nothing."""
        otherwise = self._standing.otherwise
        return (self.own if self._standing.settable else "") or ("" if otherwise is None else str(otherwise.value))

    def put(self, text: str) -> None:
        """Types a text.

        Args:
            text: Any.
        """
        self._edit.setText(text)

    def complain(self, sentence: str) -> None:
        """Shows what is wrong.

        Args:
            sentence: "" if nothing is.
        """
        self._problem.say(sentence)


def set_by(found: Standing, added: bool = False) -> str:
    """Who set what counts without the user, in a sentence; "" if nobody did.

    Args:
        found: How the key stands.
        added: Whether what the user sets comes on top of it.
    """
    if found.otherwise is None:
        return "" if found.settable else tr("Your organisation has locked this.")
    if found.otherwise.level is Level.ENVIRONMENT:
        return tr("Set by {origin}.").format(origin=told(found.otherwise.origin))
    if not found.settable:
        return tr("Set by your organisation, and locked.")
    if added:
        return tr("Set by your organisation. What you give here is added to it.")
    return tr("Set by your organisation. What you give here counts for you.")


def wrapped(text: str = "") -> QLabel:
    """A label of as many lines as it needs.

    Args:
        text: Of the label.
    """
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _editor(kind: Kind) -> tuple[QLineEdit, QWidget]:
    """Where a text is typed, and the widget it is part of."""
    if kind is Kind.TEXT:
        edit = QgsFilterLineEdit()
        edit.setShowClearButton(True)
        return edit, edit
    chooser = QgsFileWidget()
    mode = QgsFileWidget.StorageMode
    modes = {Kind.FILE: mode.GetFile, Kind.NEW_FILE: mode.SaveFile, Kind.FOLDER: mode.GetDirectory}
    chooser.setStorageMode(modes[kind])
    return chooser.lineEdit(), chooser
