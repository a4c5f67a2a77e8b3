"""A slider for each channel of a z that has places."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.parameter_slider import ParameterSlider

_REACH, _STEP = 4.0, 0.05


class ChannelSliders(QScrollArea):
    """Each shows the mean of its channel over all places; moving it moves the channel at all of them.

    Attributes:
        sliders: by channel.

    Signals:
        moved: (channel, by how much).
        settled: a drag or a key press is over.
    """

    moved = Signal(object)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.sliders: list[ParameterSlider] = []
        self._means: list[float] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, theme.SPACING.SMALL, 0)
        self._column.setSpacing(theme.SPACING.TIGHT)
        self._column.addStretch(1)
        self.setWidget(inside)

    def set_means(self, means: NDArray[np.float32]) -> None:
        """Show the means of the channels, as many sliders as there are."""
        while len(self.sliders) < len(means):
            self._add()
        self._means = [float(mean) for mean in means]
        for number, slider in enumerate(self.sliders):
            slider.setVisible(number < len(means))
            if number < len(means) and not slider.slider.isSliderDown():
                with QSignalBlocker(slider):
                    slider.set_value(self._means[number])

    def _add(self) -> None:
        number = len(self.sliders) + 1
        tip = tr("Moves channel {number} at all places; the value is its mean over them.", number=number)
        slider = ParameterSlider(tr("Channel {number}", number=number), -_REACH, _REACH, 0.0, _STEP, tip)
        self._column.insertWidget(len(self.sliders), slider)
        self.sliders.append(slider)
        slider.changed.connect(self._on_changed)
        slider.settled.connect(self.settled)

    @Slot()
    def _on_changed(self) -> None:
        slider = self.sender()
        assert isinstance(slider, ParameterSlider)
        channel = self.sliders.index(slider)
        by = slider.value() - self._means[channel]
        self._means[channel] = slider.value()
        self.moved.emit((channel, by))
