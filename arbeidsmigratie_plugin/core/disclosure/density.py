"""Classes of density for a shared map: fixed and round, so that every date and every municipality compares."""

from __future__ import annotations

from bisect import bisect_right

#: Where a class ends and the next begins (registrations per km2), each in it: ten registrations in a hexagon of
#: resolution 8 are 16 per km2, a whole rural municipality has fewer than 5, a large location makes hundreds.
BREAKS = (5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0)


def _labels() -> tuple[str, ...]:
    ends = [f"{end:g}" for end in BREAKS]
    between = [f"{low} tot {high} per km2" for low, high in zip(ends, ends[1:])]
    return (f"minder dan {ends[0]} per km2", *between, f"{ends[-1]} of meer per km2")


#: How the legend and the field klasse name them, from sparse to dense.
LABELS = _labels()


def density_class(dichtheid: float) -> str:
    """The class of a density, as the legend names it.

    Args:
        dichtheid: Registrations per km2, rounded as published.
    """
    return LABELS[bisect_right(BREAKS, dichtheid)]


def class_bounds(label: str) -> tuple[float, float]:
    """Where a class of density begins and ends (per km2); of an unknown one, everything.

    Args:
        label: As the legend names it.
    """
    if label not in LABELS:
        return 0.0, float("inf")
    at = LABELS.index(label)
    return (0.0, *BREAKS)[at], (*BREAKS, float("inf"))[at]
