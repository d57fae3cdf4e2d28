"""Layers of hexagons as 'h3aggregeren' makes them, read back as a surface."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..core import grid
from ..core.arrays import Cells, Flags, Floats, Text, floats, text
from ..core.clusters.edges import partly_covered
from ..core.clusters.surface import Surface, surface_of
from ..core.errors import FieldMissingError, HexagonsError, LayerEmptyError, MixedDatesError, RegionError
from ..core.limits import HIGHEST_RESOLUTION, LOWEST_RESOLUTION
from ..core.municipalities import normal_code
from ..core.names import find_fields
from ..core.phrases import phrase
from ..core.tables import Column
from .objects import PEILDATUM_FIELD
from .vector import Layer, OgrLayer, layer_names

HEXAGON_LAYER = "hexagonen"

#: Our field -> its kind; other fields of a layer keep their own.
_KINDS = {
    "h3": "text",
    "resolutie": "integer",
    "adressen": "integer",
    "registraties": "integer",
    "verblijfsobjecten": "integer",
    "populatie": "integer",
    "gemeentecodes": "text",
    PEILDATUM_FIELD: "text",
}

_REMEDY = phrase("Give the output of 'h3aggregeren'.")


@dataclass(frozen=True)
class HexagonLayer:
    """A layer of hexagons, in ascending order of cell.

    Attributes:
        surface: What tests work on.
        partly: Cells of which some homes have no data.
        columns: All fields of the layer, in its order.
        without_count: Cells with a number of addresses that can't be used; unknown there.
        more_than_homes: Cells with more addresses with registrations than homes.
        absent: Municipalities of the region without any object in it.
    """

    surface: Surface
    partly: Flags
    columns: tuple[Column, ...]
    without_count: int
    more_than_homes: int
    absent: tuple[str, ...]


def hexagon_layer(path: Path) -> OgrLayer:
    """The layer of a file that holds hexagons: by its name, else the first with a field h3, else the first.

    Args:
        path: The file.
    """
    names = layer_names(path)
    if HEXAGON_LAYER in names:
        return OgrLayer(path, HEXAGON_LAYER)
    layers = [OgrLayer(path, name) for name in names]
    return next((layer for layer in layers if "h3" in {field.lower() for field in layer.fields}), OgrLayer(path))


def read_hexagons(layer: Layer, region: Optional[frozenset[str]] = None) -> HexagonLayer:
    """A layer of hexagons.

    Args:
        layer: The layer.
        region: Codes of the municipalities of which results are shown; None for all.

    Raises:
        FieldMissingError: It lacks a field.
        HexagonsError: Its cells can't be used.
        LayerEmptyError: There are none.
        MixedDatesError: It has more than one reference date.
        RegionError: No hexagon has an object in one of the municipalities of the region.
    """
    named = find_fields(layer.fields, {ours: [ours] for ours in _KINDS})
    for field in ("h3", "adressen", *(("gemeentecodes",) if region is not None else ())):
        if field not in named:
            raise FieldMissingError(layer=layer.label, field=field, found=", ".join(layer.fields), remedy=_REMEDY)
    values = _columns(layer)
    if not values or not len(values[named["h3"]]):
        raise LayerEmptyError(layer=layer.label, reason=phrase("it is empty"))
    cells = _cells(text(values[named["h3"]]), layer.label)
    ours = {name: values[theirs] for name, theirs in named.items()}
    surface, partly, without_count, more = _surface(ours, cells, region, layer.label)
    order = np.argsort(cells, kind="stable")
    columns = tuple(_column(name, array[order]) for name, array in values.items())
    absent = _absent(region, surface.gemeentecodes)
    return HexagonLayer(surface, partly[order], columns, without_count, more, absent)


def _surface(
    ours: Mapping[str, npt.NDArray[Any]], cells: Cells, region: Optional[frozenset[str]], label: str
) -> tuple[Surface, Flags, int, int]:
    n = len(cells)
    unknown = np.full(n, np.nan)
    codes = text(ours["gemeentecodes"]) if "gemeentecodes" in ours else np.full(n, "", dtype=object)
    _check_region(region, codes, label)
    cases, without_count = _counts(ours["adressen"])
    persons = _counts(ours["registraties"])[0] if "registraties" in ours else unknown
    homes = _counts(ours["verblijfsobjecten"])[0] if "verblijfsobjecten" in ours else unknown
    population = _counts(ours["populatie"])[0] if "populatie" in ours else homes
    with np.errstate(invalid="ignore"):
        more = int(((population > 0) & (cases > population)).sum())
    surface = surface_of(cells, cases, population, persons, codes, region, _date(ours, label))
    return surface, partly_covered(population, homes), without_count, more


def _columns(layer: Layer) -> dict[str, npt.NDArray[Any]]:
    parts = [chunk.columns for chunk in layer.chunks(list(layer.fields))]
    return {name: np.concatenate([part[name] for part in parts]) for name in layer.fields} if parts else {}


def _cells(names: Text, label: str) -> Cells:
    """The cells, each once, of one resolution that is offered, and where Dutch data can lie.

    Raises:
        HexagonsError: They aren't.
    """
    is_cell = grid.h3_library().is_valid_cell
    numbers = [_number(name) for name in names]
    wrong = sum(1 for number in numbers if not is_cell(number))
    if wrong:
        raise HexagonsError(
            layer=label,
            reason=phrase("{wrong} of its {count} values of h3 are no H3 cell", wrong=wrong, count=len(names)),
        )
    cells = np.array(numbers, dtype=np.uint64)
    found = np.unique(grid.resolutions(cells))
    if len(found) > 1:
        listed = ", ".join(map(str, found.tolist()))
        raise HexagonsError(
            layer=label,
            reason=phrase("it has hexagons of several resolutions ({listed}); select one of them", listed=listed),
        )
    if not LOWEST_RESOLUTION <= found[0] <= HIGHEST_RESOLUTION:
        reason = phrase(
            "its resolution is {found}, and only {lowest_resolution} to {highest_resolution} can be used",
            found=found[0],
            lowest_resolution=LOWEST_RESOLUTION,
            highest_resolution=HIGHEST_RESOLUTION,
        )
        raise HexagonsError(layer=label, reason=reason)
    away = int((~_in_reach(cells)).sum())
    if away:
        raise HexagonsError(
            layer=label,
            reason=phrase("{away} of its {count} hexagons lie far from the Netherlands", away=away, count=len(cells)),
        )
    twice = len(cells) - len(np.unique(cells))
    if twice:
        raise HexagonsError(layer=label, reason=phrase("{twice} hexagons are in it more than once", twice=twice))
    return cells


def _in_reach(cells: Cells) -> Flags:
    """Cells of which the centre lies where Dutch data can lie."""
    degrees = np.array([grid.h3_library().cell_to_latlng(cell) for cell in cells.tolist()])
    return grid.inside(degrees[:, 1], degrees[:, 0], grid.LONLAT)


def _number(name: str) -> int:
    try:
        number = int(name, 16)
    except ValueError:
        return 0
    return number if 0 <= number < 1 << 64 else 0


def _counts(values: npt.NDArray[Any]) -> tuple[Floats, int]:
    """Whole numbers, NaN where there is none, and how many values are something else."""
    given = floats(values)
    with np.errstate(invalid="ignore"):
        whole = np.isfinite(given) & (given >= 0) & (given == np.floor(given))
    return np.where(whole, given, np.nan), int((~whole & ~np.isnan(given)).sum())


def _date(ours: Mapping[str, npt.NDArray[Any]], label: str) -> str:
    dates = sorted(set(text(ours[PEILDATUM_FIELD]).tolist()) - {""}) if PEILDATUM_FIELD in ours else []
    if len(dates) > 1:
        raise MixedDatesError(layer=label, dates=", ".join(dates))
    return next(iter(dates), "")


def _check_region(region: Optional[frozenset[str]], codes: Text, label: str) -> None:
    """Refuses a region that has nothing to do with the layer."""
    absent = _absent(region, codes)
    if region is not None and len(absent) == len(region):
        known = ", ".join(sorted(_present(codes))) or phrase("none")
        raise RegionError(unknown=", ".join(absent), layer=label, known=known)


def _absent(region: Optional[frozenset[str]], codes: Text) -> tuple[str, ...]:
    return tuple(sorted((region or frozenset()) - _present(codes)))


def _present(codes: Text) -> set[str]:
    return {code for listed in set(codes.tolist()) for code in listed.split(",")} - {""}


def _column(name: str, values: npt.NDArray[Any]) -> Column:
    usual = "text" if values.dtype.kind in "OSU" else "integer" if values.dtype.kind in "iub" else "real"
    return Column(name, _KINDS.get(name.lower(), usual), values)


def region_codes(layer: Layer) -> Optional[frozenset[str]]:
    """Codes of the municipalities that a layer of 'gebiedenophalen' says are in the region; None if it doesn't say.

    Args:
        layer: Municipalities.
    """
    named = find_fields(layer.fields, {"in_regio": ["in_regio"], "code": ["gemeentecode"]})
    if len(named) < 2:
        return None
    codes: set[str] = set()
    for chunk in layer.chunks(list(named.values())):
        inside = floats(chunk.columns[named["in_regio"]]) == 1
        codes |= {normal_code(code) for code in text(chunk.columns[named["code"]][inside])}
    return frozenset(codes)


def earlier_runs(path: Path, layer: str) -> list[dict[str, Any]]:
    """What a file already says of how a layer was made, oldest first: rows of its table herkomst, field -> value.

    Args:
        path: The file; nothing if it is not there or somebody else's.
        layer: The layer.
    """
    if not path.is_file():
        return []
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            database.row_factory = sqlite3.Row
            rows = database.execute("SELECT * FROM herkomst WHERE laag = ?", (layer,)).fetchall()
    except sqlite3.Error:
        return []
    return [{key: row[key] for key in row.keys() if row[key] is not None} for row in rows]  # noqa: SIM118
