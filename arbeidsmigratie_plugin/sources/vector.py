"""Vector files in bulk: read through OGR's Arrow stream into arrays, write whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional, Protocol

import numpy as np
import numpy.typing as npt
from osgeo import gdal, ogr, osr

from ..core.arrays import Floats, Integers, Labels, labels
from ..core.errors import (
    CrsMissingError,
    FileDamagedError,
    FileMissingError,
    FileTypeError,
    LayerMissingError,
    OutputError,
    SpatialIndexMissingError,
)
from ..core.limits import DRIVERS
from ..core.tables import Table
from .quiet import open_vector, quiet_gdal
from .staging import staged

RD_NEW = 28992

#: How GDAL names the coordinate system of a GeoPackage layer that has none.
UNDEFINED = "Undefined"

#: QGIS 3.22 warns about GeoPackage 1.4.
_GPKG_OPTIONS = ("VERSION=1.2",)

#: Suffixes of files that should have layers: when they can't be opened they are damaged, not of another kind.
_VECTOR_SUFFIXES = (".gpkg", ".geojson", ".json", ".fgb", ".gml", ".shp", ".sqlite")

#: More different texts in a chunk than this are told apart one by one.
_FEW = 64

_STYLES = "layer_styles"
_STYLE_OWNER = "arbeidsmigratie"
_DISK = "the disk is full or the folder is protected"

_OGR_TYPES = {"text": ogr.OFTString, "integer": ogr.OFTInteger64, "real": ogr.OFTReal}


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


# Reading -----------------------------------------------------------------------------------------------------------


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
            found = ", ".join(layer_names(path)) or "no layer at all"
            wanted = f"layer '{name}'" if name else "layer"
            raise LayerMissingError(file=path.name, expected=wanted, found=found, remedy="the name of one of these")
        self._layer = layer
        self.name: str = layer.GetName()
        self.label = f"{path.name}, layer {self.name}" if self._dataset.GetLayerCount() > 1 else path.name
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
    texts = np.empty(len(values), dtype=object)
    raw = np.ma.filled(values, b"" if values.dtype.kind == "S" else None).tolist()
    texts[:] = ["" if v is None else v.decode("utf-8", "replace") if isinstance(v, bytes) else str(v) for v in raw]
    return texts


def _labels(values: npt.NDArray[Any]) -> Labels:
    """A column of few different texts: one comparison of arrays for each different one, no sorting."""
    if values.dtype.kind != "S":
        return labels(_plain(values))
    packed = np.ma.filled(values, b"")
    numbers = np.empty(len(packed), dtype=np.int64)
    different: list[bytes] = []
    rest = np.arange(len(packed))
    while len(rest):
        if len(different) == _FEW:
            return labels(_decoded(values))
        different.append(packed[rest[0]])
        same = packed[rest] == different[-1]
        numbers[rest[same]] = len(different) - 1
        rest = rest[~same]
    return Labels(_decoded(np.array(different, dtype=packed.dtype)), numbers)


def _open(path: Path) -> gdal.Dataset:
    if not path.exists():
        raise FileMissingError(file=str(path))
    dataset = open_vector(path)
    if dataset is not None:
        return dataset
    if path.suffix.lower() in _VECTOR_SUFFIXES:
        raise FileDamagedError(file=path.name)
    remedy = "a GeoPackage or another file with layers"
    raise FileTypeError(file=path.name, expected="a file with layers", found="it holds something else", remedy=remedy)


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


def provenance_query(path: Path, layer: str) -> str:
    """How a layer was asked or computed, as the table 'herkomst' of its GeoPackage says; "" if it says nothing.

    Args:
        path: The file.
        layer: The layer.
    """
    if path.suffix.lower() != ".gpkg":
        return ""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            found = database.execute("SELECT query FROM herkomst WHERE laag = ?", (layer,)).fetchone()
    except sqlite3.Error:
        return ""
    return str((found or ("",))[0] or "")


# Writing -----------------------------------------------------------------------------------------------------------


def write(path: Path, tables: Sequence[Table], indexed: bool = True) -> None:
    """Writes layers to a new file, which replaces an old one only when it is complete.

    Args:
        path: The file; its suffix says the format (DRIVERS). Only a GeoPackage takes more than one layer, and styles.
        tables: The layers.
        indexed: Whether layers of a GeoPackage get their spatial index at once; index_layers does it later.

    Raises:
        OutputError: It can't be written; nothing has changed then.
    """
    if path.suffix.lower() not in DRIVERS:
        raise OutputError(file=str(path), reason=f"choose a name that ends in {', '.join(DRIVERS)}")
    with replacing(path) as temporary:
        _write(temporary, tables, indexed)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside an output, that takes its place when the block ends well and vanishes otherwise.

    Args:
        path: The output.

    Raises:
        OutputError: The folder can't be written to, or another program holds the output.
    """
    with staged([path]) as (temporary,):
        yield temporary


def _write(path: Path, tables: Sequence[Table], indexed: bool) -> None:
    suffix = path.suffix.lower()
    packed = suffix == ".gpkg"
    with _failing_as_output_error(Path(path.name)):  # nobody knows the folder of the draft
        driver = gdal.GetDriverByName(DRIVERS[suffix])
        dataset = driver.Create(str(path), 0, 0, 0, gdal.GDT_Unknown, list(_GPKG_OPTIONS) if packed else [])
        for table in tables:
            _write_layer(dataset, table, packed, indexed)
        dataset.FlushCache()
        dataset = None
        if packed:
            store_styles(path, {table.name: table.style for table in tables if table.style})


