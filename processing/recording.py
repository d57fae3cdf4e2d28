"""The record of processing: one line for each run of an algorithm that reads or shares registrations.

An algorithm with RECORDED gets its line when it ends, well or not. One with RECORD_REQUIRED is refused before it starts
if no line could be written, and can write its line itself at the moment from which there is no way back (record_now).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.errors import ArbeidsmigratieError
from ..arbeidsmigratie_plugin.core.logbook import ACTIVITY_UNKNOWN, Action, Dataset, Port, Span, Status, begin
from ..arbeidsmigratie_plugin.core.refusals import LogbookError
from ..arbeidsmigratie_plugin.i18n import message, tr
from ..arbeidsmigratie_plugin.version import version

if TYPE_CHECKING:
    from ..arbeidsmigratie_plugin.sources.logbook import Settings
    from .algorithm import Algorithm

#: Types of parameters that data come in by, and other than by a file or layer nothing does.
_INPUTS = frozenset({"source", "vector", "layer", "multilayer", "file", "raster"})


class _Run:
    """A run that is recorded."""

    def __init__(
        self, span: Span, algorithm: Algorithm, parameters: dict[str, Any], feedback: QgsProcessingFeedback
    ) -> None:
        self.span = span
        self._required = algorithm.RECORD_REQUIRED
        self._datasets = _datasets(algorithm, parameters)
        self._feedback = feedback
        self._started = time.monotonic()
        self._written = False

    def check(self) -> None:
        """Refuses a run that must be recorded and can't be, and any if the file of the organisation can't be used."""
        from ..arbeidsmigratie_plugin.sources.logbook import check_writable, settings

        try:
            path = settings().path
            if self._required:
                check_writable(path)
        except LogbookError:
            if self._required:
                raise

    def write(self, status: Status, required: bool) -> None:
        """Writes the line; a second one only if the run failed after the first, as a part of it that did."""
        from ..arbeidsmigratie_plugin.sources.logbook import append, settings

        if self._written and status is Status.OK:
            return
        # The clock may be set back while a run is on; its line must not end before it began.
        end = self.span.start_time + int(1000 * (time.monotonic() - self._started))
        span = begin(self.span.algorithm, end, self.span) if self._written else self.span
        try:
            kept = settings()
            action = Action(span, end, status, kept.activity, version(), self._datasets)
            problem = append(action, kept.path, required)
        except LogbookError as error:
            if required:
                raise
            problem = error
        if problem is not None:
            self._feedback.pushWarning(message(problem))
            return
        self._written = True
        self._after(action, kept)

    def _after(self, action: Action, kept: Settings) -> None:
        """Sends the line on, and says what the organisation has not set; nothing here changes the run."""
        from ..arbeidsmigratie_plugin.sources.logbook import ACTIVITY, send

        if kept.activity == ACTIVITY_UNKNOWN and ACTIVITY not in _SAID:
            _SAID.add(ACTIVITY)
            text = tr("Set {variable} to the address of this work in your register of processing activities.")
            self._feedback.pushInfo(text.format(variable=ACTIVITY))
        if not kept.collector:
            return
        try:
            send(action, kept.collector)
        except (ArbeidsmigratieError, ImportError) as error:
            reason = message(error) if isinstance(error, ArbeidsmigratieError) else str(error)
            text = tr("The line of this run is in the logbook, but the collector did not confirm it: {reason}")
            self._feedback.pushWarning(text.format(reason=reason))


#: The run of ours that is on in this thread, so that what it runs in turn becomes a part of it.
_CURRENT: ContextVar[Optional[_Run]] = ContextVar("arbeidsmigratie_run", default=None)

#: What was said in this session of QGIS already.
_SAID: set[str] = set()


@contextmanager
def recorded(algorithm: Algorithm, parameters: dict[str, Any], feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Inside, a run goes on of which a line is kept.

    Args:
        algorithm: What runs.
        parameters: Its raw values; only which of them are given is looked at.
        feedback: Of the run.

    Raises:
        LogbookError: No line can be written of a run that must have one.
    """
    if not algorithm.RECORDED:
        yield
        return
    around = _CURRENT.get()
    span = begin(algorithm.NAME, int(1000 * time.time()), around.span if around else None)
    run = _Run(span, algorithm, parameters, feedback)
    run.check()
    token = _CURRENT.set(run)
    try:
        yield
    except BaseException:
        run.write(Status.ERROR, required=False)
        raise
    finally:
        _CURRENT.reset(token)
    run.write(Status.OK, required=algorithm.RECORD_REQUIRED)


def trace_id() -> str:
    """The trace of the run that is on, for what refers to its line; "" if none is recorded."""
    run = _CURRENT.get()
    return run.span.trace_id if run else ""


def record_now() -> None:
    """Writes the line of the run that is on before its results appear: without it they must not.

    Raises:
        LogbookError: It can't be written.
    """
    run = _CURRENT.get()
    if run is not None:
        run.write(Status.OK, required=True)


def _datasets(algorithm: Algorithm, parameters: dict[str, Any]) -> tuple[Dataset, ...]:
    """What goes in and comes out, by the names of the parameters: never what stands in them."""
    found = []
    for definition in algorithm.parameterDefinitions():
        given = parameters.get(definition.name()) not in (None, "", [])
        if definition.isDestination():
            found.append(Dataset(definition.name(), Port.OUTPUT))
        elif given and definition.type() in _INPUTS:
            found.append(Dataset(definition.name(), Port.INPUT))
    return tuple(found)
