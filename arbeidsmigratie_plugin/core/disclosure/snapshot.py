"""A delivery as the audit sees it: per address a pseudonym, an atom and a number of registrations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import Flags, Floats, Integers, Labels, Text
from ..lattice import PointIndexer
from .atoms import BASE_RESOLUTION, Homes, Snapshot
from .recordkeys import address_keys, pseudonyms, snapshot_digest

#: Nowhere are more registered on one address: a higher number is an error.
MOST_PERSONS = 100_000


@dataclass(frozen=True)
class Rows:
    """Address points as they were read.

    Attributes:
        names: What identifies each of n addresses: its BAG identifier, or its place where it has none.
        providers: Who offers the housing, "" where unknown.
        x: Eastings or longitudes.
        y: Northings or latitudes.
        crs: Their coordinate reference system.
        codes: Municipality of each, "" for those outside.
        registrations: Registrations, NaN where unknown.
    """

    names: Text
    providers: Text
    x: Floats
    y: Floats
    crs: str
    codes: Labels
    registrations: Floats

    def usable(self) -> Flags:
        """Which rows count: in a municipality, with a whole positive number of registrations that can be one."""
        known = np.isfinite(self.registrations) & (self.registrations > 0) & (self.registrations <= MOST_PERSONS)
        known &= np.isfinite(self.x) & np.isfinite(self.y)
        return np.asarray(known & (self.codes.names[self.codes.numbers] != ""))


def snapshot(rows: Rows, peildatum: str, secret: bytes, series: str) -> Snapshot:
    """Rows as a snapshot; rows of one address are taken together, in the lowest of their cells.

    Args:
        rows: The address points.
        peildatum: Reference date.
        secret: Secret of the series.
        series: Its name.
    """
    cells = PointIndexer(rows.crs, BASE_RESOLUTION).index(rows.x, rows.y)
    at = np.flatnonzero(rows.usable() & (cells > 0))
    at = at[np.argsort(cells[at], kind="stable")]  # whatever the order of the file
    names, first, same = np.unique(rows.names[at].astype(str), return_index=True, return_inverse=True)
    persons = np.bincount(same, np.rint(rows.registrations[at]), len(names)).astype(np.int64)
    row = at[first]
    labels = names.tolist()
    found = Snapshot(
        digest="",
        peildatum=peildatum,
        cells=cells[row],
        codes=rows.codes.take(row),
        persons=persons,
        addresses=pseudonyms(secret, "adres", labels),
        providers=pseudonyms(secret, "aanbieder", rows.providers[row].tolist()),
        keys=address_keys(secret, series, labels, persons),
    )
    return replace(found, digest=snapshot_digest(secret, found))


def homes(chunks: Sequence[tuple[Floats, Floats, str, Labels]]) -> Homes:
    """BAG objects in use per atom.

    Args:
        chunks: Coordinates, their coordinate reference system and the municipality of objects in use, "" for those
            outside.
    """
    indexers: dict[str, PointIndexer] = {}
    cells, codes = [], []
    for x, y, crs, labels in chunks:
        indexer = indexers.setdefault(crs, PointIndexer(crs, BASE_RESOLUTION))
        found = indexer.index(x, y)
        inside = (found > 0) & (labels.names[labels.numbers] != "")
        cells.append(found[inside])
        codes.append(labels.take(inside).text().astype(str))
    cell, code = np.concatenate([*cells, np.zeros(0, np.uint64)]), np.concatenate([*codes, np.zeros(0, "U4")])
    names, numbers = np.unique(code, return_inverse=True)
    order = np.lexsort((cell, numbers))
    cell, numbers = cell[order], numbers[order]
    new = np.concatenate([[True], (cell[1:] != cell[:-1]) | (numbers[1:] != numbers[:-1])])[: len(cell)]
    start = np.flatnonzero(new)
    counts: Integers = np.diff(np.append(start, len(cell))).astype(np.int64)
    return Homes(cell[start], Labels(names.astype(object), numbers[start].astype(np.int64)), counts)
