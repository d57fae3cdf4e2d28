"""A workflow as text, for the project file: read back whole, or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, Callable, Optional, TypeVar, Union, get_type_hints

from ..phrases import phrase
from ..refusals import ProjectMemoryError
from .project import Project
from .state import Channel, Delivery, Lists, LocationList, Record, Share, Sources, Workflow

#: Of the form of the text; a later one is refused by an earlier plugin.
VERSION = 1

T = TypeVar("T")


def to_text(workflow: Workflow) -> str:
    """The workflow as JSON; ASCII only, since a project file is damaged by characters that XML does not have.

    Args:
        workflow: Any.
    """
    return json.dumps({"version": VERSION, **asdict(workflow)}, sort_keys=True)


def from_text(text: str) -> Workflow:
    """The workflow out of JSON.

    Args:
        text: As to_text gave it.

    Raises:
        ProjectMemoryError: It is of a later version, or not ours.
    """
    try:
        found = json.loads(text)
        version = found.pop("version")
        if isinstance(version, bool) or not isinstance(version, int):
            raise TypeError
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ProjectMemoryError(reason=phrase("it is damaged")) from None
    if version > VERSION:
        raise ProjectMemoryError(reason=phrase("a later version of the plugin wrote it"))
    try:
        return _workflow(found)
    except (TypeError, ValueError, KeyError, AttributeError):
        raise ProjectMemoryError(reason=phrase("it is damaged")) from None


def _workflow(found: Mapping[str, Any]) -> Workflow:
    lists = found["lists"]
    return Workflow(
        project=_made(Project, found["project"]),
        sources=_made(Sources, found["sources"], channel=Channel, record=_record),
        deliveries=tuple(_made(Delivery, one, mapping=_texts, record=_record) for one in _list(found["deliveries"])),
        lists=Lists(
            tuple(_made(LocationList, one, mapping=_texts, record=_record) for one in _list(lists["items"])),
            _text(lists["policy"]),
            _flag(lists["none"]),
        ),
        analysis=_record(found["analysis"]),
        shares=tuple(_made(Share, one, record=_record) for one in _list(found["shares"])),
        begun=_flag(found["begun"]),
    )


def _made(kind: Callable[..., T], found: Mapping[str, Any], **readers: Callable[[Any], object]) -> T:
    """A dataclass of texts and numbers, and of what readers make."""
    values: dict[str, object] = {}
    hints = get_type_hints(kind)
    for one in fields(kind):  # type: ignore[arg-type]
        value = found[one.name]
        values[one.name] = readers[one.name](value) if one.name in readers else _plain(value, hints[one.name])
    return kind(**values)


def _plain(value: object, hint: object) -> object:
    able = {str: (str,), int: (int,), bool: (bool,), Optional[int]: (int, type(None))}[hint]
    if not isinstance(value, able) or (isinstance(value, bool) and hint is not bool):
        raise TypeError
    return value


def _record(found: Optional[Mapping[str, Any]]) -> Optional[Record]:
    if found is None:
        return None
    numbers = {_text(name): _number(value) for name, value in found["numbers"].items()}
    return Record(_text(found["at"]), numbers, _texts(found["files"]), _texts(found["seen"]))


def _texts(found: Mapping[str, Any]) -> dict[str, str]:
    return {_text(name): _text(value) for name, value in found.items()}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _number(value: object) -> Union[int, float]:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError
    return value
