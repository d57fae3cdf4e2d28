"""What the highlights look at, read in bulk: objects in use, buildings, functional areas, registrations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..core import bag
from ..core.arrays import Flags, Floats, Integers, Labels, Text, floats, integers, text
from ..core.errors import (
    FieldMissingError,
    GeometryTypeError,
    LayerEmptyError,
    RegistrationsTwiceError,
    SpatialIndexMissingError,
)
from ..core.geometry import locate, points, polygons_to_rd, shapely_library, xy_in_rd
from ..core.grid import RD_NAMES
from ..core.municipalities import normal_code
from ..core.names import find_fields
from ..core.phrases import joined, phrase
from ..core.stock import Buildings, Stock, Zones, id_numbers
from .objects import BAG_REMEDY, FUNCTIONAL_FIELDS
from .vector import Chunk, Layer, OgrLayer, layer_names

#: Layers of a BAG file that hold buildings, the most telling first.
BUILDING_LAYERS = ("panden", "pand")

#: Statuses of a building that stands (CBS: those of the stock).
STANDING = frozenset({"Pand in gebruik", "Pand in gebruik (niet ingemeten)", "Verbouwing pand", "Pand buiten gebruik"})

#: West, south, east and north in RD New (m).
Bounds = tuple[float, float, float, float]

#: Objects read at once by their number.
_BATCH = 20_000

#: Columns of which few texts differ in a chunk, so that each is decoded once.
_LABELLED = ("gemeentecode", "status", "gebruiksdoel", "straat", "huisletter", "toevoeging", "postcode", "woonplaats")


#: What lies so far outside the objects is of elsewhere (m).
_NEAR = 500.0

#: Columns that differ from object to object.
_PLAIN = ("adresseerbaarobject_id", "oppervlakte", "huisnummer", "pandidentificatie", "in_regio")

#: What a workspace says of its guard zone: 1 in the region, 0 around it.
_REGION_NAMES = {"in_regio": ("in_regio",)}


# Objects -----------------------------------------------------------------------------------------------------------


def read_stock(layers: Sequence[Layer], within: Optional[Bounds] = None) -> Stock:
    """Objects in use of BAG layers, each once; all of them where a layer says nothing of their status.

    Args:
        layers: Layers with the field names of one of the channels.
        within: Rectangle that they must touch; of a large file only these are read. None for all.

    Raises:
        FieldMissingError: A layer lacks the identifier.
        CrsMissingError: A layer has no coordinate reference system.
        LayerEmptyError: There is no object in use.
    """
    parts = [part for layer in layers for part in _parts(layer, within)]
    if not sum(len(part.ids) for part in parts):
        raise LayerEmptyError(layer=layers[0].label, reason=phrase("none of them is in use"))
    return _once(_joined(parts))


def _once(stock: Stock) -> Stock:
    """Each object once, the first time that it occurs: exports and joins double them."""
    unknown = np.flatnonzero(stock.ids < 0)
    _, first = np.unique(stock.ids, return_index=True)
    if len(first) + max(0, len(unknown) - 1) == len(stock):
        return stock
    return stock.take(np.union1d(first, unknown))


@dataclass(frozen=True)
class _Part:
    """Objects in use of one chunk; columns as in Stock, buildings as texts; None where nothing says the region."""

    ids: Integers
    labels: dict[str, Labels]
    oppervlakte: Floats
    huisnummer: Integers
    x: Floats
    y: Floats
    buildings: Text
    in_region: Optional[Flags]


def _parts(layer: Layer, within: Optional[Bounds]) -> list[_Part]:
    named = find_fields(layer.fields, {**bag.CHANNEL_NAMES, **bag.DETAIL_NAMES, **_REGION_NAMES})
    if "adresseerbaarobject_id" not in named:
        wanted, found = joined(phrase(" or "), bag.CHANNEL_NAMES["adresseerbaarobject_id"]), ", ".join(layer.fields)
        raise FieldMissingError(
            layer=layer.label, field=wanted, found=found, remedy=phrase("Give {remedy}.", remedy=BAG_REMEDY)
        )
    plain = [name for name in _PLAIN if name in named]
    few = [name for name in _LABELLED if name in named]
    crs = layer.crs()
    read = [named[name] for name in plain], [named[name] for name in few]
    chunks = _chunks(layer, *read, within if crs in RD_NAMES else None)
    return [_part(chunk, named, few, crs) for chunk in chunks]


def _part(chunk: Chunk, named: dict[str, str], few: Sequence[str], crs: str) -> _Part:
    given = {name: chunk.labels[named[name]] for name in few}
    n = len(chunk)
    keep = np.ones(n, dtype=np.bool_)
    if "status" in given and any(given["status"].names):
        keep = bag.in_use(given["status"].names)[given["status"].numbers]
    at = np.flatnonzero(keep)
    x, y = xy_in_rd(*points(chunk.wkb[at]), crs)

    def column(name: str) -> Optional[npt.NDArray[Any]]:
        return chunk.columns[named[name]][at] if name in named else None

    area, number, buildings = column("oppervlakte"), column("huisnummer"), column("pandidentificatie")
    ids, region = column("adresseerbaarobject_id"), column("in_regio")
    return _Part(
        ids=id_numbers([] if ids is None else ids),
        labels={name: given[name].take(at) for name in few if name != "status"},
        oppervlakte=np.full(len(at), np.nan) if area is None else bag.known_area(area),
        huisnummer=np.zeros(len(at), dtype=np.int64) if number is None else integers(number),
        x=x,
        y=y,
        buildings=text([""] * len(at) if buildings is None else buildings),
        in_region=None if region is None else floats(region) != 0,
    )


def _joined(parts: Sequence[_Part]) -> Stock:
    link_rows, link_buildings = _links(np.concatenate([part.buildings for part in parts]))
    codes = _together(parts, "gemeentecode")
    codes = Labels(text([normal_code(code) if code else "" for code in codes.names]), codes.numbers)
    uses = _together(parts, "gebruiksdoel")
    return Stock(
        ids=np.concatenate([part.ids for part in parts]),
        gemeentecode=codes,
        gebruiksdoel=Labels(bag.joined(uses.names), uses.numbers),
        oppervlakte=np.concatenate([part.oppervlakte for part in parts]),
        straat=_together(parts, "straat"),
        huisnummer=np.concatenate([part.huisnummer for part in parts]),
        huisletter=_together(parts, "huisletter"),
        toevoeging=_together(parts, "toevoeging"),
        postcode=_together(parts, "postcode"),
        woonplaats=_together(parts, "woonplaats"),
        x=np.concatenate([part.x for part in parts]),
        y=np.concatenate([part.y for part in parts]),
        link_rows=link_rows,
        link_buildings=link_buildings,
        in_region=_in_region(parts),
    )


def _in_region(parts: Sequence[_Part]) -> Optional[Flags]:
    """Which objects lie in the region; None where no layer says it."""
    if all(part.in_region is None for part in parts):
        return None
    everywhere = (np.ones(len(part.ids), dtype=np.bool_) for part in parts)
    return np.concatenate([own if part.in_region is None else part.in_region for part, own in zip(parts, everywhere)])


def _together(parts: Sequence[_Part], name: str) -> Labels:
    """A column of all chunks, "" in those that don't have it; equal texts get one number."""
    numbers: dict[str, int] = {}
    found = []
    for part in parts:
        own = part.labels.get(name) or Labels(text([""]), np.zeros(len(part.ids), dtype=np.int64))
        of_own = np.array([*(numbers.setdefault(str(t), len(numbers)) for t in own.names), -1], dtype=np.int64)
        found.append(of_own[own.numbers])
    return Labels(np.array([*numbers, ""], dtype=object)[:-1], np.concatenate(found))


