"""The steps of 'h3aggregeren' in one process, each with its time and its own peak of memory, as JSON.

python -m tools.bench.national_steps BAG REGISTRATIONS TARGET
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from arbeidsmigratie_plugin.core.hexagons import HexagonCounter
from arbeidsmigratie_plugin.sharing.layers import hexagon_table
from arbeidsmigratie_plugin.sources.objects import Points, address_points, bag_layers, dwelling_points
from arbeidsmigratie_plugin.sources.vector import OgrLayer
from arbeidsmigratie_plugin.sources.writing import write
from tools.bench.national_data import PEILDATUM

RESOLUTION = 9

T = TypeVar("T")


class Steps:
    """Steps with what each took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.megabytes: dict[str, float] = {}

    def take(self, name: str, work: Callable[[], T]) -> T:
        """Does a step.

        Args:
            name: Of the step.
            work: What it does.
        """
        _forget_peak()
        started = time.perf_counter()
        result = work()
        self.seconds[name] = time.perf_counter() - started
        self.megabytes[name] = _peak()
        return result


def _forget_peak() -> None:
    """Lets Linux measure the peak anew; elsewhere a step shows the highest peak so far."""
    refs = Path("/proc/self/clear_refs")
    if refs.exists():
        refs.write_text("5")


def _peak() -> float:
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    found = [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
    return (found[0] if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024.0


def main(bag: Path, registrations: Path, target: Path) -> None:
    """Reads, counts, draws, writes.

    Args:
        bag: Objects.
        registrations: Addresses with registrations.
        target: Where the hexagons go.
    """
    steps = Steps()
    counter = HexagonCounter(RESOLUTION)
    read = steps.take("read", lambda: sum(len(part) for part in dwelling_points(bag_layers(bag))))
    with_counts = steps.take("read and count", lambda: _count(counter, bag, registrations))
    hexagons = steps.take("add up", counter.total)
    table = steps.take("draw", lambda: hexagon_table(hexagons, RESOLUTION, PEILDATUM))
    steps.take("write", lambda: write(target, [table]))
    told: dict[str, Any] = {"objects": read, "addresses": with_counts, "hexagons": len(hexagons)}
    print(json.dumps({**told, "seconds": steps.seconds, "megabytes": steps.megabytes}))


def _count(counter: HexagonCounter, bag: Path, registrations: Path) -> int:
    addresses = 0
    for part in address_points(OgrLayer(registrations), "registraties"):
        counter.add_addresses(part.x, part.y, part.crs, part.registrations, part.municipality_codes(None))
        addresses += len(part)
    for part in dwelling_points(bag_layers(bag)):
        _add(counter, part)
    return addresses


def _add(counter: HexagonCounter, part: Points) -> None:
    counter.add_dwellings(part.x, part.y, part.crs, part.municipality_codes(None))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
