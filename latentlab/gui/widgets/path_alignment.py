"""Keeps what belongs to the places of a path over the pictures of these places."""

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from latentlab.gui.widgets.density_plot import DensityPlot
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.path_player import PathPlayer


class PathAlignment(QObject):
    """A plot and a slider whose ends are over the first and the last column of a grid that is as wide as they are."""

    def __init__(self, grid: ImageGrid, plot: DensityPlot, player: PathPlayer) -> None:
        super().__init__(grid)
        self._grid, self._plot, self._player = grid, plot, player
        self._columns = 0
        grid.installEventFilter(self)

    def set_columns(self, columns: int) -> None:
        """Say how many there are."""
        self._columns = columns
        self.align()

    @Slot()
    def align(self) -> None:
        """Look where the columns are now."""
        if self._columns > 1:
            first, last = (self._grid.cell_rect(0, column).center().x() for column in (0, self._columns - 1))
            self._plot.set_ends(first, last)
            self._player.set_ends(first, last)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self.align)  # the grid has its images in place by then
        return super().eventFilter(watched, event)
