"""The stock: BAG objects in use and their buildings, in the columns that the highlights look at."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from .arrays import Flags, Floats, Integers, Labels, Text

#: Kinds of addressable object, by digits 5 and 6 of the identifier.
VERBLIJFSOBJECT, LIGPLAATS, STANDPLAATS = 1, 2, 3

_OBJECT_DIGITS = 10**10
_LONGEST_ID = 16
_TEN = 10


@dataclass(frozen=True)
class Stock:
    """Addressable objects in use, one per position.

    Attributes:
        ids: BAG identifiers as numbers; text() gives their sixteen digits.
        gemeentecode: Municipality of each, "" where unknown.
        gebruiksdoel: Uses of each, joined by a comma; "" for standplaatsen and ligplaatsen.
        oppervlakte: Floor area (m2), NaN where unknown.
        straat: Name of the openbare ruimte.
        huisnummer: House number, 0 where absent.
        huisletter: House letter.
        toevoeging: Addition.
        postcode: Postcode.
        woonplaats: Place.
        x: RD New easting (m), NaN without position.
        y: RD New northing (m).
        link_rows: Positions of objects, one for each building that an object is in.
        link_buildings: Identifier of the building, as a number; empty where the source has no buildings of objects.
        in_region: Whether each lies in the region; others are surroundings only. None if all do.
    """

    ids: Integers
    gemeentecode: Labels
    gebruiksdoel: Labels
    oppervlakte: Floats
    straat: Labels
    huisnummer: Integers
    huisletter: Labels
    toevoeging: Labels
    postcode: Labels
    woonplaats: Labels
    x: Floats
    y: Floats
    link_rows: Integers
    link_buildings: Integers
    in_region: Optional[Flags] = None

    def __len__(self) -> int:
        return len(self.ids)

    def take(self, rows: Integers) -> Stock:
        """The objects at these positions, with their buildings.

        Args:
            rows: Positions, each at most once.
        """
        place = np.full(len(self), -1, dtype=np.int64)
        place[rows] = np.arange(len(rows))
        links = place[self.link_rows]
        columns: dict[str, Any] = {f.name: getattr(self, f.name) for f in fields(self)}
        for name, column in columns.items():
            columns[name] = column.take(rows) if isinstance(column, Labels) else column
        for name in ("ids", "oppervlakte", "huisnummer", "x", "y"):
            columns[name] = columns[name][rows]
        if self.in_region is not None:
            columns["in_region"] = self.in_region[rows]
        columns |= {"link_rows": links[links >= 0], "link_buildings": self.link_buildings[links >= 0]}
        return Stock(**columns)

    @property
    def kind(self) -> Integers:
        """VERBLIJFSOBJECT, LIGPLAATS or STANDPLAATS."""
        return self.ids // _OBJECT_DIGITS % 100

    @property
    def inside(self) -> Flags:
        """Whether objects lie in the region, and can be shown."""
        return np.ones(len(self), dtype=np.bool_) if self.in_region is None else self.in_region

    def codes(self) -> frozenset[str]:
        """Codes of the municipalities that have objects."""
        return frozenset(str(code) for code in self.gemeentecode.present()) - {""}

    def codes_of(self, ids: Integers) -> frozenset[str]:
        """Codes of the municipalities in which some objects lie; "" among them if that of one is unknown.

        Args:
            ids: Identifiers as numbers; those that are not here are passed over.
        """
        at = positions(ids, self.ids)
        return frozenset(str(code) for code in self.gemeentecode.take(at[at >= 0]).present())

    def of_codes(self, codes: Collection[str]) -> Flags:
        """Whether objects lie in one of some municipalities.

        Args:
            codes: Of four digits.
        """
        return np.array([*(name in codes for name in self.gemeentecode.names), False])[self.gemeentecode.numbers]

    def has_use(self, *uses: str) -> Flags:
        """Whether objects have at least one of these uses.

        Args:
            uses: Of core.bag.GEBRUIKSDOELEN.
        """
        wanted = set(uses)
        names = np.array([bool(wanted & set(name.split(","))) for name in self.gebruiksdoel.names], dtype=np.bool_)
        return np.append(names, False)[self.gebruiksdoel.numbers]

    def address(self, row: int) -> str:
        """The address of an object in one line: Dorpsstraat 12 A-3, 1234AB Dorp.

        Args:
            row: Its position.
        """
        street, letter, addition, postcode, place = (
            str(column.names[column.numbers[row]])
            for column in (self.straat, self.huisletter, self.toevoeging, self.postcode, self.woonplaats)
        )
        number = str(self.huisnummer[row] or "")
        house = " ".join(part for part in (street, number + letter + (f"-{addition}" if addition else "")) if part)
        return ", ".join(part for part in (house, " ".join(part for part in (postcode, place) if part)) if part)


@dataclass(frozen=True)
class Buildings:
    """Buildings (panden) in use, one per position.

    Attributes:
        ids: BAG identifiers as numbers.
        polygons: Shapely polygons in RD New.
        footprint: Area of each outline (m2).
    """

    ids: Integers
    polygons: npt.NDArray[np.object_]
    footprint: Floats

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Zones:
    """Functional areas of TOP10NL, one per position.

    Attributes:
        ids: lokaal_id.
        kind: typefunctioneelgebied, in lower case.
        name: naamnl, "" where it has none.
        date: bronactualiteit, "" where unknown.
        polygons: Shapely polygons in RD New.
        in_region: Whether each lies in the region; None if all do.
    """

    ids: Text
    kind: Text
    name: Text
    date: Text
    polygons: npt.NDArray[np.object_]
    in_region: Optional[Flags] = None

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def inside(self) -> Flags:
        """Whether areas lie in the region, and can be shown."""
        return np.ones(len(self), dtype=np.bool_) if self.in_region is None else self.in_region

    def take(self, rows: Flags | Integers) -> Zones:
        """The areas at these positions."""
        ids, kind, name, date = (column[rows] for column in (self.ids, self.kind, self.name, self.date))
        return Zones(ids, kind, name, date, self.polygons[rows], self.inside[rows])

    def of(self, *kinds: str) -> Zones:
        """The areas of these kinds.

        Args:
            kinds: typefunctioneelgebied, in lower case.
        """
        return self.take(np.isin(self.kind.astype(str), kinds) if len(self) else np.zeros(0, dtype=np.bool_))


def id_numbers(ids: Sequence[Any] | npt.NDArray[Any]) -> Integers:
    """BAG identifiers as numbers, -1 for what is none: arrays of numbers are joined far quicker than texts.

    Args:
        ids: n texts of up to sixteen digits.
    """
    if not len(ids):
        return np.empty(0, dtype=np.int64)
    texts = np.asarray(ids, dtype=object).astype(f"U{_LONGEST_ID + 1}")
    signs = np.ascontiguousarray(texts).view(np.uint32).reshape(len(texts), -1).T
    numbers, usable = np.zeros(len(texts), dtype=np.int64), signs[0] != 0
    for sign in signs[:_LONGEST_ID]:
        digit = sign - np.uint32(ord("0"))  # what stands before 0 becomes a large number
        there = sign != 0
        usable &= (digit < _TEN) | ~there
        numbers = np.where(there, numbers * _TEN + digit, numbers)
    return np.where(usable & (signs[_LONGEST_ID] == 0), numbers, -1)


def id_texts(numbers: Integers) -> Text:
    """Identifiers as texts of sixteen digits.

    Args:
        numbers: n numbers, none of them negative.
    """
    return np.array([*(f"{number:016d}" for number in numbers.tolist()), ""], dtype=object)[:-1]


def positions(wanted: Integers, among: Integers) -> Integers:
    """Where numbers stand among others, -1 where they don't.

    Args:
        wanted: n numbers.
        among: m numbers; of equal ones the first counts.
    """
    if not len(among):
        return np.full(len(wanted), -1, dtype=np.int64)
    order = np.argsort(among, kind="stable")
    ordered = among[order]
    at = np.minimum(np.searchsorted(ordered, wanted), len(among) - 1)
    return np.where(ordered[at] == wanted, order[at], -1)
