"""Speed and memory of the spatial scan: 5,000 cells with 999 replications, against the plain way of computing it."""

from __future__ import annotations

import importlib
import sys
import time
import tracemalloc
from typing import Any

import numpy as np
import numpy.typing as npt

CELLS, REPLICATIONS = 5_000, 999
SECONDS, MEGABYTES = 60.0, 1_000.0

#: Centres that the plain way is timed on: all of them would take too long.
PLAIN_CENTRES = 100

#: Distance between neighbouring cells of H3 resolutions 8 and 9 here, in metres.
SPACINGS = {8: 924.0, 9: 349.0}

_HOMES, _SHARE_OF_HOMES, _JITTER = 60.0, 0.02, 0.01

Numbers = npt.NDArray[np.float64]


def cells(number: int, spacing: float, seed: int = 1) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """A nearly hexagonal grid (H3 cells differ a little) with towns: homes, and addresses with registrations.

    Args:
        number: Cells.
        spacing: Distance between neighbours (m).
        seed: Of the random numbers.

    Returns:
        x and y (m), cases and population of each cell.
    """
    rng = np.random.default_rng(seed)
    side = int(np.ceil(np.sqrt(number)))
    row, column = np.divmod(np.arange(number), side)
    x = 150_000.0 + spacing * (column + 0.5 * (row % 2))
    y = 400_000.0 + spacing * row * np.sqrt(0.75)
    x, y = x + rng.normal(0.0, _JITTER * spacing, number), y + rng.normal(0.0, _JITTER * spacing, number)
    towns = rng.integers(0, number, 25)
    near = np.hypot(x[:, None] - x[towns], y[:, None] - y[towns]).min(axis=1)
    homes = 5.0 + rng.poisson(_HOMES * (0.2 + 6.0 * np.exp(-near / (2.0 * spacing)))).astype(np.float64)
    return x, y, rng.binomial(homes.astype(int), _SHARE_OF_HOMES).astype(np.float64), homes


def plain_seconds(windows: Any, ratio: Any, total: int) -> float:
    """Time in which the ratio of every window of every world is worked out, also in blocks, from that of some centres.

    Args:
        windows: The windows of the scan.
        ratio: The log-likelihood ratio.
        total: Cases in all.
    """
    places = windows.places
    counts = np.random.default_rng(1).multinomial(total, places.population / places.population.sum(), REPLICATIONS).T
    started = time.perf_counter()
    for centre in places.centres[:: len(places.centres) // PLAIN_CENTRES].tolist():
        window = windows.around(centre)
        inside = np.cumsum(counts[window.places], axis=0)
        ratio(inside, total * window.share[:, None], total).max(axis=0)
    return (time.perf_counter() - started) * len(places.centres) / PLAIN_CENTRES


def compare(resolution: int, spacing: float) -> None:
    """One scan at the defaults, its memory, and what the plain way would take."""
    package = "arbeidsmigratie_plugin.core.clusters"
    scan = importlib.import_module(f"{package}.scan").scan
    parts = importlib.import_module(f"{package}.scan_windows")
    x, y, cases, population = cells(CELLS, spacing)
    started = time.perf_counter()
    found = scan(x, y, cases, population, replications=REPLICATIONS)
    seconds = time.perf_counter() - started
    tracemalloc.start()
    scan(x, y, cases, population, replications=REPLICATIONS)
    megabytes = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    windows = parts.Windows(parts.places_of(x, y, cases, population, None, None), 0.10, 5000.0)
    number = sum(int(windows.around(c).ends.sum()) for c in windows.places.centres.tolist())
    plain = plain_seconds(windows, parts.log_likelihood_ratio, int(cases.sum()))
    print(f"  resolution {resolution}: {number:,} windows, {cases.sum():,.0f} cases, {len(found)} clusters listed")
    print(f"     {seconds:5.1f} s (target {SECONDS:.0f}), peak {megabytes:.0f} MB of arrays (limit {MEGABYTES:,.0f})")
    print(f"     worked out for every window of every world: {plain:,.0f} s, {plain / seconds:.0f} times as long")


def scanning() -> None:
    """Prints the figures for cells of two sizes."""
    print(f"scan, {CELLS:,} cells, {REPLICATIONS} replications")
    for resolution, spacing in SPACINGS.items():
        compare(resolution, spacing)
    print()


if __name__ == "__main__":
    sys.exit(scanning())
