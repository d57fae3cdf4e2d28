"""regiobeeld from addresses that were counted before: the same map as from the deliveries, and never counted double."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException

from arbeidsmigratie.arbeidsmigratie_plugin.sources.objects import delivered_municipalities, matched_percent
from tests import made
from tests.made import EAST, WEST, N, row
from tests.processing.inside import Listening, run
from tests.processing.test_results import algorithms  # noqa: F401

PEILDATUM = "2025-07-01"
CHANGING = {"herkomst", "layer_styles"}  # they say where from and when

#: Of each municipality: matched, more than one level, one that is not in the BAG and one without an address.
ROWS = {
    WEST: [
        row(1, 0),
        row(1, 1),
        row(2, 2),
        row("5-A", 0),
        row("6 BIS", 1),
        row(400, 0),
        row("", 1, **{"16.11.60": ""}),
        *(row(n, 2) for n in range(10, 40, 3)),
    ],
    EAST: [
        *(row(n, 1, **{"16.09.10": EAST}) for n in (61, 61, 62, 70, 71, 71, 71, 100)),
        row(401, 1, **{"16.09.10": EAST}),
        row(N, 0, **{"16.09.10": EAST}),
    ],
}


@pytest.fixture(scope="module")
def counted(algorithms, region, tmp_path_factory):  # noqa: F811
    """Deliveries of each municipality and of both, and what 'rniinlezen' makes of them."""
    folder = tmp_path_factory.mktemp("tellingen")
    for name, rows in ((WEST, ROWS[WEST]), (EAST, ROWS[EAST]), ("beide", ROWS[WEST] + ROWS[EAST])):
        made.write_delivery(folder / f"{name}.csv", rows)
        read(folder, name, region)
    return folder


def read(folder, name, region, day=PEILDATUM):
    run(
        "rniinlezen",
        INPUT=folder / f"{name}.csv",
        BAG=region / "bag.gpkg",
        PEILDATUM=day,
        OUTPUT=folder / f"{name}.gpkg",
        OUTPUT_UNMATCHED=folder / f"{name}_rest.gpkg",
    )


@pytest.fixture
def chain(region, counted, tmp_path):
    def done(feedback=None, **more):
        given = {
            "BAG": region / "bag.gpkg",
            "GEMEENTEN": region / "gemeenten.gpkg",
            "RESOLUTION": 9,
            "MINIMUM_MATCHED": 50,
            "BACKGROUND": False,
            "FOLDER": tmp_path / "uit",
            **more,
        }
        return run("regiobeeld", feedback, **given)

    return done


def of(counted, *names, rest=True):
    given = {"ADDRESSES": [str(counted / f"{name}.gpkg") for name in names]}
    return {**given, "UNMATCHED": [str(counted / f"{name}_rest.gpkg") for name in names]} if rest else given


def tables(path):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        names = {found[0] for found in database.execute("SELECT table_name FROM gpkg_contents")} - CHANGING
        return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(names)}


def herkomst(path):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT laag, bron, bestand, query, brondatum FROM herkomst").fetchall()
    return [found[1:] for found in rows if found[0] == "rni_adressen"]


def refused(chain, folder, match, **given):
    with pytest.raises(QgsProcessingException, match=match) as caught:
        chain(**given)
    assert not (folder / "uit").exists() or list((folder / "uit").iterdir()) == []
    return str(caught.value)


# The same map ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("names", [("beide",), (WEST, EAST), (EAST, WEST)])
def test_counted_before_gives_the_same_tables_and_numbers(chain, counted, tmp_path, names):
    direct = chain(RNI=counted / "beide.csv", PEILDATUM=PEILDATUM, FOLDER=tmp_path / "een")
    before = chain(**of(counted, *names))
    expected, found = tables(direct["WORKSPACE"]), tables(before["WORKSPACE"])
    assert len(expected["hexagonen"]) > 5
    assert len(expected["rni_niet_gekoppeld"]) == 4
    assert {"hotspots", "bezetting", "vakantieparken", "bedrijfswoningen"} <= set(expected)
    assert found == expected
    same = set(direct) - {"WORKSPACE", "PROJECT", "MAP", "COLUMNS_DROPPED"}
    same -= {name for name in direct if name.startswith("ROWS_")}
    assert {name: before[name] for name in same} == {name: direct[name] for name in same}
    assert {"MATCHED_PERCENT", "UNMATCHED", "REGISTRATIONS", "CELLS", "FOUND"} <= same
    assert not {name for name in before if name.startswith("ROWS_")}  # unknown is not zero


def test_the_workspace_says_of_each_delivery_what_its_own_file_says(chain, counted):
    result = chain(**of(counted, WEST, EAST))
    rows = herkomst(result["WORKSPACE"])
    assert [found[:2] for found in rows] == [("RNI-levering", f"{WEST}.csv"), ("RNI-levering", f"{EAST}.csv")]
    assert [found[2].split(";")[0] for found in rows] == [f"gemeenten {WEST}", f"gemeenten {EAST}"]
    assert {found[3] for found in rows} == {PEILDATUM}


def test_what_comes_after_knows_all_municipalities_and_their_share(chain, counted):
    result = chain(**of(counted, WEST, EAST))
    shares = [matched_percent(counted / f"{name}.gpkg") for name in (WEST, EAST)]
    assert delivered_municipalities(Path(result["WORKSPACE"])) == {WEST, EAST}
    assert min(shares) < matched_percent(Path(result["WORKSPACE"])) < max(shares)


def test_a_municipality_that_no_delivery_is_for_stays_unknown(chain, counted):
    result = chain(**of(counted, EAST))
    delivered = {found[2]: found[-1] for found in tables(result["WORKSPACE"])["gemeenten"]}
    assert delivered == {WEST: 0, EAST: 1}


def test_layers_may_be_named_in_their_file(chain, counted):
    given = [f"{counted / f'{name}.gpkg'}|layername=rni_adressen" for name in (WEST, EAST)]
    result = chain(ADDRESSES=given, UNMATCHED=of(counted, WEST, EAST)["UNMATCHED"])
    assert tables(result["WORKSPACE"]) == tables(chain(**of(counted, WEST, EAST))["WORKSPACE"])


def test_a_workspace_brings_its_own_list_of_unmatched_addresses(chain, counted, tmp_path):
    first = chain(**of(counted, WEST, EAST), FOLDER=tmp_path / "een")
    layer = f"{first['WORKSPACE']}|layername=rni_adressen"
    again = chain(ADDRESSES=[layer])
    once = chain(ADDRESSES=[layer], UNMATCHED=[f"{first['WORKSPACE']}|layername=rni_niet_gekoppeld"])
    for result in (again, once):
        assert tables(result["WORKSPACE"]) == tables(first["WORKSPACE"])
        assert result["MATCHED_PERCENT"] == first["MATCHED_PERCENT"]
    assert delivered_municipalities(tmp_path / "uit" / f"regiobeeld_{PEILDATUM}.gpkg") == {WEST, EAST}


# What is known of the unmatched ------------------------------------------------------------------------------------


def test_without_lists_the_share_is_what_the_deliveries_say(chain, counted):
    ear = Listening()
    known = chain(**of(counted, WEST, EAST))
    result = chain(ear, **of(counted, WEST, EAST, rest=False))
    assert "UNMATCHED" not in result
    assert result["MATCHED_PERCENT"] == pytest.approx(known["MATCHED_PERCENT"], abs=0.02)
    assert any("0 lists of unmatched addresses for 2 layers" in text for text in ear.warnings)
    assert tables(result["WORKSPACE"])["rni_niet_gekoppeld"] == []


def test_a_share_that_nobody_knows_is_not_made_up(chain, counted, tmp_path):
    bare = shutil.copy(counted / f"{WEST}.gpkg", tmp_path / "kaal.gpkg")
    with closing(sqlite3.connect(bare)) as database, database:
        database.execute("DELETE FROM herkomst")
    ear = Listening()
    result = chain(ear, ADDRESSES=[str(bare)])
    assert "MATCHED_PERCENT" not in result
    assert any("is unknown" in text for text in ear.warnings)
    assert herkomst(result["WORKSPACE"])[0][:2] == ("Adressen met registraties", "kaal.gpkg")


@pytest.mark.parametrize("rest", [True, False])
def test_where_too_little_was_matched_no_map_is_made(chain, counted, tmp_path, rest):
    refused(chain, tmp_path, "less than the 99 %", **of(counted, WEST, EAST, rest=rest), MINIMUM_MATCHED=99)


def test_a_delivery_that_matched_worse_than_the_others_is_named(chain, counted):
    ear = Listening()
    chain(ear, **of(counted, WEST, EAST))
    share = matched_percent(counted / f"{EAST}.gpkg")
    assert any(f"{EAST}.gpkg" in text and f"only {share:.1f} %" in text for text in ear.warnings)


def test_a_delivery_is_no_list_of_unmatched_addresses(chain, counted, tmp_path):
    said = refused(
        chain, tmp_path, "OUTPUT_UNMATCHED|rniinlezen",
        **{**of(counted, WEST), "UNMATCHED": [str(counted / f"{WEST}.csv")]},
    )  # fmt: skip
    assert not any(secret in said for secret in made.SECRETS)


# What can't be added up --------------------------------------------------------------------------------------------


def test_an_address_in_two_deliveries_is_refused_with_both_names(chain, counted, tmp_path):
    said = refused(chain, tmp_path, rf"{WEST}\.gpkg.* and beide\.gpkg", **of(counted, WEST, "beide"))
    assert "(14 of them)" in said
    assert made.object_id("01", 1) not in said


def test_deliveries_that_say_they_are_for_the_same_municipality_are_told(chain, counted, region, tmp_path):
    made.write_delivery(tmp_path / "extra.csv", [row(50, 0), row(51, 1)])
    read(tmp_path, "extra", region)
    ear, given = Listening(), of(counted, WEST)
    extra = of(tmp_path, "extra")
    result = chain(ear, **{name: given[name] + extra[name] for name in given})
    (said,) = [text for text in ear.warnings if "both say" in text]
    assert f"1 of the same municipalities: {WEST}" in said
    assert result["ADDRESSES"] == 16


@pytest.mark.parametrize("how", ["other delivery", "PEILDATUM"])
def test_two_reference_dates_are_refused(chain, counted, region, tmp_path, how):
    given = of(counted, WEST, EAST)
    if how == "PEILDATUM":
        given["PEILDATUM"] = "2025-01-01"
    else:
        shutil.copy(counted / f"{EAST}.csv", tmp_path / f"{EAST}.csv")
        read(tmp_path, EAST, region, "2025-01-01")
        given = {name: [paths[0], paths[1].replace(str(counted), str(tmp_path))] for name, paths in given.items()}
    refused(chain, tmp_path, "more than one reference date .2025-01-01, 2025-07-01.", **given)


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        (("RNI", "ADDRESSES"), "both are given"),
        ((), "neither is given"),
        (("RNI", "UNMATCHED"), "UNMATCHED goes with ADDRESSES"),
    ],
)
def test_registrations_come_in_one_of_two_ways(chain, counted, tmp_path, ways, said):
    every = {**of(counted, WEST), "RNI": counted / f"{WEST}.csv"}
    refused(chain, tmp_path, rf"Give either RNI \(one delivery\) or ADDRESSES .*: {said}\.",
            **{name: every[name] for name in ways})  # fmt: skip


def test_addresses_are_an_input_that_is_never_replaced(chain, counted, tmp_path):
    (tmp_path / "uit").mkdir()
    path = shutil.copy(counted / f"{WEST}.gpkg", tmp_path / "uit" / f"regiobeeld_{PEILDATUM}.gpkg")
    before = path.read_bytes()
    with pytest.raises(QgsProcessingException, match="ADDRESSES is read from it"):
        chain(ADDRESSES=[str(path)])
    assert path.read_bytes() == before


# A region that is not that of the deliveries -----------------------------------------------------------------------


def test_addresses_outside_the_region_are_told_and_left_out(chain, counted):
    ear = Listening()
    result = chain(ear, **of(counted, WEST, EAST), REGION=WEST)
    alone = chain(**of(counted, WEST), REGION=WEST)
    assert result["REGISTRATIONS"] == alone["REGISTRATIONS"]
    assert result["MATCHED_PERCENT"] == alone["MATCHED_PERCENT"]
    east = len(ROWS[EAST])
    assert any(text.startswith(f"{east} registrations are of a municipality outside") for text in ear.warnings)


def test_an_address_that_the_bag_lost_goes_to_the_unmatched(chain, counted, region, tmp_path):
    bag = shutil.copy(region / "bag.gpkg", tmp_path / "later.gpkg")
    with closing(sqlite3.connect(bag)) as database, database:
        for name in ("IsEmpty", "MinX", "MaxX", "MinY", "MaxY"):  # for the triggers of the spatial index
            database.create_function(f"ST_{name}", 1, lambda _: 0)
        database.execute(
            "UPDATE verblijfsobject SET status = 'Verblijfsobject ingetrokken' WHERE identificatie = ?",
            (made.object_id("01", 1),),
        )
    ear = Listening()
    result = chain(ear, **of(counted, WEST), BAG=bag, FOLDER=tmp_path / "later")
    whole = chain(**of(counted, WEST))
    assert any("2 registrations are on addresses that this BAG does not have in use" in text for text in ear.warnings)
    assert result["REGISTRATIONS"] == whole["REGISTRATIONS"] - 2
    assert result["UNMATCHED"] == whole["UNMATCHED"] + 2
    assert result["MATCHED_PERCENT"] < whole["MATCHED_PERCENT"]
    listed = tables(result["WORKSPACE"])["rni_niet_gekoppeld"]
    assert len(listed) == len(tables(whole["WORKSPACE"])["rni_niet_gekoppeld"]) + 1
    assert any("BAG-object niet in gebruik" in found and made.object_id("01", 1) in found for found in listed)


# What a table of somebody else's can't bring in --------------------------------------------------------------------


def test_nothing_personal_passes_through_a_list_of_unmatched_addresses(chain, counted, tmp_path):
    """A list that was filled by hand, with persons in every field that takes a text."""
    path = shutil.copy(counted / f"{WEST}_rest.gpkg", tmp_path / "rest.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "UPDATE rni_niet_gekoppeld SET straat = ?, woonplaats = ?, huisletter = ?, toevoeging = ?, postcode = ?, "
            "gemeentecode = ?, adresseerbaarobject_id = ?, nummeraanduiding_id = ?",
            [made.PERSONS[0][1], made.PERSONS[1][1], *made.PERSONS[0][1:3], *made.PERSONS[1][1:4], made.PERSONS[2][0]],
        )
    result = chain(**{**of(counted, WEST), "UNMATCHED": [str(path)]})
    content = b"".join(file.read_bytes() for file in Path(result["WORKSPACE"]).parent.iterdir())
    assert [secret for secret in made.SECRETS if secret.encode() in content] == []
    assert sum(found[-3] for found in tables(result["WORKSPACE"])["rni_niet_gekoppeld"]) == 2


def test_reasons_that_are_none_of_ours_are_refused(chain, counted, tmp_path):
    path = shutil.copy(counted / f"{WEST}_rest.gpkg", tmp_path / "rest.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE rni_niet_gekoppeld SET reden = ?", [made.PERSONS[0][1]])
    said = refused(chain, tmp_path, "is not a list of unmatched addresses",
                   **{**of(counted, WEST), "UNMATCHED": [str(path)]})  # fmt: skip
    assert made.PERSONS[0][1] not in said
