"""A metric of several rows: a dot for each seed, and their mean ± standard deviation."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from latentlab.gui import theme
from latentlab.gui.widgets import figures, pixels
from latentlab.gui.widgets.picture_widget import PlotWidget

_DOT = 3.0
_ROW = 40
"""Pixels a row takes at most."""
_LABEL_SHARE = 0.34
"""Of the width, at most, for the names of the rows."""


@dataclass(frozen=True)
class Dots:
    """A row.

    Attributes:
        label: its name.
        values: one for each seed.
        mean: None where there is no value.
        sd: None below two values.
    """

    label: str
    values: tuple[float, ...]
    mean: float | None
    sd: float | None


class DotPlot(PlotWidget):
    """Rows under each other on one axis, with a title and a unit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._unit = ""
        self._rows: Sequence[Dots] = ()
        self.setMinimumSize(260, 120)
        self.setToolTip("A dot for each seed; the line is their mean, the bar ± one sample standard deviation.")

    def set_rows(self, title: str, unit: str, rows: Sequence[Dots]) -> None:
        """Show a metric of these rows."""
        self._title, self._unit, self._rows = title, unit, rows
        self.setAccessibleName(f"Plot: {title} of each row")
        self.update()

    def position(self, row: int, value: float) -> QPointF:
        """Where a value of a row is drawn."""
        plot, (low, high) = self._plot(), self._range()
        each = plot.height() / len(self._rows)
        return QPointF(plot.x() + (value - low) / (high - low) * plot.width(), plot.y() + (row + 0.5) * each)

    # Geometry

    def _line(self) -> int:
        return QFontMetrics(theme.caption_font()).height()

    def _plot(self) -> QRect:
        metrics = QFontMetrics(theme.caption_font())
        widest = max((metrics.horizontalAdvance(row.label) for row in self._rows), default=0)
        left = (
            theme.SPACING.MEDIUM + min(widest + theme.SPACING.TIGHT, round(self.width() * _LABEL_SHARE)) + theme.SPACING.SMALL
        )
        top = theme.SPACING.TIGHT + QFontMetrics(theme.title_font()).height() + theme.SPACING.SMALL
        bottom = self.height() - theme.SPACING.SMALL - self._line() - theme.SPACING.TIGHT
        height = min(bottom - top, _ROW * len(self._rows))
        return QRect(left, top, max(self.width() - left - theme.SPACING.WIDE, 10), max(height, 10))

    def _range(self) -> tuple[float, float]:
        ends = [value for row in self._rows for value in row.values]
        ends += [row.mean + sign * row.sd for row in self._rows if row.mean is not None and row.sd for sign in (-1, 1)]
        if not ends:
            return 0.0, 1.0
        low, high = min(ends), max(ends)
        margin = 0.05 * (high - low) or max(abs(low) * 0.05, 0.5)
        return low - margin, high + margin

    # Drawing

    def _draw_axis(self, painter: QPainter, plot: QRect) -> None:
        low, high = self._range()
        spacing = figures.rounded_up((high - low) / max(plot.width() / 90, 1))
        grid, text = QPen(theme.border(self.palette()), 1), theme.muted(self.palette())
        tick = math.ceil(low / spacing) * spacing + 0.0  # so that zero has no sign
        while tick <= high:
            x = self.position(0, tick).x()
            painter.setPen(grid)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(text)
            where = QRect(round(x) - 50, plot.bottom() + theme.SPACING.TIGHT, 100, self._line())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignHCenter), f"{tick:.6g}".replace("-", figures.MINUS))
            tick = round(tick + spacing, 12) + 0.0

    def _draw_row(self, painter: QPainter, plot: QRect, place: int, row: Dots) -> None:
        colour = theme.quantity_colour("distortion_t" if theme.is_dark(self.palette()) else "distortion")
        each = plot.height() / len(self._rows)
        room = QRectF(
            theme.SPACING.MEDIUM, plot.y() + place * each, plot.x() - theme.SPACING.SMALL - theme.SPACING.MEDIUM, each
        )
        painter.setPen(self.palette().windowText().color())
        label = painter.fontMetrics().elidedText(row.label, Qt.TextElideMode.ElideMiddle, round(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), label)
        if row.mean is None:
            return
        half = min(each * 0.3, 8.0)
        mean = self.position(place, row.mean)
        if row.sd:
            left, right = self.position(place, row.mean - row.sd).x(), self.position(place, row.mean + row.sd).x()
            bar = theme.quantity_colour("distortion_t")
            bar.setAlpha(80)
            painter.fillRect(QRectF(left, mean.y() - half, right - left, 2 * half), bar)
        painter.fillRect(QRectF(mean.x() - 1, mean.y() - half, 2, 2 * half), self.palette().windowText())
        painter.setPen(QPen(self.palette().base().color(), 1))
        painter.setBrush(colour)
        for value in row.values:
            painter.drawEllipse(self.position(place, value), _DOT, _DOT)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not any(row.values for row in self._rows):
            pixels.paint_empty(painter, self.rect(), "The first finished run puts a dot here.", self.palette())
            return
        painter.setFont(theme.title_font())
        painter.setPen(self.palette().windowText().color())
        top = QRect(theme.SPACING.MEDIUM, theme.SPACING.TIGHT, self.width(), QFontMetrics(theme.title_font()).height())
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), self._title)
        left = painter.fontMetrics().horizontalAdvance(self._title) + theme.SPACING.TIGHT
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(self.palette()))
        unit = f"· {self._unit} · mean ± sd over seeds" if self._unit else "· mean ± sd over seeds"
        painter.drawText(top.adjusted(left, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), unit)
        plot = self._plot()
        self._draw_axis(painter, plot)
        for place, row in enumerate(self._rows):
            self._draw_row(painter, plot, place, row)

    def sizeHint(self) -> QSize:
        return QSize(640, 300)
