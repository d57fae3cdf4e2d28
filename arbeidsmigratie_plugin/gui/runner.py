"""Does the steps one after the other, and writes what came of each into the work of the project."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.errors import ArbeidsmigratieError
from ..core.workflow.plans import Plan, analysis_plan, delivery_plan, list_plan, share_plan, sources_plan
from ..core.workflow.state import Delivery, LocationList, Share
from ..core.workflow.steps import (
    Step,
    seen_by_analysis,
    seen_by_delivery,
    seen_by_list,
    seen_by_share,
    seen_by_sources,
)
from ..i18n import message, tr
from .desk import Desk
from .messages import log, tell
from .panel.texts import title as title_of
from .tasks import Job, Outcome


@dataclass(frozen=True)
class _Turn:
    """What is to be done.

    Attributes:
        step: Of which step.
        title: What the task manager shows.
        plan: Makes algorithm and parameters when its turn comes: an earlier turn may have changed the work.
        done: Takes the outputs.
    """

    step: Step
    title: str
    plan: Callable[[], Optional[Plan]]
    done: Callable[[dict[str, object]], None]


class Runner(QObject):
    """Runs steps in the background, one at a time.

    Args:
        desk: The work.
        parent: Whose it is.
    """

    progressed = pyqtSignal(float)
    #: A turn begins: step, title.
    began = pyqtSignal(object, str)
    #: A turn is over: step, outcome.
    ended = pyqtSignal(object, object)

    def __init__(self, desk: Desk, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._turns: deque[_Turn] = deque()
        self._job: Optional[Job] = None
        self._step: Optional[Step] = None
        self._turn: Optional[_Turn] = None
        self._after: Optional[Callable[[bool], None]] = None
        # QGIS can lose a task that is added while it ends another one.
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.timeout.connect(self._next)
        desk.switched.connect(self.forget)

    @property
    def busy(self) -> bool:
        """Whether a step is at work."""
        return self._job is not None or bool(self._turns)

    def cancel(self) -> None:
        """Stops what runs, and what was to follow."""
        self._turns.clear()
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """Stops everything: the project goes, and with it what a run was for."""
        turn, self._turn, self._after = self._turn, None, None
        if self._stop() is not None and turn is not None:
            sentence = tr(
                "{title} was ready just when its project was closed: the files are there, the project does "
                "not know of them."
            )
            tell(self._desk.iface, sentence.format(title=turn.title), Qgis.MessageLevel.Warning)

    def _stop(self) -> Optional[Outcome]:
        """Stops what runs, and what was to follow; returns what was ready nevertheless."""
        self._turns.clear()
        self._following.stop()
        job, self._job = self._job, None
        step, self._step = self._step, None
        finished = job.leave() if job is not None else None
        if step is not None:
            self._desk.run(step, False)
        return finished if finished is not None and finished.succeeded else None

    def leave(self) -> None:
        """Stops everything: the plugin goes. What was ready before it could be stopped is kept."""
        finished = self._stop()
        after, self._after = self._after, None
        turn, self._turn = self._turn, None
        if finished is not None and turn is not None:
            finished = self._taken(turn, finished)
        if after is not None:
            after(finished is not None and finished.succeeded)

    def fetch(self, refresh: bool) -> None:
        """Fetches the source data.

        Args:
            refresh: Whether to fetch again what is there.
        """
        desk, seen = self._desk, seen_by_sources(self._desk.workflow, self._desk.surroundings())

        def done(results: dict[str, object]) -> None:
            sources = replace(desk.workflow.sources, record=desk.record(results, seen))
            desk.update(replace(desk.workflow, sources=sources))

        def plan() -> Optional[Plan]:
            return sources_plan(desk.workflow, desk.folder, refresh) if desk.folder else None

        self._add(_Turn(Step.SOURCES, tr("Fetch source data"), plan, done))

    def read_deliveries(self, deliveries: Iterable[Delivery], replaces: str = "") -> None:
        """Reads deliveries.

        Args:
            deliveries: Each takes the place of an earlier one of its sender when it was read.
            replaces: Another sender whose delivery goes when they were read, "" for none.
        """
        for delivery in deliveries:
            self._add(self._delivery_turn(delivery, replaces))

    def _delivery_turn(self, delivery: Delivery, replaces: str) -> _Turn:
        desk = self._desk
        seen: dict[str, str] = {}

        def plan() -> Optional[Plan]:
            seen.update(seen_by_delivery(desk.workflow, delivery, desk.surroundings(delivery.file)))
            ground = desk.ground
            return delivery_plan(desk.workflow, delivery, ground, desk.folder) if ground and desk.folder else None

        def done(results: dict[str, object]) -> None:
            work = desk.workflow if replaces == delivery.sender else desk.workflow.without_delivery(replaces)
            desk.update(work.with_delivery(replace(delivery, record=desk.record(results, seen))))

        return _Turn(Step.RNI, tr("Read the delivery of {sender}").format(sender=delivery.sender), plan, done)

    def read_lists(self, items: Iterable[LocationList], replaces: str = "") -> None:
        """Reads location lists.

        Args:
            items: Each takes the place of an earlier one of its name when it was read.
            replaces: Name of another list that goes when they were read, "" for none.
        """
        for item in items:
            self._add(self._list_turn(item, replaces))

    def _list_turn(self, item: LocationList, replaces: str) -> _Turn:
        desk = self._desk
        seen: dict[str, str] = {}

        def plan() -> Optional[Plan]:
            seen.update(seen_by_list(desk.workflow, item, desk.surroundings(item.file)))
            ground = desk.ground
            return list_plan(desk.workflow, item, ground, desk.folder) if ground and desk.folder else None

        def done(results: dict[str, object]) -> None:
            work = desk.workflow if replaces == item.name else desk.workflow.without_list(replaces)
            desk.update(work.with_list(replace(item, record=desk.record(results, seen))))

        return _Turn(Step.LISTS, tr("Read the list {name}").format(name=item.name), plan, done)

    def analyse(self, before: Callable[[], None], after: Callable[[bool], None]) -> None:
        """Makes the regional map.

        Args:
            before: Called just before the run: it lets go of files that the run replaces.
            after: Called when it is over, with whether there is a new result.
        """
        desk = self._desk
        seen: dict[str, str] = {}

        def plan() -> Optional[Plan]:
            seen.update(seen_by_analysis(desk.workflow, desk.surroundings()))
            ground = desk.ground
            if not ground or not desk.folder:
                return None
            before()
            return analysis_plan(desk.workflow, ground, desk.folder)

        def done(results: dict[str, object]) -> None:
            desk.update(replace(desk.workflow, analysis=desk.record(results, seen)))

        self._after = after
        self._add(_Turn(Step.ANALYSIS, tr("Make the regional map"), plan, done))

    def share(self, share: Share) -> None:
        """Makes a package for a partner.

        Args:
            share: What was chosen.
        """
        desk, seen = self._desk, seen_by_share(self._desk.workflow)

        def plan() -> Optional[Plan]:
            ground = desk.ground
            return share_plan(desk.workflow, share, ground, desk.folder) if ground and desk.folder else None

        def done(results: dict[str, object]) -> None:
            desk.update(desk.workflow.with_share(replace(share, record=desk.record(results, seen))))

        self._add(_Turn(Step.SHARING, tr("Package for {name}").format(name=share.recipient), plan, done))

    def _add(self, turn: _Turn) -> None:
        self._turns.append(turn)
        if self._job is None and not self._following.isActive():
            self._next()

    def _next(self) -> None:
        if not self._turns or self._job is not None:
            return
        turn = self._turns.popleft()
        plan = turn.plan()
        if plan is None:
            self._turns.clear()
            tell(self._desk.iface, tr("First save the project and choose its source data."), Qgis.MessageLevel.Warning)
            return
        job = Job(f"Arbeidsmigratie: {turn.title}", plan)
        self._job, self._step, self._turn = job, turn.step, turn
        job.progressed.connect(self.progressed)
        job.ended.connect(lambda outcome: self._over(turn, outcome))
        self._desk.run(turn.step, True)
        self.began.emit(turn.step, turn.title)
        job.start()

    def _over(self, turn: _Turn, outcome: Outcome) -> None:
        self._job, self._step, self._turn = None, None, None
        if outcome.succeeded:
            outcome = self._taken(turn, outcome)
        if not outcome.succeeded:
            self._turns.clear()
        if turn.step == Step.ANALYSIS and self._after is not None:
            after, self._after = self._after, None
            after(outcome.succeeded)
        self._desk.run(turn.step, False, outcome.problem)
        self._report(turn, outcome)
        self.ended.emit(turn.step, outcome)
        self._following.start(0)

    def _taken(self, turn: _Turn, outcome: Outcome) -> Outcome:
        """Writes a result into the work; what goes wrong then must not leave the step running."""
        try:
            turn.done(dict(outcome.results))
        except (ArbeidsmigratieError, OSError, ValueError) as error:
            said = message(error) if isinstance(error, ArbeidsmigratieError) else type(error).__name__
            return Outcome(problem=said, warnings=outcome.warnings)
        return outcome

    def _report(self, turn: _Turn, outcome: Outcome) -> None:
        iface, step = self._desk.iface, title_of(turn.step)  # short: the bar shows one line
        if outcome.cancelled:
            tell(iface, tr("{title}: cancelled. Nothing was changed.").format(title=step))
        elif outcome.problem:
            sentence = tr("{title}: not done. The panel says why.")
            tell(iface, sentence.format(title=step), Qgis.MessageLevel.Critical, outcome.problem)
        elif outcome.warnings:
            sentence = tr("{title}: ready. Warnings: {n}.")
            said = sentence.format(title=step, n=len(outcome.warnings))
            tell(iface, said, Qgis.MessageLevel.Warning, "\n\n".join(outcome.warnings))
        else:
            tell(iface, tr("{title}: ready.").format(title=step), Qgis.MessageLevel.Success)
        log(tr("Over: {title}").format(title=turn.title))
