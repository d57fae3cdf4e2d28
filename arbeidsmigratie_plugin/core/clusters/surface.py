"""The surface that all cluster methods work on: cells with cases and population, as one region."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Optional

import numpy as np

from .. import grid
from ..arrays import Cells, Flags, Floats, Integers, Text
from ..hexagons import Hexagons


@dataclass(frozen=True)
class Surface:
    """Cells of one resolution, in ascending order, each once; arrays of equal length.

    A cell that is not in it is unknown, not empty: nothing was counted there.

    Attributes:
        cells: H3 cells.
        cases: Addresses with registrations, NaN where unknown.
        population: BAG objects in use for which registrations were delivered, NaN where unknown.
        persons: Registrations, NaN where unknown; described, never tested: persons at one address are not
            independent of each other.
        inside: Whether a cell belongs to the region of which results are shown; the others are its guard zone.
        gemeentecodes: Codes of the municipalities with objects in the cell, ascending, joined by commas.
        resolution: H3 resolution.
        peildatum: Reference date, "" if unknown.
        region: Codes of the municipalities of the region, None if all that were counted are.
    """

    cells: Cells
    cases: Floats
    population: Floats
    persons: Floats
    inside: Flags
    gemeentecodes: Text
    resolution: int
    peildatum: str = ""
    region: Optional[frozenset[str]] = None

    def __len__(self) -> int:
        return len(self.cells)

    @cached_property
    def counted(self) -> Flags:
        """Cells with known cases and a population: all that tests are made of. No population is unknown, not zero."""
        with np.errstate(invalid="ignore"):
            return np.isfinite(self.cases) & (self.population > 0)

    @cached_property
    def rate(self) -> float:
        """Cases per member of the population over all counted cells, NaN if there are none."""
        population = self.population[self.counted].sum()
        return float(self.cases[self.counted].sum() / population) if population > 0 else float("nan")

    @property
    def expected(self) -> Floats:
        """Cases that the homes of each cell explain by themselves, NaN where it is not counted."""
        return np.where(self.counted, self.rate * self.population, np.nan)

    @property
    def uncompared(self) -> int:
        """Cases in cells without a population, where others have one: they take no part."""
        with np.errstate(invalid="ignore"):
            outside = (self.cases > 0) & ~self.counted
        return int(self.cases[outside].sum()) if self.counted.any() else 0

    def take(self, rows: Flags | Integers) -> Surface:
        """The cells at these positions.

        Args:
            rows: Mask, or ascending positions.
        """
        return Surface(
            self.cells[rows],
            self.cases[rows],
            self.population[rows],
            self.persons[rows],
            self.inside[rows],
            self.gemeentecodes[rows],
            self.resolution,
            self.peildatum,
            self.region,
        )

    def positions(self, cells: Cells) -> Integers:
        """Where cells are, -1 for those that are not in it.

        Args:
            cells: n cells.
        """
        if not len(self):
            return np.full(len(cells), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(self.cells, cells), len(self) - 1)
        return np.where(self.cells[at] == cells, at, -1)

    def centres(self) -> tuple[Floats, Floats]:
        """Eastings and northings of the centres in RD New (m)."""
        return grid.centres(self.cells)


def surface_of(
    cells: Cells,
    cases: Floats,
    population: Floats,
    persons: Floats,
    gemeentecodes: Text,
    region: Optional[frozenset[str]],
    peildatum: str = "",
) -> Surface:
    """A surface of cells in any order; what was counted is made to fit together.

    A cell with homes has at least as many as addresses with registrations: an address is a home that the list of homes
    lacks. A cell without homes stays without.

    Args:
        cells: n H3 cells of one resolution, each once.
        cases: n counts of addresses, NaN where unknown.
        population: n counts of homes, NaN where unknown.
        persons: n counts of registrations, NaN where unknown.
        gemeentecodes: n lists of municipality codes.
        region: Codes of the municipalities of which results are shown; None for all.
        peildatum: Reference date.
    """
    order = np.argsort(cells, kind="stable")
    cases, population = cases[order], population[order]
    with np.errstate(invalid="ignore"):
        homes = np.where((population > 0) & (cases > population), cases, population)
    codes = gemeentecodes[order]
    resolution = int(grid.resolutions(cells[:1])[0]) if len(cells) else 0
    inside = in_region(codes, region)
    return Surface(cells[order], cases, homes, persons[order], inside, codes, resolution, peildatum, region)


def in_region(gemeentecodes: Text, region: Optional[frozenset[str]]) -> Flags:
    """Cells with an object of a municipality of the region.

    Args:
        gemeentecodes: n lists of municipality codes, joined by commas.
        region: Codes; None for everything.
    """
    if region is None:
        return np.ones(len(gemeentecodes), dtype=np.bool_)
    different = {codes: not region.isdisjoint(codes.split(",")) for codes in set(gemeentecodes.tolist())}
    return np.fromiter((different[codes] for codes in gemeentecodes.tolist()), np.bool_, len(gemeentecodes))


def surface_of_hexagons(hexagons: Hexagons, region: Optional[frozenset[str]], peildatum: str = "") -> Surface:
    """The surface of counted hexagons.

    Args:
        hexagons: The counts.
        region: Codes of the municipalities of which results are shown; None for all.
        peildatum: Reference date.
    """
    known = hexagons.known
    population = np.where(known & hexagons.with_dwellings, hexagons.population, np.nan)
    cases = np.where(known, hexagons.adressen, np.nan)
    persons = np.where(known, hexagons.registraties, np.nan)
    return surface_of(hexagons.cells, cases, population, persons, hexagons.gemeentecodes, region, peildatum)
