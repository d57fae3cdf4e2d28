"""A region out of bag-light.gpkg: through its index, no more than needed, and never the whole file."""

from __future__ import annotations

import shutil
import sqlite3

import numpy as np
import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import CHANNEL_NAMES
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import points
from arbeidsmigratie.arbeidsmigratie_plugin.sources import extract
from arbeidsmigratie.arbeidsmigratie_plugin.sources.extract import BagFile
from tests.made import write_bag
from tests.sources.fetched import area, fetch, rows

#: Neither a rectangle nor convex.
SHAPE = shapely.Polygon([(130_500, 480_500), (133_500, 480_500), (131_200, 481_200), (130_500, 483_500)])


def read(file, shape, kind="verblijfsobject"):
    channel = BagFile(file)
    pages = [page for tile in channel.tiles(shape, 10_000) for page in channel.pages(kind, tile, CHANNEL_NAMES)]
    return pages, [one for page in pages for one in page.columns["adresseerbaarobject_id"].tolist()]


def truly_in(of_file, shape, kind="verblijfsobject"):
    return {
        key
        for key, row in of_file["adressen"].items()
        if row["objecttype"] == kind and shapely.intersects(shape, row["geom"])
    }


def test_only_what_touches_the_area_is_read(weesp_bag, of_file):
    _, found = read(weesp_bag, SHAPE)
    expected = truly_in(of_file, SHAPE)
    assert set(found) >= expected
    assert 1000 < len(found) <= 1.01 * len(expected)


def test_it_comes_in_batches(weesp_bag, monkeypatch):
    monkeypatch.setattr(extract, "_BATCH", 300)
    pages, found = read(weesp_bag, SHAPE)
    assert max(map(len, pages)) <= 300
    assert len(found) == len(set(found)) == sum(map(len, pages))


def test_polygons_that_reach_into_the_area_come_along(weesp_bag):
    pages, found = read(weesp_bag, SHAPE, "ligplaats")
    shapes = np.concatenate([shapely.from_wkb(page.wkb) for page in pages])
    outside = ~shapely.intersects(SHAPE, shapes)
    assert found
    assert outside.sum() <= 2 + 0.2 * len(found)  # their rectangle reaches into it


def test_an_area_without_objects(weesp_bag):
    assert read(weesp_bag, shapely.box(0, 0, 100, 100))[1] == []


def test_a_point_on_the_edge_is_read(weesp_bag):
    with sqlite3.connect(f"file:{weesp_bag}?mode=ro", uri=True) as database:
        ((x, y),) = database.execute("SELECT minx, miny FROM rtree_verblijfsobject_geom LIMIT 1").fetchall()
    assert len(read(weesp_bag, shapely.box(x, y, x + 0.01, y + 0.01))[1]) >= 1


def test_a_file_without_moorings(tmp_path):
    write_bag(tmp_path / "bag.gpkg")
    result = fetch(tmp_path / "uit", "bestand", tmp_path / "bag.gpkg", where=area(shapely.box(0, 0, 1e6, 1e6)))
    found = rows(result["WORKSPACE"])
    assert {row["objecttype"] for row in found.values()} == {"verblijfsobject", "standplaats"}
    assert len(found) == 122


def test_a_file_in_longitudes(weesp_bag, tmp_path, of_file):
    from osgeo import gdal

    other = tmp_path / "graden.gpkg"
    for kind in ("verblijfsobject", "ligplaats"):
        options = gdal.VectorTranslateOptions(
            dstSRS="EPSG:4326",
            reproject=True,
            layers=[kind],
            layerName=kind,
            accessMode="append" if other.exists() else None,
        )
        gdal.VectorTranslate(str(other), str(weesp_bag), options=options)
    with pytest.raises(errors.LayerEmptyError, match="none lies in weesp"):
        # The index of such a file is in degrees: it is not the file of PDOK.
        fetch(tmp_path / "uit", "bestand", other)


def test_a_layer_without_an_index(weesp_bag, tmp_path):
    copy = tmp_path / "zonder.gpkg"
    shutil.copy(weesp_bag, copy)
    with sqlite3.connect(copy) as database:
        database.execute("DROP TABLE rtree_verblijfsobject_geom")
        database.execute("DELETE FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'")
    with pytest.raises(
        errors.SpatialIndexMissingError, match=r"zonder\.gpkg, layer verblijfsobject has no spatial index"
    ):
        read(copy, SHAPE)


def test_a_file_that_is_no_bag(tmp_path):
    (tmp_path / "a.gpkg").write_bytes(b"x")
    with pytest.raises(errors.FileDamagedError):
        BagFile(tmp_path / "a.gpkg")
    with pytest.raises(errors.FileMissingError):
        BagFile(tmp_path / "b.gpkg")


def test_positions_are_those_of_the_file(weesp_bag, of_file):
    pages, found = read(weesp_bag, SHAPE)
    x, y = (np.concatenate(side) for side in zip(*(points(page.wkb) for page in pages)))
    expected = [of_file["adressen"][key]["geom"] for key in found]
    assert np.abs(x - shapely.get_x(expected)).max() == np.abs(y - shapely.get_y(expected)).max() == 0
