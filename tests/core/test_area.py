"""Region and guard zone: what belongs, what comes along, what is left."""

import numpy as np
import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core.area import area_of, area_of_polygons
from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels
from arbeidsmigratie.arbeidsmigratie_plugin.core.municipalities import municipalities

WEST, EAST, FAR = shapely.box(0, 0, 1000, 1000), shapely.box(1000, 0, 2000, 1000), shapely.box(9000, 0, 9999, 999)
ALL = municipalities(["0001", "0002", "0003"], ["West", "Oost", "Ver"], np.array([WEST, EAST, FAR], dtype=object))
X = np.array([500.0, 1050.0, 1500.0, 1005.0, np.nan])
Y = np.full(5, 500.0)
CODES = np.array(["0001", "0002", "0002", "0001", ""], dtype=object)


def region(guard):
    return area_of(ALL.take(np.array([0])), ALL, guard)


def test_objects_of_the_region_and_of_the_guard_zone_are_kept():
    area = region(100)
    inside = area.inside(CODES, X, Y)
    assert inside.tolist() == [True, False, False, True, False]
    assert area.keeps(inside, X, Y).tolist() == [True, True, False, True, False]


def test_an_object_that_lies_a_little_outside_its_municipality_is_kept_without_a_guard_zone():
    area = region(0)
    assert area.keeps(area.inside(CODES, X, Y), X, Y).tolist() == [True, False, False, True, False]
    assert shapely.contains(area.fetched, shapely.Point(1005, 500))


def test_more_is_fetched_than_kept_but_not_much():
    assert shapely.contains(region(0).fetched, WEST)
    assert region(5000).fetched.equals(region(5000).whole)


@pytest.mark.parametrize(("guard", "codes"), [(0, ["0001"]), (100, ["0001", "0002"]), (9000, ["0001", "0002", "0003"])])
def test_municipalities_that_the_guard_zone_touches(guard, codes):
    assert region(guard).municipalities.code.tolist() == codes


def test_an_object_without_a_code_gets_that_of_its_place():
    found = region(0).codes_of(labels(["", "0002", ""]), np.array([500.0, 500.0, 5000.0]), Y[:3])
    assert found.text().tolist() == ["0001", "0002", ""]


def test_an_object_keeps_its_own_code_where_its_place_tells_nothing():
    found = region(0).codes_of(labels(["9999", "9999", ""]), np.array([500.0, 5000.0, 5000.0]), Y[:3])
    assert found.text().tolist() == ["0001", "9999", ""]


def test_an_object_of_the_region_that_lies_far_from_it_is_not_kept():
    """A service gives whole tiles, a file does not; both must give the same."""
    area, x, y = region(0), np.array([1099.0, 1101.0]), np.array([500.0, 500.0])
    assert area.keeps(np.array([True, True]), x, y).tolist() == [True, False]


def test_polygons_of_the_user_decide_by_place():
    area = area_of_polygons(np.array([EAST], dtype=object), municipalities([], [], np.empty(0, dtype=object)), 600)
    inside = area.inside(CODES, X, Y)
    assert inside.tolist() == [False, True, True, True, False]
    assert area.keeps(inside, X, Y).tolist() == [True, True, True, True, False]
    assert area.codes_of(labels(["", "0002"]), X[:2], Y[:2]).text().tolist() == ["", "0002"]
    assert len(area.municipalities) == 0


def test_polygons_are_touched_also_at_an_edge():
    shapes = np.array([shapely.box(1000, 0, 1100, 10), shapely.box(1200, 0, 1300, 10)], dtype=object)
    assert region(0).touches(shapes).tolist() == [True, False]


def test_the_guard_zone_is_as_wide_at_a_corner():
    area = area_of_polygons(np.array([EAST], dtype=object), municipalities([], [], np.empty(0, dtype=object)), 2000)
    west, south, _, _ = EAST.bounds
    angle = np.linspace(np.pi, 1.5 * np.pi, 500)
    for metres, kept in ((1999.9, True), (2000.5, False)):
        x, y = west + metres * np.cos(angle), south + metres * np.sin(angle)
        assert (area.keeps(np.zeros(500, dtype=bool), x, y) == kept).all(), metres


def test_what_lies_in_no_municipality_is_unknown():
    """EAST lies at the outer side: around it there is only the other municipality, in the west."""
    area = region(1000)
    outside = area.whole.difference(shapely.union_all(area.around.polygons)).area / 1e6
    assert outside > 1
    assert area.unknown_km2 == pytest.approx(outside)
    assert region(0).unknown_km2 == pytest.approx(0)
    polygons = area_of_polygons(np.array([EAST], dtype=object), municipalities([], [], np.empty(0, dtype=object)), 9)
    assert np.isnan(polygons.unknown_km2)
