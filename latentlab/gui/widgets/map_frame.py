"""The rectangle of a map within its widget: what of the plane it shows, its axes and its title."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen

from latentlab.explore.scatter import Extent
from latentlab.explore.ticks import tick_text, ticks
from latentlab.gui import theme

_TICK = 4
_APART = 70
"""Pixels between two ticks, at least."""
_EVERYWHERE: Extent = (-1.0, 1.0, -1.0, 1.0)


class MapFrame:
    """Where a map lies, and between which values.

    Attributes:
        area: of the points, within the widget.
        extent: what it shows; None before there is a point.
        title: over it.
        axes: what the two axes are, with their units.
    """

    def __init__(self) -> None:
        self.area = QRect()
        self.extent: Extent | None = None
        self.title = ""
        self.axes = ("", "")

    def fit(self, size: QSize) -> None:
        """Lie within a widget of this size."""
        line = QFontMetrics(theme.caption_font()).height()
        left, below = 2 * line + 5 * _TICK, 2 * line + 2 * _TICK
        right = theme.SPACING.SMALL
        above = line + theme.SPACING.SMALL
        self.area = QRect(left, above, max(size.width() - left - right, 10), max(size.height() - above - below, 10))

    def hold(self, extent: Extent) -> None:
        """Show these values, and what lies around them where the rectangle has another shape."""
        left, right, bottom, top = extent
        width, height = max(right - left, (top - bottom) * self.aspect), max(top - bottom, (right - left) / self.aspect)
        x, y = (left + right) / 2, (bottom + top) / 2
        self.extent = (x - width / 2, x + width / 2, y - height / 2, y + height / 2)

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.area.width() / self.area.height()

    def position(self, x: float, y: float) -> QPointF:
        """Where a place of the plane is on the widget."""
        left, right, bottom, top = self.extent or _EVERYWHERE
        return QPointF(
            self.area.x() + (x - left) / (right - left) * self.area.width(),
            self.area.y() + (top - y) / (top - bottom) * self.area.height(),
        )

    def place(self, position: QPointF) -> tuple[float, float]:
        """The place of the plane under a position."""
        left, right, bottom, top = self.extent or _EVERYWHERE
        x = left + (position.x() - self.area.x()) / self.area.width() * (right - left)
        return x, top - (position.y() - self.area.y()) / self.area.height() * (top - bottom)

    def move(self, by: QPointF) -> None:
        """Show what lies by so many pixels aside."""
        left, right, bottom, top = self.extent or _EVERYWHERE
        across = by.x() / self.area.width() * (right - left)
        up = -by.y() / self.area.height() * (top - bottom)
        self.extent = (left - across, right - across, bottom - up, top - up)

    def zoom(self, position: QPointF, factor: float) -> None:
        """Show so many times as much, what is under a position staying there."""
        x, y = self.place(position)
        left, right, bottom, top = self.extent or _EVERYWHERE
        self.extent = (
            x + (left - x) * factor,
            x + (right - x) * factor,
            y + (bottom - y) * factor,
            y + (top - y) * factor,
        )

    def paint(self, painter: QPainter, palette: QPalette) -> None:
        """Draw all that stands around the points."""
        painter.setPen(QPen(theme.border(palette), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.area.adjusted(-1, -1, 0, 0))
        painter.setFont(theme.tabular(theme.caption_font()))
        metrics = painter.fontMetrics()
        painter.setPen(palette.windowText().color())
        head = QRect(self.area.x(), 0, self.area.width(), self.area.y() - theme.SPACING.TIGHT)
        title = metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), title)
        self._paint_across(painter, palette)
        self._paint_up(painter, palette)

    def _paint_across(self, painter: QPainter, palette: QPalette) -> None:
        left, right, _, _ = self.extent or _EVERYWHERE
        line, floor = painter.fontMetrics().height(), self.area.bottom() + 1
        painter.setPen(theme.muted(palette))
        places, decimals = ticks(left, right, self.area.width() // _APART)
        for place in places:
            x = self.position(place, 0).x()
            painter.drawLine(QPointF(x, floor), QPointF(x, floor + _TICK))
            where = QRectF(x - 40, floor + _TICK, 80, line)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignHCenter), tick_text(place, decimals))
        painter.setPen(palette.windowText().color())
        foot = QRect(self.area.x(), floor + _TICK + line, self.area.width(), line)
        title = painter.fontMetrics().elidedText(self.axes[0], Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignHCenter), title)

    def _paint_up(self, painter: QPainter, palette: QPalette) -> None:
        _, _, bottom, top = self.extent or _EVERYWHERE
        line, wall = painter.fontMetrics().height(), self.area.x()
        painter.setPen(theme.muted(palette))
        places, decimals = ticks(bottom, top, self.area.height() // _APART)
        beside = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for place in places:
            y = self.position(0, place).y()
            painter.drawLine(QPointF(wall - _TICK, y), QPointF(wall, y))
            painter.drawText(QRectF(0, y - line / 2, wall - _TICK - 3, line), beside, tick_text(place, decimals))
        painter.setPen(palette.windowText().color())
        painter.save()
        painter.translate(0, self.area.y() + self.area.height())
        painter.rotate(-90)
        painter.drawText(QRect(0, 0, self.area.height(), line), int(Qt.AlignmentFlag.AlignHCenter), self.axes[1])
        painter.restore()
