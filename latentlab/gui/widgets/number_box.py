"""A field for one number, whole or not, of any size, that may also say "automatic"."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from latentlab.gui import theme
from latentlab.gui.language import mark, tr
from latentlab.gui.widgets.figures import MINUS

Number = int | float


@dataclass(frozen=True)
class Limits:
    """Which numbers are allowed.

    Attributes:
        low, high: the smallest and the largest; infinite where there is none.
        above, below: whether `low` and `high` themselves are too small or too large.
    """

    low: float = -math.inf
    high: float = math.inf
    above: bool = False
    below: bool = False

    def allow(self, value: Number) -> bool:
        """Whether a number is within."""
        if not isinstance(value, int) and not math.isfinite(value):
            return False
        return (value > self.low if self.above else value >= self.low) and (
            value < self.high if self.below else value <= self.high
        )

    def text(self) -> str:
        """The limits in words, empty where there are none."""
        low, high = (
            mark("above {limit}" if self.above else "at least {limit}"),
            mark("below {limit}" if self.below else "at most {limit}"),
        )
        parts = ((low, self.low), (high, self.high))
        return ", ".join(tr(words, limit=_plain(limit)) for words, limit in parts if math.isfinite(limit))


class NumberBox(QAbstractSpinBox):
    """A spin box without QSpinBox's 32 bits and QDoubleSpinBox's fixed decimals: 0.001 stays 0.001 and 1e-3 is read.

    Signals:
        value_changed: the number (or None for the special text) after a user changed it.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        *,
        whole: bool,
        limits: Limits = Limits(),
        empty_text: str | None = None,
        decimals: int | None = None,
        tracking: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Build a field that shows the number nearest to 0 that the limits allow.

        Args:
            whole: integers only.
            limits: which numbers are allowed.
            empty_text: what stands for None, one step below the smallest number; None where there is no such value.
            decimals: show this many, with a sign; None shows as few as the number needs.
            tracking: tell about a number as it is typed, not only when it is done.
            parent: as in Qt.
        """
        super().__init__(parent)
        self._whole = whole
        self._limits = limits
        self._empty_text = empty_text
        self._decimals = decimals
        self._step: float | None = None
        self._value: Number | None = None if empty_text is not None else self._start()
        self._tracking = tracking
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(tracking)
        self.setAccelerated(True)
        self.lineEdit().setTextMargins(theme.SPACING.TIGHT, 0, theme.SPACING.TIGHT, 0)
        self._show()
        self.lineEdit().textEdited.connect(self._edited)
        self.editingFinished.connect(self._commit)

    def value(self) -> Number | None:
        """The number that stands in the field; the last good one while the text is no number; None for the special text."""
        state, typed = self._read(self.lineEdit().text())
        if state == QValidator.State.Acceptable and typed != self._shown():
            return typed
        return self._value

    def set_value(self, value: Number | None) -> None:
        """Show a number, without a signal; None shows the special text."""
        self._value = value
        self._show()

    @property
    def is_edited(self) -> bool:
        """Whether something was typed that is not taken yet."""
        return self.lineEdit().text() != self._text(self._value)

    def set_step(self, step: float) -> None:
        """Let arrows go by this much; without it they follow the size of the number."""
        self._step = step

    def limits(self) -> Limits:
        """Which numbers are allowed."""
        return self._limits

    def set_limits(self, limits: Limits) -> None:
        """Allow other numbers, that one which is shown among them."""
        self._limits = limits

    def _start(self) -> Number:
        low, high = self._limits.low, self._limits.high
        start = min(max(0.0, low if math.isfinite(low) else 0.0), high)
        if not self._limits.allow(start):
            start += 1
        return int(start) if self._whole else start

    def _shown(self) -> Number | None:
        """The number as the field writes it, which may have fewer digits than the number has."""
        return self._read(self._text(self._value))[1]

    def _text(self, value: Number | None) -> str:
        if value is None:
            return self._empty_text or ""
        if self._whole:
            return str(value)
        if self._decimals is not None:
            return f"{value:+.{self._decimals}f}".replace("-", MINUS)
        return _plain(value)

    def _show(self) -> None:
        text = self._text(self._value)
        if self.lineEdit().text() != text:
            self.lineEdit().setText(text)
            self.lineEdit().setCursorPosition(0)

    def _read(self, text: str) -> tuple[QValidator.State, Number | None]:
        """Judge a text; the number is None where there is none or the text is the special one."""
        text = text.strip().replace(MINUS, "-").replace(",", ".")
        state = QValidator.State
        if self._empty_text is not None and text in ("", self._empty_text):
            return state.Acceptable, None
        if self._empty_text and self._empty_text.startswith(text):
            return state.Intermediate, None
        allowed = "0123456789-+" if self._whole else "0123456789-+.eE"
        if set(text) - set(allowed) or (text.startswith("-") and self._limits.low >= 0):
            return state.Invalid, None
        try:
            value: Number = int(text) if self._whole else float(text)
        except ValueError:
            return state.Intermediate, None
        return (state.Acceptable if self._limits.allow(value) else state.Intermediate), value

    def _take(self, value: Number | None) -> None:
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _put(self, value: Number | None) -> None:
        """Take a number and show it, the text first: whoever is told may ask for the value, which is read from the text."""
        changed = value != self._value
        self._value = value
        self._show()
        if changed:
            self.value_changed.emit(value)

    def _edited(self, text: str) -> None:
        state, value = self._read(text)
        if self._tracking and state == QValidator.State.Acceptable:
            self._take(value)

    def _commit(self) -> None:
        """Take what was typed: a number out of bounds becomes the nearest one, what is no number the last good one."""
        state, value = self._read(self.lineEdit().text())
        if state != QValidator.State.Acceptable:
            value = self._nearest(value)
        elif value == self._shown():
            # Nothing was typed: keep the digits that the field does not show.
            value = self._value
        self._put(value)

    def _nearest(self, value: Number | None) -> Number | None:
        if value is None or not (isinstance(value, int) or math.isfinite(value)):
            return self._value
        bound = self._limits.low if value <= self._limits.low else self._limits.high
        if not self._limits.allow(bound):
            return self._value
        return int(bound) if self._whole else bound

    def _size_of_step(self) -> float:
        if self._step is not None:
            return self._step
        size = abs(self._value or 0)
        if self._whole:
            return 1 if size < 100 else 10.0 ** (math.floor(math.log10(size)) - 1)
        return 0.1 if size == 0 else 10.0 ** (math.floor(math.log10(size) + 1e-9) - 1)

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        widest = self._empty_text or "0000000"
        return QSize(QFontMetrics(theme.body_font()).horizontalAdvance(widest) + 40, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(48, super().minimumSizeHint().height())

    def stepBy(self, steps: int) -> None:
        self._commit()
        if self._value is None:
            if steps <= 0:
                return
            value: Number = self._start()
        else:
            value = self._value + steps * self._size_of_step()
            value = round(value) if self._whole else float(f"{value:.10g}")
            if not self._limits.allow(value):
                wanted = value
                nearest = self._nearest(value)
                at_end = nearest == self._value
                value = self._value if nearest is None else nearest
                if at_end and self._empty_text is not None and wanted < self._limits.low:
                    self._put(None)
                    return
        self._put(value)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        both = QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        if self.isReadOnly():
            return QAbstractSpinBox.StepEnabledFlag.StepNone
        return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled if self._value is None else both

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return self._read(text)[0], text, position

    def fixup(self, text: str) -> str:
        return text

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A form that is scrolled must not change the numbers that pass under the pointer.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _plain(value: float) -> str:
    """The shortest text of a number: 0.001, 1e-05, 3000."""
    if float(value).is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(float(f"{value:.12g}"))
