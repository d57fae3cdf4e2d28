import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.regions import MUNICIPALITY, holding_level, pooled
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.rules import Rules
from tests.core.disclosure.support import SIDE, SOUTH, WEST, areas, ground, heavy_tailed, homes_around, shot


def cut(seed, level=8, rules=None, banned=(), count=500):
    x, y, persons, names = heavy_tailed(seed, count)
    on = ground(shot(x, y, persons, names), homes_around(x, y))
    made = pooled(on, set(on.territory.codes), level, rules or Rules(), set(banned))
    return on, [region for code in sorted(made) for region in made[code]]


def measured(on, regions):
    owner = on.territory.owners(regions)
    return owner, on.measure(owner, len(regions))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([7, 8, 9]))
def test_every_atom_is_in_exactly_one_region_and_all_but_the_last_are_safe(seed, level):
    on, regions = cut(seed, level)
    owner, found = measured(on, regions)
    assert (owner >= 0).all()
    assert sum(len(region.cells) for region in regions) == len(on.territory)
    safe = Rules().safe(found)
    unsafe = [region for region, ok in zip(regions, safe) if not ok]
    assert len({region.gemeentecode for region in unsafe}) == len(unsafe)  # one leftover for each municipality
    assert found.persons.sum() == on.snapshot.persons.sum()


@pytest.mark.parametrize("level", [7, 8, 9])
def test_each_region_lies_in_the_cell_it_says(level):
    _, regions = cut(5, level)
    for region in regions:
        if region.level != MUNICIPALITY:
            assert len(np.unique(grid.roll_up(region.array, region.level))) == 1
        assert region.level <= level
        assert region.pooled == (region.level != level) or region.pooled


def test_pooling_shows_more_than_merging_parents():
    """disclosure.md 5.4: a safe hexagon stands alone although its neighbour is unsafe."""
    on, regions = cut(7, 8)
    _, found = measured(on, regions)
    single = np.array([not region.pooled for region in regions])
    assert found.persons[single & Rules().safe(found)].sum() > 0.4 * found.persons.sum()


def test_order_of_the_addresses_does_not_matter():
    x, y, persons, names = heavy_tailed(9)
    order = np.random.default_rng(1).permutation(len(x))
    around = homes_around(x, y)
    one = ground(shot(x, y, persons, names), around)
    other = ground(shot(x[order], y[order], persons[order], names[order]), around)
    codes = set(one.territory.codes)
    assert pooled(one, codes, 8, Rules(), set()) == pooled(other, codes, 8, Rules(), set())


def test_a_banned_region_goes_up_into_the_rest():
    _, regions = cut(11)
    single = next(region for region in regions if not region.pooled)
    _, again = cut(11, banned={single.regio_id})
    assert single not in again
    holder = next(r for r in again if set(single.cells) <= set(r.cells) and r.gemeentecode == single.gemeentecode)
    assert holder.pooled
    assert len(holder.cells) > len(single.cells)
    assert holder.level < single.level


def test_nobody_there_gives_one_unsafe_region_for_each_municipality():
    on = ground(shot([WEST + 100], [SOUTH + 100], [3], ["a"]))
    made = pooled(on, set(on.territory.codes), 8, Rules(), set())
    assert [len(regions) for regions in made.values()] == [1, 1]


def test_the_rest_of_a_cell_has_its_empty_atoms_too():
    """A rest region says nothing about which of its cells are occupied."""
    on, regions = cut(3)
    rests = [r for r in regions if r.pooled and r.level == 7]
    assert rests
    occupied = set(on.snapshot.cells.tolist())
    assert any(set(rest.cells) - occupied for rest in rests)
    for rest in rests:
        parent = grid.roll_up(rest.array[:1], 7)[0]
        inside = {
            int(cell)
            for cell, number in zip(on.territory.cells, on.territory.numbers)
            if on.territory.codes[number] == rest.gemeentecode and grid.roll_up(np.array([cell]), 7)[0] == parent
        }
        alone = {c for r in regions if r.gemeentecode == rest.gemeentecode and r.level == 8 for c in r.cells}
        assert set(rest.cells) == inside - alone


