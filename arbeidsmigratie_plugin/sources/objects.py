"""What layers hold, as the domain knows it: BAG objects, address points, municipalities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..core import bag
from ..core.arrays import Floats, Labels, floats, text
from ..core.bag import BagObjects
from ..core.errors import FieldMissingError, GeometryTypeError, LayerEmptyError, LayerMissingError
from ..core.geometry import all_points, points, polygons_to_rd, shapely_library, xy_in_rd
from ..core.municipalities import Municipalities, code_and_name_fields, municipalities, normal_code
from ..core.names import find_fields
from ..core.phrases import joined, phrase
from .recorded import Recorded, recorded
from .vector import Layer, OgrLayer, layer_names

PEILDATUM_FIELD = "peildatum"

#: The layer of 'rniinlezen', and how its provenance begins to say for which municipalities registrations came.
ADDRESS_LAYER = "rni_adressen"
_DELIVERED = "gemeenten "
_BETWEEN = "; "
_MATCHED = re.compile(r"gekoppeld (\d+(?:\.\d+)?) %")

BAG_REMEDY = phrase("PDOK's bag-light.gpkg, or a layer with its field names")


@dataclass(frozen=True)
class FunctionalAreas:
    """Areas with a function: holiday parks, business estates, greenhouses.

    Attributes:
        columns: lokaal_id, typefunctioneelgebied, naamnl and bronactualiteit, each n texts.
        polygons: n Shapely polygons in RD New.
    """

    columns: dict[str, list[str]]
    polygons: npt.NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.polygons)


@dataclass(frozen=True)
class Points:
    """A chunk of objects as points.

    Attributes:
        x: n eastings or longitudes, NaN without geometry.
        y: n northings or latitudes.
        crs: Their coordinate reference system.
        codes: n municipality codes that the objects carry themselves, None if the layer has no such field.
        registrations: n counts, NaN where unknown; of address points only.
        dates: Reference dates that occur; of address points only.
    """

    x: Floats
    y: Floats
    crs: str
    codes: Optional[Labels]
    registrations: Floats
    dates: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.x)

    def municipality_codes(self, areas: Optional[Municipalities]) -> Labels:
        """The municipality of each object, "" where unknown.

        Args:
            areas: Municipalities; None to go by what the objects carry.
        """
        if areas is not None:
            return areas.codes_of(self.codes, *xy_in_rd(self.x, self.y, self.crs))
        return self.codes or Labels(np.array([""], dtype=object), np.zeros(len(self.x), dtype=np.int64))


# BAG ---------------------------------------------------------------------------------------------------------------


def bag_layers(path: Path, only_bag: bool = True) -> list[Layer]:
    """The layers of a file that hold addressable objects.

    Args:
        path: bag-light.gpkg, or another vector file with its field names.
        only_bag: Refuse a file without them; else its first layer will do, for counting.

    Raises:
        LayerMissingError: It has none.
    """
    names = layer_names(path)
    wanted = [name for name in bag.OBJECT_LAYERS if name in names]
    if not wanted:
        wanted = [name for name in names if not only_bag or _is_bag(OgrLayer(path, name))][:1]
    if not wanted:
        expected = phrase("BAG layer ({layers})", layers=", ".join(bag.OBJECT_LAYERS))
        found = ", ".join(names) or phrase("no layer at all")
        raise LayerMissingError(file=path.name, expected=expected, found=found, remedy=BAG_REMEDY)
    return [OgrLayer(path, name) for name in wanted]


def _is_bag(layer: Layer) -> bool:
    return set(bag.ADDRESS_FIELDS) <= set(bag.channel_fields(layer.fields))


def read_bag(layers: Sequence[Layer]) -> BagObjects:
    """All objects of BAG layers, whatever their status, in RD New.

    Args:
        layers: Layers with the field names of one of the channels.

    Raises:
        FieldMissingError: A layer lacks the fields of an address.
        CrsMissingError: A layer has no coordinate reference system.
        LayerEmptyError: There are no objects.
    """
    parts = []
    for layer in layers:
        named = bag.channel_fields(layer.fields)
        for field in bag.ADDRESS_FIELDS:
            if field not in named:
                wanted = joined(phrase(" or "), bag.CHANNEL_NAMES[field])
                found = ", ".join(layer.fields)
                raise FieldMissingError(
                    layer=layer.label,
                    field=wanted,
                    found=found,
                    remedy=phrase("Give {remedy}.", remedy=BAG_REMEDY),
                )
        crs = layer.crs()
        for chunk in layer.chunks(list(named.values())):
            x, y = xy_in_rd(*points(chunk.wkb), crs)
            parts.append(bag.from_columns({ours: chunk.columns[theirs] for ours, theirs in named.items()}, x, y))
    if not parts:
        raise LayerEmptyError(layer=layers[0].label, reason=phrase("it is empty"))
    return bag.concatenate(parts)


def dwelling_points(layers: Sequence[Layer]) -> Iterator[Points]:
    """BAG objects in use, in chunks; a layer without status counts in full.

    Args:
        layers: BAG layers, or other points.

    Raises:
        GeometryTypeError: A layer of polygons has not the fields of the BAG: it may hold municipalities.
        CrsMissingError: A layer has no coordinate reference system.
    """
    for layer in layers:
        named = bag.channel_fields(layer.fields)
        is_bag = set(bag.ADDRESS_FIELDS) <= set(named)
        wanted = {ours: named[ours] for ours in ("status", "gemeentecode") if ours in named}
        crs = layer.crs()
        for chunk in layer.chunks([], list(wanted.values())):
            if not (is_bag or all_points(chunk.wkb)):
                raise GeometryTypeError(
                    layer=layer.label, found=phrase("lines or polygons"), expected=phrase("points of BAG objects")
                )
            x, y = points(chunk.wkb)
            keep = np.ones(len(x), dtype=np.bool_)
            if "status" in wanted:
                status = chunk.labels[wanted["status"]]
                keep = bag.in_use(status.names)[status.numbers]
            codes = _own_codes(chunk.labels[wanted["gemeentecode"]]).take(keep) if "gemeentecode" in wanted else None
            yield Points(x[keep], y[keep], crs, codes, np.zeros(int(keep.sum())))


# Address points ----------------------------------------------------------------------------------------------------


def address_points(layer: Layer, count_field: str) -> Iterator[Points]:
    """Points with registrations, in chunks.

    Args:
        layer: The layer.
        count_field: Field with the registrations; "" counts each point as one.

    Raises:
        FieldMissingError: The layer lacks the field.
        CrsMissingError: The layer has no coordinate reference system.
    """
    present = find_fields(layer.fields, {"count": [count_field.lower()], "date": [PEILDATUM_FIELD]})
    if count_field and "count" not in present:
        remedy = phrase("Give COUNT_FIELD, or leave it empty to count every point as one registration.")
        raise FieldMissingError(layer=layer.label, field=count_field, found=", ".join(layer.fields), remedy=remedy)
    count = present.get("count")
    code = bag.channel_fields(layer.fields).get("gemeentecode")
    date = present.get("date")
    crs = layer.crs()
    for chunk in layer.chunks([count] if count else [], [name for name in (code, date) if name]):
        x, y = points(chunk.wkb)
        yield Points(
            x=x,
            y=y,
            crs=crs,
            codes=_own_codes(chunk.labels[code]) if code else None,
            registrations=floats(chunk.columns[count]) if count else np.ones(len(x)),
            dates=frozenset(set(chunk.labels[date].names) - {""}) if date else frozenset(),
        )


def _own_codes(values: Labels) -> Labels:
    return Labels(text([normal_code(code) if code else "" for code in values.names]), values.numbers)


def delivered(codes: Sequence[str], matched: Optional[float] = None) -> str:
    """How the provenance of address points says for which municipalities registrations were delivered.

    Args:
        codes: Municipality codes.
        matched: Matched share of the registrations (percent), None if unknown.
    """
    share = "" if matched is None else f"{_BETWEEN}gekoppeld {matched:.2f} %"
    return _DELIVERED + ",".join(codes) + share


def codes_in(said: str) -> frozenset[str]:
    """The municipalities of a delivery in what a provenance says; empty if it doesn't.

    Args:
        said: How a layer was made.
    """
    codes = said[len(_DELIVERED) :].split(_BETWEEN)[0] if said.startswith(_DELIVERED) else ""
    return frozenset(codes.split(",")) - {""}


def delivered_municipalities(path: Optional[Path]) -> frozenset[str]:
    """For which municipalities registrations were delivered, as the file of the points says; empty if it doesn't.

    Args:
        path: The file, None if the points are no file.
    """
    return frozenset(code for row in _said_of_points(path) for code in codes_in(row.query))


def matched_percent(path: Optional[Path]) -> Optional[float]:
    """Which share of the registrations was matched (percent), as the file of the points says; None if it doesn't.

    Of points of several deliveries it is their mean, by the rows of each.

    Args:
        path: The file, None if the points are no file.
    """
    said = [(matched_in(row.query), row.count) for row in _said_of_points(path)]
    known = [(share, max(rows, 1)) for share, rows in said if share is not None]
    return sum(share * rows for share, rows in known) / sum(rows for _, rows in known) if known else None


def matched_in(said: str) -> Optional[float]:
    """The matched share (percent) in what a provenance says; None if it doesn't.

    Args:
        said: How a layer was made.
    """
    found = _MATCHED.search(said)
    return float(found[1]) if found else None


def _said_of_points(path: Optional[Path]) -> list[Recorded]:
    rows = [] if path is None else recorded(path)
    return [row for row in rows if row.layer == ADDRESS_LAYER and row.query]


# Municipalities ----------------------------------------------------------------------------------------------------


def municipality_layer(path: Path) -> str:
    """The layer of a file that holds municipalities: by its name, else the first.

    Args:
        path: For example BestuurlijkeGebieden.gpkg of PDOK, which has provinces and the country too.
    """
    names = layer_names(path)
    return next((name for name in names if "gemeente" in name.lower()), names[0])


def read_municipalities(layer: Layer) -> Municipalities:
    """Municipalities of a polygon layer, in RD New.

    Args:
        layer: A layer with a code (gemeentecode, code, statcode or identificatie) and polygons.

    Raises:
        FieldMissingError: There is no field with a code.
        GeometryTypeError: The geometries are no polygons.
        CrsMissingError: The layer has no coordinate reference system.
        LayerEmptyError: There are no municipalities in it.
    """
    code, name = code_and_name_fields(layer.fields, layer.label)
    crs = layer.crs()
    codes, names, polygons = [], [], []
    for chunk in layer.chunks(list(dict.fromkeys((code, name)))):
        codes += chunk.columns[code].tolist()
        names += chunk.columns[name].tolist()
        polygons += polygons_to_rd(chunk.wkb, crs).tolist()
    areas = np.empty(len(polygons), dtype=object)
    areas[:] = polygons
    if len(areas) and not np.isin(shapely_library().get_dimensions(areas), (-1, 2)).all():
        raise GeometryTypeError(
            layer=layer.label, found=phrase("points or lines"), expected=phrase("polygons of municipalities")
        )
    found = municipalities(codes, names, areas)
    if not len(found):
        raise LayerEmptyError(layer=layer.label, reason=phrase("no row has both a code and an area"))
    return found


# Functional areas --------------------------------------------------------------------------------------------------

#: Our field -> the names that TOP10NL channels use.
FUNCTIONAL_FIELDS = {
    "lokaal_id": ("lokaal_id", "lokaalid", "id"),
    "typefunctioneelgebied": ("typefunctioneelgebied", "kind"),
    "naamnl": ("naamnl", "naam", "name"),
    "bronactualiteit": ("bronactualiteit", "sourcedate"),
}


def read_functional_areas(layers: Sequence[Layer], areas: Municipalities) -> FunctionalAreas:
    """Functional areas (TOP10NL functioneel gebied) that touch the municipalities, in RD New.

    Args:
        layers: Layers of which those with a type are read (vlak and multivlak).
        areas: The municipalities.

    Raises:
        FieldMissingError: No layer has a type.
        CrsMissingError: A layer has no coordinate reference system.
    """
    shapely = shapely_library()
    region = shapely.union_all(areas.polygons)
    shapely.prepare(region)
    columns: dict[str, list[str]] = {name: [] for name in FUNCTIONAL_FIELDS}
    polygons, typed = [], False
    for layer in layers:
        named = find_fields(layer.fields, FUNCTIONAL_FIELDS)
        if "typefunctioneelgebied" not in named:
            continue
        typed, crs = True, layer.crs()
        for chunk in layer.chunks(list(named.values())):
            found = polygons_to_rd(chunk.wkb, crs)
            for at in np.flatnonzero(shapely.intersects(region, found)):
                polygons.append(found[at])
                for name in columns:
                    columns[name].append(str(chunk.columns[named[name]][at]) if name in named else "")
    if not typed:
        found_fields = ", ".join(sorted({name for layer in layers for name in layer.fields}))
        remedy = phrase("Give TOP10NL functioneel gebied.")
        raise FieldMissingError(layer=layers[0].label, field="typefunctioneelgebied", found=found_fields, remedy=remedy)
    return FunctionalAreas(columns, np.array([*polygons, None], dtype=object)[:-1])
