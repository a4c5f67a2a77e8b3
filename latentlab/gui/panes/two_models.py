"""Two models on the same images; a part of the pane that compares runs."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Unpack

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from latentlab.explore.requests.commands import Request, Style
from latentlab.explore.requests.pairs import CompareRuns, DrawnComparison, DrawnLink, Link
from latentlab.explore.requests.values import ImageRef, RunRef
from latentlab.gui import theme
from latentlab.gui.language import mark, tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, export_button
from latentlab.gui.session import Session
from latentlab.gui.widgets.flow_layout import FlowLayout
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.run_choice import RunChoice

_PAIRS, _LINK = "pairs", "link"
_COUNT = 12


class TwoModels(ViewPane):
    """The current model beside that of a second run: the same images, samples and z through both.

    Signals:
        runs_wanted: the list of runs should be new.
        run_chosen: the path of a run that was chosen by hand.
    """

    runs_wanted = Signal()
    run_chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pairs: DrawnComparison | None = None
        self._linked: DrawnLink | None = None
        self._source: ImageRef | None = None
        self.second = RunChoice(tr("choose a run …"))
        self.second.setToolTip(tr("The run whose newest model is shown beside the current one."))
        self.second.wanted.connect(self.runs_wanted)
        self.second.chosen.connect(self._on_second)
        self.which = QComboBox()
        self.which.addItem(tr("held-out images"))
        self.which.addItem(tr("the current image"))
        self.which.setToolTip(tr("What goes through both models."))
        self.which.setAccessibleName(tr("Images"))
        self.which.currentIndexChanged.connect(self._keep)
        self.export = export_button(tr("Write the rows of images as PNG, with the command line that draws them again."))
        self.export.clicked.connect(partial(self._on_export, _PAIRS))
        self.export_link = export_button(tr("Write both decoded images as PNG, with the command line that draws them again."))
        self.export_link.clicked.connect(partial(self._on_export, _LINK))
        self.grid = ImageGrid()
        self.grid.setToolTip(
            tr("The same images through both models, and samples by the same z. Click an original to start from it.")
        )
        self.grid.cell_clicked.connect(self._on_image)
        self.grid.export_requested.connect(partial(session.messages.export_picture, "pairs-view.png"))
        self.rows_note, self.link_note = QLabel(), QLabel()
        for note in (self.rows_note, self.link_note):
            theme.set_role(note, "caption")
            note.setWordWrap(True)
        self.rows_note.setMinimumHeight(self.rows_note.sizeHint().height())
        self.rows_note.setToolTip(
            tr("Mean squared error per pixel value of the reconstructions that are shown, and their models' steps.")
        )
        self.link_note.setToolTip(
            tr(
                "z′ = W z + b by least squares between the posterior means of the same held-out images. R²: share of "
                "the variance of the second run's means that the map explains on images it was not fitted to; 1 is a "
                "perfect link, 0 is none."
            )
        )
        self.here, self.there = ImageView(), ImageView()
        for view, name in ((self.here, "here.png"), (self.there, "there.png")):
            view.setMinimumHeight(96)
            view.export_requested.connect(partial(session.messages.export_picture, name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.SMALL)
        chosen = QWidget()
        row = QHBoxLayout(chosen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.SMALL)
        row.addWidget(QLabel(tr("Second run")))
        row.addWidget(self.second)
        head = FlowLayout(line_gap=theme.SPACING.TIGHT)
        for widget in (chosen, self.which, self.export):
            head.addWidget(widget)
        linked_title = QLabel(tr("Linked sliders"))
        linked_title.setFont(theme.title_font())
        link_head = QHBoxLayout()
        link_head.setSpacing(theme.SPACING.MEDIUM)
        link_head.addWidget(linked_title)
        link_head.addWidget(self.link_note, 1)
        link_head.addWidget(self.export_link)
        images = QHBoxLayout()
        images.addWidget(self.here, 1)
        images.addWidget(self.there, 1)
        column.addLayout(head)
        column.addWidget(self.grid, 5)
        column.addWidget(self.rows_note)
        column.addLayout(link_head)
        column.addLayout(images, 3)
        self._show_models()
        session.latent.latent_changed.connect(self._on_latent)
        self._both = self._view(
            DrawnComparison, self.pairs_request, self._on_pairs, self._on_failed, follows_z=False, shown_in=self.grid
        )
        self._link = self._view(DrawnLink, self.link_request, self._on_linked, self._on_failed)
        self._follow()

    def show_one_of(self, runs: list[Path]) -> None:
        """Look at one of these runs beside the current one: the one shown already, else the last that was checked."""
        subject = self._session.run.subject
        others = [path for path in runs if subject is None or path != subject.path]
        if self.second.path() not in others:
            self.second.choose(others[-1] if others else None)
            self._keep()

    @Slot(object)
    def _on_second(self, path: Path | None) -> None:
        self._keep()
        if path is not None:
            self.run_chosen.emit(path)

    def other_run(self) -> RunRef | None:
        """The second run at its newest checkpoint."""
        path = self.second.path()
        return None if path is None else RunRef(path)

    def pairs_request(self, latent: Latent) -> CompareRuns | None:
        """The same images through both models."""
        beside = self.other_run()
        if beside is None:
            return None
        if self.which.currentIndex() == 1:
            return CompareRuns(beside, 1, (latent.source or ImageRef(index=0),))
        return CompareRuns(beside, min(_COUNT, self._held_out_count()))

    def _held_out_count(self) -> int:
        subject = self._session.run.subject
        return subject.held_out_count if subject is not None else 0

    def link_request(self, latent: Latent) -> Link | None:
        """The current z in both latent spaces."""
        beside = self.other_run()
        return None if beside is None else Link(beside, latent.z)

    def restore(self, request: CompareRuns | Link) -> None:
        """Show two models again as they were drawn."""
        self.second.choose(request.other.path)
        if isinstance(request, Link):
            self._session.latent.restore(request.z, None, mark("z as given"))
        elif request.images:
            self._session.latent.start_from_image(request.images[0])
        self.which.setCurrentIndex(int(isinstance(request, CompareRuns) and bool(request.images)))
        self._keep()

    def export_to(self, name: str, path: Path, **style: Unpack[Style]) -> None:
        """Write a view with the second model as it is shown, whatever becomes of its run later."""
        latent, drawn = self._session.latent.current, self._pairs if name == _PAIRS else self._linked
        request = None if latent is None else self.pairs_request(latent) if name == _PAIRS else self.link_request(latent)
        if request is not None and drawn is not None:
            shown = RunRef(request.other.path.absolute(), drawn.other_step)
            self._session.views.export(replace(request, other=shown), path, **style)

    def _keep_pairs(self) -> None:
        latent = self._session.latent.current
        self._source = latent.source if latent is not None else None
        self._both.keep(self.isVisible() and self.second.path() is not None)

    @Slot()
    def _keep(self) -> None:
        """The sliders are linked when the pairs show that both models can look at the same images."""
        self._link.stop()
        self._pairs = self._linked = None
        self._show_models()
        self._keep_pairs()

    def _show_models(self) -> None:
        pairs, chosen = self._pairs, self.second.path() is not None
        self.grid.set_empty_text(
            tr("Looking at both models …") if chosen else tr("Choose a second run: both models appear here.")
        )
        self.grid.set_grid(*((None,) if pairs is None else (pairs.grid.images, pairs.grid.row_labels)))
        self.rows_note.setText("" if pairs is None else _pairs_text(pairs))
        self.export.setEnabled(pairs is not None)
        self._show_linked()

    def _show_linked(self) -> None:
        linked = self._linked
        r2 = "" if linked is None else "–" if linked.r2 is None else f"{linked.r2:.3f}"
        self.link_note.setText(
            ""
            if linked is None
            else tr(
                "R² {r2} on {measured:,} images, fitted to {fitted:,} others",
                r2=r2,
                measured=linked.measured,
                fitted=linked.fitted,
            )
        )
        for place, view in enumerate((self.here, self.there)):
            view.set_image(None if linked is None else linked.grid.images[0, place])
            view.set_caption("" if linked is None else linked.names[place])
            view.set_empty_text((tr("The current z, decoded"), tr("and what it is mapped to"))[place])
        self.export_link.setEnabled(linked is not None)

    @Slot(object)
    def _on_image(self, cell: tuple[int, int]) -> None:
        if self._pairs is not None and cell[0] < 3 and self.which.currentIndex() == 0:
            self._session.latent.start_from_image(ImageRef(index=cell[1]))

    def _on_export(self, name: str) -> None:
        drawn = self._pairs if name == _PAIRS else self._linked
        if drawn is not None:
            self._session.messages.export_view(name, drawn.grid, partial(self.export_to, name))

    def _on_subject(self, subject: Subject) -> None:
        del subject
        self.second.choose(None)
        self._keep()

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        if self.which.currentIndex() == 1 and latent.source != self._source:
            self._keep_pairs()

    def _on_pairs(self, drawn: DrawnComparison) -> None:
        first, self._pairs = self._pairs is None, drawn
        self._show_models()
        if first:
            self._link.start()

    def _on_linked(self, drawn: DrawnLink) -> None:
        self._linked = drawn
        self._show_linked()

    def _on_failed(self, request: Request) -> None:
        """The second run cannot be looked at, or no longer; another that was chosen meanwhile stays."""
        if isinstance(request, CompareRuns | Link) and request.other.path == self.second.path():
            self.second.choose(None)
            self._keep()
            self.runs_wanted.emit()


def _pairs_text(pairs: DrawnComparison) -> str:
    errors = " · ".join(f"{name} {error:.5f}" for name, error in zip(pairs.names, pairs.errors.tolist(), strict=True))
    note = f" · {pairs.note}" if pairs.note else ""
    return tr(
        "Squared error: {errors} · steps {step:,} and {other_step:,}{note}",
        errors=errors,
        step=pairs.step,
        other_step=pairs.other_step,
        note=note,
    )
