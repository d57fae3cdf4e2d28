"""The demo region's BAG, borders and map context."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import ogr

from arbeidsmigratie_plugin.core import bag
from tools.demo import DemoFiles, make_region

ADDRESS = "openbare_ruimte_naam openbare_ruimte_naam_kort huisnummer huisletter toevoeging postcode woonplaats_naam"
REFERENCES = (
    "nummeraanduiding_hoofdadres_identificatie openbare_ruimte_identificatie woonplaats_identificatie "
    "bronhouder_identificatie"
)
COLUMNS = {
    "verblijfsobject": f"rdf_seealso identificatie oppervlakte status gebruiksdoel {ADDRESS} bouwjaar "
    f"pand_identificatie pandstatus {REFERENCES}",
    "pand": "identificatie bouwjaar status gebruiksdoel oppervlakte_min oppervlakte_max aantal_verblijfsobjecten",
    "ligplaats": f"identificatie status {ADDRESS} {REFERENCES}",
    "standplaats": f"identificatie status {ADDRESS} {REFERENCES}",
    "woonplaats": "identificatie status woonplaats bronhouder_identificatie",
}
GEOMETRY = {"verblijfsobject": "POINT"}
WHOLE_NUMBERS = ("oppervlakte", "huisnummer", "bouwjaar", "aantal_verblijfsobjecten")
TYPE_OF = {"verblijfsobject": "01", "ligplaats": "02", "standplaats": "03", "pand": "10"}
OBJECTS = ("verblijfsobject", "standplaats", "ligplaats")
IN_USE = tuple(bag.IN_USE)

PARK_AREAS = {"vakantiepark", "bungalowpark", "caravanpark", "camping, kampeerterrein"}
OTHER_AREAS = {
    "bedrijventerrein",
    "kassengebied",
    "jachthaven",
    "landgoed",
    "recreatiegebied",
    "volkstuinen",
    "woonwagencentrum",
    "campus",
    "sportterrein, sportcomplex",
    "natuurgebied, natuurreservaat",
    "boswachterij",
}


def query(path: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def shapes(path: Path, layer: str, *columns: str) -> list[tuple]:
    """Columns and geometry of a layer's features."""
    source = ogr.Open(str(path))
    return [
        (*(feature[c] for c in columns), shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())))
        for feature in source.GetLayer(layer)
    ]


@pytest.fixture(scope="session")
def objects(demo: DemoFiles) -> list[dict]:
    """All addressable objects, absent texts as ""."""
    columns = ["identificatie", "status", *ADDRESS.split(), *REFERENCES.split()]
    rows = []
    for layer in OBJECTS:
        extra = ["gebruiksdoel", "oppervlakte", "pand_identificatie"] if layer == "verblijfsobject" else []
        for values in query(demo.bag, f"SELECT {', '.join(columns + extra)} FROM {layer}"):
            row = {name: "" if value is None else value for name, value in zip(columns + extra, values)}
            rows.append({"gebruiksdoel": "", "oppervlakte": 0, "pand_identificatie": "", **row, "layer": layer})
    return rows


@pytest.fixture(scope="session")
def in_use(objects: list[dict]) -> list[dict]:
    return [item for item in objects if item["status"] in IN_USE]


# Layout ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layer", COLUMNS)
def test_columns_are_those_of_bag_light(demo: DemoFiles, layer: str) -> None:
    info = query(demo.bag, f"PRAGMA table_info({layer})")
    assert [column[1] for column in info] == ["feature_id", "geom", *COLUMNS[layer].split()]
    assert [column[1] for column in info if column[5]] == ["feature_id"]
    for _, name, kind, *_ in info[2:]:
        number = name in WHOLE_NUMBERS
        assert kind.endswith("INT") or kind == "INTEGER" if number else kind in ("TEXT", "REAL"), name


@pytest.mark.parametrize("layer", COLUMNS)
def test_geometry_is_rd_new_with_a_spatial_index(demo: DemoFiles, layer: str) -> None:
    found = query(
        demo.bag,
        f"SELECT column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns WHERE table_name = '{layer}'",
    )
    assert found == [("geom", GEOMETRY.get(layer, "MULTIPOLYGON"), 28992)]
    count = query(demo.bag, f"SELECT count(*) FROM {layer}")[0][0]
    assert count > 0
    assert query(demo.bag, f"SELECT count(*) FROM rtree_{layer}_geom")[0][0] == count


def test_geopackages_are_of_a_version_that_old_readers_know(demo: DemoFiles) -> None:
    for path in (demo.bag, demo.gemeenten, demo.areas):
        assert query(path, "PRAGMA user_version")[0][0] in (10200, 10300)


