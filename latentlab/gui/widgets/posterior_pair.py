"""Two posteriors beside each other, dimension by dimension, and the KL between them."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.texts import dim_name
from latentlab.explore.requests.transformations import DrawnConsistency
from latentlab.explore.ticks import tick_text, ticks
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import figures, pixels
from latentlab.gui.widgets.hover_plot import DimensionPlot
from latentlab.gui.widgets.plot_items import LEFT_AXIS_WIDTH

_MARGIN = 0.06
"""Of the range, beyond what is drawn."""
_TICKS_APART = 20
"""Pixels between two ticks, at least."""
_SIDES = (("q(z|x)", "posterior_x"), ("q(z|t(x))", "posterior_t"))


_EMPTY = tr("The posteriors of x and t(x) appear here.")
_TIP = tr(
    "Above: mean ± σ of q(z|x) and q(z|t(x)). Below: KL(q(z|t(x)) ‖ q(z|x)) of each dimension in nats, the term of "
    "CR-VAE. Dimensions on the left follow the transformation, those on the right do not notice it."
)


class PosteriorPair(DimensionPlot):
    """Above, mean ± σ of both posteriors; below, KL(q(z|t(x)) ‖ q(z|x)); the dimensions by that KL, largest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Plot: the posteriors of x and of t(x) for each latent dimension, and the KL between them"),
            _TIP,
            QSize(260, 140),
            QSize(520, 260),
            parent,
        )
        self.set_empty_text(_EMPTY)
        self._comparison: DrawnConsistency | None = None
        self._order = np.empty(0, np.intp)

    def set_comparison(self, comparison: DrawnConsistency | None) -> None:
        """Show these posteriors; None shows what will be seen here, and one without σ why it is not."""
        known = comparison is not None and comparison.knows_sigma
        self._comparison = comparison if known else None
        self.set_empty_text(figures.SIGMA_UNKNOWN if comparison is not None and not known else _EMPTY)
        if comparison is not None:
            self._order = comparison.order
        self.update()

    def figure_title(self) -> str:
        step = tr(" · model of step {step:,}", step=self._comparison.step) if self._comparison is not None else ""
        return tr("Posteriors of x and t(x) in each dimension, units of z{step}", step=step)

    def order(self) -> list[int]:
        """The dimensions from left to right."""
        return [int(dimension) for dimension in self._order]

    def position(self, dimension: int, value: float) -> QPointF:
        """Where a value of a dimension's z is drawn, between its two marks."""
        plot, (low, high) = self._plots()[0], self._range()
        each = plot.width() / self._order.size
        x = plot.x() + (self.order().index(dimension) + 0.5) * each
        return QPointF(x, plot.bottom() - (value - low) / (high - low) * plot.height())

    def _plots(self) -> tuple[QRect, QRect]:
        line = self._line()
        left = theme.SPACING.SMALL + LEFT_AXIS_WIDTH
        top = theme.SPACING.TIGHT + line + theme.SPACING.SMALL
        bottom = self.height() - theme.SPACING.TIGHT - line - 4
        width = max(self.width() - theme.SPACING.SMALL - left, 10)
        room = bottom - top - line - theme.SPACING.SMALL
        upper = max(room * 3 // 5, 10)
        lower = max(room - upper, 10)
        return QRect(left, top, width, upper), QRect(left, bottom - lower, width, lower)

    def _range(self) -> tuple[float, float]:
        """Of z: all means ± σ, and 0, which is the prior's mean."""
        comparison = self._comparison
        assert comparison is not None
        sides = ((comparison.mean_x, comparison.std_x), (comparison.mean_t, comparison.std_t))
        low = min(0.0, *(float((mean - std).min()) for mean, std in sides))
        high = max(0.0, *(float((mean + std).max()) for mean, std in sides))
        margin = _MARGIN * max(high - low, 1e-6)
        return low - margin, high + margin

    def _draw_posteriors(self, painter: QPainter, comparison: DrawnConsistency, plot: QRect) -> None:
        """A dot at each mean, and a line over ± σ."""
        each = plot.width() / self._order.size
        apart, dot = min(each * 0.18, 5.0), min(max(each * 0.14, 1.5), 3.0)
        for side, (mean, std) in enumerate(((comparison.mean_x, comparison.std_x), (comparison.mean_t, comparison.std_t))):
            colour = theme.quantity_colour(_SIDES[side][1])
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(colour)
            for dimension in self.order():
                middle, half = float(mean[dimension]), float(std[dimension])
                at = self.position(dimension, middle) + QPointF((2 * side - 1) * apart, 0)
                above, below = (self.position(dimension, middle + way * half).y() for way in (1, -1))
                painter.drawLine(QPointF(at.x(), above), QPointF(at.x(), below))
                painter.drawEllipse(at, dot, dot)

    def _draw_axis(self, painter: QPainter, plot: QRect, low: float, high: float) -> None:
        """Round numbers at the left, and a grid line at each; that of 0 darker."""
        line = self._line()
        places, decimals = ticks(low, high, max(2, plot.height() // _TICKS_APART))
        for place in places:
            y = round(plot.bottom() - (place - low) / (high - low) * plot.height())
            painter.setPen(QPen(theme.muted(self.palette()) if abs(place) < 1e-9 else theme.border(self.palette()), 1))
            painter.drawLine(plot.left(), y, plot.right(), y)
            painter.setPen(theme.muted(self.palette()))
            beside = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRect(0, y - line // 2, plot.x() - 4, line), beside, tick_text(place, decimals))

    def _draw_kl(self, painter: QPainter, comparison: DrawnConsistency, plot: QRect) -> None:
        top = max(float(comparison.kl_per_dim.max()) * (1 + _MARGIN), 0.01)
        self._draw_axis(painter, plot, 0.0, top)
        each = plot.width() / self._order.size
        gap = min(4.0, each / 5) if each >= 3 else 0.0
        for place, dimension in enumerate(self.order()):
            height = float(comparison.kl_per_dim[dimension]) / top * plot.height()
            bar = QRectF(plot.x() + place * each + gap / 2, plot.bottom() + 1 - height, each - gap, height)
            painter.fillRect(bar, theme.quantity_colour("consistency"))

    def _draw_words(self, painter: QPainter, upper: QRect, lower: QRect) -> None:
        line = self._line()
        x = upper.x()
        for label, colour in _SIDES:
            painter.fillRect(QRect(x, theme.SPACING.TIGHT + line // 2 - 4, 8, 8), theme.quantity_colour(colour))
            painter.setPen(theme.muted(self.palette()))
            width = painter.fontMetrics().horizontalAdvance(label)
            painter.drawText(QRect(x + 12, theme.SPACING.TIGHT, width + 4, line), int(Qt.AlignmentFlag.AlignVCenter), label)
            x += 12 + width + theme.SPACING.LARGE
        readout = QRect(x, theme.SPACING.TIGHT, self.width() - x - theme.SPACING.SMALL, line)
        painter.drawText(readout, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._readout())
        where = QRect(lower.x(), lower.y() - line - 2, lower.width(), line)
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), tr("KL(q(z|t(x)) ‖ q(z|x)) per dimension, nats"))
        each = lower.width() / self._order.size
        every = max(1, math.ceil(painter.fontMetrics().horizontalAdvance("z000 ") / each))
        for place in range(0, self._order.size, every):
            middle = round(lower.x() + (place + 0.5) * each)
            where = QRect(middle - 30, lower.bottom() + 3, 60, line)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignHCenter), dim_name(self._order[place]))

    def _readout(self) -> str:
        comparison = self._comparison
        if comparison is None or self._hover is None:
            return tr("mean ± σ, units of z")
        at = int(self._order[self._hover])
        sides = ((comparison.mean_x, comparison.std_x), (comparison.mean_t, comparison.std_t))
        x, t = (f"{figures.signed(float(mean[at]))} ± {std[at]:.2f}" for mean, std in sides)
        return tr(
            "{dimension} · {x} → {t} · {kl:.3f} nats",
            dimension=dim_name(at),
            x=x,
            t=t,
            kl=comparison.kl_per_dim[at],
        )

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._comparison is None:
            pixels.paint_empty(painter, self.rect(), self._empty_text, self.palette())
            return
        painter.setFont(theme.tabular(theme.caption_font()))
        upper, lower = self._plots()
        self._draw_axis(painter, upper, *self._range())
        self._draw_kl(painter, self._comparison, lower)
        self._draw_words(painter, upper, lower)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_posteriors(painter, self._comparison, upper)
