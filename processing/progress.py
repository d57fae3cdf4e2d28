"""Progress and cancelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from qgis.core import QgsProcessingFeedback


class Cancelled(Exception):  # noqa: N818 (not an error)
    """The user stopped the run."""


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
