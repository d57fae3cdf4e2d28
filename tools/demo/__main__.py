"""Writes a demo region from the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from .region import build_region, summary, write_region


def main() -> None:
    """Reads the arguments, writes the files and prints what they hold."""
    parser = argparse.ArgumentParser(prog="python -m tools.demo", description=__doc__)
    parser.add_argument("--seed", type=int, default=2026, help="the same seed gives the same files (default 2026)")
    parser.add_argument("--folder", type=Path, default=Path("build/demo"), help="where the files go (build/demo)")
    arguments = parser.parse_args()
    region = build_region(arguments.seed)
    files = write_region(region, arguments.folder)
    print(summary(region))
    print(f"written to {files.folder}")


if __name__ == "__main__":
    main()
