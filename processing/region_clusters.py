"""Hot spots and clusters of a region, as 'regiobeeld' shows them: the default test, on the hexagons of the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.clusters.borders import Abroad, Question, border_clusters
from ..arbeidsmigratie_plugin.core.clusters.edges import partly_covered
from ..arbeidsmigratie_plugin.core.clusters.hotspots import Settings, find_hotspots
from ..arbeidsmigratie_plugin.core.clusters.sensitivity import clusters_of, sensitivity
from ..arbeidsmigratie_plugin.core.clusters.surface import surface_of_hexagons
from ..arbeidsmigratie_plugin.core.hexagons import Hexagons
from ..arbeidsmigratie_plugin.core.limits import BORDER_DISTANCE
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.core.signals.policy import Policies
from ..arbeidsmigratie_plugin.core.tables import Table
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sharing.clusters.borders import border_table, share_table
from ..arbeidsmigratie_plugin.sharing.clusters.hotspots import cluster_table, hotspot_table, run_text
from ..arbeidsmigratie_plugin.sources.clusters import ranks
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


@dataclass(frozen=True)
class Counts:
    """Hexagons to test.

    Attributes:
        hexagons: The counts.
        finer: The same one resolution down, None at the finest.
        table: The layer of the hexagons.
        peildatum: Reference date.
    """

    hexagons: Hexagons
    finer: Optional[Hexagons]
    table: Table
    peildatum: str


def region_clusters(
    counts: Counts,
    areas: Municipalities,
    abroad: Abroad,
    policies: Optional[Policies],
    feedback: QgsProcessingFeedback,
) -> RegionClusters:
    """Tests the hexagons of a map, and looks at the borders of what is found.

    Args:
        counts: The hexagons.
        areas: The municipalities.
        abroad: What is known of other countries.
        policies: What municipalities have decided, None if that is unknown.
        feedback: Of the run.
    """
    hexagons, finer, table, peildatum = counts.hexagons, counts.finer, counts.table, counts.peildatum
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
    question = Question(BORDER_DISTANCE, found.settings, None, policies)
    borders = border_clusters(looked.clusters, areas, abroad, question, surface.rate)
    tables += [border_table(borders, ranks(len(looked.clusters))), share_table(borders)]
    sources = [test_source(looked, one.name, run_text(found, number)) for one in tables]
    reported = {name: numbers[name] for name in REGION_NUMBERS}
    return RegionClusters(tables, sources, {**reported, "BORDER_CLUSTERS": len(borders)})


def _more_than_homes(hexagons: Hexagons) -> int:
    return int((hexagons.known & (hexagons.adressen > hexagons.population)).sum()) if hexagons.with_dwellings else 0
