"""Short pieces of work in the main thread, where projects, layouts and pictures are made; all else is done beside it.

An algorithm runs in a thread of its own and QGIS goes on. What must be done in the main thread is handed over in
pieces, so that QGIS can go on between them too. On the main thread itself, as in qgis_process, a piece is done at once.
"""

from __future__ import annotations

import time
from threading import Event, Lock
from typing import Any, Callable, Optional, TypeVar, cast

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, pyqtSignal, pyqtSlot

from ..arbeidsmigratie_plugin.core.errors import MainThreadBusyError
from ..arbeidsmigratie_plugin.sharing.pieces import Pieces
from .progress import Cancelled

#: So often it is looked whether the user cancelled (s).
_SLICE = 0.05

#: So long the main thread gets for its own work between two pieces (s).
_BREATH = 0.03

#: So long the main thread may take to begin a piece (s): then it is blocked, perhaps since it waits for us.
PATIENCE = 60.0

#: So long clearing up may take before the run goes on without waiting for it (s).
_PATIENCE_AFTER = 5.0

T = TypeVar("T")

#: Pieces on their way: what nobody waits for any more must live until the main thread comes to it.
_on_their_way: set[_Posted] = set()


class _Posted(QObject):
    """A piece of work on its way to the main thread.

    Attributes:
        begun: Whether the main thread took it up.
    """

    due = pyqtSignal()

    def __init__(self, function: Callable[[], Any]) -> None:
        super().__init__()
        self._function: Optional[Callable[[], Any]] = function
        self._turn = Lock()
        self._ended = Event()
        self._result: Any = None
        self._error: Optional[BaseException] = None
        self.begun = False
        self.moveToThread(QCoreApplication.instance().thread())
        self.due.connect(self._do, Qt.ConnectionType.QueuedConnection)
        _on_their_way.add(self)
        self.due.emit()

    @pyqtSlot()
    def _do(self) -> None:
        _on_their_way.discard(self)
        with self._turn:
            function, self._function = self._function, None
            self.begun = function is not None
        if function is None:
            return
        try:
            self._result = function()
        except BaseException as error:  # all of it belongs to who waits
            self._error = error
        finally:
            self._ended.set()

    def ended(self) -> bool:
        """Whether it was done, after a short wait."""
        return self._ended.wait(_SLICE)

    def abandon(self) -> bool:
        """Sees to it that it is never done; False if it was begun already and must be waited for."""
        with self._turn:
            self._function = None
            return not self.begun

    def result(self) -> Any:
        """What it gave; raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._result


def on_main_thread(function: Callable[[], T], feedback: QgsProcessingFeedback) -> T:
    """Does a piece of work in the main thread and waits for it.

    Args:
        function: The work; short, since QGIS stands still meanwhile.
        feedback: Of the run.

    Returns:
        What the function returns; what it raises is raised here.

    Raises:
        Cancelled: The user stopped the run before the piece was begun; it is never done then.
        MainThreadBusyError: The main thread did not begin it in time; it is never done then.
    """
    if _on_it():
        return function()
    posted = _Posted(function)
    until = time.monotonic() + PATIENCE
    while not posted.ended():
        if feedback.isCanceled() and posted.abandon():
            raise Cancelled
        if time.monotonic() > until and posted.abandon():
            raise MainThreadBusyError(seconds=round(PATIENCE))
    return cast(T, posted.result())


def clear_up_on_main_thread(function: Callable[[], Any]) -> None:
    """Does what must be done however the run ended: also a cancelled run waits for it, but never for long.

    Args:
        function: The work; it is done in any case, if need be after the run.
    """
    if _on_it():
        function()
        return
    posted = _Posted(function)
    until = time.monotonic() + _PATIENCE_AFTER
    while not posted.ended():
        if time.monotonic() > until and not posted.begun:
            return
    posted.result()


def _on_it() -> bool:
    application = QCoreApplication.instance()
    return application is None or QThread.currentThread() == application.thread()


class MainThread(Pieces):
    """Pieces of a run, done in the main thread.

    Args:
        feedback: Of the run.
    """

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback

    def do(self, piece: Callable[[], T]) -> T:
        """Does a piece, unless the user cancelled; see on_main_thread."""
        if self._feedback.isCanceled():
            raise Cancelled
        if not _on_it():
            time.sleep(_BREATH)
        return on_main_thread(piece, self._feedback)

    def clear_up(self, piece: Callable[[], Any]) -> None:
        """Does what must be done however the run ended; see clear_up_on_main_thread."""
        clear_up_on_main_thread(piece)
