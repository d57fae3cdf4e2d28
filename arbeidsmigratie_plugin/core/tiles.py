"""Rectangles in which an area is fetched: small enough to finish, large enough to be few."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

from .geometry import shapely_library

#: Width and height of a tile at most (m), as PDOK's own developers advise for its services.
LARGEST_TILE = 10_000

#: The same for objects that are so rare that smaller tiles would mostly be empty.
LARGEST_SPARSE_TILE = 50_000


@dataclass(frozen=True)
class Tile:
    """A rectangle in RD New, in metres; its edges belong to it.

    Attributes:
        west: Lowest easting.
        south: Lowest northing.
        east: Highest easting.
        north: Highest northing.
    """

    west: float
    south: float
    east: float
    north: float

    @property
    def key(self) -> str:
        """Its name: the same tile has the same name in every run."""
        return f"{self.west:.3f},{self.south:.3f},{self.east:.3f},{self.north:.3f}"

    @property
    def size(self) -> float:
        """The longer of width and height (m)."""
        return max(self.east - self.west, self.north - self.south)

    def quarters(self) -> tuple[Tile, Tile, Tile, Tile]:
        """Four tiles that together are this one."""
        x, y = (self.west + self.east) / 2, (self.south + self.north) / 2
        return (
            Tile(self.west, self.south, x, y),
            Tile(x, self.south, self.east, y),
            Tile(self.west, y, x, self.north),
            Tile(x, y, self.east, self.north),
        )

    def touches(self, area: Any) -> bool:
        """Whether it has a point in common with an area.

        Args:
            area: A Shapely polygon in RD New.
        """
        shapely = shapely_library()
        return bool(shapely.intersects(area, shapely.box(self.west, self.south, self.east, self.north)))


def covering(area: Any, largest: float = LARGEST_TILE) -> tuple[Tile, ...]:
    """Tiles of equal size that together cover an area, without those that don't touch it.

    Args:
        area: A Shapely polygon in RD New.
        largest: Width and height at most (m).
    """
    shapely = shapely_library()
    west, south, east, north = (float(side) for side in shapely.bounds(area))
    columns, rows = max(1, ceil((east - west) / largest)), max(1, ceil((north - south) / largest))
    width, height = (east - west) / columns, (north - south) / rows
    shapely.prepare(area)
    tiles = (
        Tile(west + column * width, south + row * height, west + (column + 1) * width, south + (row + 1) * height)
        for row in range(rows)
        for column in range(columns)
    )
    return tuple(tile for tile in tiles if tile.touches(area))
