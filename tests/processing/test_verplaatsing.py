"""Displacement in the demo region, from delivery to sentence; and what is refused."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from pathlib import Path

import pytest
import shapely
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from arbeidsmigratie import classFactory
from tools.demo import make_region

FIRST, SECOND = "2025-07-01", "2026-07-01"
SEED = 2026


class Listening(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.warnings = []

    def pushWarning(self, text):  # noqa: N802
        self.warnings.append(text)


def run(name, feedback=None, **parameters):
    from qgis import processing

    plain = {key: str(v) if hasattr(v, "parts") else v for key, v in parameters.items()}
    return processing.run(f"arbeidsmigratie:{name}", plain, feedback=feedback or Listening())


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
        assert "TREATED 9801" in query
        assert "poort groen" in query


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
    assert result["GATE"] == "oranje"
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
    assert result["GATE"] == "groen"
    assert rows(tmp_path / "v.gpkg", "gemeentecode", "n1", "n2")["9804"] == (None, None)


def test_an_older_import_that_says_less_is_uncertain_not_refused(demo, tmp_path):
    old = Path(shutil.copy(demo / "a1.gpkg", tmp_path / "a1.gpkg"))
    change_herkomst(old, "UPDATE herkomst SET query = 'gemeenten 9801,9802,9803,9804' WHERE bron = 'RNI-levering'")
    result = run("verplaatsing", T1=old, T2=demo / "a2.gpkg", TREATED="9801", RING="9802", OUTPUT=tmp_path / "v.gpkg")
    assert result["GATE"] == "oranje"
    assert "koppeling: oranje" in result["REASONS"]
    assert "bewijst die niet" not in result["SENTENCE"]


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
