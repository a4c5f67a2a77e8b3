"""Analogies between images: a is to b as the answer is to c."""

from pathlib import Path
from typing import Unpack

import numpy as np
from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.directions import Analogy, DrawnAnalogy
from latentlab.explore.requests.values import ImageRef, View
from latentlab.gui import theme
from latentlab.gui.session import Latent, Session, Subject
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.image_well import ImageWell

_NAME = "analogy"
_WELL = QSize(104, 172)
_SIGNS = ("−", "+", "=")
_ANSWER = 3
"""The column of the answer."""


class AnalogyPane(QWidget):
    """Three images, z = a − b + c decoded, and the held-out images nearest to it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drawn: DrawnAnalogy | None = None
        title = QLabel("Analogy")
        title.setFont(theme.title_font())
        self.random = QPushButton(theme.icon("dice"), "Random three")
        self.random.setToolTip("Three held-out images by chance.")
        self.adopt = QPushButton("Take its z")
        self.adopt.setToolTip("Make a − b + c the current z.")
        self.export = QPushButton(theme.icon("export"), "Export…")
        self.export.setToolTip("Write all pictures as PNG, with the command line that draws them again.")
        self.wells = tuple(ImageWell(name) for name in "abc")
        self.answer = ImageView()
        self.answer.set_caption("a − b + c")
        self.answer.set_empty_text("No answer yet")
        self.answer.setToolTip("The decoded z = μ(a) − μ(b) + μ(c).")
        self.grid = ImageGrid()
        self.grid.setAccessibleName("Held-out images nearest to the answer")
        self.grid.set_empty_text("Train a run or open one: the images nearest to the answer appear here.")
        self.grid.setToolTip("The held-out images nearest to the answer: number · ‖z − μ(x)‖. Click one to start there.")

        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addStretch(1)
        for widget in (self.random, self.adopt, self.export):
            head.addWidget(widget)
        equation = QHBoxLayout()
        equation.setSpacing(theme.SPACING.TIGHT)
        equation.addStretch(1)
        for well, sign in zip(self.wells, _SIGNS, strict=True):
            well.setFixedSize(_WELL)
            mark = QLabel(sign)
            mark.setFont(theme.heading_font())
            equation.addWidget(well)
            equation.addWidget(self._beside(mark))
        beside = self._beside(self.answer)
        beside.setFixedSize(_WELL)
        equation.addWidget(beside)
        equation.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(head)
        layout.addLayout(equation)
        layout.addWidget(self.grid, 1)
        self._set_enabled(False)

        for well in self.wells:
            well.chosen.connect(self._keep)
        self.random.clicked.connect(self._on_random)
        self.adopt.clicked.connect(self._on_adopt)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        session.subject_changed.connect(self._on_subject)
        session.view_drawn.connect(self._on_drawn)

    def request(self) -> Analogy:
        """What the wells hold."""
        a, b, c = (well.source for well in self.wells)
        surveyed = self._session.surveyed
        every = surveyed is not None and surveyed.count == surveyed.total
        return Analogy(a, b, c, images=None if every else self._session.surveyed_images)

    def restore(self, request: Analogy) -> None:
        """Show an analogy again as it was drawn."""
        for well, source in zip(self.wells, (request.a, request.b, request.c), strict=True):
            well.choose(source)

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write all pictures."""
        self._session.export_view(self.request(), path, **style)

    def _beside(self, widget: QWidget) -> QWidget:
        """A widget as high as a well's picture, with nothing where the well has its number."""
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(widget, 1)
        nothing = QWidget()
        nothing.setFixedHeight(self.wells[0].number.sizeHint().height())
        layout.addWidget(nothing)
        return column

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (*self.wells, self.random):
            widget.setEnabled(enabled)
        for button in (self.adopt, self.export):
            button.setEnabled(self._drawn is not None)

    @Slot()
    def _keep(self) -> None:
        if self.isVisible():
            self._session.keep_view(_NAME, self._ask, follows_z=False)

    def _ask(self, latent: Latent) -> Analogy:
        del latent
        return self.request()

    @Slot()
    def _on_random(self) -> None:
        count = self._session.held_out_count
        numbers = np.random.default_rng().choice(count, 3, replace=count < 3).tolist()
        for well, number in zip(self.wells, numbers, strict=True):
            well.choose(ImageRef(index=number))

    @Slot()
    def _on_adopt(self) -> None:
        if self._drawn is not None:
            self._session.adopt_z(self._drawn.z)

    @Slot()
    def _on_export(self) -> None:
        if self._drawn is not None:
            self._session.ask_view_export("analogy", self._drawn.grid, self.export_to)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._drawn is not None:
            self._session.start_from_image(ImageRef(index=int(self._drawn.indices[cell[1]])))

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._drawn = None
        self.grid.set_empty_text("Looking at the held-out images …")
        self.grid.set_grid(None)
        self.answer.set_image(None)
        for number, well in enumerate(self.wells):
            well.start_at(min(number, self._session.held_out_count - 1))
        self._set_enabled(True)

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        if name != _NAME:
            return
        assert isinstance(drawn, DrawnAnalogy)
        self._drawn = drawn
        (images,) = drawn.grid.images
        for well, image in zip(self.wells, images, strict=False):
            well.view.set_image(image)
        self.answer.set_image(images[_ANSWER])
        self.grid.set_grid(images[None, _ANSWER + 1 :], (), drawn.grid.column_labels[_ANSWER + 1 :])
        self._set_enabled(True)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.keep_view(_NAME, None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep()
