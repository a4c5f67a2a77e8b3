"""A run's checkpoints along a line, the newest weights at the right end."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr

_RADIUS = 5.0


class CheckpointSlider(QSlider):
    """A place for each checkpoint and one for the newest weights; dragged, clicked or stepped with the arrow keys.

    Signals:
        asked: the step of the checkpoint that a user went to, None for the newest weights.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._steps: tuple[int, ...] = ()
        self.setAccessibleName(tr("Checkpoint"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPageStep(1)
        self.valueChanged.connect(self._on_value)
        self.set_steps((), None)

    def step(self) -> int | None:
        """Of the checkpoint that is pointed at; None at the newest weights."""
        return self._steps[self.value()] if self.value() < len(self._steps) else None

    def set_steps(self, steps: tuple[int, ...], shown: int | None) -> None:
        """Offer these checkpoints, ascending, and point at one of them, or at the newest weights for None, without a signal.

        While a hand is on it, it stays as it is.
        """
        if self.isSliderDown():
            return
        self.blockSignals(True)
        self._steps = steps
        self.setRange(0, len(steps))
        self.setValue(steps.index(shown) if shown in steps else len(steps))
        self.blockSignals(False)
        self.setEnabled(bool(steps))
        self._describe()
        self.update()

    def _describe(self) -> None:
        step = self.step()
        words = tr("the newest weights") if step is None else tr("the checkpoint of step {step:,}", step=step)
        self.setAccessibleDescription(words)
        self.setToolTip(
            tr(
                "Every pane looks at {words}. Drag, or use the arrow keys, to go through the {count} earlier ones; the "
                "newest weights are at the right end.",
                words=words,
                count=len(self._steps),
            )
            if self._steps
            else tr("Checkpoints to look back at appear here as the run writes them; the newest weights are at the right end.")
        )

    @Slot()
    def _on_value(self) -> None:
        self._describe()
        self.asked.emit(self.step())

    def _place(self, value: int) -> float:
        """x in pixels of the middle of a place."""
        room = self.width() - 2 * _RADIUS - 2
        return _RADIUS + 1 + room * (value / self.maximum() if self.maximum() else 1.0)

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def _go_to(self, x: float) -> None:
        room = max(self.width() - 2 * _RADIUS - 2, 1.0)
        self.setValue(round((x - _RADIUS - 1) / room * self.maximum()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, middle = self.palette(), self.height() / 2
        line = theme.border(palette)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawRoundedRect(QRectF(_RADIUS + 1, middle - 1, self.width() - 2 * _RADIUS - 2, 2), 1, 1)
        if self.maximum() and (self.width() - 12) / self.maximum() >= 5:
            painter.setBrush(theme.muted(palette))
            for value in range(self.maximum() + 1):
                painter.drawEllipse(QPointF(self._place(value), middle), 1.8, 1.8)
        hot = self.isEnabled() and (self.hasFocus() or self.underMouse())
        painter.setPen(theme.accent(palette) if hot else theme.muted(palette) if self.isEnabled() else line)
        painter.setBrush(theme.accent(palette) if self.isSliderDown() else palette.button())
        painter.drawEllipse(QPointF(self._place(self.value()), middle), _RADIUS - 0.5, _RADIUS - 0.5)

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a pointer that passes by must not change what every pane looks at

    def sizeHint(self) -> QSize:
        return QSize(120, max(16, self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength) // 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 16)
