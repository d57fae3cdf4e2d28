"""Fetching in a real qgis_process, from a server on loopback: what comes, what for, and what is said if it can't."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time

import pytest

from tests.conftest import real_data
from tests.made import write_bag
from tests.standin import faults
from tests.standin.faults import Fault
from tests.standin.fixtures import pdok, pdok_session  # noqa: F401
from tests.standin.pdok import Pdok
from tests.standin.server import Response

WEESP = {"REGION": "Weesp", "GUARD": 0}
HOMES, PLACES, BUILDINGS = 12_509, 180, 12_899


def entries(pdok, **more):  # noqa: F811
    """What an organisation would put into its catalogue for this server."""
    paths = {
        "bag_ogcapi": Pdok.BAG_OGC,
        "bag_wfs": Pdok.BAG_WFS,
        "bag_bestand": Pdok.BAG_FILE,
        "gemeenten_ogcapi": Pdok.BRK_OGC,
        "gemeenten_wfs": "/kadaster/brk-bestuurlijke-gebieden/wfs/v1_0",
        "top10nl_ogcapi": Pdok.TOP10NL_OGC_OTHER,
        "locatieserver": Pdok.LOCATIESERVER,
        "brt_achtergrondkaart": "/brt/{z}/{x}/{y}.png",
    }
    made = {key: {"url": pdok.url + path} for key, path in paths.items()}
    made["bag_bestand"]["feed"] = pdok.url + "/lv/bag/atom/bag.xml"
    return {**made, **more}


@pytest.fixture
def run(qgis, pdok, tmp_path):  # noqa: F811
    """Runs an algorithm with a catalogue that names the stand-in; further entries by catalogue=."""

    def call(algorithm, catalogue=None, **parameters):
        path = tmp_path / "diensten.json"
        path.write_text(json.dumps(entries(pdok, **(catalogue or {}))))
        return qgis.call(*command(algorithm, parameters), ARBEIDSMIGRATIE_SERVICES=str(path))

    return call


def command(algorithm, parameters):
    given = [f"{key}={value}" for key, value in parameters.items()]
    return ("run", f"arbeidsmigratie:{algorithm}", "--json", "--", *given)


def rows(path, layer, *fields, where="1"):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        if " GROUP BY " in layer:
            return database.execute(f"SELECT {', '.join(fields)} FROM {layer}").fetchall()
        return database.execute(f"SELECT {', '.join(fields)} FROM {layer} WHERE {where} ORDER BY 1").fetchall()


# What comes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", ["ogcapi", "wfs", "bestand"])
def test_a_region_comes_into_a_workspace(source, run, pdok, tmp_path, weesp_bag):  # noqa: F811
    file = {"FILE": weesp_bag} if source == "bestand" else {}
    outcome = run("bagophalen", **WEESP, SOURCE=source, FOLDER=tmp_path / "nieuwe map" / "uit", **file)
    assert outcome.status == 0, outcome.messages
    workspace = tmp_path / "nieuwe map" / "uit" / "regio_weesp.gpkg"
    assert outcome.results["WORKSPACE"] == str(workspace)
    assert [path.name for path in workspace.parent.iterdir()] == ["regio_weesp.gpkg"]
    layers = dict(rows(workspace, "herkomst", "laag", "rijen"))
    homes = HOMES + PLACES - 1  # one lies 156 m outside the border, which is generalised
    assert layers == {"adressen": homes, "functionele_gebieden": 3, "gemeenten": 1, "panden": BUILDINGS}
    for layer, number in layers.items():
        assert rows(workspace, layer, "count(*)") == [(number,)]
    assert outcome.results["KEPT"] == homes + BUILDINGS + 3
    assert outcome.results["REQUESTS"] == len(pdok.log)
    assert set(rows(workspace, "adressen", "gemeentecode", "in_regio")) == {("0457", 1)}
    licences = dict(rows(workspace, "herkomst", "laag", "licentie"))
    assert licences["adressen"] == "Public Domain Mark 1.0"
    assert licences["gemeenten"] == licences["functionele_gebieden"] == "CC BY 4.0"
    assert rows(workspace, "sqlite_master", "name", where="name LIKE 'voortgang%' OR name LIKE '%uniek'") == []


def test_the_plugin_names_itself(run, pdok, tmp_path):  # noqa: F811
    assert run("gebiedenophalen", **WEESP, OUTPUT=tmp_path / "g.gpkg").status == 0
    assert all(request.headers["user-agent"].startswith("Arbeidsmigratie/") for request in pdok.log)


def test_municipalities_of_a_region_and_around_it(run, tmp_path):
    outcome = run("gebiedenophalen", REGION="Weesp, 0384", GUARD=100, OUTPUT=tmp_path / "g.gpkg")
    assert outcome.status == 0, outcome.messages
    found = rows(tmp_path / "g.gpkg", "gemeenten", "gemeentecode", "gemeentenaam", "in_regio")
    assert [row for row in found if row[2]] == [("0384", "Diemen", 1), ("0457", "Weesp", 1)]
    assert ("0363", "Amsterdam", 0) in found
    assert (outcome.results["MUNICIPALITIES"], outcome.results["NEIGHBOURS"]) == (2, len(found) - 2)
    ((source, address, licence),) = rows(tmp_path / "g.gpkg", "herkomst", "bron", "bestand", "licentie")
    assert (source, licence) == ("Kadaster, bestuurlijke gebieden", "CC BY 4.0")
    assert address.endswith(Pdok.BRK_OGC)


def test_a_preset(run, tmp_path):
    outcome = run("gebiedenophalen", REGION="noord-limburg", GUARD=0, OUTPUT=tmp_path / "g.gpkg")
    assert outcome.results["MUNICIPALITIES"] == 8, outcome.messages


def test_municipalities_from_the_wfs_where_the_ogc_api_is_away(run, pdok, tmp_path, weesp_bag):  # noqa: F811
    own = {"url": pdok.url + Pdok.BAG_WFS, "collections": {"gemeente": "bag:woonplaats"}}
    catalogue = {"gemeenten_ogcapi": {"url": pdok.url + "/weg"}, "gemeenten_wfs": own}
    pdok.faults.append(faults.renamed_fields({"identificatie": "code", "woonplaats": "naam"}, match="woonplaats"))
    outcome = run("gebiedenophalen", catalogue, REGION="3631", GUARD=0, OUTPUT=tmp_path / "g.gpkg")
    assert outcome.status == 0, outcome.messages
    assert rows(tmp_path / "g.gpkg", "gemeenten", "gemeentenaam") == [("Weesp",)]
    assert rows(tmp_path / "g.gpkg", "herkomst", "bestand") == [(own["url"],)]


def test_functional_areas(run, tmp_path):
    outcome = run("contextophalen", **WEESP, OUTPUT=tmp_path / "c.gpkg")
    assert outcome.status == 0, outcome.messages
    assert {key: outcome.results[key] for key in ("READ", "KEPT")} == {"READ": 3, "KEPT": 3}
    found = rows(tmp_path / "c.gpkg", "functionele_gebieden", "typefunctioneelgebied", "naamnl", "in_regio")
    assert [row[0] for row in found] == ["bedrijventerrein", "camping, kampeerterrein", "vakantiepark"]
    assert {row[1:] for row in found} == {(None, 1), ("De Proefcamping", 1), ("Proefpark", 1)}


def test_polygons_instead_of_a_region_need_no_municipalities(run, pdok, tmp_path, weesp_bag):  # noqa: F811
    square = {
        "type": "Feature",
        "properties": {},
        "geometry": {"type": "Polygon", "coordinates": [[[5.03, 52.30], [5.05, 52.30], [5.05, 52.31], [5.03, 52.30]]]},
    }
    (tmp_path / "vlak.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [square]}))
    given = {
        "AREA": tmp_path / "vlak.geojson",
        "SOURCE": "bestand",
        "FILE": weesp_bag,
        "FUNCTIONAL": False,
        "GUARD": 300,
    }
    outcome = run("bagophalen", **given, FOLDER=tmp_path / "uit")
    assert outcome.status == 0, outcome.messages
    assert outcome.results["REQUESTS"] == len(pdok.log) == 0
    workspace = outcome.results["WORKSPACE"]
    inside = dict(rows(workspace, "adressen GROUP BY in_regio", "in_regio", "count(*)"))
    assert inside[0] > 100
    assert inside[1] > 100
    assert [row[0] for row in rows(workspace, "herkomst", "laag")] == ["adressen", "panden"]


def test_municipalities_of_the_user_are_the_region(run, pdok, tmp_path, weesp_bag):  # noqa: F811
    own = tmp_path / "eigen.gpkg"
    assert run("gebiedenophalen", **WEESP, OUTPUT=own).status == 0
    pdok.reset()
    given = {"AREA": f"{own}|layername=gemeenten", "SOURCE": "bestand", "FILE": weesp_bag, "FUNCTIONAL": False}
    outcome = run("bagophalen", **given, FOLDER=tmp_path / "uit")
    assert outcome.status == 0, outcome.messages
    assert len(pdok.log) == 0
    workspace = outcome.results["WORKSPACE"]
    assert set(rows(workspace, "adressen", "gemeentecode", "in_regio")) == {("0457", 1)}
    (source,) = rows(workspace, "herkomst", "bron", "bestand", "licentie", where="laag = 'gemeenten'")
    assert source == ("eigen.gpkg, layer gemeenten",) * 2 + (None,)


def test_one_address_at_a_time(run, pdok):  # noqa: F811
    outcome = run("adresopzoeken", ADDRESS="Stationsweg 12, 1382AB Weesp", AGREED=True)
    assert outcome.status == 0, outcome.messages
    line = "Stationsweg 12, 1382AB Weesp | 0457010000006859 | 0457200000207647"
    assert (outcome.results["FOUND"], outcome.results["CANDIDATES"]) == (1, line)
    assert len(pdok.log) == 1
    assert run("adresopzoeken", ADDRESS="Nergens 1", AGREED=True).results["FOUND"] == 0


# Again ---------------------------------------------------------------------------------------------------------------


def test_a_workspace_is_used_again_until_fresh_data_is_asked(run, pdok, tmp_path):  # noqa: F811
    given = {**WEESP, "FOLDER": tmp_path / "uit", "BUILDINGS": False}
    first = run("bagophalen", **given)
    pdok.reset()
    again = run("bagophalen", **given)
    assert again.status == 0
    assert len(pdok.log) == 0
    assert again.results == {**first.results, "READ": 0, "REQUESTS": 0}
    fresh = run("bagophalen", **given, REFRESH=True)
    assert fresh.results == first.results
    other = run("bagophalen", **{**given, "GUARD": 10})
    assert other.results["REQUESTS"] > 0


def test_the_same_region_written_otherwise_is_the_same(run, pdok, tmp_path):  # noqa: F811
    given = {**WEESP, "FOLDER": tmp_path / "uit", "BUILDINGS": False, "FUNCTIONAL": False}
    assert run("bagophalen", **given).status == 0
    pdok.reset()
    again = run("bagophalen", **{**given, "REGION": " weesp , WEESP"})
    assert (again.status, again.results["REQUESTS"], len(pdok.log)) == (0, 0, 0)


def test_a_run_that_was_killed_goes_on(qgis, run, pdok, tmp_path):  # noqa: F811
    whole = run("bagophalen", **WEESP, FOLDER=tmp_path / "in een keer")
    pdok.reset()
    pdok.faults.append(faults.latency(0.3, times=None, match="/items"))
    environment = {**qgis.environment(), "ARBEIDSMIGRATIE_SERVICES": str(tmp_path / "diensten.json")}
    given = qgis.command(*command("bagophalen", {**WEESP, "FOLDER": tmp_path / "uit"}))
    process = subprocess.Popen(given, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while pdok.count("pand/items") < 4 and process.poll() is None:
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert list((tmp_path / "uit").glob("regio*")) == []
    pdok.reset()
    outcome = run("bagophalen", **WEESP, FOLDER=tmp_path / "uit")
    assert outcome.status == 0, outcome.messages
    assert pdok.count("verblijfsobject/items") == 0
    assert pdok.count("pand/items") == 13
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["regio_weesp.gpkg"]
    assert outcome.results["KEPT"] == whole.results["KEPT"]
    for layer, key in (("adressen", "adresseerbaarobject_id"), ("panden", "pandidentificatie")):
        assert rows(outcome.results["WORKSPACE"], layer, key, "status", "geom") == rows(
            whole.results["WORKSPACE"], layer, key, "status", "geom"
        )


# What the workspace serves for ---------------------------------------------------------------------------------------


def test_the_workspace_is_the_bag_and_the_municipalities_of_the_chain(run, region, tmp_path):
    own = {
        "AREA": f"{region / 'gemeenten.gpkg'}|layername=gemeentegebied",
        "GUARD": 0,
        "FUNCTIONAL": False,
        "BUILDINGS": False,
    }
    fetched = run("bagophalen", **own, SOURCE="bestand", FILE=region / "bag.gpkg", FOLDER=tmp_path / "bag")
    assert fetched.status == 0, fetched.messages
    workspace = fetched.results["WORKSPACE"]
    given = {"RNI": region / "levering.xlsx", "PEILDATUM": "2025-07-01", "RESOLUTION": 9, "MINIMUM_MATCHED": 50}
    numbers = []
    for bag, areas in ((workspace, workspace), (region / "bag.gpkg", region / "gemeenten.gpkg")):
        folder = tmp_path / f"uit{len(numbers)}"
        outcome = run("regiobeeld", BAG=bag, GEMEENTEN=areas, **given, BACKGROUND=False, FOLDER=folder)
        assert outcome.status == 0, outcome.messages
        numbers.append({k: v for k, v in outcome.results.items() if isinstance(v, (int, float))})
    assert numbers[0] == numbers[1]
    addresses = tmp_path / "adressen.gpkg"
    read = run("rniinlezen", INPUT=region / "levering.xlsx", BAG=workspace, PEILDATUM="2025-07-01", OUTPUT=addresses)
    assert read.status == 0, read.messages
    hexagons = run(
        "h3aggregeren", INPUT=addresses, DWELLINGS=workspace, GEMEENTEN=workspace, OUTPUT=tmp_path / "h.gpkg"
    )
    assert hexagons.status == 0, hexagons.messages
    assert hexagons.results["DWELLINGS"] == numbers[0]["DWELLINGS"]


# The state of the services -------------------------------------------------------------------------------------------


def in_order(pdok):  # noqa: F811
    """What the stand-in lacks of the services."""
    free = json.dumps(json.loads(real_data("pdok_responses", "locatieserver", "foarsitter_free.json").read_bytes()))
    for match, body, kind in (
        ("bag.xml", '<feed><link href="x/bag-light.gpkg"/></feed>', "application/atom+xml"),
        ("/brt/7", "png", "image/png"),
        ("/free", free, "application/json"),
    ):
        pdok.faults.append(Fault(lambda *_, b=body, k=kind: Response.text(200, b, k), match=match, times=None))
    own = {"url": pdok.url + Pdok.BAG_WFS, "collections": {"gemeente": "bag:woonplaats"}, "fields": ["identificatie"]}
    return {"gemeenten_wfs": own}


def test_services_in_order(run, pdok, tmp_path):  # noqa: F811
    outcome = run("dienstencontrole", in_order(pdok), OUTPUT=tmp_path / "d.gpkg")
    assert outcome.status == 0, outcome.messages
    assert (outcome.results["WORKING"], outcome.results["FAILING"]) == (8, 0), outcome.messages
    found = rows(tmp_path / "d.gpkg", "diensten", "dienst", "status", "opmerking", "milliseconden")
    assert {row[1:3] for row in found} == {("in orde", None)}
    assert all(row[3] >= 0 for row in found)


def test_services_with_a_problem(run, pdok, tmp_path):  # noqa: F811
    own = in_order(pdok)
    own["bag_ogcapi"] = {"url": "http://127.0.0.1:9/bag"}
    own["top10nl_ogcapi"] = {"url": pdok.url + "/weg"}
    pdok.faults.append(faults.renamed_fields({"status": "toestand"}, match="typenames=bag:verblijfsobject"))
    pdok.faults.append(faults.renamed_fields({"status": "toestand"}, match="typeNames=bag:verblijfsobject"))
    pdok.faults.append(faults.html_page(403, match="gemeentegebied", times=None))
    outcome = run("dienstencontrole", own, OUTPUT=tmp_path / "d.gpkg")
    assert outcome.status == 0, outcome.messages
    found = {row[0]: row[1:] for row in rows(tmp_path / "d.gpkg", "diensten", "dienst", "status", "opmerking")}
    assert {key: value[0] for key, value in found.items() if value[0] != "in orde"} == {
        "bag_ogcapi": "onbereikbaar",
        "bag_wfs": "gewijzigd",
        "gemeenten_ogcapi": "geweigerd",
        "top10nl_ogcapi": "verplaatst",
    }
    assert "has no field status" in found["bag_wfs"][1]
    assert "index.json" in found["top10nl_ogcapi"][1]
    assert "top10nl_ogcapi: verplaatst" in outcome.output + outcome.messages


# Bad input -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bad(tmp_path_factory, weesp_bag):
    """Files that can't be used, by name."""
    folder = tmp_path_factory.mktemp("fout")
    (folder / "brief.gpkg").write_bytes(b"geen database")
    (folder / "leeg.gpkg").write_bytes(b"")
    write_bag(folder / "bag.gpkg")
    shutil.copy(folder / "bag.gpkg", folder / "zonderindex.gpkg")
    with sqlite3.connect(folder / "zonderindex.gpkg") as database:
        database.execute("DROP TABLE rtree_verblijfsobject_geom")
        database.execute("DELETE FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'")
    with sqlite3.connect(folder / "anders.gpkg") as database:
        database.execute("CREATE TABLE iets (id INTEGER PRIMARY KEY)")
    return folder


