"""The held-out images nearest to the current z, live."""

from pathlib import Path
from typing import Unpack

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.directions import DrawnNeighbours, Neighbours
from latentlab.explore.requests.maps import EncodedCount
from latentlab.explore.requests.values import ImageRef
from latentlab.gui.language import mark, tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, caption_label, export_button, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.image_grid import ImageGrid

_COUNT = 8


class NeighboursPane(ViewPane):
    """A strip that follows the current z; a click starts at an image."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._drawn: DrawnNeighbours | None = None
        self.caption = caption_label()
        self.export = export_button(tr("Write the strip as PNG, with the command line that draws it again."))
        self.grid = ImageGrid()
        self.grid.setMinimumHeight(84)
        self.grid.setAccessibleName(tr("Nearest held-out images"))
        self.grid.set_empty_text(tr("The held-out images nearest to the current z appear here."))
        self.grid.setToolTip(
            tr(
                "The held-out images whose posterior means are nearest to the current z, with ‖z − μ(x)‖. Click one to "
                "start there."
            )
        )
        layout = self._column()
        layout.addLayout(row_of(title_label(tr("Nearest images")), self.caption, 1, self.export))
        layout.addWidget(self.grid, 1)
        self.export.setEnabled(False)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        session.views.survey.advanced.connect(self._on_survey)
        self._nearest = self._view(DrawnNeighbours, self.request, self._on_drawn, shown_in=self.grid)
        self._follow()

    def request(self, latent: Latent) -> Neighbours:
        """Those of the current z, among the images that are encoded."""
        return Neighbours(latent.z, _COUNT, self._session.views.survey.images)

    def restore(self, request: Neighbours) -> None:
        """Take the z whose neighbours were drawn."""
        self._session.latent.restore(request.z, None, mark("z as given"))

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the nearest images."""
        if self._session.latent.current is not None:
            self._session.views.export(self.request(self._session.latent.current), path, **style)

    @Slot()
    def _on_export(self) -> None:
        if self._drawn is not None:
            self._session.messages.export_view("neighbours", self._drawn.grid, self.export_to)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._drawn is not None:
            self._session.latent.start_from_image(ImageRef(index=int(self._drawn.indices[cell[1]])))

    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._drawn = None
        self.grid.set_empty_text(tr("Looking at the held-out images …"))
        self.grid.set_grid(None)
        self.caption.clear()
        self.export.setEnabled(False)

    @Slot(object)
    def _on_survey(self, surveyed: EncodedCount) -> None:
        self.caption.setText(tr("distance in z, among {count:,} held-out images", count=surveyed.count))
        if surveyed.count == surveyed.total:
            self._nearest.ask_again()

    def _on_drawn(self, drawn: DrawnNeighbours) -> None:
        self._drawn = drawn
        self.grid.set_grid(drawn.grid.images, (), [f"{distance:.2f}" for distance in drawn.distances.tolist()])
        self.caption.setText(tr("distance in z, among {count:,} held-out images", count=self._session.views.survey.count))
        self.export.setEnabled(True)

    def _draw(self) -> None:
        self._session.views.survey.want(self, True)
        super()._draw()

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.views.survey.want(self, False)
