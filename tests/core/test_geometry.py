import struct
import sys

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core import geometry, grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import DependencyMissingError
from arbeidsmigratie.arbeidsmigratie_plugin.core.grid import Boundaries

metres = st.floats(-1e6, 1e6, allow_nan=False)


def wkb(*geometries, **how):
    """Geometries as an array of WKB, absent ones as None."""
    found = [None if g is None else shapely.to_wkb(shapely.from_wkt(g), **how) for g in geometries]
    return np.array([*found, None], dtype=object)[:-1]


def xy(array):
    return list(zip(*(values.tolist() for values in geometry.points(array))))


# Points out of geometries -----------------------------------------------------------------------------------------


@given(st.lists(st.tuples(metres, metres), max_size=20))
def test_points_are_read_back_as_they_were(points):
    x, y = np.array(points).reshape(-1, 2).T
    written = geometry.point_wkb(x, y)
    assert [shapely.from_wkb(w).coords[0] for w in written] == points
    assert xy(np.array([*written, None], dtype=object)[:-1]) == points
    if points:
        assert xy(np.array(written, dtype="V21")) == points


def test_points_of_either_byte_order_are_read():
    assert xy(wkb("POINT (1 2)", "POINT (3 4)", byte_order=0)) == [(1.0, 2.0), (3.0, 4.0)]
    mixed = [*wkb("POINT (1 2)", byte_order=0), *wkb("POINT (3 4)", byte_order=1)]
    assert xy(np.array(mixed, dtype="V21")) == [(1.0, 2.0), (3.0, 4.0)]


def test_points_with_a_height_are_read():
    assert xy(wkb("POINT Z (1 2 3)", "POINT (4 5)")) == [(1.0, 2.0), (4.0, 5.0)]


@pytest.mark.parametrize(
    "empty",
    [
        None,
        "POINT EMPTY",
        "LINESTRING EMPTY",
        "POLYGON EMPTY",
        "MULTIPOLYGON EMPTY",
        "GEOMETRYCOLLECTION EMPTY",
    ],
)
def test_without_geometry_there_is_no_point(empty):
    x, y = geometry.points(wkb("POINT (1 2)", empty, "POLYGON ((0 0, 4 0, 4 4, 0 0))"))
    assert np.isnan([x[1], y[1]]).all()
    assert np.isfinite([x[0], y[0], x[2], y[2]]).all()


def test_a_layer_without_objects_or_geometries_gives_no_points():
    assert xy(np.array([], dtype=object)) == []
    assert np.isnan(geometry.points(np.array([None, None], dtype=object))).all()
    assert np.isnan(geometry.points(np.array([b"", None], dtype=object))).all()


def test_a_damaged_geometry_is_no_geometry():
    x, _ = geometry.points(np.array([b"\x01\x07\x00", wkb("POINT (1 2)")[0], b"x" * 21], dtype=object))
    assert np.isnan(x).tolist() == [True, False, True]


@pytest.mark.parametrize(
    "area",
    [
        "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (1 1, 9 1, 9 9, 1 9, 1 1))",
        "POLYGON ((0 0, 10 0, 10 1, 1 1, 1 10, 0 10, 0 0))",
        "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)), ((100 0, 101 0, 101 1, 100 0)))",
        "LINESTRING (0 0, 5 0, 5 5)",
        "MULTIPOINT (1 1, 9 9)",
    ],
)
def test_the_point_of_a_larger_geometry_lies_on_it(area):
    ((x, y),) = xy(wkb(area))
    assert shapely.from_wkt(area).intersects(shapely.Point(x, y))


def test_polygons_of_equal_length_come_packed():
    polygons = wkb("POLYGON ((0 0, 4 0, 4 4, 0 0))", "POLYGON ((9 9, 8 9, 8 8, 9 9))").tolist()
    packed = np.array(polygons, dtype=f"V{len(polygons[0])}")
    (x0, y0), (x1, y1) = xy(packed)
    assert 0 < y0 < x0 < 4
    assert 8 < x1 < y1 < 9


def test_the_real_moorings_have_a_point_on_them(weesp):
    moorings = np.array([identifier[4:6] == "02" for identifier in weesp.adresseerbaarobject_id])
    assert moorings.sum() == 167
    assert np.isfinite(weesp.x).all()
    assert (np.abs(weesp.x - 132000) < 6000).all()
    assert (np.abs(weesp.y - 480000) < 6000).all()


# Polygons ---------------------------------------------------------------------------------------------------------


def outlines(*rings):
    starts = np.concatenate([[0], np.cumsum([len(ring) for ring in rings], dtype=np.int64)]).astype(np.int64)
    x, y = np.array([vertex for ring in rings for vertex in ring], dtype=float).reshape(-1, 2).T
    return Boundaries(starts, x, y)


def test_outlines_become_closed_polygons_in_their_own_order():
    rings = [[(0, 0), (4, 0), (4, 4)], [(0, 0), (1, 0), (1, 1), (0, 1)], [(5, 5), (6, 5), (6, 6)]]
    polygons = [shapely.from_wkb(w) for w in geometry.polygon_wkb(outlines(*rings))]
    assert [list(p.exterior.coords) for p in polygons] == [[*ring, ring[0]] for ring in rings]
    assert all(p.is_valid for p in polygons)
    assert geometry.polygon_wkb(outlines()) == []


