"""Runs side by side: their curves, their settings and numbers, and two models on the same images."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Unpack

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from latentlab.explore.requests.commands import Request, Style
from latentlab.explore.requests.pairs import CompareRuns, DrawnComparison, DrawnLink, Link
from latentlab.explore.requests.values import ImageRef, RunRef
from latentlab.gui import theme
from latentlab.gui.models.current_run import State, Subject
from latentlab.gui.models.followed_runs import KnownRun
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import Pane, ViewPane, export_button, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.flow_layout import FlowLayout
from latentlab.gui.widgets.image_rows import ImageRows
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.run_choice import RunChoice
from latentlab.gui.widgets.run_curves import RunCurves, RunLine
from latentlab.gui.widgets.run_list import RunEntry, RunList
from latentlab.gui.widgets.runs_table import RunsTableView
from latentlab.gui.workers.files_thread import Followed
from latentlab.gui.workers.run_files import Listed
from latentlab.runs import RunSummary, date_text, labelled
from latentlab.sweeps import compare_runs, facts_of

_PAIRS, _LINK = "pairs", "link"
_FOLLOW_MS = 1000
"""Time between two looks at the runs that are compared."""
_LIST_WIDTH = 212
_COUNT = 12
_MODELS = 2
"""The tab of the two models."""


class ComparePane(Pane):
    """The runs to check on the left; curves, table and pictures on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listed: dict[Path, tuple[RunSummary, ...]] = {}
        self._labels: dict[Path, str] = {}
        self._known: dict[Path, KnownRun] = {}
        self._to_check: Path | None = None
        self.tabs = QTabBar()
        self.tabs.setObjectName("views")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("What is compared")
        self.curves = RunCurves()
        self.curves.export_requested.connect(partial(session.messages.export_picture, "curves.png"))
        self.table = RunsTableView()
        self.models = TwoModels(session)
        self.models.runs_wanted.connect(self._list)
        self._pages = QStackedWidget()
        for words, tip, page in (
            ("Curves", "One metric of the checked runs.", self.curves),
            ("Settings and numbers", "Where the checked runs differ, and what they came to.", self.table),
            ("Two models", "The current model beside that of a second run.", self.models),
        ):
            self.tabs.setTabToolTip(self.tabs.addTab(words), tip)
            self._pages.addWidget(page)
        body = QHBoxLayout()
        body.setSpacing(theme.SPACING.MEDIUM)
        body.addLayout(self._build_list())
        body.addWidget(self._pages, 1)
        layout = self._column()
        layout.addLayout(row_of(title_label("Compare"), self.tabs, 1, spacing=theme.SPACING.WIDE))
        layout.addLayout(body, 1)

        self._clock = QTimer(self)
        self._clock.setInterval(_FOLLOW_MS)
        self._clock.timeout.connect(self._read)
        self.tabs.currentChanged.connect(self._on_tab)
        session.run.state_changed.connect(self._on_state)
        self._follow()

    def _build_list(self) -> QVBoxLayout:
        self.runs = RunList()
        self.runs.setFixedWidth(_LIST_WIDTH)
        self.runs.checked_changed.connect(self._on_checked)
        self.add = QPushButton(theme.icon("folder"), "Add folder…")
        self.add.setToolTip("List the runs of another folder too, or a run that lies elsewhere.")
        self.add.clicked.connect(self._on_add)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACING.SMALL)
        column.addWidget(self.runs, 1)
        column.addWidget(self.add)
        return column

    def restore(self, request: CompareRuns | Link) -> None:
        """Show two models again as they were drawn."""
        self.tabs.setCurrentIndex(_MODELS)
        self.models.restore(request)

    @Slot()
    def _list(self) -> None:
        runs = self._session.runs
        for folder in (runs.folder, *(folder for folder in self._listed if folder != runs.folder)):
            runs.list(self._on_listed, folder)

    def _on_listed(self, listed: Listed) -> None:
        if listed.folder != self._session.runs.folder and listed.folder not in self._listed:
            return
        self._listed[listed.folder] = listed.runs
        if listed.folder != self._session.runs.folder and not listed.runs:
            del self._listed[listed.folder]
            self._tell("info", f"{listed.folder}: no run lies in it.")
        every = [summary for runs in self._listed.values() for summary in runs]
        if len(self._listed) > 1:
            every = labelled(every)
        summaries = {summary.path: summary for summary in every}
        self._labels = {summary.path: summary.label for summary in every}
        kept = {self._to_check, *self._known}
        self.runs.set_runs([_entry(run) for run in every if not run.annotations.archived or run.path in kept])
        self.models.second.set_runs(list(summaries.values()))
        if self._to_check is not None and self._to_check in summaries:
            path, self._to_check = self._to_check, None
            self.runs.set_checked(path, True)

    @Slot()
    def _on_add(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Add a folder of runs", str(self._session.runs.folder))
        if name:
            self.add_folder(Path(name))

    def add_folder(self, folder: Path) -> None:
        """List the runs of another folder too."""
        self._listed.setdefault(folder, ())
        self._session.runs.list(self._on_listed, folder)

    @Slot()
    def _on_checked(self) -> None:
        checked = self.runs.checked()
        self._known = {path: self._known.get(path) or KnownRun() for path in checked}
        self._show_runs()
        self._read()

    @Slot()
    def _read(self) -> None:
        if self._known and self.isVisible() and self._pages.currentIndex() != _MODELS:
            runs = tuple((path, known.position) for path, known in self._known.items())
            self._session.runs.follow(runs, self._on_followed)

    def _on_followed(self, runs: tuple[Followed, ...]) -> None:
        new, more, lost = False, False, []
        for followed in runs:
            known = self._known.get(followed.path)
            if known is not None and followed.problem:
                lost.append(followed)
            elif known is not None:
                new |= known.take(followed)
                more |= followed.news is not None and followed.news.more
        for followed in lost:
            self._tell("error", followed.problem)
            self.runs.set_checked(followed.path, False)
        if lost:
            self._list()
        if new:
            self._show_runs()
        if more:
            self._read()

    def _show_runs(self) -> None:
        read = {path: known for path, known in self._known.items() if known.run is not None}
        names = [self._labels.get(path, path.name) for path in read]
        self.curves.set_runs(
            [
                RunLine(str(path), name, self.runs.colour(path), known.reports, known.names)
                for name, (path, known) in zip(names, read.items(), strict=True)
            ]
        )
        facts = [
            facts_of(path.name, known.run.config, known.reports, known.evaluation)
            for path, known in read.items()
            if known.run is not None
        ]
        self.table.set_table(compare_runs(facts) if facts else None, names)

    # What happens

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        self._read()

    @Slot(object)
    def _on_state(self, state: State) -> None:
        if self.isVisible() and state is not State.LOADING:
            self._list()

    def _on_subject(self, subject: Subject) -> None:
        self._to_check = subject.path
        if subject.path.parent != self._session.runs.folder:
            self.add_folder(subject.path)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list()
        self._read()
        self._clock.start()


class TwoModels(ViewPane):
    """The current model beside that of a second run: the same images, samples and z through both.

    Signals:
        runs_wanted: the list of runs should be new.
    """

    runs_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pairs: DrawnComparison | None = None
        self._linked: DrawnLink | None = None
        self._source: ImageRef | None = None
        self.second = RunChoice("choose a run …")
        self.second.setToolTip("The run whose newest model is shown beside the current one.")
        self.second.wanted.connect(self.runs_wanted)
        self.second.chosen.connect(self._keep)
        self.which = QComboBox()
        self.which.addItem("held-out images")
        self.which.addItem("the current image")
        self.which.setToolTip("What goes through both models.")
        self.which.setAccessibleName("Images")
        self.which.currentIndexChanged.connect(self._keep)
        self.export = export_button("Write the rows of images as PNG, with the command line that draws them again.")
        self.export.clicked.connect(partial(self._on_export, _PAIRS))
        self.export_link = export_button("Write both decoded images as PNG, with the command line that draws them again.")
        self.export_link.clicked.connect(partial(self._on_export, _LINK))
        self.rows = ImageRows()
        self.rows.setToolTip(
            "The same images through both models, and samples by the same z. Click an original to start from it."
        )
        self.rows.clicked.connect(self._on_image)
        self.rows.export_requested.connect(partial(session.messages.export_picture, "pairs-view.png"))
        self.rows_note, self.link_note = QLabel(), QLabel()
        for note in (self.rows_note, self.link_note):
            theme.set_role(note, "caption")
            note.setWordWrap(True)
        self.rows_note.setMinimumHeight(self.rows_note.sizeHint().height())
        self.rows_note.setToolTip(
            "Mean squared error per pixel value of the reconstructions that are shown, and their models' steps."
        )
        self.link_note.setToolTip(
            "z′ = W z + b by least squares between the posterior means of the same held-out images. R²: share of the variance "
            "of the second run's means that the map explains on images it was not fitted to; 1 is a perfect link, 0 is none."
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
        row.addWidget(QLabel("Second run"))
        row.addWidget(self.second)
        head = FlowLayout(line_gap=theme.SPACING.TIGHT)
        for widget in (chosen, self.which, self.export):
            head.addWidget(widget)
        linked_title = QLabel("Linked sliders")
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
        column.addWidget(self.rows, 5)
        column.addWidget(self.rows_note)
        column.addLayout(link_head)
        column.addLayout(images, 3)
        self._show_models()
        session.latent.latent_changed.connect(self._on_latent)
        self._both = self._view(
            DrawnComparison, self.pairs_request, self._on_pairs, self._on_failed, follows_z=False, shown_in=self.rows
        )
        self._link = self._view(DrawnLink, self.link_request, self._on_linked, self._on_failed)
        self._follow()

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
            self._session.latent.restore(request.z, None, "z as given")
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
        self.rows.set_empty_text("Looking at both models …" if chosen else "Choose a second run: both models appear here.")
        self.rows.set_rows([] if pairs is None else list(zip(pairs.grid.row_labels, pairs.grid.images, strict=True)))
        self.rows_note.setText("" if pairs is None else _pairs_text(pairs))
        self.export.setEnabled(pairs is not None)
        self._show_linked()

    def _show_linked(self) -> None:
        linked = self._linked
        r2 = "" if linked is None else "–" if linked.r2 is None else f"{linked.r2:.3f}"
        self.link_note.setText(
            "" if linked is None else f"R² {r2} on {linked.measured:,} images, fitted to {linked.fitted:,} others"
        )
        for place, view in enumerate((self.here, self.there)):
            view.set_image(None if linked is None else linked.grid.images[0, place])
            view.set_caption("" if linked is None else linked.names[place])
            view.set_empty_text(("The current z, decoded", "and what it is mapped to")[place])
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


def _entry(summary: RunSummary) -> RunEntry:
    if summary.run is None:
        return RunEntry(summary.path, summary.label, summary.problem, sound=False)
    config = summary.run.config
    about = f"{config.objective_title} · step {summary.step:,}\n{date_text(summary.created)}"
    return RunEntry(summary.path, summary.label, about)


def _pairs_text(pairs: DrawnComparison) -> str:
    errors = " · ".join(f"{name} {error:.5f}" for name, error in zip(pairs.names, pairs.errors.tolist(), strict=True))
    note = f" · {pairs.note}" if pairs.note else ""
    return f"Squared error: {errors} · steps {pairs.step:,} and {pairs.other_step:,}{note}"
