"""Villages: houses along the roads that meet in the middle, and small districts in the corners between the roads."""

from __future__ import annotations

import numpy as np
from shapely.geometry import Point, Polygon

from .districts import DISTRICTS, Site, fill
from .frontage import Side, both_sides, lay_landmark
from .model import LEFT, RIGHT, Location, Plan, Street, Unit
from .names import RESIDENTIAL, StreetNames, short_name
from .places import Place
from .randomness import stream
from .roads import Road
from .shapes import Floats, Warp, length, pieces_inside, resample

#: Length of the closed front around the middle (m along each road).
_CORE = 115.0
_KINDS = ("twee", "rij80", "vrij", "twee", "rij60", "nieuw")


def claim_village(plan: Plan, place: Place) -> None:
    """Keeps the ground of a village free before its roads are known."""
    plan.settlements.append(Point(place.centre).buffer(170 + 12.5 * np.sqrt(place.size)))


def lay_out_roads(plan: Plan, roads: list[Road], names: list[StreetNames]) -> list[int]:
    """Makes a street of each part of a road that lies in one place, numbered from that place's centre.

    Args:
        plan: Gets the streets.
        roads: All country roads.
        names: Street names of each place.

    Returns:
        Positions of the new streets.
    """
    streets = []
    for road in roads:
        for place in plan.places:
            for line in pieces_inside(road.line, place.polygon, shortest=120):
                ends = np.hypot(*(line[[0, -1]] - place.centre).T)
                course = line if ends[0] <= ends[1] else line[::-1]
                name = names[place.number].next("kern" if ends.min() < 40 and not place.is_town else "land")
                street = Street(resample(course, 30.0), place.number, name, short_name(name), rural=True)
                streets.append(plan.add_street(street))
    return streets


def build_village(seed: int, plan: Plan, place: Place, streets: list[int], names: StreetNames) -> None:
    """Builds a village along its roads.

    Args:
        seed: Seed of the region.
        plan: Gets streets and buildings.
        place: The village.
        streets: Positions of the country roads' streets.
        names: Its street names.
    """
    rng = stream(seed, f"village {place.number}")
    site = Site(plan, place.number, names, Warp.random(rng, amplitude=12, wavelength=420), rng, _decoy(plan, place))
    own = [s for s in streets if plan.streets[s].place == place.number and _meets(plan.streets[s].line, place)]
    own.sort(key=lambda s: _bearing(plan.streets[s].line, place))
    if not own:
        line = place.centre + np.array([[0.0, 0.0], [420.0, 60.0]])
        own = [site.street(line, "kern", rural=True)[0]]
    built = len(plan.buildings)
    _landmarks(site, own)
    reach = 150 + 0.5 * place.size
    for street in own:
        _ribbon(site, street, reach, shops=street == own[0])
    size = sum(len(b.units) for b in plan.buildings[built:])
    if not place.role and rng.random() < 0.5:
        _guesthouses(plan, place, built, rng)
    for start, end in _corners(own):
        if size >= place.size:
            break
        size += _district(site, place, plan.streets[start].line, plan.streets[end].line, place.size - size)


def _decoy(plan: Plan, place: Place) -> int:
    text = "Woningen boven of naast een winkel of café in de dorpskern: geen bedrijfswoningen."
    return plan.add_location(
        Location.at(place.centre, "afleider", "centrum_boven_winkels", f"Dorpskern {place.naam}", text)
    )


def _meets(line: Floats, place: Place) -> bool:
    return bool(np.hypot(*(line[0] - place.centre)) < 60)


def _bearing(line: Floats, place: Place) -> float:
    x, y = line[min(5, len(line) - 1)] - place.centre
    return float(np.arctan2(y, x))


def _landmarks(site: Site, streets: list[int]) -> None:
    """Church, school, inn and shop on the first road."""
    street = streets[0]
    line = site.plan.streets[street].line
    left, right = both_sides(street, line)
    lay_landmark(site.plan, left, "bijeenkomstfunctie", (14, 36), 34, site.rng, 14)
    lay_landmark(site.plan, right, "onderwijsfunctie", (38, 22), 150, site.rng, 26)
    if site.rng.random() < 0.6:
        lay_landmark(site.plan, right, "winkelfunctie", (24, 28), 45, site.rng, 10)


def _ribbon(site: Site, street: int, reach: float, shops: bool) -> None:
    """Houses along one road, closed in the middle and thinning out."""
    line = site.plan.streets[street].line
    end = min(length(line), reach * site.rng.uniform(0.6, 1.2))
    for side in (LEFT, RIGHT):
        core = min(_CORE * site.rng.uniform(0.7, 1.2), end)
        start = 48.0 if shops else 16.0
        if shops:
            site.lay(Side(street, line, side, 16, start - 2), "centrum")
        site.lay(Side(street, line, side, start, core), "kern")
        site.lay(Side(street, line, side, core + 8, end), "lint")


def _guesthouses(plan: Plan, place: Place, first: int, rng: np.random.Generator) -> None:
    """A few homes that let rooms to guests, each on its own: no holiday park.

    Args:
        plan: Its buildings are changed.
        place: The village.
        first: Position of the first building of the village.
        rng: Source of the choice.
    """
    text = "Gewoon dorp met enkele huizen met logies: geen vakantiepark."
    location = plan.add_location(
        Location.at(place.centre, "afleider", "dorp_met_logies", f"Logies in {place.naam}", text)
    )
    homes = [b for b in plan.buildings[first:] if [unit.use for unit in b.units] == ["woonfunctie"] and b.location < 0]
    for number, row in enumerate(rng.permutation(len(homes))[:5]):
        home = homes[row]
        home.location = location
        if number % 2:
            home.units[0].use = "woonfunctie,logiesfunctie"
        else:
            home.units.append(Unit("logiesfunctie", int(rng.integers(28, 60))))
            home.numbering = "letter"


def _corners(streets: list[int]) -> list[tuple[int, int]]:
    """Pairs of neighbouring roads, in order of bearing."""
    return list(zip(streets, streets[1:] + streets[:1])) if len(streets) > 1 else []


def _district(site: Site, place: Place, first: Floats, second: Floats, wanted: int) -> int:
    """Builds a district between two roads; gives the number of objects."""
    turn = (_bearing(second, place) - _bearing(first, place)) % (2 * np.pi)
    if turn < 0.5:
        return 0
    if turn > 3.4:
        turn, second = 2.2, second[:0]
    kind = str(site.rng.choice(_KINDS))
    ground = min(wanted, 190) / (0.62 * DISTRICTS[kind].per_hectare) * 1e4
    reach = float(np.clip(np.sqrt(2 * ground / turn) + 40, 190, 400))
    area = _wedge(place, first, second, reach, turn)
    before = len(site.plan.buildings)
    fill(site, area, kind, str(site.rng.choice(RESIDENTIAL)))
    return sum(len(b.units) for b in site.plan.buildings[before:])


def _wedge(place: Place, first: Floats, second: Floats, reach: float, turn: float) -> Polygon:
    """The corner between two roads, up to a distance from the centre."""
    sides = [line[np.hypot(*(line - place.centre).T) < reach] for line in (first, second)]
    start = _bearing(first, place)
    angles = start + np.linspace(0.12, 0.88, 6) * turn
    arc = place.centre + reach * np.column_stack([np.cos(angles), np.sin(angles)])
    shape = Polygon(np.vstack([place.centre, sides[0], arc, sides[1][::-1]])).buffer(0)
    shape = shape.intersection(place.polygon.buffer(-20))
    return max(getattr(shape, "geoms", [shape]), key=lambda part: part.area)