def _links(buildings: Text) -> tuple[Integers, Integers]:
    """Objects and their buildings, one pair for each; an object can be in several."""
    numbers = id_numbers(buildings)
    one = np.flatnonzero(numbers >= 0)
    several = np.flatnonzero((numbers < 0) & (buildings != ""))
    pairs = [(row, part) for row in several.tolist() for part in buildings[row].replace(" ", "").split(",") if part]
    rows = np.concatenate([one, np.array([row for row, _ in pairs], dtype=np.int64)])
    ids = np.concatenate([numbers[one], id_numbers([part for _, part in pairs])])
    known = ids >= 0
    order = np.argsort(rows[known], kind="stable")
    return rows[known][order], ids[known][order]


def _chunks(layer: Layer, columns: Sequence[str], labelled: Sequence[str], within: Optional[Bounds]) -> Iterator[Chunk]:
    """The objects of a layer, or through its spatial index those that touch a rectangle."""
    if within is None or not isinstance(layer, OgrLayer):
        yield from layer.chunks(columns, labelled)
        return
    try:
        found = [ids for ids, _ in layer.index_entries(*within)]
    except SpatialIndexMissingError:  # a small file, or one of somebody else's making
        yield from layer.chunks(columns, labelled)
        return
    ids = np.sort(np.concatenate([np.empty(0, dtype=np.int64), *found]))
    for first in range(0, len(ids), _BATCH):
        yield from layer.chunks(columns, labelled, ids[first : first + _BATCH])


# Buildings and areas -----------------------------------------------------------------------------------------------


