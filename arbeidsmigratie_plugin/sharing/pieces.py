"""Pieces of work that make a project or a layout: whoever runs them says where."""

from __future__ import annotations

from typing import Any, Callable, TypeVar

T = TypeVar("T")


class Pieces:
    """Does every piece at once, in the thread that asks: right in the main thread."""

    def do(self, piece: Callable[[], T]) -> T:
        """Does a piece and returns what it gives.

        Args:
            piece: Work that projects and layouts are made in.
        """
        return piece()

    def clear_up(self, piece: Callable[[], Any]) -> None:
        """Does what must be done however the pieces before it ended.

        Args:
            piece: Work that lets go of projects and files.
        """
        piece()
