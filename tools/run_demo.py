"""make demo: the whole chain on a fictional region, with the plugin installed in an empty QGIS profile."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

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

SHARED = {
    "REGIONS": "gepubliceerde gebieden",
    "REGISTRATIONS": "som van de afgeronde getallen",
    "TARGETS": "onveilige groepen die zijn aangevallen",
    "NARROWEST": "breedte van het smalste interval dat een aanvaller overhoudt",
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
    print("4. heatmapexport in qgis_process: een pakket voor een partner")
    shared = share(qgis, outcome.results["WORKSPACE"], region.bag, folder / "delen")
    print("\nUitkomsten")
    for name, meaning in NUMBERS.items():
        print(f"  {outcome.results[name]:>8}  {meaning}")
    print(f"  weggelaten kolommen: {outcome.results['COLUMNS_DROPPED']}")
    print("\nBestanden")
    for name in ("WORKSPACE", "PROJECT", "MAP"):
        print(f"  {outcome.results[name]}")
    print("\nPakket voor een partner: geen adres is eruit te herleiden")
    for name, meaning in SHARED.items():
        print(f"  {shared[name]:>8}  {meaning}")
    print(f"  {shared['WEBMAP']}\n  en wat daarbij hoort")


def share(qgis: Qgis, workspace: str, bag: Path, folder: Path) -> dict[str, Any]:
    """Makes a partner package of a workspace.

    Args:
        qgis: Where the plugin is installed.
        workspace: Of 'regiobeeld'.
        bag: The BAG of the region.
        folder: Where the package goes; an earlier one is of a ledger that went with its profile.
    """
    shutil.rmtree(folder, ignore_errors=True)
    outcome = qgis.run(
        "heatmapexport",
        WORKSPACE=workspace,
        DWELLINGS=bag,
        RECIPIENT="RIEC Demoregio",
        PURPOSE="Kiezen waar gemeenten en partners samen naar huisvesting kijken",
        BASIS="Convenant huisvesting arbeidsmigranten (fictief), artikel 4",
        EXPIRES=(date.today() + timedelta(days=365)).isoformat(),
        TITLE="Heatmap demoregio (fictief)",
        BACKGROUND="false",
        FOLDER=folder,
    )
    if outcome.status or "PACKAGE" not in outcome.results:
        raise SystemExit(outcome.output + outcome.messages)
    return outcome.results


if __name__ == "__main__":
    run(BUILD / "demo")