def test_number_of_objects(objects: list[dict]) -> None:
    assert 23_000 < len(objects) < 28_000
    assert min(Counter(item["layer"] for item in objects).values()) > 40


def test_codes_are_official(demo: DemoFiles, objects: list[dict]) -> None:
    for item in objects:
        wanted = bag.STATUS_VERBLIJFSOBJECT if item["layer"] == "verblijfsobject" else bag.STATUS_PLAATS
        assert item["status"] in wanted
        uses = item["gebruiksdoel"].split(",") if item["gebruiksdoel"] else []
        assert set(uses) <= set(bag.GEBRUIKSDOELEN)
        assert uses == sorted(set(uses), key=bag.GEBRUIKSDOELEN.index)
        assert bool(uses) == (item["layer"] == "verblijfsobject")
    assert {s for (s,) in query(demo.bag, "SELECT DISTINCT status FROM pand")} <= set(bag.STATUS_PAND)
    assert query(demo.bag, "SELECT count(*) FROM pand WHERE gebruiksdoel = '' OR identificatie = ''") == [(0,)]


def test_absent_texts_are_null(demo: DemoFiles) -> None:
    for layer in OBJECTS:
        for column in ("huisletter", "toevoeging", "postcode", "openbare_ruimte_naam_kort"):
            assert query(demo.bag, f"SELECT count(*) FROM {layer} WHERE {column} = ''") == [(0,)], (layer, column)


# Identifiers and addresses -----------------------------------------------------------------------------------------


def test_identifiers_follow_the_grammar(demo: DemoFiles, objects: list[dict]) -> None:
    for item in objects:
        assert len(item["identificatie"]) == 16
        assert item["identificatie"].isdigit()
        assert item["identificatie"][4:6] == TYPE_OF[item["layer"]]
        assert item["nummeraanduiding_hoofdadres_identificatie"][4:6] == "20"
        assert item["openbare_ruimte_identificatie"][4:6] == "30"
        assert len(item["woonplaats_identificatie"]) == len(item["bronhouder_identificatie"]) == 4
    for column in ("identificatie", "nummeraanduiding_hoofdadres_identificatie"):
        assert len({item[column] for item in objects}) == len(objects)
    panden = [i for (i,) in query(demo.bag, "SELECT identificatie FROM pand")]
    assert all(len(i) == 16 and i[4:6] == "10" for i in panden)
    assert len(set(panden)) == len(panden)


def test_some_identifiers_are_of_municipalities_that_no_longer_exist(demo: DemoFiles, objects: list[dict]) -> None:
    current = {code for (code,) in query(demo.gemeenten, "SELECT code FROM gemeentegebied")}
    assert {item["bronhouder_identificatie"] for item in objects} == current
    former = [item for item in objects if item["identificatie"][:4] not in current]
    assert 0.05 < len(former) / len(objects) < 0.5
    assert all(item["identificatie"].startswith("0") for item in former)


def suffix(item: dict) -> str:
    return (item["huisletter"] + item["toevoeging"]).upper()


def test_addresses_in_use_are_unique(in_use: list[dict]) -> None:
    keys = Counter((i["postcode"], i["huisnummer"], suffix(i)) for i in in_use if i["postcode"])
    assert max(keys.values()) == 1
    streets = Counter((i["woonplaats_naam"], i["openbare_ruimte_naam"], i["huisnummer"], suffix(i)) for i in in_use)
    assert max(streets.values()) == 1


def test_a_withdrawn_object_shares_its_address_with_its_successor(objects: list[dict], in_use: list[dict]) -> None:
    used = {(i["postcode"], i["huisnummer"], suffix(i)) for i in in_use if i["postcode"]}
    withdrawn = [i for i in objects if i["status"] == "Verblijfsobject ingetrokken"]
    assert sum((i["postcode"], i["huisnummer"], suffix(i)) in used for i in withdrawn) > 100


def test_address_fields_follow_the_grammar(objects: list[dict]) -> None:
    for item in objects:
        assert 1 <= item["huisnummer"] <= 99999
        assert len(item["huisletter"]) <= 1
        assert not item["huisletter"] or item["huisletter"].isalpha()
        assert len(item["toevoeging"]) <= 4
        assert not item["toevoeging"] or item["toevoeging"].isalnum()
        postcode = item["postcode"]
        assert not postcode or (len(postcode) == 6 and postcode[:4].isdigit() and postcode[4:].isupper())
        short, full = item["openbare_ruimte_naam_kort"], item["openbare_ruimte_naam"]
        assert len(short) <= 24
        assert bool(short) == (len(full) > 24)


