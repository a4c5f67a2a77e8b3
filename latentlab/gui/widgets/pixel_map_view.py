"""An image of numbers in colours, with the range of the colours under it and a choice of what is shown."""

from typing import Literal, get_args

import numpy as np
from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from latentlab.explore.colours import diverging
from latentlab.explore.requests.images import PixelMap
from latentlab.explore.scatter import viridis
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.image_view import ImageView

MapKind = Literal["difference", "deviation"]

_WORDS: dict[MapKind, str] = {"difference": tr("diff"), "deviation": tr("std")}
_STRIP = 3
"""Height of the strip of colours, in pixels."""


class PixelMapView(ImageView):
    """The difference to the start image, or the deviation over its posterior.

    Signals:
        kind_changed: a user chose what is shown.
    """

    kind_changed = Signal()

    def __init__(self, tips: dict[MapKind, str], parent: QWidget | None = None) -> None:
        """Build it with the formula of each kind."""
        super().__init__(parent)
        self._tips = tips
        self._kind: MapKind = "difference"
        self._map: PixelMap | None = None
        self.choice = QToolButton(self)
        self.choice.setProperty("caption", True)
        self.choice.setFont(theme.tabular(theme.caption_font()))
        self.choice.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choice.setAccessibleName(tr("What the third image shows"))
        menu = QMenu(self.choice)
        menu.addAction(tr("Difference to the start image"), lambda: self.choose("difference"))
        menu.addAction(tr("Standard deviation over the posterior"), lambda: self.choose("deviation"))
        self.choice.setMenu(menu)
        self._say()

    def kind(self) -> MapKind:
        """What is shown."""
        return self._kind

    def choose(self, kind: MapKind) -> None:
        """Show the other."""
        assert kind in get_args(MapKind)
        if kind != self._kind:
            self._kind = kind
            self.set_map(None)
            self.kind_changed.emit()

    def set_map(self, drawn: PixelMap | None) -> None:
        """Show a map that was drawn, or the empty text."""
        self._map = drawn
        self.set_image(None if drawn is None else drawn.grid.images[0, -1])
        self._say()

    def _say(self) -> None:
        drawn = self._map
        scale = "" if drawn is None else f" ±{drawn.high:g}" if drawn.low < 0 else f" 0–{drawn.high:g}"
        self.choice.setText(_WORDS[self._kind] + scale)
        self.setAccessibleDescription(self.choice.text())
        self.setToolTip(self._tips[self._kind])
        self.choice.setToolTip(self._tips[self._kind])

    def _has_line(self) -> bool:
        return True

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        top = self._image_area().bottom() + 2 + _STRIP  # under the colours
        self.choice.setGeometry(0, top, self.width(), self.height() - top)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._map is None:
            return
        area, places = self.image_rect(), np.linspace(0, 1, 64)
        colours = diverging(2 * places - 1) if self._map.low < 0 else viridis(places)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(area.left(), area.bottom() + 2, area.width(), _STRIP), pixels.to_qimage(colours[None]))
