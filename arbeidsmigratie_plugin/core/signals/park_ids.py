"""Identifiers of holiday parks that stay the same from one date to the next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Text
from ..geometry import shapely_library
from ..grid import RD_NEW, index, names
from ..stock import Stock
from .park_areas import Grounds, within
from .park_facts import largest
from .park_places import Places
from .park_shapes import Shapes

#: Resolution of the cell that names an area without identifier: some 65 m from side to side.
_CELL_RESOLUTION = 10


@dataclass(frozen=True)
class Earlier:
    """Parks of an earlier run.

    Attributes:
        park_id: Identifier of each of k parks.
        polygons: Their outlines in RD New.
    """

    park_id: Text
    polygons: Shapes


def park_ids(stock: Stock, grounds: Grounds, places: Places) -> Text:
    """An identifier for each place that is the same next time.

    Of the map: the lowest lokaal_id of its areas, which does not depend on the BAG. Otherwise the lowest BAG identifier
    of its units and of what stands loose beside them: numbers are handed out in rising order, so that units that come
    later leave it as it is, and so does every unit that goes, except that one. An area without identifier or units is
    named after the H3 cell it lies in.

    Args:
        stock: The objects.
        grounds: Functional areas.
        places: m places.
    """
    found = np.full(places.count, "", dtype=object)
    lowest = np.full(places.count, np.iinfo(np.int64).max)
    np.minimum.at(lowest, places.of_unit, stock.ids[places.units.rows])
    near = np.flatnonzero(places.of_loose >= 0)
    np.minimum.at(lowest, places.of_loose[near], stock.ids[places.loose.rows[near]])
    bag = np.flatnonzero(lowest < np.iinfo(np.int64).max)
    found[bag] = [f"bag.{number:016d}" for number in lowest[bag].tolist()]
    unknown = np.flatnonzero(found == "")
    inner = shapely_library().point_on_surface(grounds.parks.polygons[largest(grounds, places)[unknown]])
    x, y = shapely_library().get_x(inner), shapely_library().get_y(inner)
    found[unknown] = [f"h3.{cell}" for cell in names(index(x, y, RD_NEW, _CELL_RESOLUTION))]
    known = [(len(name), name, place) for name, place in zip(grounds.parks.ids, places.of_area.tolist()) if name]
    for _, name, place in sorted(known, reverse=True):
        found[place] = f"top10nl.{name}"
    return found


def carried_over(ids: Text, polygons: Shapes, earlier: Earlier, overlap: float) -> Text:
    """Identifiers that parks had before, where there is an earlier run; no two parks get the same.

    A park keeps the identifier of the earlier park that mostly lies in it, or in which it mostly lies; of several the
    one with which it shares most, and each identifier goes to one park only.

    Args:
        ids: Identifiers of m parks by themselves.
        polygons: Their outlines.
        earlier: Parks of the earlier run.
        overlap: What part of the smaller of two outlines must lie in the other.
    """
    shapely = shapely_library()
    one, other, _ = within(polygons, earlier.polygons, 0.0)
    shared = shapely.area(shapely.intersection(polygons[one], earlier.polygons[other]))
    smaller = np.minimum(shapely.area(polygons[one]), shapely.area(earlier.polygons[other]))
    mostly = shared >= overlap * smaller
    pairs = sorted(zip((-shared[mostly]).tolist(), one[mostly].tolist(), earlier.park_id[other[mostly]].tolist()))
    kept: dict[int, str] = {}
    for _, park, name in pairs:
        if name and park not in kept and name not in kept.values():
            kept[park] = name
    return _unlike(ids, kept)


def _unlike(ids: Text, kept: dict[int, str]) -> Text:
    """Identifiers of which no two are equal: what was kept, and a number behind what is taken already."""
    taken = set(kept.values())
    out = ids.copy()
    for park, own in enumerate(ids.tolist()):
        name, number = kept.get(park, own), 2
        while park not in kept and name in taken:
            name, number = f"{own}-{number}", number + 1
        taken.add(name)
        out[park] = name
    return out
