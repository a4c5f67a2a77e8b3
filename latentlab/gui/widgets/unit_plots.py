"""Which latent dimensions carry information: the variance of each one's means and its KL, against what counts as active."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.texts import dim_name
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import figures, pixels
from latentlab.gui.widgets.picture_widget import PictureWidget
from latentlab.gui.widgets.plot_items import LEFT_AXIS_WIDTH

_DECADES = 5
"""Shown below the largest value, at most; what is smaller has the shortest bar."""
_SHORTEST = 2.0


@dataclass(frozen=True)
class Units:
    """A number of each latent dimension.

    Attributes:
        title: what it is, with its unit.
        values: by dimension.
        threshold: above which a dimension counts as active.
    """

    title: str
    values: tuple[float, ...]
    threshold: float

    @property
    def order(self) -> list[int]:
        """Dimensions, the largest value first."""
        return sorted(range(len(self.values)), key=lambda dimension: -self.values[dimension])

    @property
    def active(self) -> int:
        """How many are above the threshold."""
        return sum(value > self.threshold for value in self.values)

    def decades(self) -> tuple[int, int]:
        """Powers of ten between which all that matters lies, the threshold included."""
        high = math.ceil(math.log10(max(*self.values, self.threshold)) + 1e-9)
        least = min((value for value in self.values if value > 0), default=self.threshold)
        low = math.floor(math.log10(min(least, self.threshold)) - 1e-9)
        return max(low, high - _DECADES), high


class UnitPlots(PictureWidget):
    """Sorted bars on logarithmic axes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plots: tuple[Units, ...] = ()
        self._note = ""
        self._hover: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(280, 180)
        self.setAccessibleName(tr("Plots: variance of the means and KL of each latent dimension, sorted"))
        self.setToolTip(
            tr(
                "Each bar is a latent dimension, the largest first, on a logarithmic axis. Dashed: what counts as "
                "active. Where the bars run through it without a gap, the number of active units is arbitrary."
            )
        )

    def set_units(self, plots: Sequence[Units], note: str = "") -> None:
        """Show these, with a sentence below them; nothing for none."""
        self._plots, self._note, self._hover = tuple(plots), note, None
        self.update()

    def bar(self, plot: int, place: int) -> QRectF:
        """Where the bar of the dimension that comes at this place, counted from 0, is drawn."""
        units, area = self._plots[plot], self._areas()[plot]
        each = area.width() / len(units.values)
        gap = min(4.0, each / 5) if each >= 3 else 0.0
        top = self.height_of(plot, units.values[units.order[place]])
        return QRectF(area.x() + place * each + gap / 2, top, each - gap, area.bottom() + 1 - top)

    def height_of(self, plot: int, value: float) -> float:
        """Where on the vertical axis a value stands."""
        low, high = self._plots[plot].decades()
        area = self._areas()[plot]
        share = (math.log10(value) - low) / (high - low) if value > 0 else 0.0
        return area.bottom() + 1 - max(share * area.height(), _SHORTEST)

    # Geometry

    def _line(self) -> int:
        return QFontMetrics(theme.caption_font()).height()

    def _note_rect(self) -> QRect:
        width = max(self.width() - 2 * theme.SPACING.SMALL, 10)
        flags = int(Qt.TextFlag.TextWordWrap)
        height = QFontMetrics(theme.caption_font()).boundingRect(QRect(0, 0, width, 1000), flags, self._note).height()
        height = height if self._note else 0
        return QRect(theme.SPACING.SMALL, self.height() - height - theme.SPACING.TIGHT, width, height)

    def _areas(self) -> list[QRect]:
        """Of the bars: plots under each other, or beside each other where there is more width than height."""
        line, count = self._line(), max(len(self._plots), 1)
        width, height = self.width(), self._note_rect().top() - theme.SPACING.SMALL
        across, down = (1, count) if height * 1.2 > width else (count, 1)
        head, foot = line * 3 // 2 + theme.SPACING.SMALL, line + theme.SPACING.SMALL + theme.SPACING.TIGHT
        left = theme.SPACING.SMALL + LEFT_AXIS_WIDTH
        return [
            QRect(
                round(place % across * width / across) + left,
                round(place // across * height / down) + head,
                max(round(width / across) - left - theme.SPACING.SMALL, 10),
                max(round(height / down) - head - foot, 10),
            )
            for place in range(count)
        ]

    # Drawing

    def _draw_plot(self, painter: QPainter, plot: int) -> None:
        units, area, line = self._plots[plot], self._areas()[plot], self._line()
        middle, right = int(Qt.AlignmentFlag.AlignVCenter), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        muted, ink = theme.muted(self.palette()), self.palette().windowText().color()
        low, high = units.decades()
        for power in range(low, high + 1):
            y = area.bottom() + 1 - (power - low) / (high - low) * area.height()
            painter.setPen(QPen(theme.border(self.palette()), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(muted)
            where = QRectF(area.x() - LEFT_AXIS_WIDTH, y - line / 2, LEFT_AXIS_WIDTH - 4, line)
            painter.drawText(where, right, f"{10.0**power:g}")
        active, inactive = theme.quantity_colour("rate"), theme.quantity_colour("sigma_near_one")
        for place, dimension in enumerate(units.order):
            painter.fillRect(self.bar(plot, place), active if units.values[dimension] > units.threshold else inactive)
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
        y = self.height_of(plot, units.threshold)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        head = QRect(
            area.x() - LEFT_AXIS_WIDTH, area.y() - line * 3 // 2 - theme.SPACING.TIGHT, area.width() + LEFT_AXIS_WIDTH, line
        )
        readout = self._readout(plot)
        measured = painter.fontMetrics().horizontalAdvance
        room = head.width() - measured(readout) - theme.SPACING.MEDIUM
        if theme.is_paper() and measured(units.title) > room:  # a figure cannot be pointed at, so what it shows comes first
            readout, room = "", head.width()
        painter.setPen(ink)
        painter.drawText(head, middle, painter.fontMetrics().elidedText(units.title, Qt.TextElideMode.ElideRight, room))
        painter.setPen(muted)
        painter.drawText(head, right, readout)
        each = area.width() / len(units.values)
        every = max(1, math.ceil(painter.fontMetrics().horizontalAdvance("z000 ") / each))
        for place in range(0, len(units.values), every):
            centre = round(area.x() + (place + 0.5) * each)
            name = QRect(centre - 30, area.bottom() + theme.SPACING.TIGHT, 60, line)
            painter.drawText(name, int(Qt.AlignmentFlag.AlignHCenter), dim_name(units.order[place]))

    def _readout(self, plot: int) -> str:
        units = self._plots[plot]
        if self._hover is not None and self._hover[0] == plot:
            dimension = units.order[self._hover[1]]
            return f"{dim_name(dimension)} · {figures.fixed(units.values[dimension])}"
        return tr(
            "{active} of {count} above {threshold:g}", active=units.active, count=len(units.values), threshold=units.threshold
        )

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._plots:
            pixels.paint_empty(painter, self.rect(), tr("The variance and KL of each dimension appear here."), self.palette())
            return
        painter.setFont(theme.tabular(theme.caption_font()))
        for plot in range(len(self._plots)):
            self._draw_plot(painter, plot)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self._note_rect(), int(Qt.TextFlag.TextWordWrap), self._note)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = None
        for plot, (units, area) in enumerate(zip(self._plots, self._areas(), strict=False)):
            place = math.floor((event.position().x() - area.x()) / area.width() * len(units.values))
            if area.top() <= event.position().y() <= area.bottom() and 0 <= place < len(units.values):
                self._hover = (plot, place)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(380, 420)
