"""What an organisation has set otherwise than the plugin: by whom each value was set, and which one counts.

An environment variable goes before the setting of a user, that before what an administrator presets for all users of
QGIS (qgis_global_settings.ini), that before the file of the organisation (organisatie.json), and that before the
plugin. What can only be tightened (thresholds, sharing matrix) takes the strictest of all. For a key that the file
names in "vast" settings of QGIS don't count.

A file that an administrator names (in qgis_global_settings.ini) always counts, before one that the user names: for
what it has in "vast" nothing else counts, the environment included, since QGIS lets users set variables.

Nothing is kept in memory: a change counts from the next run on.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from ..core.phrases import phrase
from .organisation_keys import KEY, KEYS, Value, of_file, setting, typed, variable
from .overrides import Override
from .vault import profile_folder

if TYPE_CHECKING:
    from ..core.disclosure.rules import Rules

#: Name of the file, in the plugin's folder of the profile if nothing names another.
FILE = "organisatie.json"

#: Keys that users can't set themselves.
LOCKED = "vast"

_FORM = "resources/templates/organisatie.json"


class Level(Enum):
    """Who set a value."""

    ENVIRONMENT = "environment"
    USER = "user"
    ORGANISATION = "organisation"


@dataclass(frozen=True)
class Found:
    """A value of a key.

    Attributes:
        key: The key.
        value: Texts and paths as text, months as a number, thresholds by rule.
        level: Who set it.
        origin: What names it, in words.
    """

    key: str
    value: Value
    level: Level
    origin: str


@dataclass(frozen=True)
class Organisation:
    """The file of the organisation.

    Attributes:
        path: The file, None if there is none.
        values: Key -> value; paths are absolute.
        locked: Keys that users can't set themselves.
        administered: Whether an administrator named it for all users.
    """

    path: Optional[Path] = None
    values: Mapping[str, Value] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()
    administered: bool = False


@dataclass(frozen=True)
class Defaults:
    """What a new project and a package begin with; "" and None where nobody has set it.

    Attributes:
        responsible: Organisation that is responsible.
        purpose: What the data are used for.
        basis: Legal basis of that.
        dpia: Reference of the data protection impact assessment.
        retention: Months that data are kept.
        folder: Where projects go.
        policy: Table with the policy of municipalities.
    """

    responsible: str
    purpose: str
    basis: str
    dpia: str
    retention: Optional[int]
    folder: Optional[Path]
    policy: Optional[Path]


# What is set ---------------------------------------------------------------------------------------------------------


def organisation() -> Organisation:
    """The file of the organisation; the one of the administrator if there is more than one.

    Raises:
        ConfigurationError: It is named and absent, misspelt, or weaker than the plugin somewhere.
    """
    return next(iter(organisations()), Organisation())


def organisations() -> tuple[Organisation, ...]:
    """The files that count, the one that goes first first: what an administrator names can't be put aside.

    Raises:
        ConfigurationError: One is named and absent, misspelt, or weaker than the plugin somewhere.
    """
    named = list(_named(KEY))
    of_all = [one for one in named if one.level is Level.ORGANISATION]
    of_user = [one for one in named if one.level is not Level.ORGANISATION][:1]
    found = [_read(Path(str(one.value)).expanduser(), one.origin, one in of_all) for one in (*of_all, *of_user)]
    own = profile_folder() / FILE
    if not found and own.exists():
        found = [_read(own, phrase("its place in the QGIS profile"))]
    return tuple(found)


def _read(path: Path, origin: str, administered: bool = False) -> Organisation:
    source = Override(path, origin, _FORM)
    content = source.known("", source.entries(), (*KEYS, LOCKED))
    values = {key: of_file(source, key, value) for key, value in content.items() if key != LOCKED}
    locked = content.get(LOCKED, [])
    if not isinstance(locked, list) or not all(isinstance(key, str) and key in KEYS for key in locked):
        raise source.error(LOCKED, phrase("must be a list of keys, known are: {able}", able=", ".join(KEYS)))
    return Organisation(source.path, values, frozenset(locked), administered)


def levels(key: str, without: Collection[Level] = ()) -> list[Found]:
    """The values of a key, the one that counts first.

    Args:
        key: One of KEYS.
        without: Whose values to leave out.

    Raises:
        ConfigurationError: The file of the organisation can't be used.
        SettingError: A value can't be used.
    """
    files = organisations()
    found = [
        replace(one, value=typed(key, str(one.value), one.origin))
        for one in _counting(key, files)
        if one.level not in without
    ]
    if Level.ORGANISATION in without:
        return found
    for file in files:
        if key in file.values and (file.administered or not _fixed(key, files)):
            origin = phrase("{key} in {file}", key=key, file=str(file.path))
            found.append(Found(key, file.values[key], Level.ORGANISATION, origin))
    return found


def of_user(key: str) -> str:
    """What the user has set, as it was typed; "" if nothing, or if it does not count.

    Args:
        key: One of KEYS.

    Raises:
        ConfigurationError: The file of the organisation can't be used.
    """
    return next((str(one.value) for one in _counting(key, organisations()) if one.level is Level.USER), "")


def settable(key: str) -> bool:
    """Whether what a user sets would count.

    Args:
        key: One of KEYS.

    Raises:
        ConfigurationError: The file of the organisation can't be used.
    """
    of_environment = any(one.level is Level.ENVIRONMENT for one in _named(key))
    return not any(key in file.locked for file in organisations()) and not of_environment


def chosen(key: str, without: Collection[Level] = ()) -> Optional[Found]:
    """The value of a key that counts; None if nobody has set it.

    Args:
        key: One of KEYS.
        without: Whose values to leave out.

    Raises:
        ConfigurationError: The file of the organisation can't be used.
        SettingError: A value can't be used.
    """
    return next(iter(levels(key, without)), None)


def overrides(key: str, form: str, without: Collection[Level] = ()) -> list[Override]:
    """Files that an organisation gives, the one that goes before last.

    Args:
        key: One of KEYS that holds a path.
        form: What in the plugin has the same form.
        without: Whose files to leave out.

    Raises:
        ConfigurationError: The file of the organisation can't be used.
    """
    return [Override(Path(str(one.value)), one.origin, form) for one in reversed(levels(key, without))]


def rules(without: Collection[Level] = ()) -> Rules:
    """The safety rules, as strict as the organisation and the user have them.

    Args:
        without: Whose thresholds to leave out.

    Raises:
        ConfigurationError: The file of the organisation can't be used.
        SettingError: Thresholds can't be used.
    """
    from ..core.disclosure.rules import Rules

    made = Rules()
    for one in levels("drempels", without):
        wanted: Any = one.value
        made = made.joined(Rules().tightened(**wanted))
    return made


def policy_file() -> Optional[Path]:
    """The policy table that counts where a run names none.

    Raises:
        ConfigurationError: It is not there, or the file of the organisation can't be used.
    """
    source = next(iter(overrides("beleid", "resources/templates/beleid.csv")[-1:]), None)
    if source is not None and not source.path.is_file():
        raise source.error(phrase("it"), phrase("does not exist"))
    return source.path if source else None


def defaults() -> Defaults:
    """What a new project and a package begin with.

    Raises:
        ConfigurationError: The file of the organisation can't be used.
        SettingError: A value can't be used.
    """
    texts = [_text(key) for key in ("verantwoordelijke", "doel", "grondslag", "dpia")]
    months = chosen("bewaartermijn")
    folder, policy = (Path(text) if text else None for text in map(_text, ("map", "beleid")))
    return Defaults(*texts, int(str(months.value)) if months else None, folder, policy)


def _text(key: str) -> str:
    found = chosen(key)
    return str(found.value) if found else ""


# Where it stands -----------------------------------------------------------------------------------------------------


def _named(key: str) -> Iterator[Found]:
    """What the environment and the settings of QGIS have, as text."""
    of_environment = os.environ.get(variable(key), "").strip()
    if of_environment:
        origin = phrase("the environment variable {variable}", variable=variable(key))
        yield Found(key, of_environment, Level.ENVIRONMENT, origin)
    from qgis.core import QgsSettings

    origin = phrase("the QGIS setting {setting}", setting=setting(key))
    of_all = _of_all_users(setting(key))
    own = str(QgsSettings().value(setting(key), "") or "").strip()
    if own and own != of_all:
        yield Found(key, own, Level.USER, origin)
    if of_all:
        yield Found(key, of_all, Level.ORGANISATION, origin)


def _counting(key: str, files: Sequence[Organisation]) -> list[Found]:
    """The same, without settings of QGIS for a key that is locked; nothing if an administrator locked it."""
    if _fixed(key, files):
        return []
    locked = any(key in file.locked for file in files)
    return [one for one in _named(key) if one.level is Level.ENVIRONMENT or not locked]


def _fixed(key: str, files: Sequence[Organisation]) -> bool:
    return any(file.administered and key in file.locked for file in files)


def _of_all_users(name: str) -> str:
    """What an administrator presets for every user; qgis_process does not look there by itself.

    The file in the folder of QGIS goes first: users can set the variable that names another.
    """
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QSettings

    usual = Path(QgsApplication.pkgDataPath()) / "resources" / "qgis_global_settings.ini"
    other = os.environ.get("QGIS_GLOBAL_SETTINGS_FILE")
    for path in (usual, Path(other)) if other else (usual,):
        if path.is_file():
            found = str(QSettings(str(path), QSettings.Format.IniFormat).value(name, "") or "").strip()
            if found:
                return found
    return ""
