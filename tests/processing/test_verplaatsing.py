"""Displacement in the demo region, from delivery to sentence; and what is refused."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from pathlib import Path

import pytest
import shapely
from qgis.core import QgsProcessingException

from arbeidsmigratie import classFactory
from tests.processing.inside import Listening, run
from tools.demo import make_region

FIRST, SECOND = "2025-07-01", "2026-07-01"
SEED = 2026


@pytest.fixture(scope="module")
def algorithms(qgis_app, qgis_processing):
    loaded = classFactory(None)
    loaded.initProcessing()
    yield
    loaded.unload()


@pytest.fixture(scope="module")
def demo(algorithms, tmp_path_factory):
    """The demo region with both deliveries read and counted: a1, a2 (addresses), h1, h2 (hexagons)."""
    folder = tmp_path_factory.mktemp("verplaatsing")
    make_region(folder, SEED)
    for at, date in enumerate((FIRST, SECOND), 1):
        read(folder, date, folder / f"a{at}.gpkg")
        hexagons(folder, folder / f"a{at}.gpkg", folder / f"h{at}.gpkg")
    return folder


def read(folder, date, output):
    run(
        "rniinlezen",
        INPUT=folder / f"rni_{date}.xlsx",
        BAG=folder / "bag-light.gpkg",
        PEILDATUM=date,
        OUTPUT=output,
        OUTPUT_UNMATCHED=output.with_name(f"niet_{output.name}"),
    )


def hexagons(folder, points, output, resolution=8):
    homes, areas = folder / "bag-light.gpkg", folder / "gemeenten.gpkg"
    run("h3aggregeren", INPUT=points, DWELLINGS=homes, GEMEENTEN=areas, RESOLUTION=resolution, OUTPUT=output)


def compare(folder, kind, output, **more):
    layers = {"T1": folder / f"{kind}1.gpkg", "T2": folder / f"{kind}2.gpkg"}
    return run("verplaatsing", **{**layers, "GEMEENTEN": folder / "gemeenten.gpkg", "OUTPUT": output, **more})


def planted(folder):
    """Municipality and place of the treated and of the receiving area, as the truth table has them."""
    with (folder / "waarheid_locaties.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["subsoort"]: row for row in csv.DictReader(stream) if row["soort"] == "verplaatsing"}
    return rows["behandeld"], rows["ontvangend"]


def rows(path, *fields, layer="verplaatsing", key=0):
    names = ", ".join(f'"{field}"' for field in fields)
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        found = database.execute(f"SELECT {names} FROM {layer}").fetchall()
    return {row[key]: row[1:] for row in found}


# What was planted is seen ------------------------------------------------------------------------------------------


def test_the_planted_displacement_is_seen_between_municipalities(demo, tmp_path):
    treated, receiving = (row["gemeentecode"] for row in planted(demo))
    result = compare(demo, "a", tmp_path / "v.gpkg", TREATED=treated, RING=receiving)
    assert (result["GATE"], result["OUTCOME"]) == ("groen", "verplaatsing")
    assert result["P_DISPLACEMENT"] < 0.01
    assert result["FALL"] < -20 < 20 < result["RISE"]
    assert "past bij verplaatsing, bewijst die niet" in result["SENTENCE"]
    assert result["WDD_LOW"] < 0 < result["WDD_HIGH"]
    assert result["PHI"] == 1
    fields = ("gemeentecode", "rol", "n1", "n2", "verschil", "verschenen", "verdwenen", "gebleven")
    found = rows(tmp_path / "v.gpkg", *fields)
    assert (found[treated][0], found[receiving][0]) == ("behandeld", "ring")
    for _, n1, n2, change, appeared, disappeared, stayed in found.values():
        assert (n1, n2, change) == (stayed + disappeared, stayed + appeared, n2 - n1)
    shifts = rows(tmp_path / "v.gpkg", "gemeentecode", "lokale_verschuiving", "q_omloop", "toelichting")
    assert sum(shift for shift, _, _ in shifts.values()) == pytest.approx(0, abs=1e-6)
    assert shifts[treated][1] < 0.01
    assert all("geen oordeel" in text for _, _, text in shifts.values())


def test_counts_are_those_of_the_truth(demo, tmp_path):
    compare(demo, "a", tmp_path / "v.gpkg")
    found = rows(tmp_path / "v.gpkg", "gemeentecode", "n1", "n2")
    for at, date in enumerate((FIRST, SECOND)):
        with (demo / f"waarheid_rni_{date}.csv").open(encoding="utf-8") as stream:
            assert sum(row[at] for row in found.values()) == len(stream.readlines()) - 1


def test_the_neighbours_are_the_ring_and_one_without_a_delivery_is_unknown(demo, tmp_path):
    treated, receiving = (row["gemeentecode"] for row in planted(demo))
    result = compare(demo, "a", tmp_path / "v.gpkg", TREATED=treated)
    found = rows(tmp_path / "v.gpkg", "gemeentecode", "rol", "n1", "n2", "lokale_verschuiving", "p_twee_tellingen")
    assert found[receiving][0] == "ring"
    silent = [code for code, row in found.items() if row[1] is None]
    assert silent
    for code in silent:
        assert found[code] == ("ring", None, None, None, None)
        assert f"Niet geleverd en dus onbekend, niet nul: {code}" in result["SENTENCE"]


@pytest.mark.parametrize("kind", ["a", "h"])
def test_polygons_see_it_in_addresses_and_in_hexagons(demo, tmp_path, kind):
    from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import to_wkb
    from arbeidsmigratie.arbeidsmigratie_plugin.core.tables import Column, Table
    from arbeidsmigratie.arbeidsmigratie_plugin.sources.writing import write

    (x, y), (u, v) = ((float(row["x"]), float(row["y"])) for row in planted(demo))
    circle = shapely.Point(x, y).buffer(700 if kind == "a" else 1000)
    area = Table("gebied", (Column("id", "integer", [1]),), "MultiPolygon", to_wkb([circle]))
    write(tmp_path / "gebied.gpkg", [area])
    reach = shapely.Point(u, v).distance(circle) + 700
    result = compare(
        demo, kind, tmp_path / "v.gpkg", TREATED_AREA=tmp_path / "gebied.gpkg", RING_WIDTH=reach, CONTROL="9803,9804"
    )
    assert result["OUTCOME"] in (("verplaatsing",) if kind == "a" else ("verplaatsing", "afname"))
    assert result["FALL"] < -30


def test_hexagons_count_what_lies_in_two_municipalities_apart(demo, tmp_path):
    result = compare(demo, "h", tmp_path / "v.gpkg")
    assert result["GATE"] == "groen"
    found = rows(tmp_path / "v.gpkg", "gemeentecode", "gemeentenaam", "n1", "n2", "verschenen", "verblijfsobjecten_1")
    assert found[None][0] == "grenscellen"
    points = compare(demo, "a", tmp_path / "p.gpkg")
    assert points["MUNICIPALITIES"] == result["MUNICIPALITIES"] == 4
    by_points = rows(tmp_path / "p.gpkg", "gemeentecode", "n1", "n2")
    known = [row for row in found.values() if row[1] is not None]
    assert sum(row[1] for row in known) == sum(row[0] for row in by_points.values() if row[0] is not None)
    assert all(row[3] is None for row in found.values())
    assert result["OUTCOME"] == "niet getoetst"


def test_the_result_says_where_it_comes_from_and_what_was_asked(demo, tmp_path):
    compare(demo, "a", tmp_path / "v.gpkg", TREATED="9801")
    found = rows(tmp_path / "v.gpkg", "brondatum", "laag", "bron", "bestand", "query", layer="herkomst")
    assert set(found) == {FIRST, SECOND}
    for layer, source, file, query in found.values():
        assert (layer, source) == ("verplaatsing", "RNI-levering")
        assert file in ("a1.gpkg", "a2.gpkg")
        assert query.startswith("run ")
        for said in ("TREATED 9801", "MEASURE adressen", "EXPOSURE automatisch", "WEIGHTS automatisch", "poort groen"):
            assert said in query


def test_every_try_with_the_same_dates_is_counted(demo, tmp_path):
    """Another choice of areas, measure, region or grid is another try with the same data."""
    first = compare(demo, "a", tmp_path / "v.gpkg")["RUN"]
    tries = [
        compare(demo, "a", tmp_path / "v.gpkg", TREATED="9801", MEASURE=1),
        compare(demo, "a", tmp_path / "w.gpkg", REGION="9801,9802", TREATED="9802"),
        compare(demo, "h", tmp_path / "x.gpkg", TREATED="9803"),
    ]
    assert [found["RUN"] - first for found in tries] == [1, 2, 3]
    (query, *_), *_ = rows(tmp_path / "w.gpkg", "bron", "query", layer="herkomst").values()
    assert query.startswith(f"run {tries[1]['RUN']}; ")


def test_a_file_that_counted_more_runs_is_believed(demo, tmp_path):
    number = compare(demo, "a", tmp_path / "v.gpkg")["RUN"] + 9
    change_herkomst(tmp_path / "v.gpkg", "UPDATE herkomst SET query = ?", f"run {number}; T1")
    assert compare(demo, "a", tmp_path / "v.gpkg")["RUN"] == number + 1


# What only looks like a change -------------------------------------------------------------------------------------


def without_municipality(points, code, output):
    """The delivery as it would be if this municipality had not yet sent anything."""
    from osgeo import ogr

    shutil.copy(points, output)
    source = ogr.Open(str(output), 1)
    layer = source.GetLayerByName("rni_adressen")
    for number in [feature.GetFID() for feature in layer if feature.GetField("gemeentecode") == code]:
        layer.DeleteFeature(number)
    layer = source = None
    change_herkomst(output, f"UPDATE herkomst SET query = replace(query, '{code},', '') WHERE query LIKE 'gemeenten %'")
    return output


def test_a_municipality_that_came_to_deliver_is_no_displacement(demo, tmp_path):
    points = without_municipality(demo / "a1.gpkg", "9802", tmp_path / "a1.gpkg")
    for name, source in (("later", points), ("equal", demo / "a1.gpkg"), ("second", demo / "a2.gpkg")):
        hexagons(demo, source, tmp_path / f"{name}.gpkg", 7)
    asked = {"REGION": "9801,9803,9804", "TREATED": "9801", "RING": "9803", "CONTROL": "9804"}
    found = {}
    for name in ("later", "equal"):
        layers = {"T1": tmp_path / f"{name}.gpkg", "T2": tmp_path / "second.gpkg"}
        result = run("verplaatsing", **layers, GEMEENTEN=demo / "gemeenten.gpkg", OUTPUT=tmp_path / "v.gpkg", **asked)
        counts = rows(tmp_path / "v.gpkg", "gemeentecode", "n1", "n2", "lokale_verschuiving")
        found[name] = counts, result["SENTENCE"], result["OUTCOME"]
    assert found["later"] == found["equal"]
    assert "niet vergeleken gemeente liggen tellen niet mee" in found["later"][1]


@pytest.mark.parametrize(
    ("filtered", "reason"), [("huisnummer % 2 = 0", "meer dan 10 % verschil"), ("huisnummer > 0", "alle' tegenover '")]
)
def test_another_count_of_homes_is_not_green(demo, tmp_path, filtered, reason):
    for at, subset in ((1, ""), (2, f"|subset={filtered}")):
        homes = f"{demo / 'bag-light.gpkg'}|layername=verblijfsobject{subset}"
        points, areas = demo / f"a{at}.gpkg", demo / "gemeenten.gpkg"
        output = tmp_path / f"h{at}.gpkg"
        run("h3aggregeren", INPUT=points, DWELLINGS=homes, GEMEENTEN=areas, RESOLUTION=8, OUTPUT=output)
    if "10 %" in reason:  # as a file that does not say what was counted
        for at in (1, 2):
            change_herkomst(tmp_path / f"h{at}.gpkg", "UPDATE herkomst SET query = replace(query, 'objecten', '')")
    result = compare(tmp_path, "h", tmp_path / "v.gpkg", GEMEENTEN=demo / "gemeenten.gpkg", TREATED="9801", RING="9802")
    assert (result["GATE"], result["OUTCOME"]) == ("oranje", "niet getoetst")
    assert "verblijfsobjecten: oranje" in result["REASONS"]
    assert reason in result["REASONS"]


def test_the_map_shows_every_municipality_in_one_class_and_the_unknown_hatched(demo, tmp_path):
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsVectorLayer

    compare(demo, "a", tmp_path / "v.gpkg", TREATED=planted(demo)[0]["gemeentecode"])
    layer = QgsVectorLayer(f"{tmp_path / 'v.gpkg'}|layername=verplaatsing", "v", "ogr")
    renderer = layer.renderer()
    assert renderer.type() == "RuleRenderer"
    assert '"toelichting"' in layer.mapTipTemplate()
    rules = [(rule.label(), QgsExpression(rule.filterExpression())) for rule in renderer.rootRule().children()]
    hatched = renderer.rootRule().children()[-2].symbol().symbolLayer(0).properties()["style"]
    assert (rules[-2][0][:8], hatched) == ("onbekend", "b_diagonal")
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.layerScope(layer))
    seen = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        shown = [label for label, asked in rules if asked.evaluate(context)]
        classes = [label for label in shown if label != rules[-1][0]]
        assert len(classes) == 1
        assert (classes[0] == rules[-2][0]) == (
            feature["vergelijkbaar"] == "groen" and not isinstance(feature["n1"], int)
        )
        assert (rules[-1][0] in shown) == (feature["onzeker"] == 1)
        seen.append(classes[0])
    assert rules[-2][0] in seen
    assert len(set(seen)) > 2


def test_persons_have_a_wider_error(demo, tmp_path):
    treated, receiving = (row["gemeentecode"] for row in planted(demo))
    places = {"TREATED": treated, "RING": receiving}
    persons = compare(demo, "a", tmp_path / "v.gpkg", MEASURE=1, **places)
    addresses = compare(demo, "a", tmp_path / "w.gpkg", **places)
    assert persons["PHI"] > 2
    assert persons["SE"] > 2 * addresses["SE"]
    of_hexagons = compare(demo, "h", tmp_path / "x.gpkg", MEASURE=1, **places)
    assert of_hexagons["OUTCOME"] == "niet getoetst"
    assert "WDD" not in of_hexagons


def test_a_workspace_is_compared_by_its_addresses(demo, tmp_path):
    for at, date in enumerate((FIRST, SECOND), 1):
        run(
            "regiobeeld",
            RNI=demo / f"rni_{date}.xlsx",
            BAG=demo / "bag-light.gpkg",
            GEMEENTEN=demo / "gemeenten.gpkg",
            PEILDATUM=date,
            BACKGROUND=False,
            FOLDER=tmp_path / f"uit{at}",
        )
    layers = {f"T{at}": tmp_path / f"uit{at}" / f"regiobeeld_{date}.gpkg" for at, date in ((1, FIRST), (2, SECOND))}
    result = run("verplaatsing", **layers, TREATED="9801", RING="9802", OUTPUT=tmp_path / "v.gpkg")
    assert (result["GATE"], result["OUTCOME"]) == ("groen", "verplaatsing")
    part = {key: f"{path}|layername=hexagonen" for key, path in layers.items()}
    assert run("verplaatsing", **part, OUTPUT=tmp_path / "h.gpkg")["GATE"] == "groen"


def test_counts_in_a_table_will_do_and_are_only_described(algorithms, tmp_path):
    published = {"0901": (207, 110), "0902": (178, 157), "0903": (308, 318), "0904": (150, 140)}
    for at, date in enumerate((FIRST, SECOND)):
        with (tmp_path / f"t{at + 1}.csv").open("w", encoding="utf-8") as stream:
            stream.write("gemeentecode,adressen,peildatum\n")
            stream.writelines(f"{code},{counts[at]},{date}\n" for code, counts in published.items())
    feedback = Listening()
    result = run(
        "verplaatsing",
        feedback,
        T1=tmp_path / "t1.csv",
        T2=tmp_path / "t2.csv",
        TREATED="0901",
        RING="0902",
        CONTROL="0903",
        RING_CONTROL="0904",
        OUTPUT=tmp_path / "v.gpkg",
    )
    assert (result["WDD"], round(result["SE"], 3), round(result["Z"], 2)) == (-118, 39.598, -2.98)
    assert (round(result["WDD_LOW"]), round(result["WDD_HIGH"])) == (-196, -40)
    assert (result["GATE"], result["OUTCOME"], "P" in result) == ("oranje", "niet getoetst", False)
    assert any("matched" in warning for warning in feedback.warnings)
    assert "zonder uitspraak over verplaatsing" in result["SENTENCE"]


# What is refused ---------------------------------------------------------------------------------------------------


def change_herkomst(path, sql, *values):
    with sqlite3.connect(path) as database:
        assert database.execute(sql, values).rowcount


def refused(folder, match, **parameters):
    output = folder / "niet.gpkg"
    with pytest.raises(QgsProcessingException, match=match):
        run("verplaatsing", **parameters, OUTPUT=output)
    assert not output.exists()


def test_layers_that_can_not_be_compared_are_refused_with_the_reason(demo, tmp_path):
    one, two = demo / "a1.gpkg", demo / "a2.gpkg"
    refused(tmp_path, "in the wrong order: 2026-07-01 and 2025-07-01", T1=two, T2=one)
    refused(tmp_path, "the dates are the same", T1=one, T2=one)
    refused(tmp_path, "T1 has adressen, T2 has hexagonen", T1=one, T2=demo / "h2.gpkg")
    hexagons(demo, two, tmp_path / "fijn.gpkg", 9)
    refused(tmp_path, "the H3 resolutions are 8 and 9", T1=demo / "h1.gpkg", T2=tmp_path / "fijn.gpkg")
    refused(tmp_path, "no field adresseerbaarobject_id", T1=demo / "gemeenten.gpkg", T2=two)


def test_another_region_or_matching_is_refused_with_both_reasons(demo, tmp_path):
    other = Path(shutil.copy(demo / "a2.gpkg", tmp_path / "a2.gpkg"))
    change_herkomst(
        other, "UPDATE herkomst SET query = 'gemeenten 9801,9802,9803; gekoppeld 91.00 %' WHERE bron = 'RNI-levering'"
    )
    reasons = r"1\) 9804 not delivered in T2 .*; 2\) 97.4 and 91.0 % .* more than 5 points apart"
    refused(tmp_path, reasons, T1=demo / "a1.gpkg", T2=other)
    limited = {"REGION": "9801,9802,9803", "TOLERANCE": 10}
    result = run("verplaatsing", T1=demo / "a1.gpkg", T2=other, OUTPUT=tmp_path / "v.gpkg", **limited)
    assert (result["GATE"], result["OUTCOME"]) == ("oranje", "niet getoetst")
    assert rows(tmp_path / "v.gpkg", "gemeentecode", "n1", "n2")["9804"] == (None, None)


def test_an_older_import_that_says_less_is_uncertain_not_refused(demo, tmp_path):
    old = Path(shutil.copy(demo / "a1.gpkg", tmp_path / "a1.gpkg"))
    change_herkomst(old, "UPDATE herkomst SET query = 'gemeenten 9801,9802,9803,9804' WHERE bron = 'RNI-levering'")
    result = run("verplaatsing", T1=old, T2=demo / "a2.gpkg", TREATED="9801", RING="9802", OUTPUT=tmp_path / "v.gpkg")
    assert (result["GATE"], result["OUTCOME"]) == ("oranje", "niet getoetst")
    assert "koppeling: oranje" in result["REASONS"]
    assert "bewijst die niet" not in result["SENTENCE"]
    assert not {name for name in result if name.startswith("P") and name != "PHI"}
    tests = ("gemeentecode", "p_twee_tellingen", "q", "p_e_toets", "p_omloop", "q_omloop")
    assert {value for row in rows(tmp_path / "v.gpkg", *tests).values() for value in row} == {None}
    assert {row[0] for row in rows(tmp_path / "v.gpkg", "gemeentecode", "onzeker").values()} <= {1, None}


def test_a_part_that_can_not_be_had_is_refused(demo, tmp_path):
    layers = {"T1": demo / "a1.gpkg", "T2": demo / "a2.gpkg"}
    refused(tmp_path, "TREATED names 9999", **layers, TREATED="9999")
    refused(tmp_path, "CONTROL names 9801: TREATED names it too", **layers, TREATED="9801", CONTROL="9801,9802")
    areas = demo / "gemeenten.gpkg"
    refused(tmp_path, "TREATED_AREA names polygons", **layers, TREATED="9801", TREATED_AREA=areas)


def test_the_seed_does_not_matter(algorithms, tmp_path):
    make_region(tmp_path, SEED + 1)
    for at, date in enumerate((FIRST, SECOND), 1):
        read(tmp_path, date, tmp_path / f"a{at}.gpkg")
    treated, receiving = (row["gemeentecode"] for row in planted(tmp_path))
    result = compare(tmp_path, "a", tmp_path / "v.gpkg", TREATED=treated, RING=receiving)
    assert result["OUTCOME"] == "verplaatsing"
    swapped = compare(tmp_path, "a", tmp_path / "w.gpkg", TREATED=receiving, RING=treated)
    assert swapped["OUTCOME"] == "niets aantoonbaars"
