"""Packages as a stranger has them: files with areas and a number in each, of this plugin or of any other tool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, Optional

import numpy as np
import numpy.typing as npt

from ..core import grid
from ..core.arrays import Flags, Floats
from ..core.disclosure.atoms import BASE_RESOLUTION
from ..core.disclosure.density import class_bounds
from ..core.disclosure.inspection_maps import Shown, rounding_of
from ..core.disclosure.known import UNBOUNDED, Bounds
from ..core.disclosure.package import CERTIFICATE, HEATMAP
from ..core.disclosure.publication import Publication
from ..core.errors import ArbeidsmigratieError
from ..core.geometry import polygons_to_rd, shapely_library
from ..core.names import find_fields
from ..core.phrases import Clause, phrase
from ..core.privacy import safe_file_name
from ..core.refusals import PackageError
from .packages import read_publication
from .vector import OgrLayer, layer_names

_M2_PER_KM2 = 1e6

#: What is looked for in a folder, the best first.
_SUFFIXES = (".gpkg", ".geojson", ".fgb", ".shp")

#: Our field -> what other tools call it.
_FIELDS = {
    "value": ("waarde", "registraties", "numpoints", "aantal", "count", "value", "personen", "persons", "n", "totaal"),
    "name": ("regio_id", "h3", "h3_index", "statcode", "gemeentecode", "code", "naam", "name", "id"),
    "date": ("peildatum",),
}

_REMEDY = phrase("Give a package of 'heatmapexport', or a layer of polygons with a count (VALUE_FIELD)")


@dataclass(frozen=True)
class Package:
    """A package that was read.

    Attributes:
        path: Its GeoPackage or other file.
        maps: What it shows: a map for each layer and reference date.
        publication: What it publishes, of a package of this plugin.
    """

    path: Path
    maps: tuple[Shown, ...]
    publication: Optional[Publication] = None


def read_packages(given: Sequence[str], value_field: str, threshold: int, rounding: int) -> list[Package]:
    """Packages, by nothing but their files.

    Args:
        given: Files, folders, or layers as 'path|layername=name'.
        value_field: Field with the count, "" to find it.
        threshold: Lowest number that the makers publish, as far as the reader knows; 0 to go by the certificate.
        rounding: What numbers are multiples of; 0 to go by the certificate, or by the numbers.

    Raises:
        PackageError: One can't be read.
    """
    packages = []
    for text in given:
        path, _, layer = text.partition("|layername=")
        packages += [_read(file, layer, value_field, threshold, rounding) for file in _files(Path(path))]
    return packages


def _files(path: Path) -> list[Path]:
    if not path.exists():
        _refuse(path, phrase("there is no such file or folder"), phrase("Check the path"))
    if path.is_file():
        return [path]
    found: list[Path] = []
    for suffix in _SUFFIXES:
        found = found or sorted(file for file in path.iterdir() if file.suffix.lower() == suffix)
    if not found:
        _refuse(path, phrase("the folder has no GeoPackage or other file with areas"), _REMEDY)
    return found


def _read(path: Path, layer: str, value_field: str, threshold: int, rounding: int) -> Package:
    try:
        names = layer_names(path)
    except ArbeidsmigratieError:
        _refuse(path, phrase("it is damaged or no file with layers"), _REMEDY)
    if HEATMAP in names and CERTIFICATE in names and layer in ("", HEATMAP):
        made = read_publication(path)
        return Package(path, (_own(path, made, threshold, rounding),), made)
    maps = []
    for name in [layer] if layer else names:
        maps += _maps(path, name, len(names) > 1, _Told(value_field, threshold, rounding))
    if not maps:
        reason = phrase("it has no layer of polygons with a field that counts")
        if value_field:
            reason = phrase("it has no layer of polygons with a field that counts ({field})", field=value_field)
        _refuse(path, reason, _REMEDY)
    return Package(path, tuple(maps))


def _own(path: Path, made: Publication, threshold: int, rounding: int) -> Shown:
    """A package of this plugin: its certificate names the rule and the rounding."""
    rules = made.certificate.get("regels")
    said = rules.get("registraties") if isinstance(rules, dict) else 0
    least = threshold or (said if isinstance(said, int) else 0)
    told = _told(made, least, rounding or made.rounding)
    return Shown(
        name=safe_file_name(path.stem),
        peildatum=made.peildatum,
        names=[region.regio_id for region in made.regions],
        values=(told.low + told.high) / 2,
        polygons=np.array([*(region.polygon for region in made.regions), None], dtype=object)[:-1],
        rounding=rounding or made.rounding,
        threshold=least,
        codes=tuple(region.gemeentecode for region in made.regions),
        cells=tuple(region.cells for region in made.regions),
        told=told,
    )


def _told(made: Publication, least: int, rounding: int) -> Bounds:
    """What the regions of a package say: a number and its margin, or only the class of its density.

    A map of classes is made of sums of rounded numbers, cut down to a multiple; a sum has at most one part for each
    display cell.
    """
    low, high = [], []
    for region in made.regions:
        if region.waarde is None:
            cells = len(np.unique(grid.roll_up(np.array(region.cells, dtype=np.uint64), BASE_RESOLUTION - 1)))
            bottom, top = class_bounds(region.klasse)
            area = region.polygon.area / _M2_PER_KM2
            low.append(bottom * area - rounding * cells)
            high.append(min(top * area + rounding * (cells + 1), UNBOUNDED))
        else:
            margin = rounding - 1 if region.marge is None else max(region.marge, rounding - 1)
            low.append(region.waarde - margin)
            high.append(region.waarde + margin)
    lowest, highest = np.array(low, dtype=np.float64), np.array(high, dtype=np.float64)
    return Bounds(np.maximum(np.ceil(lowest), least).astype(np.int64), np.floor(highest).astype(np.int64))


@dataclass(frozen=True)
class _Told:
    """What the reader said of packages of other tools."""

    value_field: str
    threshold: int
    rounding: int


def _maps(path: Path, name: str, several: bool, told: _Told) -> list[Shown]:
    """The maps of one layer: one for each reference date, none if it has no areas with a count."""
    layer = _open(path, name)
    chunks = list(layer.chunks(list(layer.fields)))
    columns = {field: np.concatenate([chunk.columns[field] for chunk in chunks]) for field in layer.fields if chunks}
    field = _value_field(columns, told.value_field)
    if not field:
        return []
    polygons = polygons_to_rd(np.concatenate([chunk.wkb.astype(object) for chunk in chunks]), layer.crs())
    areas = shapely_library().get_dimensions(polygons) == 2
    if not areas.any():
        return []
    values = _counts(path, field, columns[field])
    found = find_fields(layer.fields, _FIELDS)
    names = [str(value) for value in columns[found["name"]]] if "name" in found else []
    named = np.array([*(names or [f"{name} {at + 1}" for at in range(len(values))]), ""], dtype=object)[:-1]
    dates = columns[found["date"]].astype(str) if "date" in found else np.full(len(values), "")
    title = safe_file_name(f"{path.stem}, {name}" if several else path.stem)
    return [
        _shown(title, date, areas & (dates == date), named, values, polygons, told)
        for date in np.unique(dates[areas]).tolist()
    ]


def _shown(
    title: str,
    date: str,
    rows: Flags,
    names: npt.NDArray[np.object_],
    values: Floats,
    polygons: npt.NDArray[np.object_],
    told: _Told,
) -> Shown:
    rounding = told.rounding or rounding_of(values[rows])
    return Shown(title, date, names[rows].tolist(), values[rows], polygons[rows], rounding, told.threshold)


def _open(path: Path, name: str) -> OgrLayer:
    try:
        layer = OgrLayer(path, name)
        layer.crs()
    except ArbeidsmigratieError as error:
        _refuse(path, Clause(error.sentence, error.values), _REMEDY)
    return layer


def _value_field(columns: dict[str, npt.NDArray[Any]], wanted: str) -> str:
    """The field with the count: the one that was named, one with a telling name, or the only one with numbers."""
    numbers = [field for field, column in columns.items() if column.dtype.kind in "iuf"]
    if wanted:
        return wanted if wanted in numbers else ""
    named = find_fields(numbers, {"value": _FIELDS["value"]})
    return named.get("value", numbers[0] if len(numbers) == 1 else "")


def _counts(path: Path, field: str, column: npt.NDArray[Any]) -> Floats:
    """Counts; NULL and the negative codes that some publishers use are withheld numbers."""
    values = column.astype(np.float64)
    values[values < 0] = np.nan
    there = values[np.isfinite(values)]
    if (there != np.floor(there)).any():
        _refuse(
            path, phrase("field {field} holds fractions, so it does not count", field=field), phrase("Give VALUE_FIELD")
        )
    return np.where(np.isfinite(values), values, np.nan)


def _refuse(path: Path, reason: str, remedy: str) -> NoReturn:
    raise PackageError(file=safe_file_name(path.name), reason=reason, remedy=remedy) from None
