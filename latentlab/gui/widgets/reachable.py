"""Tool bars by keyboard: Qt leaves the buttons of actions out of the Tab order."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolBar, QToolButton

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


def make_reachable(bar: QToolBar) -> None:
    """Put the buttons of a tool bar's actions into the Tab order, let the arrow keys go from one to the next, and keep it shown."""
    bar.toggleViewAction().setVisible(False)  # nobody who hid it would find it again
    _Arrows(bar)


class _Arrows(QObject):
    def __init__(self, bar: QToolBar) -> None:
        super().__init__(bar)
        found = (bar.widgetForAction(action) for action in bar.actions())
        self._buttons = [button for button in found if isinstance(button, QToolButton)]
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.installEventFilter(self)
            action = button.defaultAction()
            button.setAccessibleName(action.text())
            button.setAccessibleDescription(action.toolTip())

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            assert isinstance(watched, QToolButton)
            place = self._buttons.index(watched) + _STEPS[Qt.Key(event.key())]
            self._buttons[place % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            assert isinstance(watched, QToolButton)
            watched.click()
            return True
        return False
