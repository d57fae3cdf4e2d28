"""Business estates: halls, offices and multi-tenant buildings along straight roads, with a few company dwellings."""

from __future__ import annotations

import numpy as np

from .frontage import Side, both_sides
from .model import Area, Building, Location, Plan, Street, Unit
from .names import StreetNames, short_name
from .places import Place
from .randomness import stream
from .shapes import Floats, rectangle
from .sites import Ground, edge_ground

_NAMES = (
    "De Hoefslag",
    "Rullepoort",
    "Kampershoek",
    "De Weegbrug",
    "Heidebaan",
    "Molenzicht",
    "De Stelling",
    "Laarveld",
)
_COMPANY_DWELLINGS = 0.17
_TENANTS = (
    ("industriefunctie", 0.5),
    ("industriefunctie,kantoorfunctie", 0.2),
    ("industriefunctie,kantoorfunctie,winkelfunctie", 0.04),
    ("kantoorfunctie", 0.1),
    ("winkelfunctie", 0.08),
    ("overige gebruiksfunctie", 0.08),
)


def build_estates(seed: int, plan: Plan, names: list[StreetNames]) -> None:
    """Estates at the edge of every town and of the larger villages.

    Args:
        seed: Seed of the region.
        plan: Gets streets, buildings, areas and planted locations.
        names: Street names of each place.
    """
    rng = stream(seed, "estates")
    for place in plan.places:
        sizes = [(520.0, 330.0), (380.0, 210.0)] if place.is_town else []
        if not place.is_town and place.size > 330:
            sizes = [(230.0, 120.0)]
        for size in sizes:
            ground = edge_ground(plan, place.number, size, rng)
            if ground is not None:
                _build_estate(plan, ground, place, names[place.number], rng)


def _build_estate(plan: Plan, ground: Ground, place: Place, names: StreetNames, rng: np.random.Generator) -> None:
    rows = max(1, round(ground.depth / 140))
    for row in range(rows):
        across = (row + 0.5) * ground.depth / rows - ground.depth / 2
        line = np.array([ground.at(-ground.width / 2 + 8, across), ground.at(ground.width / 2 - 8, across)])
        name = names.next("bedrijf")
        street = plan.add_street(Street(line, place.number, name, short_name(name)))
        for side in both_sides(street, line):
            _lay_plots(plan, side, ground.depth / rows / 2 - 8, place, rng)
    if place.is_town or rng.random() < 0.5:
        taken = {area.naam for area in plan.areas}
        free = [name for name in _NAMES if name not in taken]
        naam = str(rng.choice(free)) if free and rng.random() < 0.8 else ""
        plan.areas.append(Area("bedrijventerrein", naam, ground.shape.buffer(12, join_style=2), 2024))


def _lay_plots(plan: Plan, side: Side, deepest: float, place: Place, rng: np.random.Generator) -> None:
    """Plots along a side, none deeper than a distance (m)."""
    at = side.start + 6
    while True:
        width, depth = rng.uniform(20, 52), rng.uniform(22, max(24.0, deepest - 18))
        if at + width > side.end - 4:
            return
        if rng.random() < _COMPANY_DWELLINGS:
            _company_with_dwelling(plan, side, (at, width, depth), place, rng)
        else:
            _hall(plan, side, (at, width, depth), rng.uniform(13, 17), rng)
        at += width + rng.uniform(6, 14)


def _hall(
    plan: Plan, side: Side, plot: tuple[float, float, float], setback: float, rng: np.random.Generator
) -> Building:
    at, width, depth = plot
    corners, area = _footprint(side, at, width, setback, depth), width * depth
    uses, shares = zip(*_TENANTS)
    units = [Unit(str(rng.choice(uses, p=shares)), round(area * rng.uniform(0.9, 1.4)))]
    numbering = "eigen"
    if area > 900 and rng.random() < 0.3:
        count = int(rng.integers(4, 13))
        units = [Unit("industriefunctie", round(area / count)) for _ in range(count)]
        numbering = str(rng.choice(["letters", "toevoeging", "kamer"]))
    building = Building(
        corners, side.street, side.side, at + width / 2, units, int(rng.integers(1968, 2022)), numbering
    )
    plan.buildings.append(building)
    return building


def _footprint(side: Side, at: float, width: float, setback: float, depth: float) -> Floats:
    first, heading, away = side.spot(at, at + width)
    return rectangle(first + heading * width / 2 + away * (setback + depth / 2), heading, width, depth)


def _company_with_dwelling(
    plan: Plan, side: Side, plot: tuple[float, float, float], place: Place, rng: np.random.Generator
) -> None:
    """A company with its dwelling: a house in front of the hall, or a dwelling inside it."""
    at, width, depth = plot
    in_hall = rng.random() < 0.4
    text = (
        "Woning in een bedrijfshal op een bedrijventerrein."
        if in_hall
        else "Woning voor een hal op een bedrijventerrein."
    )
    x, y = _footprint(side, at, width, 12, depth).mean(axis=0)
    subsoort = "in_gebouw" if in_hall else "bedrijventerrein"
    location = plan.add_location(
        Location("bedrijfswoning", subsoort, f"Bedrijfswoning {place.naam}", float(x), float(y), text)
    )
    group = plan.new_group()
    if in_hall:
        hall = _hall(plan, side, plot, 15.0, rng)
        hall.units = [Unit("industriefunctie", hall.units[0].area, member=False), Unit(area=int(rng.integers(85, 150)))]
        hall.numbering, hall.location = str(rng.choice(["letter", "eigen"])), location
        return
    hall = _hall(plan, side, (at, width, max(12.0, depth - 14)), 28.0, rng)
    hall.group = group
    house = Building(
        corners=_footprint(side, at + 1, 9.5, 10.0, 10.5),
        street=side.street,
        side=side.side,
        along=at + 1,
        units=[Unit(area=int(rng.integers(105, 190)))],
        year=hall.year,
        group=group,
        location=location,
    )
    plan.buildings.append(house)
