"""The layers hotspots and clusters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from enum import Enum
from typing import Any

import numpy as np

from ...core import grid
from ...core.clusters.cluster import Clusters
from ...core.clusters.hotspots import Hotspots
from ...core.clusters.outline import outlines
from ...core.clusters.sensitivity import Sensitivity
from ...core.clusters.sentences import DUTCH, ENGLISH, of_cells, of_clusters
from ...core.geometry import polygon_wkb, to_wkb
from ...core.tables import Column, Table
from ..styles import style
from . import CLUSTERS, HOTSPOTS


def hotspot_table(
    columns: Sequence[Column], found: Hotspots, other: Sensitivity, clusters: Clusters, name: str = HOTSPOTS
) -> Table:
    """The hexagons of the region: the fields they had, and what was found.

    Args:
        columns: Fields of the hexagons, in the order of the surface.
        found: What was found.
        other: What other grids say.
        clusters: The clusters of the findings.
        name: Layer name.
    """
    rows = np.flatnonzero(found.surface.inside)
    own = _own_columns(found, other, clusters)
    ours = {column.name for column in own}
    kept = [column for column in columns if column.name.lower() not in ours]
    return Table(
        name=name,
        columns=tuple(Column(column.name, column.kind, np.asarray(column.values)[rows]) for column in (*kept, *own)),
        geometry="Polygon",
        wkb=polygon_wkb(grid.boundaries(found.surface.cells[rows])),
        description="Waar meer adressen met RNI-registraties zijn dan de woningen verklaren. Een aanwijzing.",
        style=style(HOTSPOTS),
    )


def _own_columns(found: Hotspots, other: Sensitivity, clusters: Clusters) -> list[Column]:
    rank = np.where(clusters.number >= 0, clusters.number + 1.0, np.nan)
    return [
        Column("waargenomen", "integer", found.observed),
        Column("verwacht", "real", found.expected),
        Column("verhouding", "real", found.ratio),
        Column("ondergrens", "real", found.low),
        Column("bovengrens", "real", found.high),
        Column("z", "real", found.deviate),
        Column("p", "real", found.p),
        Column("q", "real", found.q),
        Column("klasse", "text", found.klasse),
        Column("rand", "integer", found.edge.astype(np.int64)),
        Column("onzeker", "integer", found.uncertain),
        Column("robuust", "integer", other.robust_findings(found.found)),
        Column("cluster", "integer", rank),
        Column("methode", "text", np.full(len(rank), found.settings.method.value, dtype=object)),
        Column("toelichting", "text", of_cells(found, other, DUTCH)),
        Column("toelichting_en", "text", of_cells(found, other, ENGLISH)),
    ]


def cluster_table(clusters: Clusters, found: Hotspots, name: str = CLUSTERS) -> Table:
    """The clusters, the strongest first.

    Args:
        clusters: The clusters.
        found: What they were made of.
        name: Layer name.
    """
    surface, k = clusters.surface, len(clusters)
    members = [surface.cells[clusters.rows(at)] for at in range(k)]
    names = [grid.names(cells).tolist() for cells in members]
    columns = (
        Column("cluster_id", "text", [cells[0] for cells in names]),
        Column("rang", "integer", np.arange(1, k + 1)),
        Column("gemeentecodes", "text", clusters.gemeentecodes),
        Column("adressen", "integer", clusters.observed),
        Column("registraties", "integer", clusters.persons),
        Column("verblijfsobjecten", "integer", clusters.population),
        Column("waargenomen", "integer", clusters.observed),
        Column("verwacht", "real", clusters.expected),
        Column("verhouding", "real", clusters.ratio),
        Column("ondergrens", "real", clusters.low),
        Column("bovengrens", "real", clusters.high),
        Column("q", "real", clusters.q),
        Column("llr", "real", clusters.evidence),
        Column("cellen", "integer", clusters.size),
        Column("h3_cellen", "text", [",".join(cells) for cells in names]),
        Column("resolutie", "integer", [surface.resolution] * k),
        Column("oppervlakte_km2", "real", [float(grid.areas_km2(cells).sum()) for cells in members]),
        Column("rand", "integer", clusters.edge.astype(np.int64)),
        Column("grover", "integer", clusters.coarser),
        Column("fijner", "integer", clusters.finer),
        Column("robuust", "integer", clusters.robust),
        Column("methode", "text", [found.settings.method.value] * k),
        Column("peildatum", "text", [surface.peildatum] * k),
        Column("toelichting", "text", of_clusters(clusters, DUTCH)),
        Column("toelichting_en", "text", of_clusters(clusters, ENGLISH)),
    )
    return Table(
        name=name,
        columns=columns,
        geometry="MultiPolygon",
        wkb=to_wkb(outlines(surface.cells, clusters.number, k)),
        description="Aaneengesloten gebieden met meer adressen met RNI-registraties dan verwacht. Een aanwijzing.",
        style=style(CLUSTERS),
    )


def run_text(found: Hotspots, run: int) -> str:
    """The parameters of a run in words, for the provenance.

    Args:
        found: What was found.
        run: How many times hot spots were looked for in this file, this time included.
    """
    settings: dict[str, Any] = {key: _plain(value) for key, value in asdict(found.settings).items()}
    settings |= {
        "drawn": found.permutations,
        "resolution": found.surface.resolution,
        "tests": found.tests,
        "cells": len(found.surface),
        "inside": int(found.surface.inside.sum()),
        "rate": f"{found.surface.rate:.6g}",
    }
    return f"run {run}; " + "; ".join(f"{key}={value}" for key, value in settings.items())


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value
