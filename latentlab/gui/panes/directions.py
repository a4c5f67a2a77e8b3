"""Directions of the latent space: what makes images of one kind differ, walked, measured and kept as sliders."""

from pathlib import Path
from typing import Unpack

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.directions import Direction, DrawnDirections, KeptDirection, Lasso
from latentlab.explore.requests.images import Described
from latentlab.gui.language import mark, tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, caption_label, export_button, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.figures import signed
from latentlab.gui.widgets.group_choice import GroupChoice
from latentlab.gui.widgets.kept_directions import KeptDirections
from latentlab.gui.widgets.low_grid import LowGrid
from latentlab.gui.widgets.notice import Notice
from latentlab.gui.widgets.totals_table import TotalsTable

_ROWS = (tr("difference"), tr("classifier"))
"""Both methods, in short so that the pictures have room."""
_FILES = tr("Directions (*.npz)")
_NO_LABELS = tr(
    "These images have no labels that tell them apart. A direction can still be made from an attribute, such as "
    "brightness, or from two groups that you encircle on the map (Ctrl+5)."
)
_GRID_TIP = tr(
    "z + δ·s·v: v is the difference of the two groups' mean posterior means, or the normal of a linear "
    "classifier; s is the standard deviation of the held-out means along v. Click a picture to make its z "
    "the current one."
)
_ALSO_TIP = tr("Also changes: correlation of the place along the classifier's direction with other labels and attributes.")
_SCORES_TIP = tr(
    "AUC: how well the place along the direction tells the two groups apart, on images that it was not "
    "made from, ± the standard error over the parts of the cross-validation: 0.5 is chance, 1 is perfect."
)
_SCORES = ((tr("AUC, cross-validated"), tr("± standard error")), (tr("images"), tr("toward")), (tr("images"), tr("away from")))
_NO_LASSO = tr("Draw lasso A and lasso B around images on the map (Ctrl+5), then choose Direction A → B there.")


