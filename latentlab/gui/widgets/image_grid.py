"""A grid of images with a label to every row and column: traversals, interpolations."""

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QScrollBar, QWidget

from latentlab.drawing.sheet import POINTS_A_MM
from latentlab.explore.grid_sheet import grid_sheet
from latentlab.explore.requests.values import PictureGrid
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.widgets import grid_marks, paper, pixels
from latentlab.gui.widgets.grid_labels import GridLabels, has_room_under
from latentlab.gui.widgets.grid_layout import GridLayout, lay_out, next_side
from latentlab.gui.widgets.image_canvas import Cell, ImageCanvas

_BAR = 10
"""Thickness of a scroll bar, pixels."""
_NOTCH = 120
"""Of a wheel, as Qt counts."""
_STEPS_A_NOTCH = 3
"""Which are an image."""

_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
"""Rows and columns that an arrow key moves by."""


class ImageGrid(ImageCanvas):
    """R × S images, as large as fits or as is chosen; where they do not fit it scrolls, and its labels stay in sight.

    Signals:
        cell_clicked: (row, column) of the image that was clicked, or chosen with the arrow keys and Return.
        side_wanted: the wheel was turned with Ctrl: the longer side that images are to have, in pixels; None for as fits.
        side_changed: the side that they have now.
    """

    cell_clicked = Signal(object)
    side_wanted = Signal(object)
    side_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, least: int = 0) -> None:
        """An empty grid, whose images do not become smaller than `least` by themselves; 0 lets them all be seen at once."""
        super().__init__(tr("No grid yet"), parent)
        self._grid: PictureGrid | None = None
        self._labels = GridLabels()
        self._highlight: Cell | None = None
        self._marks: Sequence[tuple[float, float]] = ()
        self._least = least
        self._side: int | None = None
        self._turned = 0
        self._across = QScrollBar(Qt.Orientation.Horizontal, self)
        self._down = QScrollBar(Qt.Orientation.Vertical, self)
        for bar in (self._across, self._down):
            bar.setCursor(Qt.CursorShape.ArrowCursor)
            bar.hide()
            bar.valueChanged.connect(self._on_scrolled)
        self._layout = self._laid_out()
        self.side_wanted.connect(self.set_side)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Grid of images"))
        self.setMinimumSize(120, 80)

    def set_grid(self, images: NDArray[Any] | None, row_labels: Sequence[str] = (), column_labels: Sequence[str] = ()) -> None:
        """Show uint8 images (R, S, H, W, C), or the empty text for None.

        Raises:
            ValueError: the array has another shape or type, or the labels do not match it.
        """
        self._images = [] if images is None else _converted(images, row_labels, column_labels)
        self._grid = None if images is None else PictureGrid(images, tuple(row_labels), tuple(column_labels))
        self._labels = GridLabels(tuple(map(translated, row_labels)), tuple(map(translated, column_labels)))
        self._marks = ()
        if self._highlight and not _holds(self._images, self._highlight):
            self._highlight = None
        self._hover = None
        self._lay_out()

    def set_marks(self, places: Sequence[tuple[float, float]]) -> None:
        """Mark places by (row, column), which lie between images where they are no whole numbers, until the next grid."""
        self._marks = places
        self.update()

    def set_highlight(self, cell: Cell | None) -> None:
        """Mark one cell as the current one, or none."""
        self._highlight = cell if cell and _holds(self._images, cell) else None
        self.update()

    def highlight(self) -> Cell | None:
        """The cell that is marked."""
        return self._highlight

    @Slot(object)
    def set_side(self, side: int | None) -> None:
        """Give images a longer side in pixels; None makes them as large as fits."""
        if side != self._side:
            self._side = side
            self._lay_out()

    @property
    def fits(self) -> bool:
        """Whether images are as large as fits."""
        return self._side is None

    def side(self) -> int:
        """The longer side that images have, in pixels."""
        cell = self._layout.cell
        return max(cell.width(), cell.height())

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where an image stands in the widget."""
        return self._layout.rect(row, column)

    def reveal(self, cell: Cell) -> None:
        """Scroll as little as shows an image whole."""
        self._scroll_to(self._layout.revealing(*cell))

    def picture(self) -> QImage | None:
        """All of it, with what is scrolled out of sight."""
        if self._layout.hidden.isNull():
            return super().picture()
        seen, size = self._layout, self._layout.labels + self._layout.content
        self._layout = seen.whole()
        try:
            return pixels.picture_by(self._paint_whole, size, self.palette())
        finally:
            self._layout = seen

    def figure(self, ending: str, width_mm: float) -> bytes:
        if self._grid is None:
            return super().figure(ending, width_mm)
        sheet = grid_sheet(self._grid, width_mm * POINTS_A_MM, labels=True)
        return paper.sheet_file(sheet, self.accessibleName(), ending)

    def build_menu(self) -> QMenu:
        menu = super().build_menu()
        if not self.fits:
            menu.addAction(tr("Fit images to the room"), self._fit)
        return menu

    @Slot()
    def _fit(self) -> None:
        self.side_wanted.emit(None)

    def _paint_whole(self, painter: QPainter) -> None:
        self._draw(painter)
        self._outline(painter)

    # Laying out

    def _laid_out(self) -> GridLayout:
        if not self._images or not self._images[0]:
            return GridLayout((0, 0), QSize(0, 0), QSize(0, 0), self.rect(), QPoint())
        shape, image, ratio = (len(self._images), len(self._images[0])), self._images[0][0].size(), self.devicePixelRatioF()
        for under in (True, False):
            found = lay_out(
                shape, image, self._labels.room(under=under), self.size(), _BAR, side=self._side, least=self._least, ratio=ratio
            )
            if has_room_under(found):
                break
        return found

    def _lay_out(self) -> None:
        """Take the sizes that there are now, scrolled as before."""
        offset, side = self._layout.offset, self.side()
        self._scroll_to(self._laid_out().scrolled(offset))
        if self.side() != side:
            self.side_changed.emit(self.side())

    def _scroll_to(self, layout: GridLayout) -> None:
        self._layout = layout
        most, view, cell = layout.hidden, layout.view, layout.cell
        for bar, hidden, at, page, step in (
            (self._across, most.width(), layout.offset.x(), view.width(), cell.width()),
            (self._down, most.height(), layout.offset.y(), view.height(), cell.height()),
        ):
            bar.blockSignals(True)
            bar.setRange(0, hidden)
            bar.setPageStep(page)
            bar.setSingleStep(max(1, (step + pixels.GUTTER) // _STEPS_A_NOTCH))
            bar.setValue(at)
            bar.blockSignals(False)
            bar.setVisible(hidden > 0 and any(self._images))
        self._across.setGeometry(view.left(), self.height() - _BAR, view.width(), _BAR)
        self._down.setGeometry(self.width() - _BAR, view.top(), _BAR, view.height())
        self._hover = None
        self._forget_drawing()

    @Slot()
    def _on_scrolled(self) -> None:
        self._scroll_to(self._layout.scrolled(QPoint(self._across.value(), self._down.value())))

    def _zoom(self, by: int, at: QPoint) -> None:
        """Larger or smaller images; what is under the pointer stays there."""
        before = self._layout
        side = next_side(self.side(), by)
        if side == self.side():
            return
        self.side_wanted.emit(side)
        now, inside = self._layout, at - before.view.topLeft()
        place, old, new = at - before.corner, before.content, now.content
        target = QPoint(place.x() * new.width() // old.width(), place.y() * new.height() // old.height())
        self._scroll_to(now.scrolled(target - inside))

    def _at(self, position: QPoint) -> Cell | None:
        return self._layout.at(position)

    # Drawing

    def _draw(self, painter: QPainter) -> None:
        layout = self._layout
        rows, columns = layout.seen()
        scale = layout.cell.width() * painter.device().devicePixelRatio() / self._images[0][0].width()
        painter.save()
        painter.setClipRect(_with_frame(layout.view))
        for row in rows:
            for column in columns:
                image = self._images[row][column]
                pixels.paint_image(painter, layout.rect(row, column), image, self.palette(), smooth=scale not in (1, 2))
        painter.restore()
        self._labels.paint(painter, layout, self.palette())

    def _outline(self, painter: QPainter) -> None:
        accent = theme.accent(self.palette())
        painter.setClipRect(_with_frame(self._layout.view))
        grid_marks.paint_marks(painter, self._layout, self._marks, self.palette())
        if self._highlight:
            pixels.outline(painter, self.cell_rect(*self._highlight), accent, 2)
        if self._hover and self._hover != self._highlight:
            pixels.outline(painter, self.cell_rect(*self._hover), accent, 1)

    def _click(self, cell: Cell) -> None:
        self.cell_clicked.emit(cell)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and self._images:
            row, column = self._highlight or (0, 0)
            moved = (row + step[0], column + step[1]) if self._highlight else (0, 0)
            moved = moved if _holds(self._images, moved) else (row, column)
            self.set_highlight(moved)
            self.reveal(moved)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_image()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._highlight:
            self.cell_clicked.emit(self._highlight)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and any(self._images):
            self._turned += event.angleDelta().y()  # a touchpad turns by parts of a notch
            notches = int(self._turned / _NOTCH)
            self._turned -= notches * _NOTCH
            if notches:
                self._zoom(notches, event.position().toPoint())
            event.accept()
            return
        by = event.angleDelta()
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or not by.y()
        bar = self._across if sideways else self._down
        bar.setValue(bar.value() - round((by.y() or by.x()) / _NOTCH * _STEPS_A_NOTCH * bar.singleStep()))
        event.setAccepted(not bar.isHidden())


def _converted(images: NDArray[Any], row_labels: Sequence[str], column_labels: Sequence[str]) -> list[list[QImage]]:
    if images.ndim != 5:
        raise ValueError(f"a grid must be (R, S, H, W, C), not {images.shape}")
    for labels, count in ((row_labels, images.shape[0]), (column_labels, images.shape[1])):
        if labels and len(labels) != count:
            raise ValueError(f"{len(labels)} labels for {count} rows or columns")
    # In the format of the screen images are drawn twice as fast.
    return [[pixels.to_qimage(image).convertToFormat(QImage.Format.Format_RGB32) for image in row] for row in images]


def _with_frame(view: QRect) -> QRect:
    """With the room that the frame of an image takes."""
    return view.adjusted(-2, -2, 0, 0)


def _holds(images: Sequence[Sequence[QImage]], cell: Cell) -> bool:
    row, column = cell
    return 0 <= row < len(images) and 0 <= column < len(images[row])
