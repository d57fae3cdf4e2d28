"""make confusion: how well the highlights find what was planted in demo regions, one of them of an unseen seed."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.confusion.dwellings import KIND as DWELLING
from tools.confusion.dwellings import compare_dwellings
from tools.confusion.occupancy import ABOVE_KIND, ADMINISTRATIVE_KIND, compare_above, compare_administrative
from tools.confusion.parks import compare_parks, kinds_of_parks, kinds_of_planted
from tools.confusion.report import Judged, Target, lines
from tools.confusion.truth import kinds_of
from tools.confusion.vacancy import KIND as VACANT
from tools.confusion.vacancy import compare_vacancy
from tools.demo import DemoFiles, make_region
from tools.headless import Qgis
from tools.package import ROOT

BUILD = ROOT / "build" / "confusion"

#: The demo region itself, on which points and distances were tried, and a region that nothing was tried on.
SEEDS = (2026, 2027)

PARKS, DWELLINGS, NOTHING = Target(0.85, 0.90), Target(0.80, 0.90), Target()


def judge(qgis: Qgis, folder: Path, seed: int) -> list[Judged]:
    """Makes a region, runs the highlights and compares.

    Args:
        qgis: With the plugin.
        folder: Where everything goes.
        seed: Of the region.
    """
    shutil.rmtree(folder, ignore_errors=True)
    region = make_region(folder / "regio", seed)
    outputs = _highlights(qgis, region, folder)
    truth = region.folder
    found = compare_parks(truth, outputs["vakantieparken"])
    wrong = kinds_of_parks(truth, outputs["vakantieparken"], found.fp)
    judged = [Judged("vakantiepark", found, wrong, kinds_of_planted(truth, found.fn), PARKS)]
    for soort, compare, algorithm, target in (
        (DWELLING, compare_dwellings, "bedrijfswoningen", DWELLINGS),
        (ABOVE_KIND, compare_above, "bezetting", NOTHING),
        (ADMINISTRATIVE_KIND, compare_administrative, "bezetting", NOTHING),
        (VACANT, compare_vacancy, "leegstand", NOTHING),
    ):
        found = compare(truth, outputs[algorithm])
        wrong, missed = (kinds_of(truth, ids, soort) for ids in (found.fp, found.fn))
        judged.append(Judged(soort, found, wrong, missed, target))
    return judged


def _highlights(qgis: Qgis, region: DemoFiles, folder: Path) -> dict[str, Path]:
    """Algorithm -> its output."""
    delivery, addresses = region.deliveries[-1], folder / "adressen.gpkg"
    unmatched = folder / "niet_gekoppeld.gpkg"
    files = {"INPUT": delivery.xlsx, "BAG": region.bag, "OUTPUT_UNMATCHED": unmatched, "OUTPUT": addresses}
    _run(qgis, "rniinlezen", {**files, "PEILDATUM": delivery.peildatum})
    given: dict[str, object] = {"RNI": addresses, "BAG": region.bag, "FUNCTIONEEL": region.areas}
    outputs = {}
    for name in ("vakantieparken", "bedrijfswoningen", "bezetting", "leegstand"):
        outputs[name] = folder / f"{name}.gpkg"
        vacant = {"VACANT": region.vacancy} if name == "leegstand" else {}
        _run(qgis, name, {**given, **vacant, "OUTPUT": outputs[name]})
    return outputs


def _run(qgis: Qgis, algorithm: str, parameters: dict[str, object]) -> None:
    outcome = qgis.run(algorithm, **parameters)
    if outcome.status:
        raise SystemExit(f"{algorithm} failed\n{outcome.output}{outcome.messages}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Judges every seed; exit status 1 if a target is missed.

    Args:
        arguments: Of the command line; None for those that were given.
    """
    parser = argparse.ArgumentParser(prog="python -m tools.confusion", description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(SEEDS), help="of the regions (2026 2027)")
    seeds = dict.fromkeys(parser.parse_args(arguments).seeds)
    short = []
    with tempfile.TemporaryDirectory() as home:
        qgis = Qgis(Path(home))
        qgis.prepare()
        print("Highlights against what was planted; after a figure what is asked of it, where anything is")
        for seed in seeds:
            judged = judge(qgis, BUILD / str(seed), seed)
            print("\n".join(["", *lines(seed, judged)]), flush=True)
            short += [f"seed {seed}: {what}" for one in judged for what in one.short_of()]
    if short:
        raise SystemExit("\n".join(["", "Not reached:", *short]))


if __name__ == "__main__":
    main()
