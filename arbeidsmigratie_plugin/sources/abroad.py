"""Layers about other countries: borders, municipalities or districts, addresses and known housing locations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..core import grid
from ..core.arrays import Floats, Text, floats, text
from ..core.clusters.abroad import OWN, ForeignAreas, NationalBorder, Places, country_code, no_areas
from ..core.errors import CrsMissingError, FieldMissingError, GeometryTypeError, LayerEmptyError
from ..core.geometry import all_points, area_to_rd, points, shapely_library, xy_in_rd
from ..core.names import find_fields
from ..core.phrases import joined, phrase
from .vector import Chunk, Layer

#: Layers that are taken of a file with several.
BORDER_LAYER, FOREIGN_LAYER = "landsgrens", "buitenland"

#: Formats of which the standard says that they are in WGS84 (RFC 7946; TopoJSON follows it).
_ALWAYS_LONLAT = (".topojson", ".geojson", ".json")

#: Our field -> its names: ours, Natural Earth's, GADM's, Eurostat's, those of Belgian and German open data.
_LAND = ("land", "country", "landcode", "cntr_code", "cntr_id", "iso", "iso_a2", "adm0_a3", "name_0", "admin")
_AREA_FIELDS = {
    "land": _LAND,
    "naam": ("naam", "gemeentenaam", "name_nl", "name_3", "gen", "name_latn", "name", "name_2"),
    "dichtheid": ("dichtheid_km2", "adressendichtheid", "dichtheid"),
    "adressen": ("adressen", "aantal_adressen", "locaties"),
}
_LINE_FIELDS = {
    "land": _LAND,
    "left": ("adm0_left", "land_links", "left"),
    "right": ("adm0_right", "land_rechts", "right"),
}
_POSITION_FIELDS = {"x": ("lon", "lng", "longitude", "x"), "y": ("lat", "latitude", "y")}

#: Fields that the areas of one country alone have: national numbers of municipalities.
_TELLTALES = {"BE": {"nis", "reg_nis", "nisnummer"}, "DE": {"ags", "ars", "rs"}}

_M2_PER_KM2 = 1e6
_POINT, _LINE, _AREA = 0, 1, 2


def read_border(layer: Layer) -> NationalBorder:
    """A layer with national borders as lines or with countries as polygons, in RD New.

    Of lines between two named countries only those with the Netherlands on one side are kept.

    Args:
        layer: The layer.

    Raises:
        CrsMissingError: It has no coordinate reference system.
        GeometryTypeError: It has points.
        LayerEmptyError: There is no border of the Netherlands in it.
    """
    crs = _crs(layer)
    named = find_fields(layer.fields, _LINE_FIELDS)
    lands: list[str] = []
    shapes: list[Any] = []
    for chunk in layer.chunks(list(named.values())):
        sides = {ours: _countries(chunk.columns[theirs]) for ours, theirs in named.items()}
        drawn = area_to_rd(chunk.wkb, crs)
        wanted, other = _other_side(sides, len(chunk))
        for at in np.flatnonzero(wanted & _something(drawn)).tolist():
            lands.append(other[at])
            shapes.append(drawn[at])
    found = NationalBorder(text(lands), _objects(shapes))
    if any(shapely_library().get_dimensions(found.shapes) == _POINT):
        raise GeometryTypeError(
            layer=layer.label, found=phrase("points"), expected=phrase("lines or polygons of a national border")
        )
    if not len(found):
        raise LayerEmptyError(layer=layer.label, reason=phrase("no national border of the Netherlands is in it"))
    return found


def _other_side(sides: Mapping[str, Text], n: int) -> tuple[npt.NDArray[np.bool_], Text]:
    """Which lines are borders of the Netherlands, and the country on the other side."""
    everything = np.ones(n, dtype=np.bool_)
    if "left" not in sides or "right" not in sides:
        return everything, sides.get("land", _objects([""] * n))
    left, right = sides["left"], sides["right"]
    told = (left != "") & (right != "")
    return ~told | (left == OWN) | (right == OWN), np.where(left == OWN, right, np.where(right == OWN, left, ""))


def read_abroad(layers: Sequence[Layer]) -> tuple[ForeignAreas, Optional[Places]]:
    """Foreign areas out of the layers with polygons, and places out of those with points; None without such a layer.

    What lies in the Netherlands is left out of the areas.

    Args:
        layers: Layers; a table with longitude and latitude will do for points.

    Raises:
        CrsMissingError: A layer has no coordinate reference system.
        GeometryTypeError: A layer has lines.
        FieldMissingError: A table has no positions.
        LayerEmptyError: A layer has nothing that can be used.
    """
    areas: list[ForeignAreas] = []
    places: list[tuple[Floats, Floats]] = []
    for layer in layers:
        found = _read(layer)
        if isinstance(found, ForeignAreas):
            areas.append(found)
        else:
            places.append((found.x, found.y))
    if len(areas) > 1:
        joined = ForeignAreas(
            *(np.concatenate([getattr(one, name) for one in areas]) for name in ("land", "name", "density", "polygons"))
        )
    else:
        joined = areas[0] if areas else no_areas()
    if not places:
        return joined, None
    return joined, Places(np.concatenate([x for x, _ in places]), np.concatenate([y for _, y in places]))


def _read(layer: Layer) -> ForeignAreas | Places:
    named = find_fields(layer.fields, {**_AREA_FIELDS, **_POSITION_FIELDS})
    chunks = list(layer.chunks(list(named.values())))
    drawn = [chunk for chunk in chunks if any(chunk.wkb.tolist())]
    if not drawn:
        return _table(layer, chunks, named)
    if all(all_points(chunk.wkb) for chunk in drawn):
        xy = [points(chunk.wkb) for chunk in drawn]
        return _places(layer, np.concatenate([x for x, _ in xy]), np.concatenate([y for _, y in xy]), _crs(layer))
    crs = _crs(layer)
    shapes = np.concatenate([area_to_rd(chunk.wkb, crs) for chunk in drawn])
    if not np.isin(shapely_library().get_dimensions(shapes), (-1, _AREA)).all():
        raise GeometryTypeError(
            layer=layer.label, found=phrase("lines"), expected=phrase("polygons of areas, or points")
        )
    columns = {ours: np.concatenate([chunk.columns[theirs] for chunk in drawn]) for ours, theirs in named.items()}
    return _areas(layer, shapes, columns)


def _areas(layer: Layer, shapes: npt.NDArray[np.object_], columns: Mapping[str, npt.NDArray[Any]]) -> ForeignAreas:
    n = len(shapes)
    lands = _countries(columns["land"]) if "land" in columns else _objects([_country_of(layer)] * n)
    density = floats(columns["dichtheid"]) if "dichtheid" in columns else np.full(n, np.nan)
    if "adressen" in columns:
        km2 = shapely_library().area(shapes) / _M2_PER_KM2
        counted = floats(columns["adressen"]) / np.where(km2 > 0, km2, np.nan)
        density = np.where(np.isfinite(density), density, counted)
    density = np.where(density >= 0, density, np.nan)
    names = text(columns["naam"]) if "naam" in columns else _objects([""] * n)
    kept = _something(shapes) & (lands != OWN)
    if not kept.any():
        raise LayerEmptyError(layer=layer.label, reason=phrase("no area of another country lies near the Netherlands"))
    return ForeignAreas(lands[kept], names[kept], density[kept], shapes[kept])


def _table(layer: Layer, chunks: Sequence[Chunk], named: Mapping[str, str]) -> Places:
    """Points of a table with longitude and latitude."""
    for field in _POSITION_FIELDS:
        if field not in named:
            remedy = phrase("Give polygons or points, or a table with lon and lat.")
            wanted = joined(phrase(" or "), _POSITION_FIELDS[field])
            raise FieldMissingError(layer=layer.label, field=wanted, found=", ".join(layer.fields), remedy=remedy)
    x, y = (np.concatenate([np.empty(0), *(floats(chunk.columns[named[axis]]) for chunk in chunks)]) for axis in "xy")
    return _places(layer, x, y, grid.LONLAT)


def _places(layer: Layer, x: Floats, y: Floats, crs: str) -> Places:
    usable = np.isfinite(x) & np.isfinite(y)
    usable[usable] = grid.inside(x[usable], y[usable], crs)
    if not usable.any():
        raise LayerEmptyError(layer=layer.label, reason=phrase("no point lies near the Netherlands"))
    return Places(*xy_in_rd(x[usable], y[usable], crs))


def _crs(layer: Layer) -> str:
    """The coordinate reference system, also of a format that has always the same and may leave it out."""
    try:
        return layer.crs()
    except CrsMissingError:
        file = layer.label.split(", layer ")[0].lower()
        if file.endswith(_ALWAYS_LONLAT):
            return grid.LONLAT
        raise


def _country_of(layer: Layer) -> str:
    """The country of areas that don't say it: by fields that only one country has, or by how the file is called."""
    present = {field.lower() for field in layer.fields}
    for land, telltales in _TELLTALES.items():
        if present & telltales:
            return land
    code = country_code(layer.label.lower().replace("-", "_").split("_")[0])
    return code if code in ("BE", "DE") else ""


def _countries(values: npt.NDArray[Any]) -> Text:
    different = {value: country_code(value) for value in set(text(values).tolist())}
    return _objects([different[value] for value in text(values).tolist()])


def _something(shapes: npt.NDArray[np.object_]) -> npt.NDArray[np.bool_]:
    shapely = shapely_library()
    return np.asarray(~shapely.is_missing(shapes) & ~shapely.is_empty(shapes))


def _objects(values: Sequence[Any]) -> npt.NDArray[np.object_]:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out
