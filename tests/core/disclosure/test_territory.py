import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.territory import covering, hexagon_polygons, territory
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import shapely_library
from tests.core.disclosure.support import SIDE, SOUTH, WEST, areas, ground, heavy_tailed, homes_around, shot


def test_the_cells_of_a_municipality_cover_it_and_each_shares_area_with_it():
    shapely = shapely_library()
    polygon = areas(1).polygons[0]
    cells = covering(polygon)
    hexagons = hexagon_polygons(cells)
    assert shapely.area(shapely.difference(polygon, shapely.union_all(hexagons))) < 1.0
    assert (shapely.area(shapely.intersection(hexagons, polygon)) > 0).all()
    assert set(grid.resolutions(cells).tolist()) == {9}


@settings(max_examples=25, deadline=None)
@given(st.floats(0, 3000), st.floats(0, 3000), st.floats(40, 2500), st.floats(40, 2500))
def test_no_cell_is_missed_however_thin_the_polygon(left, low, width, height):
    shapely = shapely_library()
    polygon = shapely.box(WEST + left, SOUTH + low, WEST + left + width, SOUTH + low + height)
    hexagons = hexagon_polygons(covering(polygon))
    assert shapely.area(shapely.difference(polygon, shapely.union_all(hexagons))) < 1.0


def test_a_cell_on_a_border_is_an_atom_of_both_municipalities():
    land = territory(areas(), None, {})
    shared = np.intersect1d(land.cells[land.numbers == 0], land.cells[land.numbers == 1])
    assert len(shared) > 20
    assert len(np.unique(land.keys)) == len(land)


def test_places_are_found_back_by_cell_and_municipality():
    x, y, persons, names = heavy_tailed(1)
    found = shot(x, y, persons, names)
    on = ground(found, homes_around(x, y))
    assert (on.at >= 0).all()
    assert (on.territory.cells[on.at] == found.cells).all()
    codes = np.array(on.territory.codes, dtype=object)[on.territory.numbers[on.at]]
    assert (codes == found.codes.text()).all()


def test_homes_are_counted_once():
    x, y, persons, names = heavy_tailed(2)
    around = homes_around(x, y)
    on = ground(shot(x, y, persons, names), around)
    assert on.homes.sum() == around.counts.sum()


def test_a_municipality_that_is_not_asked_has_no_atoms():
    x, y, persons, names = heavy_tailed(3)
    one = areas(1)
    on = ground(shot(x, y, persons, names, where=areas()), where=one)
    east = x > WEST + SIDE
    assert east.any()
    assert on.snapshot.persons[on.at < 0].sum() == persons[east].sum()


@pytest.mark.parametrize("seed", range(3))
def test_a_frozen_municipality_keeps_its_atoms(seed):
    from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.regions import pooled
    from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules

    x, y, persons, names = heavy_tailed(seed)
    first = ground(shot(x, y, persons, names))
    regions = pooled(first, set(first.territory.codes), 8, Rules(), set())
    again = territory(areas(), None, regions)
    assert (again.keys == first.territory.keys).all()


def test_a_coarser_cell_is_the_parent_and_not_where_the_point_would_be_indexed():
    """T13: of 200,000 points 7.16 % are in another cell; two maps made in the two ways differ by just those."""
    rng = np.random.default_rng(42)
    lat, lon = rng.uniform(51.3, 53.2, 200_000), rng.uniform(4.0, 6.8, 200_000)
    fine, coarse = (grid.index_lonlat(lon, lat, resolution) for resolution in (8, 7))
    assert np.mean(grid.roll_up(fine, 7) != coarse) == pytest.approx(0.0716, abs=0.002)
