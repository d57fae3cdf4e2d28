"""Vector files in bulk: what is written is read back, and an output appears whole or not at all."""

from __future__ import annotations

import csv
import sqlite3

import numpy as np
import pytest
from osgeo import gdal, ogr, osr

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb, points
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources import vector, writing

N = 5


def a_table(name="punten", n=N, **more):
    x = np.arange(n, dtype=float)
    columns = (
        Column("naam", "text", [f"é{i}" if i % 2 else "" for i in range(n)]),
        Column("aantal", "integer", np.arange(n), np.arange(n) == 2),
        Column("aandeel", "real", np.where(np.arange(n) == 3, np.nan, 0.5)),
    )
    return Table(name, columns, "Point", point_wkb(150000 + x, 450000 + x), **more)


def read(path, name=None):
    layer = vector.OgrLayer(path, name)
    chunks = list(layer.chunks(layer.fields))
    columns = {field: np.concatenate([c.columns[field] for c in chunks]) for field in layer.fields}
    return layer, columns, points(np.concatenate([c.wkb for c in chunks]))


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".fgb"])
def test_what_is_written_is_read_back(tmp_path, suffix):
    path = tmp_path / f"uit{suffix}"
    writing.write(path, [a_table()])
    layer, columns, (x, y) = read(path)
    order = np.argsort(x)
    assert layer.count == N
    assert layer.crs() == "EPSG:28992"
    assert columns["naam"][order].tolist() == ["", "é1", "", "é3", ""]
    np.testing.assert_array_equal(columns["aantal"][order], [0, 1, np.nan, 3, 4])
    np.testing.assert_array_equal(columns["aandeel"][order], [0.5, 0.5, 0.5, np.nan, 0.5])
    np.testing.assert_array_equal(x[order], 150000 + np.arange(N))
    np.testing.assert_array_equal(y[order], 450000 + np.arange(N))


def test_table_as_csv(tmp_path):
    path = tmp_path / "uit.csv"
    writing.write(path, [Table("t", a_table().columns)])
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[:4] == [["naam", "aantal", "aandeel"], ["", "0", "0.5"], ["é1", "1", "0.5"], ["", "", "0.5"]]


def test_csv_keeps_positions(tmp_path):
    writing.write(tmp_path / "punten.csv", [a_table()])
    writing.write(tmp_path / "vlakken.csv", [Table("v", (Column("n", "integer", [1]),), "MultiPolygon", [a_square()])])
    with (tmp_path / "punten.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(float(row["X"]), float(row["Y"])) for row in rows] == [(150000 + i, 450000 + i) for i in range(N)]
    with (tmp_path / "vlakken.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert ogr.CreateGeometryFromWkt(row["WKT"]).ExportToIsoWkb() == bytes(a_square())


def a_square():
    wkt = "MULTIPOLYGON (((150000 450000,150001 450000,150001 450001,150000 450000)))"
    return bytes(ogr.CreateGeometryFromWkt(wkt).ExportToIsoWkb())


def test_geopackage_is_a_version_that_every_qgis_reads(tmp_path):
    path = tmp_path / "uit.gpkg"
    writing.write(path, [a_table(), a_table("andere")])
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA user_version").fetchone()[0] <= 10300
    assert vector.layer_names(path) == ("punten", "andere")


def test_reading_is_in_chunks_and_complete(tmp_path):
    path = tmp_path / "veel.gpkg"
    writing.write(path, [a_table(n=70_000)])
    chunks = list(vector.OgrLayer(path).chunks(["aantal"]))
    assert len(chunks) > 1
    assert sum(len(chunk) for chunk in chunks) == 70_000
    assert np.nansum(np.concatenate([c.columns["aantal"] for c in chunks])) == sum(range(70_000)) - 2


def test_geometries_come_also_when_no_field_is_asked_for(tmp_path):
    path = tmp_path / "uit.gpkg"
    writing.write(path, [a_table()])
    (chunk,) = vector.OgrLayer(path).chunks([])
    assert np.isfinite(points(chunk.wkb)[0]).all()


def test_absent_and_empty_geometries_are_absent(tmp_path):
    path = tmp_path / "leeg.gpkg"
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer("a", None, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("n", ogr.OFTInteger))
    for wkt in ("POINT (1 2)", None, "POINT EMPTY"):
        feature = ogr.Feature(layer.GetLayerDefn())
        if wkt:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
    layer = dataset = None
    (chunk,) = vector.OgrLayer(path).chunks(["n"])
    np.testing.assert_array_equal(points(chunk.wkb)[0], [1, np.nan, np.nan])
    np.testing.assert_array_equal(chunk.columns["n"], [np.nan] * 3)


def test_style_is_where_qgis_looks_for_it(tmp_path, qgis_app):
    from qgis.core import QgsVectorLayer

    path = tmp_path / "uit.gpkg"
    writing.write(path, [a_table(style="<qgis version='3.22'><layerOpacity>0.4</layerOpacity></qgis>")])
    assert QgsVectorLayer(str(path), "x", "ogr").opacity() == pytest.approx(0.4)


def test_storing_a_style_again_replaces_ours_and_keeps_the_users(tmp_path):
    path = tmp_path / "uit.gpkg"
    writing.write(path, [a_table(style="<een/>")])
    with sqlite3.connect(path) as database:
        database.execute("UPDATE layer_styles SET owner = 'iemand'")
    writing.store_styles(path, {"punten": "<twee/>"})
    writing.store_styles(path, {"punten": "<drie/>"})
    with sqlite3.connect(path) as database:
        found = database.execute("SELECT owner, styleQML FROM layer_styles ORDER BY id").fetchall()
    assert found == [("iemand", "<een/>"), ("arbeidsmigratie", "<drie/>")]


def test_output_of_an_unknown_kind(tmp_path):
    with pytest.raises(errors.OutputError, match=r"\.gpkg, \.geojson"):
        writing.write(tmp_path / "uit.shp", [a_table()])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("raising", [False, True])
def test_an_output_that_fails_leaves_the_old_one(raising, tmp_path, monkeypatch):
    """Whether GDAL raises in this process or not, and whatever succeeds after what failed."""
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if raising else gdal.DontUseExceptions)()
    monkeypatch.setattr(writing.gdal, "GetLastErrorType", lambda: gdal.CE_None)
    try:
        _fail_to_write(tmp_path)
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()


def _fail_to_write(tmp_path):
    path = tmp_path / "uit.gpkg"
    writing.write(path, [a_table()])
    before = path.read_bytes()
    broken = Table("kapot", (Column("n", "integer", [1]),), "Point", [b"no wkb"])
    with pytest.raises(errors.OutputError):
        writing.write(path, [a_table(), broken])
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["uit.gpkg"]


def test_a_full_disk_is_one_clear_sentence(tmp_path):
    full = tmp_path / "vol"
    full.mkdir()
    import subprocess

    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(full)], capture_output=True).returncode:
        pytest.skip("no right to mount a small disk")
    try:
        with pytest.raises(errors.OutputError, match=r"^uit\.gpkg can't be written: the disk is full"):
            writing.write(full / "uit.gpkg", [a_table(n=50_000)])
        assert list(full.iterdir()) == []
    finally:
        subprocess.run(["umount", str(full)], check=True)


