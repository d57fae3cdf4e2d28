"""Municipal borders and the functional areas of the topographic map, in the layouts of their sources."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from osgeo import ogr
from shapely.geometry import MultiPolygon, Polygon

from .geopackage import DATE, TEXT, Layer, write_geopackage
from .land import PROVINCIE_CODE, PROVINCIE_NAAM, Land, multi
from .model import Area, Plan
from .randomness import stream

_MUNICIPALITY_FIELDS = ("code", "identificatie", "naam", "ligt_in_provincie_code", "ligt_in_provincie_naam")
_AREA_FIELDS = (
    ("lokaal_id", TEXT),
    ("typefunctioneelgebied", TEXT),
    ("naamnl", TEXT),
    ("bronactualiteit", DATE),
)
_WOODS = ("natuurgebied, natuurreservaat", "landgoed", "boswachterij", "natuurgebied, natuurreservaat")
_WOOD_NAMES = ("De Stille Peel", "Landgoed Rullestein", "Boswachterij Hazenvenne", "Het Grote Ven", "", "Kraaienbossen")


def write_gemeenten(path: Path, land: Land) -> None:
    """Writes the municipalities and, as a layer of its own, the districts across the border.

    Args:
        path: Of the GeoPackage.
        land: Municipalities and districts.
    """
    rows = [(g.code, f"GM{g.code}", g.naam, PROVINCIE_CODE, PROVINCIE_NAAM) for g in land.gemeenten]
    inland = Layer(
        "gemeentegebied",
        ogr.wkbMultiPolygon,
        [(name, TEXT) for name in _MUNICIPALITY_FIELDS],
        rows,
        [multi(g.polygon) for g in land.gemeenten],
    )
    abroad = Layer(
        "buitenland",
        ogr.wkbMultiPolygon,
        [(name, TEXT) for name in ("code", "naam", "land")],
        [(k.code, k.naam, "Duitsland") for k in land.kreise],
        [multi(k.polygon) for k in land.kreise],
    )
    write_geopackage(path, [inland, abroad])


def name_woods(seed: int, plan: Plan) -> None:
    """Makes functional areas of the woods, without what was built on their edges.

    Args:
        seed: Seed of the region.
        plan: Gets the areas.
    """
    rng = stream(seed, "woods on the map")
    built = shapely.unary_union([claim.buffer(15) for claim in plan.claims])
    for number, wood in enumerate(plan.woods):
        shape = wood.difference(built)
        naam = _WOOD_NAMES[number] if number < len(_WOOD_NAMES) else ""
        year = int(rng.integers(2015, 2026))
        plan.areas.append(Area(_WOODS[number % len(_WOODS)], naam, shape, year))


def write_areas(path: Path, seed: int, areas: list[Area]) -> None:
    """Writes the functional areas: those of one part as vlak, the others as multivlak.

    Args:
        path: Of the GeoPackage.
        seed: Seed of the region.
        areas: In any order.
    """
    rng = stream(seed, "areas")
    single = [area for area in areas if isinstance(area.shape, Polygon)]
    several = [area for area in areas if isinstance(area.shape, MultiPolygon)]
    layers = []
    for name, geometry, items, first in (
        ("functioneel_gebied_vlak", ogr.wkbPolygon, single, 129000100),
        ("functioneel_gebied_multivlak", ogr.wkbMultiPolygon, several, 132000100),
    ):
        rows = [_row(first + number, area, rng) for number, area in enumerate(items)]
        layers.append(Layer(name, geometry, _AREA_FIELDS, rows, [area.shape for area in items]))
    write_geopackage(path, layers)


def _row(lokaal_id: int, area: Area, rng: np.random.Generator) -> tuple[str, str, str | None, str]:
    month = int(rng.integers(1, 13))
    return str(lokaal_id), area.soort, area.naam or None, f"{area.year}-{month:02d}-01"
