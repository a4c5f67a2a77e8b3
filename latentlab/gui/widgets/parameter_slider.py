"""A slider with its name and its value, for a number that has a neutral place."""

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import figures

_LABEL_WIDTH = 84
_VALUE_WIDTH = 52

Unit = Literal["", "°", " px", " %"]
"""Behind the value; a share is written in percent."""


class _Slider(QSlider):
    """Tells when it is let go.

    Signals:
        let_go: a button of the mouse or a key is up again.
    """

    let_go = Signal()

    # Qt overrides

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self.let_go.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.let_go.emit()


class ParameterSlider(QWidget):
    """A number from `low` to `high` in steps; a double click on the name brings it back to its neutral value.

    Signals:
        changed: a user moved it.
        settled: a drag or a key press is over: what changes next is another change.
    """

    changed = Signal()
    settled = Signal()

    def __init__(
        self,
        label: str,
        low: float,
        high: float,
        neutral: float,
        step: float,
        tip: str,
        unit: Unit = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._neutral, self._step, self._unit = neutral, step, unit
        self._name = QLabel(label)
        self._name.setFixedWidth(_LABEL_WIDTH)
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(low / step), round(high / step))
        self.slider.setPageStep(max(1, round((high - low) / step / 10)))
        self.slider.setAccessibleName(label)
        self._value = QLabel()
        self._value.setFont(theme.tabular(theme.caption_font()))
        self._value.setFixedWidth(_VALUE_WIDTH)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for widget in (self, self._name, self.slider):
            widget.setToolTip(tr("{tip} Double click on the name: back to {neutral:g}.", tip=tip, neutral=neutral))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.SMALL)
        row.addWidget(self._name)
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.let_go.connect(self.settled)
        self.reset()

    def hide_name(self) -> None:
        """Leave the name to whoever shows it beside the slider."""
        self._name.hide()

    def value(self) -> float:
        """The number."""
        return round(self.slider.value() * self._step, 9)

    def set_value(self, value: float) -> None:
        """Move to the step nearest to a value."""
        self.slider.setValue(round(value / self._step))
        self._show()

    def reset(self) -> None:
        """Back to the neutral value."""
        self.set_value(self._neutral)

    def _show(self) -> None:
        shown, step = (100 * self.value(), 100 * self._step) if self._unit == " %" else (self.value(), self._step)
        decimals = 0 if step >= 1 else 2
        self._value.setText(f"{shown:.{decimals}f}".replace("-", figures.MINUS) + self._unit)

    @Slot()
    def _on_moved(self) -> None:
        self._show()
        self.changed.emit()

    # Qt overrides

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._name.geometry().contains(event.position().toPoint()):
            self.reset()
