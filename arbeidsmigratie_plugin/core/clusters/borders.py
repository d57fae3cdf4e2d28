"""Clusters across borders: in two or more municipalities, or near another country.

They are found on the region as one surface; only then is it asked in which municipalities they lie. Clusters found
per municipality and glued together would miss what each of them has too little of to see, and would cut the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Optional

import numpy as np
import numpy.typing as npt

from .. import grid
from ..arrays import Flags, Integers, Text
from ..municipalities import Municipalities
from ..signals.policy import Policies
from .abroad import Facing, ForeignAreas, NationalBorder, Places, facing, national_border
from .cluster import Clusters
from .hotspots import Settings
from .intervals import ratio_interval
from .outline import outlines
from .parts import Shares, codes_in, parts, shares


class Soort(Enum):
    """Which border a cluster has to do with; the texts are what readers see."""

    MUNICIPAL = "gemeentegrens"
    NATIONAL = "landsgrens"
    BOTH = "gemeentegrens en landsgrens"


@dataclass(frozen=True)
class Abroad:
    """What was given of other countries.

    Attributes:
        border: Lines or polygons; None to go by the areas.
        areas: Municipalities or districts.
        places: Addresses or known housing locations; None if none were given.
    """

    border: Optional[NationalBorder]
    areas: ForeignAreas
    places: Optional[Places]


@dataclass(frozen=True)
class Question:
    """What is asked of clusters.

    Attributes:
        reach: Distance up to which a national border is near, and up to which is looked across it (m).
        settings: Of the ring test that a municipality alone would do.
        region: Municipalities of which all cells are there; None if that wasn't said.
        policies: What municipalities have decided; None if that is unknown.
    """

    reach: float
    settings: Settings
    region: Optional[frozenset[str]] = None
    policies: Optional[Policies] = None


@dataclass(frozen=True)
class BorderClusters:
    """The b clusters out of k that have to do with a border, in order of rank.

    Attributes:
        clusters: All k clusters.
        at: b positions in them.
        soort: b kinds.
        codes: For each of the b clusters the codes of its municipalities.
        names: Code -> name of a municipality, the code itself where that is unknown.
        shares: Municipalities in the b clusters, numbered from 0 to b - 1.
        facing: What lies across the national border, for each of the b.
        border_known: Whether there was any national border to measure from.
        shapes: b Shapely polygons in RD New.
        question: What was asked.
    """

    clusters: Clusters
    at: Integers
    soort: tuple[Soort, ...]
    codes: tuple[tuple[str, ...], ...]
    names: dict[str, str]
    shares: Shares
    facing: Facing
    border_known: bool
    shapes: npt.NDArray[np.object_]
    question: Question

    def __len__(self) -> int:
        return len(self.at)

    @property
    def near(self) -> Flags:
        """Which lie near a national border."""
        return np.array([soort is not Soort.MUNICIPAL for soort in self.soort], dtype=np.bool_)

    @property
    def crossing(self) -> Flags:
        """Which lie in two or more municipalities."""
        return np.array([len(codes) > 1 for codes in self.codes], dtype=np.bool_)

    @property
    def seen_by_none(self) -> Flags:
        """Which lie in several municipalities, none of which alone would have seen any of it; all of them are known."""
        none = [bool((self.shares.alone[self.shares.of(at)] == 0).all()) for at in range(len(self))]
        return np.array(none, dtype=np.bool_) & self.crossing


def border_clusters(
    clusters: Clusters, areas: Municipalities, abroad: Abroad, question: Question, rate: float
) -> BorderClusters:
    """The clusters that have to do with a border, with what each side has of them.

    Args:
        clusters: Found on the region as one surface.
        areas: Municipalities.
        abroad: What was given of other countries.
        question: What is asked.
        rate: Cases per home over the whole surface, by which the clusters were found.
    """
    surface, k = clusters.surface, len(clusters)
    border = national_border(abroad.border, areas.polygons, abroad.areas)
    shapes = outlines(surface.cells, clusters.number, k)
    beside = facing(shapes, border, abroad.areas, abroad.places, areas.polygons, question.reach)
    divided = parts(surface, areas)
    listed = _municipalities(clusters, codes_in(divided, clusters.number, k))
    crossing = np.array([len(codes) > 1 for codes in listed], dtype=np.bool_)
    near = beside.distance <= question.reach
    at = np.flatnonzero(crossing | near)
    place = np.full(k + 1, -1, dtype=np.int64)
    place[at] = np.arange(len(at))
    codes = [listed[one] for one in at.tolist()]
    names = dict(zip(areas.code.tolist(), areas.name.tolist()))
    number = place[clusters.number]
    return BorderClusters(
        clusters=clusters,
        at=at,
        soort=tuple(_soort(bool(crossing[one]), bool(near[one])) for one in at.tolist()),
        codes=tuple(map(tuple, codes)),
        names={code: names.get(code) or code for of_cluster in codes for code in of_cluster},
        shares=shares(surface, number, codes, divided, rate, question.settings, question.region),
        facing=_taken(beside, at),
        border_known=len(border) > 0,
        shapes=shapes[at],
        question=question,
    )


def _municipalities(clusters: Clusters, by_cell: list[list[str]]) -> list[list[str]]:
    """As the clusters say; where they say nothing, as their cells lie."""
    said = [[code for code in codes.split(",") if code] for codes in clusters.gemeentecodes.tolist()]
    return [codes or found for codes, found in zip(said, by_cell)]


def _soort(crossing: bool, near: bool) -> Soort:
    if crossing and near:
        return Soort.BOTH
    return Soort.MUNICIPAL if crossing else Soort.NATIONAL


def _taken(found: Facing, at: Integers) -> Facing:
    return Facing(
        found.distance[at],
        found.lands[at],
        found.across[at],
        found.places[at],
        found.density[at],
        found.covered[at],
    )


def with_rate(clusters: Clusters, rate: float) -> Clusters:
    """The same clusters with what is expected by another rate than that of their own surface.

    A layer of hot spots lacks the guard zone that was counted in the rate.

    Args:
        clusters: The clusters.
        rate: Cases per home.
    """
    expected = clusters.population * rate
    low, high = ratio_interval(clusters.observed, expected, clusters.level)
    return replace(clusters, expected=expected, low=low, high=high)


# Policy ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Difference:
    """What municipalities in one cluster decided differently.

    Attributes:
        what: Field of the policy table.
        said: Municipality code -> its decision, None or "" where unknown.
    """

    what: str
    said: dict[str, object]


def differences(codes: tuple[str, ...], policies: Policies) -> tuple[Difference, ...]:
    """Where the policies of municipalities differ; what one of them left open is no difference.

    Args:
        codes: Of the municipalities.
        policies: What they decided.
    """
    found = []
    for what in ("norm_m2", "vergunningplicht", "recreatie_bewoning", "keurmerk_vereist"):
        said = {code: getattr(policies.get(code), what) for code in codes}
        if len({value for value in said.values() if value not in (None, "")}) > 1:
            found.append(Difference(what, said))
    return tuple(found)


def cluster_ids(clusters: Clusters, at: Integers) -> Text:
    """Names of clusters, the same as those of the layer with clusters: their first cell.

    Args:
        clusters: The clusters.
        at: Positions.
    """
    cells = clusters.surface.cells
    first = np.array([cells[clusters.rows(one)].min() for one in at.tolist()], dtype=np.uint64)
    return grid.names(first)
