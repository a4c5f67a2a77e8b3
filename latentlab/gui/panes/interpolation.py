"""The way from one image to another through the latent space, straight and along the great circle; the plane between four."""

from functools import partial
from pathlib import Path
from typing import Unpack

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QWidget,
)

from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.images import Described
from latentlab.explore.requests.interpolation import Corners, DrawnCorners, DrawnInterpolation, Interpolate
from latentlab.explore.requests.values import ImageRef
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.base import (
    ViewPane,
    caption_label,
    copy_button,
    export_button,
    row_of,
    title_label,
)
from latentlab.gui.session import Session
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.density_plot import DensityPlot
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.image_well import ImageWell, choose_random
from latentlab.gui.widgets.interpolation_settings import InterpolationSettings
from latentlab.gui.widgets.path_alignment import PathAlignment
from latentlab.gui.widgets.path_player import PathPlayer

_SHARES = ((7, 3, 4), (1, 0, 1))
"""Of the height: the picture with its ends, the plot and the pictures; or the wells above and below."""
_LEAST_PLACE = 120
_WAY_TIP = tr(
    "lerp: z = (1 − α)·a + α·b. slerp: along the great circle between their directions. Click a picture to make "
    "its z the current one."
)
_PLANE_TIP = tr("z = (1 − β)·[(1 − α)·a + α·b] + β·[(1 − α)·c + α·d]. Click a picture to make its z the current one.")
_LENGTHS_TIP = tr(
    "Of the path in z: ‖Δz‖ summed from picture to picture. In pixel values: the Euclidean distances between neighbouring "
    "pictures summed, pixels in [0, 1]."
)
_EMPTY = tr("Train a run or open one: the way from A to B appears here.")


