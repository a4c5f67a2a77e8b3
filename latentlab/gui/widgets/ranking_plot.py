"""Which latent dimensions stay where they are under a transformation, and which follow it."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.texts import dim_name
from latentlab.explore.requests.transformations import DrawnRanking
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import figures, pixels
from latentlab.gui.widgets.hover_plot import DimensionPlot
from latentlab.gui.widgets.plot_items import LEFT_AXIS_WIDTH

_DOT = 3.5


_TIP = tr(
    "Above: mean (μ_d(t(x)) − μ_d(x))² over mean (μ_d(x′) − μ_d(x))², x′ another image: 0 is invariant, at 1 t "
    "moves as far as from image to image. Below: mean KL(q_d(z|t(x)) ‖ q_d(z|x)), nats. Inactive dimensions do not "
    "move at all, and say nothing by that."
)


class RankingPlot(DimensionPlot):
    """Above, the drift of each active dimension, smallest first; below, its KL; the inactive ones are named above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Plot: how far each latent dimension follows the transformation, the invariant ones first"),
            _TIP,
            QSize(260, 140),
            QSize(520, 260),
            parent,
        )
        self._ranking: DrawnRanking | None = None

    def set_ranking(self, ranking: DrawnRanking | None) -> None:
        """Show a ranking; None shows what will be seen here."""
        self._ranking, self._hover = ranking, None
        self.update()

    def figure_title(self) -> str:
        step = tr(" · model of step {step:,}", step=self._ranking.step) if self._ranking is not None else ""
        return tr("Latent dimensions from those that t leaves alone to those that follow it{step}", step=step)

    def order(self) -> list[int]:
        """The dimensions from left to right."""
        return [] if self._ranking is None else self._ranking.order.tolist()

    def position(self, dimension: int) -> QPointF:
        """Where the dot of a dimension is drawn."""
        assert self._ranking is not None
        plot = self._plots()[0]
        each = plot.width() / len(self._ranking.order)
        x = plot.x() + (self.order().index(dimension) + 0.5) * each
        return QPointF(x, plot.bottom() + 1 - float(self._ranking.drift[dimension]) / self._reach() * plot.height())

    def _reach(self) -> float:
        assert self._ranking is not None
        return max(1.0, figures.rounded_up(float(self._ranking.drift[self._ranking.order].max())))

    def _plots(self) -> tuple[QRect, QRect]:
        line = self._line()
        left = theme.SPACING.SMALL + LEFT_AXIS_WIDTH
        top = theme.SPACING.TIGHT + 2 * line + theme.SPACING.SMALL
        bottom = self.height() - theme.SPACING.TIGHT - 2 * line - 4
        width = max(self.width() - theme.SPACING.SMALL - left, 10)
        room = bottom - top - line - theme.SPACING.SMALL
        upper = max(room * 3 // 5, 10)
        lower = max(room - upper, 10)
        return QRect(left, top, width, upper), QRect(left, bottom - lower, width, lower)

    def _draw_dots(self, painter: QPainter, plot: QRect) -> None:
        border = theme.border(self.palette())
        painter.setPen(QPen(border, 1))
        painter.drawLine(plot.left(), plot.bottom() + 1, plot.right(), plot.bottom() + 1)
        unrelated = plot.bottom() + 1 - plot.height() / self._reach()
        painter.setPen(QPen(theme.muted(self.palette()), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), unrelated), QPointF(plot.right(), unrelated))
        colour = theme.quantity_colour("posterior_t")
        for dimension in self.order():
            dot = self.position(dimension)
            painter.setPen(QPen(border, 1))
            painter.drawLine(dot, QPointF(dot.x(), plot.bottom() + 1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(dot, _DOT, _DOT)

    def _draw_kl(self, painter: QPainter, ranking: DrawnRanking, plot: QRect) -> float:
        if np.isnan(ranking.kl_per_dim).any():
            pixels.paint_empty(painter, plot, figures.SIGMA_UNKNOWN, self.palette())
            return 1.0
        top = max(figures.rounded_up(float(ranking.kl_per_dim[ranking.order].max())), 0.01)
        each = plot.width() / len(ranking.order)
        gap = min(4.0, each / 5) if each >= 3 else 0.0
        for place, dimension in enumerate(self.order()):
            height = float(ranking.kl_per_dim[dimension]) / top * plot.height()
            bar = QRectF(plot.x() + place * each + gap / 2, plot.bottom() + 1 - height, each - gap, height)
            painter.fillRect(bar, theme.quantity_colour("consistency"))
        return top

    def _draw_words(self, painter: QPainter, ranking: DrawnRanking, top: float) -> None:
        upper, lower = self._plots()
        line, middle = self._line(), int(Qt.AlignmentFlag.AlignVCenter)
        right = int(Qt.AlignmentFlag.AlignRight) | middle
        painter.setPen(theme.muted(self.palette()))
        first = QRect(upper.x(), theme.SPACING.TIGHT, upper.width(), line)
        inactive = [dim_name(dimension) for dimension in np.flatnonzero(~ranking.active).tolist()]
        apart = tr("inactive, apart: {inactive}", inactive=", ".join(inactive)) if inactive else tr("every dimension is active")
        readout = self._readout(ranking)
        room = first.width() - painter.fontMetrics().horizontalAdvance(readout) - theme.SPACING.LARGE
        painter.drawText(first, middle, painter.fontMetrics().elidedText(apart, Qt.TextElideMode.ElideRight, room))
        painter.drawText(first, right, readout)
        for plot, title in (
            (upper, tr("drift: squared move of the mean over that between unrelated images")),
            (lower, tr("KL(q(z|t(x)) ‖ q(z|x)) per dimension, nats")),
        ):
            painter.drawText(QRect(plot.x(), plot.y() - line - 2, plot.width(), line), middle, title)
        for plot, high in ((upper, f"{self._reach():g}"), (lower, f"{top:g}")):
            for y, text in ((plot.top(), high), (plot.bottom(), "0")):
                where = QRect(plot.x() - LEFT_AXIS_WIDTH, y - line // 2, LEFT_AXIS_WIDTH - 4, line)
                painter.drawText(where, right, text)
        self._draw_dimensions(painter, ranking, lower)
        ends = QRect(lower.x(), lower.bottom() + 3 + line, lower.width(), line)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(ends, middle, tr("← invariant"))
        painter.drawText(ends, right, tr("follows →"))

    def _draw_dimensions(self, painter: QPainter, ranking: DrawnRanking, plot: QRect) -> None:
        each = plot.width() / len(ranking.order)
        every = max(1, math.ceil(painter.fontMetrics().horizontalAdvance("z000 ") / each))
        for place in range(0, len(ranking.order), every):
            middle = round(plot.x() + (place + 0.5) * each)
            where = QRect(middle - 30, plot.bottom() + 3, 60, self._line())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignHCenter), dim_name(ranking.order[place]))

    def _readout(self, ranking: DrawnRanking) -> str:
        if self._hover is None:
            return tr("{count:,} held-out images", count=ranking.images)
        at = int(ranking.order[self._hover])
        return tr(
            "{dimension} · drift {drift:.3f} · {kl:.3f} nats",
            dimension=dim_name(at),
            drift=ranking.drift[at],
            kl=ranking.kl_per_dim[at],
        )

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._ranking is None or not len(self._ranking.order):
            text = self._empty_text if self._ranking is None else tr("No dimension tells the images apart: none can follow t.")
            pixels.paint_empty(painter, self.rect(), text, self.palette())
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.tabular(theme.caption_font()))
        upper, lower = self._plots()
        self._draw_dots(painter, upper)
        top = self._draw_kl(painter, self._ranking, lower)
        self._draw_words(painter, self._ranking, top)
