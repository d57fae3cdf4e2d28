"""Vector files in bulk: read through OGR's Arrow stream into arrays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, Protocol

import numpy as np
import numpy.typing as npt
from osgeo import gdal

from ..core.arrays import Floats, Integers, Labels, labels
from ..core.errors import (
    CrsMissingError,
    FileDamagedError,
    FileMissingError,
    FileTypeError,
    LayerMissingError,
    SpatialIndexMissingError,
)
from ..core.phrases import phrase
from ..core.privacy import safe_file_name
from .quiet import open_vector, quiet_gdal

#: How GDAL names the coordinate system of a GeoPackage layer that has none.
UNDEFINED = "Undefined"

#: Suffixes of files that should have layers: when they can't be opened they are damaged, not of another kind.
_VECTOR_SUFFIXES = (".gpkg", ".geojson", ".json", ".fgb", ".gml", ".shp", ".sqlite")

#: More different texts in a chunk than this are told apart one by one.
_FEW = 64

#: After so many, most of a column of few different texts has been seen.
_FIRST = 8


@dataclass(frozen=True)
class Chunk:
    """Some objects of a layer.

    Attributes:
        columns: Field -> n values: text as strings with "" for absent, numbers, NaN for absent numbers.
        labels: Field -> n texts of which few differ.
        wkb: n geometries as WKB: bytes, None where absent, or packed (dtype V) where all have one length.
    """

    columns: dict[str, npt.NDArray[Any]]
    labels: dict[str, Labels]
    wkb: npt.NDArray[Any]

    def __len__(self) -> int:
        return len(self.wkb)


class Layer(Protocol):
    """What can be read in chunks: a layer of a file, or any layer of QGIS."""

    @property
    def label(self) -> str:
        """Name for messages."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields."""

    @property
    def count(self) -> int:
        """Number of objects, -1 if unknown."""

    def crs(self) -> str:
        """Name of the coordinate reference system, or its WKT.

        Raises:
            CrsMissingError: There is none.
        """

    def chunks(self, columns: Sequence[str], labelled: Sequence[str] = ()) -> Iterator[Chunk]:
        """All objects with these columns, flat in memory; of some columns few texts differ."""


