"""What is fetched of a region: addressable objects, buildings and functional areas, and how they become layers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ..core import bag
from ..core.area import Area
from ..core.arrays import Integers, integers, labels, text
from ..core.geometry import point_wkb, points, polygons_to_rd, to_wkb
from ..core.grid import RD_NEW
from ..core.tiles import LARGEST_SPARSE_TILE, LARGEST_TILE
from .harvest import Collection, Rows
from .objects import FUNCTIONAL_FIELDS
from .store import StoredLayer
from .vector import Chunk

ADDRESSES = StoredLayer(
    "adressen",
    {
        "adresseerbaarobject_id": "text",
        "nummeraanduiding_id": "text",
        "objecttype": "text",
        "gemeentecode": "text",
        "in_regio": "integer",
        "status": "text",
        "gebruiksdoel": "text",
        "oppervlakte": "real",
        "straat": "text",
        "straat_kort": "text",
        "huisnummer": "integer",
        "huisletter": "text",
        "toevoeging": "text",
        "postcode": "text",
        "woonplaats": "text",
        "pandidentificatie": "text",
        "bouwjaar": "integer",
    },
    "Point",
    "BAG: verblijfsobjecten, standplaatsen en ligplaatsen, ook die niet in gebruik zijn.",
)

BUILDINGS = StoredLayer(
    "panden",
    {
        "pandidentificatie": "text",
        "status": "text",
        "bouwjaar": "integer",
        "gebruiksdoel": "text",
        "aantal_verblijfsobjecten": "integer",
        "in_regio": "integer",
    },
    "MultiPolygon",
    "BAG: panden, ook die niet in gebruik zijn.",
)

FUNCTIONAL_AREAS = StoredLayer(
    "functionele_gebieden",
    {
        "lokaal_id": "text",
        "typefunctioneelgebied": "text",
        "naamnl": "text",
        "bronactualiteit": "text",
        "in_regio": "integer",
    },
    "MultiPolygon",
    "TOP10NL: functionele gebieden.",
)

LAYERS = (ADDRESSES, BUILDINGS, FUNCTIONAL_AREAS)

FUNCTIONAL_KINDS = ("functioneel_gebied_vlak", "functioneel_gebied_multivlak")

#: Fields that every home has, and a berth or pitch may lack.
_HOME_FIELDS = ("postcode", "woonplaats", "gebruiksdoel", "oppervlakte")

_ID_DIGITS = 16

#: Years that registrars enter where they don't know the year of construction.
_YEAR_PLACEHOLDERS = (0, 1005, 9999)


def address_collections(area: Area, moved: str) -> list[Collection]:
    """The addressable objects of an area.

    Args:
        area: Region and guard zone.
        moved: What to do when the service has other fields.
    """
    names = {**bag.CHANNEL_NAMES, **bag.DETAIL_NAMES}
    return [
        Collection(
            kind=kind,
            layer=ADDRESSES.name,
            names=names,
            required=("adresseerbaarobject_id", "status"),
            usual=("huisnummer", "straat", *(_HOME_FIELDS if kind == "verblijfsobject" else ())),
            rows=_address_rows(kind, area),
            moved=moved,
            largest_tile=_largest_tile(kind),
            key_digits=_ID_DIGITS,
        )
        for kind in bag.OBJECT_LAYERS
    ]


def _largest_tile(kind: str) -> float:
    return LARGEST_TILE if kind == "verblijfsobject" else LARGEST_SPARSE_TILE


def building_collection(area: Area, moved: str) -> Collection:
    """The buildings of an area.

    Args:
        area: Region and guard zone.
        moved: What to do when the service has other fields.
    """
    return Collection(
        kind="pand",
        layer=BUILDINGS.name,
        names=bag.PAND_NAMES,
        required=("pandidentificatie", "status"),
        usual=("bouwjaar",),
        rows=_building_rows(area),
        moved=moved,
        key_digits=_ID_DIGITS,
    )


def functional_collections(area: Area, moved: str) -> list[Collection]:
    """The functional areas of an area.

    Args:
        area: Region and guard zone.
        moved: What to do when the service has other fields.
    """
    return [
        Collection(
            kind=kind,
            layer=FUNCTIONAL_AREAS.name,
            names=FUNCTIONAL_FIELDS,
            required=("lokaal_id", "typefunctioneelgebied"),
            rows=_functional_rows(area),
            moved=moved,
            largest_tile=LARGEST_SPARSE_TILE,
        )
        for kind in FUNCTIONAL_KINDS
    ]


def _address_rows(kind: str, area: Area) -> Callable[[Chunk], Rows]:
    def rows(page: Chunk) -> Rows:
        x, y = points(page.wkb)
        ours = {name: values for name, values in page.columns.items() if name in bag.CHANNEL_NAMES}
        found = bag.from_columns(ours, x, y)
        codes = area.codes_of(labels(found.gemeentecode), x, y).text()
        inside = area.inside(codes, x, y)
        keep = np.flatnonzero(area.keeps(inside, x, y))
        kept = found.take(keep)
        columns: dict[str, Any] = {name: getattr(kept, name) for name in ADDRESSES.fields if name in bag.CHANNEL_NAMES}
        columns |= {
            "objecttype": [kind] * len(keep),
            "gemeentecode": codes[keep],
            "in_regio": inside[keep].astype(np.int64),
            "pandidentificatie": _lists(page, "pandidentificatie", keep),
            "bouwjaar": _years(page, keep),
        }
        return Rows(columns, np.array([*point_wkb(kept.x, kept.y), None], dtype=object)[:-1])

    return rows


def _building_rows(area: Area) -> Callable[[Chunk], Rows]:
    def rows(page: Chunk) -> Rows:
        keep, inside, wkb = _areas(page, area)
        columns: dict[str, Any] = {
            name: _lists(page, name, keep) for name in ("pandidentificatie", "status", "gebruiksdoel")
        }
        columns |= {
            "bouwjaar": _years(page, keep),
            "aantal_verblijfsobjecten": _numbers(page, "aantal_verblijfsobjecten", keep),
            "in_regio": inside,
        }
        return Rows(columns, wkb)

    return rows


def _functional_rows(area: Area) -> Callable[[Chunk], Rows]:
    def rows(page: Chunk) -> Rows:
        keep, inside, wkb = _areas(page, area)
        columns: dict[str, Any] = {name: _texts(page, name, keep) for name in FUNCTIONAL_FIELDS}
        return Rows({**columns, "in_regio": inside}, wkb)

    return rows


def _areas(page: Chunk, area: Area) -> tuple[Integers, Integers, npt.NDArray[np.object_]]:
    """Positions of the polygons that are kept, whether they lie in the region, and they themselves."""
    polygons = polygons_to_rd(page.wkb, RD_NEW)
    keep = np.flatnonzero(area.touches(polygons))
    x, y = points(page.wkb[keep])
    codes = area.codes_of(labels([""] * len(keep)), x, y).text()
    wkb = np.array([*to_wkb(polygons[keep]), None], dtype=object)[:-1]
    return keep, area.inside(codes, x, y).astype(np.int64), wkb


def _lists(page: Chunk, name: str, keep: Integers) -> Sequence[str]:
    return bag.joined(text(_texts(page, name, keep))).tolist()


def _texts(page: Chunk, name: str, keep: Integers) -> Sequence[str]:
    return text(page.columns[name][keep]).tolist() if name in page.columns else [""] * len(keep)


def _numbers(page: Chunk, name: str, keep: Integers) -> list[Any]:
    return integers(page.columns[name][keep]).tolist() if name in page.columns else [None] * len(keep)


def _years(page: Chunk, keep: Integers) -> list[Any]:
    return [None if year in _YEAR_PLACEHOLDERS else year for year in _numbers(page, "bouwjaar", keep)]
