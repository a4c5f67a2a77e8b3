"""Small plots, one for each latent dimension: the aggregate posterior against the prior."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from latentlab.drawing.sheet import POINTS_A_MM
from latentlab.explore.marginals_sheet import marginals_sheet
from latentlab.explore.requests.maps import DrawnMarginals
from latentlab.explore.requests.texts import dim_name
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import figures, paper, pixels
from latentlab.gui.widgets.picture_widget import PictureWidget

_NARROWEST = 118
_GAP = theme.SPACING.SMALL
_MOST_COLUMNS = 6
_FLATNESS = 0.8  # height of a plot over its width, where there is room


class MarginalPlots(PictureWidget):
    """Plots as large as fit, all on one axis; every plot has its own height, since it is the shape that is compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn: DrawnMarginals | None = None
        self._empty_text = ""
        self.setMinimumSize(240, 180)
        self.setAccessibleName(tr("Aggregate posterior of each dimension against the prior"))

    def set_marginals(self, drawn: DrawnMarginals | None) -> None:
        """Show these, or the empty text for None."""
        self._drawn = drawn
        self.update()

    def figure_title(self) -> str:
        if self._drawn is None:
            return ""
        low, high = (f"{self._drawn.places[end]:g}".replace("-", figures.MINUS) for end in (0, -1))
        return tr(
            "q(z_d) (blue) and p(z_d), z_d from {low} to {high}; KL in nats · model of step {step:,}",
            low=low,
            high=high,
            step=self._drawn.step,
        )

    def figure(self, ending: str, width_mm: float) -> bytes:
        if self._drawn is None:
            return super().figure(ending, width_mm)
        return paper.sheet_file(marginals_sheet(self._drawn, width_mm * POINTS_A_MM), self.accessibleName(), ending)

    def set_empty_text(self, text: str) -> None:
        """Say what will be seen here."""
        self._empty_text = text
        self.update()

    def plot_rect(self, place: int) -> QRectF:
        """Where a plot stands, its name included."""
        count = 0 if self._drawn is None else len(self._drawn.dims)
        most = max(1, min(_MOST_COLUMNS, count, (self.width() + _GAP) // (_NARROWEST + _GAP)))
        for columns in range(1, most + 1):  # the fewest that leave the plots their height: no room stays empty below
            rows = max(1, -(-count // columns))
            width = (self.width() - (columns - 1) * _GAP) / columns
            height = _FLATNESS * width
            if rows * (height + _GAP) - _GAP <= self.height():
                break
        else:
            height = (self.height() - (rows - 1) * _GAP) / rows
        row, column = divmod(place, columns)
        return QRectF(column * (width + _GAP), row * (height + _GAP), width, height)

    def _draw_plot(self, painter: QPainter, place: int, drawn: DrawnMarginals) -> None:
        area = self.plot_rect(place)
        line = QFontMetrics(theme.caption_font()).height()
        muted = theme.muted(self.palette())
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(self.palette().windowText().color() if drawn.active[place] else muted)
        name = f"{dim_name(drawn.dims[place])} · {figures.fixed(float(drawn.divergence[place]))}"
        name += "" if drawn.active[place] else tr(" · inactive")
        painter.drawText(QRectF(area.x(), area.y(), area.width(), line), int(Qt.AlignmentFlag.AlignVCenter), name)
        plot = area.adjusted(0, line + 2, 0, -2)
        places, density, prior = drawn.places, drawn.density[place], drawn.prior[place]
        top = max(float(density.max()), float(prior.max()))

        def curve(values: NDArray[np.float32]) -> list[QPointF]:
            x = plot.x() + (places - places[0]) / (places[-1] - places[0]) * plot.width()
            y = plot.bottom() - values / top * plot.height()
            return [QPointF(*point) for point in zip(x.tolist(), y.tolist(), strict=True)]

        colour = theme.quantity_colour("posterior_x")
        fill = QColor(colour)
        fill.setAlpha(64)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF([plot.bottomLeft(), *curve(density), plot.bottomRight()]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.border(self.palette()), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setPen(QPen(muted, 1))
        painter.drawPolyline(curve(prior))
        painter.setPen(QPen(colour, 1))
        painter.drawPolyline(curve(density))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawn is None:
            pixels.paint_empty(painter, self.rect(), self._empty_text, self.palette())
            return
        for place in range(len(self._drawn.dims)):
            self._draw_plot(painter, place, self._drawn)

    def sizeHint(self) -> QSize:
        return QSize(560, 420)
