"""The canonical geography of what is shared: H3 base cell, municipality and reference date.

An atom is a base cell within one municipality. Whatever is published is a union of atoms: a hexagon on a municipal
border is split, and a coarser hexagon is the union of its base cells (cell_to_parent), never indexed anew.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..arrays import Cells, Integers, Labels

#: H3 resolution of the atoms: 0.09 km2, a street or a hamlet.
BASE_RESOLUTION = 9

_ID_DIGITS = 10


@dataclass(frozen=True)
class Region:
    """A set of atoms of one municipality for which one number is published, or none.

    Attributes:
        gemeentecode: CBS code of the municipality.
        level: H3 resolution of the smallest cell that holds all atoms; -1 for the whole municipality.
        pooled: Whether it is the rest of a larger cell, pooled or merged, and no single display cell.
        cells: Base cells as integers, in ascending order.
    """

    gemeentecode: str
    level: int
    pooled: bool
    cells: tuple[int, ...]

    @cached_property
    def array(self) -> Cells:
        """The base cells as an array."""
        return np.array(self.cells, dtype=np.uint64)

    @cached_property
    def regio_id(self) -> str:
        """A name that the same set of atoms always has."""
        digest = hashlib.sha256(self.array.astype("<u8").tobytes()).hexdigest()
        return f"{self.gemeentecode}-{digest[:_ID_DIGITS]}"


@dataclass(frozen=True)
class Snapshot:
    """The registrations of one delivery, per address; it never leaves the data owner.

    Attributes:
        digest: Keyed digest of the content (hexadecimal): the same content gives the same.
        peildatum: Reference date.
        cells: Base cell of each of n addresses.
        codes: Municipality of each address.
        persons: Registrations on each address, at least 1.
        addresses: Keyed pseudonym of each address; the same address has the same at every date.
        providers: Keyed pseudonym of who offers the housing, 0 where unknown.
        keys: Sum of the record keys of the registrations on each address, modulo 2 to the power 52.
    """

    digest: str
    peildatum: str
    cells: Cells
    codes: Labels
    persons: Integers
    addresses: Cells
    providers: Cells
    keys: Cells

    def __len__(self) -> int:
        return len(self.cells)


@dataclass(frozen=True)
class Homes:
    """BAG objects in use per atom: public, and what an attacker knows too.

    Attributes:
        cells: Base cell of each of n atoms with an object.
        codes: Municipality of each atom.
        counts: Objects in each atom.
    """

    cells: Cells
    codes: Labels
    counts: Integers
