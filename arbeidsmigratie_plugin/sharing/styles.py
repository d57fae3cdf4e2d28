"""The styles of the layers, one QML per kind."""

from __future__ import annotations

from functools import cache

from ..version import ROOT


@cache
def style(kind: str) -> str:
    """The QML of a kind of layer, "" if there is none.

    Args:
        kind: Layer name of sharing.layers.
    """
    path = ROOT / "styles" / f"{kind}.qml"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
