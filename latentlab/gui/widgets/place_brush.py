"""A picture of the places of a z, to be painted on."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from latentlab.gui.widgets.image_view import ImageView

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_PAINT = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaceBrush(ImageView):
    """A picture with a square for each place; a drag paints, and so do the arrow keys with Space.

    Signals:
        painted: (row, column) of a place under the brush.
        stroke_ended: the button or the key is up again.
    """

    painted = Signal(object)
    stroke_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = self._columns = 0
        self._place: tuple[int, int] | None = None
        self._size = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def set_places(self, rows: int, columns: int) -> None:
        """Say how many places there are."""
        if (rows, columns) != (self._rows, self._columns):
            self._rows, self._columns, self._place = rows, columns, None
            self.update()

    def set_size(self, places: int) -> None:
        """Say how many places the brush is wide."""
        self._size = places
        self.update()

    def under_brush(self, place: tuple[int, int]) -> tuple[slice, slice]:
        """The rows and columns that a brush about a place covers."""
        before = (self._size - 1) // 2
        row, column = place[0] - before, place[1] - before
        return slice(max(0, row), max(0, row + self._size)), slice(max(0, column), max(0, column + self._size))

    def place_at(self, position: QPoint) -> tuple[int, int] | None:
        """The place under a point; None beside the picture."""
        area = self.image_rect()
        if self.image() is None or not self._rows or not area.contains(position):
            return None
        row = (position.y() - area.top()) * self._rows // area.height()
        column = (position.x() - area.left()) * self._columns // area.width()
        return row, column

    def _paint_at(self, place: tuple[int, int] | None) -> None:
        if place is not None:
            self.painted.emit(place)

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._paint_at(self.place_at(event.position().toPoint()))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place != self._place:
            self._place = place
            self.update()
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._paint_at(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.stroke_ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self._rows:
            row, column = self._place or (0, 0)
            down, right = _STEPS[key]
            self._place = min(max(row + down, 0), self._rows - 1), min(max(column + right, 0), self._columns - 1)
            self.update()
        elif key in _PAINT and self._place is not None:
            self._paint_at(self._place)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat() and event.key() in _PAINT:
            self.stroke_ended.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._place is None or self.image() is None:
            return
        rows, columns = self.under_brush(self._place)
        area = self.image_rect()
        high, wide = area.height() / self._rows, area.width() / self._columns
        bottom, right = min(rows.stop, self._rows), min(columns.stop, self._columns)
        square = QRectF(
            area.left() + columns.start * wide,
            area.top() + rows.start * high,
            (right - columns.start) * wide,
            (bottom - rows.start) * high,
        )
        painter = QPainter(self)
        for colour, inset in ((Qt.GlobalColor.black, 0.5), (Qt.GlobalColor.white, 1.5)):
            painter.setPen(QPen(colour, 1))
            painter.drawRect(square.adjusted(inset, inset, -inset, -inset))
