"""Vector files, written whole or not at all, with the styles that belong to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

from osgeo import gdal, ogr, osr

from ..core.errors import OutputError
from ..core.limits import DRIVERS
from ..core.phrases import phrase
from ..core.tables import Table
from .filling import fill
from .quiet import open_vector, quiet_gdal
from .staging import staged

RD_NEW = 28992

#: QGIS 3.22 warns about GeoPackage 1.4.
_GPKG_OPTIONS = ("VERSION=1.2",)

_STYLES = "layer_styles"
_STYLE_OWNER = "arbeidsmigratie"
_DISK = phrase("the disk is full or the folder is protected")

_OGR_TYPES = {"text": ogr.OFTString, "integer": ogr.OFTInteger64, "real": ogr.OFTReal}


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
        raise OutputError(
            file=str(path), reason=phrase("choose a name that ends in {endings}", endings=", ".join(DRIVERS))
        )
    with staged([path]) as (temporary,):
        _write(temporary, tables, indexed)


def _write(path: Path, tables: Sequence[Table], indexed: bool) -> None:
    suffix = path.suffix.lower()
    packed = suffix == ".gpkg"
    with _failing_as_output_error(Path(path.name)):  # nobody knows the folder of the draft
        driver = gdal.GetDriverByName(DRIVERS[suffix])
        dataset = driver.Create(str(path), 0, 0, 0, gdal.GDT_Unknown, list(_GPKG_OPTIONS) if packed else [])
        for table in tables:
            layer = _create_layer(dataset, table, packed, indexed=False)
            if not packed:
                _write_features(layer, table)
        dataset.FlushCache()
        dataset = layer = None
        if packed:
            _nothing_failed()
            fill(path, tables)
            dataset = open_vector(path, ["GPKG"], update=True)
            for table in tables:
                if table.geometry and indexed:
                    _index(dataset, table.name)
            dataset = None
            _nothing_failed()
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
            layer = _create_layer(dataset, table, packed=True, indexed=True)
            dataset.StartTransaction()
            _write_features(layer, table)
            _succeeded(dataset.CommitTransaction())
        dataset = layer = None
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
                _index(dataset, name)
            dataset.ExecuteSQL(f"RECOMPUTE EXTENT ON {name}")
        dataset = None


def _index(dataset: gdal.Dataset, name: str) -> None:
    """Gives a layer that was filled by other means its spatial index."""
    _succeeded(not _answer(dataset, f"SELECT CreateSpatialIndex('{name}', 'geom')"))


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
            _nothing_failed()
    except (RuntimeError, AttributeError, sqlite3.Error):
        raise OutputError(file=str(path), reason=_DISK) from None


def _nothing_failed() -> None:
    """Raises what GDAL only remembers, until the next file is opened."""
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise RuntimeError(gdal.GetLastErrorNo())


def _create_layer(dataset: gdal.Dataset, table: Table, packed: bool, indexed: bool) -> ogr.Layer:
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
    return layer


def _write_features(layer: ogr.Layer, table: Table) -> None:
    definition = layer.GetLayerDefn()
    for number, cells in enumerate(zip(*(column.cells() for column in table.columns))):
        feature = ogr.Feature(definition)
        for at, cell in enumerate(cells):
            if cell is None:
                feature.SetFieldNull(at)
            else:
                feature.SetField(at, cell)
        if table.geometry:
            feature.SetGeometryDirectly(_geometry(table.wkb[number]))
        _succeeded(layer.CreateFeature(feature))


def _geometry(wkb: bytes) -> ogr.Geometry:
    """A geometry; GDAL gives none, without a word, for what is no WKB unless it was told to raise."""
    shape = ogr.CreateGeometryFromWkb(wkb)
    if shape is None:
        raise RuntimeError("no WKB")
    return shape


def _succeeded(status: Optional[int]) -> None:
    """Raises what GDAL only says with a number unless it was told to raise; a later success would hide it."""
    if status:
        raise RuntimeError(status)


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
        raise OutputError(file=str(path), reason=phrase("it is in use or protected"))
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
            _succeeded(table.CreateFeature(row))
        _succeeded(dataset.CommitTransaction())


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
