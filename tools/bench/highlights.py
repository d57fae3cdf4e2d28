"""make bench-highlights: the four highlights over a region, and against the two algorithms of QGIS that do such work.

Whole runs of qgis_process, reading and writing included, with the start-up taken off: medians of three. QGIS's
algorithms get the same BAG objects and areas; each does one part of what 'vakantieparken' does, which also reads the
buildings, looks at use and size, draws outlines and writes evidence, but clusters only what can be a unit of a park. So
that this does not decide it, our own join and our own clustering also do just that part, of every object.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

from tools.bench.measure import BUILD, RUNS, Bench, Cost, generated
from tools.package import ROOT

OBJECTS, AREAS, ADDRESSES, VACANT = 300_000, 5_000, 20_000, 6_000
SECONDS, MEGABYTES, TIMES = 10.0, 1000.0, 5.0
EPS, MIN_SIZE = 60, 10


def part(name: str, bag: Path, areas: Path) -> tuple[float, float]:
    """Median times of one part of our work by itself, on all objects: reading included, and writing too."""
    command = [sys.executable, "-m", "tools.bench.parts", name, str(bag), str(areas), str(BUILD / "uit.gpkg")]
    told = [subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout for _ in range(RUNS)]
    found, written = zip(*(map(float, seconds.split()) for seconds in told))
    return statistics.median(found), statistics.median(written)


def ours(bench: Bench, bag: Path, areas: Path) -> dict[str, Cost]:
    """The four highlights."""
    sizes = OBJECTS, AREAS
    rni = generated("land_rni.gpkg", "registrations", *sizes, ADDRESSES, maker="tools.bench.country")
    vacant = generated("land_leeg.csv", "vacant", *sizes, VACANT, maker="tools.bench.country")
    given = {"BAG": bag, "FUNCTIONEEL": areas, "RNI": rni}
    costs = {}
    for name in ("vakantieparken", "bedrijfswoningen", "bezetting", "leegstand"):
        more = {"VACANT": vacant} if name == "leegstand" else {}
        costs[name] = bench.cost(f"arbeidsmigratie:{name}", **given, **more)
        print(f"  {name:<22} {costs[name].seconds:6.2f} s  peak {costs[name].megabytes:5.0f} MB", flush=True)
    seconds = sum(cost.seconds for cost in costs.values())
    peak = max(cost.megabytes for cost in costs.values())
    print(
        f"  {'all four':<22} {seconds:6.2f} s  peak {peak:5.0f} MB  (target {SECONDS:.0f} s, limit {MEGABYTES:,.0f} MB)"
    )
    return costs


def theirs(bench: Bench, bag: Path, areas: Path) -> dict[str, Cost]:
    """The two algorithms of QGIS."""
    points = f"{bag}|layername=verblijfsobject"
    joining = {"INPUT": points, "JOIN": areas, "PREDICATE": 0, "METHOD": 1, "DISCARD_NONMATCHING": "false"}
    clustering = {"INPUT": points, "EPS": EPS, "MIN_SIZE": MIN_SIZE}
    return {
        "joinattributesbylocation": bench.cost("native:joinattributesbylocation", **joining),
        "dbscanclustering": bench.cost("native:dbscanclustering", **clustering),
    }


def main() -> None:
    """Runs everything; exit status 1 if a target is missed."""
    BUILD.mkdir(parents=True, exist_ok=True)
    print("Generating data and a QGIS profile in build/bench")
    bag = generated("land_bag.gpkg", "bag", OBJECTS, AREAS, maker="tools.bench.country")
    areas = generated("land_gebieden.gpkg", "areas", OBJECTS, AREAS, maker="tools.bench.country")
    bench = Bench()
    bench.measure_startup()
    print(f"{OBJECTS:,} BAG objects, {AREAS:,} functional areas, {ADDRESSES:,} addresses with registrations")
    costs = ours(bench, bag, areas)
    native = theirs(bench, bag, areas)
    both = sum(cost.seconds for cost in native.values())
    parks = costs["vakantieparken"].seconds
    print("QGIS on the same objects and areas, against all of vakantieparken")
    for name, cost in native.items():
        ratio = cost.seconds / parks
        print(f"  {name:<26} {cost.seconds:6.2f} s  peak {cost.megabytes:5.0f} MB: {ratio:5.1f} times as long")
    print(f"  {'both':<26} {both:6.2f} s: {both / parks:5.1f} times as long (target {TIMES:.0f})")
    print(f"and against one part of our work by itself, of all {OBJECTS:,} objects")
    for name, like in (("join", "joinattributesbylocation"), ("cluster", "dbscanclustering")):
        found, written = part(name, bag, areas)
        ratio, ratio_found = native[like].seconds / written, native[like].seconds / found
        print(f"  {like:<26} our {name:<7} {written:5.2f} s: {ratio:5.1f} times as long;", end=" ")
        print(f"before all objects are written again {found:5.2f} s: {ratio_found:5.1f} times")
    total, peak = (sum(c.seconds for c in costs.values()), max(c.megabytes for c in costs.values()))
    if total > SECONDS or peak > MEGABYTES or both < TIMES * parks:
        raise SystemExit("a target was not reached")


if __name__ == "__main__":
    main()
