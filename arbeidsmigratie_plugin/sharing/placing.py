"""A result in the project that is open: in a group of its own, beside those of other dates and what the user has there.

For the main thread only, like everything that changes a project.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsMapThemeCollection,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

from .facts import facts
from .keeping import remember, remembered, restore, with_ids
from .layout import add_layout
from .map_file import BACKGROUND, LABEL, Background
from .project import RESULT, THEMES, MapProject
from .recognise import KIND, file_of, kind_of

_UNDATED = "zonder peildatum"


@dataclass(frozen=True)
class PlacedResult:
    """Where a result is in the project.

    Attributes:
        group: Name of its group at the top of the layer tree.
        label: What the names of its themes and layouts end with.
        peildatum: Reference date, "" if unknown.
        layers: Kind of layer -> id of the first layer of that kind.
        themes: Names of its map themes.
        layouts: Names of its layouts.
        extent: What its map shows (RD New, m).
    """

    group: str
    label: str
    peildatum: str
    layers: Mapping[str, str]
    themes: tuple[str, ...]
    layouts: tuple[str, ...]
    extent: QgsRectangle


class _PlacedProject(MapProject):
    """A result that is added to a project."""

    peildatum = ""

    def _settle(self) -> None:
        """Makes a group, in place of an earlier one of the same file; only now that its layers could be opened."""
        self.peildatum = facts(self.kinds).peildatum
        release_result(self.project, self.workspace)
        kept = remembered(self.project, self.workspace)
        place, expanded, shown = kept.get("place", (0, True, True))
        self.layers = with_ids(self.layers, kept)
        self.kinds = {}
        for layer in self.layers.values():
            self.kinds.setdefault(str(layer.customProperty(KIND)), layer)
        root = self.project.layerTreeRoot()
        self.label = _free_label(root, self.peildatum or _UNDATED)
        _forget(self.project, self.label)  # of a group that the user took away
        self.root = root.insertGroup(place, f"{RESULT} {self.label}")
        self.root.setCustomProperty(LABEL, self.label)
        self.root.setExpanded(expanded)
        self.root.setItemVisibilityChecked(shown)

    def add_background(self, background: Background, visible: bool = True) -> None:
        """Adds tiles at the bottom, once for all results.

        Args:
            background: The tiles.
            visible: Whether they are on.
        """
        root = self.project.layerTreeRoot()
        group = root.findGroup(BACKGROUND)
        there = [node.layer() for node in group.findLayers()] if group else []
        self.background = next((one for one in there if _is_tiles(one, background)), None)
        if self.background is None:
            own, self.root = self.root, root
            super().add_background(background, visible)
            self.root = own

    def keep_theme(self) -> str:
        """Keeps the map themes of this result, without those of other dates."""
        before = {group: group.itemVisibilityChecked() for group in _placed(self.project)}
        for group in before:
            group.setItemVisibilityChecked(group == self.root)
        name = super().keep_theme()
        for group, checked in before.items():
            group.setItemVisibilityChecked(checked)
        return name


def place_result(
    project: QgsProject, workspace: Path, title: str, background: Optional[Background] = None
) -> PlacedResult:
    """Adds a result to a project, in place of an earlier one from the same file; the rest stays as it was.

    Layers that were there before have the same ids again: what the user made with them has them back.

    Args:
        project: The project that is open.
        workspace: The GeoPackage with the results.
        title: Title of the layouts.
        background: Tiles under the map, None for none; asks no service for anything.

    Raises:
        LayerMissingError: The workspace has none of our layers with a geometry.
    """
    made = _PlacedProject(workspace, title, background, into=project)
    add_layout(made)
    restore(project, workspace, made.root, made.layers)
    themes = project.mapThemeCollection()
    return PlacedResult(
        made.root.name(),
        made.label,
        made.peildatum,
        {kind: layer.id() for kind, layer in made.kinds.items()},
        tuple(made.named(name) for name in THEMES if themes.hasMapTheme(made.named(name))),
        tuple(one.name() for one in _layouts(project, made.label)),
        made.extent,
    )


def release_result(project: QgsProject, workspace: Path) -> tuple[str, ...]:
    """Takes the layers, themes and layouts of a result away, so that its file can be replaced.

    What the user made of them is kept in the project, and is back once the result is placed again.

    Args:
        project: The project that is open.
        workspace: The GeoPackage with the results.

    Returns:
        Names of layers of the user's own that still have the file open.
    """
    for group in list(_of_file(project, workspace)):
        own = [layer for layer in _layers(group) if _same(file_of(layer), workspace)]
        _forget(project, str(group.customProperty(LABEL)))
        remember(project, workspace, group, own)
        project.removeMapLayers([layer.id() for layer in own])
        group.removeCustomProperty(LABEL)
        _remove_empty(group)
    return tuple(layer.name() for layer in project.mapLayers().values() if _same(file_of(layer), workspace))


def show_theme(project: QgsProject, theme: str) -> None:
    """Switches layers of ours on and off as a map theme has them; what else is in the project stays as it is.

    Args:
        project: The project that is open.
        theme: Name of the map theme; nothing happens if there is none of that name.
    """
    themes: QgsMapThemeCollection = project.mapThemeCollection()
    if not themes.hasMapTheme(theme):
        return
    shown = set(themes.mapThemeVisibleLayerIds(theme))
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        if layer is not None and kind_of(layer):
            node.setItemVisibilityChecked(layer.id() in shown)
            if layer.id() in shown:
                _switch_on_above(node)


# Parts -------------------------------------------------------------------------------------------------------------


def _forget(project: QgsProject, label: str) -> None:
    """Takes away the themes and layouts of a result."""
    themes, layouts = project.mapThemeCollection(), project.layoutManager()
    for name in THEMES:
        if themes.hasMapTheme(f"{name} {label}"):
            themes.removeMapTheme(f"{name} {label}")
    for layout in _layouts(project, label):
        layouts.removeLayout(layout)


def _switch_on_above(node: QgsLayerTreeLayer) -> None:
    above = node.parent()
    while above is not None and above.parent() is not None:
        above.setItemVisibilityChecked(True)
        above = above.parent()


def _placed(project: QgsProject) -> list[QgsLayerTreeGroup]:
    return [group for group in project.layerTreeRoot().findGroups() if group.customProperty(LABEL)]


def _of_file(project: QgsProject, workspace: Path) -> Iterator[QgsLayerTreeGroup]:
    """Groups of ours with layers of a file."""
    for group in _placed(project):
        if any(_same(file_of(layer), workspace) for layer in _layers(group)):
            yield group


def _layouts(project: QgsProject, label: str) -> list[QgsPrintLayout]:
    return [one for one in project.layoutManager().printLayouts() if one.customProperty(LABEL) == label]


def _layers(group: QgsLayerTreeGroup) -> list[QgsMapLayer]:
    return [node.layer() for node in group.findLayers() if node.layer() is not None]


def _same(one: Optional[Path], other: Path) -> bool:
    return one is not None and one.resolve() == other.resolve()


def _remove_empty(group: QgsLayerTreeGroup) -> None:
    """Removes a group; layers that the user has put in it stay, in a group that is no longer ours."""
    for below in group.findGroups():
        if not below.findLayers():
            below.parent().removeChildNode(below)
    if not group.findLayers():
        group.parent().removeChildNode(group)


def _free_label(root: QgsLayerTreeGroup, wanted: str) -> str:
    taken = {group.name() for group in root.findGroups()}
    label, number = wanted, 1
    while f"{RESULT} {label}" in taken:
        number += 1
        label = f"{wanted} ({number})"
    return label


def _is_tiles(layer: Optional[QgsMapLayer], background: Background) -> bool:
    return isinstance(layer, QgsRasterLayer) and background.url.replace("EPSG:", "EPSG%3A") in layer.source()
