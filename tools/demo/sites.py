"""Free ground: at the edge of a settlement, in the open land, in a wood's edge; and the woods themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Point, Polygon

from .land import inside
from .model import Plan
from .randomness import stream
from .shapes import Floats, blob, box, left_of


@dataclass(frozen=True)
class Ground:
    """A rectangular piece of free ground.

    Attributes:
        centre: (2,) RD New.
        heading: Unit vector along its width.
        width: Metres.
        depth: Metres.
        place: Number of the place whose territory it lies in.
    """

    centre: Floats
    heading: Floats
    width: float
    depth: float
    place: int

    @property
    def shape(self) -> Polygon:
        """Its outline."""
        return box(self.centre, self.heading, self.width, self.depth)

    def at(self, along: float, across: float) -> Floats:
        """A point (2,) at distances from the centre, along and across the heading."""
        return self.centre + along * self.heading + across * left_of(self.heading)


def edge_ground(
    plan: Plan, place: int, size: tuple[float, float], rng: np.random.Generator, margin: float = 35.0
) -> Ground | None:
    """Free ground as close as possible to a settlement, claimed at once.

    Args:
        plan: Its claims are kept off and added to.
        place: Number of the place.
        size: Width and depth (m).
        rng: Source of the side of the settlement.
        margin: Least distance from what is there (m).

    Returns:
        The ground, None if there is none within 2 km.
    """
    centre = plan.places[place].centre
    territory = plan.places[place].polygon.buffer(-30).difference(plan.land.water.buffer(60))
    bearings = rng.permutation(np.linspace(0, 2 * np.pi, 14, endpoint=False)) + rng.uniform(-0.2, 0.2)
    best: tuple[float, Ground] | None = None
    for bearing in bearings[:9]:
        outward = np.array([np.cos(bearing), np.sin(bearing)])
        turn = rng.uniform(-0.15, 0.15)
        heading = np.array([np.sin(bearing + turn), -np.cos(bearing + turn)])
        for distance in np.arange(150.0, 2000.0, 40.0):
            if best is not None and distance >= best[0]:
                break
            ground = Ground(centre + distance * outward, heading, *size, place)
            if territory.contains(ground.shape) and plan.is_free(ground.shape, margin):
                best = (float(distance), ground)
                break
    return _claim(plan, best[1] if best else None)


def open_ground(
    plan: Plan, gemeente: int, size: tuple[float, float], rng: np.random.Generator, margin: float = 500.0
) -> Ground | None:
    """Free ground in the open land of a municipality, claimed at once.

    Args:
        plan: Its claims are kept off and added to.
        gemeente: Position of the municipality.
        size: Width and depth (m).
        rng: Source of the place.
        margin: Least distance from settlements and other claims (m).

    Returns:
        The ground, None if none was found.
    """
    territory = plan.land.gemeenten[gemeente].polygon.buffer(-200).difference(plan.land.water.buffer(150))
    for attempt in range(300):
        centre, angle = inside(territory, rng), rng.uniform(0, np.pi)
        ground = Ground(centre, np.array([np.cos(angle), np.sin(angle)]), *size, plan.place_of(centre))
        fits = ground.place >= 0 and plan.places[ground.place].polygon.buffer(-30).contains(ground.shape)
        if fits and plan.is_free(ground.shape, margin if attempt < 200 else 60.0):
            return _claim(plan, ground)
    return None


def _claim(plan: Plan, ground: Ground | None) -> Ground | None:
    if ground is not None:
        plan.claims.append(ground.shape)
    return ground


def make_woods(seed: int, plan: Plan) -> None:
    """Woodland in the open land, away from the settlements.

    Args:
        seed: Seed of the region.
        plan: Gets the woods.
    """
    rng = stream(seed, "woods")
    territory = plan.land.territory.buffer(-150).difference(plan.land.water.buffer(200))
    built = shapely.unary_union([settlement.buffer(150) for settlement in plan.settlements])
    for attempt in range(900):
        if len(plan.woods) >= 18:
            return
        gemeente = plan.land.gemeenten[attempt % len(plan.land.gemeenten)]
        centre = inside(gemeente.polygon, rng)
        wood = blob(centre, rng.uniform(0.7e6, 3.4e6), rng, wobble=0.26, stretch=rng.uniform(1.0, 2.2))
        wood = max(shapely.get_parts(wood.intersection(territory)), key=lambda part: part.area, default=Polygon())
        if wood.area > 5e5 and not wood.intersects(built) and all(wood.distance(other) > 350 for other in plan.woods):
            plan.woods.append(Polygon(wood.exterior))


def wood_edge(plan: Plan, gemeente: int, area: float, rng: np.random.Generator) -> Polygon | None:
    """An irregular site on the edge of a wood, claimed at once.

    Args:
        plan: With woods; its claims are kept off and added to.
        gemeente: Position of the municipality.
        area: About this many m2.
        rng: Source of place and shape.

    Returns:
        The site, None if none was found.
    """
    edges = [wood.exterior for wood in plan.woods]
    territory = plan.land.gemeenten[gemeente].polygon.buffer(-60)
    dry = territory.difference(plan.land.water.buffer(90))
    for attempt in range(500):
        edge = edges[int(rng.integers(len(edges)))]
        point = shapely.get_coordinates(edge.interpolate(rng.random(), normalized=True))[0]
        if attempt > 350:
            point = inside(territory, rng)
        if not dry.contains(Point(point)):
            continue
        site = blob(point, area, rng, wobble=0.16, stretch=rng.uniform(1.0, 1.7))
        place = plan.place_of(point)
        if place < 0 or not plan.places[place].polygon.buffer(-20).intersection(dry).contains(site):
            continue
        if plan.is_free(site, 260 if attempt < 200 else 90):
            plan.claims.append(site)
            return site
    return None
