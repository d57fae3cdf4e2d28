"""python -m tools.translations update | check | build."""

from __future__ import annotations

import argparse

from . import catalogue
from .sources import sources


def main() -> int:
    """Runs one of the three; check fails with a line for each problem."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "what",
        choices=("update", "check", "build"),
        help="update: the texts of the code into the .ts file, translations stay; check: is every text translated; "
        "build: the .qm file for Qt",
    )
    what = parser.parse_args().what
    if what == "build":
        catalogue.build()
        return 0
    found, known = sources(), catalogue.read()
    if what == "update":
        entries = catalogue.updated(found, known)
        catalogue.write(entries)
        print(f"{len(entries)} texts, {sum(not one.translation for one in entries)} to translate")
        return 0
    wrong = catalogue.problems(found, known)
    print("\n".join(wrong) or f"All {len(known)} texts are translated.")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
