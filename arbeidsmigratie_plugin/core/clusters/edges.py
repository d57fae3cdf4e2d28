"""Where the surroundings of a cell have no data: a municipality without a delivery, another country, off the map."""

from __future__ import annotations

from typing import Optional

import numpy as np

from .. import grid
from ..arrays import Cells, Flags, Floats
from ..geometry import locate
from ..municipalities import Municipalities
from .neighbourhood import Around
from .surface import Surface

#: Without municipalities a cell without objects is on the map if its ancestor so many steps up has objects.
_STEPS = 2


def partly_covered(population: Floats, homes: Floats) -> Flags:
    """Cells of which some homes lie in a municipality without a delivery.

    Args:
        population: n numbers of homes for which registrations were delivered.
        homes: n numbers of all homes.
    """
    with np.errstate(invalid="ignore"):
        return np.asarray(homes > population)


def at_edge(surface: Surface, disks: Around, partly: Flags, areas: Optional[Municipalities]) -> Flags:
    """Cells of whose disk a part has no data; what is expected there goes by the rest.

    A cell that is not in the surface has no objects if it lies in a municipality that is, and is unknown elsewhere.

    Args:
        surface: The cells.
        disks: The disk of each.
        partly: Cells of which some homes have no data.
        areas: Municipalities; without them the ancestors of the cells say how far the map reaches.
    """
    unknown = np.append(~np.isfinite(surface.cases) | partly, False)
    without = unknown[disks.positions]
    absent = np.flatnonzero(disks.positions < 0)
    cells, which = np.unique(disks.absent, return_inverse=True)
    without[absent] = ~_on_map(surface, cells, areas)[which]
    return disks.any_member(without)


def _on_map(surface: Surface, cells: Cells, areas: Optional[Municipalities]) -> Flags:
    """Whether cells without objects lie where objects were counted."""
    if areas is None:
        up = max(0, surface.resolution - _STEPS)
        return np.isin(grid.roll_up(cells, up), grid.roll_up(surface.cells, up))
    present = {code for codes in set(surface.gemeentecodes.tolist()) for code in codes.split(",")}
    counted = areas.take(np.fromiter((code in present for code in areas.code), np.bool_, len(areas)))
    return np.asarray(locate(*grid.centres(cells), counted.polygons) >= 0)
