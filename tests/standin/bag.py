"""The properties of BAG objects as PDOK's channels name them, made from the rows of a bag-light GeoPackage.

What a bag-light lacks and the OGC API has (documents, ids of streets and places) is invented, the same in every run.
"""

from __future__ import annotations

from typing import Any, Callable, Optional

from tests.standin.rows import Row, Rows, digits, feature_uuid

SEE = "http://bag.basisregistraties.overheid.nl/bag/id"

#: WFS field -> field of the bag-light, per feature type, in PDOK's order.
_PLACE = {
    "identificatie": "identificatie",
    "rdf_seealso": "rdf_seealso",
    "status": "status",
    "openbare_ruimte": "openbare_ruimte_naam",
    "huisnummer": "huisnummer",
    "huisletter": "huisletter",
    "toevoeging": "toevoeging",
    "postcode": "postcode",
    "woonplaats": "woonplaats_naam",
}
WFS_FIELDS: dict[str, dict[str, str]] = {
    "verblijfsobject": {
        "identificatie": "identificatie",
        "rdf_seealso": "rdf_seealso",
        "oppervlakte": "oppervlakte",
        "status": "status",
        "gebruiksdoel": "gebruiksdoel",
        "openbare_ruimte": "openbare_ruimte_naam",
        "huisnummer": "huisnummer",
        "huisletter": "huisletter",
        "toevoeging": "toevoeging",
        "postcode": "postcode",
        "woonplaats": "woonplaats_naam",
        "bouwjaar": "bouwjaar",
        "pandidentificatie": "pand_identificatie",
        "pandstatus": "pandstatus",
    },
    "pand": {
        "identificatie": "identificatie",
        "rdf_seealso": "rdf_seealso",
        "bouwjaar": "bouwjaar",
        "status": "status",
        "gebruiksdoel": "gebruiksdoel",
        "oppervlakte_min": "oppervlakte_min",
        "oppervlakte_max": "oppervlakte_max",
        "aantal_verblijfsobjecten": "aantal_verblijfsobjecten",
    },
    "ligplaats": _PLACE,
    "standplaats": _PLACE,
    "woonplaats": {"identificatie": "identificatie", "status": "status", "woonplaats": "woonplaats"},
}
#: The same for the OGC API, as far as a bag-light GeoPackage has it.
_ADDRESS = {
    "bronhouder_identificatie": "bronhouder_identificatie",
    "hoofdadres_identificatie": "nummeraanduiding_hoofdadres_identificatie",
    "huisletter": "huisletter",
    "huisnummer": "huisnummer",
    "identificatie": "identificatie",
    "openbare_ruimte_naam": "openbare_ruimte_naam",
    "openbare_ruimte_naam_kort": "openbare_ruimte_naam_kort",
    "postcode": "postcode",
    "rdf_seealso": "rdf_seealso",
    "status": "status",
    "toevoeging": "toevoeging",
    "woonplaats_naam": "woonplaats_naam",
}
OGC_FIELDS: dict[str, dict[str, str]] = {
    "verblijfsobject": {**_ADDRESS, "gebruiksdoel": "gebruiksdoel", "oppervlakte": "oppervlakte"},
    "pand": {
        name: name for name in ("aantal_verblijfsobjecten", "bouwjaar", "gebruiksdoel", "identificatie", "status")
    },
    "ligplaats": _ADDRESS,
    "standplaats": _ADDRESS,
    "woonplaats": {name: name for name in ("bronhouder_identificatie", "identificatie", "status", "woonplaats")},
}
INTEGERS = {"oppervlakte", "huisnummer", "bouwjaar", "aantal_verblijfsobjecten"}
REALS = {"oppervlakte_min", "oppervlakte_max"}
NUMBERS = INTEGERS | REALS


def wfs(kind: str, layer: Rows) -> Rows:
    """A feature type of the WFS: absent text is "", an absent number 0."""
    fields = WFS_FIELDS[kind]

    def named(row: Row) -> Row:
        see = f"{SEE}/{kind}/{row['identificatie']}"
        full = {**row, "rdf_seealso": row.get("rdf_seealso") or see}
        return {new: _absent(new) if full.get(old) is None else full[old] for new, old in fields.items()}

    return layer.with_properties([named(row) for row in layer.rows])


def _absent(field: str) -> Any:
    return 0 if field in NUMBERS else ""