class DirectionsPane(ViewPane):
    """Two groups of images, the walks from one to the other, and a slider for each direction that is kept."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._drawn: DrawnDirections | None = None
        self._lasso: Lasso | None = None
        self._build_head()
        self._build_views()
        self._lay_out()
        self._set_enabled(False)
        self._connect()
        self._follow()
        if session.views.described is not None:
            self._on_described(session.views.described)

    def request(self, latent: Latent) -> Direction:
        """What the settings say, walked from the start of the current z.

        Raises:
            ConfigError: if both labels are the same, or no lassos were drawn.
        """
        groups = self.groups
        match groups.kind():
            case "attribute":
                return Direction(None, None, latent.start, attribute=groups.attribute.currentData())
            case "lasso":
                return Direction(None, None, latent.start, lasso=self._lasso)
            case "label":
                return Direction(groups.label.currentData(), groups.against.currentData(), latent.start)

    def restore(self, request: Direction) -> None:
        """Show a direction again as it was drawn."""
        if request.lasso is not None:
            self._take_lasso(request.lasso)
        elif request.attribute is not None:
            self.groups.choose_attribute(request.attribute)
        else:
            self.groups.choose_labels(request.label, request.against)
        self._session.latent.restore(request.z, None, mark("z as given"))
        self._keep()

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write both walks."""
        if self._session.latent.current is not None:
            self._session.views.export(self.request(self._session.latent.current), path, **style)

    def save_to(self, path: Path) -> None:
        """Write the kept directions."""
        self._session.exports.write_directions(self.kept.kept(), path)

    def _build_head(self) -> None:
        self.groups = GroupChoice()
        self.export = export_button(tr("Write both walks as PNG or looping GIF, with the command line that draws them again."))
        self.keep = QPushButton(tr("Keep classifier as slider"))
        self.keep.setToolTip(tr("Keep the classifier's direction as a slider that moves the current z along it."))
        self.save = QPushButton(tr("Save…"))
        self.save.setToolTip(tr("Write the kept directions to a file: names, vectors, standard deviations and steps, as NPZ."))
        self.load = QPushButton(tr("Load…"))
        self.load.setToolTip(tr("Keep the directions of a file as sliders too."))

    def _build_views(self) -> None:
        self.grid = LowGrid()
        self.grid.set_empty_text(tr("Train a run or open one: the way from one kind of images to another appears here."))
        self.grid.setToolTip(_GRID_TIP)
        self.notice = Notice()
        self.hint = caption_label(wraps=True)
        self.hint.setText(_NO_LABELS)
        self.hint.hide()
        self.caption = caption_label(wraps=True)
        self.caption.setToolTip(_ALSO_TIP)
        self.scores = TotalsTable(_SCORES)
        self.scores.setToolTip(_SCORES_TIP)
        self.kept = KeptDirections()

    def _lay_out(self) -> None:
        layout = self._column()
        layout.addLayout(row_of(title_label(tr("Directions")), 1, self.keep, self.save, self.load, self.export))
        layout.addWidget(self.groups)
        layout.addWidget(self.hint)
        layout.addWidget(self.grid, 1000)
        layout.addWidget(self.notice, 1000)
        layout.addWidget(self.scores)
        layout.addWidget(self.caption)
        layout.addWidget(self.kept)
        layout.addStretch(1)

    def _connect(self) -> None:
        session = self._session
        self.groups.source_changed.connect(self._on_source)
        self.groups.changed.connect(self._keep)
        self.kept.changed.connect(self._on_kept)
        self.kept.moved.connect(self._on_moved)
        self.kept.settled.connect(session.latent.history.settle)
        self.keep.clicked.connect(self._on_keep)
        self.save.clicked.connect(self._on_save)
        self.load.clicked.connect(self._on_load)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        self.grid.export_requested.connect(self._on_export)
        session.views.described_changed.connect(self._on_described)
        session.latent.latent_changed.connect(self._on_latent)
        self._view(DrawnDirections, self._ask, self._on_drawn, shown_in=self.grid)

    def _set_enabled(self, enabled: bool) -> None:
        self.groups.setEnabled(enabled)
        self.load.setEnabled(enabled)
        for button in (self.keep, self.export):
            button.setEnabled(enabled and self._drawn is not None)
        self._on_kept()

    @Slot()
    def _on_source(self) -> None:
        self._show_what_to_do()
        if self.groups.kind() != "lasso" or self._lasso is not None:
            self._keep()

    def _show_what_to_do(self) -> None:
        """In the grid's place where lassos are to be drawn first; over it where images have no labels."""
        needs_lasso = self.groups.kind() == "lasso" and self._lasso is None
        self.notice.say("info", _NO_LASSO if needs_lasso else "")
        for widget in (self.grid, self.scores, self.caption):
            widget.setVisible(not needs_lasso)
        described = self._session.views.described
        self.hint.setVisible(described is not None and not described.tells_apart)

    def show_lasso(self, lasso: Lasso) -> None:
        """Show the direction between the two groups of a lasso."""
        self._take_lasso(lasso)
        self._keep()

    def _take_lasso(self, lasso: Lasso) -> None:
        self._lasso = lasso
        self.groups.choose_source("lasso")
        self._show_what_to_do()

    @Slot(object)
    def _on_described(self, described: Described) -> None:
        self.groups.offer_labels(described.labels, described.label_names)
        self.groups.offer_attributes(described.attributes)
        if not described.tells_apart and self.groups.kind() == "label":
            self.groups.choose_source("attribute")
        self._show_what_to_do()
        self._keep()

    def _ask(self, latent: Latent) -> Direction | None:
        described, source = self._session.views.described, self.groups.kind()
        if described is None or (source == "lasso" and self._lasso is None):
            return None  # it is not known yet what there is, or nothing is encircled
        try:
            return self.request(latent)
        except ConfigError as error:
            self._tell("error", str(error))
            return None

    @Slot()
    def _on_keep(self) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        away, toward = (translated(words.removeprefix("label ")) for words in drawn.groups)
        name = f"{away} → {toward}"
        if self.kept.holds(name, drawn.step):
            self._tell("info", tr("The direction {name} is kept already.", name=name))
            return
        self._add(KeptDirection(name, drawn.vectors[1], float(drawn.spread[1]), drawn.step))

    def _add(self, direction: KeptDirection) -> None:
        self.kept.add(direction)
        if self._session.latent.current is not None:
            self._on_latent(self._session.latent.current)

    @Slot()
    def _on_kept(self) -> None:
        self.save.setEnabled(bool(self.kept.rows))

    @Slot(object, float)
    def _on_moved(self, kept: KeptDirection, place: float) -> None:
        """Move z along the direction, and along nothing else."""
        latent = self._session.latent.current
        if latent is not None:
            here = float((latent.z - latent.start) @ kept.vector)
            z = latent.z + (place * kept.spread - here) * kept.vector
            self._session.latent.adopt_z(z, kept.name, merges=kept.name)

    @Slot()
    def _on_save(self) -> None:
        suggestion = self._session.exports.folder / "directions.npz"
        name, _ = QFileDialog.getSaveFileName(self, tr("Save directions"), str(suggestion), _FILES)
        if name:
            self.save_to(Path(name).with_suffix(".npz"))

    @Slot()
    def _on_load(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Load directions"), str(self._session.exports.folder), _FILES)
        if name:
            self._session.views.read_directions(Path(name), self.add_directions)

    def add_directions(self, directions: tuple[KeptDirection, ...]) -> None:
        """Keep directions as sliders."""
        for direction in directions:
            self._add(direction)

    @Slot()
    def _on_export(self) -> None:
        if self._drawn is not None:
            self._session.messages.export_view("direction", self._drawn.grid, self.export_to)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._drawn is not None:
            self._session.latent.adopt_z(self._drawn.z[cell], tr("direction"))

    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._drawn = None
        self._lasso = None
        self.kept.clear()
        self.groups.forget_labels()
        self._show_what_to_do()
        self.grid.set_empty_text(tr("Looking at the held-out images …"))
        self.grid.set_grid(None)
        self.scores.set_rows(())
        self.caption.clear()
        self._set_enabled(True)

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        self.kept.show_place(latent.z - latent.start)
        self._mark_current(latent)

    def _on_drawn(self, drawn: DrawnDirections) -> None:
        self._drawn = drawn
        self.grid.set_grid(drawn.grid.images, _ROWS, drawn.grid.column_labels)
        self._mark_current(self._session.latent.current)
        toward, away = (f"{count:,}" for count in drawn.counts)
        scores = zip(_ROWS, drawn.auc, drawn.auc_error, strict=True)
        self.scores.set_rows([(method, (f"{auc:.3f} ± {error:.3f}", toward, away)) for method, auc, error in scores])
        self.caption.setText(_about(drawn))
        self._set_enabled(True)

    def _mark_current(self, latent: Latent | None) -> None:
        """Frame the middle of both walks while it is the current z."""
        if self._drawn is not None and latent is not None:
            here = np.array_equal(latent.z, self._drawn.request.z)
            self.grid.set_marks([(row, self._drawn.z.shape[1] // 2) for row in range(len(_ROWS))] if here else [])


def _about(drawn: DrawnDirections) -> str:
    """Between which groups, what else changes, and in which model."""
    away, toward = map(translated, drawn.groups)
    if drawn.also:
        also = tr(
            "also changes (correlation): {names}", names=", ".join(f"{translated(name)} {signed(r)}" for name, r in drawn.also)
        )
    elif drawn.others:
        also = tr("none of {count} other labels and attributes changes along", count=drawn.others)
    else:
        also = tr("no other label or attribute of these images is known")
    return tr("From {away} to {toward} · {also} · model of step {step:,}", away=away, toward=toward, also=also, step=drawn.step)
