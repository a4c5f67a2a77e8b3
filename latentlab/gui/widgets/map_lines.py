"""Lassos and paths on a map, while they are drawn and after."""

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF

from latentlab.explore.polygon import inside
from latentlab.explore.requests.values import Polygon
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.map_chips import paint_chip

_MOST_CORNERS = 160
"""Of a drawn line; what a hand draws has no more."""

Tool = Literal["move", "a", "b", "path"]
Position = Callable[[float, float], QPointF]
TOOL_COLOURS: dict[Tool, str] = {"a": "#0072B2", "b": "#E69F00", "path": "#CC79A7"}
_NAMES: dict[Tool, str] = {"a": "A", "b": "B"}


class MapLines:
    """At most one line of each tool, in places of the plane.

    Attributes:
        tool: what a drag does.
        lines: those that are whole.
        drawing: the corners of the one in the making.
    """

    def __init__(self) -> None:
        self.tool: Tool = "move"
        self.lines: dict[Tool, Polygon] = {}
        self.drawing: list[tuple[float, float]] = []
        self._counts: dict[Tool, int] = {}

    def add(self, place: tuple[float, float]) -> None:
        """Another corner."""
        x, y = place
        self.drawing.append((float(f"{x:.6g}"), float(f"{y:.6g}")))  # so short that a command line can name them

    def end(self) -> bool:
        """Take what was drawn as the tool's line; False where it is too short to be one."""
        line, self.drawing = self.drawing, []
        if len(line) < (2 if self.tool == "path" else 3):
            return False
        every = -(-len(line) // _MOST_CORNERS)
        self.lines[self.tool] = (*line[:-1:every], line[-1])
        return True

    def clear(self) -> None:
        """Take all of them away."""
        self.lines.clear()
        self._counts.clear()
        self.drawing = []

    def count(self, points: NDArray[np.float32]) -> None:
        """Count the points (N, 2) within each lasso."""
        self._counts = {tool: _within(points, line) for tool, line in self.lines.items() if tool in _NAMES}

    def counted(self, tool: Tool) -> int:
        """Points within a lasso."""
        return self._counts.get(tool, 0)

    def paint(self, painter: QPainter, position: Position, palette: QPalette) -> None:
        """Draw all of them, and at each lasso how many images are in it."""
        for tool, line in self.lines.items():
            _paint_line(painter, tool, [position(x, y) for x, y in line], closed=tool != "path")
        if self.drawing:
            _paint_line(painter, self.tool, [position(x, y) for x, y in self.drawing], closed=False)
        painter.setFont(theme.tabular(theme.caption_font()))
        for tool, name in _NAMES.items():
            if tool in self.lines:
                top = min((position(x, y) for x, y in self.lines[tool]), key=QPointF.y)
                count = self._counts.get(tool, 0)
                paint_chip(
                    painter,
                    top,
                    tr("{name}: 1 image", name=name) if count == 1 else tr("{name}: {count:,} images", name=name, count=count),
                    palette,
                )


def _within(points: NDArray[np.float32], line: Polygon) -> int:
    corners = np.asarray(line)
    near = ((points >= corners.min(0)) & (points <= corners.max(0))).all(1)  # of the others there may be very many
    return int(inside(points[near], line).sum())


def _paint_line(painter: QPainter, tool: Tool, points: list[QPointF], *, closed: bool) -> None:
    colour = QColor(TOOL_COLOURS[tool])
    corners = QPolygonF(points)
    painter.setPen(QPen(colour, 2))
    if closed:
        fill = QColor(colour)
        fill.setAlpha(36)
        painter.setBrush(fill)
        painter.drawPolygon(corners)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(corners)
    for corner in (points[0], points[-1]):
        painter.drawEllipse(corner, 3, 3)
