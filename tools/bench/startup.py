"""What loading the plugin costs, beside what QGIS costs, in fresh processes of QGIS Desktop."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from tools.desktop.desktop import Desktop

#: Milliseconds that the plugin may add.
LIMIT = 100


def measure(desktop: Desktop, folder: Path, compiled: bool) -> dict[str, Any]:
    """One start.

    Args:
        desktop: In which the plugin is installed, not enabled.
        folder: For the report.
        compiled: Whether Python has compiled the plugin before.
    """
    plugin = desktop.profile / "python/plugins/arbeidsmigratie"
    if not compiled:
        for cache in plugin.rglob("__pycache__"):
            shutil.rmtree(cache)
    report = desktop.walk("tools.desktop.startup:loading", folder)
    if report.problems():
        raise SystemExit("\n".join(report.problems()))
    return report.seen["notes"]


def started(desktop: Desktop, folder: Path) -> float:
    """Milliseconds that a start of QGIS spent on the plugin, as QGIS counts them.

    Args:
        desktop: In which the plugin is enabled.
        folder: For the report.
    """
    report = desktop.walk("tools.desktop.startup:idle", folder)
    if report.problems():
        raise SystemExit("\n".join(report.problems()))
    return float(report.seen["plugin_times"]["arbeidsmigratie"].rstrip("s")) * 1000


def run(starts: int) -> None:
    """Prints medians.

    Args:
        starts: How many of each kind.
    """
    with tempfile.TemporaryDirectory() as folder:
        print("Loaded beside a QGIS that is there already, as by the plugin manager:")
        desktop = Desktop(Path(folder) / "home").prepare(enabled=False)
        for compiled in (False, True):
            seen = [measure(desktop, Path(folder) / "out", compiled) for _ in range(starts)]
            total = median(one["import_ms"] + one["start_ms"] for one in seen)
            share = median((one["import_ms"] + one["start_ms"]) / one["qgis_ms"] for one in seen)
            parts = ", ".join(f"{name} {median(one[f'{name}_ms'] for one in seen):.0f}" for name in ("import", "start"))
            when = "as after the first start" if compiled else "at the very first start, nothing compiled"
            print(f"{total:5.0f} ms ({parts}) = {100 * share:.1f} % of QGIS's own start-up, {when}; limit {LIMIT} ms")
        daily = Desktop(Path(folder) / "daily").prepare(source=desktop.profile)
        counted = [started(daily, Path(folder) / "out") for _ in range(starts)]
        print(f"{median(counted):5.0f} ms as QGIS counts it when it starts with the plugin")
        print(f"{len(seen[-1]['modules'])} modules imported, heavy ones: {', '.join(seen[-1]['heavy']) or 'none'}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=5, help="of each kind")
    run(parser.parse_args().starts)
