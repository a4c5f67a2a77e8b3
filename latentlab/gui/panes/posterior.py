"""The posteriors of the held-out images under the newest weights: collapse, and its cause, at a glance."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from latentlab.explore.requests.images import GalleryImages
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.base import Pane
from latentlab.gui.session import Session
from latentlab.gui.widgets.posterior_gauge import PosteriorGauge


class PosteriorPane(Pane):
    """The widths of the posteriors and the aggregate posterior, dimension by dimension."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.gauge = PosteriorGauge()
        self.gauge.export_requested.connect(partial(session.messages.export_picture, "posterior.png"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.gauge)
        session.views.gallery_changed.connect(self._on_gallery)
        self._follow()
        if session.views.gallery is not None:
            self._on_gallery(session.views.gallery)

    def _on_subject(self, subject: Subject) -> None:
        del subject
        self.gauge.set_statistics(None)

    @Slot(object)
    def _on_gallery(self, gallery: GalleryImages) -> None:
        self.gauge.set_statistics(gallery.statistics)
