"""What a user made of the layers of a result, kept while these are away because their file is made anew.

It is kept in the project itself, so that it survives saving and closing in between.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsMapThemeCollection,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from .recognise import ENTRY

_SCOPE, _PLACE = "arbeidsmigratie", "/bewaard/"

#: Property of a layer that says how it was drawn when it was placed.
_DRAWN = "arbeidsmigratie/stijl"

_LOOKS = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling | QgsMapLayer.StyleCategory.Rendering

#: What a map theme has of a layer.
_RECORD = ("isVisible", "usingCurrentStyle", "currentStyle", "usingLegendItems", "expandedLayerNode")
_ITEMS = ("checkedLegendItems", "expandedLegendItems")


def remember(project: QgsProject, workspace: Path, group: QgsLayerTreeGroup, layers: Iterable[QgsMapLayer]) -> None:
    """Keeps what a user made of layers that are about to go.

    Args:
        project: The project that is open.
        workspace: The GeoPackage that they are in.
        group: Their group.
        layers: The layers.
    """
    ours = {layer.id(): layer for layer in layers}
    nodes = {node.layerId(): node for node in group.findLayers()}
    kept = {
        "place": [group.parent().children().index(group), group.isExpanded(), group.itemVisibilityChecked()],
        "groups": {below.name(): [below.itemVisibilityChecked(), below.isExpanded()] for below in group.findGroups()},
        "layers": {
            _entry(layer): {
                "id": key,
                "node": [nodes[key].itemVisibilityChecked(), nodes[key].isExpanded()] if key in nodes else [True, True],
                "opacity": layer.opacity(),
                "looks": _looks(layer) if layer.customProperty(_DRAWN) not in (None, _hash(layer)) else "",
                "styles": {name: layer.styleManager().style(name).xmlData() for name in _other_styles(layer)},
            }
            for key, layer in ours.items()
        },
        "themes": dict(_of_themes(project.mapThemeCollection(), ours)),
        "maps": {item.uuid(): [one.id() for one in item.layers()] for item in _maps(project) if item.keepLayerSet()},
        "atlases": {
            layout.name(): [layout.atlas().coverageLayer().id(), layout.atlas().enabled()]
            for layout in project.layoutManager().printLayouts()
            if layout.atlas().coverageLayer() is not None
        },
    }
    project.writeEntry(_SCOPE, _PLACE + _key(workspace), json.dumps(kept))


def remembered(project: QgsProject, workspace: Path) -> dict[str, Any]:
    """What was kept of a result, empty if nothing was.

    Args:
        project: The project that is open.
        workspace: The GeoPackage with the results.
    """
    text, _ = project.readEntry(_SCOPE, _PLACE + _key(workspace), "")
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def with_ids(layers: Mapping[str, QgsVectorLayer], kept: Mapping[str, Any]) -> dict[str, QgsVectorLayer]:
    """Layers by the ids that they had, since themes, layouts and expressions of a user name them by these.

    Args:
        layers: Title -> layer, in no project yet.
        kept: What was kept.
    """
    had = kept.get("layers", {})
    return {title: _with_id(layer, had[title]["id"]) if title in had else layer for title, layer in layers.items()}


def restore(
    project: QgsProject, workspace: Path, group: QgsLayerTreeGroup, layers: Mapping[str, QgsVectorLayer]
) -> None:
    """Gives layers that are back what the user made of them, and themes and layouts their layers.

    Args:
        project: The project that is open.
        workspace: The GeoPackage with the results.
        group: Their group.
        layers: Title -> layer.
    """
    kept = remembered(project, workspace)
    for layer in layers.values():
        layer.setCustomProperty(_DRAWN, _hash(layer))
    if not kept:
        return
    for title, had in kept["layers"].items():
        if title in layers:
            _dress(layers[title], had)
            node = group.findLayer(layers[title].id())
            node.setItemVisibilityChecked(had["node"][0])
            node.setExpanded(had["node"][1])
    for below in group.findGroups():
        if below.name() in kept["groups"]:
            checked, expanded = kept["groups"][below.name()]
            below.setItemVisibilityChecked(checked)
            below.setExpanded(expanded)
    _into_themes(project, kept["themes"])
    _into_layouts(project, kept)
    project.removeEntry(_SCOPE, _PLACE + _key(workspace))


# Parts -------------------------------------------------------------------------------------------------------------


def _key(workspace: Path) -> str:
    """A result in the settings of a project: its name can have characters that these can't."""
    return "r" + hashlib.sha256(workspace.name.encode(errors="surrogatepass")).hexdigest()[:16]


