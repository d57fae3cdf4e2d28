"""Layers of QGIS: read in bulk where they are a file, feature by feature otherwise, with the same result."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer
from qgis.PyQt import sip

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import points
from arbeidsmigratie.arbeidsmigratie_plugin.sources.qgis_layer import QgisLayer, layer_path, open_qgis_layer, siblings
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import OgrLayer

FIELDS = ["identificatie", "huisnummer", "huisletter", "oppervlakte"]


@pytest.fixture
def verblijfsobjecten(weesp_bag, qgis_app):
    layer = QgsVectorLayer(f"{weesp_bag}|layername=verblijfsobject", "vbo", "ogr")
    yield layer
    sip.delete(layer)  # one that outlives QGIS crashes when Python frees it


def everything(layer):
    chunks = list(layer.chunks(FIELDS))
    columns = {name: np.concatenate([c.columns[name] for c in chunks]) for name in FIELDS}
    coordinates = [points(c.wkb) for c in chunks]
    return columns, np.concatenate([x for x, _ in coordinates]), np.concatenate([y for _, y in coordinates])


def test_both_ways_of_reading_give_the_same(verblijfsobjecten):
    bulk = open_qgis_layer(verblijfsobjecten)
    slow = QgisLayer("vbo", verblijfsobjecten, verblijfsobjecten.crs())
    assert isinstance(bulk, OgrLayer)
    assert bulk.crs() == slow.crs() == "EPSG:28992"
    assert bulk.count == slow.count
    (columns, x, y), (others, other_x, other_y) = everything(bulk), everything(slow)
    for name in FIELDS:
        assert columns[name].tolist() == others[name].tolist()
    np.testing.assert_array_equal(x, other_x)
    np.testing.assert_array_equal(y, other_y)


@pytest.mark.parametrize("change", ["filter", "edit"])
def test_what_differs_from_the_file_is_read_from_qgis(verblijfsobjecten, change):
    if change == "filter":
        verblijfsobjecten.setSubsetString("huisnummer = 1")
    else:
        verblijfsobjecten.startEditing()
    layer = open_qgis_layer(verblijfsobjecten)
    assert isinstance(layer, QgisLayer)
    columns, _, _ = everything(layer)
    assert len(columns["huisnummer"]) == verblijfsobjecten.featureCount()
    assert (set(columns["huisnummer"]) == {1}) == (change == "filter")


def test_crs_that_the_user_gave_goes_before_the_files(verblijfsobjecten):
    verblijfsobjecten.setCrs(QgsCoordinateReferenceSystem("EPSG:7415"))
    assert open_qgis_layer(verblijfsobjecten).crs() == "EPSG:7415"


def test_layer_without_crs(tmp_path, qgis_app):
    path = tmp_path / "zonder.gpkg"
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    dataset.CreateLayer("punten", None, ogr.wkbPoint)
    dataset = None
    layer = QgsVectorLayer(str(path), "punten", "ogr")
    with pytest.raises(errors.CrsMissingError, match="punten"):
        QgisLayer("punten", layer, layer.crs()).crs()
    with pytest.raises(errors.CrsMissingError, match=r"zonder\.gpkg"):
        open_qgis_layer(layer).crs()


def test_file_as_a_whole_or_one_layer_of_it(weesp_bag, verblijfsobjecten):
    assert layer_path(QgsVectorLayer(str(weesp_bag), "bag", "ogr")) == weesp_bag
    assert layer_path(verblijfsobjecten) is None
    assert layer_path(QgsVectorLayer("Point", "punten", "memory")) is None


def test_a_layer_knows_what_else_its_file_has_of_the_same_kind(weesp_bag, verblijfsobjecten):
    kinds = ("verblijfsobject", "standplaats", "ligplaats")
    assert siblings(verblijfsobjecten, kinds) == ("standplaats", "ligplaats")
    assert siblings(QgsVectorLayer(str(weesp_bag), "bag", "ogr"), kinds) == ()
    assert siblings(QgsVectorLayer(f"{weesp_bag}|layername=pand", "pand", "ogr"), kinds) == ()
    assert siblings(QgsVectorLayer("Point", "punten", "memory"), kinds) == ()
