"""Country roads: a network through towns, villages and crossings, as it grows in an open landscape."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import Delaunay, cKDTree
from shapely.geometry import LineString, Point

from .land import inside
from .model import Plan
from .randomness import stream
from .shapes import Floats, Warp, direction, left_of

#: Shortest distance between two crossings (m).
_SPACING = 1500
_BRIDGES = 5


@dataclass(frozen=True)
class Road:
    """A country road between two nodes.

    Attributes:
        line: (n, 2) RD New.
        start: Number of the place at its start, -1 if a crossing.
        end: Number of the place at its end, -1 if a crossing.
    """

    line: Floats
    start: int
    end: int

    def reversed(self) -> Road:
        """The same road, from the other end."""
        return Road(self.line[::-1], self.end, self.start)


def make_roads(seed: int, plan: Plan) -> list[Road]:
    """The roads outside the towns.

    Two nodes are joined when no third lies in the circle between them (Gabriel graph).

    Args:
        seed: Seed of the region.
        plan: With places, woods and claims.
    """
    rng = stream(seed, "roads")
    centres = np.array([place.centre for place in plan.places])
    nodes = np.vstack([centres, _crossings(plan, centres, rng)])
    warp = Warp.random(rng, amplitude=90, wavelength=1900)
    offset = warp(centres) - centres
    roads, over_water = [], []
    inner = plan.land.territory.buffer(-40).difference(shapely.unary_union([c.buffer(10) for c in plan.claims]))
    shapely.prepare(inner)
    for a, b in _gabriel_edges(nodes):
        line = _road_line(nodes[a], nodes[b], rng)
        line = warp(line) - _blend(line, centres, offset)
        path = LineString(line)
        if not inner.contains(path):
            continue
        road = Road(line, int(a) if a < len(centres) else -1, int(b) if b < len(centres) else -1)
        if path.intersects(plan.land.water):
            over_water.append(road)
        else:
            roads.append(road)
    bridges = rng.permutation(len(over_water))[:_BRIDGES]
    return roads + [over_water[i] for i in sorted(bridges)]


def _crossings(plan: Plan, centres: Floats, rng: np.random.Generator) -> Floats:
    """Crossings in the open land, none close to another, to a place, in a wood or on claimed ground."""
    ground = plan.land.territory.buffer(-250).difference(shapely.unary_union(plan.woods))
    ground = ground.difference(shapely.unary_union([claim.buffer(60) for claim in plan.claims]))
    ground = ground.difference(plan.land.water.buffer(150))
    kept: list[Floats] = []
    spread = [1450.0 if place.is_town else 900.0 for place in plan.places]
    for _ in range(1400):
        point = inside(plan.land.territory, rng)
        if kept and np.min(np.hypot(*(np.array(kept) - point).T)) < _SPACING:
            continue
        if np.any(np.hypot(*(centres - point).T) < spread) or not ground.contains(Point(point)):
            continue
        kept.append(point)
    return np.array(kept)


def _gabriel_edges(nodes: Floats) -> list[tuple[int, int]]:
    """Pairs of nodes with no third in the circle between them."""
    triangles = Delaunay(nodes).simplices
    pairs = np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [0, 2]]])
    pairs = np.unique(np.sort(pairs, axis=1), axis=0)
    middles = (nodes[pairs[:, 0]] + nodes[pairs[:, 1]]) / 2
    radii = np.hypot(*(nodes[pairs[:, 0]] - nodes[pairs[:, 1]]).T) / 2
    nearest = cKDTree(nodes).query(middles)[0]
    return [tuple(pair) for pair in pairs[nearest >= radii - 1e-6]]


def _road_line(start: Floats, end: Floats, rng: np.random.Generator) -> Floats:
    """A road with one or two bends of its own, a vertex about every 40 m."""
    total = float(np.hypot(*(end - start)))
    share = np.linspace(0, 1, max(4, round(total / 40)))
    bend = 0.05 * total * (rng.normal() * np.sin(np.pi * share) + 0.6 * rng.normal() * np.sin(2 * np.pi * share))
    return start + share[:, None] * (end - start) + bend[:, None] * left_of(direction(start, end))


def _blend(line: Floats, centres: Floats, offset: Floats) -> Floats:
    """What the deformation moved near a place, so that its roads still meet in its centre."""
    shift = np.zeros_like(line)
    for centre, moved in zip(centres, offset):
        nearness = np.clip(1 - np.hypot(*(line - centre).T) / 900, 0, 1)
        shift += nearness[:, None] * moved
    return shift
