"""The attacker: from figures about overlapping groups to what each other group can add up to.

Unknown counts that are in exactly the same figures form a block. Figures say nothing about how the sum of a block is
divided, so of a group the least is that of the blocks it holds whole, and the most that of all blocks it touches: an
exact reduction. Blocks and figures that are not connected are solved apart, and a group is the sum of its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import Flags, Integers
from .intervals import SECONDS, Answer, Intervals, solve
from .known import UNBOUNDED, Bounds

#: Parts that are not connected are solved in one go, up to so many blocks.
_TOGETHER = 2000


@dataclass(frozen=True)
class Groups:
    """n groups of unknowns, as pairs.

    Attributes:
        count: Number of groups, n.
        group: Group of each pair.
        member: The unknown in it; each once per group.
    """

    count: int
    group: Integers
    member: Integers

    def take(self, groups: Integers) -> Groups:
        """Some of the groups, numbered anew in the order given.

        Args:
            groups: Their positions, each once.
        """
        number = np.full(self.count, -1, dtype=np.int64)
        number[groups] = np.arange(len(groups))
        kept = number[self.group] >= 0
        return Groups(len(groups), number[self.group[kept]], self.member[kept])

    def sums(self, values: Integers) -> Integers:
        """Sum of a value of the unknowns over each group.

        Args:
            values: Value of each unknown.
        """
        return np.bincount(self.group, values[self.member], self.count).astype(np.int64)

    @property
    def sizes(self) -> Integers:
        """Unknowns in each group."""
        return np.bincount(self.group, minlength=self.count).astype(np.int64)


def groups_of(members: Sequence[Integers]) -> Groups:
    """Groups from the unknowns of each.

    Args:
        members: Of each group its unknowns.
    """
    sizes = np.array([len(one) for one in members], dtype=np.int64)
    flat = np.concatenate([np.zeros(0, dtype=np.int64), *members])
    return Groups(len(members), np.repeat(np.arange(len(members)), sizes), flat.astype(np.int64))


def same_sets(groups: Groups) -> Integers:
    """A number for each group that groups with the same members share.

    Args:
        groups: n groups.
    """
    order = np.lexsort((groups.member, groups.group))
    member, sizes = groups.member[order], groups.sizes
    starts = np.concatenate([[0], np.cumsum(sizes)])[:-1]
    numbers, known = np.zeros(groups.count, dtype=np.int64), 0
    for size in np.unique(sizes).tolist():
        which = np.flatnonzero(sizes == size)
        if size:
            rows = member[starts[which, None] + np.arange(size)]
            packed = np.ascontiguousarray(rows).view(np.dtype((np.void, rows.dtype.itemsize * size))).ravel()
            numbers[which] = known + np.unique(packed, return_inverse=True)[1].ravel()
        else:
            numbers[which] = known
        known = int(numbers[which].max()) + 1
    return numbers


class Attack:
    """What figures about unknowns tell, whatever their values.

    Args:
        unknowns: Number of unknown counts.
        figures: The unknowns that each figure is the sum of; a figure about none says nothing.
    """

    def __init__(self, unknowns: int, figures: Groups) -> None:
        from scipy.sparse import bmat, csr_matrix
        from scipy.sparse.csgraph import connected_components

        self._block = same_sets(Groups(unknowns, figures.member, figures.group))
        self._size = np.bincount(self._block).astype(np.int64)
        blocks = len(self._size)
        pairs = np.unique(figures.group * blocks + self._block[figures.member])
        by_block = Groups(figures.count, pairs // max(blocks, 1), pairs % max(blocks, 1))
        self._row = same_sets(by_block)
        rows = int(self._row.max(initial=-1)) + 1
        pairs = np.unique(self._row[by_block.group] * blocks + by_block.member)
        at = (pairs // max(blocks, 1), pairs % max(blocks, 1))
        self._matrix = csr_matrix((np.ones(len(pairs)), at), shape=(rows, blocks))
        count, part = connected_components(bmat([[None, self._matrix], [self._matrix.T, None]]), directed=False)
        self._row_part, self._block_part = part[:rows], part[rows:]
        self._single = np.bincount(self._block_part, minlength=count)[self._block_part] == 1
        #: Parts that share no unknown and no figure.
        self.components = count
        self._members = (_by_part(self._row_part, count), _by_part(self._block_part, count))

    def component_of(self, unknown: Integers) -> Integers:
        """The connected part in which each unknown is.

        Args:
            unknown: n unknowns.
        """
        return np.asarray(self._block_part[self._block[unknown]], dtype=np.int64)

    def intervals(
        self,
        bounds: Bounds,
        targets: Groups,
        seconds: float = SECONDS,
        go_on: Callable[[float], None] = lambda share: None,
    ) -> Intervals:
        """What each of n groups of unknowns can add up to.

        Args:
            bounds: What is known of each figure.
            targets: The groups.
            seconds: Time limit of each solve.
            go_on: Told the share that is done; raises to stop.
        """
        row = self._bounds_of_rows(bounds)
        blocks = len(self._size)
        pairs, held = np.unique(targets.group * blocks + self._block[targets.member], return_counts=True)
        target, block = pairs // max(blocks, 1), pairs % max(blocks, 1)
        whole = held == self._size[block]
        low, high = (np.zeros(targets.count) for _ in range(2))
        proven, feasible = (np.ones(targets.count, dtype=np.bool_) for _ in range(2))
        single = self._single[block]
        self._of_single(row, target[single], block[single], whole[single], low, high, feasible)
        asked = _Questions(self._matrix, row, self._members, seconds)
        many = ~single
        self._ask(asked, target[many], block[many], whole[many])
        asked.answer(go_on)
        asked.add_to(low, high, proven, feasible)
        high = np.minimum(high, UNBOUNDED)
        return Intervals(low.astype(np.int64), high.astype(np.int64), proven & feasible, feasible, asked.solves)

    def _bounds_of_rows(self, bounds: Bounds) -> Bounds:
        """Figures about the same blocks are one figure, as narrow as they are together."""
        rows = self._matrix.shape[0]
        low, high = np.zeros(rows, dtype=np.int64), np.full(rows, UNBOUNDED)
        np.maximum.at(low, self._row, bounds.low)
        np.minimum.at(high, self._row, bounds.high)
        return Bounds(low, high)

    def _of_single(
        self, row: Bounds, target: Integers, block: Integers, whole: Flags, low: Any, high: Any, feasible: Flags
    ) -> None:
        """Parts of one block, and so of one figure or none: no program is needed."""
        least, most = np.zeros(len(self._size), dtype=np.int64), np.full(len(self._size), UNBOUNDED)
        pairs = self._matrix.tocoo()
        np.maximum.at(least, pairs.col, row.low[pairs.row])
        np.minimum.at(most, pairs.col, row.high[pairs.row])
        np.add.at(low, target[whole], least[block[whole]])
        np.add.at(high, target, most[block])
        feasible[target[least[block] > most[block]]] = False

    def _ask(self, asked: _Questions, target: Integers, block: Integers, whole: Flags) -> None:
        """The least and the most of what each group has in each part."""
        part = self._block_part[block]
        order = np.lexsort((block, part, target))
        target, block, whole, part = target[order], block[order], whole[order], part[order]
        new = np.flatnonzero(np.diff(target, prepend=-1).astype(np.bool_) | np.diff(part, prepend=-1).astype(np.bool_))
        ends = np.append(new[1:], len(target))
        for start, end in zip(new.tolist(), ends.tolist()):
            touched, held = block[start:end], whole[start:end]
            asked.ask(int(target[start]), int(part[start]), tuple(touched[held].tolist()), tuple(touched.tolist()))


def _by_part(parts: Integers, count: int) -> list[Integers]:
    """Of each part the positions in it."""
    order = np.argsort(parts, kind="stable")
    return np.split(order, np.cumsum(np.bincount(parts, minlength=count))[:-1]) if count else []


class _Questions:
    """Sums of blocks to be made least or most, each once per part; parts are solved side by side."""

    def __init__(
        self, matrix: Any, row: Bounds, members: tuple[list[Integers], list[Integers]], seconds: float
    ) -> None:
        self._matrix, self._row, self._seconds = matrix, row, seconds
        self._rows, self._blocks = members
        limit = matrix.T @ (row.high < UNBOUNDED)
        self._endless = np.asarray(limit == 0)
        self._of_part: dict[int, dict[tuple[int, tuple[int, ...]], float]] = {}
        self._failed: dict[int, Answer] = {}
        self._asked: list[tuple[int, int, tuple[int, ...], tuple[int, ...], bool]] = []
        self.solves = 0

    def ask(self, target: int, part: int, held: tuple[int, ...], touched: tuple[int, ...]) -> None:
        """The least of the blocks that a target holds whole, and the most of all that it touches."""
        endless = bool(self._endless[list(touched)].any())
        most = () if endless else touched  # the empty sum: only to learn whether the figures can be true
        questions = self._of_part.setdefault(part, {})
        questions.setdefault((-1, most), 0.0)
        if held:
            questions.setdefault((1, held), 0.0)
        self._asked.append((target, part, held, most, endless))

    def answer(self, go_on: Callable[[float], None]) -> None:
        """Solves: the first question of every part together, then the second, and so on."""
        lists = {part: list(questions) for part, questions in self._of_part.items()}
        rounds = max(map(len, lists.values()), default=0)
        for number in range(rounds):
            go_on(number / rounds)
            batch: list[tuple[int, tuple[int, tuple[int, ...]]]] = []
            size = 0
            for part, questions in lists.items():
                if number >= len(questions) or part in self._failed:
                    continue
                batch.append((part, questions[number]))
                size += len(self._blocks[part])
                if size >= _TOGETHER:
                    self._solve(batch)
                    batch, size = [], 0
            self._solve(batch)

    def _solve(self, batch: list[tuple[int, tuple[int, tuple[int, ...]]]]) -> None:
        """One program for parts that have nothing in common; each apart if it does not work out."""
        if not batch:
            return
        rows = np.concatenate([self._rows[part] for part, _ in batch])
        blocks = np.concatenate([self._blocks[part] for part, _ in batch])
        goal = np.zeros(self._matrix.shape[1])
        for _, (sign, summed) in batch:
            goal[list(summed)] = sign
        self.solves += 1
        matrix = self._matrix[rows][:, blocks]
        answer, counts = solve(matrix, self._row.take(rows), goal[blocks], self._seconds)
        if counts is not None:
            value = np.zeros(self._matrix.shape[1])
            value[blocks] = counts
            for part, (sign, summed) in batch:
                self._of_part[part][(sign, summed)] = float(value[list(summed)].sum())
        elif len(batch) > 1:
            for one in batch:
                self._solve([one])
        else:  # what else is asked of this part counts as unproven too, without trying
            self._failed[batch[0][0]] = answer

    def add_to(self, low: Any, high: Any, proven: Flags, feasible: Flags) -> None:
        """Adds what was found to each target; of what was not proven nothing is known but that it failed."""
        for target, part, held, most, endless in self._asked:
            found = self._of_part[part]
            low[target] += found[(1, held)] if held and part not in self._failed else 0
            high[target] += UNBOUNDED if endless or part in self._failed else found[(-1, most)]
            proven[target] &= part not in self._failed
            feasible[target] &= self._failed.get(part) is not Answer.INFEASIBLE
