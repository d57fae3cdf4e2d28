"""Holiday parks against the truth tables of a demo region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from osgeo import ogr

from tools.confusion import Confusion
from tools.confusion.truth import CIRCLES, ORDINARY, kind, locations, objects

KIND = "vakantiepark"

_OBJECT_LAYERS = ("verblijfsobject", "standplaats", "ligplaats")


def compare_parks(folder: Path, output: Path) -> Confusion:
    """What 'vakantieparken' lists against what was planted.

    A planted park is found where a polygon holds its point, or at least half of its objects.

    Args:
        folder: Of the demo region, with bag-light.gpkg and the truth tables.
        output: GeoPackage with the layer vakantieparken.

    Returns:
        Identifiers of planted locations; of what was not planted the park_id.
    """
    ids, polygons = _listed(output)
    parks = [row for row in locations(folder) if row["soort"] == KIND]
    holds = _holds(folder, parks, polygons)
    found = holds.any(axis=1).tolist()
    return Confusion(
        tp=tuple(row["id"] for row, hit in zip(parks, found) if hit),
        fp=tuple(name for name, hit in zip(ids, holds.any(axis=0).tolist()) if not hit),
        fn=tuple(row["id"] for row, hit in zip(parks, found) if not hit),
    )


def kinds_of_parks(folder: Path, output: Path, park_ids: Iterable[str]) -> Counter[str]:
    """What was planted in listed places: 'soort/subsoort', or ORDINARY; of several the one with the most units.

    Args:
        folder: Of the demo region, with bag-light.gpkg and the truth tables.
        output: GeoPackage with the layer vakantieparken.
        park_ids: Of the places.
    """
    wanted = set(park_ids)
    ids, polygons = _listed(output)
    chosen = [at for at, name in enumerate(ids) if name in wanted]
    others = [row for row in locations(folder) if row["soort"] not in CIRCLES]
    others.sort(key=lambda row: -int(row["eenheden"]))
    holds = _holds(folder, others, polygons[chosen])
    return Counter(kind(others[int(inside.argmax())]) if inside.any() else ORDINARY for inside in holds.T)


def kinds_of_planted(folder: Path, ids: Iterable[str]) -> Counter[str]:
    """As what locations were planted: 'soort/subsoort'.

    Args:
        folder: Of the demo region.
        ids: Of the locations.
    """
    kinds = {row["id"]: kind(row) for row in locations(folder)}
    return Counter(kinds[name] for name in ids)


def _holds(folder: Path, rows: Sequence[dict[str, str]], polygons: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """(n, k): whether each of n locations lies in each of k polygons, by its point or half of its objects."""
    positions = _positions(folder / "bag-light.gpkg")
    members: dict[str, list[tuple[float, float]]] = {}
    for row in objects(folder):
        members.setdefault(row["locatie_id"], []).append(positions[row["adresseerbaarobject_id"]])
    holds = np.zeros((len(rows), len(polygons)), dtype=np.bool_)
    for at, row in enumerate(rows):
        middle = shapely.intersects_xy(polygons, float(row["x"]), float(row["y"]))
        holds[at] = middle | _holds_half(polygons, members.get(row["id"], []))
    return holds


def _holds_half(polygons: np.ndarray[Any, Any], points: Sequence[tuple[float, float]]) -> np.ndarray[Any, Any]:
    """Whether each polygon holds at least half of the points, if there are any."""
    if not points:
        return np.zeros(len(polygons), dtype=np.bool_)
    x, y = np.array(points).T
    inside = shapely.intersects_xy(polygons[:, None], x[None, :], y[None, :])
    return np.asarray(inside.sum(axis=1) * 2 >= len(points))


def _listed(output: Path) -> tuple[list[str], np.ndarray[Any, Any]]:
    file = ogr.Open(str(output))
    rows = [(f["park_id"], bytes(f.GetGeometryRef().ExportToWkb())) for f in file.GetLayerByName("vakantieparken")]
    polygons = shapely.from_wkb(np.array([*(wkb for _, wkb in rows), None], dtype=object)[:-1])
    return [name for name, _ in rows], polygons


def _positions(bag: Path) -> dict[str, tuple[float, float]]:
    """A point of every object of the BAG."""
    file = ogr.Open(str(bag))
    found = {}
    for name in _OBJECT_LAYERS:
        for feature in file.GetLayerByName(name):
            point = feature.GetGeometryRef().Centroid()
            found[feature["identificatie"]] = (point.GetX(), point.GetY())
    return found
