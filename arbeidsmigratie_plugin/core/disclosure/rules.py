"""The safety rules: when the number of a region may be published.

One predicate over what contributes to a number (disclosure.md 11.2; Hundepool et al., Statistical Disclosure Control,
2012, chapter 4): enough persons, enough addresses, no address that stands out (largest share; p% rule), the same
for whoever offers the housing, and enough homes in the background.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from ..arrays import Flags, Integers
from ..refusals import RulesError
from .measure import Measure


@dataclass(frozen=True)
class Rules:
    """Thresholds; an organisation can only tighten them, and none goes below its floor.

    Attributes:
        persons: Fewest registrations.
        addresses: Fewest addresses with a registration.
        share: Largest share of one address in the registrations.
        p: Of the largest address, what is left after it and the second must be at least p percent.
        providers: Fewest providers where any is known; an address without one counts as a provider of its own.
        homes: Fewest BAG objects in use.
        addresses_without_homes: Fewest addresses where the homes are unknown.
    """

    persons: int = 10
    addresses: int = 5
    share: float = 0.50
    p: float = 20.0
    providers: int = 3
    homes: int = 25
    addresses_without_homes: int = 10

    def __post_init__(self) -> None:
        for name, (floor, higher_is_stricter) in _FLOORS.items():
            value = getattr(self, name)
            if value < floor if higher_is_stricter else not 0 < value <= floor:
                raise RulesError(rule=name, value=value, limit=floor)

    def tightened(self, **wanted: Any) -> Rules:
        """The rules with stricter thresholds.

        Args:
            wanted: Attribute -> threshold.

        Raises:
            RulesError: A threshold is unknown, or weaker than it is now.
        """
        known = {f.name for f in fields(self)}
        for name, value in wanted.items():
            if name not in known:
                raise RulesError(rule=name, value=value, limit=", ".join(sorted(known)))
            current = getattr(self, name)
            if value < current if _FLOORS[name][1] else value > current:
                raise RulesError(rule=name, value=value, limit=current)
        return replace(self, **wanted)

    def joined(self, other: Rules) -> Rules:
        """Of each rule the stricter threshold of two.

        Args:
            other: The other rules.
        """
        return replace(self, **{f.name: _stricter(f.name, self, other) for f in fields(self)})

    def at_least(self, other: Rules) -> bool:
        """Whether no rule is weaker than the other's."""
        return all(
            (mine >= theirs) if _FLOORS[f.name][1] else (mine <= theirs)
            for f in fields(self)
            for mine, theirs in [(getattr(self, f.name), getattr(other, f.name))]
        )

    def safe(self, measure: Measure) -> Flags:
        """The predicate, for n groups at once.

        Args:
            measure: What contributes to each group.
        """
        return np.asarray(np.all(list(self.verdicts(measure).values()), axis=0))

    def verdicts(self, measure: Measure) -> dict[str, Flags]:
        """Each rule apart: name -> whether each of n groups passes it.

        Args:
            measure: What contributes to each group.
        """
        persons, first, second = measure.persons, measure.largest, measure.second
        enough = np.where(measure.homes_known, self.addresses, max(self.addresses, self.addresses_without_homes))
        return {
            "persons": persons >= self.persons,
            "addresses": measure.addresses >= enough,
            "share": first <= self.share * persons,
            "p": _p_percent(persons, first, second, self.p),
            "providers": ~measure.with_providers
            | (
                (measure.provider_units >= self.providers)
                & (measure.provider_largest <= self.share * persons)
                & _p_percent(persons, measure.provider_largest, measure.provider_second, self.p)
            ),
            "homes": ~measure.homes_known | (measure.homes >= self.homes),
        }


#: The floor that CBS uses for its squares and postcodes too.
FEWEST_PERSONS = 5

#: Rule -> floor (of a share: ceiling), and whether a higher threshold is the stricter one.
_FLOORS: dict[str, tuple[float, bool]] = {
    "persons": (FEWEST_PERSONS, True),
    "addresses": (3, True),
    "share": (0.80, False),
    "p": (10, True),
    "providers": (3, True),
    "homes": (5, True),
    "addresses_without_homes": (10, True),
}


def higher_is_stricter(name: str) -> bool:
    """Whether a higher threshold of a rule is the stricter one.

    Args:
        name: Of the rule.
    """
    return _FLOORS[name][1]


def _stricter(name: str, one: Rules, other: Rules) -> Any:
    either = max if higher_is_stricter(name) else min
    return either(getattr(one, name), getattr(other, name))


def _p_percent(total: Integers, first: Integers, second: Integers, p: float) -> Flags:
    """Whether the second largest can't estimate the largest within p percent (p% rule)."""
    return np.asarray((total - first - second) * 100 >= p * first)
