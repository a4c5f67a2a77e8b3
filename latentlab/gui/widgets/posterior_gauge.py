"""How wide the posteriors are, and where they lie together, dimension by dimension."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.images import PosteriorStatistics
from latentlab.explore.requests.texts import dim_name
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import figures, pixels
from latentlab.gui.widgets.hover_plot import DimensionPlot
from latentlab.gui.widgets.plot_header import header_height
from latentlab.gui.widgets.plot_items import LEFT_AXIS_WIDTH

_SHARES = (("σ < 0.1", "sigma_near_zero"), ("between", "sigma_between"), ("σ > 0.9", "sigma_near_one"))
_LEAST_REACH = 2.0
"""The lower plot shows at least the prior's mean ± 2."""


_TIP = tr(
    "Above: for each dimension, the share of held-out images whose posterior σ is below 0.1 (all but a point), "
    "above 0.9 (as wide as N(0, I): it says nothing) or between. Below: mean ± σ of the aggregate posterior q(z) = "
    "(1/N) Σ N(μᵢ, σᵢ²), by the law of total variance; shaded, 0 ± 1, which N(0, I) has."
)


_EMPTY = tr("Train a run or open one: how wide its posteriors are, and where they lie, appears here.")


class PosteriorGauge(DimensionPlot):
    """Two plots over the dimensions by their KL, largest first.

    Above, the share of images whose posterior σ is near 0, between, and near 1; below, the aggregate posterior's mean ± σ upon
    0 ± 1, which the prior N(0, I) has.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Plot: widths of the posteriors, and the aggregate posterior, for each latent dimension"),
            _TIP,
            QSize(220, 120),
            QSize(420, 220),
            parent,
        )
        self.set_empty_text(_EMPTY)
        self._statistics: PosteriorStatistics | None = None
        self._order = np.empty(0, np.intp)

    def set_statistics(self, statistics: PosteriorStatistics | None) -> None:
        """Show these posteriors; None shows what will be seen here, and those without σ why they are not."""
        known = statistics is None or not np.isnan(statistics.near_zero).any()
        self.set_empty_text(_EMPTY if known else figures.SIGMA_UNKNOWN)
        self._statistics = statistics = statistics if known else None
        if statistics is not None:
            self._order = np.argsort(-statistics.kl_per_dim, kind="stable")
        self.update()

    def order(self) -> list[int]:
        """The dimensions from left to right."""
        return [int(dimension) for dimension in self._order]

    def column(self, dimension: int) -> QRectF:
        """Where a dimension's share bar stands."""
        return self._bar(self.order().index(dimension), self._plots()[0])

    # Geometry

    def _header(self) -> QRect:
        height = header_height()
        return QRect(theme.SPACING.SMALL, theme.SPACING.TIGHT, self.width() - 2 * theme.SPACING.SMALL, height)

    def _plots(self) -> tuple[QRect, QRect]:
        left, line = theme.SPACING.SMALL + LEFT_AXIS_WIDTH, self._line()
        top = self._header().bottom() + 1 + line + theme.SPACING.SMALL
        bottom = self.height() - theme.SPACING.TIGHT - line - 4
        width = max(self.width() - theme.SPACING.SMALL - left, 10)
        half = max((bottom - top - line - theme.SPACING.SMALL) // 2, 10)
        return QRect(left, top, width, half), QRect(left, bottom - half, width, half)

    def _bar(self, place: int, plot: QRect) -> QRectF:
        each = plot.width() / self._order.size
        gap = min(4.0, each / 5) if each >= 3 else 0.0
        return QRectF(plot.x() + place * each + gap / 2, plot.y(), each - gap, plot.height())

    # Drawing

    def _draw_shares(self, painter: QPainter, statistics: PosteriorStatistics, plot: QRect) -> None:
        for place, dimension in enumerate(self._order):
            near_zero, near_one = float(statistics.near_zero[dimension]), float(statistics.near_one[dimension])
            bar = self._bar(place, plot)
            bottom = bar.bottom()
            for share, (_, colour) in zip((near_zero, 1 - near_zero - near_one, near_one), _SHARES, strict=True):
                height = share * bar.height()
                painter.fillRect(QRectF(bar.x(), bottom - height, bar.width(), height), theme.quantity_colour(colour))
                bottom -= height

    def _draw_aggregate(self, painter: QPainter, statistics: PosteriorStatistics, plot: QRect) -> float:
        mean, std = statistics.mean, statistics.std
        reach = max(_LEAST_REACH, figures.rounded_up(float(np.max(np.abs(mean) + std))))

        def height_of(value: float) -> float:
            return plot.center().y() - value / reach * plot.height() / 2

        band = QColor(theme.muted(self.palette()))
        band.setAlpha(44)
        painter.fillRect(QRectF(plot.x(), height_of(1), plot.width(), height_of(-1) - height_of(1)), band)
        painter.setPen(QPen(theme.muted(self.palette()), 1))
        painter.drawLine(QPointF(plot.left(), height_of(0)), QPointF(plot.right(), height_of(0)))
        colour = theme.quantity_colour("posterior_x")
        for place, dimension in enumerate(self._order):
            bar = self._bar(place, plot)
            middle, half = bar.center().x(), float(std[dimension])
            low, high = height_of(float(mean[dimension]) - half), height_of(float(mean[dimension]) + half)
            width = min(max(bar.width() * 0.5, 1.0), 10.0)
            painter.fillRect(QRectF(middle - width / 2, high, width, max(low - high, 1.0)), colour)
            if bar.width() >= 6:
                at = height_of(float(mean[dimension]))
                painter.fillRect(QRectF(middle - width / 2, at - 1, width, 2), self.palette().base().color())
        return reach

    def _draw_axes(self, painter: QPainter, shares: QRect, aggregate: QRect, reach: float) -> None:
        line = self._line()
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(self.palette()))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for plot, top, bottom in ((shares, "100 %", "0"), (aggregate, figures.signed(reach, 0), figures.signed(-reach, 0))):
            for y, text in ((plot.top(), top), (plot.bottom(), bottom)):
                painter.drawText(QRect(0, y - line // 2, plot.x() - 4, line), right, text)
        each = shares.width() / self._order.size
        every = max(1, math.ceil(painter.fontMetrics().horizontalAdvance(dim_name(self._order.size - 1) + " ") / each))
        centre = int(Qt.AlignmentFlag.AlignHCenter)
        for place in range(0, self._order.size, every):
            x = self._bar(place, aggregate).center().x()
            painter.drawText(QRect(round(x) - 30, aggregate.bottom() + 3, 60, line), centre, dim_name(int(self._order[place])))

    def _draw_header(self, painter: QPainter) -> None:
        header = self._header()
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(theme.title_font())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(header, middle, tr("Posterior"))
        left = painter.fontMetrics().horizontalAdvance(tr("Posterior")) + theme.SPACING.TIGHT
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(self.palette()))
        room = header.adjusted(left, 0, 0, 0)
        text = painter.fontMetrics().elidedText(f"· {self._readout()}", Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, text)

    def _draw_captions(self, painter: QPainter, shares: QRect, aggregate: QRect) -> None:
        line = self._line()
        painter.setFont(theme.caption_font())
        top = shares.y() - line - 2
        x = shares.x()
        for label, colour in _SHARES:
            painter.fillRect(QRect(x, top + line // 2 - 4, 8, 8), theme.quantity_colour(colour))
            painter.setPen(theme.muted(self.palette()))
            width = painter.fontMetrics().horizontalAdvance(label)
            painter.drawText(QRect(x + 12, top, width + 4, line), int(Qt.AlignmentFlag.AlignVCenter), label)
            x += 12 + width + theme.SPACING.LARGE
        where = QRect(aggregate.x(), aggregate.y() - line - 2, aggregate.width(), line)
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), tr("aggregate posterior, mean ± σ · shaded: 0 ± 1"))

    def _readout(self) -> str:
        statistics = self._statistics
        if statistics is None:
            return tr("share of images by σ")
        if self._hover is None:
            near_zero, near_one = float(statistics.near_zero.mean()), float(statistics.near_one.mean())
            return tr(
                "share of images by σ · in all {near_zero:.0%} near 0, {near_one:.0%} near 1",
                near_zero=near_zero,
                near_one=near_one,
            )
        at = int(self._order[self._hover])
        mean, std = figures.signed(float(statistics.mean[at])), float(statistics.std[at])
        return tr(
            "{dimension} · {near_zero:.0%} near 0, {near_one:.0%} near 1 · aggregate {mean} ± {std:.2f} · {kl:.2f} nats",
            dimension=dim_name(at),
            near_zero=statistics.near_zero[at],
            near_one=statistics.near_one[at],
            mean=mean,
            std=std,
            kl=statistics.kl_per_dim[at],
        )

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_header(painter)
        if self._statistics is None:
            pixels.paint_empty(painter, self.rect(), self._empty_text, self.palette())
            return
        shares, aggregate = self._plots()
        self._draw_shares(painter, self._statistics, shares)
        reach = self._draw_aggregate(painter, self._statistics, aggregate)
        self._draw_captions(painter, shares, aggregate)
        self._draw_axes(painter, shares, aggregate, reach)
