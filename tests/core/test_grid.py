import sys
import threading

import h3.api.basic_int as h3
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod, Transformer
from pyproj.transformer import TransformerGroup

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import DependencyMissingError, ResolutionError

RD = "EPSG:28992"
LONLAT = "EPSG:4326"

eastings = st.floats(10_000, 280_000)
northings = st.floats(305_000, 620_000)
resolutions = st.integers(5, 11)
places = st.lists(st.tuples(st.floats(3.3, 7.2), st.floats(50.7, 53.6)), min_size=1, max_size=20)


def arrays(pairs):
    return np.array(pairs, dtype=float).reshape(-1, 2).T


def country(n=20_000, seed=28992):
    """Points all over the Netherlands, in RD."""
    random = np.random.default_rng(seed)
    return random.uniform(10_000, 280_000, n), random.uniform(305_000, 620_000, n)


def cells_of(pairs, resolution):
    return np.array([h3.latlng_to_cell(lat, lon, resolution) for lon, lat in pairs], dtype=np.uint64)


def unpacked(disks):
    return [disks.members[a:b].tolist() for a, b in zip(disks.starts[:-1], disks.starts[1:])]


# Coordinates ------------------------------------------------------------------------------------------------------


def seven_parameters():
    """PROJ's own transformation without a grid file: EPSG:4833, Amersfoort to WGS 84 (4)."""
    found = TransformerGroup(RD, LONLAT, always_xy=True).transformers
    return next(t for t in found if "Amersfoort to WGS 84 (4)" in t.description)


def test_the_pinned_pipeline_is_the_transformation_of_proj_itself():
    x, y = country()
    lon, lat = grid.to_lonlat(x, y, RD)
    expected = seven_parameters().transform(x, y)
    assert np.abs(lon - expected[0]).max() < 1e-9
    assert np.abs(lat - expected[1]).max() < 1e-9


@pytest.mark.parametrize(
    ("x", "y", "lat", "lon"),
    [
        (155000, 463000, 52.155172897, 5.387203658),  # Amersfoort, the origin, by RDNAPTRANS
        (120700.723, 487525.501, 52.37453253, 4.88352559),  # Westertoren, Amsterdam
        (233883.131, 582065.167, 53.21938317, 6.56820053),  # Martinitoren, Groningen
    ],
)
def test_known_towers_are_where_they_are(x, y, lat, lon):
    """Within the 0.3 m that the pipeline is from RDNAPTRANS in either direction."""
    (east,), (north,) = grid.to_lonlat(np.array([float(x)]), np.array([float(y)]), RD)
    assert abs(north - lat) * 111_000 < 0.3
    assert abs(east - lon) * 68_000 < 0.3


def test_there_and_back_is_less_than_a_millimetre():
    x, y = country()
    back = grid.to_rd(*grid.to_lonlat(x, y, RD))
    assert np.abs(back[0] - x).max() < 1e-3
    assert np.abs(back[1] - y).max() < 1e-3


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "OGC:CRS84"])
def test_degrees_stay_what_they_are(crs):
    lon, lat = arrays([(5.1, 52.2), (np.nan, 0)])
    found = grid.to_lonlat(lon, lat, crs)
    assert [v.tolist()[0] for v in found] == [5.1, 52.2]


def test_another_system_is_transformed_with_east_first():
    lon, lat = grid.to_lonlat(np.array([500_000.0]), np.array([5_760_000.0]), "EPSG:32631")
    expected = Transformer.from_crs("EPSG:32631", LONLAT, always_xy=True).transform(500_000, 5_760_000)
    assert (lon[0], lat[0]) == pytest.approx(expected)
    assert 2.9 < lon[0] < 3.1


def test_a_wkt_names_a_system_too():
    from pyproj import CRS

    lon, _ = grid.to_lonlat(np.array([500_000.0]), np.array([5_760_000.0]), CRS.from_epsg(32631).to_wkt())
    assert lon[0] == pytest.approx(3.0)


def test_rd_with_heights_goes_through_the_same_pipeline():
    x, y = country(100)
    assert np.array_equal(grid.to_lonlat(x, y, "EPSG:7415"), grid.to_lonlat(x, y, RD))


