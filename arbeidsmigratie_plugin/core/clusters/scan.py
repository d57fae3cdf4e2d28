"""Kulldorff's spatial scan: the few areas with more cases than their population explains, tested as a whole.

A circle moves over all centres and grows at each; the circle in which the number of cases is least explained by equal
risk is the most likely cluster, and random worlds tell how often chance gives one like it. One p-value holds for the
whole area looked at, however many circles there are.
Sources: M. Kulldorff, A spatial scan statistic, Communications in Statistics - Theory and Methods 26 (1997)
1481-1496; for p = rank / (R + 1), M. Dwass, Modified randomization tests for nonparametric hypotheses, Annals of
Mathematical Statistics 28 (1957) 181-187.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..arrays import Flags, Floats, Integers
from .scan_null import null_maxima
from .scan_windows import LEAST_CASES, Places, Window, Windows, log_likelihood_ratio, places_of

#: Likelihood ratios nearer to each other than this are equal but for rounding.
_EQUAL = 1e-9


@dataclass(frozen=True)
class ScanCluster:
    """One cluster of a scan.

    Attributes:
        rows: Positions of its cells, ascending.
        observed: Cases in it.
        expected: Cases in it if the risk were the same everywhere.
        ratio: Observed per expected.
        llr: Log-likelihood ratio.
        p: Chance of a best cluster at least as strong anywhere in the area if the risk were the same everywhere; NaN
            without replications.
        radius_m: Distance from the centre to the farthest cell (m); 0 for one cell.
        centre: Position of the cell in the middle.
    """

    rows: Integers
    observed: float
    expected: float
    ratio: float
    llr: float
    p: float
    radius_m: float
    centre: int


def scan(
    x: Floats,
    y: Floats,
    cases: Floats,
    population: Floats,
    *,
    share: float = 0.10,
    radius: float = 5000.0,
    replications: int = 999,
    seed: int = 1,
    at_most: int = 20,
    usable: Optional[Flags] = None,
    centres: Optional[Flags] = None,
) -> list[ScanCluster]:
    """The most likely cluster and, in the order of strength, those that share no cell with a stronger one.

    Windows are circles around the centroid of a cell that hold the cells whose centroid they reach; cells at the same
    distance enter together. A cell with more than the largest share of the population is in no window. Only windows
    with more cases than expected, and at least two, count.
    Weaker clusters are listed as in SaTScan's 'no geographical overlap', here: without a cell in common. They are
    measured against the strongest cluster of each random world, so that their p is rather too large than too small.
    The result depends on neither the order of the cells nor the number of processors.

    Args:
        x: n eastings of centroids (m, EPSG:28992 or another plane).
        y: n northings of centroids (m).
        cases: n counts; a cell of which they are unknown (NaN) takes no part.
        population: n counts of those that could be a case; a cell of which it is unknown or zero takes no part.
        share: Largest share of the population of all cells that take part in a window, above 0 and at most 1.
        radius: Largest radius of a window (m); infinity for none.
        replications: Random worlds for the p-values; the smallest p possible is one in replications + 1.
        seed: Of the random numbers.
        at_most: Clusters that are returned.
        usable: n flags of the cells that take part.
        centres: n flags of the cells that may be the centre of a window: others only fill windows.

    Returns:
        Clusters, the strongest first, significant or not; none where there are fewer than two cases or places.

    Raises:
        ValueError: The share or the radius is out of range.
    """
    if not (0.0 < share <= 1.0 and radius > 0.0):
        raise ValueError("share must be above 0 and at most 1, radius above 0")
    places = places_of(x, y, cases, population, usable, centres)
    if len(places) < 2 or places.cases.sum() < LEAST_CASES:
        return []
    windows = Windows(places, share, radius)
    found = _strongest(windows, at_most)
    if not found:
        return []
    null = null_maxima(windows, round(float(places.cases.sum())), replications, seed)
    return [_cluster(places, best, null) for best in found]


@dataclass(frozen=True)
class _Found:
    """A window that is a cluster.

    Attributes:
        centre: Place in the middle.
        places: Places in it.
        llr: Log-likelihood ratio.
        radius: Distance to the farthest place (m).
        share: Share of the population.
    """

    centre: int
    places: Integers
    llr: float
    radius: float
    share: float


class _Search:
    """The strongest window around each centre that has no place of a cluster found before.

    Args:
        windows: All windows.
    """

    def __init__(self, windows: Windows) -> None:
        self._windows, self._places = windows, windows.places
        self._centres = windows.places.centres
        self._total = float(windows.places.cases.sum())
        self._taken = np.zeros(len(windows.places), dtype=np.bool_)
        self._llr = np.zeros(len(self._centres))
        self._length = np.zeros(len(self._centres), dtype=np.int64)
        self._radius = np.zeros(len(self._centres))
        self._look(np.arange(len(self._centres)))

    def next(self) -> Optional[_Found]:
        """The strongest window left, None if none has more cases than expected.

        Of equals it is the smallest, and of these the first in the order of the places.
        """
        if not (self._llr > 0.0).any():
            return None
        equals = np.flatnonzero(self._llr >= self._llr.max() * (1.0 - _EQUAL))
        at = int(equals[np.argmin(self._radius[equals])])
        window = self._windows.around(int(self._centres[at]))
        last = int(self._length[at]) - 1
        found = _Found(
            centre=int(self._centres[at]),
            places=window.places[: last + 1],
            llr=float(self._llr[at]),
            radius=float(window.distance[last]),
            share=float(window.share[last]),
        )
        self._take(found.places)
        return found

    def _take(self, places: Integers) -> None:
        self._taken[places] = True
        touched = self._windows.distance(self._centres, places) <= self._radius * (1.0 + _EQUAL)
        self._look(np.flatnonzero(touched & (self._llr > 0.0)))

    def _look(self, which: Integers) -> None:
        for at, centre in zip(which.tolist(), self._centres[which].tolist()):
            window = self._windows.around(centre)
            ratio = self._ratios(window)
            last = int(np.argmax(ratio)) if len(ratio) else 0
            self._llr[at] = ratio[last] if len(ratio) else 0.0
            self._length[at] = last + 1
            self._radius[at] = window.distance[last] if len(ratio) else 0.0

    def _ratios(self, window: Window) -> Floats:
        """Ratios of the windows around a centre that have no taken place, 0 where they have too few cases."""
        held = np.flatnonzero(self._taken[window.places])
        free = int(held[0]) if len(held) else len(window.places)
        inside = np.cumsum(self._places.cases[window.places[:free]])
        ratio = log_likelihood_ratio(inside, self._total * window.share[:free], self._total)
        ratio[(inside < LEAST_CASES) | ~window.ends[:free]] = 0.0
        return ratio


def _strongest(windows: Windows, at_most: int) -> list[_Found]:
    search = _Search(windows)
    found: list[_Found] = []
    while len(found) < at_most:
        one = search.next()
        if one is None:
            break
        found.append(one)
    return found


def _cluster(places: Places, found: _Found, null: Floats) -> ScanCluster:
    observed = float(places.cases[found.places].sum())
    expected = float(places.cases.sum()) * found.share
    stronger = int((null >= found.llr - _EQUAL).sum())
    return ScanCluster(
        rows=places.cells(found.places),
        observed=observed,
        expected=expected,
        ratio=observed / expected,
        llr=found.llr,
        p=(stronger + 1) / (len(null) + 1) if len(null) else float("nan"),
        radius_m=found.radius,
        centre=int(places.centre_rows[found.centre]),
    )
