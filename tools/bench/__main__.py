"""make bench: ratios in one run, whole qgis_process runs with the start-up of QGIS taken off, medians of three."""

from __future__ import annotations

from pathlib import Path

from tools.bench.measure import BUILD, Bench, Cost, generated

SIZES = (300_000, 1_000_000)
FLAT = (1_000_000, 3_000_000)
RESOLUTION = 8

#: Flat-to-flat distance of a hexagon with the area of an H3 cell of resolution 8 here (0.74 km2), in metres.
_NATIVE_SPACING = 924.0

TARGETS = {300_000: 6.0, 1_000_000: 10.0}


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
    bench = Bench([Path(__file__).parent / "peerloop"])
    bench.measure_startup()
    aggregation(bench)
    memory(bench)
    imports(bench)


main()
