"""A ring around what has the keyboard's focus, where the control itself shows none."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from latentlab.gui import theme

_SHOW_IT = (QPushButton, QToolButton, QLineEdit, QAbstractSpinBox, QComboBox)
"""Their frames change colour, which the style sheet says."""
_WIDTH = 2
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Lies over a window and follows the focus; one that a click of the mouse gives is not marked."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        for widget in filter(isValid, self._followed):
            widget.removeEventFilter(self)
        self._followed = []
        window = self.parentWidget()
        # Neither a click nor a control that was hidden or disabled under the focus has asked for it.
        lost = before is not None and not (before.isVisible() and before.isEnabled())
        unasked = lost or QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is None or now.window() is not window or isinstance(now, _SHOW_IT) or unasked or now is window:
            self.hide()
            return
        at: QWidget | None = now
        while at is not None and at is not window:
            at.installEventFilter(self)
            self._followed.append(at)
            at = at.parentWidget()
        self._place()

    def _place(self) -> None:
        """Around the focused widget, as far as what it is scrolled in shows it."""
        window, target = self.parentWidget(), self._followed[0]
        assert window is not None
        shown = QRect(target.mapTo(window, QPoint()), target.size()).adjusted(-_WIDTH, -_WIDTH, _WIDTH, _WIDTH)
        for around in self._followed[1:]:
            if isinstance(around.parentWidget(), QAbstractScrollArea):
                shown = shown.intersected(QRect(around.mapTo(window, QPoint()), around.size()))
        shown = shown.intersected(window.rect())
        self.setVisible(target.isVisible() and not shown.isEmpty())
        if shown.isEmpty():
            return
        self.setGeometry(shown)
        inside = self.rect().adjusted(_WIDTH + 1, _WIDTH + 1, -_WIDTH - 1, -_WIDTH - 1)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inside)))  # what is drawn within costs nothing more
        self.raise_()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED and self._followed and isValid(self._followed[0]):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.focus_colour(self.palette()), _WIDTH))
        half = _WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 4, 4)