def ogc(
    layers: dict[str, Rows], base: str, municipality_name: Callable[[Optional[str]], Optional[str]]
) -> dict[str, Rows]:
    """The collections of the OGC API v2. `base` is the address of the collections, for the href arrays."""
    places = {row["woonplaats"]: row["identificatie"] for row in layers["woonplaats"].rows}

    def address(row: Row) -> Row:
        withdrawn = "ingetrokken" in (row.get("status") or "")
        owner = row.get("bronhouder_identificatie")
        street = row.get("openbare_ruimte_naam")
        place = row.get("woonplaats_naam")
        return {
            "bronhouder_identificatie": owner,
            "bronhouder_naam": municipality_name(owner),
            "documentdatum": "2010-11-09",
            "documentnummer": "standin",
            "geconstateerd": "N",
            "hoofdadres_identificatie": row.get("nummeraanduiding_hoofdadres_identificatie"),
            "hoofdadres_status": "Naamgeving ingetrokken" if withdrawn else "Naamgeving uitgegeven",
            "huisletter": row.get("huisletter") or None,
            "huisnummer": row.get("huisnummer"),
            "identificatie": row["identificatie"],
            "openbare_ruimte_identificatie": row.get("openbare_ruimte_identificatie")
            or (f"{owner}30{digits(f'{place}/{street}')}" if owner and street else None),
            "openbare_ruimte_naam": street,
            "openbare_ruimte_naam_kort": row.get("openbare_ruimte_naam_kort"),
            "openbare_ruimte_status": "Naamgeving uitgegeven",
            "postcode": row.get("postcode") or None,
            "provincie_afkorting": "NH",
            "provincie_naam": "Noord-Holland",
            "status": row.get("status"),
            "toevoeging": row.get("toevoeging") or None,
            "woonplaats_identificatie": row.get("woonplaats_identificatie") or places.get(place),
            "woonplaats_naam": place,
            "woonplaats_status": "Woonplaats aangewezen",
        }

    def home(row: Row) -> Row:
        panden = [part for part in (row.get("pand_identificatie") or "").split(",") if part]
        return {
            **address(row),
            "gebruiksdoel": row.get("gebruiksdoel"),
            "oppervlakte": row.get("oppervlakte"),
            "pand.href": [f"{base}/pand/items/{feature_uuid('pand', part)}" for part in panden],
            "rdf_seealso": f"{SEE}/verblijfsobject/{row['identificatie']}",
        }

    def place(kind: str) -> Callable[[Row], Row]:
        return lambda row: {**address(row), "rdf_seealso": f"{SEE}/{kind}/{row['identificatie']}"}

    homes = layers["verblijfsobject"]
    made = {
        "verblijfsobject": homes.with_properties([_sorted(home(row)) for row in homes.rows]),
        "pand": _panden(layers, base),
        "woonplaats": layers["woonplaats"],
        "adres": _addresses(layers),
    }
    for kind in ("ligplaats", "standplaats"):
        made[kind] = layers[kind].with_properties([_sorted(place(kind)(row)) for row in layers[kind].rows])
    return made


def _panden(layers: dict[str, Rows], base: str) -> Rows:
    homes: dict[str, list[str]] = {}
    for row in layers["verblijfsobject"].rows:
        for part in (row.get("pand_identificatie") or "").split(","):
            homes.setdefault(part, []).append(row["identificatie"])

    def pand(row: Row) -> Row:
        inside = homes.get(row["identificatie"], [])
        return {
            "aantal_verblijfsobjecten": row.get("aantal_verblijfsobjecten"),
            "bouwjaar": row.get("bouwjaar"),
            "documentdatum": "2010-11-09",
            "documentnummer": "standin",
            "gebruiksdoel": row.get("gebruiksdoel") or None,
            "geconstateerd": "N",
            "identificatie": row["identificatie"],
            "status": row.get("status"),
            "verblijfsobject.href": [
                f"{base}/verblijfsobject/items/{feature_uuid('verblijfsobject', one)}" for one in inside
            ],
        }

    return layers["pand"].with_properties([pand(row) for row in layers["pand"].rows])


def _addresses(layers: dict[str, Rows]) -> Rows:
    """The collection adres: one per main address, its house number as text."""
    rows, geometry = [], []
    for kind in ("verblijfsobject", "ligplaats", "standplaats"):
        for row, shape in zip(layers[kind].rows, layers[kind].geometry()):
            if not row.get("nummeraanduiding_hoofdadres_identificatie"):
                continue
            rows.append(
                {
                    "adresseerbaar_object_identificatie": row["identificatie"],
                    "adresseerbaar_object_type": kind.capitalize(),
                    "huisletter": row.get("huisletter") or None,
                    "huisnummer": str(row.get("huisnummer")),
                    "identificatie": row["nummeraanduiding_hoofdadres_identificatie"],
                    "openbare_ruimte_naam": row.get("openbare_ruimte_naam"),
                    "postcode": row.get("postcode") or None,
                    "toevoeging": row.get("toevoeging") or None,
                    "woonplaats_naam": row.get("woonplaats_naam"),
                }
            )
            geometry.append(shape if kind == "verblijfsobject" else shape.centroid)
    return Rows(rows, geometry)


def _sorted(row: Row) -> Row:
    return dict(sorted(row.items()))
