"""Clusters across borders in the demo region, from hexagons to sentences; and what is refused."""

from __future__ import annotations

import csv
import json
import sqlite3

import numpy as np
import pytest
import shapely
from osgeo import ogr
from qgis.core import QgsProcessingException

from arbeidsmigratie import classFactory
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import to_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write
from tests.processing.inside import Listening, run
from tools.demo import make_region

DATE = "2026-07-01"
SEED = 2026


@pytest.fixture(scope="module")
def algorithms(qgis_app, qgis_processing):
    loaded = classFactory(None)
    loaded.initProcessing()
    yield
    loaded.unload()


@pytest.fixture(scope="module")
def demo(algorithms, tmp_path_factory):
    """The demo region with its hexagons (h.gpkg), hot spots (hot.gpkg) and clusters (c.gpkg)."""
    return made(tmp_path_factory.mktemp("grens"), SEED)


def made(folder, seed):
    make_region(folder, seed)
    areas, homes = folder / "gemeenten.gpkg", folder / "bag-light.gpkg"
    unmatched = folder / "niet.gpkg"
    source = folder / f"rni_{DATE}.csv"
    run("rniinlezen", INPUT=source, BAG=homes, PEILDATUM=DATE, OUTPUT=folder / "a.gpkg", OUTPUT_UNMATCHED=unmatched)
    run("h3aggregeren", INPUT=folder / "a.gpkg", DWELLINGS=homes, GEMEENTEN=areas, OUTPUT=folder / "h.gpkg")
    found = {"OUTPUT": folder / "hot.gpkg", "OUTPUT_CLUSTERS": folder / "c.gpkg"}
    run("hotspots", INPUT=folder / "h.gpkg", GEMEENTEN=areas, **found)
    return folder


def borders(folder, output, feedback=None, **more):
    parameters = {
        "INPUT": folder / "hot.gpkg",
        "GEMEENTEN": folder / "gemeenten.gpkg",
        "BUITENLAND": [f"{folder / 'gemeenten.gpkg'}|layername=buitenland"],
        "OUTPUT": output,
        "OUTPUT_SHARES": output.with_name(f"delen_{output.name}"),
    }
    return run("grensclusters", feedback, **{**parameters, **more})


def rows(path, layer="grensclusters"):
    with sqlite3.connect(path) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(f"SELECT * FROM {layer} ORDER BY rowid")]


def shapes(path):
    dataset = ogr.Open(str(path))
    return [shapely.from_wkb(bytes(one.GetGeometryRef().ExportToWkb())) for one in dataset.GetLayer("grensclusters")]


def planted(folder):
    with (folder / "waarheid_locaties.csv").open(encoding="utf-8", newline="") as stream:
        return {
            row["subsoort"]: shapely.Point(float(row["x"]), float(row["y"])).buffer(700)
            for row in csv.DictReader(stream)
            if row["soort"] == "cluster"
        }


def refused(folder, match, **parameters):
    output = folder / "niet_hier.gpkg"
    with pytest.raises(QgsProcessingException, match=match):
        borders(folder, output, **parameters)
    assert not output.exists()


# What is found ------------------------------------------------------------------------------------------------------


def test_planted_clusters_are_listed_with_their_border_and_the_one_inside_is_not(demo, tmp_path):
    result = borders(demo, tmp_path / "g.gpkg")
    found = rows(tmp_path / "g.gpkg")
    places, truth = shapes(tmp_path / "g.gpkg"), planted(demo)
    kinds = {name: {row["soort"] for row, at in zip(found, places) if at.intersects(truth[name])} for name in truth}
    assert any("gemeentegrens" in kind for kind in kinds["gemeentegrens"])
    assert any("landsgrens" in kind for kind in kinds["landsgrens"])
    assert not any(kind.startswith("gemeentegrens") for kind in kinds["binnen_gemeente"])
    assert result["LISTED"] == len(found) < result["CLUSTERS"]
    assert result["MUNICIPAL"] == sum("," in row["gemeentecodes"] for row in found)
    across = [row for row in found if "gemeentegrens" in row["soort"]]
    assert all(len(row["gemeentecodes"].split(",")) > 1 and "%" in row["gemeentedelen"] for row in across)
    near = [row for row in found if "landsgrens" in row["soort"]]
    assert all(row["landen"] == "DE" and row["afstand_grens_m"] <= 5000 and "Kreis" in row["overkant"] for row in near)
    assert all(row["dichtheid_buitenland"] is None and "onbekend is, niet nul" in row["toelichting"] for row in near)
    assert all(row["peildatum"] == DATE and row["toelichting"].endswith("geen oordeel.") for row in found)


