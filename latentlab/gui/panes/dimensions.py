"""KL of each latent dimension over the steps: which ones carry information."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from latentlab import metrics
from latentlab.explore.requests.images import GalleryImages
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.base import caption_label
from latentlab.gui.panes.records import RecordPane, empty_text
from latentlab.gui.session import Session
from latentlab.gui.setting_words import change_words
from latentlab.gui.widgets.kl_heat_map import KlHeatMap
from latentlab.runs import Event, Report

_EMPTY = tr("The KL of each latent dimension appears here.")


class DimensionsPane(RecordPane):
    """A heat map with the number of active dimensions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.heat_map = KlHeatMap()
        self.heat_map.set_empty_text(_EMPTY)
        self.heat_map.export_requested.connect(partial(session.messages.export_picture, "kl-per-dimension.png"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heat_map, 1)
        self.note = caption_label(wraps=True)
        self.note.setContentsMargins(theme.SPACING.SMALL, 0, theme.SPACING.SMALL, theme.SPACING.TIGHT)
        self.note.hide()
        layout.addWidget(self.note)
        self.heat_map.hovered.connect(session.cursor.point_at)
        session.cursor.moved.connect(self.heat_map.show_step)
        session.views.gallery_changed.connect(self._on_gallery)
        session.views.rested.connect(self._on_rest)
        self._follow()

    def _on_subject(self, subject: Subject) -> None:
        self.heat_map.clear()
        self.heat_map.set_empty_text(empty_text(subject, _EMPTY))
        self.note.setText(translated(subject.config.kl_note))
        self.note.setVisible(bool(subject.config.kl_note))

    @Slot(object)
    def _on_gallery(self, gallery: GalleryImages) -> None:
        subject = self._session.run.subject
        settled = subject is not None and gallery.step >= subject.config.settled_from
        self.heat_map.set_active(int(gallery.active.sum()) if settled else None, len(gallery.active))
        if not np.isnan(gallery.kl_per_dim).any():
            self.heat_map.set_held_out(gallery.kl_per_dim, gallery.step)

    @Slot(object)
    def _on_rest(self, gallery: GalleryImages) -> None:
        self.heat_map.set_order(gallery.order)

    def _extend(self, reports: Sequence[Report]) -> None:
        for report in reports:
            kl = metrics.kl_per_dim(report.values)
            if kl:
                self.heat_map.append(report.step, np.array(kl))
        self.heat_map.refresh_in_turn()

    def _mark(self, event: Event) -> None:
        if event.kind == "change" or (event.kind == "start" and event.step):  # the start of a branch
            self.heat_map.mark(event.step, change_words(event.text))

    def _dim_before(self, step: int) -> None:
        self.heat_map.dim_before(step)

    def _forget_after(self, step: int) -> None:
        self.heat_map.truncate(step)
