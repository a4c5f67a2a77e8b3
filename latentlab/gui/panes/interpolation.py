"""The way from one image to another through the latent space, straight and along the great circle; the plane between four."""

from functools import partial
from pathlib import Path
from typing import Unpack

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.explore.requests.commands import DEFAULT_FPS, Style
from latentlab.explore.requests.interpolation import LARGEST_CORNERS, Corners, DrawnCorners, DrawnInterpolation, Interpolate
from latentlab.explore.requests.values import LARGEST_STEPS, ImageRef, View
from latentlab.gui import theme
from latentlab.gui.session import Latent, Session, Subject
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.density_plot import DensityPlot
from latentlab.gui.widgets.flow_layout import FlowLayout
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.image_well import ImageWell
from latentlab.gui.widgets.number_box import Limits, NumberBox

_NAME = "interpolation"
_TWO, _FOUR = 0, 1
_WAY_TIP = (
    "lerp: z = (1 − α)·a + α·b. slerp: along the great circle between their directions. Click a picture to make its z the "
    "current one."
)
_PLANE_TIP = "z = (1 − β)·[(1 − α)·a + α·b] + β·[(1 − α)·c + α·d]. Click a picture to make its z the current one."
_EMPTY = "Train a run or open one: the way from A to B appears here."


class InterpolationPane(QWidget):
    """Two images with the filmstrips between them and a scrubber that moves the current z; or four with their plane."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drawn: DrawnInterpolation | DrawnCorners | None = None
        self._row = 0
        self._seed = 0
        self._ahead = 1
        self._playing = QTimer(self)
        self._playing.setInterval(1000 // DEFAULT_FPS)
        self._playing.timeout.connect(self._on_tick)
        self.wells = tuple(ImageWell(name) for name in "ABCD")
        self.a, self.b, self.c, self.d = self.wells
        self._build_settings()
        self._build_views()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(self._head())
        layout.addLayout(self._bar())
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(theme.SPACING.LARGE)
        self._table.setVerticalSpacing(theme.SPACING.SMALL)
        self._table.setColumnStretch(1, 1)
        for row in (0, 1):
            self._table.setRowStretch(row, 1)
        layout.addLayout(self._table, 1)
        layout.addWidget(self._scrub_row)
        layout.addWidget(self.plane_caption)
        self._arrange()
        self._set_enabled(False)
        self._connect()

    def _build_settings(self) -> None:
        self.mode = QComboBox()
        self.mode.addItems(["between two images", "between four images"])
        self.mode.setToolTip("The way from A to B, or the plane between A, B, C and D.")
        self.mode.setAccessibleName("Interpolation between")
        self.pair = QPushButton(theme.icon("dice"), "Random")
        self.pair.setToolTip("Held-out images by chance.")
        self.steps = NumberBox(whole=True, limits=Limits(low=2, high=LARGEST_STEPS))
        self.steps.set_value(9)
        self.steps.setToolTip("Pictures from A to B, both included.")
        self.steps.setAccessibleName("Steps")
        self.side = NumberBox(whole=True, limits=Limits(low=2, high=LARGEST_CORNERS))
        self.side.set_value(5)
        self.side.setToolTip("Pictures on a side of the plane, the corners included.")
        self.side.setAccessibleName("Steps of a side")
        for box in (self.steps, self.side):
            box.setFixedWidth(72)
        self.samples = QCheckBox("from samples")
        self._tell_seed()
        self.copy = QToolButton()
        self.copy.setIcon(theme.icon("copy"))
        self.copy.setToolTip("Copy the pictures (Ctrl+C in the grid).")
        self.copy.setAccessibleName("Copy the pictures")
        self.export = QPushButton(theme.icon("export"), "Export…")
        self.export.setToolTip(
            "Write the pictures as PNG, or as a GIF, WebP or MP4 loop, with the command line that draws them again."
        )

    def _build_views(self) -> None:
        self.grid = ImageGrid()
        self.grid.set_empty_text(_EMPTY)
        self.densities = DensityPlot()
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        self.caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.caption.setWordWrap(True)
        self.caption.setToolTip(
            "Lengths: of the path in z, ‖Δz‖ summed from picture to picture, and the sum of the distances between neighbouring "
            "pictures, pixels in [0, 1]."
        )
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(theme.SPACING.TIGHT)
        middle.addWidget(self.caption)
        middle.addWidget(self.densities, 1)
        self.plane_caption = QLabel()
        self.plane_caption.setFont(theme.tabular(theme.caption_font()))
        self.plane_caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.plane_caption.setToolTip(_PLANE_TIP)
        self.play = QToolButton()
        self.play.setIcon(theme.icon("play"))
        self.play.setCheckable(True)
        self.play.setShortcut("P")
        self.play.setToolTip("Walk to and fro until a hand takes over (P).")
        self.play.setAccessibleName("Play")
        self.scrubber = QSlider(Qt.Orientation.Horizontal)
        self.scrubber.setToolTip("Where on the way the current z is, on the row that was clicked last; ← and → step.")
        self.scrubber.setAccessibleName("Place between A and B")
        self._scrub_row = QWidget()
        scrub = QHBoxLayout(self._scrub_row)
        scrub.setContentsMargins(0, 0, 0, 0)
        scrub.setSpacing(theme.SPACING.SMALL)
        scrub.addWidget(self.play)
        scrub.addWidget(self.scrubber, 1)

    def _head(self) -> QHBoxLayout:
        title = QLabel("Interpolation")
        title.setFont(theme.title_font())
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.copy)
        head.addWidget(self.export)
        return head

    def _bar(self) -> FlowLayout:
        counts = QWidget()
        row = QHBoxLayout(counts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.TIGHT)
        for part in (QLabel("Steps"), self.steps, self.side):
            row.addWidget(part)
        self.samples.setMinimumHeight(self.steps.sizeHint().height())
        bar = FlowLayout(line_gap=theme.SPACING.TIGHT)
        for widget in (self.mode, counts, self.samples, self.pair):
            bar.addWidget(widget)
        return bar

    def _connect(self) -> None:
        session = self._session
        self.mode.currentIndexChanged.connect(self._on_mode)
        for box in (self.steps, self.side):
            box.value_changed.connect(self._keep)
        self.samples.toggled.connect(self._keep)
        self.pair.clicked.connect(self._on_pair)
        self.copy.clicked.connect(self.grid.copy_image)
        self.export.clicked.connect(self._on_export)
        self.grid.export_requested.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        self.densities.place_chosen.connect(self._on_place)
        self.densities.export_requested.connect(partial(session.ask_export, "density.png"))
        self.scrubber.valueChanged.connect(self._on_scrub)
        self.scrubber.sliderPressed.connect(self._stop_playing)
        self.scrubber.actionTriggered.connect(self._stop_playing)
        self.play.toggled.connect(self._on_play)
        for well, name in zip(self.wells, "abcd", strict=True):
            well.chosen.connect(self._keep)
            well.export_requested.connect(partial(session.ask_export, f"{name}.png"))
        session.subject_changed.connect(self._on_subject)
        session.view_drawn.connect(self._on_drawn)

    def request(self) -> Interpolate | Corners:
        """What the settings say."""
        seed = self._seed if self.samples.isChecked() else None
        a, b, c, d = (well.source for well in self.wells)
        if self.mode.currentIndex() == _FOUR:
            return Corners(a, b, c, d, int(self.side.value() or 5), seed)
        return Interpolate(a, b, int(self.steps.value() or 9), ("lerp", "slerp"), seed)

    def restore(self, request: Interpolate | Corners) -> None:
        """Show an interpolation again as it was drawn."""
        if request.seed is not None:
            self._seed = request.seed
            self._tell_seed()
        if isinstance(request, Corners):
            self.mode.setCurrentIndex(_FOUR)
            self.side.set_value(request.steps)
            sources: tuple[ImageRef, ...] = request.images
        else:
            self.mode.setCurrentIndex(_TWO)
            self.steps.set_value(request.steps)
            sources = (request.a, request.b)
        self.samples.setChecked(request.seed is not None)
        for well, source in zip(self.wells, sources, strict=False):
            well.choose(source)

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the pictures."""
        self._session.export_view(self.request(), path, **style)

    def _arrange(self) -> None:
        """The wells at the ends of the way over its filmstrips, or around the plane."""
        four = self.mode.currentIndex() == _FOUR
        table, top, bottom = self._table, Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        for widget in (*self.wells, self._middle, self.grid):
            table.removeWidget(widget)
        table.addWidget(self.a, 0, 0, top)
        table.addWidget(self.b, 0, 2, top)
        if four:
            table.addWidget(self.grid, 0, 1, 2, 1)
            table.addWidget(self.c, 1, 0, bottom)
            table.addWidget(self.d, 1, 2, bottom)
        else:
            table.addWidget(self._middle, 0, 1)
            table.addWidget(self.grid, 1, 0, 1, 3)
        of_four = (self.c, self.d, self.side, self.plane_caption)
        of_two = (self._middle, self.steps, self._scrub_row)
        for widget in of_two if four else of_four:  # first, so that the pane never needs room for both
            widget.hide()
        for widget in of_four if four else of_two:
            widget.show()
        self.grid.setToolTip(_PLANE_TIP if four else _WAY_TIP)

    def _tell_seed(self) -> None:
        self.samples.setToolTip(
            f"Draw the images' z from their posteriors, by seed {self._seed}, instead of taking their means."
        )

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (*self.wells, self.mode, self.pair, self.play, self.scrubber, self.copy, self.export):
            widget.setEnabled(enabled)

    @Slot()
    def _keep(self) -> None:
        if self.isVisible():
            # Images and weights decide the paths, the current z does not: a path that it moves along stays as it is.
            self._session.keep_view(_NAME, self._ask, follows_z=False)

    def _ask(self, latent: Latent) -> Interpolate | Corners:
        del latent
        return self.request()

    @Slot()
    def _on_mode(self) -> None:
        self._stop_playing()
        self._forget()
        self._arrange()
        self._keep()

    @Slot()
    def _on_pair(self) -> None:
        count = self._session.held_out_count
        wells = self.wells if self.mode.currentIndex() == _FOUR else self.wells[:2]
        chosen = np.random.default_rng().choice(count, len(wells), replace=count < len(wells)).tolist()
        for well, index in zip(wells, chosen, strict=True):
            well.choose(ImageRef(index=index))

    @Slot()
    def _on_export(self) -> None:
        if self._drawn is not None:
            name = "interpolation" if isinstance(self._drawn, DrawnInterpolation) else "corners"
            self._session.ask_view_export(name, self._drawn.grid, self.export_to)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        self._stop_playing()
        self._go_to(cell)

    @Slot(int)
    def _on_place(self, place: int) -> None:
        self._stop_playing()
        self._go_to((self._row, place))

    @Slot(int)
    def _on_scrub(self, place: int) -> None:
        self._go_to((self._row, place))

    def _go_to(self, cell: tuple[int, int]) -> None:
        """Make a picture's z the current one."""
        if self._drawn is None:
            return
        self._session.adopt_z(self._drawn.z[cell])
        self.grid.set_highlight(cell)
        if isinstance(self._drawn, DrawnInterpolation):
            self._row = cell[0]
            self.scrubber.blockSignals(True)
            self.scrubber.setValue(cell[1])
            self.scrubber.blockSignals(False)
            self._show_place(self._drawn)

    @Slot(bool)
    def _on_play(self, playing: bool) -> None:
        self.play.setIcon(theme.icon("pause" if playing else "play"))
        if playing:
            self._playing.start()
        else:
            self._playing.stop()

    @Slot()
    def _stop_playing(self) -> None:
        self.play.setChecked(False)

    @Slot()
    def _on_tick(self) -> None:
        place, last = self.scrubber.value(), self.scrubber.maximum()
        if not 0 <= place + self._ahead <= last:
            self._ahead = -self._ahead
        self.scrubber.setValue(place + self._ahead)

    def _forget(self) -> None:
        self._drawn = None
        self._row = 0
        self.grid.set_empty_text("Looking at the held-out images …")
        self.grid.set_grid(None)
        self.grid.set_highlight(None)
        self.densities.set_paths(None)
        self.caption.clear()
        self.plane_caption.clear()

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._stop_playing()
        self._forget()
        for place, well in enumerate(self.wells):
            well.start_at(min(place, self._session.held_out_count - 1))
        self._set_enabled(True)

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        four = self.mode.currentIndex() == _FOUR
        if name != _NAME or isinstance(drawn, DrawnCorners) != four:
            return  # another pane's, or of the mode that was left in the meantime
        assert isinstance(drawn, DrawnInterpolation | DrawnCorners)
        self._drawn = drawn
        self.grid.set_grid(drawn.grid.images, drawn.grid.row_labels, drawn.grid.column_labels)
        for well, image in zip(self.wells, drawn.ends, strict=False):
            well.view.set_image(image)
        if isinstance(drawn, DrawnCorners):
            self.plane_caption.setText(f"α across, β down · model of step {drawn.step:,}")
            return
        self.scrubber.blockSignals(True)
        self.scrubber.setRange(0, drawn.z.shape[1] - 1)
        self.scrubber.blockSignals(False)
        self.densities.set_paths(drawn)
        self._show_place(drawn)

    def _show_place(self, drawn: DrawnInterpolation) -> None:
        row, column = self._row, self.scrubber.value()
        lengths = "\n".join(
            f"{kind}: length {drawn.latent_length[place]:.2f} in z, {drawn.image_length[place]:.2f} in pixels"
            for place, kind in enumerate(drawn.grid.row_labels)
        )
        here = figures.signed(float(drawn.log_aggregate[row, column]), 1)
        prior = figures.signed(float(drawn.log_prior[row, column]), 1)
        at = f"{drawn.grid.row_labels[row]} at α = {drawn.grid.column_labels[column]}"
        self.caption.setText(f"{lengths} · model of step {drawn.step:,}\n{at}: log q(z) {here} nats, log p(z) {prior} nats")
        self.densities.set_mark(row, column)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop_playing()
        self._session.keep_view(_NAME, None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep()