def test_hexagons_hot_spots_and_clusters_give_the_same(demo, tmp_path):
    inputs = {
        "plain": {"INPUT": demo / "h.gpkg"},
        "hot": {},
        "clusters": {"INPUT": demo / "c.gpkg", "HEXAGONS": demo / "hot.gpkg"},
    }
    tables = {}
    for name, given in inputs.items():
        borders(demo, tmp_path / f"{name}.gpkg", **given)
        tables[name] = rows(tmp_path / f"{name}.gpkg")
    for name in ("hot", "clusters"):
        for field in ("cluster_id", "rang", "soort", "gemeentedelen", "alleen_gezien", "adressen", "registraties"):
            assert [row[field] for row in tables[name]] == [row[field] for row in tables["plain"]], field
        expected = [row["verwacht"] for row in tables["plain"]]
        assert [row["verwacht"] for row in tables[name]] == pytest.approx(expected, rel=1e-5)
    ids = {row["cluster_id"] for row in rows(demo / "c.gpkg", "clusters")}
    assert {row["cluster_id"] for row in tables["hot"]} <= ids


def test_parts_of_municipalities_are_a_table_of_their_own(demo, tmp_path):
    borders(demo, tmp_path / "g.gpkg")
    found = {row["cluster_id"]: row for row in rows(tmp_path / "g.gpkg")}
    parts = rows(tmp_path / "delen_g.gpkg", "grensclusters_gemeenten")
    assert {row["cluster_id"] for row in parts} == set(found)
    for name, row in found.items():
        of = [part for part in parts if part["cluster_id"] == name]
        assert [part["gemeentecode"] for part in of] == row["gemeentecodes"].split(",")
        assert sum(part["aandeel"] for part in of) == pytest.approx(1)
        assert sum(part["waargenomen"] for part in of) == pytest.approx(row["waargenomen"])
        assert sum(part["verwacht"] for part in of) == pytest.approx(row["verwacht"], rel=1e-5)
        assert {part["alleen_gezien"] for part in of} <= {0, 1}


def test_clusters_without_hexagons_say_that_the_parts_are_unknown(demo, tmp_path):
    feedback = Listening()
    borders(demo, tmp_path / "g.gpkg", feedback, INPUT=demo / "c.gpkg")
    found = rows(tmp_path / "g.gpkg")
    assert len(found) > 0
    assert all(row["gemeentedelen"] is None and row["alleen_gezien"] is None for row in found)
    assert all(row["adressen"] > 0 and row["gemeentecodes"] for row in found)
    assert any("give HEXAGONS" in warning for warning in feedback.warnings)


def test_the_seed_does_not_matter(algorithms, tmp_path):
    folder = made(tmp_path, SEED + 1)
    borders(folder, tmp_path / "g.gpkg")
    truth, places = planted(folder), shapes(tmp_path / "g.gpkg")
    kinds = [row["soort"] for row in rows(tmp_path / "g.gpkg")]
    assert any("gemeentegrens" in kind and at.intersects(truth["gemeentegrens"]) for kind, at in zip(kinds, places))
    assert any("landsgrens" in kind and at.intersects(truth["landsgrens"]) for kind, at in zip(kinds, places))


# What stands beside it ----------------------------------------------------------------------------------------------


def test_policies_that_differ_are_said(demo, tmp_path):
    table = tmp_path / "beleid.csv"
    codes = ("9801", "9802", "9803", "9804")
    lines = [f"{code},{10 + at},{'ja' if at % 2 else 'nee'}" for at, code in enumerate(codes)]
    table.write_text("\n".join(["gemeentecode,norm_m2,vergunningplicht", *lines]) + "\n", encoding="utf-8")
    borders(demo, tmp_path / "g.gpkg", POLICY=table)
    found = [row for row in rows(tmp_path / "g.gpkg") if "," in row["gemeentecodes"]]
    assert found
    assert all("oppervlakte per persoon" in row["beleidsverschil"] for row in found)
    assert all("Hun beleid verschilt" in row["toelichting"] for row in found)
    parts = rows(tmp_path / "delen_g.gpkg", "grensclusters_gemeenten")
    assert {(row["gemeentecode"], row["norm_m2"]) for row in parts} <= {(c, 10.0 + at) for at, c in enumerate(codes)}


