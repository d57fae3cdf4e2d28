import tracemalloc
from collections import defaultdict

import h3.api.basic_int as h3
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid, hexagons
from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels
from arbeidsmigratie.arbeidsmigratie_plugin.core.errors import ResolutionError
from arbeidsmigratie.arbeidsmigratie_plugin.core.hexagons import HexagonCounter, Tally
from arbeidsmigratie.arbeidsmigratie_plugin.core.rates import crude_rate, empirical_bayes

RD = "EPSG:28992"
LONLAT = "EPSG:4326"
HERE, THERE = (132_000.0, 480_000.0), (150_000.0, 400_000.0)


def add_addresses(counter, *rows):
    """Adds addresses as (place, registrations, municipality)."""
    x, y = np.array([place for place, _, _ in rows], dtype=float).reshape(-1, 2).T
    return counter.add_addresses(
        x, y, RD, np.array([n for _, n, _ in rows], dtype=float), labels([c for _, _, c in rows])
    )


def add_dwellings(counter, *rows):
    """Adds dwellings as (place, municipality)."""
    x, y = np.array([place for place, _ in rows], dtype=float).reshape(-1, 2).T
    return counter.add_dwellings(x, y, RD, labels([c for _, c in rows]))


def table(found):
    """Everything that is known of each cell."""
    columns = (found.adressen, found.registraties, found.verblijfsobjecten, found.known, found.gemeentecodes)
    return dict(zip(found.cells.tolist(), zip(*(column.tolist() for column in columns))))


def cell_at(place, resolution=8):
    return int(grid.index(np.array([place[0]]), np.array([place[1]]), RD, resolution)[0])


# Counting ---------------------------------------------------------------------------------------------------------


def test_addresses_registrations_and_dwellings_are_counted_per_cell():
    counter = HexagonCounter(8)
    add_addresses(counter, (HERE, 3, "0457"), (HERE, 1, "0457"), (THERE, 5, "0855"))
    add_dwellings(counter, (HERE, "0457"), (HERE, "0457"), (HERE, "0363"), (THERE, "0855"))
    assert table(counter.total()) == {
        cell_at(HERE): (2, 4, 3, True, "0363,0457"),
        cell_at(THERE): (1, 5, 1, True, "0855"),
    }


def test_no_registrations_make_no_address_but_a_known_place():
    counter = HexagonCounter(8, frozenset({"0457"}))
    tally = add_addresses(counter, (HERE, 0, "0457"))
    assert tally == Tally(read=1)
    assert table(counter.total()) == {cell_at(HERE): (0, 0, 0, True, "0457")}


def test_nothing_added_gives_no_cells():
    found = HexagonCounter(8).total()
    assert (len(found), found.with_dwellings) == (0, False)
    columns = (found.adressen, found.registraties, found.verblijfsobjecten, found.known, found.gemeentecodes)
    assert all(len(column) == 0 for column in (*columns, found.aandeel, found.aandeel_eb, found.oppervlakte_km2))


def test_an_empty_chunk_changes_nothing():
    counter = HexagonCounter(8)
    add_addresses(counter, (HERE, 3, "0457"))
    nothing = np.array([])
    assert counter.add_addresses(nothing, nothing, RD, nothing, labels([])) == Tally()
    assert counter.add_dwellings(nothing, nothing, RD, labels([])) == Tally()
    assert table(counter.total()) == {cell_at(HERE): (1, 3, 0, True, "0457")}


def test_the_total_can_be_asked_for_in_between():
    counter = HexagonCounter(8)
    add_addresses(counter, (HERE, 3, "0457"))
    first = table(counter.total())
    assert table(counter.total()) == first
    add_addresses(counter, (HERE, 2, "0457"))
    assert table(counter.total()) == {cell_at(HERE): (2, 5, 0, True, "0457")}


@pytest.mark.parametrize("resolution", [4, 12, 0, 15])
def test_only_offered_resolutions_are_counted(resolution):
    with pytest.raises(ResolutionError):
        HexagonCounter(resolution)


