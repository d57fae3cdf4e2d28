"""What an audit stands on: the atoms that can hold persons, and who is there in a snapshot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

import numpy as np

from ..arrays import Cells, Integers, Labels
from .atoms import Homes, Region, Snapshot
from .attack import Groups, groups_of
from .measure import Measure, measure


class Places:
    """The atoms that can hold persons: those with homes in the BAG, which anyone can look up, or with persons.

    Args:
        homes: BAG objects in use; None where unknown: then an attacker is taken to know which atoms are inhabited.
        snapshots: Whose persons count too.
    """

    def __init__(self, homes: Optional[Homes], snapshots: Iterable[Snapshot]) -> None:
        found: dict[str, list[Cells]] = {}
        parts = [(shot.cells, shot.codes, shot.persons) for shot in snapshots]
        if homes is not None:
            parts.append((homes.cells, homes.codes, homes.counts))
        for cells, codes, counts in parts:
            for number, code in enumerate(codes.names):
                there = np.unique(cells[(counts > 0) & (codes.numbers == number)])
                if len(there):
                    found.setdefault(str(code), []).append(there)
        listed = {code: np.unique(np.concatenate(found[code])) for code in sorted(found)}
        self._cells_of = listed
        self._start = dict(zip(listed, np.cumsum([0, *map(len, listed.values())])[:-1].tolist()))
        self.cells: Cells = np.concatenate([np.zeros(0, dtype=np.uint64), *listed.values()])
        sizes = [len(cells) for cells in listed.values()]
        self.numbers: Integers = np.repeat(np.arange(len(listed)), sizes).astype(np.int64)

    def __len__(self) -> int:
        return len(self.cells)

    def find(self, code: str, cells: Cells) -> Integers:
        """The atom of each of n cells of a municipality, -1 for those that can't hold persons.

        Args:
            code: The municipality.
            cells: Base cells.
        """
        known = self._cells_of.get(code)
        if known is None:
            return np.full(len(cells), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(known, cells), len(known) - 1)
        return np.where(known[at] == cells, at + self._start[code], -1).astype(np.int64)

    def find_labelled(self, cells: Cells, codes: Labels) -> Integers:
        """The same for cells of several municipalities.

        Args:
            cells: Base cells.
            codes: Their municipalities.
        """
        found = np.full(len(cells), -1, dtype=np.int64)
        for number, code in enumerate(codes.names):
            which = codes.numbers == number
            found[which] = self.find(str(code), cells[which])
        return found

    def groups(self, regions: Iterable[Region]) -> Groups:
        """The atoms of each region, in as far as they can hold persons.

        Args:
            regions: n regions.
        """
        found = [self.find(region.gemeentecode, region.array) for region in regions]
        return groups_of([atoms[atoms >= 0] for atoms in found])

    def homes(self, homes: Optional[Homes]) -> Optional[Integers]:
        """BAG objects in each atom, None where unknown.

        Args:
            homes: As they were counted.
        """
        if homes is None:
            return None
        at = self.find_labelled(homes.cells, homes.codes)
        return np.bincount(at[at >= 0], homes.counts[at >= 0], len(self)).astype(np.int64)


class Truth:
    """Who is there in a snapshot.

    Args:
        places: The atoms.
        snapshot: The registrations.
        homes: BAG objects in each atom, None where unknown.
    """

    def __init__(self, places: Places, snapshot: Snapshot, homes: Optional[Integers]) -> None:
        at = places.find_labelled(snapshot.cells, snapshot.codes)
        order = np.argsort(at, kind="stable")
        self._row = order[at[order] >= 0]
        counts = np.bincount(at[self._row], minlength=len(places))
        self._starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        self._atom, self._snapshot, self._homes = at, snapshot, homes

    def measure(self, groups: Groups) -> Measure:
        """What contributes to each group of atoms; an atom may be in several.

        Args:
            groups: n groups.
        """
        group, row = self._rows(groups)
        shot = self._snapshot
        homes = None if self._homes is None else groups.sums(self._homes)
        return measure(group, groups.count, shot.persons[row], shot.addresses[row], shot.providers[row], homes)

    def known_to_insiders(self, groups: Groups, most: int) -> Integers:
        """Registrations per atom on the addresses that are among the largest of any group.

        Args:
            groups: Published regions.
            most: How many of the largest addresses of each region are known.
        """
        group, row = self._rows(groups)
        persons = self._snapshot.persons
        order = np.lexsort((row, -persons[row], group))
        group, row = group[order], row[order]
        first = np.concatenate([[0], np.cumsum(np.bincount(group, minlength=groups.count))])
        known = np.unique(row[np.arange(len(row)) - first[group] < most])
        return np.bincount(self._atom[known], persons[known], len(self._starts) - 1).astype(np.int64)

    def _rows(self, groups: Groups) -> tuple[Integers, Integers]:
        """The addresses in each group, as pairs."""
        first, counts = self._starts[groups.member], np.diff(self._starts)[groups.member]
        ends = np.cumsum(counts)
        step = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - counts, counts)
        return np.repeat(groups.group, counts), self._row[np.repeat(first, counts) + step]
