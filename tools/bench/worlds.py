"""Made regions to try cluster methods on: towns on a countryside, with known rates and clusters. Plain arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

#: Somewhere in Brabant: longitude and latitude of the middle.
_MIDDLE = (5.5, 51.5)
_TOWNS = 5


@dataclass(frozen=True)
class Land:
    """Hexagons around a middle, in ascending order.

    Attributes:
        cells: n H3 cells.
        xy: Their places (n, 2) on a regular lattice, a step apart.
    """

    cells: npt.NDArray[np.uint64]
    xy: npt.NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.cells)

    def disk(self, place: int, rings: int = 1) -> npt.NDArray[np.int64]:
        """Positions of the cells within so many rings of one."""
        import h3.api.basic_int as h3

        around = np.array(sorted(h3.grid_disk(int(self.cells[place]), rings)), dtype=np.uint64)
        return np.flatnonzero(np.isin(self.cells, around))


def land(rings: int = 11, resolution: int = 8) -> Land:
    """So many rings of hexagons: 397 for eleven.

    Args:
        rings: Around the middle.
        resolution: H3 resolution.
    """
    import h3.api.basic_int as h3

    middle = h3.latlng_to_cell(_MIDDLE[1], _MIDDLE[0], resolution)
    cells = sorted(h3.grid_disk(middle, rings))
    ij = np.array([h3.cell_to_local_ij(middle, cell) for cell in cells], dtype=np.float64)
    xy = np.column_stack([ij[:, 0] - ij[:, 1] / 2.0, ij[:, 1] * np.sqrt(0.75)])
    return Land(np.array(cells, dtype=np.uint64), xy - xy.mean(axis=0))


def homes(place: Land, seed: int) -> npt.NDArray[np.int64]:
    """Homes per cell: some everywhere, most in towns.

    Args:
        place: The land.
        seed: Of the random numbers.
    """
    chance = np.random.default_rng(seed)
    towns = place.xy[chance.integers(0, len(place), _TOWNS)]
    distance = ((place.xy[:, None] - towns[None]) ** 2).sum(axis=2)
    return chance.poisson(15.0 + 900.0 * np.exp(-distance / (2 * 1.2**2)).sum(axis=1))


def addresses(
    of_homes: npt.NDArray[np.int64], seed: int, rate: float = 0.02, planted: object = (), times: float = 1.0
) -> npt.NDArray[np.int64]:
    """Addresses with registrations: every home has the same chance, but for a planted cluster.

    Args:
        of_homes: Homes per cell.
        seed: Of the random numbers.
        rate: Share of the homes with registrations.
        planted: Positions of the cells of a cluster.
        times: How many times the rate is as high there.
    """
    rates = np.full(len(of_homes), rate)
    rates[np.asarray(planted, dtype=np.int64)] *= times
    return np.random.default_rng(seed).binomial(of_homes, np.minimum(rates, 1.0))
