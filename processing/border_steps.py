"""Steps of 'grensclusters': which clusters there are, and what lies on each side of a border."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

from qgis.core import QgsProcessingFeedback

from ..arbeidsmigratie_plugin.core.clusters.abroad import no_areas
from ..arbeidsmigratie_plugin.core.clusters.borders import Abroad, BorderClusters, Question, border_clusters, with_rate
from ..arbeidsmigratie_plugin.core.clusters.hotspots import Settings, find_hotspots
from ..arbeidsmigratie_plugin.core.clusters.sensitivity import clusters_of, sensitivity
from ..arbeidsmigratie_plugin.core.municipalities import Municipalities
from ..arbeidsmigratie_plugin.sharing.clusters import CLUSTERS, HOTSPOTS
from ..arbeidsmigratie_plugin.sources import abroad as foreign
from ..arbeidsmigratie_plugin.sources import clusters as source
from ..arbeidsmigratie_plugin.sources.hexagons import HEXAGON_LAYER, hexagon_layer, read_hexagons, region_codes
from ..arbeidsmigratie_plugin.sources.vector import Layer, OgrLayer, layer_names
from .borders import municipality_source
from .inputs import policies
from .progress import go_on
from .run import Run


@dataclass(frozen=True)
class Looked:
    """Everything that was looked at and found."""

    known: source.Known
    found: BorderClusters
    abroad: Abroad
    label: str
    showable: bool


def look(run: Run, feedback: QgsProcessingFeedback) -> Looked:
    """Reads, finds clusters where that wasn't done before, and looks at their borders.

    Args:
        run: The parameters.
        feedback: Of the run.
    """
    areas, _ = run.municipalities("GEMEENTEN")
    region = region_codes(municipality_source(run, "GEMEENTEN"))
    layer = _input(run)
    known, showable = _clusters(run, layer, areas, region)
    go_on(feedback, 50)
    abroad = abroad_of(run)
    decided = policies(run, "POLICY", frozenset(areas.code.tolist())) if run.given("POLICY") else None
    question = Question(run.number("DISTANCE"), known.settings, region, decided)
    go_on(feedback, 70)
    found = border_clusters(known.clusters, areas, abroad, question, known.rate)
    return Looked(known, found, abroad, layer.label, showable)


def _input(run: Run) -> Layer:
    """The layer that was given; of a file as a whole hot spots go before hexagons that were not tested."""
    path = run.path("INPUT")
    if path is None:
        return run.layer("INPUT")
    names = layer_names(path)
    wanted = next((name for name in (HOTSPOTS, CLUSTERS) if name in names), None)
    return OgrLayer(path, wanted) if wanted else hexagon_layer(path)


def _clusters(
    run: Run, layer: Layer, areas: Municipalities, region: Optional[frozenset[str]]
) -> tuple[source.Known, bool]:
    """The clusters there are, and whether the data could have shown any."""
    usual = Settings(rings=run.integer("RINGS"), fdr=run.number("FDR"))
    file = run.file_of("INPUT")
    if source.is_clusters(layer.fields):
        settings, _ = source.recorded_settings(file, CLUSTERS, usual)
        hexagons = _hexagons(run)
        return source.clusters_of_layer(layer, read_hexagons(hexagons) if hexagons else None, settings), True
    if source.is_found(layer.fields):
        settings, rate = source.recorded_settings(file, HOTSPOTS, usual)
        known = source.clusters_of_hexagons(read_hexagons(layer), settings, rate)
        if known.rate > 0:
            return replace(known, clusters=with_rate(known.clusters, known.rate)), True
        return replace(known, rate=known.clusters.surface.rate), True
    hexagons_read = read_hexagons(layer, region)
    found = find_hotspots(hexagons_read.surface, usual, hexagons_read.partly, areas)
    clusters = clusters_of(found, sensitivity(found, None))
    ranks = source.ranks(len(clusters))
    return source.Known(clusters, ranks, clusters.surface.rate, usual), found.showable


def _hexagons(run: Run) -> Optional[Layer]:
    """The hexagons that clusters were found in, None if there are none."""
    name = "HEXAGONS" if run.given("HEXAGONS") else "INPUT"
    path = run.path(name) if name == "HEXAGONS" else run.file_of(name)
    if path is None:
        return run.layer(name) if name == "HEXAGONS" else None
    if name == "HEXAGONS":
        return hexagon_layer(path)
    wanted = next((one for one in (HEXAGON_LAYER, HOTSPOTS) if one in layer_names(path)), None)
    return OgrLayer(path, wanted) if wanted else None


def abroad_of(run: Run) -> Abroad:
    """What was given of other countries.

    Args:
        run: The parameters LANDSGRENS and BUITENLAND.
    """
    border = None
    if run.given("LANDSGRENS"):
        path = run.path("LANDSGRENS")
        named = path is not None and foreign.BORDER_LAYER in layer_names(path)
        layer = OgrLayer(path, foreign.BORDER_LAYER) if path is not None and named else run.layer("LANDSGRENS")
        border = foreign.read_border(layer)
    areas, places = no_areas(), None
    if run.given("BUITENLAND"):
        areas, places = foreign.read_abroad(run.several("BUITENLAND", foreign.FOREIGN_LAYER))
    return Abroad(border, areas, places)