def building_layer(path: Path) -> Optional[OgrLayer]:
    """The layer of a BAG file that holds buildings, None if it has none.

    Args:
        path: bag-light.gpkg, or a workspace.
    """
    names = layer_names(path)
    name = next((name for name in BUILDING_LAYERS if name in names), None)
    return None if name is None else OgrLayer(path, name)


def read_buildings(layer: Layer, within: Optional[Bounds] = None) -> Buildings:
    """Buildings that stand, in RD New.

    Args:
        layer: Polygons with the field names of one of the channels.
        within: Rectangle that they must touch; of a large file only these are read. None for all.

    Raises:
        FieldMissingError: The layer lacks the identifier.
        GeometryTypeError: The geometries are no polygons.
        CrsMissingError: The layer has no coordinate reference system.
    """
    shapely = shapely_library()
    named = find_fields(layer.fields, bag.PAND_NAMES)
    if "pandidentificatie" not in named:
        wanted, found = joined(phrase(" or "), bag.PAND_NAMES["pandidentificatie"]), ", ".join(layer.fields)
        raise FieldMissingError(
            layer=layer.label, field=wanted, found=found, remedy=phrase("Give the layer pand of the BAG.")
        )
    crs = layer.crs()
    few = [named["status"]] if "status" in named else []
    ids, polygons = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=object)]
    for chunk in _chunks(layer, [named["pandidentificatie"]], few, within if crs in RD_NAMES else None):
        keep = np.ones(len(chunk), dtype=np.bool_)
        if few and any(chunk.labels[few[0]].names):
            status = chunk.labels[few[0]]
            keep = np.array([*(name in STANDING for name in status.names), False])[status.numbers]
        ids.append(id_numbers(chunk.columns[named["pandidentificatie"]][keep]))
        polygons.append(polygons_to_rd(chunk.wkb[keep], crs))
    outlines = np.concatenate(polygons)
    if len(outlines) and not np.isin(shapely.get_dimensions(outlines), (-1, 2)).all():
        raise GeometryTypeError(
            layer=layer.label, found=phrase("points or lines"), expected=phrase("polygons of buildings")
        )
    return Buildings(np.concatenate(ids), outlines, shapely.area(outlines))


def read_zones(layers: Sequence[Layer]) -> Zones:
    """Functional areas, in RD New, of all layers that have a type (vlak and multivlak).

    Args:
        layers: Of a file with TOP10NL functional areas, or of a workspace.

    Raises:
        FieldMissingError: No layer has a type.
        CrsMissingError: A layer has no coordinate reference system.
    """
    columns: dict[str, list[str]] = {name: [] for name in FUNCTIONAL_FIELDS}
    polygons: list[Any] = []
    inside: list[bool] = []
    typed = False
    for layer in layers:
        named = find_fields(layer.fields, {**FUNCTIONAL_FIELDS, **_REGION_NAMES})
        if "typefunctioneelgebied" not in named:
            continue
        typed, crs = True, layer.crs()
        for chunk in layer.chunks(list(named.values())):
            polygons += polygons_to_rd(chunk.wkb, crs).tolist()
            inside += _flags(chunk, named.get("in_regio"))
            for name, values in columns.items():
                values += text(chunk.columns[named[name]]).tolist() if name in named else [""] * len(chunk)
    if not typed:
        found = ", ".join(sorted({name for layer in layers for name in layer.fields}))
        remedy = phrase("Give TOP10NL functioneel gebied.")
        raise FieldMissingError(layer=layers[0].label, field="typefunctioneelgebied", found=found, remedy=remedy)
    return Zones(
        ids=text(columns["lokaal_id"]),
        kind=text([kind.lower() for kind in columns["typefunctioneelgebied"]]),
        name=text(columns["naamnl"]),
        date=text([date[:10] for date in columns["bronactualiteit"]]),
        polygons=np.array([*polygons, None], dtype=object)[:-1],
        in_region=np.array(inside, dtype=np.bool_),
    )


def _flags(chunk: Chunk, field: Optional[str]) -> list[bool]:
    """Which objects lie in the region, all of them where nothing says it."""
    if field is None:
        return [True] * len(chunk)
    return (floats(chunk.columns[field]) != 0).tolist()


def any_near(stock: Stock, polygons: npt.NDArray[np.object_], reach: float = _NEAR) -> bool:
    """Whether there are any shapes near the objects: a layer of elsewhere is no layer to look at.

    Args:
        stock: n objects.
        polygons: Shapely geometries in RD New.
        reach: How far beyond the rectangle around the objects (m).
    """
    placed = np.isfinite(stock.x) & np.isfinite(stock.y)
    if not len(polygons) or not placed.any():
        return False
    x, y = stock.x[placed], stock.y[placed]
    west, south, east, north = shapely_library().bounds(polygons).T
    near = (west <= x.max() + reach) & (east >= x.min() - reach) & (south <= y.max() + reach)
    return bool((near & (north >= y.min() - reach)).any())


