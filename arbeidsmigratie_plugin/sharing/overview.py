"""What a viewer wants to know first of the results in a project: dates, coverage, numbers, municipalities.

None is unknown, and never zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsLayerTreeNode, QgsMapLayer, QgsProject, QgsVectorLayer

from ..core.disclosure.package import CERTIFICATE, HEATMAP
from ..core.listed import PERMIT
from .atlas import NAME as ATLAS
from .clusters import CLUSTERS
from .clusters.displacement import DISPLACEMENT
from .clusters.municipal import MUNICIPAL
from .highlights.listed import LISTED
from .layers import ADDRESSES, HEXAGONS, MUNICIPALITIES, PROVENANCE
from .layout import NAME as SHEET
from .map_file import LABEL
from .project import OVERVIEW, THEMES
from .recognise import file_of, is_result, kind_of

#: Of a partner package.
_PACKAGE_THEME, _PACKAGE_LAYOUT = "Heatmap", "Heatmap A3"

#: Status of a permit that is in force; a list without statuses is taken to hold those that are.
_GRANTED = ("verleend", "")

#: A difference, and the smaller number behind it that is not zero.
_Change = tuple[int, Optional[int]]

_LINKED = re.compile(r"gekoppeld (\d+(?:\.\d+)?) %")


@dataclass(frozen=True)
class Compared:
    """A municipality in the table that compares them.

    Attributes:
        code: Of four digits.
        name: Its name.
        addresses: Addresses with a registration.
        registrations: Registrations.
        share: Of the BAG addresses in use, per 100.
        ratio: Against an equal share in the whole region, with the limits of its 80 % interval.
        clusters: Clusters in it.
        change: Registrations or addresses more than on an earlier date.
        least: The smaller of the numbers behind that, of those that are not zero.
        norm: Floor area per person (m2).
        permit: Whether housing of this kind needs a permit.
        parks: What is done about living in holiday parks, "" if unknown.
    """

    code: str
    name: str
    addresses: Optional[int] = None
    registrations: Optional[int] = None
    share: Optional[float] = None
    ratio: Optional[tuple[float, float, float]] = None
    clusters: Optional[int] = None
    change: Optional[int] = None
    least: Optional[int] = None
    norm: Optional[float] = None
    permit: Optional[bool] = None
    parks: str = ""


@dataclass(frozen=True)
class Overview:
    """A result in a project.

    Attributes:
        label: What tells it from other results in the project, "" if it is the only one.
        peildatum: Reference date, "" if unknown.
        municipalities: Municipalities of the region.
        delivered: Those with a delivery.
        published: Those with published areas, in a partner package.
        linked: Registrations that were linked to an address (%).
        registrations: Registrations; of a partner package the sum of rounded numbers.
        rounded: Whether that is so.
        addresses: Addresses with a registration.
        capacity: Persons for whom permits were given.
        clusters: Clusters with more than expected.
        compared: Municipalities compared.
        themes: What a map theme is about -> its name in the project, in the order in which people read them.
        layouts: Names of layouts.
    """

    label: str = ""
    peildatum: str = ""
    municipalities: Optional[int] = None
    delivered: Optional[int] = None
    published: Optional[int] = None
    linked: Optional[float] = None
    registrations: Optional[int] = None
    rounded: bool = False
    addresses: Optional[int] = None
    capacity: Optional[int] = None
    clusters: Optional[int] = None
    compared: tuple[Compared, ...] = ()
    themes: Mapping[str, str] = field(default_factory=dict)
    layouts: tuple[str, ...] = ()


def overviews(project: QgsProject) -> tuple[Overview, ...]:
    """The results in a project, the latest first; none if it has no layers of ours.

    Args:
        project: Of a colleague, a coordinator or a partner.
    """
    layers = [(kind_of(layer), layer) for layer in project.mapLayers().values() if layer.isValid()]
    ours = [(kind, layer) for kind, layer in layers if kind]
    results = _by_result(ours)
    maps = {file for file, kinds in results.items() if HEXAGONS in kinds}
    loose = _Loose(*([layer for of, layer in ours if of == kind and file_of(layer) not in maps] for kind in _BESIDE))
    found = [_overview(project, kinds, loose) for kinds in results.values()]
    return tuple(sorted(found, key=lambda one: (one.peildatum, one.label), reverse=True))


#: Kinds that a result can have beside it in a file of their own.
_BESIDE = (DISPLACEMENT, LISTED)


@dataclass(frozen=True)
class _Loose:
    """Layers that are in the file of no regional map: they go with a result of their date that has none of its own."""

    changes: list[QgsVectorLayer]
    lists: list[QgsVectorLayer]

    def of(self, peildatum: str) -> _Loose:
        """Those of a reference date; none where it is unknown.

        Args:
            peildatum: Of the result.
        """
        return _Loose(*([one for one in kind if peildatum and _dates(one) == peildatum] for kind in self._all))

    @property
    def _all(self) -> tuple[list[QgsVectorLayer], list[QgsVectorLayer]]:
        return self.changes, self.lists


# Parts -------------------------------------------------------------------------------------------------------------


def _by_result(ours: Iterable[tuple[str, QgsVectorLayer]]) -> dict[Path, dict[str, QgsVectorLayer]]:
    """File of a result -> its layers by kind; borders of a package are in a file of their own beside it."""
    files: dict[Path, dict[str, QgsVectorLayer]] = {}
    for kind, layer in ours:
        file = file_of(layer)
        if file is not None:
            files.setdefault(file, {}).setdefault(kind, layer)
    results = {file: kinds for file, kinds in files.items() if any(map(is_result, kinds))}
    for file, kinds in files.items():
        beside = [one for one in results if one.parent == file.parent and file.stem.startswith(f"{one.stem}_")]
        if file not in results and beside:
            results[beside[0]] = {**kinds, **results[beside[0]]}
    return results


def _overview(project: QgsProject, kinds: Mapping[str, QgsVectorLayer], loose: _Loose) -> Overview:
    label = _label(project, next(iter(kinds.values())))
    counted = kinds.get(HEXAGONS) or kinds.get(HEATMAP) or kinds.get(ADDRESSES) or kinds.get(MUNICIPAL)
    areas = kinds.get(MUNICIPALITIES)
    counts = "waarde" if HEATMAP in kinds and HEXAGONS not in kinds else "registraties"
    peildatum = _peildatum(kinds)
    loose = loose.of(peildatum)
    return Overview(
        label=label,
        peildatum=peildatum,
        municipalities=_count(areas, "coalesce(attribute('in_regio'), 1) = 1"),
        delivered=_delivered(kinds),
        published=_count(areas, '"gebieden" > 0') if _has(areas, "gebieden") else None,
        linked=_linked(kinds.get(PROVENANCE)),
        registrations=_sum(counted, counts),
        rounded=counts == "waarde",
        addresses=_addresses(kinds),
        capacity=_capacity([kinds[LISTED]] if LISTED in kinds else loose.lists),
        clusters=_count(kinds.get(CLUSTERS)),
        compared=_compared(
            kinds.get(MUNICIPAL), _changes([kinds[DISPLACEMENT]] if DISPLACEMENT in kinds else loose.changes)
        ),
        themes=_themes(project, label),
        layouts=_layouts(project, label),
    )


def _label(project: QgsProject, layer: QgsMapLayer) -> str:
    node: Optional[QgsLayerTreeNode] = project.layerTreeRoot().findLayer(layer.id())
    while node is not None:
        if node.customProperty(LABEL):
            return str(node.customProperty(LABEL))
        node = node.parent()
    return ""


def _peildatum(kinds: Mapping[str, QgsVectorLayer]) -> str:
    """The reference date of the registrations."""
    for kind in (HEXAGONS, ADDRESSES, MUNICIPAL):
        if _has(kinds.get(kind), "peildatum"):
            return _dates(kinds[kind])
    for row in kinds[CERTIFICATE].getFeatures() if CERTIFICATE in kinds else ():
        if row["sleutel"] == "peildatum":
            return _text(row["waarde"])
    return ""


def _dates(layer: QgsVectorLayer) -> str:
    """The reference dates of a layer, "" if it has none."""
    if not _has(layer, "peildatum"):
        return ""
    return ", ".join(sorted(filter(None, map(_text, layer.uniqueValues(_at(layer, "peildatum"))))))


def _delivered(kinds: Mapping[str, QgsVectorLayer]) -> Optional[int]:
    areas, compared = kinds.get(MUNICIPALITIES), kinds.get(MUNICIPAL)
    if _has(areas, "rni_geleverd"):
        return _count(areas, "\"rni_geleverd\" = 1 AND coalesce(attribute('in_regio'), 1) = 1")
    return _count(compared, '"adressen" IS NOT NULL') if compared is not None else None


def _addresses(kinds: Mapping[str, QgsVectorLayer]) -> Optional[int]:
    if HEXAGONS in kinds:
        return _sum(kinds[HEXAGONS], "adressen")
    return _count(kinds[ADDRESSES]) if ADDRESSES in kinds else _sum(kinds.get(MUNICIPAL), "adressen")


def _linked(provenance: Optional[QgsVectorLayer]) -> Optional[float]:
    for row in provenance.getFeatures(f"\"laag\" = '{ADDRESSES}'") if provenance is not None else ():
        said = _LINKED.search(_text(row["query"]))
        if said:
            return float(said.group(1))
    return None


def _capacity(lists: Iterable[QgsVectorLayer]) -> Optional[int]:
    """Persons in permits that are in force on the reference date of their list.

    Lists overlap: of several permits of one address the largest counts, since a sum would count it twice.
    """
    largest: dict[str, int] = {}
    for at, layer in enumerate(lists):
        for row in layer.getFeatures(f"\"soort\" = '{PERMIT}'"):
            persons, until = _whole(_value(row, "aantal")), _text(_value(row, "geldig_tot"))
            in_force = _text(_value(row, "status")) in _GRANTED
            if persons is not None and in_force and (not until or until >= _text(_value(row, "peildatum"))):
                address = _text(_value(row, "adresseerbaarobject_id")) or f"{at} {row.id()}"
                largest[address] = max(persons, largest.get(address, 0))
    return sum(largest.values()) if largest else None


def _changes(layers: Iterable[QgsVectorLayer]) -> dict[str, _Change]:
    """Code of a municipality -> difference between two dates, and the smaller number behind it that is not zero."""
    found = {}
    for layer in layers:
        for row in layer.getFeatures():
            difference = _whole(_value(row, "verschil"))
            if difference is not None:
                numbers = [_whole(_value(row, name)) for name in ("n1", "n2")]
                found[_text(_value(row, "gemeentecode"))] = difference, min(filter(None, numbers), default=None)
    return found


def _compared(layer: Optional[QgsVectorLayer], change: Mapping[str, _Change]) -> tuple[Compared, ...]:
    rows = layer.getFeatures() if layer is not None else ()
    return tuple(sorted((_municipality(row, change) for row in rows), key=lambda one: one.name))


def _municipality(row: QgsFeature, changes: Mapping[str, _Change]) -> Compared:
    code = _text(_value(row, "gemeentecode"))
    addresses, share, permit = (_value(row, name) for name in ("adressen", "aandeel", "vergunningplicht"))
    limits = tuple(_value(row, name) for name in ("verhouding", "ondergrens", "bovengrens"))
    known = all(isinstance(limit, float) for limit in limits)
    change, least = changes.get(code, (None, None))
    return Compared(
        code=code,
        name=_text(_value(row, "gemeentenaam")) or code,
        addresses=_whole(addresses),
        registrations=_whole(_value(row, "registraties")),
        share=100 * share if isinstance(share, float) else None,
        ratio=limits if known else None,  # type: ignore[arg-type]
        clusters=_whole(_value(row, "clusters")) if _whole(addresses) is not None else None,
        change=change,
        least=least,
        norm=_number(_value(row, "norm_m2")),
        permit=bool(permit) if isinstance(permit, int) else None,
        parks=_text(_value(row, "recreatie_bewoning")),
    )


def _themes(project: QgsProject, label: str) -> dict[str, str]:
    there = set(project.mapThemeCollection().mapThemes())
    named = {theme: f"{theme} {label}".strip() for theme in THEMES}
    found = {theme: name for theme, name in named.items() if name in there}
    if OVERVIEW not in found and _PACKAGE_THEME in there and not label:
        return {OVERVIEW: _PACKAGE_THEME, **found}
    return found


def _layouts(project: QgsProject, label: str) -> tuple[str, ...]:
    there = {layout.name() for layout in project.layoutManager().printLayouts()}
    wanted = [f"{name} {label}".strip() for name in (SHEET, ATLAS, _PACKAGE_LAYOUT)]
    return tuple(name for name in wanted if name in there)


def _at(layer: QgsVectorLayer, field: str) -> int:
    return int(layer.fields().lookupField(field))


def _has(layer: Optional[QgsVectorLayer], field: str) -> bool:
    return layer is not None and _at(layer, field) >= 0


def _count(layer: Optional[QgsVectorLayer], only: str = "") -> Optional[int]:
    if layer is None:
        return None
    return sum(
        1 for _ in layer.getFeatures(QgsFeatureRequest().setFilterExpression(only) if only else QgsFeatureRequest())
    )


def _sum(layer: Optional[QgsVectorLayer], field: str) -> Optional[int]:
    """The sum of what is known, None if nothing is."""
    if layer is None or not _has(layer, field):
        return None
    at = _at(layer, field)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([at])
    known = [value for value in (_whole(row[at]) for row in layer.getFeatures(request)) if value is not None]
    return sum(known) if known else None


def _value(row: QgsFeature, field: str) -> Any:
    return row[field] if row.fieldNameIndex(field) >= 0 else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> Optional[float]:
    return float(value) if isinstance(value, (int, float)) else None


def _whole(value: object) -> Optional[int]:
    return round(value) if isinstance(value, (int, float)) else None
