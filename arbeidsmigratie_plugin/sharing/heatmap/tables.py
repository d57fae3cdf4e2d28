"""The GeoPackage of a partner package: the published regions and the certificate, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ...core import grid
from ...core.disclosure.package import CERTIFICATE, HEATMAP, certificate_rows
from ...core.disclosure.publication import Publication
from ...core.geometry import to_wkb
from ...core.tables import Column, Table
from ..styles import style
from .words import meaning


def heatmap_table(publication: Publication) -> Table:
    """The published regions, in the order of names that say nothing.

    Args:
        publication: What is shared.
    """
    regions = sorted(publication.regions, key=lambda region: region.regio_id)
    columns = (
        Column("regio_id", "text", [r.regio_id for r in regions]),
        Column("gemeentecode", "text", [r.gemeentecode for r in regions]),
        Column("waarde", "integer", [r.waarde for r in regions]),
        Column("klasse", "text", [r.klasse for r in regions]),
        Column("dichtheid_km2", "real", [r.dichtheid_km2 for r in regions]),
        Column("verblijfsobjecten", "integer", [r.verblijfsobjecten for r in regions]),
        Column("sdc_status", "text", [r.sdc_status for r in regions]),
        Column("peildatum", "text", [r.peildatum for r in regions]),
        Column("resolutie", "integer", [r.resolutie for r in regions]),
        Column("cellen", "text", [",".join(grid.names(np.array(r.cells, dtype=np.uint64))) for r in regions]),
        Column("marge", "integer", [r.marge for r in regions]),
    )
    return Table(
        name=HEATMAP,
        columns=columns,
        geometry="MultiPolygon",
        wkb=to_wkb(np.array([*(r.polygon for r in regions), None], dtype=object)[:-1]),
        description=f"{meaning(publication)} Waar geen gebied is, is het aantal onbekend en niet nul.",
        style=style(HEATMAP),
    )


def certificate_table(publication: Publication, certificate: Mapping[str, Any]) -> Table:
    """For whom and for what the package is given and what was checked: a row for each, and the whole as JSON.

    Args:
        publication: What is shared.
        certificate: What was checked.
    """
    keys, texts = zip(*certificate_rows(publication, certificate))
    columns = (Column("sleutel", "text", keys), Column("waarde", "text", texts))
    return Table(name=CERTIFICATE, columns=columns, description="Voor wie en waarvoor, en wat is gecontroleerd.")
