import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid, lattice
from arbeidsmigratie.arbeidsmigratie_plugin.core.lattice import PointIndexer

RD, LONLAT = "EPSG:28992", "EPSG:4326"
RESOLUTIONS = range(5, 12)


def scattered(n, west, south, east, north, seed=0):
    random = np.random.default_rng(seed)
    return random.uniform(west, east, n), random.uniform(south, north, n)


def on_edges(crs, resolution, far):
    """Points on and around the edges and corners of neighbouring cells, in a few square kilometres."""
    x, y = np.array([132_000.0]), np.array([480_000.0])
    outline = grid.boundaries(grid.disks(grid.index(x, y, RD, resolution), 4).members)
    xs, ys = [], []
    for a, b in zip(outline.starts[:-1], outline.starts[1:]):
        for share in (0.0, 0.01, 0.5, 0.99):
            xs.append(outline.x[a:b] * (1 - share) + np.roll(outline.x[a:b], -1) * share)
            ys.append(outline.y[a:b] * (1 - share) + np.roll(outline.y[a:b], -1) * share)
    random = np.random.default_rng(resolution)
    x, y = np.concatenate(xs), np.concatenate(ys)
    x, y = x + random.normal(0, far, len(x)), y + random.normal(0, far, len(y))
    return (x, y) if crs == RD else grid.to_lonlat(x, y, RD)


@pytest.mark.parametrize(
    ("crs", "resolution", "extent"),
    [(RD, 8, (-60_000, 240_000, 360_000, 710_000)), (LONLAT, 9, (3.0, 50.5, 7.5, 53.7))],
)
def test_everywhere_in_the_country_the_cells_are_those_of_h3(crs, resolution, extent):
    x, y = scattered(90_000, *extent)
    assert np.array_equal(PointIndexer(crs, resolution).index(x, y), grid.index(x, y, crs, resolution))


@pytest.mark.parametrize("crs", [RD, LONLAT])
@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_at_every_resolution_the_cells_are_those_of_h3(crs, resolution):
    west, south = 20_000 + 30_000 * (resolution - 5), 360_000 + 25_000 * (resolution - 5)
    x, y = scattered(9000, west, south, west + 80_000, south + 80_000, seed=resolution)
    x, y = (x, y) if crs == RD else grid.to_lonlat(x, y, RD)
    assert np.array_equal(PointIndexer(crs, resolution).index(x, y), grid.index(x, y, crs, resolution))


@pytest.mark.parametrize("crs", [RD, LONLAT])
@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_on_the_edge_of_a_cell_the_cells_are_those_of_h3(crs, resolution):
    for far in (0.0, 0.001, 0.01, 0.1):
        x, y = on_edges(crs, resolution, far)
        assert len(x) > 1000
        assert np.array_equal(PointIndexer(crs, resolution).index(x, y), grid.index(x, y, crs, resolution))


def test_on_the_border_of_two_tiles_the_cells_are_those_of_h3():
    x, y = scattered(6000, 159_990, 479_000, 160_010, 481_000)
    assert np.array_equal(PointIndexer(RD, 9).index(x, y), grid.index(x, y, RD, 9))


def test_dense_points_are_not_asked_one_by_one(monkeypatch):
    asked = []

    def counting(lon, lat, resolution):
        asked.append(len(lon))
        return grid.index_lonlat(lon, lat, resolution)

    monkeypatch.setattr(lattice, "index_lonlat", counting)
    x, y = scattered(50_000, 120_000, 460_000, 150_000, 470_000)
    indexer = PointIndexer(RD, 8)
    first = indexer.index(x, y)
    assert sum(asked) < 2000
    asked.clear()
    assert np.array_equal(indexer.index(x, y), first)
    assert sum(asked) < 100


def test_a_few_points_are_asked_one_by_one_and_the_same():
    x, y = scattered(300, 120_000, 460_000, 130_000, 470_000)
    assert np.array_equal(PointIndexer(RD, 9).index(x, y), grid.index(x, y, RD, 9))


def test_what_an_indexer_learnt_does_not_change_what_follows():
    x, y = scattered(9000, 100_000, 420_000, 200_000, 520_000)
    indexer = PointIndexer(RD, 10)
    parts = [indexer.index(x[at], y[at]) for at in np.array_split(np.random.default_rng(1).permutation(len(x)), 6)]
    order = np.concatenate(np.array_split(np.random.default_rng(1).permutation(len(x)), 6))
    assert np.array_equal(np.concatenate(parts), grid.index(x[order], y[order], RD, 10))


@pytest.mark.parametrize("crs", [RD, LONLAT, "EPSG:32631"])
def test_points_without_a_place_have_no_cell(crs):
    good = {RD: (120_000.0, 480_000.0), LONLAT: (5.0, 52.0)}.get(crs, (500_000.0, 5_760_000.0))
    x = np.array([np.nan, good[0], np.inf, good[0], 0.0, good[1]])
    y = np.array([good[1], np.nan, np.inf, good[1], 0.0, good[0]])
    cells = np.concatenate([PointIndexer(crs, 8).index(x, y), PointIndexer(crs, 8).index(x[:0], y[:0])])
    assert (cells > 0).tolist() == [False, False, False, True, False, False]
    assert cells.dtype == np.uint64


def test_another_system_is_indexed_too():
    x, y = scattered(2000, 450_000, 5_700_000, 600_000, 5_800_000)
    assert np.array_equal(PointIndexer("EPSG:32631", 9).index(x, y), grid.index(x, y, "EPSG:32631", 9))


@pytest.mark.parametrize("crs", [RD, LONLAT])
def test_where_two_faces_of_the_icosahedron_meet_the_cells_are_those_of_h3(crs):
    # They meet along a line through Zeeland, from 51.3 N 3.9 E to 53.7 N 4.7 E.
    lon, lat = scattered(20_000, 3.7, 51.2, 4.2, 51.9)
    faces = {tuple(grid.h3_library().get_icosahedron_faces(grid.h3_library().latlng_to_cell(b, a, 11)))
             for a, b in zip(lon.tolist(), lat.tolist())}  # fmt: skip
    assert {face for found in faces for face in found} == {3, 4}
    x, y = (lon, lat) if crs == LONLAT else grid.to_rd(lon, lat)
    for resolution in (5, 8, 11):
        assert np.array_equal(PointIndexer(crs, resolution).index(x, y), grid.index(x, y, crs, resolution))


def test_a_fit_that_is_not_good_enough_is_not_used(monkeypatch):
    monkeypatch.setattr(lattice, "_LARGEST_ERROR", 0.0)
    x, y = scattered(2000, 120_000, 460_000, 150_000, 470_000)
    indexer = PointIndexer(RD, 9)
    assert np.array_equal(indexer.index(x, y), grid.index(x, y, RD, 9))
    assert set(indexer._fits.values()) == {None}


def test_a_tile_on_two_faces_is_not_asked_one_by_one(monkeypatch):
    asked = []

    def counting(lon, lat, resolution):
        asked.append(len(lon))
        return grid.index_lonlat(lon, lat, resolution)

    monkeypatch.setattr(lattice, "index_lonlat", counting)
    x, y = scattered(60_000, 80_000, 440_000, 120_000, 480_000)  # from The Hague to Gouda: they meet in the west of it
    indexer = PointIndexer(RD, 8)
    found = indexer.index(x, y)
    assert (0, 2, 11) in indexer._on_two_faces
    assert sum(asked) < 0.3 * len(x)
    assert np.array_equal(found, grid.index(x, y, RD, 8))