def _entry(layer: QgsMapLayer) -> str:
    return str(layer.customProperty(ENTRY) or layer.name())


def _with_id(layer: QgsVectorLayer, wanted: str) -> QgsVectorLayer:
    """The layer by another id; before QGIS 3.38 only reading it from XML gives one."""
    if hasattr(layer, "setId"):
        layer.setId(wanted)
        return layer
    document, context = QDomDocument(), QgsReadWriteContext()
    element = document.createElement("maplayer")
    document.appendChild(element)
    layer.writeLayerXml(element, document, context)
    named = document.createElement("id")
    named.appendChild(document.createTextNode(wanted))
    element.replaceChild(named, element.firstChildElement("id"))
    fresh = QgsVectorLayer()
    return fresh if fresh.readLayerXml(element, context) and fresh.isValid() else layer


def _looks(layer: QgsMapLayer) -> str:
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), _LOOKS)
    return str(document.toString(-1))


def _hash(layer: QgsMapLayer) -> str:
    return hashlib.sha256(_looks(layer).encode()).hexdigest()


def _dress(layer: QgsVectorLayer, had: Mapping[str, Any]) -> None:
    """Opacity, and what else the user changed in how a layer is drawn."""
    for name, text in had["styles"].items():
        layer.styleManager().addStyle(name, QgsMapLayerStyle(text))
    if had["looks"]:
        document = QDomDocument()
        document.setContent(had["looks"])
        layer.importNamedStyle(document, _LOOKS)
    layer.setOpacity(had["opacity"])


def _other_styles(layer: QgsMapLayer) -> list[str]:
    manager = layer.styleManager()
    return [name for name in manager.styles() if name != manager.currentStyle()]


def _of_themes(
    themes: QgsMapThemeCollection, ours: Mapping[str, QgsMapLayer]
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Theme -> what it has of our layers."""
    for name in themes.mapThemes():
        records = [one for one in themes.mapThemeState(name).layerRecords() if one.layer() and one.layer().id() in ours]
        if records:
            yield (
                name,
                [
                    {
                        "id": one.layer().id(),
                        **{field: getattr(one, field) for field in _RECORD},
                        **{field: sorted(getattr(one, field)) for field in _ITEMS},
                    }
                    for one in records
                ],
            )


def _into_themes(project: QgsProject, kept: Mapping[str, list[dict[str, Any]]]) -> None:
    themes = project.mapThemeCollection()
    for name in themes.mapThemes():
        state = themes.mapThemeState(name)
        there = {one.layer().id() for one in state.layerRecords() if one.layer()}
        for said in kept.get(name, []):
            layer = project.mapLayer(said["id"])
            if layer is not None and said["id"] not in there:
                state.addLayerRecord(_record(layer, said))
        if name in kept:
            themes.update(name, state)


def _record(layer: QgsMapLayer, said: Mapping[str, Any]) -> QgsMapThemeCollection.MapThemeLayerRecord:
    record = QgsMapThemeCollection.MapThemeLayerRecord(layer)
    for field in _RECORD:
        setattr(record, field, said[field])
    for field in _ITEMS:
        setattr(record, field, set(said[field]))
    if said["currentStyle"] not in layer.styleManager().styles():
        record.usingCurrentStyle, record.currentStyle = False, ""
    return record


def _maps(project: QgsProject) -> Iterator[QgsLayoutItemMap]:
    for layout in project.layoutManager().printLayouts():
        yield from (item for item in layout.items() if isinstance(item, QgsLayoutItemMap))


def _into_layouts(project: QgsProject, kept: Mapping[str, Any]) -> None:
    """Gives maps with layers of their own, atlases and legends back what they had."""
    for item in _maps(project):
        if item.uuid() in kept["maps"]:
            there = [one.id() for one in item.layers()]
            had = [one for one in kept["maps"][item.uuid()] if project.mapLayer(one) is not None]
            item.setLayers([project.mapLayer(one) for one in [*had, *(one for one in there if one not in had)]])
    for layout in project.layoutManager().printLayouts():
        layer, enabled = kept["atlases"].get(layout.name(), ("", False))
        if layer and layout.atlas().coverageLayer() is None and project.mapLayer(layer) is not None:
            layout.atlas().setCoverageLayer(project.mapLayer(layer))
            layout.atlas().setEnabled(enabled)
        for item in layout.items():
            if isinstance(item, QgsLayoutItemLegend) and not item.autoUpdateModel():
                item.model().rootGroup().resolveReferences(project)
