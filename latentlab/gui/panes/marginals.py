"""The aggregate posterior, dimension by dimension, against the prior."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from latentlab.explore.requests.maps import DrawnMarginals, Marginals
from latentlab.explore.requests.values import View
from latentlab.gui import theme
from latentlab.gui.session import Latent, Session, Subject
from latentlab.gui.widgets.marginal_plots import MarginalPlots
from latentlab.gui.widgets.save_dialog import choose_file

_NAME = "marginals"
_PAGE = 24


class MarginalsPane(QWidget):
    """A page of dimensions, those with the largest KL first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drawn: DrawnMarginals | None = None
        self._first = 0
        title = QLabel("Aggregate posterior")
        title.setFont(theme.title_font())
        self.page = QLabel()
        self.page.setFont(theme.tabular(theme.caption_font()))
        self.back, self.forth = QToolButton(), QToolButton()
        for button, arrow, words in (
            (self.back, Qt.ArrowType.LeftArrow, "Dimensions with a larger KL."),
            (self.forth, Qt.ArrowType.RightArrow, "Dimensions with a smaller KL."),
        ):
            button.setArrowType(arrow)
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.export = QPushButton(theme.icon("export"), "Export…")
        self.export.setToolTip("Write these plots as PNG, with the command line that draws them again.")
        self.plots = MarginalPlots()
        self.plots.set_empty_text("Train a run or open one: the aggregate posterior of each dimension appears here.")
        self.plots.setToolTip(
            "q(z_d), the mixture of the first 1,024 held-out posteriors, filled; the prior N(0, 1) as a grey line. "
            "The number is KL(q(z_d) ‖ p(z_d)) in nats: 0 where both agree. Each plot has a height of its own."
        )
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addStretch(1)
        for widget in (self.page, self.back, self.forth, self.export):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(head)
        layout.addWidget(self.plots, 1)
        layout.addWidget(self.caption)
        self._show_page()
        self.back.clicked.connect(self._on_back)
        self.forth.clicked.connect(self._on_forth)
        self.export.clicked.connect(self._on_export)
        self.plots.export_requested.connect(lambda image: session.ask_export("marginals.png", image))
        session.subject_changed.connect(self._on_subject)
        session.view_drawn.connect(self._on_drawn)

    def request(self) -> Marginals:
        """This page."""
        return Marginals(first=self._first, count=_PAGE)

    def restore(self, request: Marginals) -> None:
        """Show a page again as it was drawn."""
        self._first = request.first
        self._keep()

    def export_to(self, path: Path) -> None:
        """Write this page."""
        self._session.export_view(self.request(), path, scale=1)

    @Slot()
    def _keep(self) -> None:
        if self.isVisible():
            self._session.keep_view(_NAME, self._ask, follows_z=False)

    def _ask(self, latent: Latent) -> Marginals:
        del latent
        return self.request()

    def _show_page(self) -> None:
        drawn = self._drawn
        total = 0 if drawn is None else drawn.total
        last = 0 if drawn is None else self._first + len(drawn.dims)
        several = total > _PAGE
        self.page.setText(f"{self._first + 1} to {last} of {total} by KL" if several else "")
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
        path = choose_file(self, "Export aggregate posterior", self._session.export_folder() / "marginals.png")
        if path is not None:
            self.export_to(path)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._drawn, self._first = None, 0
        self.plots.set_empty_text("Looking at the held-out images …")
        self.plots.set_marginals(None)
        self.caption.clear()
        self._show_page()

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        if name != _NAME:
            return
        assert isinstance(drawn, DrawnMarginals)
        self._drawn = drawn
        self.plots.set_marginals(drawn)
        reach = drawn.places[-1]
        self.caption.setText(f"each from −{reach:g} to {reach:g} · grey: prior N(0, 1) · model of step {drawn.step:,}")
        self._show_page()

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.keep_view(_NAME, None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep()
