"""Rates of rare events in small areas."""

from __future__ import annotations

import numpy as np

from .arrays import Floats, Integers


def crude_rate(cases: Integers, population: Integers) -> Floats:
    """Cases per member of the population, NaN where the population is zero or unknown (negative).

    Args:
        cases: n counts.
        population: n counts.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(population > 0, cases / population, np.nan)


def empirical_bayes(cases: Integers, population: Integers) -> Floats:
    """Marshall's global empirical Bayes rate: small areas are drawn towards the overall rate.

    With b the population, r the crude rate, m = sum(cases) / sum(b) and s2 = max(0, sum(b (r - m)2) / sum(b) -
    m / mean(b)), the rate is w r + (1 - w) m with w = s2 / (s2 + m / b).
    Source: R.J. Marshall, Mapping disease and mortality rates using empirical Bayes estimators, Journal of the
    Royal Statistical Society C 40 (1991) 283-294.

    Args:
        cases: n counts.
        population: n counts; areas without population take no part.

    Returns:
        n rates, NaN where the population is zero or unknown.
    """
    out = np.full(len(cases), np.nan)
    counted = population > 0
    if not counted.any():
        return out
    a, b = cases[counted].astype(np.float64), population[counted].astype(np.float64)
    rate, mean = a / b, a.sum() / b.sum()
    variance = max(0.0, float((b * (rate - mean) ** 2).sum() / b.sum() - mean / b.mean()))
    weight = variance / (variance + mean / b) if mean > 0 else np.zeros_like(b)
    out[counted] = weight * rate + (1.0 - weight) * mean
    return out
