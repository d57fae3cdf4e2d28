"""Choosing a region: a preset, and with a click one municipality more or less."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.regions import Regions
from ...core.workflow.choosing import Member, choice, members, merged, municipalities, of_preset, region_of
from ...i18n import tr
from ..dialogs.form import Note, hint, line, narrow

_MEMBER = int(Qt.ItemDataRole.UserRole)

#: Rows of the list that are seen at once.
_ROWS = 5


class RegionChoice(QWidget):
    """A preset and its municipalities. Objects: region, municipalities, more_municipalities, add_municipalities.

    Attributes:
        changed: Another choice was made.

    Args:
        region: Name of a preset, or codes and names of municipalities separated by commas.
        known: What is known of regions.
    """

    changed = pyqtSignal()

    def __init__(self, region: str, known: Regions, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("region_choice")
        self._known = known
        self.preset = narrow(QComboBox())
        self.preset.setObjectName("region")
        self._list = QListWidget()
        self._list.setObjectName("municipalities")
        self._list.setAccessibleName(tr("Municipalities of the region"))
        self._list.setMinimumHeight(self._list.fontMetrics().lineSpacing() * _ROWS)
        self._list.setMaximumHeight(self._list.fontMetrics().lineSpacing() * (_ROWS + 3))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._more = line("more_municipalities", "", tr("Name or code of a municipality"))
        self._add = QPushButton(tr("A&dd"))
        self._add.setObjectName("add_municipalities")
        self._note = Note("municipalities_note")
        self._build()
        self._fill(region)
        self._connect()

    @property
    def region(self) -> str:
        """The region: key of a preset, or codes and names separated by commas; "" if nothing is chosen."""
        return region_of(self.chosen, self._known)

    @property
    def chosen(self) -> tuple[Member, ...]:
        """The municipalities that are chosen."""
        return tuple(one for item, one in self._items() if item.checkState() == Qt.CheckState.Checked)

    @property
    def title(self) -> str:
        """What the region is called."""
        return str(self.preset.currentText()) if self.preset.currentData() else ""

    def take_typed(self) -> bool:
        """Adds what was typed; False if something of it can't be added, which is said then."""
        kept: list[str] = []
        said: list[str] = []
        for one in members(self._more.text(), self._known):
            ended = merged(one, self._known)
            if ended is None:
                self._add_one(one, True)
                continue
            kept.extend(ended.into)
            sentence = tr("{name} ended on {date}; its area now belongs to {into}. Press Add to take that.")
            said.append(sentence.format(name=ended.name, date=ended.since, into=", ".join(ended.into.values())))
        self._more.setText(", ".join(kept))
        self._note.say(" ".join(said))
        self.changed.emit()
        return not kept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the line adds a municipality, and does not go on to the next page."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and event.key() in enter and self._more.text().strip():
            self.take_typed()
            return True
        return bool(super().eventFilter(watched, event))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._more, 1)
        row.addWidget(self._add)
        label = QLabel(tr("&Municipalities: take the tick away to leave one out"))
        label.setBuddy(self._list)
        label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.preset)
        layout.addWidget(label)
        layout.addWidget(self._list)
        layout.addLayout(row)
        layout.addWidget(
            hint(tr("Separate several by commas. A municipality that was merged is named with its successor."))
        )
        layout.addWidget(self._note)

    def _connect(self) -> None:
        completer = QCompleter(sorted(municipalities(self._known).values()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._more.setCompleter(completer)
        self._more.setAccessibleName(tr("Municipality to add"))
        self._more.installEventFilter(self)
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self.take_typed)
        self.preset.activated.connect(self._take_preset)
        self._list.itemChanged.connect(lambda *_: self.changed.emit())

    def _fill(self, region: str) -> None:
        found = choice(region, self._known)
        if not region.strip(" ,"):
            self.preset.addItem(tr("Choose a region"), None)
        for preset in self._known.presets:
            self.preset.addItem(preset.name, preset.key)
        self.preset.addItem(tr("Other municipalities"), "")
        if region.strip(" ,"):
            self.preset.setCurrentIndex(self.preset.findData(found.preset))
        for one in found.members:
            self._add_one(one, one in found.chosen)

    def _take_preset(self) -> None:
        """The municipalities of the preset; those of 'other' begin with what was chosen."""
        key = self.preset.currentData()
        if key is not None and self.preset.itemData(0) is None:
            self.preset.removeItem(0)
        kept = () if key else self.chosen
        preset = next((one for one in self._known.presets if one.key == key), None)
        self._list.clear()
        self._note.say("")
        for one in of_preset(preset) if preset else kept:
            self._add_one(one, True)
        self.changed.emit()

    def _add_one(self, one: Member, chosen: bool) -> None:
        state = Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        for item, there in self._items():
            if there == one:
                item.setCheckState(state)
                return
        item = QListWidgetItem(one.shown)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(_MEMBER, (one.code, one.name))
        item.setCheckState(state)
        self._list.addItem(item)
        if self.preset.currentData() is None:
            self.preset.setCurrentIndex(self.preset.findData(""))

    def _items(self) -> list[tuple[QListWidgetItem, Member]]:
        items = [self._list.item(at) for at in range(self._list.count())]
        return [(item, Member(*item.data(_MEMBER))) for item in items]
