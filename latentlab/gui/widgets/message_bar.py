"""A message inside the window, where a dialog would interrupt."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from latentlab.environment import versions_text
from latentlab.gui import theme
from latentlab.gui.models.messages import Message
from latentlab.gui.theme import Severity
from latentlab.gui.widgets.flow_layout import FlowLayout

# Icon, first line of text and close button stand on one line of this height.
_LINE = 24
_SEVERITY_NAMES = {"info": "Note", "success": "Done", "warning": "Warning", "error": "Error"}


class MessageBar(QFrame):
    """One message at a time: a plain sentence, what can be done about it, and the details for a report. Hidden without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._severity: Severity = "info"
        self._details: str | None = None
        self._waiting: Message | None = None
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
        self._copy = QPushButton("Copy details")
        self._copy.setToolTip("Copy the technical details to the clipboard, for a report")
        self._copy.clicked.connect(self.copy_details)
        self._close = QToolButton()
        self._close.setIcon(theme.icon("close"))
        self._close.setIconSize(QSize(16, 16))
        self._close.setFixedSize(_LINE, _LINE)
        self._close.setToolTip("Dismiss this message")
        self._close.setAccessibleName("Dismiss this message")
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
        self.hide()

    def take(self, message: Message | None) -> bool:
        """Show a message, or none; an unsolicited one waits until an error that is shown has been put away.

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
            self.show_message(message.severity, message.text, details=message.details, actions=message.actions)
        return True

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
            actions: (label, what to call), each a button; the message stays until it is dismissed.
        """
        self._severity = severity
        self._details = details
        self._text.setText(text)
        self._text.setAccessibleName(f"{_SEVERITY_NAMES[severity]}: {text}")
        self.setAccessibleName(f"{_SEVERITY_NAMES[severity]}: {text}")
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

    def text(self) -> str:
        """The message that is shown."""
        return self._text.text()

    def severity(self) -> Severity:
        """The severity of the message that is shown."""
        return self._severity

    def dismiss(self) -> None:
        """Hide the message."""
        self.hide()

    def copy_details(self) -> None:
        """Put message, details and versions on the clipboard."""
        parts = (self._text.text(), self._details, versions_text())
        QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))

    def _restyle(self) -> None:
        colour = QColor(theme.SEVERITY_COLOURS[self._severity])
        self._icon.setPixmap(theme.icon_pixmap(self._severity, 16, colour, self.devicePixelRatioF()))
        self.update()

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.SEVERITY_COLOURS[self._severity]))
        painter.drawRoundedRect(QRectF(4, 6, 3, self.height() - 12), 1.5, 1.5)


class _ActionButton(QPushButton):
    """A button that calls what it was given, whatever that is."""

    def __init__(self, label: str, call: Callable[[], object]) -> None:
        super().__init__(label)
        self._call = call
        self.setToolTip(theme.plain_tip(label))
        self.clicked.connect(self._run)

    def _run(self) -> None:
        self._call()
