"""Geographic differencing: what is left when published regions are taken out of other published regions.

Regions of all releases must nest: disjoint, equal, or one the union of others. Where they do not, the difference is as
good as published, and has to pass the safety rules itself (Duke-Williams and Rees 1998; unions of regions after
diffman, Costemalle 2019). Rounding is not counted on: this is decided as if the numbers were exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Optional

import numpy as np

from ..arrays import Flags
from .atoms import Homes, Region, Snapshot
from .attack import groups_of
from .audit_ground import Places, Truth
from .history import Figure, History, Release
from .rules import Rules

#: Regions in a union that others are taken out of (disclosure.md 11.5 a).
_MOST = 4

_Atoms = frozenset[int]


@dataclass
class _Sets:
    """Distinct published sets of atoms; those that differ only where nobody can be are one.

    Attributes:
        atoms: Of each set its atoms.
        regions: Of each set the regions of the proposal that are new with it; empty for what was released before.
        digests: Of each set the snapshots that it was published of.
        holding: Atom -> the sets that hold it.
    """

    atoms: list[_Atoms]
    regions: list[list[Region]]
    digests: list[set[str]]
    holding: dict[int, list[int]]

    def touching(self, number: int) -> set[int]:
        """Other sets that share an atom with a set."""
        return {other for atom in self.atoms[number] for other in self.holding[atom]} - {number}

    def inside(self, atoms: _Atoms) -> set[int]:
        """Sets that lie within these atoms, all or not."""
        return {n for n in {other for atom in atoms for other in self.holding[atom]} if self.atoms[n] <= atoms}

    def rest(self, number: int) -> _Atoms:
        """What is left of a set after all smaller sets inside it; it as a whole if there are none."""
        smaller = self.inside(self.atoms[number]) - {number}
        return self.atoms[number].difference(*(self.atoms[other] for other in smaller))


@dataclass(frozen=True)
class _Difference:
    """A set of atoms whose number could be computed.

    Attributes:
        atoms: The atoms.
        digests: Snapshots that it would be the number of.
        blamed: Sets of the proposal without which it could not be.
    """

    atoms: _Atoms
    digests: frozenset[str]
    blamed: frozenset[int]


def fresh_figures(history: History, proposal: Release) -> list[Figure]:
    """The figures of a proposal that were not released before, of the same region and snapshot.

    Args:
        history: Earlier releases.
        proposal: The export.
    """
    known = {(f.region.regio_id, f.snapshot, f.value) for release in history.releases for f in release.figures}
    return [f for f in proposal.figures if (f.region.regio_id, f.snapshot, f.value) not in known]


def overlapping(
    history: History,
    proposal: Release,
    snapshots: Mapping[str, Snapshot],
    homes: Optional[Homes],
    rules: Rules,
    go_on: Callable[[float], None] = lambda share: None,
) -> list[Region]:
    """Regions of a proposal that do not nest with all that was ever released, and give away an unsafe difference.

    Args:
        history: Earlier releases.
        proposal: The export.
        snapshots: Digest -> snapshot.
        homes: BAG objects in use, None where unknown.
        rules: What a difference has to pass.
        go_on: Told the share that is done; raises to stop.
    """
    fresh = fresh_figures(history, proposal)
    released = [figure for release in history.releases for figure in release.figures]
    used = {figure.snapshot for figure in [*released, *proposal.figures]}
    places = Places(homes, [snapshots[digest] for digest in sorted(used)])
    sets = _sets(places, released, fresh)
    counts = places.homes(homes)

    @cache
    def truth(digest: str) -> Truth:
        return Truth(places, snapshots[digest], counts)

    found, crossing = _pairs(sets)
    at_fault = _unsafe(found, truth, rules)
    for side in (True, False):
        unions = _unions(sets, crossing, at_fault, side, go_on)
        at_fault |= _unsafe(unions, truth, rules)
    return [region for number in sorted(at_fault) for region in sets.regions[number]]


def _sets(places: Places, released: list[Figure], fresh: list[Figure]) -> _Sets:
    number_of: dict[_Atoms, int] = {}
    by_region: dict[tuple[str, str], int] = {}
    sets = _Sets([], [], [], {})
    for at, figure in enumerate([*released, *fresh]):
        key = (figure.region.gemeentecode, figure.region.regio_id)
        if key not in by_region:
            found = places.find(figure.region.gemeentecode, figure.region.array)
            atoms = frozenset(found[found >= 0].tolist())
            by_region[key] = number_of.setdefault(atoms, len(number_of))
        number = by_region[key]
        if number == len(sets.atoms):
            sets.atoms.append(atoms)
            sets.regions.append([])
            sets.digests.append(set())
            for atom in atoms:
                sets.holding.setdefault(atom, []).append(number)
        sets.digests[number].add(figure.snapshot)
        if at >= len(released):
            sets.regions[number].append(figure.region)
    return sets


def _pairs(sets: _Sets) -> tuple[list[_Difference], dict[int, set[int]]]:
    """Differences that one new set makes with each other set, and which sets cross it."""
    found: list[_Difference] = []
    crossing: dict[int, set[int]] = {}
    for number, regions in enumerate(sets.regions):
        if not regions:
            continue
        mine = sets.atoms[number]
        minuends = {(number, sets.rest(number))}
        for other in sets.touching(number):
            theirs = sets.atoms[other]
            if mine < theirs:
                minuends.add((other, sets.rest(other)))
            elif not theirs < mine:
                minuends |= {(number, mine - theirs), (other, theirs - mine)}
                crossing.setdefault(number, set()).add(other)
                crossing.setdefault(other, set()).add(number)
        for minuend, left in minuends:
            if left and left != sets.atoms[minuend]:
                found.append(_Difference(left, frozenset(sets.digests[minuend]), frozenset({number})))
    return found, crossing


def _unions(
    sets: _Sets, crossing: dict[int, set[int]], at_fault: set[int], fresh: bool, go_on: Callable[[float], None]
) -> list[_Difference]:
    """What is left of unions, all of new or all of old sets, after every set that lies within.

    Sets go together that share a set of the other side, which crosses one of that side at least.
    """
    found = []
    beside: dict[int, set[int]] = {}
    for other in crossing:
        if bool(sets.regions[other]) != fresh:
            near = {n for n in sets.touching(other) if bool(sets.regions[n]) == fresh and n not in at_fault}
            for number in near:
                beside.setdefault(number, set()).update(near - {number})
    for done, start in enumerate(sorted(beside)):
        go_on(done / len(beside))
        heaps = {frozenset({start})}
        for _ in range(_MOST - 1):  # each union once: by its lowest member
            heaps = {heap | {n} for heap in heaps for member in heap for n in beside[member] - heap if n > start}
            found += [left for heap in heaps if (left := _left_of(sets, heap, at_fault)) is not None]
    return found


def _left_of(sets: _Sets, heap: frozenset[int], at_fault: set[int]) -> Optional[_Difference]:
    whole = frozenset[int]().union(*(sets.atoms[n] for n in heap))
    within = sets.inside(whole) - heap
    left = whole.difference(*(sets.atoms[n] for n in within))
    blamed = frozenset(n for n in [*heap, *within] if sets.regions[n])
    if not within or not left or not blamed or blamed & at_fault:
        return None
    return _Difference(left, frozenset(d for n in heap for d in sets.digests[n]), blamed)


def _unsafe(differences: list[_Difference], truth: Callable[[str], Truth], rules: Rules) -> set[int]:
    """The sets to blame for differences that do not pass the rules."""
    at_fault: set[int] = set()
    for digest in sorted({digest for difference in differences for digest in difference.digests}):
        asked = [difference for difference in differences if digest in difference.digests]
        groups = groups_of([np.fromiter(sorted(d.atoms), dtype=np.int64, count=len(d.atoms)) for d in asked])
        safe: Flags = rules.safe(truth(digest).measure(groups))
        at_fault |= {number for difference, ok in zip(asked, safe) if not ok for number in difference.blamed}
    return at_fault
