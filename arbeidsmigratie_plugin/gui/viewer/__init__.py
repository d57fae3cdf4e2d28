"""For who reads a result: the page that opens with it."""

from __future__ import annotations

from .start_page import StartPage

__all__ = ["StartPage"]
