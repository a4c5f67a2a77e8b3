"""The model that ships: its picture, a slider for each of its strongest dimensions, and where each slider leads."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.explore.requests.texts import dim_name
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.parameter_slider import ParameterSlider
from latentlab.gui.widgets.pixels import GUTTER

if TYPE_CHECKING:
    from latentlab.gui.workers.shipped_model import ShippedModel

_SLIDERS = 5
_REACH = 3.0
_STOPS = {count: np.linspace(-2.4, 2.4, count, dtype=np.float32) for count in (7, 5, 3, 0)}
"""Values of the pictures beside a slider, by how many have room."""
_CELL = 42
_PICTURE = _SLIDERS * (_CELL + GUTTER) + 4
_SLIDER_WIDTH = 132
_NAME_WIDTH = 24
_BESIDE_GRID = _PICTURE + _NAME_WIDTH + _SLIDER_WIDTH + 2 * theme.SPACING.LARGE + theme.SPACING.SMALL
_FIRST = 5
"""Seed of the z at the start."""


class ShippedExplorer(QWidget):
    """Sliders that move the picture at once: the decoder is small enough for the GUI thread.

    Attributes:
        picture, sliders, grid: its parts; a click on a picture of the grid goes there.

    Signals:
        open_requested: open the model as a run.
    """

    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: ShippedModel | None = None
        self._z: NDArray[np.float32] = np.zeros(_SLIDERS, np.float32)
        self._stops = _STOPS[0]
        self._noise = np.random.default_rng(_FIRST)
        self.picture = ImageView()
        self.picture.setFixedSize(_PICTURE + 2, _PICTURE + 2)
        self.picture.setAccessibleName(tr("Decoded image of the shipped model"))
        self.picture.set_empty_text(tr("Reading the model …"))
        self.grid = ImageGrid()
        self.grid.setFixedHeight(_PICTURE)
        self.grid.set_empty_text("")
        self.grid.setToolTip(tr("Where each slider leads; click a picture to go there."))
        self.grid.setAccessibleName(tr("Traversal of the shipped model"))
        self.grid.cell_clicked.connect(self._on_cell)
        self.sliders = [self._build_slider(place) for place in range(_SLIDERS)]
        self._names = [QLabel() for _ in self.sliders]
        for name in self._names:
            name.setFixedWidth(_NAME_WIDTH)
        rows = QGridLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(theme.SPACING.SMALL)
        rows.setVerticalSpacing(0)
        for place, (name, slider) in enumerate(zip(self._names, self.sliders, strict=True)):
            rows.addWidget(name, place, 0)
            rows.addWidget(slider, place, 1)
            rows.setRowMinimumHeight(place, _CELL + GUTTER)
        self.random = QPushButton(theme.icon("dice"), tr("Random"))
        self.random.setToolTip(tr("Draw z from the prior"))
        self.random.clicked.connect(self._draw)
        self.open = QPushButton()
        self.open.setToolTip(
            tr("Open this model as a run: its map, its held-out images, every dimension. It cannot be continued.")
        )
        self.open.clicked.connect(self.open_requested)
        body = QHBoxLayout()
        body.setSpacing(theme.SPACING.LARGE)
        body.addWidget(self.picture)
        body.addLayout(rows, 1)
        body.addWidget(self.grid)
        foot = QHBoxLayout()
        foot.addWidget(self.random)
        foot.addStretch(1)
        foot.addWidget(self.open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(body)
        layout.addLayout(foot)
        self.setEnabled(False)

    def set_model(self, model: "ShippedModel") -> None:
        """Show a model; until then nothing can be moved."""
        self._model = model
        for name, slider, dimension in zip(self._names, self.sliders, model.dimensions, strict=False):
            name.setText(dim_name(dimension))
            slider.show()
            slider.slider.setAccessibleName(tr("Latent dimension {dimension}", dimension=dim_name(dimension)))
        self.setEnabled(True)
        self._draw()

    def z(self) -> NDArray[np.float32]:
        """The z that is shown."""
        return self._z.copy()

    def _build_slider(self, place: int) -> ParameterSlider:
        slider = ParameterSlider("", -_REACH, _REACH, 0.0, 0.01, tr("Moves one dimension of z."))
        slider.hide_name()
        slider.setMinimumWidth(_SLIDER_WIDTH)
        policy = slider.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        slider.setSizePolicy(policy)
        slider.hide()
        slider.setProperty("place", place)
        slider.changed.connect(self._on_slider)
        return slider

    @Slot()
    def _draw(self) -> None:
        if self._model is not None:
            drawn = self._noise.standard_normal(self._model.latent_dim).astype(np.float32)
            self._show(np.clip(np.round(drawn, 2), -_REACH, _REACH))

    @Slot()
    def _on_slider(self) -> None:
        if self._model is None:
            return
        slider = self.sender()
        assert isinstance(slider, ParameterSlider)
        z = self.z()
        z[self._model.dimensions[slider.property("place")]] = slider.value()
        self._show(z)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._model is not None:
            z = self.z()
            z[self._model.dimensions[cell[0]]] = np.round(self._stops[cell[1]], 2)
            self._show(z)

    def _show(self, z: NDArray[np.float32]) -> None:
        model = self._model
        assert model is not None
        self._z = z
        shown = model.dimensions[: len(self.sliders)]
        for slider, dimension in zip(self.sliders, shown, strict=True):
            slider.blockSignals(True)
            slider.set_value(float(z[dimension]))
            slider.blockSignals(False)
        stops = len(self._stops)
        every = np.tile(z, (1 + len(shown) * stops, 1))
        for row, dimension in enumerate(shown):
            every[1 + row * stops : 1 + (row + 1) * stops, dimension] = self._stops
        images = model.decode(every)
        self.picture.set_image(images[0])
        self.grid.set_grid(images[1:].reshape(len(shown), stops, *images.shape[1:]) if stops else None)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        """Without the grid, which is left out where there is no room."""
        return QSize(_BESIDE_GRID, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        count = next(count for count in _STOPS if not count or _BESIDE_GRID + _grid_width(count) <= event.size().width())
        self.grid.setVisible(count > 0)
        self.grid.setFixedWidth(_grid_width(count))
        if count != len(self._stops):
            self._stops = _STOPS[count]
            if self._model is not None:
                self._show(self._z)


def _grid_width(count: int) -> int:
    return count * (_CELL + GUTTER) + 4