def test_large_counts_are_exact():
    counter = HexagonCounter(8)
    add_addresses(counter, *[(HERE, 2**31 - 1, "0457")] * 3)
    assert counter.total().registraties.tolist() == [3 * (2**31 - 1)]


# What is skipped --------------------------------------------------------------------------------------------------


def test_every_object_is_counted_or_skipped_for_one_reason():
    counter = HexagonCounter(8)
    nowhere, outside = (np.nan, 480_000.0), (480_000.0, 132_000.0)
    tally = add_addresses(
        counter,
        (HERE, 2, "0457"),
        (nowhere, 2, "0457"),
        ((132_000.0, np.inf), np.nan, "0457"),
        (outside, 2, "0457"),
        (outside, np.nan, "0457"),
        (HERE, np.nan, "0457"),
        (HERE, -1, "0457"),
        (HERE, 2.5, "0457"),
        (HERE, np.inf, "0457"),
    )
    assert tally == Tally(read=9, without_geometry=2, outside=2, without_count=4)
    assert tally.skipped == 8
    assert table(counter.total()) == {cell_at(HERE): (1, 2, 0, True, "0457")}


def test_dwellings_are_skipped_for_their_place_only():
    counter = HexagonCounter(8)
    tally = add_dwellings(counter, (HERE, "0457"), ((np.nan, np.nan), "0457"), ((0.0, 0.0), ""))
    assert tally == Tally(read=3, without_geometry=1, outside=1)


def test_a_skipped_object_makes_no_cell_and_no_municipality():
    counter = HexagonCounter(8)
    add_addresses(counter, (HERE, np.nan, "0457"), (THERE, 1, "0855"))
    assert list(table(counter.total())) == [cell_at(THERE)]


def test_tallies_add_up():
    one, other = Tally(1, 2, 3, 4), Tally(10, 20, 30, 40)
    assert one + other == Tally(11, 22, 33, 44)
    assert (one + other).skipped == 22 + 33 + 44


# Chunks -----------------------------------------------------------------------------------------------------------

objects = st.lists(
    st.tuples(
        st.floats(125_000, 140_000) | st.sampled_from([np.nan, 1e9]),
        st.floats(475_000, 485_000),
        st.integers(0, 9).map(float) | st.sampled_from([np.nan, 0.5]),
        st.sampled_from(["0457", "0363", "0424", ""]),
        st.booleans(),
    ),
    max_size=40,
)


def counted(chunks, resolution, covered=frozenset()):
    """Hexagons and tally of objects in chunks: x, y, registrations, municipality, whether it is an address."""
    counter, tally = HexagonCounter(resolution, covered), Tally()
    for chunk in chunks:
        rows = [(((x, y), n, code), dwelling) for x, y, n, code, dwelling in chunk]
        tally += add_addresses(counter, *(row for row, dwelling in rows if not dwelling))
        tally += add_dwellings(counter, *((place, code) for (place, _, code), dwelling in rows if dwelling))
    return counter.total(), tally


