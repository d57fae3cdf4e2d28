"""What a web map says, as plain data: the published regions, the legend, and for whom it is until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, Optional
from urllib.parse import urlsplit

import numpy as np

from ...core.disclosure.publication import POOLED, Publication, PublishedRegion
from ...core.geometry import shapely_library
from ...version import version
from ..heatmap.classes import CLASSES
from ..heatmap.words import NOT_PUBLISHED, caveat, meaning
from ..map_file import Background
from .outlines import outlines

_M2_PER_KM2 = 1e6


def content(publication: Publication, background: Optional[Background]) -> dict[str, Any]:
    """Everything that is inlined in the page, JSON-ready.

    Args:
        publication: What is published.
        background: Tiles that the reader can switch on, None for none.
    """
    grant = asdict(publication.grant)
    del grant["kind"]
    return {
        "title": publication.title,
        "series": publication.series,
        "peildatum": publication.peildatum,
        "rounding": publication.rounding,
        **grant,
        "version": version(),
        "sources": list(publication.sources),
        "meaning": meaning(publication),
        "caveat": caveat(),
        "unknown": NOT_PUBLISHED,
        "numbers": all(region.waarde is not None for region in publication.regions),
        "classes": [{"label": entry.label, "color": entry.color} for entry in CLASSES],
        "municipalities": _municipalities(publication),
        "regions": list(_regions(publication)),
        "background": background and _tiles(background),
    }


def _municipalities(publication: Publication) -> list[dict[str, Any]]:
    areas = publication.municipalities
    drawn = outlines([area.polygon for area in areas])
    return [
        {"name": area.gemeentenaam, "regions": area.regions, "outline": outline} for area, outline in zip(areas, drawn)
    ]


def _regions(publication: Publication) -> Iterator[dict[str, Any]]:
    regions = publication.regions
    polygons = [region.polygon for region in regions]
    order = {area.gemeentecode: at for at, area in enumerate(publication.municipalities)}
    labels = [entry.label for entry in CLASSES]
    areas = shapely_library().area(polygons) / _M2_PER_KM2
    for region, number, area, outline in zip(regions, _numbers(regions), areas.tolist(), outlines(polygons)):
        yield {
            "id": region.regio_id,
            "municipality": order[region.gemeentecode],
            "number": number,
            "value": region.waarde,
            "margin": region.marge,
            "class": labels.index(region.klasse),
            "density": region.dichtheid_km2,
            "homes": region.verblijfsobjecten,
            "pooled": region.sdc_status == POOLED,
            "km2": round(area, 4),
            "outline": outline,
        }


def _numbers(regions: Sequence[PublishedRegion]) -> list[int]:
    """A number for each region within its municipality, from north to south: what people call it by."""
    shapely = shapely_library()
    north = shapely.get_y(shapely.centroid([region.polygon for region in regions]))
    seen: dict[str, int] = {}
    numbers = [0] * len(regions)
    for at in np.argsort(-north, kind="stable").tolist():
        code = regions[at].gemeentecode
        numbers[at] = seen[code] = seen.get(code, 0) + 1
    return numbers


def _tiles(background: Background) -> dict[str, Any]:
    return {
        "url": background.url,
        "zoom": [background.lowest_zoom, background.highest_zoom],
        "attribution": background.attribution,
        "host": urlsplit(background.url).netloc,
    }
