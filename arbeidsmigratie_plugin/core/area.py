"""The area of a run: the region itself, and around it a guard zone so that one does not stop seeing at the border."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from .arrays import Flags, Floats, Labels, Text, labels
from .geometry import shapely_library
from .municipalities import Municipalities

#: Straight pieces in a quarter of a circle.
_SEGMENTS = 64

#: Objects can lie a little outside the municipality that keeps them (m).
_SLACK = 100.0


@dataclass(frozen=True)
class Area:
    """A region and its guard zone.

    Attributes:
        region: Municipalities of the region; none if the area is made of other polygons.
        around: All municipalities that are known, to tell in which one an object lies.
        core: The region as one Shapely polygon in RD New.
        guard: Width of the guard zone (m).
    """

    region: Municipalities
    around: Municipalities
    core: Any
    guard: float

    @cached_property
    def whole(self) -> Any:
        """Region and guard zone as one polygon."""
        return self._prepared(_around(self.core, self.guard) if self.guard > 0 else self.core)

    @cached_property
    def fetched(self) -> Any:
        """What is asked of a service: a little more than is kept, where objects can belong to it by their code."""
        return self._prepared(_around(self.core, max(self.guard, _SLACK))) if len(self.region) else self.whole

    @property
    def municipalities(self) -> Municipalities:
        """Those of the region and those that the guard zone touches."""
        inside = np.isin(self.around.code.astype(str), self.region.code.astype(str))
        return self.around.take(inside | (self.touches(self.around.polygons) if self.guard > 0 else False))

    @property
    def unknown_km2(self) -> float:
        """How much of the guard zone lies in no municipality: across the national border or at sea (km2).

        What is there is unknown, not zero. NaN where no municipalities are known.
        """
        if not len(self.around):
            return math.nan
        land = shapely_library().union_all(self.municipalities.polygons)
        return float(self.whole.difference(land).area) / 1e6

    @staticmethod
    def _prepared(polygon: Any) -> Any:
        shapely_library().prepare(polygon)
        return polygon

    def codes_of(self, own: Labels, x: Floats, y: Floats) -> Labels:
        """The municipality of each object: as it says itself if that is known, else by its position, else as it says.

        Args:
            own: n codes, "" where unknown.
            x: n eastings in RD New (m).
            y: n northings.
        """
        if not len(self.around):
            return own
        found = self.around.codes_of(own, x, y).text()
        return labels(np.where(found.astype(str) == "", own.text(), found))

    def inside(self, codes: Text, x: Floats, y: Floats) -> Flags:
        """Whether objects belong to the region itself.

        Args:
            codes: n municipality codes, "" where unknown.
            x: n eastings in RD New (m).
            y: n northings.
        """
        if len(self.region):
            return np.isin(codes.astype(str), self.region.code.astype(str))
        return np.asarray(shapely_library().intersects_xy(self._prepared(self.core), x, y))

    def keeps(self, inside: Flags, x: Floats, y: Floats) -> Flags:
        """Whether objects are kept: those of the region, and those in the guard zone.

        What lies outside of what was asked for is not: a service gives whole tiles, a file does not.

        Args:
            inside: n answers of inside().
            x: n eastings in RD New (m), NaN without geometry.
            y: n northings.
        """
        shapely = shapely_library()
        around = inside & shapely.intersects_xy(self.fetched, x, y)
        return np.asarray(around | shapely.intersects_xy(self.whole, x, y))

    def touches(self, polygons: npt.NDArray[np.object_]) -> Flags:
        """Whether polygons have a point in common with region or guard zone.

        Args:
            polygons: n Shapely polygons in RD New.
        """
        return np.asarray(shapely_library().intersects(self.whole, polygons))


def _around(core: Any, distance: float) -> Any:
    """All that lies within a distance (m): never less, and at most a ten-thousandth of it more at corners."""
    return core.buffer(distance / math.cos(math.pi / (4 * _SEGMENTS)), quad_segs=_SEGMENTS)


def area_of(region: Municipalities, around: Municipalities, guard: float) -> Area:
    """The area of municipalities.

    Args:
        region: Municipalities of the region.
        around: All municipalities that are known.
        guard: Width of the guard zone (m).
    """
    return Area(region, around, shapely_library().union_all(region.polygons), guard)


def area_of_polygons(polygons: npt.NDArray[np.object_], around: Municipalities, guard: float) -> Area:
    """The area of polygons that a user gave.

    Args:
        polygons: n Shapely polygons in RD New.
        around: All municipalities that are known, if any.
        guard: Width of the guard zone (m).
    """
    nothing = np.empty(0, dtype=object)
    core = shapely_library().union_all(polygons)
    return Area(Municipalities(nothing, nothing, nothing), around, core, guard)
