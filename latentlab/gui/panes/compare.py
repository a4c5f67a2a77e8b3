"""Runs side by side: their curves, their settings and numbers, and two of their models."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from latentlab import metrics
from latentlab.explore.requests.pairs import CompareRuns, Link
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import State, Subject
from latentlab.gui.models.followed_runs import KnownRun
from latentlab.gui.models.run_table import data_text
from latentlab.gui.panes.base import Pane, row_of, title_label
from latentlab.gui.panes.two_models import TwoModels
from latentlab.gui.session import Session
from latentlab.gui.widgets.caution_line import CautionLine
from latentlab.gui.widgets.run_curves import RunCurves, RunLine
from latentlab.gui.widgets.run_list import RunEntry, RunList
from latentlab.gui.widgets.runs_table import RunsTableView
from latentlab.gui.workers.files_thread import Followed
from latentlab.gui.workers.run_files import Listed
from latentlab.runs import RunSummary, date_text, labelled
from latentlab.sweeps import RunFacts, compare_runs, differences, digest_of, facts_of

_FOLLOW_MS = 1000
"""Time between two looks at the runs that are compared."""
_LIST_WIDTHS = (212, 252)
"""Least and most, in pixels; the latter has room for a run's step and date."""
_MODELS = 2
"""The tab of the two models."""


class ComparePane(Pane):
    """The runs to check on the left; curves, table and pictures on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listed: dict[Path, tuple[RunSummary, ...]] = {}
        self._labels: dict[Path, str] = {}
        self._known: dict[Path, KnownRun] = {}
        self._facts: list[RunFacts] = []
        self._names: list[str] = []
        self._to_check: Path | None = None
        self._checked_by_itself: set[Path] = set()
        self.tabs = QTabBar()
        self.tabs.setObjectName("views")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("What is compared"))
        self.caution = CautionLine()
        self.curves = RunCurves()
        self.curves.quantity.currentIndexChanged.connect(self._show_caution)
        self.curves.export_requested.connect(partial(session.messages.export_picture, "curves.png"))
        self.table = RunsTableView()
        self.models = TwoModels(session)
        self.models.runs_wanted.connect(self._list)
        self.models.run_chosen.connect(self._on_second)
        self._pages = QStackedWidget()
        for words, tip, page in (
            (tr("Curves"), tr("One metric of the checked runs."), self.curves),
            (tr("Settings and numbers"), tr("The settings in which the checked runs differ, and their numbers."), self.table),
            (tr("Two models"), tr("The current model beside that of a checked run."), self.models),
        ):
            self.tabs.setTabToolTip(self.tabs.addTab(words), tip)
            self._pages.addWidget(page)
        body = QHBoxLayout()
        body.setSpacing(theme.SPACING.MEDIUM)
        body.addLayout(self._build_list())
        body.addWidget(self._pages, 1)
        layout = self._column()
        layout.addLayout(row_of(title_label(tr("Compare")), self.tabs, 1, spacing=theme.SPACING.WIDE))
        layout.addWidget(self.caution)
        layout.addLayout(body, 1)

        self._clock = QTimer(self)
        self._clock.setInterval(_FOLLOW_MS)
        self._clock.timeout.connect(self._read)
        self.tabs.currentChanged.connect(self._on_tab)
        session.run.state_changed.connect(self._on_state)
        self._follow()

    def _build_list(self) -> QVBoxLayout:
        self.runs = RunList()
        self.runs.setMinimumWidth(_LIST_WIDTHS[0])
        self.runs.setMaximumWidth(_LIST_WIDTHS[1])
        self.runs.checked_changed.connect(self._on_checked)
        self.add = QPushButton(theme.icon("folder"), tr("Add folder…"))
        self.add.setToolTip(tr("List the runs of another folder too, or a run that lies elsewhere."))
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
            self._tell("info", tr("{folder}: no run lies in it.", folder=listed.folder))
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
            self._checked_by_itself.add(path)
            self.runs.set_checked(path, True)

    @Slot()
    def _on_add(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Add a folder of runs"), str(self._session.runs.folder))
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
        self.models.show_one_of(checked)
        self._read()

    @Slot(object)
    def _on_second(self, path: Path) -> None:
        """Who is looked at beside the current run is compared with it everywhere."""
        self.runs.set_checked(path, True)

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
            facts_of(path.name, known.run.config, known.reports, known.evaluation, digest_of(known.run))
            for path, known in read.items()
            if known.run is not None
        ]
        self._facts, self._names = facts, names
        self._show_caution()
        self._leave_other_images(dict(zip(read, facts, strict=True)))
        self.table.set_table(compare_runs(facts) if facts else None, names)

    def _leave_other_images(self, facts: dict[Path, RunFacts]) -> None:
        """A run that was checked because it was the current one is no longer where the current one learns from other images."""
        subject = self._session.run.subject
        if subject is None or subject.path not in facts:
            return
        for path in self._checked_by_itself & facts.keys() - {subject.path}:
            if differences([facts[subject.path], facts[path]]).images:
                self._checked_by_itself.remove(path)
                self.runs.set_checked(path, False)

    @Slot()
    def _show_caution(self) -> None:
        """What keeps the numbers shown from being compared."""
        metric = self.curves.quantity.currentData() if self._pages.currentWidget() is self.curves else None
        if self._pages.currentIndex() == _MODELS or not self._facts:
            self.caution.say("info", "")
        elif len(self._facts) == 1:
            self.caution.say("info", self._what_to_check())
        else:
            self.caution.say("warning", _caution(self._facts, self._names, metric))

    def _what_to_check(self) -> str:
        """Beside the one run that is checked."""
        every = [run for runs in self._listed.values() for run in runs]
        data = {run.data for run in every if run.path in self._known}
        if any(run.data in data for run in every if run.path not in self._known):
            return tr("One run is checked. Check another one on the left to compare them.")
        return tr("One run is checked. No other run in the list uses the same data.")

    # What happens

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        self._show_caution()
        self._read()

    @Slot(object)
    def _on_state(self, state: State) -> None:
        if self.isVisible() and state is not State.LOADING:
            self._list()

    def _on_subject(self, subject: Subject) -> None:
        self._to_check = subject.path
        if subject.path.parent != self._session.runs.folder:
            self.add_folder(subject.path.parent if subject.remote else subject.path)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list()
        self._read()
        self._clock.start()


def _entry(summary: RunSummary) -> RunEntry:
    if summary.run is None:
        return RunEntry(summary.path, summary.label, summary.problem, sound=False)
    about = tr("{method}\n{data} · step {step:,}", method=summary.method, data=data_text(summary), step=summary.step)
    return RunEntry(summary.path, summary.label, about, date_text(summary.created))


def _caution(facts: list[RunFacts], names: list[str], metric: str | None) -> str:
    """Why numbers of these runs, or this metric of them, cannot be compared; empty where they can.

    Args:
        facts: of the runs.
        names: of the runs.
        metric: that is shown; None where all are.
    """
    unlike = differences(facts)

    def named(places: tuple[int, ...]) -> str:
        return ", ".join(names[place] for place in places)

    if unlike.images:
        return tr(
            "{names}: other images than {first} learned from. Their numbers cannot be compared.",
            names=named(unlike.images),
            first=names[0],
        )
    if unlike.likelihood:
        return tr(
            "{names}: another likelihood than that of {first}. Their numbers in nats cannot be compared.",
            names=named(unlike.likelihood),
            first=names[0],
        )
    if unlike.method and metric == metrics.TOTAL:
        return tr("The total sums other terms in each method: compare methods by the held-out ELBO.")
    return ""
