"""What the parts of the page share: keys, fields, and how they are laid out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from .fields import Field, wrapped


class Section(QScrollArea):
    """A tab of the page; it scrolls where height runs out.

    Args:
        parent: Whose it is.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.fields: list[Field] = []
        self.build()
        self.setWidget(self._inside)

    @property
    def title(self) -> str:
        """Name of the tab."""
        return ""

    def build(self) -> None:
        """Makes the widgets."""

    def load(self) -> None:
        """Shows what is set; called once."""
        for field in self.fields:
            field.load()

    def keys(self) -> set[str]:
        """The keys that are set here."""
        return {field.key for field in self.fields}

    def values(self) -> Mapping[str, str]:
        """Key -> what the user would have set."""
        return {field.key: field.own for field in self.fields}

    def complain(self, sentences: Mapping[str, str]) -> None:
        """Shows what is wrong.

        Args:
            sentences: Key -> sentence, of keys that are wrong.
        """
        for field in self.fields:
            field.complain(sentences.get(field.key, ""))

    def leave(self) -> None:
        """Stops what runs."""

    def explain(self, text: str) -> None:
        """Adds a paragraph.

        Args:
            text: What the user should know.
        """
        self.column.addWidget(wrapped(text))

    def add_form(self, rows: Mapping[str, Field]) -> None:
        """Adds fields under each other, each with its label above it: labels are long in some languages.

        Args:
            rows: Label -> field.
        """
        for label, field in rows.items():
            name = wrapped(label)
            name.setBuddy(field)
            self.column.addWidget(name)
            self.column.addWidget(field)
            self.fields.append(field)
            field.changed.connect(self.changed)
