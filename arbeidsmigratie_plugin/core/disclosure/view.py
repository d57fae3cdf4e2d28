"""What a map shows: frozen regions with their numbers, or at a coarser resolution unions of them with the sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from .. import grid
from ..arrays import Integers
from ..clusters.outline import outlines
from ..geometry import shapely_library
from ..municipalities import Municipalities
from .atoms import Region
from .history import Figure
from .publication import POOLED, PUBLISHED, PublishedRegion
from .regions import MUNICIPALITY, union
from .territory import Territory

_M2_PER_KM2 = 1e6

#: Numbers of a series are multiples of this.
_BASE = 5


@dataclass(frozen=True)
class Shown:
    """How a map shows numbers.

    Attributes:
        resolution: H3 resolution of the map.
        peildatum: Reference date.
        klasse: Class of a density (per km2).
        least: Fewest registrations of a region on a map for everybody; 0 for a partner.
        rounding: On a map for everybody, classes are those of numbers cut down to a multiple of this, and the numbers
            are left out; 0 for a partner.
    """

    resolution: int
    peildatum: str
    klasse: Callable[[float], str]
    least: int = 0
    rounding: int = 0


def published(
    figures: Sequence[Figure], land: Territory, homes: Optional[Integers], areas: Municipalities, shown: Shown
) -> tuple[PublishedRegion, ...]:
    """The regions of a map, in the order of their names.

    A coarser map adds nothing to what the frozen regions say: its numbers are sums of theirs.

    Args:
        figures: Numbers of frozen regions.
        land: The atoms of the municipalities.
        homes: BAG objects in use per atom, None where unknown.
        areas: The municipalities, in RD New.
        shown: How the map shows them.
    """
    listed = _listed(figures, shown.resolution)
    if shown.rounding:
        listed = _for_everybody(listed, shown)
    regions = [region for region, _, _ in listed]
    polygons = region_polygons(regions, areas)
    owner = land.owners(regions)
    counts = None if homes is None else np.bincount(owner[owner >= 0], homes[owner >= 0], len(regions)).astype(int)
    whole = _whole_cells(land, regions)
    made = []
    for at, (region, value, parts) in enumerate(listed):
        density = value / (polygons[at].area / _M2_PER_KM2)
        public = bool(shown.rounding)
        made.append(
            PublishedRegion(
                regio_id=region.regio_id,
                gemeentecode=region.gemeentecode,
                waarde=None if public else value,
                klasse=shown.klasse(density),
                dichtheid_km2=None if public else round(density, 1),
                verblijfsobjecten=None if counts is None else int(counts[at]),
                sdc_status=PUBLISHED if whole[at] and region.level == shown.resolution else POOLED,
                peildatum=shown.peildatum,
                resolutie=None if region.level == MUNICIPALITY else region.level,
                cells=region.cells,
                polygon=polygons[at],
                marge=None if public else (_BASE - 1) * parts,
            )
        )
    return tuple(sorted(made, key=lambda region: region.regio_id))


def _listed(figures: Sequence[Figure], resolution: int) -> list[tuple[Region, int, int]]:
    """Regions of a map with their numbers, those under one parent together, and of how many each is the sum."""
    under: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        region = figure.region
        held = region.level >= resolution and region.level != MUNICIPALITY
        parent = int(grid.roll_up(region.array[:1], resolution)[0]) if held else 0
        under[(region.gemeentecode, parent) if held else (region.regio_id, 0)].append(figure)
    shown = []
    for (_, parent), parts in under.items():
        region = parts[0].region if len(parts) == 1 else union([part.region for part in parts])
        if parent and region.level > resolution:  # a finer part that is all there is of its parent
            region = Region(region.gemeentecode, resolution, region.pooled, region.cells)
        shown.append((region, sum(part.value for part in parts), len(parts)))
    return shown


def _for_everybody(listed: list[tuple[Region, int, int]], shown: Shown) -> list[tuple[Region, int, int]]:
    """What is left of a map for everybody: made of published numbers alone, it tells nothing that they don't.

    A number v of one region is of more than v - 5 registrations, and every part of a union has ten.
    """
    enough = shown.least + _BASE
    return [(region, value - value % shown.rounding, parts) for region, value, parts in listed if value >= enough]


def _whole_cells(land: Territory, regions: Sequence[Region]) -> list[bool]:
    """Whether each region is all that its municipality has of one H3 cell."""
    sizes: dict[int, dict[tuple[str, int], int]] = {}
    whole = []
    for region in regions:
        if region.level == MUNICIPALITY:
            whole.append(False)
            continue
        if region.level not in sizes:
            parents = grid.roll_up(land.cells, region.level)
            keys, counts = np.unique(
                np.column_stack([land.numbers.astype(np.uint64), parents]), axis=0, return_counts=True
            )
            codes = [land.codes[int(number)] for number in keys[:, 0]]
            sizes[region.level] = dict(zip(zip(codes, keys[:, 1].tolist()), counts.tolist()))
        parent = int(grid.roll_up(region.array[:1], region.level)[0])
        whole.append(sizes[region.level].get((region.gemeentecode, parent)) == len(region.cells))
    return whole


def region_polygons(regions: Sequence[Region], areas: Municipalities) -> list[Any]:
    """Outlines in RD New: the union of the base cells, within the municipality.

    A region of which nothing lies within the (generalised) border keeps the union itself.

    Args:
        regions: n regions.
        areas: Their municipalities.
    """
    shapely = shapely_library()
    polygon_of = dict(zip((str(code) for code in areas.code), areas.polygons))
    for polygon in polygon_of.values():
        shapely.prepare(polygon)
    made = []
    for region in regions:
        outline = outlines(region.array, np.zeros(len(region.cells), dtype=np.int64), 1)[0]
        border = polygon_of[region.gemeentecode]
        clipped = outline if shapely.contains(border, outline) else shapely.intersection(outline, border)
        made.append(_multipolygon(clipped if clipped.area > 0 else outline))
    return made


def _multipolygon(shape: Any) -> Any:
    shapely = shapely_library()
    parts = [part for part in shapely.get_parts(shapely.get_parts(shape)).tolist() if part.area > 0]
    return shapely.MultiPolygon(parts)
