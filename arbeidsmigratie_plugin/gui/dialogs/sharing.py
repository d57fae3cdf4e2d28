"""Asking for whom a package is made, with what the sharing matrix says of that recipient."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QCompleter, QFrame, QVBoxLayout, QWidget

from ...core.errors import ArbeidsmigratieError
from ...core.sharing_matrix import Matrix
from ...core.workflow.offer import Offer, lacks, offer
from ...core.workflow.project import Project, day
from ...core.workflow.state import Share
from ...i18n import message, tr
from ..wizard.texts import hexagon
from .dialog import FormDialog
from .form import calendar, iso, line, lines, narrow, qdate, typed, words
from .sharing_texts import field_of, gets, lacking, not_given, says


class ShareDialog(FormDialog):
    """A package for a partner.

    Objects: recipient, matrix_says, purpose, basis, confirmed, expires, detail, gets, gets_not.

    Args:
        parent: Whose it is.
        project: What the data are for.
        earlier: Packages that were made before.
        now: The day.
    """

    def __init__(self, parent: Optional[QWidget], project: Project, earlier: tuple[Share, ...], now: date) -> None:
        intro = tr("A heatmap for one recipient. Nothing leaves without purpose, legal basis and an end date.")
        super().__init__("share_dialog", tr("Share with a partner"), intro, parent)
        self._project = project
        self._earlier = {share.recipient: share for share in earlier}
        self._today = now
        self._matrix, self._wrong = _matrix()
        self._asked_detail: Optional[int] = None
        self._asked_day: Optional[date] = None
        self._offer: Optional[Offer] = None
        self._build()
        self._take_recipient()
        self.complete()

    def chosen(self) -> Share:
        """The package that is asked for."""
        detail = self._detail.currentData()
        return Share(
            recipient=self._recipient.currentText().strip(),
            purpose=typed(self._purpose),
            basis=self._basis.text().strip(),
            expires=iso(self._expires) if self._expires.isEnabled() else "",
            resolution=int(detail) if detail is not None else -1,
        )

    def problems(self) -> dict[str, str]:
        """What is missing, and what this recipient can't have."""
        if self._offer is None:
            return {"": self._wrong}
        found: dict[str, str] = {}
        for lack in lacks(self.chosen(), self._confirmed.isChecked(), self._offer, self._today):
            found.setdefault(field_of(lack), lacking(lack, self._offer, self._project))
        return found

    # Building ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._recipient = narrow(QComboBox())
        self._recipient.setObjectName("recipient")
        self._recipient.setEditable(True)
        self._recipient.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._recipient.addItems(list(reversed(self._earlier)))
        self._recipient.setCurrentIndex(-1)
        self._recipient.lineEdit().setPlaceholderText(tr("For example: RIEC Limburg"))
        if self._recipient.completer() is not None:
            self._recipient.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        told = tr("The organisation that receives it, by its full name: what it may have depends on it.")
        self.form.field("recipient", tr("&Recipient"), self._recipient, told)
        self._says = self._box("matrix_says")
        self._purpose = lines("purpose", self._project.purpose)
        self.form.field("purpose", tr("&Purpose for this recipient"), self._purpose)
        self._basis = line("basis", self._project.basis)
        self.form.field("basis", tr("&Legal basis for this recipient"), self._basis)
        self._confirmed = QCheckBox(tr("Both &hold for this recipient"))
        self._confirmed.setObjectName("confirmed")
        self.form.row(self._confirmed)
        self.form.problem("confirmed")
        self._expires = calendar("expires")
        self._expires.setMinimumDate(qdate(self._today + timedelta(days=1)))
        self.form.field("expires", tr("&Valid until"), self._expires)
        self._detail = narrow(QComboBox())
        self._detail.setObjectName("detail")
        self.form.field("detail", tr("&Detail: size of the smallest areas"), self._detail)
        self._gets = self._box("gets")
        self._gets_not = self._box("gets_not")
        self._connect()

    def _box(self, name: str) -> QWidget:
        """A framed text."""
        frame = QFrame()
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        label = words("", name)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        QVBoxLayout(frame).addWidget(label)
        self.form.row(frame)
        return label

    def _connect(self) -> None:
        self._recipient.currentTextChanged.connect(self._take_recipient)
        self._detail.activated.connect(self._keep_detail)
        self._expires.dateChanged.connect(self._keep_day)
        for name, signal in (
            ("purpose", self._purpose.textChanged),
            ("basis", self._basis.textChanged),
            ("confirmed", self._confirmed.toggled),
            ("detail", self._detail.currentIndexChanged),
        ):
            signal.connect(lambda *_, name=name: self.refresh(name))

    # A recipient ---------------------------------------------------------------------------------------------------

    def _take_recipient(self, *_: object) -> None:
        """Shows what the matrix says, and offers no more than that. What holds has to be said for each recipient."""
        name = self._recipient.currentText().strip()
        self._offer = offer(self._matrix, name, self._project, self._today) if self._matrix else None
        before = self._earlier.get(name)
        self._confirmed.setChecked(False)
        if before is not None:
            self._purpose.setPlainText(before.purpose)
            self._basis.setText(before.basis)
        if self._offer is not None:
            self._offer_detail(self._offer, before)
            self._offer_days(self._offer)
        self._say(name)
        self.refresh("recipient" if name else "")

    def _offer_detail(self, offered: Offer, before: Optional[Share]) -> None:
        """The resolutions that are allowed; the one of before, else that of the project, as far as it is."""
        wanted = self._asked_detail or (before.resolution if before else self._project.resolution)
        self._detail.blockSignals(True)
        self._detail.clear()
        for one in offered.resolutions:
            self._detail.addItem(hexagon(one), one)
        if offered.resolutions:
            self._detail.setCurrentIndex(self._detail.findData(min(wanted, offered.resolutions[-1])))
        self._detail.setEnabled(bool(offered.resolutions))
        self._detail.blockSignals(False)

    def _offer_days(self, offered: Offer) -> None:
        """From tomorrow to the last day that is allowed; that one until the user chooses another."""
        self._expires.blockSignals(True)
        self._expires.setEnabled(offered.last is not None)
        self._expires.setSpecialValueText("" if offered.last is not None else " ")
        if offered.last is None:
            self._expires.setDate(self._expires.minimumDate())
        else:
            self._expires.setDateRange(qdate(self._today + timedelta(days=1)), qdate(offered.last))
            self._expires.setDate(qdate(min(self._asked_day or offered.last, offered.last)))
        self._expires.blockSignals(False)

    def _keep_detail(self, *_: object) -> None:
        self._asked_detail = self._detail.currentData()
        self._say(self._recipient.currentText().strip())

    def _keep_day(self, *_: object) -> None:
        self._asked_day = day(iso(self._expires))
        self._say(self._recipient.currentText().strip())
        self.refresh("expires")

    def _say(self, name: str) -> None:
        offered = self._offer
        known = offered is not None and bool(name)
        self._says.setText(says(offered, self._project) if offered is not None and known else "")
        given = offered is not None and known and bool(offered.resolutions)
        self._gets.setText(gets(offered, self.chosen()) if offered is not None and given else "")
        self._gets_not.setText(not_given(offered) if offered is not None and given else "")
        for label, shown in ((self._says, known), (self._gets, given), (self._gets_not, given)):
            label.parentWidget().setVisible(shown)


def _matrix() -> tuple[Optional[Matrix], str]:
    """The sharing matrix, and what is wrong with that of the organisation."""
    from ...sources.matrix import read_matrix

    try:
        return read_matrix(), ""
    except ArbeidsmigratieError as error:
        return None, message(error)
