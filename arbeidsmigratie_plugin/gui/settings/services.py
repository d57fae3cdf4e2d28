"""Services: their addresses, other ones where an organisation has them, and whether they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QTableWidgetItem

from ...core.errors import ArbeidsmigratieError
from ...i18n import tr
from ...sources.check import CHANGED, MOVED, OK, REFUSED, UNREACHABLE
from ...sources.organisation import Level, of_user, overrides
from ...sources.preferences import own_services, standing
from ...sources.services import FORM, Service, catalogue
from .checking import Answer, Check
from .fields import Field, Kind, Notice, set_by
from .section import Section
from .tables import Grid

_KEY = "services"

_ADDRESS, _ANSWER = 1, 2


@dataclass(frozen=True)
class _Row:
    """An address in the table.

    Attributes:
        service: Whose it is, as it counts without the user.
        name: 'url' or 'feed'.
    """

    service: Service
    name: str

    @property
    def usual(self) -> str:
        return str(getattr(self.service, self.name))


class ServicesSection(Section):
    """The service catalogue."""

    @property
    def title(self) -> str:
        """Name of the tab."""
        return tr("Services")

    def build(self) -> None:
        """Makes the widgets."""
        self._checks: list[Check] = []  # one at most
        self.destroyed.connect(partial(_cancel, self._checks))
        self._own: dict[str, Any] = {}
        self._damaged = False
        self.explain(
            tr(
                "Where the plugin asks for data. Double-click an address to give another one, for example of a service "
                "in your own network. Log-ins do not belong in an address: use the authentication of QGIS."
            )
        )
        self._origin, self._problem = Notice("/mIconInfo.svg"), Notice("/mIconWarning.svg")
        self.column.addWidget(self._origin)
        self.column.addWidget(self._problem)
        self._table = Grid("services_table", [tr("Service"), tr("Address"), tr("Answer")], _ADDRESS)
        self._table.itemChanged.connect(self._edited)
        self._ask, self._reset, self._reset_all = (QPushButton(text) for text in (tr("Check now"), "", ""))
        self._reset.setText(tr("Usual address"))
        self._reset_all.setText(tr("All usual addresses"))
        buttons = QHBoxLayout()
        for button, name, run in (
            (self._ask, "services_check", self._start),
            (
                self._reset,
                "services_reset",
                lambda: self._usual(sorted({one.row() for one in self._table.selectedItems()})),
            ),
            (self._reset_all, "services_reset_all", lambda: self._usual(range(len(self._rows)), whole=True)),
        ):
            button.setObjectName(name)
            button.clicked.connect(lambda _=False, run=run: run())
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self._said = Notice("/mIconInfo.svg")
        self._said.setObjectName("services_said")
        self.column.addWidget(self._said)
        self.column.addWidget(self._table, 1)
        self.add_form({tr("File with regions of your own"): Field("regions", Kind.FILE, added=True)})

    def load(self) -> None:
        """Shows what is set."""
        super().load()
        try:
            self._own = own_services()
        except ArbeidsmigratieError:
            self._damaged = True  # problems() says what is wrong with the file that is named
        known = catalogue(overrides(_KEY, FORM, without=(Level.USER,)))
        self._rows = [_Row(one, name) for one in known for name in ("url", "feed") if getattr(one, name)]
        found = standing(_KEY)
        self._settable = found.settable
        self._origin.set_icon("/mIconInfo.svg" if found.settable else "/locked.svg")
        self._origin.say(set_by(found, added=True))
        self._before: Optional[dict[str, Any]] = None if self._damaged else dict(self._own)
        self._show()
        self._reset.setEnabled(found.settable)
        self._reset_all.setEnabled(found.settable)

    def _show(self) -> None:
        """Fills the table."""
        was = self._table.blockSignals(True)
        texts = [(_name(row), self._address(row), "") for row in self._rows]
        self._table.fill(texts, _ADDRESS if self._settable else -1)
        for at in range(len(self._rows)):
            self._mark(at)
        self._table.blockSignals(was)

    def _address(self, row: _Row) -> str:
        entry = self._own.get(row.service.key)
        return str(entry.get(row.name, row.usual)) if isinstance(entry, dict) else row.usual

    def _mark(self, at: int) -> None:
        """Shows in bold, and in words, that an address is the user's."""
        row, item = self._rows[at], self._table.item(at, _ADDRESS)
        own = self._address(row) != row.usual
        font = item.font()
        font.setBold(own)
        item.setFont(font)
        usual = tr("Your own address. Usual: {address}").format(address=row.usual)
        item.setToolTip(usual if own else row.usual)

    def _edited(self, item: QTableWidgetItem) -> None:
        if item.column() == _ADDRESS:
            self._put(item.row(), item.text().strip())
            self.changed.emit()

    def _put(self, at: int, address: str) -> None:
        """Takes an address over; the usual one, or none, is no address of the user's own."""
        row = self._rows[at]
        key = row.service.key
        entry = {name: value for name, value in dict(self._own.get(key, {})).items() if name != row.name}
        if address and address != row.usual:
            entry[row.name] = address
        self._own = {
            **{one: value for one, value in self._own.items() if one != key},
            **({key: entry} if entry else {}),
        }
        was = self._table.blockSignals(True)
        self._table.item(at, _ADDRESS).setText(self._address(row))
        self._mark(at)
        self._table.blockSignals(was)

    def _usual(self, rows: Any, whole: bool = False) -> None:
        """Back to the usual addresses; as a whole also what else the user's file has."""
        if whole:
            self._own, self._damaged = {}, False
        for at in rows:
            self._put(at, "")
        self.changed.emit()

    # Checking --------------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        entries: dict[str, dict[str, str]] = {}
        for row in self._rows:
            entries.setdefault(row.service.key, {})[row.name] = self._address(row)
        for at in range(len(self._rows)):
            self._table.item(at, _ANSWER).setText(tr("asking…") if self._rows[at].name == "url" else "")
        self._ask.setEnabled(False)
        self._said.set_icon("/mIconInfo.svg")
        self._said.say(tr("The services are being asked. You can go on meanwhile."))
        check = Check(entries)
        check.ended.connect(self._answered)
        self._checks.append(check)
        check.start()

    def _answered(self, answers: Mapping[str, Answer], problem: str) -> None:
        self._ask.setEnabled(True)
        self._checks.clear()
        was, words = self._table.blockSignals(True), _words()
        for at, row in enumerate(self._rows):
            answer, item = answers.get(row.service.key), self._table.item(at, _ANSWER)
            item.setText("")
            if answer is None or row.name != "url":
                continue
            item.setText(f"{words.get(answer.status, answer.status)} ({answer.milliseconds} ms)")
            item.setToolTip(answer.remark)
            icon = "/mIconSuccess.svg" if answer.status == OK else "/mIconWarning.svg"
            item.setIcon(QgsApplication.getThemeIcon(icon))
        self._table.blockSignals(was)
        bad = [f"{key}: {one.remark}" for key, one in answers.items() if one.status != OK]
        self._said.set_icon("/mIconWarning.svg" if bad or problem else "/mIconSuccess.svg")
        self._said.say(problem or "\n".join(bad) or tr("All services are in order."))

    def leave(self) -> None:
        """Stops a check."""
        while self._checks:
            self._checks.pop().leave()

    # What is set -----------------------------------------------------------------------------------------------------

    def keys(self) -> set[str]:
        """The keys that are set here."""
        return {*super().keys(), _KEY}

    def values(self) -> Mapping[str, str]:
        """What the user has set; the file with addresses as it is."""
        return {**super().values(), _KEY: of_user(_KEY)}

    def entries(self) -> Optional[Mapping[str, Any]]:
        """The user's addresses, None if nothing was changed."""
        return None if self._damaged or self._own == self._before else self._own

    def complain(self, sentences: Mapping[str, str]) -> None:
        """Shows what is wrong.

        Args:
            sentences: Key -> sentence.
        """
        super().complain(sentences)
        self._problem.say(sentences.get(_KEY, ""))


def _cancel(checks: list[Check], *_: object) -> None:
    """Stops checks whose page is gone."""
    for check in checks:
        check.cancel()


def _name(row: _Row) -> str:
    """A service in words, with its key: two channels of one source have the same purpose."""
    if row.name == "feed":
        return tr("{key}: feed with the file").format(key=row.service.key)
    return f"{row.service.key}: {row.service.protocol}"


def _words() -> dict[str, str]:
    """What the algorithm says -> in the language of the user."""
    return {
        OK: tr("in order"),
        CHANGED: tr("changed"),
        MOVED: tr("moved"),
        UNREACHABLE: tr("does not answer"),
        REFUSED: tr("refused"),
    }
