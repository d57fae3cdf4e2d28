"""What real registers contain beside the current stock: history, plans, mistakes and unknown values.

The shares are those of real municipalities. Planted locations stay as they are, except for a few unknown areas.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from .randomness import stream
from .registers import FORMED, IN_USE, PLACE_IN_USE, PLACE_WITHDRAWN, WITHDRAWN, BagObject, Pand, Registers
from .shapes import rotate

_NOT_BUILT = "Niet gerealiseerd verblijfsobject"


def add_anomalies(seed: int, registers: Registers) -> None:
    """Adds history and mistakes to the registers.

    Args:
        seed: Seed of the region.
        registers: Changed in place.
    """
    rng = stream(seed, "anomalies")
    _plans_dropped(registers, rng)
    sharing = Counter(number for item in registers.objects for number in item.panden)
    ordinary = [row for row, item in enumerate(registers.objects) if _is_ordinary(item, sharing)]
    drawn = iter(rng.permutation(ordinary))
    _demolished(registers, [next(drawn) for _ in range(170)])
    _statuses(registers, drawn)
    _predecessors(registers, [next(drawn) for _ in range(260)], rng)
    _merged(registers, rng)
    _unknown_values(registers, drawn, rng)
    _panden(registers, rng)
    _places(registers, rng)


def _is_ordinary(item: BagObject, sharing: Counter[int]) -> bool:
    """A home in use with a pand of its own that no truth table names.

    Args:
        item: Any object.
        sharing: Number of objects in each pand.
    """
    alone = len(item.panden) == 1 and sharing[item.panden[0]] == 1
    return alone and item.status == IN_USE and item.location < 0 and item.gebruiksdoel == "woonfunctie"


def _plans_dropped(registers: Registers, rng: np.random.Generator) -> None:
    """Part of what was permitted is never built."""
    formed = [item for item in registers.objects if item.status == FORMED]
    for item in formed:
        if rng.random() < 0.35:
            item.status = _NOT_BUILT
            pand = registers.panden[item.panden[0]]
            pand.status, pand.bouwjaar = "Niet gerealiseerd pand", int(rng.choice([9999, 2024, 2025]))


def _demolished(registers: Registers, rows: list[int]) -> None:
    for row in rows:
        item = registers.objects[row]
        item.status = WITHDRAWN
        registers.panden[item.panden[0]].status = "Pand gesloopt"


def _statuses(registers: Registers, drawn: Iterator[int]) -> None:
    """Objects in the rarer stages, with a pand in a stage that fits."""
    for count, status, pand_status in (
        (70, "Verblijfsobject in gebruik (niet ingemeten)", "Pand in gebruik (niet ingemeten)"),
        (45, "Verblijfsobject in gebruik (niet ingemeten)", "Pand in gebruik"),
        (75, "Verbouwing verblijfsobject", "Pand in gebruik"),
        (35, "Verbouwing verblijfsobject", "Verbouwing pand"),
        (9, "Verblijfsobject buiten gebruik", "Pand buiten gebruik"),
        (5, "Verblijfsobject ten onrechte opgevoerd", "Pand in gebruik"),
        (4, "Verblijfsobject ten onrechte opgevoerd", "Pand ten onrechte opgevoerd"),
        (18, IN_USE, "Sloopvergunning verleend"),
        (12, IN_USE, "Verbouwing pand"),
    ):
        for _ in range(count):
            item = registers.objects[next(drawn)]
            item.status = status
            registers.panden[item.panden[0]].status = pand_status


def _predecessors(registers: Registers, rows: list[int], rng: np.random.Generator) -> None:
    """Homes that replaced another at the same address: the withdrawn one is still in the register."""
    for row in rows:
        item = registers.objects[row]
        pand = registers.panden[item.panden[0]]
        pand.bouwjaar = max(pand.bouwjaar, int(rng.integers(1996, 2023)))
        year = int(rng.integers(1900, 1975))
        prefix = registers.prefix(item.street, year)
        middle = pand.corners.mean(axis=0)
        corners = rotate(middle + (pand.corners - middle) * rng.uniform(0.7, 0.95), rng.normal(0, 0.08), middle)
        old = Pand(registers.identifiers.next(prefix, "10"), year, "Pand gesloopt", np.round(corners, 3))
        registers.panden.append(old)
        registers.objects.append(
            replace(
                item,
                identificatie=registers.identifiers.next(prefix, "01"),
                nummeraanduiding=registers.identifiers.next(prefix, "20"),
                status=WITHDRAWN,
                oppervlakte=max(40, round(item.oppervlakte * rng.uniform(0.5, 0.9))),
                panden=[len(registers.panden) - 1] if rng.random() > 0.01 else [],
            )
        )


def _merged(registers: Registers, rng: np.random.Generator) -> None:
    """Dwellings that were joined with the one below: withdrawn, in a pand that is still in use."""
    upper = [
        item
        for item in registers.objects
        if item.status == IN_USE and item.location < 0 and item.toevoeging in ("bov", "bis", "2", "3") and item.panden
    ]
    for row in rng.permutation(len(upper))[:45]:
        upper[row].status = WITHDRAWN


def _unknown_values(registers: Registers, drawn: Iterator[int], rng: np.random.Generator) -> None:
    """Floor areas nobody knows, addresses without a postcode, homes that lie in two panden."""
    for area, count in ((999999, 14), (1, 38)):
        for _ in range(count):
            registers.objects[next(drawn)].oppervlakte = area
    parks = [
        item
        for item in registers.objects
        if item.member and registers.plan.locations[item.location].soort == "vakantiepark" and item.oppervlakte
    ]
    for row in rng.permutation(len(parks))[:6]:
        parks[row].oppervlakte = 1
    for _ in range(60):
        registers.objects[next(drawn)].postcode = ""
    taken = {number for item in registers.objects for number in item.panden}
    for _ in range(260):
        item = registers.objects[next(drawn)]
        shed = item.panden[0] + 1
        if shed < len(registers.panden) and shed not in taken:
            item.panden = [item.panden[0], shed]


def _panden(registers: Registers, rng: np.random.Generator) -> None:
    """History and mistakes among panden without objects, and years of construction nobody knows."""
    with_objects = {number for item in registers.objects for number in item.panden}
    empty = [number for number in range(len(registers.panden)) if number not in with_objects]
    drawn = iter(rng.permutation(empty))
    for count, status, year in (
        (130, "Pand gesloopt", 0),
        (70, "Bouwvergunning verleend", 2026),
        (14, "Niet gerealiseerd pand", 9999),
        (6, "Pand ten onrechte opgevoerd", 0),
        (25, "Pand in gebruik (niet ingemeten)", 0),
    ):
        for _ in range(count):
            pand = registers.panden[next(drawn)]
            if _area(pand) < 120:
                pand.status, pand.bouwjaar = status, year or pand.bouwjaar
    for year, count in ((9999, 28), (1005, 9)):
        for number in rng.permutation(len(registers.panden))[:count]:
            registers.panden[number].bouwjaar = year


def _area(pand: Pand) -> float:
    x, y = pand.corners.T
    return float(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2)


def _places(registers: Registers, rng: np.random.Generator) -> None:
    """Some standplaatsen and ligplaatsen of old that were withdrawn."""
    for kind, count in (("standplaats", 9), ("ligplaats", 4)):
        own = [item for item in registers.objects if item.kind == kind and item.status == PLACE_IN_USE]
        for row in rng.permutation(len(own))[:count]:
            own[row].status, own[row].member = PLACE_WITHDRAWN, False
