"""The rules of the highlights: data of the plugin (resources/signals) that an organisation can override."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..core.errors import RuleError
from ..core.signals.evidence import RuleBook, rule_book
from ..version import ROOT
from .overrides import entries_of, overrides

#: Names a JSON file: highlight -> what differs from resources/signals.
OVERRIDE = "ARBEIDSMIGRATIE_SIGNALS"
SETTING = "arbeidsmigratie/signals"


def rules_of(signal: str) -> RuleBook:
    """The rules of a highlight, as the organisation has them.

    Args:
        signal: Name of a file in resources/signals, without its suffix.

    Raises:
        RuleError: A file of the organisation has rules that can't be used.
        FileDamagedError: It is no JSON object.
    """
    source = ROOT / "resources" / "signals" / f"{signal}.json"
    entry = entries_of(source)
    try:
        for source in overrides(OVERRIDE, SETTING):
            entry = _changed(entry, entries_of(source).get(signal, {}), signal)
        return rule_book(signal, entry)
    except ValueError as error:
        raise RuleError(file=str(source), reason=str(error)) from None


def _changed(entry: Mapping[str, Any], change: object, name: str) -> dict[str, Any]:
    """An entry with what a change says; only what is there can be changed, so that a misspelt name is noticed.

    Raises:
        ValueError: The change names something that is not there.
    """
    if not isinstance(change, Mapping):
        raise ValueError(f"{name} is no JSON object")
    unknown = sorted(set(change) - set(entry))
    if unknown:
        raise ValueError(f"{name} has no {', '.join(unknown)}; it has {', '.join(entry)}")
    nested = {key: _changed(entry[key], value, key) for key, value in change.items() if isinstance(entry[key], Mapping)}
    return {**entry, **change, **nested}
