"""A map that is moved, pointed at, clicked and encircled."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.values import Polygon
from latentlab.explore.scatter import Colours
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.map_lines import MapLines, Tool
from latentlab.gui.widgets.plane_view import PlaneView

_APART = 4.0
"""Pixels between two corners of a line in the making."""


class MapView(PlaneView):
    """Points of a latent map. What a drag does is the tool's: move, encircle, or draw a path.

    Signals:
        hovered: the index of the point under the pointer, −1 for none.
        point_clicked: the index of a point.
        place_clicked: (x, y) of a place without a point.
        line_drawn: the tool, once its line in `lines` is whole: a lasso (a, b), or a path of two corners or more (path).
        lines_cleared: Escape took the lines away.
    """

    hovered = Signal(int)
    point_clicked = Signal(int)
    place_clicked = Signal(object)
    line_drawn = Signal(str)
    lines_cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = MapLines()
        self._pressed: QPointF | None = None
        self._moved = False
        self._hover = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Map of the latent space"))

    @property
    def lines(self) -> dict[Tool, Polygon]:
        """Lassos and the path that were drawn."""
        return self._drawn.lines

    def counted(self, tool: Tool) -> int:
        """Points within a lasso."""
        return self._drawn.counted(tool)

    def set_points(self, points: NDArray[np.float32], colours: Colours) -> None:
        super().set_points(points, colours)
        self._hover = -1
        self._drawn.count(points)

    def set_tool(self, tool: Tool) -> None:
        """What a drag does from now on."""
        self._drawn.tool, self._drawn.drawing = tool, []
        self.setCursor(Qt.CursorShape.ArrowCursor if tool == "move" else Qt.CursorShape.CrossCursor)
        self.update()

    def clear_lines(self) -> None:
        """Take lassos and the path away."""
        self._drawn.clear()
        self.update()

    def set_line(self, tool: Tool, line: Polygon) -> None:
        """Show a lasso or a path."""
        self._drawn.lines[tool] = line
        self._drawn.count(self._points.places)
        self.update()

    def _end_line(self) -> None:
        if self._drawn.end():
            self._drawn.count(self._points.places)
            self.line_drawn.emit(self._drawn.tool)
        self.update()

    def _add_corner(self, position: QPointF) -> None:
        self._drawn.add(self.place(position))
        self.update()

    def _paint_over(self, painter: QPainter) -> None:
        self._drawn.paint(painter, self._frame.position, self.palette())
        super()._paint_over(painter)
        if 0 <= self._hover < len(self._points.places):
            x, y = map(float, self._points.places[self._hover])
            self._ring(painter, (x, y), 6, theme.accent(self.palette()))

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        inside = self._frame.area.contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and len(self._points.places) and inside:
            self._pressed, self._moved = event.position(), False
            if self._drawn.tool != "move":
                if self._drawn.tool != "path":
                    self._drawn.drawing = []
                self._add_corner(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            step = event.position() - self._pressed
            draws = self._drawn.tool != "move"
            if (self._moved and not draws) or step.manhattanLength() > _APART:
                self._moved, self._pressed = True, event.position()
                if draws:
                    self._add_corner(event.position())
                else:
                    self._frame.move(step)
                    self._look()
            return
        hover = self.point_at(event.position())
        if hover != self._hover:
            self._hover = hover
            self.hovered.emit(hover)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not len(self._points.places):
            return
        self._pressed = None
        if self._drawn.tool != "move":
            if self._drawn.tool != "path" or self._moved:  # a path of single clicks goes on until a double click or Return
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
        if self._drawn.tool == "move":
            self.fit()
        else:
            self._end_line()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.lines or self._drawn.drawing):
            self.clear_lines()
            self.lines_cleared.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._drawn.drawing:
            self._end_line()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.hovered.emit(-1)
        self.update()
