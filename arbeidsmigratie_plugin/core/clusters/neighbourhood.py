"""Which cells lie around which, as sparse matrices: sums over thousands of rings in one product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from .. import grid
from ..arrays import Cells, Flags, Floats, Integers
from .surface import Surface

#: Fewer cells than this are asked of h3 one by one; of more, so many are checked.
_WORTH_A_LATTICE = 1000
_JUDGED = 100

#: Places in the rectangle around all cells, of which a table is kept.
_LARGEST_TABLE = 20_000_000


@dataclass(frozen=True)
class Around:
    """The disk around each cell of a surface, itself included, in compressed rows.

    Attributes:
        starts: n + 1 positions: the disk of cell i is positions[starts[i]:starts[i + 1]].
        positions: Where each member is in the surface, -1 where it is not in it.
        absent: H3 cells of the members that are not in it, in their order.
    """

    starts: Integers
    positions: Integers
    absent: Cells

    def __len__(self) -> int:
        return len(self.starts) - 1

    def matrix(self, rows: Flags, columns: Flags) -> Any:
        """Binary weights (n, n) as a scipy sparse matrix: row i has the members of the disk of cell i.

        Args:
            rows: Cells whose disk is wanted; the rows of the others are empty.
            columns: Cells that count as members.
        """
        from scipy.sparse import csr_matrix

        kept = self.positions >= 0
        kept &= columns[np.maximum(self.positions, 0)] & np.repeat(rows, np.diff(self.starts))
        counts = np.concatenate([[0], np.cumsum(kept)])[self.starts]
        indices = self.positions[kept]
        return csr_matrix((np.ones(len(indices)), indices, counts), shape=(len(self), len(self)))

    def any_member(self, flags: Flags) -> Flags:
        """For each disk whether any of its members has a flag.

        Args:
            flags: One flag per member.
        """
        seen = np.concatenate([[0], np.cumsum(flags)])
        return np.asarray(seen[self.starts[1:]] > seen[self.starts[:-1]])


def around(surface: Surface, rings: int) -> Around:
    """The H3 disk of each cell; a pentagon has fewer cells around it.

    Args:
        surface: The cells.
        rings: Rings around a cell that belong to it.
    """
    found = _by_lattice(surface, rings) if len(surface) > _WORTH_A_LATTICE else None
    return found or _by_h3(surface, rings)


def _by_h3(surface: Surface, rings: int) -> Around:
    """Disks as h3 gives them, cell by cell."""
    disks = grid.disks(surface.cells, rings)
    positions = surface.positions(disks.members)
    return Around(disks.starts, positions, disks.members[positions < 0])


def _by_lattice(surface: Surface, rings: int) -> Optional[Around]:
    """The same by arithmetic on H3's local coordinates, None where these don't reach: far apart, or near a pentagon.

    The axes i and j are 120 degrees apart, so that the number of steps to (i, j) is max(|i|, |j|, |i - j|). h3 judges
    the disks of a few cells.
    """
    h3 = grid.h3_library()
    origin = int(surface.cells[len(surface) // 2])
    if any(h3.is_pentagon(cell) for cell in np.unique(grid.roll_up(surface.cells, 0)).tolist()):
        return None
    try:
        ij = np.array([h3.cell_to_local_ij(origin, cell) for cell in surface.cells.tolist()], dtype=np.int64)
        i, j = (axis - axis.min() + rings for axis in ij.T)
        wide = int(j.max()) + rings + 1
        if (int(i.max()) + rings + 1) * wide > _LARGEST_TABLE:
            return None
        table = np.full((int(i.max()) + rings + 1) * wide, -1, dtype=np.int64)
        table[i * wide + j] = np.arange(len(surface))
        a, b = (axis.ravel() for axis in np.mgrid[-rings : rings + 1, -rings : rings + 1])
        near = np.abs(a - b) <= rings
        places = (i * wide + j)[:, None] + (a * wide + b)[near][None, :]
        positions = table[places].ravel()
        unmet, which = np.unique(places.ravel()[positions < 0], return_inverse=True)
        away = np.stack(np.divmod(unmet, wide), axis=1) + ij.min(axis=0) - rings
        cells = np.array([h3.local_ij_to_cell(origin, *place) for place in away.tolist()], dtype=np.uint64)
    except grid.h3_error():
        return None
    starts = np.arange(len(surface) + 1, dtype=np.int64) * int(near.sum())
    found = Around(starts, positions, cells[which])
    return found if _as_h3_has_it(surface, found, rings) else None


def _as_h3_has_it(surface: Surface, found: Around, rings: int) -> bool:
    for at in range(0, len(surface), max(1, len(surface) // _JUDGED)):
        disk = surface.positions(np.array(grid.h3_library().grid_disk(int(surface.cells[at]), rings), dtype=np.uint64))
        if sorted(disk.tolist()) != sorted(found.positions[found.starts[at] : found.starts[at + 1]].tolist()):
            return False
    return True


def groups(surface: Surface, chosen: Flags) -> Integers:
    """Chosen cells that touch each other, as groups.

    Args:
        surface: The cells.
        chosen: n flags.

    Returns:
        n numbers: of the group, from 0 in order of its first cell; -1 for cells that aren't chosen.
    """
    from scipy.sparse.csgraph import connected_components

    number = np.full(len(surface), -1, dtype=np.int64)
    at = np.flatnonzero(chosen)
    if len(at):
        part = surface.take(at)
        everything = np.ones(len(part), dtype=np.bool_)
        number[at] = connected_components(around(part, 1).matrix(everything, everything), directed=False)[1]
    return number


def without_bare_rim(surface: Surface, chosen: Flags, bare: Flags) -> Flags:
    """Chosen cells without the bare ones at their rim; a bare cell that holds others together or lies amid them stays.

    Args:
        surface: The cells.
        chosen: n flags.
        bare: n flags.
    """
    at = np.flatnonzero(chosen)
    if not bare[at].any():
        return chosen
    disks = around(surface.take(at), 1)
    members = np.split(disks.positions, disks.starts[1:-1])
    sides = [len(disk) - 1 for disk in members]
    beside = [set(disk.tolist()) - {-1, one} for one, disk in enumerate(members)]
    kept = set(range(len(at)))
    waiting = np.flatnonzero(bare[at]).tolist()
    while waiting:
        one = waiting.pop()
        around_it = beside[one] & kept
        if one in kept and len(around_it) < sides[one] and _in_one_piece(around_it, beside):
            kept.discard(one)
            waiting += [other for other in sorted(around_it) if bare[at[other]]]
    out = np.zeros(len(chosen), dtype=np.bool_)
    out[at[sorted(kept)]] = True
    return out


def _in_one_piece(cells: set[int], beside: list[set[int]]) -> bool:
    """Whether these few cells touch each other, directly or through one another."""
    left = set(cells)
    edge = {left.pop()} if left else set()
    while edge:
        edge = left & set().union(*(beside[one] for one in edge))
        left -= edge
    return not left


def sums(matrix: Any, values: Floats, counted: Flags) -> Floats:
    """The sum over each disk of the values that count.

    Args:
        matrix: Binary weights (n, n).
        values: n values, of which those that don't count may be NaN.
        counted: Which count.
    """
    return np.asarray(matrix @ np.where(counted, values, 0.0))
