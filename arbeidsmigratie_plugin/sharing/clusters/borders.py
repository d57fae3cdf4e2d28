"""The layer grensclusters and the table that goes with it: names and fields are public."""

from __future__ import annotations

import numpy as np

from ...core import grid
from ...core.arrays import Floats, Integers
from ...core.clusters.border_sentences import difference_texts, explanations, share_texts
from ...core.clusters.borders import BorderClusters, cluster_ids
from ...core.clusters.sentences import DUTCH, ENGLISH
from ...core.geometry import to_wkb
from ...core.tables import Column, Table
from ..styles import style
from .columns import policy_columns

BORDER_CLUSTERS = "grensclusters"
BORDER_SHARES = "grensclusters_gemeenten"


def border_table(found: BorderClusters, rank: Integers, name: str = BORDER_CLUSTERS) -> Table:
    """Clusters that lie in several municipalities, or near another country.

    Args:
        found: The clusters.
        rank: k ranks of all clusters, from 1.
        name: Layer name.
    """
    return Table(
        name=name,
        columns=(*_place(found, rank), *_figures(found), *_beside(found), *_said(found)),
        geometry="MultiPolygon",
        wkb=to_wkb(found.shapes),
        description="Clusters over een gemeentegrens of bij een landsgrens. Over de landsgrens is het aantal onbekend.",
        style=style(BORDER_CLUSTERS),
    )


def _place(found: BorderClusters, rank: Integers) -> tuple[Column, ...]:
    facing = found.facing
    return (
        Column("cluster_id", "text", cluster_ids(found.clusters, found.at)),
        Column("rang", "integer", rank[found.at]),
        Column("soort", "text", [soort.value for soort in found.soort]),
        Column("gemeentecodes", "text", [",".join(codes) for codes in found.codes]),
        Column("gemeentenamen", "text", [", ".join(found.names[code] for code in codes) for codes in found.codes]),
        Column("landen", "text", facing.lands),
        Column("afstand_grens_m", "real", np.round(facing.distance)),
        Column("overkant", "text", facing.across),
    )


def _figures(found: BorderClusters) -> tuple[Column, ...]:
    clusters, at = found.clusters, found.at
    members = [clusters.surface.cells[clusters.rows(one)] for one in at.tolist()]
    return (
        Column("adressen", "integer", clusters.observed[at]),
        Column("registraties", "integer", clusters.persons[at]),
        Column("verblijfsobjecten", "integer", clusters.population[at]),
        Column("waargenomen", "integer", clusters.observed[at]),
        Column("verwacht", "real", clusters.expected[at]),
        Column("verhouding", "real", clusters.ratio[at]),
        Column("ondergrens", "real", clusters.low[at]),
        Column("bovengrens", "real", clusters.high[at]),
        Column("q", "real", clusters.q[at]),
        Column("cellen", "integer", [len(cells) for cells in members]),
        Column("h3_cellen", "text", [",".join(grid.names(cells)) for cells in members]),
        Column("resolutie", "integer", [clusters.surface.resolution] * len(at)),
        Column("oppervlakte_km2", "real", [float(grid.areas_km2(cells).sum()) for cells in members]),
        Column("rand", "integer", clusters.edge[at].astype(np.int64)),
        Column("robuust", "integer", clusters.robust[at]),
    )


def _beside(found: BorderClusters) -> tuple[Column, ...]:
    facing = found.facing
    return (
        Column("gemeentedelen", "text", share_texts(found)),
        Column("alleen_gezien", "text", _seen_by(found)),
        Column("beleidsverschil", "text", difference_texts(found)),
        Column("locaties_buitenland", "integer", facing.places),
        Column("dichtheid_buitenland", "real", facing.density),
        Column("dekking_buitenland", "real", facing.covered),
    )


def _seen_by(found: BorderClusters) -> list[str]:
    """Municipalities that alone would have seen it too: 'geen' if none, "" if it is unknown of each or not asked."""
    texts = []
    for at in range(len(found)):
        rows = found.shares.of(at)
        seen = found.shares.code[rows[found.shares.alone[rows] == 1]].tolist()
        texts.append(",".join(seen) or ("geen" if (found.shares.alone[rows] == 0).any() else ""))
    return texts


def _said(found: BorderClusters) -> tuple[Column, ...]:
    return (
        Column("peildatum", "text", [found.clusters.surface.peildatum] * len(found)),
        Column("toelichting", "text", explanations(found, DUTCH)),
        Column("toelichting_en", "text", explanations(found, ENGLISH)),
    )


def share_table(found: BorderClusters, name: str = BORDER_SHARES) -> Table:
    """A row for each of these clusters and each municipality in it.

    Args:
        found: The clusters.
        name: Name of the table.
    """
    shares = found.shares
    ids = cluster_ids(found.clusters, found.at)
    columns = (
        Column("cluster_id", "text", ids[shares.cluster]),
        Column("gemeentecode", "text", shares.code),
        Column("gemeentenaam", "text", [found.names[code] for code in shares.code]),
        Column("aandeel", "real", shares.share),
        Column("waargenomen", "real", shares.observed),
        Column("verwacht", "real", shares.expected),
        Column("verhouding", "real", _ratio(shares.observed, shares.expected)),
        Column("verblijfsobjecten", "real", shares.population),
        Column("alleen_gezien", "integer", shares.alone),
        *policy_columns(found.shares.code, found.question.policies),
        Column("peildatum", "text", [found.clusters.surface.peildatum] * len(shares)),
    )
    return Table(name=name, columns=columns, description="Aandeel van elke gemeente in de clusters van grensclusters.")


def _ratio(observed: Floats, expected: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        return np.asarray(observed / np.where(expected > 0, expected, np.nan))
