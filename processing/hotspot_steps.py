"""Steps of 'hotspots': what is read, and what is looked for on which grids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.clusters.cluster import Clusters
from ..arbeidsmigratie_plugin.core.clusters.hotspots import Hotspots, Method, Settings, Tail, find_hotspots
from ..arbeidsmigratie_plugin.core.clusters.sensitivity import Sensitivity, clusters_of, sensitivity
from ..arbeidsmigratie_plugin.core.clusters.surface import Surface, surface_of_hexagons
from ..arbeidsmigratie_plugin.core.errors import RegionError
from ..arbeidsmigratie_plugin.core.limits import HIGHEST_RESOLUTION
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities, normal_code
from ..arbeidsmigratie_plugin.i18n import tr
from ..arbeidsmigratie_plugin.sources.credits import Credit, recorded_credits
from ..arbeidsmigratie_plugin.sources.hexagons import (
    HEXAGON_LAYER,
    HexagonLayer,
    hexagon_layer,
    read_hexagons,
    region_codes,
)
from ..arbeidsmigratie_plugin.sources.objects import (
    address_points,
    delivered_municipalities,
    dwelling_points,
    municipality_layer,
)
from ..arbeidsmigratie_plugin.sources.services import regions
from ..arbeidsmigratie_plugin.sources.vector import OgrLayer
from .progress import go_on, in_turn
from .run import Run
from .steps import aggregate


@dataclass(frozen=True)
class Looked:
    """Everything that was looked at and found."""

    hexagons: HexagonLayer
    found: Hotspots
    other: Sensitivity
    clusters: Clusters
    sources: tuple[Credit, ...]
    other_points: bool


def settings_of(run: Run) -> Settings:
    """The settings of a run.

    Args:
        run: The parameters.
    """
    return Settings(
        method=Method(run.text("METHOD")),
        rings=run.integer("RINGS"),
        fdr=run.number("FDR"),
        fewest_homes=run.integer("MINIMUM_HOMES"),
        tail=Tail(run.text("TAIL")),
        permutations=run.integer("PERMUTATIONS") if run.given("PERMUTATIONS") else 0,
        seed=run.integer("SEED"),
        share=run.number("SHARE") / 100.0,
        radius=run.number("RADIUS"),
    )


def look(run: Run, feedback: QgsProcessingFeedback) -> Looked:
    """Reads, tests, looks at other grids, makes clusters.

    Args:
        run: The parameters.
        feedback: Of the run.
    """
    path = run.path("INPUT")
    layer = run.layer("INPUT") if path is None else hexagon_layer(path)
    areas, region = _region(run)
    hexagons = read_hexagons(layer, region)
    go_on(feedback, 30)
    found = find_hotspots(hexagons.surface, settings_of(run), hexagons.partly, areas)
    go_on(feedback, 50)
    finer = _finer(run, found, areas, region, feedback) if found.found.any() else None
    other = sensitivity(found, finer)
    go_on(feedback, 80)
    file = run.file_of("INPUT")
    said = tuple(recorded_credits(file, HEXAGON_LAYER)) if file else ()
    apart = finer is not None and _cases(finer) != _cases(hexagons.surface)
    return Looked(hexagons, found, other, clusters_of(found, other), said, apart)


def _cases(surface: Surface) -> float:
    return float(surface.cases[surface.cases >= 0].sum())


def _region(run: Run) -> tuple[Optional[Municipalities], Optional[frozenset[str]]]:
    """Municipalities, and the codes of those of which results are shown; None for all."""
    wanted = run.text("REGION")
    if not run.given("GEMEENTEN"):
        members = regions().members(wanted)
        codes = frozenset(normal_code(part) for part in members.split(",") if part.strip())
        wrong = sorted(code for code in codes if not code.isdecimal())
        if wrong:
            raise RegionError(unknown=", ".join(wrong), layer="INPUT", known=tr("codes only; give GEMEENTEN for names"))
        return None, codes or None
    areas, label = run.municipalities("GEMEENTEN")
    if wanted:
        return areas, frozenset(regions().select(wanted, areas, label).code)
    path = run.path("GEMEENTEN")
    return areas, region_codes(run.layer("GEMEENTEN") if path is None else OgrLayer(path, municipality_layer(path)))


def _finer(
    run: Run,
    found: Hotspots,
    areas: Optional[Municipalities],
    region: Optional[frozenset[str]],
    feedback: QgsProcessingFeedback,
) -> Optional[Surface]:
    """The points one resolution down, None if they were not given."""
    resolution = found.surface.resolution + 1
    if not (run.given("POINTS") and run.given("DWELLINGS")) or resolution > HIGHEST_RESOLUTION:
        return None
    points, homes = run.layer("POINTS"), run.bag("DWELLINGS", only_bag=False)
    counted = aggregate(
        in_turn(address_points(points, run.text("COUNT_FIELD")), feedback, points.count),
        in_turn(dwelling_points(homes), feedback, sum(layer.count for layer in homes)),
        areas,
        resolution,
        delivered_municipalities(run.file_of("POINTS")) or None,
        points.label,
    )
    return surface_of_hexagons(counted.hexagons, region, counted.peildatum or "")
