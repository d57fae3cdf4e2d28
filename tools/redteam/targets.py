"""The sets of homes about which the attacker asks: cells, what is left of them, and differences between maps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
from scipy import sparse

from arbeidsmigratie_plugin.core.arrays import Flags, Integers
from arbeidsmigratie_plugin.core.grid import roll_up

from .attack import Reader, Units
from .files import Package
from .safety import Sums, judge
from .worlds import World

#: Resolutions of the cells (within a municipality) about which the attacker asks.
RESOLUTIONS = (9, 8, 7)


@dataclass(frozen=True)
class Targets:
    """Sets of units about which the attacker asks.

    Attributes:
        names: What each of k sets is.
        sets: (k, units) its members.
        truth: (dates, k) registrations in it.
        unsafe: (dates, k) whether it is unsafe and has registrations.
        bare: Whether no published region lies wholly inside: else it is no secret that somebody is there.
    """

    names: list[str]
    sets: sparse.csr_matrix
    truth: Integers
    unsafe: Flags
    bare: Flags


def targets(
    world: World, found: Units, insider: Optional[Integers], packages: Sequence[Package], reader: Reader
) -> Targets:
    """Cells within municipalities, what is left of them outside of published regions, and differences between maps.

    Args:
        world: The truth.
        found: Its units.
        insider: Positions of the insider's homes, None without one.
        packages: All files.
        reader: Finds units.
    """
    names, members = _cells(world, found)
    regions = published(packages, reader)
    if regions:
        more = [*_left_over(members, names, packages, reader, len(found)), *_differences(regions)]
        names = names + [name for name, _ in more]
        members = members + [units_of for _, units_of in more]
    sets = matrix(members, len(found))
    own = np.ones(len(found))
    if insider is not None:  # of what is his own he need not be told
        own[found.of_home[insider]] = 0.0
    asked = sparse.csr_matrix(sets @ sparse.diags(own))
    asked.eliminate_zeros()
    dates = range(len(world.moments))
    safe = np.array([sums(world, found, sets, date).safe for date in dates])
    truth = np.array([sums(world, found, asked, date).persons for date in dates])
    unsafe = ~safe & (truth > 0)
    for date in dates[1:]:
        unsafe[date] &= ~_repeated(world, packages, reader, sets, safe, date)
    worth = np.flatnonzero(unsafe.any(axis=0))
    bare = ~_holding(sets[worth], regions, len(found))
    return Targets([names[i] for i in worth], asked[worth], truth[:, worth], unsafe[:, worth], bare)


def published(packages: Sequence[Package], reader: Reader) -> list[Integers]:
    """The regions that maps with rounded numbers show, each once.

    Args:
        packages: The files.
        reader: Finds units.
    """
    rows = [reader.members(row, p.direct) for p in packages if p.step > 1 for row in p.rows if row.value is not None]
    return list({row.tobytes(): row for row in rows if len(row)}.values())


def _holding(sets: sparse.csr_matrix, regions: Sequence[Integers], n: int) -> Flags:
    """Which sets hold a published region as a whole."""
    if not regions:
        return np.zeros(sets.shape[0], dtype=bool)
    shared = sparse.csr_matrix(sets @ matrix(regions, n).T).tocoo()
    sizes = np.array([len(region) for region in regions])
    out = np.zeros(sets.shape[0], dtype=bool)
    out[shared.row[shared.data >= sizes[shared.col]]] = True
    return out


def _repeated(
    world: World, packages: Sequence[Package], reader: Reader, sets: sparse.csr_matrix, safe: Flags, date: int
) -> Flags:
    """Sets that have the number of an earlier date, when it was safe: it tells of then, whatever is there now."""
    shown = []
    for moment in world.moments[: date + 1]:
        rows = [(p, row) for p in packages if p.peildatum == moment.peildatum and p.step > 1 for row in p.rows]
        shown.append({reader.members(row, p.direct).tobytes(): row.value for p, row in rows})
    out = np.zeros(sets.shape[0], dtype=bool)
    for at in range(sets.shape[0]):
        key = np.sort(sets.indices[sets.indptr[at] : sets.indptr[at + 1]]).astype(np.int64).tobytes()
        value = shown[date].get(key)
        if value is not None:
            out[at] = any(safe[then, at] and shown[then].get(key) == value for then in range(date))
    return out


def matrix(members: Sequence[Integers], n: int) -> sparse.csr_matrix:
    """Sets as rows: (k, n), 1 where a unit is in a set.

    Args:
        members: Units of each of k sets.
        n: Number of units.
    """
    sizes = [len(one) for one in members]
    columns = np.concatenate([*members, np.empty(0, dtype=np.int64)]).astype(np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return sparse.csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(members), n))


def _cells(world: World, found: Units) -> tuple[list[str], list[Integers]]:
    names: list[str] = []
    members: list[Integers] = []
    number = world.municipality[found.first]
    for resolution in RESOLUTIONS:
        parents = roll_up(world.cells[found.first], resolution)
        order = np.lexsort((parents, number))
        new = (np.diff(parents[order]) != 0) | (np.diff(number[order]) != 0)
        for part in np.split(order, np.flatnonzero(new) + 1):
            names.append(f"resolution {resolution} {int(parents[part[0]]):x} in {world.codes[number[part[0]]]}")
            members.append(np.sort(part))
    return names, members


def sums(world: World, found: Units, sets: sparse.csr_matrix, date: int) -> Sums:
    """What is in each set at a date.

    Args:
        world: The truth.
        found: Its units.
        sets: (k, units) the sets.
        date: Position of the date.
    """
    moment = world.moments[date]
    of_address = sparse.csr_matrix(sets[:, found.of_home[moment.homes]])
    homes = np.asarray(sets @ found.homes).ravel()
    return judge(of_address, moment.persons, world.providers[moment.homes], homes)


def _left_over(
    members: Sequence[Integers], names: Sequence[str], packages: Sequence[Package], reader: Reader, n: int
) -> list[tuple[str, Integers]]:
    """What is left of each cell when the regions wholly inside it are taken away: those of each date, and all."""
    out = []
    cells = matrix(members, n)
    dates = sorted({package.peildatum for package in packages})
    for date in [*dates, ""]:
        regions = published([p for p in packages if date in (p.peildatum, "")], reader)
        if not regions:
            continue
        rows = matrix(regions, n)
        shared = sparse.csr_matrix(cells @ rows.T).tocoo()
        sizes = np.array([len(region) for region in regions])
        whole = shared.data >= sizes[shared.col]
        inside = sparse.csr_matrix((np.ones(whole.sum()), (shared.row[whole], shared.col[whole])), shape=shared.shape)
        gone = sparse.csr_matrix(inside @ rows)
        for at in np.flatnonzero(np.diff(gone.indptr)):
            rest = np.setdiff1d(members[at], gone.indices[gone.indptr[at] : gone.indptr[at + 1]])
            if len(rest):
                out.append((f"outside of the regions of {date or 'all dates'} in {names[at]}", rest))
    return out


def _differences(regions: Sequence[Integers]) -> list[tuple[str, Integers]]:
    """Differences between any two regions of all files that overlap."""
    rows = matrix(regions, max(int(region.max()) for region in regions) + 1)
    overlap = sparse.triu(rows @ rows.T, 1).tocoo()
    known = {region.tobytes() for region in regions}
    found: dict[bytes, Integers] = {}
    for i, j in zip(overlap.row.tolist(), overlap.col.tolist()):
        for one, other in ((regions[i], regions[j]), (regions[j], regions[i])):
            rest = np.setdiff1d(one, other)
            if len(rest) and rest.tobytes() not in known:
                found[rest.tobytes()] = rest
    return [
        (f"difference of two regions ({len(rest)} units, {number})", rest) for number, rest in enumerate(found.values())
    ]
