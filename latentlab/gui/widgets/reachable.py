"""Tool bars by keyboard: Qt leaves the buttons of actions out of the Tab order."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QToolBar, QToolButton

_STEPS = {
    Qt.Orientation.Vertical: {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1},
    Qt.Orientation.Horizontal: {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1},
}


def make_reachable(bar: QToolBar) -> None:
    """Put a tool bar's buttons into the Tab order, let the arrow keys go from one to the next, and keep the bar shown."""
    bar.toggleViewAction().setVisible(False)  # nobody who hid it would find it again
    _Arrows(bar)


class _Arrows(QObject):
    def __init__(self, bar: QToolBar) -> None:
        super().__init__(bar)
        self._bar = bar
        found = (bar.widgetForAction(action) for action in bar.actions())
        self._buttons = [button for button in found if isinstance(button, QToolButton)]
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.installEventFilter(self)
            action: QAction | None = button.defaultAction()
            if action is not None:
                button.setAccessibleName(action.text())
                button.setAccessibleDescription(action.toolTip())

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(watched, QToolButton)
        key, steps = Qt.Key(event.key()), _STEPS[self._bar.orientation()]
        if key in steps:
            self._go(self._buttons.index(watched), steps[key])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            watched.click()
            return True
        return False

    def _go(self, place: int, step: int) -> None:
        """To the next button that can be used, round and round."""
        for distance in range(1, len(self._buttons)):
            button = self._buttons[(place + step * distance) % len(self._buttons)]
            if button.isEnabled() and button.isVisible():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return
