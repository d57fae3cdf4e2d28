"""Text on a layout: fonts, and how much room words take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsUnitTypes
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF

FONT = "Open Sans"
DARK = QColor(40, 40, 40)
GREY = QColor(90, 90, 90)
ACCENT = QColor(28, 78, 107)

_MM_PER_POINT = 25.4 / 72
_MEASURED = 100  # pixels; large enough for exact widths

#: QGIS may set words a little wider than they were measured.
_ROOM = 0.97


def font(size: float, bold: bool = False) -> QFont:
    """The font of the layout.

    Args:
        size: In points.
        bold: Whether it is bold.
    """
    made = QFont(FONT)
    made.setPointSizeF(size)
    made.setBold(bold)
    return made


def set_font(item: Any, made: QFont, color: QColor) -> None:
    """Font and colour of an item; QGIS has text formats here since 3.24 for labels and 3.30 for legends.

    Args:
        item: A label, or a style of a legend.
        made: The font.
        color: The colour.
    """
    if hasattr(item, "setTextFormat"):
        text = item.textFormat()
        text.setFont(made)
        text.setSize(made.pointSizeF())
        text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
        text.setColor(color)
        item.setTextFormat(text)
    else:
        item.setFont(made)
        if hasattr(item, "setFontColor"):
            item.setFontColor(color)


def height(lines: int, size: float) -> float:
    """Room that lines take (mm).

    Args:
        lines: Their number.
        size: In points.
    """
    return lines * _metrics(size).lineSpacing() / _MEASURED * size * _MM_PER_POINT


def wrap(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The lines of a text.

    Args:
        text: With its own line breaks.
        width: Room (mm).
        size: In points.
        bold: Whether it is bold.
    """
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and not _fits(longer, width, size, bold):
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def fit(text: str, width: float, room: float, sizes: Sequence[float]) -> tuple[str, float]:
    """A bold text as large as its box allows; cut off with a sign only if it is too long for the smallest size.

    Args:
        text: The text.
        width: Of the box (mm).
        room: Height of the box (mm).
        sizes: In points, the largest first.

    Returns:
        The text with line breaks, and its size.
    """
    for size in sizes:
        lines = wrap(text, width, size, bold=True)
        if height(len(lines), size) <= room and all(_fits(line, width, size, True) for line in lines):
            return "\n".join(lines), size
    shown = lines[: max(1, int(room / height(1, size)))]
    while not _fits(f"{shown[-1]}…", width, size, True):
        shown[-1] = shown[-1][:-1]
    return "\n".join([*shown[:-1], f"{shown[-1]}…"]), size


def _fits(line: str, width: float, size: float, bold: bool) -> bool:
    return bool(_metrics(size, bold).horizontalAdvance(line) / _MEASURED * size * _MM_PER_POINT <= _ROOM * width)


def _metrics(size: float, bold: bool = False) -> QFontMetricsF:
    made = font(size, bold)
    made.setPixelSize(_MEASURED)
    return QFontMetricsF(made)
