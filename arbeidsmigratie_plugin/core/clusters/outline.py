"""The outlines of clusters as polygons."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .. import grid
from ..arrays import Cells, Integers
from ..geometry import shapely_library


def outlines(cells: Cells, number: Integers, k: int) -> npt.NDArray[np.object_]:
    """Cells dissolved into k Shapely polygons or multipolygons in RD New.

    Args:
        cells: n H3 cells of one resolution.
        number: n numbers of the polygon to which they belong, -1 for none.
        k: Number of polygons.
    """
    out = np.empty(k, dtype=object)
    out[:] = [_dissolved(cells[number == at]) for at in range(k)]
    return out


def _dissolved(cells: Cells) -> Any:
    """H3 knows which sides cells share: no slivers, whatever the coordinates."""
    shapely = shapely_library()
    shape = grid.h3_library().cells_to_h3shape(cells.tolist(), tight=False)
    parts = [shapely.Polygon(_ring(part.outer), [_ring(hole) for hole in part.holes]) for part in shape]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def _ring(vertices: Any) -> npt.NDArray[np.float64]:
    degrees = np.array(vertices, dtype=np.float64)
    return np.column_stack(grid.to_rd(degrees[:, 1], degrees[:, 0]))
