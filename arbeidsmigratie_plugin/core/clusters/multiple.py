"""Many tests at once: how many of the cells that stand out would do so by chance."""

from __future__ import annotations

import numpy as np

from ..arrays import Floats


def benjamini_hochberg(p: Floats) -> Floats:
    """The false discovery rate at which each test would be taken for a finding.

    With the m p-values in ascending order q(i) = min over j >= i of min(1, p(j) m / j). Holds for tests that are
    positively dependent, as overlapping rings are.
    Sources: Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, Journal of the Royal Statistical
    Society B 57 (1995) 289-300; M. Caldas de Castro and B. Singer, Controlling the false discovery rate: a new
    application to account for multiple and dependent tests in local statistics of spatial association,
    Geographical Analysis 38 (2006) 180-208.

    Args:
        p: n p-values, NaN where nothing was tested; those don't count as tests.

    Returns:
        n adjusted p-values, NaN where nothing was tested.
    """
    q = np.full(len(p), np.nan)
    tested = np.flatnonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested], kind="stable")]
    m = len(order)
    scaled = p[order] * m / np.arange(1, m + 1)
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return q


def permutations_needed(tests: int, level: float) -> int:
    """The fewest permutations with which a single finding among so many tests can exist.

    The smallest p of R permutations is 1 / (R + 1); a lone finding needs p <= level / tests.

    Args:
        tests: Number of tests.
        level: False discovery rate.
    """
    return max(0, int(np.ceil(tests / level - 1e-9)) - 1)
