"""Where the window stands and how large it is: on a screen that is there, and not larger than it."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SETUP_WIDTHS = (312, 336)
"""The least width of the set-up in which no setting is cut off, and the usual one, in pixels."""
USUAL = QSize(1280, 800)
SMALLEST = QSize(960, 640)
_FRAME = QSize(16, 48)
"""Room for the frame that the system draws around a window, which is not known before the window is shown."""


def place(window: QWidget, geometry: object) -> None:
    """Give a window its stored place, or its usual size where none is stored, within a screen that is there.

    Args:
        window: not shown yet.
        geometry: what `saveGeometry` gave, in this or another version, with these or other screens; anything else is ignored.
    """
    restored = isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)
    under = QGuiApplication.screenAt(window.frameGeometry().center()) if restored else None
    screen = under or QGuiApplication.primaryScreen()
    if screen is None:
        window.resize(USUAL)
        return
    room = screen.availableGeometry()
    largest = (room.size() - _FRAME).expandedTo(QSize(1, 1))
    window.setMinimumSize(SMALLEST.boundedTo(largest))
    if window.isMaximized() or window.isFullScreen():
        return
    size = (window.size() if restored else USUAL).boundedTo(largest)
    if not restored:
        window.resize(size)
    elif size != window.size() or not _is_within(window.frameGeometry(), room):
        window.resize(size)
        window.move(room.topLeft() + _middle(room.size(), size + _FRAME))


def _is_within(frame: QRect, room: QRect) -> bool:
    """Whether enough is visible to take hold of: the top edge and half the width."""
    visible = frame.intersected(room)
    return room.top() <= frame.top() < room.bottom() - _FRAME.height() and visible.width() * 2 >= frame.width()


def _middle(room: QSize, size: QSize) -> QPoint:
    free = room - size
    return QRect(0, 0, max(0, free.width()), max(0, free.height())).center()
