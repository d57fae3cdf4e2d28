"""Disks by arithmetic are those of h3, and h3 takes over where arithmetic does not reach."""

from __future__ import annotations

import h3.api.basic_int as h3
import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters import neighbourhood
from arbeidsmigratie.arbeidsmigratie_plugin.core.clusters.neighbourhood import around, groups
from tests.core.clusters.support import surface


def made(cells):
    cells = np.array(sorted(cells), dtype=np.uint64)
    return surface(cells, np.ones(len(cells)), np.full(len(cells), 10))


def disks_of(found):
    """What each disk has in the surface, and how many it has outside; which cells those are in all."""
    parts = np.split(found.positions, found.starts[1:-1])
    return [(sorted(part[part >= 0].tolist()), int((part < 0).sum())) for part in parts]


@pytest.mark.parametrize("rings", [0, 1, 2, 3])
@pytest.mark.parametrize("middle", [(51.5, 5.5), (53.2, 6.9), (51.4, 3.6), (52.4, 4.9)])
def test_arithmetic_gives_the_disks_of_h3(middle, rings):
    cells = h3.grid_disk(h3.latlng_to_cell(*middle, 9), 20)
    keep = np.random.default_rng(1).random(len(cells)) < 0.7
    land = made([cell for cell, kept in zip(cells, keep) if kept])
    quick, slow = neighbourhood._by_lattice(land, rings), neighbourhood._by_h3(land, rings)
    assert quick is not None
    assert disks_of(quick) == disks_of(slow)
    assert sorted(quick.absent.tolist()) == sorted(slow.absent.tolist())
    assert len(quick.absent) == (quick.positions < 0).sum()


def test_the_whole_country_is_one_lattice_or_asked_of_h3():
    places = [(52.0 + 0.01 * a, 4.0 + 0.015 * b) for a in range(-60, 150, 6) for b in range(-40, 220, 6)]
    land = made({cell for place in places for cell in h3.grid_disk(h3.latlng_to_cell(*place, 7), 1)})
    assert len(land) > 2 * neighbourhood._WORTH_A_LATTICE
    assert disks_of(around(land, 1)) == disks_of(neighbourhood._by_h3(land, 1))


def test_near_a_pentagon_h3_is_asked():
    pentagon = next(iter(h3.get_pentagons(7)))
    land = made(h3.grid_disk(pentagon, 25))
    assert neighbourhood._by_lattice(land, 1) is None
    counts = np.diff(around(land, 1).starts)
    assert counts[land.positions(np.array([pentagon], dtype=np.uint64))[0]] == 6
    assert (counts == 7).sum() == len(land) - 1


def test_far_apart_h3_is_asked():
    land = made([*h3.grid_disk(h3.latlng_to_cell(52, 5, 7), 3), *h3.grid_disk(h3.latlng_to_cell(-30, 120, 7), 3)])
    assert neighbourhood._by_lattice(land, 1) is None


def test_what_h3_contradicts_is_not_used(monkeypatch):
    land = made(h3.grid_disk(h3.latlng_to_cell(52, 5, 7), 25))
    monkeypatch.setattr(neighbourhood, "_as_h3_has_it", lambda *_: False)
    assert disks_of(around(land, 1)) == disks_of(neighbourhood._by_h3(land, 1))


def test_the_sums_leave_out_what_does_not_count():
    land = made(h3.grid_disk(h3.latlng_to_cell(52, 5, 8), 3))
    counted = np.arange(len(land)) % 2 == 0
    matrix = around(land, 1).matrix(np.ones(len(land), dtype=bool), counted)
    values = np.where(counted, 1.0, np.nan)
    total = neighbourhood.sums(matrix, values, counted)
    for at, cell in enumerate(land.cells.tolist()):
        near = land.positions(np.array(h3.grid_disk(cell, 1), dtype=np.uint64))
        assert total[at] == counted[near[near >= 0]].sum()


def test_nothing_chosen_is_no_group():
    land = made(h3.grid_disk(h3.latlng_to_cell(52, 5, 8), 3))
    assert groups(land, np.zeros(len(land), dtype=bool)).tolist() == [-1] * len(land)
