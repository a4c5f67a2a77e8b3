"""Analogies between images: a is to b as the answer is to c."""

from pathlib import Path
from typing import Unpack

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.directions import Analogy, DrawnAnalogy
from latentlab.explore.requests.values import ImageRef
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, export_button, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.image_well import ImageWell, choose_random

_WELL = QSize(104, 172)
_SIGNS = ("−", "+", "=")
_ANSWER = 3
"""The column of the answer."""


class AnalogyPane(ViewPane):
    """Three images, z = a − b + c decoded, and the held-out images nearest to it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._drawn: DrawnAnalogy | None = None
        self.random = QPushButton(theme.icon("dice"), tr("Random three"))
        self.random.setToolTip(tr("Three held-out images by chance."))
        self.adopt = QPushButton(tr("Take its z"))
        self.adopt.setToolTip(tr("Make a − b + c the current z."))
        self.export = export_button(tr("Write all pictures as PNG, with the command line that draws them again."))
        self.wells = tuple(ImageWell(name) for name in "abc")
        self.answer = ImageView()
        self.answer.set_caption("a − b + c")
        self.answer.set_empty_text(tr("No answer yet"))
        self.answer.setToolTip(tr("The decoded z = μ(a) − μ(b) + μ(c)."))
        self.grid = ImageGrid()
        self.grid.setAccessibleName(tr("Held-out images nearest to the answer"))
        self.grid.set_empty_text(tr("Train a run or open one: the images nearest to the answer appear here."))
        self.grid.setToolTip(tr("The held-out images nearest to the answer: number · ‖z − μ(x)‖. Click one to start there."))

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
        layout = self._column()
        layout.addLayout(row_of(title_label(tr("Analogy")), 1, self.random, self.adopt, self.export))
        layout.addLayout(equation)
        layout.addWidget(self.grid, 1)
        self._set_enabled(False)

        for well in self.wells:
            well.chosen.connect(self._keep)
        self.random.clicked.connect(self._on_random)
        self.adopt.clicked.connect(self._on_adopt)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        self._view(DrawnAnalogy, self._ask, self._on_drawn, follows_z=False, shown_in=self.grid)
        self._follow()

    def request(self) -> Analogy:
        """What the wells hold."""
        a, b, c = (well.source for well in self.wells)
        return Analogy(a, b, c, images=self._session.views.survey.images)

    def restore(self, request: Analogy) -> None:
        """Show an analogy again as it was drawn."""
        for well, source in zip(self.wells, (request.a, request.b, request.c), strict=True):
            well.choose(source)

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write all pictures."""
        self._session.views.export(self.request(), path, **style)

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

    def _ask(self, latent: Latent) -> Analogy:
        del latent
        return self.request()

    @Slot()
    def _on_random(self) -> None:
        if self._session.run.subject is not None:
            choose_random(self.wells, self._session.run.subject.held_out_count)

    @Slot()
    def _on_adopt(self) -> None:
        if self._drawn is not None:
            self._session.latent.adopt_z(self._drawn.z, tr("analogy"))

    @Slot()
    def _on_export(self) -> None:
        if self._drawn is not None:
            self._session.messages.export_view("analogy", self._drawn.grid, self.export_to)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._drawn is not None:
            self._session.latent.start_from_image(ImageRef(index=int(self._drawn.indices[cell[1]])))

    def _on_subject(self, subject: Subject) -> None:
        self._drawn = None
        self.grid.set_empty_text(tr("Looking at the held-out images …"))
        self.grid.set_grid(None)
        self.answer.set_image(None)
        for number, well in enumerate(self.wells):
            well.start_at(min(number, subject.held_out_count - 1))
        self._set_enabled(True)

    def _on_drawn(self, drawn: DrawnAnalogy) -> None:
        self._drawn = drawn
        (images,) = drawn.grid.images
        for well, image in zip(self.wells, images, strict=False):
            well.view.set_image(image)
        self.answer.set_image(images[_ANSWER])
        self.grid.set_grid(images[None, _ANSWER + 1 :], (), drawn.grid.column_labels[_ANSWER + 1 :])
        self._set_enabled(True)
