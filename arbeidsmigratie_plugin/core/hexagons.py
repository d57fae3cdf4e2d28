"""Counts per H3 cell, in one pass over arrays and flat in memory."""

from __future__ import annotations

from dataclasses import astuple, dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from . import grid
from .arrays import Cells, Flags, Floats, Integers, Labels, Text
from .lattice import PointIndexer
from .rates import crude_rate, empirical_bayes

#: Rows that may wait before they are taken together.
_PENDING = 1_000_000


@dataclass(frozen=True)
class Hexagons:
    """Counts per cell, in ascending order of cell; arrays of equal length.

    Attributes:
        cells: H3 cells.
        adressen: Addresses with at least one registration.
        registraties: Registrations (persons).
        verblijfsobjecten: BAG objects in use.
        population: Those of them in municipalities for which registrations were delivered: the denominator.
        known: Whether registrations were delivered for a municipality in the cell; where not, adressen and
            registraties are unknown, not zero.
        with_dwellings: Whether BAG objects were counted at all; if not, they are unknown.
        gemeentecodes: Codes of the municipalities with objects in the cell, ascending, joined by commas.
    """

    cells: Cells
    adressen: Integers
    registraties: Integers
    verblijfsobjecten: Integers
    population: Integers
    known: Flags
    with_dwellings: bool
    gemeentecodes: Text

    def __len__(self) -> int:
        return len(self.cells)

    @property
    def aandeel(self) -> Floats:
        """Addresses with registrations per BAG object, NaN where either is unknown or there is no object.

        On the edge of the area of the deliveries only the objects inside it count: the others are not known to have
        no registrations.
        """
        return crude_rate(self.adressen, self.population)

    @property
    def aandeel_eb(self) -> Floats:
        """The same, drawn towards the overall share where there are few objects (empirical Bayes)."""
        return empirical_bayes(self.adressen, self.population)

    @property
    def oppervlakte_km2(self) -> Floats:
        """True area (km2)."""
        return grid.areas_km2(self.cells)


@dataclass
class _Sums:
    """Whole numbers added up per key, without keeping what was added."""

    columns: int
    _waiting: list[tuple[npt.NDArray[np.uint64], Integers]] = field(default_factory=list)
    _rows: int = 0

    def add(self, keys: npt.NDArray[np.uint64], values: Integers) -> None:
        """Adds values (n, columns) at n keys."""
        self._add(*_sum_by_key(keys, values))

    def add_ones(self, keys: npt.NDArray[np.uint64], column: int) -> None:
        """Adds one in a column at each of n keys."""
        unique, counts = np.unique(keys, return_counts=True)
        values = np.zeros((len(unique), self.columns), dtype=np.int64)
        values[:, column] = counts
        self._add(unique, values)

    def _add(self, keys: npt.NDArray[np.uint64], values: Integers) -> None:
        self._waiting.append((keys, values))
        self._rows += len(keys)
        if self._rows > _PENDING and len(self._waiting) > 1:
            self._waiting = [self.total()]
            self._rows = len(self._waiting[0][0])

    def total(self) -> tuple[npt.NDArray[np.uint64], Integers]:
        """Keys in ascending order, and their sums (n, columns)."""
        if not self._waiting:
            return np.empty(0, dtype=np.uint64), np.empty((0, self.columns), dtype=np.int64)
        keys, values = zip(*self._waiting)
        return _sum_by_key(np.concatenate(keys), np.concatenate(values))


def _sum_by_key(keys: npt.NDArray[np.uint64], values: Integers) -> tuple[npt.NDArray[np.uint64], Integers]:
    unique, which = np.unique(keys, return_inverse=True)
    summed = [np.bincount(which, column, minlength=len(unique)) for column in values.T]
    return unique, np.stack(summed, axis=1).astype(np.int64)


@dataclass(frozen=True)
class Tally:
    """What became of the objects that were added.

    Attributes:
        read: Objects given.
        without_geometry: Skipped, no coordinates.
        outside: Skipped, coordinates where no Dutch data can lie.
        without_count: Skipped, registrations unknown, negative or no whole number.
    """

    read: int = 0
    without_geometry: int = 0
    outside: int = 0
    without_count: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(astuple(self), astuple(other))))

    @property
    def skipped(self) -> int:
        """Objects that were not counted."""
        return self.without_geometry + self.outside + self.without_count


