"""GeoPackages through OGR: version 1.2, EPSG:28992, with a spatial index, the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import shapely
from osgeo import gdal, ogr, osr

#: What the files say about their last change: a fixed moment, as the content has no other.
_LAST_CHANGE = "2026-09-01T06:00:00.000Z"

TEXT, INTEGER, LARGE_INTEGER = ogr.OFTString, ogr.OFTInteger, ogr.OFTInteger64
REAL, DATE = ogr.OFTReal, ogr.OFTDate


@dataclass(frozen=True)
class Layer:
    """A layer to write.

    Attributes:
        name: Of the layer.
        geometry: OGR geometry type.
        fields: Name and OGR type of each column.
        rows: One sequence of values a feature, None for absent ones.
        shapes: A geometry for each row (EPSG:28992).
    """

    name: str
    geometry: int
    fields: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Any]]
    shapes: Sequence[shapely.Geometry]


class _FixedDate:
    """Makes GDAL write a fixed date while it lasts."""

    def __enter__(self) -> None:
        gdal.SetConfigOption("OGR_CURRENT_DATE", _LAST_CHANGE)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        gdal.SetConfigOption("OGR_CURRENT_DATE", None)


def write_geopackage(path: Path, layers: Sequence[Layer]) -> None:
    """Writes a new file.

    Args:
        path: Replaced if it exists.
        layers: In this order.
    """
    path.unlink(missing_ok=True)
    gdal.UseExceptions()
    with _FixedDate():
        driver = ogr.GetDriverByName("GPKG")
        dataset = driver.CreateDataSource(str(path), options=["VERSION=1.2", "ADD_GPKG_OGR_CONTENTS=YES"])
        for layer in layers:
            _write_layer(dataset, layer)
        dataset = None


def _write_layer(dataset: ogr.DataSource, layer: Layer) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(28992)
    options = ["FID=feature_id", "GEOMETRY_NAME=geom", "SPATIAL_INDEX=YES"]
    target = dataset.CreateLayer(layer.name, reference, layer.geometry, options)
    for name, kind in layer.fields:
        target.CreateField(ogr.FieldDefn(name, kind))
    definition = target.GetLayerDefn()
    target.StartTransaction()
    for row, wkb in zip(layer.rows, shapely.to_wkb(list(layer.shapes))):
        feature = ogr.Feature(definition)
        for position, value in enumerate(row):
            if value is not None:
                feature.SetField(position, value)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
        target.CreateFeature(feature)
    target.CommitTransaction()
