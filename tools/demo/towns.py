"""Towns: a centre with shops, older districts around it, newer ones at the edge, parted by main streets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import Voronoi
from shapely.geometry import Polygon
from shapely.ops import unary_union

from .districts import DISTRICTS, Site, fill
from .frontage import Side, lay_landmark
from .model import LEFT, RIGHT, Area, Location, Plan
from .names import RESIDENTIAL, StreetNames
from .places import Place
from .randomness import stream
from .shapes import Floats, Warp, length

#: Size of a district (m across).
_ACROSS = 300.0

_RINGS = (
    (("oud", 0.5), ("kern", 0.24), ("rij60", 0.26)),
    (("rij60", 0.22), ("oud", 0.1), ("flat", 0.14), ("rij80", 0.18), ("twee", 0.2), ("vrij", 0.06), ("groen", 0.1)),
    (("rij80", 0.22), ("nieuw", 0.2), ("twee", 0.26), ("vrij", 0.14), ("flat", 0.05), ("groen", 0.09), ("villa", 0.04)),
)


@dataclass(frozen=True)
class _Cell:
    """A district of a town: its point number in the Voronoi diagram, shape (before bending) and kind."""

    point: int
    shape: Polygon
    kind: str
    theme: str
    status: str


def build_town(seed: int, plan: Plan, place: Place, names: StreetNames) -> None:
    """Builds a town and claims its ground.

    Args:
        seed: Seed of the region.
        plan: Gets streets, buildings and areas.
        place: The town.
        names: Its street names.
    """
    rng = stream(seed, f"town {place.number}")
    text = "Woningen boven winkels, kantoren en horeca in het centrum: geen bedrijfswoningen."
    decoy = plan.add_location(
        Location.at(place.centre, "afleider", "centrum_boven_winkels", f"Centrum {place.naam}", text)
    )
    warp = Warp.random(rng, amplitude=34, wavelength=640)
    site = Site(plan, place.number, names, warp, rng, decoy)
    diagram, cells = _districts(plan, place, rng)
    _landmarks(site, place)
    for line, left, right in _main_streets(diagram, cells):
        _build_main_street(site, line, left, right)
    for cell in cells:
        fill(site, cell.shape, cell.kind, cell.theme, cell.status)
        if cell.kind == "groen":
            _sports_ground(site, cell)
    footprint = unary_union([cell.shape for cell in cells]).buffer(25)
    plan.settlements.append(Polygon(warp(shapely.get_coordinates(footprint.exterior))))


def _sports_ground(site: Site, cell: _Cell) -> None:
    """A green district with a clubhouse."""
    shape = Polygon(site.warp(shapely.get_coordinates(cell.shape.buffer(-25).exterior)))
    site.plan.areas.append(Area("sportterrein, sportcomplex", "", shape, 2023))
    centre = shapely.get_coordinates(cell.shape.centroid)[0]
    street, line = site.street(centre + np.array([[-40.0, 0.0], [40.0, 0.0]]), "akker")
    use = str(site.rng.choice(["sportfunctie", "bijeenkomstfunctie,sportfunctie"]))
    lay_landmark(site.plan, Side(street, line, LEFT, 0, length(line)), use, (26, 13), 40, site.rng, 10)


def _districts(plan: Plan, place: Place, rng: np.random.Generator) -> tuple[Voronoi, list[_Cell]]:
    """The districts, from the centre outwards until the town has its size."""
    step = _ACROSS
    grid = np.array([(i * step + (j % 2) * step / 2, j * step * 0.866) for i in range(-9, 10) for j in range(-9, 10)])
    points = (
        place.centre
        + grid
        + rng.uniform(-0.31, 0.31, grid.shape) * step * (np.abs(grid).max(axis=1, keepdims=True) > 0)
    )
    diagram = Voronoi(points)
    angle = np.arctan2(*(points - place.centre).T)
    shape = 1 + 0.2 * np.cos(2 * angle + rng.uniform(0, 6.3)) + 0.12 * np.cos(3 * angle + rng.uniform(0, 6.3))
    distance = np.hypot(*(points - place.centre).T) / shape
    allowed = place.polygon.buffer(-90).difference(plan.land.water.buffer(70))
    cells: list[_Cell] = []
    expected = 0.0
    last_built = ""
    for point in np.argsort(distance):
        region = diagram.regions[diagram.point_region[point]]
        if -1 in region or expected >= place.size:
            continue
        cell = Polygon(diagram.vertices[region])
        if not allowed.contains(cell):
            continue
        kind = _kind(len(cells), distance[point], rng, last_built)
        last_built = kind
        expected += DISTRICTS[kind].per_hectare * cell.area / 1e4
        theme = DISTRICTS[kind].theme or str(rng.choice(RESIDENTIAL))
        cells.append(_Cell(int(point), cell, kind, theme, "bestaand"))
    return diagram, _under_construction(cells)


def _kind(rank: int, distance: float, rng: np.random.Generator, previous: str) -> str:
    if rank == 0:
        return "centrum"
    ring = 0 if distance < 1.3 * _ACROSS else 1 if distance < 2.1 * _ACROSS else 2
    kinds, shares = zip(*_RINGS[ring])
    kind = str(rng.choice(kinds, p=np.array(shares) / sum(shares)))
    return "twee" if kind == previous == "groen" else kind


def _under_construction(cells: list[_Cell]) -> list[_Cell]:
    """The outermost new district is still being built."""
    for number in range(len(cells) - 1, 0, -1):
        cell = cells[number]
        if cell.kind in ("nieuw", "rij80", "twee"):
            cells[number] = _Cell(cell.point, cell.shape, "nieuw", cell.theme, "gepland")
            break
    return cells


def _main_streets(diagram: Voronoi, cells: list[_Cell]) -> list[tuple[Floats, _Cell | None, _Cell | None]]:
    """The streets between districts: course, district on the left, district on the right."""
    by_point = {cell.point: cell for cell in cells}
    streets = []
    for (a, b), ridge in zip(diagram.ridge_points, diagram.ridge_vertices):
        if -1 in ridge or not {int(a), int(b)} & set(by_point):
            continue
        line = diagram.vertices[ridge]
        if length(line) < 70:
            continue
        heading, toward = line[1] - line[0], diagram.points[a] - line[0]
        a_is_left = heading[0] * toward[1] - heading[1] * toward[0] > 0
        left, right = (a, b) if a_is_left else (b, a)
        streets.append((line, by_point.get(int(left)), by_point.get(int(right))))
    return streets


def _build_main_street(site: Site, line: Floats, left: _Cell | None, right: _Cell | None) -> None:
    kinds = [cell.kind for cell in (left, right) if cell]
    theme = "kern" if {"centrum", "kern"} & set(kinds) else "bekend"
    street, bent = site.street(line, theme)
    total = length(bent)
    for side, cell in ((LEFT, left), (RIGHT, right)):
        if cell is None or cell.status != "bestaand" or (cell.kind in ("nieuw", "villa") and site.rng.random() < 0.6):
            continue
        front = DISTRICTS[cell.kind].front
        trim = 26.0 if front != "centrum" else 14.0
        site.lay(Side(street, bent, side, trim, total - trim), front)


def _landmarks(site: Site, place: Place) -> None:
    """Church, town hall, supermarket and school around the market, and the hotel that no highlight should name."""
    rng, plan = site.rng, site.plan
    market = place.centre + np.array([[-95.0, 0.0], [95.0, 0.0]])
    street, line = site.street(market, "kern")
    for use, size, at, side, setback in (
        ("bijeenkomstfunctie", (18, 46), 55, LEFT, 22),
        ("kantoorfunctie", (38, 24), 110, LEFT, 18),
        ("winkelfunctie", (40, 44), 130, RIGHT, 16),
    ):
        lay_landmark(plan, Side(street, line, side, 0, length(line)), use, size, at, rng, setback)
    x, y = line[0]
    hotel = plan.add_location(
        Location("afleider", "hotel", f"Hotel {place.naam}", x, y, "Een gewoon hotel in het centrum.", eenheden=1)
    )
    lay_landmark(plan, Side(street, line, RIGHT, 0, length(line)), "logiesfunctie", (34, 16), 60, rng, 13, hotel)
