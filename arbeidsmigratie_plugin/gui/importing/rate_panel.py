"""The live matching rate: how much of the delivery finds its place in the BAG, before it is read in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget

from ...i18n import told, tr
from ..dialogs.form import Note, words

if TYPE_CHECKING:
    from ...core.matching_rate import MatchingRate


class RatePanel(QWidget):
    """Shows that it is being counted, then the numbers, or why there are none."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("rate_panel")
        self._bar = QProgressBar()
        self._bar.setObjectName("matched_bar")
        self._bar.setAccessibleName(tr("Matched share"))
        self._note = Note("matched_note")
        self._rows = words("", "matched_rows")
        self._levels = words("", "matched_levels")
        self._reasons = words("", "matched_reasons")
        grid = QGridLayout()
        for at, label in enumerate((self._rows, self._levels, self._reasons)):
            grid.addWidget(label, 0, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar)
        layout.addWidget(self._note)
        layout.addLayout(grid)
        layout.addStretch(1)
        self.clear()

    def clear(self) -> None:
        """Shows nothing."""
        self._set(0, 100, "")
        self._note.say("")
        self._say()

    def busy(self, text: str) -> None:
        """Shows that it is being counted; earlier numbers go, for they are of other columns.

        Args:
            text: What is being done.
        """
        self._set(0, 0, text)
        self._note.say(text, warning=False)
        self._say()

    def problem(self, text: str) -> None:
        """Shows why there are no numbers.

        Args:
            text: A sentence.
        """
        self._set(0, 100, "")
        self._note.say(text)
        self._say()

    def show_rate(self, rate: MatchingRate) -> None:
        """Shows the numbers.

        Args:
            rate: Of the delivery.
        """
        from ...core.matching_rate import LEVELS, REASONS

        percent = QLocale().toString(rate.percent, "f", 1)
        self._set(100, 100, tr("Matched with the BAG: {percent} %").format(percent=percent))
        self._bar.setValue(round(rate.percent))
        self._grade(rate)
        seldom = [(tr("not begun"), rate.not_begun), (tr("outside the region, by hand"), rate.outside)]
        rows = [
            (tr("rows"), rate.rows),
            (tr("ended"), rate.ended),
            *((words, n) for words, n in seldom if n),
            (tr("registrations on an address"), rate.registrations),
            (tr("addresses"), rate.addresses),
        ]
        self._say(
            _lines(tr("Delivery"), rows),
            _lines(tr("Addresses by level"), [(f"{n}. {told(LEVELS[n])}", found) for n, found in rate.levels if found]),
            _lines(tr("Registrations without a place"), [(told(REASONS[one]), n) for one, n in rate.reasons]),
        )

    def _grade(self, rate: MatchingRate) -> None:
        from ...core.limits import MATCHED_MINIMUM, MATCHED_WARNING
        from ...core.matching_rate import Grade

        sentences = {
            Grade.GOOD: tr("Enough for a map. What is left can be linked by hand after reading."),
            Grade.LOW: tr("Less than {percent:g} %: look at the addresses without a place after reading.").format(
                percent=MATCHED_WARNING
            ),
            Grade.TOO_LOW: tr(
                "Less than {percent:g} %: a map would mislead. Mostly a column is taken for the wrong field, or the "
                "BAG does not cover the municipalities of the delivery."
            ).format(percent=MATCHED_MINIMUM),
            Grade.NOTHING: tr("No registration counts on the reference date: check that date and the columns."),
        }
        self._note.say(sentences[rate.grade], warning=rate.grade is not Grade.GOOD)

    def _set(self, value: int, most: int, text: str) -> None:
        self._bar.setRange(0, most)
        self._bar.setValue(value)
        self._bar.setFormat(text)
        self._bar.setTextVisible(bool(text))

    def _say(self, rows: str = "", levels: str = "", reasons: str = "") -> None:
        for label, text in ((self._rows, rows), (self._levels, levels), (self._reasons, reasons)):
            label.setText(text)


def _lines(title: str, numbers: list[tuple[str, int]]) -> str:
    """A title and numbers below it."""
    locale = QLocale()
    return "\n".join([title, *(f"  {words}: {locale.toString(n)}" for words, n in numbers)])
