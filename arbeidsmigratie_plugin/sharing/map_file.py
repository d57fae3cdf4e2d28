"""A map project in the making: opens in any QGIS, without the plugin, with relative paths."""

from __future__ import annotations

import glob
import re
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayerTreeGroup,
    QgsLayerTreeModel,
    QgsMapLayer,
    QgsMapThemeCollection,
    QgsProject,
    QgsProjectMetadata,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import OutputError
from ..core.grid import WEB_MERCATOR_TO_RD
from ..core.phrases import phrase
from .fields import add_form
from .styles import style

CRS = "EPSG:28992"

_TILES = "EPSG:3857"

BACKGROUND = "Achtergrond"

#: Property of a group or layout that says of which result it is, where there are several in a project.
LABEL = "arbeidsmigratie/label"

#: Margin around what is shown, as a share of its size.
_MARGIN = 0.04


@dataclass(frozen=True)
class Background:
    """Tiles under the map; they may be out of reach without disturbing anything.

    Attributes:
        name: Name of the layer.
        url: Address of a tile with {z}, {x} and {y}, in EPSG:3857.
        lowest_zoom: First zoom level.
        highest_zoom: Last zoom level.
        attribution: What the map must say.
    """

    name: str
    url: str
    lowest_zoom: int
    highest_zoom: int
    attribution: str


class MapFile(ABC):
    """A project under construction, or a part of one that is open.

    Args:
        title: Title of the project and the layout.
        into: The project to add to, None to make one.

    Attributes:
        project: Where everything goes.
        root: Where groups of layers go.
        label: Tells the names of themes and layouts from those of another result in the same project, "" if alone.
        theme_name: What is visible when the project opens, as a map theme.
        background: The tiles, None for none.
        extent: What the map shows (RD New, m).
    """

    theme_name: str
    extent: QgsRectangle

    def __init__(self, title: str, into: Optional[QgsProject] = None) -> None:
        self.title = title
        self.project = QgsProject() if into is None else into
        self.root: QgsLayerTreeGroup = self.project.layerTreeRoot()
        self.label = ""
        self.extent = QgsRectangle()
        if into is None:
            self.project.setTitle(title)
        if not self.project.mapLayers() or not self.project.crs().isValid():
            self.project.setCrs(QgsCoordinateReferenceSystem(CRS))
        self.background: Optional[QgsRasterLayer] = None

    @property
    @abstractmethod
    def theme(self) -> QgsVectorLayer:
        """The layer that the map is about."""

    def named(self, name: str) -> str:
        """The name of a theme or layout in this project.

        Args:
            name: Without the label.
        """
        return f"{name} {self.label}".strip()

    def add(self, layer: QgsMapLayer, group: str, visible: bool) -> None:
        """Adds a layer under those that are there.

        Args:
            layer: The layer.
            group: Its group.
            visible: Whether it is on when the project opens.
        """
        self.project.addMapLayer(layer, False)
        node = (self.root.findGroup(group) or self.root.addGroup(group)).addLayer(layer)
        node.setItemVisibilityChecked(visible)
        node.setExpanded(visible)

    def add_background(self, background: Background, visible: bool = True) -> None:
        """Adds tiles by template: valid without asking the service, so that opening never waits for it.

        Args:
            background: The tiles.
            visible: Whether they are on when the project opens.
        """
        zoom = f"zmin={background.lowest_zoom}&zmax={background.highest_zoom}"
        url = background.url.replace("EPSG:", "EPSG%3A")
        layer = QgsRasterLayer(f"type=xyz&url={url}&{zoom}", background.name, "wms")
        metadata = layer.metadata()
        metadata.setRights([background.attribution])
        layer.setMetadata(metadata)
        self._name_transformation()
        self.add(layer, BACKGROUND, visible)
        self.background = layer

    def _name_transformation(self) -> None:
        """Says how tiles get into the map, so that whoever opens it is not asked."""
        tiles, rd = QgsCoordinateReferenceSystem(_TILES), QgsCoordinateReferenceSystem(CRS)
        known = self.project.transformContext()
        if not known.hasTransform(tiles, rd):
            known.addCoordinateOperation(tiles, rd, WEB_MERCATOR_TO_RD)
            self.project.setTransformContext(known)

    def show(self, layers: Iterable[QgsVectorLayer]) -> None:
        """Sets what the map shows: the extent of layers, with a margin.

        Args:
            layers: Layers; those without a geometry do not count.
        """
        self.extent = QgsRectangle()
        rd = QgsCoordinateReferenceSystem(CRS)
        for layer in layers:
            if layer.isSpatial() and layer.featureCount() > 0:
                to_rd = QgsCoordinateTransform(layer.crs(), rd, self.project)
                self.extent.combineExtentWith(to_rd.transformBoundingBox(layer.extent()))
        self.extent.grow(_MARGIN * max(self.extent.width(), self.extent.height()))
        if self.root == self.project.layerTreeRoot():
            self.project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(self.extent, rd))

    def keep_theme(self) -> str:
        """Keeps what is visible now as a map theme and returns its name."""
        name = self.named(self.theme_name)
        self.keep(name)
        return name

    def keep(self, name: str) -> None:
        """Keeps what is visible now as a map theme.

        Args:
            name: Of the theme.
        """
        root, themes = self.project.layerTreeRoot(), self.project.mapThemeCollection()
        themes.insert(name, QgsMapThemeCollection.createThemeFromCurrentState(root, QgsLayerTreeModel(root)))

    def write(self, path: Path) -> None:
        """Writes the project, whole or not at all, without the name of who made it.

        Args:
            path: The .qgz; layers are stored relative to it.

        Raises:
            OutputError: It can't be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(file=str(path), reason=error.strerror or phrase("no access to the folder")) from None
        draft = path.with_name(f".{path.stem}-draft.qgs")
        packed = path.with_name(f".{path.stem}-draft.part")
        self.project.writeEntryBool("Paths", "/Absolute", False)
        self.project.setMetadata(QgsProjectMetadata())
        self.project.setTitle(self.title)
        try:
            if not self.project.write(str(draft)):
                raise OutputError(file=str(path), reason=phrase("the disk is full or the folder is protected"))
            content = _impersonal(draft.read_text(encoding="utf-8"))
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(zipfile.ZipInfo(f"{path.stem}.qgs"), content, zipfile.ZIP_DEFLATED)
            packed.replace(path)
        except OSError as error:
            raise OutputError(file=str(path), reason=error.strerror or phrase("it is in use")) from None
        finally:
            for leftover in path.parent.glob(f"{glob.escape(draft.stem)}*"):  # QGIS 3.40 adds an archive of attachments
                leftover.unlink()


def open_layer(source: str, title: str, kind: str) -> Optional[QgsVectorLayer]:
    """A layer in one of our styles; None if it can't be opened.

    Args:
        source: As OGR has it.
        title: Name in the project.
        kind: Of style, "" for none.
    """
    layer = QgsVectorLayer(source, title, "ogr")
    if not layer.isValid():
        return None
    qml = style(kind) if kind else ""
    if qml:
        document = QDomDocument()
        document.setContent(qml)
        layer.readSymbology(document.documentElement(), "", QgsReadWriteContext())
        add_form(layer, kind)
    return layer


def _impersonal(content: str) -> str:
    """The project file without the account of whoever made it, and without the folders of that computer."""
    content = re.sub(r'\scoverageLayerSource="[^"]*"', "", content)  # QGIS finds the layer of an atlas by its id
    content = re.sub(r'\s(?:saveUser|saveUserFull)="[^"]*"', "", content)
    return re.sub(r"<author>[^<]*</author>", "<author/>", content)