@pytest.mark.parametrize(
    ("lon", "lat", "expected"),
    [
        (5.0, 52.0, True),
        (2.0, 50.0, True),
        (8.5, 54.5, True),
        (1.99, 52.0, False),
        (8.51, 52.0, False),
        (5.0, 49.99, False),
        (5.0, 54.51, False),
        (52.0, 5.0, False),
        (0.0, 0.0, False),
        (np.nan, 52.0, False),
        (5.0, np.nan, False),
        (np.inf, np.inf, False),
        (5.0, -np.inf, False),
    ],
)
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "OGC:CRS84"])
def test_dutch_data_lie_in_and_around_the_netherlands(lon, lat, expected, crs):
    assert grid.inside(np.array([lon]), np.array([lat]), crs).tolist() == [expected]


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (155_000.0, 463_000.0, True),
        (-50_000.0, 250_000.0, True),
        (350_000.0, 700_000.0, True),
        (-50_001.0, 463_000.0, False),
        (350_001.0, 463_000.0, False),
        (155_000.0, 249_999.0, False),
        (155_000.0, 700_001.0, False),
        (463_000.0, 155_000.0, False),
        (0.0, 0.0, False),
        (5.0, 52.0, False),
        (np.nan, 463_000.0, False),
        (155_000.0, np.inf, False),
    ],
)
@pytest.mark.parametrize("crs", ["EPSG:28992", "EPSG:7415"])
def test_dutch_data_lie_in_and_around_the_netherlands_in_rd_too(x, y, expected, crs):
    assert grid.inside(np.array([x]), np.array([y]), crs).tolist() == [expected]


def test_another_system_is_judged_in_degrees():
    # 3 and 9 degrees east on the central meridian of zone 31, and on that of zone 32.
    north = np.array([5_760_000.0])
    assert grid.inside(np.array([500_000.0]), north, "EPSG:32631").tolist() == [True]
    assert grid.inside(np.array([500_000.0]), north, "EPSG:32632").tolist() == [False]


def test_from_degrees_is_the_way_back():
    x, y = country(200)
    for crs in (RD, "EPSG:32631"):
        there = grid.to_lonlat(x, y + 5_000_000 * (crs != RD), crs)
        back = grid.from_lonlat(*there, crs)
        assert np.abs(back[0] - x).max() < 1e-3
    lon, lat = np.array([5.0]), np.array([52.0])
    assert [v.tolist() for v in grid.from_lonlat(lon, lat, LONLAT)] == [[5.0], [52.0]]


# Cells ------------------------------------------------------------------------------------------------------------


@given(places, resolutions)
def test_a_point_in_degrees_is_in_the_cell_that_h3_gives(pairs, resolution):
    found = grid.index(*arrays(pairs), LONLAT, resolution)
    assert found.dtype == np.uint64
    assert found.tolist() == cells_of(pairs, resolution).tolist()


@pytest.mark.parametrize("resolution", range(5, 12))
def test_a_point_in_rd_is_in_the_cell_that_h3_gives(resolution):
    x, y = country(2000, seed=resolution)
    lon, lat = seven_parameters().transform(x, y)
    expected = cells_of(zip(lon.tolist(), lat.tolist()), resolution)
    assert np.array_equal(grid.index(x, y, RD, resolution), expected)


def test_a_known_address_is_in_a_known_cell():
    # Dom tower, Utrecht; cell by h3-py 4.5: latlng_to_cell(52.0907, 5.1213, 8).
    assert grid.names(grid.index(np.array([5.1213]), np.array([52.0907]), LONLAT, 8)).tolist() == ["8819690823fffff"]


@pytest.mark.parametrize(
    ("x", "y", "crs"),
    [
        (np.nan, 480_000.0, RD),
        (120_000.0, np.nan, RD),
        (np.inf, np.inf, RD),
        (-np.inf, 480_000.0, RD),
        (0.0, 0.0, RD),
        (480_000.0, 120_000.0, RD),
        (1e300, 1e300, RD),
        (52.0, 5.0, LONLAT),
        (0.0, 0.0, LONLAT),
        (np.nan, np.nan, LONLAT),
        (500_000.0, 99_000_000.0, "EPSG:32631"),
    ],
)
def test_a_point_without_a_place_has_no_cell_and_leaves_the_others_theirs(x, y, crs):
    good = {RD: (120_000.0, 480_000.0), LONLAT: (5.0, 52.0)}.get(crs, (500_000.0, 5_760_000.0))
    cells = grid.index(*arrays([good, (x, y), good]), crs, 8)
    assert cells[1] == 0
    assert cells[0] == cells[2] > 0


