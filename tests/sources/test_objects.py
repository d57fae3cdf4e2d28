"""BAG objects, address points, municipalities and functional areas out of real and made layers."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import IN_USE, in_use
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources import objects, vector, writing
from tests.conftest import real_data


def test_all_addressable_layers_of_a_bag_file_are_read(weesp_bag):
    bag = objects.read_bag(objects.bag_layers(weesp_bag))
    with sqlite3.connect(f"file:{weesp_bag}?mode=ro", uri=True) as database:
        expected = {
            row[0]
            for layer in ("verblijfsobject", "standplaats", "ligplaats")
            for row in database.execute(f"SELECT identificatie FROM {layer}")
        }
    assert set(bag.adresseerbaarobject_id) == expected
    assert len(bag) == 12509 + 13 + 167
    assert np.isfinite(bag.x).all()
    assert set(bag.gemeentecode) == {"0457"}
    assert np.isnan(bag.oppervlakte).sum() == 10 + 13 + 167  # placeholders 999999; places have no floor area


def test_dwellings_are_the_objects_in_use(weesp_bag):
    layers = objects.bag_layers(weesp_bag)
    counted = sum(len(points) for points in objects.dwelling_points(layers))
    assert counted == in_use(objects.read_bag(layers).status).sum() == 10906 + 68 + 69 + 5 + 167


def test_one_layer_of_a_bag_file_is_just_that_layer(weesp_bag):
    layer = vector.OgrLayer(weesp_bag, "standplaats")
    assert sum(len(p) for p in objects.dwelling_points([layer])) == 5


def test_places_lie_inside_their_polygon(weesp_bag):
    shapely = pytest.importorskip("shapely", minversion="2")
    layer = vector.OgrLayer(weesp_bag, "ligplaats")
    polygons = np.concatenate([c.wkb for c in layer.chunks([])])
    places = next(objects.dwelling_points([layer]))
    assert shapely.intersects_xy(shapely.from_wkb(polygons), places.x, places.y).all()


def test_file_without_bag(tmp_path):
    path = tmp_path / "anders.gpkg"
    writing.write(path, [Table("iets", (Column("n", "integer", [1]),), "Point", point_wkb(np.ones(1), np.ones(1)))])
    with pytest.raises(errors.LayerMissingError, match=r"anders\.gpkg has no BAG layer.*it has: iets.*bag-light"):
        objects.bag_layers(path)


def test_layer_without_address_fields(weesp_bag):
    with pytest.raises(errors.FieldMissingError, match="layer pand has no field"):
        objects.read_bag([vector.OgrLayer(weesp_bag, "pand")])


def bag_file(path, **columns):
    n = len(next(iter(columns.values())))
    values = {
        "identificatie": [f"99010100000000{i:02d}" for i in range(n)],
        "huisnummer": list(range(1, n + 1)),
        "postcode": ["1234AB"] * n,
        **columns,
    }
    table = Table(
        "vbo",
        tuple(Column(k, "integer" if isinstance(v[0], int) else "text", v) for k, v in values.items()),
        "Point",
        point_wkb(np.full(n, 150000.0), np.full(n, 450000.0)),
    )
    writing.write(path, [table])
    return path


def test_another_file_with_bag_fields_serves(tmp_path):
    path = bag_file(tmp_path / "eigen.gpkg", status=[*sorted(IN_USE), "Verblijfsobject ingetrokken", ""])
    layers = objects.bag_layers(path)
    assert len(objects.read_bag(layers)) == 6
    assert sum(len(p) for p in objects.dwelling_points(layers)) == 4


def test_objects_without_a_status_field_all_count(tmp_path):
    layers = objects.bag_layers(bag_file(tmp_path / "eigen.gpkg", toevoeging=["a", "b"]))
    assert sum(len(p) for p in objects.dwelling_points(layers)) == 2


def test_missing_count_field_names_what_there_is(tmp_path):
    layer = vector.OgrLayer(bag_file(tmp_path / "eigen.gpkg", aantal=[1, 2]))
    with pytest.raises(errors.FieldMissingError, match=r"no field registraties.*aantal"):
        next(objects.address_points(layer, "registraties"))
    assert next(objects.address_points(layer, "AANTAL")).registrations.tolist() == [1, 2]
    assert next(objects.address_points(layer, "")).registrations.tolist() == [1, 1]


@pytest.mark.parametrize(("name", "number"), [("gemeenten_2022.geojson", 345)])
def test_municipalities_of_statistics_netherlands(name, number):
    areas = objects.read_municipalities(vector.OgrLayer(real_data("grenzen", name)))
    assert len(areas) == number
    at = areas.code.tolist().index("0457")
    assert areas.name[at] == "Weesp"
    assert 22 < areas.polygons[at].area / 1e6 < 26  # km2, in RD


def test_points_are_no_municipalities(tmp_path):
    path = tmp_path / "punten.gpkg"
    table = Table("g", (Column("code", "text", ["0001"]),), "Point", point_wkb(np.full(1, 1.5e5), np.full(1, 4.5e5)))
    writing.write(path, [table])
    with pytest.raises(errors.GeometryTypeError, match="polygons of municipalities"):
        objects.read_municipalities(vector.OgrLayer(path))


def test_layer_without_codes_is_no_municipalities():
    with pytest.raises(errors.FieldMissingError, match="gemeentegebied"):
        objects.read_municipalities(vector.OgrLayer(real_data("top10nl", "top10nl_limburg_parks_excerpt.geojson")))


def test_functional_areas_of_the_real_limburg_parks():
    parks = vector.OgrLayer(real_data("top10nl", "top10nl_limburg_parks_excerpt.geojson"))
    areas = objects.read_municipalities(vector.OgrLayer(real_data("grenzen", "gemeenten_2022.geojson")))
    found = objects.read_functional_areas([parks], areas)
    assert len(found) == 2
    assert "camping, kampeerterrein" in found.columns["typefunctioneelgebied"]
    elsewhere = areas.region("Weesp", "gemeenten")
    assert len(objects.read_functional_areas([parks], elsewhere)) == 0


def test_layer_without_types_is_no_functional_areas():
    boundaries = vector.OgrLayer(real_data("grenzen", "gemeenten_2022.geojson"))
    areas = objects.read_municipalities(boundaries)
    with pytest.raises(errors.FieldMissingError, match="typefunctioneelgebied"):
        objects.read_functional_areas([boundaries], areas)
