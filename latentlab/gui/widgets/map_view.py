"""Points of a plane that can be moved, zoomed, pointed at, clicked and encircled."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.maps import Holes
from latentlab.explore.requests.values import Polygon
from latentlab.explore.scatter import HOLE, Colours, Extent, extent_of, pack, scatter, shaded
from latentlab.gui import theme
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.picture_widget import PlotWidget

_REACH = 8
"""Pixels within which a point is pointed at."""
_ZOOM = 1.2
_CROWD = 20_000
"""Points from which on they are drawn smaller."""
_MOST_CORNERS = 160
"""Of a drawn line; what a hand draws has no more."""
_APART = 4.0
"""Pixels between two corners of a line in the making."""

Tool = Literal["move", "a", "b", "path"]
TOOL_COLOURS: dict[Tool, str] = {"a": "#0072B2", "b": "#E69F00", "path": "#CC79A7"}


class MapView(PlotWidget):
    """A scatter of any number of points. Wheel to zoom; what a drag does is the tool's: move, encircle, or draw a way.

    Signals:
        hovered: the index of the point under the pointer, −1 for none.
        point_clicked: the index of a point.
        place_clicked: (x, y) of a place without a point.
        line_drawn: the tool, once its line in `lines` is whole: a lasso (a, b), or a way of two corners or more (path).
        lines_cleared: Escape took the lines away.
    """

    hovered = Signal(int)
    point_clicked = Signal(int)
    place_clicked = Signal(object)
    line_drawn = Signal(str)
    lines_cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = np.empty((0, 2), np.float32)
        self._colours = pack(np.empty((0, 3), np.uint8))
        self._extent: Extent | None = None
        self._image: QImage | None = None
        self._pressed: QPointF | None = None
        self._moved = False
        self._hover = -1
        self._mark: tuple[float, float] | None = None
        self._empty_text = ""
        self._tool: Tool = "move"
        self._drawing: list[tuple[float, float]] = []
        self._holes: Holes | None = None
        self.lines: dict[Tool, Polygon] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(260, 200)
        self.setAccessibleName("Map of the latent space")

    def set_points(self, points: NDArray[np.float32], colours: Colours) -> None:
        """Show these points (N, 2) in these colours (N, 3), where one looks staying the same unless there were none."""
        self._points, self._colours = points, pack(colours)
        if not len(points):
            self._extent = None
        self._image = None
        self.update()

    def set_mark(self, place: tuple[float, float] | None) -> None:
        """Ring a place, such as that of the current z."""
        self._mark = place
        self.update()

    def set_holes(self, holes: Holes | None) -> None:
        """Shade where the prior has mass and the data have none."""
        self._holes, self._image = holes, None
        self.update()

    def set_tool(self, tool: Tool) -> None:
        """What a drag does from now on."""
        self._tool, self._drawing = tool, []
        self.setCursor(Qt.CursorShape.ArrowCursor if tool == "move" else Qt.CursorShape.CrossCursor)
        self.update()

    def clear_lines(self) -> None:
        """Take lassos and the way away."""
        self.lines.clear()
        self._drawing = []
        self.update()

    def set_line(self, tool: Tool, line: Polygon) -> None:
        """Show a lasso or a way."""
        self.lines[tool] = line
        self.update()

    def set_empty_text(self, text: str) -> None:
        """Say what will be seen here while there is no point."""
        self._empty_text = text
        self.update()

    def fit(self) -> None:
        """Show all points."""
        self._extent = None
        self._image = None
        self.update()

    def position(self, x: float, y: float) -> QPointF:
        """Where a place of the plane is on the widget."""
        left, right, bottom, top = self._view()
        return QPointF((x - left) / (right - left) * self.width(), (top - y) / (top - bottom) * self.height())

    def place(self, position: QPointF) -> tuple[float, float]:
        """The place of the plane under a position."""
        left, right, bottom, top = self._view()
        x = left + position.x() / self.width() * (right - left)
        return x, top - position.y() / self.height() * (top - bottom)

    def point_at(self, position: QPointF) -> int:
        """The nearest point within reach, −1 for none."""
        if not len(self._points):
            return -1
        left, right, bottom, top = self._view()
        x = (self._points[:, 0] - left) / (right - left) * self.width() - position.x()
        y = (top - self._points[:, 1]) / (top - bottom) * self.height() - position.y()
        distance = x * x + y * y
        nearest = int(distance.argmin())
        return nearest if distance[nearest] <= _REACH**2 else -1

    def _view(self) -> Extent:
        if self._extent is None and len(self._points):
            self._extent = extent_of(self._points, self.width() / max(self.height(), 1))
        return self._extent or (-1.0, 1.0, -1.0, 1.0)

    def _paint_line(self, painter: QPainter, tool: Tool, line: Polygon, *, closed: bool) -> None:
        if not line:
            return
        colour = QColor(TOOL_COLOURS[tool])
        points = [self.position(x, y) for x, y in line]
        corners = QPolygonF(points)
        painter.setPen(QPen(colour, 2))
        if closed:
            fill = QColor(colour)
            fill.setAlpha(36)
            painter.setBrush(fill)
            painter.drawPolygon(corners)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(corners)
            for corner in (points[0], points[-1]):
                painter.drawEllipse(corner, 3, 3)

    def _add_corner(self, position: QPointF) -> None:
        x, y = self.place(position)
        self._drawing.append((float(f"{x:.6g}"), float(f"{y:.6g}")))  # so short that a command line can name them
        self.update()

    def _end_line(self) -> None:
        line = self._drawing
        every = -(-len(line) // _MOST_CORNERS)
        self._drawing = []
        self.update()
        if len(line) >= (2 if self._tool == "path" else 3):
            self.set_line(self._tool, (*line[:-1:every], line[-1]))
            self.line_drawn.emit(self._tool)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not len(self._points):
            pixels.paint_empty(painter, self.rect(), self._empty_text, self.palette())
            return
        if self._image is None:
            ratio = self.devicePixelRatioF()
            size = round(self.width() * ratio), round(self.height() * ratio)
            base = self.palette().base().color()
            paper = (base.red(), base.green(), base.blue())
            dot = round((2 if len(self._points) < _CROWD else 1) * ratio)
            view, holes = self._view(), self._holes
            ground = paper if holes is None else shaded(holes.shade, holes.extent, view, size, paper, HOLE)
            self._image = pixels.to_qimage(scatter(self._points, self._colours, view, size, ground, dot))
            self._image.setDevicePixelRatio(ratio)
        painter.drawImage(0, 0, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tool, line in self.lines.items():
            self._paint_line(painter, tool, line, closed=tool != "path")
        self._paint_line(painter, self._tool, tuple(self._drawing), closed=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.palette().windowText().color(), 2))
        if self._mark is not None:
            painter.drawEllipse(self.position(*self._mark), 7, 7)
        if self._hover >= 0:
            x, y = (float(value) for value in self._points[self._hover])
            painter.setPen(QPen(theme.accent(self.palette()), 2))
            painter.drawEllipse(self.position(x, y), 6, 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and len(self._points):
            self._pressed, self._moved = event.position(), False
            if self._tool != "move":
                if self._tool != "path":
                    self._drawing = []
                self._add_corner(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            step = event.position() - self._pressed
            if self._tool != "move":
                if step.manhattanLength() > _APART:
                    self._moved, self._pressed = True, event.position()
                    self._add_corner(event.position())
                return
            if self._moved or step.manhattanLength() > 4:
                self._moved, self._pressed = True, event.position()
                left, right, bottom, top = self._view()
                across = step.x() / self.width() * (right - left)
                up = -step.y() / self.height() * (top - bottom)
                self._look(left - across, right - across, bottom - up, top - up)
            return
        hover = self.point_at(event.position())
        if hover != self._hover:
            self._hover = hover
            self.hovered.emit(hover)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not len(self._points):
            return
        self._pressed = None
        if self._tool != "move":
            if self._tool != "path" or self._moved:  # a way of single clicks goes on until a double click or Return
                self._end_line()
            return
        if self._moved:
            return
        index = self.point_at(event.position())
        if index >= 0:
            self.point_clicked.emit(index)
        else:
            self.place_clicked.emit(self.place(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._tool == "move":
            self.fit()
        else:
            self._end_line()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.lines or self._drawing):
            self.clear_lines()
            self.lines_cleared.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._drawing:
            self._end_line()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not len(self._points):
            return
        factor = _ZOOM ** (-event.angleDelta().y() / 120)
        x, y = self.place(event.position())
        left, right, bottom, top = self._view()
        self._look(*(x + (edge - x) * factor for edge in (left, right)), *(y + (edge - y) * factor for edge in (bottom, top)))

    def _look(self, left: float, right: float, bottom: float, top: float) -> None:
        self._extent, self._image = (left, right, bottom, top), None
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.hovered.emit(-1)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._image = None

    def sizeHint(self) -> QSize:
        return QSize(600, 500)
