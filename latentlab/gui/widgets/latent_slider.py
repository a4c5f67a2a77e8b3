"""One latent dimension, or one principal component: its name, what it tells, a slider, a lock and its exact value."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from latentlab.explore.requests.texts import dim_name
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.exact_value_box import WIDEST_VALUE, ExactValueBox
from latentlab.gui.widgets.marked_slider import MarkedSlider
from latentlab.gui.widgets.number_box import Limits

# The bar under the name is full at this many nats: a dimension at about 150 distinguishable values.
FULL_BAR_NATS = 5.0


class LatentSlider(QWidget):
    """A row for dimension `dimension`; a value typed beyond the slider's ends is kept while the handle rests at the end.

    A digit pressed on the slider begins a number in the field; Return takes it and Escape leaves it, back to the slider.

    Signals:
        value_changed: (dimension, value) after a user changed it, or `set_value` with `notify`.
        lock_changed: (dimension, whether it is locked) after a user changed it.
        row_wanted: (dimension, −1 for the row above or 1 for the one below).
        settled: a drag, a key press or a number is over: what changes next is another change.
    """

    value_changed = Signal(object)
    lock_changed = Signal(object)
    row_wanted = Signal(object)
    settled = Signal()

    def __init__(self, dimension: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dimension = dimension
        self._value = 0.0
        self._reset_value = 0.0
        self._reach = 3.0
        self._limit = WIDEST_VALUE
        self._about = ""
        self._name = _Name(self)
        self._box = ExactValueBox()
        self._slider = MarkedSlider(self)
        self._slider.valueChanged.connect(self._slid)
        self._slider.settled.connect(self.settled)
        self._slider.zero_wanted.connect(self._set_zero)
        self._slider.row_wanted.connect(self._ask_row)
        self._slider.typed.connect(self._box.begin)
        self._lock = _Lock(self)
        self._lock.clicked.connect(self._on_lock)
        self._box.value_changed.connect(self._typed)
        self._box.editingFinished.connect(self.settled)
        self.setFocusProxy(self._slider)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 1)
        layout.addWidget(self._name)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._lock)
        layout.addWidget(self._box)
        layout.setSpacing(theme.SPACING.TIGHT)
        self.show_dimension(dimension)
        self._show()

    def show_dimension(self, dimension: int) -> None:
        """Be the row of another dimension."""
        self._take_name(
            dimension,
            dim_name(dimension),
            tr("Latent dimension"),
            tr("exact value from −{limit:.0f} to {limit:.0f}", limit=WIDEST_VALUE),
        )
        self._lock.show()
        self._say_measure(math.nan, "", 0.0, "")

    def show_component(self, component: int) -> None:
        """Be the row of a principal component, which the reader counts from 1."""
        self._take_name(component, f"c{component + 1}", tr("Principal component"), tr("standard deviations along it"))
        self._lock.hide()
        self._say_measure(math.nan, "", 0.0, "")

    def set_longest_name(self, text: str) -> None:
        """Keep room for a name, so that the sliders of all rows are as long."""
        self._name.set_longest(text)

    @property
    def dimension(self) -> int:
        """The index of the dimension or component."""
        return self._dimension

    @property
    def is_held(self) -> bool:
        """Whether a hand is on the slider."""
        return self._slider.isSliderDown()

    def build_menu(self) -> QMenu:
        """The context menu; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Reset {text} to its start", text=self._name.text), self.reset)
        menu.addAction(tr("Set {text} to 0", text=self._name.text), self._set_zero)
        if not self._lock.isHidden():
            menu.addAction(
                tr("Unlock {name}" if self._lock.isChecked() else "Lock {name}", name=self._name.text), self._lock.click
            )
        return menu

    def set_locked(self, locked: bool) -> None:
        """Show whether the dimension keeps its value."""
        if locked != self._lock.isChecked():
            self._lock.setChecked(locked)
            self._lock.describe(self._name.text)

    def value(self) -> float:
        """The value of the dimension."""
        return self._value

    def set_value(self, value: float, *, notify: bool = False) -> None:
        """Show a value; `value_changed` tells only with `notify`."""
        value = min(max(float(value), -self._limit), self._limit)
        changed = value != self._value
        self._value = value
        self._show()
        if notify and changed:
            self.value_changed.emit((self._dimension, value))

    def reset(self) -> None:
        """Go back to the reset value, and tell."""
        self.set_value(self._reset_value, notify=True)
        self.settled.emit()

    def set_reset_value(self, value: float) -> None:
        """The value that a double click on the name goes back to."""
        self._reset_value = float(value)

    def set_reach(self, reach: float) -> None:
        """The value at the slider's right end; at its left end is its negative, and 0 in the middle.

        Raises:
            ValueError: it is not positive.
        """
        if not reach > 0:
            raise ValueError(f"a slider cannot reach {reach}")
        if reach == self._reach:
            return
        self._reach = float(reach)
        self._limit = max(WIDEST_VALUE, self._reach)
        self._box.set_limits(Limits(-self._limit, self._limit))
        self._slider.set_reach(self._reach)
        self._show()

    def set_marks(self, mean: float | None, std: float | None = None) -> None:
        """Show where the posterior of the current image lies, as a bar from μ−σ to μ+σ; None shows none."""
        spread = std or 0.0
        self._slider.set_posterior(None if mean is None else (mean - spread, mean + spread))

    def set_aggregate(self, marks: tuple[float, ...] | None) -> None:
        """Show where the aggregate posterior lies: its lower end, mean − std, mean + std and upper end; None shows none."""
        self._slider.set_aggregate(marks)

    def set_kl(self, kl: float) -> None:
        """Show the KL of the dimension in nats."""
        self._say_measure(kl, f"{kl:.2f}", kl / FULL_BAR_NATS, tr("KL {kl:.2f} nats; ", kl=kl))

    def set_share(self, share: float) -> None:
        """Show which share of the variance of the posterior means lies along the component."""
        text = f"{share:.0%}" if share >= 0.0095 else f"{share:.1%}"
        self._say_measure(share, text, share, tr("{share:.1%} of the variance of the posterior means; ", share=share))

    def _show(self) -> None:
        self._slider.show_value(self._value)
        self._box.show_value(self._value)

    def _slid(self) -> None:
        self.set_value(self._slider.shown_value(), notify=True)

    @Slot()
    def _set_zero(self) -> None:
        self.set_value(0.0, notify=True)
        self.settled.emit()

    @Slot(int)
    def _ask_row(self, by: int) -> None:
        self.row_wanted.emit((self._dimension, by))

    def _typed(self, value: object) -> None:
        assert isinstance(value, int | float)
        self.set_value(value, notify=True)

    def _take_name(self, dimension: int, name: str, kind: str, value: str) -> None:
        self._dimension = dimension
        self._name.set_text(name)
        self._slider.setAccessibleName(f"{kind} {name}")
        self._box.setAccessibleName(tr("Exact value of {name}", name=name))
        self._box.setToolTip(f"{name}, {value}")
        self._lock.describe(name)

    def _say_measure(self, measure: float, text: str, part: float, words: str) -> None:
        self._name.set_measure(text if math.isfinite(measure) else "", part)
        about = tr(
            "{text}: {words}double-click on the name resets",
            text=self._name.text,
            words=words if math.isfinite(measure) else "",
        )
        if about != self._about:
            self._about = about
            self.setToolTip(about)
            self._slider.setAccessibleDescription(about)

    @Slot()
    def _on_lock(self) -> None:
        self._lock.describe(self._name.text)
        self.lock_changed.emit((self._dimension, self._lock.isChecked()))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._box.fit_font()
            self._name.updateGeometry()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.build_menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_L and not event.modifiers() and not self._lock.isHidden():
            self._lock.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape) and self._box.hasFocus():
            if event.key() == Qt.Key.Key_Escape:
                self._box.set_value(self._value)
            self._slider.setFocus()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._lock.set_near(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._lock.set_near(False)

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
    """The name with what it tells beside it and as a bar under it; painted, since there are many."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self._longest = ""
        self._measure, self._part = "", 0.0
        # The row under it answers clicks, so that the whole of it resets alike.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_text(self, text: str) -> None:
        if text != self.text:
            self.text = text
            self.updateGeometry()
            self.update()

    def set_longest(self, text: str) -> None:
        if text != self._longest:
            self._longest = text
            self.updateGeometry()

    def set_measure(self, text: str, part: float) -> None:
        if (text, part) != (self._measure, self._part):
            self._measure, self._part = text, part
            self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        body = QFontMetrics(theme.tabular(theme.body_font()))
        caption = QFontMetrics(theme.tabular(theme.caption_font()))
        name = max(body.horizontalAdvance(self.text), body.horizontalAdvance(self._longest))
        width = name + theme.SPACING.TIGHT + caption.horizontalAdvance("00.00")
        return QSize(width, body.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        text = self.rect().adjusted(0, 0, 0, -4)
        painter.setFont(theme.tabular(theme.body_font()))
        painter.setPen(palette.windowText().color())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.text)
        if not self._measure:
            return
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(palette))
        painter.drawText(text, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._measure)
        track = QRectF(0, self.height() - 4, self.width(), 2)
        painter.fillRect(track, theme.border(palette))
        track.setWidth(track.width() * min(max(self._part, 0.0), 1.0))
        painter.fillRect(track, theme.quantity_colour("rate"))


class _Lock(QAbstractButton):
    """A padlock: there when it is closed, or when the pointer is near; its place is always kept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._near = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the key L on the slider does the same
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(14, 18)

    def set_near(self, near: bool) -> None:
        if near != self._near:
            self._near = near
            self.update()

    def describe(self, name: str) -> None:
        self.setAccessibleName(tr("Lock {name}", name=name))
        self.setToolTip(
            tr("{name} is locked: only its own slider and a new start image move it (L).", name=name)
            if self.isChecked()
            else tr(
                "Lock {name}: random draws, reset, pasting, files, components and other panes leave it as it is (L).", name=name
            )
        )

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        locked = self.isChecked()
        if not (locked or self._near):
            return
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = palette.windowText().color() if locked or self.underMouse() else theme.muted(palette)
        painter.setPen(QPen(colour, 1.4))
        left, top = self.width() / 2 - 4, self.height() / 2 - 1
        # The shackle: closed over the body, or swung out to the right.
        shackle = QRectF(left + (1.7 if locked else 4.7), top - 5, 4.6, 8)
        painter.drawArc(shackle, 0, 180 * 16)
        painter.drawLine(QPointF(shackle.left(), top - 1), QPointF(shackle.left(), top))
        if locked:
            painter.drawLine(QPointF(shackle.right(), top - 1), QPointF(shackle.right(), top))
        if locked:
            painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left, top, 8, 6), 1.2, 1.2)
