"""A plot as it is exported: its title over it, and where it has a legend of its own, that beside it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from latentlab.explore.map_legend import Legend
from latentlab.gui import theme
from latentlab.gui.widgets.map_legend import LEGEND_WIDTH, paint_legend
from latentlab.gui.widgets.painting import paint_tree

_TITLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class FigureSheet(QWidget):
    """Paints a widget and what a reader of its picture needs; never shown."""

    def __init__(self, view: QWidget, title: str = "", legend: Legend | None = None) -> None:
        super().__init__()
        self._view, self._title, self._legend = view, title, legend
        self.setPalette(view.palette())
        self.setAccessibleName(view.accessibleName())
        width = view.width() + (LEGEND_WIDTH if legend is not None else 0)
        room = QRect(0, 0, width - 2 * theme.SPACING.SMALL, view.height())
        written = QFontMetrics(theme.title_font()).boundingRect(room, _TITLE, title)
        self._head = written.height() + theme.SPACING.MEDIUM if title else 0
        self.resize(width, view.height() + self._head)

    def paint_on(self, painter: QPainter) -> None:
        """Paint all of it where the painter is."""
        painter.setFont(theme.title_font())
        painter.setPen(self.palette().windowText().color())
        head = QRect(theme.SPACING.SMALL, 0, self.width() - 2 * theme.SPACING.SMALL, self._head)
        painter.drawText(head, _TITLE, self._title)
        painter.save()
        painter.translate(0, self._head)
        paint_tree(painter, self._view)
        painter.restore()
        if self._legend is not None:
            painter.setFont(theme.tabular(theme.caption_font()))
            top = self._head + theme.SPACING.LARGE
            side = QRect(self._view.width(), top, LEGEND_WIDTH - theme.SPACING.SMALL, self.height() - top)
            paint_legend(painter, side, self._legend, self.palette())

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_on(QPainter(self))
