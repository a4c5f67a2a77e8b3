"""Short texts on a map, legible over points."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette

from latentlab.gui import theme


def chip_rect(painter: QPainter, at: QPointF, text: str) -> QRectF:
    """The ground that a text takes, centred over a place, in the painter's font."""
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(text) + 2 * theme.SPACING.TIGHT, metrics.height() + 2
    return QRectF(at.x() - width / 2, at.y() - height / 2, width, height)


def paint_chip(painter: QPainter, at: QPointF, text: str, palette: QPalette) -> QRectF:
    """Write a text on its ground, which is returned."""
    ground = chip_rect(painter, at, text)
    painter.setPen(theme.border(palette))
    painter.setBrush(palette.base())
    painter.drawRoundedRect(ground, theme.RADIUS / 2, theme.RADIUS / 2)
    painter.setPen(palette.windowText().color())
    painter.drawText(ground, int(Qt.AlignmentFlag.AlignCenter), text)
    return ground
