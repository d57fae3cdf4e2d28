"""What lies across the national border, as a layer: there are no Dutch registers there, so all is unknown."""

from __future__ import annotations

from typing import Optional

from ...core.clusters.abroad import ForeignAreas
from ...core.geometry import shapely_library, to_wkb
from ...core.municipalities import Municipalities
from ...core.tables import Column, Table
from ..styles import style

ABROAD = "buitenland"

#: So much of other countries is shown around the region (m).
_SHOWN = 3000.0


def foreign_table(areas: ForeignAreas, region: Municipalities) -> Optional[Table]:
    """The strip across the border, None if none lies near.

    Args:
        areas: Municipalities or districts of other countries.
        region: Municipalities of the region.
    """
    shapely = shapely_library()
    home = shapely.union_all(region.polygons)
    strip = shapely.difference(shapely.box(*home.buffer(_SHOWN).bounds), home)
    cut = shapely.intersection(areas.polygons, strip)
    rows = [at for at, shape in enumerate(cut) if shape is not None and shape.area > 0]
    if not rows:
        return None
    columns = (
        Column("naam", "text", areas.name[rows]),
        Column("land", "text", areas.land[rows]),
        Column("toelichting", "text", ["Buiten Nederland: aantallen onbekend, geen nul."] * len(rows)),
    )
    return Table(
        name=ABROAD,
        columns=columns,
        geometry="MultiPolygon",
        wkb=to_wkb(cut[rows]),
        description="Over de landsgrens: geen Nederlandse registers, dus onbekend.",
        style=style(ABROAD),
    )