def test_known_locations_across_the_border_stand_beside_and_are_never_added_in(demo, tmp_path):
    borders(demo, tmp_path / "zonder.gpkg")
    german = shapely.union_all([one for _, one in foreign(demo)])
    box = np.array(german.bounds)
    inside = [p for p in grid_of_points(box, 500.0) if german.contains(p)]
    points = {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:28992"}}}
    points["features"] = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [p.x, p.y]}} for p in inside
    ]
    (tmp_path / "adressen.geojson").write_text(json.dumps(points), encoding="utf-8")
    given = [f"{demo / 'gemeenten.gpkg'}|layername=buitenland", str(tmp_path / "adressen.geojson")]
    borders(demo, tmp_path / "met.gpkg", BUITENLAND=given)
    with_points, without = rows(tmp_path / "met.gpkg"), rows(tmp_path / "zonder.gpkg")
    near = [row for row in with_points if "landsgrens" in row["soort"]]
    assert near
    assert all(row["dichtheid_buitenland"] == pytest.approx(4, rel=0.25) for row in near)  # one in 500 x 500 m
    for field in ("adressen", "registraties", "verwacht", "gemeentedelen"):
        assert [row[field] for row in with_points] == [row[field] for row in without]


def foreign(folder):
    dataset = ogr.Open(str(folder / "gemeenten.gpkg"))
    layer = dataset.GetLayer("buitenland")
    return [(one["naam"], shapely.from_wkb(bytes(one.GetGeometryRef().ExportToWkb()))) for one in layer]


def grid_of_points(box, step):
    x, y = np.meshgrid(np.arange(box[0], box[2], step), np.arange(box[1], box[3], step))
    return shapely.points(x.ravel(), y.ravel())


def test_a_border_line_that_was_given_goes_before_the_edge(demo, tmp_path):
    line = shapely.boundary(shapely.union_all([one for _, one in foreign(demo)]))
    shifted = shapely.transform(line, lambda xy: xy + np.array([100_000.0, 0.0]))
    write_lines(tmp_path / "lijn.gpkg", [shifted])
    result = borders(demo, tmp_path / "g.gpkg", LANDSGRENS=tmp_path / "lijn.gpkg")
    assert result["NATIONAL"] == 0
    write_lines(tmp_path / "hier.gpkg", [line])
    assert borders(demo, tmp_path / "g2.gpkg", LANDSGRENS=tmp_path / "hier.gpkg")["NATIONAL"] > 0


def write_lines(path, lines, crs=28992):
    from osgeo import osr

    reference = None
    if crs:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(crs)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("grens", reference, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("land", ogr.OFTString))
    for line in lines:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["land"] = "Duitsland"
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(line)))
        layer.CreateFeature(feature)


def test_without_anything_of_abroad_the_distance_is_unknown(demo, tmp_path):
    feedback = Listening()
    result = borders(demo, tmp_path / "g.gpkg", feedback, BUITENLAND=None)
    assert result["NATIONAL"] == 0
    assert all(row["afstand_grens_m"] is None and row["landen"] is None for row in rows(tmp_path / "g.gpkg"))
    assert any("No national border is known" in warning for warning in feedback.warnings)


def test_provenance_says_what_was_asked(demo, tmp_path):
    borders(demo, tmp_path / "g.gpkg", DISTANCE=2500)
    said = rows(tmp_path / "g.gpkg", "herkomst")
    assert {row["bron"] for row in said} >= {"Clusters", "Buitenland"}
    assert any("distance=2500; rings=1; fdr=0.05" in (row["query"] or "") for row in said)


