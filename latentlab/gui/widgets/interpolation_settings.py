"""What an interpolation goes between, in how many steps, and from means or from samples."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget

from latentlab.explore.requests.interpolation import LARGEST_CORNERS
from latentlab.explore.requests.values import LARGEST_STEPS
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.flow_layout import FlowLayout, group_of
from latentlab.gui.widgets.number_box import Limits, NumberBox

_TWO, _FOUR = 0, 1
_STEPS, _SIDE = 9, 5
_BOX_WIDTH = 72


class InterpolationSettings(QWidget):
    """Editors in as many lines as they need.

    Attributes:
        mode, steps, side, samples, pair: the editors; `pair` does nothing by itself.

    Signals:
        mode_changed: another number of images.
        changed: another number of steps, or means instead of samples.
    """

    mode_changed = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seed = 0
        self.mode = QComboBox()
        self.mode.addItems([tr("between two images"), tr("between four images")])
        self.mode.setToolTip(tr("The way from A to B, or the plane between A, B, C and D."))
        self.mode.setAccessibleName(tr("Interpolation between"))
        self.pair = QPushButton(theme.icon("dice"), tr("Random"))
        self.pair.setToolTip(tr("Held-out images by chance."))
        self.steps = _count_box(_STEPS, LARGEST_STEPS, tr("Pictures from A to B, both included."), tr("Steps"))
        tip = tr("Pictures on a side of the plane, the corners included.")
        self.side = _count_box(_SIDE, LARGEST_CORNERS, tip, tr("Steps of a side"))
        self.side.hide()
        self.samples = QCheckBox(tr("ends drawn from q(z|x)"))
        self._tell_seed()
        layout = FlowLayout(self, line_gap=theme.SPACING.TIGHT)
        for part in (self.mode, group_of(QLabel(tr("Steps")), self.steps, self.side), self.samples, self.pair):
            layout.addWidget(part)
        self.mode.currentIndexChanged.connect(self._on_mode)
        for box in (self.steps, self.side):
            box.value_changed.connect(self.changed)
        self.samples.toggled.connect(self.changed)

    @property
    def between_four(self) -> bool:
        """Whether it goes between four images."""
        return self.mode.currentIndex() == _FOUR

    @property
    def step_count(self) -> int:
        """Pictures on the way, or on a side of the plane."""
        return int(self.side.value() or _SIDE) if self.between_four else int(self.steps.value() or _STEPS)

    @property
    def seed(self) -> int | None:
        """Of the draws from the posteriors; None where their means are taken."""
        return self._seed if self.samples.isChecked() else None

    def show_settings(self, *, four: bool, steps: int, seed: int | None) -> None:
        """Show what an interpolation was drawn with."""
        if seed is not None:
            self._seed = seed
            self._tell_seed()
        self.mode.setCurrentIndex(_FOUR if four else _TWO)
        (self.side if four else self.steps).set_value(steps)
        self.samples.setChecked(seed is not None)

    def _tell_seed(self) -> None:
        self.samples.setToolTip(
            tr("Draw the images' z from their posteriors, by seed {seed}, instead of taking their means.", seed=self._seed)
        )

    @Slot()
    def _on_mode(self) -> None:
        (self.steps if self.between_four else self.side).hide()
        (self.side if self.between_four else self.steps).show()
        self.mode_changed.emit()


def _count_box(value: int, high: int, tip: str, name: str) -> NumberBox:
    box = NumberBox(whole=True, limits=Limits(low=2, high=high))
    box.set_value(value)
    box.setToolTip(tip)
    box.setAccessibleName(name)
    box.setFixedWidth(_BOX_WIDTH)
    return box
