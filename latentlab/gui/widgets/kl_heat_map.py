"""Which dimensions the model uses, over the whole run and now."""

import math

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from latentlab.explore.requests.texts import dim_name
from latentlab.gui import theme
from latentlab.gui.series import Floats
from latentlab.gui.widgets import figures, pixels
from latentlab.gui.widgets.curve_plot import LEFT_AXIS_WIDTH
from latentlab.gui.widgets.picture_widget import PlotWidget

MOST_COLUMNS = 600
_BARS_WIDTH = 64
_MARK_REACH = 4


class _Columns:
    """KL per dimension over the steps, in at most `MOST_COLUMNS` columns: when they are full, neighbours become their mean.

    Attributes:
        steps: the last step of each column.
        latest: the newest values, as they came.
    """

    def __init__(self) -> None:
        self.steps: list[float] = []
        self.first_step = math.nan
        self.latest: Floats | None = None
        self._means: list[Floats] = []
        self._pending: list[Floats] = []
        self._per_column = 1

    def append(self, step: float, kl: Floats) -> None:
        if self.latest is not None and self.latest.shape != kl.shape:
            raise ValueError(f"{kl.size} dimensions after {self.latest.size}")
        if self.steps and step < self.steps[-1]:
            raise ValueError(f"step {step} after step {self.steps[-1]}")
        if not self.steps:
            self.first_step = step
        self.latest = kl
        if self._pending:
            self.steps[-1] = step
        else:
            self.steps.append(step)
            self._means.append(kl)
        self._pending.append(kl)
        self._means[-1] = np.mean(self._pending, axis=0)
        if len(self._pending) == self._per_column:
            self._pending = []
            if len(self.steps) == MOST_COLUMNS:
                self._merge()

    def truncate(self, step: float) -> None:
        kept = int(np.searchsorted(self.steps, step, side="right"))
        if kept == len(self.steps):
            return
        self.steps, self._means, self._pending = self.steps[:kept], self._means[:kept], []
        self.latest = self._means[-1] if self._means else None

    def values(self) -> Floats:
        """(D, columns)."""
        return np.stack(self._means, axis=1)

    def _merge(self) -> None:
        self._means = [(a + b) / 2 for a, b in zip(self._means[0::2], self._means[1::2], strict=True)]
        self.steps = self.steps[1::2]
        self._per_column *= 2


