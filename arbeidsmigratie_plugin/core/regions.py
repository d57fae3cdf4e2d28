"""Regions: which municipalities work together, and what became of municipalities that are no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional

from .errors import MergedMunicipalityError, RegionError
from .municipalities import Municipalities, normal_code
from .phrases import phrase


@dataclass(frozen=True)
class Region:
    """A preset.

    Attributes:
        key: Its short name.
        name: Its name.
        municipalities: Code of four digits -> name.
    """

    key: str
    name: str
    municipalities: Mapping[str, str]


@dataclass(frozen=True)
class Merged:
    """A municipality that is no more.

    Attributes:
        code: Its code.
        name: Its name.
        since: The day on which it ended, YYYY-MM-DD.
        into: Code -> name of the municipalities that have its territory now.
    """

    code: str
    name: str
    since: str
    into: Mapping[str, str]


@dataclass(frozen=True)
class Regions:
    """What is known of regions.

    Attributes:
        presets: Regions by name.
        merged: Municipalities that ended.
    """

    presets: tuple[Region, ...]
    merged: tuple[Merged, ...]

    def members(self, wanted: str) -> str:
        """The municipalities that a region stands for, as a list of codes or names separated by commas.

        Args:
            wanted: Name of a preset, or codes and names of municipalities separated by commas.
        """
        preset = self._preset(wanted)
        return ",".join(sorted(preset.municipalities)) if preset else wanted

    def _preset(self, wanted: str) -> Optional[Region]:
        asked = wanted.strip().casefold()
        return next((one for one in self.presets if asked in (one.key.casefold(), one.name.casefold())), None)

    def select(self, wanted: str, areas: Municipalities, layer: str) -> Municipalities:
        """The municipalities of a region.

        Args:
            wanted: Name of a preset, or codes and names of municipalities separated by commas; "" for all.
            areas: All municipalities there are.
            layer: Where they come from, for messages.

        Raises:
            MergedMunicipalityError: A municipality is no more; the message names its successor.
            RegionError: A municipality is not there and never was.
        """
        members = self.members(wanted)
        try:
            return areas.region(members, layer)
        except RegionError as error:
            for part in members.split(","):
                self._refuse_merged(part.strip(), areas)
            presets = ", ".join(preset.key for preset in self.presets)
            values = {
                **error.values,
                "known": phrase("{known}; and the presets {presets}", known=error.values["known"], presets=presets),
            }
            raise RegionError(**{**values, **self._by_name(wanted, areas)}) from None

    def _by_name(self, wanted: str, areas: Municipalities) -> dict[str, object]:
        """The municipalities of a preset that are not there, by their names: nobody knows them by code."""
        preset = self._preset(wanted)
        if preset is None:
            return {}
        there = set(areas.code)
        gone = [f"{name} ({code})" for code, name in sorted(preset.municipalities.items()) if code not in there]
        return {"unknown": phrase("{gone} of {preset}", gone=", ".join(gone), preset=preset.name)} if gone else {}

    def _refuse_merged(self, wanted: str, areas: Municipalities) -> None:
        """Says into what a municipality was merged that none of today has the code or name of."""
        if normal_code(wanted) in set(areas.code) or wanted.casefold() in {str(name).casefold() for name in areas.name}:
            return
        for merged in self.merged:
            if normal_code(wanted) == merged.code or wanted.casefold() == merged.name.casefold():
                into = ", ".join(f"{name} ({code})" for code, name in merged.into.items())
                raise MergedMunicipalityError(name=merged.name, code=merged.code, since=merged.since, into=into)