def cut_zones(zones: Zones, within: Bounds, region: npt.NDArray[np.object_]) -> Zones:
    """The areas that touch a rectangle, with which of them lie in a region by a point inside them.

    Args:
        zones: Functional areas.
        within: The rectangle.
        region: Polygons of the region.
    """
    shapely = shapely_library()
    kept = zones.take(shapely.intersects(zones.polygons, shapely.box(*within)))
    inner = shapely.point_on_surface(kept.polygons)
    return replace(kept, in_region=locate(shapely.get_x(inner), shapely.get_y(inner), region) >= 0)


# Registrations -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Registrations:
    """Registrations per address, as 'rniinlezen' counted them.

    Attributes:
        ids: adresseerbaarobject_id of each address, as a number; -1 where it has none.
        counts: Registrations on it, NaN where unknown.
        dates: Reference dates that occur.
    """

    ids: Integers
    counts: Floats
    dates: tuple[str, ...]


def read_registrations(layer: Layer, count_field: str = "registraties") -> Registrations:
    """Address points with registrations.

    Args:
        layer: The output of 'rniinlezen'.
        count_field: Field with the registrations.

    Raises:
        FieldMissingError: The layer lacks the identifier or the count.
        RegistrationsTwiceError: An address occurs more than once.
    """
    wanted = {"id": ("adresseerbaarobject_id",), "count": (count_field.lower(),), "date": ("peildatum",)}
    named = find_fields(layer.fields, wanted)
    for ours, remedy in (
        ("id", phrase("Give the output of 'rniinlezen'.")),
        ("count", phrase("Give the output of 'rniinlezen'.")),
    ):
        if ours not in named:
            found = ", ".join(layer.fields)
            raise FieldMissingError(layer=layer.label, field=wanted[ours][0], found=found, remedy=remedy)
    ids, counts = [np.empty(0, dtype=np.int64)], [np.empty(0)]
    dates: set[str] = set()
    for chunk in layer.chunks([named["id"], named["count"]], [named["date"]] if "date" in named else []):
        ids.append(id_numbers(chunk.columns[named["id"]]))
        counts.append(floats(chunk.columns[named["count"]]))
        dates |= set(chunk.labels[named["date"]].names) if "date" in named else set()
    every = np.concatenate(ids)
    known, times = np.unique(every[every >= 0], return_counts=True)
    if len(known) and times.max() > 1:
        raise RegistrationsTwiceError(layer=layer.label, count=int((times > 1).sum()))
    return Registrations(every, np.concatenate(counts), tuple(sorted(dates - {""})))


def delivered_to(stock: Stock, found: Registrations, codes: frozenset[str]) -> Flags:
    """Whether registrations were delivered for the municipality of each object.

    Args:
        stock: n objects.
        found: Registrations.
        codes: Municipalities for which they were delivered, empty if nothing says it: then those with any.
    """
    if codes or stock.codes():
        return stock.of_codes((codes or stock.codes_of(found.ids)) - {""})
    return np.full(len(stock), bool(len(found.ids)))  # a BAG without municipalities: nothing to tell them apart by


def elsewhere(stock: Stock, found: Registrations) -> tuple[int, int]:
    """Registrations that no object counts, since the stock has not their address in use; and all of them.

    Args:
        stock: n objects.
        found: Registrations.
    """
    counts = np.nan_to_num(found.counts)
    return int(counts[~np.isin(found.ids, stock.ids)].sum()), int(counts.sum())


def counts_on(stock: Stock, found: Optional[Registrations], delivered: Optional[Flags] = None) -> Floats:
    """Registrations on each object; NaN where unknown: nothing was given, or not for its municipality.

    Args:
        stock: n objects.
        found: Registrations, None if none were given.
        delivered: Whether registrations were delivered for the municipality of each object; None for all.
    """
    counts = np.full(len(stock), np.nan)
    if found is None:
        return counts
    counts[slice(None) if delivered is None else delivered] = 0.0
    order = np.argsort(stock.ids, kind="stable")
    ordered = stock.ids[order]
    usable = np.flatnonzero((found.ids >= 0) & ~np.isnan(found.counts))
    at = np.minimum(np.searchsorted(ordered, found.ids[usable]), len(ordered) - 1)
    hit = ordered[at] == found.ids[usable]
    rows = order[at[hit]]
    counts[rows] = np.nan_to_num(counts[rows])
    np.add.at(counts, rows, found.counts[usable[hit]])
    return counts
