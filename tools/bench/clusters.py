"""make bench-clusters: do hot spots hold up (200 worlds without any, planted ones), and how long do they take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from arbeidsmigratie_plugin.core.clusters.hotspots import Hotspots, Method, Settings, Tail, find_hotspots
from arbeidsmigratie_plugin.core.clusters.scan import scan
from arbeidsmigratie_plugin.core.clusters.surface import Surface, surface_of
from tools.bench.worlds import Land, addresses, homes, land

WORLDS = 200
FALSE_MAPS = 0.10
CELLS = 100_000
SECONDS, TIMES = 2.0, 20.0
SCANNED, SCAN_SECONDS = 5_000, 60.0

METHODS = {
    "ring_poisson": Settings(),
    "gi_star, pooled permutation": Settings(method=Method.GI_STAR),
    "gi_star, normal tail": Settings(method=Method.GI_STAR, tail=Tail.NORMAL),
}

WEST, EAST = "9801", "9802"


def surface(
    place: Land,
    cases: npt.ArrayLike,
    of_homes: npt.ArrayLike,
    codes: npt.ArrayLike = WEST,
    region: Optional[frozenset[str]] = None,
) -> Surface:
    """A made region as a surface; one municipality, or the code of each cell, and those of which results are shown."""
    listed = np.full(len(place), codes, dtype=object) if isinstance(codes, str) else np.asarray(codes, dtype=object)
    counts = np.asarray(cases, dtype=np.float64)
    return surface_of(place.cells, counts, np.asarray(of_homes, dtype=np.float64), counts, listed, region)


@dataclass(frozen=True)
class Null:
    """How often chance alone gives a hot spot.

    Attributes:
        maps: Share of the worlds with any.
        cells: Share of the cells, on average.
    """

    maps: float
    cells: float


def null(settings: Settings, worlds: int, first: int = 0) -> Null:
    """Looks for hot spots in worlds without any.

    Args:
        settings: How.
        worlds: Number of worlds.
        first: Seed of the first.
    """
    place = land()
    found = []
    for seed in range(first, first + worlds):
        of_homes = homes(place, seed)
        found.append(find_hotspots(surface(place, addresses(of_homes, seed), of_homes), settings).found)
    return Null(float(np.mean([cells.any() for cells in found])), float(np.mean(found)))


@dataclass(frozen=True)
class Power:
    """How often one municipality sees a planted cluster.

    Attributes:
        inside: A cluster inside it.
        across: One across its border, with the neighbour in the guard zone.
        alone: The same one, without data of the neighbour.
    """

    inside: float
    across: float
    alone: float


def power(settings: Settings, times: float, worlds: int) -> Power:
    """Plants a cluster of seven cells and draws the border far from it, or through its middle.

    Results are those of the western municipality only; a cluster counts as seen if one of its cells there is found.

    Args:
        settings: How hot spots are looked for.
        times: How many times the rate is as high in the cluster.
        worlds: Number of worlds.
    """
    place, west = land(), frozenset({WEST})
    inside, across, alone = [], [], []
    for seed in range(worlds):
        of_homes = homes(place, seed)
        middle = int(np.random.default_rng(seed).choice(np.flatnonzero(np.hypot(*place.xy.T) < 7)))
        planted = place.disk(middle)
        cases = addresses(of_homes, seed, planted=planted, times=times)
        through, far = (_border(place, float(place.xy[middle, 0]) + shift) for shift in (0.1, 4.0))
        undelivered = np.where(through == EAST, np.nan, cases)
        for seen, counts, codes in ((inside, cases, far), (across, cases, through), (alone, undelivered, through)):
            seen.append(_seen(surface(place, counts, of_homes, codes, west), settings, place.cells[planted]))
    return Power(*(float(np.mean(seen)) for seen in (inside, across, alone)))


def _border(place: Land, at: float) -> npt.NDArray[np.str_]:
    return np.where(place.xy[:, 0] < at, WEST, EAST)


def _seen(made: Surface, settings: Settings, planted: npt.NDArray[np.uint64]) -> bool:
    found: Hotspots = find_hotspots(made, settings)
    return bool(found.found[np.isin(made.cells, planted)].any())


# Speed -------------------------------------------------------------------------------------------------------------


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _large() -> tuple[Land, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    rings = int(np.ceil(np.sqrt(CELLS / 3.0)))
    whole = land(rings)
    place = Land(whole.cells[:CELLS], whole.xy[:CELLS])
    of_homes = np.random.default_rng(1).poisson(60.0, CELLS) + 5
    return place, of_homes, addresses(of_homes, 1)


def _esda(place: Land, cases: npt.NDArray[np.int64], of_homes: npt.NDArray[np.int64], polygons: bool) -> None:
    """Gi* on Assuncao-Reis rates as a user of libpysal and esda has it: from polygons, or with given neighbours."""
    import h3.api.basic_int as h3
    from esda import G_Local, smoothing
    from libpysal import weights

    if polygons:
        import shapely

        from arbeidsmigratie_plugin.core import grid
        from arbeidsmigratie_plugin.core.geometry import polygon_wkb

        shapes = shapely.from_wkb(np.array(polygon_wkb(grid.boundaries(place.cells)), dtype=object))
        w = weights.Queen.from_iterable(shapes.tolist())
    else:
        at = {cell: i for i, cell in enumerate(place.cells.tolist())}
        w = weights.W({i: [at[c] for c in h3.grid_ring(cell, 1) if c in at] for cell, i in at.items()})
    rates = smoothing.assuncao_rate(cases, of_homes)
    G_Local(rates, w, transform="B", star=True, permutations=0)


def speed() -> None:
    """Ours against libpysal and esda, on the same cells."""
    place, of_homes, cases = _large()
    made = surface(place, cases, of_homes)
    print(f"{CELLS:,} cells, neighbours included (target {SECONDS:.0f} s, {TIMES:.0f} times faster)")
    ours = {name: _timed(lambda s=settings: find_hotspots(made, s)) for name, settings in METHODS.items()}
    for name, seconds in ours.items():
        print(f"  {name:<30} {seconds:6.2f} s")
    for name, polygons in (("libpysal and esda, polygons", True), ("libpysal and esda, h3 neighbours", False)):
        seconds = _timed(lambda p=polygons: _esda(place, cases, of_homes, p))
        ratios = ", ".join(f"{seconds / own:.0f} times {method}" for method, own in ours.items())
        print(f"  {name:<30} {seconds:6.2f} s: {ratios}")


def scanning() -> None:
    """The scan with 999 replications."""
    whole = land(int(np.ceil(np.sqrt(SCANNED / 3.0))))
    place = Land(whole.cells[:SCANNED], whole.xy[:SCANNED])
    of_homes = homes(place, 1)
    made = surface(place, addresses(of_homes, 1), of_homes)
    x, y = made.centres()
    seconds = _timed(lambda: scan(x, y, made.cases, made.population, replications=999))
    print(f"scan over {SCANNED:,} cells, 999 replications: {seconds:.1f} s (target {SCAN_SECONDS:.0f})")


def main() -> None:
    """Runs everything."""
    print(f"{WORLDS} worlds of {len(land())} cells without any cluster (limit {FALSE_MAPS:.0%} of the maps)")
    for name, settings in METHODS.items():
        chance = null(settings, WORLDS)
        print(f"  {name:<30} any false hot spot in {chance.maps:6.1%} of the maps, {chance.cells:.3%} of the cells")
    print(f"planted clusters of seven cells that one municipality sees ({WORLDS} worlds):")
    print("inside it, across its border with a guard zone, across its border without")
    for name in ("ring_poisson", "gi_star, pooled permutation"):
        worlds = WORLDS if name == "ring_poisson" else WORLDS // 4
        for times in (4.0, 6.0, 8.0):
            seen = power(METHODS[name], times, worlds)
            print(f"  {name:<30} x{times:.0f}: {seen.inside:5.1%} {seen.across:5.1%} {seen.alone:5.1%}")
    speed()
    scanning()


if __name__ == "__main__":
    main()