def test_polygons_are_little_endian_wkb_with_one_ring():
    (written,) = geometry.polygon_wkb(outlines([(0, 0), (4, 0), (4, 4)]))
    assert struct.unpack_from("<BIII", written) == (1, 3, 1, 4)
    assert len(written) == 13 + 4 * 16


def test_polygons_in_rd_stay_what_they_are():
    square = "POLYGON ((120000 480000, 121000 480000, 121000 481000, 120000 481000, 120000 480000))"
    for crs in ("EPSG:28992", "EPSG:7415"):
        (found,) = geometry.polygons_to_rd(wkb(square), crs)
        assert found.equals(shapely.from_wkt(square))


def test_polygons_in_degrees_come_to_rd():
    lon, lat = grid.to_lonlat(
        np.array([120000.0, 121000.0, 121000.0]), np.array([480000.0, 480000.0, 481000.0]), "EPSG:28992"
    )
    text = ", ".join(f"{a:.12f} {b:.12f} 7" for a, b in [*zip(lon, lat), (lon[0], lat[0])])
    (found,) = geometry.polygons_to_rd(wkb(f"POLYGON Z (({text}))"), "EPSG:4326")
    assert not found.has_z
    expected = [(120000, 480000), (121000, 480000), (121000, 481000), (120000, 480000)]
    assert np.array(found.exterior.coords) == pytest.approx(np.array(expected, dtype=float), abs=1e-3)


def test_polygons_that_cross_themselves_are_mended():
    (found,) = geometry.polygons_to_rd(wkb("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"), "EPSG:28992")
    assert found.is_valid
    assert found.area == pytest.approx(2.0)


@pytest.mark.parametrize("crs", ["EPSG:28992", "EPSG:4326"])
def test_absent_and_damaged_polygons_stay_absent(crs):
    array = np.array([None, b"", b"\x01\x03", wkb("POLYGON ((5 52, 6 52, 6 53, 5 52))")[0]], dtype=object)
    found = geometry.polygons_to_rd(array, crs)
    assert [g is None or g.is_empty for g in found] == [True, True, True, False]


def test_polygons_are_written_as_multipolygons():
    shapes = ["POLYGON ((0 0, 4 0, 4 4, 0 0))", "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)), ((9 0, 10 0, 10 1, 9 0)))"]
    shapes.append("GEOMETRYCOLLECTION (POLYGON ((0 0, 4 0, 4 4, 0 0)), LINESTRING (4 4, 9 9))")
    written = geometry.to_wkb(np.array([shapely.from_wkt(s) for s in shapes], dtype=object))
    found = [shapely.from_wkb(w) for w in written]
    assert [g.geom_type for g in found] == ["MultiPolygon"] * 3
    assert [g.area for g in found] == [8.0, 2.5, 8.0]
    assert all(w[0] == 1 for w in written)


def test_a_mended_polygon_with_a_spike_is_written_whole():
    mended = geometry.polygons_to_rd(wkb("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0, -5 0, 0 0))"), "EPSG:28992")
    (written,) = geometry.to_wkb(mended)
    assert shapely.from_wkb(written).area == pytest.approx(2.0)


@pytest.mark.parametrize(
    "shape",
    [
        "POLYGON EMPTY",
        "LINESTRING (0 0, 1 1)",
        "GEOMETRYCOLLECTION EMPTY",
    ],
)
def test_a_geometry_without_area_is_written_empty(shape):
    (written,) = geometry.to_wkb(np.array([shapely.from_wkt(shape), None], dtype=object)[:1])
    assert shapely.from_wkb(written).is_empty


# Coordinates ------------------------------------------------------------------------------------------------------


def test_rd_coordinates_stay_what_they_are():
    x, y = np.array([155000.0]), np.array([463000.0])
    for crs in ("EPSG:28992", "EPSG:7415"):
        assert [values.tolist() for values in geometry.xy_in_rd(x, y, crs)] == [[155000.0], [463000.0]]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "OGC:CRS84"])
def test_degrees_come_to_rd(crs):
    lon, lat = grid.to_lonlat(np.array([155000.0]), np.array([463000.0]), "EPSG:28992")
    x, y = geometry.xy_in_rd(lon, lat, crs)
    assert (x[0], y[0]) == pytest.approx((155000, 463000), abs=1e-3)


def test_another_system_comes_to_rd_by_way_of_degrees():
    # Web Mercator of 5.3872 E, 52.1552 N: 111319.49 m a degree; by the formula of the projection.
    lon, lat = 5.3872, 52.1552
    mercator = np.array([lon * 111319.49079327358]), np.array([6378137 * np.arctanh(np.sin(np.radians(lat)))])
    x, y = geometry.xy_in_rd(*mercator, "EPSG:3857")
    direct = grid.to_rd(np.array([lon]), np.array([lat]))
    assert (x[0], y[0]) == pytest.approx((direct[0][0], direct[1][0]), abs=1e-3)


