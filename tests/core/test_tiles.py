"""Tiles: together they cover, none is needless, and quarters are the whole."""

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.tiles import Tile, covering

metres = st.integers(0, 60_000)


def box(tile):
    return shapely.box(tile.west, tile.south, tile.east, tile.north)


@given(metres, metres, st.integers(1, 45_000), st.integers(1, 45_000))
def test_tiles_cover_the_area_and_are_no_larger_than_asked(x, y, width, height):
    area = shapely.box(x, y, x + width, y + height)
    tiles = covering(area, 10_000)
    assert shapely.area(shapely.difference(area, shapely.union_all([box(t) for t in tiles]))) == pytest.approx(0, abs=1)
    assert all(t.size <= 10_000.001 for t in tiles)
    assert len(tiles) == -(-width // 10_000) * -(-height // 10_000)


def test_tiles_that_do_not_touch_the_area_are_left_out():
    ring = shapely.box(0, 0, 30_000, 30_000).difference(shapely.box(9_000, 9_000, 21_000, 21_000))
    assert len(covering(ring, 10_000)) == 8


def test_quarters_are_the_tile():
    tile = Tile(0, 0, 10, 20)
    assert shapely.equals(shapely.union_all([box(part) for part in tile.quarters()]), box(tile))
    assert sum(shapely.area(box(part)) for part in tile.quarters()) == 200
    assert tile.size == 20


def test_a_tile_has_the_same_name_in_every_run():
    area = shapely.box(121_000, 480_000, 135_000, 487_000)
    assert [t.key for t in covering(area)] == [t.key for t in covering(area)]
    assert len({t.key for t in covering(area)}) == len(covering(area))
    assert Tile(0.5, 1, 2, 3).key == "0.500,1.000,2.000,3.000"


def test_a_tile_that_shares_only_an_edge_touches():
    assert Tile(0, 0, 10, 10).touches(shapely.box(10, 0, 20, 10))
    assert not Tile(0, 0, 10, 10).touches(shapely.box(10.01, 0, 20, 10))
