"""What the widgets that show several images share: a drawing that is kept, the image under the cursor, and clicks."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.picture_widget import PictureWidget

Cell = tuple[int, int]
"""Row and column of an image."""
_STALE = 0.35
"""Opacity of what shows something else than is asked for by now."""


class ImageCanvas(PictureWidget):
    """Images in rows. A subclass says where each stands, and draws them all at once."""

    def __init__(self, empty_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: list[list[QImage]] = []
        self._empty_text = empty_text
        self._cache: QPixmap | None = None
        self._hover: Cell | None = None
        self._stale = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def picture(self) -> QImage | None:
        return super().picture() if any(self._images) else None

    def set_empty_text(self, text: str) -> None:
        """Say what will be seen here while there are no images."""
        self._empty_text = text
        self._forget_drawing()

    def set_stale(self, stale: bool) -> None:
        """Dim the images, since they show something else than is asked for by now."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where an image stands in the widget."""
        raise NotImplementedError

    def _at(self, position: QPoint) -> Cell | None:
        """The image at a position."""
        raise NotImplementedError

    def _draw(self, painter: QPainter) -> None:
        """Draw images and labels."""
        raise NotImplementedError

    def _outline(self, painter: QPainter) -> None:
        """Mark images over the drawing."""
        raise NotImplementedError

    def _click(self, cell: Cell) -> None:
        """An image was clicked."""
        raise NotImplementedError

    def _forget_drawing(self) -> None:
        self._cache = None
        self.update()

    def _drawing(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawing = QPixmap(self.size() * ratio)
        drawing.setDevicePixelRatio(ratio)
        drawing.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawing)
        self._draw(painter)
        painter.end()
        return drawing

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._forget_drawing()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hover = self._at(event.position().toPoint())
        if hover != self._hover:
            self._hover = hover
            self.setCursor(Qt.CursorShape.PointingHandCursor if hover else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self._at(event.position().toPoint())
        if cell and event.button() == Qt.MouseButton.LeftButton:
            self._click(cell)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not any(self._images):
            pixels.paint_empty(painter, self.rect(), self._empty_text, self.palette())
            return
        if self._cache is None or self._cache.devicePixelRatio() != self.devicePixelRatioF():
            self._cache = self._drawing()
        painter.setOpacity(_STALE if self._stale else 1)
        painter.drawPixmap(0, 0, self._cache)
        self._outline(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_drawing()
