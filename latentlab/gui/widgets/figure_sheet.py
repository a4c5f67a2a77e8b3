"""A plot as it is exported: its title over it, and where it has a legend of its own, that beside it."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from latentlab.explore.map_legend import Legend
from latentlab.gui import theme
from latentlab.gui.widgets.map_legend import LEGEND_WIDTH, paint_legend


class FigureSheet(QWidget):
    """Paints a widget and what a reader of its picture needs; never shown."""

    def __init__(self, view: QWidget, title: str = "", legend: Legend | None = None) -> None:
        super().__init__()
        self._view, self._title, self._legend = view, title, legend
        self._head = QFontMetrics(theme.title_font()).height() + theme.SPACING.MEDIUM if title else 0
        self.setPalette(view.palette())
        self.setAccessibleName(view.accessibleName())
        self.resize(view.width() + (LEGEND_WIDTH if legend is not None else 0), view.height() + self._head)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.title_font())
        painter.setPen(self.palette().windowText().color())
        head = QRect(theme.SPACING.SMALL, 0, self.width() - 2 * theme.SPACING.SMALL, self._head)
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title)
        self._view.render(painter, QPoint(0, self._head), renderFlags=QWidget.RenderFlag.DrawChildren)
        if self._legend is not None:
            painter.setFont(theme.tabular(theme.caption_font()))
            top = self._head + theme.SPACING.LARGE
            side = QRect(self._view.width(), top, LEGEND_WIDTH - theme.SPACING.SMALL, self.height() - top)
            paint_legend(painter, side, self._legend, self.palette())
