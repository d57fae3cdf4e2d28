"""Hot spots: cells around which more addresses have registrations than the homes explain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Optional

import numpy as np

from ..arrays import Flags, Floats, Integers, Text
from ..errors import PermutationsError, WorldsError
from ..limits import HIGHEST_FDR
from ..municipalities import Municipalities
from .edges import at_edge
from .getis_ord import MOST_PERMUTATIONS, USUAL_PERMUTATIONS, getis_ord, normal_tail, pooled_tail
from .intervals import SHOWN_LEVEL, ratio_interval
from .multiple import benjamini_hochberg, permutations_needed
from .neighbourhood import Around, around, sums
from .ring import FEWEST_HOMES, could_show, upper_tail
from .scan import scan
from .scan_windows import LEAST_CASES
from .standardise import assuncao_reis
from .surface import Surface

#: Fewer cells than this give no distribution to compare with (usual advice for Gi*).
FEWEST_CELLS = 30

#: A region has room for at least so many disks, or there is nothing to compare one with.
_DISKS = 2

#: Rings in which fewer cases than this are expected show only what is very unusual.
SENSIBLE_EXPECTATION = 2.0

#: Poisson counts below this have a standard deviation of more than half of them: 1 / sqrt(O) > 0.5.
_CERTAIN_FROM = 4

#: Random worlds of a scan.
USUAL_WORLDS = 999

#: Highest q of each class of findings.
Q_CLASSES = (0.01, 0.05, HIGHEST_FDR)


class Method(Enum):
    """How cells are tested."""

    RING_POISSON = "ring_poisson"
    GI_STAR = "gi_star"
    SCAN = "scan"


class Tail(Enum):
    """Where the p-values of Gi* come from."""

    PERMUTATION = "permutatie"
    NORMAL = "normaal"


class Klasse(Enum):
    """What can be said of a cell; the texts are what readers see."""

    CLEARLY = "duidelijk meer dan verwacht (q <= 1 %)"
    MORE = "meer dan verwacht (q <= 5 %)"
    POSSIBLY = "mogelijk meer dan verwacht (q <= 10 %)"
    NOTHING = "geen aantoonbare afwijking"
    TOO_FEW = "te weinig gegevens"
    UNKNOWN = "onbekend"


@dataclass(frozen=True)
class Settings:
    """How hot spots are looked for.

    Attributes:
        method: The test.
        rings: Rings around a cell that belong to its surroundings.
        fdr: False discovery rate up to which a cell is a finding, above 0 and at most HIGHEST_FDR.
        fewest_homes: A cell with fewer homes is not tested by itself; it counts in the rings of others.
        tail: Where the p-values of Gi* come from.
        permutations: Number for Gi*, and of random worlds for the scan; 0 for as many as the tests need.
        seed: Of the random numbers of both.
        level: Of the intervals.
        share: Largest share of the homes in a window of the scan.
        radius: Largest radius of a window of the scan (m).
    """

    method: Method = Method.RING_POISSON
    rings: int = 1
    fdr: float = 0.05
    fewest_homes: int = FEWEST_HOMES
    tail: Tail = Tail.PERMUTATION
    permutations: int = 0
    seed: int = 2026
    level: float = SHOWN_LEVEL
    share: float = 0.10
    radius: float = 5000.0

    def __post_init__(self) -> None:
        if not 0.0 < self.fdr <= HIGHEST_FDR:
            raise ValueError(f"fdr must be above 0 and at most {HIGHEST_FDR}")


@dataclass(frozen=True)
class Hotspots:
    """What was found; arrays as long as the surface, of which cells outside the region have no p and no q.

    Attributes:
        surface: The cells.
        settings: How they were tested.
        observed: Cases in the disk, NaN where those of the cell are unknown; of a scan in the window, if it is in one.
        expected: Cases that its homes explain, NaN where there are no homes.
        low: Lower limit of their ratio.
        high: Upper limit.
        deviate: Gi*, NaN for other methods.
        p: NaN where a cell was not tested.
        q: Benjamini-Hochberg adjusted p; of a scan p itself, which holds for all windows together.
        edge: Whether part of the disk has no data.
        permutations: That were drawn, 0 if none.
        showable: Whether anything could have been shown with so few cells and cases.
        window: The cluster of a scan to which a cell belongs, from 0, -1 for none.
        beyond: Observed minus expected in the part of the disk or window that is guard zone.
    """

    surface: Surface
    settings: Settings
    observed: Floats
    expected: Floats
    low: Floats
    high: Floats
    deviate: Floats
    p: Floats
    q: Floats
    edge: Flags
    permutations: int
    showable: bool
    window: Integers
    beyond: Floats

    @property
    def ratio(self) -> Floats:
        """Observed over expected, NaN where nothing is expected."""
        with np.errstate(invalid="ignore"):
            return np.asarray(self.observed / np.where(self.expected > 0, self.expected, np.nan))

    @property
    def tests(self) -> int:
        """Cells that were tested."""
        return int((~np.isnan(self.q)).sum())

    @property
    def found(self) -> Flags:
        """Cells that are findings."""
        with np.errstate(invalid="ignore"):
            return np.asarray(self.q <= self.settings.fdr)

    @property
    def klasse(self) -> Text:
        """The class of each cell, as readers see it."""
        texts = np.array([kind.value for kind in Klasse], dtype=object)
        nothing, too_few, unknown = len(Q_CLASSES), len(Q_CLASSES) + 1, len(Q_CLASSES) + 2
        number = np.searchsorted(Q_CLASSES, np.where(np.isnan(self.q), np.inf, self.q), side="left")
        number = np.where(np.isnan(self.q), too_few, np.minimum(number, nothing))
        return np.asarray(texts[np.where(np.isfinite(self.surface.cases), number, unknown)])

    @property
    def uncertain(self) -> Floats:
        """1 where so few cases were observed that their coefficient of variation is above one half, NaN if unknown."""
        with np.errstate(invalid="ignore"):
            return np.where(np.isnan(self.observed), np.nan, self.observed < _CERTAIN_FROM)

    @property
    def usual_expectation(self) -> float:
        """Median of what is expected around a tested cell, NaN if none was tested, or windows of all sizes were."""
        tested = ~np.isnan(self.p)
        if not tested.any() or self.settings.method is Method.SCAN:
            return float("nan")
        return float(np.median(self.expected[tested]))

    @property
    def mostly_beyond(self) -> Flags:
        """Findings of which the larger part of what is more than expected lies in the guard zone."""
        with np.errstate(invalid="ignore"):
            return self.found & np.asarray(self.beyond > 0.5 * (self.observed - self.expected))

    @property
    def only_around(self) -> Flags:
        """Findings with no more cases in the cell itself than its own homes explain."""
        with np.errstate(invalid="ignore"):
            return self.found & np.asarray(self.surface.cases <= self.surface.expected)


def find_hotspots(
    surface: Surface,
    settings: Settings,
    partly: Optional[Flags] = None,
    areas: Optional[Municipalities] = None,
) -> Hotspots:
    """Tests every cell of the region; its guard zone takes part in what is counted around a cell.

    Args:
        surface: The cells.
        settings: How they are tested.
        partly: Cells of which some homes have no data; None for none.
        areas: Municipalities, to tell where the data end.

    Raises:
        PermutationsError: With so few permutations, or random worlds, no cell could ever be a finding.
    """
    counted = surface.counted
    disks = around(surface, settings.rings)
    matrix = disks.matrix(np.ones(len(surface), dtype=np.bool_), counted)
    population = sums(matrix, surface.population, counted)
    known = np.isfinite(surface.cases)
    observed = _observed(disks, surface, known)
    expected = np.where(known & (population > 0), surface.rate * population, np.nan)
    edge = at_edge(surface, disks, np.zeros(len(surface), dtype=np.bool_) if partly is None else partly, areas)
    untested = np.full(len(surface), np.nan)
    low, high = ratio_interval(observed, expected, settings.level)
    none = np.full(len(surface), -1, dtype=np.int64)
    beyond = matrix @ _excess(surface, counted & ~surface.inside)
    found = Hotspots(
        surface, settings, observed, expected, low, high, untested, untested, untested, edge, 0, False, none, beyond
    )
    testable = np.where(counted, surface.population, 0.0) >= settings.fewest_homes
    if settings.method is Method.GI_STAR:
        return _gi_star(found, disks, testable)
    if settings.method is Method.SCAN:
        return _scan(found)
    return _ring_poisson(found, matrix, population, testable & surface.inside)


def _excess(surface: Surface, rows: Flags) -> Floats:
    """Observed minus expected in cells, 0 elsewhere."""
    return np.where(rows, surface.cases - surface.expected, 0.0)


def _observed(disks: Around, surface: Surface, known: Flags) -> Floats:
    """Cases in each disk: where there are homes if any are known, else wherever cases are known."""
    columns = surface.counted if surface.counted.any() else known
    matrix = disks.matrix(known, columns)
    return np.where(known, sums(matrix, surface.cases, columns), np.nan)


def _ring_poisson(found: Hotspots, matrix: Any, population: Floats, tested: Flags) -> Hotspots:
    surface, settings = found.surface, found.settings
    cases = float(surface.cases[surface.counted].sum())
    sizes = np.diff(matrix.indptr).astype(np.float64)
    if surface.counted.sum() < _DISKS * sizes.max(initial=1.0):  # there is no elsewhere to compare with
        return found
    if not could_show(cases, population, sizes, surface.rate, tested, settings.fdr):
        return found
    p = np.where(tested, upper_tail(found.observed, population, surface.rate), np.nan)
    return replace(found, p=p, q=benjamini_hochberg(p), showable=True)


def _gi_star(found: Hotspots, disks: Around, testable: Flags) -> Hotspots:
    """Gi* on Assuncao-Reis deviates of the cells with enough homes: the rates of the others say too little."""
    surface, settings = found.surface, found.settings
    matrix = disks.matrix(testable, testable)
    sizes = np.diff(matrix.indptr).astype(np.int64)
    tests = int((testable & surface.inside).sum())
    cells, largest = int(testable.sum()), int(sizes.max(initial=0))
    if cells < max(FEWEST_CELLS, _DISKS * largest) or not tests or not surface.cases[testable].sum() > 0:
        return found
    values = np.zeros(len(surface))
    values[testable] = assuncao_reis(surface.cases[testable], surface.population[testable])
    at = np.flatnonzero(testable)
    deviate = np.full(len(surface), np.nan)
    deviate[at] = getis_ord(values[at], matrix[at][:, at])
    drawn, p = 0, normal_tail(deviate)
    if settings.tail is Tail.PERMUTATION:
        drawn = _permutations(settings, tests)
        around_it = np.where(testable & surface.inside, matrix @ values, np.nan)
        p = pooled_tail(values[at], around_it, sizes, drawn, settings.seed)
    p = np.where(testable & surface.inside, p, np.nan)
    return replace(found, deviate=deviate, p=p, q=benjamini_hochberg(p), permutations=drawn, showable=True)


def _permutations(settings: Settings, tests: int) -> int:
    """As many permutations as a lone finding among so many tests needs."""
    needed = permutations_needed(tests, settings.fdr)
    wanted = settings.permutations or max(USUAL_PERMUTATIONS, needed)
    if wanted < needed or wanted > MOST_PERMUTATIONS:
        values = {"permutations": settings.permutations or "-", "tests": tests, "fdr": settings.fdr}
        raise PermutationsError(**values, needed=needed, most=MOST_PERMUTATIONS)
    return wanted


def _scan(found: Hotspots) -> Hotspots:
    """Kulldorff's scan: cells of a window get its figures and its p, which holds for all windows; the others get 1."""
    surface, settings = found.surface, found.settings
    worlds = _worlds(settings)
    cases = surface.cases[surface.counted].sum()
    if surface.counted.sum() < FEWEST_CELLS or cases < LEAST_CASES or not surface.inside.any():
        return found
    windows = scan(
        *surface.centres(),
        surface.cases,
        surface.population,
        share=settings.share,
        radius=settings.radius,
        replications=worlds,
        seed=settings.seed,
        centres=surface.inside,
    )
    p = np.where(surface.counted & surface.inside, 1.0, np.nan)
    number = np.full(len(surface), -1, dtype=np.int64)
    observed, expected, beyond = (values.copy() for values in (found.observed, found.expected, found.beyond))
    guard = _excess(surface, surface.counted & ~surface.inside)
    for at, window in enumerate(windows):
        rows = window.rows[surface.inside[window.rows]]
        p[rows], number[rows] = window.p, at
        observed[rows], expected[rows], beyond[rows] = window.observed, window.expected, guard[window.rows].sum()
    low, high = ratio_interval(observed, expected, settings.level)
    told = replace(found, observed=observed, expected=expected, low=low, high=high, beyond=beyond)
    return replace(told, p=p, q=p, permutations=worlds, showable=True, window=number)


def _worlds(settings: Settings) -> int:
    """Random worlds of a scan: its p is one in one more of them at least."""
    needed = permutations_needed(1, settings.fdr)
    wanted = settings.permutations or max(USUAL_WORLDS, needed)
    if wanted < needed:
        raise WorldsError(permutations=wanted, fdr=settings.fdr, needed=needed)
    return wanted
