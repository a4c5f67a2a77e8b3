"""The pictures along a path over the latent map."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from latentlab.explore.requests.maps import DrawnWalk
from latentlab.explore.requests.values import LARGEST_STEPS
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.number_box import Limits, NumberBox

_HEIGHT = 76
_STEPS = 12


class PathStrip(QWidget):
    """A filmstrip, its number of pictures, and its export.

    Signals:
        steps_changed: another number of pictures is wanted.
        place_chosen: the number of a picture that was clicked.
        export_requested: write the strip.
    """

    steps_changed = Signal()
    place_chosen = Signal(int)
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = ImageGrid()
        self.strip.setAccessibleName(tr("Pictures along the path"))
        self.strip.setToolTip(tr("The path at equal steps. Click a picture to make its z the current one."))
        self.strip.setFixedHeight(_HEIGHT)
        self.steps = NumberBox(whole=True, limits=Limits(low=2, high=LARGEST_STEPS))
        self.steps.set_value(_STEPS)
        self.steps.setToolTip(tr("Pictures along the path, both ends included."))
        self.steps.setAccessibleName(tr("Steps of the path"))
        self.steps.setFixedWidth(72)
        self.export = QPushButton(theme.icon("export"), tr("Path…"))
        self.export.setToolTip(
            tr(
                "Write the pictures along the path as a PNG strip or a looping GIF, with the command line that draws "
                "them again."
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.strip, 1)
        controls = QVBoxLayout()
        controls.setSpacing(theme.SPACING.TIGHT)
        controls.addWidget(self.steps)
        controls.addWidget(self.export)
        controls.addStretch(1)
        row.addLayout(controls)
        self.steps.value_changed.connect(self.steps_changed)
        self.strip.cell_clicked.connect(self._on_cell)
        self.export.clicked.connect(self.export_requested)

    def step_count(self) -> int:
        """Pictures along the path."""
        return int(self.steps.value() or _STEPS)

    def set_walk(self, drawn: DrawnWalk) -> None:
        """Show the pictures along a path."""
        self.strip.set_grid(drawn.grid.images, (), ("",) * len(drawn.places))

    def _on_cell(self, cell: tuple[int, int]) -> None:
        self.strip.set_highlight(cell)
        self.place_chosen.emit(cell[1])
