"""What a workspace says about itself: reference date, sources and the numbers that matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ..core.address import Unmatched
from .layers import ADDRESSES, HEXAGONS, PROVENANCE, UNMATCHED


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
    dwellings = _sum(counted, "verblijfsobjecten") if HEXAGONS in layers else 0
    if dwellings:
        lines.append(f"{_thousands(dwellings)} BAG-adressen in gebruik")
    if UNMATCHED in layers:
        unmatched = _sum(layers[UNMATCHED], "registraties", f"\"reden\" <> '{Unmatched.NO_ADDRESS.value}'")
        lines.append(f"{_thousands(unmatched)} registraties niet gekoppeld aan de BAG")
    return lines


def _sources(provenance: Optional[QgsVectorLayer]) -> tuple[str, ...]:
    if provenance is None:
        return ()
    lines = []
    for row in provenance.getFeatures():
        date = row["brondatum"]
        lines.append(f"{row['bron']}, {date}" if isinstance(date, str) and date else str(row["bron"]))
    return tuple(dict.fromkeys(lines))


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
