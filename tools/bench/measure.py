"""Measuring whole runs of qgis_process: medians of three with the start-up taken off, and their peak memory."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.headless import Qgis
from tools.package import ROOT

BUILD = ROOT / "build" / "bench"
RUNS = 3


@dataclass(frozen=True)
class Cost:
    """What a run took.

    Attributes:
        seconds: Wall time.
        megabytes: Peak of the resident memory.
    """

    seconds: float
    megabytes: float


def generated(name: str, kind: str, *sizes: int, maker: str = "tools.bench.data", folder: Path = BUILD) -> Path:
    """A file of generated data, made by a process of its own: this one stays small, or its size would count as ours.

    Args:
        name: Of the file.
        kind: What the maker calls it.
        sizes: Of the data.
        maker: Module that makes it.
        folder: Where it is kept.
    """
    path = folder / name
    if not path.exists():
        subprocess.run([sys.executable, "-m", maker, kind, str(path), *map(str, sizes)], cwd=ROOT, check=True)
    return path


class Bench:
    """Runs algorithms in a QGIS of its own and measures them.

    Args:
        plugins: Folders of further plugins.
        folder: Where its profile and its outputs are.
    """

    def __init__(self, plugins: Sequence[Path] = (), folder: Path = BUILD) -> None:
        self.folder = folder
        self.qgis = Qgis(folder / "profiel")
        shutil.rmtree(self.qgis.home, ignore_errors=True)
        self.qgis.prepare()
        for plugin in plugins:
            shutil.copytree(plugin, self.qgis.profile / "python" / "plugins" / plugin.name)
            self.qgis.call("plugins", "enable", plugin.name)
        self.startup = 0.0

    def cost(self, algorithm: str, **parameters: object) -> Cost:
        """Median time and largest peak memory of a few runs; every run must succeed."""
        seconds, megabytes = [], []
        for _ in range(RUNS):
            output = self.folder / "uit.gpkg"
            output.unlink(missing_ok=True)
            started = time.perf_counter()
            status, peak = self.run(algorithm, {"OUTPUT": output, **parameters})
            if status:
                raise SystemExit(f"{algorithm} failed: see {self.folder / 'messages.txt'}")
            seconds.append(time.perf_counter() - started)
            megabytes.append(peak)
        return Cost(statistics.median(seconds) - self.startup, max(megabytes))

    def run(self, algorithm: str, parameters: dict[str, object]) -> tuple[int, float]:
        """Exit status of one run, and its peak memory (MB); what it says is in messages.txt."""
        command = self.qgis.command("run", algorithm, "--", *(f"{k}={v}" for k, v in parameters.items()))
        with (self.folder / "messages.txt").open("wb") as messages:
            environment = self.qgis.environment()
            process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=messages)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, usage.ru_maxrss / 1024.0

    def measure_startup(self) -> None:
        """Time of a native algorithm on one point, with the same plugins loaded."""
        one = generated("punt.gpkg", "points", 1, folder=self.folder)
        self.startup = self.cost("native:centroids", INPUT=one).seconds
        print(f"start-up of qgis_process, taken off below: {self.startup:.2f} s\n")
