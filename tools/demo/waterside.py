"""Along the river: houseboats (ligplaatsen) and a marina, which is no holiday park."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon

from .model import LEFT, RIGHT, Area, Building, Location, Plan, Street, Unit
from .names import StreetNames, short_name
from .randomness import stream
from .shapes import Floats, along, direction, pieces_inside, rectangle, resample, vertices

#: Distance of a boat from the middle of the river (m).
_OFFSHORE = 31.0


def build_waterside(seed: int, plan: Plan, names: list[StreetNames]) -> None:
    """Houseboats in the two places with the longest banks, and one marina.

    Args:
        seed: Seed of the region.
        plan: Gets streets, ligplaatsen, areas and planted locations.
        names: Street names of each place.
    """
    rng = stream(seed, "waterside")
    river = vertices(plan.land.river)
    banks: list[tuple[int, int, Floats]] = []
    for place in plan.places:
        reach = place.polygon.buffer(-3)
        for side in (LEFT, RIGHT):
            bank = vertices(LineString(river).offset_curve(side * _OFFSHORE))
            banks += [(place.number, side, piece) for piece in pieces_inside(bank, reach, shortest=700)]
    banks.sort(key=lambda item: -LineString(item[2]).length)
    for rank, (number, _, bank) in enumerate(banks[:3]):
        line = resample(bank, 25.0)
        name = names[number].next("land") if rank else "Rulledijk"
        street = plan.add_street(Street(line, number, name, short_name(name), rural=True))
        if rank == 0:
            _marina(plan, street, line, rng)
        else:
            _boats(plan, street, line, rng.uniform(120, 300), int(rng.integers(14, 24)), rng)


def _boats(
    plan: Plan, street: int, line: Floats, start: float, count: int, rng: np.random.Generator, location: int = -1
) -> None:
    """Boats in a row along a bank, bow to stern."""
    at = start
    for _ in range(count):
        boat = float(rng.uniform(14, 22))
        first, last = along(line, [at, at + boat])
        heading = direction(first, last)
        corners = rectangle((first + last) / 2, heading, boat, rng.uniform(4.5, 5.8))
        building = Building(corners, street, LEFT, at, [Unit("", 0)], kind="ligplaats", location=location)
        plan.buildings.append(building)
        at += boat + float(rng.choice([4, 5, 6, 22]))


def _marina(plan: Plan, street: int, line: Floats, rng: np.random.Generator) -> None:
    start = 0.45 * LineString(line).length
    x, y = along(line, [start + 120])[0]
    text = "Jachthaven met ligplaatsen: geen vakantiepark."
    location = plan.add_location(Location("afleider", "jachthaven", "Jachthaven Rullezicht", float(x), float(y), text))
    before = len(plan.buildings)
    _boats(plan, street, line, start, 22, rng, location)
    hulls = shapely.MultiPolygon([Polygon(b.corners) for b in plan.buildings[before:]])
    plan.areas.append(Area("jachthaven", "Jachthaven Rullezicht", hulls.convex_hull.buffer(18), 2021))