def test_a_municipality_without_area_is_named_by_its_code(demo, tmp_path):
    few = tmp_path / "gemeenten.gpkg"
    few.write_bytes((demo / "gemeenten.gpkg").read_bytes())
    dataset = ogr.Open(str(few), update=1)
    dataset.ExecuteSQL("DELETE FROM gemeentegebied WHERE code = '9802'")
    dataset = None
    feedback = Listening()
    borders(demo, tmp_path / "g.gpkg", feedback, GEMEENTEN=few)
    names = [row["gemeentenamen"] for row in rows(tmp_path / "g.gpkg") if "9802" in row["gemeentecodes"]]
    assert names
    assert all("9802" in name for name in names)
    assert "GEMEENTEN lacks 9802: hexagons that they share are divided equally." in feedback.warnings


# Bad input ----------------------------------------------------------------------------------------------------------


def test_no_clusters_is_an_empty_layer_and_a_sentence(demo, tmp_path):
    quiet = tmp_path / "stil.gpkg"
    quiet.write_bytes((demo / "h.gpkg").read_bytes())
    dataset = ogr.Open(str(quiet), update=1)
    dataset.ExecuteSQL("UPDATE hexagonen SET adressen = 1, registraties = 1 WHERE adressen IS NOT NULL")
    dataset.ExecuteSQL("UPDATE hexagonen SET verblijfsobjecten = 50")
    if "populatie" in {field.GetName() for field in dataset.GetLayer("hexagonen").schema}:
        dataset.ExecuteSQL("UPDATE hexagonen SET populatie = 50 WHERE adressen IS NOT NULL")
    dataset = None
    feedback = Listening()
    result = borders(demo, tmp_path / "g.gpkg", feedback, INPUT=quiet)
    assert (result["CLUSTERS"], result["LISTED"]) == (0, 0)
    assert rows(tmp_path / "g.gpkg") == []
    assert rows(tmp_path / "delen_g.gpkg", "grensclusters_gemeenten") == []
    assert any("There are no clusters" in warning for warning in feedback.warnings)
    empty = {"OUTPUT": tmp_path / "hs.gpkg", "OUTPUT_CLUSTERS": tmp_path / "c.gpkg"}
    run("hotspots", INPUT=quiet, GEMEENTEN=demo / "gemeenten.gpkg", **empty)
    for at, name in enumerate(("hs.gpkg", "c.gpkg")):
        assert borders(demo, tmp_path / f"leeg{at}.gpkg", INPUT=tmp_path / name)["LISTED"] == 0


def test_what_can_not_be_used_is_refused_with_one_sentence(demo, tmp_path):
    write_lines(tmp_path / "zonder.gpkg", [shapely.LineString([(0, 0), (1, 1)])], crs=0)
    refused(demo, "Give GEMEENTEN", GEMEENTEN=None)
    refused(demo, "nergens.gpkg does not exist", GEMEENTEN=demo / "nergens.gpkg")
    refused(demo, "DISTANCE -1 can't be used", DISTANCE=-1)
    refused(demo, "no coordinate reference system", LANDSGRENS=tmp_path / "zonder.gpkg")
    points = tmp_path / "punt.gpkg"
    write_lines(points, [shapely.Point(200000, 400000)])
    refused(demo, "has points, lines or polygons of a national border are needed", LANDSGRENS=points)
    write_lines(tmp_path / "lijn.gpkg", [shapely.LineString([(200000, 400000), (210000, 400000)])])
    refused(demo, "has lines, polygons of areas, or points are needed", BUITENLAND=[str(tmp_path / "lijn.gpkg")])
    refused(demo, "no field h3", INPUT=demo / "gemeenten.gpkg")
    dutch = Table("nl", (Column("land", "text", ["NL"]),), "MultiPolygon", to_wkb(shapely.box([2e5], 4e5, 3e5, 5e5)))
    write(tmp_path / "nl.gpkg", [dutch])
    refused(demo, "no area of another country", BUITENLAND=[str(tmp_path / "nl.gpkg")])


def test_clusters_of_other_hexagons_are_refused(demo, tmp_path):
    few = tmp_path / "paar.gpkg"
    few.write_bytes((demo / "hot.gpkg").read_bytes())
    dataset = ogr.Open(str(few), update=1)
    dataset.ExecuteSQL("DELETE FROM hotspots WHERE cluster IS NOT NULL")
    dataset = None
    refused(demo, "are not among the hexagons", INPUT=demo / "c.gpkg", HEXAGONS=few)