def test_no_points_have_no_cells():
    assert grid.index(np.array([]), np.array([]), RD, 8).tolist() == []


@pytest.mark.parametrize("resolution", range(5, 12))
def test_the_resolutions_that_are_offered(resolution):
    assert grid.check_resolution(resolution) == resolution


@pytest.mark.parametrize("resolution", [-1, 0, 4, 12, 15])
def test_another_resolution_is_refused(resolution):
    with pytest.raises(ResolutionError, match=f"Resolution {resolution} is out of range.* from 5 to 11"):
        grid.check_resolution(resolution)


@given(places, st.integers(0, 15))
def test_the_resolution_of_a_cell_is_read_back(pairs, resolution):
    assert set(grid.resolutions(cells_of(pairs, resolution)).tolist()) == {resolution}


@given(places, st.integers(0, 15), st.data())
def test_rolling_up_gives_the_ancestor_that_h3_gives(pairs, fine, data):
    coarse = data.draw(st.integers(0, fine))
    cells = cells_of(pairs, fine)
    assert grid.roll_up(cells, coarse).tolist() == [h3.cell_to_parent(c, coarse) for c in cells.tolist()]


def test_rolling_up_around_a_pentagon():
    around = np.array(sorted(h3.grid_disk(h3.get_pentagons(9)[0], 3)), dtype=np.uint64)
    for coarse in range(10):
        assert grid.roll_up(around, coarse).tolist() == [h3.cell_to_parent(c, coarse) for c in around.tolist()]


def test_the_cell_of_a_point_is_not_always_the_ancestor_of_its_finer_cell():
    x, y = country(5000)
    direct, rolled = grid.index(x, y, RD, 8), grid.roll_up(grid.index(x, y, RD, 9), 8)
    assert 0.04 < (direct != rolled).mean() < 0.10


@given(places, resolutions)
def test_names_are_those_of_h3_and_lead_back(pairs, resolution):
    cells = cells_of(pairs, resolution)
    names = grid.names(cells)
    assert names.tolist() == [h3.int_to_str(c) for c in cells.tolist()]
    assert {len(name) for name in names} == {15}
    assert np.array_equal(grid.from_names(names), cells)
    assert grid.from_names(names.tolist()).dtype == np.uint64


# Neighbours -------------------------------------------------------------------------------------------------------


@given(places, resolutions, st.integers(0, 3))
def test_a_disk_is_that_of_h3_in_order(pairs, resolution, rings):
    cells = cells_of(pairs, resolution)
    found = grid.disks(cells, rings)
    assert unpacked(found) == [sorted(h3.grid_disk(c, rings)) for c in cells.tolist()]
    assert (found.members.dtype, found.starts.dtype) == (np.uint64, np.int64)


@given(places, resolutions)
def test_neighbours_are_the_ring_around_a_cell(pairs, resolution):
    cells = cells_of(pairs, resolution)
    assert unpacked(grid.neighbours(cells)) == [sorted(h3.grid_ring(c, 1)) for c in cells.tolist()]


@pytest.mark.parametrize("resolution", range(5, 12))
def test_a_pentagon_has_five_neighbours(resolution):
    pentagon = h3.get_pentagons(resolution)[0]
    beside = min(set(h3.grid_disk(pentagon, 1)) - {pentagon})
    cells = np.array([beside, pentagon], dtype=np.uint64)
    hexagon, around = unpacked(grid.neighbours(cells))
    assert (len(hexagon), len(around)) == (6, 5)
    assert around == sorted(set(h3.grid_disk(pentagon, 1)) - {pentagon})
    assert unpacked(grid.disks(cells, 2))[1] == sorted(h3.grid_disk(pentagon, 2))
    assert [len(d) for d in unpacked(grid.disks(cells, 0))] == [1, 1]


def test_no_cells_have_no_neighbours():
    none = np.empty(0, dtype=np.uint64)
    for disks in (grid.neighbours(none), grid.disks(none, 2)):
        assert (disks.starts.tolist(), disks.members.tolist()) == ([0], [])


def test_nearness_goes_both_ways():
    cells = np.unique(grid.index(*country(3000), RD, 6))
    around = unpacked(grid.neighbours(cells))
    pairs = {(cell, other) for cell, others in zip(cells.tolist(), around) for other in others}
    known = set(cells.tolist())
    assert all((other, cell) in pairs for cell, other in pairs if other in known)


