"""A made country the size of the Netherlands: municipalities with towns, ten million places, from a fixed seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from arbeidsmigratie_plugin.core.arrays import Floats, Integers

#: BAG objects of the whole country.
NATIONAL = 10_000_000

_SEED = 2026
_MUNICIPALITIES = 342
_TOWNS = 7

#: Sizes of municipalities differ by this standard deviation of their logarithm; of towns by the power of their rank.
_SIZES, _RANKS = 0.9, 1.1

#: Objects per square metre in the middle of a town, and share of the objects outside towns: along so many roads.
_DENSE, _COUNTRYSIDE, _ROADS = 0.0022, 0.09, 18

#: Distance of towns and roads to the middle of the municipality (m), and of farms to their road.
_REACH, _LENGTH, _YARD = 4_500.0, 2_500.0, 60.0

#: A rough outline of the country (km, RD New): lakes and sea arms count as land.
_OUTLINE = (
    (14, 372), (45, 358), (80, 386), (112, 379), (140, 366), (160, 366), (183, 346), (178, 309), (200, 307),
    (212, 357), (202, 386), (199, 421), (230, 432), (247, 452), (268, 477), (247, 499), (268, 530), (277, 572),
    (250, 610), (205, 608), (160, 590), (118, 567), (105, 520), (88, 465), (65, 440), (40, 415), (14, 390),
)  # fmt: skip


@dataclass(frozen=True)
class Municipality:
    """Objects of one municipality.

    Attributes:
        code: Made up, 9000 and further.
        first: Number of the first object in the whole country.
        x: Eastings of the n objects (m, RD New).
        y: Northings.
        town: Number of the town of each.
    """

    code: str
    first: int
    x: Floats
    y: Floats
    town: Integers

    def __len__(self) -> int:
        return len(self.x)


def municipalities(number: int) -> Iterator[Municipality]:
    """The first objects of the country, by municipality: a tenth of it is a province, a hundredth a region.

    Args:
        number: Of objects, at most NATIONAL.
    """
    rng = np.random.default_rng(_SEED)
    land = shapely.polygons(np.array(_OUTLINE) * 1000.0)
    shapely.prepare(land)
    middles = _middles(rng, land)
    shares = rng.lognormal(0.0, _SIZES, _MUNICIPALITIES)
    ends = np.rint(NATIONAL * np.cumsum(shares) / shares.sum()).astype(np.int64)
    first = 0
    for at, (middle, end) in enumerate(zip(middles, ends.tolist())):
        if first >= number:
            return
        xy, town = _places(np.random.default_rng((_SEED, at)), middle, end - first)
        xy = np.where(shapely.contains_xy(land, xy[:, 0], xy[:, 1])[:, None], xy, middle).round(3)
        kept = slice(0, number - first)
        yield Municipality(f"{9000 + at}", first, xy[kept, 0], xy[kept, 1], at * _TOWNS + town[kept])
        first = end


def _middles(rng: np.random.Generator, land: shapely.Geometry) -> npt.NDArray[np.float64]:
    """Middles of municipalities, in the order of their codes: from north to south in strips, as provinces are."""
    west, south, east, north = land.bounds
    found = rng.uniform((west, south), (east, north), (4 * _MUNICIPALITIES, 2))
    found = found[shapely.contains_xy(land, found[:, 0], found[:, 1])][:_MUNICIPALITIES]
    strip = np.floor((north - found[:, 1]) / 40_000.0)
    return found[np.lexsort((found[:, 0], strip))]


def _places(rng: np.random.Generator, middle: Floats, number: int) -> tuple[npt.NDArray[np.float64], Integers]:
    """Places (number, 2) in towns and along roads, and the town of each: they lie mixed, as identifiers do."""
    shares = 1.0 / np.arange(1, _TOWNS + 1) ** _RANKS
    town = rng.choice(_TOWNS, number, p=shares / shares.sum())
    spread = np.sqrt(np.maximum(np.bincount(town, minlength=_TOWNS), 50) / (2.0 * np.pi * _DENSE))
    centres = middle + rng.normal(0.0, _REACH, (_TOWNS, 2))
    xy = centres[town] + rng.normal(0.0, 1.0, (number, 2)) * spread[town, None]
    outside = np.flatnonzero(rng.random(number) < _COUNTRYSIDE)
    start, turn = middle + rng.normal(0.0, _REACH, (_ROADS, 2)), rng.uniform(0.0, 2.0 * np.pi, _ROADS)
    road = rng.integers(0, _ROADS, len(outside))
    along = rng.uniform(-_LENGTH, _LENGTH, len(outside))[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)[road]
    xy[outside] = start[road] + along + rng.normal(0.0, _YARD, (len(outside), 2))
    return xy, town
