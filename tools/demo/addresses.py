"""House numbers and postcodes: odd on the left and even on the right, a postcode for a stretch of one side."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from .model import LEFT, RIGHT, Building, Plan, Unit
from .randomness import stream

#: Letters that postcodes use; three pairs are never given.
_LETTERS = "ABCDEGHJKLMNPRSTVWXZ"
_NEVER = ("SA", "SD", "SS")
#: Objects for one postcode.
_SHORT_STREET, _STRETCH = 22, (13, 25)


@dataclass(frozen=True)
class Addressed:
    """A planned object with its address.

    Attributes:
        building: Position of its building in the plan.
        unit: The object.
        position: Where it lies in its building, from 0 to 1.
        huisnummer: House number.
        huisletter: House letter, "" if none.
        toevoeging: Addition, "" if none.
        postcode: Postcode.
    """

    building: int
    unit: Unit
    position: float
    huisnummer: int
    huisletter: str
    toevoeging: str
    postcode: str


def address_all(seed: int, plan: Plan) -> Iterator[Addressed]:
    """Addresses for all objects of a plan, street by street.

    Args:
        seed: Seed of the region.
        plan: Complete, without collisions.
    """
    rng = stream(seed, "addresses")
    postcodes = [_postcodes(place.postcodes) for place in plan.places]
    by_street: dict[int, list[int]] = {}
    for row, building in enumerate(plan.buildings):
        if building.units:
            by_street.setdefault(building.street, []).append(row)
    for street in sorted(by_street):
        place = plan.streets[street].place
        yield from _address_street(plan, street, by_street[street], postcodes[place], rng)


def _postcodes(districts: tuple[str, ...]) -> Iterator[str]:
    for district in districts:
        for first, second in product(_LETTERS, repeat=2):
            if first + second not in _NEVER:
                yield f"{district}{first}{second}"


def _address_street(
    plan: Plan, street: int, rows: list[int], postcodes: Iterator[str], rng: np.random.Generator
) -> Iterator[Addressed]:
    objects = sum(len(plan.buildings[row].units) for row in rows)
    common = next(postcodes) if plan.streets[street].one_postcode or objects <= _SHORT_STREET else ""
    lower_case = plan.streets[street].place % 3 == 0
    for side, first in ((LEFT, 1), (RIGHT, 2)):
        own = sorted((row for row in rows if plan.buildings[row].side == side), key=lambda r: plan.buildings[r].along)
        numbers = _Numbers(first, plan.streets[street].rural, lower_case, rng)
        left, postcode = 0, common
        for row in own:
            building = plan.buildings[row]
            if not common and left <= 0:
                postcode, left = next(postcodes), int(rng.integers(*_STRETCH))
            left -= len(building.units)
            for position, (unit, key) in enumerate(zip(building.units, numbers.of(building))):
                share = (position + 0.5) / len(building.units)
                yield Addressed(row, unit, share, *key, postcode)


class _Numbers:
    """House numbers along one side of a street.

    Args:
        first: 1 or 2.
        rural: Whether to leave numbers free.
        lower_case: Whether letters are written small.
        rng: Source of the gaps.
    """

    def __init__(self, first: int, rural: bool, lower_case: bool, rng: np.random.Generator) -> None:
        self._next, self._rural, self._rng = first, rural, rng
        self._letters = string.ascii_lowercase if lower_case else string.ascii_uppercase
        self._last: tuple[int, int] = (0, 0)

    def of(self, building: Building) -> list[tuple[int, str, str]]:
        """Number, letter and addition of each object of a building."""
        count, style = len(building.units), building.numbering
        infill = style == "eigen" and count == 1 and self._rural and self._rng.random() < 0.05
        if (style == "aan_vorige" or infill) and self._last[0] and self._last[1] + count < 20:
            return self._after_last(count)
        if style in ("eigen", "aan_vorige"):
            keys = [(self._take(), "", "") for _ in range(count)]
            self._last = (keys[-1][0], 0)
            return keys
        number = self._take()
        keys = [(number, letter, addition) for letter, addition in self._suffixes(style, count)]
        self._last = (number, {"letter": count - 1, "letters": count, "garage": 99}.get(style, 0))
        return keys

    def _take(self) -> int:
        number = self._next
        step = self._rng.choice([1, 1, 1, 2, 3]) if self._rural else 1 + int(self._rng.random() < 0.02)
        self._next += 2 * int(step)
        return number

    def _after_last(self, count: int) -> list[tuple[int, str, str]]:
        number, letters = self._last
        self._last = (number, letters + count)
        return [(number, self._letters[letters + i], "") for i in range(count)]

    def _suffixes(self, style: str, count: int) -> list[tuple[str, str]]:
        """Letter and addition of each object that shares a number."""
        pairs = {"bis": ["", "bis"], "hs": ["hs", "bov"], "ben": ["ben", "bov"]}
        if style in pairs and count == 2:
            return [("", addition) for addition in pairs[style]]
        if style in ("bis", "ben") or (style in ("letter", "letters") and count > 20):
            style = "toevoeging"
        if style == "letter":
            return [("", "")] + [(letter, "") for letter in self._letters[: count - 1]]
        if style == "letters":
            return [(letter, "") for letter in self._letters[:count]]
        if style == "hs":
            return [("", "hs")] + [("", str(storey)) for storey in range(1, count)]
        if style == "garage":
            return [("G", str(box)) for box in range(1, count + 1)]
        if style == "verdieping":
            bays = max(4, round(count / 4))
            return [("", f"{1 + i // bays}{1 + i % bays:02d}") for i in range(count)]
        if style == "kamer":
            return [("", f"A{room}") for room in range(1, count + 1)]
        return [("", str(number)) for number in range(1, count + 1)]
