"""The municipalities of a region and those around it, from the service or from polygons of the user."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..core.area import Area, area_of, area_of_polygons
from ..core.arrays import text
from ..core.errors import FieldMissingError, GeometryTypeError, LayerEmptyError
from ..core.geometry import area_to_rd, polygons_to_rd, shapely_library
from ..core.grid import RD_NEW
from ..core.municipalities import FIELDS, OWN_CODE_FIELDS, Municipalities, are_codes, municipalities
from ..core.names import find_fields
from ..core.phrases import joined, phrase
from ..core.service_errors import ServiceAnswerError, ServiceError
from .bodies import shown
from .channel import Names, NotInOneGo
from .objects import read_municipalities
from .ogcapi import OgcApi
from .services import Service, regions, service
from .transport import Transport
from .vector import Chunk, Layer
from .wfs import Wfs

_KIND = "gemeente"


@dataclass(frozen=True)
class Borders:
    """Where municipalities come from.

    Attributes:
        attribution: What a map must say.
        address: The address of the service, or the layer of the user.
        licence: Licence of the data, "" if unknown.
    """

    attribution: str
    address: str
    licence: str


def fetch_municipalities(transport: Transport) -> tuple[Municipalities, Borders]:
    """All municipalities of the Netherlands, in RD New.

    Where the OGC API gives none, the WFS is asked.

    Args:
        transport: Sends the requests.

    Raises:
        ServiceError: Neither service answers as it should; this and the others are about the first.
        FieldMissingError: It has other fields.
        LayerEmptyError: There are no municipalities in its answer.
    """
    ogcapi, wfs = service("gemeenten_ogcapi"), service("gemeenten_wfs")
    try:
        return _municipalities(OgcApi(ogcapi, transport).pages(_KIND, None, _names()), ogcapi), _borders(ogcapi)
    except (ServiceError, LayerEmptyError, FieldMissingError) as error:
        try:
            return _municipalities(Wfs(wfs, transport).pages(_KIND, None, _names()), wfs), _borders(wfs)
        except (ServiceError, LayerEmptyError, FieldMissingError):
            raise error from None


def _borders(about: Service) -> Borders:
    return Borders(about.attribution, shown(about.url), about.licence)


def region_area(wanted: str, guard: float, transport: Transport) -> tuple[Area, Borders]:
    """A region by its name or its municipalities, with what lies around it.

    Args:
        wanted: Name of a preset, or codes and names of municipalities separated by commas.
        guard: Width of the guard zone (m).
        transport: Sends the requests.

    Raises:
        RegionError: A municipality is not there.
        MergedMunicipalityError: A municipality is no more.
        ServiceError: The boundaries can't be had.
    """
    around, borders = fetch_municipalities(transport)
    return area_of(regions().select(wanted, around, shown(borders.address)), around, guard), borders


def polygon_area(layer: Layer, guard: float) -> tuple[Area, Borders]:
    """An area of polygons that the user gave; where they have a municipality code they count as municipalities.

    Args:
        layer: The polygons.
        guard: Width of the guard zone (m).

    Raises:
        GeometryTypeError: They are no polygons.
        CrsMissingError: The layer has no coordinate reference system.
        LayerEmptyError: There are none, or some of them lack a code that the others have.
    """
    borders = Borders(layer.label, layer.label, "")
    if _are_municipalities(layer):
        region = read_municipalities(layer)
        return area_of(region, region, guard), borders
    shapely = shapely_library()
    crs = layer.crs()
    drawn = [shape for chunk in layer.chunks([]) for shape in area_to_rd(chunk.wkb, crs) if shape is not None]
    if any(shapely.get_dimensions(shape) != 2 and not shape.is_empty for shape in drawn):
        raise GeometryTypeError(
            layer=layer.label, found=phrase("points or lines"), expected=phrase("polygons of an area")
        )
    polygons = [shape for shape in drawn if not shape.is_empty]
    if not polygons:
        reason = phrase("they all lie outside the Netherlands") if drawn else phrase("it has no polygons")
        raise LayerEmptyError(layer=layer.label, reason=reason)
    nowhere = municipalities([], [], np.empty(0, dtype=object))
    return area_of_polygons(np.array([*polygons, None], dtype=object)[:-1], nowhere, guard), borders


def _are_municipalities(layer: Layer) -> bool:
    """Whether polygons say of which municipality they are.

    A field that can hold any code, such as the identifier of a woonplaats, does so only beside a name, and if all of
    its values can be codes of municipalities.
    """
    named = find_fields(layer.fields, FIELDS)
    field = named.get("gemeentecode")
    if field is None:
        return False
    codes = [str(code) for chunk in layer.chunks([field]) for code in text(chunk.columns[field])]
    if not are_codes(code for code in codes if code):
        return False
    own = field.lower() in OWN_CODE_FIELDS
    if own and not all(codes):
        reason = phrase(
            "some of its polygons have no {field}, so they would be left out; fill it in, or remove the field",
            field=field,
        )
        raise LayerEmptyError(layer=layer.label, reason=reason)
    return own or (all(codes) and "gemeentenaam" in named)


def _names() -> Names:
    return {ours: tuple(name for name in names if name != "identificatie") for ours, names in FIELDS.items()}


def _municipalities(pages: Iterator[Chunk], about: Service) -> Municipalities:
    """Municipalities out of pages that fit together."""
    codes: list[Any] = []
    names: list[Any] = []
    polygons: list[Any] = []
    for page in _fitting(pages, about):
        codes += page.columns["gemeentecode"].tolist()
        names += page.columns.get("gemeentenaam", page.columns["gemeentecode"]).tolist()
        polygons += polygons_to_rd(page.wkb, RD_NEW).tolist()
    found = municipalities(codes, names, np.array([*polygons, None], dtype=object)[:-1])
    if not len(found):
        raise LayerEmptyError(layer=shown(about.url), reason=phrase("no row has both a code and an area"))
    return found


def _fitting(pages: Iterator[Chunk], about: Service) -> Iterator[Chunk]:
    """Pages with codes, none of which comes twice: that would mean that another was left out."""
    seen: set[Any] = set()
    url = shown(about.url)
    try:
        for page in pages:
            if "gemeentecode" not in page.columns and len(page):
                wanted = joined(phrase(" or "), _names()["gemeentecode"])
                found = ", ".join(page.columns) or phrase("none of ours")
                raise FieldMissingError(layer=url, field=wanted, found=found, remedy=about.moved)
            codes = set(page.columns.get("gemeentecode", ()))
            if not codes.isdisjoint(seen):
                raise NotInOneGo
            seen |= codes
            if len(page):
                yield page
    except NotInOneGo:
        problem = {"found": phrase("pages that repeat or don't end"), "expected": phrase("each municipality once")}
        raise ServiceAnswerError(url=url, **problem) from None
