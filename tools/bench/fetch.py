"""make bench-fetch: fetching, against a plain loop, QGIS's own providers and OGR, on the same data in one run.

Every client is a process of its own, and so is the server: none of them slows another down or counts as its memory.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.bench.measure import BUILD, RUNS, generated
from tools.package import ROOT

OBJECTS = 100_000
FLAT = (50_000, 200_000)
NATIONAL = 2_000_000


@contextmanager
def serving(bag: Path) -> Iterator[str]:
    """Our stand-in for PDOK with a BAG, ready to answer; gives its address."""
    command = [sys.executable, "-m", "tools.bench.clients", "serve", str(bag)]
    server = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    if server.stdin is None or server.stdout is None:
        raise SystemExit("the server has no pipes")
    try:
        yield server.stdout.readline().strip()
    finally:
        server.stdin.close()
        server.wait()


def client(name: str, *given: object, runs: int = RUNS) -> dict[str, float]:
    """Medians of what a client tells of itself, and its largest peak of memory in megabytes."""
    told = []
    for _ in range(runs):
        command = [sys.executable, "-m", "tools.bench.clients", name, *map(str, given)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        if process.stdout is None:
            raise SystemExit("the client has no pipe")
        text = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{name} failed")
        told.append({**json.loads(text.splitlines()[-1]), "megabytes": usage.ru_maxrss / 1024})
    return {
        key: max(one[key] for one in told) if key == "megabytes" else statistics.median(one[key] for one in told)
        for key in told[0]
    }


def web() -> None:
    """Our two clients of services against others."""
    bag = generated(f"bag_{OBJECTS}.gpkg", "national", OBJECTS, 60_000)
    print(f"fetching {OBJECTS:,} objects in 60 by 60 km from one server on loopback; ours writes a workspace")
    with serving(bag) as url:
        for protocol in ("ogcapi", "wfs"):
            ours = client(f"ours-{protocol}", url)
            fewest = -(-OBJECTS // 1000)
            print(f"  {protocol}: {_per_100k(ours)} ({ours['megabytes']:.0f} MB), {ours['objects']:,.0f} objects")
            print(f"     {ours['requests']:.0f} requests, {ours['requests'] / fewest:.2f} times the fewest possible")
            for other, remark in ((f"loop-{protocol}", "plain loop"), (f"qgis-{protocol}", "QGIS's provider")):
                theirs = client(other, url)
                ratio = theirs["seconds"] / theirs["objects"] / (ours["seconds"] / ours["objects"])
                found = f"{_per_100k(theirs)}, {theirs['objects']:,.0f} objects ({theirs['megabytes']:.0f} MB)"
                print(f"     {remark:<16} {found}: {ratio:.2f} times as long per object")
    print()


def _per_100k(cost: dict[str, float]) -> str:
    return f"{cost['seconds'] / cost['objects'] * 1e5:5.2f} s per 100,000"


def memory() -> None:
    """Peak memory as the number of objects grows."""
    print("memory of fetching")
    for protocol in ("ogcapi", "wfs", "bestand"):
        peaks = []
        for size in FLAT:
            bag = generated(f"bag_{size}.gpkg", "national", size, 60_000)
            if protocol == "bestand":
                peaks.append(client("ours-bestand", bag, 60_000, runs=1)["megabytes"])
                continue
            with serving(bag) as url:
                peaks.append(client(f"ours-{protocol}", url, runs=1)["megabytes"])
        print(
            f"  {protocol:<8} {FLAT[0]:,}: {peaks[0]:.0f} MB; {FLAT[1]:,}: {peaks[1]:.0f} MB: {peaks[1] / peaks[0]:.2f}"
        )
    print()


def extract() -> None:
    """A region out of a large file against OGR."""
    bag = generated(f"bag_{NATIONAL}.gpkg", "national", NATIONAL, 180_000)
    print(f"a region out of bag-light.gpkg with {NATIONAL:,} objects")
    client("ogr-read", bag, 180_000, runs=1)  # so that the file is in the cache for all
    ours = client("ours-bestand", bag, 180_000)
    print(f"  ours       {ours['seconds']:5.2f} s ({ours['megabytes']:.0f} MB), with a workspace written")
    extra = 100 * (ours["read"] / ours["objects"] - 1)
    print(f"     {ours['read']:,.0f} objects read, {ours['objects']:,.0f} kept: {extra:.1f} % more (target 5)")
    for name, remark in (("ogr-read", "OGR, bbox, read only"), ("ogr-copy", "ogr2ogr, bbox, into a GeoPackage")):
        theirs = client(name, bag, 180_000)
        ratio = ours["seconds"] / ours["read"] / (theirs["seconds"] / theirs["objects"])
        print(f"  {remark:<34} {theirs['seconds']:5.2f} s for {theirs['objects']:,.0f}: ours {ratio:.2f} per object")
    square = client("ours-square", bag, 180_000)
    same = client("ogr-read", bag, 180_000)
    if square["objects"] != same["objects"]:
        raise SystemExit(f"{square['objects']} objects, not {same['objects']}")
    ratio, rows = square["seconds"] / same["seconds"], f"{same['objects']:,.0f}"
    print(f"  the same {rows} rows: {square['seconds']:.2f} s, {ratio:.2f} times OGR's read (target 1.5)\n")


PARTS: tuple[Callable[[], None], ...] = (web, memory, extract)


def main() -> None:
    """Runs all parts, or those that are named."""
    BUILD.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        if len(sys.argv) == 1 or part.__name__ in sys.argv[1:]:
            part()


if __name__ == "__main__":
    main()
