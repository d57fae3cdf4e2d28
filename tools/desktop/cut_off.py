"""Finds what does not fit: text wider than its place, widgets beyond their window, windows beyond the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Optional

from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QToolButton,
    QWidget,
)

#: Package of the plugin, and windows of Qt that it opens.
PLUGIN = "arbeidsmigratie."
OF_QT = {"QDialog", "QMessageBox", "QInputDialog", "QWizard", "QProgressDialog"}

SLACK = 1  # pixels


def cut_off(roots: Optional[Iterable[QWidget]] = None) -> list[str]:
    """What does not fit, one sentence each.

    Args:
        roots: Where to look; everything of the plugin, and the size of every window, if None.
    """
    if roots is None:
        roots = plugin_widgets()
    roots = list(roots)
    found = []
    for root in roots:
        for widget in [root, *root.findChildren(QWidget)]:
            if widget.isVisible():
                found += [f"{_path(widget)}: {reason}" for reason in _reasons(widget, root)]
    windows = {root.window() for root in roots}
    return found + [f"{_path(window)}: {reason}" for window in windows for reason in _beyond_screen(window)]


def plugin_widgets() -> list[QWidget]:
    """Visible widgets that the plugin made and that are in no other such widget."""
    found = []
    for top in QApplication.topLevelWidgets():
        if not top.isVisible():
            continue
        ours = [widget for widget in [top, *top.findChildren(QWidget)] if widget.isVisible() and _is_ours(widget)]
        inside = [widget for widget in ours if any(o is not widget and o.isAncestorOf(widget) for o in ours)]
        found += [widget for widget in ours if widget not in inside and _in_sight(widget)]
    return found


def _is_ours(widget: QWidget) -> bool:
    module = type(widget).__module__ or ""
    return module.startswith(PLUGIN) or (widget.isWindow() and type(widget).__name__ in OF_QT)


def _in_sight(widget: QWidget) -> bool:
    """Whether it is in its window; a dock behind another is beside it."""
    window = widget.window()
    return window.rect().intersects(QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size()))


def _path(widget: QWidget) -> str:
    """Names of a widget and of the last named ones around it."""
    names = []
    current: Optional[QWidget] = widget
    while current is not None and len(names) < 4:
        name = current.objectName()
        if not name.startswith("qt_") or current is widget:
            names.append(name or type(current).__name__)
        current = None if current.isWindow() else current.parentWidget()
    return " < ".join(names)


def _reasons(widget: QWidget, root: QWidget) -> Iterator[str]:
    for kind, check in _CHECKS:
        if isinstance(widget, kind):
            yield from check(widget)
            break
    yield from _beyond_parent(widget, root)


def _told(text: str, needed: int, there: int, way: str = "wide") -> Iterator[str]:
    if needed > there + SLACK:
        yield f"'{text.strip()[:60]}' is {needed} pixels {way}, its place {there}"


def _label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text or label.property("elides"):
        return
    if not label.wordWrap():
        needed = label.sizeHint()
        yield from _told(text, needed.width(), label.width())
        yield from _told(text, needed.height(), label.height(), "high")
        return
    yield from _told(text, label.heightForWidth(label.width()), label.height(), "high")
    if "<" not in text:
        longest = max(re.split(r"[\s\u200b]+", text), key=len, default="")
        yield from _told(longest, label.fontMetrics().horizontalAdvance(longest), label.contentsRect().width())


def _text_size(widget: QWidget, text: str) -> QSize:
    return widget.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic), text)


def _button(button: QAbstractButton) -> Iterator[str]:
    if not button.text():
        return
    option = QStyleOptionButton()
    option.initFrom(button)
    option.text, option.icon, option.iconSize = button.text(), button.icon(), button.iconSize()
    part = QStyle.SubElement.SE_PushButtonContents
    if isinstance(button, QCheckBox):
        part = QStyle.SubElement.SE_CheckBoxContents
    elif isinstance(button, QRadioButton):
        part = QStyle.SubElement.SE_RadioButtonContents
    place = button.style().subElementRect(part, option, button)
    needed = _text_size(button, button.text())
    icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
    yield from _told(button.text(), needed.width() + icon, place.intersected(button.rect()).width())
    yield from _told(button.text(), needed.height(), button.height(), "high")


def _tool_button(button: QToolButton) -> Iterator[str]:
    alone = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    if button.text() and not (alone and not button.icon().isNull()) and not button.arrowType():
        needed = _text_size(button, button.text())
        beside = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        icon = button.iconSize().width() + 4 if beside and not button.icon().isNull() else 0
        yield from _told(button.text(), needed.width() + icon, button.width())
        yield from _told(button.text(), needed.height(), button.height(), "high")


def _combo_box(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    option.initFrom(box)
    option.editable = box.isEditable()
    part = QStyle.SubControl.SC_ComboBoxEditField
    place = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    if not box.isEditable():
        icon = 0 if box.itemIcon(box.currentIndex()).isNull() else box.iconSize().width() + 4
        text = box.currentText()
        yield from _told(text, box.fontMetrics().horizontalAdvance(text) + icon, place.width())


def _line_edit(field: QLineEdit) -> Iterator[str]:
    """A path may be longer than its field; what a person reads may not."""
    text = field.displayText() or field.placeholderText()
    if not text or "/" in text or "\\" in text or field.property("elides"):
        return
    option = QStyleOptionFrame()
    option.initFrom(field)
    option.lineWidth = field.style().pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth) if field.hasFrame() else 0
    place = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    margins = field.textMargins()
    width = place.width() - margins.left() - margins.right()
    yield from _told(text, field.fontMetrics().horizontalAdvance(text), width)
    yield from _told(text, field.fontMetrics().height(), field.height(), "high")


def _header(header: QHeaderView) -> Iterator[str]:
    """Of a header the sections in sight; one that has its text as a tool tip may be short."""
    model = header.model()
    if model is None or header.orientation() != Qt.Orientation.Horizontal:
        return
    margin = 2 * header.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, header)
    for section in range(header.count()):
        text = model.headerData(section, header.orientation(), Qt.ItemDataRole.DisplayRole)
        tip = model.headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if text and not tip and not header.isSectionHidden(section):
            lines = str(text).split("\n")
            needed = max(header.fontMetrics().horizontalAdvance(line) for line in lines) + margin
            yield from _told(str(text), needed, header.sectionSize(section))


def _tabs(bar: QTabBar) -> Iterator[str]:
    for index in range(bar.count()):
        place = bar.tabRect(index)
        yield from _told(bar.tabText(index), _text_size(bar, bar.tabText(index)).width(), place.width())
        if not bar.rect().adjusted(-2, -2, 2, 2).contains(place):
            yield f"tab '{bar.tabText(index)}' is not in sight"


def _group_box(box: QGroupBox) -> Iterator[str]:
    if box.title():
        tick = box.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 6 if box.isCheckable() else 0
        yield from _told(box.title(), _text_size(box, box.title()).width() + tick, box.width())


def _dock(dock: QDockWidget) -> Iterator[str]:
    if dock.windowTitle() and dock.titleBarWidget() is None:
        buttons = 2 * (dock.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize) + 4)
        needed = dock.fontMetrics().horizontalAdvance(dock.windowTitle()) + buttons
        yield from _told(dock.windowTitle(), needed, dock.width())


def _scroll_area(area: QScrollArea) -> Iterator[str]:
    """What scrolls down may be long; to scroll sideways for words is reading with a hole in the page."""
    inner = area.widget()
    needed = max(inner.minimumSizeHint().width(), inner.width()) if inner is not None else 0
    if needed > area.viewport().width() + SLACK:
        yield f"is {area.viewport().width()} pixels wide, what is in it needs {needed}"


_CHECKS: tuple[tuple[type[QWidget], Callable[..., Iterator[str]]], ...] = (
    (QLabel, _label),
    (QToolButton, _tool_button),
    (QPushButton, _button),
    (QCheckBox, _button),
    (QRadioButton, _button),
    (QComboBox, _combo_box),
    (QLineEdit, _line_edit),
    (QHeaderView, _header),
    (QTabBar, _tabs),
    (QGroupBox, _group_box),
    (QDockWidget, _dock),
    (QScrollArea, _scroll_area),
)


#: What has to be in sight from edge to edge; of what scrolls only the frame.
_WHOLE = (QLabel, QAbstractButton, QComboBox, QLineEdit, QAbstractScrollArea)


def _beyond_parent(widget: QWidget, root: QWidget) -> Iterator[str]:
    """Part of a widget that no window shows and no scroll bar brings."""
    if widget.isWindow() or widget is root or not widget.width() or not widget.height():
        return
    if isinstance(widget, (QLabel, QAbstractButton)) and not widget.text():
        return
    rect, current = widget.rect(), widget
    while not current.isWindow() and current is not root:
        parent = current.parentWidget()
        if parent is None or (
            isinstance(parent.parentWidget(), QAbstractScrollArea) and parent.parentWidget().viewport() is parent
        ):
            return  # it scrolls
        rect = rect.translated(current.pos())
        if isinstance(widget, _WHOLE) and not _roughly(parent.rect(), rect):
            yield f"sticks out of {parent.objectName() or type(parent).__name__}"
            return
        current = parent


def _roughly(outer: QRect, inner: QRect) -> bool:
    return outer.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(inner)


def _beyond_screen(window: QWidget) -> Iterator[str]:
    if not isinstance(window, (QDialog, QMainWindow, QDockWidget)):
        return
    screen = QApplication.primaryScreen().availableGeometry()
    frame = window.frameGeometry()
    if frame.width() > screen.width() + SLACK or frame.height() > screen.height() + SLACK:
        yield (
            f"the window '{window.windowTitle()}' is {frame.width()} by {frame.height()} pixels, "
            f"the screen {screen.width()} by {screen.height()}"
        )
    smallest = window.minimumSizeHint()
    if smallest.width() > frame.width() + SLACK or smallest.height() > frame.height() + SLACK:
        yield (
            f"the window '{window.windowTitle()}' needs {smallest.width()} by {smallest.height()} pixels, "
            f"it has {frame.width()} by {frame.height()}"
        )


__all__ = ["cut_off", "plugin_widgets"]
