"""What tests do with a widget, and what they see of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

# Qt's platform without a screen says so whenever a menu opens.
NO_KEYBOARD_TO_GRAB = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")


def pixel(widget, point):
    return widget.grab().toImage().pixelColor(point)


def choose_from_menu(qtbot, widget, text, position=None):
    """Open the context menu as a right click does, and choose."""
    position = position or widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, position, widget.mapToGlobal(position))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == text)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
