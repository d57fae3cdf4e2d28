"""The circular windows of a spatial scan, and the likelihood ratio that ranks them.

A window is a centre with its nearest places, grown one distance at a time up to a share of the population and a radius.
Cells at one position are one place: no circle can tell them apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..arrays import Flags, Floats, Integers

#: A window with fewer cases is no cluster, in the data and in the replications alike: the default of SaTScan
#: ("minimum number of cases in clusters for high rates") and of smerc (min.cases).
LEAST_CASES = 2

#: Distances and sums of the population that differ less than this, relatively, are equal but for rounding.
_ROUNDING = 1e-9


def log_likelihood_ratio(observed: npt.NDArray[Any], expected: npt.NDArray[Any], total: float) -> Floats:
    """Kulldorff's log-likelihood ratio of the Poisson model, for more cases than expected.

    With c observed and E expected cases in a window and C in all, it is c ln(c / E) + (C - c) ln((C - c) / (C - E))
    where c > E, and 0 elsewhere.
    Source: M. Kulldorff, A spatial scan statistic, Communications in Statistics - Theory and Methods 26 (1997)
    1481-1496.

    Args:
        observed: n counts of cases inside.
        expected: n expectations under equal risk, above zero.
        total: Cases in all.

    Returns:
        n ratios, none below zero.
    """
    c, e = np.asarray(observed, dtype=np.float64), np.asarray(expected, dtype=np.float64)
    out = np.zeros(np.broadcast(c, e).shape)
    more = np.broadcast_to(c > e * (1.0 + _ROUNDING), out.shape)
    c, e = np.broadcast_to(c, out.shape)[more], np.broadcast_to(e, out.shape)[more]
    outside = np.maximum(total - c, 0.0)
    ratio = np.divide(outside, total - e, out=np.ones_like(c), where=outside > 0.0)
    out[more] = c * np.log(c / e) + outside * np.log(ratio)
    return np.maximum(out, 0.0)


@dataclass(frozen=True)
class Places:
    """The different positions of the cells that take part, in the order of x and then y.

    The order does not depend on that of the cells, and so neither do random numbers that are dealt out along it.

    Attributes:
        x: m eastings (m).
        y: m northings (m).
        cases: m counts.
        population: m counts, above zero.
        centres: Places that may be the centre of a window.
        rows: Positions of the cells, place after place.
        starts: m + 1 positions in rows where each place starts.
        centre_rows: m positions of the first cell of a place that may be a centre, -1 where there is none.
    """

    x: Floats
    y: Floats
    cases: Floats
    population: Floats
    centres: Integers
    rows: Integers
    starts: Integers
    centre_rows: Integers

    def __len__(self) -> int:
        return len(self.x)

    def cells(self, places: Integers) -> Integers:
        """Positions of the cells at these places, in ascending order."""
        return np.sort(np.concatenate([self.rows[self.starts[p] : self.starts[p + 1]] for p in places.tolist()]))


def places_of(
    x: Floats, y: Floats, cases: Floats, population: Floats, usable: Optional[Flags], centres: Optional[Flags]
) -> Places:
    """The places of the cells that can take part.

    Args:
        x: n eastings (m).
        y: n northings (m).
        cases: n counts; a cell of which they are unknown (NaN or negative) takes no part.
        population: n counts; a cell of which it is unknown or zero takes no part, nor do its cases.
        usable: n flags of cells that may take part; without it all may.
        centres: n flags of cells that may be the centre of a window; without it all may.
    """
    x, y, cases, population = (np.asarray(v, dtype=np.float64) for v in (x, y, cases, population))
    known = np.isfinite(x) & np.isfinite(y) & np.isfinite(cases) & np.isfinite(population)
    known &= np.where(known, cases, -1.0) >= 0.0
    known &= np.where(known, population, 0.0) > 0.0
    if usable is not None:
        known &= usable
    rows = np.flatnonzero(known)
    spots, at = np.unique(x[rows] + 1j * y[rows], return_inverse=True)
    order = np.argsort(at, kind="stable")
    starts = np.searchsorted(at[order], np.arange(len(spots) + 1))
    centre_rows = np.full(len(spots), -1, dtype=np.int64)
    allowed = np.arange(len(rows)) if centres is None else np.flatnonzero(centres[rows])
    centre_rows[at[allowed[::-1]]] = rows[allowed[::-1]]
    return Places(
        x=spots.real.copy(),
        y=spots.imag.copy(),
        cases=_sums(at, cases[rows], len(spots)),
        population=_sums(at, population[rows], len(spots)),
        centres=np.flatnonzero(centre_rows >= 0),
        rows=rows[order],
        starts=starts,
        centre_rows=centre_rows,
    )


def _sums(groups: Integers, values: Floats, number: int) -> Floats:
    return np.bincount(groups, weights=values, minlength=number).astype(np.float64)


@dataclass(frozen=True)
class Window:
    """The windows around one centre: the first places, for each length at which one may end.

    Attributes:
        places: k places, the nearest first.
        distance: k distances to the centre (m), ascending.
        share: k shares of the whole population in the places up to here.
        ends: Whether a window may end here: not between places at one distance.
    """

    places: Integers
    distance: Floats
    share: Floats
    ends: Flags


class Windows:
    """All windows, made anew for each centre that is asked: listing them would take memory with their number.

    Args:
        places: m places.
        share: Largest share of the population in a window.
        radius: Largest distance from the centre to a place in a window (m).
    """

    def __init__(self, places: Places, share: float, radius: float) -> None:
        from scipy.spatial import cKDTree

        self.places, self._largest = places, share * (1.0 + _ROUNDING)
        self._xy = np.column_stack([places.x, places.y]) - (places.x.min(), places.y.min())
        self._reach = min(radius, float(np.hypot(*self._xy.max(axis=0)))) * (1.0 + _ROUNDING)
        self._shares = places.population / places.population.sum()
        self._tree: Any = cKDTree(self._xy)

    def shares(self) -> tuple[float, float]:
        """Between what shares of the population all windows are."""
        lowest = float(self._shares.min()) * (1.0 - _ROUNDING)
        return lowest, max(lowest, self._largest)

    def around(self, centre: int) -> Window:
        """The windows around a place; none if it has a larger share of the population than a window may have."""
        near = np.array(self._tree.query_ball_point(self._xy[centre], self._reach, return_sorted=True), dtype=np.int64)
        distance = np.hypot(*(self._xy[near] - self._xy[centre]).T)
        order = np.argsort(distance, kind="stable")
        near, distance = near[order], distance[order]
        share = np.cumsum(self._shares[near])
        ends = np.ones(len(near), dtype=np.bool_)
        ends[:-1] = np.diff(distance) > _ROUNDING * distance[1:]
        fits = int(np.searchsorted(share, self._largest, side="right"))
        return Window(near[:fits], distance[:fits], share[:fits], ends[:fits])

    def distance(self, places: Integers, others: Integers) -> Floats:
        """Distance of each place to the nearest of others (m)."""
        from scipy.spatial import cKDTree

        return np.asarray(cKDTree(self._xy[others]).query(self._xy[places])[0])
