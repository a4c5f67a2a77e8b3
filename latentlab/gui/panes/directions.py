"""Directions of the latent space: what makes images of one kind differ, walked, measured and kept as sliders."""

from functools import partial
from pathlib import Path
from typing import Literal, Unpack

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.directions import Direction, DrawnDirections, KeptDirection, Lasso
from latentlab.explore.requests.images import Described
from latentlab.explore.requests.values import View
from latentlab.gui import theme
from latentlab.gui.session import Latent, Message, Session, Subject
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.direction_row import REACH, DirectionRow
from latentlab.gui.widgets.image_grid import ImageGrid

_NAME = "direction"
_FIRST_LABELS = tuple(range(10))
"""Offered until the held-out images' own are known."""
_OTHERS = "all others"
_ROWS = ("means", "classifier")
"""Both methods, so short that the pictures have room."""
_MOST_SEEN = 3
"""Kept directions that are seen without scrolling."""
_FILES = "Directions (*.npz)"

Source = Literal["label", "attribute", "lasso"]


class DirectionsPane(QWidget):
    """Two groups of images, the walks from one to the other, and a slider for each direction that is kept."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drawn: DrawnDirections | None = None
        self._lasso: Lasso | None = None
        self.kept: list[DirectionRow] = []
        self._build_head()
        self._build_views()
        self._lay_out()
        self._offer(_FIRST_LABELS, ())
        self._set_enabled(False)
        self._connect()

    def request(self, latent: Latent) -> Direction:
        """What the settings say, walked from the start of the current z.

        Raises:
            ConfigError: if both labels are the same, or no lassos were drawn.
        """
        match self.source.currentData():
            case "attribute":
                return Direction(None, None, latent.start, attribute=self.attribute.currentData())
            case "lasso":
                return Direction(None, None, latent.start, lasso=self._lasso)
            case _:
                return Direction(self.label.currentData(), self.against.currentData(), latent.start)

    def restore(self, request: Direction) -> None:
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
        self._session.restore_latent(request.z, None, "z as given")
        self._keep_view()

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write both walks."""
        if self._session.latent is not None:
            self._session.export_view(self.request(self._session.latent), path, **style)

    def save_to(self, path: Path) -> None:
        """Write the kept directions."""
        self._session.save_directions(tuple(row.kept() for row in self.kept), path)

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
        self.export = QPushButton(theme.icon("export"), "Export…")
        self.export.setToolTip("Write both walks as PNG or looping GIF, with the command line that draws them again.")
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
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        self.caption.setWordWrap(True)
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
        title = QLabel("Directions")
        title.setFont(theme.title_font())
        by_label, nothing = QWidget(), QLabel()
        labels = QHBoxLayout(by_label)
        labels.setContentsMargins(0, 0, 0, 0)
        labels.setSpacing(theme.SPACING.SMALL)
        for widget in (QLabel("to"), self.label, QLabel("from"), self.against):
            labels.addWidget(widget)
        labels.addStretch(1)
        nothing.setText("from lasso A to lasso B")
        by_attribute = QWidget()
        attributes = QHBoxLayout(by_attribute)
        attributes.setContentsMargins(0, 0, 0, 0)
        attributes.addWidget(QLabel("to"))
        attributes.addWidget(self.attribute)
        attributes.addStretch(1)
        self._choices = QStackedWidget()
        for page in (by_label, by_attribute, nothing):
            self._choices.addWidget(page)
        self._choices.setMaximumHeight(self.label.sizeHint().height())
        head, choose = QHBoxLayout(), QHBoxLayout()
        for row in (head, choose):
            row.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addStretch(1)
        for button in (self.keep, self.save, self.load, self.export):
            head.addWidget(button)
        choose.addWidget(QLabel("By"))
        choose.addWidget(self.source)
        choose.addWidget(self._choices, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(head)
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
        self.attribute.currentIndexChanged.connect(self._keep_view)
        self.keep.clicked.connect(self._on_keep)
        self.save.clicked.connect(self._on_save)
        self.load.clicked.connect(self._on_load)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        self.grid.export_requested.connect(self._on_export)
        session.subject_changed.connect(self._on_subject)
        session.described_changed.connect(self._on_described)
        session.lasso_drawn.connect(self._on_lasso)
        session.directions_read.connect(self._on_read)
        session.latent_changed.connect(self._on_latent)
        session.view_drawn.connect(self._on_drawn)

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
            self._session.message.emit(Message("info", missing[1]))
        else:
            self._keep_view()

    @Slot()
    def _on_label(self) -> None:
        self._exclude()
        self._keep_view()

    @Slot(object)
    def _on_lasso(self, lasso: Lasso) -> None:
        self._take_lasso(lasso)
        self._keep_view()

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
        self._keep_view()

    @Slot()
    def _keep_view(self) -> None:
        if self.isVisible():
            self._session.keep_view(_NAME, self._ask)

    def _ask(self, latent: Latent) -> Direction | None:
        described, source = self._session.described, self.source.currentData()
        if described is None or (source == "label" and not described.labels):
            return None  # it is not known yet what there is, or there is nothing
        try:
            return self.request(latent)
        except ConfigError as error:
            self._session.message.emit(Message("error", str(error)))
            return None

    @Slot()
    def _on_keep(self) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        away, toward = (words.removeprefix("label ") for words in drawn.groups)
        name = f"{away} → {toward}"
        if any(row.direction.name == name and row.direction.step == drawn.step for row in self.kept):
            self._session.message.emit(Message("info", f"The direction {name} is kept already."))
            return
        self._add(KeptDirection(name, drawn.vectors[1], float(drawn.spread[1]), drawn.step))

    def _add(self, direction: KeptDirection) -> None:
        row = DirectionRow(direction)
        self.kept.append(row)
        self._rows.insertWidget(len(self.kept) - 1, row)
        row.moved.connect(partial(self._on_slider, row))
        row.forgotten.connect(partial(self._forget, row))
        self._fit_rows()
        if self._session.latent is not None:
            self._on_latent(self._session.latent)

    def _fit_rows(self) -> None:
        """Room for the kept directions, for three at most."""
        seen = min(len(self.kept), _MOST_SEEN)
        each = self.kept[0].sizeHint().height() + theme.SPACING.TIGHT if self.kept else 0
        self._scroll.setFixedHeight(seen * each)
        self._scroll.setVisible(bool(self.kept))
        self.save.setEnabled(bool(self.kept))

    def _on_slider(self, row: DirectionRow) -> None:
        """Move z along the direction, and along nothing else."""
        latent = self._session.latent
        if latent is not None:
            kept = row.direction
            here = float((latent.z - latent.start) @ kept.vector)
            self._session.adopt_z(latent.z + (row.slider.value() * kept.spread - here) * kept.vector)

    def _forget(self, row: DirectionRow) -> None:
        self.kept.remove(row)
        row.setParent(None)
        row.deleteLater()
        self._fit_rows()

    @Slot()
    def _on_save(self) -> None:
        suggestion = self._session.export_folder() / "directions.npz"
        name, _ = QFileDialog.getSaveFileName(self, "Save directions", str(suggestion), _FILES)
        if name:
            self.save_to(Path(name).with_suffix(".npz"))

    @Slot()
    def _on_load(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Load directions", str(self._session.export_folder()), _FILES)
        if name:
            self._session.read_directions(Path(name))

    @Slot(object)
    def _on_read(self, directions: tuple[KeptDirection, ...]) -> None:
        for direction in directions:
            self._add(direction)

    @Slot()
    def _on_export(self) -> None:
        if self._drawn is not None:
            self._session.ask_view_export("direction", self._drawn.grid, self.export_to)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._drawn is not None:
            self._session.adopt_z(self._drawn.z[cell])

    @Slot(object)
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

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        if name != _NAME:
            return
        assert isinstance(drawn, DrawnDirections)
        self._drawn = drawn
        self.grid.set_grid(drawn.grid.images, _ROWS, drawn.grid.column_labels)
        scores = " · ".join(f"{row}: AUC {auc:.3f}" for row, auc in zip(drawn.grid.row_labels, drawn.auc, strict=True))
        also = ", ".join(f"{what} {figures.signed(correlation)}" for what, correlation in drawn.also) or "nothing that is known"
        (away, toward), (there, here) = drawn.groups, drawn.counts
        counts = f"{there:,} images of {toward} told from {here:,} of {away}"
        self.caption.setText(f"{scores} · {counts}\nAlso changes: {also} · model of step {drawn.step:,}")
        self._set_enabled(True)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.keep_view(_NAME, None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_view()
