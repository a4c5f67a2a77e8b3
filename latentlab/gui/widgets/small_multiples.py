"""Small plots beside and under each other, as many in a line as the width allows."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from latentlab.gui.widgets.curve_plot import CurvePlot

_WIDTH, _NARROW = 200, 160
"""Pixels that a plot should have at least, and where it would be low otherwise."""
_LOW = 140
"""Pixels of height below which narrower plots beside each other are read better than plots under each other."""


class SmallMultiples(QWidget):
    """Holds plots of one kind.

    Attributes:
        plots: in their order.
    """

    def __init__(self, plots: Sequence[CurvePlot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plots = tuple(plots)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._arrange(len(self.plots))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, plot in enumerate(self.plots):
            self._grid.addWidget(plot, place // columns, place % columns)
        for column in range(len(self.plots)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
            self._grid.setRowStretch(column, 1 if column * columns < len(self.plots) else 0)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = self._lines(_WIDTH)
        if self.height() // lines < _LOW:
            lines = self._lines(_NARROW)
        self._arrange(-(-len(self.plots) // lines))

    def _lines(self, width: int) -> int:
        """In which plots stand that have at least a width."""
        return -(-len(self.plots) // min(max(self.width() // width, 1), len(self.plots)))
