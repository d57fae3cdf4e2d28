"""The steps of one export in this process, with the time that each takes: reading to picture."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

from arbeidsmigratie_plugin.core.disclosure import decide as deciding
from arbeidsmigratie_plugin.core.disclosure.decide import Asked, decide, frozen_levels
from arbeidsmigratie_plugin.core.disclosure.grant import Grant
from arbeidsmigratie_plugin.core.disclosure.history import Series
from arbeidsmigratie_plugin.core.disclosure.publication import MunicipalArea, Publication
from arbeidsmigratie_plugin.core.disclosure.rules import Rules
from arbeidsmigratie_plugin.core.disclosure.snapshot import snapshot
from arbeidsmigratie_plugin.core.disclosure.territory import territory
from arbeidsmigratie_plugin.core.disclosure.view import Shown, published
from arbeidsmigratie_plugin.core.grid import RD_TO_WGS84
from arbeidsmigratie_plugin.sharing.heatmap import package
from arbeidsmigratie_plugin.sharing.heatmap.classes import density_class
from arbeidsmigratie_plugin.sharing.webmap import page
from arbeidsmigratie_plugin.sources.objects import bag_layers, dwelling_points, read_municipalities
from arbeidsmigratie_plugin.sources.secrets import SecretStore
from arbeidsmigratie_plugin.sources.sharing_points import read_homes, read_rows
from arbeidsmigratie_plugin.sources.starting import open_or_start
from arbeidsmigratie_plugin.sources.vector import OgrLayer
from arbeidsmigratie_plugin.sources.writing import write
from tools.bench.export_data import DATES, RECIPIENTS, RESOLUTION, SERIES, NoVault, peildatum


class Watch:
    """Seconds per step, in the order in which steps ended first."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measures a block.

        Args:
            name: Of the step.
        """
        started = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started

    def around(self, module: Any, function: str, name: str) -> None:
        """Measures every call of a function of a module.

        Args:
            module: Where it is looked up.
            function: Its name.
            name: Of the step.
        """
        inner: Callable[..., Any] = getattr(module, function)

        def measured(*given: Any, **more: Any) -> Any:
            with self.step(name):
                return inner(*given, **more)

        setattr(module, function, measured)


def run(rni: Path, bag: Path, gemeenten: Path, ledger_file: Path, profile: Path) -> Watch:
    """Makes an export, without writing it in the ledger.

    Args:
        rni: Address points.
        bag: Homes.
        gemeenten: Municipalities.
        ledger_file: The ledger.
        profile: The plugin's folder in the profile.
    """
    watch = Watch()
    watch.around(deciding, "audit", "waarvan controle (audit)")
    watch.around(page, "web_map", "waarvan webkaart")
    watch.around(package, "render_picture", "waarvan plaatje (tekenen)")
    watch.around(package, "save_picture", "waarvan plaatje (PNG)")
    watch.around(package, "export_pdf", "waarvan PDF")
    with watch.step("lezen"):
        areas = read_municipalities(OgrLayer(gemeenten, "gemeentegebied"))
        rows = read_rows(OgrLayer(rni, "rni_adressen"), "registraties", "aanbieder_id", areas).rows
        homes = read_homes(dwelling_points(bag_layers(bag, only_bag=False)), areas)
    now, series = datetime.now(timezone.utc), Series(SERIES, Rules(), 9, RD_TO_WGS84, 5)
    with watch.step("grootboek openen en nalopen"):
        ledger, secret, _ = open_or_start(ledger_file, series, SecretStore(profile, NoVault()), now, None)
        history = ledger.history
    with watch.step("gebied en sleutels"):
        shot = snapshot(rows, peildatum(DATES), secret, SERIES)
        land = territory(areas, homes, {code: history.regions[code] for code in frozen_levels(history)})
    grant = Grant(RECIPIENTS[0], "riec", "proef", "proef", "2099-12-31", now.date().isoformat())
    with watch.step("beslissen"):
        asked = Asked(grant, RESOLUTION, series.rules, now.isoformat(timespec="seconds"))
        decision = decide(history, shot, land, homes, asked)
    ledger.close()
    with watch.step("gebieden tekenen"):
        shown = Shown(RESOLUTION, shot.peildatum, density_class)
        regions = published(decision.release.figures, land, land.homes(homes), areas, shown)
    borders = tuple(MunicipalArea(str(c), str(n), p, 1) for c, n, p in zip(areas.code, areas.name, areas.polygons))
    made = Publication("Proef", SERIES, shot.peildatum, RESOLUTION, 5, grant, regions, borders, {}, ())
    folder = profile / "pakket"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with watch.step("pakket"):
        package.write_package(made, folder, None, False, {}, write=write)
    return watch


def main(*paths: str) -> None:
    """Prints the seconds of every step.

    Args:
        paths: As run takes them.
    """
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    started = time.perf_counter()
    seconds = run(*map(Path, paths)).seconds
    total = time.perf_counter() - started
    for name in ("lezen", "grootboek openen en nalopen", "gebied en sleutels", "beslissen", "waarvan controle (audit)"):
        print(f"  {name:<30} {seconds[name]:6.2f}")
    for name in ("gebieden tekenen", "pakket", "waarvan webkaart", "waarvan plaatje (PNG)", "waarvan PDF"):
        print(f"  {name:<30} {seconds.get(name, 0.0):6.2f}")
    print(f"  {'geheel':<30} {total:6.2f}", flush=True)
    os._exit(0)  # what Python frees after QGIS has gone may crash


if __name__ == "__main__":
    main(*sys.argv[1:])
