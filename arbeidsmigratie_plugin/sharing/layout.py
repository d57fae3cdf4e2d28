"""The A3 layout of a map project, and its picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsLayerTree,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPrintLayout,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..core.errors import OutputError
from ..version import version
from .facts import Facts, facts
from .project import COUNT, SHARE, MapProject

NAME = "Regiobeeld A3"
PICTURE_DPI = 150

CAVEAT = (
    "Lees zorgvuldig. De RNI is vrijwillig, kent alleen het eerste verblijfadres en wordt niet gecontroleerd: de kaart "
    "is een aanwijzing om verder te kijken, geen vaststelling. Ook anderen dan arbeidsmigranten staan in de RNI. Waar "
    "geen levering is, is het aantal onbekend en niet nul; dat geldt ook voor het gebied over de landsgrens."
)
CONFIDENTIAL = (
    "Vertrouwelijk. Kleine aantallen kunnen tot een adres herleidbaar zijn: niet delen buiten de gemeenten die de "
    "gegevens leverden."
)
EXPLANATION = {
    SHARE: "Aandeel van de BAG-adressen in gebruik waarop een of meer personen in de RNI staan, gecorrigeerd voor "
    "kleine aantallen (empirical Bayes).",
    COUNT: "Aantal BAG-adressen in gebruik waarop een of meer personen in de RNI staan.",
}

_PAGE = QRectF(0, 0, 420, 297)
_MARGIN = 10.0
_SIDE = 92.0
_HEADER = 20.0
_FONT = "Open Sans"
_LONGEST_SEGMENT = 28.0  # mm, of two of the scale bar
_MAP = "Kaart"
_ROUND_LENGTHS = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 25.0, 50.0)  # km
_DARK = QColor(40, 40, 40)
_ACCENT = QColor(28, 78, 107)


def add_layout(target: MapProject) -> QgsPrintLayout:
    """Adds the A3 layout to a project: map, title, legend, scale bar, north arrow, source, date and caveat.

    Args:
        target: The project.
    """
    said = facts(target.kinds)
    layout = QgsPrintLayout(target.project)
    layout.initializeDefaults()
    layout.setName(NAME)
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(_PAGE.width(), _PAGE.height()))
    layout.renderContext().setDpi(PICTURE_DPI)
    shown = _add_map(layout, target)
    _add_header(layout, target, said)
    _add_side(layout, target, said, shown)
    target.project.layoutManager().addLayout(layout)
    return layout


def export_picture(layout: QgsPrintLayout, path: Path, without: Optional[QgsMapLayer] = None) -> None:
    """The layout as PNG, whole or not at all.

    Args:
        layout: The layout.
        path: The .png.
        without: A layer to leave out of the picture.

    Raises:
        OutputError: It can't be written.
    """
    part = path.with_name(f".{path.stem}.part.png")
    if without is not None:
        shown = layout.itemById(_MAP)
        layers = layout.project().mapThemeCollection().mapThemeVisibleLayers(shown.followVisibilityPresetName())
        shown.setFollowVisibilityPreset(False)
        shown.setLayers([layer for layer in layers if layer != without])
    try:
        image = QgsLayoutExporter(layout).renderPageToImage(0, QSize(), PICTURE_DPI)
        if image.isNull() or not image.save(str(part), "PNG"):
            raise OutputError(file=str(path), reason="the disk is full or the folder is protected")
        part.replace(path)
    except OSError as error:
        raise OutputError(file=str(path), reason=error.strerror or "it is in use") from None
    finally:
        part.unlink(missing_ok=True)


# Parts -------------------------------------------------------------------------------------------------------------


def _add_map(layout: QgsPrintLayout, target: MapProject) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    top = _MARGIN + _HEADER
    width, height = _PAGE.width() - 2 * _MARGIN - _SIDE - 6, _PAGE.height() - top - _MARGIN
    layout.addLayoutItem(item)
    item.setCrs(target.project.crs())
    where = QRectF(_MARGIN, top, width, height)
    _place(item, where)
    # setExtent gives a new map its scale, but fits the item to the extent; zoomToExtent alone has no scale to go by.
    item.setExtent(target.extent)
    _place(item, where)
    item.zoomToExtent(target.extent)
    # A theme, not a set of layers: QGIS stores the latter with the full path of every file.
    item.setFollowVisibilityPresetName(target.keep_theme())
    item.setFollowVisibilityPreset(True)
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(150, 150, 150))
    item.setBackgroundColor(QColor(250, 250, 250))
    item.setId(_MAP)
    return item


def _add_header(layout: QgsPrintLayout, target: MapProject, said: Facts) -> None:
    width = _PAGE.width() - 2 * _MARGIN
    _add_label(layout, target.title, QRectF(_MARGIN, _MARGIN - 2, width, 11), 22, bold=True, color=_ACCENT)
    theme = SHARE if target.theme.name() == SHARE else COUNT
    subtitle = f"{theme}, per hexagoon · peildatum {said.peildatum or 'onbekend'}"
    _add_label(layout, subtitle, QRectF(_MARGIN, _MARGIN + 9, width, 8), 12)


def _add_side(layout: QgsPrintLayout, target: MapProject, said: Facts, shown: QgsLayoutItemMap) -> None:
    left, top = _PAGE.width() - _MARGIN - _SIDE, _MARGIN + _HEADER
    _add_legend(layout, target, shown, left, top)
    theme = EXPLANATION.get(target.theme.name(), "")
    numbers = "\n".join(said.numbers)
    _add_label(layout, theme, QRectF(left, 118, _SIDE, 24), 9)
    _add_label(layout, numbers, QRectF(left, 142, _SIDE, 34), 9, bold=True)
    _add_scale_bar(layout, shown, left, 178)
    _add_north_arrow(layout, left + _SIDE - 16, 176)
    _add_box(layout, QRectF(left, 198, _SIDE, 24), QColor(255, 243, 214))
    _add_label(layout, CONFIDENTIAL, QRectF(left + 2, 199.5, _SIDE - 4, 22), 8.5, bold=True)
    _add_label(layout, CAVEAT, QRectF(left, 225, _SIDE, 36), 8.5)
    rights = target.background.metadata().rights() if target.background else []
    sources = [*said.sources, *rights, f"Gemaakt met Arbeidsmigratie {version()} · RD New (EPSG:28992)"]
    text = "Bronnen: " + "\n".join(sources)
    _add_label(layout, text, QRectF(left, 262, _SIDE, 25), 7.5, color=QColor(90, 90, 90))


def _add_legend(layout: QgsPrintLayout, target: MapProject, shown: QgsLayoutItemMap, left: float, top: float) -> None:
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setLinkedMap(shown)
    legend.setTitle("")
    legend.setAutoUpdateModel(False)
    root: QgsLayerTree = legend.model().rootGroup()
    root.removeAllChildren()
    heading = target.theme.name().replace(" per ", "|per ")
    root.addLayer(target.theme).setCustomProperty("legend/title-label", heading)
    legend.setWrapString("|")
    for style, size in (
        (QgsLegendStyle.Style.Subgroup, 11.0),
        (QgsLegendStyle.Style.SymbolLabel, 9.5),
        (QgsLegendStyle.Style.Group, 11.0),
    ):
        _set_font(legend.rstyle(style), _font(size, style != QgsLegendStyle.Style.SymbolLabel), _DARK)
    legend.setSymbolWidth(8)
    legend.setSymbolHeight(5)
    legend.setBackgroundEnabled(False)
    legend.setId("Legenda")
    legend.attemptMove(QgsLayoutPoint(left - 2, top - 2))
    legend.adjustBoxSize()


def _add_scale_bar(layout: QgsPrintLayout, shown: QgsLayoutItemMap, left: float, top: float) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(bar)
    bar.setLinkedMap(shown)
    bar.setStyle("Single Box")
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    kilometres = shown.extent().width() / 1000.0 * _LONGEST_SEGMENT / shown.rect().width()
    bar.setUnitsPerSegment(_round_length(kilometres))
    bar.setHeight(2)
    bar.attemptMove(QgsLayoutPoint(left - 1, top))
    bar.setId("Schaalbalk")


def _round_length(kilometres: float) -> float:
    """The longest round length that is not longer."""
    return max((length for length in _ROUND_LENGTHS if length <= kilometres), default=_ROUND_LENGTHS[0])


def _add_north_arrow(layout: QgsPrintLayout, left: float, top: float) -> None:
    arrow = QgsLayoutItemPicture(layout)
    layout.addLayoutItem(arrow)
    arrow.setPicturePath(":/images/north_arrows/layout_default_north_arrow.svg")
    arrow.setId("Noordpijl")
    _place(arrow, QRectF(left, top, 14, 16))


def _add_box(layout: QgsPrintLayout, where: QRectF, color: QColor) -> None:
    box = QgsLayoutItemShape(layout)
    layout.addLayoutItem(box)
    box.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    symbol = box.symbol()
    symbol.setColor(color)
    symbol.symbolLayer(0).setStrokeStyle(Qt.PenStyle.NoPen)
    box.setSymbol(symbol)
    _place(box, where)


def _add_label(
    layout: QgsPrintLayout,
    text: str,
    where: QRectF,
    size: float,
    bold: bool = False,
    color: Optional[QColor] = None,
) -> None:
    label = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(label)
    label.setText(text)
    _set_font(label, _font(size, bold), color or _DARK)
    label.setHAlign(Qt.AlignmentFlag.AlignLeft)
    label.setMarginX(0)
    label.setMarginY(0)
    _place(label, where)


def _font(size: float, bold: bool) -> QFont:
    font = QFont(_FONT)
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def _set_font(item: Any, font: QFont, color: QColor) -> None:
    """Font and colour of an item; QGIS has text formats here since 3.24 for labels and 3.30 for legends."""
    if hasattr(item, "setTextFormat"):
        text = item.textFormat()
        text.setFont(font)
        text.setSize(font.pointSizeF())
        text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
        text.setColor(color)
        item.setTextFormat(text)
    else:
        item.setFont(font)
        if hasattr(item, "setFontColor"):
            item.setFontColor(color)


def _place(item: QgsLayoutItem, where: QRectF) -> None:
    item.attemptMove(QgsLayoutPoint(where.x(), where.y()))
    item.attemptResize(QgsLayoutSize(where.width(), where.height()))
