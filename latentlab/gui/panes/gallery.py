"""Held-out images over their reconstructions, and samples from the prior, by the live model."""

from functools import partial

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from latentlab.explore.requests.images import GalleryImages, Sample
from latentlab.explore.requests.values import ImageRef, View
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.past_galleries import PastGallery
from latentlab.gui.panes.base import Pane, caption_label, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.notice import Notice

_ROWS = (tr("original"), tr("reconstruction"), tr("prior sample"))
_SAMPLES_ROW = 2
_LABELS, _HEAD = 112, 32
"""Room beside the images for their labels, and above them for the title, in pixels."""
_JUDGED = 40
"""Side from which a small image can be judged, in pixels."""
_LEAST_COLUMNS = 4
_COUNT = 8
_SAMPLES = Sample(_COUNT, columns=_COUNT)


class GalleryPane(Pane):
    """Rows of images; a click on an original or a sample makes it the explorer's start."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._gallery: GalleryImages | None = None
        self._past: PastGallery | None = None
        self._columns_shown = 0
        self.grid = ImageGrid()
        self.grid.set_empty_text(tr("Originals, reconstructions and samples of the live model appear here."))
        self.grid.setToolTip(tr("Click an image to start from it in the latent explorer."))
        self.grid.cell_clicked.connect(self._on_clicked)
        self.grid.export_requested.connect(partial(session.messages.export_picture, "reconstructions.png"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.TIGHT, theme.SPACING.SMALL, theme.SPACING.TIGHT)
        self.about = caption_label()
        theme.set_role(self.about, "caption")
        layout.addLayout(row_of(title_label(tr("Reconstructions and samples")), 1, self.about))
        self.notice = Notice()
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.notice, 1)
        # Without images there are still samples.
        self._samples = session.views.keep(View, lambda _: _SAMPLES, self._on_samples, follows_z=False)
        session.views.gallery_changed.connect(self._on_gallery)
        session.past.shown.connect(self._on_past)
        session.cursor.moved.connect(self._tell_step)
        self._follow()
        if session.views.gallery is not None:
            self._on_gallery(session.views.gallery)

    def _on_subject(self, subject: Subject) -> None:
        self._gallery = self._past = None
        self.about.clear()
        self.grid.set_grid(None)
        self.notice.say("warning", subject.images_problem, tr("Choose folder…"), self._session.messages.choose_image_folder)
        self._samples.keep(bool(subject.images_problem))

    def _on_samples(self, drawn: View) -> None:
        self.grid.set_grid(drawn.grid.images[:1], [_ROWS[_SAMPLES_ROW]])

    @Slot(object)
    def _on_gallery(self, gallery: GalleryImages) -> None:
        self._gallery = gallery
        self._show()

    @Slot(object)
    def _on_past(self, gallery: PastGallery | None) -> None:
        """The model of the step that is pointed at, or the newest again."""
        self._past = gallery
        self._show()

    def _show(self) -> None:
        gallery = self._past or self._gallery
        if gallery is not None:
            self._columns_shown = self._fitting_columns()
            columns = min(len(gallery.originals), len(gallery.samples), self._columns_shown)
            rows = gallery.originals, gallery.reconstructions, gallery.samples
            images = np.stack([images[:columns] for images in rows])
            self.grid.set_grid(images, _ROWS)
        self._tell_step()

    def _fitting_columns(self) -> int:
        """As many images beside each other as can be judged, or as the height makes small anyway."""
        side = max(1, min(_JUDGED, (self.height() - _HEAD) // len(_ROWS)))
        return max(_LEAST_COLUMNS, (self.width() - _LABELS) // side)

    @Slot()
    def _tell_step(self) -> None:
        """Say whose pictures these are, and that none nearer to the step that is pointed at are kept."""
        gallery, step = self._past or self._gallery, self._session.cursor.step
        if gallery is None:
            return
        nearest = "" if step is None or gallery.step == step else tr(", the nearest kept to {step:,.0f}", step=step)
        self.about.setText(tr("held-out images · model of step {step:,}{nearest}", step=gallery.step, nearest=nearest))

    @Slot(object)
    def _on_clicked(self, cell: tuple[int, int]) -> None:
        row, column = cell
        if self._gallery is None:
            return
        if row == _SAMPLES_ROW:
            self._session.latent.start_from_latent(self._gallery.sample_z[column], f"prior sample {column}")
        else:
            self._session.latent.start_from_image(ImageRef(index=column))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns_shown != self._fitting_columns():
            self._show()