# Shape ------------------------------------------------------------------------------------------------------------


def rings(cells):
    found = grid.boundaries(cells)
    return [np.column_stack([found.x[a:b], found.y[a:b]]) for a, b in zip(found.starts[:-1], found.starts[1:])]


@pytest.mark.parametrize("resolution", range(5, 12))
def test_a_cell_holds_its_points(resolution):
    x, y = country(1500, seed=resolution)
    cells = grid.index(x, y, RD, resolution)
    polygons = {cell: shapely.Polygon(ring) for cell, ring in zip(cells.tolist(), rings(cells))}
    distance = shapely.distance([polygons[c] for c in cells.tolist()], shapely.points(x, y))
    assert distance.max() < 1e-3


def test_outlines_are_those_of_h3_counter_clockwise_and_open():
    cells = np.unique(grid.index(*country(300), RD, 8))
    for cell, ring in zip(cells.tolist(), rings(cells)):
        lat, lon = np.array(h3.cell_to_boundary(cell)).T
        assert np.array_equal(np.column_stack(grid.to_rd(lon, lat)), ring)
        assert shapely.is_ccw(shapely.LinearRing(ring))
        assert not np.array_equal(ring[0], ring[-1])


def test_cells_of_one_resolution_tile_the_plane():
    middle = grid.index(np.array([132_000.0]), np.array([480_000.0]), RD, 8)
    disk = grid.disks(middle, 4).members
    polygons = [shapely.Polygon(ring) for ring in rings(disk)]
    whole = shapely.union_all(shapely.set_precision(polygons, 0.001))
    assert sum(p.area for p in polygons) == pytest.approx(whole.area, rel=1e-6)
    assert whole.geom_type == "Polygon"
    assert len(whole.interiors) == 0


def test_a_pentagon_and_a_hexagon_have_their_own_number_of_vertices():
    pentagon, hexagon = h3.get_pentagons(6)[0], h3.latlng_to_cell(52.1, 5.1, 6)
    found = grid.boundaries(np.array([hexagon, pentagon, hexagon], dtype=np.uint64))
    assert np.diff(found.starts).tolist() == [6, 5, 6]


def test_no_cells_have_no_outlines_or_areas():
    none = np.empty(0, dtype=np.uint64)
    found = grid.boundaries(none)
    assert (found.starts.tolist(), found.x.tolist(), found.y.tolist()) == ([0], [], [])
    assert grid.areas_km2(none).tolist() == []


@pytest.mark.parametrize("resolution", range(5, 12))
def test_areas_are_those_on_the_ellipsoid(resolution):
    cells = np.unique(grid.index(*country(400, seed=resolution), RD, resolution))
    geod = Geod(ellps="WGS84")
    expected = []
    for cell in cells.tolist():
        lat, lon = np.array(h3.cell_to_boundary(cell)).T
        expected.append(abs(geod.polygon_area_perimeter(lon, lat)[0]) / 1e6)
    assert grid.areas_km2(cells) == pytest.approx(np.array(expected), rel=1e-6)


def test_a_dutch_cell_is_larger_than_on_the_sphere():
    cells = grid.index(np.array([132_000.0]), np.array([480_000.0]), RD, 8)
    sphere = h3.cell_area(int(cells[0]), "km^2")
    assert grid.areas_km2(cells)[0] / sphere == pytest.approx(1.0039, abs=2e-4)


# The library ------------------------------------------------------------------------------------------------------


def test_without_h3_the_user_reads_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "h3.api", None)
    with pytest.raises(DependencyMissingError, match=r"h3 \(version 4\) is missing\. Install it.*h3>=4"):
        grid.h3_library()


def test_the_library_is_the_one_with_integers():
    assert isinstance(grid.h3_library().latlng_to_cell(52.0, 5.0, 8), int)


def test_pyproj_is_used_in_one_thread_whoever_asks(monkeypatch):
    seen = set()
    real = grid._transformer

    def transformer(crs):
        seen.add(threading.current_thread().name)
        return real(crs)

    monkeypatch.setattr(grid, "_transformer", transformer)
    found = []
    askers = [
        threading.Thread(target=lambda: found.append(grid.to_lonlat(np.array([155000.0]), np.array([463000.0]), RD)))
        for _ in range(5)
    ]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(seen) == 1
    assert len({(float(lon[0]), float(lat[0])) for lon, lat in found}) == 1
