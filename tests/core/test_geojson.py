"""GeoJSON pages as columns and WKB."""

import json

import numpy as np
import pytest
import shapely
from shapely.geometry import mapping

from arbeidsmigratie.arbeidsmigratie_plugin.core.geojson import column, first_position, geometries, property_names

from ..conftest import real_data

HOLE = shapely.Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(1, 1), (2, 1), (2, 2)]])
TWO = shapely.MultiPolygon([HOLE, shapely.box(20, 20, 30, 30)])


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_a_property_that_was_left_out_is_absent():
    features = [feature(None, a=1), feature(None, b=2), {"type": "Feature", "properties": None}]
    assert column(features, "a").tolist() == [1, None, None]
    assert property_names(features) == ("a", "b")
    assert property_names([]) == ()


@pytest.mark.parametrize("shape", [shapely.Point(3, 4), shapely.LineString([(3, 4), (5, 6)]), HOLE, TWO])
def test_the_first_position_tells_the_coordinate_system(shape):
    first = shapely.get_coordinates(shape)[0].tolist()
    features = [feature(None), json.loads(json.dumps(feature(mapping(shape)))), feature(mapping(shapely.Point(8, 9)))]
    assert list(first_position(features)) == first
    assert first_position([feature(None), {"type": "Feature"}]) is None


def test_an_array_stays_one_value():
    assert column([feature(None, a=["x", "y"])], "a").tolist() == [["x", "y"]]


def test_geometries_of_every_kind_in_one_page():
    shapes = [shapely.Point(1, 2), HOLE, TWO, shapely.Point(3, 4), shapely.box(5, 5, 6, 6)]
    features = [feature(json.loads(json.dumps(mapping(shape)))) for shape in shapes]
    found = shapely.from_wkb(geometries([*features, feature(None), feature({"type": "LineString"})]))
    assert [shapely.equals(a, b) for a, b in zip(found[:5], shapes)] == [True] * 5
    assert found[5:].tolist() == [None, None]
    assert shapely.get_type_id(found[1]) == shapely.get_type_id(found[2]) == 6


def test_heights_are_left_out():
    features = [feature({"type": "Point", "coordinates": [1, 2, 3]})]
    assert shapely.to_wkt(shapely.from_wkb(geometries(features)[0])) == "POINT (1 2)"


def test_nothing_in_nothing_out():
    assert len(geometries([])) == len(column([], "a")) == 0


def test_a_geometry_without_coordinates_is_an_error():
    with pytest.raises((KeyError, TypeError)):
        geometries([feature({"type": "Polygon"})])


def test_real_municipalities_are_what_shapely_reads():
    features = json.loads(real_data("grenzen", "gemeenten_2022.geojson").read_text(encoding="utf-8"))["features"]
    ours = shapely.from_wkb(geometries(features))
    theirs = np.array([shapely.geometry.shape(one["geometry"]) for one in features], dtype=object)
    assert shapely.equals(ours, theirs).all()
    assert column(features, "statcode").tolist()[0] == features[0]["properties"]["statcode"]
