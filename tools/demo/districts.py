"""Streets inside a district: parallel streets between its edges, gently bent, with gaps where others cross."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon

from .frontage import HOUSE_TYPES, Side, both_sides, lay_centre, lay_flats, lay_houses
from .model import Plan, Street
from .names import StreetNames, short_name
from .shapes import Floats, Warp, length, resample, rotate, vertices

#: Share of the stretches of a street that are left open: a green, a playground, parking.
_OPEN_SPACE = 0.1


@dataclass(frozen=True)
class District:
    """How a kind of district is built.

    Attributes:
        front: What stands along its streets: a kind of HOUSE_TYPES, 'centrum' or 'flat'.
        spacing: Between parallel streets (m).
        crossing: Between cross streets (m).
        edge: From its edge to the first gardens inside (m).
        theme: Theme of its street names, "" for any residential theme.
        per_hectare: Addressable objects it comes to have, about.
    """

    front: str
    spacing: float
    crossing: float
    edge: float
    theme: str
    per_hectare: float


DISTRICTS = {
    "centrum": District("centrum", 46, 85, 27, "kern", 63),
    "kern": District("kern", 56, 110, 30, "kern", 25),
    "oud": District("oud", 54, 120, 29, "", 40),
    "rij60": District("rij60", 66, 150, 35, "", 30),
    "rij80": District("rij80", 62, 110, 34, "", 33),
    "nieuw": District("nieuw", 62, 130, 34, "", 30),
    "twee": District("twee", 64, 160, 36, "", 19),
    "vrij": District("vrij", 70, 190, 38, "", 11),
    "villa": District("villa", 95, 240, 50, "bomen", 5),
    "flat": District("flat", 88, 210, 44, "", 50),
    "groen": District("", 0, 0, 0, "", 0),
}


@dataclass(frozen=True)
class Site:
    """A settlement under construction: what its streets need to know.

    Attributes:
        plan: Gets streets and buildings.
        place: Number of the place.
        names: Its street names.
        warp: Bends its streets.
        rng: Source of everything.
        centre_decoy: Position of the location for homes above shops.
    """

    plan: Plan
    place: int
    names: StreetNames
    warp: Warp
    rng: np.random.Generator
    centre_decoy: int

    def street(self, line: Floats, theme: str, rural: bool = False) -> tuple[int, Floats]:
        """Adds a street; gives its position and its course, bent.

        Args:
            line: (n, 2) its course before it is bent.
            theme: Theme of its name.
            rural: See Street.
        """
        bent = np.round(self.warp(resample(line, 18.0)), 2)
        name = self.names.next(theme)
        return self.plan.add_street(Street(bent, self.place, name, short_name(name), rural)), bent

    def lay(self, side: Side, front: str, status: str = "bestaand") -> None:
        """Builds along a side.

        Args:
            side: Where.
            front: A kind of HOUSE_TYPES, 'centrum', 'flat' or "" for nothing.
            status: Stage of construction of houses.
        """
        if front == "centrum":
            lay_centre(self.plan, side, self.centre_decoy, self.rng)
        elif front == "flat":
            lay_flats(self.plan, side, self.rng)
        elif front in HOUSE_TYPES:
            lay_houses(self.plan, side, front, self.rng, status)


def fill(site: Site, area: Polygon, kind: str, theme: str, status: str = "bestaand") -> None:
    """Streets and buildings inside a district.

    Args:
        site: The settlement.
        area: The district, up to the middle of the streets around it (before bending).
        kind: One of DISTRICTS.
        theme: Theme of the street names.
        status: Stage of construction of its houses.
    """
    district = DISTRICTS[kind]
    inner = area.buffer(-district.edge, join_style=2)
    if not district.front or inner.is_empty:
        return
    for part in shapely.get_parts(inner):
        angle = _longest_edge_angle(part)
        for block in _blocks(part, angle, site.rng) if district.spacing < 80 else [part]:
            turned = angle + (np.pi / 2 if site.rng.random() < 0.45 else 0.0)
            if block.area > 1200:
                _fill_block(site, block, turned, district, theme, status)


def _blocks(area: Polygon, angle: float, rng: np.random.Generator) -> list[Polygon]:
    """A large area in two or three blocks, parted by streets across its length."""
    count = 1 + int(area.area > 14000) + int(area.area > 38000)
    if count == 1:
        return [area]
    origin = shapely.get_coordinates(area.centroid)[0]
    lying = Polygon(rotate(vertices(area.exterior), -angle, origin))
    west, south, east, north = lying.bounds
    cuts = west + (east - west) * (np.arange(1, count) / count + rng.uniform(-0.1, 0.1, count - 1))
    slant = rng.uniform(-0.25, 0.25) * (north - south)
    lines = [LineString([(x - slant, south - 1), (x + slant, north + 1)]).buffer(11) for x in cuts]
    parts = shapely.get_parts(lying.difference(shapely.unary_union(lines)))
    return [Polygon(rotate(vertices(part.exterior), angle, origin)) for part in parts]


def _fill_block(site: Site, inner: Polygon, angle: float, district: District, theme: str, status: str) -> None:
    origin = shapely.get_coordinates(inner.centroid)[0]
    lying = Polygon(rotate(vertices(inner.exterior), -angle, origin))
    west, south, east, north = lying.bounds
    count = max(1, round((north - south) / district.spacing))
    offset = (north - south - (count - 1) * district.spacing) / 2
    crossings = np.arange(west + site.rng.uniform(0.3, 0.9) * district.crossing, east, district.crossing)
    for row in range(count):
        level = south + offset + row * district.spacing
        for piece in shapely.get_parts(lying.intersection(LineString([(west - 1, level), (east + 1, level)]))):
            if piece.length < 42:
                continue
            ends = np.sort(vertices(piece)[:, 0])
            line = rotate(np.array([[ends[0], level], [ends[1], level]]), angle, origin)
            street, bent = site.street(line if site.rng.random() < 0.5 else line[::-1], theme)
            cuts = crossings[(crossings > ends[0] + 25) & (crossings < ends[1] - 25)]
            _lay_between(site, street, bent, (cuts - ends[0]) / (ends[1] - ends[0]), district.front, status)


def _lay_between(site: Site, street: int, line: Floats, cuts: Floats, front: str, status: str) -> None:
    """Builds both sides of a street, except where another crosses it."""
    total = length(line)
    gap = 6.0
    stops = np.concatenate([[0.0], np.sort(cuts) * total, [total]])
    for start, end in zip(stops[:-1], stops[1:]):
        first, last = start + (gap if start > 0 else 0), end - (gap if end < total else 0)
        for side in both_sides(street, line, first, last):
            if front == "centrum" or site.rng.random() > _OPEN_SPACE:
                site.lay(side, front, status)


def _longest_edge_angle(area: Polygon) -> float:
    """Direction of the longest side of an area's smallest rectangle (radians)."""
    corners = vertices(area.minimum_rotated_rectangle.exterior)
    edges = np.diff(corners, axis=0)
    longest = edges[np.argmax(np.hypot(*edges.T))]
    return float(np.arctan2(longest[1], longest[0]))
