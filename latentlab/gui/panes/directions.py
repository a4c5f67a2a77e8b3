"""Directions of the latent space: what makes images of one kind differ, walked, measured and kept as sliders."""

from functools import partial
from pathlib import Path
from typing import Literal, Unpack

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from latentlab.errors import ConfigError
from latentlab.explore.requests import Described, DrawnDirections, FindDirection, KeptDirection, Lasso, Style
from latentlab.gui import theme
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, caption_label, export_button, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.direction_row import REACH, DirectionRow
from latentlab.gui.widgets.image_grid import ImageGrid

_FIRST_LABELS = tuple(range(10))
"""Offered until the held-out images' own are known."""
_OTHERS = "all others"
_ROWS = ("means", "classifier")
"""Both methods, so short that the pictures have room."""
_MOST_SEEN = 3
"""Kept directions that are seen without scrolling."""
_FILES = "Directions (*.npz)"

Source = Literal["label", "attribute", "lasso"]


class DirectionsPane(ViewPane):
    """Two groups of images, the walks from one to the other, and a slider for each direction that is kept."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._drawn: DrawnDirections | None = None
        self._lasso: Lasso | None = None
        self.kept: list[DirectionRow] = []
        self._build_head()
        self._build_views()
        self._lay_out()
        self._offer(_FIRST_LABELS, ())
        self._set_enabled(False)
        self._connect()
        self._follow()
        if session.views.described is not None:
            self._on_described(session.views.described)

    def request(self, latent: Latent) -> FindDirection:
        """What the settings say, walked from the start of the current z.

        Raises:
            ConfigError: if both labels are the same, or no lassos were drawn.
        """
        match self.source.currentData():
            case "attribute":
                return FindDirection(None, None, latent.start, attribute=self.attribute.currentData())
            case "lasso":
                return FindDirection(None, None, latent.start, lasso=self._lasso)
            case _:
                return FindDirection(self.label.currentData(), self.against.currentData(), latent.start)

    def restore(self, request: FindDirection) -> None:
        """Show a direction again as it was drawn."""
        if request.lasso is not None:
            self._take_lasso(request.lasso)
        elif request.attribute is not None:
            if self.attribute.findData(request.attribute) < 0:
                self.attribute.addItem(request.attribute, request.attribute)
            self._choose(self.attribute, request.attribute)
            self._choose_source("attribute")
        else:
            for box, label in ((self.label, request.label), (self.against, request.against)):
                if box.findData(label) < 0:
                    box.addItem(str(label), label)
                self._choose(box, label)
            self._choose_source("label")
        self._session.latent.restore(request.z, None, "z as given")
        self._keep()

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write both walks."""
        if self._session.latent.current is not None:
            self._session.views.export(self.request(self._session.latent.current), path, **style)

    def save_to(self, path: Path) -> None:
        """Write the kept directions."""
        self._session.exports.write_directions(tuple(row.kept() for row in self.kept), path)

    def _build_head(self) -> None:
        self.source = QComboBox()
        for words, source in (("label", "label"), ("attribute", "attribute"), ("lassos on the map", "lasso")):
            self.source.addItem(words, source)
        self.source.setToolTip("What tells the two groups of images apart. Lassos are drawn on the map (Ctrl+5).")
        self.source.setAccessibleName("What the direction is made from")
        self.label, self.against, self.attribute = QComboBox(), QComboBox(), QComboBox()
        self.label.setToolTip("The direction leads to images of this label.")
        self.label.setAccessibleName("Label that the direction leads to")
        self.against.setToolTip("It leads away from images of this label, or from all others.")
        self.against.setAccessibleName("Label that the direction leads away from")
        self.attribute.setToolTip(
            "It leads to images that have this attribute, or to those above its median where it is a number."
        )
        self.attribute.setAccessibleName("Attribute that the direction leads to")
        for box in (self.label, self.against, self.attribute):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.export = export_button("Write both walks as PNG or looping GIF, with the command line that draws them again.")
        self.keep = QPushButton("Keep as slider")
        self.keep.setToolTip("Keep the classifier's direction as a slider that moves the current z along it.")
        self.save = QPushButton("Save…")
        self.save.setToolTip("Write the kept directions to a file: names, vectors, standard deviations and steps, as NPZ.")
        self.load = QPushButton("Load…")
        self.load.setToolTip("Keep the directions of a file as sliders too.")

    def _build_views(self) -> None:
        self.grid = ImageGrid()
        self.grid.set_empty_text("Train a run on labelled images or open one: the way from one kind to another appears here.")
        self.grid.setToolTip(
            "z + δ·s·v: v is the difference of the two groups' mean posterior means, or the normal of a linear classifier; s "
            "is the standard deviation of the held-out means along v. Click a picture to make its z the current one."
        )
        self.caption = caption_label(wraps=True)
        self.caption.setToolTip(
            "AUC: how well the place along the direction tells the two groups apart, on images that it was not made from: "
            "0.5 is chance, 1 is perfect. Also changes: correlation of the place along the classifier's direction with others."
        )
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.SPACING.TIGHT)
        self._rows.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(rows)

    def _lay_out(self) -> None:
        pages = (
            row_of(QLabel("to"), self.label, QLabel("from"), self.against, 1),
            row_of(QLabel("to"), self.attribute, 1),
            row_of(QLabel("from lasso A to lasso B"), 1),
        )
        self._choices = QStackedWidget()
        for row in pages:
            row.setContentsMargins(0, 0, 0, 0)
            page = QWidget()
            page.setLayout(row)
            self._choices.addWidget(page)
        self._choices.setMaximumHeight(self.label.sizeHint().height())
        choose = row_of(QLabel("By"), self.source)
        choose.addWidget(self._choices, 1)
        layout = self._column()
        layout.addLayout(row_of(title_label("Directions"), 1, self.keep, self.save, self.load, self.export))
        layout.addLayout(choose)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.caption)
        layout.addWidget(self._scroll)
        self._fit_rows()

    def _connect(self) -> None:
        session = self._session
        self.source.currentIndexChanged.connect(self._on_source)
        self.label.currentIndexChanged.connect(self._on_label)
        self.against.currentIndexChanged.connect(self._on_label)
        self.attribute.currentIndexChanged.connect(self._keep)
        self.keep.clicked.connect(self._on_keep)
        self.save.clicked.connect(self._on_save)
        self.load.clicked.connect(self._on_load)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        self.grid.export_requested.connect(self._on_export)
        session.views.described_changed.connect(self._on_described)
        session.latent.latent_changed.connect(self._on_latent)
        self._view(DrawnDirections, self._ask, self._on_drawn)

    def _offer(self, labels: tuple[int, ...], names: tuple[str, ...]) -> None:
        items = [(names[label] if label < len(names) else str(label), label) for label in labels]
        for box, first in ((self.label, []), (self.against, [(_OTHERS, None)])):
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            for words, label in (*first, *items):
                box.addItem(words, label)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)
        self._exclude()

    def _exclude(self) -> None:
        """No direction leads from a label to itself: what one box has, the other skips."""
        for box, other in ((self.label, self.against), (self.against, self.label)):
            model = box.model()
            assert isinstance(model, QStandardItemModel)
            for row in range(box.count()):
                taken = other.currentData() is not None and box.itemData(row) == other.currentData()
                model.item(row).setEnabled(not taken)

    @staticmethod
    def _choose(box: QComboBox, value: object) -> None:
        box.blockSignals(True)
        box.setCurrentIndex(box.findData(value))
        box.blockSignals(False)

    def _choose_source(self, source: Source) -> None:
        self._choose(self.source, source)
        self._choices.setCurrentIndex(self.source.currentIndex())
        self._exclude()

    def _set_enabled(self, enabled: bool) -> None:
        for box in (self.source, self.label, self.against, self.attribute):
            box.setEnabled(enabled)
        self.load.setEnabled(enabled)
        for button in (self.keep, self.export):
            button.setEnabled(enabled and self._drawn is not None)
        self.save.setEnabled(bool(self.kept))

    @Slot()
    def _on_source(self) -> None:
        self._choices.setCurrentIndex(self.source.currentIndex())
        missing = {
            "attribute": (not self.attribute.count(), "The held-out images have no attributes; there are only labels."),
            "lasso": (self._lasso is None, "Draw lasso A and lasso B on the map (Ctrl+5), then choose Direction A → B there."),
        }.get(self.source.currentData(), (False, ""))
        if missing[0]:
            self._tell("info", missing[1])
        else:
            self._keep()

    @Slot()
    def _on_label(self) -> None:
        self._exclude()
        self._keep()

    def show_lasso(self, lasso: Lasso) -> None:
        """Show the direction between the two groups of a lasso."""
        self._take_lasso(lasso)
        self._keep()

    def _take_lasso(self, lasso: Lasso) -> None:
        self._lasso = lasso
        self._choose_source("lasso")

    @Slot(object)
    def _on_described(self, described: Described) -> None:
        self._offer(described.labels, described.label_names)
        chosen = self.attribute.currentData()
        self.attribute.blockSignals(True)
        self.attribute.clear()
        for name in described.attributes:
            self.attribute.addItem(name, name)
        self.attribute.setCurrentIndex(max(self.attribute.findData(chosen), 0))
        self.attribute.blockSignals(False)
        if not described.labels and self.source.currentData() == "label":
            self.grid.set_empty_text("These images have no labels: draw lasso A and lasso B on the map (Ctrl+5).")
            if described.attributes:
                self._choose_source("attribute")
        self._keep()

    def _ask(self, latent: Latent) -> FindDirection | None:
        described, source = self._session.views.described, self.source.currentData()
        if described is None or (source == "label" and not described.labels):
            return None  # it is not known yet what there is, or there is nothing
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
        away, toward = (words.removeprefix("label ") for words in drawn.groups)
        name = f"{away} → {toward}"
        if any(row.direction.name == name and row.direction.step == drawn.step for row in self.kept):
            self._tell("info", f"The direction {name} is kept already.")
            return
        self._add(KeptDirection(name, drawn.vectors[1], float(drawn.spread[1]), drawn.step))

    def _add(self, direction: KeptDirection) -> None:
        row = DirectionRow(direction)
        self.kept.append(row)
        self._rows.insertWidget(len(self.kept) - 1, row)
        row.moved.connect(partial(self._on_slider, row))
        row.forgotten.connect(partial(self._forget, row))
        self._fit_rows()
        if self._session.latent.current is not None:
            self._on_latent(self._session.latent.current)

    def _fit_rows(self) -> None:
        """Room for the kept directions, for three at most."""
        seen = min(len(self.kept), _MOST_SEEN)
        each = self.kept[0].sizeHint().height() + theme.SPACING.TIGHT if self.kept else 0
        self._scroll.setFixedHeight(seen * each)
        self._scroll.setVisible(bool(self.kept))
        self.save.setEnabled(bool(self.kept))

    def _on_slider(self, row: DirectionRow) -> None:
        """Move z along the direction, and along nothing else."""
        latent = self._session.latent.current
        if latent is not None:
            kept = row.direction
            here = float((latent.z - latent.start) @ kept.vector)
            self._session.latent.adopt_z(latent.z + (row.slider.value() * kept.spread - here) * kept.vector)

    def _forget(self, row: DirectionRow) -> None:
        self.kept.remove(row)
        row.setParent(None)
        row.deleteLater()
        self._fit_rows()

    @Slot()
    def _on_save(self) -> None:
        suggestion = self._session.exports.folder / "directions.npz"
        name, _ = QFileDialog.getSaveFileName(self, "Save directions", str(suggestion), _FILES)
        if name:
            self.save_to(Path(name).with_suffix(".npz"))

    @Slot()
    def _on_load(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Load directions", str(self._session.exports.folder), _FILES)
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
            self._session.latent.adopt_z(self._drawn.z[cell])

    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._drawn = None
        self._lasso = None
        for row in list(self.kept):
            self._forget(row)
        self.attribute.clear()
        self._choose_source("label")
        self._offer(_FIRST_LABELS, ())
        self.grid.set_empty_text("Looking at the held-out images …")
        self.grid.set_grid(None)
        self.caption.clear()
        self._set_enabled(True)

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        moved = latent.z - latent.start
        for row in self.kept:
            if row.slider.slider.isSliderDown():
                continue  # the hand knows better than the step it is rounded to
            row.slider.blockSignals(True)
            place = moved @ row.direction.vector / max(row.direction.spread, 1e-12)
            row.slider.set_value(float(np.clip(place, -REACH, REACH)))
            row.slider.blockSignals(False)

    def _on_drawn(self, drawn: DrawnDirections) -> None:
        self._drawn = drawn
        self.grid.set_grid(drawn.grid.images, _ROWS, drawn.grid.column_labels)
        scores = " · ".join(f"{row}: AUC {auc:.3f}" for row, auc in zip(drawn.grid.row_labels, drawn.auc, strict=True))
        also = ", ".join(f"{what} {figures.signed(correlation)}" for what, correlation in drawn.also) or "nothing that is known"
        (away, toward), (there, here) = drawn.groups, drawn.counts
        counts = f"{there:,} images of {toward} told from {here:,} of {away}"
        self.caption.setText(f"{scores} · {counts}\nAlso changes: {also} · model of step {drawn.step:,}")
        self._set_enabled(True)
