"""The demo region's truth tables: what was planted is there, and the tables say what the files hold."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import ogr

from arbeidsmigratie_plugin.core import bag
from tools.demo import DemoFiles
from tools.demo.region import build_region

PARKS = {
    "bungalowpark_logies",
    "caravanpark_standplaatsen",
    "chalets_woonfunctie",
    "hoofdadres",
    "alleen_bag",
    "alleen_top10nl",
    "camping",
    "gemengd",
}
COMPANY_DWELLINGS = {"in_object", "in_gebouw", "erf", "bedrijventerrein", "kas"}
DECOYS = {
    "centrum_boven_winkels",
    "hotel",
    "volkstuinen",
    "jachthaven",
    "woonwagencentrum",
    "dorp_met_logies",
    "woningen_bij_kas",
    "voormalig_bedrijf",
}
NO_DELIVERY = "9805"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class Truth:
    """The tables, with the BAG they are about."""

    demo: DemoFiles

    @cached_property
    def locations(self) -> dict[str, dict[str, str]]:
        return {row["id"]: row for row in table(self.demo.locations)}

    @cached_property
    def objects(self) -> list[dict[str, str]]:
        return table(self.demo.objects)

    @cached_property
    def bag(self) -> dict[str, dict]:
        source, found = ogr.Open(str(self.demo.bag)), {}
        for layer in bag.OBJECT_LAYERS:
            for feature in source.GetLayer(layer):
                point = feature.GetGeometryRef().Centroid()
                found[feature["identificatie"]] = {
                    "layer": layer,
                    "in_use": feature["status"] in bag.IN_USE,
                    "gemeente": feature["bronhouder_identificatie"],
                    "use": feature["gebruiksdoel"] if layer == "verblijfsobject" else "",
                    "area": feature["oppervlakte"] if layer == "verblijfsobject" else 0,
                    "panden": (feature["pand_identificatie"] or "").split(",") if layer == "verblijfsobject" else [],
                    "xy": (point.GetX(), point.GetY()),
                }
        return found

    def of(self, soort: str, subsoort: str = "") -> list[dict[str, str]]:
        """Locations of a kind."""
        return [r for r in self.locations.values() if r["soort"] == soort and subsoort in ("", r["subsoort"])]

    @cached_property
    def members(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        for row in self.objects:
            found[row["locatie_id"]].append(row["adresseerbaarobject_id"])
        return found

    @cached_property
    def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        first, second = (
            {r["adresseerbaarobject_id"]: int(r["registraties"]) for r in table(d.truth)} for d in self.demo.deliveries
        )
        return first, second


@pytest.fixture(scope="session")
def truth(demo: DemoFiles) -> Truth:
    return Truth(demo)


def test_every_kind_was_planted(truth: Truth) -> None:
    assert {row["subsoort"] for row in truth.of("vakantiepark")} == PARKS
    assert {row["subsoort"] for row in truth.of("bedrijfswoning")} == COMPANY_DWELLINGS
    assert {row["subsoort"] for row in truth.of("afleider")} == DECOYS
    assert {row["subsoort"] for row in truth.of("cluster")} == {"binnen_gemeente", "gemeentegrens", "landsgrens"}
    assert {row["subsoort"] for row in truth.of("verplaatsing")} == {"behandeld", "ontvangend"}
    for soort in ("studentencomplex", "zorgcomplex", "grootschalige_huisvesting", "boven_norm", "leeg_met_rni"):
        assert truth.of(soort)


def test_objects_exist_and_are_in_use(truth: Truth) -> None:
    for row in truth.objects:
        assert truth.bag[row["adresseerbaarobject_id"]]["in_use"]
        assert truth.locations[row["locatie_id"]]["soort"] == row["soort"]
    planted = Counter(
        row["adresseerbaarobject_id"] for row in truth.objects if row["soort"] not in ("cluster", "verplaatsing")
    )
    assert max(planted.values()) == 1


def test_locations_lie_in_their_municipality(truth: Truth) -> None:
    source = ogr.Open(str(truth.demo.gemeenten))
    municipalities = {
        f["code"]: shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb())) for f in source.GetLayer("gemeentegebied")
    }
    for row in truth.locations.values():
        point = shapely.Point(float(row["x"]), float(row["y"]))
        assert municipalities[row["gemeentecode"]].distance(point) < 0.1
        assert int(row["eenheden"]) > 0
        assert row["toelichting"]


def test_parks_hold_what_they_say(truth: Truth) -> None:
    for row in truth.of("vakantiepark"):
        items = [truth.bag[i] for i in truth.members[row["id"]]]
        kinds = Counter(item["use"] or item["layer"] for item in items)
        subsoort, units = row["subsoort"], int(row["eenheden"])
        if subsoort == "alleen_top10nl":
            assert not items
        elif subsoort == "hoofdadres":
            assert len(items) == 1
            assert units >= 40
        else:
            assert units == len(items)
        if subsoort == "bungalowpark_logies":
            assert kinds["logiesfunctie"] == units >= 50
        if subsoort == "caravanpark_standplaatsen":
            assert kinds["standplaats"] == units >= 30
        if subsoort == "chalets_woonfunctie":
            assert kinds["woonfunctie"] == units >= 30
        if subsoort == "gemengd":
            assert len(kinds) >= 2


def test_parks_are_on_the_map_as_they_say(truth: Truth) -> None:
    source = ogr.Open(str(truth.demo.areas))
    areas = [
        (f["typefunctioneelgebied"], shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb())), number)
        for number in range(2)
        for f in source.GetLayer(number)
    ]
    for row in truth.of("vakantiepark"):
        point = shapely.Point(float(row["x"]), float(row["y"]))
        here = [(soort, number) for soort, shape, number in areas if shape.distance(point) < 20]
        found = [
            number for soort, number in here if "park" in soort or "camping" in soort or soort == "recreatiegebied"
        ]
        assert bool(found) == (row["subsoort"] != "alleen_bag"), row
        if row["subsoort"] == "alleen_top10nl":
            assert found == [1]


def test_company_dwellings_show_their_evidence(truth: Truth) -> None:
    in_pand = defaultdict(list)
    for item in truth.bag.values():
        for pand in item["panden"]:
            in_pand[pand].append(item)
    for row in truth.of("bedrijfswoning"):
        for identifier in truth.members[row["id"]]:
            item = truth.bag[identifier]
            assert item["use"].startswith("woonfunctie")
            others = {o["use"] for pand in item["panden"] for o in in_pand[pand]} - {"woonfunctie"}
            if row["subsoort"] == "in_object":
                assert "," in item["use"]
            if row["subsoort"] == "in_gebouw":
                assert others


def test_farms_and_growers_stand_near_something_large(truth: Truth) -> None:
    source = ogr.Open(str(truth.demo.bag))
    large = [
        shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb()))
        for f in source.GetLayer("pand")
        if f["status"] != "Pand gesloopt" and f.GetGeometryRef().Area() >= 500
    ]
    tree, glass = shapely.STRtree(large), shapely.STRtree([s for s in large if s.area >= 2500])
    for subsoort, near, within in (("erf", tree, 40), ("kas", glass, 150)):
        for row in truth.of("bedrijfswoning", subsoort):
            point = shapely.Point(float(row["x"]), float(row["y"]))
            assert near.query(point.buffer(within), predicate="intersects").size, row


def test_complexes(truth: Truth) -> None:
    for row in truth.of("studentencomplex"):
        items = [truth.bag[i] for i in truth.members[row["id"]]]
        assert len(items) >= 40
        assert all(item["use"] == "woonfunctie" and item["area"] < 30 for item in items)
    for row in truth.of("zorgcomplex"):
        assert all("gezondheidszorgfunctie" in truth.bag[i]["use"] for i in truth.members[row["id"]])
    (small,) = truth.of("grootschalige_huisvesting", "kleine_eenheden")
    assert int(small["eenheden"]) >= 60
    (large,) = truth.of("grootschalige_huisvesting", "logiesgebouw")
    (only,) = truth.members[large["id"]]
    assert truth.bag[only]["area"] > 2000
    assert truth.counts[0][only] >= 60


def test_homes_above_the_norm_are_exactly_the_planted_ones(truth: Truth) -> None:
    planted = {i for row in truth.of("boven_norm") for i in truth.members[row["id"]]}
    for counts in truth.counts:
        above = {
            identifier
            for identifier, number in counts.items()
            if (item := truth.bag[identifier])["use"] == "woonfunctie"
            and item["area"] not in bag.AREA_PLACEHOLDERS
            and number > item["area"] // 12
        }
        assert above == planted


def test_offices_and_vacant_homes_have_registrations(truth: Truth) -> None:
    for row in truth.of("administratief_adres"):
        (identifier,) = truth.members[row["id"]]
        assert truth.bag[identifier]["use"] == "kantoorfunctie"
        assert truth.counts[0][identifier] >= 10
    vacant = {row["adresseerbaarobject_id"] for row in table(truth.demo.vacancy)}
    planted = {i for row in truth.of("leeg_met_rni") for i in truth.members[row["id"]]}
    assert planted < vacant
    for counts in truth.counts:
        assert vacant & set(counts) == planted


def test_registrations_are_on_objects_in_use_of_four_municipalities(truth: Truth) -> None:
    for counts in truth.counts:
        items = [truth.bag[identifier] for identifier in counts]
        assert all(item["in_use"] for item in items)
        assert {item["gemeente"] for item in items} == {"9801", "9802", "9803", "9804"}
        covered = sum(item["in_use"] and item["gemeente"] != NO_DELIVERY for item in truth.bag.values())
        assert 0.03 < len(counts) / covered < 0.08
        assert min(counts.values()) >= 1
        assert np.median(list(counts.values())) <= 3


def share(truth: Truth, row: dict[str, str], counts: dict[str, int]) -> float:
    items = truth.members[row["id"]]
    return sum(i in counts for i in items) / len(items)


def test_clusters_stand_out(truth: Truth) -> None:
    for counts in truth.counts:
        covered = sum(item["in_use"] and item["gemeente"] != NO_DELIVERY for item in truth.bag.values())
        average = len(counts) / covered
        for row in truth.of("cluster"):
            assert share(truth, row, counts) > 2 * average, row
    (straddling,) = truth.of("cluster", "gemeentegrens")
    per_municipality = Counter(truth.bag[i]["gemeente"] for i in truth.members[straddling["id"]])
    assert len(per_municipality) == 2
    assert min(per_municipality.values()) > 50
    (inside,) = truth.of("cluster", "binnen_gemeente")
    assert len({truth.bag[i]["gemeente"] for i in truth.members[inside["id"]]}) == 1


def test_one_cluster_lies_at_the_national_border(truth: Truth) -> None:
    source = ogr.Open(str(truth.demo.gemeenten))
    abroad = [shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb())) for f in source.GetLayer("buitenland")]
    (row,) = truth.of("cluster", "landsgrens")
    points = [shapely.Point(truth.bag[i]["xy"]) for i in truth.members[row["id"]]]
    assert max(shapely.union_all(abroad).distance(point) for point in points) < 2000


def test_displacement_between_neighbours(truth: Truth) -> None:
    (treated,) = truth.of("verplaatsing", "behandeld")
    (receiving,) = truth.of("verplaatsing", "ontvangend")
    first, second = truth.counts
    lost = [sum(i in counts for i in truth.members[treated["id"]]) for counts in (first, second)]
    won = [sum(i in counts for i in truth.members[receiving["id"]]) for counts in (first, second)]
    assert lost[1] / lost[0] == pytest.approx(2 / 3, abs=0.04)
    assert won[1] - won[0] == pytest.approx(lost[0] - lost[1], abs=4)
    assert treated["gemeentecode"] != receiving["gemeentecode"]
    assert abs(len(second) - len(first)) < 15


def test_ordinary_churn_elsewhere(truth: Truth) -> None:
    first, second = truth.counts
    moved = {i for row in truth.of("verplaatsing") for i in truth.members[row["id"]]}
    old, new = set(first) - moved, set(second) - moved
    assert 0.06 < len(old - new) / len(old) < 0.12
    assert 0.06 < len(new - old) / len(new) < 0.12


def test_another_seed_makes_another_region_of_the_same_kind() -> None:
    region = build_region(41)
    kinds = {(p.location.soort, p.location.subsoort) for p in region.locations}
    assert {sub for soort, sub in kinds if soort == "vakantiepark"} == PARKS
    assert {sub for soort, sub in kinds if soort == "bedrijfswoning"} == COMPANY_DWELLINGS
    assert {sub for soort, sub in kinds if soort == "cluster"} == {"binnen_gemeente", "gemeentegrens", "landsgrens"}
    objects = region.registers.objects
    assert 23_000 < len(objects) < 28_000
    used = Counter(
        (i.postcode, i.huisnummer, (i.huisletter + i.toevoeging).upper()) for i in objects if i.in_use and i.postcode
    )
    assert max(used.values()) == 1
    for _, rows in region.deliveries:
        assert 3_000 < len(rows) < 5_000
