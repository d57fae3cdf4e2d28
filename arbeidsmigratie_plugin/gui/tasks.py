"""Algorithms in the background: one task each, with progress and cancel, and one outcome whatever happens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEventLoop, QObject, QTimer, pyqtSignal

from ..core.workflow.plans import Plan
from ..i18n import tr
from .messages import log

#: So long the end of a cancelled task is waited for when the plugin goes (ms).
_PATIENCE = 5000


@dataclass(frozen=True)
class Outcome:
    """How a run ended.

    Attributes:
        results: Outputs of the algorithm; empty if it did not succeed.
        problem: What went wrong, in a sentence; "" if nothing did.
        cancelled: Whether the user stopped it.
        warnings: What it warned of.
    """

    results: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""
    cancelled: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def succeeded(self) -> bool:
        """Whether there is a result."""
        return not self.problem and not self.cancelled


#: Jobs whose task has not ended.
_AT_WORK: set[Job] = set()


def _let_go(job: Job) -> None:
    """Later: the task that tells it still uses what the job holds."""
    QTimer.singleShot(0, partial(_AT_WORK.discard, job))


class _Listener(QgsProcessingFeedback):
    """Keeps what a run says. Called in its thread: it touches no widget."""

    def __init__(self) -> None:
        super().__init__(False)
        self.warnings: list[str] = []
        self.errors: list[str] = []

    def pushInfo(self, info: str) -> None:
        """Logs a line."""
        log(info)

    def pushWarning(self, warning: str) -> None:
        """Keeps a warning."""
        self.warnings.append(warning)
        log(warning, Qgis.MessageLevel.Warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """Keeps an error."""
        self.errors.append(error)
        log(error, Qgis.MessageLevel.Critical)


class Job(QObject):
    """A run of an algorithm in the background.

    All that it needs of the project is taken when it starts, on the main thread. It emits `ended` exactly once,
    unless it is left.

    Args:
        title: What the task manager shows.
        plan: Algorithm and parameters; layers are given by path, so that none crosses threads.
    """

    progressed = pyqtSignal(float)
    ended = pyqtSignal(object)

    def __init__(self, title: str, plan: Plan) -> None:
        super().__init__()
        self._title = title
        self._plan = plan
        self._context = QgsProcessingContext()
        self._listener = _Listener()
        self._task: Optional[QgsProcessingAlgRunnerTask] = None
        self._over = False
        self._outcome: Optional[Outcome] = None

    def start(self) -> None:
        """Begins; what can't begin ends at once, with the reason."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self._plan.algorithm)
        if algorithm is None:
            self._end(Outcome(problem=tr("The algorithm {id} is not there.").format(id=self._plan.algorithm)))
            return
        able, problem = algorithm.canExecute()
        parameters = dict(self._plan.parameters)
        self._context.setTransformContext(QgsProject.instance().transformContext())
        self._context.setFeedback(self._listener)
        if able:
            able, problem = algorithm.checkParameterValues(parameters, self._context)
        if not able:
            self._end(Outcome(problem=problem or tr("This can't be done with what is given.")))
            return
        log(tr("Begun: {title}").format(title=self._title))
        self._task = QgsProcessingAlgRunnerTask(algorithm, parameters, self._context, self._listener)
        self._task.setDescription(self._title)
        self._task.progressChanged.connect(self.progressed)
        self._task.executed.connect(self._executed)
        # The task uses context and feedback until it ends, whoever has lost interest by then.
        _AT_WORK.add(self)
        for over in (self._task.taskCompleted, self._task.taskTerminated):
            over.connect(partial(_let_go, self))
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        """Asks it to stop; it ends as soon as it has looked."""
        self._listener.cancel()
        if self._task is not None and not sip.isdeleted(self._task):
            self._task.cancel()

    def leave(self) -> Optional[Outcome]:
        """Stops it and forgets it: nothing is emitted any more. Waits a moment for its thread.

        Returns:
            How it ended; None if it had ended before, or has not yet.
        """
        if self._over:
            return None
        self._over = True
        self.cancel()
        task = self._task
        if task is None or sip.isdeleted(task) or not task.isActive():
            return None
        loop = QEventLoop()
        task.taskCompleted.connect(loop.quit)
        task.taskTerminated.connect(loop.quit)
        QTimer.singleShot(_PATIENCE, loop.quit)
        if task.isActive():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self._outcome

    def _executed(self, succeeded: bool, results: Mapping[str, Any]) -> None:
        """A run that was cancelled too late has its results: they are there, and so it succeeded."""
        warnings = tuple(self._listener.warnings)
        if results and not self._listener.errors:
            self._end(Outcome(dict(results), warnings=warnings))
        elif self._listener.isCanceled():
            self._end(Outcome(cancelled=True))
        else:
            problem = self._listener.errors[-1] if self._listener.errors else tr("It stopped without a reason.")
            self._end(Outcome(problem=problem, warnings=warnings))

    def _end(self, outcome: Outcome) -> None:
        self._outcome = outcome
        if self._over:
            return
        self._over = True
        self.ended.emit(outcome)
