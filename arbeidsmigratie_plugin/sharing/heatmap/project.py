"""The map project of a partner package: published regions and borders, fit for QGIS Server."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsColorRampShader,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ...core.disclosure.package import BORDER, CERTIFICATE, HEATMAP, REST
from ...core.disclosure.publication import Publication
from ...core.errors import OutputError
from ...core.phrases import phrase
from ..layers import MUNICIPALITIES
from ..layout import BORDER as BORDER_LABEL
from ..layout import Sheet, Words, add_sheet, sources
from ..map_file import BACKGROUND, CRS, Background, MapFile, open_layer
from .classes import BREAKS, CLASSES
from .names import PackageFiles
from .words import NOT_PUBLISHED, THEME, caveat, dutch_day, given_for, meaning, valid_until

LAYOUT = "Heatmap A3"

_MAP, _PROOF = "Heatmap", "Verantwoording"

#: Coordinate systems in which QGIS Server offers the map: RD New, of web maps, and longitude and latitude.
_OFFERED = (CRS, "EPSG:3857", "EPSG:4326")

#: So much of what somebody wrote fits beside the map.
_LONGEST = 280


class HeatmapProject(MapFile):
    """The project of a package.

    Args:
        publication: What is shared.
        folder: Where the other files of the package lie.
        files: Their names.
        background: Tiles that a reader may switch on, None for none.

    Raises:
        OutputError: A file of the package is not there or can't be read.
    """

    theme_name = _MAP

    def __init__(
        self, publication: Publication, folder: Path, files: PackageFiles, background: Optional[Background] = None
    ) -> None:
        super().__init__(publication.title)
        self.publication = publication
        border = f'{folder / files.gemeenten}|subset="soort" = '
        self.borders = self._vector(f"{border}'{BORDER}'", "Gemeenten", MUNICIPALITIES, _MAP)
        self.heatmap = self._vector(f"{folder / files.gpkg}|layername={HEATMAP}", THEME, HEATMAP, _MAP)
        self.unknown = self._vector(f"{border}'{REST}'", "Niet gepubliceerd", "heatmap_onbekend", _MAP)
        self.raster = self._smooth(folder / files.raster)
        self._vector(f"{folder / files.gpkg}|layername={CERTIFICATE}", "Certificaat", "", _PROOF)
        if background is not None:
            self.add_background(background, visible=False)
        self.show([self.borders])
        self._offer()
        self._describe()

    @property
    def theme(self) -> QgsVectorLayer:
        """The published regions."""
        return self.heatmap

    def _vector(self, source: str, title: str, kind: str, group: str) -> QgsVectorLayer:
        layer = open_layer(source, title, kind)
        if layer is None:
            raise OutputError(
                file=Path(source.partition("|")[0]).name, reason=phrase("QGIS can't read what was written")
            )
        self.add(layer, group, visible=layer.isSpatial())
        return layer

    def _smooth(self, path: Path) -> Optional[QgsRasterLayer]:
        """The smooth picture in the colours of the classes, None if it is not part of the package."""
        if not path.is_file():
            return None
        layer = QgsRasterLayer(str(path), f"{THEME}, vloeiend beeld", "gdal")
        ends = [*BREAKS, float("inf")]
        shades = [QgsColorRampShader.ColorRampItem(end, QColor(c.color), c.label) for end, c in zip(ends, CLASSES)]
        ramp = QgsColorRampShader(0.0, BREAKS[-1], None, QgsColorRampShader.Type.Discrete)
        ramp.setColorRampItemList(shades)
        shader = QgsRasterShader()
        shader.setRasterShaderFunction(ramp)
        layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader))
        self.add(layer, _MAP, visible=False)
        return layer

    def _offer(self) -> None:
        """What QGIS Server says of the map and may do with it: show it and give the published regions, no more."""
        said, project = self.publication, self.project
        for entry, text in (
            ("WMSServiceTitle", said.title),
            ("WMSServiceAbstract", f"{valid_until(said)}. {meaning(said)} {caveat()}"),
        ):
            project.writeEntry(entry, "/", text)
        for entry, value in (
            ("WMSServiceCapabilities", True),
            ("WMSAddWktGeometry", True),
            ("WMSUseLayerIDs", False),
        ):
            project.writeEntryBool(entry, "/", value)
        for entry, texts in (
            ("WMSKeywordList", ["RNI", "heatmap", said.peildatum]),
            ("WMSCrsList", list(_OFFERED)),
            ("WMSExtent", [repr(side) for side in _sides(self)]),
            ("WFSLayers", [self.heatmap.id()]),
            ("WMSRestrictedLayers", [_PROOF, BACKGROUND]),
        ):
            project.writeEntry(entry, "/", texts)
        for part in ("Insert", "Update", "Delete"):
            project.writeEntry("WFSTLayers", f"/{part}", [])

    def _describe(self) -> None:
        """Names of the layers in requests; only a published region answers a question about a place."""
        names = {self.heatmap: HEATMAP, self.borders: "gemeenten", self.unknown: "niet_gepubliceerd"}
        if self.raster is not None:
            names[self.raster] = "vloeiend_beeld"
        for layer in self.project.mapLayers().values():
            _offered(layer).setShortName(names.get(layer, ""))
            if layer != self.heatmap:
                layer.setFlags(QgsMapLayer.LayerFlag(layer.flags() & ~QgsMapLayer.LayerFlag.Identifiable))
        _offered(self.heatmap).setAbstract(meaning(self.publication))

    def add_layout(self) -> QgsPrintLayout:
        """Adds the A3 layout."""
        said = self.publication
        given = [f"{label}: {_cut(text)}" for label, text in given_for(said)]
        sheet = Sheet(
            LAYOUT,
            f"{THEME} · peildatum {dutch_day(said.peildatum)}",
            {self.borders: BORDER_LABEL, **({self.unknown: NOT_PUBLISHED} if self.unknown.featureCount() else {})},
            above=(Words(valid_until(said), 13, bold=True, boxed=True), Words("\n".join(given), 9.5)),
            below=(Words(meaning(said), 10), Words(caveat(), 10), sources(said.sources)),
        )
        return add_sheet(self, sheet)


def _offered(layer: QgsMapLayer) -> Any:
    """Where QGIS keeps what a server says of a layer: apart from the layer since 3.38."""
    apart = layer.serverProperties()
    return apart if hasattr(apart, "setShortName") else layer


def _sides(target: MapFile) -> tuple[float, float, float, float]:
    extent = target.extent
    return extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
