"""The sliders of the current z: they show it and move it, dimension by dimension or along principal components."""

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.directions import Components, FindComponents
from latentlab.explore.requests.images import GalleryImages
from latentlab.explore.requests.values import Vector
from latentlab.gui.language import tr
from latentlab.gui.models.latent import LatentModel
from latentlab.gui.widgets.latent_slider import LatentSlider
from latentlab.gui.widgets.latent_sliders import LatentSliders, SliderValues
from latentlab.gui.widgets.slider_range import SliderRange

_FREEDOM = 0.01
"""Share of a component that must not be locked for a slider to move along it."""


class LatentRows(LatentSliders):
    """A slider for each dimension or component, those that carry most information first, inactive ones folded."""

    def __init__(self, latent: LatentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._latent = latent
        self.gallery: GalleryImages | None = None
        self._active: np.ndarray | None = None
        self._aggregate: np.ndarray | None = None
        self._components: Components | None = None
        self._like: Vector | None = None
        self._range = SliderRange(0)
        self._along = SliderRange(0)
        self.value_changed.connect(self._on_moved)
        self.settled.connect(latent.history.settle)
        self.lock_changed.connect(self._on_lock)
        self.kind_changed.connect(self._on_kind)
        self.resort.clicked.connect(self.sort)

    def of_dimension(self, dimension: int) -> LatentSlider:
        """The slider of a dimension; those of dimensions are shown where they are not."""
        if self.are_components:
            self.dimensions.click()
        return self.row(dimension)

    def start_model(self, size: int) -> None:
        """Start over with another model of so many dimensions."""
        self.gallery = self._active = self._aggregate = self._components = self._like = None
        self.say_order(None, False)
        self._range = SliderRange(size)
        self._along = SliderRange(0)
        self._start()

    def set_gallery(self, gallery: GalleryImages) -> None:
        """Take ranges and KL from the held-out images by newer weights."""
        self.gallery = gallery
        found = gallery.statistics
        self._range.take(found.low, found.high)
        self._aggregate = np.stack([found.low, found.mean - found.std, found.mean + found.std, found.high], 1)
        # While a model learns, no row moves under the cursor unless a dimension becomes active or inactive.
        if self._active is None or (self._active != gallery.active).any():
            self.sort()
        self._say_order()
        self.fill()

    def request(self) -> FindComponents:
        """The components of the weights looked at; new directions point the way of the old ones."""
        return FindComponents(self._like)

    def set_components(self, components: Components) -> None:
        """Take the principal components of newer weights."""
        self._like = components.vectors
        if self._components is not None and self.is_held:
            return  # the direction under the hand stays
        first = self._components is None or len(self._components.spread) != len(components.spread)
        self._components = components
        if not self.are_components:
            return
        if first:
            self._start()
        else:
            self.fill()

    @Slot()
    def sort(self) -> None:
        """Order the rows by KL, active ones first."""
        gallery = self.gallery
        if gallery is None:
            return
        self._active = gallery.active
        if not self.are_components:
            self.set_order(gallery.order, int((~gallery.active).sum()))
            self._say_order()

    def _say_order(self) -> None:
        if self.gallery is not None:
            self.say_order(self.gallery.step, self.gallery.order != self._order)

    def fill(self) -> None:
        """Show the current z."""
        latent = self._latent.current
        if latent is None:
            return
        if not self.are_components:
            kl = None if self.gallery is None else self.gallery.kl_per_dim
            mark = None if latent.std is None else latent.start
            reach = self._range.around(latent.z, latent.start)
            values = SliderValues(latent.z, latent.start, reach, mark, latent.std, self._aggregate, kl, self._latent.locked)
            self.set_values(values)
        elif self._components is not None:
            found = self._components
            value, start = found.coordinates(latent.z), found.coordinates(latent.start)
            # The posterior's standard deviation along a direction, from those of the dimensions.
            std = None if latent.std is None else np.sqrt(found.vectors**2 @ latent.std**2) / found.spread
            mark = None if std is None else start
            self.set_values(SliderValues(value, start, self._along.around(value, start), mark, std, measure=found.share))

    def _start(self) -> None:
        """Rows of the other kind, or for another model."""
        latent = self._latent.current
        if self.are_components:
            count = 0 if self._components is None else len(self._components.spread)
            self._along = SliderRange(count)
            self.start_afresh(count)
            self.set_note("" if count else tr("Looking for the principal components …"))
        elif latent is not None:
            self.start_afresh(len(latent.z))
            self.set_note("")
            self.sort()
        self.fill()

    @Slot(bool)
    def _on_kind(self, components: bool) -> None:
        if not components:
            self._components = None
        self._start()

    @Slot(object)
    def _on_moved(self, moved: tuple[int, float]) -> None:
        if self.are_components:
            self._move_along(*moved)
        else:
            self._latent.set_z(*moved)

    def _move_along(self, component: int, value: float) -> None:
        """Move z along a component, as far as it is not locked, until it lies there."""
        latent, found = self._latent.current, self._components
        if latent is None or found is None:
            return
        direction: Vector = found.vectors[component].copy()
        direction[sorted(self._latent.locked)] = 0
        freedom = float(direction @ direction)
        if freedom > _FREEDOM:
            here = float(found.coordinates(latent.z)[component])
            z = latent.z + (value - here) * float(found.spread[component]) / freedom * direction
            self._latent.adopt_z(z, f"c{component + 1}", merges=("component", component))
        else:
            self.fill()

    @Slot(object)
    def _on_lock(self, changed: tuple[int, bool]) -> None:
        dimension, locked = changed
        self._latent.set_locked(self._latent.locked | {dimension} if locked else self._latent.locked - {dimension})
