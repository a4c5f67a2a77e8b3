"""Few rows of images, with what is said of them right below."""

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray
from PySide6.QtGui import QResizeEvent

from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.pixels import GUTTER

_SPARE = 8
_UNLIMITED = (1 << 24) - 1
"""Qt's height of a widget that has no limit."""


class LowGrid(ImageGrid):
    """A grid that is no higher than its images can use at its width; without images it takes all the room there is."""

    _pixels: tuple[int, int] | None = None

    def set_grid(self, images: NDArray[Any] | None, row_labels: Sequence[str] = (), column_labels: Sequence[str] = ()) -> None:
        super().set_grid(images, row_labels, column_labels)
        self._pixels = None if images is None else (images.shape[2], images.shape[3])
        self._fit_height()

    def _fit_height(self) -> None:
        if self._pixels is None:
            self.setMaximumHeight(_UNLIMITED)
            return
        (rows, columns), (height, width), labels = self._layout.shape, self._pixels, self._layout.labels
        across = max((self.width() - labels.width()) // columns - GUTTER, 1)
        self.setMaximumHeight(max(rows * (across * height // width + GUTTER) + labels.height() + _SPARE, self.minimumHeight()))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()
