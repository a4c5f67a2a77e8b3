"""A message that floats over the window, where a dialog would interrupt and a bar would shift what is looked at."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QEnterEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.environment import versions_text
from latentlab.gui import theme
from latentlab.gui.colours import Severity
from latentlab.gui.language import tr
from latentlab.gui.models.messages import Message
from latentlab.gui.widgets.flow_layout import FlowLayout

# Icon, first line of text and close button stand on one line of this height.
_LINE = 24
_WIDTH = 440
_SHOWN_MS, _READING_MS = 6_000, 60
"""How long what went well is shown, and at least for each character."""
SEVERITY_NAMES = {"info": tr("Note"), "success": tr("Done"), "warning": tr("Warning"), "error": tr("Error")}


class MessageBar(QFrame):
    """One message at a time: a plain sentence, what can be done about it, and the details for a report. Hidden without one.

    It lies over the lower right corner of its parent, or of the part that caused it. What went well goes away by itself, though
    not while the pointer or the keyboard's focus is on it; what went wrong stays until it is dismissed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._severity: Severity = "info"
        self._details: str | None = None
        self._waiting: Message | None = None
        self._at: QWidget | None = None
        self._remaining = -1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self._icon = QLabel()
        self._icon.setFixedHeight(_LINE)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setMinimumHeight(_LINE)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions, gap=theme.SPACING.SMALL, line_gap=theme.SPACING.TIGHT)
        self._copy = QPushButton(tr("Copy details"))
        self._copy.setToolTip(tr("Copy the technical details to the clipboard, for a report"))
        self._copy.clicked.connect(self.copy_details)
        self._close = QToolButton()
        self._close.setIcon(theme.icon("close"))
        self._close.setIconSize(QSize(16, 16))
        self._close.setFixedSize(_LINE, _LINE)
        self._close.setToolTip(tr("Dismiss this message"))
        self._close.setAccessibleName(tr("Dismiss this message"))
        self._close.clicked.connect(self._on_close)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACING.SMALL)
        words.addWidget(self._text)
        words.addWidget(self._actions)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.LARGE, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        if parent is not None:
            parent.installEventFilter(self)
        self.hide()

    def take(self, message: Message | None, at: QWidget | None = None) -> bool:
        """Show a message, or none; an unsolicited one waits until an error that is shown has been put away.

        Args:
            message: what is shown.
            at: the part of the window that caused it, over whose lower right corner it is shown.

        Returns:
            Whether the message is shown now.
        """
        if message is not None and message.unsolicited and not self.isHidden() and self._severity == "error":
            self._waiting = message
            return False
        self._waiting = None
        if message is None:
            self.dismiss()
        else:
            self._show_at(at)
            self.show_message(
                message.severity, message.text, details=message.details, actions=(*message.actions, *message.later)
            )
        return True

    @Slot()
    def _on_time(self) -> None:
        if self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self):
            self._timer.start(_SHOWN_MS)
        else:
            self._on_close()

    @Slot()
    def _on_close(self) -> None:
        self.dismiss()
        self.take(self._waiting)

    def show_message(
        self,
        severity: Severity,
        text: str,
        *,
        details: str | None = None,
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """Show a message in place of the last one.

        Args:
            severity: colour and icon.
            text: one plain sentence or two.
            details: for a report, copied by a button.
            actions: (label, what to call), each a button.
        """
        self._severity = severity
        self._details = details
        self._text.setText(text)
        self._text.setAccessibleName(f"{SEVERITY_NAMES[severity]}: {text}")
        self.setAccessibleName(f"{SEVERITY_NAMES[severity]}: {text}")
        while item := self._flow.takeAt(0):
            button = item.widget()
            if button is not None and button is not self._copy:
                button.deleteLater()
        for label, call in actions:
            self._flow.addWidget(_ActionButton(label, call))
        self._flow.addWidget(self._copy)
        self._copy.setVisible(details is not None)
        self._actions.setVisible(bool(actions) or details is not None)
        self._restyle()
        self.show()
        self._place()
        self.raise_()
        if severity in ("success", "info"):
            self._timer.start(max(_SHOWN_MS, _READING_MS * len(text)))
        else:
            self._timer.stop()

    def text(self) -> str:
        """The message that is shown."""
        return self._text.text()

    def severity(self) -> Severity:
        """The severity of the message that is shown."""
        return self._severity

    def dismiss(self) -> None:
        """Hide the message."""
        self._timer.stop()
        self.hide()

    def copy_details(self) -> None:
        """Put message, details and versions on the clipboard."""
        copy_report(self._text.text(), self._details)

    def _show_at(self, part: QWidget | None) -> None:
        """Follow a part of the window from now on; None is the whole of it."""
        for watched, follow in ((self._at, False), (part, True)):
            if watched is not None and watched is not self.parent():
                watched.installEventFilter(self) if follow else watched.removeEventFilter(self)
        self._at = part

    def _place(self) -> None:
        window, margin = self.parentWidget(), theme.SPACING.MEDIUM
        if window is None or self.isHidden():
            return
        part = self._at if self._at is not None and self._at.isVisible() else None
        foot = window.statusBar().height() if isinstance(window, QMainWindow) else 0
        room = QRect(part.mapTo(window, QPoint()), part.size()) if part else window.rect().adjusted(0, 0, 0, -foot)
        width = min(_WIDTH, max(room.width(), 280) - 2 * margin)
        size = QSize(width, self.heightForWidth(width))
        corner = room.topLeft() + QPoint(room.width() - size.width() - margin, room.height() - size.height() - margin)
        self.setGeometry(QRect(QPoint(max(corner.x(), margin), max(corner.y(), margin)), size))

    def _restyle(self) -> None:
        colour = theme.severity_colour(self._severity)
        self._icon.setPixmap(theme.icon_pixmap(self._severity, 16, colour, self.devicePixelRatioF()))
        self.update()

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()
        elif event.type() == QEvent.Type.FontChange:
            self._place()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._remaining = self._timer.remainingTime()
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return False

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._remaining >= 0:
            self._timer.start(self._remaining)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.severity_colour(self._severity))
        painter.drawRoundedRect(QRectF(4, 6, 3, self.height() - 12), 1.5, 1.5)


def copy_report(text: str, details: str | None) -> None:
    """Put a message, its details and the versions on the clipboard."""
    QGuiApplication.clipboard().setText("\n\n".join(part for part in (text, details, versions_text()) if part))


class _ActionButton(QPushButton):
    """A button that calls what it was given, whatever that is."""

    def __init__(self, label: str, call: Callable[[], object]) -> None:
        super().__init__(label)
        self._call = call
        self.setToolTip(theme.plain_tip(label))
        self.clicked.connect(self._run)

    def _run(self) -> None:
        self._call()
