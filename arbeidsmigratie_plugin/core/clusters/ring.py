"""The ring test: are there more addresses with registrations around here than the homes explain?"""

from __future__ import annotations

import numpy as np

from ..arrays import Flags, Floats

#: Above this share of the homes a Poisson count is too wide, and the binomial takes its place.
BINOMIAL_ABOVE = 0.05

#: The fewest homes of a cell that is tested by itself.
FEWEST_HOMES = 5


def upper_tail(observed: Floats, population: Floats, rate: float) -> Floats:
    """The exact probability of as many cases or more, were the rate everywhere the same; one-sided.

    P(X >= O) with X ~ Poisson(rate B); with X ~ binomial(B, rate) where the rate is above 5 %.

    Args:
        observed: n counts O.
        population: n populations B.
        rate: Cases per member of the population.

    Returns:
        n probabilities, NaN where nothing is expected.
    """
    from scipy.special import betainc, gammainc

    expected = rate * population
    if rate > BINOMIAL_ABOVE:
        # With O > B nothing is left: the surface sees to it that a cell has no more cases than homes.
        rest = np.maximum(population - observed + 1.0, 1.0)
        tail = betainc(np.maximum(observed, 1.0), rest, min(rate, 1.0))
    else:
        tail = gammainc(np.maximum(observed, 1.0), np.maximum(expected, 0.0))
    return np.where(expected > 0, np.where(observed > 0, tail, 1.0), np.nan)


def could_show(cases: float, population: Floats, sizes: Floats, rate: float, tested: Flags, level: float) -> bool:
    """Whether anything could be shown at all: whether all cases in one place would be a finding.

    All cells of that place then have the same smallest p, and are findings together if p <= level k / m, with k the
    cells of the place and m the tests (Benjamini-Hochberg).

    Args:
        cases: All cases there are.
        population: n populations of the disks.
        sizes: n numbers of cells in the disks.
        rate: Cases per member of the population.
        tested: n flags.
        level: False discovery rate.
    """
    if not tested.any() or not cases > 0:
        return False
    smallest = upper_tail(np.minimum(np.full(len(population), cases), population), population, rate)
    return bool((smallest[tested] <= level * sizes[tested] / tested.sum()).any())
