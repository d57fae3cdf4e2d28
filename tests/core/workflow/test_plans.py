"""Parameters of the algorithms: absolute paths, what the project knows, and no file over another one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.plans import (
    CORRECTIONS,
    Ground,
    absolute,
    analysis_plan,
    delivery_plan,
    ground,
    list_plan,
    previous_map,
    relative,
    share_plan,
    sources_plan,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import (
    Channel,
    Delivery,
    Lists,
    LocationList,
    Record,
    Sources,
    Workflow,
)
from tests.core.workflow.support import PROJECT, done

FOLDER = Path("/werk/noord-limburg")
GROUND = Ground("/werk/bag.gpkg", "/werk/g.gpkg")


def test_there_is_no_ground_before_the_sources_are_there():
    assert ground(Workflow(), FOLDER) is None


def test_what_was_fetched_is_one_workspace():
    found = ground(done(), FOLDER)
    assert found.bag == "/werk/noord-limburg/regio.gpkg"
    assert found.gemeenten == "/werk/noord-limburg/regio.gpkg|layername=gemeenten"
    assert found.context == "/werk/noord-limburg/regio.gpkg|layername=functionele_gebieden"
    assert found.buitenland == ""


def test_own_files_are_used_where_they_are():
    sources = Sources(Channel.OWN, bag="bag.gpkg", gemeenten="/elders/g.gpkg", buitenland="be.gpkg", record=Record("x"))
    found = ground(replace(done(), sources=sources), FOLDER)
    assert found == Ground(f"{FOLDER}/bag.gpkg", "/elders/g.gpkg", "", f"{FOLDER}/be.gpkg")
    assert sources_plan(replace(done(), sources=sources), FOLDER) is None


@pytest.mark.parametrize("channel", [Channel.OGCAPI, Channel.WFS, Channel.NATIONAL])
def test_fetching(channel):
    work = replace(done(), sources=Sources(channel, file="bag-light.gpkg", guard=500))
    plan = sources_plan(work, FOLDER, refresh=True)
    assert plan.algorithm == "arbeidsmigratie:bagophalen"
    file = plan.parameters.get("FILE")
    assert file == (f"{FOLDER}/bag-light.gpkg" if channel == Channel.NATIONAL else None)
    assert plan.parameters["SOURCE"] == channel.value
    assert plan.parameters["REGION"] == "noord-limburg"
    assert plan.parameters["GUARD"] == 500
    assert plan.parameters["REFRESH"] is True


def test_a_delivery(tmp_path):
    one = Delivery("Gemeente Venlo", "rni.xlsx", 4, {"postcode": "F"})
    plan = delivery_plan(done(), one, GROUND, tmp_path)
    assert plan.algorithm == "arbeidsmigratie:rniinlezen"
    assert plan.parameters["INPUT"] == str(tmp_path / "rni.xlsx")
    assert plan.parameters["HEADER_ROW"] == 4
    assert json.loads(plan.parameters["MAPPING"]) == {"postcode": "F"}
    assert plan.parameters["PEILDATUM"] == PROJECT.peildatum
    assert plan.parameters["OUTPUT"] == str(tmp_path / "rni_gemeente-venlo_2026-07-01.gpkg")
    assert "CORRECTIONS" not in plan.parameters
    (tmp_path / CORRECTIONS).write_text("x")
    assert delivery_plan(done(), one, GROUND, tmp_path).parameters["CORRECTIONS"] == str(tmp_path / CORRECTIONS)


def test_what_was_not_said_is_looked_for():
    plan = list_plan(done(), LocationList("controle", "Controles", "c.csv"), GROUND, FOLDER)
    assert not {"HEADER_ROW", "MAPPING"} & set(plan.parameters)
    assert plan.parameters["KIND"] == "controle"


@given(st.lists(st.text(max_size=8), min_size=2, max_size=5, unique=True))
def test_no_delivery_or_list_is_written_over_another(names):
    """'Bergen (L.)' and 'Bergen L' are two senders; one file for both would count one twice and lose the other."""
    work = Workflow(project=PROJECT)
    for name in names:
        work = work.with_delivery(Delivery(name, "x.csv")).with_list(LocationList("controle", name, "x.csv"))
    plans = [delivery_plan(work, one, GROUND, FOLDER) for one in work.deliveries]
    plans += [list_plan(work, one, GROUND, FOLDER) for one in work.lists.items]
    outputs = [plan.parameters[name] for plan in plans for name in ("OUTPUT", "OUTPUT_UNMATCHED")]
    assert len(set(outputs)) == len(outputs)
    assert all(Path(file).parent == FOLDER for file in outputs)


def test_the_analysis_takes_what_was_read():
    work = done()
    horst, venlo = (
        LocationList("leegstand", name, f"{name}.csv", record=Record("x", files={"OUTPUT": f"leeg_{name}.gpkg"}))
        for name in ("Horst", "Venlo")
    )
    unread = LocationList("controle", "Controles", "c.csv")
    work = work.with_list(horst).with_list(venlo).with_list(unread).with_delivery(Delivery("Beesel", "b.csv"))
    plan = analysis_plan(work, replace(GROUND, buitenland="/werk/be.gpkg"), FOLDER, background=False)
    found = plan.parameters
    assert plan.algorithm == "arbeidsmigratie:regiobeeld"
    assert found["ADDRESSES"] == [f"{FOLDER}/rni_Venlo.gpkg", f"{FOLDER}/rni_Venray.gpkg"]
    assert found["UNMATCHED"] == [f"{FOLDER}/rni_Venlo_niet.gpkg", f"{FOLDER}/rni_Venray_niet.gpkg"]
    assert found["LISTS"] == [f"{FOLDER}/{name}.gpkg" for name in ("lijst", "leeg_Horst", "leeg_Venlo")]
    assert "VACANT" not in found  # takes one list, and a region has several
    assert found["BUITENLAND"] == ["/werk/be.gpkg"]
    assert found["BACKGROUND"] is False
    assert "POLICY" not in found
    assert "CONTEXT" not in found
    lists = replace(work.lists, policy="beleid.csv")
    assert analysis_plan(replace(work, lists=lists), GROUND, FOLDER).parameters["POLICY"] == f"{FOLDER}/beleid.csv"


def test_without_lists_the_analysis_has_none():
    found = analysis_plan(replace(done(), lists=Lists(none=True)), GROUND, FOLDER).parameters
    assert found["LISTS"] == []
    assert not {"VACANT", "POLICY"} & set(found)


def test_the_analysis_compares_with_the_last_map_before_its_date(tmp_path):
    work = done()
    assert work.project.peildatum == "2026-07-01"
    assert "PREVIOUS" not in analysis_plan(work, GROUND, tmp_path).parameters
    for day in ("2024-07-01", "2025-07-01", "2026-07-01", "2027-01-01"):
        (tmp_path / f"regiobeeld_{day}.gpkg").touch()
    assert analysis_plan(work, GROUND, tmp_path).parameters["PREVIOUS"] == str(tmp_path / "regiobeeld_2025-07-01.gpkg")
    assert "PREVIOUS" not in analysis_plan(work, GROUND, tmp_path / "weg").parameters


@pytest.mark.parametrize(
    "name",
    [
        "regiobeeld_2026-07-01.gpkg",
        "regiobeeld_2025-07-01.gpkg-wal",
        "regiobeeld_2025-07-01.qgz",
        "regiobeeld_2025-7-1.gpkg",
        "oud_regiobeeld_2025-07-01.gpkg",
        "regiobeeld_2025-07-01 (1).gpkg",
        "regiobeeld_.gpkg",
    ],
)
def test_only_a_workspace_of_an_earlier_date_is_an_earlier_map(name):
    assert previous_map([name], "2026-07-01") == ""
    assert previous_map([name, "regiobeeld_2020-01-01.gpkg"], "2026-07-01") == "regiobeeld_2020-01-01.gpkg"


@given(st.lists(st.dates().map(str), unique=True), st.dates().map(str))
def test_the_earlier_map_is_the_last_one_before_the_date(days, peildatum):
    found = previous_map([f"regiobeeld_{day}.gpkg" for day in days], peildatum)
    before = [day for day in days if day < peildatum]
    assert found == (f"regiobeeld_{max(before)}.gpkg" if before else "")


def test_a_package_goes_into_a_folder_of_its_recipient():
    share = done().shares[0]
    found = share_plan(done(), share, GROUND, FOLDER).parameters
    assert found["WORKSPACE"] == f"{FOLDER}/regiobeeld.gpkg"
    assert found["DWELLINGS"] == GROUND.bag
    assert found["FOLDER"] == f"{FOLDER}/delen/riec-limburg"
    assert (found["RECIPIENT"], found["BASIS"], found["EXPIRES"]) == ("RIEC Limburg", "WGS", "2027-01-01")
    odd = share_plan(done(), replace(share, recipient="../../Ж"), GROUND, FOLDER).parameters
    assert odd["FOLDER"] == f"{FOLDER}/delen/ontvanger"


_part = st.text(st.characters(blacklist_characters="/|\\\x00", blacklist_categories=("Cs",)), min_size=1, max_size=8)
_paths = st.lists(_part.filter(lambda part: part not in (".", "..")), min_size=1, max_size=4).map("/".join)


@given(_paths, st.sampled_from(["", "|layername=gemeenten"]))
def test_a_path_in_the_folder_is_remembered_relative_to_it(path, layer):
    whole = f"{FOLDER}/{path}{layer}"
    assert relative(whole, FOLDER) == f"{path}{layer}"
    assert absolute(relative(whole, FOLDER), FOLDER) == whole


@given(_paths)
def test_a_path_elsewhere_stays_as_it_is(path):
    whole = f"/elders/{path}"
    assert relative(whole, FOLDER) == whole
    assert absolute(whole, FOLDER) == whole


def test_no_path_stays_none():
    assert absolute("", FOLDER) == relative("", FOLDER) == ""
