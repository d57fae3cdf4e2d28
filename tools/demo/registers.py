"""The registers that the plan becomes: panden and addressable objects, as rows that can still be changed."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from arbeidsmigratie_plugin.core import bag

from .addresses import Addressed, address_all
from .model import Building, Plan
from .places import Place
from .randomness import stream
from .shapes import DECIMALS, Floats

IN_USE = "Verblijfsobject in gebruik"
FORMED = "Verblijfsobject gevormd"
WITHDRAWN = "Verblijfsobject ingetrokken"
PLACE_IN_USE, PLACE_WITHDRAWN = bag.STATUS_PLAATS

#: Digits 5 and 6 of an identifier.
_TYPE = {"pand": "01", "ligplaats": "02", "standplaats": "03"}
PAND_TYPE, ADDRESS_TYPE, STREET_TYPE = "10", "20", "30"


@dataclass
class Pand:
    """A building in the register.

    Attributes:
        identificatie: 16 digits.
        bouwjaar: Year of construction.
        status: One of bag.STATUS_PAND.
        corners: (n, 2) RD New.
    """

    identificatie: str
    bouwjaar: int
    status: str
    corners: Floats


@dataclass
class BagObject:
    """An addressable object in the register.

    Attributes:
        kind: 'verblijfsobject', 'standplaats' or 'ligplaats'.
        identificatie: 16 digits.
        nummeraanduiding: Identifier of its main address.
        status: Of the code list of its kind.
        gebruiksdoel: Comma list, "" for places.
        oppervlakte: Floor area (m2), 0 for places.
        street: Position of its street.
        huisnummer: House number.
        huisletter: House letter, "" if none.
        toevoeging: Addition, "" if none.
        postcode: "" if it has none.
        x: RD New easting of the point, or of the middle of the place.
        y: RD New northing.
        panden: Positions of the panden it lies in.
        corners: (n, 2) outline of a place.
        location: Position of the planted location it belongs to, -1 if none.
        member: Whether it is a unit of that location.
    """

    kind: str
    identificatie: str
    nummeraanduiding: str
    status: str
    gebruiksdoel: str
    oppervlakte: int
    street: int
    huisnummer: int
    huisletter: str
    toevoeging: str
    postcode: str
    x: float
    y: float
    panden: list[int] = field(default_factory=list)
    corners: Floats | None = None
    location: int = -1
    member: bool = False

    @property
    def in_use(self) -> bool:
        """Whether it counts, as the product defines it."""
        return self.status in bag.IN_USE


class Identifiers:
    """Gives out BAG identifiers: municipality at the time, type, serial number.

    Serial numbers stay below a million, so that every run of nine digits has three zeros in a row.

    Args:
        rng: Source of the gaps between serial numbers.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._last: dict[str, int] = {}

    def next(self, prefix: str, kind: str) -> str:
        """The next identifier.

        Args:
            prefix: Municipality code of four digits.
            kind: Object type of two digits.
        """
        key = prefix + kind
        serial = self._last.get(key, int(self._rng.integers(1, 2000))) + int(self._rng.integers(1, 9))
        self._last[key] = serial
        return f"{key}{serial:010d}"


@dataclass
class Registers:
    """The BAG of the region.

    Attributes:
        plan: What it was made from.
        panden: Buildings.
        objects: Addressable objects.
        street_ids: Identifier of each street of the plan.
        identifiers: For objects that are added later.
    """

    plan: Plan
    panden: list[Pand]
    objects: list[BagObject]
    street_ids: list[str]
    identifiers: Identifiers

    def place(self, item: BagObject) -> Place:
        """The place in which an object has its address."""
        return self.plan.places[self.plan.streets[item.street].place]

    def gemeente(self, item: BagObject) -> int:
        """Position of the municipality of an object."""
        return self.place(item).gemeente

    def prefix(self, street: int, year: int) -> str:
        """Code of the municipality in which something of a year was registered.

        Args:
            street: Position of its street.
            year: Of construction.
        """
        place = self.plan.places[self.plan.streets[street].place]
        return place.former if place.former and year < place.merged else self.plan.land.gemeenten[place.gemeente].code


