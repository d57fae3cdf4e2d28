"""The rows of a bag-light GeoPackage in memory, with their geometries in every coordinate system that is asked for."""

from __future__ import annotations

import hashlib
import json
import threading
import uuid
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

import numpy as np
import shapely
from osgeo import ogr
from pyproj import Transformer

RD = "EPSG:28992"
CRS84 = "OGC:CRS84"
LAYERS = ("verblijfsobject", "pand", "ligplaats", "standplaats", "woonplaats")

Row = dict[str, Any]


class Rows:
    """Rows with properties and geometry, in the order of their ids. `tree` and `geometry` are made when asked for."""

    def __init__(self, rows: Sequence[Row], geometry: Iterable[Any], fids: Optional[Sequence[int]] = None) -> None:
        self.rows = list(rows)
        self.fids = np.asarray(fids if fids is not None else np.arange(1, len(self.rows) + 1), dtype=np.int64)
        self._geometry = {RD: np.asarray(geometry, dtype=object)}
        self._trees: dict[str, shapely.STRtree] = {}
        self._index: dict[str, dict[str, list[int]]] = {}
        self._lock = threading.RLock()

    def __len__(self) -> int:
        return len(self.rows)

    def geometry(self, crs: str = RD) -> np.ndarray:
        """The geometries, x or longitude first."""
        with self._lock:
            if crs not in self._geometry:
                to = Transformer.from_crs(RD, crs, always_xy=True)
                self._geometry[crs] = shapely.transform(
                    self._geometry[RD], lambda xy: np.column_stack(to.transform(xy[:, 0], xy[:, 1]))
                )
            return self._geometry[crs]

    def within(self, box: Sequence[float], crs: str = RD) -> np.ndarray:
        """Positions of the rows that touch a box, in order."""
        with self._lock:
            if crs not in self._trees:
                self._trees[crs] = shapely.STRtree(self.geometry(crs))
        return np.sort(self._trees[crs].query(shapely.box(*box), predicate="intersects"))

    def where(self, field: str, value: str) -> list[int]:
        """Positions of the rows where a property, as text, is a value."""
        with self._lock:
            if field not in self._index:
                index: dict[str, list[int]] = {}
                for position, row in enumerate(self.rows):
                    index.setdefault("" if row.get(field) is None else str(row[field]), []).append(position)
                self._index[field] = index
        return self._index[field].get(value, [])

    def with_properties(self, rows: Sequence[Row]) -> Rows:
        """The same geometries with other properties."""
        other = Rows(rows, self._geometry[RD], self.fids)
        other._geometry, other._trees, other._lock = self._geometry, self._trees, self._lock
        return other


@lru_cache(maxsize=8)
def load(path: Path) -> dict[str, Rows]:
    """The layers of a bag-light GeoPackage; one that it lacks is empty."""
    dataset = ogr.Open(str(path))
    if dataset is None:
        raise FileNotFoundError(f"GDAL can not open {path}")
    return {name: _layer(dataset.GetLayerByName(name)) for name in LAYERS}


def _layer(layer: Optional[ogr.Layer]) -> Rows:
    if layer is None:
        return Rows([], [])
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
    positions = range(len(fields))
    rows, wkb, fids = [], [], []
    for feature in layer:
        rows.append(dict(zip(fields, [feature.GetField(i) for i in positions])))
        geometry = feature.GetGeometryRef()
        wkb.append(None if geometry is None else bytes(geometry.ExportToWkb(ogr.wkbNDR)))
        fids.append(feature.GetFID())
    return Rows(rows, shapely.from_wkb(wkb), fids)


def municipalities_2022(path: Path, provinces: Optional[Path] = None) -> Rows:
    """The municipalities of CBS's generalised file of 2022 (longitude, latitude), as BRK gives them."""
    rows, geometry = _geojson(path)
    areas = _geojson(provinces) if provinces is not None and provinces.exists() else ([], np.array([], dtype=object))
    inside = shapely.STRtree(areas[1]).query(shapely.point_on_surface(geometry), predicate="within")
    province = {int(a): areas[0][int(b)] for a, b in inside.T}
    named = []
    for position, row in enumerate(rows):
        of = province.get(position, {})
        named.append(municipality(row["statcode"][2:], row["statnaam"], *_province(of)))
    return Rows(named, geometry)


def _province(row: Row) -> tuple[Optional[str], Optional[str]]:
    return (row["prov_code"][0], row["prov_name"][0]) if row else (None, None)


def municipality(code: str, naam: str, provincie: Optional[str] = None, provincie_naam: Optional[str] = None) -> Row:
    """The properties of a gemeentegebied as BRK gives them."""
    return {
        "code": code,
        "identificatie": f"GM{code}",
        "ligt_in_provincie_code": provincie,
        "ligt_in_provincie_naam": provincie_naam,
        "naam": naam,
    }


def _geojson(path: Path) -> tuple[list[Row], np.ndarray]:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    to = Transformer.from_crs(CRS84, RD, always_xy=True)
    geometry = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    geometry = shapely.transform(geometry, lambda xy: np.column_stack(to.transform(xy[:, 0], xy[:, 1])))
    return [feature["properties"] for feature in features], geometry


def feature_uuid(kind: str, identificatie: str) -> str:
    """A version 5 UUID, the same for the same object in every run."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"standin:{kind}:{identificatie}"))


def digits(text: str, n: int = 10) -> str:
    """So many digits, made from a text."""
    return str(int(hashlib.sha256(text.encode()).hexdigest(), 16))[-n:]
