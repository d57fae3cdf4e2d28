"""make bench: ratios in one run, whole qgis_process runs with the start-up of QGIS taken off, medians of three."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tools.headless import Qgis
from tools.package import ROOT

BUILD = ROOT / "build" / "bench"
RUNS = 3
SIZES = (300_000, 1_000_000)
FLAT = (1_000_000, 3_000_000)
RESOLUTION = 8

#: Flat-to-flat distance of a hexagon with the area of an H3 cell of resolution 8 here (0.74 km2), in metres.
_NATIVE_SPACING = 924.0

TARGETS = {300_000: 6.0, 1_000_000: 10.0}


@dataclass(frozen=True)
class Cost:
    """What a run took.

    Attributes:
        seconds: Wall time.
        megabytes: Peak of the resident memory.
    """

    seconds: float
    megabytes: float


def generated(name: str, kind: str, *sizes: int) -> Path:
    """A file of generated data, made by a process of its own: this one stays small, or its size would count as ours."""
    path = BUILD / name
    if not path.exists():
        command = [sys.executable, "-m", "tools.bench.data", kind, str(path), *map(str, sizes)]
        subprocess.run(command, cwd=ROOT, check=True)
    return path


class Bench:
    """Runs algorithms in a QGIS of its own and measures them."""

    def __init__(self) -> None:
        self.qgis = Qgis(BUILD / "profiel")
        shutil.rmtree(self.qgis.home, ignore_errors=True)
        self.qgis.prepare()
        plugins = self.qgis.profile / "python" / "plugins"
        shutil.copytree(Path(__file__).parent / "peerloop", plugins / "peerloop")
        self.qgis.call("plugins", "enable", "peerloop")
        self.startup = 0.0

    def cost(self, algorithm: str, **parameters: object) -> Cost:
        """Median time and largest peak memory of a few runs; every run must succeed."""
        seconds, megabytes = [], []
        for _ in range(RUNS):
            (BUILD / "uit.gpkg").unlink(missing_ok=True)
            started = time.perf_counter()
            status, peak = self._run(algorithm, {**parameters, "OUTPUT": BUILD / "uit.gpkg"})
            if status:
                raise SystemExit(f"{algorithm} failed: see {BUILD / 'messages.txt'}")
            seconds.append(time.perf_counter() - started)
            megabytes.append(peak)
        return Cost(statistics.median(seconds) - self.startup, max(megabytes))

    def _run(self, algorithm: str, parameters: dict[str, object]) -> tuple[int, float]:
        command = self.qgis.command("run", algorithm, "--", *(f"{k}={v}" for k, v in parameters.items()))
        with (BUILD / "messages.txt").open("wb") as messages:
            environment = self.qgis.environment()
            process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=messages)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, usage.ru_maxrss / 1024.0

    def measure_startup(self) -> None:
        """Time of a native algorithm on one point, with the same plugins loaded."""
        one = generated("punt.gpkg", "points", 1)
        self.startup = self.cost("native:centroids", INPUT=one).seconds
        print(f"start-up of qgis_process, taken off below: {self.startup:.2f} s\n")


def aggregation(bench: Bench) -> None:
    """h3aggregeren against the per-feature loop and against the native count."""
    print(f"h3aggregeren, resolution {RESOLUTION}, reading and writing included")
    grid = BUILD / "raster.gpkg"
    grid.unlink(missing_ok=True)
    extent = "160000,220000,370000,430000 [EPSG:28992]"
    spacing = {"HSPACING": _NATIVE_SPACING, "VSPACING": _NATIVE_SPACING}
    outcome = bench.qgis.run("native:creategrid", TYPE=4, EXTENT=extent, CRS="EPSG:28992", OUTPUT=grid, **spacing)
    if outcome.status:
        raise SystemExit(outcome.messages)
    for size in SIZES:
        points = generated(f"punten_{size}.gpkg", "points", size)
        ours = bench.cost("arbeidsmigratie:h3aggregeren", INPUT=points, RESOLUTION=RESOLUTION)
        loop = bench.cost("peerloop:count", INPUT=points, RESOLUTION=RESOLUTION)
        native = bench.cost("native:countpointsinpolygon", POLYGONS=grid, POINTS=points, WEIGHT="registraties")
        print(f"  {size:>9,} points  ours {ours.seconds:5.2f} s ({ours.megabytes:.0f} MB)")
        print(f"     that is {ours.seconds / size * 1e6:.2f} s a million (target 3)")
        _compare("per-feature loop", loop, ours, f"target {TARGETS[size]:.0f}")
        _compare("countpointsinpolygon", native, ours, "its grid made beforehand")


def _compare(name: str, other: Cost, ours: Cost, remark: str) -> None:
    ratio = other.seconds / ours.seconds
    print(f"     {name:<22} {other.seconds:5.2f} s: {ratio:5.1f} times as long ({remark})")


def memory(bench: Bench) -> None:
    """Peak memory as the number of points grows."""
    print("memory of h3aggregeren")
    peaks = {}
    for size in FLAT:
        points = generated(f"punten_{size}.gpkg", "points", size)
        peaks[size] = bench.cost("arbeidsmigratie:h3aggregeren", INPUT=points, RESOLUTION=RESOLUTION).megabytes
        print(f"  {size:>9,} points  peak {peaks[size]:.0f} MB")
    small, large = (peaks[size] for size in FLAT)
    print(f"  {FLAT[1] / FLAT[0]:.0f} times the points: {large / small:.2f} times the memory\n")


def imports(bench: Bench) -> None:
    """An import of 20,000 rows against 250,000 BAG objects."""
    rows, objects = 20_000, 250_000
    bag = generated("bag.gpkg", "bag", objects)
    delivery = generated("levering.xlsx", "delivery", rows, objects)
    cost = bench.cost("arbeidsmigratie:rniinlezen", INPUT=delivery, BAG=bag, PEILDATUM="2026-07-01")
    print(f"rniinlezen, {rows:,} rows of Excel against {objects:,} BAG objects")
    print(f"  {cost.seconds:5.2f} s (target 10), peak {cost.megabytes:.0f} MB (limit 1,000)")


def main() -> None:
    """Runs everything."""
    BUILD.mkdir(parents=True, exist_ok=True)
    print("Generating data and a QGIS profile in build/bench")
    bench = Bench()
    bench.measure_startup()
    aggregation(bench)
    memory(bench)
    imports(bench)


main()
