"""Greenhouse areas: growers with house, packing hall and greenhouse, and ordinary homes that only lie near them."""

from __future__ import annotations

import numpy as np

from .frontage import Side, both_sides, lay_houses
from .model import LEFT, Area, Building, Location, Plan, Street, Unit
from .names import StreetNames, short_name
from .randomness import stream
from .shapes import Floats, length, rectangle
from .sites import Ground, open_ground

#: Municipality of each area.
_AREAS = (1, 2, 3, 4)
_NAMES = ("Kassengebied De Venne", "Glastuinbouwgebied Rullekant", "Tuinderslaar", "")


def build_greenhouses(seed: int, plan: Plan, names: list[StreetNames]) -> None:
    """Greenhouse areas in the open land.

    Args:
        seed: Seed of the region.
        plan: Gets streets, buildings, areas and planted locations.
        names: Street names of each place.
    """
    rng = stream(seed, "greenhouses")
    for gemeente, naam in zip(_AREAS, _NAMES):
        ground = open_ground(plan, gemeente, (float(rng.uniform(560, 780)), 520.0), rng, margin=450)
        if ground is None:
            continue
        for row in (-0.25, 0.25):
            across = row * ground.depth
            line = np.array([ground.at(-ground.width / 2, across), ground.at(ground.width / 2, across)])
            street = _street(plan, ground.place, line, names)
            outward, inward = both_sides(street, line)
            if row < 0:
                outward, inward = inward, outward
            _lay_growers(plan, outward, 118.0, rng)
            _lay_growers(plan, inward, 112.0, rng)
        plan.areas.append(Area("kassengebied", naam, ground.shape.buffer(10, join_style=2), 2022))
        _homes_nearby(plan, ground, names, rng)


def _street(plan: Plan, place: int, line: Floats, names: list[StreetNames]) -> int:
    name = names[place].next("akker")
    return plan.add_street(Street(line, place, name, short_name(name), rural=True))


def _lay_growers(plan: Plan, side: Side, deepest: float, rng: np.random.Generator) -> None:
    at = side.start + 5
    while True:
        width = rng.uniform(78, 125)
        if at + width > side.end - 5:
            return
        if rng.random() < 0.9:
            grower(plan, side, at, width, deepest - rng.choice([0.0, 0.0, 9.0, 22.0]), rng)
        at += width + rng.uniform(8, 14)


def grower(plan: Plan, side: Side, at: float, width: float, deepest: float, rng: np.random.Generator) -> None:
    """A grower: house and hall at the road, greenhouse behind.

    Args:
        plan: Gets the buildings and, if there is a house, the planted location.
        side: Where.
        at: Start of the plot (m along the street).
        width: Of the plot (m).
        deepest: End of the greenhouse (m from the street).
        rng: Source of sizes.
    """
    group, year = plan.new_group(), int(rng.integers(1965, 2012))
    first, heading, away = side.spot(at, at + width)
    glass = rectangle(first + heading * width / 2 + away * (58 + deepest) / 2, heading, width - 6, deepest - 58)
    hall = rectangle(first + heading * (width - 24) + away * 38, heading, 34, 24)

    def building(corners: Floats, along: float, units: list[Unit], location: int = -1) -> Building:
        return Building(corners, side.street, side.side, along, units, year, group=group, location=location)

    if rng.random() < 0.82:
        text = "Woning van een glastuinder: kas en bedrijfshal op hetzelfde erf."
        middle = first + heading * 12 + away * 20
        location = plan.add_location(Location.at(middle, "bedrijfswoning", "kas", "Tuinderswoning", text))
        house = rectangle(middle, heading, rng.uniform(9.5, 13), rng.uniform(9.5, 12.5))
        plan.buildings.append(building(house, at + 12, [Unit(area=int(rng.integers(110, 210)))], location))
    use = str(rng.choice(["industriefunctie", "industriefunctie", "overige gebruiksfunctie"]))
    area = round(34 * 24 * rng.uniform(0.9, 1.2))
    plan.buildings.append(building(hall, at + width - 24, [Unit(use, area)]))
    plan.buildings.append(building(glass, at + width / 2, []))


def _homes_nearby(plan: Plan, ground: Ground, names: list[StreetNames], rng: np.random.Generator) -> None:
    """A ribbon of ordinary homes that have nothing to do with the greenhouses beside them."""
    beside = ground.depth / 2 + 72
    line = np.array([ground.at(-0.3 * ground.width, beside), ground.at(0.3 * ground.width, beside)])
    if plan.place_of(line[0]) != ground.place or plan.place_of(line[1]) != ground.place:
        return
    street = _street(plan, ground.place, line, names)
    text = "Lintbebouwing nabij kassen, zonder bedrijf: geen bedrijfswoningen."
    x, y = line.mean(axis=0)
    location = plan.add_location(Location("afleider", "woningen_bij_kas", "Lint bij kassen", float(x), float(y), text))
    before = len(plan.buildings)
    lay_houses(plan, Side(street, line, LEFT, 0, length(line)), "lint", rng)
    for building in plan.buildings[before:]:
        building.location = location
        building.units = [Unit(area=building.units[0].area)]
    plan.claims.append(ground.shape.buffer(110))