class OgrLayer:
    """A layer of a vector file.

    Args:
        path: The file.
        name: Name of the layer; None for the first.
        crs: Its coordinate reference system where a user says it differs from the file's, else "".

    Raises:
        FileMissingError: There is no such file.
        FileTypeError: It is of another kind.
        FileDamagedError: It can't be read.
        LayerMissingError: It has no such layer.
    """

    def __init__(self, path: Path, name: Optional[str] = None, crs: str = "") -> None:
        self._dataset = _open(path)
        layer = self._dataset.GetLayer(0) if name is None else self._dataset.GetLayerByName(name)
        if layer is None:
            found = ", ".join(layer_names(path)) or phrase("no layer at all")
            wanted = phrase("layer '{name}'", name=name) if name else phrase("layer")
            raise LayerMissingError(
                file=safe_file_name(path.name), expected=wanted, found=found, remedy=phrase("the name of one of these")
            )
        self._layer = layer
        self.path = path
        self.name: str = layer.GetName()
        file = safe_file_name(path.name)
        self.label = (
            phrase("{file}, layer {layer}", file=file, layer=self.name) if self._dataset.GetLayerCount() > 1 else file
        )
        self._crs = crs

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields."""
        definition = self._layer.GetLayerDefn()
        return tuple(definition.GetFieldDefn(at).GetName() for at in range(definition.GetFieldCount()))

    @property
    def count(self) -> int:
        """Number of objects."""
        return int(self._layer.GetFeatureCount())

    def crs(self) -> str:
        """Name of the coordinate reference system, or its WKT."""
        if self._crs:
            return self._crs
        reference = self._layer.GetSpatialRef()
        if reference is None or reference.IsLocal() or reference.GetName().startswith(UNDEFINED):
            raise CrsMissingError(layer=self.label)
        authority, code = reference.GetAuthorityName(None), reference.GetAuthorityCode(None)
        return f"{authority}:{code}" if authority and code else str(reference.ExportToWkt())

    def chunks(
        self, columns: Sequence[str], labelled: Sequence[str] = (), ids: Optional[Integers] = None
    ) -> Iterator[Chunk]:
        """All objects with these columns, or those with these numbers, a batch of OGR at a time."""
        number = self._layer.GetFIDColumn() or "FID"
        only = None if ids is None else f'"{number}" IN ({",".join(map(str, ids.tolist()))})'
        self._layer.SetAttributeFilter(only)
        # GDAL 3.6 gives empty geometries, silently, when no attribute is asked for.
        read = [*columns, *labelled] or list(self.fields[:1])
        self._layer.SetIgnoredFields([name for name in self.fields if name not in read])
        geometry = self._layer.GetGeometryColumn() or "wkb_geometry"
        self._layer.ResetReading()
        for batch in self._layer.GetArrowStreamAsNumPy():
            size = len(next(iter(batch.values())))
            yield Chunk(
                {name: _plain(batch[name]) for name in columns},
                {name: _labels(batch[name]) for name in labelled},
                _geometries(batch.get(geometry), size),
            )

    def index_entries(
        self, west: float, south: float, east: float, north: float
    ) -> Iterator[tuple[Integers, tuple[Floats, ...]]]:
        """Numbers and rectangles of the objects in a rectangle, out of the spatial index of a GeoPackage.

        Args:
            west: Lowest easting.
            south: Lowest northing.
            east: Highest easting.
            north: Highest northing.

        Returns:
            Batches of n numbers, with n lowest eastings, lowest northings, highest eastings and highest northings.

        Raises:
            SpatialIndexMissingError: The layer has no spatial index.
        """
        index = f"rtree_{self.name}_{self._layer.GetGeometryColumn()}"
        touching = f"maxx >= {west!r} AND minx <= {east!r} AND maxy >= {south!r} AND miny <= {north!r}"
        sql = " ".join(("SELECT id, minx, miny, maxx, maxy FROM", f'"{index}"', "WHERE", touching))
        with quiet_gdal():
            try:
                found = self._dataset.ExecuteSQL(sql)
            except RuntimeError:
                found = None
        if found is None:
            raise SpatialIndexMissingError(layer=self.label)
        try:
            for batch in found.GetArrowStreamAsNumPy():
                ids = np.ma.getdata(batch["id"]).astype(np.int64)
                sides = (np.ma.getdata(batch[name]).astype(np.float64) for name in ("minx", "miny", "maxx", "maxy"))
                yield ids, tuple(sides)
        finally:
            self._dataset.ReleaseResultSet(found)


def _geometries(values: Optional[npt.NDArray[Any]], size: int) -> npt.NDArray[Any]:
    """The geometries of an Arrow batch; OGR packs those of equal length."""
    if values is None:
        return np.full(size, None, dtype=object)
    absent = np.ma.getmaskarray(values)
    if not absent.any():
        return np.ma.getdata(values)
    out = np.ma.getdata(values).astype(object)
    out[absent] = None
    return out


def _plain(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """A column of an Arrow batch as our arrays have it."""
    if values.dtype.kind in "SO":
        return _decoded(values)
    if values.dtype.kind == "M":
        days = np.datetime_as_string(np.ma.getdata(values), unit="D").astype(object)
        days[np.ma.getmaskarray(values)] = ""
        return np.asarray(days)
    if np.ma.getmaskarray(values).any():
        return np.asarray(np.ma.filled(values.astype(np.float64), np.nan))
    return np.ma.getdata(values)


def _decoded(values: npt.NDArray[Any]) -> npt.NDArray[np.object_]:
    if values.dtype.kind == "S":
        try:
            return np.ma.filled(values, b"").astype("U").astype(object)
        except UnicodeDecodeError:  # not only ASCII
            pass
    texts = np.empty(len(values), dtype=object)
    raw = np.ma.getdata(values).tolist()
    texts[:] = ["" if v is None else v.decode("utf-8", "replace") if isinstance(v, bytes) else str(v) for v in raw]
    texts[np.ma.getmaskarray(values)] = ""  # filled() would write '?' into an array of objects
    return texts


def _labels(values: npt.NDArray[Any]) -> Labels:
    """A column of few different texts: one comparison of arrays for each different one, no sorting.

    Where these do not soon cover most of it, the texts are told apart one by one.
    """
    if values.dtype.kind != "S":
        return labels(_plain(values))
    packed = np.ma.filled(values, b"")
    numbers = np.empty(len(packed), dtype=np.int64)
    different: list[bytes] = []
    rest = np.arange(len(packed))
    while len(rest):
        if len(different) == _FEW or (len(different) == _FIRST and len(rest) * 2 > len(packed)):
            found = labels(packed.tolist())
            return Labels(_decoded(found.names), found.numbers)
        different.append(packed[rest[0]])
        same = packed[rest] == different[-1]
        numbers[rest[same]] = len(different) - 1
        rest = rest[~same]
    return Labels(_decoded(np.array(different, dtype=packed.dtype)), numbers)


def _open(path: Path) -> gdal.Dataset:
    if not path.exists():
        raise FileMissingError(file=safe_file_name(str(path)))
    dataset = open_vector(path)
    if dataset is not None:
        return dataset
    if path.suffix.lower() in _VECTOR_SUFFIXES:
        raise FileDamagedError(file=safe_file_name(path.name))
    remedy = phrase("a GeoPackage or another file with layers")
    raise FileTypeError(
        file=safe_file_name(path.name),
        expected=phrase("a file with layers"),
        found=phrase("it holds something else"),
        remedy=remedy,
    )


def layer_names(path: Path) -> tuple[str, ...]:
    """Names of the layers of a vector file.

    Raises:
        FileMissingError: There is no such file.
        FileTypeError: It is of another kind.
        FileDamagedError: It can't be read.
    """
    dataset = _open(path)
    return tuple(dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount()))


def content_date(path: Optional[Path]) -> str:
    """The day on which the content of a GeoPackage last changed, as YYYY-MM-DD; "" for other files.

    Args:
        path: The file.
    """
    if path is None or path.suffix.lower() != ".gpkg":
        return ""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        (changed,) = database.execute("SELECT max(last_change) FROM gpkg_contents").fetchone()
    return str(changed or "")[:10]
