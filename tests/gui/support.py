"""Work in progress for the tests of the panel: a project with source data of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.project import Project
from arbeidsmigratie.arbeidsmigratie_plugin.core.workflow.state import Channel, Sources

PROJECT = Project(
    name="Proefregio 2026",
    region="9801, 9802",
    purpose="Toezicht op wonen",
    basis="Convenant, artikel 4",
    dpia="DPIA-2026-12",
    retention="2099-12-31",
    responsible="Gemeente Proefdorp",
    peildatum="2026-07-01",
    resolution=9,
)


def own_sources(region: Path) -> Sources:
    """Files of the user."""
    return Sources(Channel.OWN, bag=str(region / "bag.gpkg"), gemeenten=str(region / "gemeenten.gpkg"))


def begun(desk, region: Path, folder: Path) -> None:
    """A project was started, and its source data chosen."""
    assert desk.begin(PROJECT, folder)
    desk.update(replace(desk.workflow, sources=own_sources(region)))
