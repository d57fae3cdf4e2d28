"""Houses along a street: rows, pairs, detached houses, town fronts and blocks of flats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .model import LEFT, Building, Plan, Unit
from .shapes import Floats, along, direction, left_of, length, rectangle

Range = tuple[float, float]


@dataclass(frozen=True)
class HouseType:
    """How a kind of house stands in its street; lengths in metres.

    Attributes:
        row: Least and largest number of houses in a row.
        width: Of a house.
        depth: Of a house.
        gap: Between rows.
        setback: From the middle of the street to the front.
        storeys: Floor area over footprint.
        years: Of construction.
        sheds: Share of the houses with a shed.
        garden: From the back to the shed.
        split: Share of the houses with a dwelling above the dwelling.
    """

    row: tuple[int, int]
    width: Range
    depth: Range
    gap: Range
    setback: Range
    storeys: Range
    years: tuple[int, int]
    sheds: float
    garden: Range
    split: float = 0.0


HOUSE_TYPES = {
    "oud": HouseType((2, 6), (4.8, 6.6), (8, 10.5), (1.5, 6), (6, 8), (1.5, 2.1), (1895, 1942), 0.4, (4, 9), 0.09),
    "rij60": HouseType((5, 10), (5.4, 6.1), (8.2, 9.4), (4, 9), (9, 12), (1.8, 2.2), (1955, 1974), 0.62, (6, 10)),
    "rij80": HouseType((4, 8), (5.1, 5.7), (8.6, 10), (4, 9), (8, 11), (1.9, 2.4), (1975, 1994), 0.6, (6, 9)),
    "nieuw": HouseType((4, 7), (5.2, 6), (9, 10.6), (4, 9), (8, 10), (2.1, 2.7), (1995, 2019), 0.5, (6, 9)),
    "twee": HouseType((2, 2), (6.2, 7.8), (8.8, 11), (5, 9), (10, 13), (1.7, 2.3), (1950, 2012), 0.55, (6, 12)),
    "vrij": HouseType((1, 1), (9, 13), (9.5, 14), (7, 14), (12, 16), (1.2, 1.8), (1960, 2018), 0.5, (6, 14)),
    "villa": HouseType((1, 1), (11, 17), (12, 17), (18, 34), (16, 24), (1.2, 1.7), (1925, 2010), 0.5, (8, 18)),
    "lint": HouseType((1, 2), (7, 11.5), (9, 14), (6, 20), (9, 14), (1.2, 1.8), (1905, 1998), 0.65, (5, 16)),
    "kern": HouseType((1, 3), (6, 10), (9, 15), (1, 7), (6.5, 8.5), (1.4, 2.0), (1860, 1985), 0.45, (4, 10), 0.07),
}
#: Other uses that houses of villages and districts have, with their share.
_USES_AT_HOME = (("woonfunctie,kantoorfunctie", 0.005), ("woonfunctie,gezondheidszorgfunctie", 0.0015))


@dataclass(frozen=True)
class Side:
    """One side of a street, or a part of it.

    Attributes:
        street: Position of the street.
        line: (n, 2) its course.
        side: LEFT or RIGHT.
        start: Where building may start (m along the line).
        end: Where it must stop.
    """

    street: int
    line: Floats
    side: int
    start: float
    end: float

    def spot(self, start: float, end: float) -> tuple[Floats, Floats, Floats]:
        """Where a front from `start` to `end` lies: first point, heading along the street, direction away from it."""
        first, last = along(self.line, [start, end])
        heading = direction(first, last)
        return first, heading, left_of(heading) * self.side


def both_sides(street: int, line: Floats, start: float = 0.0, end: float = -1.0) -> tuple[Side, Side]:
    """Both sides of a street between two distances along it; end -1 is its end."""
    end = length(line) if end < 0 else end
    return Side(street, line, LEFT, start, end), Side(street, line, -LEFT, start, end)


def lay_houses(plan: Plan, side: Side, kind: str, rng: np.random.Generator, status: str = "bestaand") -> None:
    """Rows of houses along a side.

    Args:
        plan: Gets the buildings.
        side: Where.
        kind: One of HOUSE_TYPES.
        rng: Source of sizes and years.
        status: Stage of construction, see Building.
    """
    house = HOUSE_TYPES[kind]
    setback, base_year = rng.uniform(*house.setback), int(rng.integers(*house.years, endpoint=True))
    at = side.start + rng.uniform(0, 4)
    while True:
        width, depth = rng.uniform(*house.width), rng.uniform(*house.depth)
        count = min(int(rng.integers(*house.row, endpoint=True)), int((side.end - at) / width))
        if count < house.row[0]:
            return
        year = base_year + int(rng.integers(-1, 2)) if house.row[1] > 3 else int(rng.integers(*house.years))
        if kind == "kern" and rng.random() < 0.2:
            year = int(rng.integers(1750, 1860))
        back = setback + (rng.uniform(-0.5, 3.5) if house.row[1] <= 3 else 0)
        area = width * depth * rng.uniform(*house.storeys)
        first, heading, away = side.spot(at, at + count * width)
        for i in range(count):
            centre = first + heading * width * (i + 0.5) + away * (back + depth / 2)
            building = Building(
                corners=rectangle(centre, heading, width, depth),
                street=side.street,
                side=side.side,
                along=at + width * (i + 0.5),
                units=[Unit(_use_at_home(rng), round(area * rng.choice([1, 1, 1, 1.06, 1.14])))],
                year=year,
                status=status,
            )
            _split(building, house, rng)
            if status == "bestaand" and rng.random() < house.sheds:
                shed = centre + away * (depth / 2 + rng.uniform(*house.garden)) + heading * rng.uniform(-1.2, 1.2)
                building.sheds.append(_shed(shed, heading, kind, rng))
            plan.buildings.append(building)
        at += count * width + rng.uniform(*house.gap)


def _use_at_home(rng: np.random.Generator) -> str:
    drawn, passed = rng.random(), 0.0
    for use, share in _USES_AT_HOME:
        passed += share
        if drawn < passed:
            return use
    return "woonfunctie"


def _split(building: Building, house: HouseType, rng: np.random.Generator) -> None:
    """Makes an upper and a lower dwelling of some houses."""
    if rng.random() >= house.split:
        return
    area = building.units[0].area
    building.units = [Unit(area=max(38, round(area * 0.45))), Unit(area=max(40, round(area * 0.55)))]
    building.numbering = str(rng.choice(["letter", "bis", "hs", "ben"]))


def _shed(centre: Floats, heading: Floats, kind: str, rng: np.random.Generator) -> Floats:
    if kind in ("lint", "vrij", "villa", "kern"):
        return rectangle(centre, heading, rng.uniform(3.5, 8), rng.uniform(4, 10))
    return rectangle(centre, heading, rng.uniform(2.0, 3.0), rng.uniform(2.8, 4.2))


def lay_centre(plan: Plan, side: Side, location: int, rng: np.random.Generator) -> None:
    """A closed front of shops, homes and offices; homes above shops are decoys of a planted location.

    Args:
        plan: Gets the buildings.
        side: Where.
        location: Position of the location for homes in buildings with another use.
        rng: Source of uses and sizes.
    """
    at, setback = side.start + rng.uniform(0, 3), rng.uniform(5.2, 6.5)
    while True:
        width, depth = rng.uniform(5.4, 10.5), rng.uniform(10, 17)
        if at + width > side.end:
            return
        first, heading, away = side.spot(at, at + width)
        centre = first + heading * width / 2 + away * (setback + depth / 2)
        units, numbering = _centre_units(width * depth, rng)
        mixed = len({unit.use for unit in units}) > 1 or any("," in unit.use for unit in units)
        building = Building(
            corners=rectangle(centre, heading, width, depth),
            street=side.street,
            side=side.side,
            along=at + width / 2,
            units=units,
            year=int(rng.choice([rng.integers(1640, 1900), rng.integers(1900, 1995)])),
            numbering=numbering,
            location=location if mixed else -1,
        )
        if rng.random() < 0.3:
            shed = centre + away * (depth / 2 + rng.uniform(2, 5))
            building.sheds.append(rectangle(shed, heading, rng.uniform(3, 5), rng.uniform(3, 6)))
        plan.buildings.append(building)
        at += width + (rng.uniform(1.2, 4) if rng.random() < 0.16 else 0.0)


def _centre_units(footprint: float, rng: np.random.Generator) -> tuple[list[Unit], str]:
    """What is in a building of a town front, and how it is numbered."""
    ground, home = round(footprint * rng.uniform(0.7, 1.0)), round(np.clip(footprint * rng.uniform(0.5, 0.8), 38, 120))
    drawn = rng.random()
    if drawn < 0.44:
        above = [Unit(area=home) for _ in range(int(rng.choice([1, 1, 2, 2, 3])))]
        use = str(rng.choice(["winkelfunctie", "winkelfunctie", "kantoorfunctie", "bijeenkomstfunctie"]))
        numbering = str(rng.choice(["letter", "eigen", "letters", "toevoeging"]))
        return [Unit(use, ground, member=False), *above], numbering
    if drawn < 0.50:
        return [Unit("woonfunctie,winkelfunctie", round(footprint * 1.7))], "eigen"
    if drawn < 0.60:
        return [Unit("winkelfunctie", ground)], "eigen"
    if drawn < 0.64:
        return [Unit("kantoorfunctie", ground)], "eigen"
    if drawn < 0.66:
        return [Unit("bijeenkomstfunctie", ground)], "eigen"
    if drawn < 0.80:
        count = int(rng.choice([2, 2, 3]))
        return [Unit(area=home) for _ in range(count)], str(rng.choice(["letter", "bis", "hs", "toevoeging"]))
    return [Unit(area=round(footprint * rng.uniform(1.2, 1.8)))], "eigen"


def lay_flats(plan: Plan, side: Side, rng: np.random.Generator) -> None:
    """Blocks of flats along a side.

    Args:
        plan: Gets the buildings.
        side: Where.
        rng: Source of sizes.
    """
    setback, base_year = rng.uniform(14, 18), int(rng.integers(1962, 2012))
    at = side.start + rng.uniform(2, 8)
    while True:
        width, depth = rng.uniform(34, 62), rng.uniform(10.5, 13)
        if at + width > side.end:
            return
        first, heading, away = side.spot(at, at + width)
        centre = first + heading * width / 2 + away * (setback + depth / 2)
        plan.buildings.append(
            Building(
                corners=rectangle(centre, heading, width, depth),
                street=side.street,
                side=side.side,
                along=at + width / 2,
                units=_flat_units(width, int(rng.integers(3, 6)), rng),
                year=base_year,
                numbering=str(rng.choice(["eigen", "eigen", "verdieping", "toevoeging", "kamer"])),
            )
        )
        if rng.random() < 0.6:
            boxes = centre + away * (depth / 2 + rng.uniform(9, 13))
            lay_garages(plan, side, boxes, heading, at + width / 2, rng)
        at += width + rng.uniform(16, 30)


def _flat_units(width: float, storeys: int, rng: np.random.Generator) -> list[Unit]:
    bays, area = max(3, int(width / 8.5)), rng.uniform(56, 88)
    sizes = np.round(area * rng.choice([0.82, 1, 1, 1.18], bays))
    return [Unit(area=int(sizes[bay])) for _ in range(storeys) for bay in range(bays)]


def lay_garages(plan: Plan, side: Side, centre: Floats, heading: Floats, at: float, rng: np.random.Generator) -> None:
    """A row of garages in one pand, objects without a postcode.

    Args:
        plan: Gets the building.
        side: The side whose street they belong to.
        centre: (2,) their middle.
        heading: Unit vector along the row.
        at: Place in the order of house numbers.
        rng: Source of sizes.
    """
    count = int(rng.integers(4, 9))
    plan.buildings.append(
        Building(
            corners=rectangle(centre, heading, 3.0 * count, 6.0),
            street=side.street,
            side=side.side,
            along=at + 0.5,
            units=[Unit("overige gebruiksfunctie", int(rng.integers(15, 19)), postcode=False) for _ in range(count)],
            year=int(rng.integers(1962, 1990)),
            numbering="garage",
        )
    )


def lay_landmark(
    plan: Plan,
    side: Side,
    use: str,
    size: tuple[float, float],
    at: float,
    rng: np.random.Generator,
    setback: float = 14.0,
    location: int = -1,
) -> Building:
    """One large building: church, school, supermarket, hotel.

    Args:
        plan: Gets the building.
        side: Where.
        use: Its gebruiksdoel.
        size: Width and depth (m).
        at: Middle of its front (m along the street).
        rng: Source of area and year.
        setback: From the middle of the street to its front (m).
        location: Position of its planted location, -1 if none.

    Returns:
        The building, which is in the plan already.
    """
    width, depth = size
    first, heading, away = side.spot(max(at - width / 2, 0), at + width / 2)
    centre = first + heading * width / 2 + away * (setback + depth / 2)
    building = Building(
        corners=rectangle(centre, heading, width, depth),
        street=side.street,
        side=side.side,
        along=at,
        units=[Unit(use, round(width * depth * rng.uniform(0.9, 1.6)))],
        year=int(rng.integers(1880, 2015)),
        location=location,
    )
    plan.buildings.append(building)
    return building