def test_suppress_one_trap():
    """T16: one unsafe cell in a municipality is pooled with others or takes the municipality's rest along."""
    rng = np.random.default_rng(0)
    east, north = WEST + rng.uniform(500, SIDE - 500, 300), SOUTH + rng.uniform(500, SIDE - 500, 300)
    on = ground(shot(east, north, np.full(300, 4.0), [f"a{i}" for i in range(300)], where=areas(1)), where=areas(1))
    regions = pooled(on, {"1001"}, 8, Rules(), set())["1001"]
    _, found = measured(on, list(regions))
    safe = Rules().safe(found)
    assert safe.sum() >= 5
    if not safe.all():  # what is not published is no single small cell that a total would give away
        assert found.persons[~safe].sum() == 0 or len(regions[int(np.flatnonzero(~safe)[0])].cells) > 7


def test_holding_level_is_that_of_the_smallest_cell_around():
    h3 = grid.h3_library()
    parent = h3.latlng_to_cell(52.3, 5.04, 7)
    children = np.array(sorted(h3.cell_to_children(parent, 9)), dtype=np.uint64)
    assert holding_level(children) == 7
    assert holding_level(children[:1]) == 9
    far = np.array([h3.latlng_to_cell(51.0, 5.9, 9), h3.latlng_to_cell(53.2, 6.5, 9)], dtype=np.uint64)
    assert holding_level(far) == MUNICIPALITY


def one_parent(*cells_with_persons, homes_each=60):
    """Ground of one municipality with addresses in a few hexagons of resolution 8 under one parent."""
    from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.snapshot import homes

    h3 = grid.h3_library()
    parent = h3.latlng_to_cell(*reversed(lonlat(WEST + 3000, SOUTH + 3000)), 7)
    children = sorted(h3.cell_to_children(parent, 8))
    x, y, persons, at = [], [], [], []
    rng = np.random.default_rng(1)
    for number, (group, count) in enumerate(cells_with_persons):
        lat, lon = h3.cell_to_latlng(children[number])
        east, north = grid.to_rd(np.array([lon]), np.array([lat]))
        x += (east + rng.uniform(-100, 100, len(group))).tolist()
        y += (north + rng.uniform(-100, 100, len(group))).tolist()
        persons += group
        at += [(float(east[0]), float(north[0]))] * count
    around = np.array(at) + rng.uniform(-100, 100, (len(at), 2))
    where = areas(1)
    known = homes([(around[:, 0], around[:, 1], grid.RD_NEW, where.codes_of(None, around[:, 0], around[:, 1]))])
    found = shot(x, y, persons, [f"a{i}" for i in range(len(x))], where=where)
    return ground(found, known, where), children


def lonlat(x, y):
    lon, lat = grid.to_lonlat(np.array([x]), np.array([y]), grid.RD_NEW)
    return float(lon[0]), float(lat[0])


def test_an_unsafe_rest_takes_up_the_display_cells_with_the_fewest_homes():
    """Two and not one: of two parts, of which one could have stood alone, the other is surely inhabited."""
    busy = [3] * 10
    on, children = one_parent((busy, 90), (busy, 40), (busy, 60), ([12, 2, 2], 30))
    regions = pooled(on, {"1001"}, 8, Rules(), set())["1001"]
    alone = {int(grid.roll_up(r.array[:1], 8)[0]) for r in regions if not r.pooled}
    assert alone == {children[0]}
    holder = next(r for r in regions if r.pooled and on.measure(on.territory.owners([r]), 1).persons[0] > 0)
    assert holder.level == 7
    assert {children[1], children[2], children[3]} <= set(grid.roll_up(holder.array, 8).tolist())


def test_a_rest_with_a_few_leaves_the_display_cells_alone():
    busy = [3] * 10
    on, children = one_parent((busy, 90), (busy, 40), ([5, 2], 30))
    regions = pooled(on, {"1001"}, 8, Rules(), set())["1001"]
    alone = {int(grid.roll_up(r.array[:1], 8)[0]) for r in regions if not r.pooled}
    assert alone == {children[0], children[1]}


@pytest.mark.parametrize("seed", range(6))
def test_no_rest_of_two_parts_tells_that_both_are_inhabited(seed):
    """Had one part been empty, the other, with homes enough, would have stood alone."""
    on, regions = cut(seed, count=[150, 350, 900][seed % 3])
    checked = 0
    for region in regions:
        if not region.pooled or region.level == MUNICIPALITY or not Rules().safe(measured(on, [region])[1])[0]:
            continue
        atoms = on.territory.of_region(region)
        atoms = atoms[on.homes[atoms] > 0]
        parts, at = np.unique(grid.roll_up(on.territory.cells[atoms], region.level + 1), return_inverse=True)
        if region.level == 7:
            checked += 1
            assert len(parts) != 2 or np.bincount(at, on.homes[atoms]).max() < Rules().homes
    assert checked
