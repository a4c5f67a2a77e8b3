"""The log densities of the aggregate posterior and of the prior along paths through the latent space."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.interpolation import DrawnInterpolation
from latentlab.explore.requests.values import Vector
from latentlab.gui import theme
from latentlab.gui.language import number, tr
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.picture_widget import PictureWidget
from latentlab.gui.widgets.plot_items import LEFT_AXIS_WIDTH

_PENS = (Qt.PenStyle.SolidLine, Qt.PenStyle.DotLine)
"""Of the paths; dashes are of held-out numbers everywhere else."""
_IN_FULL = {"log q(z)": tr("log q(z), aggregate posterior"), "log p(z)": tr("log p(z), prior")}
"""What the densities are called where there is room."""
_QUARTERS = 4
_LINES = 3
"""Grid lines, about."""
_SWATCH = 16
_UNIT_WIDTH = 40


class DensityPlot(PictureWidget):
    """A line for each density and path over the share α of the way; the current place is marked, and can be dragged.

    Signals:
        place_chosen: the number (an int) of the place along the way that was clicked or dragged to.
    """

    place_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: Sequence[str] = ()
        self._densities: dict[str, Vector] = {}
        self._mark: tuple[int, int] = (0, 0)
        self._ends: tuple[int, int] | None = None
        self.setMinimumSize(168, 96)
        self.setAccessibleName(tr("Plot: log density of the aggregate posterior and of the prior along the way"))
        self.setToolTip(
            tr(
                "log q(z): density of the aggregate posterior, (1/N) Σᵢ N(z; μᵢ, σᵢ²) over the held-out images; low "
                "where the model has seen nothing. log p(z): density of the prior. Both in nats. Click or drag to go "
                "to a place."
            )
        )

    def set_paths(self, drawn: DrawnInterpolation | None) -> None:
        """Show the densities along these paths, as far as they are known."""
        self._paths = drawn.grid.row_labels if drawn else ()
        both = zip(_IN_FULL, (drawn.log_aggregate, drawn.log_prior), strict=True) if drawn else ()
        self._densities = {name: values for name, values in both if not np.isnan(values).any()}
        self.update()

    def set_mark(self, row: int, place: int) -> None:
        """Mark a place of a path."""
        self._mark = (row, place)
        self.update()

    def set_ends(self, first: int, last: int) -> None:
        """Put the first and the last place at these pixels across, as far as the axis leaves that free."""
        self._ends = first, last
        self.update()

    def position(self, place: int, value: float) -> QPointF:
        """Where a density at a place along the way is drawn."""
        plot, (low, high) = self._plot(), self._range()
        x = plot.x() + place / (self._places() - 1) * plot.width()
        return QPointF(x, plot.bottom() - (value - low) / (high - low) * plot.height())

    def _places(self) -> int:
        return int(next(iter(self._densities.values())).shape[1])

    def _line(self) -> int:
        return QFontMetrics(theme.caption_font()).height()

    def _plot(self) -> QRect:
        line = self._line()
        left, top, right = LEFT_AXIS_WIDTH + theme.SPACING.SMALL, line + theme.SPACING.SMALL, self.width() - theme.SPACING.SMALL
        if self._ends is not None:
            left, right = max(left, self._ends[0]), min(right, self._ends[1])
        return QRect(left, top, max(right - left, 10), max(self.height() - top - line - 4, 10))

    def _range(self) -> tuple[float, float]:
        low = min(float(values.min()) for values in self._densities.values())
        high = max(float(values.max()) for values in self._densities.values())
        margin = 0.06 * (high - low) or 1.0
        return low - margin, high + margin

    def _lines(self) -> list[tuple[str, Vector, QColor]]:
        colours = {"log q(z)": theme.quantity_colour("posterior_x"), "log p(z)": self.palette().windowText().color()}
        return [(name, values, colours[name]) for name, values in self._densities.items()]

    def _draw_axes(self, painter: QPainter) -> None:
        plot, (low, high) = self._plot(), self._range()
        spacing = figures.rounded_up((high - low) / _LINES)
        grid, text = QPen(theme.border(self.palette()), 1), theme.muted(self.palette())
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        tick = math.ceil(low / spacing) * spacing + 0.0  # so that zero has no sign
        while tick <= high:
            y = self.position(0, tick).y()
            painter.setPen(grid)
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(text)
            where = QRect(0, round(y) - self._line() // 2, plot.x() - 4, self._line())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignRight) | middle, number(tick, ",.6g").replace("-", figures.MINUS))
            tick = round(tick + spacing, 9) + 0.0
        for place in range(self._places()):
            x = self.position(place, low).x()
            painter.setPen(grid)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setPen(text)
        for quarter in range(_QUARTERS + 1):
            x, words = plot.x() + quarter * plot.width() // _QUARTERS, f"α = {quarter / _QUARTERS:g}"
            if self._ends is not None and not theme.is_paper():  # the numbers stand over the pictures below
                words = "α" if 2 * quarter == _QUARTERS else ""
            words = {0: "A", _QUARTERS: "B"}.get(quarter, words)
            painter.drawText(QRect(x - 40, plot.bottom() + 3, 80, self._line()), int(Qt.AlignmentFlag.AlignCenter), words)

    def _draw_legend(self, painter: QPainter) -> None:
        lines, ink = self._lines(), theme.muted(self.palette())
        paths = [(path, ink, pen) for path, pen in zip(self._paths, _PENS, strict=False)]
        for in_full in (True, False):
            entries = [(_IN_FULL[name] if in_full else name, colour, _PENS[0]) for name, _, colour in lines] + paths
            words_width = sum(painter.fontMetrics().horizontalAdvance(words) for words, *_ in entries)
            if words_width + len(entries) * (_SWATCH + theme.SPACING.LARGE) + _UNIT_WIDTH <= self._plot().width():
                break
        x, y = self._plot().x(), self._line() // 2
        for words, colour, dash in entries:
            painter.setPen(QPen(colour, 2, dash))
            painter.drawLine(x, y, x + _SWATCH, y)
            painter.setPen(ink)
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(QRect(x + _SWATCH + 4, 0, width + 4, self._line()), int(Qt.AlignmentFlag.AlignVCenter), words)
            x += _SWATCH + width + theme.SPACING.LARGE
        painter.drawText(
            QRect(x, 0, self._plot().right() - x, self._line()),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            "nats",
        )

    def _draw_mark(self, painter: QPainter) -> None:
        row, place = self._mark
        if not (row < len(self._paths) and place < self._places()):
            return
        plot, x = self._plot(), self.position(place, 0.0).x()
        painter.setPen(QPen(theme.accent(self.palette()), 1))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setPen(QPen(self.palette().base().color(), 1))
        for _, values, colour in self._lines():
            painter.setBrush(colour)
            painter.drawEllipse(self.position(place, float(values[row, place])), 4, 4)

    def _choose(self, event: QMouseEvent) -> None:
        if not self._paths:
            return
        plot, last = self._plot(), self._places() - 1
        self.place_chosen.emit(min(max(round((event.position().x() - plot.x()) / plot.width() * last), 0), last))

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._paths:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.tabular(theme.caption_font()))
        self._draw_axes(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for _, values, colour in self._lines():
            for row, dash in zip(range(len(self._paths)), _PENS, strict=False):
                painter.setPen(QPen(colour, 1.5, dash))
                painter.drawPolyline(
                    QPolygonF([self.position(place, float(values[row, place])) for place in range(self._places())])
                )
        self._draw_mark(painter)
        self._draw_legend(painter)

    def sizeHint(self) -> QSize:
        return QSize(360, 130)
