"""How others protect such a map: hiding small numbers, and merging hexagons until every one is safe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy import sparse

from arbeidsmigratie_plugin.core.arrays import Cells, Flags, Integers
from arbeidsmigratie_plugin.core.grid import roll_up

from .files import Plain, write_plain
from .safety import judge
from .worlds import Moment, World

K = 10

#: Merging starts with these hexagons and ends with those; what is unsafe even then is kept secret.
_FINEST, _COARSEST = 8, 5


def sets_of(codes: Sequence[str]) -> list[tuple[str, ...]]:
    """Overlapping groups of municipalities that different partners ask for: {A,B,C}, {B,C,D} and {A,B}.

    Args:
        codes: Three or four municipalities.
    """
    a, b, c, *more = codes
    return [(a, b, c), (b, c, *more), (a, b)]


# Hiding --------------------------------------------------------------------------------------------------------------


def thresholding(folder: Path, world: World, direct: bool, linked: bool = False) -> list[Path]:
    """Maps of resolution 8 and 7 at every date in which numbers below ten are kept secret.

    Args:
        folder: Where they go.
        world: The region.
        direct: Index addresses at each resolution; else roll up.
        linked: Also for overlapping groups of municipalities, per municipality, and totals.
    """
    paths = []
    for moment in world.moments:
        for name, plain in _maps(world, moment, direct, linked):
            paths.append(folder / f"drempel_{name}_{moment.peildatum}.gpkg")
            write_plain(paths[-1], plain)
    return paths


def _maps(world: World, moment: Moment, direct: bool, linked: bool) -> Iterator[tuple[str, Plain]]:
    groups = sets_of(world.codes) if linked else [world.codes]
    for number, codes in enumerate(groups):
        for resolution in (8, 7):
            yield f"r{resolution}_{number}", hidden(world, moment, resolution, codes, direct)
    if linked:
        for code in world.codes:
            yield f"r8_{code}", hidden(world, moment, 8, (code,), direct)
        yield "totalen", totals(world, moment)


def hidden(world: World, moment: Moment, resolution: int, codes: Sequence[str], direct: bool) -> Plain:
    """A map in which numbers below ten are kept secret.

    Args:
        world: The region.
        moment: Registrations.
        resolution: H3 resolution.
        codes: Municipalities that are counted.
        direct: Index addresses at the resolution; else roll up.
    """
    there = np.isin(np.array(world.codes)[world.municipality[moment.homes]], codes)
    homes, persons = moment.homes[there], moment.persons[there]
    of_home = world.direct(resolution) if direct else world.under(resolution)
    cells, at = np.unique(of_home[homes], return_inverse=True)
    sums = np.bincount(at, persons, len(cells)).astype(np.int64)
    names = [",".join(codes)] * len(cells)
    return Plain(moment.peildatum, resolution, cells, names, np.where(sums < K, -1, sums).tolist(), direct, (1, K - 1))


def totals(world: World, moment: Moment) -> Plain:
    """The exact number of each municipality.

    Args:
        world: The region.
        moment: Registrations.
    """
    sums = np.bincount(world.municipality[moment.homes], moment.persons, len(world.codes)).astype(np.int64)
    none = np.zeros(len(sums), dtype=np.uint64)
    return Plain(moment.peildatum, -1, none, world.codes, sums.tolist(), complete=False)


# Merging -------------------------------------------------------------------------------------------------------------


def quadtree(folder: Path, world: World) -> list[Path]:
    """A map at every date in which any unsafe hexagon makes its whole parent one (Skoien and Lampach, MRG).

    Args:
        folder: Where they go.
        world: The region.
    """
    paths = []
    for moment in world.moments:
        cells, persons, safe = merged(world, moment)
        values = np.where(safe, persons, -1).tolist()
        names = [",".join(world.codes)] * len(cells)
        paths.append(folder / f"samengevoegd_{moment.peildatum}.gpkg")
        write_plain(paths[-1], Plain(moment.peildatum, _FINEST, cells, names, values, hidden=(1, 0)))
    return paths


def merged(world: World, moment: Moment) -> tuple[Cells, Integers, Flags]:
    """The hexagons of that map, the registrations in each and whether it is safe.

    Args:
        world: The region.
        moment: Registrations.
    """
    of_home = world.under(_FINEST).copy()
    for level in range(_FINEST, _COARSEST, -1):
        cells, _, safe = _judged(world, moment, of_home)
        bad = np.unique(roll_up(cells[~safe], level - 1))
        parents = roll_up(of_home, level - 1)
        up = np.isin(parents, bad)
        of_home = np.where(up, parents, of_home)
    return _judged(world, moment, of_home)


def _judged(world: World, moment: Moment, of_home: Cells) -> tuple[Cells, Integers, Flags]:
    """Hexagons with registrations, those in each and whether it is safe."""
    cells, at = np.unique(of_home[moment.homes], return_inverse=True)
    sets = sparse.csr_matrix((np.ones(len(at)), (at, np.arange(len(at)))), shape=(len(cells), len(at)))
    place = np.minimum(np.searchsorted(cells, of_home), len(cells) - 1)
    homes = np.bincount(place[cells[place] == of_home], minlength=len(cells))
    found = judge(sets, moment.persons, world.providers[moment.homes], homes)
    return cells, found.persons, found.safe
