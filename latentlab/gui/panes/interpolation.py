"""The way from one image to another through the latent space, straight and along the great circle."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from latentlab.explore.requests import LARGEST_STEPS, DrawnInterpolation, Encode, Interpolate, View
from latentlab.gui import theme
from latentlab.gui.session import Latent, Session, Subject
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.image_well import ImageWell
from latentlab.gui.widgets.number_box import Limits, NumberBox
from latentlab.gui.widgets.save_dialog import choose_png

_NAME = "interpolation"
_WELL = QSize(150, 204)


class InterpolationPane(QWidget):
    """Two images, the filmstrips between them, and a scrubber that moves the current z."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drawn: DrawnInterpolation | None = None
        title = QLabel("Interpolation")
        title.setFont(theme.title_font())
        self.pair = QPushButton(theme.icon("dice"), "Random pair")
        self.pair.setToolTip("Two held-out images by chance.")
        self.steps = NumberBox(whole=True, limits=Limits(low=2, high=LARGEST_STEPS))
        self.steps.set_value(9)
        self.steps.setToolTip("Pictures from A to B, both included.")
        self.steps.setAccessibleName("Steps")
        self.samples = QCheckBox("from samples")
        self.samples.setToolTip("Draw the ends from the posteriors, by seed 0, instead of taking their means.")
        self.export = QPushButton(theme.icon("export"), "Export…")
        self.export.setToolTip("Write the filmstrips as PNG, or as a looping GIF, with the command line that draws them again.")
        self.a, self.b = ImageWell("A"), ImageWell("B")
        self.grid = ImageGrid()
        self.grid.set_empty_text("Train a run or open one: the way from A to B appears here.")
        self.grid.setToolTip(
            "lerp: z = (1 − α)·a + α·b. slerp: along the great circle between their directions. Click a picture to make its z "
            "the current one."
        )
        self.scrubber = QSlider(Qt.Orientation.Horizontal)
        self.scrubber.setToolTip("Where on the straight way the current z is; arrow keys step.")
        self.scrubber.setAccessibleName("Place between A and B")
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        self.caption.setWordWrap(True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.caption.setToolTip(
            "Lengths: of the path in z, and the sum of distances between neighbouring pictures. log q(z): density of the "
            "aggregate posterior, the mixture of the held-out images' posteriors; low where the model has seen nothing."
        )

        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addStretch(1)
        for widget in (QLabel("Steps"), self.steps, self.samples, self.pair, self.export):
            head.addWidget(widget)
        ends = QHBoxLayout()
        ends.setSpacing(theme.SPACING.LARGE)
        ends.addWidget(self.a)
        ends.addWidget(self.caption, 1)
        ends.addWidget(self.b)
        for well in (self.a, self.b):
            well.setFixedSize(_WELL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(head)
        layout.addLayout(ends)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.scrubber)
        self._set_enabled(False)

        self.steps.value_changed.connect(self._keep)
        self.samples.toggled.connect(self._keep)
        self.pair.clicked.connect(self._on_pair)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        self.scrubber.valueChanged.connect(self._on_scrub)
        for well in (self.a, self.b):
            well.chosen.connect(self._keep)
        session.subject_changed.connect(self._on_subject)
        session.view_drawn.connect(self._on_drawn)

    def request(self) -> Interpolate:
        """What the settings say."""
        seed = 0 if self.samples.isChecked() else None
        return Interpolate(self.a.source, self.b.source, int(self.steps.value() or 9), ("lerp", "slerp"), seed)

    def restore(self, request: Interpolate) -> None:
        """Show an interpolation again as it was drawn."""
        self.steps.set_value(request.steps)
        self.samples.setChecked(request.seed is not None)
        self.a.choose(request.a)
        self.b.choose(request.b)

    def export_to(self, path: Path) -> None:
        """Write the filmstrips."""
        self._session.export_view(self.request(), path)

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (self.a, self.b, self.pair, self.scrubber, self.export):
            widget.setEnabled(enabled)

    @Slot()
    def _keep(self) -> None:
        if self.isVisible():
            # Images and weights decide the paths, the current z does not: a path that it moves along stays as it is.
            self._session.keep_view(_NAME, self._ask, follows_z=False)

    def _ask(self, latent: Latent) -> Interpolate:
        del latent
        return self.request()

    @Slot()
    def _on_pair(self) -> None:
        count = self._session.held_out_count
        first, second = np.random.default_rng().choice(count, 2, replace=count < 2).tolist()
        self.a.choose(Encode(index=first))
        self.b.choose(Encode(index=second))

    @Slot()
    def _on_export(self) -> None:
        path = choose_png(self, "Export interpolation", self._session.export_folder() / "interpolation.png", loops=True)
        if path is not None:
            self.export_to(path)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._drawn is not None:
            self._session.adopt_z(self._drawn.z[cell])
            self.grid.set_highlight(cell)
            self._show_caption(*cell)

    @Slot(int)
    def _on_scrub(self, place: int) -> None:
        self._on_cell((0, place))

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._drawn = None
        self.grid.set_empty_text("Looking at the held-out images …")
        self.grid.set_grid(None)
        self.caption.clear()
        self.a.start_at(0)
        self.b.start_at(min(1, self._session.held_out_count - 1))
        self._set_enabled(True)

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        if name != _NAME:
            return
        assert isinstance(drawn, DrawnInterpolation)
        self._drawn = drawn
        self.grid.set_grid(drawn.grid.images, drawn.grid.row_labels, drawn.grid.column_labels)
        for well, image in zip((self.a, self.b), drawn.ends, strict=True):
            well.view.set_image(image)
        self.scrubber.blockSignals(True)
        self.scrubber.setRange(0, drawn.z.shape[1] - 1)
        self.scrubber.blockSignals(False)
        self._show_caption(0, self.scrubber.value())

    def _show_caption(self, row: int, column: int) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        rows = "\n".join(
            f"{kind}: length {drawn.latent_length[place]:.2f} in z, {drawn.image_length[place]:.2f} in pixels"
            for place, kind in enumerate(drawn.grid.row_labels)
        )
        here = figures.signed(float(drawn.log_aggregate[row, column]), 1)
        prior = figures.signed(float(drawn.log_prior[row, column]), 1)
        at = f"{drawn.grid.row_labels[row]} at α = {drawn.grid.column_labels[column]}"
        self.caption.setText(f"{rows}\n\n{at}: log q(z) {here} nats, log p(z) {prior} nats\nmodel of step {drawn.step:,}")

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.keep_view(_NAME, None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep()
