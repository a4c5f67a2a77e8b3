"""How large the images of each kind of grid are to be."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal


class CellSizes(QObject):
    """The longer sides in pixels that were chosen, by the name of a grid.

    Signals:
        chosen: the name of a grid and its new side, None for as fits.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sides: dict[str, int | None] = {}

    def restore(self, sides: Mapping[str, int]) -> None:
        """Take what was chosen in an earlier window."""
        self._sides = dict(sides)

    def side(self, grid: str) -> int | None:
        """The side of a grid's images; None where they are to be as large as fits."""
        return self._sides.get(grid)

    def choose(self, grid: str, side: int | None) -> None:
        """Take another side."""
        if side != self.side(grid):
            self._sides[grid] = side
            self.chosen.emit(grid, side)
