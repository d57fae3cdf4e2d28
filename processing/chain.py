"""The chain of 'regiobeeld': delivery, BAG and municipalities become a workspace, a project and a picture."""

from __future__ import annotations

from dataclasses import replace
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
from ..arbeidsmigratie_plugin.sources.objects import Points, read_functional_areas
from ..arbeidsmigratie_plugin.sources.staging import staged
from ..arbeidsmigratie_plugin.sources.writing import write
from .borders import region_of
from .handed import handed_over
from .maps import Wanted, make_map
from .previous import Result, add_change, check_previous
from .progress import go_on
from .provenance import of_bag, of_borders, of_context
from .region_settings import Settings
from .registered import Registered, registered
from .reports import report_hexagons, report_left_out
from .run import Run
from .standing_out import Region, standing_out
from .steps import Aggregation, aggregate, check_covered
from .targets import Targets


def make_regiobeeld(run: Run, settings: Settings, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Runs the chain; the three results appear together or not at all."""
    handed = handed_over(run)
    settings = settings if handed is None else replace(settings, peildatum=handed.peildatum)
    Targets.of(run).check_apart(settings.targets())
    if run.given("PREVIOUS"):
        check_previous(run, settings.peildatum)
    areas, everywhere = region_of(run, "GEMEENTEN", settings.region)
    check_covered(settings.covered, areas)
    report_left_out(run.left_out("BAG"), feedback)
    outcome = registered(run, handed, settings.peildatum, areas, everywhere, feedback)
    if not settings.region:
        areas = areas.take(np.isin(areas.code.astype(str), sorted(set(outcome.bag.gemeentecode))))
    if outcome.located_percent is not None and outcome.located_percent < settings.minimum_matched:
        percent = f"{outcome.located_percent:.1f}"
        raise MatchRateError(percent=percent, minimum=f"{settings.minimum_matched:g}")
    covered = _covered(settings, outcome, areas)
    deliveries = tuple(outcome.sources(covered))
    feedback.pushInfo(tr("Municipalities with a delivery: {codes}").format(codes=", ".join(sorted(covered))))
    counted = _aggregate(outcome, areas, settings.resolution, covered)
    results = {**outcome.results}
    results.update(report_hexagons(counted.hexagons, counted.addresses, counted.dwellings, feedback))
    go_on(feedback, 50)
    tables, sources = _tables(run, settings, outcome, counted, areas, covered)
    finer = None
    if settings.resolution < HIGHEST_RESOLUTION:
        finer = _aggregate(outcome, areas, settings.resolution + 1, covered).hexagons
    region = Region(outcome.bag, outcome.counts, settings.peildatum, areas, everywhere, covered, deliveries)
    more = standing_out(run, region, counted.hexagons, finer, tables[0], feedback)
    results.update(more.numbers)
    herkomst = [*deliveries, *sources, *more.sources]
    results.update(_write(run, [*tables, *more.tables], herkomst, areas, settings, feedback))
    return results


def _covered(settings: Settings, outcome: Registered, areas: Municipalities) -> frozenset[str]:
    """Municipalities with a delivery: as asked, else as the delivery says, else where its addresses are."""
    region = frozenset(areas.code)
    delivered = region & frozenset(outcome.counts.municipalities)
    return settings.covered or delivered or region & frozenset(outcome.counts.objects.gemeentecode)


def _aggregate(outcome: Registered, areas: Municipalities, resolution: int, covered: frozenset[str]) -> Aggregation:
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
    outcome: Registered,
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
        of_bag(run, "BAG", layers.HEXAGONS, len(outcome.bag), f"{settings.resolution} {RD_TO_WGS84}"),
        of_borders(run, "GEMEENTEN", len(areas)),
    ]
    if run.given("CONTEXT"):
        context = read_functional_areas(run.layers("CONTEXT"), areas)
        tables.append(layers.functional_table(context.columns, context.polygons))
        sources.append(of_context(run, "CONTEXT", len(context)))
    return tables, sources


def _write(
    run: Run,
    tables: list[Table],
    sources: list[layers.Provenance],
    areas: Municipalities,
    settings: Settings,
    feedback: QgsProcessingFeedback,
) -> dict[str, str]:
    """Makes all three files in a folder of their own beside the results, then moves them in place together."""
    targets = settings.targets()
    with staged(list(targets.values())) as (workspace, project, picture):
        write(workspace, [*tables, layers.provenance_table(sources)])
        if run.given("PREVIOUS"):
            add_change(run, Result(workspace, targets["WORKSPACE"], areas, sources), feedback)
        go_on(feedback, 70)
        make_map(workspace, Wanted(settings.title, project, settings.background, picture), feedback)
    return {key: str(file) for key, file in targets.items()}
