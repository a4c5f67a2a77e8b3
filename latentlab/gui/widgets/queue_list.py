"""The entries of the queue, in the order in which they are run; dragged, or moved with the keyboard, to another place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from latentlab.gui import theme
from latentlab.gui.language import tr

_ROW = 54
_BAR = 3
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class QueueRow:
    """An entry, as it is shown.

    Attributes:
        number: names it.
        title: what it is.
        state: what has become of it.
        words: how far it is, or why it failed.
        share: of it that is done; None shows no bar.
        failed, running: whether it is.
    """

    number: str
    title: str
    state: str
    words: str
    share: float | None = None
    failed: bool = False
    running: bool = False


class QueueList(QListWidget):
    """Alt+Up and Alt+Down move the current entry, Delete removes it, Return opens its run.

    Signals:
        moved: an entry's number, and the place it goes to, from 0.
        removed, opened: an entry's number.
    """

    moved = Signal(str, int)
    removed = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: tuple[QPoint, str] | None = None
        self._gap: int | None = None
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Queue"))
        self.setToolTip(tr("In the order in which they are run. Drag an entry to move it (Alt+Up, Alt+Down)."))
        self.itemDoubleClicked.connect(self._on_double_clicked)

    @property
    def current(self) -> str | None:
        """Number of the current entry."""
        row: QueueRow | None = self.currentIndex().data(_ENTRY)
        return row.number if row is not None else None

    def rows(self) -> list[QueueRow]:
        """What is shown."""
        return [self.item(place).data(_ENTRY) for place in range(self.count())]

    def set_rows(self, rows: Sequence[QueueRow]) -> None:
        """Show these; the current entry stays current, or the one that takes its place."""
        current, place = self.current, max(self.currentRow(), 0)
        self.blockSignals(True)
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem(QListWidgetItem())
        for number, row in enumerate(rows):
            item = self.item(number)
            if item.data(_ENTRY) != row:
                item.setData(_ENTRY, row)
                item.setText(f"{row.title}, {row.state}, {row.words}")
                item.setToolTip(theme.plain_tip(row.words) if row.failed else "")
        numbers = [row.number for row in rows]
        self.setCurrentRow(numbers.index(current) if current in numbers else min(place, len(rows) - 1))
        self.blockSignals(False)
        if self.current != current:
            self.currentRowChanged.emit(self.currentRow())

    def choose(self, number: str) -> bool:
        """Make an entry the current one; whether there is such an entry."""
        place = self._place(number)
        if place is not None:
            self.setCurrentRow(place)
        return place is not None

    def move_current(self, places: int) -> None:
        """Move the current entry up (negative) or down."""
        to = self.currentRow() + places
        if self.current is not None and 0 <= to < self.count():
            self.moved.emit(self.current, to)

    @Slot(QListWidgetItem)
    def _on_double_clicked(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_ENTRY).number)

    def _place(self, number: str) -> int | None:
        return next((place for place, row in enumerate(self.rows()) if row.number == number), None)

    def _gap_at(self, at: QPoint) -> int:
        """The gap between entries that is nearest, counted from the one above all."""
        top = self.visualItemRect(self.item(0)).top()
        return min(max(round((at.y() - top) / _ROW), 0), self.count())

    def _drop(self, number: str, gap: int) -> None:
        here = self._place(number)
        if here is not None and gap not in (here, here + 1):
            self.moved.emit(number, gap - (gap > here))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alone = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Escape and self._pressed is not None:
            self._pressed = self._gap = None
            self.viewport().update()
        elif alone and event.key() == Qt.Key.Key_Delete and self.current is not None:
            self.removed.emit(self.current)
        elif alone and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        if self._gap is not None or (at - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
            self._gap = self._gap_at(at)
            self.scrollTo(self.model().index(min(self._gap, self.count() - 1), 0))
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        item = self.itemAt(at)
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = (at, item.data(_ENTRY).number) if left and item is not None else None
        self._gap = None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, gap = self._pressed, self._gap
        self._pressed = self._gap = None
        self.viewport().update()
        if pressed is not None and gap is not None:
            self._drop(pressed[1], gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None or not self.count():
            return
        painter = QPainter(self.viewport())
        top = self.visualItemRect(self.item(0)).top() + self._gap * _ROW
        painter.fillRect(QRect(0, max(top - 1, 0), self.viewport().width(), 2), theme.accent(self.palette()))


class _RowDelegate(QStyledItemDelegate):
    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: QueueRow | None = index.data(_ENTRY)
        widget, area = option.widget, option.rect.adjusted(theme.SPACING.SMALL, 6, -theme.SPACING.SMALL, -6)
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        if row is None:
            return
        palette = widget.palette()
        muted = theme.muted(QGuiApplication.palette())  # under a style sheet a widget's own is half transparent
        error = theme.error_colour(palette)
        upper, lower = QRect(area), QRect(area)
        upper.setHeight(20)
        lower.setTop(upper.bottom() + 1)
        lower.setHeight(16)
        painter.setFont(theme.caption_font())
        state = error if row.failed else palette.link().color() if row.running else muted
        _write(painter, upper, row.state, state, Qt.AlignmentFlag.AlignRight)
        upper.setRight(upper.right() - painter.fontMetrics().horizontalAdvance(row.state) - theme.SPACING.SMALL)
        painter.setFont(theme.title_font())
        _write(painter, upper, row.title, palette.text().color())
        painter.setFont(theme.tabular(theme.caption_font()))
        _write(painter, lower, row.words, error if row.failed else muted)
        if row.share is not None:
            bar = QRect(area.left(), area.bottom() - _BAR + 3, area.width(), _BAR)
            painter.fillRect(bar, theme.border(palette))
            bar.setWidth(round(bar.width() * row.share))
            painter.fillRect(bar, theme.accent(palette))


def _write(
    painter: QPainter, where: QRect, words: str, colour: QColor, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> None:
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
