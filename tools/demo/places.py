"""Towns and villages: where they lie, what they are called, and the territory of each (woonplaats).

Some villages have a part to play in the planted clusters and lie where that part needs them: on both sides of a
municipal border, or close to the national border.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree
from shapely.geometry import LineString, MultiPoint, MultiPolygon, Point, Polygon
from shapely.ops import unary_union

from .land import Land, inside
from .randomness import stream
from .shapes import DECIMALS, Floats, direction, left_of

#: Municipality (position), town, addressable objects in it.
_TOWNS = (
    (0, "Leemvoort", 3700),
    (1, "Oevelrade", 2950),
    (2, "Hazenvenne", 3150),
    (3, "Kwartelbeek", 2600),
    (4, "Zomerhorst", 2200),
)

#: Municipality, role, addressable objects, border on which it lies, distance from it (m).
_VILLAGES = (
    (0, "behandeld", 620, (0, 1), 800),
    (1, "ontvangend", 460, (0, 1), 800),
    (1, "tweeling noord", 190, (1, 2), 420),
    (2, "tweeling zuid", 190, (1, 2), 420),
    (3, "landsgrens", 300, None, 1050),
    (2, "binnen", 420, None, 0),
    (0, "", 380, None, 0),
    (0, "", 270, None, 0),
    (1, "", 350, None, 0),
    (1, "", 240, None, 0),
    (2, "", 330, None, 0),
    (3, "", 360, None, 0),
    (3, "", 230, None, 0),
    (4, "", 380, None, 0),
    (4, "", 300, None, 0),
    (4, "", 220, None, 0),
)
_VILLAGE_NAMES = (
    "Wulpendonk",
    "Kraaivoort",
    "Haverlaar",
    "Beverrade",
    "Roggelaar",
    "Distelbroek",
    "Reeënvenne",
    "Braamvenne",
    "Sint-Wobertus",
    "Molvenne",
    "Turfdonk",
    "Zwaluwbroek",
    "Hommelhout",
    "IJzerdonk",
    "Grijsvenne",
    "'t Wezeltje",
)
_FORMER_MUNICIPALITIES = ("0998", "0999", "0997", "0996", "0995")


@dataclass(frozen=True)
class Place:
    """A town or village with its territory.

    Attributes:
        number: Position in the list of places.
        identificatie: BAG identifier of four digits.
        naam: Name.
        gemeente: Position of its municipality.
        role: Its part in a planted cluster, "" if none, "stad" for a town.
        size: Addressable objects it is meant to have.
        centre: (2,) RD New.
        polygon: Territory.
        postcodes: Postcode districts (four digits).
        former: Code of the municipality it belonged to before a merger, "" if none.
        merged: Year of that merger.
    """

    number: int
    identificatie: str
    naam: str
    gemeente: int
    role: str
    size: int
    centre: Floats
    polygon: Polygon | MultiPolygon
    postcodes: tuple[str, ...]
    former: str
    merged: int

    @property
    def is_town(self) -> bool:
        """Whether it is the main town of its municipality."""
        return self.role == "stad"


@dataclass(frozen=True)
class _Site:
    gemeente: int
    naam: str
    role: str
    size: int
    centre: Floats


def make_places(seed: int, land: Land) -> tuple[Place, ...]:
    """All places, towns first.

    Args:
        seed: Seed of the region.
        land: Municipalities and borders.
    """
    rng = stream(seed, "places")
    placed = _place_villages(land, rng)
    towns = [(g, naam, size, _town_centre(land, g, placed, rng)) for g, naam, size in _TOWNS]
    names = rng.permutation(np.array(_VILLAGE_NAMES, dtype=object))
    taken = [centre for _, _, _, centre in towns] + [centre for *_, centre in placed]
    sites = [_Site(g, naam, "stad", size, centre) for g, naam, size, centre in towns]
    for number, (g, role, size, *_rest) in enumerate(_VILLAGES):
        centre = next((c for c_role, c in placed if role and c_role == role), None)
        if centre is None:
            centre = _free_site(land, g, taken, rng)
            taken.append(centre)
        sites.append(_Site(g, str(names[number]), role, size, centre))
    territories = _territories(land, sites, rng)
    return tuple(_place(number, site, territories[number], rng) for number, site in enumerate(sites))


def _place(number: int, site: _Site, polygon: Polygon | MultiPolygon, rng: np.random.Generator) -> Place:
    is_town = site.role == "stad"
    former = "" if is_town or rng.random() < 0.3 else _FORMER_MUNICIPALITIES[site.gemeente]
    district = 5790 + 2 * number if is_town else 5765 + number
    return Place(
        number=number,
        identificatie=f"{9700 + number}",
        naam=site.naam,
        gemeente=site.gemeente,
        role=site.role,
        size=round(site.size * rng.uniform(0.95, 1.05)),
        centre=site.centre,
        polygon=polygon,
        postcodes=(str(district), str(district + 1)) if is_town else (str(district),),
        former=former,
        merged=int(rng.choice([1998, 2001, 2007])) if former else 0,
    )


def _place_villages(land: Land, rng: np.random.Generator) -> list[tuple[str, Floats]]:
    """Centres of the villages that must lie at a border: role and (2,) point."""
    placed: list[tuple[str, Floats]] = []
    for pair, roles, apart in (
        ((0, 1), ("behandeld", "ontvangend"), 800),
        ((1, 2), ("tweeling noord", "tweeling zuid"), 420),
    ):
        border = _middle(land.border(*pair), land, rng)
        for role, number in zip(roles, pair):
            placed.append((role, _beside(border, land.gemeenten[number].polygon, apart)))
    stretch = shapely.intersection(land.national_border, land.gemeenten[3].polygon.buffer(5))
    stretch = max(shapely.get_parts(stretch), key=lambda part: part.length)
    at = shapely.get_coordinates(stretch.interpolate(rng.uniform(0.4, 0.6), normalized=True))[0]
    placed.append(("landsgrens", _beside((at, stretch), land.gemeenten[3].polygon, 1050)))
    return placed


def _middle(border: LineString, land: Land, rng: np.random.Generator) -> tuple[Floats, LineString]:
    """A point about the middle of the part of a border that is far from other municipalities and from abroad."""
    best, farthest = np.zeros(2), -1.0
    others = land.territory.boundary
    for share in rng.uniform(0.2, 0.8, 40):
        point = border.interpolate(share, normalized=True)
        ends = min(point.distance(Point(border.coords[0])), point.distance(Point(border.coords[-1])))
        clearance = min(point.distance(others), ends)
        if clearance > farthest:
            best, farthest = shapely.get_coordinates(point)[0], clearance
    return best, border


def _beside(site: tuple[Floats, LineString], side: Polygon, distance: float) -> Floats:
    """The point at a distance from a point of a border, on the side of a municipality."""
    point, border = site
    at = border.project(Point(point))
    ends = [shapely.get_coordinates(border.interpolate(at + step))[0] for step in (-700, 700)]
    across = left_of(direction(*ends))
    if not side.contains(Point(point + distance * across)):
        across = -across
    steps = [point + share * distance * across for share in np.arange(1.0, 2.6, 0.1)]
    clear = (step for step in steps if side.boundary.distance(Point(step)) > 0.85 * distance)
    return np.round(next(clear, steps[0]), DECIMALS)


def _town_centre(land: Land, gemeente: int, placed: list[tuple[str, Floats]], rng: np.random.Generator) -> Floats:
    """A point well inside a municipality and away from the villages that are there already."""
    polygon = land.gemeenten[gemeente].polygon
    best, score = np.zeros(2), -np.inf
    for _ in range(60):
        point = inside(polygon, rng)
        border = polygon.boundary.distance(Point(point))
        village = min(np.hypot(*(centre - point)) for _, centre in placed)
        value = min(border / 2300, village / 3400, 1.0) + 0.05 * rng.random()
        if value > score:
            best, score = point, value
    return np.round(best, DECIMALS)


def _free_site(land: Land, gemeente: int, taken: list[Floats], rng: np.random.Generator) -> Floats:
    """A point far from other places, not close to a border."""
    polygon = land.gemeenten[gemeente].polygon
    best, score = np.zeros(2), -np.inf
    for _ in range(40):
        point = inside(polygon, rng)
        edge = polygon.boundary.distance(Point(point))
        nearest = min(np.hypot(*(centre - point)) for centre in taken)
        value = min(edge / 1100, nearest / 3000, 1.0) + 0.1 * rng.random()
        if value > score:
            best, score = point, value
    return np.round(best, DECIMALS)


def _territories(land: Land, sites: list[_Site], rng: np.random.Generator) -> list[Polygon | MultiPolygon]:
    """The municipalities, divided among their places along irregular lines.

    Each municipality is cut into the cells of random points; a cell goes to the place nearest to its point.
    """
    territories: dict[int, Polygon | MultiPolygon] = {}
    for number, gemeente in enumerate(land.gemeenten):
        own = [i for i, site in enumerate(sites) if site.gemeente == number]
        centres = np.array([sites[i].centre for i in own])
        weights = np.array([1.25 if sites[i].role == "stad" else 1.0 for i in own])
        seeds = np.array([inside(gemeente.polygon, rng) for _ in range(110)])
        seeds = np.vstack([centres, seeds[cKDTree(centres).query(seeds)[0] > 500]])
        owner = np.argmin(np.hypot(*(seeds[:, None] - centres[None]).transpose(2, 0, 1)) / weights, axis=1)
        cells = shapely.get_parts(shapely.voronoi_polygons(MultiPoint(seeds), extend_to=gemeente.polygon))
        tree = shapely.STRtree(cells)
        cell_of_seed = np.array([tree.query(Point(seed), predicate="intersects")[0] for seed in seeds])
        for position, place in enumerate(own):
            mine = unary_union(cells[cell_of_seed[owner == position]])
            territories[place] = _areal(shapely.set_precision(mine, 0.001).intersection(gemeente.polygon))
    return [territories[i] for i in range(len(sites))]


def _areal(shape: shapely.Geometry) -> Polygon | MultiPolygon:
    """Without the points and lines in which two areas only touch."""
    return unary_union([part for part in shapely.get_parts(shape) if isinstance(part, Polygon)])