def add_layers(path: Path, tables: Sequence[Table]) -> None:
    """Adds layers to a GeoPackage, in place of those of the same name.

    Args:
        path: The GeoPackage.
        tables: The layers.

    Raises:
        OutputError: The file can't be changed.
    """
    with _failing_as_output_error(path):
        dataset = open_vector(path, ["GPKG"], update=True)
        for table in tables:
            if dataset.GetLayerByName(table.name) is not None:
                dataset.ExecuteSQL(f"DELLAYER:{table.name}")
            _write_layer(dataset, table, packed=True, indexed=True)
        dataset = None
        store_styles(path, {table.name: table.style for table in tables if table.style})


def index_layers(path: Path, names: Sequence[str]) -> None:
    """Gives layers of a GeoPackage that were filled by other means their spatial index and their extent.

    Args:
        path: The GeoPackage.
        names: Layers with a geometry column 'geom'.

    Raises:
        OutputError: The file can't be changed.
    """
    with _failing_as_output_error(path):
        dataset = open_vector(path, ["GPKG"], update=True)
        for name in names:
            if not _answer(dataset, f"SELECT HasSpatialIndex('{name}', 'geom')"):
                _answer(dataset, f"SELECT CreateSpatialIndex('{name}', 'geom')")
            dataset.ExecuteSQL(f"RECOMPUTE EXTENT ON {name}")
        dataset = None


def _answer(dataset: gdal.Dataset, sql: str) -> int:
    """The number that a function of GDAL's gives."""
    found = dataset.ExecuteSQL(sql)
    try:
        return int(found.GetNextFeature().GetField(0))
    finally:
        dataset.ReleaseResultSet(found)


@contextmanager
def _failing_as_output_error(path: Path) -> Iterator[None]:
    """Inside, GDAL is quiet; what it could not do ends in an error of ours."""
    try:
        with quiet_gdal():
            gdal.ErrorReset()
            yield
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise OutputError(file=str(path), reason=_DISK)
    except (RuntimeError, AttributeError):
        raise OutputError(file=str(path), reason=_DISK) from None


def _write_layer(dataset: gdal.Dataset, table: Table, packed: bool, indexed: bool) -> None:
    kind, reference = ogr.wkbNone, None
    if table.geometry:
        kind, reference = getattr(ogr, f"wkb{table.geometry}"), osr.SpatialReference()
        reference.ImportFromEPSG(RD_NEW)
    options = [f"DESCRIPTION={table.description}"] if packed and table.description else []
    options += ["SPATIAL_INDEX=NO"] if packed and not indexed else []
    if table.geometry and dataset.GetDriver().ShortName == "CSV":  # it has no place for geometries of its own
        options += ["GEOMETRY=AS_XY" if table.geometry == "Point" else "GEOMETRY=AS_WKT"]
    layer = dataset.CreateLayer(table.name, reference, kind, options)
    for column in table.columns:
        layer.CreateField(ogr.FieldDefn(column.name, _OGR_TYPES[column.kind]))
    if packed:
        dataset.StartTransaction()
    definition = layer.GetLayerDefn()
    for number, cells in enumerate(zip(*(column.cells() for column in table.columns))):
        feature = ogr.Feature(definition)
        for at, cell in enumerate(cells):
            if cell is None:
                feature.SetFieldNull(at)
            else:
                feature.SetField(at, cell)
        if table.geometry:
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(table.wkb[number]))
        layer.CreateFeature(feature)
    if packed:
        dataset.CommitTransaction()


def store_styles(path: Path, styles: Mapping[str, str]) -> None:
    """Puts default styles into a GeoPackage, where QGIS finds them by itself, in place of earlier ones of ours.

    Args:
        path: The GeoPackage.
        styles: Layer name -> QML.

    Raises:
        OutputError: The file can't be changed; nothing has changed then.
    """
    if not styles:
        return
    dataset = open_vector(path, ["GPKG"], update=True)
    if dataset is None:
        raise OutputError(file=str(path), reason="it is in use or protected")
    with quiet_gdal():
        dataset.StartTransaction()
        table = dataset.GetLayerByName(_STYLES) or _create_styles(dataset)
        for name, qml in styles.items():
            layer = dataset.GetLayerByName(name)
            table.SetAttributeFilter(f"f_table_name = '{name}' AND owner = '{_STYLE_OWNER}'")
            for number in [row.GetFID() for row in table]:
                table.DeleteFeature(number)
            row = ogr.Feature(table.GetLayerDefn())
            for key, value in _style_row(name, layer.GetGeometryColumn(), qml).items():
                row[key] = value
            table.CreateFeature(row)
        dataset.CommitTransaction()


def _create_styles(dataset: gdal.Dataset) -> ogr.Layer:
    """The table as QGIS itself lays it out."""
    table = dataset.CreateLayer(_STYLES, None, ogr.wkbNone, ["FID=id"])
    for name in ("f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML"):
        table.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    table.CreateField(ogr.FieldDefn("styleSLD", ogr.OFTString))
    default = ogr.FieldDefn("useAsDefault", ogr.OFTInteger)
    default.SetSubType(ogr.OFSTBoolean)
    table.CreateField(default)
    for name in ("description", "owner", "ui"):
        table.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    table.CreateField(ogr.FieldDefn("update_time", ogr.OFTDateTime))
    return table


def _style_row(name: str, geometry_column: str, qml: str) -> dict[str, Any]:
    return {
        "f_table_catalog": "",
        "f_table_schema": "",
        "f_table_name": name,
        "f_geometry_column": geometry_column,
        "styleName": name,
        "styleQML": qml,
        "styleSLD": "",
        "useAsDefault": 1,
        "description": "",
        "owner": _STYLE_OWNER,
        "ui": "",
        "update_time": datetime.now(timezone.utc).strftime("%Y/%m/%d %H:%M:%S+00"),
    }
