"""Cancelling, for everything that takes long."""

from __future__ import annotations


class Cancelled(Exception):  # noqa: N818 (not an error)
    """The user stopped the run."""
