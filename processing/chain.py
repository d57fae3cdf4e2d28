"""The chain of 'regiobeeld': delivery, BAG and municipalities become a workspace, a project and a picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.arrays import Flags, Floats, labels
from ..arbeidsmigratie_plugin.core.bag import BagObjects, in_stock
from ..arbeidsmigratie_plugin.core.errors import MatchRateError
from ..arbeidsmigratie_plugin.core.grid import RD_NEW, RD_TO_WGS84
from ..arbeidsmigratie_plugin.core.limits import HIGHEST_RESOLUTION
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.core.tables import Table
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sharing import layers
from ..arbeidsmigratie_plugin.sharing.layout import export_picture
from ..arbeidsmigratie_plugin.sources.objects import Points, read_functional_areas
from ..arbeidsmigratie_plugin.sources.staging import staged
from ..arbeidsmigratie_plugin.sources.writing import write
from .borders import region_of
from .maps import make_project
from .progress import go_on
from .provenance import of_bag, of_borders, of_context, of_delivery
from .reports import report_hexagons, report_import, report_left_out
from .run import Run
from .standing_out import Region, standing_out
from .steps import Aggregation, Import, aggregate, check_covered, read_and_count
from .targets import Targets


@dataclass(frozen=True)
class Settings:
    """What a run was asked, apart from its layers.

    Attributes:
        peildatum: Reference date.
        resolution: H3 resolution.
        region: Codes or names of municipalities, "" for all.
        covered: Codes of the municipalities with a delivery; empty to go by the delivery.
        minimum_matched: Lowest matched share in percent for which a map is made.
        title: Title of the map.
        background: Whether to add the background map.
        folder: Where the results go.
    """

    peildatum: date
    resolution: int
    region: str
    covered: frozenset[str]
    minimum_matched: float
    title: str
    background: bool
    folder: Path


def make_regiobeeld(run: Run, settings: Settings, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Runs the chain; the three results appear together or not at all."""
    Targets.of(run).check_apart(_targets(settings))
    areas, everywhere = region_of(run, "GEMEENTEN", settings.region)
    check_covered(settings.covered, areas)
    report_left_out(run.left_out("BAG"), feedback)
    outcome = read_and_count(
        run.file("RNI"), run.bag("BAG"), settings.peildatum, feedback, areas=areas, around=everywhere
    )
    if not settings.region:
        areas = areas.take(np.isin(areas.code.astype(str), sorted(set(outcome.bag.gemeentecode))))
    results = report_import(outcome.delivery, outcome.counts, feedback)
    if outcome.counts.located_percent < settings.minimum_matched:
        percent = f"{outcome.counts.located_percent:.1f}"
        raise MatchRateError(percent=percent, minimum=f"{settings.minimum_matched:g}")
    covered = _covered(settings, outcome, areas)
    feedback.pushInfo(tr("Municipalities with a delivery: {codes}").format(codes=", ".join(sorted(covered))))
    counted = _aggregate(outcome, areas, settings.resolution, covered)
    results.update(report_hexagons(counted.hexagons, counted.addresses, counted.dwellings, feedback))
    go_on(feedback, 50)
    tables, sources = _tables(run, settings, outcome, counted, areas, covered)
    finer = None
    if settings.resolution < HIGHEST_RESOLUTION:
        finer = _aggregate(outcome, areas, settings.resolution + 1, covered).hexagons
    region = Region(outcome.counts, settings.peildatum, areas, everywhere, covered)
    more = standing_out(run, region, counted.hexagons, finer, tables[0], feedback)
    results.update(more.numbers)
    herkomst = layers.provenance_table([*sources, *more.sources])
    results.update(_write([*tables, *more.tables, herkomst], settings, feedback))
    return results


def _covered(settings: Settings, outcome: Import, areas: Municipalities) -> frozenset[str]:
    """Municipalities with a delivery: as asked, else as the delivery says, else where its addresses are."""
    region = frozenset(areas.code)
    delivered = region & frozenset(outcome.counts.municipalities)
    return settings.covered or delivered or region & frozenset(outcome.counts.objects.gemeentecode)


def _aggregate(outcome: Import, areas: Municipalities, resolution: int, covered: frozenset[str]) -> Aggregation:
    counts = outcome.counts
    addresses = _points(counts.objects, np.ones(len(counts.objects), dtype=np.bool_), counts.registraties.astype(float))
    dwellings = _points(outcome.bag, in_stock(outcome.bag.status), np.zeros(len(outcome.bag)))
    return aggregate([addresses], [dwellings], areas, resolution, covered, layers.ADDRESSES)


def _points(objects: BagObjects, keep: Flags, registrations: Floats) -> Points:
    kept = objects.take(keep)
    return Points(kept.x, kept.y, RD_NEW, labels(kept.gemeentecode), registrations[keep])


def _tables(
    run: Run,
    settings: Settings,
    outcome: Import,
    counted: Aggregation,
    areas: Municipalities,
    covered: frozenset[str],
) -> tuple[list[Table], list[layers.Provenance]]:
    peildatum = settings.peildatum.isoformat()
    tables = [
        layers.hexagon_table(counted.hexagons, settings.resolution, peildatum),
        layers.municipality_table(areas, covered),
        layers.address_table(outcome.counts, peildatum),
        layers.unmatched_table(outcome.counts, peildatum),
    ]
    sources = [
        of_delivery(run, "RNI", outcome.counts.rows_read, settings.peildatum, covered, outcome.counts.matched_percent),
        of_bag(run, "BAG", layers.HEXAGONS, len(outcome.bag), f"{settings.resolution} {RD_TO_WGS84}"),
        of_borders(run, "GEMEENTEN", len(areas)),
    ]
    if run.given("CONTEXT"):
        context = read_functional_areas(run.layers("CONTEXT"), areas)
        tables.append(layers.functional_table(context.columns, context.polygons))
        sources.append(of_context(run, "CONTEXT", len(context)))
    return tables, sources


def _write(tables: list[Table], settings: Settings, feedback: QgsProcessingFeedback) -> dict[str, str]:
    """Makes all three files in a folder of their own beside the results, then moves them in place together."""
    targets = _targets(settings)
    with staged(list(targets.values())) as (workspace, project, picture):
        write(workspace, tables)
        go_on(feedback, 70)
        made = make_project(workspace, settings.title, project, settings.background, feedback)
        go_on(feedback, 80)
        export_picture(made.layout, picture, without=made.unreachable_background())
        made.close()
    return {key: str(file) for key, file in targets.items()}


def _targets(settings: Settings) -> dict[str, Path]:
    stem = f"regiobeeld_{settings.peildatum.isoformat()}"
    suffixes = {"WORKSPACE": ".gpkg", "PROJECT": ".qgz", "MAP": ".png"}
    return {key: settings.folder / f"{stem}{suffix}" for key, suffix in suffixes.items()}
