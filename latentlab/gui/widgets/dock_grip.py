"""A slim handle in the place of a dock's title bar: panes carry titles of their own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr

_HEIGHT = 10
_DOT, _GAP, _DOTS = 2, 4, 5


class DockGrip(QWidget):
    """Dots to drag a pane by; Qt moves the dock, since this widget leaves the mouse to it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setToolTip(tr("Drag to move “{title}”; double-click to let it float. The menu ≡ has “Reset layout”.", title=title))
        self.setAccessibleName(tr("Handle of {title}", title=title))
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        width = _DOTS * _DOT + (_DOTS - 1) * _GAP
        left, top = (self.width() - width) // 2, (self.height() - _DOT) // 2
        for dot in range(_DOTS):
            painter.fillRect(left + dot * (_DOT + _GAP), top, _DOT, _DOT, theme.border(self.palette()))

    def sizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)
