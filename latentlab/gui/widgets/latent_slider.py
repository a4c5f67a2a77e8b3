"""One latent dimension: its name, what it tells, a slider and its exact value."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QStyle, QStyleOptionSlider, QWidget

from latentlab.gui import theme
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.number_box import Limits, NumberBox

_TICKS = 1000
_WIDEST_VALUE = 20.0
# The bar under the name is full at this many nats: a dimension at about 150 distinguishable values.
FULL_BAR_NATS = 5.0


class LatentSlider(QWidget):
    """A row for dimension `dimension`; a value typed beyond the slider's ends is kept while the handle rests at the end.

    Signals:
        value_changed: (dimension, value) after a person changed it, or `set_value` with `notify`.
    """

    value_changed = Signal(object)

    def __init__(self, dimension: int, *, digits: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dimension = dimension
        self._value = 0.0
        self._reset_value = 0.0
        self._low, self._high = -3.0, 3.0
        self._kl = math.nan
        name = f"z{dimension:0{digits}d}"
        self._name = _Name(name, self)
        self._slider = _MarkedSlider(self)
        self._slider.setRange(0, _TICKS)
        self._slider.setAccessibleName(f"Latent dimension {name}")
        self._slider.valueChanged.connect(self._slid)
        self._box = NumberBox(whole=False, limits=Limits(-_WIDEST_VALUE, _WIDEST_VALUE), decimals=2, tracking=False)
        # The style sheet takes the buttons away; NoButtons together with a style sheet leaves no room for the text.
        self._box.setProperty("plain", True)
        self._box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._box.setAccessibleName(f"Exact value of {name}")
        self._box.set_step(0.1)
        self._box.value_changed.connect(self._typed)
        self.setFocusProxy(self._slider)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 1)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addWidget(self._name)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._box)
        self._fit_fonts()
        self._describe()
        self._show()

    @property
    def dimension(self) -> int:
        """The index of the dimension."""
        return self._dimension

    def value(self) -> float:
        """The value of the dimension."""
        return self._value

    def set_value(self, value: float, *, notify: bool = False) -> None:
        """Show a value; `value_changed` tells only with `notify`."""
        value = min(max(float(value), -_WIDEST_VALUE), _WIDEST_VALUE)
        changed = value != self._value
        self._value = value
        self._show()
        if notify and changed:
            self.value_changed.emit((self._dimension, value))

    def reset(self) -> None:
        """Go back to the reset value, and tell."""
        self.set_value(self._reset_value, notify=True)

    def set_reset_value(self, value: float) -> None:
        """The value that a double click on the name goes back to."""
        self._reset_value = float(value)

    def set_range(self, low: float, high: float) -> None:
        """The values at the slider's ends.

        Raises:
            ValueError: the range is empty.
        """
        if not low < high:
            raise ValueError(f"a slider from {low} to {high} is empty")
        self._low, self._high = float(low), float(high)
        self._show()
        self._slider.update()

    def set_marks(self, mean: float | None, std: float | None = None) -> None:
        """Show where the posterior of the current image lies: its mean, and a bar from μ−σ to μ+σ; None shows none."""
        if mean is None:
            self._slider.set_marks(None)
            return
        spread = std or 0.0
        self._slider.set_marks(tuple(self._part(v) for v in (mean - spread, mean, mean + spread)))

    def set_kl(self, kl: float) -> None:
        """Show the KL of the dimension in nats."""
        if kl != self._kl and not (math.isnan(kl) and math.isnan(self._kl)):
            self._kl = kl
            self._name.set_kl(kl)
            self._describe()

    def _part(self, value: float) -> float:
        """How far along the slider a value is, from 0 to 1."""
        return min(max((value - self._low) / (self._high - self._low), 0.0), 1.0)

    def _show(self) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(round(self._part(self._value) * _TICKS))
        self._slider.blockSignals(False)
        # Arrow keys and page keys: a tenth and a half, whatever the range.
        ticks = _TICKS / (self._high - self._low)
        self._slider.setSingleStep(max(1, round(0.1 * ticks)))
        self._slider.setPageStep(max(1, round(0.5 * ticks)))
        self._box.set_value(self._value)

    def _slid(self, position: int) -> None:
        # Two decimals, as the field shows them: what is seen is what is decoded.
        self.set_value(round(self._low + (self._high - self._low) * position / _TICKS, 2), notify=True)

    def _typed(self, value: object) -> None:
        assert isinstance(value, int | float)
        self.set_value(value, notify=True)

    def _describe(self) -> None:
        known = f"KL {self._kl:.2f} nats; " if math.isfinite(self._kl) else ""
        self.setToolTip(f"{self._name.text}: {known}double-click on the name resets")
        self._slider.setAccessibleDescription(self.toolTip())
        self._box.setToolTip(f"{self._name.text}, exact value from −20 to 20")

    def _fit_fonts(self) -> None:
        figures_font = theme.tabular(theme.body_font())
        self._box.setFont(figures_font)
        width = QFontMetrics(figures_font).horizontalAdvance(figures.signed(-_WIDEST_VALUE)) + 20
        self._box.setFixedWidth(width)

    # Qt overrides

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._name.geometry().contains(event.position().toPoint()):
            self.reset()
        else:
            super().mouseDoubleClickEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self.reset()
        else:
            super().mousePressEvent(event)


class _Name(QWidget):
    """The name with its KL beside it and as a bar under it; painted, since there may be hundreds."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        self._kl = math.nan
        # The row under it answers clicks, so that the whole of it resets alike.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_kl(self, kl: float) -> None:
        self._kl = kl
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        body = QFontMetrics(theme.tabular(theme.body_font()))
        caption = QFontMetrics(theme.tabular(theme.caption_font()))
        width = body.horizontalAdvance(self.text) + theme.SPACING.TIGHT + caption.horizontalAdvance("00.00")
        return QSize(width, body.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        text = self.rect().adjusted(0, 0, 0, -4)
        painter.setFont(theme.tabular(theme.body_font()))
        painter.setPen(palette.windowText().color())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.text)
        if not math.isfinite(self._kl):
            return
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(palette))
        painter.drawText(text, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{self._kl:.2f}")
        track = QRectF(0, self.height() - 4, self.width(), 2)
        painter.fillRect(track, theme.border(palette))
        track.setWidth(track.width() * min(max(self._kl / FULL_BAR_NATS, 0.0), 1.0))
        painter.fillRect(track, theme.quantity_colour("rate"))


class _MarkedSlider(QSlider):
    """A slider that shows where its middle and the posterior are, jumps to a click, and leaves the wheel to the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._marks: tuple[float, ...] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(60)

    def set_marks(self, marks: tuple[float, ...] | None) -> None:
        if marks != self._marks:
            self._marks = marks
            self.update()

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            option = QStyleOptionSlider()
            self.initStyleOption(option)
            handle = self.style().subControlRect(
                QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
            )
            if not handle.contains(event.position().toPoint()):
                room = max(self.width() - handle.width(), 1)
                self.setValue(round(self.maximum() * (event.position().x() - handle.width() / 2) / room))
        if event.button() == Qt.MouseButton.MiddleButton:
            event.ignore()
            return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        radius = 6.0
        left, room, middle = radius + 1, self.width() - 2 * radius - 2, self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.border(palette))
        painter.drawRoundedRect(QRectF(left, middle - 1.5, room, 3), 1.5, 1.5)
        if self._marks:
            low, mean, high = (left + mark * room for mark in self._marks)
            posterior = theme.quantity_colour("posterior_x")
            painter.setBrush(posterior)
            painter.drawRoundedRect(QRectF(low, middle - 1.5, max(high - low, 1), 3), 1.5, 1.5)
            tip = middle + 4
            painter.drawPolygon(QPolygonF([QPointF(mean, tip), QPointF(mean - 3.5, tip + 6), QPointF(mean + 3.5, tip + 6)]))
        part = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        handle = QPointF(left + part * room, middle)
        painter.setPen(theme.accent(palette) if self.hasFocus() or self.underMouse() else theme.muted(palette))
        painter.setBrush(theme.accent(palette) if self.isSliderDown() else palette.button())
        painter.drawEllipse(handle, radius - 0.5, radius - 0.5)

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a list of sliders must not move those that pass under the pointer.
        event.ignore()
