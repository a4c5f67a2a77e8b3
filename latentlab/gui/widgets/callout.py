"""A box that points at a part of the window and says what it is for."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr

_WIDTH = 320
_RING = 3


class Callout(QFrame):
    """A title, a few sentences, and buttons for the way on, back and out; a ring around what it points at.

    Signals:
        forward, back: go to the next or the one before.
        skipped: be rid of it.
    """

    forward = Signal()
    back = Signal()
    skipped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("callout")
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ring = _Ring(parent)
        self._target: QWidget | None = None
        self._title, self._text, self._place = QLabel(), QLabel(), QLabel()
        self._title.setFont(theme.title_font())
        self._text.setWordWrap(True)
        theme.set_role(self._place, "caption")
        self.skip_button, self.back_button, self.next_button = (
            QPushButton(tr("Skip")),
            QPushButton(tr("Back")),
            QPushButton(tr("Next")),
        )
        theme.set_primary(self.next_button)
        for button, signal, tip in (
            (self.skip_button, self.skipped, tr("End the tour (Esc)")),
            (self.back_button, self.back, tr("The step before (Left)")),
            (self.next_button, self.forward, tr("The next step (Right)")),
        ):
            button.setToolTip(tip)
            button.clicked.connect(signal)
            button.installEventFilter(self)
        buttons = QHBoxLayout()
        buttons.addWidget(self._place, 1)
        for button in (self.skip_button, self.back_button, self.next_button):
            buttons.addWidget(button)
        self._layout = layout = QVBoxLayout(self)
        margin = theme.SPACING.LARGE
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addLayout(buttons)
        parent.installEventFilter(self)

    def point_at(self, target: QWidget | None, title: str, text: str, number: int, count: int) -> None:
        """Say something about a part of the window; None is the window itself."""
        self._target = target
        self._title.setText(title)
        self._text.setText(text)
        self._place.setText(tr("{number} of {count}", number=number, count=count))
        self.setAccessibleName(
            tr("Tour, {number} of {count}: {title}. {text}", number=number, count=count, title=title, text=text)
        )
        self.back_button.setEnabled(number > 1)
        self.next_button.setText(tr("Done") if number == count else tr("Next"))
        self.show()
        self._place_all()
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def target_rect(self) -> QRect:
        """What is pointed at, in the parent's coordinates; empty where that is the window."""
        parent, target = self.parentWidget(), self._target
        if parent is None or target is None or not target.isVisible():
            return QRect()
        return QRect(target.mapTo(parent, QPoint()), target.size()).intersected(parent.rect())

    def _place_all(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        around, room = self.target_rect(), parent.rect().adjusted(8, 8, -8, -8)
        self._layout.activate()
        size = QSize(_WIDTH, max(self.heightForWidth(_WIDTH), self.sizeHint().height()))
        self._ring.setVisible(not around.isNull())
        if around.isNull():
            self.setGeometry(QRect(room.center() - QPoint(size.width() // 2, size.height() // 2), size))
        else:
            self._ring.setGeometry(around.adjusted(-_RING, -_RING, _RING, _RING))
            self.setGeometry(QRect(_beside(around, size, room), size))
        self._ring.raise_()
        self.raise_()

    def _take_key(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_Escape:
                self.skipped.emit()
            case Qt.Key.Key_Right:
                self.forward.emit()
            case Qt.Key.Key_Left:
                self.back.emit()
            case _:
                return False
        return True

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.parent() and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(Qt.Key(event.key()))
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place_all()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ring.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(Qt.Key(event.key())):
            super().keyPressEvent(event)


class _Ring(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent(self.palette()), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)


def _beside(around: QRect, size: QSize, room: QRect) -> QPoint:
    """Where a box stands at the right of something, else at its left, below or above it, else over its middle."""
    gap = theme.SPACING.MEDIUM
    places = (
        QPoint(around.right() + gap, around.top()),
        QPoint(around.left() - gap - size.width(), around.top()),
        QPoint(around.left(), around.bottom() + gap),
        QPoint(around.left(), around.top() - gap - size.height()),
    )
    for number, place in enumerate(places):
        box = QRect(place, size)
        box.moveTop(min(max(box.top(), room.top()), room.bottom() - size.height())) if number < 2 else None
        box.moveLeft(min(max(box.left(), room.left()), room.right() - size.width())) if number > 1 else None
        if room.contains(box) and not box.intersects(around):
            return box.topLeft()
    return around.center() - QPoint(size.width() // 2, size.height() // 2)