def by_hand(rows, resolution, covered):
    """The same, row by row with h3-py."""
    sums, codes = defaultdict(lambda: [0, 0, 0]), defaultdict(set)
    for x, y, n, code, dwelling in rows:
        if not np.isfinite([x, y]).all() or not (dwelling or n == n // 1):
            continue
        at = np.array([x]), np.array([y])
        if not grid.inside(*at, RD)[0]:
            continue
        lon, lat = grid.to_lonlat(*at, RD)
        cell = h3.latlng_to_cell(float(lat[0]), float(lon[0]), resolution)
        add = (0, 0, 1) if dwelling else (int(n > 0), int(n), 0)
        sums[cell] = [a + b for a, b in zip(sums[cell], add)]
        codes[cell].add(code)
    return {
        cell: (
            *found,
            not covered or bool(covered & codes[cell]) or found[0] > 0,
            ",".join(sorted(codes[cell] - {""})),
        )
        for cell, found in sorted(sums.items())
    }


@settings(max_examples=60)
@given(objects, st.integers(5, 11), st.sets(st.sampled_from(["0457", "0363", "9999"])).map(frozenset))
def test_counts_are_those_of_counting_row_by_row(rows, resolution, covered):
    found, tally = counted([rows], resolution, covered)
    assert table(found) == by_hand(rows, resolution, covered)
    assert found.cells.tolist() == sorted(found.cells.tolist())
    assert tally.read == len(rows)
    assert tally.read - tally.skipped == sum(
        1 for x, _, n, _, dwelling in rows if np.isfinite(x) and x < 1e6 and (dwelling or n == n // 1)
    )


@settings(max_examples=60)
@given(objects, st.data())
def test_neither_chunks_nor_order_change_anything(rows, data):
    shuffled = data.draw(st.permutations(rows))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(rows)), max_size=4)))
    chunks = [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(rows)])]
    (one, tally), (other, other_tally) = counted([rows], 8), counted(chunks, 8)
    assert list(table(one).items()) == list(table(other).items())
    assert tally == other_tally
    if one.with_dwellings == other.with_dwellings:
        assert np.array_equal(one.aandeel_eb, other.aandeel_eb, equal_nan=True)


def test_memory_stays_flat_whatever_is_added(monkeypatch):
    monkeypatch.setattr(hexagons, "_PENDING", 1000)
    counter, used = HexagonCounter(9), []
    rows = [((x, 480_000.0), 1, "0457") for x in np.linspace(60_000, 240_000, 300)]
    tracemalloc.start()
    try:
        for _ in range(120):
            add_addresses(counter, *rows)
            used.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert used[-1] - used[20] < 300_000
    found = counter.total()
    assert len(found) > 250
    assert found.registraties.sum() == 120 * 300


def test_every_real_address_is_counted_once(polder):
    lon, lat = polder
    one, counter = np.ones(len(lon)), HexagonCounter(8)
    for part in np.array_split(np.arange(len(lon)), 7):
        codes = labels(["0171"] * len(part))
        assert counter.add_addresses(lon[part], lat[part], LONLAT, one[part], codes) == Tally(read=len(part))
        assert counter.add_dwellings(lon[part], lat[part], LONLAT, codes) == Tally(read=len(part))
    found = counter.total()
    assert found.adressen.sum() == found.registraties.sum() == found.verblijfsobjecten.sum() == 25490
    assert (found.aandeel == 1).all()
    assert set(found.gemeentecodes) == {"0171"}
    assert found.oppervlakte_km2.sum() > 200


# Municipalities ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("resolution", range(5, 12))
def test_many_municipalities_keep_to_their_cells_at_every_resolution(resolution):
    random = np.random.default_rng(resolution)
    n = 6000
    x, y = random.uniform(10_000, 280_000, n), random.uniform(305_000, 620_000, n)
    codes = [f"{code:04d}" for code in random.integers(1, 5000, n)]
    counter = HexagonCounter(resolution)
    for part in np.array_split(np.arange(n), 3):
        counter.add_dwellings(x[part], y[part], RD, labels(codes).take(part))
    expected = defaultdict(set)
    for cell, code in zip(grid.index(x, y, RD, resolution).tolist(), codes):
        expected[cell].add(code)
    found = counter.total()
    assert dict(zip(found.cells.tolist(), found.gemeentecodes)) == {c: ",".join(sorted(v)) for c, v in expected.items()}
    assert found.verblijfsobjecten.sum() == n


def test_an_unknown_municipality_is_not_named():
    counter = HexagonCounter(8)
    add_dwellings(counter, (HERE, ""), (HERE, "0457"), (THERE, ""))
    found = table(counter.total())
    assert (found[cell_at(HERE)][-1], found[cell_at(THERE)][-1]) == ("0457", "")


# Unknown is not zero ----------------------------------------------------------------------------------------------


