"""What a user has set for himself: looked at as a whole before anything of it is kept."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Optional

from ..core.errors import ArbeidsmigratieError, OutputError, SettingError
from ..core.phrases import phrase
from . import logbook, matrix, organisation, rulebooks, services
from .organisation import Found, Level
from .organisation_keys import KEYS, setting, typed
from .overrides import Override
from .policies import read_policy
from .vault import profile_folder

#: Addresses of services that a user has changed, in the plugin's folder of the profile.
SERVICES_FILE = "diensten.json"

_SERVICES = "services"


@dataclass(frozen=True)
class Preferences:
    """What a user has set; what is absent is the organisation's, or else the plugin's.

    Attributes:
        values: Key -> what was typed or chosen.
        services: Entries of the service catalogue that differ, None to leave the file with them as it is.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    services: Optional[Mapping[str, Any]] = None


@dataclass(frozen=True)
class Problem:
    """Why something can't be kept.

    Attributes:
        key: What is wrong.
        error: What is wrong with it.
    """

    key: str
    error: ArbeidsmigratieError


@dataclass(frozen=True)
class Standing:
    """How a key stands.

    Attributes:
        own: What the user has set, "" for nothing.
        otherwise: What counts without that; None if nobody has set it.
        settable: Whether what a user sets counts.
    """

    own: str
    otherwise: Optional[Found]
    settable: bool


def standing(key: str) -> Standing:
    """How a key stands.

    Args:
        key: One of KEYS.

    Raises:
        ConfigurationError: The file of the organisation can't be used.
        SettingError: A value that is not the user's can't be used.
    """
    without = organisation.chosen(key, without=(Level.USER,))
    return Standing(organisation.of_user(key), without, organisation.settable(key))


def own_services() -> dict[str, Any]:
    """The user's own entries of the service catalogue.

    Raises:
        ConfigurationError: They can't be read.
    """
    named = organisation.of_user(_SERVICES)
    return Override(Path(named).expanduser(), _PAGE, services.FORM).entries() if named else {}


def problems(wanted: Preferences) -> list[Problem]:
    """Why preferences can't be kept; none if they can.

    Args:
        wanted: All that the user would have set.
    """
    found = [(key, _refusal(look)) for key, look in _looks(wanted)]
    return [Problem(key, error) for key, error in found if error is not None]


def _refusal(look: Callable[[], object]) -> Optional[ArbeidsmigratieError]:
    try:
        look()
    except ArbeidsmigratieError as error:
        return error
    return None


def save(wanted: Preferences) -> None:
    """Keeps preferences: all of them, or none.

    Args:
        wanted: All that the user has set; without problems.

    Raises:
        OutputError: The addresses can't be written; nothing was changed.
    """
    from qgis.core import QgsSettings

    values = dict(wanted.values)
    if wanted.services is not None:
        path = profile_folder() / SERVICES_FILE
        values[_SERVICES] = str(path) if wanted.services else ""
        if wanted.services:
            _write(path, wanted.services)
    settings = QgsSettings()
    for key in filter(organisation.settable, KEYS):
        if values.get(key):
            settings.setValue(setting(key), values[key])
        else:
            settings.remove(setting(key))


def _write(path: Path, entries: Mapping[str, Any]) -> None:
    """Writes the addresses, so that the file is whole at every moment."""
    draft = path.with_suffix(".nieuw")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(entries, indent=2, ensure_ascii=False), encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise OutputError(file=str(path), reason=error.strerror or phrase("no access")) from None


# Looking at each -----------------------------------------------------------------------------------------------------


def _looks(wanted: Preferences) -> Iterator[tuple[str, Callable[[], object]]]:
    """Key -> what raises an error if its value can't be used."""
    for key, text in wanted.values.items():
        if text and (key != _SERVICES or wanted.services is None):
            yield key, partial(_LOOKS.get(key, typed), key, text)
    if wanted.services:
        yield _SERVICES, partial(_services, wanted.services)


def _services(entries: Mapping[str, Any]) -> None:
    path = profile_folder() / SERVICES_FILE
    others = organisation.overrides(_SERVICES, services.FORM, without=(Level.USER,))
    services.catalogue([*others, Override(path, _PAGE, services.FORM, entries)])


def _file(form: str, look: Callable[[list[Override]], object]) -> Callable[[str, str], None]:
    """Looks at a file as a run would read it."""

    def of_key(key: str, text: str) -> None:
        path = Path(str(typed(key, text)))
        look([*organisation.overrides(key, form, without=(Level.USER,)), Override(path, _PAGE, form)])

    return of_key


def _signals(sources: list[Override]) -> None:
    for signal in rulebooks.signals():
        rulebooks.rules_with(signal, sources)


def _policy(key: str, text: str) -> None:
    read_policy(Path(str(typed(key, text))))


def _folder(key: str, text: str) -> None:
    path = Path(str(typed(key, text)))
    if not path.is_absolute() or path.is_file():
        raise SettingError(setting=str(path), reason=phrase("it is no folder"))
    _writable(path)


def _logbook(key: str, text: str) -> None:
    path = Path(str(typed(key, text)))
    if not path.is_absolute() or path.is_dir():
        raise SettingError(setting=str(path), reason=phrase("it is no file"))
    _writable(path.parent)


def _writable(folder: Path) -> None:
    """Refuses a folder in which nothing could be written, itself or where it would be made."""
    there: Optional[Path] = next((one for one in (folder, *folder.parents) if one.exists()), None)
    if there is None or not there.is_dir() or not os.access(there, os.W_OK):
        raise SettingError(setting=str(folder), reason=phrase("nothing can be written there"))


_PAGE = phrase("the settings of the plugin")

_LOOKS: dict[str, Callable[[str, str], object]] = {
    "services": _file(services.FORM, services.catalogue),
    "map": _folder,
    "regions": _file(services.REGIONS_FORM, services.regions_of),
    "signals": _file(rulebooks.FORM, _signals),
    "deelmatrix": _file(matrix.FORM, matrix.matrix_of),
    "beleid": _policy,
    "logboek": _logbook,
    "verwerking": lambda key, text: logbook.checked_activity(text, phrase("the processing activity")),
    "otlp": lambda key, text: logbook.checked_collector(text, phrase("the address of the collector")),
}
