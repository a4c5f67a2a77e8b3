"""Held-out images over their reconstructions, and samples from the prior, by the live model."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from latentlab.explore.requests.images import GalleryImages, Sample
from latentlab.explore.requests.values import ImageRef, View
from latentlab.gui import theme
from latentlab.gui.session import Session, Subject
from latentlab.gui.widgets.image_rows import ImageRows
from latentlab.gui.widgets.notice import Notice

_SAMPLES_ROW = 2
_SAMPLES = "prior samples"
_COUNT = 8


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
        self.notice = Notice()
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.notice, 1)
        session.subject_changed.connect(self._on_subject)
        session.gallery_changed.connect(self._on_gallery)
        session.view_drawn.connect(self._on_drawn)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        self._gallery = None
        self.rows.set_rows([])
        self.notice.say("warning", subject.images_problem, "Choose folder…", self._session.images_wanted.emit)
        ask = Sample(_COUNT, columns=_COUNT)
        self._session.keep_view(_SAMPLES, (lambda _: ask) if subject.images_problem else None, follows_z=False)

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        """Without images there are still samples."""
        if name == _SAMPLES and self._gallery is None:
            self.rows.set_rows([("prior sample", drawn.grid.images[0])])

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
        if self._gallery is None:
            return
        if row == _SAMPLES_ROW:
            self._session.start_from_latent(self._gallery.sample_z[column], f"prior sample {column}")
        else:
            self._session.start_from_image(ImageRef(index=column))
