"""Objects in use, buildings, functional areas and registrations out of real and made layers."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core import errors
from arbeidsmigratie.arbeidsmigratie_plugin.core.bag import in_use
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import point_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.stock import Zones, id_numbers, id_texts
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources import stock, writing
from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import bag_layers, read_bag
from arbeidsmigratie.arbeidsmigratie_plugin.sources.vector import OgrLayer, layer_names
from tests.conftest import real_data


@pytest.fixture(scope="module")
def weesp(weesp_bag):
    return stock.read_stock(bag_layers(weesp_bag))


def test_the_stock_is_what_the_bag_has_in_use(weesp, weesp_bag):
    bag = read_bag(bag_layers(weesp_bag))
    bag = bag.take(in_use(bag.status))
    assert id_texts(weesp.ids).tolist() == bag.adresseerbaarobject_id.tolist()
    np.testing.assert_array_equal(weesp.oppervlakte, bag.oppervlakte)
    np.testing.assert_array_equal(weesp.huisnummer, bag.huisnummer)
    np.testing.assert_array_equal((weesp.x, weesp.y), (bag.x, bag.y))
    for name in ("gemeentecode", "gebruiksdoel", "straat", "huisletter", "toevoeging", "postcode", "woonplaats"):
        assert getattr(weesp, name).text().tolist() == getattr(bag, name).tolist(), name


def test_objects_are_linked_with_each_of_their_buildings(weesp, weesp_bag):
    with sqlite3.connect(f"file:{weesp_bag}?mode=ro", uri=True) as database:
        rows = dict(database.execute("SELECT identificatie, pand_identificatie FROM verblijfsobject"))
    found: dict[str, list[str]] = {}
    for row, building in zip(weesp.link_rows, id_texts(weesp.link_buildings)):
        found.setdefault(id_texts(weesp.ids[row : row + 1])[0], []).append(building)
    assert max(len(buildings) for buildings in found.values()) > 1
    for object_id in id_texts(weesp.ids):
        assert found.get(object_id, []) == [part for part in (rows.get(object_id) or "").split(",") if part]


def test_buildings_that_stand(weesp_bag):
    found = stock.read_buildings(stock.building_layer(weesp_bag))
    with sqlite3.connect(f"file:{weesp_bag}?mode=ro", uri=True) as database:
        statuses = dict(database.execute("SELECT identificatie, status FROM pand"))
    assert {statuses[number] for number in id_texts(found.ids)} <= stock.STANDING
    assert len(found) == sum(status in stock.STANDING for status in statuses.values())
    assert (found.footprint > 0).all()


def bag_file(path, **fields):
    columns = tuple(
        Column(k, "integer" if isinstance(v[0], int) else "real" if isinstance(v[0], float) else "text", v)
        for k, v in fields.items()
    )
    n = len(next(iter(fields.values())))
    writing.write(path, [Table("vbo", columns, "Point", point_wkb(np.full(n, 150000.0), np.full(n, 450000.0)))])
    return OgrLayer(path)


def test_without_a_status_all_objects_count(tmp_path):
    found = stock.read_stock([bag_file(tmp_path / "a.gpkg", identificatie=["0001010000000001", "0001010000000002"])])
    assert len(found) == 2
    assert np.isnan(found.oppervlakte).all()
    assert found.address(0) == ""
    assert not len(found.link_rows)


def test_no_object_in_use_is_an_error(tmp_path):
    layer = bag_file(tmp_path / "a.gpkg", identificatie=["0001010000000001"], status=["Plaats ingetrokken"])
    with pytest.raises(errors.LayerEmptyError, match=r"a\.gpkg"):
        stock.read_stock([layer])


@pytest.mark.parametrize("read", [lambda layer: stock.read_stock([layer]), stock.read_buildings])
def test_a_layer_without_identifiers_is_named_with_its_fields(read, tmp_path):
    with pytest.raises(errors.FieldMissingError, match=r"a\.gpkg .*identificatie.*soort"):
        read(bag_file(tmp_path / "a.gpkg", soort=["x"]))


def test_points_are_no_buildings(tmp_path):
    with pytest.raises(errors.GeometryTypeError):
        stock.read_buildings(bag_file(tmp_path / "a.gpkg", identificatie=["0001100000000001"]))


def test_real_park_polygons_are_areas():
    found = stock.read_zones([OgrLayer(real_data("top10nl", "top10nl_limburg_parks_excerpt.geojson"))])
    assert len(found) == 2
    assert all(found.name)
    import shapely

    west, south, east, north = shapely.total_bounds(found.polygons)
    assert 160_000 < west < east < 220_000
    assert 300_000 < south < north < 420_000
    assert (shapely.area(found.polygons) > 10_000).all()


def test_areas_without_a_type_are_refused(tmp_path):
    with pytest.raises(errors.FieldMissingError, match="typefunctioneelgebied"):
        stock.read_zones([bag_file(tmp_path / "a.gpkg", naam=["x"])])


def test_registrations_come_on_their_objects(weesp, tmp_path):
    wanted = weesp.ids[[0, 5, 9]]
    layer = bag_file(
        tmp_path / "rni.gpkg",
        adresseerbaarobject_id=[*id_texts(wanted), "0001010000000009"],
        registraties=[1, 5, 4, 5],
        peildatum=["2026-07-01"] * 4,
    )
    found = stock.read_registrations(layer)
    assert found.dates == ("2026-07-01",)
    counts = stock.counts_on(weesp, found)
    assert {at: counts[at] for at in np.flatnonzero(counts)} == {0: 1, 5: 5, 9: 4}


def test_an_object_counts_once_and_objects_without_identifier_each(tmp_path):
    ids = ["9801010000000001", "9801010000000002", "9801010000000001", "", ""]
    found = stock.read_stock([bag_file(tmp_path / "a.gpkg", identificatie=ids, huisnummer=[1, 2, 3, 4, 5])])
    assert found.huisnummer.tolist() == [1, 2, 4, 5]


def test_an_address_twice_is_refused(tmp_path):
    twice = bag_file(
        tmp_path / "a.gpkg", adresseerbaarobject_id=["9801010000000001"] * 2 + ["", ""], registraties=[1, 2, 3, 4]
    )
    with pytest.raises(errors.RegistrationsTwiceError, match="1 of them"):
        stock.read_registrations(twice)


def test_a_guard_zone_is_marked_and_unmarked_objects_lie_in_the_region(tmp_path):
    ids = ["9801010000000001", "9801010000000002", "9801010000000003"]
    marked = bag_file(tmp_path / "a.gpkg", identificatie=ids[:2], in_regio=[1, 0])
    plain = bag_file(tmp_path / "b.gpkg", identificatie=ids[2:])
    assert stock.read_stock([marked, plain]).inside.tolist() == [True, False, True]
    assert stock.read_stock([plain]).in_region is None
    assert stock.read_stock([marked, plain]).take(np.array([1, 2])).inside.tolist() == [False, True]


def test_where_registrations_were_delivered(weesp, tmp_path):
    own = str(weesp.gemeentecode.names[weesp.gemeentecode.numbers[0]])
    some = stock.Registrations(weesp.ids[:1], np.array([2.0]), ())
    none = stock.Registrations(weesp.ids[:0], np.empty(0), ())
    assert stock.delivered_to(weesp, some, frozenset()).sum() == (weesp.gemeentecode.text() == own).sum()
    assert not stock.delivered_to(weesp, none, frozenset()).any()
    assert not stock.delivered_to(weesp, some, frozenset({"0001"})).any()
    assert stock.delivered_to(weesp, none, frozenset({own})).any()
    bare = stock.read_stock([bag_file(tmp_path / "a.gpkg", identificatie=id_texts(weesp.ids[:3]))])
    assert stock.delivered_to(bare, some, frozenset()).all() and not stock.delivered_to(bare, none, frozenset()).any()
    assert not stock.delivered_to(bare, some, frozenset({own})).any()


def test_a_layer_of_elsewhere_is_not_near(weesp):
    x, y = weesp.x[0], weesp.y[0]
    here, far = shapely.box(x, y, x + 1, y + 1), shapely.box(x + 90_000, y, x + 90_001, y + 1)
    assert stock.any_near(weesp, np.array([far, here], dtype=object))
    assert not stock.any_near(weesp, np.array([far], dtype=object))
    assert not stock.any_near(weesp, np.empty(0, dtype=object))


def test_areas_are_cut_and_those_of_the_region_are_known():
    boxes = shapely.box([0, 90, 300], 0, [40, 140, 340], 40)
    zones = Zones(*(np.array(["a", "b", "c"], dtype=object) for _ in range(4)), boxes)
    found = stock.cut_zones(zones, (0, 0, 200, 100), shapely.box([0], 0, [100], 100))
    assert found.ids.tolist() == ["a", "b"] and found.inside.tolist() == [True, False]


def test_unknown_is_not_zero(weesp):
    assert np.isnan(stock.counts_on(weesp, None)).all()
    delivered = np.arange(len(weesp)) < 7
    points = stock.Registrations(weesp.ids[[3, 8]], np.array([2.0, 6.0]), ())
    counts = stock.counts_on(weesp, points, delivered)
    assert counts[:7].tolist() == [0, 0, 0, 2, 0, 0, 0]
    assert counts[8] == 6
    assert np.isnan(np.delete(counts[7:], 1)).all()


def test_a_point_without_a_count_says_nothing(weesp):
    points = stock.Registrations(np.append(weesp.ids[:2], -1), np.array([np.nan, 1.0, 4.0]), ())
    counts = stock.counts_on(weesp, points)
    assert counts[:3].tolist() == [0, 1, 0]


def test_a_workspace_has_its_layers_under_our_names(weesp_bag, tmp_path):
    assert stock.building_layer(weesp_bag).name == "pand"
    bag_file(tmp_path / "zonder.gpkg", identificatie=["0001010000000001"])
    assert layer_names(tmp_path / "zonder.gpkg") == ("vbo",)
    assert stock.building_layer(tmp_path / "zonder.gpkg") is None
    assert id_numbers([]).tolist() == []


def test_of_a_large_file_only_a_rectangle_is_read(weesp, weesp_bag):
    within = (131_000.0, 479_000.0, 132_500.0, 480_500.0)
    west, south, east, north = within
    part = stock.read_stock(bag_layers(weesp_bag), within)
    inside = (weesp.x > west) & (weesp.x < east) & (weesp.y > south) & (weesp.y < north)
    assert 0 < inside.sum() < len(part) + 1 < len(weesp)
    assert set(weesp.ids[inside]) <= set(part.ids)
    assert (np.abs(part.x - 131_750) < 800).all()
    whole, some = (stock.read_buildings(stock.building_layer(weesp_bag), where) for where in (None, within))
    import shapely

    touching = shapely.intersects(shapely.box(*within), whole.polygons)
    assert set(whole.ids[touching]) <= set(some.ids)
    assert len(some) < 0.6 * len(whole)


def test_without_a_spatial_index_all_is_read(weesp_bag, tmp_path):
    import shutil

    path = tmp_path / "zonder.gpkg"
    shutil.copy(weesp_bag, path)
    path.chmod(0o600)
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE rtree_pand_geom")
        database.execute("DELETE FROM gpkg_extensions WHERE table_name = 'pand'")
    layer = stock.building_layer(path)
    assert len(stock.read_buildings(layer, (0.0, 0.0, 1.0, 1.0))) == len(stock.read_buildings(layer))
