"""The service catalogue: every address the plugin knows, as data that an organisation can override."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import FileDamagedError
from ..version import ROOT

#: Names a JSON file whose entries replace those of the catalogue with the same key.
OVERRIDE = "ARBEIDSMIGRATIE_SERVICES"


@dataclass(frozen=True)
class Service:
    """A service and what a user must know of it.

    Attributes:
        key: Name in the catalogue.
        purpose: What it is for.
        protocol: How it is asked.
        url: Its address.
        licence: Licence of the data.
        attribution: What a map must say.
        moved: What to try when it has moved.
        zoom: Lowest and highest zoom level, of tile services.
    """

    key: str
    purpose: str
    protocol: str
    url: str
    licence: str
    attribution: str
    moved: str
    zoom: tuple[int, int] = (0, 0)


def service(key: str) -> Service:
    """A service of the catalogue.

    Args:
        key: Its name.

    Raises:
        FileDamagedError: The file that overrides the catalogue is no JSON object of services.
    """
    entries = _entries(ROOT / "resources" / "services.json")
    override = os.environ.get(OVERRIDE)
    if override:
        entries.update(_entries(Path(override)))
    try:
        entry = entries[key]
        return Service(key=key, **{**entry, "zoom": tuple(entry.get("zoom", (0, 0)))})
    except (KeyError, TypeError):
        raise FileDamagedError(file=override or "services.json") from None


def _entries(path: Path) -> dict[str, dict[str, object]]:
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise FileDamagedError(file=str(path)) from None
    if not isinstance(entries, dict):
        raise FileDamagedError(file=str(path))
    return entries
