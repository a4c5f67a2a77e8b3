"""Which dimensions the model uses, over the whole run and now."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from latentlab.explore.requests.texts import dim_name
from latentlab.gui import theme
from latentlab.gui.language import number, tr
from latentlab.gui.series import Floats
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.deferred_plot import DeferredPlot
from latentlab.gui.widgets.kl_columns import KlColumns
from latentlab.gui.widgets.kl_heat_drawing import KlHeatDrawing

_MARK_REACH = 4
_VEIL = 130
"""Alpha of what covers the part of another run."""


class KlHeatMap(DeferredPlot):
    """A row a dimension, the most informative one on top: colour over the steps, and a bar for the present.

    The colours are of the batches trained on; the bars are of held-out images, as everywhere else, once these are known.

    Signals:
        hovered: the step under the pointer, None where it has left.
    """

    hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = KlColumns()
        self._order: NDArray[np.intp] = np.empty(0, dtype=np.intp)
        self._active: tuple[int, int] | None = None
        self._held_out: Floats | None = None
        self._held_out_step = 0
        self._empty_text = tr("No values yet")
        self._cache: QPixmap | None = None
        self._hover: QPoint | None = None
        self._step: float | None = None
        self._marks: list[tuple[float, str]] = []
        self._dimmed_to: float | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Plot: KL per dimension, nats; in colour of training batches, as bars of held-out images"))
        self.setMinimumSize(260, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # Data

    def append(self, step: float, kl_per_dim: NDArray[np.floating]) -> None:
        """Store the KL of every dimension at a step; the next `refresh` draws it.

        Raises:
            ValueError: the number of dimensions changed or the step went back; `clear` or `truncate` first.
        """
        kl = np.asarray(kl_per_dim, dtype=np.float64).ravel()
        self._columns.append(step, np.where(np.isfinite(kl), kl, 0.0))
        self._dirty = True

    def set_held_out(self, kl_per_dim: NDArray[np.floating], step: int) -> None:
        """Draw the bars of the KL on held-out images, (D,) in nats, by the model of a step."""
        self._held_out_step = step
        kl = np.asarray(kl_per_dim, dtype=np.float64)
        self._held_out = np.where(np.isfinite(kl), kl, 0.0)
        self._redraw_soon()

    def set_order(self, order: Sequence[int]) -> None:
        """Give the dimensions this order from the top, until their KL is clearly in another."""
        self._order = np.array(order, dtype=np.intp)
        self._redraw_soon()

    def set_active(self, active: int | None, total: int = 0) -> None:
        """Say in the title how many dimensions count as active; None says nothing."""
        self._active = None if active is None else (active, total)
        self.setAccessibleDescription(
            "" if active is None else tr("{active} of {total} dimensions active", active=active, total=total)
        )
        self.update()

    def truncate(self, step: float) -> None:
        """Drop what came after a step, as after a rollback."""
        self._columns.truncate(step)
        self._marks = [mark for mark in self._marks if mark[0] <= step]
        self._dirty = True

    def mark(self, step: float, text: str) -> None:
        """Draw a vertical line where a setting changed; its tooltip is the text."""
        self._marks.append((step, text))
        self.update()

    def dim_before(self, step: float) -> None:
        """Let what is before a step stand back, as that is of the run that this one branched off."""
        self._dimmed_to = step
        self.update()

    def clear(self) -> None:
        """Forget everything."""
        self._marks = []
        self._dimmed_to = None
        self._columns = KlColumns()
        self._order = np.empty(0, dtype=np.intp)
        self._active = self._held_out = self._step = None
        self._redraw_soon()

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

    @Slot(object)
    def show_step(self, step: float | None) -> None:
        """Draw the crosshair at a step; None takes it away."""
        if step != self._step:
            self._step = step
            self.update()

    def _now(self) -> Floats:
        """What the bars show."""
        latest = self._columns.latest
        assert latest is not None
        return self._held_out if self._held_out is not None and self._held_out.size == latest.size else latest

    def _sort(self) -> None:
        if self._columns.latest is None:
            return
        now = self._now()
        if self._order.size == now.size:
            # Rows that are nearly equal would swap places at every report: sort again only where the order is clearly wrong.
            shown = now[self._order]
            if not (shown[1:] > np.minimum.accumulate(shown[:-1]) * 1.05 + 0.01).any():
                return
        self._order = np.argsort(-now, kind="stable")

    # Drawing

    def _drawing(self) -> KlHeatDrawing:
        return KlHeatDrawing(self.size(), self.palette(), self._columns, self._order)

    def _redraw(self) -> None:
        self._sort()
        self._cache = None
        self.update()

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        painted = QPixmap(self.size() * ratio)
        painted.setDevicePixelRatio(ratio)
        painted.fill(Qt.GlobalColor.transparent)
        painter = QPainter(painted)
        self._drawing().paint(painter, ratio, self._now())
        painter.end()
        return painted

    def _cell_at(self, position: QPoint) -> tuple[float, int, float] | None:
        """(step, dimension, KL) under a point of the map or its bars."""
        drawing = self._drawing()
        dimension = drawing.dimension_at(position) if self._columns.steps else None
        if dimension is None:
            return None
        if drawing.bars.contains(position):
            return self._columns.steps[-1], dimension, float(self._now()[dimension])
        step = drawing.step_at(position.x())
        return step, dimension, self._kl_at(step, dimension)

    def _kl_at(self, step: float, dimension: int) -> float:
        return float(self._columns.values()[dimension, self._columns.at(np.array([step]))[0]])

    def _marks_in_sight(self) -> list[tuple[int, str]]:
        """Across, in pixels, with the texts."""
        drawing = self._drawing()
        across = [(drawing.x_of(step), text) for step, text in self._marks]
        return [(x, text) for x, text in across if drawing.map.left() <= x <= drawing.map.right()]

    def _texts(self) -> Sequence[str]:
        """What stands beside the title, the longest first."""
        if self._hover is not None and (cell := self._cell_at(self._hover)):
            step, dimension, kl = cell
            where = (
                tr("held out") if self._drawing().bars.contains(self._hover) and self._now() is self._held_out else tr("train")
            )
            name = dim_name(dimension)
            return tr(
                "· step {step:,.0f} · {name} · {kl:.2f} nats, {where}", step=step, name=name, kl=kl, where=where
            ), f"· {number(step, ',.0f')} · {name} · {kl:.2f}"
        if self._step is not None and self._columns.steps:
            return (tr("· nats, train · step {step:,.0f}", step=self._step), tr("· step {step:,.0f}", step=self._step))
        if self._active:
            active = tr("{active} of {total} active", active=self._active[0], total=self._active[1])
            return tr("· nats, train · {active}", active=active), f"· {active}"
        return (tr("· nats, train"),)

    def _of_bars(self) -> Sequence[str]:
        """What the bars show, and by the model of which step, the longest first."""
        if self._columns.latest is None:
            return ("",)
        if self._now() is not self._held_out:
            return (tr("now, train"),)
        return tr("held out, step {step:,}", step=self._held_out_step), tr("held out")

    def _restyle(self) -> None:
        self._cache = None

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            marks = self._marks_in_sight() if self._columns.steps else []
            texts = [text for x, text in marks if abs(x - event.pos().x()) <= _MARK_REACH]
            QToolTip.showText(event.globalPos(), "\n".join(texts), self)
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.show_step(None)
        self.hovered.emit(None)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = event.position().toPoint()
        drawing = self._drawing()
        inside = bool(self._columns.steps) and drawing.map.contains(self._hover)
        step = drawing.step_at(self._hover.x()) if inside else None
        self.show_step(step)
        self.hovered.emit(step)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, drawing = QPainter(self), self._drawing()
        drawing.paint_header(painter, self._texts(), self._of_bars())
        if self._columns.latest is None:
            pixels.paint_empty(painter, self.rect(), self._empty_text, self.palette())
            return
        if self._order.size != self._columns.latest.size:
            self._sort()
        if theme.is_paper():
            painter.save()
            drawing.paint(painter, self.devicePixelRatioF(), self._now())
            painter.restore()
        else:
            if self._cache is None or self._cache.devicePixelRatio() != self.devicePixelRatioF():
                self._cache = self._painted()
            painter.drawPixmap(0, 0, self._cache)
        around = drawing.map
        if self._dimmed_to is not None:
            veil = self.palette().base().color()
            veil.setAlpha(_VEIL)
            covered = QRect(around.topLeft(), around.bottomRight())
            covered.setRight(min(drawing.x_of(self._dimmed_to), around.right()))
            painter.fillRect(covered, veil)
        painter.setPen(QPen(Qt.GlobalColor.white, 1, Qt.PenStyle.DashLine))  # the colours of the map are dark in both themes
        for x, _ in self._marks_in_sight():
            painter.drawLine(x, around.top(), x, around.bottom())
        if self._step is not None:
            x = min(max(drawing.x_of(self._step), around.left()), around.right())
            painter.fillRect(QRect(x - 1, around.top(), 3, around.height()), self.palette().base().color())
            painter.fillRect(QRect(x, around.top(), 1, around.height()), self.palette().text().color())

    def sizeHint(self) -> QSize:
        return QSize(420, 220)
