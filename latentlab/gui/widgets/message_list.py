"""What was told so far: a list that opens over the status bar."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.messages import Kept
from latentlab.gui.widgets.message_bar import SEVERITY_NAMES, copy_report

_SIZE = QSize(480, 360)


class MessageList(QFrame):
    """Each message with its time and sentence, the newest first, and what can still be done; one that went wrong can be copied
    for a report."""

    def __init__(self, kept: Iterable[Kept], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("messageList")
        self.setAccessibleName(tr("Messages"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        column.setSpacing(theme.SPACING.MEDIUM)
        for one in kept:
            column.addWidget(_Row(one))
        if not column.count():
            empty = QLabel(tr("No messages yet."))
            theme.set_role(empty, "caption")
            column.addWidget(empty)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(rows)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(tr("Messages"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._scroll)
        self.resize(_SIZE)

    def open_over(self, button: QWidget) -> None:
        """Show the list with its lower right corner over a button's upper one."""
        corner = button.mapToGlobal(QPoint(button.width(), -theme.SPACING.TIGHT))
        self.move(corner - QPoint(self.width(), self.height()))
        self.show()
        first = self.findChild(QPushButton)
        (first or self._scroll).setFocus(Qt.FocusReason.PopupFocusReason)

    def texts(self) -> list[str]:
        """The sentences, from top to bottom."""
        return [row.text for row in self.findChildren(_Row)]


class _Row(QWidget):
    def __init__(self, kept: Kept) -> None:
        super().__init__()
        message = kept.message
        self.text = message.text
        icon = QLabel()
        icon.setPixmap(
            theme.icon_pixmap(message.severity, 16, theme.severity_colour(message.severity), self.devicePixelRatioF())
        )
        icon.setAccessibleName(SEVERITY_NAMES[message.severity])
        time = QLabel(f"{kept.time:%H:%M:%S}")
        theme.set_role(time, "caption")
        text = QLabel(message.text)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.SMALL)
        for part in (icon, time):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        for label, act in message.later:
            button = QPushButton(label)
            button.setProperty("narrow", True)
            button.setAccessibleName(f"{label}: {message.text}")
            button.clicked.connect(partial(self._act, act))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if message.severity in ("error", "warning"):
            copy = QPushButton(tr("Copy details"))
            copy.setProperty("narrow", True)
            copy.setToolTip(tr("Copy the message, its technical details and the versions, for a report"))
            copy.setAccessibleName(tr("Copy details of: {text}", text=message.text))
            copy.clicked.connect(partial(self._copy, message.details))
            row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)

    def _act(self, act: Callable[[], object]) -> None:
        self.window().close()
        act()

    @Slot()
    def _copy(self, details: str | None) -> None:
        copy_report(self.text, details)
