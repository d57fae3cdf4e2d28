"""Where fetched objects go: a draft that grows on disk, or memory for what is small."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from ..core.tables import Column, Table
from ..core.tiles import Tile


@dataclass(frozen=True)
class StoredLayer:
    """A layer that grows.

    Attributes:
        name: Its name.
        fields: Field -> 'text', 'integer' or 'real'; the first one tells objects apart.
        geometry: 'Point' or 'MultiPolygon'.
        description: What it is, for the file's table of contents.
    """

    name: str
    fields: Mapping[str, str]
    geometry: str
    description: str

    @property
    def key(self) -> str:
        """The field that tells objects apart."""
        return next(iter(self.fields))

    def table(self) -> Table:
        """The layer without objects."""
        columns = tuple(Column(name, kind, []) for name, kind in self.fields.items())
        return Table(self.name, columns, self.geometry, (), self.description)


class Store(Protocol):
    """Where fetched objects go; it remembers which tiles are done."""

    def add(self, layer: str, columns: Mapping[str, Iterable[Any]], wkb: npt.NDArray[np.object_]) -> None:
        """Adds objects that are not there yet.

        Args:
            layer: Name of the layer.
            columns: Field -> n values.
            wkb: n geometries.
        """

    def waiting(self, kind: str, tiles: Iterable[Tile], area: Any) -> list[Tile]:
        """The tiles that are still to be fetched, quarters of split ones included.

        Args:
            kind: What is fetched.
            tiles: Tiles that cover the area.
            area: A Shapely polygon in RD New.
        """

    def done(self, kind: str, tile: Tile) -> None:
        """Remembers that all objects of a tile are there."""

    def split(self, kind: str, tile: Tile) -> None:
        """Remembers that a tile is to be had in quarters."""

    def count(self, layer: str) -> int:
        """Number of objects in a layer."""


@dataclass
class MemoryStore:
    """One small layer in memory, for one run.

    Attributes:
        layer: What grows.
    """

    layer: StoredLayer
    _rows: dict[Any, tuple[Sequence[Any], bytes]] = field(default_factory=dict)

    def add(self, layer: str, columns: Mapping[str, Iterable[Any]], wkb: npt.NDArray[np.object_]) -> None:
        """Adds objects that are not there yet; see Store."""
        for *cells, shape in zip(*(columns[name] for name in self.layer.fields), wkb):
            self._rows.setdefault(cells[0], (cells, shape))

    def waiting(self, kind: str, tiles: Iterable[Tile], area: Any) -> list[Tile]:
        """All tiles: nothing is left of an earlier run."""
        return list(tiles)

    def done(self, kind: str, tile: Tile) -> None:
        """Nothing to remember for a later run."""

    def split(self, kind: str, tile: Tile) -> None:
        """Nothing to remember for a later run."""

    def count(self, layer: str) -> int:
        """Number of objects."""
        return len(self._rows)

    def table(self) -> Table:
        """The layer with its objects, in the order of what tells them apart."""
        rows = [self._rows[key] for key in sorted(self._rows, key=str)]
        values = list(zip(*(cells for cells, _ in rows))) or [()] * len(self.layer.fields)
        columns = tuple(Column(name, kind, list(v)) for (name, kind), v in zip(self.layer.fields.items(), values))
        return replace(self.layer.table(), columns=columns, wkb=[shape for _, shape in rows])
