"""A kept direction: its name, which may be changed, and its slider."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from latentlab.explore.requests.directions import KeptDirection
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.parameter_slider import ParameterSlider

REACH = 5.0
"""Standard deviations to either side."""
_NAME_WIDTH = 170
_STEP_WIDTH = 72


class DirectionRow(QWidget):
    """A slider that counts standard deviations of the held-out means along the direction.

    Attributes:
        direction: as it was found; its name is what `kept` says.

    Signals:
        moved: a user moved the slider.
        settled: that is over.
        forgotten: a user wants the direction gone.
    """

    moved = Signal()
    settled = Signal()
    forgotten = Signal()

    def __init__(self, direction: KeptDirection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.direction = direction
        self.name = QLineEdit(direction.name)
        self.name.setFixedWidth(_NAME_WIDTH)
        self.name.setToolTip(theme.plain_tip(tr("{name}. The name may be changed.", name=direction.name)))
        self.name.setAccessibleName(tr("Name of the direction"))
        self.slider = ParameterSlider(
            direction.name, -REACH, REACH, 0.0, 0.1, tr("Standard deviations along the direction from the start.")
        )
        self.slider.hide_name()
        step = QLabel(tr("step {step:,}", step=direction.step))
        step.setFont(theme.tabular(theme.caption_font()))
        step.setFixedWidth(_STEP_WIDTH)
        step.setToolTip(tr("The direction was found in the model of this step; newer weights leave it as it is."))
        remove = QToolButton()
        remove.setIcon(theme.icon("close"))
        remove.setAutoRaise(True)
        remove.setToolTip(tr("Forget this direction."))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.SPACING.SMALL)
        line.addWidget(self.name)
        line.addWidget(self.slider, 1)
        line.addWidget(step)
        line.addWidget(remove)
        self.slider.changed.connect(self.moved)
        self.slider.settled.connect(self.settled)
        remove.clicked.connect(self.forgotten)

    def kept(self) -> KeptDirection:
        """The direction under its present name."""
        direction = self.direction
        return KeptDirection(self.name.text().strip() or direction.name, direction.vector, direction.spread, direction.step)
