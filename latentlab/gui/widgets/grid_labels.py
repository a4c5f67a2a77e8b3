"""Labels of the rows and columns of a grid, which stay in sight where its images are scrolled."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette

from latentlab.gui import theme
from latentlab.gui.widgets.grid_layout import GridLayout
from latentlab.gui.widgets.pixels import GUTTER

_PARTS = "  "
"""What stands between the parts of a row's label, which are written under each other where there is room."""
_BARE = 2
"""Room where there are no labels, for the frame of an image."""


@dataclass(frozen=True)
class GridLabels:
    """Texts of rows and columns; empty where they have none."""

    rows: Sequence[str] = ()
    columns: Sequence[str] = ()

    def room(self, *, under: bool) -> QSize:
        """What they take at the left and above, the parts of a row's label under each other or not."""
        metrics = QFontMetrics(_font())
        texts = [part for label in self.rows for part in (label.split(_PARTS) if under else [label])]
        widest = max(map(metrics.horizontalAdvance, texts), default=0)
        left = widest + theme.SPACING.SMALL if widest else _BARE
        return QSize(left, metrics.height() + theme.SPACING.TIGHT if any(self.columns) else _BARE)

    def paint(self, painter: QPainter, layout: GridLayout, palette: QPalette) -> None:
        """Write those of what is seen."""
        painter.setFont(_font())
        rows, columns = layout.seen()
        if self.rows:
            painter.save()
            painter.setClipRect(QRect(0, layout.view.top(), layout.view.right(), layout.view.height()))
            self._paint_rows(painter, layout, palette, rows)
            painter.restore()
        if self.columns:
            painter.setPen(theme.muted(palette))
            self._paint_columns(painter, layout, columns)

    def _paint_rows(self, painter: QPainter, layout: GridLayout, palette: QPalette, rows: range) -> None:
        height, under = line_height(), has_room_under(layout)
        right = layout.corner.x() + layout.offset.x() - theme.SPACING.SMALL
        for row in rows:
            image = layout.rect(row, 0)
            seen = QRect(layout.view.left(), image.y(), 1, image.height()).intersected(layout.view)
            parts = self.rows[row].split(_PARTS) if under else [self.rows[row]]
            parts = parts[: max(1, seen.height() // height)]  # of a row that is hardly seen the name alone
            top = seen.center().y() - len(parts) * height // 2
            for line, part in enumerate(parts):
                painter.setPen(theme.muted(palette) if line else palette.windowText().color())
                where = QRect(0, top + line * height, right, height)
                painter.drawText(where, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), part)

    def _paint_columns(self, painter: QPainter, layout: GridLayout, columns: range) -> None:
        """Labels that are wider than their column would run into each other: some are left out, the middle one never."""
        widest = max(painter.fontMetrics().horizontalAdvance(label) for label in self.columns)
        every = max(1, -(-(widest + theme.SPACING.TIGHT) // (layout.cell.width() + GUTTER)))
        middle, high = (len(self.columns) - 1) // 2, layout.labels.height()
        above = layout.corner.y() + layout.offset.y() - high
        for column in columns:
            centre = layout.centre(0, column).x()
            if (column - middle) % every == 0 and layout.view.left() <= centre <= layout.view.right():
                where = QRect(centre - widest // 2 - 2, above, widest + 4, high - 2)
                alignment = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
                painter.drawText(where, int(alignment), self.columns[column])


def has_room_under(layout: GridLayout) -> bool:
    """Whether a row is high enough for the parts of its label under each other."""
    return layout.cell.height() >= 2 * line_height()


def line_height() -> int:
    """Of a label, in pixels."""
    return QFontMetrics(_font()).height()


def _font() -> QFont:
    return theme.tabular(theme.caption_font())
