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

#: A cell that is not in the surface is a gap in it, such as water or woods, if so many of its six neighbours are. A
#: cell across a straight border has two or three, in a corner of a winding one four: those are not told from a gap.
_SURROUNDED = 5


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

    A cell that is not in the surface has no objects where everything was counted: in a municipality of the region that
    is in the surface. Of other municipalities often only a strip was counted, and without municipalities nobody knows
    how far the counts reach; a cell has no objects there if almost all around it is in the surface. Elsewhere it is
    unknown. So there is rather an edge too many than one too few.

    Args:
        surface: The cells.
        disks: The disk of each.
        partly: Cells of which some homes have no data.
        areas: Municipalities; None if they are not known.
    """
    unknown = np.append(~np.isfinite(surface.cases) | partly, False)
    without = unknown[disks.positions]
    absent = np.flatnonzero(disks.positions < 0)
    cells, which = np.unique(disks.absent, return_inverse=True)
    without[absent] = ~_without_objects(surface, cells, areas)[which]
    return disks.any_member(without)


def _without_objects(surface: Surface, cells: Cells, areas: Optional[Municipalities]) -> Flags:
    """Which cells that are not in the surface have no objects; of the others nothing is known."""
    gap = _surrounded(surface, cells)
    if areas is None:
        return gap
    present = {code for codes in set(surface.gemeentecodes.tolist()) for code in codes.split(",")}
    counted = areas.take(np.fromiter((code in present for code in areas.code), np.bool_, len(areas)))
    whole = np.fromiter((surface.region is None or code in surface.region for code in counted.code), np.bool_)
    at = locate(*grid.centres(cells), counted.polygons)
    return np.asarray((at >= 0) & (np.append(whole, False)[at] | gap))


def _surrounded(surface: Surface, cells: Cells) -> Flags:
    """Cells of which at least so many neighbours are in the surface, and known."""
    around = grid.neighbours(cells)
    known = np.append(np.isfinite(surface.cases), False)[surface.positions(around.members)]
    owner = np.repeat(np.arange(len(cells)), np.diff(around.starts))
    return np.asarray(np.bincount(owner[known], minlength=len(cells)) >= _SURROUNDED)
