"""Sensitivity: is the same found on a coarser and on a finer grid?

One resolution up the counts of the cells are added up per ancestor. That is not what counting the points anew would
give (7 % of Dutch addresses lie in another cell then), but it is exact for the union of the seven cells, which is as
good a partition of the same land, and it needs no points. One resolution down needs the points themselves.

A cell on another grid may be a finding through what lies around it, such as another cluster. So it confirms a finding
only if it has more cases of its own than expected, with a lower limit of the ratio above one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from .. import grid
from ..arrays import Cells, Flags, Floats
from ..errors import PermutationsError
from .cluster import Clusters, described, robust, supported, touching
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
        refused: Resolutions at which the settings could not serve as many tests: nothing is known of them.
    """

    coarser: Floats
    finer: Floats
    refused: tuple[int, ...] = ()

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
    grids = (rolled_up(found.surface), None if finer is None or len(finer) > _most_cells(found) else finer)
    coarser, down = (_on(other, found) for other in grids)
    refused = tuple(
        other.resolution for other, seen in zip(grids, (coarser, down)) if other is not None and seen is None
    )
    return Sensitivity(nothing if coarser is None else coarser, nothing if down is None else down, refused)


def _on(other: Optional[Surface], found: Hotspots) -> Optional[Floats]:
    """For each finding whether another grid shows it too; None if that grid can't be tested with these settings."""
    if other is None:
        return None
    try:
        there = find_hotspots(other, replace(found.settings, permutations=0))
    except PermutationsError:
        return None
    return np.where(found.found & there.showable, _confirmed(found.surface.cells, there), np.nan)


def _confirmed(cells: Cells, there: Hotspots) -> Flags:
    """Which cells are found on another grid too, in places that have more cases of their own than expected.

    Args:
        cells: n cells, ascending.
        there: What was found on the grid one resolution up or down.
    """
    other = there.surface
    shared = min(other.resolution, int(grid.resolutions(cells[:1])[0]))
    number = np.full(len(other), -1, dtype=np.int64)
    places, number[there.found] = np.unique(grid.roll_up(other.cells[there.found], shared), return_inverse=True)
    _, kept = supported(other, number, there.settings.level)
    return np.asarray(np.isin(grid.roll_up(cells, shared), places[kept]))


def clusters_of(found: Hotspots, other: Sensitivity) -> Clusters:
    """The findings as clusters: windows of a scan as they are, other findings that touch each other dissolved.

    A window of which the part in the region has no more than expected is no cluster; its cells stay findings.

    Args:
        found: What was found.
        other: What other grids say.
    """
    beside = (found.edge, other.coarser, other.finer, found.settings.level)
    if found.settings.method is not Method.SCAN:
        return touching(found.surface, found.found, found.q, *beside)
    windows, number = np.unique(np.where(found.found, found.window, -1), return_inverse=True)
    number = number - int(len(windows) > 0 and windows[0] < 0)
    number, _ = supported(found.surface, number, found.settings.level)
    q = np.array([found.q[number == at].min() for at in range(int(number.max(initial=-1)) + 1)])
    return described(found.surface, number, q, *beside)


def _most_cells(found: Hotspots) -> float:
    """A scan takes too long for many cells; the other tests don't."""
    return _SCANNED if found.settings.method is Method.SCAN else np.inf
