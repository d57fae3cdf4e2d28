"""A map project from a workspace: opens in any QGIS, without the plugin, with relative paths."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeModel,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.errors import LayerMissingError
from .clusters import CLUSTERS, HOTSPOTS
from .clusters.abroad import ABROAD
from .clusters.borders import BORDER_CLUSTERS
from .clusters.displacement import DISPLACEMENT
from .clusters.municipal import MUNICIPAL
from .highlights import COMPANY_DWELLINGS, OCCUPANCY, PARKS, VACANCY
from .layers import ADDRESSES, FUNCTIONAL_AREAS, HEXAGONS, MUNICIPALITIES, PROVENANCE, UNMATCHED
from .map_file import Background, MapFile, open_layer
from .styles import style

RESULT = "Regiobeeld"
HIGHLIGHTS = "AANWIJZINGEN: vertrouwelijk, niet delen"
CONFIDENTIAL = "VERTROUWELIJK: adressen, niet delen"
CONTEXT = "Omgeving"

SHARE = "Adressen met RNI-registraties per 100 adressen"
COUNT = "Aantal adressen met RNI-registraties"

#: Map theme -> kinds of layer that it shows, apart from the background.
_THEMES = {
    "Hotspots": {MUNICIPALITIES, CLUSTERS, HOTSPOTS, ABROAD},
    "Grensclusters": {MUNICIPALITIES, BORDER_CLUSTERS, HOTSPOTS, ABROAD},
    "Aanwijzingen": {MUNICIPALITIES, VACANCY, OCCUPANCY, COMPANY_DWELLINGS, PARKS},
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
    Entry(UNMATCHED, "Niet-gekoppelde adressen", CONFIDENTIAL, "", False),
    Entry(MUNICIPALITIES, "Gemeenten", RESULT, MUNICIPALITIES, True),
    Entry(BORDER_CLUSTERS, "Clusters over of bij een grens", RESULT, BORDER_CLUSTERS, False),
    Entry(CLUSTERS, "Clusters: meer dan verwacht", RESULT, CLUSTERS, False),
    Entry(HOTSPOTS, "Meer adressen dan de woningen verklaren", RESULT, HOTSPOTS, False),
    Entry(DISPLACEMENT, "Verandering per gemeente", RESULT, DISPLACEMENT, False),
    Entry(HEXAGONS, SHARE, RESULT, HEXAGONS, True),
    Entry(HEXAGONS, COUNT, RESULT, "hexagonen_aantal", False),
    Entry(ABROAD, "Over de landsgrens: onbekend", RESULT, ABROAD, True),
    Entry(MUNICIPAL, "Gemeenten vergeleken", RESULT, "", False),
    Entry(FUNCTIONAL_AREAS, "Functionele gebieden", CONTEXT, FUNCTIONAL_AREAS, False),
    Entry(PROVENANCE, "Herkomst van de gegevens", CONTEXT, "", False),
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

    Raises:
        LayerMissingError: The workspace has none of our layers with a geometry.
    """

    theme_name = RESULT

    def __init__(self, workspace: Path, title: str, background: Optional[Background] = None) -> None:
        super().__init__(title)
        self.workspace = workspace
        self.layers: dict[str, QgsVectorLayer] = {}
        self.kinds: dict[str, QgsVectorLayer] = {}
        self._add_layers()
        if background is not None:
            self.add_background(background)
        self.show(self.layers.values())

    def _add_layers(self) -> None:
        names = _layer_names(self.workspace)
        root = self.project.layerTreeRoot()
        for entry in ENTRIES:
            name = names.get(entry.kind)
            layer = name and open_layer(f"{self.workspace}|layername={name}", entry.title, entry.style)
            if not layer:
                continue
            self.add(layer, entry.group, entry.visible)
            self.layers[entry.title] = layer
            self.kinds.setdefault(entry.kind, layer)
        for group in (HIGHLIGHTS, CONFIDENTIAL, CONTEXT):
            _switch_off(root.findGroup(group))
        if not any(layer.isSpatial() for layer in self.layers.values()):
            found = ", ".join(_all_names(self.workspace)) or "no layer at all"
            expected = f"layer {HEXAGONS}, {ADDRESSES} or {MUNICIPALITIES}"
            remedy = "the workspace that 'regiobeeld' made"
            raise LayerMissingError(file=self.workspace.name, expected=expected, found=found, remedy=remedy)
        if SHARE in self.layers and not _has_share(self.layers[SHARE]):
            root.findLayer(self.layers[SHARE]).setItemVisibilityChecked(False)
            root.findLayer(self.layers[COUNT]).setItemVisibilityChecked(True)

    @property
    def theme(self) -> QgsVectorLayer:
        """The hexagon layer that is on, or the first layer."""
        root = self.project.layerTreeRoot()
        shown = [self.layers[t] for t in (SHARE, COUNT) if t in self.layers]
        return next((layer for layer in shown if root.findLayer(layer).isVisible()), next(iter(self.layers.values())))

    def keep_theme(self) -> str:
        """Keeps what is visible now as a map theme and returns its name; other groups have one of their own."""
        themes, root = self.project.mapThemeCollection(), self.project.layerTreeRoot()
        super().keep_theme()
        for theme, kinds in _THEMES.items():
            shown = {entry.title for entry in ENTRIES if entry.kind in kinds} & self.layers.keys()
            if len(shown) > 1:
                for title, layer in self.layers.items():
                    node = root.findLayer(layer)
                    node.setItemVisibilityChecked(title in shown)
                    if title in shown:
                        node.parent().setItemVisibilityChecked(True)
                self.keep(theme)
                themes.applyTheme(RESULT, root, QgsLayerTreeModel(root))
        return RESULT

    def default_styles(self) -> dict[str, str]:
        """Layer of the workspace -> QML by which QGIS should show it when it is opened by itself."""
        styles = {}
        for entry in ENTRIES:
            layer = self.layers.get(entry.title)
            if layer is not None and entry.style and (entry.kind != HEXAGONS or layer == self.theme):
                styles[_layer_name(layer)] = style(entry.style)
        return styles


def _layer_name(layer: QgsVectorLayer) -> str:
    return str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source())["layerName"])


def _all_names(workspace: Path) -> list[str]:
    return [found.name() for found in QgsProviderRegistry.instance().querySublayers(str(workspace))]


def _layer_names(workspace: Path) -> dict[str, str]:
    """Kind -> name of the layer in the workspace that is of that kind."""
    names = _all_names(workspace)
    kinds = {name: name for name in names if name in {entry.kind for entry in ENTRIES}}
    for name in names:
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
