"""Our own exports of a world as people make them: 'heatmapexport' in qgis_process, whole packages and a real ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tools.headless import Qgis

from .files import write_addresses, write_homes, write_municipalities
from .ours import Export, Exported
from .worlds import World


def export(qgis: Qgis, folder: Path, world: World, exports: Sequence[Export]) -> Exported:
    """Makes exports one after the other.

    Args:
        qgis: With the plugin.
        folder: Where inputs, ledger and packages go.
        world: The region.
        exports: What is asked.
    """
    out = Exported()
    write_homes(folder / "bag.gpkg", world)
    write_municipalities(folder / "gemeenten.gpkg", world)
    for moment in world.moments:
        write_addresses(folder / f"rni_{moment.peildatum}.gpkg", world, moment)
    for number, asked in enumerate(exports):
        outcome = qgis.run(
            "heatmapexport",
            INPUT=folder / f"rni_{asked.moment.peildatum}.gpkg",
            DWELLINGS=folder / "bag.gpkg",
            GEMEENTEN=folder / "gemeenten.gpkg",
            REGION=",".join(asked.codes),
            RECIPIENT=f"Gemeente Proefstad {number}",
            PURPOSE="proef",
            BASIS="convenant, artikel 1",
            EXPIRES="2099-12-31",
            RESOLUTION=asked.resolution,
            SERIES=f"rood-team-{world.seed}",
            LEDGER=folder / "grootboek.sqlite",
            FOLDER=folder / f"pakket_{number}",
            BACKGROUND="false",
        )
        if outcome.status or "PACKAGE" not in outcome.results:
            said = [line for line in (outcome.output + outcome.messages).splitlines() if line.strip()]
            out.refused.append(f"{asked.moment.peildatum} {','.join(asked.codes)}: {said[-1] if said else 'no word'}")
            continue
        out.paths.append(Path(outcome.results["PACKAGE"]))
        out.rounds += int(outcome.results["REPAIRS"])
        out.repeated += int(outcome.results["REPEATED"])
    return out
