"""A column of parameters: sliders, check boxes, and what else belongs to them."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.widgets.parameter_slider import ParameterSlider, Unit

_WIDTH = 268
_LEAST_HEIGHT = 80

SliderSettings = tuple[str, float, float, float, float, str]
"""Label, least and greatest value, neutral value, step, tooltip."""


class ParameterPanel(QScrollArea):
    """Sliders over check boxes, which scroll where there is no room for all.

    Attributes:
        sliders: by name.
        flips: check boxes, by name.

    Signals:
        changed: something was moved or toggled.
    """

    changed = Signal()

    def __init__(
        self,
        sliders: Mapping[str, SliderSettings],
        flips: Mapping[str, str],
        units: Mapping[str, Unit],
        below: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """A panel; `units` are those of the sliders that have one, `below` stands under the check boxes."""
        super().__init__(parent)
        self.sliders = {name: ParameterSlider(*settings, units.get(name, "")) for name, settings in sliders.items()}
        self.flips = {name: QCheckBox(words) for name, words in flips.items()}
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, theme.SPACING.SMALL, 0)
        column.setSpacing(theme.SPACING.TIGHT)
        for slider in self.sliders.values():
            slider.changed.connect(self.changed)
            column.addWidget(slider)
        for box in self.flips.values():
            box.toggled.connect(self.changed)
            column.addWidget(box)
        if below is not None:
            column.addWidget(below)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(holder)
        self.setFixedWidth(_WIDTH)

    def editors(self) -> tuple[QWidget, ...]:
        """All sliders and check boxes."""
        return (*self.sliders.values(), *self.flips.values())

    def set_values(self, values: Mapping[str, float | bool]) -> None:
        """Show values of sliders and check boxes; others stay."""
        for name, value in values.items():
            if name in self.sliders:
                self.sliders[name].set_value(value)
            else:
                self.flips[name].setChecked(bool(value))

    def reset(self) -> None:
        """Every slider to its neutral value, every check box off."""
        for slider in self.sliders.values():
            slider.reset()
        for box in self.flips.values():
            box.setChecked(False)

    def show_colour(self, colour: bool) -> None:
        """Whether the parameters are offered that only colour images have."""
        for name in ("saturation", "hue"):
            self.sliders[name].setVisible(colour)
        self.updateGeometry()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """As high as what it holds."""
        held = self.widget()
        assert held is not None
        return QSize(_WIDTH, held.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDTH, _LEAST_HEIGHT)
