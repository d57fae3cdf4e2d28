"""The rules of the highlights: data of the plugin (resources/signals) that an organisation can override."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..core.errors import RuleError
from ..core.phrases import phrase, said_by
from ..core.signals.evidence import RuleBook, check_places, rule_book
from ..version import ROOT
from .organisation import overrides
from .organisation_keys import setting, variable
from .overrides import Override, resource

#: Names a JSON file: highlight -> what differs from resources/signals.
OVERRIDE, SETTING = variable("signals"), setting("signals")

FORM = "resources/signals"


def rules_of(signal: str) -> RuleBook:
    """The rules of a highlight, as the organisation has them.

    Args:
        signal: Name of a file in resources/signals, without its suffix.

    Raises:
        ConfigurationError: A file of the organisation is absent, no JSON object, or names another highlight.
        RuleError: It has rules that can't be used.
    """
    return rules_with(signal, overrides("signals", FORM))


def rules_with(signal: str, sources: Iterable[Override]) -> RuleBook:
    """The rules of a highlight with what files have otherwise.

    Args:
        signal: Name of a file in resources/signals, without its suffix.
        sources: The files, the one that goes before last.

    Raises:
        ConfigurationError: A file is absent, no JSON object, or names another highlight.
        RuleError: It has rules that can't be used.
    """
    entry = shipped = resource("signals", f"{signal}.json")
    file = f"resources/signals/{signal}.json"
    try:
        for source in sources:
            file = str(source.path)
            entry = _changed(entry, source.known("", source.entries(), signals()).get(signal, {}), signal)
        book = rule_book(signal, entry)
        check_places(book, rule_book(signal, shipped))
        return book
    except ValueError as error:
        raise RuleError(file=file, reason=said_by(error)) from None


def signals() -> list[str]:
    """All highlights that have rules."""
    return sorted(path.stem for path in (ROOT / "resources" / "signals").glob("*.json"))


def _changed(entry: Mapping[str, Any], change: object, name: str) -> dict[str, Any]:
    """An entry with what a change says; only what is there can be changed, so that a misspelt name is noticed.

    Raises:
        ValueError: The change names something that is not there.
    """
    if not isinstance(change, Mapping):
        raise ValueError(phrase("{name} is no JSON object", name=name))
    unknown = sorted(set(change) - set(entry))
    if unknown:
        raise ValueError(
            phrase(
                "{name} has no {unknown}; it has {entry}", name=name, unknown=", ".join(unknown), entry=", ".join(entry)
            )
        )
    nested = {key: _changed(entry[key], value, key) for key, value in change.items() if isinstance(entry[key], Mapping)}
    return {**entry, **change, **nested}