def make_registers(seed: int, plan: Plan) -> Registers:
    """Addresses and identifiers for everything in a plan.

    Args:
        seed: Seed of the region.
        plan: Complete, without collisions.
    """
    rng = stream(seed, "registers")
    registers = Registers(plan, [], [], [], Identifiers(rng))
    registers.street_ids = [
        registers.identifiers.next(registers.prefix(number, 1960), STREET_TYPE) for number in range(len(plan.streets))
    ]
    first_pand: dict[int, int] = {}
    for row, building in enumerate(plan.buildings):
        if building.kind == "pand":
            first_pand[row] = _register_panden(registers, building, rng)
    joined = _joined_panden(plan.buildings, first_pand)
    houses = _first_of_groups(plan.buildings, first_pand)
    for addressed in address_all(seed, plan):
        building = plan.buildings[addressed.building]
        panden = [first_pand[addressed.building], *joined.get(building.group, [])] if building.kind == "pand" else []
        if building.reaches_house:
            panden.append(houses[building.group])
        registers.objects.append(_object(registers, building, addressed, panden, rng))
    return registers


def _register_panden(registers: Registers, building: Building, rng: np.random.Generator) -> int:
    """Registers a building and its sheds; gives the position of the building."""
    status, year = "Pand in gebruik", building.year
    if building.status == "gepland":
        status, year = ("Bouw gestart", 2026) if rng.random() < 0.4 else ("Bouwvergunning verleend", 2027)
    prefix = registers.prefix(building.street, building.year)
    number = len(registers.panden)
    registers.panden.append(_pand(registers, prefix, year, status, building.corners))
    for shed in building.sheds:
        shed_year = min(2025, building.year + int(rng.integers(0, 25)))
        registers.panden.append(_pand(registers, prefix, shed_year, "Pand in gebruik", shed))
    return number


def _pand(registers: Registers, prefix: str, year: int, status: str, corners: Floats) -> Pand:
    identifier = registers.identifiers.next(prefix, PAND_TYPE)
    return Pand(identifier, year, status, np.round(corners, DECIMALS))


def _joined_panden(buildings: list[Building], first_pand: dict[int, int]) -> dict[int, list[int]]:
    """Group of buildings -> panden in which its objects lie too."""
    joined: dict[int, list[int]] = {}
    for row, building in enumerate(buildings):
        if building.joined and building.group >= 0:
            joined.setdefault(building.group, []).append(first_pand[row])
    return joined


def _first_of_groups(buildings: list[Building], first_pand: dict[int, int]) -> dict[int, int]:
    """Group of buildings -> the pand of its first building."""
    firsts: dict[int, int] = {}
    for row, building in enumerate(buildings):
        if building.group >= 0 and building.kind == "pand":
            firsts.setdefault(building.group, first_pand[row])
    return firsts


def _object(
    registers: Registers, building: Building, addressed: Addressed, panden: list[int], rng: np.random.Generator
) -> BagObject:
    prefix = registers.prefix(building.street, building.year)
    unit, plot = addressed.unit, building.kind != "pand"
    point = building.corners.mean(axis=0) if plot else _point_inside(building.corners, addressed.position, rng)
    status = PLACE_IN_USE if plot else FORMED if building.status == "gepland" else IN_USE
    return BagObject(
        kind=building.kind if plot else "verblijfsobject",
        identificatie=registers.identifiers.next(prefix, _TYPE[building.kind]),
        nummeraanduiding=registers.identifiers.next(prefix, ADDRESS_TYPE),
        status=status,
        gebruiksdoel=unit.use,
        oppervlakte=unit.area,
        street=building.street,
        huisnummer=addressed.huisnummer,
        huisletter=addressed.huisletter,
        toevoeging=addressed.toevoeging,
        postcode=addressed.postcode if unit.postcode else "",
        x=round(float(point[0]), DECIMALS),
        y=round(float(point[1]), DECIMALS),
        panden=panden,
        corners=np.round(building.corners, DECIMALS) if plot else None,
        location=building.location,
        member=building.location >= 0 and unit.member,
    )


def _point_inside(corners: Floats, position: float, rng: np.random.Generator) -> Floats:
    """The point of an object in its pand: objects of one pand lie side by side.

    Args:
        corners: (4, 2) of the pand.
        position: Of the object among those of the pand, from 0 to 1.
        rng: Source of the rest.
    """
    along = 0.12 + 0.76 * position + rng.uniform(-0.02, 0.02)
    across = rng.uniform(0.35, 0.65)
    front = corners[0] + along * (corners[1] - corners[0])
    back = corners[3] + along * (corners[2] - corners[3])
    return front + across * (back - front)
