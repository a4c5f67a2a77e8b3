"""One explicit t(x) as sliders and check boxes."""

from typing import cast

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.transformations import Flip, Transformation
from latentlab.gui.language import tr
from latentlab.gui.widgets.parameter_panel import ParameterPanel
from latentlab.gui.widgets.parameter_slider import Unit

_SLIDERS = {
    "rotate": (tr("Rotation"), -180.0, 180.0, 0.0, 1.0, tr("Degrees, counter-clockwise.")),
    "right": (tr("Shift right"), -64.0, 64.0, 0.0, 1.0, tr("Pixels to the right.")),
    "down": (tr("Shift down"), -64.0, 64.0, 0.0, 1.0, tr("Pixels downwards.")),
    "scale": (tr("Scale"), 0.25, 3.0, 1.0, 0.05, tr("Above 1 enlarges.")),
    "shear": (tr("Shear"), -60.0, 60.0, 0.0, 1.0, tr("Degrees; positive leans the top to the left.")),
    "brightness": (tr("Brightness"), 0.0, 3.0, 1.0, 0.05, tr("Factor on every value.")),
    "contrast": (tr("Contrast"), 0.0, 3.0, 1.0, 0.05, tr("Factor on the distance from the image's mean.")),
    "saturation": (tr("Saturation"), 0.0, 3.0, 1.0, 0.05, tr("Factor on the distance from grey; colour images only.")),
    "hue": (tr("Hue"), -0.5, 0.5, 0.0, 0.01, tr("Turns of the colour circle; colour images only.")),
    "noise": (tr("Noise"), 0.0, 0.5, 0.0, 0.01, tr("Standard deviation, pixels in [0, 1].")),
    "blur": (tr("Blur"), 0.0, 5.0, 0.0, 0.1, tr("σ of the Gaussian in pixels.")),
    "erase": (tr("Erase"), 0.0, 0.5, 0.0, 0.01, tr("Share of the area, about the centre.")),
}
_FLIPS = {"h": tr("flip left–right"), "v": tr("flip top–bottom")}


_UNITS = {
    "rotate": tr("degrees"),
    "right": tr("pixels"),
    "down": tr("pixels"),
    "shear": tr("degrees"),
    "hue": tr("turns"),
    "noise": "σ",
    "blur": tr("σ in pixels"),
    "erase": tr("share of the area"),
}


_SIGNS: dict[str, Unit] = {"rotate": "°", "right": " px", "down": " px", "shear": "°", "blur": " px", "erase": " %"}


class TransformationPanel(ParameterPanel):
    """A slider for each part of t that is a number, and a check box for each flip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SLIDERS, _FLIPS, _SIGNS, parent=parent)

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
