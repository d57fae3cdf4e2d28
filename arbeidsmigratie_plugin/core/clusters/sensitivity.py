"""Sensitivity: is the same found on a coarser and on a finer grid?

One resolution up the counts of the cells are added up per ancestor. That is not what counting the points anew would
give (7 % of Dutch addresses lie in another cell then), but it is exact for the union of the seven cells, which is as
good a partition of the same land, and it needs no points. One resolution down needs the points themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from .. import grid
from ..arrays import Flags, Floats, Integers
from .cluster import Clusters, described, robust, touching
from .hotspots import Hotspots, Method, find_hotspots
from .surface import Surface

#: Cells that are scanned again at most: 5,000 take about a minute.
_SCANNED = 5000


@dataclass(frozen=True)
class Sensitivity:
    """What other grids say of the findings; arrays as long as the surface.

    Attributes:
        coarser: One resolution up: 1 found, 0 not found, NaN for cells that are no finding and where it was not tested.
        finer: One resolution down.
    """

    coarser: Floats
    finer: Floats

    @property
    def robust(self) -> Floats:
        """Found in at least two of three: 1, 0, or NaN if that can't be told."""
        return robust(self.coarser, self.finer)

    def robust_findings(self, found: Flags) -> Floats:
        """The same for findings, NaN elsewhere.

        Args:
            found: n flags.
        """
        return np.where(found, self.robust, np.nan)


def rolled_up(surface: Surface) -> Surface:
    """The same counts one resolution coarser, per ancestor; see above.

    Args:
        surface: The cells.
    """
    cells, which = np.unique(grid.roll_up(surface.cells, surface.resolution - 1), return_inverse=True)
    known = np.isfinite(surface.cases)
    some = np.bincount(which[known], minlength=len(cells)) > 0

    def added(values: Floats) -> Floats:
        total = np.bincount(which, np.where(known, np.nan_to_num(values), 0.0), minlength=len(cells))
        return np.where(some, total, np.nan)

    return Surface(
        cells=cells,
        cases=added(surface.cases),
        population=added(surface.population),
        persons=added(surface.persons),
        inside=np.bincount(which[surface.inside], minlength=len(cells)) > 0,
        gemeentecodes=np.full(len(cells), "", dtype=object),
        resolution=surface.resolution - 1,
        peildatum=surface.peildatum,
    )


def sensitivity(found: Hotspots, finer: Optional[Surface]) -> Sensitivity:
    """Looks for the findings on other grids, with the same settings.

    Args:
        found: What was found.
        finer: The same points one resolution down, None if there are none.
    """
    nothing = np.full(len(found.surface), np.nan)
    if not found.found.any():
        return Sensitivity(nothing, nothing)
    settings = replace(found.settings, permutations=0)
    surface = found.surface
    up = find_hotspots(rolled_up(surface), settings)
    over = up.surface.positions(grid.roll_up(surface.cells, surface.resolution - 1))
    coarser = np.where(found.found & up.showable, up.found[over], np.nan)
    if finer is None or len(finer) > _most_cells(found):
        return Sensitivity(coarser, nothing)
    down = find_hotspots(finer, settings)
    hit = _owners(surface, down)
    fine = np.where(found.found & down.showable, np.isin(np.arange(len(surface)), hit), np.nan)
    return Sensitivity(coarser, fine)


def clusters_of(found: Hotspots, other: Sensitivity) -> Clusters:
    """The findings as clusters: windows of a scan as they are, other findings that touch each other dissolved.

    Args:
        found: What was found.
        other: What other grids say.
    """
    beside = (found.edge, other.coarser, other.finer, found.settings.level)
    if found.settings.method is not Method.SCAN:
        return touching(found.surface, found.found, found.q, *beside)
    windows, number = np.unique(np.where(found.found, found.window, -1), return_inverse=True)
    number = number - int(len(windows) > 0 and windows[0] < 0)
    q = np.array([found.q[number == at].min() for at in range(int(number.max(initial=-1)) + 1)])
    return described(found.surface, number, q, *beside)


def _most_cells(found: Hotspots) -> float:
    """A scan takes too long for many cells; the other tests don't."""
    return _SCANNED if found.settings.method is Method.SCAN else np.inf


def _owners(surface: Surface, down: Hotspots) -> Integers:
    """Positions of the cells that have a finding on the finer grid in them."""
    return surface.positions(grid.roll_up(down.surface.cells[down.found], surface.resolution))
