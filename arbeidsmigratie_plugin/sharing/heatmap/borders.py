"""Municipal borders and what of a municipality is not published, as GeoJSON: both follow from what is published."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from ...core import grid
from ...core.disclosure.package import BORDER, REST
from ...core.disclosure.publication import MunicipalArea, Publication
from ...core.geometry import shapely_library

#: Hexagons do not always share their edges to the last digit; what is left between them is no area (m, m2).
_SEAM, _SLIVER = 0.5, 1_000.0

#: Of a degree: a centimetre.
_DIGITS = 7


def borders(publication: Publication) -> str:
    """GeoJSON (RFC 7946): a feature for each municipality, and one for what of it is not published.

    Args:
        publication: What is shared.
    """
    features = [
        _feature(area, soort, shape)
        for soort, shapes in (
            (BORDER, [area.polygon for area in publication.municipalities]),
            (REST, [_unpublished(publication, area) for area in publication.municipalities]),
        )
        for area, shape in zip(publication.municipalities, shapes)
        if not shape.is_empty
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))


def _unpublished(publication: Publication, area: MunicipalArea) -> Any:
    """What of a municipality no published region covers."""
    shapely = shapely_library()
    shown = [region.polygon for region in publication.regions if region.gemeentecode == area.gemeentecode]
    covered = shapely.buffer(shapely.union_all(shown), _SEAM, join_style="mitre")
    parts = shapely.get_parts(shapely.get_parts(shapely.difference(area.polygon, covered)))
    return shapely.union_all(parts[shapely.area(parts) > _SLIVER])


def _feature(area: MunicipalArea, soort: str, shape: Any) -> dict[str, Any]:
    shapely = shapely_library()

    def to_degrees(xy: Any) -> Any:
        return np.round(np.column_stack(grid.to_lonlat(xy[:, 0], xy[:, 1], grid.RD_NEW)), _DIGITS)

    degrees = shapely.reverse(shapely.normalize(shapely.transform(shape, to_degrees)))  # outer rings counter-clockwise
    return {
        "type": "Feature",
        "properties": {
            "gemeentecode": area.gemeentecode,
            "gemeentenaam": area.gemeentenaam,
            "soort": soort,
            "gebieden": area.regions,
        },
        "geometry": json.loads(shapely.to_geojson(degrees)),
    }
