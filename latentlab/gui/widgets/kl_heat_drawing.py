"""Where everything stands in a heat map of the KL per dimension, and how it is painted."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPalette

from latentlab.explore.requests.texts import dim_name
from latentlab.gui import theme
from latentlab.gui.language import number, tr
from latentlab.gui.series import Floats
from latentlab.gui.widgets import figures, pixels
from latentlab.gui.widgets.kl_columns import KlColumns
from latentlab.gui.widgets.plot_header import header_height
from latentlab.gui.widgets.plot_items import LEFT_AXIS_WIDTH

_BARS_WIDTH = 72
_TEXT_WIDTH = 150
"""Room that the text beside the title has at least, in pixels."""
_ROW_WITH_GAP = 6
"""Height of a row from which a gap between rows is no flicker, in pixels."""
_ENDS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""Where the colours and the bars may end, times a power of ten."""
_COLOURS = pg.colormap.get("viridis").getLookupTable(nPts=256, alpha=False).astype(np.uint8)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ALIGNED = {
    "left": (0, Qt.AlignmentFlag.AlignLeft),
    "middle": (40, Qt.AlignmentFlag.AlignHCenter),
    "right": (80, Qt.AlignmentFlag.AlignRight),
}


class KlHeatDrawing:
    """A heat map of a size: a row a dimension, and a bar for each at the right.

    Attributes:
        header, map, bars: where they stand.
    """

    def __init__(self, size: QSize, palette: QPalette, columns: KlColumns, order: NDArray[np.intp]) -> None:
        self._palette, self._columns, self._order = palette, columns, order
        self.line = QFontMetrics(theme.caption_font()).height()
        small, tight = theme.SPACING.SMALL, theme.SPACING.TIGHT
        self.header = QRect(small, tight, size.width() - 2 * small, header_height())
        left, top = small + LEFT_AXIS_WIDTH, self.header.bottom() + small
        right = size.width() - small - _BARS_WIDTH - small
        bottom = size.height() - tight - self.line - 4
        self.map = QRect(left, top, max(right - left, 10), max(bottom - top, 10))
        self.bars = QRect(self.map.right() + 1 + small, top, _BARS_WIDTH, self.map.height())

    def paint_header(self, painter: QPainter, texts: Sequence[str], of_bars: Sequence[str]) -> None:
        """Write the title, what stands beside it and what the bars show; of several texts the first that fits."""
        middle, title = int(Qt.AlignmentFlag.AlignVCenter), tr("KL per dimension")
        painter.setFont(theme.title_font())
        painter.setPen(self._palette.windowText().color())
        painter.drawText(self.header, middle, title)
        left = painter.fontMetrics().horizontalAdvance(title) + theme.SPACING.TIGHT
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(self._palette))
        metrics = painter.fontMetrics()
        bars = _fitting(of_bars, metrics, self.header.width() - left - _TEXT_WIDTH)
        painter.drawText(self.header, _RIGHT, bars)
        room = self.header.adjusted(left, 0, -metrics.horizontalAdvance(bars) - theme.SPACING.SMALL, 0)
        text = _fitting(texts, metrics, room.width())
        painter.drawText(room, middle, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))

    def x_of(self, step: float) -> int:
        """Where a step stands across."""
        first, last = self._columns.extent()
        return round(self.map.x() + (step - first) / (last - first) * self.map.width())

    def step_at(self, x: int) -> float:
        """The step whose column is drawn there."""
        first, last = self._columns.extent()
        wanted = first + (last - first) * (x - self.map.x()) / self.map.width()
        return self._columns.steps[int(self._columns.at(np.array([wanted]))[0])]

    def dimension_at(self, position: QPoint) -> int | None:
        """The dimension whose row or bar is there."""
        if not self._order.size or not (self.map.contains(position) or self.bars.contains(position)):
            return None
        row = min(int((position.y() - self.map.y()) * self._order.size / self.map.height()), self._order.size - 1)
        return int(self._order[row])

    def paint(self, painter: QPainter, ratio: float, now: Floats) -> None:
        """Paint everything but the header's text; `now` has the values of the bars, (D,)."""
        edges = np.round(np.linspace(self.map.y(), self.map.bottom() + 1, self._order.size + 1)).astype(np.intp)
        values = self._columns.values()[self._order]
        # Neither a burst in the first steps nor one dimension far above the others may leave the rest without colour.
        usual = float(np.percentile(values[:, -300::3], 99.5))
        top = max(figures.rounded_up(max(usual, float(values.max(initial=0.0)) / 3), _ENDS), 0.1)
        self._paint_map(painter, ratio, values, top, edges)
        self._paint_bars(painter, now[self._order], edges)
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(self._palette))
        self._paint_names(painter, edges)
        self._paint_steps(painter)
        self._paint_scale(painter, top)

    def _paint_map(self, painter: QPainter, ratio: float, values: Floats, top: float, edges: NDArray[np.intp]) -> None:
        """A pixel a row and a pixel a screen column: steps need not be equally far apart."""
        width = max(round(self.map.width() * ratio), 1)
        first, last = self._columns.extent()
        columns = self._columns.at(first + (last - first) * (np.arange(width) + 0.5) / width)
        levels = np.clip(values * (255.0 / top), 0, 255).astype(np.uint8)
        image: QImage = pixels.to_qimage(_COLOURS[levels[:, columns]])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._order.size > self.map.height() * ratio)
        if not self._is_roomy(_ROW_WITH_GAP):
            painter.drawImage(self.map, image)
            return
        for row, (above, below) in enumerate(pairwise(edges)):  # a hairline between rows
            target = QRect(self.map.x(), int(above), self.map.width(), int(below - above) - 1)
            painter.drawImage(target, image.copy(0, row, image.width(), 1))  # an SVG knows no part of an image

    def _is_roomy(self, height: int) -> bool:
        return self._order.size * height <= self.map.height()

    def _paint_bars(self, painter: QPainter, values: Floats, edges: NDArray[np.intp]) -> None:
        gap = 1 if self._is_roomy(_ROW_WITH_GAP) else 0
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(self._palette))
        room = painter.fontMetrics().horizontalAdvance("00.00") + 4
        full = self.bars.width() - room
        top = max(figures.rounded_up(float(values.max(initial=0.0)), _ENDS), 0.1)
        colour = theme.quantity_colour("rate")
        for row, kl in enumerate(values.tolist()):
            y, height = int(edges[row]), max(int(edges[row + 1] - edges[row]) - gap, 1)
            width = round(full * min(max(kl / top, 0.0), 1.0))
            painter.fillRect(QRect(self.bars.x(), y, max(width, 1), height), colour)
        for row, y, height in self._written_rows(edges):
            painter.drawText(QRect(self.bars.right() + 1 - room, y, room, height), _RIGHT, f"{values[row]:.2f}")

    def _written_rows(self, edges: NDArray[np.intp]) -> Iterator[tuple[int, int, int]]:
        """The rows that there is room to write beside, with the top and the height of the text."""
        every = max(1, math.ceil(self._order.size * self.line / self.map.height()))
        for row in range(0, self._order.size, every):
            top = int(edges[row])
            height = self.line if every > 1 else int(edges[row + 1]) - top
            if top + height > self.map.bottom() + 3:
                break
            yield row, top, height

    def _paint_names(self, painter: QPainter, edges: NDArray[np.intp]) -> None:
        for row, y, height in self._written_rows(edges):
            painter.drawText(QRect(0, y, self.map.x() - 4, height), _RIGHT, dim_name(int(self._order[row])))

    def _paint_steps(self, painter: QPainter) -> None:
        under = self.map.bottom() + 3
        for tick, align in _ticks(*self._columns.extent(), self.map.width()):
            offset, flag = _ALIGNED[align]
            painter.drawText(QRect(self.x_of(tick) - offset, under, 80, self.line), int(flag), _step_text(tick))
        painter.drawText(QRect(0, under, self.map.x() - 4, self.line), _RIGHT, tr("step"))

    def _paint_scale(self, painter: QPainter, top: float) -> None:
        """The colour bar, under the bars."""
        line = QRect(self.bars.x(), self.map.bottom() + 3, self.bars.width(), self.line)
        metrics = painter.fontMetrics()
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), "0")
        painter.drawText(line, _RIGHT, f"{top:g}")
        left, right = metrics.horizontalAdvance("0") + 4, metrics.horizontalAdvance(f"{top:g}") + 4
        bar = QRect(line.x() + left, line.center().y() - 3, line.width() - left - right, 8)
        painter.drawImage(bar, pixels.to_qimage(_COLOURS[np.newaxis]))


def _step_text(step: float) -> str:
    return f"{number(step / 1000, ',g')}k" if step >= 10_000 and step % 100 == 0 else number(step, ",.0f")


def _ticks(first: float, last: float, width: int) -> list[tuple[float, str]]:
    """Round steps in sight and how their text stands to them, so that none leaves the map."""
    spacing = figures.rounded_up((last - first) / max(width / 90, 1))
    start = math.ceil(first / spacing) * spacing
    ticks = np.arange(start, last + spacing * 1e-6, spacing)
    edge = 20 * (last - first) / max(width, 1)
    return [(float(tick), "left" if tick < first + edge else "right" if tick > last - edge else "middle") for tick in ticks]


def _fitting(texts: Sequence[str], metrics: QFontMetrics, room: int) -> str:
    return next((text for text in texts if metrics.horizontalAdvance(text) <= room), texts[-1])
