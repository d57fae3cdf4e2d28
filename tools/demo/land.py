"""The land: five municipalities that adjoin exactly, two districts across the border, and a river.

Everything is fictional. A sketch of nodes and borders is moved and roughened by the seed; the polygons come from
one set of lines, so that neighbours share their vertices.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapely.ops import linemerge, polygonize, unary_union

from .randomness import stream
from .shapes import DECIMALS, Floats, meander, rough_line

PROVINCIE_CODE, PROVINCIE_NAAM = "40", "Midden-Rulle"
RIVER_NAME = "Rulle"

#: Node -> easting, northing in km.
_NODES = {
    "nw": (196.6, 413.2),
    "n": (206.3, 414.4),
    "ne": (215.4, 413.6),
    "e1": (219.6, 404.6),
    "e2": (220.6, 396.2),
    "se": (217.6, 386.4),
    "s": (206.6, 385.8),
    "sw": (196.4, 387.6),
    "w": (195.6, 400.2),
    "i1": (205.4, 404.6),
    "i2": (211.8, 402.6),
    "i3": (209.4, 394.6),
    "i4": (203.2, 397.6),
    "d1": (227.0, 413.9),
    "d2": (229.4, 399.5),
    "d3": (227.6, 386.0),
}
_FIXED = ("d1", "d2", "d3")
_ROUGH = ("w nw", "nw n", "n ne", "s sw", "sw w", "n i1", "i1 i2", "i2 e1", "i1 i4", "e2 i3", "se s")
_GERMAN_BORDER = ("ne e1", "e1 e2", "e2 se")
_RIVER = ("s i3", "i3 i4", "i4 w")
_ABROAD = ("ne d1", "d1 d2", "d2 d3", "d3 se", "e2 d2")

_MUNICIPALITIES = (
    ("9801", "Leemvoort", ("w", "nw", "n", "i1", "i4"), True),
    ("9802", "Oevelrade", ("n", "ne", "e1", "i2", "i1"), True),
    ("9803", "Hazenvenne", ("i1", "i2", "e1", "e2", "i3", "i4"), True),
    ("9804", "Kwartelbeek", ("i3", "e2", "se", "s"), True),
    ("9805", "Land van Rulle", ("sw", "w", "i4", "i3", "s"), False),
)
_KREISE = (
    ("05981", "Kreis Ahlenbruch", ("ne", "e1", "e2", "d2", "d1")),
    ("05982", "Kreis Dornfeld", ("e2", "se", "d3", "d2")),
)


@dataclass(frozen=True)
class Gemeente:
    """A municipality.

    Attributes:
        code: CBS code of four digits.
        naam: Name.
        polygon: Territory (EPSG:28992).
        delivers: Whether it has asked for an RNI delivery.
    """

    code: str
    naam: str
    polygon: Polygon
    delivers: bool


@dataclass(frozen=True)
class Kreis:
    """A district across the national border.

    Attributes:
        code: Code of five digits.
        naam: Name.
        polygon: Territory as far as the map reaches (EPSG:28992).
    """

    code: str
    naam: str
    polygon: Polygon


@dataclass(frozen=True)
class Land:
    """What everything else is built on.

    Attributes:
        gemeenten: The municipalities.
        kreise: The districts across the border.
        territory: All municipalities together.
        river: Its course, downstream.
        water: Its surface.
        national_border: The border with Germany.
    """

    gemeenten: tuple[Gemeente, ...]
    kreise: tuple[Kreis, ...]
    territory: Polygon
    river: LineString
    water: Polygon
    national_border: LineString

    def border(self, first: int, second: int) -> LineString:
        """The border of two municipalities, by their positions."""
        common = shapely.intersection(self.gemeenten[first].polygon, self.gemeenten[second].polygon)
        lines = [part for part in shapely.get_parts(common) if isinstance(part, LineString)]
        merged = linemerge(lines)
        return max(shapely.get_parts(merged), key=lambda part: part.length)


def make_land(seed: int) -> Land:
    """The land of a seed.

    Args:
        seed: Seed of the region.

    Raises:
        RuntimeError: No attempt gave borders that do not cross.
    """
    for attempt in range(50):
        land = _attempt(stream(seed, f"land {attempt}"))
        if land is not None:
            return land
    raise RuntimeError("no borders without crossings were found for this seed")


def _attempt(rng: np.random.Generator) -> Land | None:
    nodes = {}
    for name, position in _NODES.items():
        shift = np.zeros(2) if name in _FIXED else np.clip(rng.normal(0, 350, 2), -700, 700)
        nodes[name] = np.array(position) * 1000 + shift
    lines = {edge: _line(edge, nodes, rng) for edge in (*_ROUGH, *_GERMAN_BORDER, *_RIVER, *_ABROAD)}
    faces = list(polygonize(unary_union([LineString(line) for line in lines.values()])))
    if len(faces) != len(_MUNICIPALITIES) + len(_KREISE):
        return None
    gemeenten, kreise = [], []
    for code, naam, corners, delivers in _MUNICIPALITIES:
        gemeenten.append(Gemeente(code, naam, _face(faces, corners, nodes), delivers))
    for code, naam, corners in _KREISE:
        kreise.append(Kreis(code, naam, _face(faces, corners, nodes)))
    river = LineString(np.vstack([lines[edge] for edge in _RIVER]))
    return Land(
        gemeenten=tuple(gemeenten),
        kreise=tuple(kreise),
        territory=unary_union([g.polygon for g in gemeenten]),
        river=river,
        water=river.buffer(38),
        national_border=LineString(np.vstack([lines[edge] for edge in _GERMAN_BORDER])),
    )


def _line(edge: str, nodes: dict[str, Floats], rng: np.random.Generator) -> Floats:
    start, end = (nodes[name] for name in edge.split())
    if edge in _RIVER:
        line = meander(start, end, rng, amplitude=420, wavelength=3600)
    elif edge in _ABROAD:
        line = rough_line(start, end, rng, roughness=0.05, step=900)
    else:
        line = rough_line(start, end, rng, roughness=0.13, step=260)
    line[0], line[-1] = start, end
    return np.round(line, DECIMALS)


def _face(faces: list[Polygon], corners: tuple[str, ...], nodes: dict[str, Floats]) -> Polygon:
    """The polygon that covers most of a sketched shape."""
    sketch = Polygon([nodes[name] for name in corners]).buffer(0)
    return max(faces, key=lambda face: face.intersection(sketch).area)


def multi(polygon: Polygon | MultiPolygon) -> MultiPolygon:
    """The same area as a MultiPolygon."""
    return polygon if isinstance(polygon, MultiPolygon) else MultiPolygon([polygon])


def inside(area: Polygon, rng: np.random.Generator) -> Floats:
    """A random point in an area.

    Args:
        area: Any polygon that isn't empty.
        rng: Source of the point.
    """
    west, south, east, north = area.bounds
    while True:
        point = np.array([rng.uniform(west, east), rng.uniform(south, north)])
        if area.contains(Point(point)):
            return point
