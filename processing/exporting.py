"""The steps of 'heatmapexport': read, decide with the ledger in hand, write the package, hand it over, report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.disclosure.certificate import certificate, owners_certificate
from ..arbeidsmigratie_plugin.core.disclosure.decide import Asked, Decision, decide, frozen_levels
from ..arbeidsmigratie_plugin.core.disclosure.history import Series
from ..arbeidsmigratie_plugin.core.disclosure.publication import MunicipalArea, Publication
from ..arbeidsmigratie_plugin.core.disclosure.snapshot import snapshot
from ..arbeidsmigratie_plugin.core.disclosure.territory import Territory, territory
from ..arbeidsmigratie_plugin.core.disclosure.view import Shown, published
from ..arbeidsmigratie_plugin.sharing.heatmap.classes import density_class
from ..arbeidsmigratie_plugin.sharing.heatmap.names import file_names
from ..arbeidsmigratie_plugin.sharing.heatmap.package import write_package
from ..arbeidsmigratie_plugin.sources.handover import Handover, hand_over
from ..arbeidsmigratie_plugin.sources.secrets import SecretStore
from ..arbeidsmigratie_plugin.sources.writing import write
from ..arbeidsmigratie_plugin.version import version
from .export_report import export_numbers, remove_stale, tell_package
from .granting import Request, profile_folder, request
from .ground import Material, material
from .ledgers import held_ledger
from .main_thread import MainThread
from .maps import shared_background
from .progress import go_on
from .recording import record_now
from .run import Run

#: Without a year: a new series starts without the memory of the one before.
DEFAULT_SERIES = "rni"

#: Steps of the hand-over after which there is no way back.
_LAST_MOMENT = "recorded"


@dataclass(frozen=True)
class _Export:
    """One export under way."""

    run: Run
    asked: Request
    found: Material
    series: Series
    secret: bytes
    feedback: QgsProcessingFeedback


def export(run: Run, folder: Path, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Runs an export: it happens, or nothing does.

    Args:
        run: The parameters.
        folder: Where the package goes.
        feedback: Of the run.
    """
    asked = request(run, feedback, run.resolution("RESOLUTION"))
    asked.check_raster(run.yes("RASTER"))
    found = material(run, feedback)
    go_on(feedback, 10)
    series = asked.series(run.text("SERIES") or DEFAULT_SERIES)
    store = SecretStore(profile_folder())
    with held_ledger(run, asked, series, found, store, folder, feedback) as (ledger, secret):
        under_way = _Export(run, asked, found, series, secret, feedback)
        with hand_over(ledger, store, folder, asked.now, _steps(feedback)) as handover:
            return _made(under_way, handover, folder)


def _made(export: _Export, handover: Handover, folder: Path) -> dict[str, Any]:
    """Decides, writes the drafts, and hands them over."""
    found, asked = export.found, export.asked
    history = handover.history
    shot = snapshot(found.read.rows, found.read.peildatum, export.secret, export.series.name)
    frozen = {code: history.regions[code] for code in frozen_levels(history)}
    land = territory(found.areas, found.homes, frozen)
    made_at = asked.now.isoformat(timespec="seconds")
    wanted = Asked(asked.grant, asked.resolution, asked.rules, made_at)
    feedback = export.feedback
    decision = decide(history, shot, land, found.homes, wanted, lambda share: go_on(feedback, 20 + 40 * share))
    before = (handover.head.sequence, handover.head.digest)
    shown = (asked.public.persons, asked.public.rounding) if asked.public else None
    said = certificate(decision, export.series, asked.rules, found.homes is not None, before, version(), shown)
    publication = _publication(export, decision, land, said)
    go_on(feedback, 60)
    background = shared_background(feedback) if export.run.yes("BACKGROUND") else None
    raster, pieces = export.run.yes("RASTER"), MainThread(feedback)
    made = write_package(publication, handover.staging, background, raster, said, write=write, pieces=pieces)
    go_on(feedback, 85)
    for path in made:
        handover.draft(path.name)
    head = handover.complete(decision.release, decision.regions, shot, owners_certificate(said, decision, asked.rules))
    files = tell_package(file_names(publication), {path.name for path in made}, folder, feedback)
    remove_stale(file_names(publication), {path.name for path in made}, folder)
    return {**files, **export_numbers(decision, publication, found.read.skipped, head.sequence, feedback)}


def _publication(export: _Export, decision: Decision, land: Territory, said: dict[str, Any]) -> Publication:
    found, asked = export.found, export.asked
    public = asked.public
    shown = Shown(asked.resolution, found.read.peildatum, density_class)
    if public:
        shown = replace(shown, least=public.persons, rounding=public.rounding)
    regions = published(decision.release.figures, land, land.homes(found.homes), found.areas, shown)
    codes = np.array([region.gemeentecode for region in regions])
    areas = tuple(
        MunicipalArea(str(code), str(name), polygon, int((codes == code).sum()))
        for code, name, polygon in zip(found.areas.code, found.areas.name, found.areas.polygons)
    )
    return Publication(
        title=export.run.text("TITLE"),
        series=export.series.name,
        peildatum=found.read.peildatum,
        resolution=asked.resolution,
        rounding=public.rounding if public else export.series.rounding,
        grant=asked.grant,
        regions=regions,
        municipalities=areas,
        certificate=said,
        sources=found.sources,
    )


def _steps(feedback: QgsProcessingFeedback) -> Callable[[str], None]:
    """Progress of the hand-over; the line in the record of processing is written before anything is given out."""

    def step(name: str) -> None:
        go_on(feedback, 90 if name == _LAST_MOMENT else feedback.progress())
        if name == _LAST_MOMENT:
            record_now()

    return step
