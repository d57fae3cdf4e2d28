"""The maps of one date cut into pieces: what can be asked of them, and the answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np

from ..arrays import Flags, Integers
from ..geometry import shapely_library
from .attack import Attack, Groups, groups_of
from .inspection_maps import Shown
from .inspection_pieces import Pieces, pieces_of_cells, pieces_of_polygons
from .intervals import Intervals
from .known import UNBOUNDED, together

#: Connected figures with more pieces than this are attacked a neighbourhood at a time.
_LARGE = 60

#: Areas that a finding names.
_NAMED = 4


@dataclass(frozen=True)
class Place:
    """Where a group is.

    Attributes:
        maps: Positions of the maps that tell of it.
        areas: Names of areas that hold it, the smallest first.
        outside: Names of areas that overlap the smallest of these, and do not hold it.
        polygon: Its outline, Shapely geometry in RD New.
        cells: Municipality and base cells, where all maps say their cells.
    """

    maps: tuple[int, ...]
    areas: tuple[str, ...]
    outside: tuple[str, ...]
    polygon: Any
    cells: tuple[tuple[str, int], ...]


class Board:
    """Maps of one date.

    Args:
        maps: The maps, none of them empty.
        believing: Whether to believe of maps that show which numbers are withheld that elsewhere there is nobody; maps
            of another region would contradict each other then.

    Attributes:
        pieces: What their areas cut each other into.
        bounds: What each number says.
        published: Whether each area has a number.
        targets: The groups to attack: pieces, withheld numbers, what one area has more than another, and what is
            left of an area after all published ones in it.
        public: Whether a number was published for just that group.
        impossible: Whether a number is about an area in which nobody is believed to be.
        own_size: Of a published group the fewest registrations that its maker would publish, else 0.
    """

    def __init__(self, maps: Sequence[Shown], believing: bool) -> None:
        self._map = np.repeat(np.arange(len(maps)), [len(shown) for shown in maps])
        self._names = [name for shown in maps for name in shown.names]
        self._polygons = np.concatenate([shown.polygons for shown in maps])
        exact = all(shown.cells for shown in maps)
        codes = [code for shown in maps for code in shown.codes] if exact else []
        cells = [held for shown in maps for held in shown.cells] if exact else []
        self._atoms = [frozenset((code, cell) for cell in held) for code, held in zip(codes, cells)]
        pieces = pieces_of_cells(codes, cells) if exact else pieces_of_polygons(self._polygons)
        empty = np.zeros(pieces.count, dtype=np.bool_)
        for number, shown in enumerate(maps):
            if believing and shown.shows_empties:
                mine = self._map[pieces.figures.group] == number
                empty |= np.bincount(pieces.figures.member[mine], minlength=pieces.count) == 0
        self.pieces: Pieces = pieces.without(empty)
        figures = self.pieces.figures
        self._holding = _rows(figures.member, figures.group, self.pieces.count)
        self._held = [frozenset(held.tolist()) for held in _rows(figures.group, figures.member, figures.count)]
        self._near = [{n for piece in held for n in self._holding[piece].tolist()} for held in self._held]
        values = np.concatenate([shown.values for shown in maps])
        self.published: Flags = ~np.isnan(values)
        self.bounds = together(shown.bounds() for shown in maps)
        self.impossible = bool((self.bounds.low[figures.sizes == 0] > 0).any())
        self._find_targets(np.repeat([shown.size for shown in maps], [len(shown) for shown in maps]))

    def _find_targets(self, sizes: Integers) -> None:
        asked = [frozenset({piece}) for piece in range(self.pieces.count)]
        asked += [self._held[number] for number in np.flatnonzero(~self.published).tolist()]
        for number, held in enumerate(self._held):
            parts = [self._held[n] for n in self._near[number] if self.published[n] and self._held[n] < held]
            asked.append(held.difference(*parts))
            asked += [held - self._held[other] for other in self._near[number] if not held <= self._held[other]]
        distinct = [one for one in dict.fromkeys(asked) if one]
        size_of: dict[frozenset[int], int] = {}
        for number in np.flatnonzero(self.published).tolist():
            size_of[self._held[number]] = min(int(sizes[number]), size_of.get(self._held[number], UNBOUNDED))
        self._asked = distinct
        self.targets: Groups = groups_of([np.array(sorted(one), dtype=np.int64) for one in distinct])
        self.public: Flags = np.array([one in size_of for one in distinct], dtype=np.bool_)
        self.own_size: Integers = np.array([size_of.get(one, 0) for one in distinct], dtype=np.int64)

    def intervals(self, go_on: Callable[[float], None]) -> Intervals:
        """What each target can be.

        A part of the figures that is large is attacked a neighbourhood at a time: fewer figures never make an
        interval narrower, so what is found there is known all the more to who uses all of them.

        Args:
            go_on: Told the share that is done; raises to stop.
        """
        attack = Attack(self.pieces.count, self.pieces.figures)
        part = attack.component_of(np.arange(self.pieces.count))
        large = np.bincount(part, minlength=1)[part] > _LARGE
        local = self.targets.sums(large.astype(np.int64)) > 0
        small = np.flatnonzero(~local)
        answer = _Answer.nothing(self.targets.count)
        answer.take_in(small, attack.intervals(self.bounds, self.targets.take(small)))
        homes: dict[int, list[int]] = defaultdict(list)
        for target in np.flatnonzero(local).tolist():
            for home in self._homes(target):
                homes[home].append(target)
        for done, (home, targets) in enumerate(homes.items()):
            go_on(done / len(homes))
            answer.take_in(np.array(targets), self._around(home, targets))
        return answer.intervals()

    def _homes(self, target: int) -> set[int]:
        """The smallest and the largest area that hold a target and more, else the one that it is."""
        asked = self._asked[target]
        holding = [n for n in self._holding[next(iter(asked))].tolist() if asked <= self._held[n]]
        more = sorted((n for n in holding if asked < self._held[n]), key=lambda n: len(self._held[n]))
        return {more[0], more[-1]} if more else set(holding[:1])

    def _around(self, home: int, targets: list[int]) -> Intervals:
        """Targets in an area, by what the areas say that overlap it, and those that overlap the small ones of these."""
        near = set(self._near[home])
        near |= {far for other in near if len(self._held[other]) <= _LARGE for far in self._near[other]}
        chosen = np.array(sorted(near), dtype=np.int64)
        figures = self.pieces.figures.take(chosen)
        pieces, member = np.unique(figures.member, return_inverse=True)
        asked = self.targets.take(np.array(targets))
        attack = Attack(len(pieces), Groups(figures.count, figures.group, member.ravel()))
        place = Groups(asked.count, asked.group, np.searchsorted(pieces, asked.member))
        return attack.intervals(self.bounds.take(chosen), place)

    def place(self, target: int) -> Place:
        """Where a target is, and which maps tell of it.

        Args:
            target: Its position.
        """
        shapely = shapely_library()
        asked = self._asked[target]
        first = self._holding[next(iter(asked))].tolist()
        holding = sorted((n for n in first if asked <= self._held[n]), key=lambda n: len(self._held[n]))
        beside = sorted(n for n in self._near[holding[0]] if not asked & self._held[n])
        polygon = shapely.union_all([self._cut(shapely, piece) for piece in asked])
        cells: frozenset[tuple[str, int]] = frozenset()
        if self._atoms:
            cells = reduce(frozenset.union, (self._cells(piece) for piece in asked))
        maps = sorted({int(self._map[n]) for n in [*holding, *self._near[holding[0]]]})
        named = [self._names[n] for n in holding[:_NAMED]], [self._names[n] for n in beside[:_NAMED]]
        return Place(tuple(maps), tuple(named[0]), tuple(named[1]), polygon, tuple(sorted(cells)))

    def _around_piece(self, piece: int) -> tuple[list[int], list[int]]:
        holding = self._holding[piece].tolist()
        return holding, sorted(reduce(set.intersection, (self._near[n] for n in holding)) - set(holding))

    def _cut(self, shapely: Any, piece: int) -> Any:
        """The outline of a piece: within all areas that hold it, outside all others."""
        holding, others = self._around_piece(piece)
        shape = shapely.intersection_all(self._polygons[holding])
        return shape.difference(shapely.union_all(self._polygons[others])) if others else shape

    def _cells(self, piece: int) -> frozenset[tuple[str, int]]:
        holding, others = self._around_piece(piece)
        inside = reduce(frozenset.intersection, (self._atoms[n] for n in holding))
        return inside.difference(*(self._atoms[n] for n in others))


@dataclass
class _Answer:
    """The narrowest that was found of each target."""

    low: Integers
    high: Integers
    proven: Flags
    feasible: Flags
    solves: int = 0

    @classmethod
    def nothing(cls, count: int) -> _Answer:
        yes = np.ones(count, dtype=np.bool_)
        return cls(np.zeros(count, dtype=np.int64), np.full(count, UNBOUNDED), yes, yes.copy())

    def take_in(self, targets: Integers, found: Intervals) -> None:
        self.low[targets] = np.maximum(self.low[targets], found.low)
        self.high[targets] = np.minimum(self.high[targets], found.high)
        self.proven[targets] &= found.proven
        self.feasible[targets] &= found.feasible & (self.low[targets] <= self.high[targets])
        self.solves += found.solves

    def intervals(self) -> Intervals:
        return Intervals(self.low, self.high, self.proven, self.feasible, self.solves)


def _rows(owner: Integers, value: Integers, count: int) -> list[Integers]:
    """Of each owner its values."""
    order = np.argsort(owner, kind="stable")
    ends = np.cumsum(np.bincount(owner, minlength=count))
    return np.split(value[order], ends[:-1]) if count else []