def file(name):
    return {"SOURCE": "bestand", "FILE": name}


BAD = [
    ({"REGION": "Nergenshuizen"}, "REGION names Nergenshuizen, which http"),
    ({"REGION": "zuid-limburg"}, "and the presets noord-limburg, west-brabant-west"),
    ({"REGION": "Bergen"}, "REGION names Bergen, which http"),
    (
        {"REGION": "Beemster"},
        "Beemster (0370), which ended on 2022-01-01: its territory now belongs to Purmerend (0439)",
    ),
    ({"REGION": "0370"}, "Beemster (0370), which ended on 2022-01-01"),
    ({"REGION": "Venlo"}, "items has no usable objects: none lies in Venlo; check the region"),
    ({"REGION": "Venlo", "SOURCE": "wfs"}, "has no usable objects: none lies in Venlo; check the region"),
    ({"REGION": ""}, "Give REGION (one of noord-limburg"),
    ({"REGION": " , "}, "Give REGION (one of noord-limburg"),
    ({"AREA": "bag.gpkg|layername=standplaats"}, "Give REGION (Weesp) or AREA (bag.gpkg, layer standplaats), not both"),
    ({"SOURCE": "atom"}, "SOURCE 'atom' can't be used: give one of ogcapi, wfs, bestand"),
    ({"SOURCE": "bestand"}, "SOURCE 'bestand' can't be used"),
    ({"FILE": "bag.gpkg"}, "SOURCE 'ogcapi' can't be used"),
    (file("weg.gpkg"), "weg.gpkg does not exist: check the path"),
    (file("brief.gpkg"), "brief.gpkg can't be read, it seems damaged"),
    (file("leeg.gpkg"), "leeg.gpkg can't be read, it seems damaged"),
    (file("anders.gpkg"), "anders.gpkg"),
    ({**file("zonderindex.gpkg"), "BUILDINGS": False}, "zonderindex.gpkg, layer verblijfsobject has no spatial index"),
    ({"REGION": "", "AREA": "weg.gpkg"}, "weg.gpkg does not exist"),
    ({"REGION": "", "AREA": "bag.gpkg|layername=verblijfsobject"}, "polygons"),
    ({"FOLDER": "brief.gpkg"}, "brief.gpkg"),
]


