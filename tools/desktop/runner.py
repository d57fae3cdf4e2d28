"""Takes the steps of a walk one by one, without ever holding up QGIS.

A walk is a generator of steps. A step waits until it is ready, and may then act. It acts from the event loop, so a
click that opens a dialog and waits for it does not stop the walk: the next step is taken in the dialog's event loop.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Optional

from qgis.PyQt.QtCore import QTimer

TICK = 40  # milliseconds between two looks


class NotSeenError(Exception):
    """Something that a walk waits for did not come."""


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes:
        name: What it does, for a reader of the report.
        ready: Gives something true once the step can be taken; why not is told by raising NotSeenError.
        act: Is called with what ready gave.
        timeout: Seconds to wait.
    """

    name: str
    ready: Callable[[], Any]
    act: Optional[Callable[[Any], None]] = None
    timeout: float = 10


Walk = Generator[Step, Any, None]


class Runner:
    """Takes a walk.

    Args:
        walk: Its steps.
        after_step: Is called after every step, again until it has seen enough.
        done: Is called at the end, with the problem that ended the walk.
        hopeless: Says why it makes no sense to wait any longer, "" if it does.
    """

    def __init__(
        self,
        walk: Walk,
        after_step: Callable[[str], bool],
        done: Callable[[Optional[str]], None],
        hopeless: Callable[[], str] = str,
    ) -> None:
        self.walk = walk
        self.steps: list[dict[str, Any]] = []
        self._after_step = after_step
        self._done = done
        self._hopeless = hopeless
        self._step: Optional[Step] = None
        self._given: Any = None
        self._acting = False
        self._ended = False
        self._since = time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begins."""
        self._timer.start(TICK)

    def _look(self) -> None:
        """One look at the step: over, ready, or still waiting."""
        if self._acting or self._ended:
            return
        try:
            if self._step is None or self._over:
                self._next()
            else:
                self._try()
        except Exception:
            self._end(f"{self._step.name if self._step else 'the first step'}: {traceback.format_exc()}")

    @property
    def _over(self) -> bool:
        return bool(self.steps) and "seconds" in self.steps[-1]

    def _next(self) -> None:
        """Goes to the next step."""
        if self._step is not None and not self._after_step(self._step.name):
            return
        try:
            self._step = next(self.walk) if self._step is None else self.walk.send(self._given)
        except StopIteration:
            self._end(None)
            return
        self._since = time.monotonic()
        self.steps.append({"name": self._step.name})
        self._try()

    def _try(self) -> None:
        """Takes the step if it is ready."""
        step = self._step
        assert step is not None  # noqa: S101 (for the reader)
        reason = ""
        try:
            self._given = step.ready()
        except NotSeenError as problem:
            self._given, reason = None, str(problem)
        if self._given:
            if step.act is not None:
                self._acting = True
                QTimer.singleShot(0, self._act)
            else:
                self._finish()
        elif self._hopeless():
            self._end(f"{step.name}: {self._hopeless()} {reason}".strip())
        elif time.monotonic() - self._since > step.timeout:
            self._end(f"{step.name}: not within {step.timeout:g} seconds. {reason}".strip())

    def _act(self) -> None:
        """Acts; from here on the walk goes on, also if this waits for a dialog."""
        self._acting = False
        step, given = self._step, self._given
        self._finish()
        try:
            if step is not None and step.act is not None:
                step.act(given)
        except Exception:
            self._end(f"{step.name if step else ''}: {traceback.format_exc()}")

    def _finish(self) -> None:
        self.steps[-1]["seconds"] = round(time.monotonic() - self._since, 3)

    def _end(self, problem: Optional[str]) -> None:
        """Stops looking.

        Args:
            problem: What ended the walk, None at its end.
        """
        if not self._ended:
            self._ended = True
            self._timer.stop()
            self._done(problem)