class InterpolationPane(ViewPane):
    """Two images with the filmstrips between them and a scrubber that moves the current z; or four with their plane."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._drawn: DrawnInterpolation | DrawnCorners | None = None
        self._row = 0
        self._chosen = False
        self.wells = tuple(ImageWell(name) for name in "ABCD")
        self.a, self.b, self.c, self.d = self.wells
        self._build_settings()
        self._build_views()
        layout = self._column()
        layout.addLayout(row_of(title_label(tr("Interpolation")), 1, self.copy, self.export))
        layout.addWidget(self.settings)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(theme.SPACING.LARGE)
        self._table.setVerticalSpacing(theme.SPACING.SMALL)
        self._table.setColumnStretch(1, 1)
        layout.addLayout(self._table, 1)
        layout.addWidget(self.player)
        layout.addWidget(self.caption)
        self._arrange()
        self._set_enabled(False)
        self._connect()
        self._follow()
        if session.views.described is not None:
            self._on_described(session.views.described)

    def _build_settings(self) -> None:
        self.settings = InterpolationSettings()
        self.copy = copy_button(tr("Copy the pictures (Ctrl+C in the grid)."), tr("Copy the pictures"))
        self.export = export_button(
            tr("Write the pictures as PNG, or as a GIF, WebP or MP4 loop, with the command line that draws them again.")
        )

    def _build_views(self) -> None:
        self.grid = ImageGrid()
        self.grid.set_empty_text(_EMPTY)
        self.place = ImageView()
        self.place.setMinimumSize(_LEAST_PLACE, _LEAST_PLACE)
        self.place.setAccessibleName(tr("Picture at the place on the way"))
        self.place.setToolTip(tr("The picture at the place that the slider below is at."))
        self.place.set_empty_text("")
        self.densities = DensityPlot()
        self.caption = caption_label(wraps=True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.player = PathPlayer()
        self._alignment = PathAlignment(self.grid, self.densities, self.player)

    def _connect(self) -> None:
        session = self._session
        self.settings.mode_changed.connect(self._on_mode)
        self.settings.changed.connect(self._keep)
        self.settings.pair.clicked.connect(self._on_pair)
        self.copy.clicked.connect(self.grid.copy_image)
        self.export.clicked.connect(self._on_export)
        self.grid.export_requested.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        self.densities.place_chosen.connect(self._on_place)
        self.densities.export_requested.connect(partial(session.messages.export_picture, "density.png"))
        self.place.export_requested.connect(partial(session.messages.export_picture, "place.png"))
        session.views.described_changed.connect(self._on_described)
        self.player.place_changed.connect(self._on_scrub)
        for well, name in zip(self.wells, "abcd", strict=True):
            well.chosen.connect(self._on_chosen)
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
        settings = self.settings
        a, b, c, d = (well.source for well in self.wells)
        if settings.between_four:
            return Corners(a, b, c, d, settings.step_count, settings.seed)
        return Interpolate(a, b, settings.step_count, ("lerp", "slerp"), settings.seed)

    def restore(self, request: Interpolate | Corners) -> None:
        """Show an interpolation again as it was drawn."""
        four = isinstance(request, Corners)
        self.settings.show_settings(four=four, steps=request.steps, seed=request.seed)
        sources: tuple[ImageRef, ...] = request.images if isinstance(request, Corners) else (request.a, request.b)
        for well, source in zip(self.wells, sources, strict=False):
            well.choose(source)

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the pictures."""
        self._session.views.export(self.request(), path, **style)

    def _arrange(self) -> None:
        """The wells at the ends of the way over its filmstrips, or around the plane."""
        four = self.settings.between_four
        table, top, bottom = self._table, Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        for widget in (*self.wells, self.place, self.densities, self.grid):
            table.removeWidget(widget)
        table.addWidget(self.a, 0, 0, top)
        table.addWidget(self.b, 0, 2, top)
        if four:
            table.addWidget(self.grid, 0, 1, 3, 1)
            table.addWidget(self.c, 2, 0, bottom)
            table.addWidget(self.d, 2, 2, bottom)
        else:
            table.addWidget(self.place, 0, 1)
            table.addWidget(self.densities, 1, 0, 1, 3)
            table.addWidget(self.grid, 2, 0, 1, 3)
        for row, share in enumerate(_SHARES[four]):
            table.setRowStretch(row, share)
        of_four = (self.c, self.d)
        of_two = (self.place, self.densities, self.player)
        for widget in of_two if four else of_four:  # first, so that the pane never needs room for both
            widget.hide()
        for widget in of_four if four else of_two:
            widget.show()
        self.grid.setToolTip(_PLANE_TIP if four else _WAY_TIP)
        self.caption.setToolTip(_PLANE_TIP if four else _LENGTHS_TIP)

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (*self.wells, self.settings, self.player, self.copy, self.export):
            widget.setEnabled(enabled)

    def _draw(self) -> None:
        four = self.settings.between_four
        self._between_two.keep(not four)
        self._between_four.keep(four)

    @Slot()
    def _on_mode(self) -> None:
        self.player.stop()
        self._forget()
        self._arrange()
        self._keep()

    @Slot()
    def _on_chosen(self) -> None:
        self._chosen = True
        self._keep()

    @Slot(object)
    def _on_described(self, described: Described) -> None:
        """Begin with images of different labels, unless a user has chosen some."""
        if described.tells_apart and not self._chosen:
            examples = sorted(described.examples)
            for place, well in enumerate(self.wells):
                well.start_at(examples[min(place, len(examples) - 1)])
            self._keep()

    @Slot()
    def _on_pair(self) -> None:
        wells = self.wells if self.settings.between_four else self.wells[:2]
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
        self.place.set_image(None)
        self.place.set_caption("")
        self.caption.clear()

    def _on_subject(self, subject: Subject) -> None:
        self.player.stop()
        self._forget()
        self._chosen = False
        for place, well in enumerate(self.wells):
            well.start_at(min(place, subject.held_out_count - 1))
        self._set_enabled(True)

    def _on_plane(self, drawn: DrawnCorners) -> None:
        self._show_images(drawn)
        self.caption.setText(tr("α across, β down · model of step {step:,}", step=drawn.step))

    def _on_paths(self, drawn: DrawnInterpolation) -> None:
        first = self._drawn is None
        self._show_images(drawn)
        places = drawn.z.shape[1]
        self.player.set_count(places)
        if first:  # half way there is something to see that is neither A nor B
            self.player.set_place(places // 2)
        self.densities.set_paths(drawn)
        self._alignment.set_columns(places)
        self.caption.setText(_lengths_text(drawn))
        self._show_place(drawn)

    def _show_images(self, drawn: DrawnInterpolation | DrawnCorners) -> None:
        self._drawn = drawn
        self.grid.set_grid(drawn.grid.images, drawn.grid.row_labels, drawn.grid.column_labels)
        for well, image, label in zip(self.wells, drawn.ends, drawn.labels, strict=False):
            well.show_image(image, translated(label))

    def _show_place(self, drawn: DrawnInterpolation) -> None:
        at = self._row, self.player.place()
        self.place.set_image(drawn.grid.images[at])
        self.place.set_caption(_place_text(drawn, *at))
        self.densities.set_mark(*at)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.player.stop()


def _lengths_text(drawn: DrawnInterpolation) -> str:
    """How long the paths are."""
    lengths = [
        tr(
            "length of {kind}: {in_z:.2f} in z, {in_pixels:.2f} in pixel values",
            kind=kind,
            in_z=drawn.latent_length[place],
            in_pixels=drawn.image_length[place],
        )
        for place, kind in enumerate(drawn.grid.row_labels)
    ]
    unknown = [figures.SIGMA_UNKNOWN] if np.isnan(drawn.log_aggregate).any() else []
    return " · ".join((*lengths, tr("model of step {step:,}", step=drawn.step), *unknown))


def _place_text(drawn: DrawnInterpolation, row: int, column: int) -> str:
    """Where a place is, and how likely."""
    return tr(
        "{row}, α = {share} · log q(z) {here} · log p(z) {prior} nats",
        row=drawn.grid.row_labels[row],
        share=drawn.grid.column_labels[column],
        here=figures.signed(float(drawn.log_aggregate[row, column]), 1),
        prior=figures.signed(float(drawn.log_prior[row, column]), 1),
    )
