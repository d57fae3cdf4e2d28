"""The BAG in the layout of PDOK's bag-light.gpkg (September 2026)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from osgeo import ogr

from .geopackage import INTEGER, LARGE_INTEGER, REAL, TEXT, Layer, write_geopackage
from .land import multi
from .registers import BagObject, Registers

_ADDRESS = (
    ("openbare_ruimte_naam", TEXT),
    ("openbare_ruimte_naam_kort", TEXT),
    ("huisnummer", INTEGER),
    ("huisletter", TEXT),
    ("toevoeging", TEXT),
    ("postcode", TEXT),
    ("woonplaats_naam", TEXT),
)
_REFERENCES = (
    ("nummeraanduiding_hoofdadres_identificatie", TEXT),
    ("openbare_ruimte_identificatie", TEXT),
    ("woonplaats_identificatie", TEXT),
    ("bronhouder_identificatie", TEXT),
)
#: Columns of each layer after feature_id and geom, in their order.
FIELDS: dict[str, tuple[tuple[str, int], ...]] = {
    "verblijfsobject": (
        ("rdf_seealso", TEXT),
        ("identificatie", TEXT),
        ("oppervlakte", INTEGER),
        ("status", TEXT),
        ("gebruiksdoel", TEXT),
        *_ADDRESS,
        ("bouwjaar", INTEGER),
        ("pand_identificatie", TEXT),
        ("pandstatus", TEXT),
        *_REFERENCES,
    ),
    "pand": (
        ("identificatie", TEXT),
        ("bouwjaar", INTEGER),
        ("status", TEXT),
        ("gebruiksdoel", TEXT),
        ("oppervlakte_min", REAL),
        ("oppervlakte_max", REAL),
        ("aantal_verblijfsobjecten", LARGE_INTEGER),
    ),
    "ligplaats": (("identificatie", TEXT), ("status", TEXT), *_ADDRESS, *_REFERENCES),
    "standplaats": (("identificatie", TEXT), ("status", TEXT), *_ADDRESS, *_REFERENCES),
    "woonplaats": (
        ("identificatie", TEXT),
        ("status", TEXT),
        ("woonplaats", TEXT),
        ("bronhouder_identificatie", TEXT),
    ),
}
_SEE_ALSO = "http://bag.basisregistraties.overheid.nl/bag/id/verblijfsobject/"


def write_bag(path: Path, registers: Registers) -> None:
    """Writes all five layers.

    Args:
        path: Of the GeoPackage.
        registers: Complete.
    """
    by_kind = {
        kind: [item for item in registers.objects if item.kind == kind]
        for kind in ("verblijfsobject", "ligplaats", "standplaats")
    }
    homes = by_kind["verblijfsobject"]
    layers = [
        _layer("verblijfsobject", ogr.wkbPoint, [_home(registers, item) for item in homes], _points(homes)),
        _layer("pand", ogr.wkbMultiPolygon, _panden(registers), _outlines([p.corners for p in registers.panden])),
    ]
    for kind in ("ligplaats", "standplaats"):
        rows = [_plot(registers, item) for item in by_kind[kind]]
        layers.append(_layer(kind, ogr.wkbMultiPolygon, rows, _outlines([item.corners for item in by_kind[kind]])))
    layers.append(_woonplaatsen(registers))
    write_geopackage(path, layers)


def _layer(name: str, geometry: int, rows: Sequence[Sequence[Any]], shapes: Sequence[shapely.Geometry]) -> Layer:
    return Layer(name, geometry, FIELDS[name], rows, shapes)


def _points(items: list[BagObject]) -> Sequence[shapely.Geometry]:
    return list(shapely.points([(item.x, item.y) for item in items]))


def _outlines(outlines: Sequence[Any]) -> Sequence[shapely.Geometry]:
    polygons = [shapely.polygons(outline) for outline in outlines]
    return list(shapely.multipolygons(polygons, indices=np.arange(len(polygons))))


def _address(registers: Registers, item: BagObject) -> tuple[Any, ...]:
    street = registers.plan.streets[item.street]
    return (
        street.naam,
        street.kort or None,
        item.huisnummer,
        item.huisletter or None,
        item.toevoeging or None,
        item.postcode or None,
        registers.place(item).naam,
    )


def _references(registers: Registers, item: BagObject) -> tuple[Any, ...]:
    place = registers.place(item)
    code = registers.plan.land.gemeenten[place.gemeente].code
    return item.nummeraanduiding, registers.street_ids[item.street], place.identificatie, code


def _home(registers: Registers, item: BagObject) -> tuple[Any, ...]:
    panden = [registers.panden[number] for number in item.panden]
    return (
        _SEE_ALSO + item.identificatie,
        item.identificatie,
        item.oppervlakte,
        item.status,
        item.gebruiksdoel,
        *_address(registers, item),
        panden[0].bouwjaar if panden else None,
        ",".join(sorted(pand.identificatie for pand in panden)) or None,
        panden[0].status if panden else None,
        *_references(registers, item),
    )


def _plot(registers: Registers, item: BagObject) -> tuple[Any, ...]:
    return (item.identificatie, item.status, *_address(registers, item), *_references(registers, item))


def _panden(registers: Registers) -> list[tuple[Any, ...]]:
    inside: dict[int, list[BagObject]] = {}
    for item in registers.objects:
        for number in item.panden:
            inside.setdefault(number, []).append(item)
    rows: list[tuple[Any, ...]] = []
    for number, pand in enumerate(registers.panden):
        items = inside.get(number, [])
        uses = sorted({use for item in items for use in item.gebruiksdoel.split(",")})
        areas = [float(item.oppervlakte) for item in items]
        rows.append(
            (
                pand.identificatie,
                pand.bouwjaar,
                pand.status,
                ",".join(uses) or None,
                min(areas, default=None),
                max(areas, default=None),
                len(items),
            )
        )
    return rows


def _woonplaatsen(registers: Registers) -> Layer:
    """The places, and the larger one that two of them were until it was withdrawn."""
    plan = registers.plan
    rows, shapes = [], []
    for place in plan.places:
        code = plan.land.gemeenten[place.gemeente].code
        rows.append((place.identificatie, "Woonplaats aangewezen", place.naam, code))
        shapes.append(multi(place.polygon))
    first, second = (place for place in plan.places if place.role in ("behandeld", "stad") and place.gemeente == 0)
    rows.append(("9790", "Woonplaats ingetrokken", first.naam, plan.land.gemeenten[0].code))
    shapes.append(multi(first.polygon.union(second.polygon)))
    return _layer("woonplaats", ogr.wkbMultiPolygon, rows, shapes)
