"""What the largest likelihood ratio of a scan is by chance: the Monte-Carlo replications.

All replications are counted at once, centre after centre. Most windows can't be the best of any replication: the number
of cases that would be needed for that follows from what has been found, and comparing whole numbers is quick. The ratio
is worked out for the few that pass, so that the result is exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from ..arrays import Floats, Integers
from .scan_windows import LEAST_CASES, Places, Windows, log_likelihood_ratio

#: Numbers of cases that are held at a time, and worlds: so memory stays flat however many are asked.
_LARGEST = 20_000_000
_WORLDS = 1000

#: Replications that are drawn at a time: the generator deals out 64-bit numbers.
_DRAWN = 64

#: Expectations in the table of cases needed.
_STEPS = 2000

#: The table is renewed when the level has risen this much; a lower level only costs time.
_RISE = 0.2

#: Halvings that find a number of the table; the side that lets more pass is taken.
_HALVINGS = 40

#: Steps of the golden ratio spread the first centres over the whole area, so that the level rises soon.
_GOLDEN = 0.6180339887498949


def null_maxima(windows: Windows, total: int, replications: int, seed: int) -> Floats:
    """The largest likelihood ratio over all windows in each of r worlds with equal risk.

    In each world the cases are dealt out over the places by a multinomial draw, with the population as chances.

    Args:
        windows: The windows of the scan.
        total: Cases in all.
        replications: Number of worlds.
        seed: Of the random numbers.

    Returns:
        r ratios, 0 in a world without any window that has more cases than expected.
    """
    generator = np.random.default_rng(seed)
    room = max(1, min(_WORLDS, _LARGEST // len(windows.places)))
    parts = [
        _maxima(windows, _deal(generator, windows.places, total, min(room, replications - start)), total)
        for start in range(0, replications, room)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def _whole(total: int) -> Any:
    """The smallest type that holds one more than all cases."""
    return np.int16 if total < np.iinfo(np.int16).max else np.int32


def _deal(generator: np.random.Generator, places: Places, total: int, size: int) -> npt.NDArray[Any]:
    """Cases per place (m) in each of a number of worlds."""
    chances = places.population / places.population.sum()
    counts = np.empty((len(places), size), dtype=_whole(total))
    for start in range(0, size, _DRAWN):
        part = counts[:, start : start + _DRAWN]
        part[:] = generator.multinomial(total, chances, size=part.shape[1]).T
    return counts


def _maxima(windows: Windows, counts: npt.NDArray[Any], total: int) -> Floats:
    best = np.zeros(counts.shape[1])
    needed = _Needed(windows, total)
    for centre in _spread(windows.places.centres):
        window = windows.around(centre)
        if not len(window.places):
            continue
        inside = np.take(counts, window.places, axis=0)
        np.cumsum(inside, axis=0, dtype=inside.dtype, out=inside)
        expected = total * window.share
        least = needed.cases(expected, float(best.min()))
        least[~window.ends] = total + 1
        passed = np.flatnonzero(inside >= least.astype(counts.dtype)[:, None])
        length, world = np.divmod(passed, counts.shape[1])
        ratio = log_likelihood_ratio(inside.ravel()[passed], expected[length], total)
        np.maximum.at(best, world, ratio)
    return best


def _spread(centres: Integers) -> Iterator[int]:
    steps = np.arange(len(centres)) * _GOLDEN % 1.0
    yield from centres[np.argsort(steps, kind="stable")].tolist()


class _Needed:
    """How many cases a window needs for a likelihood ratio above a level.

    The number rises with the expectation, and is tabled for steps of it: rounding the expectation down only lets a few
    more windows pass.

    Args:
        windows: The windows of the scan.
        total: Cases in all.
    """

    def __init__(self, windows: Windows, total: int) -> None:
        lowest, highest = windows.shares()
        self._total, self._level = total, 0.0
        self._steps = total * np.geomspace(lowest, highest, _STEPS)
        self._needed = self._above(0.0)

    def cases(self, expected: Floats, level: float) -> Integers:
        """Cases needed in n windows, never more than truly needed."""
        if level >= self._level + _RISE:
            self._needed, self._level = self._above(level), level
        return np.asarray(self._needed[np.searchsorted(self._steps[1:], expected, side="right")])

    def _above(self, level: float) -> Integers:
        low, high = self._steps, np.full(_STEPS, float(self._total))
        for _ in range(_HALVINGS):
            middle = (low + high) / 2.0
            above = log_likelihood_ratio(middle, self._steps, self._total) > level
            low, high = np.where(above, low, middle), np.where(above, middle, high)
        return np.asarray(np.maximum(np.floor(low).astype(np.int64) + 1, LEAST_CASES))
