"""A plugin for the benchmark only: counts points per H3 cell feature by feature, as the existing H3 plugins do."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: N802 (the name QGIS looks for)
    """The plugin object."""
    from .provider import PeerLoop

    return PeerLoop()
