"""The two layers of a comparison: address points, hexagons or municipalities, and how they were made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..core import grid
from ..core.arrays import Floats, Integers, Text, floats, labels, text
from ..core.clusters.comparability import Facts, Kind
from ..core.clusters.snapshots import MEASURES, Snapshot
from ..core.errors import FieldMissingError, GeometryTypeError, LayerEmptyError
from ..core.geometry import points, polygons_to_rd, shapely_library, xy_in_rd
from ..core.municipalities import FIELDS, Municipalities, normal_code
from ..core.names import find_fields
from ..core.phrases import phrase
from ..core.stock import id_numbers
from .credits import bag_credit
from .objects import ADDRESS_LAYER, delivered_municipalities, matched_in
from .recorded import Recorded, recorded
from .vector import Layer, OgrLayer, layer_names

#: Layers of a workspace that can be compared, the most telling first: single addresses can be followed.
LAYERS = (ADDRESS_LAYER, "hexagonen")

#: How the field with municipalities of a hexagon is called.
_SEVERAL = ("gemeentecodes",)

_FIELDS = {
    "object": ("adresseerbaarobject_id",),
    "cell": ("h3",),
    "code": FIELDS["gemeentecode"],
    "codes": _SEVERAL,
    "adressen": ("adressen",),
    "registraties": ("registraties",),
    "verblijfsobjecten": ("verblijfsobjecten",),
    "date": ("peildatum",),
}
_REMEDY = phrase("Give the output of 'rniinlezen' or 'h3aggregeren', or municipalities with the field adressen.")

_COVERED = re.compile(r"gemeenten ([0-9A-Za-z]+(?:,[0-9A-Za-z]+)*)")
_COUNTED = re.compile(r"telling (\S+)")
_HOMES = re.compile(r"objecten ([^;]+)")
_SURFACE = 2
_CELL = re.compile(r"[0-9a-f]{15}")
_PIPELINE = "+proj=pipeline"


def snapshot_layer(path: Path) -> OgrLayer:
    """The layer of a file to compare: address points before hexagons, else the first.

    Args:
        path: A workspace, or another file.
    """
    names = layer_names(path)
    return OgrLayer(path, next((name for name in LAYERS if name in names), None))


def read_snapshot(layer: Layer, path: Optional[Path], areas: Optional[Municipalities]) -> Snapshot:
    """Counts of one date.

    Args:
        layer: Address points of 'rniinlezen', hexagons of 'h3aggregeren', or municipalities with counts.
        path: The file it is in, None if it is in none: its table herkomst says how it was made.
        areas: Municipalities, by which addresses are placed; None to go by the codes they carry.

    Raises:
        FieldMissingError: It is none of these.
        LayerEmptyError: There is nothing in it.
        CrsMissingError: The layer has geometries, but no coordinate reference system.
    """
    named = find_fields(layer.fields, _FIELDS)
    kind = _kind(named, layer)
    columns = _columns(layer, named)
    if kind is Kind.HEXAGONS:
        columns = columns.take(np.flatnonzero([bool(_CELL.fullmatch(cell)) for cell in columns.text("cell")]))
    if not len(columns.wkb):
        raise LayerEmptyError(layer=layer.label, reason=phrase("it is empty, or has no H3 cells in the field h3"))
    facts = _facts(layer, kind, named, columns, path)
    if kind is Kind.ADDRESSES:
        return _addresses(columns, layer, facts, areas)
    if kind is Kind.HEXAGONS:
        return _hexagons(columns, facts)
    return _municipalities(columns, layer, facts)


def _kind(named: dict[str, str], layer: Layer) -> Kind:
    counted = set(named) & set(MEASURES)
    if "object" in named and "registraties" in named:
        return Kind.ADDRESSES
    if {"cell", "codes"} <= set(named) and counted:
        return Kind.HEXAGONS
    if "code" in named and counted:
        return Kind.MUNICIPALITIES
    wanted = phrase("adresseerbaarobject_id and registraties, h3 and gemeentecodes, or gemeentecode and adressen")
    raise FieldMissingError(layer=layer.label, field=wanted, found=", ".join(layer.fields), remedy=_REMEDY)


@dataclass(frozen=True)
class _Columns:
    """All objects of a layer: our field -> n values."""

    values: dict[str, npt.NDArray[Any]]
    wkb: npt.NDArray[Any]

    def text(self, name: str) -> Text:
        """Texts, "" in a layer without the field."""
        return text(self.values[name]) if name in self.values else text([""] * len(self.wkb))

    def numbers(self, name: str) -> Floats:
        """Numbers of zero or more, NaN where unknown."""
        found = floats(self.values[name]) if name in self.values else np.full(len(self.wkb), np.nan)
        with np.errstate(invalid="ignore"):
            return np.where((found >= 0) & np.isfinite(found), found, np.nan)

    def take(self, rows: npt.NDArray[Any]) -> _Columns:
        """The objects at these positions."""
        return _Columns({name: column[rows] for name, column in self.values.items()}, self.wkb[rows])


def _columns(layer: Layer, named: dict[str, str]) -> _Columns:
    parts: dict[str, list[npt.NDArray[Any]]] = {name: [] for name in named}
    shapes = [np.empty(0, dtype=object)]
    for chunk in layer.chunks(list(named.values())):
        for ours, theirs in named.items():
            parts[ours].append(np.asarray(chunk.columns[theirs], dtype=object))
        shapes.append(np.array([*chunk.wkb.tolist(), None], dtype=object)[:-1])
    joined = {name: np.concatenate(found) for name, found in parts.items() if found}
    return _Columns(joined, np.concatenate(shapes))


# How it was made ---------------------------------------------------------------------------------------------------


def _facts(layer: Layer, kind: Kind, named: dict[str, str], columns: _Columns, path: Optional[Path]) -> Facts:
    rows = [] if path is None else recorded(path)
    name = getattr(layer, "name", "")
    own = [row for row in rows if row.layer in (name, ADDRESS_LAYER)] or rows
    bag = bag_credit().source
    measures = set(named) & set(MEASURES) | ({"adressen"} if kind is Kind.ADDRESSES else set())
    cells = columns.text("cell") if kind is Kind.HEXAGONS else text([])
    told = [row.query for row in own]
    homes = next((found[1].strip() for found in map(_HOMES.search, told) if found), "")
    return Facts(
        label=layer.label,
        kind=kind,
        dates=tuple(sorted(set(columns.text("date").tolist()) - {""})),
        measures=frozenset(measures),
        source=_first(row.source for row in own if row.source != bag),
        count_field=_first(found[1] for found in map(_COUNTED.search, told) if found),
        resolutions=tuple(np.unique(grid.resolutions(grid.from_names(cells))).tolist()),
        pipeline=_pipeline(rows, name),
        covered=_covered(told, path if kind is Kind.ADDRESSES else None),
        matched=next((share for share in map(matched_in, told) if share is not None), None),
        bag_date=_first(row.date for row in rows if row.source == bag and row.date),
        homes=_homes(columns, named),
        homes_source=homes,
    )


def _homes(columns: _Columns, named: dict[str, str]) -> dict[str, float]:
    """Known numbers of homes by municipality, as the layer names it: several codes joined by commas."""
    if "verblijfsobjecten" not in named:
        return {}
    codes, homes = columns.text("codes" if "codes" in named else "code"), columns.numbers("verblijfsobjecten")
    known = np.isfinite(homes) & (codes != "")
    unique, at = np.unique(codes[known].astype(str), return_inverse=True)
    sums = np.bincount(at, homes[known], minlength=len(unique))
    names = (",".join(normal_code(code) for code in listed.split(",") if code) for listed in unique.tolist())
    return dict(zip(names, sums.tolist()))


def _covered(told: Sequence[str], path: Optional[Path]) -> frozenset[str]:
    found = next((match[1] for match in map(_COVERED.search, told) if match), "")
    return delivered_municipalities(path) or frozenset(normal_code(c) for c in found.split(",") if c)


def _pipeline(rows: Sequence[Recorded], layer: str) -> str:
    """The transformation by which the points of a layer were placed in the grid."""
    said = _first(row.query for row in rows if row.layer == layer and _PIPELINE in row.query)
    return said[said.index(_PIPELINE) :].split(";")[0].strip() if said else ""


def _first(values: Any) -> str:
    return str(next(iter(values), ""))


# The objects -------------------------------------------------------------------------------------------------------


def _addresses(columns: _Columns, layer: Layer, facts: Facts, areas: Optional[Municipalities]) -> Snapshot:
    """Addresses with a known number of registrations, one of zero included."""
    counts = columns.numbers("registraties")
    keep = np.flatnonzero(~np.isnan(counts))
    kept, counts = columns.take(keep), counts[keep]
    x, y = xy_in_rd(*points(kept.wkb), layer.crs())
    codes = text([normal_code(code) if code else "" for code in kept.text("code")])
    if areas is not None:
        codes = areas.codes_of(labels(codes), x, y).text()
    return Snapshot(
        facts=facts,
        ids=id_numbers(kept.text("object")),
        codes=codes,
        adressen=(counts > 0).astype(np.float64),
        registraties=counts,
        verblijfsobjecten=np.full(len(keep), np.nan),
        x=x,
        y=y,
        shapes=np.full(len(keep), None, dtype=object),
    )


def _hexagons(columns: _Columns, facts: Facts) -> Snapshot:
    shapely = shapely_library()
    cells = grid.from_names(columns.text("cell"))
    outlines = grid.boundaries(cells)
    rings = [np.column_stack([outlines.x[a:b], outlines.y[a:b]]) for a, b in _spans(outlines.starts)]
    shapes = np.array([*(shapely.Polygon(ring) for ring in rings), None], dtype=object)[:-1]
    centres = shapely.centroid(shapes)
    codes = [",".join(normal_code(c) for c in code.split(",") if c) for code in columns.text("codes").tolist()]
    return Snapshot(
        facts=facts,
        ids=cells.astype(np.int64),
        codes=text(codes),
        adressen=columns.numbers("adressen"),
        registraties=columns.numbers("registraties"),
        verblijfsobjecten=columns.numbers("verblijfsobjecten"),
        x=shapely.get_x(centres),
        y=shapely.get_y(centres),
        shapes=shapes,
    )


def _spans(starts: Integers) -> list[tuple[int, int]]:
    return list(zip(starts[:-1].tolist(), starts[1:].tolist()))


def _municipalities(columns: _Columns, layer: Layer, facts: Facts) -> Snapshot:
    """Rows with a code; that of a municipality in which nothing was counted is unknown."""
    codes = text([normal_code(code) if code else "" for code in columns.text("code")])
    keep = np.flatnonzero(codes != "")
    kept = columns.take(keep)
    shapes = np.full(len(keep), None, dtype=object)
    drawn = np.flatnonzero(np.fromiter((bool(wkb) for wkb in kept.wkb), np.bool_, len(keep)))
    if len(drawn):
        shapes[drawn] = polygons_to_rd(kept.wkb[drawn], layer.crs())
    measured = next((kept.numbers(name) for name in MEASURES if name in facts.measures), np.full(len(keep), np.nan))
    covered = frozenset(codes[keep][~np.isnan(measured)].tolist())
    return Snapshot(
        facts=replace(facts, covered=facts.covered or covered),
        ids=np.array([int(code) if code.isdigit() else -1 for code in codes[keep]], dtype=np.int64),
        codes=codes[keep],
        adressen=kept.numbers("adressen"),
        registraties=kept.numbers("registraties"),
        verblijfsobjecten=kept.numbers("verblijfsobjecten"),
        x=np.full(len(keep), np.nan),
        y=np.full(len(keep), np.nan),
        shapes=shapes,
    )


def read_polygons(layer: Layer) -> npt.NDArray[np.object_]:
    """Polygons of a layer in RD New, whatever they are.

    Args:
        layer: The layer.

    Raises:
        GeometryTypeError: It has points or lines.
        LayerEmptyError: There is nothing in it.
        CrsMissingError: The layer has no coordinate reference system.
    """
    crs = layer.crs()
    found = [polygons_to_rd(chunk.wkb, crs) for chunk in layer.chunks([])]
    shapes = np.concatenate([np.empty(0, dtype=object), *found])
    shapes = shapes[[shape is not None and not shape.is_empty for shape in shapes.tolist()]]
    if not len(shapes):
        raise LayerEmptyError(layer=layer.label, reason=phrase("no object has an area"))
    if not (shapely_library().get_dimensions(shapes) == _SURFACE).all():
        raise GeometryTypeError(layer=layer.label, found=phrase("points or lines"), expected=phrase("polygons"))
    return shapes
