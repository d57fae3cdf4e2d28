"""What stands out in a region: hot spots, clusters and highlights, as 'regiobeeld' adds them to its workspace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.bag import BagObjects
from ..arbeidsmigratie_plugin.core.clusters.municipal import municipal
from ..arbeidsmigratie_plugin.core.hexagons import Hexagons
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.core.rni import AddressCounts
from ..arbeidsmigratie_plugin.core.tables import Table
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sharing.clusters import CLUSTERS
from ..arbeidsmigratie_plugin.sharing.clusters.abroad import foreign_table
from ..arbeidsmigratie_plugin.sharing.clusters.municipal import MUNICIPAL, municipal_table
from ..arbeidsmigratie_plugin.sharing.highlights import COMPANY_DWELLINGS, PARKS
from .border_steps import abroad_of
from .listed_here import listed_here
from .looking import look, numbers_of, region_sight
from .progress import go_on
from .region_clusters import Counts, region_clusters
from .run import Run

#: Layers of which the places are counted per municipality.
_COMPARED = (CLUSTERS, PARKS, COMPANY_DWELLINGS)


@dataclass(frozen=True)
class Region:
    """A region with its registrations.

    Attributes:
        bag: All its BAG objects, whatever their status.
        counts: Registrations per address.
        peildatum: Their reference date.
        areas: Its municipalities.
        everywhere: All municipalities that are known.
        covered: Codes of those for which registrations were delivered.
        deliveries: Where the registrations come from.
    """

    bag: BagObjects
    counts: AddressCounts
    peildatum: date
    areas: Municipalities
    everywhere: Municipalities
    covered: frozenset[str]
    deliveries: tuple[layers.Provenance, ...]


@dataclass(frozen=True)
class StandingOut:
    """What stands out.

    Attributes:
        tables: Its layers.
        sources: Where they come from.
        numbers: What was found.
    """

    tables: list[Table]
    sources: list[layers.Provenance]
    numbers: dict[str, int]


def standing_out(
    run: Run,
    region: Region,
    hexagons: Hexagons,
    finer: Optional[Hexagons],
    table: Table,
    feedback: QgsProcessingFeedback,
) -> StandingOut:
    """Looks for clusters in the hexagons, and for highlights among the objects.

    Args:
        run: The parameters.
        region: The region.
        hexagons: Its counts.
        finer: The same one resolution down, None at the finest.
        table: The layer of the hexagons.
        feedback: Of the run.
    """
    day = region.peildatum.isoformat()
    sight = region_sight(
        run, region.counts, region.peildatum, region.areas, region.everywhere, region.covered, region.deliveries
    )
    policies = sight.policies if sight.with_policies else None
    abroad = abroad_of(run)
    clusters = region_clusters(Counts(hexagons, finer, table, day), region.areas, abroad, policies, feedback)
    go_on(feedback, 55)
    looked = look(run, sight, feedback)
    found = looked.highlights
    go_on(feedback, 60)
    compared = municipal(region.areas.code, sight.stock.gemeentecode, sight.counted.counts)
    places = [one for one in (*clusters.tables, *(one.table for one in found)) if one.name in _COMPARED]
    beside = municipal_table(compared, region.areas.name.tolist(), policies, places, day)
    across = foreign_table(abroad.areas, region.areas)
    listed, of_lists = listed_here(run, looked.vacant, region.bag, day)
    of_found = (source for one in found for source in one.sources)
    return StandingOut(
        tables=[*clusters.tables, *(one.table for one in found), *listed, beside, *([across] if across else [])],
        sources=[*clusters.sources, *of_found, *of_lists, *sight.provenance(MUNICIPAL)],
        numbers={**clusters.numbers, **numbers_of(found)},
    )
