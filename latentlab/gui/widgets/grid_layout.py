"""Where the images of a grid stand: their size, what of them is seen, and where a position falls."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QMargins, QPoint, QRect, QSize

from latentlab.gui.widgets.pixels import GUTTER

CELL_SIDES = (24, 28, 32, 40, 48, 56, 64, 72, 80, 96, 112, 128, 160, 192, 224, 256)
"""The sides of an image in pixels that can be chosen."""
COMFORTABLE = 56
"""Side from which an image in a grid can be judged, in pixels."""
_ENOUGH = 1.5
"""Times its own pixels is enough for an image of few, however small that is."""
_ROOMY = 2
"""Times its own pixels is what an image gets where the grid is scrolled anyway and its columns leave room."""
_ROWS_IN_SIGHT = 6
"""Rows that are seen at once there."""
_NEAR = 1.06
"""A scale from a whole multiple to this factor above it becomes the multiple, at which pixels stay sharp."""
_CRISP = (1, 2)
_EDGE = 2
"""Room at the right and below, for the frame of an image."""


@dataclass(frozen=True)
class GridLayout:
    """R × S images of one size under column labels and beside row labels, which stay where they are when it is scrolled.

    Attributes:
        shape: (R, S).
        cell: size of an image.
        labels: room at the left and above.
        view: what is seen of the images, in the widget's coordinates.
        offset: how far it is scrolled.
    """

    shape: tuple[int, int]
    cell: QSize
    labels: QSize
    view: QRect
    offset: QPoint

    @property
    def content(self) -> QSize:
        """The size of all images together."""
        rows, columns = self.shape
        return QSize(columns * (self.cell.width() + GUTTER) + _EDGE, rows * (self.cell.height() + GUTTER) + _EDGE)

    @property
    def hidden(self) -> QSize:
        """How far it can be scrolled."""
        return (self.content - self.view.size()).expandedTo(QSize(0, 0))

    @property
    def corner(self) -> QPoint:
        """Of the first image: labels and images are in the middle where there is room to spare."""
        spare = (self.view.size() - self.content).expandedTo(QSize(0, 0)) / 2
        return self.view.topLeft() + QPoint(spare.width(), spare.height()) - self.offset

    def rect(self, row: int, column: int) -> QRect:
        """Where an image stands, seen or not."""
        by = QPoint(column * (self.cell.width() + GUTTER), row * (self.cell.height() + GUTTER))
        return QRect(self.corner + by, self.cell)

    def centre(self, row: float, column: float) -> QPoint:
        """The middle of an image, or a place between two."""
        by = QPoint(round(column * (self.cell.width() + GUTTER)), round(row * (self.cell.height() + GUTTER)))
        return QRect(self.corner, self.cell).center() + by

    def at(self, position: QPoint) -> tuple[int, int] | None:
        """The image at a position; None where none is seen."""
        if self.cell.isEmpty() or not self.view.contains(position):
            return None
        from_corner = position - self.corner
        row, column = from_corner.y() // (self.cell.height() + GUTTER), from_corner.x() // (self.cell.width() + GUTTER)
        inside = 0 <= row < self.shape[0] and 0 <= column < self.shape[1] and self.rect(row, column).contains(position)
        return (row, column) if inside else None

    def seen(self) -> tuple[range, range]:
        """Rows and columns that are seen, wholly or in part."""
        first, last = self.view.topLeft() - self.corner, self.view.bottomRight() - self.corner
        return (
            _between(first.y(), last.y(), self.cell.height() + GUTTER, self.shape[0]),
            _between(first.x(), last.x(), self.cell.width() + GUTTER, self.shape[1]),
        )

    def scrolled(self, offset: QPoint) -> "GridLayout":
        """Scrolled to an offset, as far as that goes."""
        most = self.hidden
        return replace(self, offset=QPoint(_clamp(offset.x(), most.width()), _clamp(offset.y(), most.height())))

    def revealing(self, row: int, column: int) -> "GridLayout":
        """Scrolled as little as shows an image whole."""
        target, view = self.rect(row, column).marginsAdded(QMargins(_EDGE, _EDGE, _EDGE, _EDGE)), self.view
        by = QPoint(
            min(target.left() - view.left(), 0) or max(target.right() - view.right(), 0),
            min(target.top() - view.top(), 0) or max(target.bottom() - view.bottom(), 0),
        )
        return self.scrolled(self.offset + by)

    def whole(self) -> "GridLayout":
        """All of it, whatever room there is."""
        return replace(self, view=QRect(QPoint(self.labels.width(), self.labels.height()), self.content), offset=QPoint())


def lay_out(
    shape: tuple[int, int], image: QSize, labels: QSize, room: QSize, bar: int, *, side: int | None, least: int, ratio: float
) -> GridLayout:
    """Images as large as is wanted, or as there is room for.

    Args:
        shape: rows and columns, at least one each.
        image: size of an image in its own pixels.
        labels: room that labels take at the left and above.
        room: the widget's size.
        bar: thickness of a scroll bar.
        side: the longer side of each image; None makes them as large as fits.
        least: images do not become smaller than that for being many, unless they have few pixels; 0 for as small as it takes.
        ratio: device pixels to a pixel.
    """
    free = (room - labels).expandedTo(QSize(0, 0))
    across = down = False
    cell = QSize(0, 0)
    for _ in range(3):  # a scroll bar takes room, which may call for the other one
        view = (free - QSize(bar if down else 0, bar if across else 0)).expandedTo(QSize(0, 0))
        cell = _scaled(image, side if side is not None else _fitting(shape, image, view, least), ratio)
        content = GridLayout(shape, cell, labels, QRect(), QPoint()).content
        scrolls = side is not None or least > 0
        needs = scrolls and content.width() > view.width(), scrolls and content.height() > view.height()
        if needs == (across, down):
            break
        across, down = across or needs[0], down or needs[1]
    view = (free - QSize(bar if down else 0, bar if across else 0)).expandedTo(QSize(0, 0))
    return GridLayout(shape, cell, labels, QRect(QPoint(labels.width(), labels.height()), view), QPoint())


def next_side(side: int, by: int) -> int:
    """The side that follows another, so many choices further on."""
    larger = [choice for choice in CELL_SIDES if choice > side]
    smaller = [choice for choice in reversed(CELL_SIDES) if choice < side]
    choices = larger if by > 0 else smaller
    return choices[min(abs(by), len(choices)) - 1] if by and choices else side


def _fitting(shape: tuple[int, int], image: QSize, view: QSize, least: int) -> float:
    """The longer side at which all images fit; where that is less than `least`, at which at least all columns do."""
    rows, columns = shape
    wide = (view.width() - _EDGE - columns * GUTTER) / columns / image.width()
    tall = (view.height() - _EDGE - rows * GUTTER) / rows / image.height()
    longer = max(image.width(), image.height())
    least = min(least, round(_ENOUGH * longer))
    fitting = min(wide, tall) * longer
    scrolled = min(wide, _ROOMY, tall * rows / _ROWS_IN_SIGHT) * longer
    return fitting if fitting >= least else max(least, scrolled)


def _scaled(image: QSize, side: float, ratio: float) -> QSize:
    scale = max(side, 1) / max(image.width(), image.height()) * ratio
    scale = next((float(whole) for whole in _CRISP if whole <= scale <= whole * _NEAR), scale) / ratio
    # Rounded down, for what fits exactly must not need a scroll bar.
    return QSize(max(int(image.width() * scale + 1e-6), 1), max(int(image.height() * scale + 1e-6), 1))


def _between(first: int, last: int, step: int, count: int) -> range:
    return range(max(0, first // step), min(count, last // step + 1))


def _clamp(value: int, most: int) -> int:
    return min(max(value, 0), most)
