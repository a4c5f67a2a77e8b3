"""The control of how large the images of a grid are."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.grid_layout import CELL_SIDES
from latentlab.gui.widgets.image_grid import ImageGrid

_WIDTH = 88


class CellSize(QWidget):
    """A slider over the sides that can be chosen, and a button that makes images as large as fits.

    Signals:
        chosen: the longer side of an image in pixels, None for as fits; here or with the wheel.
    """

    chosen = Signal(object)

    def __init__(self, grid: ImageGrid, parent: QWidget | None = None) -> None:
        """The control of a grid."""
        super().__init__(parent)
        self._grid = grid
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(CELL_SIDES) - 1)
        self.slider.setPageStep(3)
        self.slider.setFixedWidth(_WIDTH)
        self.slider.setAccessibleName(tr("Size of the images"))
        self.fit = QToolButton()
        self.fit.setText(tr("Fit"))
        self.fit.setCheckable(True)
        self.fit.setProperty("segment", True)
        self.fit.setToolTip(tr("Images as large as fits; where they would be too small to judge, they scroll."))
        label = QLabel(tr("Size"))
        label.setBuddy(self.slider)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.TIGHT)
        for part in (label, self.slider, self.fit):
            row.addWidget(part)
        self.slider.valueChanged.connect(self._on_slid)
        self.fit.clicked.connect(self._on_fit)
        self.chosen.connect(grid.set_side)
        self.chosen.connect(self._show)
        grid.side_wanted.connect(self.chosen)
        grid.side_changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        side = self._grid.side()
        nearest = min(range(len(CELL_SIDES)), key=lambda place: abs(CELL_SIDES[place] - side))
        self.slider.blockSignals(True)
        self.slider.setValue(nearest)
        self.slider.blockSignals(False)
        self.slider.setToolTip(
            tr("Size of the images, {side} pixels now. Ctrl and the wheel over them do the same.", side=side)
        )
        self.slider.setAccessibleDescription(tr("{side} pixels", side=side))
        self.fit.setChecked(self._grid.fits)

    @Slot(int)
    def _on_slid(self, place: int) -> None:
        self.chosen.emit(CELL_SIDES[place])

    @Slot()
    def _on_fit(self) -> None:
        self.chosen.emit(None)
