"""The other side of a national border: how far it is, who is there, and what is known there, which is seldom anything.

Registrations cover the Netherlands only. What lies across the border is unknown, never zero, and what others know of
it stands beside a cluster as context: it is never added to what is counted or expected.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..arrays import Floats, Integers, Text
from ..geometry import locate, shapely_library

#: The own country.
OWN = "NL"

#: Two layers draw the same border with different detail: those of the Dutch municipalities (CBS, generalised) and of
#: the Belgian ones lie up to about this far apart (m).
SAME_BORDER = 1000.0

_M2_PER_KM2 = 1e6

#: How countries are written: codes of two and three letters, names in four languages.
_COUNTRIES = {
    "NL": ("nl", "nld", "nederland", "netherlands", "the netherlands", "niederlande", "pays-bas"),
    "DE": ("de", "deu", "ger", "duitsland", "germany", "deutschland", "allemagne"),
    "BE": ("be", "bel", "belgië", "belgie", "belgium", "belgien", "belgique", "vlaanderen", "wallonië"),
    "LU": ("lu", "lux", "luxemburg", "luxembourg"),
    "FR": ("fr", "fra", "frankrijk", "france", "frankreich"),
}
_CODES = {name: code for code, names in _COUNTRIES.items() for name in names}


def country_code(text: str) -> str:
    """Code of two letters of a country, however it is written; the text itself for others, "" for none.

    Args:
        text: As a layer has it.
    """
    plain = text.strip()
    return _CODES.get(plain.lower().rstrip("."), plain)


@dataclass(frozen=True)
class ForeignAreas:
    """Municipalities or districts of other countries.

    Attributes:
        land: n country codes, "" where unknown.
        name: n names.
        density: Addresses or known housing locations per km2, NaN where unknown.
        polygons: n Shapely polygons in RD New.
    """

    land: Text
    name: Text
    density: Floats
    polygons: npt.NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.land)


@dataclass(frozen=True)
class Places:
    """Addresses or known housing locations in other countries, in RD New (m)."""

    x: Floats
    y: Floats

    def __len__(self) -> int:
        return len(self.x)


@dataclass(frozen=True)
class NationalBorder:
    """Borders with other countries.

    Attributes:
        land: n codes of the countries on the other side, "" where unknown.
        shapes: n Shapely lines, or polygons of these countries, in RD New.
    """

    land: Text
    shapes: npt.NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.land)


@dataclass(frozen=True)
class Facing:
    """What lies across the border of k clusters.

    Attributes:
        distance: To the nearest national border (m), NaN if no border is known.
        lands: Codes of the countries within reach, joined by commas.
        across: The foreign areas that are nearest, one for each country within reach, as text; "" if unknown.
        places: Known locations across the border within reach, NaN if unknown.
        density: The same per km2, NaN if unknown.
        covered: Part of the foreign land within reach of which these are known, NaN if its extent is unknown.
    """

    distance: Floats
    lands: Text
    across: Text
    places: Floats
    density: Floats
    covered: Floats


# The border --------------------------------------------------------------------------------------------------------


def national_border(
    given: Optional[NationalBorder], municipalities: npt.NDArray[np.object_], areas: ForeignAreas
) -> NationalBorder:
    """The border to measure from.

    Lines are taken as they are, and so are polygons of other countries. Of a polygon of the own country, and of the
    municipalities if nothing was given, only the edge counts that lies against foreign areas: the rest of it is coast,
    or the edge of what was given.

    Args:
        given: Lines or polygons; None to go by municipalities and foreign areas alone.
        municipalities: Shapely polygons in RD New.
        areas: Foreign areas, none to know of none.
    """
    shapely = shapely_library()
    if given is None:
        return _against(municipalities, areas)
    at_home = shapely.point_on_surface(municipalities)
    flat = shapely.get_dimensions(given.shapes) == 2
    home = np.array([bool(shapely.intersects(shape, at_home).any()) for shape in given.shapes], dtype=np.bool_)
    own = flat & ((given.land == OWN) | ((given.land == "") & home))
    if own.all() and len(own):
        return _against(given.shapes, areas)
    return NationalBorder(given.land[~own], given.shapes[~own])


def _against(own: npt.NDArray[np.object_], areas: ForeignAreas) -> NationalBorder:
    """The edge of the own polygons where it lies against foreign areas, for each country."""
    shapely = shapely_library()
    edge = shapely.boundary(shapely.union_all(own))
    near = shapely.STRtree(areas.polygons).query(shapely.buffer(edge, SAME_BORDER), predicate="intersects")
    lands, pieces = [], []
    for land in sorted(set(areas.land[near].tolist())):
        beside = shapely.buffer(shapely.union_all(areas.polygons[near[areas.land[near] == land]]), SAME_BORDER)
        piece = shapely.intersection(edge, beside)
        if not piece.is_empty:
            lands.append(land)
            pieces.append(piece)
    return NationalBorder(_objects(lands), _objects(pieces))


# Across it ---------------------------------------------------------------------------------------------------------


def facing(
    shapes: npt.NDArray[np.object_],
    border: NationalBorder,
    areas: ForeignAreas,
    places: Optional[Places],
    municipalities: npt.NDArray[np.object_],
    reach: float,
) -> Facing:
    """What lies across the border of clusters.

    Args:
        shapes: k Shapely polygons in RD New.
        border: The national border.
        areas: Foreign areas.
        places: Known locations; None if none were given.
        municipalities: Shapely polygons of the own country: a location in one of them is not abroad.
        reach: How far across is looked, from the edge of the cluster (m).
    """
    shapely = shapely_library()
    k = len(shapes)
    apart = shapely.distance(shapes[:, None], border.shapes[None, :]) if k and len(border) else np.zeros((k, 0))
    distance = apart.min(axis=1) if apart.shape[1] else np.full(k, np.nan)
    known = _Known(areas, places, municipalities)
    lands, across = _objects([""] * k), _objects([""] * k)
    figures = np.full((3, k), np.nan)
    for at in np.flatnonzero(distance <= reach):
        sides = set(border.land[apart[at] <= reach].tolist())
        lands[at], across[at] = known.opposite(shapes[at], sides, reach)
        figures[:, at] = known.beside(shapely.buffer(shapes[at], reach))
    return Facing(distance, lands, across, figures[0], figures[1], figures[2])


class _Known:
    """What is known of the other side.

    Args:
        areas: Foreign areas.
        places: Known locations; None if none were given.
        municipalities: Shapely polygons of the own country.
    """

    def __init__(self, areas: ForeignAreas, places: Optional[Places], municipalities: npt.NDArray[np.object_]) -> None:
        self._areas = areas
        self._tree = shapely_library().STRtree(areas.polygons)
        self._places = None
        self._owner: Integers = np.empty(0, dtype=np.int64)
        if places is not None:
            abroad = locate(places.x, places.y, municipalities) < 0
            self._places = Places(places.x[abroad], places.y[abroad])
            self._owner = locate(self._places.x, self._places.y, areas.polygons)

    def opposite(self, shape: Any, sides: set[str], reach: float) -> tuple[str, str]:
        """Countries within reach, and the nearest area of each with its country."""
        shapely = shapely_library()
        near = np.sort(self._tree.query(shapely.buffer(shape, reach), predicate="intersects"))
        apart = shapely.distance(shape, self._areas.polygons[near])
        seen: dict[str, str] = {}
        for at in near[np.argsort(apart, kind="stable")].tolist():
            land = self._areas.land[at]
            if land in sides or not land or not (sides - {""}):
                seen.setdefault(land, f"{self._areas.name[at]} ({land})" if land else self._areas.name[at])
        lands = sorted((sides | set(seen)) - {""})
        return ",".join(lands), ", ".join(seen.values())

    def beside(self, zone: Any) -> tuple[float, float, float]:
        """Known locations abroad in a zone, the same per km2, and the part of the foreign land that they cover.

        Points say where something is, not where nobody looked: an area without any in the zone is unknown.
        """
        shapely = shapely_library()
        unknown = float("nan")
        near = self._tree.query(zone, predicate="intersects")
        km2 = shapely.area(shapely.intersection(self._areas.polygons[near], zone)) / _M2_PER_KM2
        density, places = self._areas.density[near], unknown
        covered = np.isfinite(density)
        if self._places is not None:
            inside = _within(self._places, zone)
            counted = np.bincount(self._owner[inside][self._owner[inside] >= 0], minlength=len(self._areas))[near]
            covered = counted > 0
            density = np.divide(counted, km2, out=np.zeros(len(near)), where=km2 > 0)
            places = float(counted.sum() if len(near) else len(inside)) or unknown
        total, of = float(km2.sum()), float(km2[covered].sum())
        average = float((density[covered] * km2[covered]).sum()) / of if of > 0 else unknown
        return places, average, of / total if total > 0 else unknown


def _within(places: Places, zone: Any) -> Integers:
    """Positions of the places in a zone."""
    shapely = shapely_library()
    west, south, east, north = zone.bounds
    at = np.flatnonzero((places.x >= west) & (places.x <= east) & (places.y >= south) & (places.y <= north))
    shapely.prepare(zone)
    return np.asarray(at[shapely.intersects_xy(zone, places.x[at], places.y[at])])


def _objects(values: list[Any]) -> npt.NDArray[np.object_]:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


def no_areas() -> ForeignAreas:
    """No foreign areas."""
    return ForeignAreas(_objects([]), _objects([]), np.empty(0), _objects([]))
