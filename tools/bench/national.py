"""make bench-national: the BAG of a whole country, from file to hexagons and hot spots, and how time and memory grow.

Whole runs of qgis_process, medians of three, start-up, reading and writing included; and the steps by themselves, in
one process without QGIS. The files are made once, in build/bench-national.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from typing import Any

from tools.bench.measure import BUILD, RUNS, Bench, Cost, generated
from tools.bench.national_land import NATIONAL
from tools.package import ROOT

SIZES = (NATIONAL // 100, NATIONAL // 10, NATIONAL)
RESOLUTION = 9
SECONDS, MEGABYTES = 20.0, 1500.0

#: Ten times the objects may take this many times as long, start-up taken off: linear, with room for noise.
LINEAR = 12.0

FOLDER = BUILD.parent / "bench-national"
_MAKER = "tools.bench.national_data"


@dataclass(frozen=True)
class Measured:
    """What one size took.

    Attributes:
        steps: Seconds and megabytes of each step, and what was counted.
        hexagons: h3aggregeren as a whole, start-up included.
        busy: Seconds that the processors worked for it: other work on the machine does not change that much.
        hotspots: hotspots as a whole.
    """

    steps: dict[str, Any]
    hexagons: Cost
    busy: float
    hotspots: Cost


def measure(bench: Bench, size: int) -> Measured:
    """Everything for one size.

    Args:
        bench: With its start-up measured.
        size: Number of BAG objects.
    """
    bag = generated(f"bag_{size}.gpkg", "bag", size, maker=_MAKER, folder=FOLDER)
    points = generated(f"rni_{size}.gpkg", "registrations", size, maker=_MAKER, folder=FOLDER)
    command = [sys.executable, "-m", "tools.bench.national_steps", bag, points, FOLDER / "stappen.gpkg"]
    steps = json.loads(subprocess.run(list(map(str, command)), cwd=ROOT, check=True, capture_output=True).stdout)
    made, found = FOLDER / f"hexagonen_{size}.gpkg", FOLDER / f"hotspots_{size}.gpkg"
    given = {"INPUT": points, "DWELLINGS": bag, "RESOLUTION": RESOLUTION}
    before = _busy()
    hexagons = bench.cost("arbeidsmigratie:h3aggregeren", **given, OUTPUT=made)
    busy = (_busy() - before) / RUNS
    clusters = FOLDER / f"clusters_{size}.gpkg"
    hotspots = bench.cost("arbeidsmigratie:hotspots", INPUT=made, OUTPUT=found, OUTPUT_CLUSTERS=clusters)
    return Measured(steps, _whole(bench, hexagons), busy, _whole(bench, hotspots))


def _busy() -> float:
    """Seconds that the processors worked for processes that were started here and ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _whole(bench: Bench, cost: Cost) -> Cost:
    return Cost(cost.seconds + bench.startup, cost.megabytes)


def report(found: dict[int, Measured], startup: float) -> None:
    """Prints the tables, as they stand in docs/benchmarks.md.

    Args:
        found: By size.
        startup: Seconds of a run that does nothing.
    """
    print("| step | " + " | ".join(f"{size:,}" for size in found) + " | growth |")
    print("|---|" + "---|" * (len(found) + 1))
    for name in next(iter(found.values())).steps["seconds"]:
        costs = [Cost(one.steps["seconds"][name], one.steps["megabytes"][name]) for one in found.values()]
        _row(name, costs, 0.0)
    for name in ("hexagons", "hotspots"):
        _row(f"whole run, {name}", [getattr(one, name) for one in found.values()], startup)
    print(f"\nstart-up of QGIS by itself: {startup:.2f} s")
    for size, one in found.items():
        counts = f"{one.steps['addresses']:,} addresses with registrations, {one.steps['hexagons']:,} hexagons"
        million = (one.hexagons.seconds - startup) / size * 1e6
        share = startup / one.hexagons.seconds
        print(
            f"{size:,} objects, {counts}: {million:.2f} s a million objects, start-up {share:.0%} of the run", end="; "
        )
        print(f"the processors worked {one.busy:.1f} s")


def _row(name: str, costs: list[Cost], startup: float) -> None:
    cells = " | ".join(f"{cost.seconds:.2f} s, {cost.megabytes:.0f} MB" for cost in costs)
    print(f"| {name} | {cells} | {' and '.join(f'{one:.1f}' for one in growth(costs, startup))} |")


def growth(costs: list[Cost], startup: float) -> list[float]:
    """How many times as long each size takes as the one before, start-up taken off.

    Args:
        costs: Of ever ten times the objects.
        startup: Seconds of a run that does nothing.
    """
    net = [max(cost.seconds - startup, 0.001) for cost in costs]
    return [large / small for small, large in zip(net, net[1:])]


def missed(found: dict[int, Measured], startup: float) -> list[str]:
    """What was asked and not reached.

    Args:
        found: By size.
        startup: Seconds of a run that does nothing.
    """
    national = found[NATIONAL]
    peak = max(national.hexagons.megabytes, national.hotspots.megabytes)
    grown = growth([one.hexagons for one in found.values()], startup)[-1]
    checks = (
        (national.hexagons.seconds, SECONDS, "seconds from file to hexagons"),
        (peak, MEGABYTES, "MB at the peak"),
        (grown, LINEAR, "times as long for ten times the objects"),
    )
    return [f"{value:.1f} {what}, at most {limit:g} were asked" for value, limit, what in checks if value > limit]


def main() -> None:
    """Runs everything; exit status 1 if a target is missed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{date.today()}, {platform.machine()}, {os.cpu_count()} cores, load {load}; files in {FOLDER.name}")
    bench = Bench(folder=FOLDER)
    bench.measure_startup()
    found = {}
    for size in SIZES:
        found[size] = measure(bench, size)
        print(f"{size:,}: {found[size].hexagons.seconds:.1f} s, {found[size].hotspots.seconds:.1f} s", flush=True)
    report(found, bench.startup)
    problems = missed(found, bench.startup)
    if problems:
        raise SystemExit("\n".join(problems))


if __name__ == "__main__":
    main()
