"""Hot spots and clusters of a region, as 'regiobeeld' shows them: the default test, on the hexagons of the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.clusters.edges import partly_covered
from ..arbeidsmigratie_plugin.core.clusters.hotspots import Settings, find_hotspots
from ..arbeidsmigratie_plugin.core.clusters.sensitivity import clusters_of, sensitivity
from ..arbeidsmigratie_plugin.core.clusters.surface import surface_of_hexagons
from ..arbeidsmigratie_plugin.core.hexagons import Hexagons
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.core.tables import Table
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sharing.clusters.hotspots import cluster_table, hotspot_table, run_text
from ..arbeidsmigratie_plugin.sources.hexagons import HexagonLayer
from .hotspot_reports import report_hotspots
from .hotspot_runs import count_run, test_source
from .hotspot_steps import Looked

#: Those of the numbers of 'hotspots' that a report of the region has.
REGION_NUMBERS = ("FOUND", "CLUSTERS", "ROBUST")


@dataclass(frozen=True)
class RegionClusters:
    """Hot spots and clusters of a region.

    Attributes:
        tables: The layers hotspots and clusters.
        sources: The test, as a row of provenance for each.
        numbers: What was found.
    """

    tables: list[Table]
    sources: list[layers.Provenance]
    numbers: dict[str, int]


def region_clusters(
    hexagons: Hexagons,
    finer: Optional[Hexagons],
    areas: Municipalities,
    table: Table,
    peildatum: str,
    feedback: QgsProcessingFeedback,
) -> RegionClusters:
    """Tests the hexagons of a map.

    Args:
        hexagons: The counts.
        finer: The same one resolution down, None at the finest.
        areas: The municipalities.
        table: The layer of the hexagons.
        peildatum: Reference date.
        feedback: Of the run.
    """
    surface = surface_of_hexagons(hexagons, None, peildatum)
    partly = partly_covered(surface.population, hexagons.verblijfsobjecten.astype(float))
    found = find_hotspots(surface, Settings(), partly, areas)
    below = surface_of_hexagons(finer, None, peildatum) if finer is not None and found.found.any() else None
    other = sensitivity(found, below)
    layer = HexagonLayer(surface, partly, table.columns, 0, _more_than_homes(hexagons), ())
    looked = Looked(layer, found, other, clusters_of(found, other), (), False)
    number = count_run(surface, 0)
    numbers = report_hotspots(looked, number, feedback)
    tables = [hotspot_table(table.columns, found, other, looked.clusters), cluster_table(looked.clusters, found)]
    sources = [test_source(looked, one.name, run_text(found, number)) for one in tables]
    return RegionClusters(tables, sources, {name: numbers[name] for name in REGION_NUMBERS})


def _more_than_homes(hexagons: Hexagons) -> int:
    return int((hexagons.known & (hexagons.adressen > hexagons.population)).sum()) if hexagons.with_dwellings else 0
