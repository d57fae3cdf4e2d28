"""Arbeidsmigratie: regional oversight of labour-migrant housing in the Netherlands, a QGIS plugin."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: N802 (the name QGIS looks for)
    """The plugin object.

    Args:
        iface: QGIS Desktop, None in qgis_process.
    """
    from .arbeidsmigratie_plugin.plugin import ArbeidsmigratiePlugin

    return ArbeidsmigratiePlugin(iface)
