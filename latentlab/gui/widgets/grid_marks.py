"""Marks over a grid of images: where a value lies among the columns of its row."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF

from latentlab.gui import theme
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.grid_layout import GridLayout

_WHOLE = 0.02
"""As near to an image, in columns, a place is that of the image."""
_SIZE = 6.0
"""Half the width of a mark between images, pixels."""


def paint_marks(painter: QPainter, layout: GridLayout, places: Iterable[tuple[float, float]], palette: QPalette) -> None:
    """Frame the image at each (row, column), or draw a diamond where that lies between images or beyond the last."""
    for row, column in places:
        cell = round(row), round(column)
        if abs(row - cell[0]) < _WHOLE and abs(column - cell[1]) < _WHOLE:
            pixels.outline(painter, layout.rect(*cell), theme.accent(palette), 2)
        else:
            _paint_diamond(painter, QPointF(layout.centre(row, column)), palette)


def _paint_diamond(painter: QPainter, at: QPointF, palette: QPalette) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.base().color(), 1.5))
    painter.setBrush(theme.accent(palette))
    steps = ((0.0, -_SIZE), (_SIZE, 0.0), (0.0, _SIZE), (-_SIZE, 0.0))
    painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in steps]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
