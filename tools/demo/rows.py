"""The rows of a delivery: who, where, from when until when, and what must become of each row on import."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from .randomness import stream
from .registers import PLACE_WITHDRAWN, WITHDRAWN, Registers
from .registrations import Registrations

#: Reference dates.
FIRST_DATE, SECOND_DATE = date(2025, 7, 1), date(2026, 7, 1)
#: Stay addresses are registered since this day.
_SINCE = date(2022, 10, 24)

MATCHED = "gekoppeld"
ENDED = "beeindigd"
NO_ADDRESS = "geen_adres"
NOT_IN_BAG = "niet_in_bag"
WITHDRAWN_OBJECT = "ingetrokken"
AMBIGUOUS = "dubbelzinnig"
NEARBY = "bij_of_tegenover"
ABROAD = "buitenland"
EMPTY = "leeg"
FATES = (MATCHED, ENDED, NO_ADDRESS, NOT_IN_BAG, WITHDRAWN_OBJECT, AMBIGUOUS, NEARBY, ABROAD, EMPTY)

#: Rows of a delivery that no object is counted for.
_OTHERS = (
    (ENDED, 110),
    (NO_ADDRESS, 22),
    (NOT_IN_BAG, 32),
    (WITHDRAWN_OBJECT, 24),
    (AMBIGUOUS, 28),
    (NEARBY, 7),
    (ABROAD, 5),
    (EMPTY, 6),
)


@dataclass(frozen=True)
class Row:
    """One row of a delivery.

    Attributes:
        fate: One of FATES.
        person: Position of the person, -1 for an empty row.
        item: Position of the BAG object whose address is on it, -1 if none.
        begin: Start of the stay, None if unknown.
        end: End of the stay, None if open.
        gemeente: Code of the municipality it is delivered to.
        chalet: Number of the chalet on a park's main address, 0 if none.
    """

    fate: str
    person: int
    item: int
    begin: date | None
    end: date | None
    gemeente: str
    chalet: int = 0


@dataclass
class Stays:
    """Who stays where: position of the object -> positions of the persons, at one date."""

    persons: dict[int, list[int]] = field(default_factory=dict)


def make_rows(seed: int, registers: Registers, registrations: Registrations) -> tuple[list[Row], list[Row]]:
    """The rows of both deliveries; people who stay are the same persons in both.

    Args:
        seed: Seed of the region.
        registers: Complete.
        registrations: Counts per object.
    """
    rng = stream(seed, "rows")
    first, second = Stays(), Stays()
    begins: list[date] = []
    for item in range(len(registers.objects)):
        old, new = int(registrations.first[item]), int(registrations.second[item])
        first.persons[item] = _arrive(begins, old, _SINCE, FIRST_DATE, rng)
        staying = first.persons[item][: min(old, new)]
        second.persons[item] = staying + _arrive(begins, new - len(staying), FIRST_DATE, SECOND_DATE, rng)
    chosen = _Choice(registers, rng)
    deliveries = []
    for stays, day in ((first, FIRST_DATE), (second, SECOND_DATE)):
        rows = [_matched(registers, item, stays.persons[item], begins, day, rng) for item in stays.persons]
        others = [chosen.row(fate, begins, day) for fate, count in _OTHERS for _ in range(count)]
        whole = [row for per_item in rows for row in per_item] + others
        deliveries.append([whole[i] for i in rng.permutation(len(whole))])
    return deliveries[0], deliveries[1]


def persons_in(*deliveries: list[Row]) -> int:
    """How many persons the deliveries need."""
    return 1 + max(row.person for rows in deliveries for row in rows)


def counted(rows: list[Row]) -> Counter[int]:
    """Registrations per object that a perfect import counts.

    Args:
        rows: Of one delivery.
    """
    return Counter(row.item for row in rows if row.fate == MATCHED)


def _arrive(begins: list[date], number: int, after: date, until: date, rng: np.random.Generator) -> list[int]:
    """New persons; their start of stay is added to the list."""
    first = len(begins)
    span = (until - after).days
    begins += [after + timedelta(days=int(span * rng.random() ** 0.6)) for _ in range(number)]
    return list(range(first, len(begins)))


def _matched(
    registers: Registers, item: int, persons: list[int], begins: list[date], day: date, rng: np.random.Generator
) -> list[Row]:
    """The rows of one object."""
    if not persons:
        return []
    code = registers.plan.land.gemeenten[registers.gemeente(registers.objects[item])].code
    location = registers.objects[item].location
    park = location >= 0 and registers.plan.locations[location].subsoort == "hoofdadres"
    rows = []
    for number, person in enumerate(persons):
        later = day + timedelta(days=int(rng.integers(30, 500)))
        end = later if rng.random() < 0.06 else None
        rows.append(Row(MATCHED, person, item, begins[person], end, code, 1 + number // 2 if park else 0))
    return rows


class _Choice:
    """Objects for the rows that are not counted, each chosen so that its fate is certain.

    Args:
        registers: Complete.
        rng: Source of the choices.
    """

    def __init__(self, registers: Registers, rng: np.random.Generator) -> None:
        self._registers, self._rng = registers, rng
        items = registers.objects
        covered = [registers.plan.land.gemeenten[registers.gemeente(item)].delivers for item in items]
        at_number = Counter((item.street, item.huisnummer) for item in items if item.in_use)
        plain = {(i.street, i.huisnummer) for i in items if i.in_use and not i.huisletter + i.toevoeging}
        rows: dict[str, list[int]] = {fate: [] for fate in FATES}
        for row, item in enumerate(items):
            number = (item.street, item.huisnummer)
            home = item.in_use and "woonfunctie" in item.gebruiksdoel and item.postcode
            if not covered[row]:
                continue
            if home:
                rows[ENDED].append(row)
            if item.status in (WITHDRAWN, PLACE_WITHDRAWN) and not at_number[number] and item.postcode:
                rows[WITHDRAWN_OBJECT].append(row)
            if home and at_number[number] > 2 and number not in plain:
                rows[AMBIGUOUS].append(row)
        rows[NOT_IN_BAG] = rows[NEARBY] = rows[NO_ADDRESS] = rows[ABROAD] = rows[ENDED]
        self._rows = rows

    def row(self, fate: str, begins: list[date], day: date) -> Row:
        """A row of a fate.

        Args:
            fate: One of FATES but MATCHED.
            begins: Gets the start of the new person's stay.
            day: Reference date.
        """
        if fate == EMPTY:
            return Row(EMPTY, -1, -1, None, None, "")
        item = int(self._rng.choice(self._rows[fate]))
        person = _arrive(begins, 1, _SINCE, day - timedelta(days=420), self._rng)[0]
        code = self._registers.plan.land.gemeenten[self._registers.gemeente(self._registers.objects[item])].code
        end = day - timedelta(days=int(self._rng.integers(1, 410))) if fate == ENDED else None
        address = -1 if fate in (NO_ADDRESS, ABROAD) else item
        return Row(fate, person, address, begins[person], end, code)
