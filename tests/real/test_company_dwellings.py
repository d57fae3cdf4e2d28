"""Company dwellings in the real BAG of Weesp: farms and business estates, and not the town centre."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.company_dwellings import SIGNAL, Known, company_dwellings
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.company_surroundings import look_around
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import bag_layers
from arbeidsmigratie.arbeidsmigratie_plugin.sources.stock import building_layer, read_buildings, read_stock
from tests.core.signals.scene import rules

BOOK = rules(SIGNAL)


@pytest.fixture(scope="module")
def weesp(weesp_bag):
    return read_stock(bag_layers(weesp_bag)), read_buildings(building_layer(weesp_bag))


@pytest.fixture(scope="module")
def found(weesp):
    stock, buildings = weesp
    return company_dwellings(stock, buildings, None, Known(np.full(len(stock), np.nan)), {"BAG": "2021-10-15"}, BOOK)


def test_the_list_is_as_short_as_a_person_can_look_at(found):
    """54 of 9,517 homes: farms along the Vecht and the Gein polders, and homes on the estates."""
    assert 40 <= len(found) <= 70


def test_the_town_centre_does_not_drown_the_list(weesp, found):
    """Over 1,800 homes have a shop, an office or a storage room in their building; few of them are listed."""
    stock, buildings = weesp
    seen = look_around(stock, buildings, None, BOOK)
    shared = np.flatnonzero(seen.companies_inside > 0)
    assert len(shared) > 1500
    assert len(np.intersect1d(shared, found.rows)) < 40
    assert seen.neighbours[found.rows].max() < 25


def test_a_farm_that_the_register_calls_one_is_listed(weesp, found):
    """Living and industry as one object, among at most a handful of homes: in Weesp these are the farms."""
    stock, buildings = weesp
    seen = look_around(stock, buildings, None, BOOK)
    farms = np.flatnonzero(seen.home & stock.has_use("industriefunctie") & (seen.neighbours < 5))
    assert len(farms) > 20
    assert set(farms.tolist()) <= set(found.rows.tolist())


def test_a_large_building_nearby_alone_lists_nobody(found):
    for told in found.bewijs:
        assert told.count("(+") >= 2 or "hetzelfde pand" in told


def test_without_the_buildings_of_objects_the_list_is_the_same(weesp, found):
    """The OGC API does not say in which building an object is: then its place does."""
    stock, buildings = weesp
    nothing = np.empty(0, dtype=np.int64)
    plain = dataclasses.replace(stock, link_rows=nothing, link_buildings=nothing)
    other = company_dwellings(plain, buildings, None, Known(np.full(len(stock), np.nan)), {"BAG": "2021-10-15"}, BOOK)
    both = len(np.intersect1d(found.rows, other.rows))
    assert both >= 0.95 * max(len(found), len(other))
