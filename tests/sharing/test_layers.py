"""What the layers hold."""

from __future__ import annotations

import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.arrays import labels
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.intervals import wilson_interval
from arbeidsmigratie.arbeidsmigratie_plugin.core.hexagons import HexagonCounter
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.layers import hexagon_table

X, Y = np.array([132_000.0, 132_001.0, 132_002.0]), np.full(3, 480_000.0)


def cells(covered, dwellings=True):
    counter = HexagonCounter(8, covered)
    counter.add_addresses(X[:1], Y[:1], "EPSG:28992", np.array([2.0]), labels(["0457"]))
    if dwellings:
        counter.add_dwellings(X, Y, "EPSG:28992", labels(["0457", "0457", "0363"]))
        counter.add_dwellings(X[:1] + 9000, Y[:1], "EPSG:28992", labels(["0363"]))
    table = hexagon_table(counter.total(), 8, "2026-07-01")
    return {column.name: column.cells() for column in table.columns}


def test_the_population_are_the_homes_with_a_delivery():
    found = cells(frozenset({"0457"}))
    assert sorted(zip(found["adressen"], found["verblijfsobjecten"], found["populatie"]), key=str) == [
        (1, 3, 2),
        (None, 1, None),
    ]


def test_the_share_has_wilson_s_interval_beside_it():
    found = cells(frozenset({"0457"}))
    low, high = wilson_interval(np.array([1]), np.array([2]), 0.8)
    at = found["adressen"].index(1)
    assert (found["aandeel_ondergrens"][at], found["aandeel_bovengrens"][at]) == (
        pytest.approx(low[0]),
        pytest.approx(high[0]),
    )
    assert 0 < low[0] < found["aandeel"][at] == 0.5 < high[0] < 1
    other = 1 - at
    assert (found["aandeel_ondergrens"][other], found["aandeel_bovengrens"][other]) == (None, None)
    nothing = cells(frozenset(), dwellings=False)
    assert nothing["aandeel_ondergrens"] == nothing["aandeel_bovengrens"] == [None]


def test_without_homes_there_is_no_population():
    assert cells(frozenset(), dwellings=False)["populatie"] == [None]
