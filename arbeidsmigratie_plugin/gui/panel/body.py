"""The inside of the panel: the six steps, and the page of who only reads the result."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from ...core.workflow.steps import State, Step
from ...dependencies import missing
from ...i18n import tr
from ..desk import Desk
from ..libraries import LibrariesNotice
from ..runner import Runner
from ..tasks import Outcome
from . import offer
from .actions import Actions
from .card import StepCard
from .scroll import TallScroll

#: Libraries without which no step can be done.
_NEEDED = ("h3", "shapely")

_STEPS, _READING = 0, 1


class PanelBody(QTabWidget):
    """Steps and start page. Widgets: tab `panel_tabs`, cards `card_<step>`, notices `libraries_notice` and `expired`.

    Args:
        iface: QGIS Desktop.
        parent: Where it is shown.
    """

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_tabs")
        self.setDocumentMode(True)
        self._desk = Desk(iface, self)
        self._runner = Runner(self._desk, self)
        self.actions_ = Actions(iface, self._desk, self._runner, self)
        self._usable = ""
        self._next: Optional[Step] = None
        self._cards = {step: StepCard(step, at) for at, step in enumerate(Step, start=1)}
        self._page: Optional[Any] = None
        self.addTab(TallScroll(self._steps()), tr("Steps"))
        self._reading = QWidget()
        QVBoxLayout(self._reading).setContentsMargins(0, 0, 0, 0)
        self.addTab(self._reading, tr("Read the map"))
        self.currentChanged.connect(self._tab_changed)
        # Several changes at once are shown once, and never in the middle of one.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.show_work)
        self._connect()
        self._libraries_changed()
        self.show_work()
        self._switched()

    def leave(self) -> None:
        """Stops what runs and lets go of the project: the plugin goes."""
        self._later.stop()
        self.actions_.close()
        self._runner.leave()
        self._desk.close()

    @property
    def desk(self) -> Desk:
        """The work."""
        return self._desk

    @property
    def runner(self) -> Runner:
        """Has the steps done."""
        return self._runner

    def show_work(self) -> None:
        """Shows how far the work is."""
        work, around = self._desk.workflow, self._desk.surroundings()
        statuses, busy = self._desk.statuses(), self._runner.busy
        expired = work.begun and work.project.expired(self._desk.today)
        self._expired.setVisible(expired)
        usable = self._expired.text() if expired else self._usable
        for step, card in self._cards.items():
            rows = offer.rows(step, work, around, self.actions_, busy)
            actions = offer.actions(step, statuses, work, self.actions_, busy, usable)
            card.show_status(statuses[step], rows, actions, self._desk.problems.get(step, ""))
        self._open_next({step: status.state for step, status in statuses.items()})

    def _steps(self) -> QWidget:
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(6, 6, 6, 6)
        self._notice = LibrariesNotice()
        self._notice.setObjectName("libraries_notice")
        layout.addWidget(self._notice)
        self._expired = QLabel(tr("The day until which these data may be kept has passed: remove them, or change it."))
        self._expired.setObjectName("expired")
        self._expired.setWordWrap(True)
        self._expired.setStyleSheet("background: #e69f00; color: #000000; padding: 4px;")
        layout.addWidget(self._expired)
        for card in self._cards.values():
            layout.addWidget(card)
        layout.addStretch(1)
        return widget

    def _connect(self) -> None:
        self._desk.changed.connect(lambda: self._later.start(0))
        self._desk.switched.connect(self._switched)
        self._runner.progressed.connect(self._progressed)
        self._runner.ended.connect(self._ended)
        self._notice.changed.connect(self._libraries_changed)
        for card in self._cards.values():
            card.cancelled.connect(self._cancel)

    def _libraries_changed(self) -> None:
        self._usable = missing(_NEEDED)
        self._later.start(0)

    def _switched(self) -> None:
        """Another project: who has no work of their own in it reads it."""
        self._next = None
        self.setCurrentIndex(_READING if holds_result() and not self._desk.workflow.begun else _STEPS)
        self._show_page()
        self._later.start(0)

    def _tab_changed(self, at: int) -> None:
        if at == _READING and self._page is None:
            from ..viewer import StartPage

            self._page = StartPage()
            self._reading.layout().addWidget(self._page)
            self._show_page()

    def _show_page(self) -> None:
        if self._page is not None:
            self._page.show_project(QgsProject.instance())

    def _progressed(self, percent: float) -> None:
        for card in self._running_cards():
            card.show_progress(percent)

    def _cancel(self) -> None:
        for card in self._running_cards():
            card.show_cancelling()
        self._runner.cancel()

    def _running_cards(self) -> list[StepCard]:
        return [self._cards[step] for step in self._desk.running]

    def _ended(self, step: Step, outcome: Outcome) -> None:
        if step == Step.ANALYSIS and outcome.succeeded:
            self._show_page()

    def _open_next(self, states: dict[Step, State]) -> None:
        """Opens the card of the step that comes next, once: what the user opens or shuts stays so."""
        waiting = (State.RUNNING, State.STALE, State.TODO)
        following = next((step for step in Step if states[step] in waiting), Step.SHARING)
        if following != self._next:
            self._next = following
            for step, card in self._cards.items():
                card.open(step == following)


def holds_result() -> bool:
    """Whether the project that is open holds a map of ours."""
    layers = QgsProject.instance().mapLayers().values()
    if not layers:
        return False
    from ...sharing.recognise import KIND

    return any(layer.customProperty(KIND) for layer in layers)
