"""What the plots share that read out the place under the cursor."""

import math

from PySide6.QtCore import QEvent, QPointF, QRect, QSize
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QWidget

from latentlab.gui import theme
from latentlab.gui.widgets.picture_widget import PictureWidget


class HoverPlot(PictureWidget):
    """A plot over a number of places."""

    def __init__(self, name: str, tip: str, least: QSize, usual: QSize, parent: QWidget | None = None) -> None:
        """A plot with an accessible name, a tooltip, and its least and its usual size."""
        super().__init__(parent)
        self._hover: int | None = None
        self._empty_text = ""
        self._usual = usual
        self.setMouseTracking(True)
        self.setMinimumSize(least)
        self.setAccessibleName(name)
        self.setToolTip(tip)

    def set_empty_text(self, text: str) -> None:
        """What is said while there is nothing to show."""
        self._empty_text = text
        self.update()

    def _line(self) -> int:
        return QFontMetrics(theme.caption_font()).height()

    def _place(self, position: QPointF) -> int | None:
        """The place at a position; None where there is none."""
        raise NotImplementedError

    # Qt overrides

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._place(event.position())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def sizeHint(self) -> QSize:
        return self._usual


class DimensionPlot(HoverPlot):
    """Plots under each other with a column for each latent dimension."""

    def order(self) -> list[int]:
        """The dimensions from left to right."""
        raise NotImplementedError

    def _plots(self) -> tuple[QRect, QRect]:
        """Where the upper and the lower plot stand."""
        raise NotImplementedError

    def _place(self, position: QPointF) -> int | None:
        plot, count = self._plots()[0], len(self.order())
        place = math.floor((position.x() - plot.x()) / plot.width() * count)
        return place if 0 <= place < count else None
