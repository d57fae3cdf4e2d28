"""The benchmark of a whole country: what it is made of, and what it says; never how long it takes."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pytest

from tests.conftest import ROOT
from tools.bench import national, national_data, national_land
from tools.bench.measure import Cost

SOME = 4_000


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("land")
    national_data.write_bag(folder / "bag.gpkg", SOME)
    national_data.write_registrations(folder / "rni.gpkg", SOME)
    return folder


def test_the_bag_has_the_layers_and_fields_of_pdok(files):
    from osgeo import ogr

    from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import OBJECT_LAYERS
    from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import OgrLayer, layer_names
    from tools.demo.bagfile import FIELDS

    assert set(layer_names(files / "bag.gpkg")) == set(OBJECT_LAYERS)
    layers = {name: OgrLayer(files / "bag.gpkg", name) for name in OBJECT_LAYERS}
    assert {name: layer.fields for name, layer in layers.items()} == {
        name: tuple(field for field, _ in FIELDS[name]) for name in OBJECT_LAYERS
    }
    assert sum(layer.count for layer in layers.values()) == SOME
    assert {layer.crs() for layer in layers.values()} == {"EPSG:28992"}
    dataset = ogr.Open(str(files / "bag.gpkg"))
    layer = dataset.GetLayerByName("verblijfsobject")
    ids = [row["identificatie"] for row in layer]
    assert ids == sorted(set(ids))
    assert layer.TestCapability(ogr.OLCFastSpatialFilter)
    west, east, south, north = layer.GetExtent()
    layer.SetSpatialFilterRect(west, south, east, north)
    assert layer.GetFeatureCount() == len(ids)


def test_a_smaller_country_is_a_part_of_a_larger_one():
    small, large = (list(national_land.municipalities(number)) for number in (1_000, 60_000))
    assert sum(map(len, small)) == 1_000
    assert sum(map(len, large)) == 60_000
    assert len(large) > 1
    assert np.array_equal(small[0].x, large[0].x[:1_000])
    assert np.array_equal(small[0].town, large[0].town[:1_000])
    assert [part.first for part in large] == np.cumsum([0, *map(len, large)])[:-1].tolist()


def test_every_registration_is_at_an_object(files):
    from osgeo import ogr

    bag, rni = ogr.Open(str(files / "bag.gpkg")), ogr.Open(str(files / "rni.gpkg"))
    known = {f["identificatie"]: f.geometry().ExportToWkt() for f in bag.GetLayerByName("verblijfsobject")}
    placed = {f["adresseerbaarobject_id"]: f.geometry().ExportToWkt() for f in rni.GetLayer(0)}
    on_homes = {key: place for key, place in placed.items() if key in known}
    assert len(on_homes) >= 0.95 * len(placed) > 30
    assert all(known[key] == place for key, place in on_homes.items())


def test_the_steps_tell_what_they_took(files):
    names = ("bag.gpkg", "rni.gpkg", "uit.gpkg")
    command = [sys.executable, "-m", "tools.bench.national_steps", *(str(files / name) for name in names)]
    told = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    assert told["hexagons"] > 10
    assert 0.8 * SOME < told["objects"] <= SOME
    assert set(told["seconds"]) == set(told["megabytes"]) == {"read", "read and count", "add up", "draw", "write"}


def test_what_is_missed_is_named():
    def measured(seconds, megabytes):
        return national.Measured({}, Cost(seconds, megabytes), seconds, Cost(1.0, 1.0))

    good = {size: measured(1.0 + size / 1e6, 500.0) for size in national.SIZES}
    assert national.missed(good, 1.0) == []
    slow = {**good, national.NATIONAL: measured(21.5, 1600.0)}
    assert [line.split(",")[0] for line in national.missed(slow, 1.0)] == [
        "21.5 seconds from file to hexagons",
        "1600.0 MB at the peak",
        "20.5 times as long for ten times the objects",
    ]
