"""Municipalities of a region beside each other: share, and how that compares with the region as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..arrays import Floats, Integers, Labels, Text
from .intervals import ratio_interval, wilson_interval

#: Of the intervals that readers see.
LEVEL = 0.80


@dataclass(frozen=True)
class Municipal:
    """Municipalities, one per position.

    Attributes:
        code: CBS code of four digits.
        cases: Addresses with registrations, NaN where unknown.
        persons: Registrations, NaN where unknown.
        homes: BAG objects in use.
    """

    code: Text
    cases: Floats
    persons: Floats
    homes: Integers

    def __len__(self) -> int:
        return len(self.code)

    @cached_property
    def share(self) -> Floats:
        """Addresses with registrations per BAG object, NaN where unknown."""
        return np.asarray(self.cases / np.where(self.homes > 0, self.homes, np.nan))

    @cached_property
    def share_limits(self) -> tuple[Floats, Floats]:
        """Wilson's interval of the share."""
        return wilson_interval(self.cases, self.homes, LEVEL)

    @cached_property
    def expected(self) -> Floats:
        """Addresses with registrations, were the share the same in all municipalities that are known."""
        known = np.isfinite(self.cases)
        homes = self.homes[known].sum()
        rate = float(self.cases[known].sum() / homes) if homes else np.nan
        return np.where(known, rate * self.homes, np.nan)

    @cached_property
    def ratio(self) -> Floats:
        """Observed over expected, NaN where unknown or nothing is expected."""
        return np.asarray(self.cases / np.where(self.expected > 0, self.expected, np.nan))

    @cached_property
    def ratio_limits(self) -> tuple[Floats, Floats]:
        """The exact Poisson interval of the ratio."""
        return ratio_interval(self.cases, self.expected, LEVEL)


def municipal(codes: Text, of_objects: Labels, counts: Floats) -> Municipal:
    """Totals per municipality.

    Args:
        codes: Of m municipalities.
        of_objects: Municipality of each of n objects.
        counts: Registrations on each object, NaN where unknown: a municipality with unknown objects is unknown.
    """
    place = {code: at for at, code in enumerate(codes.tolist())}
    at = np.array([*(place.get(code, -1) for code in of_objects.names), -1], dtype=np.int64)[of_objects.numbers]
    inside = at >= 0
    m = len(codes)

    def total(values: Floats) -> Floats:
        return np.bincount(at[inside], values[inside], minlength=m).astype(np.float64)

    unknown = total(np.isnan(counts).astype(np.float64)) > 0
    with np.errstate(invalid="ignore"):
        cases = total((counts > 0).astype(np.float64))
    homes = np.bincount(at[inside], minlength=m)
    unknown |= homes == 0
    persons = total(np.nan_to_num(counts))
    return Municipal(codes, np.where(unknown, np.nan, cases), np.where(unknown, np.nan, persons), homes)
