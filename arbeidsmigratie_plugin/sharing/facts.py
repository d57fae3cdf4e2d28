"""What a workspace says about itself: reference date, sources and the numbers that matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer

from ..core.address import Unmatched
from .clusters import CLUSTERS
from .highlights import COMPANY_DWELLINGS, OCCUPANCY, PARKS
from .layers import ADDRESSES, FUNCTIONAL_AREAS, HEXAGONS, MUNICIPALITIES, PROVENANCE, RNI, UNMATCHED

_SHOWN = {ADDRESSES, HEXAGONS, MUNICIPALITIES, FUNCTIONAL_AREAS}

_INDICATIONS = {PARKS: "vakantieparken", COMPANY_DWELLINGS: "bedrijfswoningen", OCCUPANCY: "adressen boven de norm"}
_ONLY = {OCCUPANCY: "\"signaal\" = 'boven norm (indicatie)'"}

#: Registrations without a place: those without an address or outside the region are none.
_UNPLACED = f"\"reden\" NOT IN ('{Unmatched.NO_ADDRESS.value}', '{Unmatched.OUTSIDE.value}')"


@dataclass(frozen=True)
class Facts:
    """For the side of a layout.

    Attributes:
        peildatum: Reference date of the registrations, "" if unknown.
        sources: Sources with their dates.
        numbers: Lines with the numbers that matter.
    """

    peildatum: str
    sources: tuple[str, ...]
    numbers: tuple[str, ...]


def facts(layers: Mapping[str, QgsVectorLayer]) -> Facts:
    """The facts of a workspace.

    Args:
        layers: Kind -> layer.
    """
    dated = [layers[kind] for kind in (HEXAGONS, ADDRESSES) if kind in layers]
    dates = sorted({str(d) for layer in dated for d in _values(layer, "peildatum") if d})
    return Facts(", ".join(dates), _sources(layers.get(PROVENANCE)), tuple(_numbers(layers)))


def _numbers(layers: Mapping[str, QgsVectorLayer]) -> list[str]:
    counted = layers.get(HEXAGONS) or layers.get(ADDRESSES)
    if counted is None:
        return []
    registrations = _sum(counted, "registraties")
    addresses = _sum(counted, "adressen") if HEXAGONS in layers else counted.featureCount()
    lines = [f"{_thousands(registrations)} registraties op {_thousands(addresses)} adressen"]
    lines += _homes(layers[HEXAGONS]) if HEXAGONS in layers else []
    if UNMATCHED in layers:
        unmatched = _sum(layers[UNMATCHED], "registraties", _UNPLACED)
        lines.append(f"{_thousands(unmatched)} registraties niet gekoppeld aan de BAG")
    return lines + _indications(layers)


def _indications(layers: Mapping[str, QgsVectorLayer]) -> list[str]:
    """What stands out, in numbers only; where it is, is another matter."""
    found = []
    for kind, words in _INDICATIONS.items():
        layer = layers.get(kind)
        if layer is not None:
            only = QgsFeatureRequest().setFilterExpression(_ONLY[kind]) if kind in _ONLY else QgsFeatureRequest()
            found.append(f"{_thousands(sum(1 for _ in layer.getFeatures(only)))} {words}")
    clusters = (
        [f"{layers[CLUSTERS].featureCount()} clusters met meer adressen dan verwacht"] if CLUSTERS in layers else []
    )
    return clusters + ([f"Aanwijzingen: {', '.join(found)}"] if found else [])


def _homes(hexagons: QgsVectorLayer) -> list[str]:
    """Homes where registrations were delivered: elsewhere nobody knows how many of them have registrations."""
    known, unknown = '"adressen" IS NOT NULL', '"adressen" IS NULL'
    homes, elsewhere = _sum(hexagons, "verblijfsobjecten", known), _sum(hexagons, "verblijfsobjecten", unknown)
    if not elsewhere:
        return [f"{_thousands(homes)} BAG-adressen in gebruik"] if homes else []
    return [
        f"{_thousands(homes)} BAG-adressen in hexagonen met levering",
        f"{_thousands(elsewhere)} BAG-adressen zonder levering: onbekend",
    ]


def _sources(provenance: Optional[QgsVectorLayer]) -> tuple[str, ...]:
    """Whose data the map shows; what highlights and tests were made of stands in the table itself."""
    if provenance is None:
        return ()
    return tuple(dict.fromkeys(_source(row) for row in provenance.getFeatures() if _text(row, "laag") in _SHOWN))


def _source(row: QgsFeature) -> str:
    """A source with its licence and its date: of a delivery the reference date, else only that of the file."""
    source, date, licence = (_text(row, name) for name in ("bron", "brondatum", "licentie"))
    if source == RNI:
        return f"{source}, peildatum {date}" if date else source
    said = [f"bestand van {date}" if date else "", licence]
    return f"{source} ({'; '.join(filter(None, said))})" if any(said) else source


def _text(row: QgsFeature, field: str) -> str:
    value = row[field] if row.fieldNameIndex(field) >= 0 else None
    return value if isinstance(value, str) else ""


def _values(layer: QgsVectorLayer, field: str) -> list[Any]:
    at = layer.fields().lookupField(field)
    return [] if at < 0 else [value for value in layer.uniqueValues(at) if isinstance(value, str)]


def _sum(layer: QgsVectorLayer, field: str, only: str = "") -> int:
    at = layer.fields().lookupField(field)
    if at < 0:
        return 0
    request = QgsFeatureRequest().setFilterExpression(only) if only else QgsFeatureRequest()
    return sum(int(f[at]) for f in layer.getFeatures(request) if isinstance(f[at], (int, float)))


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
