"""An A3 page of a map project: map, title, and a side column with legend, scale and words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import (
    QgsBasicNumericFormat,
    QgsCoordinateReferenceSystem,
    QgsLayerTree,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsRuleBasedRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..version import version
from .lettering import ACCENT, DARK, GREY, fit, font, height, set_font, wrap
from .map_file import CRS, LABEL, MapFile

PICTURE_DPI = 150

#: Identifiers of parts of a layout.
MAP, SCALE_BAR = "Kaart", "Schaalbalk"

#: What a legend calls the outline of a municipality.
BORDER = "gemeentegrens"

PALE_YELLOW = "#fff3d6"
PALE_BLUE = "#e4eef5"

_PAGE = QRectF(0, 0, 420, 297)
_MARGIN = 10.0
_SIDE = 92.0
_HEADER = 20.0
_TITLE = QRectF(_MARGIN, 6.0, 400, 15)
_TITLE_SIZES = (22.0, 20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
_SMALLEST_GAP = 3.0
_SMALLER = (1.0, 0.93, 0.87, 0.8, 0.75, 0.7)
_INSET = 2.5  # of a box
_LONGEST_SEGMENT = 28.0  # mm, of two of the scale bar
_ROUND_LENGTHS = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 25.0, 50.0)  # km


@dataclass(frozen=True)
class Words:
    """A paragraph of the side column.

    Attributes:
        text: With its own line breaks; "" takes no room.
        size: In points.
        bold: Whether it is bold.
        quiet: Whether it is grey.
        boxed: Whether it stands out in a box.
        tint: Colour of the box.
        lines: How many lines it takes where QGIS computes what stands in it, 0 for words that are meant as they are.
    """

    text: str
    size: float
    bold: bool = False
    quiet: bool = False
    boxed: bool = False
    tint: str = PALE_YELLOW
    lines: int = 0


@dataclass(frozen=True)
class Sheet:
    """What stands around the map.

    Attributes:
        name: Of the layout.
        subtitle: Under the title.
        borders: Layers of one symbol under the classes in the legend -> what the legend calls it.
        above: Paragraphs between legend and scale bar.
        below: Paragraphs under the scale bar.
        title: Computed by QGIS for each page, None for the title of the project.
    """

    name: str
    subtitle: str
    borders: Mapping[QgsVectorLayer, str]
    above: tuple[Words, ...]
    below: tuple[Words, ...]
    title: Optional[str] = None


def sources(lines: Sequence[str]) -> Words:
    """Where it all comes from.

    Args:
        lines: One for each source.
    """
    made = f"Gemaakt met Arbeidsmigratie {version()} · RD New (EPSG:28992)"
    return Words("\n".join(["Bronnen", *lines, made]), 8, quiet=True)


def add_sheet(target: MapFile, sheet: Sheet) -> QgsPrintLayout:
    """Adds an A3 layout to a project.

    Args:
        target: The project.
        sheet: What stands around the map.
    """
    layout = QgsPrintLayout(target.project)
    layout.initializeDefaults()
    layout.setName(target.named(sheet.name))
    if target.label:
        layout.setCustomProperty(LABEL, target.label)
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(_PAGE.width(), _PAGE.height()))
    layout.renderContext().setDpi(PICTURE_DPI)
    shown = _add_map(layout, target)
    _add_header(layout, target.title, sheet)
    _add_side(layout, target, sheet, shown)
    target.project.layoutManager().addLayout(layout)
    return layout


# Parts -------------------------------------------------------------------------------------------------------------


def _add_map(layout: QgsPrintLayout, target: MapFile) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    top = _MARGIN + _HEADER
    width, height = _PAGE.width() - 2 * _MARGIN - _SIDE - 6, _PAGE.height() - top - _MARGIN
    layout.addLayoutItem(item)
    item.setCrs(QgsCoordinateReferenceSystem(CRS))
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
    item.setBackgroundColor(QColor(255, 255, 255))
    item.setId(MAP)
    return item


def _add_header(layout: QgsPrintLayout, title: str, sheet: Sheet) -> None:
    text, size = fit(title, _TITLE.width(), _TITLE.height(), _TITLE_SIZES)
    if sheet.title is not None:
        size = _TITLE_SIZES[0]
    label = _add_label(layout, text, _TITLE, size, bold=True, color=ACCENT)
    if sheet.title is not None:
        label.setText(sheet.title)
    label.setVAlign(Qt.AlignmentFlag.AlignBottom)
    _add_label(layout, sheet.subtitle, QRectF(_MARGIN, _TITLE.bottom() + 0.5, _TITLE.width(), 7), 12)


@dataclass(frozen=True)
class _Block:
    """A part of the side column: its height, and what puts it at a distance from the top of the page (mm)."""

    height: float
    place: Callable[[float], Any]


def _add_side(layout: QgsPrintLayout, target: MapFile, sheet: Sheet, shown: QgsLayoutItemMap) -> None:
    """The side column, from top to bottom of the map, with what room there is between its parts."""
    legend = _legend(layout, target.theme, sheet.borders, shown)
    scale = _Block(16, lambda top: _add_scale(layout, shown, top))
    top = _MARGIN + _HEADER
    room = _PAGE.height() - _MARGIN - top - legend.height - scale.height
    for factor in _SMALLER:  # long texts get smaller letters
        above, below = ([_words(layout, w, factor) for w in part if w.text] for part in (sheet.above, sheet.below))
        spare = room - sum(block.height for block in [*above, *below])
        gaps = len(above) + len(below) + 1
        if spare >= gaps * _SMALLEST_GAP:
            break
    for block in [legend, *above, scale, *below]:
        block.place(top)
        top += block.height + max(_SMALLEST_GAP, spare / gaps)


def _words(layout: QgsPrintLayout, words: Words, factor: float) -> _Block:
    size, inset = words.size * factor, _INSET if words.boxed else 0.0
    text_height = height(words.lines or len(wrap(words.text, _SIDE - 2 * inset, size, words.bold)), size)
    left, width = _PAGE.width() - _MARGIN - _SIDE, _SIDE - 2 * inset

    def place(top: float) -> None:
        if words.boxed:
            _add_box(layout, QRectF(left, top, _SIDE, text_height + 2 * inset), QColor(words.tint))
        where = QRectF(left + inset, top + inset, width, text_height + 1)
        label = _add_label(layout, words.text, where, size, words.bold, GREY if words.quiet else DARK)
        if words.lines:
            label.setText(words.text)

    return _Block(text_height + 2 * inset, place)


def _legend(
    layout: QgsPrintLayout, theme: QgsVectorLayer, borders: Mapping[QgsVectorLayer, str], shown: QgsLayoutItemMap
) -> _Block:
    """The legend of what is on the map: the classes that occur, and what is drawn in one symbol."""
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setTitle("")
    legend.setAutoUpdateModel(False)
    root: QgsLayerTree = legend.model().rootGroup()
    root.removeAllChildren()
    legend.setLinkedMap(shown)  # once it is empty: a legend of all layers takes long
    node = root.addLayer(theme)
    node.setCustomProperty("legend/title-label", theme.name().replace(" per ", "|per "))
    legend.setWrapString("|")
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, _occurring(theme))
    legend.model().refreshLayerLegend(node)
    for layer, label in borders.items():
        node = root.addLayer(layer)
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, 0, label)
        legend.model().refreshLayerLegend(node)
    _style_legend(legend)
    legend.setId("Legenda")
    left = _PAGE.width() - _MARGIN - _SIDE
    tall = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize().height()
    return _Block(tall, lambda top: legend.attemptMove(QgsLayoutPoint(left, top)))


def _style_legend(legend: QgsLayoutItemLegend) -> None:
    for style, size, bold in (
        (QgsLegendStyle.Style.Subgroup, 12, True),
        (QgsLegendStyle.Style.SymbolLabel, 10.5, False),
        (QgsLegendStyle.Style.Group, 12, True),
    ):
        set_font(legend.rstyle(style), font(size, bold), DARK)
    legend.setSymbolWidth(8)
    legend.setSymbolHeight(5)
    legend.setBoxSpace(0)
    legend.setBackgroundEnabled(False)


def _occurring(layer: QgsVectorLayer) -> list[int]:
    """Numbers of the classes that have an object; of all of them where the layer is not shown by rules."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return list(range(len(renderer.legendSymbolItems())))
    rules = renderer.rootRule().children()
    there = [rule.isElse() or any(True for _ in layer.getFeatures(rule.filterExpression())) for rule in rules]
    return [number for number, occurs in enumerate(there) if occurs]


