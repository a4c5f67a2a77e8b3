"""The posteriors of the held-out images under the newest weights: collapse, and its cause, at a glance."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from latentlab.explore.requests.images import GalleryImages
from latentlab.gui.session import Session, Subject
from latentlab.gui.widgets.posterior_gauge import PosteriorGauge


class PosteriorPane(QWidget):
    """The widths of the posteriors and the aggregate posterior, dimension by dimension."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gauge = PosteriorGauge()
        self.gauge.export_requested.connect(partial(session.ask_export, "posterior.png"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.gauge)
        session.subject_changed.connect(self._on_subject)
        session.gallery_changed.connect(self._on_gallery)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        del subject
        self.gauge.set_statistics(None)

    @Slot(object)
    def _on_gallery(self, gallery: GalleryImages) -> None:
        self.gauge.set_statistics(gallery.statistics)
