"""Made publications: three fictional municipalities near Weesp, of which one has nothing published. Nobody exists."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import shapely

from arbeidsmigratie.arbeidsmigratie_plugin.core import grid
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.atoms import BASE_RESOLUTION, Region
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.grant import Grant
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.publication import (
    POOLED,
    PUBLISHED,
    MunicipalArea,
    Publication,
    PublishedRegion,
)
from arbeidsmigratie.arbeidsmigratie_plugin.core.disclosure.regions import MUNICIPALITY
from arbeidsmigratie.arbeidsmigratie_plugin.core.geometry import polygon_wkb
from arbeidsmigratie.arbeidsmigratie_plugin.sharing.heatmap.classes import density_class

PEILDATUM = "2026-07-01"
WEST, EAST, SOUTH = "9801", "9802", "9803"

#: Code -> name and corners in RD New (m): two neighbours that share hexagons, and one that is too small to publish.
MUNICIPALITIES = {
    WEST: ("Proefwest", [(130000, 480000), (134000, 480400), (134300, 483900), (130200, 483600)]),
    EAST: ("Proefoost", [(134000, 480400), (137800, 480100), (138000, 484200), (134300, 483900)]),
    SOUTH: ("Proefzuid", [(130000, 480000), (134000, 480400), (137800, 480100), (136000, 478600), (131000, 478500)]),
}

GRANT = Grant(
    recipient="Samenwerkende gemeenten Gooi en Vechtstreek",
    kind="gemeente",
    purpose="Bepalen waar de huisvesting van arbeidsmigranten samen wordt opgepakt",
    basis="Convenant huisvesting arbeidsmigranten 2026, artikel 4",
    expires="2027-06-30",
    made_on="2026-08-15",
)

SOURCES = (
    "RNI-levering, peildatum 2026-07-01",
    "Kadaster, BAG (bestand van 2026-06-15; Public Domain Mark 1.0)",
    "Kadaster, bestuurlijke gebieden (2026; CC BY 4.0)",
)

CERTIFICATE: dict[str, Any] = {
    "versie": 1,
    "reeks": "proef-2026",
    "peildatum": PEILDATUM,
    "resolutie": 8,
    "afronding": 5,
    "regels": {"registraties": 10, "adressen": 5, "verblijfsobjecten": 25},
    "controle": {"oordeel": "geslaagd", "doelen": 118, "kleinste_interval": 18, "oplosser": "HiGHS"},
    "grootboek": "3b5d5c3712955042212316173ccf37be800b2d4a1f7d0d1c0d6b1f2b4e0f6a55",
}


@cache
def publication(
    homes: bool = True, most: int = 0, seed: int = 6, width: float = 1.0, unpublished: tuple[str, ...] = (SOUTH,)
) -> Publication:
    """A publication at resolution 8: hexagons, the rest of larger ones, and one rest of a whole municipality.

    Args:
        homes: Whether the homes are known.
        most: Keep so many regions at most; 0 for all.
        seed: Of the numbers.
        width: The municipalities are so many times as large.
        unpublished: Municipalities of which nothing is published.
    """
    rng = np.random.default_rng(seed)
    areas = {code: _polygon(corners, width) for code, (_, corners) in MUNICIPALITIES.items()}
    regions = [
        _published(region, areas[region.gemeentecode], rng, homes)
        for code in areas
        if code not in unpublished
        for region in _regions(code, areas[code], rng)
    ]
    regions = sorted(regions, key=lambda region: region.regio_id)[: most or None]
    held = [region.gemeentecode for region in regions]
    return Publication(
        title="RNI-registraties in Gooi en Vechtstreek",
        series="proef-2026",
        peildatum=PEILDATUM,
        resolution=8,
        rounding=5,
        grant=GRANT,
        regions=tuple(regions),
        municipalities=tuple(
            MunicipalArea(code, MUNICIPALITIES[code][0], areas[code], held.count(code)) for code in areas
        ),
        certificate=CERTIFICATE,
        sources=SOURCES,
    )


def without_numbers(made: Publication) -> Publication:
    """The same publication with classes only."""
    bare = tuple(replace(region, waarde=None, dichtheid_km2=None, marge=None) for region in made.regions)
    return replace(made, regions=bare)


def given(made: Publication, **changes: str) -> Publication:
    """The same publication, given for something else."""
    return replace(made, grant=replace(made.grant, **changes))


def _polygon(corners: list[tuple[int, int]], width: float) -> Any:
    return shapely.Polygon(np.array([134000, 480400]) + width * (np.array(corners) - [134000, 480400]))


def _regions(code: str, area: Any, rng: np.random.Generator) -> list[Region]:
    """Half of the hexagons have a number of their own, the others are pooled per larger one; the last is left out."""
    west, south, east, north = area.bounds
    x, y = (part.ravel() for part in np.meshgrid(np.arange(west, east, 60.0), np.arange(south, north, 60.0)))
    there = shapely.contains_xy(area, x, y)
    cells = np.unique(grid.index(x[there], y[there], grid.RD_NEW, BASE_RESOLUTION))
    shown = grid.roll_up(cells, 8)
    chosen = {parent for parent in np.unique(shown).tolist() if rng.random() < 0.5}
    own = np.isin(shown, np.array(sorted(chosen), dtype=np.uint64))
    found = [Region(code, 8, False, tuple(sorted(cells[shown == parent].tolist()))) for parent in sorted(chosen)]
    larger = grid.roll_up(cells, 7)
    parents = np.unique(larger[~own]).tolist()
    *pooled, rest, _unpublished = (tuple(sorted(cells[~own & (larger == parent)].tolist())) for parent in parents)
    return [*found, *(Region(code, 7, True, members) for members in pooled), Region(code, MUNICIPALITY, True, rest)]


def _published(region: Region, area: Any, rng: np.random.Generator, homes: bool) -> PublishedRegion:
    hexagons = shapely.from_wkb(polygon_wkb(grid.boundaries(region.array)))
    # A millimetre wider before, and narrower after: neighbouring hexagons then share their edges exactly.
    union = shapely.union_all(shapely.set_precision(hexagons, 0.001))
    clipped = shapely.intersection(union, area)
    polygon = shapely.MultiPolygon([clipped]) if clipped.geom_type == "Polygon" else clipped
    value = 10 + 5 * int(min(rng.pareto(1.1) * 6, 120))
    density, count = value / (polygon.area / 1e6), int(25 + rng.integers(0, 900))
    return PublishedRegion(
        regio_id=region.regio_id,
        gemeentecode=region.gemeentecode,
        waarde=value,
        marge=4,
        klasse=density_class(density),
        dichtheid_km2=round(density, 1),
        verblijfsobjecten=count if homes else None,
        sdc_status=POOLED if region.pooled else PUBLISHED,
        peildatum=PEILDATUM,
        resolutie=None if region.level == MUNICIPALITY else region.level,
        cells=region.cells,
        polygon=polygon,
    )
