"""Which layers of a project are ours, wherever the project comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayer, QgsProviderRegistry, QgsVectorLayer

from ..core.disclosure.package import CERTIFICATE, HEATMAP
from .clusters import CLUSTERS, HOTSPOTS
from .clusters.abroad import ABROAD
from .clusters.borders import BORDER_CLUSTERS
from .clusters.displacement import DISPLACEMENT
from .clusters.municipal import MUNICIPAL
from .highlights import COMPANY_DWELLINGS, OCCUPANCY, PARKS, VACANCY
from .highlights.listed import LISTED
from .layers import ADDRESSES, FUNCTIONAL_AREAS, HEXAGONS, MUNICIPALITIES, PROVENANCE, UNMATCHED

#: Property of a layer that says of which kind it is.
KIND = "arbeidsmigratie/kind"

#: Property of a layer that says which one of its result it is.
ENTRY = "arbeidsmigratie/laag"

#: Kind -> fields that a layer of that name must have to be ours.
_FIELDS: dict[str, set[str]] = {
    HEATMAP: {"regio_id", "waarde", "klasse", "peildatum"},
    CERTIFICATE: {"sleutel", "waarde"},
    HEXAGONS: {"h3", "adressen", "aandeel_eb"},
    HOTSPOTS: {"h3", "klasse", "verhouding"},
    CLUSTERS: {"cluster_id", "verhouding", "h3_cellen"},
    BORDER_CLUSTERS: {"cluster_id", "soort", "gemeentecodes"},
    DISPLACEMENT: {"n1", "n2", "lokale_verschuiving"},
    MUNICIPAL: {"gemeentenaam", "verhouding", "toelichting"},
    MUNICIPALITIES: {"gemeentecode", "gemeentenaam"},
    ABROAD: {"naam", "toelichting"},
    PARKS: {"park_id", "bewijs"},
    COMPANY_DWELLINGS: {"adresseerbaarobject_id", "bewijs"},
    OCCUPANCY: {"adresseerbaarobject_id", "capaciteit"},
    VACANCY: {"adresseerbaarobject_id", "klasse"},
    LISTED: {"soort", "aantal", "geldig_tot"},
    ADDRESSES: {"adresseerbaarobject_id", "registraties", "match_niveau"},
    UNMATCHED: {"registraties", "reden"},
    FUNCTIONAL_AREAS: {"typefunctioneelgebied"},
    PROVENANCE: {"laag", "bron", "query"},
}

#: Kinds of which one makes a project ours.
_RESULTS = (HEATMAP, HEXAGONS, HOTSPOTS, CLUSTERS, MUNICIPAL, DISPLACEMENT, ADDRESSES)


def kind_of(layer: QgsMapLayer) -> Optional[str]:
    """The kind of a layer of ours, None of any other.

    Args:
        layer: Of a project, valid or not.
    """
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr":
        return None
    said = layer.customProperty(KIND)
    if said in _FIELDS:
        return str(said)
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    name = parts.get("layerName") or ""
    present = set(layer.fields().names())
    if name in _FIELDS:
        return str(name) if _FIELDS[name] <= present else None
    borders = {*_FIELDS[MUNICIPALITIES], "soort", "gebieden"}  # of a partner package
    return MUNICIPALITIES if borders <= present and "'gemeente'" in (parts.get("subset") or "") else None


def file_of(layer: QgsMapLayer) -> Optional[Path]:
    """The file that a layer is read from, None if it is read from none.

    Args:
        layer: Any.
    """
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr":
        return None
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path")
    return Path(path) if path else None


def is_result(kind: str) -> bool:
    """Whether a layer of a kind makes a project ours.

    Args:
        kind: Of kind_of.
    """
    return kind in _RESULTS
