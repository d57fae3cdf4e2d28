"""The audit of an export before anything is written: what could be learnt from it and all earlier ones together.

The attacker has every release of the ledger, whoever received it, knows the rules, the rounding, the geometry and
the BAG, and may run the largest locations himself (disclosure.md 11.5).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Optional

import numpy as np

from .. import grid
from ..arrays import Flags, Integers
from .atoms import Homes, Region, Snapshot
from .attack import Attack, Groups, same_sets
from .audit_ground import Places, Truth
from .differencing import fresh_figures, overlapping
from .history import Figure, History, Release
from .intervals import Intervals, solver_name
from .known import UNBOUNDED, Bounds, rounded
from .rules import Rules

#: Of an unsafe group the attacker must be left with at least so many possible numbers, none of them surely not zero.
NARROWEST_ALLOWED = 10

#: Addresses of each region that an insider knows: his own, or his own and another's.
_INSIDERS = (1, 2)

_LEVELS = (9, 8, 7)


@dataclass(frozen=True)
class Weakness:
    """Why a region can't be published as it is; it has to be merged upward.

    Attributes:
        region: A region of the proposal.
        gemeentecode: Its municipality.
        kind: 'overlap' (does not nest, and the difference is unsafe), 'presence' (that there is anyone is certain),
            'interval' (too narrow), 'insider' (either, for who knows the largest addresses), 'timeout' (not proven in
            time) or 'contradiction' (figures that can't all be true).
        low: Least that the unsafe group can be, for the data owner only; None for an overlap.
        high: Most that it can be, None for an overlap or without a limit.
    """

    region: Region
    gemeentecode: str
    kind: str
    low: Optional[int] = None
    high: Optional[int] = None


@dataclass(frozen=True)
class Audit:
    """What an audit found.

    Attributes:
        weaknesses: What has to be mended; empty if the export may take place.
        targets: Unsafe groups that were attacked.
        solves: Integer programs that were solved; what one figure tells needs none.
        components: Parts of the figures that were attacked apart.
        narrowest: Width of the narrowest interval that an attacker or insider is left with; None without limit.
        solver: What solved them.
    """

    weaknesses: tuple[Weakness, ...]
    targets: int
    solves: int
    components: int
    narrowest: Optional[int]
    solver: str

    @property
    def passed(self) -> bool:
        """Whether nothing has to be mended."""
        return not self.weaknesses


@dataclass
class _Tally:
    """What was found so far."""

    weaknesses: dict[tuple[str, str], Weakness]
    targets: int = 0
    solves: int = 0
    components: int = 0
    narrowest: int = UNBOUNDED

    def blame(self, regions: list[Region], kind: str, low: Optional[int] = None, high: Optional[int] = None) -> None:
        for region in regions:
            weakness = Weakness(region, region.gemeentecode, kind, low, high)
            self.weaknesses.setdefault((region.regio_id, kind), weakness)


def audit(
    history: History,
    proposal: Release,
    snapshots: Mapping[str, Snapshot],
    homes: Optional[Homes],
    rules: Rules,
    rounding: int,
    go_on: Callable[[float], None] = lambda share: None,
) -> Audit:
    """What could be learnt from an export together with all earlier ones.

    Only parts of the figures in which the proposal brings a new one are attacked. That is exact: figures of different
    snapshots and of parts that share no atom have no unknown in common, and the other parts were attacked when their
    last figure was released. Regions that do not nest have to be mended first, and nothing else is looked for then.

    Args:
        history: Earlier releases, of all recipients.
        proposal: The export.
        snapshots: Digest -> snapshot, of all figures.
        homes: BAG objects in use, None where unknown.
        rules: The safety rules of this export.
        rounding: Figures are multiples of this; 1 for exact ones.
        go_on: Told the share that is done; raises to stop.
    """
    tally = _Tally({})
    fresh = fresh_figures(history, proposal)
    if fresh:
        tally.blame(overlapping(history, proposal, snapshots, homes, rules, part_of(go_on, 0.0, 0.3)), "overlap")
    if not tally.weaknesses:
        _attack_all(history, fresh, snapshots, homes, rules, rounding, tally, part_of(go_on, 0.3, 0.7))
    return Audit(
        tuple(tally.weaknesses.values()),
        tally.targets,
        tally.solves,
        tally.components,
        None if tally.narrowest >= UNBOUNDED else tally.narrowest,
        solver_name(),
    )


def _attack_all(
    history: History,
    fresh: list[Figure],
    snapshots: Mapping[str, Snapshot],
    homes: Optional[Homes],
    rules: Rules,
    rounding: int,
    tally: _Tally,
    go_on: Callable[[float], None],
) -> None:
    """Attacks the figures of each snapshot of which the proposal has new ones."""
    digests = sorted({figure.snapshot for figure in fresh})
    for number, digest in enumerate(digests):
        share = 1 / len(digests)
        go_on(number * share)
        old = [f for release in history.releases for f in release.figures if f.snapshot == digest]
        field = _Field(snapshots[digest], homes, rules, old, [f for f in fresh if f.snapshot == digest])
        bounds = _bounds(field, history.series.rules, rounding)
        field.attack(bounds, tally, part_of(go_on, number * share, share))


class _Field:
    """The figures of one snapshot, old and new, and the unsafe groups that they could give away."""

    def __init__(
        self, snapshot: Snapshot, homes: Optional[Homes], rules: Rules, old: list[Figure], new: list[Figure]
    ) -> None:
        self._places = Places(homes, [snapshot])
        self._homes = self._places.homes(homes)
        self._truth = Truth(self._places, snapshot, self._homes)
        self.rules = rules
        self._new = [figure.region for figure in new]
        distinct = {(f.region.gemeentecode, f.region.regio_id, f.value): f for f in [*old, *new]}
        listed = list(distinct.values())
        self.values = np.array([figure.value for figure in listed], dtype=np.int64)
        self.figures = self._places.groups(figure.region for figure in listed)
        self._fresh = self._places.groups(self._new)
        self._attack = Attack(len(self._places), self.figures)
        self._touched = np.unique(self._attack.component_of(self._fresh.member))

    def persons(self) -> Integers:
        """The true number of registrations of each figure."""
        return self._truth.measure(self.figures).persons

    def attack(self, bounds: Bounds, tally: _Tally, go_on: Callable[[float], None]) -> None:
        """Attacks every unsafe group, as an outsider and as insiders.

        Args:
            bounds: What each figure tells.
            tally: Where what is found is added.
            go_on: Told the share that is done.
        """
        targets = self._targets()
        tally.targets += targets.count
        tally.components += len(self._touched)
        failed = self._crowded(targets, tally)
        for step, insiders in enumerate((0, *_INSIDERS)):
            known = self._truth.known_to_insiders(self.figures, insiders)
            left = bounds.less(self.figures.sums(known))
            share = 1 / (1 + len(_INSIDERS))
            found = self._attack.intervals(left, targets, go_on=part_of(go_on, step * share, share))
            tally.solves += found.solves
            if len(found):
                tally.narrowest = min(tally.narrowest, int(found.width[found.proven].min(initial=UNBOUNDED)))
            weak = ~found.proven | (found.low > 0) | (found.width < NARROWEST_ALLOWED)
            for target in np.flatnonzero(weak & ~failed).tolist():
                self._blame(targets, target, found, "insider" if insiders else "", tally)
            failed |= weak

    def _crowded(self, targets: Groups, tally: _Tally) -> Flags:
        """Which groups surely hold an address: what else there is of a region has too few homes for all it must have.

        Every published region is known to have so many addresses with a registration, and an address is a home.

        Args:
            targets: Unsafe groups.
            tally: Where what is found is added.
        """
        crowded = np.zeros(targets.count, dtype=np.bool_)
        if self._homes is None:
            return crowded
        fresh = self._fresh
        of_atom = np.full(len(self._places), -1, dtype=np.int64)
        of_atom[fresh.member] = fresh.group
        region = of_atom[targets.member]
        there = region >= 0
        pairs, at = np.unique(targets.group[there] * fresh.count + region[there], return_inverse=True)
        inside = np.bincount(at, self._homes[targets.member[there]], len(pairs))
        group, number = pairs // fresh.count, pairs % fresh.count
        few = (inside > 0) & (fresh.sums(self._homes)[number] - inside < self.rules.addresses)
        crowded[group[few]] = True
        tally.blame([self._new[at] for at in np.unique(number[few]).tolist()], "presence", 1)
        return crowded

    def _targets(self) -> Groups:
        """Unsafe groups of atoms in the parts that a new figure enters: atoms, cells and municipalities.

        Of a group, published regions that lie whole in it are taken out first: their numbers were published on
        purpose, and what has to be protected is the rest.
        """
        atoms = np.arange(len(self._places))
        touched = np.isin(self._attack.component_of(atoms), self._touched)
        kept: list[Groups] = []
        for level in (*_LEVELS, None):
            group, n = self._groups(level)
            rest = np.flatnonzero(~self._published_within(group))
            groups = Groups(n, group[rest], rest)
            unsafe = ~self.rules.safe(self._truth.measure(groups)) & (groups.sums(touched.astype(np.int64)) > 0)
            kept.append(groups.take(np.flatnonzero(unsafe)))
        shift = np.cumsum([0, *(groups.count for groups in kept)])
        group = np.concatenate([groups.group + start for groups, start in zip(kept, shift)])
        merged = Groups(int(shift[-1]), group, np.concatenate([groups.member for groups in kept]))
        return merged.take(np.sort(np.unique(same_sets(merged), return_index=True)[1]))

    def _groups(self, level: Optional[int]) -> tuple[Integers, int]:
        """A group for each atom: its cell of a level within its municipality, or the municipality."""
        places = self._places
        parents = np.zeros(len(places), np.uint64) if level is None else grid.roll_up(places.cells, level)
        order = np.lexsort((parents, places.numbers))
        parent, number = parents[order], places.numbers[order]
        new = np.ones(len(order), dtype=np.bool_)
        new[1:] = (parent[1:] != parent[:-1]) | (number[1:] != number[:-1])
        group = np.zeros(len(order), dtype=np.int64)
        group[order] = np.cumsum(new) - 1
        return group, int(new.sum())

    def _published_within(self, group: Integers) -> Flags:
        """The atoms of published regions that lie whole in one group."""
        figures = self.figures
        of_member = group[figures.member]
        lowest, highest = np.full(figures.count, len(self._places)), np.full(figures.count, -1)
        np.minimum.at(lowest, figures.group, of_member)
        np.maximum.at(highest, figures.group, of_member)
        gone = np.zeros(len(self._places), dtype=np.bool_)
        gone[figures.member[(lowest == highest)[figures.group]]] = True
        return gone

    def _blame(self, targets: Groups, target: int, found: Intervals, kind: str, tally: _Tally) -> None:
        """Blames the new regions that overlap a group, else those in the same parts of the figures."""
        atoms = targets.member[targets.group == target]
        fresh = self._fresh
        overlap = np.unique(fresh.group[np.isin(fresh.member, atoms)])
        if not len(overlap):
            parts = self._attack.component_of(atoms)
            overlap = np.unique(fresh.group[np.isin(self._attack.component_of(fresh.member), parts)])
        if not found.feasible[target]:
            kind = "contradiction"
        elif not found.proven[target]:
            kind = "timeout"
        low, high = int(found.low[target]), int(found.high[target])
        kind = kind or ("presence" if low > 0 else "interval")
        blamed = [self._new[number] for number in overlap.tolist()]
        tally.blame(blamed, kind, low, None if high >= UNBOUNDED else high)


def part_of(go_on: Callable[[float], None], start: float, share: float) -> Callable[[float], None]:
    """Progress of a part of the work, as that of the whole.

    Args:
        go_on: Told the share of the whole that is done.
        start: Share at which the part begins.
        share: Share that the part is of the whole.
    """
    return lambda done: go_on(start + share * done)


def _bounds(field: _Field, agreed: Rules, rounding: int) -> Bounds:
    """What each figure tells: how it was rounded, and that no number below the rule is published.

    The rule may have been tightened since a figure was released. Of a figure that meets the rule of now the attacker is
    taken to know that, of another the rule that the series began with: never less than he can know.

    Args:
        field: The figures.
        agreed: The rules that the series began with.
        rounding: Base of the rounding.
    """
    bounds = rounded(field.values, rounding)
    persons = field.persons()
    least = np.where(persons >= field.rules.persons, field.rules.persons, agreed.persons)
    least = np.where(persons >= least, least, 0)
    return Bounds(np.maximum(bounds.low, least), bounds.high)
