"""Single buildings that a highlight must know apart: large-scale housing, students, care, caravans, allotments."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .frontage import Side, lay_landmark
from .model import LEFT, RIGHT, Area, Building, Location, Plan, Street, Unit
from .names import StreetNames, short_name
from .randomness import stream
from .shapes import Floats, length, rectangle
from .sites import Ground, edge_ground


@dataclass(frozen=True)
class Complex:
    """A complex of equal buildings with many units.

    Attributes:
        soort: Kind in the truth table.
        subsoort: Variant.
        naam: Name.
        gemeente: Position of its municipality, in whose town it lies.
        size: Width and depth of each building (m).
        units: Units in each building; the number in the truth table is counted.
        use: Their gebruiksdoel.
        area: Least and largest floor area of a unit (m2).
        toelichting: What was planted, in Dutch.
        buildings: Number of buildings.
        numbering: See addresses.py.
        main: Gebruiksdoel of a first object with the common rooms, "" if none.
        year: Of construction.
    """

    soort: str
    subsoort: str
    naam: str
    gemeente: int
    size: tuple[float, float]
    units: int
    use: str
    area: tuple[int, int]
    toelichting: str
    buildings: int = 1
    numbering: str = "toevoeging"
    main: str = ""
    year: int = 2010


COMPLEXES = (
    Complex("grootschalige_huisvesting", "kleine_eenheden", "Verblijf De Hoeve", 3, (46, 13), 24, "woonfunctie",
            (20, 28), "Drie gebouwen met elk 24 kleine wooneenheden.", buildings=3, year=2018),
    Complex("grootschalige_huisvesting", "logiesgebouw", "Logement Rullepoort", 1, (62, 30), 1, "logiesfunctie",
            (2380, 2420), "Een groot object met logiesfunctie.", numbering="eigen", year=2016),
    Complex("grootschalige_huisvesting", "logieskamers", "Voormalig klooster Sint-Wobertus", 0, (58, 15), 36,
            "logiesfunctie", (16, 22), "Kamers met logiesfunctie in een voormalig klooster.", numbering="kamer",
            year=1911),
    Complex("studentencomplex", "campus", "Campus Leemvoort", 0, (52, 14), 48, "woonfunctie", (18, 27),
            "Zelfstandige studentenwoningen bij een hogeschool.", buildings=2, numbering="verdieping", year=2012),
    Complex("zorgcomplex", "woonzorgcentrum", "Woonzorgcentrum De Linde", 2, (66, 18), 64,
            "woonfunctie,gezondheidszorgfunctie", (38, 46), "Zorgwoningen met een zorgcentrum.",
            main="gezondheidszorgfunctie", year=1994),
    Complex("zorgcomplex", "verpleeghuis", "Verpleeghuis Rullezicht", 4, (60, 20), 40, "gezondheidszorgfunctie",
            (24, 30), "Eenheden met gezondheidszorgfunctie.", numbering="kamer", year=2004),
)  # fmt: skip


def build_complexes(seed: int, plan: Plan, names: list[StreetNames]) -> None:
    """All complexes, the caravan sites and the allotments, at the edges of the towns.

    Args:
        seed: Seed of the region.
        plan: Gets streets, buildings, areas and planted locations.
        names: Street names of each place.
    """
    rng = stream(seed, "complexes")
    for planned in COMPLEXES:
        depth = 34.0 + planned.buildings * (planned.size[1] + 16)
        ground = edge_ground(plan, planned.gemeente, (max(planned.size[0] + 24, 80), depth), rng, margin=20)
        if ground is not None:
            _build_complex(plan, planned, ground, names, rng)
    for town in (1, 3):
        _caravan_site(plan, town, names, rng)
    for town in (0, 2):
        _allotments(plan, town, names, rng)


def _access(plan: Plan, ground: Ground, names: list[StreetNames], theme: str) -> tuple[int, Floats]:
    """A street along the front of a site."""
    edge = -ground.depth / 2 + 6
    line = np.array([ground.at(-ground.width / 2, edge), ground.at(ground.width / 2, edge)])
    name = names[ground.place].next(theme)
    return plan.add_street(Street(line, ground.place, name, short_name(name))), line


def _locate(plan: Plan, ground: Ground, soort: str, subsoort: str, naam: str, text: str) -> int:
    x, y = map(float, ground.centre)
    return plan.add_location(Location(soort, subsoort, naam, x, y, text))


def _build_complex(
    plan: Plan, planned: Complex, ground: Ground, names: list[StreetNames], rng: np.random.Generator
) -> None:
    street, line = _access(plan, ground, names, "bekend")
    location = _locate(plan, ground, planned.soort, planned.subsoort, planned.naam, planned.toelichting)
    side = Side(street, line, LEFT, 0, length(line))
    for number in range(planned.buildings):
        setback = 14 + number * (planned.size[1] + 16)
        building = lay_landmark(plan, side, planned.use, planned.size, length(line) / 2, rng, setback, location)
        building.units = [Unit(planned.use, int(rng.integers(*planned.area))) for _ in range(planned.units)]
        if planned.main:
            building.units.insert(0, Unit(planned.main, round(planned.size[0] * planned.size[1]), member=False))
        building.along = length(line) / 2 + number
        building.numbering, building.year = planned.numbering, planned.year
    if planned.soort == "studentencomplex":
        plan.areas.append(Area("campus", planned.naam, ground.shape, 2023))
        _college(plan, ground.place, names, rng)


def _college(plan: Plan, place: int, names: list[StreetNames], rng: np.random.Generator) -> None:
    ground = edge_ground(plan, place, (110, 80), rng, margin=8)
    if ground is not None:
        street, line = _access(plan, ground, names, "bekend")
        lay_landmark(plan, Side(street, line, LEFT, 0, length(line)), "onderwijsfunctie", (78, 36), 55, rng, 14)


def _caravan_site(plan: Plan, town: int, names: list[StreetNames], rng: np.random.Generator) -> None:
    """A site where people live in caravans of their own: standplaatsen, but no holiday park."""
    ground = edge_ground(plan, town, (96, 62), rng, margin=50)
    if ground is None:
        return
    text = "Woonwagencentrum met standplaatsen: geen vakantiepark."
    location = _locate(plan, ground, "afleider", "woonwagencentrum", f"Woonwagencentrum {plan.places[town].naam}", text)
    line = np.array([ground.at(-44, 0), ground.at(44, 0)])
    name = names[town].next("ambacht")
    street = plan.add_street(Street(line, town, name, short_name(name)))
    for side in (LEFT, RIGHT):
        for at in np.arange(8.0, 80.0, 15.0):
            first, heading, away = Side(street, line, side, 0, 88).spot(at, at + 12)
            plot = rectangle(first + heading * 6 + away * 16, heading, 12.5, 20)
            plan.buildings.append(
                Building(plot, street, side, float(at), [Unit("", 0)], kind="standplaats", location=location)
            )
    plan.areas.append(Area("woonwagencentrum", "", ground.shape, 2020))


def _allotments(plan: Plan, town: int, names: list[StreetNames], rng: np.random.Generator) -> None:
    """Garden houses close together: panden with and without an object, but no holiday park."""
    ground = edge_ground(plan, town, (170, 120), rng, margin=50)
    if ground is None:
        return
    text = "Volkstuincomplex: geen vakantiepark."
    location = _locate(plan, ground, "afleider", "volkstuinen", f"Volkstuinen {plan.places[town].naam}", text)
    for row in range(4):
        line = np.array([ground.at(-82, row * 29.0 - 44), ground.at(82, row * 29.0 - 44)])
        if row == 0:
            name = names[town].next("akker")
            street = plan.add_street(Street(line, town, name, short_name(name), one_postcode=True))
        for side in (LEFT, RIGHT):
            for at in np.arange(4.0, 156.0, 12.5) + rng.uniform(0, 3):
                first, heading, away = Side(street, line, side, 0, 164).spot(at, at + 5)
                corners = rectangle(first + away * rng.uniform(7, 9), heading, rng.uniform(3, 5), rng.uniform(3, 6))
                registered = rng.random() < 0.5
                units = (
                    [Unit("overige gebruiksfunctie", int(rng.integers(9, 24)), postcode=False)] if registered else []
                )
                along = row * 1000 + float(at)
                plan.buildings.append(Building(corners, street, side, along, units, 1990, location=location))
    plan.areas.append(Area("volkstuinen", "", ground.shape, 2019))