class HexagonCounter:
    """Takes objects in chunks and gives counts per cell.

    Args:
        resolution: H3 resolution at which points are indexed directly.
        covered: Codes of the municipalities for which registrations were delivered; empty for all. May be set later.
    """

    def __init__(self, resolution: int, covered: frozenset[str] = frozenset()) -> None:
        self.resolution = grid.check_resolution(resolution)
        self.covered = covered
        self._indexers: dict[str, PointIndexer] = {}
        self._sums = _Sums(3)
        self._numbers: dict[str, int] = {}
        self._prefix = np.uint64(0)
        self._with_dwellings = False

    def add_addresses(self, x: Floats, y: Floats, crs: str, registrations: Floats, codes: Labels) -> Tally:
        """Counts addresses with their registrations.

        Zero registrations make no address with registrations, but show that the place is known.

        Args:
            x: n eastings or longitudes, NaN without geometry.
            y: n northings or latitudes.
            crs: Their coordinate reference system.
            registrations: n counts, NaN where unknown.
            codes: n municipality codes, "" where unknown.
        """
        with np.errstate(invalid="ignore"):
            whole = (registrations >= 0) & (registrations == np.floor(registrations)) & np.isfinite(registrations)
        persons = np.where(whole, registrations, 0).astype(np.int64)
        cells, tally = self._index(x, y, crs, whole)
        usable = whole & (cells > 0)
        values = np.stack([persons > 0, persons, np.zeros_like(persons)], axis=1)
        self._sums.add(self._keys(cells[usable], codes.take(usable)), values[usable])
        return tally

    def add_dwellings(self, x: Floats, y: Floats, crs: str, codes: Labels) -> Tally:
        """Counts BAG objects in use.

        Args:
            x: n eastings or longitudes, NaN without geometry.
            y: n northings or latitudes.
            crs: Their coordinate reference system.
            codes: n municipality codes, "" where unknown.
        """
        self._with_dwellings = True
        cells, tally = self._index(x, y, crs, np.ones(len(x), dtype=np.bool_))
        usable = cells > 0
        self._sums.add_ones(self._keys(cells[usable], codes.take(usable)), 2)
        return tally

    def _index(self, x: Floats, y: Floats, crs: str, counted: Flags) -> tuple[Cells, Tally]:
        """The cell of each object, 0 for none, and what becomes of the objects."""
        placed = np.isfinite(x) & np.isfinite(y)
        cells = np.zeros(len(x), dtype=np.uint64)
        indexer = self._indexers.setdefault(crs, PointIndexer(crs, self.resolution))
        cells[placed] = indexer.index(x[placed], y[placed])
        return cells, Tally(
            read=len(x),
            without_geometry=int((~placed).sum()),
            outside=int((placed & (cells == 0)).sum()),
            without_count=int(((cells > 0) & ~counted).sum()),
        )

    def _keys(self, cells: Cells, codes: Labels) -> npt.NDArray[np.uint64]:
        """Cell and number of the municipality as one key."""
        self._prefix = cells[0] & ~_CELL_BITS if len(cells) else self._prefix
        listed = [self._numbers.setdefault(code, len(self._numbers)) for code in codes.names]
        numbers = np.array([*listed, 0], dtype=np.uint64)[codes.numbers]
        return ((cells & _CELL_BITS) << _SHIFT) & ~_NUMBER_BITS | numbers

    def total(self) -> Hexagons:
        """The counts of everything that was added."""
        keys, sums = self._sums.total()
        short, numbers = keys & ~_NUMBER_BITS, (keys & _NUMBER_BITS).astype(np.int64)
        starts = np.flatnonzero(np.append(True, short[1:] != short[:-1])) if len(keys) else np.empty(0, dtype=np.int64)
        codes = np.array([*self._numbers, ""], dtype=object)[numbers]
        delivered = self._delivered(codes) | (sums[:, 0] > 0)
        counts, known = _per_cell(sums, starts), _per_cell(delivered[:, None], starts)[:, 0] > 0
        return Hexagons(
            cells=(short[starts] >> _SHIFT) | _UNUSED_DIGITS | self._prefix,
            adressen=counts[:, 0],
            registraties=counts[:, 1],
            verblijfsobjecten=counts[:, 2],
            population=_per_cell(sums[:, 2:] * delivered[:, None], starts)[:, 0],
            known=known,
            with_dwellings=self._with_dwellings,
            gemeentecodes=_joined(codes, starts),
        )

    def _delivered(self, codes: Text) -> Flags:
        """Whether registrations were delivered for each of n municipalities."""
        if not self.covered:
            return np.ones(len(codes), dtype=np.bool_)
        return np.fromiter((code in self.covered for code in codes), np.bool_, len(codes))


def _joined(codes: Text, starts: Integers) -> Text:
    """The different codes of each cell, ascending, joined by commas; most cells have one."""
    ends = np.append(starts[1:], len(codes))
    joined = codes[starts]
    for cell in np.flatnonzero(ends - starts > 1).tolist():
        joined[cell] = ",".join(sorted(set(codes[starts[cell] : ends[cell]]) - {""}))
    return joined


def _per_cell(values: npt.NDArray[Any], starts: Integers) -> Integers:
    """Sums (c, columns) of values (n, columns) that lie together per cell, from the position where each starts."""
    whole = values.astype(np.int64)
    return np.add.reduceat(whole, starts, axis=0) if len(starts) else whole[:0]


# Cells of one resolution of at most 11 share their first twelve bits (mode, reserved, resolution) and their last
# twelve (the unused digits 12 to 15, all ones): room for the number of a municipality in the same 64-bit key.
_SHIFT = np.uint64(12)
_CELL_BITS = np.uint64((1 << 52) - 1)
_UNUSED_DIGITS = np.uint64((1 << 12) - 1)
_NUMBER_BITS = np.uint64((1 << 24) - 1)
