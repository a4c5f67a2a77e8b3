"""Two posteriors as densities in the plane of two latent dimensions."""

import numpy as np
from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.texts import dim_name
from latentlab.explore.requests.transformations import DrawnConsistency
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import figures, pixels
from latentlab.gui.widgets.picture_widget import PictureWidget

_SIDES = (("q(z|x)", "posterior_x"), ("q(z|t(x))", "posterior_t"))
_EMPTY = tr("The posteriors of x and t(x) appear here.")
_CONTOURS = (1, 2)
"""Standard deviations at which a Gaussian's ellipses lie."""


class PosteriorPlane(PictureWidget):
    """The ellipses of q(z|x) and q(z|t(x)) at one and two standard deviations, and circles of N(0, I) for scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: DrawnConsistency | None = None
        self._empty_text = _EMPTY
        self._dims = (0, 1)
        self.setMinimumSize(260, 140)
        self.setAccessibleName(tr("Plot: the posteriors of x and of t(x) in the plane of two latent dimensions"))
        self.setToolTip(
            tr(
                "Ellipses of q(z|x) and q(z|t(x)) at 1σ and 2σ, the cross is the mean; the grey circles are those of "
                "N(0, I). Both axes have the same scale."
            )
        )

    def set_comparison(self, comparison: DrawnConsistency | None, dims: tuple[int, int] = (0, 1)) -> None:
        """Show these posteriors in the plane of two dimensions; for those without σ, why they are not shown."""
        known = comparison is None or comparison.knows_sigma
        self._comparison, self._dims = comparison if known else None, dims
        self._empty_text = _EMPTY if known else figures.SIGMA_UNKNOWN
        self.update()

    def figure_title(self) -> str:
        across, up = map(dim_name, self._dims)
        step = tr(" · model of step {step:,}", step=self._comparison.step) if self._comparison is not None else ""
        return tr(
            "Posteriors of x and t(x) in the plane of {across} and {up}, units of z{step}", across=across, up=up, step=step
        )

    def dims(self) -> tuple[int, int]:
        """The dimensions across and upwards."""
        return self._dims

    def position(self, across: float, up: float) -> QPointF:
        """Where a place of the plane is drawn."""
        plot, unit = self._plot(), self._unit()
        return QPointF(plot.center().x() + across * unit, plot.center().y() - up * unit)

    def _sides(self) -> list[tuple[np.ndarray, np.ndarray]]:
        comparison = self._comparison
        assert comparison is not None
        pick = list(self._dims)
        pairs = ((comparison.mean_x, comparison.std_x), (comparison.mean_t, comparison.std_t))
        return [(mean[pick], std[pick]) for mean, std in pairs]

    def _reach(self) -> float:
        return max(2.2, *(float((np.abs(mean) + 2.2 * std).max()) for mean, std in self._sides()))

    def _unit(self) -> float:
        plot = self._plot()
        return min(plot.width(), plot.height()) / 2 / self._reach()

    def _plot(self) -> QRect:
        line = QFontMetrics(theme.caption_font()).height()
        margin = theme.SPACING.SMALL
        return self.rect().adjusted(margin, line + 2 * margin, -margin, -line - margin)

    def _draw_words(self, painter: QPainter) -> None:
        painter.setFont(theme.tabular(theme.caption_font()))
        line = painter.fontMetrics().height()
        x = int(theme.SPACING.SMALL)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        for (label, colour), (mean, std) in zip(_SIDES, self._sides(), strict=True):
            numbers = ", ".join(f"{figures.signed(float(m))} ± {s:.2f}" for m, s in zip(mean, std, strict=True))
            text = f"{label}  {numbers}"
            painter.fillRect(QRect(x, theme.SPACING.TIGHT + line // 2 - 4, 8, 8), theme.quantity_colour(colour))
            painter.setPen(theme.muted(self.palette()))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(QRect(x + 12, theme.SPACING.TIGHT, width + 4, line), middle, text)
            x += 12 + width + theme.SPACING.LARGE
        under = QRect(0, self.height() - line - theme.SPACING.TIGHT, self.width() - theme.SPACING.SMALL, line)
        names = tr(
            "{across} across, {up} up; ellipses at 1σ and 2σ; grey: N(0, I)",
            across=dim_name(self._dims[0]),
            up=dim_name(self._dims[1]),
        )
        painter.drawText(under, int(Qt.AlignmentFlag.AlignHCenter) | middle, names)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._comparison is None:
            pixels.paint_empty(painter, self.rect(), self._empty_text, self.palette())
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot, unit = self._plot(), self._unit()
        painter.setClipRect(plot)
        painter.setPen(QPen(theme.border(self.palette()), 1))
        origin = self.position(0, 0)
        painter.drawLine(QPointF(plot.left(), origin.y()), QPointF(plot.right(), origin.y()))
        painter.drawLine(QPointF(origin.x(), plot.top()), QPointF(origin.x(), plot.bottom()))
        for contour in _CONTOURS:
            painter.drawEllipse(origin, contour * unit, contour * unit)
        for (_, colour), (mean, std) in zip(_SIDES, self._sides(), strict=True):
            ink, centre = theme.quantity_colour(colour), self.position(float(mean[0]), float(mean[1]))
            painter.setPen(QPen(ink, 1.5))
            for contour in _CONTOURS:
                painter.drawEllipse(centre, contour * float(std[0]) * unit, contour * float(std[1]) * unit)
            painter.drawLine(centre - QPointF(3, 0), centre + QPointF(3, 0))
            painter.drawLine(centre - QPointF(0, 3), centre + QPointF(0, 3))
        painter.setClipping(False)
        self._draw_words(painter)

    def sizeHint(self) -> QSize:
        return QSize(520, 260)