# Points in polygons -----------------------------------------------------------------------------------------------


def squares(*corners, size=10.0):
    return np.array([shapely.box(x, y, x + size, y + size) for x, y in corners], dtype=object)


@given(st.lists(st.tuples(st.integers(-5, 35), st.integers(-5, 35)), max_size=40))
def test_each_point_is_in_the_first_polygon_that_holds_it(points):
    polygons = squares((0, 0), (10, 0), (5, 5), (20, 20))
    x, y = np.array(points, dtype=float).reshape(-1, 2).T
    expected = [
        next((at for at, p in enumerate(polygons) if p.intersects(shapely.Point(point))), -1) for point in points
    ]
    assert geometry.locate(x, y, polygons).tolist() == expected


def test_a_point_on_a_shared_border_is_in_the_first():
    polygons = squares((0, 0), (10, 0), (0, 10))
    x, y = np.array([10.0, 5.0, 10.0, 20.0, 10.0]), np.array([5.0, 10.0, 10.0, 0.0, 0.0])
    assert geometry.locate(x, y, polygons).tolist() == [0, 0, 0, 1, 0]
    assert geometry.locate(x, y, polygons[::-1]).tolist() == [1, 0, 0, 1, 1]


def test_a_point_in_a_hole_is_outside():
    ring = shapely.from_wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))")
    assert geometry.locate(np.array([5.0, 2.0]), np.array([5.0, 5.0]), [ring]).tolist() == [-1, 0]


def test_points_without_coordinates_are_in_no_polygon():
    x, y = np.array([np.nan, 5.0, np.nan, np.inf, 5.0]), np.array([5.0, np.nan, np.nan, 5.0, 5.0])
    assert geometry.locate(x, y, squares((0, 0))).tolist() == [-1, -1, -1, -1, 0]


def test_absent_polygons_hold_nothing():
    polygons = [None, shapely.from_wkt("POLYGON EMPTY"), shapely.box(0, 0, 1, 1)]
    assert geometry.locate(np.array([0.5]), np.array([0.5]), polygons).tolist() == [2]
    assert geometry.locate(np.array([0.5]), np.array([0.5]), []).tolist() == [-1]
    assert geometry.locate(np.array([]), np.array([]), polygons).tolist() == []


# The library ------------------------------------------------------------------------------------------------------


def test_without_shapely_the_user_reads_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "shapely", None)
    with pytest.raises(DependencyMissingError, match=r"shapely \(version 2\) is missing.*shapely==2\.0\.7"):
        geometry.shapely_library()


@pytest.mark.parametrize(("version", "good"), [("1.8.5.post1", False), ("2.0.7", True), ("2.1.0", True)])
def test_shapely_must_be_version_2(monkeypatch, version, good):
    monkeypatch.setattr(shapely, "__version__", version)
    if good:
        assert geometry.shapely_library() is shapely
    else:
        with pytest.raises(DependencyMissingError, match=r"library shapely \(version 2\) is missing\. Install it"):
            geometry.shapely_library()


def test_points_alone_are_points():
    point, group, box = (
        shapely.to_wkb(shape)
        for shape in (shapely.Point(1, 2), shapely.MultiPoint([(1, 2), (3, 4)]), shapely.box(0, 0, 1, 1))
    )
    assert geometry.all_points(np.array([point, None, group, b""], dtype=object))
    assert geometry.all_points(np.array([point, point], dtype="V21"))
    assert not geometry.all_points(np.array([point, box], dtype=object))


@given(
    st.lists(st.tuples(st.floats(0, 5000), st.floats(0, 5000), st.floats(0.1, 700)), max_size=6),
    st.sampled_from([0.0, 40.0, 150.0]),
    st.integers(0, 1000),
)
def test_no_point_within_reach_is_left_out(boxes, reach, seed):
    polygons = np.array([*(shapely.box(x, y, x + size, y + size / 2) for x, y, size in boxes), None], dtype=object)[:-1]
    corners = shapely.get_coordinates(polygons)
    spots = np.concatenate(
        [np.random.default_rng(seed).uniform(-500, 6000, (200, 2)), corners, corners + np.array([reach, 0])]
    )
    kept = geometry.perhaps_near(*spots.T, polygons, reach)
    distance = shapely.distance(shapely.points(spots)[:, None], polygons[None, :]).min(axis=1, initial=np.inf)
    assert kept[distance <= reach].all()


def test_what_is_far_away_or_nowhere_is_left_out():
    polygons = np.array([shapely.box(0, 0, 10, 10), shapely.box(90000, 90000, 90010, 90010), shapely.Point().buffer(0)])
    x, y = np.array([5.0, 45000.0, 90000.0, np.nan, -1e7]), np.array([5.0, 45000.0, 5.0, 5.0, np.nan])
    assert geometry.perhaps_near(x, y, polygons, 100.0).tolist() == [True, False, False, False, False]
    assert not geometry.perhaps_near(x, y, polygons[:0]).any()