def test_a_postcode_is_one_street_and_a_street_one_place(objects: list[dict]) -> None:
    streets, places, districts = defaultdict(set), defaultdict(set), defaultdict(set)
    for item in objects:
        if item["postcode"]:
            streets[item["postcode"]].add(item["openbare_ruimte_identificatie"])
            districts[item["postcode"][:4]].add(item["woonplaats_identificatie"])
        places[item["openbare_ruimte_identificatie"]].add((item["woonplaats_naam"], item["openbare_ruimte_naam"]))
    for group in (streets, places, districts):
        assert max(map(len, group.values())) == 1


def test_a_postcode_is_a_stretch_of_one_side(objects: list[dict]) -> None:
    stretches, streets = defaultdict(list), defaultdict(set)
    for item in objects:
        if item["postcode"]:
            stretches[item["postcode"]].append(item["huisnummer"])
            streets[item["openbare_ruimte_identificatie"]].add(item["postcode"])
    sizes = [len(numbers) for numbers in stretches.values()]
    assert 8 < np.mean(sizes) < 25
    assert np.mean(np.array(sizes) > 40) < 0.02
    for postcodes in streets.values():
        for postcode in postcodes if len(postcodes) > 1 else ():
            assert len({number % 2 for number in stretches[postcode]}) == 1


def test_street_names_of_every_kind(objects: list[dict]) -> None:
    names = {item["openbare_ruimte_naam"] for item in objects}
    assert any(name.startswith("'s-") for name in names)
    assert any(name.startswith("IJ") for name in names)
    assert any(not name.isascii() for name in names)
    assert any(len(name) > 24 for name in names)
    where = defaultdict(set)
    for item in objects:
        where[item["openbare_ruimte_naam"]].add((item["woonplaats_naam"], item["bronhouder_identificatie"]))
    shared = [places for places in where.values() if len(places) > 1]
    assert any(len({code for _, code in places}) > 1 for places in shared)
    assert any(len({code for _, code in places}) < len(places) for places in shared)


# Anomalies ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "least", "most"),
    [
        ("oppervlakte = 999999", 5, 40),
        ("oppervlakte = 1", 20, 100),
        *(
            (f"status = '{status}'", 3, 1200)
            for status in bag.STATUS_VERBLIJFSOBJECT
            if status != IN_USE[0] and "in gebruik" not in status
        ),
        ("status = 'Verblijfsobject in gebruik (niet ingemeten)'", 50, 300),
        ("gebruiksdoel LIKE '%,%'", 200, 1500),
        ("gebruiksdoel LIKE '%,%,%'", 1, 100),
        ("pand_identificatie LIKE '%,%'", 100, 800),
        ("pand_identificatie IS NULL", 1, 20),
        ("postcode IS NULL AND status = 'Verblijfsobject in gebruik'", 100, 800),
        ("postcode IS NULL AND gebruiksdoel = 'woonfunctie'", 20, 200),
        ("bouwjaar = 9999", 5, 400),
        ("huisletter = 'a'", 50, 2000),
        ("huisletter = 'A'", 50, 2000),
        *((f"toevoeging = '{addition}'", 5, 1000) for addition in ("1", "2", "bis", "hs", "bov", "ben", "A1", "101")),
    ],
)
def test_anomalies_of_objects(demo: DemoFiles, condition: str, least: int, most: int) -> None:
    assert least <= query(demo.bag, f"SELECT count(*) FROM verblijfsobject WHERE {condition}")[0][0] <= most


def test_anomalies_of_panden(demo: DemoFiles) -> None:
    statuses = dict(query(demo.bag, "SELECT status, count(*) FROM pand GROUP BY status"))
    assert set(statuses) == set(bag.STATUS_PAND)
    assert statuses["Pand gesloopt"] > 200
    assert query(demo.bag, "SELECT count(*) FROM pand WHERE aantal_verblijfsobjecten = 0")[0][0] > 5000
    assert query(demo.bag, "SELECT count(*) FROM pand WHERE bouwjaar = 1005")[0][0] > 2
    torn_down = "SELECT count(*) FROM verblijfsobject WHERE status LIKE '%in gebruik' AND pandstatus = 'Pand gesloopt'"
    assert query(demo.bag, torn_down) == [(0,)]


