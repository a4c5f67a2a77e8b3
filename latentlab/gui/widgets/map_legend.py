"""What the colours of a latent map stand for, painted beside it."""

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from latentlab.explore.map_legend import Legend
from latentlab.explore.scatter import point_shades
from latentlab.gui import theme
from latentlab.gui.language import capitalised, number, tr
from latentlab.gui.library_texts import translated
from latentlab.gui.widgets import figures, pixels

LEGEND_WIDTH = 150
_BAR_WIDTH, _BAR_HEIGHT = 12, 180
_SWATCH = 9


class MapLegend(QWidget):
    """The legend beside a map that is looked at."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._legend: Legend | None = None
        self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_legend(self, legend: Legend | None) -> None:
        """Show another; None shows none."""
        self._legend = legend
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._legend is not None:
            painter = QPainter(self)
            painter.setFont(theme.tabular(theme.caption_font()))
            paint_legend(painter, self.rect(), self._legend, self.palette())


def paint_legend(painter: QPainter, side: QRect, legend: Legend, palette: QPalette) -> None:
    """Draw a title, and under it a row for each class with its number of images, or a bar of shades between two numbers."""
    metrics, ink = painter.fontMetrics(), palette.windowText().color()
    wrapped = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
    painter.setPen(ink)
    title = capitalised(translated(legend.title))
    if legend.rows:
        title = tr("{title} · images", title=title)
    top = side.y() + metrics.boundingRect(QRect(0, 0, side.width(), 1000), wrapped, title).height()
    painter.drawText(side, wrapped, title)
    top += theme.SPACING.SMALL
    if legend.bar is not None:
        _paint_bar(painter, QRect(side.x(), top, side.width(), min(_BAR_HEIGHT, side.bottom() - top)), legend, palette)
        return
    line = metrics.height() + 2
    room = max((side.bottom() - top) // line - 1, 0)
    for name, colour, count in legend.rows[:room]:
        painter.fillRect(side.x(), top + (line - _SWATCH) // 2, _SWATCH, _SWATCH, QColor(*colour))
        many = f" · {number(count, ',')}"
        left = side.x() + _SWATCH + theme.SPACING.TIGHT + 2
        width = side.right() - left - metrics.horizontalAdvance(many)
        painter.setPen(ink)
        painter.drawText(
            left, top + metrics.ascent(), metrics.elidedText(translated(name), Qt.TextElideMode.ElideRight, width) + many
        )
        top += line
    hidden = tr("{count} more; ", count=len(legend.rows) - room) if len(legend.rows) > room else ""
    painter.setPen(theme.muted(palette))
    painter.drawText(
        QRect(side.x(), top, side.width(), side.bottom() - top), wrapped, (hidden + translated(legend.note)).rstrip("; ")
    )


def _paint_bar(painter: QPainter, where: QRect, legend: Legend, palette: QPalette) -> None:
    """The largest value at the top."""
    assert legend.bar is not None
    shades = point_shades(np.linspace(1, 0, 64), dark=legend.dark)[:, None]
    strip = QRect(where.x(), where.y(), _BAR_WIDTH, where.height())
    painter.drawImage(strip, pixels.to_qimage(np.ascontiguousarray(shades)))
    metrics = painter.fontMetrics()
    painter.setPen(theme.muted(palette))
    left, (low, high) = strip.right() + theme.SPACING.SMALL, legend.bar
    for value, y in (
        (high, strip.top() + metrics.ascent()),
        ((low + high) / 2, strip.center().y() + metrics.ascent() // 2),
        (low, strip.bottom()),
    ):
        painter.drawText(left, y, figures.fixed(value))
