"""The service catalogue and the regions: data of the plugin that an organisation can override.

What an organisation says in the file of the environment variable goes before the file of its settings, that before
what its organisatie.json names, and that before the catalogue (organisation.py). An entry of the same key is replaced;
what it does not say stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional
from urllib.parse import urlsplit

from ..core.phrases import Phrase, phrase
from ..core.regions import Merged, Region, Regions
from .organisation import overrides
from .organisation_keys import setting, variable
from .overrides import Override, resource
from .presets import merged_of, preset_of

#: Names a JSON file with entries of the service catalogue.
OVERRIDE = variable("services")

#: Names a JSON file with regions, in the form of resources/regions.json.
REGIONS_OVERRIDE = variable("regions")

#: Settings of QGIS that name such files.
SERVICES_SETTING = setting("services")
REGIONS_SETTING = setting("regions")

#: What their files have the form of.
FORM, REGIONS_FORM = "resources/services.json", "resources/regions.json"


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
        fields: Our name of a collection or type -> fields of the service that we need of it.
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
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1000
    largest_startindex: int = 0
    zoom: tuple[int, int] = (0, 0)
    feed: str = ""


def services(also: Optional[Path] = None) -> tuple[Service, ...]:
    """All services, in the order of the catalogue.

    Args:
        also: A file with other addresses for this run; it goes before all else.

    Raises:
        ConfigurationError: A file of the organisation can't be used.
    """
    given = [] if also is None else [Override(also, phrase("the parameter SERVICES"), FORM)]
    return catalogue([*overrides("services", FORM), *given])


def catalogue(sources: Iterable[Override]) -> tuple[Service, ...]:
    """The services of the plugin with what files have otherwise.

    Args:
        sources: The files, the one that goes before last.

    Raises:
        ConfigurationError: One of them can't be used.
    """
    entries = resource("services.json")
    for source in sources:
        for key, change in source.known("", source.entries(), entries).items():
            entries[key] = _changed(source, key, entries[key], change)
    return tuple(_service(key, entry) for key, entry in entries.items())


def service(key: str) -> Service:
    """A service of the catalogue.

    Args:
        key: Its name.

    Raises:
        ConfigurationError: A file of the organisation can't be used.
    """
    return next(found for found in services() if found.key == key)


def regions() -> Regions:
    """The regions that are known, those of the organisation before those of the plugin.

    Raises:
        ConfigurationError: A file of the organisation can't be used.
    """
    return regions_of(overrides("regions", REGIONS_FORM))


def regions_of(sources: Iterable[Override]) -> Regions:
    """The regions of the plugin with what files have otherwise.

    Args:
        sources: The files, the one that goes before last.

    Raises:
        ConfigurationError: One of them can't be used.
    """
    own = resource("regions.json")
    presets = {entry["key"]: Region(**entry) for entry in own["presets"]}
    merged = {entry["code"]: Merged(**entry) for entry in own["merged"]}
    for source in sources:
        content = source.known("", source.entries(), ("presets", "merged"))
        presets.update({one.key: one for one in source.each("presets", content.get("presets", []), preset_of)})
        merged.update({one.code: one for one in source.each("merged", content.get("merged", []), merged_of)})
    return Regions(tuple(presets.values()), tuple(merged.values()))


def _service(key: str, entry: Mapping[str, Any]) -> Service:
    lists = {kind: tuple(names) for kind, names in entry.get("fields", {}).items()}
    said = {name: Phrase(entry[name], {}) for name in ("purpose", "moved") if name in entry}
    return Service(key=key, **{**entry, **said, "fields": lists, "zoom": tuple(entry.get("zoom", (0, 0)))})


# What an organisation may say ----------------------------------------------------------------------------------------


def _changed(source: Override, key: str, known: Mapping[str, Any], change: object) -> dict[str, Any]:
    """An entry of the catalogue with what an organisation has otherwise.

    Raises:
        ConfigurationError: It can't have that.
    """
    entry = dict(source.known(key, change, _MUST_BE))
    for name, value in entry.items():
        fits, must_be = _MUST_BE[name]
        if not fits(value):
            raise source.error(f"{key}.{name}", phrase("must be {must_be}", must_be=must_be))
    if entry.get("protocol", known["protocol"]) != known["protocol"]:
        raise source.error(f"{key}.protocol", phrase("must stay {protocol}", protocol=known["protocol"]))
    for name in ("collections", "fields"):
        there = known.get(name, {})
        if name in entry:
            own = dict.fromkeys(there, entry[name]) if isinstance(entry[name], list) else entry[name]
            entry[name] = {**there, **source.known(f"{key}.{name}", own, there)}
    return {**known, **entry}


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_address(value: object) -> bool:
    """Whether it is a web address without a log-in: that would end up wherever the address is named."""
    try:
        parts = urlsplit(value if isinstance(value, str) else "")
        of_web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        return of_web and "@" not in parts.netloc
    except ValueError:
        return False


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_range(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_whole, value)) and value == sorted(value)


_TEXT = (_is_text, phrase("a text"))
_ADDRESS = (
    _is_address,
    phrase(
        "a whole https or http address without user and password; log in by AUTHCFG, an authentication configuration "
        "of QGIS"
    ),
)

#: Key of an entry -> whether a value fits, and what it must be.
_MUST_BE: dict[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys(("purpose", "protocol", "licence", "attribution", "moved"), _TEXT),
    **dict.fromkeys(("url", "feed"), _ADDRESS),
    "collections": (
        lambda value: isinstance(value, dict) and all(map(_is_text, value.values())),
        phrase("an object with the name of each collection as a text"),
    ),
    "fields": (
        lambda value: _are_texts(value) or (isinstance(value, dict) and all(map(_are_texts, value.values()))),
        phrase("a list of texts, or an object with such a list for each collection"),
    ),
    "page": (lambda value: _is_whole(value) and value > 0, phrase("a whole number above 0")),
    "largest_startindex": (_is_whole, phrase("a whole number, 0 for no limit")),
    "zoom": (_is_range, phrase("two whole numbers, the lowest first")),
}