def _add_scale(layout: QgsPrintLayout, shown: QgsLayoutItemMap, top: float) -> None:
    left = _PAGE.width() - _MARGIN - _SIDE
    _add_scale_bar(layout, shown, left, top + 3)
    _add_north_arrow(layout, left + _SIDE - 16, top)


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
    numbers = QgsBasicNumericFormat()
    numbers.setDecimalSeparator(",")
    numbers.setShowTrailingZeros(False)
    bar.setNumericFormat(numbers)
    bar.setHeight(2)
    set_font(bar, font(10), DARK)
    bar.attemptMove(QgsLayoutPoint(left - 1, top))
    bar.setId(SCALE_BAR)


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
    layout: QgsPrintLayout, text: str, where: QRectF, size: float, bold: bool = False, color: QColor = DARK
) -> QgsLayoutItemLabel:
    label = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(label)
    label.setText(text.replace("[%", "[ %"))  # QGIS would compute what stands in it, here and with whoever opens it
    set_font(label, font(size, bold), color)
    label.setHAlign(Qt.AlignmentFlag.AlignLeft)
    label.setMarginX(0)
    label.setMarginY(0)
    _place(label, where)
    return label


def _place(item: QgsLayoutItem, where: QRectF) -> None:
    item.attemptMove(QgsLayoutPoint(where.x(), where.y()))
    item.attemptResize(QgsLayoutSize(where.width(), where.height()))
