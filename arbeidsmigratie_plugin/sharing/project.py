"""A map project from a workspace: opens in any QGIS, without the plugin, with relative paths."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeNode,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)

from ..core.errors import LayerMissingError
from ..core.phrases import phrase
from .clusters import CLUSTERS, HOTSPOTS
from .clusters.abroad import ABROAD
from .clusters.borders import BORDER_CLUSTERS
from .clusters.displacement import DISPLACEMENT
from .clusters.municipal import MUNICIPAL
from .fields import COMPARED, JOINED, add_form
from .highlights import COMPANY_DWELLINGS, OCCUPANCY, PARKS, VACANCY
from .highlights.listed import LISTED
from .layers import ADDRESSES, FUNCTIONAL_AREAS, HEXAGONS, MUNICIPALITIES, PROVENANCE, UNMATCHED
from .map_file import Background, MapFile, open_layer
from .recognise import ENTRY, KIND
from .styles import style
from .temporal import set_dates, set_time

RESULT = "Regiobeeld"
HIGHLIGHTS = "AANWIJZINGEN: vertrouwelijk, niet delen"
CONFIDENTIAL = "VERTROUWELIJK: adressen, niet delen"
CONTEXT = "Omgeving"

SHARE = "Adressen met RNI-registraties per 100 adressen"
COUNT = "Aantal adressen met RNI-registraties"

#: Map themes, in the order in which people read them.
OVERVIEW, SPOTS, INDICATIONS, BORDERS, CHANGE = "Overzicht", "Hotspots", "Aanwijzingen", "Grens", "Verandering"
THEMES = (OVERVIEW, SPOTS, INDICATIONS, BORDERS, CHANGE)

#: Map theme -> kinds of layer that it is about, and kinds that it shows with them, apart from the background.
_THEMES = {
    SPOTS: ({CLUSTERS, HOTSPOTS}, {MUNICIPALITIES, ABROAD}),
    INDICATIONS: ({VACANCY, OCCUPANCY, COMPANY_DWELLINGS, PARKS}, {MUNICIPALITIES}),
    BORDERS: ({BORDER_CLUSTERS}, {MUNICIPALITIES, HOTSPOTS, ABROAD}),
    CHANGE: ({DISPLACEMENT}, {MUNICIPALITIES, ABROAD}),
}


@dataclass(frozen=True)
class Entry:
    """A layer of the project.

    Attributes:
        kind: Layer of the workspace.
        title: Name in the project.
        group: Its group.
        style: Kind of style.
        visible: Whether it is on when the project opens.
    """

    kind: str
    title: str
    group: str
    style: str
    visible: bool


#: From top to bottom: points above areas.
ENTRIES = (
    Entry(VACANCY, "Leegstand en registraties", HIGHLIGHTS, VACANCY, True),
    Entry(OCCUPANCY, "Bezetting tegenover de norm", HIGHLIGHTS, OCCUPANCY, True),
    Entry(COMPANY_DWELLINGS, "Bedrijfswoningen", HIGHLIGHTS, COMPANY_DWELLINGS, True),
    Entry(PARKS, "Vakantieparken", HIGHLIGHTS, PARKS, True),
    Entry(ADDRESSES, "Adressen met RNI-registraties", CONFIDENTIAL, ADDRESSES, False),
    Entry(LISTED, "Adressen op locatielijsten", CONFIDENTIAL, LISTED, False),
    Entry(UNMATCHED, "Niet-gekoppelde adressen", CONFIDENTIAL, UNMATCHED, False),
    Entry(MUNICIPALITIES, "Gemeenten", RESULT, MUNICIPALITIES, True),
    Entry(BORDER_CLUSTERS, "Clusters over of bij een grens", RESULT, BORDER_CLUSTERS, False),
    Entry(CLUSTERS, "Clusters: meer dan verwacht", RESULT, CLUSTERS, False),
    Entry(HOTSPOTS, "Meer adressen dan de woningen verklaren", RESULT, HOTSPOTS, False),
    Entry(DISPLACEMENT, "Verandering per gemeente", RESULT, DISPLACEMENT, False),
    Entry(HEXAGONS, SHARE, RESULT, HEXAGONS, True),
    Entry(HEXAGONS, COUNT, RESULT, "hexagonen_aantal", False),
    Entry(ABROAD, "Over de landsgrens: onbekend", RESULT, ABROAD, True),
    Entry(MUNICIPAL, "Gemeenten vergeleken", RESULT, MUNICIPAL, False),
    Entry(FUNCTIONAL_AREAS, "Functionele gebieden", CONTEXT, FUNCTIONAL_AREAS, False),
    Entry(PROVENANCE, "Herkomst van de gegevens", CONTEXT, PROVENANCE, False),
)

#: Fields by which a layer with another name shows what it is.
_TELLTALE = {
    HEXAGONS: {"h3", "adressen", "aandeel_eb"},
    ADDRESSES: {"adresseerbaarobject_id", "registraties", "match_niveau"},
    MUNICIPALITIES: {"gemeentecode", "gemeentenaam", "rni_geleverd"},
}


class MapProject(MapFile):
    """A project under construction.

    Args:
        workspace: The GeoPackage with the results.
        title: Title of the project and the layout.
        background: Tiles under the map, None for none.
        into: The project to add to, None to make one.

    Raises:
        LayerMissingError: The workspace has none of our layers with a geometry.
    """

    theme_name = OVERVIEW

    def __init__(
        self,
        workspace: Path,
        title: str,
        background: Optional[Background] = None,
        into: Optional[QgsProject] = None,
    ) -> None:
        super().__init__(title, into)
        self.workspace = workspace
        self.layers: dict[str, QgsVectorLayer] = {}
        self.kinds: dict[str, QgsVectorLayer] = {}
        self._open_layers()
        self._settle()
        self._add_layers()
        self._join_comparison()
        if background is not None:
            self.add_background(background)
        self.show(self.layers.values())
        set_time(self.project, self.project.mapLayers().values())

    def _open_layers(self) -> None:
        names = _layer_names(self.workspace)
        for entry in ENTRIES:
            name = names.get(entry.kind)
            layer = name and open_layer(f"{self.workspace}|layername={name}", entry.title, entry.style)
            if layer:
                layer.setCustomProperty(KIND, entry.kind)
                layer.setCustomProperty(ENTRY, entry.title)
                set_dates(layer)
                self.layers[entry.title] = layer
                self.kinds.setdefault(entry.kind, layer)
        if not any(layer.isSpatial() for layer in self.layers.values()):
            found = ", ".join(_all_names(self.workspace)) or phrase("no layer at all")
            names = {"hexagons": HEXAGONS, "addresses": ADDRESSES, "municipalities": MUNICIPALITIES}
            expected = phrase("layer {hexagons}, {addresses} or {municipalities}", **names)
            remedy = phrase("the workspace that 'regiobeeld' made")
            raise LayerMissingError(file=self.workspace.name, expected=expected, found=found, remedy=remedy)

    def _settle(self) -> None:
        """Chooses the place for the groups; a project of its own needs none."""

    def _add_layers(self) -> None:
        for entry in ENTRIES:
            if entry.title in self.layers:
                self.add(self.layers[entry.title], entry.group, entry.visible)
        for group in (HIGHLIGHTS, CONFIDENTIAL, CONTEXT):
            _switch_off(self.root.findGroup(group))
        if SHARE in self.layers and not _has_share(self.layers[SHARE]):
            self.root.findLayer(self.layers[SHARE]).setItemVisibilityChecked(False)
            self.root.findLayer(self.layers[COUNT]).setItemVisibilityChecked(True)

    def _join_comparison(self) -> None:
        """Joins what was compared to the municipalities: for their map tip, their form and the atlas."""
        areas, compared = self.kinds.get(MUNICIPALITIES), self.kinds.get(MUNICIPAL)
        if areas is None or compared is None:
            return
        join = QgsVectorLayerJoinInfo()
        join.setTargetFieldName("gemeentecode")
        join.setJoinFieldName("gemeentecode")
        join.setJoinLayer(compared)
        join.setPrefix(COMPARED)
        join.setUsingMemoryCache(True)
        # In the order of the layer: in another one QGIS 3.22 gives fields the values of their neighbours.
        join.setJoinFieldNamesSubset([name for name in compared.fields().names() if name in JOINED])
        areas.addJoin(join)
        add_form(areas, MUNICIPALITIES)

    @property
    def theme(self) -> QgsVectorLayer:
        """The hexagon layer that is on, or the first layer."""
        shown = [self.layers[t] for t in (SHARE, COUNT) if t in self.layers]
        on = (layer for layer in shown if self.root.findLayer(layer).itemVisibilityChecked())
        return next(on, next(iter(self.layers.values())))

    def keep_theme(self) -> str:
        """Keeps what is visible now as a map theme and returns its name; other subjects have one of their own."""
        overview = super().keep_theme()
        before = {node: node.itemVisibilityChecked() for node in _nodes(self.project.layerTreeRoot())}
        for theme, (subject, around) in _THEMES.items():
            if subject & self.kinds.keys():
                self._show_kinds(subject | around)
                self.keep(self.named(theme))
        for node, checked in before.items():
            node.setItemVisibilityChecked(checked)
        return overview

    def _show_kinds(self, kinds: set[str]) -> None:
        shown = {entry.title for entry in ENTRIES if entry.kind in kinds}
        for title, layer in self.layers.items():
            node = self.root.findLayer(layer)
            node.setItemVisibilityChecked(title in shown)
            if title in shown:
                node.parent().setItemVisibilityChecked(True)

    def default_styles(self) -> dict[str, str]:
        """Layer of the workspace -> QML by which QGIS should show it when it is opened by itself."""
        styles = {}
        for entry in ENTRIES:
            layer = self.layers.get(entry.title)
            if layer is not None and layer.isSpatial() and (entry.kind != HEXAGONS or layer == self.theme):
                styles[_layer_name(layer)] = style(entry.style)
        return styles


def _nodes(group: QgsLayerTreeGroup) -> list[QgsLayerTreeNode]:
    """Everything in a group, at any depth."""
    found: list[QgsLayerTreeNode] = []
    for node in group.children():
        found += [node, *_nodes(node)] if isinstance(node, QgsLayerTreeGroup) else [node]
    return found


def _layer_name(layer: QgsVectorLayer) -> str:
    return str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source())["layerName"])


def _all_names(workspace: Path) -> list[str]:
    return [found.name() for found in QgsProviderRegistry.instance().querySublayers(str(workspace))]


def _layer_names(workspace: Path) -> dict[str, str]:
    """Kind -> name of the layer in the workspace that is of that kind."""
    names = _all_names(workspace)
    kinds = {name: name for name in names if name in {entry.kind for entry in ENTRIES}}
    for name in names:
        if name in kinds:  # opening a layer takes time in which QGIS stands still
            continue
        present = set(QgsVectorLayer(f"{workspace}|layername={name}", name, "ogr").fields().names())
        for kind, telltale in _TELLTALE.items():
            if telltale <= present:
                kinds.setdefault(kind, name)
    return kinds


def _switch_off(group: Optional[QgsLayerTreeGroup]) -> None:
    if group is not None:
        group.setItemVisibilityChecked(False)
        group.setExpanded(False)


def _has_share(layer: QgsVectorLayer) -> bool:
    """Whether shares are known at all: without the BAG they are not."""
    shares = layer.uniqueValues(layer.fields().lookupField("aandeel_eb"), 2)
    return any(isinstance(share, float) for share in shares)
