"""A project with its work done, and ways to make any."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.project import Project
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import (
    Channel,
    Delivery,
    Lists,
    LocationList,
    Record,
    Share,
    Sources,
    Workflow,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.steps import (
    Surroundings,
    seen_by_analysis,
    seen_by_delivery,
    seen_by_list,
    seen_by_share,
    seen_by_sources,
)

#: Nothing runs, nothing is gone.
CALM = Surroundings()

PROJECT = Project(
    name="Noord-Limburg 2026",
    region="noord-limburg",
    purpose="gebieden kiezen voor gezamenlijke controles",
    basis="Huisvestingswet 2014",
    dpia="DPIA-2026-014",
    retention="2027-07-20",
    responsible="Gemeente Venlo",
    peildatum="2026-07-01",
)


def done(lists: bool = True) -> Workflow:
    """A project of which every step was done, in order."""
    work = Workflow(project=PROJECT, sources=Sources(), begun=True)
    files = {"WORKSPACE": "regio.gpkg"}
    work = replace(
        work, sources=Sources(record=Record("2026-07-20T10:00:00", {"KEPT": 9}, files, seen_by_sources(work, CALM)))
    )
    for minute, sender in enumerate(("Venlo", "Venray")):
        one = Delivery(sender, f"rni_{sender}.xlsx")
        numbers = {"ADDRESSES": 10 + minute, "MATCHED_PERCENT": 97.5}
        files = {"OUTPUT": f"rni_{sender}.gpkg", "OUTPUT_UNMATCHED": f"rni_{sender}_niet.gpkg"}
        record = Record(f"2026-07-20T11:0{minute}:00", numbers, files, seen_by_delivery(work, one, CALM))
        work = work.with_delivery(replace(one, record=record))
    if lists:
        item = LocationList("vergunning", "Vergunningen", "vergunningen.xlsx")
        record = Record(
            "2026-07-20T12:00:00", {"ADDRESSES": 4}, {"OUTPUT": "lijst.gpkg"}, seen_by_list(work, item, CALM)
        )
        work = work.with_list(replace(item, record=record))
    else:
        work = replace(work, lists=Lists(none=True))
    files = {"WORKSPACE": "regiobeeld.gpkg"}
    work = replace(work, analysis=Record("2026-07-20T13:00:00", {"CELLS": 5}, files, seen_by_analysis(work, CALM)))
    share = Share("RIEC Limburg", "doel", "WGS", "2027-01-01", 8)
    record = Record("2026-07-20T14:00:00", {"REGIONS": 3}, {"PACKAGE": "delen/riec/p.gpkg"}, seen_by_share(work))
    return work.with_share(replace(share, record=record))


# Any workflow --------------------------------------------------------------------------------------------------------

_number = st.integers() | st.floats(allow_nan=False)
_texts = st.dictionaries(st.text(), st.text(), max_size=3)
_records = st.none() | st.builds(Record, st.text(), st.dictionaries(st.text(), _number, max_size=3), _texts, _texts)
_rows = st.none() | st.integers(1, 99)

projects = st.builds(Project, *[st.text()] * 9, resolution=st.integers(5, 11))
workflows = st.builds(
    Workflow,
    project=projects,
    sources=st.builds(Sources, st.sampled_from(Channel), st.text(), st.integers(), *[st.text()] * 4, record=_records),
    deliveries=st.lists(st.builds(Delivery, st.text(), st.text(), _rows, _texts, _records), max_size=3).map(tuple),
    lists=st.builds(
        Lists,
        st.lists(st.builds(LocationList, st.text(), st.text(), st.text(), _rows, _texts, _records), max_size=3).map(
            tuple
        ),
        st.text(),
        st.booleans(),
    ),
    analysis=_records,
    shares=st.lists(st.builds(Share, *[st.text()] * 4, st.integers(), _records), max_size=3).map(tuple),
    begun=st.booleans(),
)
