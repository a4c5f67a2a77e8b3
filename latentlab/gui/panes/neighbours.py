"""The held-out images nearest to the current z, live."""

from pathlib import Path
from typing import Unpack

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.directions import DrawnNeighbours, Neighbours
from latentlab.explore.requests.maps import EncodedCount
from latentlab.explore.requests.values import ImageRef, View
from latentlab.gui import theme
from latentlab.gui.session import Latent, Session, Subject
from latentlab.gui.widgets.image_grid import ImageGrid

_NAME = "neighbours"
_COUNT = 8


class NeighboursPane(QWidget):
    """A strip that follows the current z; a click starts at an image."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drawn: DrawnNeighbours | None = None
        title = QLabel("Nearest images")
        title.setFont(theme.title_font())
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        self.export = QPushButton(theme.icon("export"), "Export…")
        self.export.setToolTip("Write the strip as PNG, with the command line that draws it again.")
        self.grid = ImageGrid()
        self.grid.setMinimumHeight(84)
        self.grid.setAccessibleName("Nearest held-out images")
        self.grid.set_empty_text("The held-out images nearest to the current z appear here.")
        self.grid.setToolTip(
            "The held-out images whose posterior means are nearest to the current z, with ‖z − μ(x)‖. Click one to start there."
        )
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addWidget(self.caption)
        head.addStretch(1)
        head.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(head)
        layout.addWidget(self.grid, 1)
        self.export.setEnabled(False)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        session.subject_changed.connect(self._on_subject)
        session.survey_advanced.connect(self._on_survey)
        session.view_drawn.connect(self._on_drawn)

    def request(self, latent: Latent) -> Neighbours:
        """Those of the current z, among the images that are encoded."""
        surveyed = self._session.surveyed
        every = surveyed is not None and surveyed.count == surveyed.total
        return Neighbours(latent.z, _COUNT, None if every else self._session.surveyed_images)

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the nearest images."""
        if self._session.latent is not None:
            self._session.export_view(self.request(self._session.latent), path, **style)

    @Slot()
    def _on_export(self) -> None:
        if self._drawn is not None:
            self._session.ask_view_export("neighbours", self._drawn.grid, self.export_to)

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
        self.caption.clear()
        self.export.setEnabled(False)

    @Slot(object)
    def _on_survey(self, surveyed: EncodedCount) -> None:
        self.caption.setText(f"among {surveyed.count:,} held-out images")
        if surveyed.count == surveyed.total:
            self._session.ask_again(_NAME)

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        if name != _NAME:
            return
        assert isinstance(drawn, DrawnNeighbours)
        self._drawn = drawn
        self.grid.set_grid(drawn.grid.images, (), [f"{distance:.2f}" for distance in drawn.distances.tolist()])
        self.caption.setText(f"among {self._session.surveyed_images:,} held-out images")
        self.export.setEnabled(True)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.keep_view(_NAME, None)
        self._session.want_survey(_NAME, False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.want_survey(_NAME, True)
        self._session.keep_view(_NAME, self.request)
