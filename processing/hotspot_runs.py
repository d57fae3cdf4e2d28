"""The outputs of 'hotspots', and how many runs there were on the same data: trying until something appears shows."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from pathlib import Path
from typing import Optional

import numpy as np
from qgis.core import QgsSettings

from ..arbeidsmigratie_plugin.core import grid
from ..arbeidsmigratie_plugin.core.clusters.surface import Surface
from ..arbeidsmigratie_plugin.core.limits import LOWEST_RESOLUTION
from ..arbeidsmigratie_plugin.core.tables import Table
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sharing.clusters import CLUSTERS, HOTSPOTS
from ..arbeidsmigratie_plugin.sharing.clusters.hotspots import cluster_table, hotspot_table, run_text
from ..arbeidsmigratie_plugin.sources.hexagons import earlier_runs
from .hotspot_steps import Looked

#: How the provenance names a run, and where QGIS keeps how many there were of the same data.
_SOURCE = "Toets hotspots"
_RUNS_SETTING = "arbeidsmigratie/hotspots/runs/"


def outputs_of(looked: Looked, target: Optional[Path]) -> tuple[list[Table], list[Table], int]:
    """The tables of both outputs, and how many runs there were of these data.

    Args:
        looked: What was found.
        target: The file of the first output, None if QGIS makes up its name.
    """
    before = [row for row in (earlier_runs(target, HOTSPOTS) if target else []) if row.get("bron") == _SOURCE]
    number = count_run(looked.found.surface, len(before))
    found, clusters = looked.found, looked.clusters
    known = {field.name for field in fields(layers.Provenance)}
    rows = [layers.Provenance(**{key: value for key, value in row.items() if key in known}) for row in before]
    hotspots = hotspot_table(looked.hexagons.columns, found, looked.other, clusters)
    of_clusters = cluster_table(clusters, found)
    said = run_text(found, number)
    herkomst = layers.provenance_table([*_sources(looked, HOTSPOTS), *rows, test_source(looked, HOTSPOTS, said)])
    beside = layers.provenance_table([*_sources(looked, CLUSTERS), test_source(looked, CLUSTERS, said)])
    return [hotspots, herkomst], [of_clusters, beside], number


def test_source(looked: Looked, layer: str, said: str) -> layers.Provenance:
    """The test as a row of provenance.

    Args:
        looked: What was found.
        layer: HOTSPOTS or CLUSTERS.
        said: Its parameters, see run_text.
    """
    rows = len(looked.clusters) if layer == CLUSTERS else int(looked.found.surface.inside.sum())
    return layers.provenance(layer, _SOURCE, rows, query=said, brondatum=looked.found.surface.peildatum)


def _sources(looked: Looked, layer: str) -> list[layers.Provenance]:
    """Whose data they are, as the file of the hexagons says."""
    rows = len(looked.found.surface)
    return [
        layers.provenance(layer, credit.source, rows, licentie=credit.licence, brondatum=credit.date)
        for credit in looked.sources
    ]


def count_run(surface: Surface, in_file: int) -> int:
    """How many times hot spots were looked for in the same region at the same date.

    It does not matter on what grid, into what file and with how many of its hexagons or homes. QGIS remembers a number
    for them, and nothing else.

    Args:
        surface: The data.
        in_file: Runs that the file of the output knows of.
    """
    about = repr((surface.peildatum, _where(surface)))
    key = _RUNS_SETTING + hashlib.sha256(about.encode()).hexdigest()[:16]
    known = str(QgsSettings().value(key, "0"))
    number = max(int(known) if known.isdecimal() else 0, in_file) + 1
    QgsSettings().setValue(key, str(number))
    return number


def _where(surface: Surface) -> list[str]:
    """What a region goes by: its municipalities; where those are unknown, the coarsest cells in which it lies."""
    listed = set(surface.gemeentecodes[surface.inside].tolist())
    codes = {code for one in listed for code in one.split(",")} - {""}
    if surface.region is not None:
        codes &= surface.region
    return sorted(codes) or grid.names(np.unique(grid.roll_up(surface.cells, LOWEST_RESOLUTION))).tolist()
