"""Holiday parks of an earlier run."""

from __future__ import annotations

import numpy as np

from ..core.arrays import text
from ..core.errors import FieldMissingError, GeometryTypeError
from ..core.geometry import polygons_to_rd, shapely_library
from ..core.names import find_fields
from ..core.phrases import phrase
from ..core.signals.park_ids import Earlier
from .vector import Layer

_SURFACE = 2


def read_earlier(layer: Layer) -> Earlier:
    """Outlines and identifiers of parks, in RD New.

    Args:
        layer: The output of 'vakantieparken'.

    Raises:
        FieldMissingError: The layer lacks the identifier.
        GeometryTypeError: The geometries are no polygons.
        CrsMissingError: The layer has no coordinate reference system.
    """
    named = find_fields(layer.fields, {"park_id": ("park_id",)})
    if not named:
        remedy = phrase("Give the output of an earlier run of 'vakantieparken'.")
        raise FieldMissingError(layer=layer.label, field="park_id", found=", ".join(layer.fields), remedy=remedy)
    crs = layer.crs()
    ids, polygons = [np.empty(0, dtype=object)], [np.empty(0, dtype=object)]
    for chunk in layer.chunks([named["park_id"]]):
        ids.append(text(chunk.columns[named["park_id"]]))
        polygons.append(polygons_to_rd(chunk.wkb, crs))
    outlines = np.concatenate(polygons)
    if not np.isin(shapely_library().get_dimensions(outlines), (-1, _SURFACE)).all():
        raise GeometryTypeError(
            layer=layer.label, found=phrase("points or lines"), expected=phrase("polygons of parks")
        )
    return Earlier(np.concatenate(ids), outlines)
