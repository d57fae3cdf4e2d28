"""A published map as a stranger has it: areas with a number, or with one that was withheld."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..arrays import Floats
from .known import Bounds, rounded, withheld

#: Fewest registrations that a map may show where its maker's own threshold is not known.
SAFE_SIZE = 10

_BASES = (10, 5)
_FEW = 5


@dataclass(frozen=True)
class Shown:
    """A map as a stranger has it.

    Attributes:
        name: Name of the package.
        peildatum: Reference date, "" where it says none.
        names: Name of each of n areas.
        values: Number of each, NaN where it is withheld.
        polygons: Shapely polygons in RD New.
        rounding: Numbers are multiples of this, 1 for exact ones.
        threshold: Lowest number that the maker publishes, as far as it is known; else 0.
        codes: Municipality of each area, of packages of this plugin; empty for others.
        cells: Base cells of each area, of packages of this plugin.
        told: What each number says, where the package itself tells more than its rounding; else None.
    """

    name: str
    peildatum: str
    names: Sequence[str]
    values: Floats
    polygons: npt.NDArray[np.object_]
    rounding: int
    threshold: int
    codes: tuple[str, ...] = ()
    cells: tuple[tuple[int, ...], ...] = ()
    told: Optional[Bounds] = None

    def __len__(self) -> int:
        return len(self.values)

    @property
    def size(self) -> int:
        """Fewest registrations that its maker, or else we, would publish."""
        return self.threshold or SAFE_SIZE

    @property
    def shows_empties(self) -> bool:
        """Whether where it shows nothing there is nobody: withheld numbers are shown as such, and their rule is known.

        A map of this plugin never tells nobody from too few.
        """
        return bool(self.threshold) and not self.cells and bool(np.isnan(self.values).any())

    def bounds(self) -> Bounds:
        """What each number says: withheld ones lie below the threshold, where that is known."""
        if self.told is not None:
            return self.told
        absent = np.isnan(self.values)
        value = np.where(absent, 0, self.values).astype(np.int64)
        said, hidden = rounded(value, self.rounding), withheld(len(self), self.threshold)
        low = np.where(value > 0, np.maximum(said.low, np.minimum(self.threshold, said.high)), said.low)
        return Bounds(np.where(absent, hidden.low, low), np.where(absent, hidden.high, said.high))


def rounding_of(values: Floats) -> int:
    """The base that numbers were rounded to, as far as they show it; 1 for exact ones.

    Args:
        values: Published numbers, NaN where withheld.
    """
    there = values[np.isfinite(values) & (values != 0)]
    fitting = [base for base in _BASES if not (there % base).any()]
    return fitting[0] if len(there) >= _FEW and fitting else 1
