"""make redteam: attacks on exported files of made worlds, ours beside plain thresholding and merging of hexagons."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence

from .report import Targets, lines
from .runs import REAL, run, run_real


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table; exit status 1 if a target is missed.

    Args:
        arguments: Of the command line; None for those that were given.
    """
    parser = argparse.ArgumentParser(prog="python -m tools.redteam", description=__doc__)
    parser.add_argument("--worlds", type=int, default=200, help="how many (200)")
    parser.add_argument("--seed", type=int, default=1, help="of the first (1)")
    parser.add_argument("--dates", type=int, default=2, choices=(1, 2, 3, 4), help="in each world (2)")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="at once (all cores)")
    parser.add_argument("--qgis", type=int, default=0, help="also so many worlds through qgis_process itself (0)")
    given = parser.parse_args(arguments)
    started = time.perf_counter()
    results = run(range(given.seed, given.seed + given.worlds), given.dates, given.processes)
    if given.qgis:
        results[REAL] = run_real(range(given.seed, given.seed + given.qgis), given.dates)
    print("\n".join(lines(results)))
    print(f"\n{given.worlds} worlds in {time.perf_counter() - started:.0f} s")
    if missed := Targets().missed(results):
        raise SystemExit("\n".join(["", "Not reached:", *missed]))


if __name__ == "__main__":
    main()
