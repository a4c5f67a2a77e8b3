"""A grid of images with a label to every row and column: traversals, interpolations."""

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from latentlab.gui import theme
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.image_canvas import Cell, ImageCanvas


class ImageGrid(ImageCanvas):
    """R × S images, as large as fits; one cell can be marked as the current one.

    Signals:
        cell_clicked: (row, column) of the image that was clicked, or chosen with the arrow keys and Return.
    """

    cell_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("No grid yet", parent)
        self._row_labels: list[str] = []
        self._column_labels: list[str] = []
        self._highlight: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Grid of images")
        self.setMinimumSize(120, 80)

    def set_grid(self, images: NDArray[Any] | None, row_labels: Sequence[str] = (), column_labels: Sequence[str] = ()) -> None:
        """Show uint8 images (R, S, H, W, C), or the empty text for None.

        Raises:
            ValueError: the array has another shape or type, or the labels do not match it.
        """
        if images is None:
            images_of_rows: list[list[QImage]] = []
        else:
            if images.ndim != 5:
                raise ValueError(f"a grid must be (R, S, H, W, C), not {images.shape}")
            for labels, count in ((row_labels, images.shape[0]), (column_labels, images.shape[1])):
                if labels and len(labels) != count:
                    raise ValueError(f"{len(labels)} labels for {count} rows or columns")
            images_of_rows = [[pixels.to_qimage(image) for image in row] for row in images]
        self._images = images_of_rows
        self._row_labels, self._column_labels = list(row_labels), list(column_labels)
        if self._highlight and not self._holds(self._highlight):
            self._highlight = None
        self._hover = None
        self._forget_drawing()

    def set_highlight(self, cell: tuple[int, int] | None) -> None:
        """Mark one cell as the current one, or none."""
        self._highlight = cell if cell and self._holds(cell) else None
        self.update()

    def highlight(self) -> tuple[int, int] | None:
        """The cell that is marked."""
        return self._highlight

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where an image stands in the widget."""
        cell = self._cell()
        origin = self._origin(cell)
        left = origin.x() + column * (cell.width() + pixels.GUTTER)
        return QRect(QPoint(left, origin.y() + row * (cell.height() + pixels.GUTTER)), cell)

    def _holds(self, cell: tuple[int, int]) -> bool:
        row, column = cell
        return 0 <= row < len(self._images) and 0 <= column < len(self._images[row])

    def _margins(self) -> tuple[int, int]:
        """Room for the labels at the left and above."""
        metrics = QFontMetrics(theme.tabular(theme.caption_font()))
        widest = max((metrics.horizontalAdvance(label) for label in self._row_labels), default=0)
        left = widest + theme.SPACING.SMALL if widest else 2
        return left, metrics.height() + theme.SPACING.TIGHT if any(self._column_labels) else 2

    def _cell(self) -> QSize:
        if not self._images or not self._images[0]:
            return QSize(0, 0)
        rows, columns = len(self._images), len(self._images[0])
        left, top = self._margins()
        room = QSize(
            (self.width() - left - 2 - (columns - 1) * pixels.GUTTER) // columns,
            (self.height() - top - 2 - (rows - 1) * pixels.GUTTER) // rows,
        )
        sample = self._images[0][0]
        return pixels.fitted(sample.width(), sample.height(), room, self.devicePixelRatioF())

    def _origin(self, cell: QSize) -> QPoint:
        """The corner of the first image, such that labels and grid together are in the middle."""
        left, top = self._margins()
        rows, columns = len(self._images), len(self._images[0]) if self._images else 0
        width = left + columns * (cell.width() + pixels.GUTTER)
        height = top + rows * (cell.height() + pixels.GUTTER)
        return QPoint(left + max(self.width() - width, 0) // 2, top + max(self.height() - height, 0) // 2)

    def _at(self, position: QPoint) -> tuple[int, int] | None:
        cell = self._cell()
        if cell.isEmpty():
            return None
        origin = self._origin(cell)
        column = (position.x() - origin.x()) // (cell.width() + pixels.GUTTER)
        row = (position.y() - origin.y()) // (cell.height() + pixels.GUTTER)
        found = (row, column)
        return found if self._holds(found) and self.cell_rect(*found).contains(position) else None

    def _draw(self, painter: QPainter) -> None:
        for row, images in enumerate(self._images):
            for column, image in enumerate(images):
                pixels.paint_image(painter, self.cell_rect(row, column), image, self.palette())
        self._draw_labels(painter)

    def _outline(self, painter: QPainter) -> None:
        accent = theme.accent(self.palette())
        if self._highlight:
            pixels.outline(painter, self.cell_rect(*self._highlight), accent, 2)
        if self._hover and self._hover != self._highlight:
            pixels.outline(painter, self.cell_rect(*self._hover), accent, 1)

    def _click(self, cell: Cell) -> None:
        self.cell_clicked.emit(cell)

    def _draw_labels(self, painter: QPainter) -> None:
        painter.setFont(theme.tabular(theme.caption_font()))
        painter.setPen(theme.muted(self.palette()))
        left, top = self._margins()
        for row, label in enumerate(self._row_labels):
            beside = self.cell_rect(row, 0)
            where = QRect(beside.x() - left, beside.y(), left - theme.SPACING.SMALL, beside.height())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), label)
        if not self._column_labels:
            return
        # Labels that are wider than their column would run into each other: leave some out, the middle one never.
        cell = self._cell().width() + pixels.GUTTER
        widest = max(painter.fontMetrics().horizontalAdvance(label) for label in self._column_labels)
        every = max(1, -(-(widest + theme.SPACING.TIGHT) // cell))
        middle = (len(self._column_labels) - 1) // 2
        for column, label in enumerate(self._column_labels):
            if (column - middle) % every == 0:
                above = self.cell_rect(0, column)
                reach = max(0, widest - above.width()) // 2 + 2
                where = QRect(above.x() - reach, above.y() - top, above.width() + 2 * reach, top - 2)
                painter.drawText(where, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), label)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }.get(Qt.Key(event.key()))
        if step and self._images:
            row, column = self._highlight or (0, 0)
            moved = (row + step[0], column + step[1]) if self._highlight else (0, 0)
            self.set_highlight(moved if self._holds(moved) else (row, column))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_image()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._highlight:
            self.cell_clicked.emit(self._highlight)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(480, 320)
