"""Held-out images over their reconstructions, and samples from the prior, by the live model."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from latentlab.explore.requests import Encode, GalleryImages
from latentlab.gui import theme
from latentlab.gui.session import Session, Subject
from latentlab.gui.widgets.image_rows import ImageRows

_SAMPLES_ROW = 2


class GalleryPane(QWidget):
    """Rows of images; a click on an original or a sample makes it the explorer's start."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._gallery: GalleryImages | None = None
        self.rows = ImageRows()
        self.rows.set_empty_text("Originals, reconstructions and samples of the live model appear here.")
        self.rows.setToolTip("Click an image to start from it in the latent explorer.")
        self.rows.clicked.connect(self._on_clicked)
        self.rows.export_requested.connect(partial(session.ask_export, "reconstructions.png"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.TIGHT, theme.SPACING.SMALL, theme.SPACING.TIGHT)
        title = QLabel("Reconstructions and samples")
        title.setFont(theme.title_font())
        layout.addWidget(title)
        layout.addWidget(self.rows, 1)
        session.subject_changed.connect(self._on_subject)
        session.gallery_changed.connect(self._on_gallery)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._gallery = None
        self.rows.set_rows([])

    @Slot(object)
    def _on_gallery(self, gallery: GalleryImages) -> None:
        self._gallery = gallery
        self.rows.set_rows(
            [
                ("original", gallery.originals),
                ("reconstruction", gallery.reconstructions),
                ("prior sample", gallery.samples),
            ]
        )

    @Slot(object)
    def _on_clicked(self, cell: tuple[int, int]) -> None:
        row, column = cell
        if row == _SAMPLES_ROW and self._gallery is not None:
            self._session.start_from_latent(self._gallery.sample_z[column], f"prior sample {column}")
        else:
            self._session.start_from_image(Encode(index=column))