def test_panden_add_up_their_objects(demo: DemoFiles, objects: list[dict]) -> None:
    inside = defaultdict(list)
    for item in objects:
        for pand in filter(None, item["pand_identificatie"].split(",")):
            inside[pand].append(item)
    rows = query(demo.bag, f"SELECT {', '.join(COLUMNS['pand'].split())} FROM pand")
    for identifier, _, _, uses, smallest, largest, count in rows:
        items = inside[identifier]
        assert count == len(items)
        assert set((uses or "").split(",")) - {""} == {u for i in items for u in i["gebruiksdoel"].split(",")}
        areas = [item["oppervlakte"] for item in items]
        assert (smallest, largest) == (min(areas, default=None), max(areas, default=None))
    assert set(inside) <= {row[0] for row in rows}


# Space -------------------------------------------------------------------------------------------------------------


def test_municipalities_adjoin_exactly(demo: DemoFiles) -> None:
    inland = [shape for (shape,) in shapes(demo.gemeenten, "gemeentegebied")]
    abroad = [shape for (shape,) in shapes(demo.gemeenten, "buitenland")]
    assert len(inland) == 5
    assert len(abroad) == 2
    everything = inland + abroad
    union = shapely.union_all(everything)
    assert union.area == pytest.approx(sum(s.area for s in everything), rel=1e-12)
    assert shapely.union_all(inland).geom_type == "Polygon"
    assert not shapely.get_num_interior_rings(shapely.union_all(inland))
    for first in everything:
        for second in everything:
            if first is not second and first.intersects(second):
                common = {tuple(p) for p in shapely.get_coordinates(first)} & {
                    tuple(p) for p in shapely.get_coordinates(second)
                }
                border = shapely.intersection(first, second)
                assert border.area == 0
                assert {tuple(p) for p in shapely.get_coordinates(border)} <= common
    west, south, east, north = shapely.union_all(inland).bounds
    assert 190_000 < west < east < 225_000
    assert 380_000 < south < north < 420_000


def test_objects_lie_in_their_municipality_and_place(demo: DemoFiles) -> None:
    municipalities = dict(shapes(demo.gemeenten, "gemeentegebied", "code"))
    places = {
        i: shape
        for i, status, shape in shapes(demo.bag, "woonplaats", "identificatie", "status")
        if "aangewezen" in status
    }
    for layer in OBJECTS:
        rows = shapes(demo.bag, layer, "bronhouder_identificatie", "woonplaats_identificatie")
        for number, areas in ((0, municipalities), (1, places)):
            for code in {row[number] for row in rows}:
                shapely.prepare(areas[code])
                own = [row[2] for row in rows if row[number] == code]
                assert shapely.covers(areas[code], own).all(), (layer, code)


def test_an_object_lies_in_one_of_its_panden(demo: DemoFiles) -> None:
    panden = dict(shapes(demo.bag, "pand", "identificatie"))
    rows = [row for row in shapes(demo.bag, "verblijfsobject", "pand_identificatie") if row[0]]
    points = [point for _, point in rows]
    own = [shapely.union_all([panden[i] for i in identifiers.split(",")]) for identifiers, _ in rows]
    assert shapely.covers(own, points).all()


def test_panden_do_not_stand_in_each_other(demo: DemoFiles) -> None:
    standing = [s for status, s in shapes(demo.bag, "pand", "status") if "in gebruik" in status]
    inner = np.array([s.buffer(-0.4) for s in standing])
    first, second = shapely.STRtree(inner).query(inner, predicate="intersects")
    assert (first < second).sum() == 0


def test_functional_areas_are_of_top10nl(demo: DemoFiles) -> None:
    single = shapes(
        demo.areas, "functioneel_gebied_vlak", "lokaal_id", "typefunctioneelgebied", "naamnl", "bronactualiteit"
    )
    several = shapes(
        demo.areas, "functioneel_gebied_multivlak", "lokaal_id", "typefunctioneelgebied", "naamnl", "bronactualiteit"
    )
    kinds = {row[1] for row in single + several}
    assert kinds == PARK_AREAS | OTHER_AREAS
    assert PARK_AREAS & {row[1] for row in several}
    assert all(row[-1].geom_type == "Polygon" and row[-1].is_valid for row in single)
    assert all(row[-1].geom_type == "MultiPolygon" and row[-1].is_valid for row in several)
    assert len({row[0] for row in single + several}) == len(single + several)
    assert any(row[2] for row in single)
    assert not all(row[2] for row in single)


# Seeds -------------------------------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_files(demo: DemoFiles, tmp_path: Path) -> None:
    again = make_region(tmp_path / "again", 2026)
    names = sorted(path.name for path in demo.folder.iterdir())
    assert names == sorted(path.name for path in again.folder.iterdir())
    different = [name for name in names if (demo.folder / name).read_bytes() != (again.folder / name).read_bytes()]
    assert different == []
