"""The way from one image to another through the latent space, straight and along the great circle; the plane between four."""

from functools import partial
from pathlib import Path
from typing import Unpack

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.interpolation import LARGEST_CORNERS, Corners, DrawnCorners, DrawnInterpolation, Interpolate
from latentlab.explore.requests.values import LARGEST_STEPS, ImageRef
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.base import (
    ViewPane,
    caption_label,
    copy_button,
    count_box,
    export_button,
    flow_of,
    row_of,
    title_label,
)
from latentlab.gui.session import Session
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.density_plot import DensityPlot
from latentlab.gui.widgets.flow_layout import FlowLayout, group_of
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.image_well import ImageWell, choose_random
from latentlab.gui.widgets.path_player import PathPlayer

_TWO, _FOUR = 0, 1
_WAY_TIP = tr(
    "lerp: z = (1 − α)·a + α·b. slerp: along the great circle between their directions. Click a picture to make "
    "its z the current one."
)
_PLANE_TIP = tr("z = (1 − β)·[(1 − α)·a + α·b] + β·[(1 − α)·c + α·d]. Click a picture to make its z the current one.")
_LENGTHS_TIP = tr(
    "Lengths: of the path in z, ‖Δz‖ summed from picture to picture, and the sum of the distances between "
    "neighbouring pictures, pixels in [0, 1]."
)
_EMPTY = tr("Train a run or open one: the way from A to B appears here.")


