"""Counts per H3 cell, in one pass over arrays and flat in memory."""

from __future__ import annotations

from dataclasses import astuple, dataclass, field

import numpy as np
import numpy.typing as npt

from . import grid
from .arrays import Cells, Flags, Floats, Integers, Text
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
        known: Whether registrations were delivered for a municipality in the cell; where not, adressen and
            registraties are unknown, not zero.
        with_dwellings: Whether BAG objects were counted at all; if not, they are unknown.
        gemeentecodes: Codes of the municipalities with objects in the cell, ascending, joined by commas.
    """

    cells: Cells
    adressen: Integers
    registraties: Integers
    verblijfsobjecten: Integers
    known: Flags
    with_dwellings: bool
    gemeentecodes: Text

    def __len__(self) -> int:
        return len(self.cells)

    @property
    def _population(self) -> Integers:
        counted = self.known & self.with_dwellings
        return np.where(counted, self.verblijfsobjecten, 0)

    @property
    def aandeel(self) -> Floats:
        """Addresses with registrations per BAG object, NaN where either is unknown or there is no object."""
        return crude_rate(self.adressen, self._population)

    @property
    def aandeel_eb(self) -> Floats:
        """The same, drawn towards the overall share where there are few objects (empirical Bayes)."""
        return empirical_bayes(self.adressen, self._population)

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
        summed = _sum_by_key(keys, values)
        self._waiting.append(summed)
        self._rows += len(summed[0])
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
        covered: Codes of the municipalities for which registrations were delivered; empty for all.
    """

    def __init__(self, resolution: int, covered: frozenset[str] = frozenset()) -> None:
        self.resolution = grid.check_resolution(resolution)
        self._covered = covered
        self._counts = _Sums(3)
        self._codes: dict[str, int] = {}
        self._presence = _Sums(1)
        self._with_dwellings = False

    def add_addresses(self, x: Floats, y: Floats, crs: str, registrations: Floats, codes: Text) -> Tally:
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
        return self._add(x, y, crs, whole, np.stack([persons > 0, persons, np.zeros_like(persons)], axis=1), codes)

    def add_dwellings(self, x: Floats, y: Floats, crs: str, codes: Text) -> Tally:
        """Counts BAG objects in use.

        Args:
            x: n eastings or longitudes, NaN without geometry.
            y: n northings or latitudes.
            crs: Their coordinate reference system.
            codes: n municipality codes, "" where unknown.
        """
        self._with_dwellings = True
        ones = np.zeros((len(x), 3), dtype=np.int64)
        ones[:, 2] = 1
        return self._add(x, y, crs, np.ones(len(x), dtype=np.bool_), ones, codes)

    def _add(self, x: Floats, y: Floats, crs: str, counted: Flags, values: Integers, codes: Text) -> Tally:
        placed = np.isfinite(x) & np.isfinite(y)
        cells = np.zeros(len(x), dtype=np.uint64)
        cells[placed] = grid.index(x[placed], y[placed], crs, self.resolution)
        usable = counted & (cells > 0)
        tally = Tally(
            read=len(x),
            without_geometry=int((~placed).sum()),
            outside=int((placed & (cells == 0)).sum()),
            without_count=int(((cells > 0) & ~counted).sum()),
        )
        cells, codes = cells[usable], codes[usable]
        self._counts.add(cells, values[usable].astype(np.int64))
        numbers = np.fromiter((self._codes.setdefault(c, len(self._codes)) for c in codes), np.uint64, len(codes))
        self._presence.add(_with_municipality(cells, numbers), np.ones((len(cells), 1), dtype=np.int64))
        return tally

    def total(self) -> Hexagons:
        """The counts of everything that was added."""
        cells, sums = self._counts.total()
        rows, numbers = self._municipalities(cells)
        names = np.array([*self._codes, ""], dtype=object)[numbers]
        present: list[list[str]] = [[] for _ in range(len(cells))]
        for row, name in zip(rows.tolist(), names):
            if name:
                present[row].append(name)
        gemeentecodes = np.empty(len(cells), dtype=object)
        gemeentecodes[:] = [",".join(sorted(found)) for found in present]
        known = np.ones(len(cells), dtype=np.bool_)
        if self._covered:
            known = np.array([not self._covered.isdisjoint(found) for found in present], dtype=np.bool_)
        return Hexagons(
            cells=cells,
            adressen=sums[:, 0],
            registraties=sums[:, 1],
            verblijfsobjecten=sums[:, 2],
            known=known | (sums[:, 0] > 0),
            with_dwellings=self._with_dwellings,
            gemeentecodes=gemeentecodes,
        )

    def _municipalities(self, cells: Cells) -> tuple[Integers, Integers]:
        """Which municipalities are present: pairs of a row of cells and a number of a municipality."""
        keys, _ = self._presence.total()
        packed, numbers = _without_municipality(keys)
        return np.searchsorted(_short(cells), packed), numbers


# Cells of one resolution of at most 11 share their first twelve bits (mode, reserved, resolution) and their last
# twelve (the unused digits 12 to 15): room for the number of a municipality in the same 64-bit key.
_SHARED_BITS = np.uint64(12)
_NUMBER_BITS = np.uint64((1 << 24) - 1)


def _short(cells: Cells) -> Cells:
    return (cells << _SHARED_BITS) & ~_NUMBER_BITS


def _with_municipality(cells: Cells, numbers: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    return _short(cells) | numbers


def _without_municipality(keys: npt.NDArray[np.uint64]) -> tuple[Cells, Integers]:
    return keys & ~_NUMBER_BITS, (keys & _NUMBER_BITS).astype(np.int64)
