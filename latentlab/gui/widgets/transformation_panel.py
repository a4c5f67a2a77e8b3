"""One explicit t(x) as sliders and check boxes."""

from typing import cast

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.transformations import Flip, Transformation
from latentlab.gui.widgets.parameter_panel import ParameterPanel

_SLIDERS = {
    "rotate": ("Rotation", -180.0, 180.0, 0.0, 1.0, "Degrees, counter-clockwise."),
    "right": ("Shift right", -64.0, 64.0, 0.0, 1.0, "Pixels to the right."),
    "down": ("Shift down", -64.0, 64.0, 0.0, 1.0, "Pixels downwards."),
    "scale": ("Scale", 0.25, 3.0, 1.0, 0.05, "Above 1 enlarges."),
    "shear": ("Shear", -60.0, 60.0, 0.0, 1.0, "Degrees; positive leans the top to the left."),
    "brightness": ("Brightness", 0.0, 3.0, 1.0, 0.05, "Factor on every value."),
    "contrast": ("Contrast", 0.0, 3.0, 1.0, 0.05, "Factor on the distance from the image's mean."),
    "saturation": ("Saturation", 0.0, 3.0, 1.0, 0.05, "Factor on the distance from grey; colour images only."),
    "hue": ("Hue", -0.5, 0.5, 0.0, 0.01, "Turns of the colour circle; colour images only."),
    "noise": ("Noise", 0.0, 0.5, 0.0, 0.01, "Standard deviation, pixels in [0, 1]."),
    "blur": ("Blur", 0.0, 5.0, 0.0, 0.1, "σ of the Gaussian in pixels."),
    "erase": ("Erase", 0.0, 0.5, 0.0, 0.01, "Share of the area, about the centre."),
}
_FLIPS = {"h": "flip left–right", "v": "flip top–bottom"}


_UNITS = {
    "rotate": "degrees",
    "right": "pixels",
    "down": "pixels",
    "shear": "degrees",
    "hue": "turns",
    "noise": "σ",
    "blur": "σ in pixels",
    "erase": "share of the area",
}


class TransformationPanel(ParameterPanel):
    """A slider for each part of t that is a number, and a check box for each flip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SLIDERS, _FLIPS, parent=parent)

    @property
    def names(self) -> dict[str, str]:
        """What each part that is a number is called, with its unit where it is no factor."""
        return {name: f"{words}, {_UNITS[name]}" if name in _UNITS else words for name, (words, *_) in _SLIDERS.items()}

    def range_of(self, amount: str) -> tuple[float, float]:
        """The ends of a part's slider."""
        _, low, high, *_ = _SLIDERS[amount]
        return low, high

    def transformation(self) -> Transformation:
        """What the controls say."""
        value = {name: slider.value() for name, slider in self.sliders.items()}
        shift = (value.pop("right"), value.pop("down"))
        flip = "".join(letter for letter, box in self.flips.items() if box.isChecked())
        return Transformation(translate=shift, flip=cast(Flip, flip), **value)

    def show_transformation(self, t: Transformation) -> None:
        """Show a t, each part at the step of its slider that is nearest; nothing is emitted."""
        right, down = t.translate
        others = {name: getattr(t, name) for name in _SLIDERS if name not in ("right", "down")}
        with QSignalBlocker(self):
            self.set_values({"right": right, "down": down, **others, "h": t.flip_horizontal, "v": t.flip_vertical})
