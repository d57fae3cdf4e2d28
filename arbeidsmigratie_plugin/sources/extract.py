"""A region out of the national bag-light.gpkg: its spatial index says which objects, and only those are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from ..core.arrays import Flags, Integers
from ..core.errors import LayerMissingError
from ..core.geometry import shapely_library, wkb_to_rd
from ..core.grid import RD_NAMES
from ..core.names import find_fields
from ..core.phrases import phrase
from ..core.tiles import Tile
from .channel import Names
from .objects import BAG_REMEDY
from .vector import Chunk, OgrLayer, layer_names

#: Objects read at once.
_BATCH = 20_000

#: The index stores 32-bit coordinates: half a metre is far beyond their rounding.
_ROUNDING = 0.5


class BagFile:
    """A GeoPackage with the layers of bag-light.gpkg.

    Args:
        path: The file.

    Raises:
        FileMissingError: There is no such file.
        FileTypeError: It is of another kind.
        LayerMissingError: It is no bag-light GeoPackage.
    """

    in_order = True

    def __init__(self, path: Path) -> None:
        self._path = path
        self._area: Any = None
        self._names = layer_names(path)
        self.require("verblijfsobject")

    def require(self, kind: str) -> None:
        """Refuses a file without a layer that was asked for.

        Args:
            kind: Name of the layer.

        Raises:
            LayerMissingError: It is not there.
        """
        if kind not in self._names:
            found = ", ".join(self._names)
            raise LayerMissingError(
                file=self._path.name, expected=phrase("BAG layer {kind}", kind=kind), found=found, remedy=BAG_REMEDY
            )

    def address(self, kind: str) -> str:
        """Name of the file."""
        return self._path.name

    def tiles(self, area: Any, largest: float) -> tuple[Tile, ...]:
        """One tile: the index of the file makes smaller ones needless."""
        self._area = area.buffer(_ROUNDING)
        shapely_library().prepare(self._area)
        return (Tile(*(float(side) for side in self._area.bounds)),)

    def pages(self, kind: str, tile: Tile, names: Names) -> Iterator[Chunk]:
        """The objects that touch a tile; see Channel."""
        if kind not in self._names:  # a file of a region without moorings may lack their layer
            return
        layer = OgrLayer(self._path, kind)
        found = find_fields(layer.fields, names)
        crs = layer.crs()
        for ids in self._ids(layer, tile):
            for chunk in layer.chunks(list(found.values()), ids=ids):
                columns = {ours: chunk.columns[theirs] for ours, theirs in found.items()}
                yield Chunk(columns, {}, chunk.wkb if crs in RD_NAMES else wkb_to_rd(chunk.wkb, crs))

    def _ids(self, layer: OgrLayer, tile: Tile) -> Iterator[Integers]:
        """Numbers of the objects whose rectangle in the index touches the area, ascending, in batches."""
        entries = layer.index_entries(tile.west, tile.south, tile.east, tile.north)
        found = [ids[self._touch(boxes)] for ids, boxes in entries]
        ids = np.sort(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)
        for first in range(0, len(ids), _BATCH):
            yield ids[first : first + _BATCH]

    def _touch(self, boxes: Any) -> Flags:
        shapely = shapely_library()
        west, south, east, north = boxes
        point = (east - west < 1) & (north - south < 1)
        out = np.asarray(shapely.intersects_xy(self._area, (west + east) / 2, (south + north) / 2))
        wide = np.flatnonzero(~point & ~out)
        out[wide] = shapely.intersects(self._area, shapely.box(west[wide], south[wide], east[wide], north[wide]))
        return out
