"""A scroll area that scrolls down, never aside: it is as wide as what it holds needs."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt
from qgis.PyQt.QtWidgets import QScrollArea, QStyle, QWidget

#: Narrower than this texts have too many lines; wider a panel takes too much of the map (px).
_NARROWEST, _WIDEST = 300, 520


class TallScroll(QScrollArea):
    """A scroll area for a narrow panel.

    Args:
        inside: What it holds.
        parent: Where it is shown.
    """

    def __init__(self, inside: QWidget, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        inside.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: Optional[QObject], event: Optional[QEvent]) -> bool:
        """Grows with what it holds."""
        if event is not None and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return bool(super().eventFilter(watched, event))

    def minimumSizeHint(self) -> QSize:
        """As wide as it needs to be, and no taller than it can do with."""
        return QSize(self._needed(), super().minimumSizeHint().height())

    def _needed(self) -> int:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        inside = self.widget()
        wanted = inside.minimumSizeHint().width() + bar + 2 if inside else 0
        return max(_NARROWEST, min(wanted, _WIDEST))

    def _fit(self) -> None:
        if self.minimumWidth() != self._needed():
            self.setMinimumWidth(self._needed())
