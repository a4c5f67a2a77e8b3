"""Rows of small images, one kind a row: originals, their reconstructions, samples."""

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QImage,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.image_canvas import Cell, ImageCanvas


class ImageRows(ImageCanvas):
    """Labelled rows; as many columns as fit the width, images as large as the height allows.

    Signals:
        clicked: (row, column) of the image that was clicked.
    """

    clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("No images yet"), parent)
        self._labels: list[str] = []
        self.setAccessibleName(tr("Images"))
        self.setMinimumSize(120, 48)

    def set_rows(self, rows: Sequence[tuple[str, NDArray[Any]]]) -> None:
        """Show rows of (label, uint8 images (N, H, W, C)); all images have one size.

        Raises:
            ValueError: an array has another shape or type.
        """
        images = [[pixels.to_qimage(image) for image in array] for _, array in rows]
        if len({image.size().toTuple() for row in images for image in row}) > 1:
            raise ValueError("all images must have one size")
        self._labels = [label for label, _ in rows]
        self._images = images
        self.setAccessibleDescription(", ".join(self._labels))
        self._forget_drawing()

    def column_count(self) -> int:
        """The columns that fit."""
        cell = self._cell()
        if cell.width() <= 0:
            return 0
        room = self.width() - self._label_width() + pixels.GUTTER - 1
        return max(0, min(room // (cell.width() + pixels.GUTTER), max(map(len, self._images), default=0)))

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where an image stands in the widget."""
        return self._place(row, column, self._cell(), self._label_width())

    def _place(self, row: int, column: int, cell: QSize, left: int) -> QRect:
        return QRect(QPoint(left + column * (cell.width() + pixels.GUTTER), 1 + row * (cell.height() + pixels.GUTTER)), cell)

    def _sample(self) -> QImage | None:
        return next((image for row in self._images for image in row), None)

    def _label_width(self) -> int:
        metrics = QFontMetrics(theme.caption_font())
        widest = max((metrics.horizontalAdvance(label) for label in self._labels if label), default=0)
        return theme.SPACING.SMALL + (widest + theme.SPACING.SMALL if widest else 0)

    def _cell(self) -> QSize:
        sample = self._sample()
        if sample is None:
            return QSize(0, 0)
        rows = len(self._images)
        height = (self.height() - 2 - (rows - 1) * pixels.GUTTER) // rows
        room = QSize(self.width() - self._label_width() - 1, height)
        return pixels.fitted(sample.width(), sample.height(), room, self.devicePixelRatioF())

    def _at(self, position: QPoint) -> tuple[int, int] | None:
        columns = self.column_count()
        for row, images in enumerate(self._images):
            for column in range(min(columns, len(images))):
                if self.cell_rect(row, column).contains(position):
                    return row, column
        return None

    def _draw(self, painter: QPainter) -> None:
        painter.setFont(theme.caption_font())
        columns, cell, left = self.column_count(), self._cell(), self._label_width()
        for row, (label, images) in enumerate(zip(self._labels, self._images, strict=True)):
            beside = self._place(row, 0, cell, left)
            painter.setPen(theme.muted(self.palette()))
            where = QRect(theme.SPACING.SMALL, beside.y(), beside.x() - theme.SPACING.SMALL, beside.height())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), label)
            for column, image in enumerate(images[:columns]):
                pixels.paint_image(painter, self._place(row, column, cell, left), image, self.palette())

    def _outline(self, painter: QPainter) -> None:
        if self._hover:
            pixels.outline(painter, self.cell_rect(*self._hover), theme.accent(self.palette()), 2)

    def _click(self, cell: Cell) -> None:
        self.clicked.emit(cell)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(480, max(len(self._images), 2) * 48)
