"""make demo: the whole chain on a fictional region, with the plugin installed in an empty QGIS profile."""

from __future__ import annotations

import shutil
from pathlib import Path

from tools.demo import make_region
from tools.headless import Qgis
from tools.package import ROOT

BUILD = ROOT / "build"

NUMBERS = {
    "ROWS_READ": "rijen in de levering",
    "ROWS_ENDED": "waarvan al beëindigd",
    "ROWS_SKIPPED": "overgeslagen (beëindigd of zonder adres)",
    "REGISTRATIONS": "registraties gekoppeld aan een BAG-adres",
    "ADDRESSES": "adressen met registraties",
    "UNMATCHED": "registraties zonder BAG-adres in gebruik",
    "MATCHED_PERCENT": "procent gekoppeld",
    "DWELLINGS": "BAG-adressen in gebruik",
    "CELLS": "hexagonen",
    "CLUSTERS": "clusters met meer adressen dan de woningen verklaren",
    "BORDER_CLUSTERS": "daarvan over een gemeentegrens of bij de landsgrens",
    "PARKS": "plekken die een vakantiepark kunnen zijn",
    "COMPANY_DWELLINGS": "woningen die een bedrijfswoning kunnen zijn",
    "ABOVE_NORM": "adressen boven de norm (indicatie)",
    "VACANT_WITH_REGISTRATIONS": "lege woningen met registraties",
}


def run(folder: Path) -> None:
    """Makes the region, installs the plugin into an empty profile, runs the chain and tells what came out.

    Args:
        folder: Where everything goes.
    """
    print("1. Demoregio maken (fictief, uit een vast getal)")
    region = make_region(folder / "regio")
    delivery = region.deliveries[-1]
    print("2. Plugin installeren in een leeg QGIS-profiel")
    home = folder / "profiel"
    shutil.rmtree(home, ignore_errors=True)
    qgis = Qgis(home)
    qgis.prepare()
    print("3. regiobeeld in qgis_process")
    outcome = qgis.run(
        "regiobeeld",
        RNI=delivery.xlsx,
        BAG=region.bag,
        GEMEENTEN=region.gemeenten,
        CONTEXT=region.areas,
        VACANT=region.vacancy,
        BUITENLAND=f"{region.gemeenten}|layername=buitenland",
        PEILDATUM=delivery.peildatum,
        TITLE="Regiobeeld demoregio (fictief)",
        BACKGROUND="false",
        FOLDER=folder / "resultaat",
    )
    if outcome.status or "MAP" not in outcome.results:
        raise SystemExit(outcome.output + outcome.messages)
    print("\nUitkomsten")
    for name, meaning in NUMBERS.items():
        print(f"  {outcome.results[name]:>8}  {meaning}")
    print(f"  weggelaten kolommen: {outcome.results['COLUMNS_DROPPED']}")
    print("\nBestanden")
    for name in ("WORKSPACE", "PROJECT", "MAP"):
        print(f"  {outcome.results[name]}")


if __name__ == "__main__":
    run(BUILD / "demo")
