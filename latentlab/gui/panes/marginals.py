"""The aggregate posterior, dimension by dimension, against the prior."""

from functools import partial
from pathlib import Path
from typing import Unpack

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from latentlab.catalog.networks import knows_sigma
from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.maps import DrawnMarginals, Marginals
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, caption_label, export_button, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.marginal_plots import MarginalPlots

_PAGE = 24


class MarginalsPane(ViewPane):
    """A page of dimensions, those with the largest KL first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._drawn: DrawnMarginals | None = None
        self._first = 0
        self._sigma = True
        self.page = caption_label()
        self.back, self.forth = QToolButton(), QToolButton()
        for button, arrow, words in (
            (self.back, Qt.ArrowType.LeftArrow, tr("Dimensions with a larger KL.")),
            (self.forth, Qt.ArrowType.RightArrow, tr("Dimensions with a smaller KL.")),
        ):
            button.setArrowType(arrow)
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.export = export_button(tr("Write these plots, with the command line that draws them again."))
        self.plots = MarginalPlots()
        self.plots.set_empty_text(tr("Train a run or open one: the aggregate posterior of each dimension appears here."))
        self.plots.setToolTip(
            tr(
                "q(z_d), the mixture of the first 1,024 held-out posteriors, filled; the prior p(z_d) as a grey line. "
                "The number is KL(q(z_d) ‖ p(z_d)) in nats: 0 where both agree. Each plot has a height of its own."
            )
        )
        self.caption = caption_label()
        layout = self._column()
        layout.addLayout(row_of(title_label(tr("Aggregate posterior")), 1, self.page, self.back, self.forth, self.export))
        layout.addWidget(self.plots, 1)
        layout.addWidget(self.caption)
        self._show_page()
        self.back.clicked.connect(self._on_back)
        self.forth.clicked.connect(self._on_forth)
        self.export.clicked.connect(self._on_export)
        self.plots.export_requested.connect(partial(session.messages.export_picture, "marginals.png"))
        self._view(DrawnMarginals, self._ask, self._on_drawn, follows_z=False)
        self._follow()

    def request(self) -> Marginals:
        """This page."""
        return Marginals(first=self._first, count=_PAGE)

    def restore(self, request: Marginals) -> None:
        """Show a page again as it was drawn."""
        self._first = request.first
        self._keep()

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write this page."""
        self._session.views.export(self.request(), path, scale=1, width_mm=style.get("width_mm"))

    def _ask(self, latent: Latent) -> Marginals | None:
        del latent
        return self.request() if self._sigma else None

    def _show_page(self) -> None:
        drawn = self._drawn
        total = 0 if drawn is None else drawn.total
        last = 0 if drawn is None else self._first + len(drawn.dims)
        several = total > _PAGE
        self.page.setText(
            tr("{first} to {last} of {total} by KL", first=self._first + 1, last=last, total=total) if several else ""
        )
        for button in (self.back, self.forth):
            button.setVisible(several)
        self.back.setEnabled(self._first > 0)
        self.forth.setEnabled(last < total)
        self.export.setEnabled(drawn is not None)

    @Slot()
    def _on_back(self) -> None:
        self._first = max(0, self._first - _PAGE)
        self._keep()

    @Slot()
    def _on_forth(self) -> None:
        self._first += _PAGE
        self._keep()

    @Slot()
    def _on_export(self) -> None:
        self._session.messages.export_view("marginals", None, self.export_to)

    def _on_subject(self, subject: Subject) -> None:
        self._drawn, self._first = None, 0
        self._sigma = knows_sigma(subject.config.model)
        self.plots.set_empty_text(tr("Looking at the held-out images …") if self._sigma else figures.SIGMA_UNKNOWN)
        self.plots.set_marginals(None)
        self.caption.clear()
        self._show_page()

    def _on_drawn(self, drawn: DrawnMarginals) -> None:
        self._drawn = drawn
        self.plots.set_marginals(drawn)
        reach = drawn.places[-1]
        self.caption.setText(
            tr("each from −{reach:g} to {reach:g} · grey: prior · model of step {step:,}", reach=reach, step=drawn.step)
        )
        self._show_page()