@pytest.mark.parametrize(("changes", "sentence"), BAD, ids=[" ".join(map(str, c.values())) for c, _ in BAD])
def test_bad_input(changes, sentence, run, bad, tmp_path):
    given = {**WEESP, "FOLDER": tmp_path / "uit", **changes}
    for name in {"FILE", "AREA", "FOLDER"} & set(changes):
        given[name] = bad / changes[name]
    outcome = run("bagophalen", **given)
    assert outcome.status != 0
    assert sentence in outcome.messages
    assert "Unexpected" not in outcome.messages
    assert "Traceback" not in outcome.messages
    assert not (tmp_path / "uit").exists() or list((tmp_path / "uit").iterdir()) == []


SERVICES = [
    (
        "bagophalen",
        {"bag_ogcapi": "/weg"},
        "There is nothing (any more) at {url}/weg/collections/verblijfsobject/items",
    ),
    ("bagophalen", {"gemeenten_ogcapi": "/weg"}, "There is nothing (any more) at {url}/weg/collections/gemeentegebied"),
    (
        "bagophalen",
        {"top10nl_ogcapi": "/weg"},
        "There is nothing (any more) at {url}/weg/collections/functioneel_gebied",
    ),
    ("gebiedenophalen", {"gemeenten_ogcapi": "/weg"}, "There is nothing (any more) at {url}/weg/collections"),
    ("contextophalen", {"top10nl_ogcapi": "/weg"}, "There is nothing (any more) at {url}/weg/collections"),
    ("adresopzoeken", {"locatieserver": "/weg"}, "There is nothing (any more) at {url}/weg/free"),
]


