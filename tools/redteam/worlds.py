"""Seeded made worlds to attack: municipalities that share hexagons, homes, registrations at several dates.

Nobody in them exists. Registrations are heavy-tailed: most addresses have a few, some locations 50 to 300, and some
locations belong to one provider of housing (disclosure.md 5.3 to 5.5). Plain arrays in RD New.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt
import shapely

from arbeidsmigratie_plugin.core.arrays import Cells, Flags, Floats, Integers
from arbeidsmigratie_plugin.core.grid import RD_NEW, roll_up
from arbeidsmigratie_plugin.core.lattice import PointIndexer

#: Resolution of the smallest hexagons.
BASE = 9

#: Addresses with registrations: worlds of even and of odd seed.
SIZES = (350, 900)

#: All worlds lie in this square (m, RD New), in one tile of the indexer: what it learns of one serves the next.
WEST, SOUTH, SIDE = 165_000.0, 402_000.0, 25_000.0

_FIRST_CODE = 9901
_GAP = 7_000.0
_PER_KM2 = 10.0
_CLUSTERS = 14
_LARGE = (50, 300)
_LARGE_SHARE = 0.018
_CHURN = 0.10
_DATES = ("2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01")


@dataclass(frozen=True)
class Moment:
    """Registrations at a date.

    Attributes:
        peildatum: The date.
        homes: Positions of the homes with registrations.
        persons: Registrations on each, at least 1.
    """

    peildatum: str
    homes: Integers
    persons: Integers


@dataclass(frozen=True)
class World:
    """A region.

    Attributes:
        seed: It was made from.
        codes: Municipality codes.
        polygons: Shapely polygons of the municipalities.
        x: Eastings of n homes.
        y: Northings.
        municipality: Position in codes of each home.
        providers: Who offers housing in a home, 0 for nobody known.
        moments: Registrations, by date.
        insider: Homes of the operator of one of the largest locations, who knows his own counts.
    """

    seed: int
    codes: tuple[str, ...]
    polygons: npt.NDArray[np.object_]
    x: Floats
    y: Floats
    municipality: Integers
    providers: Integers
    moments: tuple[Moment, ...]
    insider: Integers

    @cached_property
    def cells(self) -> Cells:
        """Base cell of each home."""
        return self.direct(BASE)

    def direct(self, resolution: int) -> Cells:
        """Cell in which each home is indexed at a resolution, not by way of its base cell.

        Args:
            resolution: H3 resolution.
        """
        return _indexer(resolution).index(self.x, self.y)

    def under(self, resolution: int) -> Cells:
        """Ancestor of the base cell of each home.

        Args:
            resolution: H3 resolution, not finer than that of the base cells.
        """
        return roll_up(self.cells, resolution)

    def persons(self, moment: Moment) -> Integers:
        """Registrations on each of the n homes.

        Args:
            moment: When.
        """
        out = np.zeros(len(self.x), dtype=np.int64)
        out[moment.homes] = moment.persons
        return out


@lru_cache(maxsize=8)
def _indexer(resolution: int) -> PointIndexer:
    return PointIndexer(RD_NEW, resolution)


def world(seed: int, dates: int = 2) -> World:
    """Makes a world: the same whenever it is made.

    Args:
        seed: Of the random numbers; even ones give fewer addresses, and of every four two know no provider.
        dates: How many dates, 1 to 4.
    """
    rng = np.random.default_rng(seed)
    sites = _sites(rng, 3 + int(rng.random() < 0.5))
    xy, town = _homes(rng, sites)
    number = SIZES[seed % 2]
    chosen, persons = _registered(rng, xy, town, number)
    providers = _providers(rng, xy, chosen, persons, known=seed % 4 >= 2)
    now = np.zeros(len(xy), dtype=np.int64)
    now[chosen] = persons
    moments, states = [], [now]
    for _ in range(1, dates):
        states.append(_later(rng, xy, town, states[-1]))
    for date, state in zip(_DATES, states):
        here = np.flatnonzero(state)
        moments.append(Moment(date, here, state[here]))
    order = np.argsort(-now, kind="stable")
    runs = int(order[rng.integers(0, 3)])
    mine = np.flatnonzero(providers == providers[runs]) if providers[runs] else np.array([runs])
    x, y = (WEST + xy[:, 0]).round(2), (SOUTH + xy[:, 1]).round(2)
    codes = tuple(str(_FIRST_CODE + i) for i in range(len(sites)))
    return World(seed, codes, _polygons(sites), x, y, _nearest(xy, sites), providers, tuple(moments), mine)


# The land ----------------------------------------------------------------------------------------------------------


def _sites(rng: np.random.Generator, n: int) -> Floats:
    """Middles of municipalities, not too near to each other."""
    while True:
        sites = rng.uniform(0.1 * SIDE, 0.9 * SIDE, (n, 2))
        apart = np.hypot(*(sites[:, None] - sites[None]).transpose(2, 0, 1)) + np.eye(n) * SIDE
        if apart.min() > _GAP:
            return sites


def _polygons(sites: Floats) -> npt.NDArray[np.object_]:
    """What lies nearest to each middle."""
    square = shapely.box(0, 0, SIDE, SIDE)
    whole = shapely.voronoi_polygons(shapely.multipoints(sites), extend_to=square)
    parts = shapely.get_parts(whole)
    order = [int(np.flatnonzero(shapely.intersects_xy(parts, *site))[0]) for site in sites]
    clipped = shapely.intersection(parts[order], square)
    return np.asarray(shapely.transform(clipped, lambda xy: xy + np.array([WEST, SOUTH])))


def _nearest(xy: Floats, sites: Floats) -> Integers:
    return np.asarray(np.argmin(((xy[:, None] - sites[None]) ** 2).sum(axis=2), axis=1))


def _homes(rng: np.random.Generator, sites: Floats) -> tuple[Floats, Flags]:
    """Homes (n, 2) in metres from the south-west, and whether each is in a town or village.

    A town has up to some 1,500 homes in a hexagon of resolution 8, a village a hundred, the countryside six.
    """
    towns = np.concatenate([site + rng.normal(0, 1500, (rng.integers(1, 3), 2)) for site in sites])
    villages = rng.uniform(0, SIDE, (5 * len(sites), 2))
    middles = np.concatenate([towns, villages])
    sizes = np.concatenate([rng.integers(2500, 7000, len(towns)), rng.integers(80, 700, len(villages))])
    spread = np.concatenate([rng.uniform(650, 1100, len(towns)), rng.uniform(150, 400, len(villages))])
    which = np.repeat(np.arange(len(middles)), sizes)
    built = middles[which] + rng.normal(0, 1, (len(which), 2)) * spread[which, None]
    farms = rng.uniform(0, SIDE, (rng.poisson(_PER_KM2 * (SIDE / 1000.0) ** 2), 2))
    xy = np.concatenate([built, farms])
    town = np.arange(len(xy)) < len(built)
    keep = ((xy > 1.0) & (xy < SIDE - 1.0)).all(axis=1)
    return xy[keep], town[keep]


# Registrations -----------------------------------------------------------------------------------------------------


def _registered(rng: np.random.Generator, xy: Floats, town: Flags, n: int) -> tuple[Integers, Integers]:
    """Homes with registrations and how many: in clusters, in towns, on farms."""
    chosen = _choose(rng, _appeal(rng, xy, town), n)
    return chosen, _counts(rng, n)


def _appeal(rng: np.random.Generator, xy: Floats, town: Flags) -> Floats:
    """Weight of each home: a quarter of the weight in the countryside, two fifths in clusters, the rest in towns."""
    weight = np.where(town, 0.35 / town.sum(), 0.25 / max((~town).sum(), 1))
    middles = xy[rng.integers(0, len(xy), _CLUSTERS)]
    for middle, spread in zip(middles, rng.uniform(150, 700, _CLUSTERS)):
        near = np.exp(-((xy - middle) ** 2).sum(axis=1) / (2 * spread**2))
        weight += 0.4 / _CLUSTERS * near / near.sum()
    return weight


def _choose(rng: np.random.Generator, weight: Floats, n: int) -> Integers:
    """So many without replacement, by weight: the largest of log weight plus Gumbel noise."""
    with np.errstate(divide="ignore"):
        score = np.log(weight) + rng.gumbel(size=len(weight))
    return np.argpartition(-score, n)[:n]


def _counts(rng: np.random.Generator, n: int) -> Integers:
    """Registrations on addresses: half log-normal, half Pareto, and a few large locations."""
    usual = rng.lognormal(0.8, 0.9, n)
    heavy = np.minimum(rng.pareto(1.3, n) + 1.0, 45.0)
    persons = np.ceil(np.where(rng.random(n) < 0.5, usual, heavy))
    large = rng.random(n) < _LARGE_SHARE
    persons[large] = np.exp(rng.uniform(*np.log(_LARGE), int(large.sum())))
    return np.maximum(persons.astype(np.int64), 1)


def _providers(rng: np.random.Generator, xy: Floats, chosen: Integers, persons: Integers, known: bool) -> Integers:
    """Who offers housing: one who has a third of the large locations, and some with a few addresses close together."""
    out = np.zeros(len(xy), dtype=np.int64)
    if not known:
        return out
    large = chosen[persons >= _LARGE[0]]
    out[large[rng.random(len(large)) < 0.35]] = 1
    for number, start in enumerate(rng.choice(chosen, 15, replace=False), start=2):
        near = chosen[np.argsort(((xy[chosen] - xy[start]) ** 2).sum(axis=1))[: rng.integers(2, 7)]]
        out[near[out[near] == 0]] = number
    return out


def _later(rng: np.random.Generator, xy: Floats, town: Flags, state: Integers) -> Integers:
    """The next date: some addresses leave, as many come, some change."""
    out = state.copy()
    here = rng.permutation(np.flatnonzero(state))
    part = max(int(len(here) * _CHURN / 2), 1)
    gone, changed = here[:part], here[part : 2 * part]
    out[gone] = 0
    free = np.where(state > 0, 0.0, _appeal(rng, xy, town))
    out[_choose(rng, free, part)] = _counts(rng, part)
    drift = np.maximum(np.rint(state[changed] * rng.uniform(0.6, 1.5, part)).astype(np.int64), 1)
    out[changed] = np.where(drift == state[changed], state[changed] + 1, drift)
    return out
