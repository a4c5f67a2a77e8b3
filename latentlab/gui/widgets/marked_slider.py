"""The track of a latent slider: 0 in its middle, with the posterior of an image and the aggregate posterior marked."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from latentlab.gui import theme

_TICKS = 1000
_RADIUS = 6.0
_HEIGHT = 21
"""Pixels in which the track has room for a mark over it and one under it."""
_OF_NUMBERS = frozenset("123456789.,+-")
"""What a number can begin with; 0 sets to 0 at once, and the point after it goes on."""
_SHORTCUTS = _OF_NUMBERS | {"0"}


class MarkedSlider(QSlider):
    """Goes from −reach to reach, jumps to a click, and leaves the wheel to the list.

    Left and Right, Page Up and Page Down, Home and End move it, 0 sets to 0; Up and Down go to the rows beside it.

    Signals:
        zero_wanted: 0 was pressed.
        row_wanted: −1 for the row above, 1 for the one below.
        typed: the key event that a number begins with.
        settled: a drag or a key press is over.
    """

    zero_wanted = Signal()
    row_wanted = Signal(int)
    typed = Signal(object)
    settled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._reach = 3.0
        self._posterior: tuple[float, ...] | None = None
        self._aggregate: tuple[float, ...] | None = None
        self.setRange(0, _TICKS)
        self._fit_steps()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(60, _HEIGHT)
        self.sliderReleased.connect(self.settled)

    def set_reach(self, reach: float) -> None:
        """The value at the right end; at the left end is its negative. The handle stays where it is."""
        self._reach = reach
        self._fit_steps()
        self.update()

    def show_value(self, value: float) -> None:
        """Move the handle to a value, or to the end that is nearest to it, without a signal."""
        self.blockSignals(True)
        self.setValue(round(self._part(value) * _TICKS))
        self.blockSignals(False)

    def shown_value(self) -> float:
        """The value where the handle is, with two decimals as the field shows them: what is seen is what is decoded."""
        return round(self._reach * (2 * self.value() / _TICKS - 1), 2)

    def set_posterior(self, marks: tuple[float, ...] | None) -> None:
        """Mark μ − σ and μ + σ of an image's posterior over the track; None marks none."""
        if marks != self._posterior:
            self._posterior = marks
            self.update()

    def set_aggregate(self, marks: tuple[float, ...] | None) -> None:
        """Mark the aggregate posterior under it: its lower end, mean − std, mean + std and upper end; None marks none."""
        if marks != self._aggregate:
            self._aggregate = marks
            self.update()

    def _part(self, value: float) -> float:
        """How far along the track a value is, from 0 to 1."""
        return min(max((value / self._reach + 1) / 2, 0.0), 1.0)

    def _fit_steps(self) -> None:
        """Arrow keys and page keys: a tenth and a half, whatever the range."""
        ticks = _TICKS / (2 * self._reach)
        self.setSingleStep(max(1, round(0.1 * ticks)))
        self.setPageStep(max(1, round(0.5 * ticks)))

    # Drawing

    def _track(self) -> tuple[float, float, float]:
        """Left end, length and height."""
        return _RADIUS + 1, self.width() - 2 * _RADIUS - 2, self.height() / 2 - 1

    def _draw_aggregate(self, painter: QPainter) -> None:
        if self._aggregate is None:
            return
        left, room, middle = self._track()
        low, below, above, high = (left + self._part(value) * room for value in self._aggregate)
        colour = QColor(theme.muted(self.palette()))
        for start, end, opacity in ((low, high, 90), (below, above, 220)):
            colour.setAlpha(opacity)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(start, middle + 6, max(end - start, 1), 3), 1.5, 1.5)

    def _draw_posterior(self, painter: QPainter) -> None:
        if self._posterior is None:
            return
        left, room, middle = self._track()
        low, high = (left + self._part(value) * room for value in self._posterior)
        half = max((high - low) / 2, 1.5)  # one that is narrower than the handle must be seen over it too
        painter.setBrush(theme.quantity_colour("posterior_x"))
        painter.drawRoundedRect(QRectF((low + high) / 2 - half, middle - 9.5, 2 * half, 3), 1.5, 1.5)

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        # The keys that a number begins with are shortcuts of the window elsewhere.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text() in _SHORTCUTS:
            event.accept()
            return True
        return super().event(event)

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.row_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.text() == "0":
            self.zero_wanted.emit()
        elif event.text() and event.text() in _OF_NUMBERS:
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self.settled.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            event.ignore()
            return
        if event.button() == Qt.MouseButton.LeftButton:
            option = QStyleOptionSlider()
            self.initStyleOption(option)
            handle = self.style().subControlRect(
                QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
            )
            if not handle.contains(event.position().toPoint()):
                room = max(self.width() - handle.width(), 1)
                self.setValue(round(self.maximum() * (event.position().x() - handle.width() / 2) / room))
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        left, room, middle = self._track()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.border(palette))
        painter.drawRoundedRect(QRectF(left, middle - 1.5, room, 3), 1.5, 1.5)
        painter.fillRect(QRectF(left + room / 2 - 0.5, middle - 6, 1, 12), theme.muted(palette))
        self._draw_aggregate(painter)
        self._draw_posterior(painter)
        part = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        handle = QPointF(left + part * room, middle)
        accent = theme.accent(palette)
        near = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(accent if near else theme.muted(palette), 2 if self.hasFocus() else 1))
        painter.setBrush(accent if self.isSliderDown() else palette.base())
        painter.drawEllipse(handle, _RADIUS - 0.5, _RADIUS - 0.5)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a list of sliders must not move those that pass under the pointer.
        event.ignore()
