"""Regions of an organisation, out of its file: complete, or refused by the key that is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from ..core.phrases import phrase
from ..core.regions import Merged, Region
from .overrides import Override

_CODE = re.compile(r"\d{4}", re.ASCII)


def preset_of(source: Override, key: str, entry: object) -> Region:
    """A region.

    Args:
        source: The file.
        key: Where it stands.
        entry: What stands there.

    Raises:
        ConfigurationError: It is none, or has no municipalities.
    """
    names = ("key", "name", "municipalities")
    found = source.known(key, entry, names, names)
    short, name = (_text(source, f"{key}.{part}", found[part]) for part in names[:2])
    return Region(short, name, _municipalities(source, f"{key}.municipalities", found["municipalities"]))


def merged_of(source: Override, key: str, entry: object) -> Merged:
    """A municipality that is no more.

    Args:
        source: The file.
        key: Where it stands.
        entry: What stands there.

    Raises:
        ConfigurationError: It is none.
    """
    names = ("code", "name", "since", "into")
    found = source.known(key, entry, names, names)
    code, name, since = (_text(source, f"{key}.{part}", found[part]) for part in names[:3])
    if not _CODE.fullmatch(code):
        raise source.error(f"{key}.code", phrase("must be a code of four digits"))
    try:
        date.fromisoformat(since)
    except ValueError:
        raise source.error(f"{key}.since", phrase("must be a date such as 2026-01-01")) from None
    return Merged(code, name, since, _municipalities(source, f"{key}.into", found["into"]))


def _text(source: Override, key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise source.error(key, phrase("must be a text"))
    return value


def _municipalities(source: Override, key: str, value: object) -> Mapping[str, str]:
    """Code -> name, of at least one: none would mean the whole country."""
    if not isinstance(value, dict) or not value or not all(map(_CODE.fullmatch, value)):
        raise source.error(
            key, phrase('must name at least one municipality, by its code of four digits: {"0983": "Venlo"}')
        )
    return {code: _text(source, f"{key}.{code}", name) for code, name in value.items()}