class InterpolationPane(ViewPane):
    """Two images with the filmstrips between them and a scrubber that moves the current z; or four with their plane."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._drawn: DrawnInterpolation | DrawnCorners | None = None
        self._row = 0
        self._seed = 0
        self.wells = tuple(ImageWell(name) for name in "ABCD")
        self.a, self.b, self.c, self.d = self.wells
        self._build_settings()
        self._build_views()
        layout = self._column()
        layout.addLayout(row_of(title_label(tr("Interpolation")), 1, self.copy, self.export))
        layout.addLayout(self._bar())
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(theme.SPACING.LARGE)
        self._table.setVerticalSpacing(theme.SPACING.SMALL)
        self._table.setColumnStretch(1, 1)
        for row in (0, 1):
            self._table.setRowStretch(row, 1)
        layout.addLayout(self._table, 1)
        layout.addWidget(self.player)
        layout.addWidget(self.plane_caption)
        self._arrange()
        self._set_enabled(False)
        self._connect()
        self._follow()

    def _build_settings(self) -> None:
        self.mode = QComboBox()
        self.mode.addItems([tr("between two images"), tr("between four images")])
        self.mode.setToolTip(tr("The way from A to B, or the plane between A, B, C and D."))
        self.mode.setAccessibleName(tr("Interpolation between"))
        self.pair = QPushButton(theme.icon("dice"), tr("Random"))
        self.pair.setToolTip(tr("Held-out images by chance."))
        self.steps = count_box(9, 2, LARGEST_STEPS, tr("Pictures from A to B, both included."), tr("Steps"), 72)
        tip = tr("Pictures on a side of the plane, the corners included.")
        self.side = count_box(5, 2, LARGEST_CORNERS, tip, tr("Steps of a side"), 72)
        self.samples = QCheckBox(tr("from samples"))
        self._tell_seed()
        self.copy = copy_button(tr("Copy the pictures (Ctrl+C in the grid)."), tr("Copy the pictures"))
        self.export = export_button(
            tr("Write the pictures as PNG, or as a GIF, WebP or MP4 loop, with the command line that draws them again.")
        )

    def _build_views(self) -> None:
        self.grid = ImageGrid()
        self.grid.set_empty_text(_EMPTY)
        self.densities = DensityPlot()
        self.caption = caption_label(wraps=True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.caption.setToolTip(_LENGTHS_TIP)
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(theme.SPACING.TIGHT)
        middle.addWidget(self.caption)
        middle.addWidget(self.densities, 1)
        self.plane_caption = caption_label()
        self.plane_caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.plane_caption.setToolTip(_PLANE_TIP)
        self.player = PathPlayer()

    def _bar(self) -> FlowLayout:
        counts = group_of(QLabel(tr("Steps")), self.steps, self.side)
        self.samples.setMinimumHeight(self.steps.sizeHint().height())
        return flow_of(self.mode, counts, self.samples, self.pair)

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
        self.densities.export_requested.connect(partial(session.messages.export_picture, "density.png"))
        self.player.place_changed.connect(self._on_scrub)
        for well, name in zip(self.wells, "abcd", strict=True):
            well.chosen.connect(self._keep)
            well.export_requested.connect(partial(session.messages.export_picture, f"{name}.png"))
        # Images and weights decide the paths, the current z does not: a path that it moves along stays as it is.
        self._between_two = self._view(
            DrawnInterpolation, lambda _: self.request(), self._on_paths, follows_z=False, shown_in=self.grid
        )
        self._between_four = self._view(
            DrawnCorners, lambda _: self.request(), self._on_plane, follows_z=False, shown_in=self.grid
        )

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
        self._session.views.export(self.request(), path, **style)

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
        of_two = (self._middle, self.steps, self.player)
        for widget in of_two if four else of_four:  # first, so that the pane never needs room for both
            widget.hide()
        for widget in of_four if four else of_two:
            widget.show()
        self.grid.setToolTip(_PLANE_TIP if four else _WAY_TIP)

    def _tell_seed(self) -> None:
        self.samples.setToolTip(
            tr("Draw the images' z from their posteriors, by seed {seed}, instead of taking their means.", seed=self._seed)
        )

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (*self.wells, self.mode, self.pair, self.player, self.copy, self.export):
            widget.setEnabled(enabled)

    def _draw(self) -> None:
        four = self.mode.currentIndex() == _FOUR
        self._between_two.keep(not four)
        self._between_four.keep(four)

    @Slot()
    def _on_mode(self) -> None:
        self.player.stop()
        self._forget()
        self._arrange()
        self._keep()

    @Slot()
    def _on_pair(self) -> None:
        wells = self.wells if self.mode.currentIndex() == _FOUR else self.wells[:2]
        if self._session.run.subject is not None:
            choose_random(wells, self._session.run.subject.held_out_count)

    @Slot()
    def _on_export(self) -> None:
        if self._drawn is not None:
            name = "interpolation" if isinstance(self._drawn, DrawnInterpolation) else "corners"
            self._session.messages.export_view(name, self._drawn.grid, self.export_to)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        self.player.stop()
        self._go_to(cell)

    @Slot(int)
    def _on_place(self, place: int) -> None:
        self.player.stop()
        self._on_scrub(place)

    @Slot(int)
    def _on_scrub(self, place: int) -> None:
        self._go_to((self._row, place), merges="way")

    def _go_to(self, cell: tuple[int, int], *, merges: str | None = None) -> None:
        """Make a picture's z the current one."""
        if self._drawn is None:
            return
        self._session.latent.adopt_z(self._drawn.z[cell], tr("interpolation"), merges=merges)
        self.grid.set_highlight(cell)
        if isinstance(self._drawn, DrawnInterpolation):
            self._row = cell[0]
            self.player.set_place(cell[1])
            self._show_place(self._drawn)

    def _forget(self) -> None:
        self._drawn = None
        self._row = 0
        self.grid.set_empty_text(tr("Looking at the held-out images …"))
        self.grid.set_grid(None)
        self.grid.set_highlight(None)
        self.densities.set_paths(None)
        self.caption.clear()
        self.plane_caption.clear()

    def _on_subject(self, subject: Subject) -> None:
        self.player.stop()
        self._forget()
        for place, well in enumerate(self.wells):
            well.start_at(min(place, subject.held_out_count - 1))
        self._set_enabled(True)

    def _on_plane(self, drawn: DrawnCorners) -> None:
        self._show_images(drawn)
        self.plane_caption.setText(tr("α across, β down · model of step {step:,}", step=drawn.step))

    def _on_paths(self, drawn: DrawnInterpolation) -> None:
        self._show_images(drawn)
        self.player.set_count(drawn.z.shape[1])
        self.densities.set_paths(drawn)
        self._show_place(drawn)

    def _show_images(self, drawn: DrawnInterpolation | DrawnCorners) -> None:
        self._drawn = drawn
        self.grid.set_grid(drawn.grid.images, drawn.grid.row_labels, drawn.grid.column_labels)
        for well, image in zip(self.wells, drawn.ends, strict=False):
            well.view.set_image(image)

    def _show_place(self, drawn: DrawnInterpolation) -> None:
        self.caption.setText(_place_text(drawn, self._row, self.player.place()))
        self.densities.set_mark(self._row, self.player.place())

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.player.stop()


def _place_text(drawn: DrawnInterpolation, row: int, column: int) -> str:
    """How long the paths are, and how likely a place on one of them is."""
    lengths = "\n".join(
        tr(
            "{kind}: length {in_z:.2f} in z, {in_pixels:.2f} in pixels",
            kind=kind,
            in_z=drawn.latent_length[place],
            in_pixels=drawn.image_length[place],
        )
        for place, kind in enumerate(drawn.grid.row_labels)
    )
    here = figures.signed(float(drawn.log_aggregate[row, column]), 1)
    prior = figures.signed(float(drawn.log_prior[row, column]), 1)
    at = tr(
        "{row} at α = {share}",
        row=drawn.grid.row_labels[row],
        share=drawn.grid.column_labels[column],
    )
    why = f"\n{figures.SIGMA_UNKNOWN}" if here == figures.NO_VALUE else ""
    told = tr(
        "{lengths} · model of step {step:,}\n{at}: log q(z) {here} nats, log p(z) {prior} nats",
        lengths=lengths,
        step=drawn.step,
        at=at,
        here=here,
        prior=prior,
    )
    return told + why
