"""A layout that sets its items side by side and starts a new line where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget

from latentlab.gui import theme


class FlowLayout(QLayout):
    """Items in reading order, each at its size hint."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Place the items, each in the middle of its line's height, and return the height they need."""
        left, top, height = area.x(), area.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if line and left + size.width() > area.x() + area.width():
                _place(line, height, move=move)
                left, top, height, line = area.x(), top + height + self._line_gap, 0, []
            line.append((item, QRect(QPoint(left, top), size)))
            left += size.width() + self._gap
            height = max(height, size.height())
        _place(line, height, move=move)
        return top + height - area.y()

    # Qt overrides

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size


def _place(line: list[tuple[QLayoutItem, QRect]], height: int, *, move: bool) -> None:
    for item, where in line if move else ():
        item.setGeometry(where.translated(0, (height - where.height()) // 2))


def group_of(*widgets: QWidget, spacing: int = theme.SPACING.TIGHT) -> QWidget:
    """Widgets beside each other that stay together where lines wrap."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    return holder
