"""Data of the plugin that an organisation can override, by a file of its settings or of the environment."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, TypeVar

from ..core.errors import ConfigurationError, FileDamagedError
from ..core.phrases import phrase
from ..version import ROOT

T = TypeVar("T")

#: What is wrong with a file as a whole is told of this key.
_WHOLE = phrase("it")


@dataclass(frozen=True)
class Override:
    """A file with what an organisation has otherwise.

    Attributes:
        path: The file.
        origin: What names it, in words.
        form: What in the plugin has the same form.
        content: What is to be looked at instead of the file, before it is written.
    """

    path: Path
    origin: str
    form: str
    content: Optional[Mapping[str, Any]] = None

    def entries(self) -> dict[str, Any]:
        """The entries of the file.

        Raises:
            ConfigurationError: There is no such file, or it is no JSON object.
        """
        if self.content is not None:
            return dict(self.content)
        try:
            entries = json.loads(self.path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            raise self.error(_WHOLE, phrase("does not exist")) from None
        except OSError as error:
            raise self.error(
                _WHOLE, phrase("can't be opened ({strerror})", strerror=error.strerror or phrase("no access"))
            ) from None
        except json.JSONDecodeError as error:
            raise self.error(
                _WHOLE, phrase("is no JSON (line {lineno}, column {colno})", lineno=error.lineno, colno=error.colno)
            ) from None
        except (UnicodeDecodeError, RecursionError):
            raise self.error(_WHOLE, phrase("is no JSON in UTF-8")) from None
        if not isinstance(entries, dict):
            raise self.error(_WHOLE, phrase("is no JSON object"))
        return entries

    def known(self, key: str, found: object, known: Iterable[str], needed: Sequence[str] = ()) -> dict[str, Any]:
        """An object of which all keys are known: a misspelt one would be left out without a word.

        Args:
            key: Where it stands, "" for the file itself.
            found: What stands there.
            known: The keys that it can have.
            needed: Those that it must have.

        Raises:
            ConfigurationError: It is no object, has another key or lacks one.
        """
        if not isinstance(found, dict):
            raise self.error(key, phrase("must be a JSON object"))
        able = list(known)
        unknown = next((name for name in found if name not in able), None)
        if unknown is not None:
            raise self.error(
                f"{key}.{unknown}".lstrip("."), phrase("is unknown, known are: {able}", able=", ".join(able))
            )
        lacking = [name for name in needed if name not in found]
        if lacking:
            raise self.error(key, phrase("lacks {lacking}", lacking=", ".join(lacking)))
        return found

    def each(self, key: str, found: object, make: Callable[[Override, str, object], T]) -> list[T]:
        """What a list holds.

        Args:
            key: Where it stands.
            found: What stands there.
            make: Makes one out of this file, the place in it and what stands there.

        Raises:
            ConfigurationError: It is no list, or something in it can't be used.
        """
        if not isinstance(found, list):
            raise self.error(key, phrase("must be a JSON list"))
        return [make(self, f"{key}[{at}]", one) for at, one in enumerate(found)]

    def error(self, key: str, reason: str) -> ConfigurationError:
        """What to raise.

        Args:
            key: What is wrong.
            reason: What is wrong with it.
        """
        return ConfigurationError(file=str(self.path), origin=self.origin, key=key, reason=reason, form=self.form)


def resource(*parts: str) -> dict[str, Any]:
    """The entries of a JSON file of the plugin itself.

    Args:
        parts: Its path in resources.

    Raises:
        FileDamagedError: It can't be read: the plugin is not complete.
    """
    path = ROOT.joinpath("resources", *parts)
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise FileDamagedError(file=str(path)) from None
    if not isinstance(entries, dict):
        raise FileDamagedError(file=str(path))
    return entries
