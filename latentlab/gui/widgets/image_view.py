"""One image, as large as fits."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from latentlab.drawing.sheet import POINTS_A_MM
from latentlab.explore.grid_sheet import grid_sheet
from latentlab.explore.requests.values import PictureGrid
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import paper, pixels
from latentlab.gui.widgets.picture_widget import PictureWidget


class ImageView(PictureWidget):
    """An image with a caption under it, if it has one: square pixels below 64 px, smooth above, never stretched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._array: NDArray[np.uint8] | None = None
        self._image: QImage | None = None
        self._caption = ""
        self._empty_text = tr("No image")
        self.setAccessibleName(tr("Image"))
        self.setMinimumSize(64, 64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_image(self, image: NDArray[Any] | None) -> None:
        """Show a uint8 image (H, W), (H, W, 1) or (H, W, 3), or the empty text for None.

        Raises:
            ValueError: it has another shape or type.
        """
        self._image = None if image is None else pixels.to_qimage(image)
        self._array = None if image is None else image.copy()
        self.update()

    def image(self) -> NDArray[np.uint8] | None:
        """The array that is shown."""
        return self._array

    def set_caption(self, text: str) -> None:
        """Write a line under the image."""
        if text != self._caption:
            self._caption = text
            self.setAccessibleDescription(text)
            self.update()

    def picture(self) -> QImage | None:
        """The image in its own size."""
        return None if self._image is None else self._image.copy()

    def figure(self, ending: str, width_mm: float) -> bytes:
        if self._array is None:
            return super().figure(ending, width_mm)
        shown = self._array if self._array.ndim == 3 else self._array[..., None]
        grid = PictureGrid(shown[None, None], (), ())
        return paper.sheet_file(grid_sheet(grid, width_mm * POINTS_A_MM, labels=False), self.accessibleName(), ending)

    def set_empty_text(self, text: str) -> None:
        """Say what will be seen here while there is no image."""
        self._empty_text = text
        self.update()

    def image_rect(self) -> QRect:
        """Where the image stands in the widget."""
        area = self._image_area()
        if self._image is None:
            return area
        size = pixels.fitted(self._image.width(), self._image.height(), area.size(), self.devicePixelRatioF())
        return pixels.centred(size, area)

    def _image_area(self) -> QRect:
        line = QFontMetrics(theme.caption_font()).height() + theme.SPACING.SMALL if self._has_line() else 1
        return self.rect().adjusted(1, 1, -1, -line)

    def _has_line(self) -> bool:
        """Whether there is a line under the image."""
        return bool(self._caption)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.image_rect()
        if self._image is None:
            side = min(area.width(), area.height())
            frame = pixels.centred(QSize(side, side), area)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.border(self.palette()))
            painter.drawRoundedRect(frame.adjusted(0, 0, -1, -1), theme.RADIUS, theme.RADIUS)
            pixels.paint_empty(painter, frame, self._empty_text, self.palette())
        else:
            pixels.paint_image(painter, area, self._image, self.palette())
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(self.palette()))
        under = QRect(0, self._image_area().bottom() + 1, self.width(), self.height() - self._image_area().bottom() - 1)
        text = painter.fontMetrics().elidedText(self._caption, Qt.TextElideMode.ElideMiddle, under.width())
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), text)

    def sizeHint(self) -> QSize:
        return QSize(160, 180)
