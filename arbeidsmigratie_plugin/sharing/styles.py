"""The styles of the layers: how they are drawn (one QML per kind), and how their fields read."""

from __future__ import annotations

from functools import cache

from ..version import ROOT

_END = "</qgis>"

_BARE = '<qgis version="3.22.0" styleCategories="Fields|AttributeTable">' + _END


@cache
def style(kind: str) -> str:
    """The QML of a kind of layer or table, "" if there is none.

    Args:
        kind: Layer name of sharing.layers.
    """
    from .fields import as_xml  # which knows the kinds, whose modules know styles

    path = ROOT / "styles" / f"{kind}.qml"
    drawn = path.read_text(encoding="utf-8") if path.is_file() else ""
    read = as_xml(kind)
    if not read:
        return drawn
    head, end, tail = (drawn or _BARE).rpartition(_END)
    return f"{head}{read}{end}{tail}".replace('"Symbology|', '"Fields|AttributeTable|Symbology|', 1)
