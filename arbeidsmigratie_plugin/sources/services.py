"""The service catalogue and the regions: data of the plugin that an organisation can override.

What an organisation says in the file of the environment variable goes before the file of its settings, and that
before the catalogue. An entry of the same key is replaced; what it does not say stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..core.errors import FileDamagedError
from ..core.regions import Merged, Region, Regions
from ..version import ROOT
from .overrides import entries_of, overrides

#: Names a JSON file with entries of the service catalogue.
OVERRIDE = "ARBEIDSMIGRATIE_SERVICES"

#: Names a JSON file with regions, in the form of resources/regions.json.
REGIONS_OVERRIDE = "ARBEIDSMIGRATIE_REGIONS"

#: Settings of QGIS that name such files.
SERVICES_SETTING = "arbeidsmigratie/services"
REGIONS_SETTING = "arbeidsmigratie/regions"


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
        collections: Our name of a collection or type -> the service's.
        fields: Fields without which its answers can't be used.
        page: Objects per page, at most.
        largest_startindex: Highest offset that a WFS accepts, 0 if there is no limit.
        zoom: Lowest and highest zoom level, of tile services.
        feed: Address that names a file which is too large to ask for.
    """

    key: str
    purpose: str
    protocol: str
    url: str
    licence: str
    attribution: str
    moved: str
    collections: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    page: int = 1000
    largest_startindex: int = 0
    zoom: tuple[int, int] = (0, 0)
    feed: str = ""


def services() -> tuple[Service, ...]:
    """All services, in the order of the catalogue.

    Raises:
        FileDamagedError: A file that overrides the catalogue is no JSON object of services.
    """
    entries = entries_of(ROOT / "resources" / "services.json")
    source = ROOT / "resources" / "services.json"
    try:
        for source in overrides(OVERRIDE, SERVICES_SETTING):
            for key, entry in entries_of(source).items():
                known = entries.get(key, {})
                names = {**known.get("collections", {}), **entry.get("collections", {})}
                entries[key] = {**known, **entry, "collections": names}
        return tuple(_service(key, entry) for key, entry in entries.items())
    except (TypeError, ValueError, AttributeError):
        raise FileDamagedError(file=str(source)) from None


def service(key: str) -> Service:
    """A service of the catalogue.

    Args:
        key: Its name.

    Raises:
        FileDamagedError: A file that overrides the catalogue is no JSON object of services.
    """
    return next(found for found in services() if found.key == key)


def regions() -> Regions:
    """The regions that are known, those of the organisation before those of the plugin.

    Raises:
        FileDamagedError: The file of the organisation has another form.
    """
    presets: dict[str, Region] = {}
    merged: dict[str, Merged] = {}
    for path in (ROOT / "resources" / "regions.json", *overrides(REGIONS_OVERRIDE, REGIONS_SETTING)):
        content = entries_of(path)
        try:
            presets.update({entry["key"]: Region(**entry) for entry in content.get("presets", [])})
            merged.update({entry["code"]: Merged(**entry) for entry in content.get("merged", [])})
        except (TypeError, KeyError, AttributeError):
            raise FileDamagedError(file=str(path)) from None
    return Regions(tuple(presets.values()), tuple(merged.values()))


def _service(key: str, entry: Mapping[str, Any]) -> Service:
    texts = {name: entry.get(name, "") for name in ("purpose", "protocol", "url", "licence", "attribution", "moved")}
    page = int(entry.get("page", 1000))
    if page < 1 or not texts["url"] or not all(isinstance(value, str) for value in texts.values()):
        raise ValueError(key)
    low, high = entry.get("zoom", (0, 0))
    return Service(
        key=key,
        **texts,
        collections={str(ours): str(theirs) for ours, theirs in dict(entry.get("collections", {})).items()},
        fields=tuple(entry.get("fields", ())),
        page=page,
        largest_startindex=int(entry.get("largest_startindex", 0)),
        zoom=(int(low), int(high)),
        feed=str(entry.get("feed", "")),
    )
