"""The keys of what an organisation can set: how each is called, and which values it can have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import Any, Optional, Union

from ..core.errors import SettingError
from ..core.phrases import phrase
from .overrides import Override

#: Names the file of the organisation, in the environment and in the settings of QGIS.
KEY = "organisatie"

#: Longest retention (months) that is no slip of the keyboard.
_LONGEST_RETENTION = 240

#: No series needs more of anything.
_HIGHEST = 100_000

Value = Union[str, int, Mapping[str, Union[int, float]]]


class Kind(Enum):
    """What a key holds."""

    TEXT = "text"
    PATH = "path"
    MONTHS = "months"
    THRESHOLDS = "thresholds"


#: Everything that can be set. ARBEIDSMIGRATIE_<KEY> is its variable, arbeidsmigratie/<key> its setting in QGIS.
KEYS: Mapping[str, Kind] = {
    "verantwoordelijke": Kind.TEXT,
    "doel": Kind.TEXT,
    "grondslag": Kind.TEXT,
    "dpia": Kind.TEXT,
    "bewaartermijn": Kind.MONTHS,
    "map": Kind.PATH,
    "services": Kind.PATH,
    "regions": Kind.PATH,
    "signals": Kind.PATH,
    "deelmatrix": Kind.PATH,
    "beleid": Kind.PATH,
    "drempels": Kind.THRESHOLDS,
    "logboek": Kind.PATH,
    "verwerking": Kind.TEXT,
    "otlp": Kind.TEXT,
}


def variable(key: str) -> str:
    """Name of a key in the environment.

    Args:
        key: One of KEYS, or KEY.
    """
    return f"ARBEIDSMIGRATIE_{key.upper()}"


def setting(key: str) -> str:
    """Name of a key in the settings of QGIS.

    Args:
        key: One of KEYS, or KEY.
    """
    return f"arbeidsmigratie/{key}"


def typed(key: str, text: str, origin: str = "") -> Value:
    """The value of a text of the environment, of the settings of QGIS, or of a user.

    Args:
        key: One of KEYS.
        text: Not empty.
        origin: What names it, in words; "" for the text itself.

    Raises:
        SettingError: It can't be used.
    """
    kind = KEYS[key]
    if kind is Kind.PATH:
        return str(_path(text))
    if kind is Kind.TEXT:
        return text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    problem = _wrong_months(value) if kind is Kind.MONTHS else None
    wrong = _wrong_thresholds(value) if kind is Kind.THRESHOLDS else None
    if wrong:
        problem = phrase("{rule} {reason}", rule=wrong[0], reason=wrong[1]) if wrong[0] else wrong[1]
    if problem:
        raise SettingError(setting=origin or f"'{text}'", reason=problem)
    return value


def of_file(source: Override, key: str, value: Any) -> Value:
    """A value of the file of the organisation; paths are made absolute.

    Args:
        source: The file.
        key: One of KEYS.
        value: What stands there.

    Raises:
        ConfigurationError: It is of the wrong type, or weaker than it may be.
    """
    kind = KEYS[key]
    if kind is Kind.MONTHS:
        problem = _wrong_months(value)
    elif kind is Kind.THRESHOLDS:
        wrong = _wrong_thresholds(value)
        key, problem = (f"{key}.{wrong[0]}".rstrip("."), wrong[1]) if wrong else (key, None)
    else:
        fits = isinstance(value, str) and value.strip() and "\0" not in value
        problem = None if fits else phrase("must be a text")
    if problem:
        raise source.error(key, problem)
    if kind is Kind.PATH:
        return str(source.path.absolute().parent / _path(value.strip()))
    return value.strip() if kind is Kind.TEXT else value


def _path(text: str) -> Path:
    """A path, with the user's folder for '~' where there is one."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def _wrong_months(value: Any) -> Optional[str]:
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _LONGEST_RETENTION:
        return None
    return phrase("must be a whole number of months, 1 to {most}", most=_LONGEST_RETENTION)


def _wrong_thresholds(value: Any) -> Optional[tuple[str, str]]:
    """The rule that is wrong, "" for all of it, and why; None if every threshold is as strict as the plugin's own."""
    from ..core.disclosure.rules import Rules, higher_is_stricter

    if not isinstance(value, dict):
        return "", phrase("must be a JSON object")
    floor = {one.name: getattr(Rules(), one.name) for one in fields(Rules)}
    for name, number in value.items():
        if name not in floor:
            return name, phrase("is unknown, known are: {able}", able=", ".join(floor))
        whole = isinstance(floor[name], int)
        if isinstance(number, bool) or not isinstance(number, int if whole else (int, float)):
            return name, phrase("must be a whole number") if whole else phrase("must be a number")
        if higher_is_stricter(name) and not floor[name] <= number <= _HIGHEST:
            return name, phrase("may only be tightened: give {least} or more", least=floor[name])
        if not higher_is_stricter(name) and not 0 < number <= floor[name]:
            return name, phrase("may only be tightened: give {most} or less, above 0", most=floor[name])
    return None
