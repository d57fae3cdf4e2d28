"""What is told without a sum to solve: changes of a number, and numbers in a certificate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np
from scipy import sparse

from arbeidsmigratie_plugin.core.arrays import Integers

from .attack import Public, Reader, Units, units
from .files import Package
from .safety import judge
from .targets import matrix
from .worlds import World

#: The narrowest interval that is allowed: a certificate may say that it is kept to.
ALLOWED = 10

#: How a certificate names the width of an interval; other numbers could be the same by chance.
_WIDTH = "interval"


def told_by_certificate(world: World, package: Package) -> int:
    """Numbers of the audit that give away the largest addresses of a region.

    A number that says no more than what is asked of every map, the narrowest interval that is allowed, is none of them.

    Args:
        world: The truth.
        package: A file.
    """
    if package.peildatum not in (dates := [moment.peildatum for moment in world.moments]) or not package.certificate:
        return 0
    persons = world.persons(world.moments[dates.index(package.peildatum)])
    code = np.array(world.codes)[world.municipality]
    together = set()
    for row in package.rows:
        inside = np.isin(world.cells, np.array(row.cells, dtype=np.uint64)) & np.isin(code, row.codes)
        largest = np.sort(persons[inside])[-2:]
        together |= {
            (row.value or 0) + package.step - 1 - int(largest[-1]),
            (row.value or 0) + package.step - 1 - int(largest.sum()),
        }
    return sum(number in together for key, number in package.certificate if _WIDTH in key and number > ALLOWED)


def unsafe_changes(world: World, packages: Sequence[Package], public: Public) -> int:
    """Numbers that went up or down between the first two dates although the change behind them is unsafe.

    Looked at are the smallest regions of the later date that were a region, or a union of regions, at the earlier one.
    What a coarser map shows is the sum of those. Later on a number can be one of any earlier date: no file says which.

    Args:
        world: The truth.
        packages: All files.
        public: The homes.
    """
    found = units(public, None)
    reader = Reader(public, found)
    if len(world.moments) < 2:
        return 0
    first, second = (_smallest(packages, reader, moment.peildatum, len(found)) for moment in world.moments[:2])
    moved = [region for region, value in second if _before(region, first) not in (None, value)]
    return _unsafe(world, found, moved, 0, 1)


def _smallest(packages: Sequence[Package], reader: Reader, date: str, n: int) -> list[tuple[Integers, int]]:
    """Regions of a date that hold no other region, with their numbers."""
    values: dict[bytes, int] = {}
    for package in packages:
        for row in package.rows:
            if package.step > 1 and package.peildatum == date and row.value is not None:
                values[reader.members(row, package.direct).tobytes()] = row.value
    taken = np.zeros(n, dtype=bool)
    out = []
    for key, value in sorted(values.items(), key=lambda item: len(item[0])):
        region = np.frombuffer(key, dtype=np.int64)
        if len(region) and not taken[region].any():
            taken[region] = True
            out.append((region, value))
    return out


def _before(region: Integers, earlier: Sequence[tuple[Integers, int]]) -> Optional[int]:
    """The number that a region had, or the regions that make it up; None if it was not published as a whole."""
    inside = [(part, value) for part, value in earlier if np.isin(part, region).all()]
    return sum(value for _, value in inside) if sum(len(part) for part, _ in inside) == len(region) else None


def _unsafe(world: World, found: Units, rows: Sequence[Integers], then: int, now: int) -> int:
    change = np.abs(world.persons(world.moments[now]) - world.persons(world.moments[then]))
    homes = np.flatnonzero(change)
    if not rows or not len(homes):
        return 0
    sets = sparse.csr_matrix(matrix(rows, len(found))[:, found.of_home[homes]])
    return int((~judge(sets, change[homes], world.providers[homes], None).safe).sum())