def test_a_folder_that_can_not_be_made(tmp_path):
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(errors.OutputError):
        writing.write(tmp_path / "bestand" / "uit.gpkg", [a_table()])


def test_missing_damaged_and_other_layers(tmp_path):
    with pytest.raises(errors.FileMissingError):
        vector.OgrLayer(tmp_path / "weg.gpkg")
    (tmp_path / "kapot.gpkg").write_bytes(b"SQLite format 3\x00 and no more")
    with pytest.raises(errors.FileDamagedError, match=r"kapot\.gpkg"):
        vector.OgrLayer(tmp_path / "kapot.gpkg")
    writing.write(tmp_path / "uit.gpkg", [a_table()])
    with pytest.raises(errors.LayerMissingError, match="it has: punten"):
        vector.OgrLayer(tmp_path / "uit.gpkg", "andere")


def test_layer_without_crs(tmp_path):
    path = tmp_path / "zonder.gpkg"
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    dataset.CreateLayer("a", None, ogr.wkbPoint)
    dataset = None
    with pytest.raises(errors.CrsMissingError, match=r"zonder\.gpkg"):
        vector.OgrLayer(path).crs()


def test_crs_of_another_authority_is_its_wkt(tmp_path):
    path = tmp_path / "eigen.gpkg"
    reference = osr.SpatialReference()
    reference.ImportFromProj4("+proj=tmerc +lat_0=51 +lon_0=6 +ellps=bessel")
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    dataset.CreateLayer("a", reference, ogr.wkbPoint)
    dataset = None
    assert vector.OgrLayer(path).crs().startswith("PROJCS")


@pytest.mark.parametrize("different", [1, 8, 9, 20, 64, 65, 200])
@pytest.mark.parametrize("letter", ["a", "é"])
def test_texts_are_told_apart_however_many_differ(different, letter):
    """Few by comparing arrays, many one by one; with and without letters outside ASCII."""
    texts = [f"{letter}{n % different}" for n in range(600)]
    found = vector._labels(np.array([one.encode() for one in texts]))
    assert found.text().tolist() == texts
    assert len(found.names) == different


@pytest.mark.parametrize("kind", [object, "S4"])
def test_absent_texts_are_empty_however_gdal_gives_them(kind):
    """Newer versions of GDAL give texts of different lengths as masked objects."""
    given = np.ma.masked_array(np.array([b"aap", b"noot", b"\xc3\xa9"], dtype=kind), [False, True, False])
    assert vector._plain(given).tolist() == ["aap", "", "é"]
    assert vector._labels(given).text().tolist() == ["aap", "", "é"]
