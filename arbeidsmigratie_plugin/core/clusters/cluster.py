"""Clusters as objects: findings that touch each other, with what was counted, expected and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Flags, Floats, Integers, Text
from .intervals import SHOWN_LEVEL, ratio_interval
from .neighbourhood import groups, without_bare_rim
from .scan_windows import log_likelihood_ratio
from .surface import Surface


@dataclass(frozen=True)
class Clusters:
    """k clusters in order of rank: the one that chance explains worst comes first.

    What is counted and expected is that of the own cells of a cluster, each once.

    Attributes:
        surface: The cells of which they are made.
        number: n numbers: the cluster of each cell, -1 for none.
        observed: k numbers of cases.
        expected: Cases that its homes explain.
        population: Homes.
        persons: Registrations, NaN where unknown; described, not tested.
        low: Lower limit of observed / expected. It says nothing of the choice of the cluster out of many places.
        high: Upper limit.
        evidence: Log likelihood ratio, by which they are ranked.
        q: Smallest q of its cells, or the p of a scan.
        edge: Whether part of its surroundings has no data.
        gemeentecodes: Codes of the municipalities with objects in it, ascending, joined by commas.
        coarser: Whether it is found one resolution up too: 1, 0, or NaN if that was not looked at.
        finer: The same one resolution down.
        level: Of the interval.
    """

    surface: Surface
    number: Integers
    observed: Floats
    expected: Floats
    population: Floats
    persons: Floats
    low: Floats
    high: Floats
    evidence: Floats
    q: Floats
    edge: Flags
    gemeentecodes: Text
    coarser: Floats
    finer: Floats
    level: float = SHOWN_LEVEL

    def __len__(self) -> int:
        return len(self.observed)

    @property
    def ratio(self) -> Floats:
        """Observed over expected."""
        return np.asarray(self.observed / np.where(self.expected > 0, self.expected, np.nan))

    @property
    def robust(self) -> Floats:
        """Whether it is found in at least two of three resolutions: 1, 0, or NaN if that can't be told."""
        return robust(self.coarser, self.finer)

    @property
    def size(self) -> Integers:
        """Number of cells."""
        return np.bincount(self.number[self.number >= 0], minlength=len(self)).astype(np.int64)

    def rows(self, cluster: int) -> Integers:
        """Positions in the surface of the cells of a cluster.

        Args:
            cluster: From 0 in order of rank.
        """
        return np.flatnonzero(self.number == cluster)


def robust(coarser: Floats, finer: Floats) -> Floats:
    """Whether what was found is found in two of three resolutions: 1, 0, or NaN where too few were looked at.

    Args:
        coarser: n answers one resolution up: 1, 0, or NaN if it was not looked at.
        finer: n answers one resolution down.
    """
    seen = np.nan_to_num(coarser) + np.nan_to_num(finer)
    looked = np.isfinite(coarser) & np.isfinite(finer)
    return np.asarray(np.where(seen > 0, 1.0, np.where(looked, 0.0, np.nan)))


def touching(
    surface: Surface, found: Flags, q: Floats, edge: Flags, coarser: Floats, finer: Floats, level: float = SHOWN_LEVEL
) -> Clusters:
    """Findings that touch each other, dissolved.

    A cell can be a finding through the cells around it, which are no findings or lie outside the region. So that a
    cluster has in itself what is said of it, cells without a case of their own are taken off its rim, and findings
    that together have no more than expected (see supported) are no cluster: they stay findings 'in and around'.

    Args:
        surface: The cells.
        found: n flags.
        q: n adjusted p-values.
        edge: n flags: part of the surroundings has no data.
        coarser: n answers of the sensitivity run, see Clusters.
        finer: n answers.
        level: Of the intervals.
    """
    kept = without_bare_rim(surface, found, ~(np.nan_to_num(surface.cases) > 0))
    number, _ = supported(surface, groups(surface, kept), level)
    return described(surface, number, _per_group(number, q, np.fmin), edge, coarser, finer, level)


def supported(surface: Surface, number: Integers, level: float = SHOWN_LEVEL) -> tuple[Integers, Flags]:
    """Groups of cells that have more cases of their own than expected: with a lower limit of the ratio above one.

    Args:
        surface: The cells.
        number: n numbers: the group of each cell from 0, -1 for none.
        level: Of the interval.

    Returns:
        n numbers of the groups that are left, in the same order; and for each group whether it is.
    """
    k = int(number.max(initial=-1)) + 1
    observed = _total(number, surface.cases, surface.counted, k)
    expected = _total(number, surface.expected, surface.counted, k)
    low, _ = ratio_interval(observed, expected, level)
    with np.errstate(invalid="ignore"):
        kept = np.asarray(low > 1.0)
    place = np.full(k + 1, -1, dtype=np.int64)
    place[:-1][kept] = np.arange(int(kept.sum()))
    return place[number], kept


def described(
    surface: Surface,
    number: Integers,
    q: Floats,
    edge: Flags,
    coarser: Floats,
    finer: Floats,
    level: float = SHOWN_LEVEL,
) -> Clusters:
    """Clusters of cells, however they were found.

    Args:
        surface: The cells.
        number: n numbers: the cluster of each cell from 0, -1 for none.
        q: k adjusted p-values, one per cluster.
        edge: n flags: part of the surroundings of the cell has no data.
        coarser: n answers of the sensitivity run, see Clusters.
        finer: n answers.
        level: Of the intervals.
    """
    counted = surface.counted
    observed, population = (_total(number, values, counted, len(q)) for values in (surface.cases, surface.population))
    expected = population * surface.rate
    evidence = log_likelihood_ratio(observed, expected, float(surface.cases[counted].sum()))
    order = np.lexsort((np.arange(len(q)), -observed, -evidence))
    place = np.empty(len(q) + 1, dtype=np.int64)
    place[order], place[-1] = np.arange(len(q)), -1
    ranked = place[number]
    low, high = ratio_interval(observed, expected, level)
    persons = _total(number, surface.persons, np.isfinite(surface.persons), len(q))
    return Clusters(
        surface=surface,
        number=ranked,
        observed=observed[order],
        expected=expected[order],
        population=population[order],
        persons=persons[order],
        low=low[order],
        high=high[order],
        evidence=evidence[order],
        q=q[order],
        edge=_per_group(ranked, edge.astype(np.float64), np.fmax, len(q)) > 0,
        gemeentecodes=_municipalities(surface, ranked, len(q)),
        coarser=_per_group(ranked, coarser, np.fmax, len(q)),
        finer=_per_group(ranked, finer, np.fmax, len(q)),
        level=level,
    )


def _total(number: Integers, values: Floats, counted: Flags, k: int) -> Floats:
    rows = counted & (number >= 0)
    return np.bincount(number[rows], values[rows], minlength=k).astype(np.float64)


def _per_group(number: Integers, values: Floats, how: np.ufunc, k: int = -1) -> Floats:
    """The smallest or largest known value of each group, NaN if none is known."""
    out = np.full(int(number.max(initial=-1)) + 1 if k < 0 else k, np.nan)
    rows = number >= 0
    how.at(out, number[rows], values[rows])
    return out


def _municipalities(surface: Surface, number: Integers, k: int) -> Text:
    found: list[set[str]] = [set() for _ in range(k)]
    for at in np.flatnonzero(number >= 0).tolist():
        found[number[at]].update(surface.gemeentecodes[at].split(","))
    out = np.empty(k, dtype=object)
    out[:] = [",".join(sorted(codes - {""})) for codes in found]
    return out