def three_cells(covered):
    """A cell with registrations, one in a covered municipality without, one elsewhere."""
    empty = (140_000.0, 480_000.0)
    counter = HexagonCounter(8, frozenset(covered))
    add_addresses(counter, *[(HERE, 2, "0457")] * 3)
    add_dwellings(counter, *[(HERE, "0457")] * 10, *[(empty, "0457")] * 20, *[(THERE, "0855")] * 30)
    found = counter.total()
    order = [found.cells.tolist().index(cell_at(place)) for place in (HERE, empty, THERE)]
    return found, order


def test_registrations_are_unknown_where_no_delivery_came_from():
    found, order = three_cells({"0457"})
    assert found.known[order].tolist() == [True, True, False]
    assert found.verblijfsobjecten[order].tolist() == [10, 20, 30]
    share = found.aandeel[order]
    assert share[:2].tolist() == [0.3, 0.0]
    assert np.isnan(share[2])


def test_without_a_list_of_municipalities_all_are_known():
    found, order = three_cells(())
    assert found.known.all()
    assert found.aandeel[order].tolist() == [0.3, 0.0, 0.0]


def test_the_drawn_share_goes_by_known_cells_only():
    found, order = three_cells({"0457"})
    alone = empirical_bayes(np.array([3, 0]), np.array([10, 20]))
    drawn = found.aandeel_eb[order]
    assert drawn[:2] == pytest.approx(alone)
    assert np.isnan(drawn[2])
    everywhere, same = three_cells(())
    assert everywhere.aandeel_eb[same][0] != pytest.approx(alone[0])


def test_registrations_make_a_place_known_whoever_delivered_them():
    counter = HexagonCounter(8, frozenset({"0457"}))
    add_addresses(counter, (THERE, 1, "0855"), (HERE, 0, "0363"))
    found = table(counter.total())
    assert found[cell_at(THERE)][3] is True
    assert found[cell_at(HERE)][3] is False


def test_one_covered_municipality_makes_a_cell_known():
    counter = HexagonCounter(8, frozenset({"0457"}))
    add_dwellings(counter, (HERE, "0363"), (HERE, "0457"), (THERE, "0363"), (THERE, ""))
    found = table(counter.total())
    assert (found[cell_at(HERE)][3], found[cell_at(THERE)][3]) == (True, False)


def test_dwellings_of_a_municipality_without_delivery_do_not_thin_the_share():
    counter = HexagonCounter(8, frozenset({"0457"}))
    add_addresses(counter, *[(HERE, 2, "0457")] * 3)
    add_dwellings(counter, *[(HERE, "0457")] * 10, *[(HERE, "0363")] * 30)
    found = counter.total()
    assert found.verblijfsobjecten.tolist() == [40]
    assert found.aandeel.tolist() == [0.3]


def test_without_dwellings_no_share_is_known():
    counter = HexagonCounter(8)
    add_addresses(counter, (HERE, 2, "0457"), (THERE, 1, "0855"))
    found = counter.total()
    assert not found.with_dwellings
    assert np.isnan(found.aandeel).all()
    assert np.isnan(found.aandeel_eb).all()


def test_addresses_where_there_is_no_dwelling_have_no_share():
    counter = HexagonCounter(8)
    add_addresses(counter, (HERE, 2, "0457"), (THERE, 1, "0855"))
    add_dwellings(counter, (THERE, "0855"), (THERE, "0855"))
    found = counter.total()
    at = found.cells.tolist().index(cell_at(HERE))
    assert np.isnan(found.aandeel[at])
    assert found.with_dwellings
    assert found.aandeel[1 - at] == 0.5


def test_shares_and_areas_are_those_of_rates_and_grid():
    found, _ = three_cells(())
    assert np.array_equal(found.aandeel, crude_rate(found.adressen, found.verblijfsobjecten))
    assert np.array_equal(found.aandeel_eb, empirical_bayes(found.adressen, found.verblijfsobjecten))
    assert np.array_equal(found.oppervlakte_km2, grid.areas_km2(found.cells))
    assert len(found) == 3
