"""Progress and cancelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.cancel import Cancelled
from ..arbeidsmigratie_plugin.i18n import tr


class Sized(Protocol):
    """A chunk with a number of objects."""

    def __len__(self) -> int: ...


T = TypeVar("T", bound=Sized)


def go_on(feedback: QgsProcessingFeedback, percent: float) -> None:
    """Shows progress between steps.

    Raises:
        Cancelled: The user stopped the run.
    """
    if feedback.isCanceled():
        raise Cancelled
    feedback.setProgress(percent)


def in_turn(chunks: Iterable[T], feedback: QgsProcessingFeedback, total: int) -> Iterator[T]:
    """The chunks, with progress, until the user cancels.

    Args:
        chunks: Parts of a layer.
        feedback: Of the run.
        total: Number of objects in all, 0 if unknown.

    Raises:
        Cancelled: The user stopped the run.
    """
    done = 0
    for chunk in chunks:
        go_on(feedback, 100.0 * done / total if total > 0 else 0.0)
        yield chunk
        done += len(chunk)


def told(feedback: QgsProcessingFeedback) -> Callable[[float, int], None]:
    """What shows how far a fetch is, and stops it when the user cancels.

    Args:
        feedback: Of the run.
    """

    def go_further(part: float, read: int) -> None:
        go_on(feedback, 100.0 * part)
        feedback.setProgressText(tr("{n} objects received").format(n=read))

    return go_further
