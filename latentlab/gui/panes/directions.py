"""Directions of the latent space: what makes images of a label differ, walked, measured and kept as sliders."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Unpack

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from latentlab.errors import ConfigError
from latentlab.explore.requests import DrawnDirections, FindDirection, Style, Vector, View
from latentlab.gui import theme
from latentlab.gui.session import Latent, Message, Session, Subject
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.parameter_slider import ParameterSlider

_NAME = "direction"
_REACH = 5.0
_FIRST_LABELS = tuple(range(10))
"""Offered until the held-out images' own are known."""
_OTHERS = "all others"


@dataclass(frozen=True, eq=False)
class _Kept:
    """A direction with its slider, which counts standard deviations of the held-out means along it."""

    name: str
    vector: Vector
    spread: float
    slider: ParameterSlider
    row: QWidget


class DirectionsPane(QWidget):
    """Two labels, the walks from one to the other, and a slider for each direction that is kept."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drawn: DrawnDirections | None = None
        self.kept: list[_Kept] = []
        title = QLabel("Directions")
        title.setFont(theme.title_font())
        self.label, self.against = QComboBox(), QComboBox()
        self.label.setToolTip("The direction leads to images of this label.")
        self.label.setAccessibleName("Label that the direction leads to")
        self.against.setToolTip("It leads away from images of this label, or from all others.")
        self.against.setAccessibleName("Label that the direction leads away from")
        self._offer(_FIRST_LABELS)
        self.export = QPushButton(theme.icon("export"), "Export…")
        self.export.setToolTip("Write both walks as PNG or looping GIF, with the command line that draws them again.")
        self.keep = QPushButton("Keep as slider")
        self.keep.setToolTip("Keep the classifier's direction as a slider that moves the current z along it.")
        self.grid = ImageGrid()
        self.grid.set_empty_text("Train a run on labelled images or open one: the way from one label to another appears here.")
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
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.SPACING.TIGHT)

        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addStretch(1)
        for widget in (QLabel("To label"), self.label, QLabel("from"), self.against, self.keep, self.export):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(head)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.caption)
        layout.addLayout(self._rows)
        self._set_enabled(False)

        self.label.currentIndexChanged.connect(self._on_label)
        self.against.currentIndexChanged.connect(self._on_label)
        self.keep.clicked.connect(self._on_keep)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        self.grid.export_requested.connect(self._on_export)
        session.subject_changed.connect(self._on_subject)
        session.latent_changed.connect(self._on_latent)
        session.view_drawn.connect(self._on_drawn)

    def request(self, latent: Latent) -> FindDirection:
        """What the settings say, walked from the start of the current z.

        Raises:
            ConfigError: if both labels are the same.
        """
        return FindDirection(self.label.currentData(), self.against.currentData(), latent.start)

    def restore(self, request: FindDirection) -> None:
        """Show a direction again as it was drawn."""
        for box, label in ((self.label, request.label), (self.against, request.against)):
            if box.findData(label) < 0:
                box.addItem(str(label), label)
            box.setCurrentIndex(box.findData(label))
        self._session.restore_latent(request.z, None, "z as given")
        self._keep_view()

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write both walks."""
        if self._session.latent is not None:
            self._session.export_view(self.request(self._session.latent), path, **style)

    def _offer(self, labels: tuple[int, ...]) -> None:
        for box, first in ((self.label, ()), (self.against, ((_OTHERS, None),))):
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            for words, label in (*first, *((str(label), label) for label in labels)):
                box.addItem(words, label)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)

    def _set_enabled(self, enabled: bool) -> None:
        for box in (self.label, self.against):
            box.setEnabled(enabled)
        for button in (self.keep, self.export):
            button.setEnabled(enabled and self._drawn is not None)

    @Slot()
    def _on_label(self) -> None:
        if self.label.currentData() == self.against.currentData():
            self.against.setCurrentIndex(0)  # no direction leads from a label to itself
        self._keep_view()

    def _keep_view(self) -> None:
        if self.isVisible():
            self._session.keep_view(_NAME, self._ask)

    def _ask(self, latent: Latent) -> FindDirection | None:
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
        name = f"{_OTHERS if drawn.against is None else drawn.against} → {drawn.label}"
        if any(kept.name == name for kept in self.kept):
            self._session.message.emit(Message("info", f"The direction {name} is kept already."))
            return
        slider = ParameterSlider(name, -_REACH, _REACH, 0.0, 0.1, "Standard deviations along the direction from the start.")
        remove = QToolButton()
        remove.setIcon(theme.icon("close"))
        remove.setAutoRaise(True)
        remove.setToolTip(f"Forget the direction {name}.")
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(slider, 1)
        line.addWidget(remove)
        kept = _Kept(name, drawn.vectors[1], float(drawn.spread[1]), slider, row)
        self.kept.append(kept)
        self._rows.addWidget(row)
        slider.changed.connect(partial(self._on_slider, kept))
        remove.clicked.connect(partial(self._forget, kept))
        if self._session.latent is not None:
            self._on_latent(self._session.latent)

    def _on_slider(self, kept: _Kept) -> None:
        """Move z along the direction, and along nothing else."""
        latent = self._session.latent
        if latent is not None:
            here = float((latent.z - latent.start) @ kept.vector)
            self._session.adopt_z(latent.z + (kept.slider.value() * kept.spread - here) * kept.vector)

    def _forget(self, kept: _Kept) -> None:
        self.kept.remove(kept)
        kept.row.setParent(None)
        kept.row.deleteLater()

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
        for kept in list(self.kept):
            self._forget(kept)
        self._offer(_FIRST_LABELS)
        self.grid.set_empty_text("Looking at the held-out images …")
        self.grid.set_grid(None)
        self.caption.clear()
        self._set_enabled(True)

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        moved = latent.z - latent.start
        for kept in self.kept:
            if kept.slider.slider.isSliderDown():
                continue  # the hand knows better than the step it is rounded to
            kept.slider.blockSignals(True)
            kept.slider.set_value(float(np.clip(moved @ kept.vector / kept.spread, -_REACH, _REACH)))
            kept.slider.blockSignals(False)

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        if name != _NAME:
            return
        assert isinstance(drawn, DrawnDirections)
        self._drawn = drawn
        self._offer(drawn.labels)
        self.grid.set_grid(drawn.grid.images, drawn.grid.row_labels, drawn.grid.column_labels)
        scores = " · ".join(f"{row}: AUC {auc:.3f}" for row, auc in zip(drawn.grid.row_labels, drawn.auc, strict=True))
        also = ", ".join(f"{what} {figures.signed(correlation)}" for what, correlation in drawn.also) or "nothing that is known"
        counts = f"{drawn.counts[0]:,} images told from {drawn.counts[1]:,}"
        self.caption.setText(f"{scores} · {counts}\nAlso changes: {also} · model of step {drawn.step:,}")
        self._set_enabled(True)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.keep_view(_NAME, None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_view()
