"""Stricter safety rules as somebody typed them: JSON with names of rules and numbers."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, NoReturn, Union

from ..phrases import phrase
from ..refusals import RulesTextError
from .rules import Rules

_EXAMPLE = '{"persons": 15, "addresses": 8}'

#: No series needs more of anything; a number above it is a slip of the keyboard.
_HIGHEST = 100_000

#: So many characters of what was typed are repeated at most: it goes into the log of QGIS.
_REPEATED = 40

#: The rules that count something.
_WHOLE = tuple(f.name for f in fields(Rules) if isinstance(f.default, int))
_OTHER = tuple(f.name for f in fields(Rules) if f.name not in _WHOLE)


def stricter(text: str) -> dict[str, Union[int, float]]:
    """Rule -> threshold.

    Args:
        text: As the parameter has it; empty for none.

    Raises:
        RulesTextError: It is no JSON object of known names and numbers.
    """
    if not text.strip():
        return {}
    try:
        wanted = json.loads(text)
    except (ValueError, RecursionError):
        wanted = None
    if not isinstance(wanted, dict):
        _refuse(text)
    return {name: _threshold(name, value) for name, value in wanted.items()}


def _threshold(name: str, value: Any) -> Union[int, float]:
    """The number of one rule."""
    number = isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= _HIGHEST
    if not number or name not in _WHOLE + _OTHER or (name in _WHOLE and value != int(value)):
        _refuse(f"{json.dumps(name)}: {json.dumps(value)}")
    return int(value) if name in _WHOLE else float(value)


def _refuse(text: str) -> NoReturn:
    given = " ".join(text.split())
    if len(given) > _REPEATED:
        given = f"{given[: _REPEATED - 1]}…"
    known = phrase(
        "{whole} (whole numbers) and {other}, above 0 and up to {highest}",
        whole=", ".join(_WHOLE),
        other=", ".join(_OTHER),
        highest=_HIGHEST,
    )
    raise RulesTextError(given=given, example=_EXAMPLE, known=known) from None
