"""Holiday parks against the truth tables of a demo region."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from osgeo import ogr

from tools.confusion import Confusion

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
    positions = _positions(folder / "bag-light.gpkg")
    objects: dict[str, list[tuple[float, float]]] = {}
    for row in _rows(folder / "waarheid_objecten.csv"):
        objects.setdefault(row["locatie_id"], []).append(positions[row["adresseerbaarobject_id"]])
    planted = [row for row in _rows(folder / "waarheid_locaties.csv") if row["soort"] == KIND]
    holds = np.zeros((len(planted), len(polygons)), dtype=np.bool_)
    for at, row in enumerate(planted):
        middle = shapely.intersects_xy(polygons, float(row["x"]), float(row["y"]))
        holds[at] = middle | _holds_half(polygons, objects.get(row["id"], []))
    found = holds.any(axis=1).tolist()
    return Confusion(
        tp=tuple(row["id"] for row, hit in zip(planted, found) if hit),
        fp=tuple(name for name, hit in zip(ids, holds.any(axis=0).tolist()) if not hit),
        fn=tuple(row["id"] for row, hit in zip(planted, found) if not hit),
    )


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


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
