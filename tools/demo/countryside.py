"""The open land: farms with their yards, former farms, rural homes and small companies along the country roads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .frontage import Side, both_sides, lay_houses
from .greenhouses import grower
from .model import Building, Location, Plan, Unit
from .randomness import stream
from .shapes import Floats, along, length, rectangle

#: What stands along a country road, with its share.
_KINDS = (
    ("rural home", 0.41),
    ("former farm", 0.42),
    ("farm", 0.08),
    ("plain farm", 0.006),
    ("large barn", 0.008),
    ("mixed object", 0.02),
    ("mixed building", 0.018),
    ("grower", 0.008),
    ("hamlet", 0.03),
)
#: Between two of them on one side of a road (m).
_APART = 590.0

_TEXTS = {
    "farm": "Boerenerf in bedrijf: woning bij een grote stal, met bedrijf in hetzelfde object of pand.",
    "plain farm": "Boerenerf in bedrijf: alleen de grote stal op het erf wijst erop.",
    "large barn": "Voormalig boerenbedrijf met grote lege stal: geen bedrijfswoning meer.",
    "mixed object": "Woning en bedrijf in een object in het buitengebied.",
    "mixed building": "Woning en bedrijf als twee objecten in een gebouw in het buitengebied.",
}


@dataclass(frozen=True)
class _Yard:
    """Where a farm stands: its side of the road, its start along it and its location."""

    side: Side
    at: float
    group: int
    location: int
    year: int

    def building(
        self, spot: tuple[float, float], size: tuple[float, float], units: list[Unit], joined: bool = False
    ) -> Building:
        """A building of the yard.

        Args:
            spot: Middle: metres along the road from the start of the yard, metres from the middle of the road.
            size: Width and depth (m).
            units: Its objects.
            joined: See Building.
        """
        first, heading, away = self.side.spot(self.at, self.at + 40)
        return Building(
            corners=rectangle(first + heading * spot[0] + away * spot[1], heading, *size),
            street=self.side.street,
            side=self.side.side,
            along=self.at + (14 if units and "woon" in units[0].use else 15),
            units=units,
            year=self.year,
            group=self.group,
            location=self.location if any(unit.member for unit in units) else -1,
            joined=joined,
        )


def build_countryside(seed: int, plan: Plan, streets: list[int]) -> None:
    """Everything along the country roads outside settlements and claims.

    Args:
        seed: Seed of the region.
        plan: Gets buildings and planted locations.
        streets: Positions of the country roads' streets.
    """
    rng = stream(seed, "countryside")
    taken = shapely.unary_union([area.buffer(25) for area in (*plan.settlements, *plan.claims)])
    woods = shapely.unary_union([wood.buffer(-30) for wood in plan.woods])
    shapely.prepare(taken)
    shapely.prepare(woods)
    kinds, shares = zip(*_KINDS)
    for street in streets:
        line = plan.streets[street].line
        for side in both_sides(street, line):
            at = 20 + rng.exponential(_APART / 2)
            while at < length(line) - 75:
                spot = shapely.points(along(line, [at + 20])[0])
                in_wood = woods.intersects(spot)
                if not taken.intersects(spot) and (not in_wood or rng.random() < 0.15):
                    at += _build(plan, side, at, str(rng.choice(kinds, p=shares)), rng)
                at += 25 + rng.exponential(_APART)


def _build(plan: Plan, side: Side, at: float, kind: str, rng: np.random.Generator) -> float:
    """Builds one thing; gives the room it takes (m along the road)."""
    if kind == "rural home":
        lay_houses(plan, Side(side.street, side.line, side.side, at, at + 24), "lint", rng)
        return 24.0
    if kind == "hamlet":
        end = min(at + rng.uniform(70, 160), length(side.line) - 10)
        lay_houses(plan, Side(side.street, side.line, side.side, at, end), "lint", rng)
        return end - at
    if kind == "grower":
        grower(plan, side, at, rng.uniform(70, 74), rng.uniform(115, 150), rng)
        return 74.0
    yard = _yard(plan, side, at, kind, rng)
    {
        "farm": _farm,
        "plain farm": _plain_farm,
        "large barn": _plain_farm,
        "former farm": _former_farm,
        "mixed object": _mixed_object,
        "mixed building": _mixed_building,
    }[kind](plan, yard, rng)
    return 70.0


def _yard(plan: Plan, side: Side, at: float, kind: str, rng: np.random.Generator) -> _Yard:
    location = -1
    if kind in _TEXTS:
        x, y = map(float, along(side.line, [at + 20])[0])
        soort, subsoort, naam = {
            "farm": ("bedrijfswoning", "erf", "Boerderij"),
            "plain farm": ("bedrijfswoning", "erf", "Boerderij"),
            "large barn": ("afleider", "voormalig_bedrijf", "Voormalige boerderij"),
            "mixed object": ("bedrijfswoning", "in_object", "Woning met bedrijf"),
            "mixed building": ("bedrijfswoning", "in_gebouw", "Bedrijfspand met woning"),
        }[kind]
        street = plan.streets[side.street].naam
        location = plan.add_location(Location(soort, subsoort, f"{naam} {street}", x, y, _TEXTS[kind]))
    return _Yard(side, at, plan.new_group(), location, int(rng.integers(1880, 1996)))


def _house(yard: _Yard, use: str, rng: np.random.Generator) -> Building:
    """The farmhouse: across the road, or long beside it."""
    long = rng.random() < 0.4
    size = (rng.uniform(17, 24), rng.uniform(9, 11)) if long else (rng.uniform(9, 12.5), rng.uniform(13, 20))
    unit = Unit(use, round(size[0] * size[1] * rng.uniform(0.85, 1.3)))
    return yard.building((14.0, 20.0 + size[1] / 2), size, [unit])


def _behind(house: Building, yard: _Yard) -> float:
    """How far from the road the ground behind the house begins (m)."""
    first, _, away = yard.side.spot(yard.at, yard.at + 40)
    return float(((house.corners - first) @ away).max())


def _barns(plan: Plan, yard: _Yard, start: float, large: bool, rng: np.random.Generator) -> list[Building]:
    """One to three barns behind the house, side by side; a large one is over 600 m2."""
    barns, left = [], 4.0
    for number in range(int(rng.integers(1, 4))):
        big = large and number == 0
        size = (rng.uniform(16, 24), rng.uniform(40, 62)) if big else (rng.uniform(7, 14), rng.uniform(10, 26))
        barn = yard.building((left + size[0] / 2, start + rng.uniform(5, 11) + size[1] / 2), size, [])
        barns.append(barn)
        plan.buildings.append(barn)
        left += size[0] + rng.uniform(4, 8)
        if left > 50:
            break
    return barns


def _farm(plan: Plan, yard: _Yard, rng: np.random.Generator) -> None:
    """A farm in use, as one object with the home or as an object of its own that reaches into the house."""
    combined = rng.random() < 0.55
    house = _house(yard, "woonfunctie,industriefunctie" if combined else "woonfunctie", rng)
    plan.buildings.append(house)
    barns = _barns(plan, yard, _behind(house, yard), True, rng)
    area = _area(barns[0].corners)
    if combined:
        house.units[0].area += round(area * rng.uniform(0.2, 0.6))
        for barn in barns[1:2]:
            barn.joined = True
        return
    use = str(rng.choice(["industriefunctie", "overige gebruiksfunctie", "industriefunctie"]))
    barns[0].units, barns[0].numbering = [Unit(use, round(area), member=False)], "aan_vorige"
    barns[0].reaches_house = rng.random() < 0.85


def _plain_farm(plan: Plan, yard: _Yard, rng: np.random.Generator) -> None:
    house = _house(yard, "woonfunctie", rng)
    plan.buildings.append(house)
    _barns(plan, yard, _behind(house, yard), True, rng)


def _former_farm(plan: Plan, yard: _Yard, rng: np.random.Generator) -> None:
    """A farmhouse people only live in, with small barns; some were split into two homes."""
    house = _house(yard, "woonfunctie", rng)
    if rng.random() < 0.1:
        half = max(60, house.units[0].area // 2)
        house.units, house.numbering = [Unit(area=half), Unit(area=half)], "letter"
    plan.buildings.append(house)
    _barns(plan, yard, _behind(house, yard), False, rng)


def _mixed_object(plan: Plan, yard: _Yard, rng: np.random.Generator) -> None:
    """A workshop or shop at home as one object, mostly with a large hall behind it."""
    use = str(rng.choice(["woonfunctie,industriefunctie", "woonfunctie,winkelfunctie"]))
    plan.buildings.append(
        yard.building((14.0, 24.0), (rng.uniform(12, 20), 14.0), [Unit(use, int(rng.integers(180, 420)))])
    )
    if rng.random() < 0.85:
        plan.buildings.append(yard.building((15.0, 54.0), (rng.uniform(19, 26), rng.uniform(28, 38)), []))
    else:
        plan.buildings.append(yard.building((14.0, 46.0), (rng.uniform(12, 18), 22.0), [], joined=rng.random() < 0.6))


def _mixed_building(plan: Plan, yard: _Yard, rng: np.random.Generator) -> None:
    """A hall with a dwelling in it, as two objects."""
    size = (rng.uniform(18, 30), rng.uniform(16, 28))
    use = str(rng.choice(["industriefunctie", "winkelfunctie", "overige gebruiksfunctie", "kantoorfunctie"]))
    units = [Unit(area=int(rng.integers(90, 160))), Unit(use, round(size[0] * size[1]), member=False)]
    hall = yard.building((18.0, 20 + size[1] / 2), size, units)
    hall.numbering = "letter"
    plan.buildings.append(hall)


def _area(corners: Floats) -> float:
    return float(shapely.Polygon(corners).area)
