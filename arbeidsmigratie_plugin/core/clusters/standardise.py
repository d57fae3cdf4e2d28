"""Rates made comparable between areas with few and with many members."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats


def assuncao_reis(cases: Floats, population: Floats) -> Floats:
    """Empirical-Bayes standardised rates: how far each rate lies from the overall one, in its own standard deviations.

    With b the population, y the crude rate, r = sum(e) / sum(b) and s2 = sum(b (y - r)2) / sum(b), the deviate is
    z = (y - r) / sqrt(v) with v = A + r / b and A = s2 - r / mean(b); v = r / b where A is negative.
    Source: R.M. Assuncao and E.A. Reis, A new proposal to adjust Moran's I for population density, Statistics in
    Medicine 18 (1999) 2147-2162.

    Args:
        cases: n counts e.
        population: n populations, all above zero.

    Returns:
        n deviates, zeros where there are no cases at all.
    """
    if not cases.sum() > 0:
        return np.zeros(len(cases))
    rate, mean = cases / population, float(cases.sum() / population.sum())
    spread = float((population * (rate - mean) ** 2).sum() / population.sum())
    between = max(0.0, spread - mean / float(population.mean()))
    return np.asarray((rate - mean) / np.sqrt(between + mean / population))
