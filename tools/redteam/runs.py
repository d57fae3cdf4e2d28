"""Runs of the red team: worlds made, exported in several ways, attacked and measured."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from tools.headless import Qgis

from . import real
from .baselines import quadtree, thresholding
from .ours import Exported, export, plan
from .score import Tally, attack
from .utility import Utility, utility
from .worlds import World, world

OURS, PARENT, DIRECT, LINKED, MERGED = "ours", "thresholding", "thresholding, direct", "thresholding, linked", "merging"
REAL = "ours, in qgis_process"

#: The slow ones are tried on every so-manieth world.
_EVERY = {DIRECT: 10, LINKED: 20}


@dataclass
class Result:
    """Of one way to protect, over worlds.

    Attributes:
        worlds: How many.
        tally: What the attacker found out.
        utility: What the maps are good for.
        files: GeoPackages.
        refused: Exports that were refused: world and reason.
        expected: Refused exports that should be: a finer map of what was cut coarser before.
    """

    worlds: int = 0
    tally: Tally = field(default_factory=Tally)
    utility: Utility = field(default_factory=Utility)
    files: int = 0
    refused: list[str] = field(default_factory=list)
    expected: int = 0

    def add(self, other: Result) -> None:
        """Adds the result of another world.

        Args:
            other: Its result.
        """
        self.worlds += other.worlds
        self.tally.add(other.tally)
        self.utility.add(other.utility)
        self.files += other.files
        self.refused += other.refused
        self.expected += other.expected


def ways(number: int) -> list[str]:
    """How the maps of a world are protected.

    Args:
        number: Of the world, from 0.
    """
    return [OURS, PARENT, MERGED, *(name for name, every in _EVERY.items() if number % every == every - 1)]


def one_world(task: tuple[int, int, int]) -> dict[str, Result]:
    """Exports and attacks of one world.

    Args:
        task: Seed, number of the world, number of dates.
    """
    seed, number, dates = task
    made = world(seed, dates)
    return {way: _result(way, made) for way in ways(number)}


def run_real(seeds: Sequence[int], dates: int) -> Result:
    """Exports in qgis_process, with whole packages and a ledger, and attacks on those.

    Args:
        seeds: Of the worlds.
        dates: Dates in each.
    """
    total = Result()
    with tempfile.TemporaryDirectory() as home:
        qgis = Qgis(Path(home) / "profiel")
        qgis.prepare()
        for seed in seeds:
            made = world(seed, dates)
            folder = Path(home) / str(seed)
            folder.mkdir()
            total.add(_judged(made, real.export(qgis, folder, made, plan(made))))
    return total


def _judged(made: World, exported: Exported) -> Result:
    """What came of our exports of a world."""
    refused = [f"seed {made.seed}: {reason}" for reason in exported.refused if "frozen" not in reason]
    return Result(
        worlds=1,
        tally=attack(made, exported.paths, thorough=True),
        utility=utility(made, exported.paths),
        files=len(exported.paths),
        refused=refused,
        expected=len(exported.refused) - len(refused),
    )


def _result(way: str, made: World) -> Result:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        others: dict[str, Callable[[], list[Path]]] = {
            PARENT: lambda: thresholding(folder, made, direct=False),
            DIRECT: lambda: thresholding(folder, made, direct=True),
            LINKED: lambda: thresholding(folder, made, direct=False, linked=True),
            MERGED: lambda: quadtree(folder, made),
        }
        if way == OURS:
            return _judged(made, export(folder, made, plan(made)))
        paths = others[way]()
        return Result(1, attack(made, paths, thorough=False), utility(made, paths), len(paths))


def run(seeds: Sequence[int], dates: int, processes: int) -> dict[str, Result]:
    """Exports and attacks of many worlds.

    Args:
        seeds: Of the worlds.
        dates: Dates in each.
        processes: How many at once.
    """
    results: dict[str, Result] = {}
    for found in _each([(seed, number, dates) for number, seed in enumerate(seeds)], processes):
        for way, result in found.items():
            results.setdefault(way, Result()).add(result)
    return results


def _each(tasks: Sequence[tuple[int, int, int]], processes: int) -> Iterator[dict[str, Result]]:
    if processes == 1:
        yield from map(one_world, tasks)
        return
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        yield from pool.map(one_world, tasks)
