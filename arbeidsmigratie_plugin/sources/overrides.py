"""Data of the plugin that an organisation can override, by a file of its settings or of the environment."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from ..core.errors import FileDamagedError


def overrides(variable: str, setting: str) -> list[Path]:
    """Files that an organisation gives, the one that goes before last.

    Args:
        variable: Name in the environment.
        setting: Key in the settings of QGIS.
    """
    from qgis.core import QgsSettings

    named = [QgsSettings().value(setting, ""), os.environ.get(variable, "")]
    return [Path(str(name)) for name in named if name]


def entries_of(path: Path) -> dict[str, Any]:
    """The entries of a JSON file.

    Args:
        path: The file.

    Raises:
        FileDamagedError: It can't be read, or is no JSON object.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise FileDamagedError(file=str(path)) from None
    if not isinstance(entries, dict):
        raise FileDamagedError(file=str(path))
    return entries