class KlHeatMap(PlotWidget):
    """A row a dimension, the most informative one on top: colour over the steps, and a bar for the present."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = _Columns()
        self._order: NDArray[np.intp] = np.empty(0, dtype=np.intp)
        self._active: tuple[int, int] | None = None
        self._top = 0.0
        self._empty_text = "No values yet"
        self._dirty = False
        self._cache: QPixmap | None = None
        self._hover: QPoint | None = None
        self._marks: list[tuple[float, str]] = []
        self._colours = pg.colormap.get("viridis").getLookupTable(nPts=256, alpha=False).astype(np.uint8)
        self.setMouseTracking(True)
        self.setAccessibleName("Plot: KL per dimension, nats")
        self.setMinimumSize(260, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def append(self, step: float, kl_per_dim: NDArray[np.floating]) -> None:
        """Store the KL of every dimension at a step; the next `refresh` draws it.

        Raises:
            ValueError: the number of dimensions changed or the step went back; `clear` or `truncate` first.
        """
        kl = np.asarray(kl_per_dim, dtype=np.float64).ravel()
        self._columns.append(step, np.where(np.isfinite(kl), kl, 0.0))
        self._dirty = True

    def set_active(self, active: int, total: int) -> None:
        """Say in the title how many dimensions count as active."""
        if (active, total) != self._active:
            self._active = (active, total)
            self.setAccessibleDescription(f"{active} of {total} dimensions active")
            self.update(self._header())

    def truncate(self, step: float) -> None:
        """Drop what came after a step, as after a rollback."""
        self._columns.truncate(step)
        self._marks = [mark for mark in self._marks if mark[0] <= step]
        self._dirty = True

    def mark(self, step: float, text: str) -> None:
        """Draw a vertical line where a setting changed; its tooltip is the text."""
        self._marks.append((step, text))
        self.update()

    def clear(self) -> None:
        """Forget everything."""
        self._marks = []
        self._columns = _Columns()
        self._order = np.empty(0, dtype=np.intp)
        self._active = None
        self._top = 0.0
        self._dirty = True
        self.refresh()

    def set_empty_text(self, text: str) -> None:
        """Say what will be seen here while there is no value."""
        self._empty_text = text
        self.update()

    def order(self) -> list[int]:
        """The dimensions from the top row to the bottom one."""
        return [int(dimension) for dimension in self._order]

    def column_count(self) -> int:
        """The columns that are kept."""
        return len(self._columns.steps)

    def refresh(self) -> None:
        """Draw once, if something changed and the map can be seen."""
        if not self._dirty or not self.isVisible():
            return
        self._dirty = False
        self._sort()
        self._cache = None
        self.update()

    def _sort(self) -> None:
        latest = self._columns.latest
        if latest is None:
            return
        if self._order.size == latest.size:
            # Rows that are nearly equal would swap places at every report: sort anew only where the order is clearly wrong.
            shown = latest[self._order]
            if not (shown[1:] > shown[:-1] * 1.1 + 0.01).any():
                return
        self._order = np.argsort(-latest, kind="stable")

    # Geometry

    def _line(self) -> int:
        return QFontMetrics(theme.caption_font()).height()

    def _header(self) -> QRect:
        height = QFontMetrics(theme.title_font()).height()
        return QRect(theme.SPACING.SMALL, theme.SPACING.TIGHT, self.width() - 2 * theme.SPACING.SMALL, height)

    def _map_rect(self) -> QRect:
        left = theme.SPACING.SMALL + LEFT_AXIS_WIDTH
        top = self._header().bottom() + theme.SPACING.SMALL
        right = self.width() - theme.SPACING.SMALL - _BARS_WIDTH - theme.SPACING.SMALL
        bottom = self.height() - theme.SPACING.TIGHT - self._line() - 4
        return QRect(left, top, max(right - left, 10), max(bottom - top, 10))

    def _bars_rect(self) -> QRect:
        around = self._map_rect()
        return QRect(around.right() + 1 + theme.SPACING.SMALL, around.y(), _BARS_WIDTH, around.height())

    def _row_edges(self) -> NDArray[np.intp]:
        around = self._map_rect()
        edges = np.linspace(around.y(), around.y() + around.height(), self._order.size + 1)
        return np.round(edges).astype(np.intp)

    def _steps(self) -> tuple[float, float]:
        first, last = self._columns.first_step, self._columns.steps[-1]
        return first, max(last, first + 1)

    def _cell_at(self, position: QPoint) -> tuple[float, int, float] | None:
        """(step, dimension, KL) under a point of the map or its bars."""
        around, bars = self._map_rect(), self._bars_rect()
        if not self._columns.steps or not self._order.size:
            return None
        if not (around.contains(position) or bars.contains(position)):
            return None
        row = min(int((position.y() - around.y()) * self._order.size / around.height()), self._order.size - 1)
        dimension = int(self._order[row])
        if bars.contains(position):
            assert self._columns.latest is not None
            return self._columns.steps[-1], dimension, float(self._columns.latest[dimension])
        first, last = self._steps()
        wanted = first + (last - first) * (position.x() - around.x()) / around.width()
        column = min(int(np.searchsorted(self._columns.steps, wanted)), len(self._columns.steps) - 1)
        return self._columns.steps[column], dimension, float(self._columns.values()[dimension, column])

    def _marks_in_sight(self) -> list[tuple[int, str]]:
        """Across, in pixels, with the texts."""
        first, last = self._steps()
        around = self._map_rect()
        across = [(round(around.x() + (step - first) / (last - first) * around.width()), text) for step, text in self._marks]
        return [(x, text) for x, text in across if around.left() <= x <= around.right()]

    # Drawing

    def _colour_image(self, width: int) -> QImage:
        """A pixel a row and a pixel a screen column: steps need not be equally far apart."""
        values = self._columns.values()[self._order]
        # Neither a burst in the first steps nor one dimension far above the others may leave the rest without colour.
        usual = float(np.percentile(values[:, -300::3], 99.5))
        self._top = max(figures.rounded_up(usual), figures.rounded_up(float(values.max(initial=0.0)) / 3), 0.1)
        first, last = self._steps()
        wanted = first + (last - first) * (np.arange(width) + 0.5) / width
        columns = np.minimum(np.searchsorted(self._columns.steps, wanted), values.shape[1] - 1)
        levels = np.clip(values * (255.0 / self._top), 0, 255).astype(np.uint8)
        return pixels.to_qimage(self._colours[levels[:, columns]])

    def _drawing(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawing = QPixmap(self.size() * ratio)
        drawing.setDevicePixelRatio(ratio)
        drawing.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawing)
        around = self._map_rect()
        image = self._colour_image(max(round(around.width() * ratio), 1))
        if self._order.size > around.height() * ratio:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edges = self._row_edges()
        if self._order.size * 4 <= around.height():
            # A hairline between rows that are tall enough to be told apart.
            for row in range(self._order.size):
                height = int(edges[row + 1] - edges[row]) - 1
                target = QRect(around.x(), int(edges[row]), around.width(), height)
                painter.drawImage(target, image, QRect(0, row, image.width(), 1))
        else:
            painter.drawImage(around, image)
        self._draw_bars(painter, edges)
        self._draw_axes(painter, edges)
        self._draw_scale(painter)
        painter.end()
        return drawing

    def _draw_bars(self, painter: QPainter, edges: NDArray[np.intp]) -> None:
        assert self._columns.latest is not None
        latest = self._columns.latest[self._order]
        bars = self._bars_rect()
        gap = 1 if self._order.size * 4 <= bars.height() else 0
        painter.setFont(theme.tabular(theme.caption_font()))
        room = painter.fontMetrics().horizontalAdvance("00.00") + 4
        roomy = self._order.size * self._line() <= bars.height()
        full = bars.width() - (room if roomy else 0)
        top = max(figures.rounded_up(float(latest.max(initial=0.0))), 0.1)
        colour = theme.quantity_colour("rate")
        for row, kl in enumerate(latest.tolist()):
            y, height = int(edges[row]), max(int(edges[row + 1] - edges[row]) - gap, 1)
            width = round(full * min(max(kl / top, 0.0), 1.0))
            painter.fillRect(QRect(bars.x(), y, max(width, 1), height), colour)
            if roomy:
                painter.setPen(theme.muted(self.palette()))
                where = QRect(bars.right() + 1 - room, y, room, height)
                painter.drawText(where, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{kl:.2f}")

    def _draw_axes(self, painter: QPainter, edges: NDArray[np.intp]) -> None:
        around, bars = self._map_rect(), self._bars_rect()
        line = self._line()
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(self.palette()))
        count = self._order.size
        every = max(1, math.ceil(count * line / around.height()))
        for row in range(0, count, every):
            where = QRect(0, int(edges[row]), around.x() - 4, int(edges[row + 1] - edges[row]))
            if every > 1:
                where.setHeight(line)
            if where.bottom() > around.bottom() + 2:
                break
            painter.drawText(
                where,
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                dim_name(int(self._order[row])),
            )
        under = around.bottom() + 3
        first, last = self._steps()
        for tick, align in _ticks(first, last, around.width()):
            x = around.x() + round((tick - first) / (last - first) * around.width())
            offset = {"left": 0, "middle": 40, "right": 80}[align]
            flag = {
                "left": Qt.AlignmentFlag.AlignLeft,
                "middle": Qt.AlignmentFlag.AlignHCenter,
                "right": Qt.AlignmentFlag.AlignRight,
            }[align]
            painter.drawText(QRect(x - offset, under, 80, line), int(flag), _step_text(tick))
        right = int(Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRect(0, under, around.x() - 4, line), right, "step")
        header = self._header()
        now = QRect(bars.x(), header.y(), bars.width(), header.height())
        painter.drawText(now, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), "now")

    def _draw_scale(self, painter: QPainter) -> None:
        """The colour bar, under the bars."""
        bars = self._bars_rect()
        line = QRect(bars.x(), self._map_rect().bottom() + 3, bars.width(), self._line())
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(self.palette()))
        metrics = painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter
        top = f"{self._top:g}"
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | middle), "0")
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | middle), top)
        left, right = metrics.horizontalAdvance("0") + 4, metrics.horizontalAdvance(top) + 4
        bar = QRect(line.x() + left, line.center().y() - 3, line.width() - left - right, 8)
        painter.drawImage(bar, pixels.to_qimage(self._colours[np.newaxis]))

    def _draw_header(self, painter: QPainter) -> None:
        header = self._header()
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(theme.title_font())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(header, middle, "KL per dimension")
        left = painter.fontMetrics().horizontalAdvance("KL per dimension") + theme.SPACING.TIGHT
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(self.palette()))
        texts = ["· nats"]
        if self._hover is not None and (cell := self._cell_at(self._hover)):
            step, dimension, kl = cell
            name = dim_name(dimension)
            texts = [f"· step {step:,.0f} · {name} · {kl:.2f} nats", f"· {step:,.0f} · {name} · {kl:.2f}"]
        elif self._active:
            active = f"{self._active[0]} of {self._active[1]} active"
            texts = [f"· nats · {active}", f"· {active}"]
        metrics = painter.fontMetrics()
        room = header.adjusted(left, 0, -metrics.horizontalAdvance("now") - theme.SPACING.SMALL, 0)
        text = next((text for text in texts if metrics.horizontalAdvance(text) <= room.width()), texts[-1])
        painter.drawText(room, middle, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._cache = None
            self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            marks = self._marks_in_sight() if self._columns.steps else []
            texts = [text for x, text in marks if abs(x - event.pos().x()) <= _MARK_REACH]
            QToolTip.showText(event.globalPos(), "\n".join(texts), self)
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = event.position().toPoint()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_header(painter)
        if self._columns.latest is None:
            pixels.paint_empty(painter, self.rect(), self._empty_text, self.palette())
            return
        if self._order.size != self._columns.latest.size:
            self._sort()
        if self._cache is None or self._cache.devicePixelRatio() != self.devicePixelRatioF():
            self._cache = self._drawing()
        painter.drawPixmap(0, 0, self._cache)
        painter.setPen(QPen(self.palette().base().color(), 1, Qt.PenStyle.DashLine))
        for x, _ in self._marks_in_sight():
            painter.drawLine(x, self._map_rect().top(), x, self._map_rect().bottom())
        if self._hover is not None and self._map_rect().contains(self._hover):
            painter.setPen(self.palette().base().color())
            around = self._map_rect()
            painter.drawLine(self._hover.x(), around.top(), self._hover.x(), around.bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cache = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(420, 220)


def _step_text(step: float) -> str:
    return f"{step / 1000:,g}k" if step >= 10_000 and step % 100 == 0 else f"{step:,.0f}"


def _ticks(first: float, last: float, width: int) -> list[tuple[float, str]]:
    """Round steps in sight and how their text stands to them, so that none leaves the map."""
    spacing = figures.rounded_up((last - first) / max(width / 90, 1))
    start = math.ceil(first / spacing) * spacing
    ticks = np.arange(start, last + spacing * 1e-6, spacing)
    edge = 20 * (last - first) / max(width, 1)
    return [(float(tick), "left" if tick < first + edge else "right" if tick > last - edge else "middle") for tick in ticks]
