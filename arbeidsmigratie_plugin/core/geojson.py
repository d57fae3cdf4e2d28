"""GeoJSON of web services as columns and WKB: one pass per page, no geometry object per feature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from .geometry import point_wkb, shapely_library


def column(features: Sequence[Mapping[str, Any]], name: str) -> npt.NDArray[np.object_]:
    """A property of each feature, None where it is absent: servers leave out what is null.

    Args:
        features: n GeoJSON features.
        name: Name of the property.
    """
    values = np.empty(len(features), dtype=object)
    values[:] = [(feature.get("properties") or {}).get(name) for feature in features]
    return values


def property_names(features: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The properties that occur, in the order in which they first do.

    Args:
        features: GeoJSON features.
    """
    return tuple(dict.fromkeys(chain.from_iterable(feature.get("properties") or () for feature in features)))


def first_position(features: Iterable[Mapping[str, Any]]) -> Optional[tuple[float, float]]:
    """Some position of the first feature that has one: all of a page are in the same coordinate system.

    Args:
        features: GeoJSON features.
    """
    for feature in features:
        position: Any = (feature.get("geometry") or {}).get("coordinates")
        while position and isinstance(position[0], list):
            position = position[0]
        if position:
            return float(position[0]), float(position[1])
    return None


def geometries(features: Sequence[Mapping[str, Any]]) -> npt.NDArray[np.object_]:
    """Geometries as WKB in two dimensions, None where there is none or one of another kind.

    Args:
        features: n GeoJSON features with points, polygons or multipolygons.
    """
    found = [feature.get("geometry") or {} for feature in features]
    kinds = np.array([geometry.get("type", "") for geometry in found], dtype=object)
    out = np.full(len(features), None, dtype=object)
    points = np.flatnonzero(kinds == "Point")
    if len(points):
        xy = np.array([found[at]["coordinates"][:2] for at in points], dtype=np.float64)
        out[points] = point_wkb(xy[:, 0], xy[:, 1])
    areas = np.flatnonzero((kinds == "Polygon") | (kinds == "MultiPolygon"))
    if len(areas):
        parts = [_parts(found[at]) for at in areas]
        out[areas] = _areas_wkb(parts)
    return out


def _parts(geometry: Mapping[str, Any]) -> list[Any]:
    """The polygons of a geometry, each a list of rings."""
    coordinates: list[Any] = geometry["coordinates"]
    return coordinates if geometry["type"] == "MultiPolygon" else [coordinates]


def _areas_wkb(areas: Sequence[Sequence[Any]]) -> npt.NDArray[np.object_]:
    """WKB of n areas, each a list of polygons, each a list of rings."""
    shapely = shapely_library()
    polygons = [polygon for parts in areas for polygon in parts]
    rings = [ring for polygon in polygons for ring in polygon]
    xy = np.array([position[:2] for ring in rings for position in ring], dtype=np.float64)
    of_ring = np.repeat(np.arange(len(rings)), [len(ring) for ring in rings])
    of_polygon = np.repeat(np.arange(len(polygons)), [len(polygon) for polygon in polygons])
    of_area = np.repeat(np.arange(len(areas)), [len(parts) for parts in areas])
    shapes = shapely.polygons(shapely.linearrings(xy, indices=of_ring), indices=of_polygon)
    return np.asarray(shapely.to_wkb(shapely.multipolygons(shapes, indices=of_area), byte_order=1), dtype=object)
