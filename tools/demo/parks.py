"""Holiday parks of every kind, as the registers know them: fully, half, or not at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon

from .frontage import Side, both_sides, lay_landmark
from .model import Area, Building, Location, Plan, Street, Unit
from .names import StreetNames, short_name
from .randomness import stream
from .shapes import Floats, Warp, length, rectangle, resample, rotate, vertices
from .sites import wood_edge


@dataclass(frozen=True)
class Park:
    """One planted park.

    Attributes:
        subsoort: Kind in the truth table.
        naam: Name.
        gemeente: Position of its municipality.
        units: What is wanted: so many units.
        content: Kinds of its units, in turn: 'logies', 'standplaats', 'woon', or none if the BAG has no units.
        top10nl: typefunctioneelgebied, "" if the map doesn't know it.
        toelichting: What was planted, in Dutch.
        multi: Whether the map has it as an area of several parts.
        reception: Use of its main building, "" if it has none.
    """

    subsoort: str
    naam: str
    gemeente: int
    units: int
    content: tuple[str, ...]
    top10nl: str
    toelichting: str
    multi: bool = False
    reception: str = "bijeenkomstfunctie"


PARKS = (
    Park("bungalowpark_logies", "Bungalowpark De Zwaluwhof", 1, 112, ("logies",), "bungalowpark",
         "Huisjes met logiesfunctie, in BAG en TOP10NL."),
    Park("bungalowpark_logies", "Vakantiepark Het Reeënven", 3, 74, ("logies",), "vakantiepark",
         "Huisjes met logiesfunctie, in BAG en TOP10NL."),
    Park("caravanpark_standplaatsen", "Caravanpark Ginderdonk", 0, 88, ("standplaats",), "caravanpark",
         "Stacaravans op standplaatsen, in BAG en TOP10NL."),
    Park("caravanpark_standplaatsen", "Caravanpark De Rulleoever", 4, 52, ("standplaats",), "caravanpark",
         "Stacaravans op standplaatsen, in BAG en TOP10NL."),
    Park("chalets_woonfunctie", "Recreatieoord Hazenleger", 2, 68, ("woon",), "recreatiegebied",
         "Chalets met woonfunctie binnen een recreatiegebied."),
    Park("chalets_woonfunctie", "Park Kwartelhof", 3, 42, ("woon",), "vakantiepark",
         "Chalets met woonfunctie binnen een vakantiepark."),
    Park("hoofdadres", "Vakantiepark 't Oude Gebint", 0, 60, (), "vakantiepark",
         "Chalets niet in de BAG: alle registraties op het ene hoofdadres.", reception="logiesfunctie"),
    Park("hoofdadres", "Caravanpark Vossenberg", 2, 40, (), "caravanpark",
         "Stacaravans niet in de BAG: alle registraties op het ene hoofdadres."),
    Park("alleen_bag", "De Wulpenweide", 2, 46, ("logies",), "",
         "Huisjes met logiesfunctie die TOP10NL niet kent."),
    Park("alleen_bag", "Het Turfgat", 1, 30, ("standplaats",), "",
         "Standplaatsen die TOP10NL niet kent."),
    Park("alleen_top10nl", "Bungalowpark De Stille Plas", 0, 35, (), "bungalowpark",
         "Alleen een multivlak in TOP10NL: geen objecten in de BAG.", multi=True, reception=""),
    Park("camping", "Camping De Leemkuil", 3, 14, ("standplaats",), "camping, kampeerterrein",
         "Camping met receptie en enkele vaste standplaatsen."),
    Park("camping", "Camping Zandoord", 4, 1, (), "camping, kampeerterrein",
         "Camping met alleen een receptie in de BAG.", reception="bijeenkomstfunctie,logiesfunctie"),
    Park("gemengd", "Recreatiecentrum Bosrand", 1, 84, ("logies", "standplaats", "woon"), "vakantiepark",
         "Huisjes, standplaatsen en chalets met woonfunctie door elkaar.", multi=True),
    Park("gemengd", "Vakantiepark Heidehof", 3, 58, ("logies", "woon"), "recreatiegebied",
         "Huisjes met logiesfunctie en met woonfunctie binnen een recreatiegebied."),
)  # fmt: skip


def build_parks(seed: int, plan: Plan, names: list[StreetNames]) -> None:
    """All parks, each on the edge of a wood.

    Args:
        seed: Seed of the region.
        plan: Gets streets, buildings, areas and planted locations.
        names: Street names of each place.
    """
    for number, park in enumerate(PARKS):
        rng = stream(seed, f"park {number}")
        shape = wood_edge(plan, park.gemeente, max(18000.0, park.units * rng.uniform(560, 720) + 6000), rng)
        if shape is not None:
            _build_park(plan, park, shape, names, rng)


def _build_park(plan: Plan, park: Park, shape: Polygon, names: list[StreetNames], rng: np.random.Generator) -> None:
    point = shapely.get_coordinates(shape.representative_point())[0]
    place = plan.place_of(point)
    location = plan.add_location(Location.at(point, "vakantiepark", park.subsoort, park.naam, park.toelichting))
    plan.locations[location].eenheden = -1 if park.content else park.units
    _add_area(plan, park, shape, location, rng)
    if not park.content and not park.reception:
        return
    lanes = _lanes(shape, rng)
    street = _street(plan, park, place, lanes[0], names)
    if park.reception:
        entrance = Side(street, lanes[0], 1, 0, length(lanes[0]))
        main = lay_landmark(plan, entrance, park.reception, (16, 11), 14, rng, 7, location)
        main.along = -10.0
        main.units[0].member = not park.content
    wanted = park.units
    for number, lane in enumerate(lanes if park.content else []):
        for side in both_sides(street, lane):
            wanted -= _lay_units(plan, park, side, (number, wanted, location), rng)


def _add_area(plan: Plan, park: Park, shape: Polygon, location: int, rng: np.random.Generator) -> None:
    """What the topographic map has of the park: not quite its edge, as surveyors see it.

    The point of the location comes to lie in the area.
    """
    if not park.top10nl:
        return
    drawn: Polygon | MultiPolygon = shape.buffer(float(rng.uniform(2, 14))).simplify(3)
    if park.multi:
        west, _, east, _ = drawn.bounds
        middle = west + (east - west) * rng.uniform(0.4, 0.6)
        strip = LineString([(middle, drawn.bounds[1] - 1), (middle + 20, drawn.bounds[3] + 1)]).buffer(7)
        parts = [part for part in shapely.get_parts(drawn.difference(strip)) if part.area > 400]
        drawn = MultiPolygon(parts)
    point = shapely.get_coordinates(drawn.representative_point())[0]
    plan.locations[location].x, plan.locations[location].y = map(float, point)
    naam = park.naam if rng.random() < 0.75 else ""
    plan.areas.append(Area(park.top10nl, naam, drawn, int(rng.integers(2016, 2026))))


def _lanes(shape: Polygon, rng: np.random.Generator) -> list[Floats]:
    """Lanes 36 m apart, bent, inside a site; at least one."""
    origin = shapely.get_coordinates(shape.centroid)[0]
    angle = rng.uniform(0, np.pi)
    warp = Warp.random(rng, amplitude=9, wavelength=190)
    lying = Polygon(rotate(vertices(shape.exterior), -angle, origin)).buffer(-20)
    west, south, east, north = lying.bounds
    lanes = []
    for level in np.arange(south + 4, north, 36.0):
        for piece in shapely.get_parts(lying.intersection(LineString([(west, level), (east, level)]))):
            if piece.length > 32:
                line = resample(rotate(vertices(piece), angle, origin), 9.0)
                lanes.append(warp(line) - (warp(origin[None]) - origin))
    if not lanes:
        lanes.append(np.array([origin, origin + 40 * np.array([np.cos(angle), np.sin(angle)])]))
    return lanes


def _street(plan: Plan, park: Park, place: int, lane: Floats, names: list[StreetNames]) -> int:
    """The park's own street: it bears the park's name or one of the open land."""
    name = park.naam.split(" ", 1)[-1] if park.units > 45 else names[place].next("land")
    return plan.add_street(Street(lane, place, name, short_name(name), one_postcode=True))


def _lay_units(plan: Plan, park: Park, side: Side, state: tuple[int, int, int], rng: np.random.Generator) -> int:
    """Units along a side of a lane; gives how many.

    Args:
        plan: Gets the buildings.
        park: The park.
        side: Where.
        state: Number of the lane, units still wanted, position of the planted location.
        rng: Source of sizes.
    """
    lane, wanted, location = state
    content = park.content[lane % len(park.content)]
    at, laid, year = side.start + rng.uniform(2, 8), 0, int(rng.integers(1972, 2016))
    setback = rng.uniform(5, 6.5)
    while laid < wanted:
        plot = content == "standplaats"
        width, depth = (rng.uniform(9, 11), rng.uniform(10, 12)) if plot else (rng.uniform(6, 8.5), rng.uniform(6, 9))
        if at + width > side.end:
            break
        first, heading, away = side.spot(at, at + width)
        if not plot:
            turn = rng.normal(0, 0.16)
            heading = rotate(heading[None], turn, np.zeros(2))[0]
        centre = first + heading * width / 2 + away * (setback + depth / 2)
        use = {"logies": "logiesfunctie", "woon": "woonfunctie"}.get(content, "")
        unit = Unit(use, 0 if plot else int(rng.choice([38, 42, 45, 48, 52, 56, 60, 64])))
        plan.buildings.append(
            Building(
                corners=rectangle(centre, heading, width, depth),
                street=side.street,
                side=side.side,
                along=lane * 1000 + at,
                units=[unit],
                year=year + int(rng.integers(0, 4)),
                kind="standplaats" if plot else "pand",
                location=location,
            )
        )
        laid += 1
        at += width + (rng.uniform(1, 3) if plot else rng.uniform(7, 12))
    return laid
