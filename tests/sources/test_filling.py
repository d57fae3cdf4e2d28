"""Rows that go into a GeoPackage at once are what OGR writes one by one."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import OutputError
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb, polygon_wkb, to_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.filling import blobs
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import add_layers, write

X, Y = np.array([132_000.5, np.nan, 150_000.25]), np.array([480_000.125, np.nan, 400_000.0])
CELLS = grid.index(
    np.array([132_000.0, 90_000.0, 150_000.0]), np.array([480_000.0, 450_000.0, 400_000.0]), grid.RD_NEW, 9
)
SQUARE, HOLE = shapely.box(0, 0, 4, 8), shapely.Polygon([(0, 0), (9, 0), (9, 9)], [[(4, 1), (5, 1), (5, 2)]])
PIECES = shapely.MultiPolygon([shapely.box(10, 20, 11, 21), shapely.box(-3, 5, -2, 6)])

SHAPES = {
    "points, one without a place": ("Point", point_wkb(X, Y)),
    "hexagons": ("Polygon", polygon_wkb(grid.boundaries(CELLS))),
    "polygons with and without holes": ("Polygon", [SQUARE.wkb, HOLE.wkb, shapely.Polygon().wkb]),
    "multipolygons": ("MultiPolygon", to_wkb(np.array([SQUARE, HOLE, PIECES], dtype=object))),
    "the other byte order": ("Polygon", [shapely.to_wkb(shape, byte_order=0) for shape in (SQUARE, HOLE, SQUARE)]),
}


def table(geometry="", wkb=(), name="laag"):
    columns = (
        Column("tekst", "text", ["a'b", "", "ë"]),
        Column("aantal", "integer", np.array([1, -(2**62), 3]), np.array([False, False, True])),
        Column("deel", "real", np.array([0.1, np.nan, 3])),
    )
    return Table(name, columns, geometry, wkb)


def content(path):
    """All rows of all tables, but for when the file was made."""
    with closing(sqlite3.connect(path)) as database:
        listed = "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'trigger') ORDER BY 1, 2"
        schema = database.execute(listed).fetchall()
        names = [name for name, sql in schema if sql.startswith("CREATE TABLE") and name != "gpkg_contents"]
        names += [name for name, sql in schema if sql.startswith("CREATE VIRTUAL")]
        rows = {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
        bounds = database.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents").fetchone()
    return schema, rows, bounds


@pytest.mark.parametrize("kind", ["", *SHAPES])
def test_the_file_is_the_one_that_ogr_makes_row_by_row(kind, tmp_path):
    geometry, wkb = SHAPES.get(kind, ("", ()))
    wanted = table(geometry, wkb)
    write(tmp_path / "ineens.gpkg", [wanted])
    write(tmp_path / "stuk.gpkg", [])
    add_layers(tmp_path / "stuk.gpkg", [wanted])
    schema, rows, bounds = content(tmp_path / "ineens.gpkg")
    other_schema, other_rows, other_bounds = content(tmp_path / "stuk.gpkg")
    assert len(rows["laag"]) == 3
    assert schema == other_schema
    assert rows == other_rows
    assert bounds == pytest.approx(other_bounds, abs=1e-6)  # OGR keeps fifteen digits


def test_values_come_as_they_are_and_what_is_absent_as_null(tmp_path):
    write(tmp_path / "uit.gpkg", [table(name="laag 1-a"), table(*SHAPES["hexagons"], name="ander")])
    with closing(sqlite3.connect(tmp_path / "uit.gpkg")) as database:
        found = database.execute('SELECT tekst, aantal, deel FROM "laag 1-a"').fetchall()
        counted = dict(database.execute("SELECT table_name, feature_count FROM gpkg_ogr_contents"))
    assert found == [("a'b", 1, 0.1), (None, -(2**62), None), ("ë", None, 3.0)]
    assert counted == {"laag 1-a": 3, "ander": 3}


def test_who_adds_a_row_later_sees_it_counted(tmp_path):
    write(tmp_path / "uit.gpkg", [table(*SHAPES["hexagons"])])
    dataset = ogr.Open(str(tmp_path / "uit.gpkg"), update=1)
    layer = dataset.GetLayerByName("laag")
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkb(SQUARE.wkb))
    layer.CreateFeature(feature)
    feature = layer = dataset = None
    dataset = ogr.Open(str(tmp_path / "uit.gpkg"))
    layer = dataset.GetLayerByName("laag")
    assert layer.GetFeatureCount() == 4
    layer.SetSpatialFilterRect(1, 1, 2, 2)
    assert layer.GetFeatureCount() == 1


@pytest.mark.parametrize("wrong", [b"\x01\x03", b"niets", SQUARE.wkb[:-1], b""])
def test_what_is_no_geometry_leaves_no_file(wrong, tmp_path):
    with pytest.raises(OutputError, match=r"uit\.gpkg can't be written"):
        write(tmp_path / "uit.gpkg", [table("Polygon", [SQUARE.wkb, wrong, SQUARE.wkb])])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("room", [0.1, 0.5, 0.8, 0.95, 0.99])
def test_a_disk_that_fills_up_leaves_nothing_half_written(room, tmp_path):
    n = 8_000
    cells = grid.disks(CELLS[:1], 60).members[:n]
    columns = (Column("h3", "text", grid.names(cells)), Column("aantal", "integer", np.arange(n)))
    wanted = Table("laag", columns, "Polygon", polygon_wkb(grid.boundaries(cells)), style="<qgis/>" * 9_000)
    write(tmp_path / "ruim.gpkg", [wanted])
    size = int(room * (tmp_path / "ruim.gpkg").stat().st_size)
    folder = tmp_path / "schijf"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True)
    if done.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        with pytest.raises(OutputError, match=r"uit\.gpkg can't be written: the disk is full"):
            write(folder / "uit.gpkg", [wanted])
        assert not list(folder.iterdir())
    finally:
        subprocess.run(["umount", folder], check=True)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [SQUARE, HOLE, PIECES, shapely.Point(1, 2), shapely.Point(), shapely.Polygon(), shapely.box(5, 6, 7, 9)]
        ),
        max_size=8,
    )
)
def test_every_geometry_comes_back_in_its_place(shapes):
    for shape, blob in zip(shapes, blobs([shape.wkb for shape in shapes])):
        boxed = bool(blob[3] & 0x0E)
        assert shapely.from_wkb(blob[40:] if boxed else blob[8:]).equals_exact(shape, 0) or shape.is_empty
        assert bool(blob[3] & 0x10) == shape.is_empty
        if boxed:
            west, east, south, north = np.frombuffer(blob[8:40])
            assert (west, south, east, north) == shape.bounds
