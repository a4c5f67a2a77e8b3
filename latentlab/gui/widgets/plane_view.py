"""Points of a plane in a frame, which can be zoomed and become images when near."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from latentlab.explore.map_legend import Legend
from latentlab.explore.requests.maps import Holes
from latentlab.explore.scatter import Colours, Extent
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.figure_sheet import FigureSheet
from latentlab.gui.widgets.map_frame import MapFrame
from latentlab.gui.widgets.map_points import MapPoints
from latentlab.gui.widgets.picture_widget import PictureWidget

_ZOOM = 1.2
_SETTLED_MS = 120
"""Without a move, before images are asked for."""


class PlaneView(PictureWidget):
    """A scatter of any number of points, between axes and with a legend, so that its picture is a figure. Wheel to zoom.

    Attributes:
        legend: what the colours stand for; a part of the picture alone.
        printed: the colours of the points and their legend on white ground; None where those that are shown are.

    Signals:
        images_wanted: the indices of points that are to be shown as images, see `add_images`.
    """

    images_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = MapFrame()
        self._points = MapPoints(self._frame)
        self._mark: tuple[float, float] | None = None
        self._seen: Extent | None = None
        self.legend: Legend | None = None
        self.printed: tuple[Colours, Legend | None] | None = None
        self._empty_text = ""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._settling.timeout.connect(self._ask_images)
        self.setMinimumSize(260, 200)

    @property
    def area(self) -> QRect:
        """Where the points are, within the widget."""
        return self._frame.area

    def near(self) -> tuple[int, ...]:
        """Points that are shown as images now."""
        return tuple(index for index in self._points.near() if self._points.has_image(index))

    def set_points(self, points: NDArray[np.float32], colours: Colours) -> None:
        """Show these points (N, 2) in these colours (N, 3), where one looks staying the same unless there were none."""
        self._points.set(points, colours)
        if not len(points):
            self._frame.extent = None
        self._look()

    def explain(
        self, title: str, axes: tuple[str, str], legend: Legend | None, names: tuple[tuple[str, float, float], ...] = ()
    ) -> None:
        """Say what is shown: over the points, along both axes, what colours stand for, and where groups lie (name, x, y)."""
        self._frame.title, self._frame.axes, self._points.names = title, axes, names
        self.legend = legend
        self.update()

    def set_mark(self, place: tuple[float, float] | None) -> None:
        """Ring a place, such as that of the current z."""
        self._mark = place
        self.update()

    def set_holes(self, holes: Holes | None) -> None:
        """Shade where the prior has mass and the data have none."""
        self._points.set_holes(holes)
        self.update()

    def show_images(self, shown: bool) -> None:
        """Whether points are images where few are in sight."""
        self._points.shows_images = shown
        self._look()

    def add_images(self, indices: tuple[int, ...], images: NDArray[np.uint8]) -> None:
        """Take images (N, H, W, C) that were wanted."""
        self._points.add_images({index: pixels.to_qimage(image) for index, image in zip(indices, images, strict=True)})
        self.update()

    def set_empty_text(self, text: str) -> None:
        """Say what will be seen here while there is no point."""
        self._empty_text = text
        self.update()

    def fit(self) -> None:
        """Show all points."""
        self._frame.extent = None
        self._look()

    def position(self, x: float, y: float) -> QPointF:
        """Where a place of the plane is on the widget."""
        self._points.fit()
        return self._frame.position(x, y)

    def place(self, position: QPointF) -> tuple[float, float]:
        """The place of the plane under a position."""
        self._points.fit()
        return self._frame.place(position)

    def point_at(self, position: QPointF) -> int:
        """The nearest point within reach, −1 for none."""
        self._points.fit()
        return self._points.at(position) if self._frame.area.contains(position.toPoint()) else -1

    def picture(self) -> QImage | None:
        return super().picture() if len(self._points.places) else None

    def _sheet(self) -> QWidget:
        return FigureSheet(self, legend=self.legend)

    def figure(self, ending: str, width_mm: float) -> bytes:
        self._seen = self._frame.extent
        shown = self._points.colours, self.legend
        try:
            self._points.colours, self.legend = self.printed or shown
            return super().figure(ending, width_mm)
        finally:
            self._points.colours, self.legend = shown
            self._frame.extent, self._seen = self._seen, None

    def _settle(self) -> None:
        if self._seen is not None:
            self._frame.hold(self._seen)
        self._points.redraw()

    def _look(self) -> None:
        """Something else is in sight."""
        self._points.redraw()
        self._settling.start()
        self.update()

    @Slot()
    def _ask_images(self) -> None:
        self._points.fit()
        missing = self._points.missing()
        if missing:
            self.images_wanted.emit(tuple(missing))

    def _ring(self, painter: QPainter, place: tuple[float, float], radius: float, colour: QColor) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2))
        painter.drawEllipse(self._frame.position(*place), radius, radius)

    def _paint_over(self, painter: QPainter) -> None:
        """Draw over the points, within the frame."""
        if self._mark is not None:
            self._ring(painter, self._mark, 7, self.palette().windowText().color())

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not len(self._points.places):
            pixels.paint_empty(painter, self.rect(), self._empty_text, self.palette())
            return
        self._points.fit()
        self._points.paint(painter, self.devicePixelRatioF(), self.palette())
        self._frame.paint(painter, self.palette())
        painter.setClipRect(self._frame.area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_over(painter)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if len(self._points.places):
            self._points.fit()
            self._frame.zoom(event.position(), _ZOOM ** (-event.angleDelta().y() / 120))
            self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frame.fit(self.size())
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._points.redraw()

    def sizeHint(self) -> QSize:
        return QSize(600, 500)
