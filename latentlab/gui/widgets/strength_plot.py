"""KL and latent drift against the strength of a transformation: one image, and mean ± std over held-out ones."""

import numpy as np
from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.transformations import DrawnStrength
from latentlab.explore.requests.values import Vector
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import figures, pixels
from latentlab.gui.widgets.hover_plot import HoverPlot
from latentlab.gui.widgets.plot_items import LEFT_AXIS_WIDTH

_BAND_ALPHA = 60


_TIP = tr(
    "Left: KL(q(z|t(x)) ‖ q(z|x)) in nats. Right: ‖μ(t(x)) − μ(x)‖ in units of z. The line is the current image; "
    "the band is mean ± standard deviation over held-out images. An invariant model stays at 0."
)


class StrengthPlot(HoverPlot):
    """Two plots beside each other on the same strengths: KL on the left, drift of the mean on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Plot: KL and drift of the posterior mean against the strength of the transformation"),
            _TIP,
            QSize(260, 140),
            QSize(520, 260),
            parent,
        )
        self._curve: DrawnStrength | None = None
        self._name = ""

    def set_curve(self, curve: DrawnStrength | None, name: str = "") -> None:
        """Show a sweep of the part of t that is called `name`."""
        self._curve, self._name = curve, name
        self._hover = None
        self.update()

    def figure_title(self) -> str:
        step = tr(" · model of step {step:,}", step=self._curve.step) if self._curve is not None else ""
        return tr("How far the posterior follows t{step}", step=step)

    def position(self, panel: int, place: int, value: float) -> QPointF:
        """Where a value at the strength `place` is drawn, in the plot of the KL (0) or of the drift (1)."""
        assert self._curve is not None
        plot, values = self._plots()[panel], self._curve.values
        x = plot.x() + float((values[place] - values[0]) / (values[-1] - values[0])) * plot.width()
        return QPointF(x, plot.bottom() + 1 - value / self._top(panel) * plot.height())

    def _lines(self, panel: int, curve: DrawnStrength | None = None) -> tuple[Vector, Vector, Vector]:
        """Of the one image, the mean and the standard deviation; of the current run unless a curve is given."""
        curve = curve or self._curve
        assert curve is not None
        if panel == 0:
            return curve.kl, curve.kl_mean, curve.kl_std
        return curve.drift, curve.drift_mean, curve.drift_std

    def _is_known(self, panel: int) -> bool:
        """Whether there are values: those of a KL need σ."""
        return not np.isnan(self._lines(panel)[0]).any()

    def _top(self, panel: int) -> float:
        assert self._curve is not None
        own, mean, std = self._lines(panel)
        largest = max(own.max(), (mean + std).max())
        if self._curve.other is not None:
            largest = max(largest, *(values.max() for values in self._lines(panel, self._curve.other)[:2]))
        return max(figures.rounded_up(float(largest)), 0.01)

    def _plots(self) -> tuple[QRect, QRect]:
        line = self._line()
        top = 2 * line + 2 * theme.SPACING.SMALL
        height = max(self.height() - top - line - theme.SPACING.SMALL, 10)
        half = self.width() // 2
        width = max(half - LEFT_AXIS_WIDTH - theme.SPACING.MEDIUM, 10)
        left = theme.SPACING.SMALL + LEFT_AXIS_WIDTH
        return QRect(left, top, width, height), QRect(half + left - theme.SPACING.SMALL, top, width, height)

    def _draw_panel(self, painter: QPainter, panel: int) -> None:
        own, mean, std = self._lines(panel)
        plot = self._plots()[panel]
        if not self._is_known(panel):
            pixels.paint_empty(painter, plot, figures.SIGMA_UNKNOWN, self.palette())
            return
        painter.setPen(QPen(theme.border(self.palette()), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.drawLine(plot.topLeft(), plot.topRight())
        places = range(len(own))
        colour = theme.quantity_colour("consistency")
        band = QColor(colour)
        band.setAlpha(_BAND_ALPHA)
        upper = [self.position(panel, place, float(mean[place] + std[place])) for place in places]
        lower = [self.position(panel, place, max(float(mean[place] - std[place]), 0.0)) for place in reversed(places)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        painter.drawPolygon(QPolygonF([*upper, *lower]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for values, ink in ((mean, colour), (own, theme.quantity_colour("posterior_t"))):
            painter.setPen(QPen(ink, 1))
            painter.drawPolyline(QPolygonF([self.position(panel, place, float(values[place])) for place in places]))
        if (
            self._curve is not None
            and self._curve.other is not None
            and not np.isnan(self._lines(panel, self._curve.other)[0][0])
        ):
            own, mean, _ = self._lines(panel, self._curve.other)
            for values, ink in ((mean, colour), (own, theme.quantity_colour("posterior_t"))):
                painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
                painter.drawPolyline(QPolygonF([self.position(panel, place, float(values[place])) for place in places]))
        if self._hover is not None:
            painter.setPen(QPen(theme.muted(self.palette()), 1))
            x = self.position(panel, self._hover, 0).x()
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _draw_words(self, painter: QPainter, curve: DrawnStrength) -> None:
        line = self._line()
        painter.setFont(theme.tabular(theme.caption_font()))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        x = self._plots()[0].x()
        for label, colour in (
            (tr("this image"), "posterior_t"),
            (tr("mean ± std of {count:,} held-out images", count=curve.images), "consistency"),
        ):
            painter.fillRect(QRect(x, theme.SPACING.TIGHT + line // 2 - 4, 8, 8), theme.quantity_colour(colour))
            painter.setPen(theme.muted(self.palette()))
            width = painter.fontMetrics().horizontalAdvance(label)
            painter.drawText(QRect(x + 12, theme.SPACING.TIGHT, width + 4, line), middle, label)
            x += 12 + width + theme.SPACING.LARGE
        if curve.other is not None:
            painter.setPen(QPen(theme.muted(self.palette()), 1, Qt.PenStyle.DashLine))
            painter.drawLine(x, theme.SPACING.TIGHT + line // 2, x + 16, theme.SPACING.TIGHT + line // 2)
            painter.setPen(theme.muted(self.palette()))
            width = painter.fontMetrics().horizontalAdvance(curve.names[1])
            painter.drawText(QRect(x + 20, theme.SPACING.TIGHT, width + 4, line), middle, curve.names[1])
            x += 20 + width + theme.SPACING.LARGE
        readout = QRect(x, theme.SPACING.TIGHT, self.width() - x - theme.SPACING.SMALL, line)
        painter.drawText(readout, int(Qt.AlignmentFlag.AlignRight) | middle, self._readout(curve))
        for panel, title in enumerate((tr("KL(q(z|t(x)) ‖ q(z|x)), nats"), tr("‖μ(t(x)) − μ(x)‖, units of z"))):
            plot = self._plots()[panel]
            painter.drawText(QRect(plot.x(), plot.y() - line - 3, plot.width(), line), middle, title)
            for y, text in ((plot.top(), f"{self._top(panel):g}"), (plot.bottom(), "0")):
                where = QRect(plot.x() - LEFT_AXIS_WIDTH, y - line // 2, LEFT_AXIS_WIDTH - 4, line)
                painter.drawText(where, int(Qt.AlignmentFlag.AlignRight) | middle, text)
            under = QRect(plot.x(), plot.bottom() + 3, plot.width(), line)
            ends = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
            words = (figures.fixed(float(curve.values[0])), self._name, figures.fixed(float(curve.values[-1])))
            for align, text in zip(ends, words, strict=True):
                painter.drawText(under, int(align) | middle, text)

    def _readout(self, curve: DrawnStrength) -> str:
        at = self._hover
        if at is None:
            return ""
        if curve.other is not None:
            sides = (curve, curve.other)
            kl, drift = (
                " | ".join(f"{side.kl[at]:.2f}" for side in sides),
                " | ".join(f"{side.drift[at]:.2f}" for side in sides),
            )
            return tr(
                "{name} {value} · {kl} nats · drift {drift}",
                name=self._name,
                value=figures.fixed(float(curve.values[at])),
                kl=kl,
                drift=drift,
            )
        return tr(
            "{name} {value} · {kl:.2f} nats ({kl_mean:.2f} ± {kl_std:.2f}) · drift {drift:.2f} ({drift_mean:.2f} ± "
            "{drift_std:.2f})",
            name=self._name,
            value=figures.fixed(float(curve.values[at])),
            kl=curve.kl[at],
            kl_mean=curve.kl_mean[at],
            kl_std=curve.kl_std[at],
            drift=curve.drift[at],
            drift_mean=curve.drift_mean[at],
            drift_std=curve.drift_std[at],
        )

    def _place(self, position: QPointF) -> int | None:
        if self._curve is None:
            return None
        plot = self._plots()[int(position.x() > self.width() / 2)]
        last = len(self._curve.values) - 1
        place = round((position.x() - plot.x()) / plot.width() * last)
        return place if 0 <= place <= last else None

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._curve is None:
            pixels.paint_empty(painter, self.rect(), self._empty_text, self.palette())
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for panel in (0, 1):
            self._draw_panel(painter, panel)
        self._draw_words(painter, self._curve)
