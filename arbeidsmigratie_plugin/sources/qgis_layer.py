"""Layers of QGIS, whatever their provider; what is a file on disk is read in bulk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Optional, Union

import numpy as np
import numpy.typing as npt
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.arrays import labels, text
from ..core.errors import CrsMissingError
from .vector import UNDEFINED, Chunk, Layer, OgrLayer, layer_names

#: GDAL from which a layer gives its Arrow stream to Python.
_ARROW_GDAL = 3060000
_CHUNK = 65536

#: Parts of an OGR source that the bulk reader understands too.
_PLAIN_PARTS = {"path", "layerName", "layerId"}


def open_qgis_layer(layer: QgsVectorLayer, source: Optional[QgsProcessingFeatureSource] = None) -> Layer:
    """The fastest way to read a layer that gives the same objects.

    Args:
        layer: The layer.
        source: What the user chose of it (a selection, a filter); None for all objects.
    """
    whole = source is None or source.featureCount() == layer.featureCount()
    plain = layer.providerType() == "ogr" and not layer.isEditable() and not layer.subsetString()
    if whole and plain and int(gdal.VersionInfo()) >= _ARROW_GDAL:
        parts = {
            key: value
            for key, value in QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).items()
            if value
        }
        if set(parts) <= _PLAIN_PARTS and "layerId" not in parts and Path(parts["path"]).is_file():
            return OgrLayer(Path(parts["path"]), parts.get("layerName"), crs_name(layer.crs()))
    return QgisLayer(layer.name(), source or layer, layer.crs())


def layer_path(layer: QgsVectorLayer) -> Optional[Path]:
    """The file of a layer that stands for a file as a whole, not for one layer in it; else None.

    Args:
        layer: The layer.
    """
    if layer.providerType() != "ogr" or layer.isEditable() or layer.subsetString():
        return None
    path = Path(layer.source())
    return path if path.is_file() else None


def file_of(layer: QgsVectorLayer) -> Optional[Path]:
    """The file that a layer is in, None if it is in none.

    Args:
        layer: The layer.
    """
    if layer.providerType() != "ogr":
        return None
    path = Path(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or "")
    return path if path.is_file() else None


def siblings(layer: QgsVectorLayer, names: Sequence[str]) -> tuple[str, ...]:
    """Other layers of these names in the file of a layer that has one of them itself.

    Args:
        layer: The layer.
        names: Names that belong together.
    """
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    given, path = parts.get("layerName"), Path(parts.get("path") or "")
    if given not in names or not path.is_file():
        return ()
    present = layer_names(path)
    return tuple(name for name in names if name != given and name in present)


def crs_name(crs: QgsCoordinateReferenceSystem) -> str:
    """Name of a coordinate reference system, or its WKT; "" if it is not valid.

    Args:
        crs: Of a layer.
    """
    if not crs.isValid() or crs.description().startswith(UNDEFINED):
        return ""
    return str(crs.authid() or crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT2_2019))


class QgisLayer:
    """A layer of any provider, read feature by feature.

    Args:
        label: Name for messages.
        source: The layer, or what the user chose of it.
        crs: Its coordinate reference system.
    """

    def __init__(
        self,
        label: str,
        source: Union[QgsVectorLayer, QgsProcessingFeatureSource],
        crs: QgsCoordinateReferenceSystem,
    ) -> None:
        self.label = label
        self._source = source
        self._crs = crs

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields."""
        return tuple(self._source.fields().names())

    @property
    def count(self) -> int:
        """Number of objects, -1 if unknown."""
        return int(self._source.featureCount())

    def crs(self) -> str:
        """Name of the coordinate reference system, or its WKT."""
        name = crs_name(self._crs)
        if not name:
            raise CrsMissingError(layer=self.label)
        return name

    def chunks(self, columns: Sequence[str], labelled: Sequence[str] = ()) -> Iterator[Chunk]:
        """All objects with these columns, some tens of thousands at a time."""
        at = [self._source.fields().lookupField(name) for name in (*columns, *labelled)]
        rows: list[tuple[Any, ...]] = []
        for feature in self._features(at):
            rows.append((_wkb(feature), *(_value(feature, i) for i in at)))
            if len(rows) == _CHUNK:
                yield _chunk(rows, columns, labelled)
                rows = []
        if rows:
            yield _chunk(rows, columns, labelled)

    def _features(self, attributes: list[int]) -> Iterator[QgsFeature]:
        request = QgsFeatureRequest().setSubsetOfAttributes(attributes)
        if isinstance(self._source, QgsProcessingFeatureSource):
            return iter(
                self._source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
            )
        return iter(self._source.getFeatures(request))


def _wkb(feature: QgsFeature) -> Optional[bytes]:
    geometry = feature.geometry()
    return None if geometry.isEmpty() else bytes(geometry.asWkb())


def _value(feature: QgsFeature, at: int) -> Any:
    value = feature.attribute(at)
    if value is None or (hasattr(value, "isNull") and value.isNull()):
        return None
    return value.toString("yyyy-MM-dd") if hasattr(value, "toString") else value


def _chunk(rows: list[tuple[Any, ...]], columns: Sequence[str], labelled: Sequence[str]) -> Chunk:
    wkb, *values = zip(*rows)
    geometries = np.full(len(rows), None, dtype=object)
    geometries[:] = wkb
    arrays = [_array(column) for column in values]
    return Chunk(
        dict(zip(columns, arrays)),
        {name: labels(text(array)) for name, array in zip(labelled, arrays[len(columns) :])},
        geometries,
    )


def _array(values: Sequence[Any]) -> npt.NDArray[Any]:
    """A column as the bulk reader gives it: numbers, or strings with "" for absent."""
    if all(v is None or isinstance(v, (int, float)) for v in values):
        if any(v is None for v in values):
            return np.array([np.nan if v is None else v for v in values], dtype=np.float64)
        return np.array(values)
    out = np.empty(len(values), dtype=object)
    out[:] = ["" if v is None else str(v) for v in values]
    return out
