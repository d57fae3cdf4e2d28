"""Holiday parks and real open data: TOP10NL as Kadaster gives it, parks in Limburg, the BAG of Weesp."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import xy_in_rd
from arbeidsmigratie.arbeidsmigratie_plugin.core.grid import LONLAT
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.park_areas import OTHER_KINDS, PARK_KINDS, RECREATION_KINDS
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.parks import Seen, find_parks
from arbeidsmigratie.arbeidsmigratie_plugin.core.signals.policy import Policies
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import bag_layers
from arbeidsmigratie.arbeidsmigratie_plugin.sources.stock import building_layer, read_buildings, read_stock, read_zones
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import OgrLayer, layer_names
from tests.conftest import real_data
from tests.core.signals.parkland import BOOK, Land, Thing


def zones_of(path: Path):
    return read_zones([OgrLayer(path, name) for name in layer_names(path)])


def parks_of(zones, stock, buildings=None):
    return find_parks(BOOK, Seen(stock, buildings, zones, None, Policies(), {}))


def somewhere(x=150_000.0, y=450_000.0):
    land = Land()
    land.add(Thing(x, y, "woonfunctie"))
    return land.stock()


@pytest.fixture(scope="module")
def weesp(weesp_bag):
    return read_stock(bag_layers(weesp_bag)), read_buildings(building_layer(weesp_bag))


def test_the_sample_of_kadaster():
    """Three areas, which this sample draws as points: a golf course, an ice rink, a recreation area; no park."""
    zones = zones_of(real_data("top10nl", "TOP10NL_1_2_kadaster_sample.zip"))
    assert len(zones) == 3 and {"golfterrein", "recreatiegebied"} <= set(zones.kind)
    assert "Hunzepark" in zones.name and all(zones.ids != "")
    assert not len(parks_of(zones, somewhere()))


def test_every_kind_of_functional_area():
    """A domain test of version 1.2, not real: every kind as a point, a surface and a surface of several parts.

    That version has no 'vakantiepark' yet.
    """
    zones = zones_of(real_data("top10nl", "SYNTHETIC_top10_v1.2_alldomains_nlextract.zip"))
    assert {*PARK_KINDS, *RECREATION_KINDS, *OTHER_KINDS} - set(zones.kind) == {"vakantiepark"}
    for kind in set(PARK_KINDS) - {"vakantiepark"}:
        assert len(parks_of(zones.of(kind), somewhere())) >= 1
    assert not len(parks_of(zones.of(*RECREATION_KINDS, *OTHER_KINDS), somewhere()))


def test_two_parks_in_limburg():
    zones = zones_of(real_data("top10nl", "top10nl_limburg_parks_excerpt.geojson"))
    assert sorted(zones.kind) == ["bungalowpark", "camping, kampeerterrein"]
    parks = parks_of(zones, somewhere())
    assert dict(zip(parks.naam, parks.park_id)) == {
        "Heide-Hof": "top10nl.129022627",
        "Stille Wille": "top10nl.129023067",
    }
    assert shapely.is_valid(parks.polygons).all() and (shapely.area(parks.polygons) > 10_000).all()
    x, y = xy_in_rd(np.array([6.1964]), np.array([51.5168]), LONLAT)
    assert shapely.intersects_xy(parks.polygons, x[0], y[0]).sum() == 1
    assert np.isnan(parks.eenheden).all() and parks.found.zekerheid == ["laag", "laag"]


def test_weesp_has_no_park(weesp):
    """24 objects for lodging along canals and in farms, and a woonwagencentrum of five pitches: none of it a park."""
    stock, buildings = weesp
    assert int(stock.has_use("logiesfunctie").sum()) == 24
    assert not len(parks_of(None, stock, buildings)) and not len(parks_of(None, stock))
