"""Choosing the municipalities of a region: a preset with one more or one less, or any others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Optional

from ..regions import Merged, Region, Regions

_CODE = re.compile(r"(?i)(?:GM)?(\d{3,4})")

#: A choice that has so much of a preset is that preset with changes.
_MOSTLY = 0.5


@dataclass(frozen=True)
class Member:
    """A municipality that can be chosen.

    Attributes:
        code: Of four digits, "" if only its name is known.
        name: Its name, "" if only its code is known.
    """

    code: str
    name: str

    @property
    def wanted(self) -> str:
        """As a region names it."""
        return self.code or self.name

    @property
    def shown(self) -> str:
        """As a user reads it."""
        return f"{self.name} ({self.code})" if self.code and self.name else self.wanted


@dataclass(frozen=True)
class Choice:
    """What is chosen out of what.

    Attributes:
        preset: Key of the preset that it began with, "" for none.
        members: What can be chosen.
        chosen: What is.
    """

    preset: str
    members: tuple[Member, ...]
    chosen: frozenset[Member]


def choice(region: str, known: Regions) -> Choice:
    """A region as municipalities to choose from.

    Args:
        region: Name of a preset, or codes and names of municipalities separated by commas.
        known: What is known of regions.
    """
    asked = region.strip().casefold()
    for preset in known.presets:
        if asked in (preset.key.casefold(), preset.name.casefold()):
            members = of_preset(preset)
            return Choice(preset.key, members, frozenset(members))
    chosen = tuple(dict.fromkeys(member(part, known) for part in _parts(region)))
    nearest = _nearest(chosen, known)
    if nearest is None:
        return Choice("", chosen, frozenset(chosen))
    members = tuple(dict.fromkeys((*of_preset(nearest), *chosen)))
    return Choice(nearest.key, members, frozenset(chosen))


def region_of(chosen: tuple[Member, ...], known: Regions) -> str:
    """The region that municipalities make: the preset that is just these, else their codes and names.

    Args:
        chosen: The municipalities.
        known: What is known of regions.
    """
    for preset in known.presets:
        if chosen and frozenset(of_preset(preset)) == frozenset(chosen):
            return preset.key
    return ",".join(one.wanted for one in chosen)


def of_preset(preset: Region) -> tuple[Member, ...]:
    """The municipalities of a preset, by name.

    Args:
        preset: The preset.
    """
    return tuple(sorted((Member(code, name) for code, name in preset.municipalities.items()), key=_by_name))


def member(text: str, known: Regions) -> Member:
    """A municipality out of what a user typed: with code and name where both are known.

    Args:
        text: Code or name.
        known: What is known of regions.
    """
    text = " ".join(text.split())
    code = _CODE.fullmatch(text)
    everything = municipalities(known)
    if code:
        padded = code[1].zfill(4)
        return Member(padded, everything.get(padded, ""))
    found = next(((c, name) for c, name in everything.items() if name.casefold() == text.casefold()), None)
    return Member(*found) if found else Member("", text)


def members(text: str, known: Regions) -> tuple[Member, ...]:
    """Municipalities out of what a user typed.

    Args:
        text: Codes and names, separated by commas, semicolons or lines.
        known: What is known of regions.
    """
    return tuple(dict.fromkeys(member(part, known) for part in _parts(text)))


def municipalities(known: Regions) -> dict[str, str]:
    """Code -> name of all municipalities of today that regions tell of.

    Args:
        known: What is known of regions.
    """
    ended = {one.code for one in known.merged}
    found = {code: name for preset in known.presets for code, name in preset.municipalities.items()}
    for one in known.merged:
        found.update({code: name for code, name in one.into.items() if code not in ended})
    return found


def merged(found: Member, known: Regions) -> Optional[Merged]:
    """What is known of the end of a municipality; None if it has not ended, as far as is known.

    Args:
        found: The municipality.
        known: What is known of regions.
    """
    for one in known.merged:
        if found.code == one.code or (not found.code and found.name.casefold() == one.name.casefold()):
            return one
    return None


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


def _nearest(chosen: tuple[Member, ...], known: Regions) -> Optional[Region]:
    """The preset that a choice is like: it has most of it."""

    def shared(preset: Region) -> float:
        return len(set(of_preset(preset)) & set(chosen)) / max(len(preset.municipalities), len(chosen))

    best = max(known.presets, key=shared, default=None)
    return best if best is not None and shared(best) > _MOSTLY else None


def _by_name(one: Member) -> tuple[str, str]:
    return one.name.casefold(), one.code
