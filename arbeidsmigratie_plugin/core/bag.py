"""BAG objects: one table for every channel, the official code lists, and which objects are in use.

Source of the code lists and identifiers: the IMBAG schemas of the LV BAG (v20180601).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from .arrays import Flags, Floats, Integers, Text, floats, integers, text
from .names import find_fields

GEBRUIKSDOELEN = (
    "woonfunctie",
    "bijeenkomstfunctie",
    "celfunctie",
    "gezondheidszorgfunctie",
    "industriefunctie",
    "kantoorfunctie",
    "logiesfunctie",
    "onderwijsfunctie",
    "sportfunctie",
    "winkelfunctie",
    "overige gebruiksfunctie",
)

STATUS_VERBLIJFSOBJECT = (
    "Verblijfsobject gevormd",
    "Niet gerealiseerd verblijfsobject",
    "Verblijfsobject in gebruik (niet ingemeten)",
    "Verblijfsobject in gebruik",
    "Verbouwing verblijfsobject",
    "Verblijfsobject ingetrokken",
    "Verblijfsobject buiten gebruik",
    "Verblijfsobject ten onrechte opgevoerd",
)

STATUS_PLAATS = ("Plaats aangewezen", "Plaats ingetrokken")

STATUS_PAND = (
    "Bouwvergunning verleend",
    "Niet gerealiseerd pand",
    "Bouw gestart",
    "Pand in gebruik (niet ingemeten)",
    "Pand in gebruik",
    "Verbouwing pand",
    "Sloopvergunning verleend",
    "Pand gesloopt",
    "Pand buiten gebruik",
    "Pand ten onrechte opgevoerd",
)

#: Objects that count. A home under renovation stays part of the stock, as Statistics Netherlands counts it
#: (CBS, Vastgoedstatistieken vanuit de BAG, since the BAG 2.0 statuses of October 2021).
IN_USE = frozenset(
    {
        "Verblijfsobject in gebruik",
        "Verblijfsobject in gebruik (niet ingemeten)",
        "Verbouwing verblijfsobject",
        "Plaats aangewezen",
    }
)

#: Floor areas that registrars enter where they don't know the area (m2).
AREA_PLACEHOLDERS = (1, 999999)

#: Layers of PDOK's bag-light.gpkg that hold addressable objects.
OBJECT_LAYERS = ("verblijfsobject", "standplaats", "ligplaats")

#: Our field -> the names it has in the channels: bag-light.gpkg, OGC API, WFS and our own tables.
CHANNEL_NAMES: dict[str, tuple[str, ...]] = {
    "adresseerbaarobject_id": ("identificatie", "adresseerbaarobject_id"),
    "nummeraanduiding_id": (
        "nummeraanduiding_hoofdadres_identificatie",
        "hoofdadres_identificatie",
        "nummeraanduiding_id",
    ),
    "gemeentecode": ("bronhouder_identificatie", "gemeentecode"),
    "status": ("status",),
    "gebruiksdoel": ("gebruiksdoel",),
    "oppervlakte": ("oppervlakte", "bag_oppervlakte"),
    "straat": ("openbare_ruimte_naam", "openbare_ruimte", "straat"),
    "straat_kort": ("openbare_ruimte_naam_kort", "straat_kort"),
    "huisnummer": ("huisnummer",),
    "huisletter": ("huisletter",),
    "toevoeging": ("toevoeging",),
    "postcode": ("postcode",),
    "woonplaats": ("woonplaats_naam", "woonplaats"),
}

#: What a workspace keeps besides, where a channel has it: the OGC API has neither.
DETAIL_NAMES: dict[str, tuple[str, ...]] = {
    "pandidentificatie": ("pand_identificatie", "pandidentificatie"),
    "bouwjaar": ("bouwjaar",),
}

#: Our field of a building -> the names it has in the channels.
PAND_NAMES: dict[str, tuple[str, ...]] = {
    "pandidentificatie": ("identificatie", "pandidentificatie"),
    "status": ("status",),
    "bouwjaar": ("bouwjaar",),
    "gebruiksdoel": ("gebruiksdoel",),
    "aantal_verblijfsobjecten": ("aantal_verblijfsobjecten",),
}

#: Fields without which a layer can't serve as a source of addresses.
ADDRESS_FIELDS = ("adresseerbaarobject_id", "huisnummer", "postcode")


@dataclass(frozen=True)
class BagObjects:
    """Addressable objects (verblijfsobject, standplaats, ligplaats), one per position of each array.

    Attributes:
        adresseerbaarobject_id: BAG identifier of 16 digits.
        nummeraanduiding_id: Identifier of the main address, "" where the channel has none.
        gemeentecode: CBS code of four digits of the municipality that keeps the object.
        status: Text of the code list.
        gebruiksdoel: One or more of GEBRUIKSDOELEN, joined by a comma.
        oppervlakte: Floor area in m2, NaN where unknown (also for the registrars' placeholders).
        straat: Name of the openbare ruimte.
        straat_kort: The same in at most 24 characters (NEN 5825), "" where equal.
        huisnummer: House number, 0 where absent.
        huisletter: House letter.
        toevoeging: Addition to the house number.
        postcode: Postcode without a blank, "" where the address has none.
        woonplaats: Name of the place.
        x: RD New easting in metres (EPSG:28992), NaN without geometry.
        y: RD New northing in metres.
    """

    adresseerbaarobject_id: Text
    nummeraanduiding_id: Text
    gemeentecode: Text
    status: Text
    gebruiksdoel: Text
    oppervlakte: Floats
    straat: Text
    straat_kort: Text
    huisnummer: Integers
    huisletter: Text
    toevoeging: Text
    postcode: Text
    woonplaats: Text
    x: Floats
    y: Floats

    def __len__(self) -> int:
        return len(self.adresseerbaarobject_id)

    def take(self, rows: Flags | Integers) -> BagObjects:
        """The objects at these positions.

        Args:
            rows: Boolean mask of len(self), or positions.
        """
        return replace(self, **{f.name: getattr(self, f.name)[rows] for f in fields(self)})


def channel_fields(available: Sequence[str]) -> dict[str, str]:
    """Which of a layer's fields hold which of ours.

    Args:
        available: The layer's field names.

    Returns:
        Our field -> the layer's field, only for fields that the layer has.
    """
    return find_fields(available, CHANNEL_NAMES)


def from_columns(columns: Mapping[str, npt.NDArray[Any]], x: Floats, y: Floats) -> BagObjects:
    """One schema from any channel's columns.

    Args:
        columns: Our field name -> n values as a channel gives them; absent fields are filled with "unknown".
        x: RD New easting of n points (m).
        y: RD New northing of n points (m).
    """
    n = len(x)
    absent = np.full(n, "", dtype=object)
    texts = {
        name: text(columns[name]) if name in columns else absent
        for name in CHANNEL_NAMES
        if name not in ("huisnummer", "oppervlakte")
    }
    texts["gebruiksdoel"] = joined(texts["gebruiksdoel"])
    texts["postcode"] = text([p.replace(" ", "").upper() for p in texts["postcode"]])
    texts["gemeentecode"] = text([c.upper().replace("GM", "").zfill(4) if c else "" for c in texts["gemeentecode"]])
    return BagObjects(
        **texts,
        huisnummer=integers(columns["huisnummer"]) if "huisnummer" in columns else np.zeros(n, dtype=np.int64),
        oppervlakte=known_area(columns["oppervlakte"]) if "oppervlakte" in columns else np.full(n, np.nan),
        x=x,
        y=y,
    )


def concatenate(parts: Sequence[BagObjects]) -> BagObjects:
    """The objects of several layers or chunks as one table.

    Args:
        parts: At least one table.
    """
    return BagObjects(**{f.name: np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(BagObjects)})


def joined(lists: Text) -> Text:
    """Lists with a comma between their parts and no blank, whatever a channel puts between them.

    Args:
        lists: n texts.
    """
    return text([",".join(part.strip() for part in one.split(",")) if "," in one else one for one in lists])


def known_area(values: Sequence[Any] | npt.NDArray[Any]) -> Floats:
    """Floor areas in m2 with the registrars' placeholders as NaN: unknown is never a number.

    Args:
        values: n areas as the channel gives them.
    """
    area = floats(values)
    area[np.isin(area, AREA_PLACEHOLDERS) | (area <= 0)] = np.nan
    return area


def in_stock(status: Text) -> Flags:
    """Whether objects count: those in use, or all of them where a layer says nothing of their status.

    Args:
        status: n texts of the code lists, all "" where there is none.
    """
    return in_use(status) if any(status) else np.ones(len(status), dtype=np.bool_)


def in_use(status: Text) -> Flags:
    """Whether an object counts: in use, or designated where it is a place.

    Args:
        status: n texts of the code lists.
    """
    return np.fromiter((s in IN_USE for s in status), dtype=np.bool_, count=len(status))
