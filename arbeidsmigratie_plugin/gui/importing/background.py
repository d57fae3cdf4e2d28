"""Reading beside the window: one piece of work at a time, of which a newer one takes the place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...core.cancel import Cancelled
from ...core.errors import ArbeidsmigratieError
from ...i18n import message, tr

#: Called in the thread now and then; raises Cancelled when the work is no longer wanted.
GoOn = Callable[[], None]

#: Called in the thread with what is ready so far.
Tell = Callable[[Any], None]

#: What is done in the thread. It knows no widget.
Work = Callable[[GoOn, Tell], Any]

#: The task at work: the task manager keeps no Python reference of its own.
_AT_WORK: set[_Task] = set()

#: Tasks that wait for it. QGIS gets them one by one, and never before it has put the last one away: it can lose a task
#: that is added while another one ends, so that it never begins.
_WAITING: list[_Task] = []


class _Task(QgsTask):
    """A piece of work.

    Args:
        title: What the task manager shows.
        work: What is done.
        number: Which piece it is.
    """

    told = pyqtSignal(int, object)
    over = pyqtSignal(int, bool)

    def __init__(self, title: str, work: Work, number: int) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self.number = number
        self.result: Any = None
        self.problem: Optional[Exception] = None
        self._left = False

    def leave(self) -> None:
        """Asks it to stop. It is not cancelled: QGIS can't cancel a task safely while its thread is about to begin."""
        self._left = True

    def run(self) -> bool:
        """In the thread: every problem is kept, none escapes."""
        try:
            self._go_on()
            self.result = self._work(self._go_on, lambda value: self.told.emit(self.number, value))
        except Cancelled:
            return False
        except Exception as error:
            self.problem = _bare(error)
            return False
        return True

    def finished(self, succeeded: bool) -> None:
        """On the main thread, also after it was cancelled.

        Args:
            succeeded: Whether there is a result.
        """
        _AT_WORK.discard(self)
        self.over.emit(self.number, succeeded)
        QTimer.singleShot(0, _next)

    def _go_on(self) -> None:
        if self._left or self.isCanceled():
            raise Cancelled


class Background(QObject):
    """Work for a window that may close at any moment.

    Signals are only of the piece of work that was begun last.

    Args:
        parent: The window.
    """

    told = pyqtSignal(object)
    ready = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Optional[_Task] = None
        self._number = 0
        #: The same task in a place that outlives the window, to stop it when the window is gone.
        self._last: list[_Task] = []
        self.destroyed.connect(partial(_cancel, self._last))

    @property
    def busy(self) -> bool:
        """Whether something is at work."""
        return self._task is not None

    def begin(self, title: str, work: Work) -> None:
        """Begins a piece of work, in the place of an earlier one.

        Args:
            title: What the task manager shows.
            work: What is done.
        """
        self.leave()
        self._number += 1
        task = _Task(title, work, self._number)
        task.told.connect(self._told)
        task.over.connect(self._over)
        self._task = task
        self._last[:] = [task]
        _WAITING.append(task)
        QTimer.singleShot(0, _next)

    def leave(self) -> None:
        """Stops the work and forgets it: nothing is told of it any more."""
        self._task = None
        _cancel(self._last)

    def _told(self, number: int, value: Any) -> None:
        if self._task is not None and number == self._number:
            self.told.emit(value)

    def _over(self, number: int, succeeded: bool) -> None:
        task = self._task
        if task is None or number != self._number:
            return
        self._task = None
        self._last.clear()
        if succeeded:
            self.ready.emit(task.result)
        elif task.problem is not None:
            self.failed.emit(task.problem)


def _cancel(last: list[_Task], *_: object) -> None:
    """Stops the last task, if it is still there."""
    for task in last:
        task.leave()
        if task in _WAITING:
            _WAITING.remove(task)
    last.clear()


def _next() -> None:
    """Begins with the task that waits longest, if none is at work."""
    if _WAITING and not _AT_WORK:
        task = _WAITING.pop(0)
        _AT_WORK.add(task)
        QgsApplication.taskManager().addTask(task)


def idle() -> bool:
    """Whether nothing is at work and nothing waits."""
    return not _AT_WORK and not _WAITING


def _bare(error: Exception) -> Exception:
    """An error without the frames that it went through: they hold cells of the delivery."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def sentence(problem: Exception) -> str:
    """What a user is told of a problem: never more than its kind where it is not one of ours, for it may hold cells.

    Args:
        problem: What was raised.
    """
    if isinstance(problem, ArbeidsmigratieError):
        return message(problem)
    if isinstance(problem, ImportError):
        return tr("A Python library is missing: {name}.").format(name=problem.name or "?")
    return tr("It stopped by a fault in the plugin ({kind}).").format(kind=type(problem).__name__)