@pytest.mark.parametrize(
    ("algorithm", "moved", "sentence"), SERVICES, ids=[f"{a} {next(iter(m))}" for a, m, _ in SERVICES]
)
def test_a_service_that_moved(algorithm, moved, sentence, run, pdok, tmp_path):  # noqa: F811
    given = {**WEESP, "OUTPUT": tmp_path / "uit.gpkg", "FOLDER": tmp_path / "uit", "AGREED": True, "ADDRESS": "Weg 1"}
    wanted = {"bagophalen": ("REGION", "GUARD", "FOLDER"), "adresopzoeken": ("ADDRESS", "AGREED")}
    given = {name: given[name] for name in wanted.get(algorithm, ("REGION", "GUARD", "OUTPUT"))}
    catalogue = {key: {"url": pdok.url + path} for key, path in moved.items()}
    outcome = run(algorithm, catalogue, **given)
    assert outcome.status != 0
    assert sentence.format(url=pdok.url) in outcome.messages
    assert list(tmp_path.glob("uit*/regio*")) == list(tmp_path.glob("uit.gpkg")) == []


def test_a_service_with_other_fields(run, pdok, tmp_path):  # noqa: F811
    pdok.faults.append(faults.renamed_fields({"code": "nummer"}, match="gemeentegebied"))
    outcome = run("gebiedenophalen", **WEESP, OUTPUT=tmp_path / "uit.gpkg")
    assert outcome.status != 0
    assert f"{pdok.url}{Pdok.BRK_OGC} has no field gemeentecode or code" in outcome.messages
    assert "Look for 'Bestuurlijke gebieden'" in outcome.messages
    assert not (tmp_path / "uit.gpkg").exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"AGREED": False}, "The address goes out to PDOK Locatieserver, a public service: set AGREED"),
        ({"ADDRESS": "Weg 1; Weg 2"}, "ADDRESS must be one address"),
        ({"ADDRESS": "111222333 Weg 1"}, "ADDRESS must be one address"),
        ({"ADDRESS": "Weg 1 " * 40}, "ADDRESS must be one address"),
    ],
)
def test_nothing_goes_out_without_consent_or_as_a_list(changes, sentence, run, pdok):  # noqa: F811
    outcome = run("adresopzoeken", **{"ADDRESS": "1382AB 12", "AGREED": True, **changes})
    assert outcome.status != 0
    assert sentence in outcome.messages
    assert len(pdok.log) == 0
