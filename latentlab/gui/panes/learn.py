"""Guided experiments: the list of them, and the one that is carried out beside the live window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.learning import about
from latentlab.gui.panes.base import Pane
from latentlab.gui.placement import SETUP_WIDTHS
from latentlab.gui.session import Session
from latentlab.gui.widgets.step_card import StepCard
from latentlab.learn import Experiment, Progress, Step, experiments


class LearnPane(Pane):
    """A page with every experiment, and a page for the chosen one.

    Attributes:
        starts: the button of each experiment, by its name.
        page: the one that is carried out, None where the list is shown.

    Signals:
        kept: the name and the progress, as text, of an experiment that should be remembered.
    """

    kept = Signal(str, str)

    def __init__(self, session: Session, kept: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Both pages; `kept` gives what the signal of an experiment's name gave last, empty where it gave nothing."""
        super().__init__(session, parent)
        self.setMinimumWidth(SETUP_WIDTHS[0])
        self._progress = {
            experiment.name: Progress.from_json(experiment, kept(experiment.name)) for experiment in experiments()
        }
        self.starts: dict[str, QPushButton] = {}
        self._notes: dict[str, QLabel] = {}
        self.page: ExperimentPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(_scrolled(self._build_list()))
        layout = self._column()
        layout.setContentsMargins(0, theme.SPACING.SMALL, 0, 0)
        layout.addWidget(self._stack)
        session.learning.changed.connect(self._on_changed)

    def open(self, name: str) -> None:
        """Carry out an experiment from where it was left."""
        self._session.learning.choose(self._progress[name])

    def _build_list(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(theme.SPACING.SMALL)
        intro = QLabel(tr("Each experiment trains small models in this window and checks what they show."))
        intro.setWordWrap(True)
        theme.set_role(intro, "caption")
        column.addWidget(intro)
        for experiment in experiments():
            column.addWidget(self._entry(experiment))
        column.addStretch(1)
        return page

    def _entry(self, experiment: Experiment) -> QWidget:
        card = QFrame()
        card.setProperty("card", True)
        title, question, note = QLabel(translated(experiment.title)), QLabel(translated(experiment.question)), QLabel()
        title.setFont(theme.title_font())
        for label in (title, question):
            label.setWordWrap(True)
        theme.set_role(note, "caption")
        note.setFont(theme.caption_font())
        start = QPushButton(tr("Open"))
        start.setAccessibleName(tr("Open the experiment: {title}", title=translated(experiment.title)))
        start.setToolTip(experiment.paper)
        start.clicked.connect(partial(self.open, experiment.name))
        foot = QHBoxLayout()
        foot.addWidget(note, 1)
        foot.addWidget(start)
        column = QVBoxLayout(card)
        for part in (title, question):
            column.addWidget(part)
        column.addLayout(foot)
        self.starts[experiment.name], self._notes[experiment.name] = start, note
        self._show_note(experiment.name)
        return card

    def _show_note(self, name: str) -> None:
        progress = self._progress[name]
        self._notes[name].setText(about(progress.experiment, progress))

    @Slot(object)
    def _on_changed(self, progress: Progress | None) -> None:
        if progress is None:
            self._show_list()
            return
        name = progress.experiment.name
        if progress != self._progress[name]:
            self._progress[name] = progress
            self._show_note(name)
            self.kept.emit(name, progress.to_json())
        if self.page is None or self.page.experiment is not progress.experiment:
            self._show_list()
            self.page = ExperimentPage(self._session, progress.experiment)
            self._stack.addWidget(self.page)
            self._stack.setCurrentWidget(self.page)
        self.page.show_progress(progress)

    def _show_list(self) -> None:
        self._stack.setCurrentIndex(0)
        if self.page is not None:
            self._stack.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(SETUP_WIDTHS[1], 640)


class ExperimentPage(QWidget):
    """One experiment, step by step.

    Attributes:
        experiment: which.
        cards: of its steps, in their order.
    """

    def __init__(self, session: Session, experiment: Experiment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.experiment = experiment
        self._session = session
        self.cards = [
            StepCard(number, translated(step.title), translated(step.text), _label(step))
            for number, step in enumerate(experiment.steps, start=1)
        ]
        self.back = QPushButton(tr("All experiments"))
        self.back.clicked.connect(self._on_back)
        self.again = QPushButton(tr("Start over"))
        self.again.setToolTip(tr("Forget which steps are done; the runs stay on disk."))
        self.again.clicked.connect(session.learning.start_over)
        title, question, paper, self.answer = (
            QLabel(translated(experiment.title)),
            QLabel(translated(experiment.question)),
            QLabel(experiment.paper),
            QLabel(),
        )
        title.setFont(theme.heading_font())
        theme.set_role(paper, "caption")
        paper.setFont(theme.caption_font())
        for label in (title, question, paper, self.answer):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        steps = QWidget()
        column = QVBoxLayout(steps)
        column.setSpacing(theme.SPACING.TIGHT)
        for part in (title, question, paper):
            column.addWidget(part)
        for number, card in enumerate(self.cards):
            card.requested.connect(partial(session.learning.do, number))
            column.addWidget(card)
        column.addWidget(self.answer)
        column.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(theme.SPACING.MEDIUM, 0, theme.SPACING.MEDIUM, 0)
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.again)
        self._scroll = _scrolled(steps)
        self._at: QWidget = self.cards[0]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)

    def show_progress(self, progress: Progress) -> None:
        """Show which steps are done and what they found."""
        learning = self._session.learning
        for number, (card, step) in enumerate(zip(self.cards, self.experiment.steps, strict=True)):
            next_up = number == progress.at
            card.show_state(done=number in progress.outcomes, next_up=next_up, verdict=progress.verdict(number))
            training = learning.is_training(step)
            card.button.setText(tr("Training …") if training else _label(step))
            card.button.setEnabled(not training and learning.can_do(step))
        self.again.setEnabled(bool(progress.outcomes))
        whole = progress.at == len(self.cards)
        self.answer.setText(translated(self.experiment.answer) if whole else "")
        self._at = self.answer if whole else self.cards[progress.at]
        QTimer.singleShot(0, self, self._scroll_to_step)

    @Slot()
    def _scroll_to_step(self) -> None:
        self._scroll.ensureWidgetVisible(self._at)

    @Slot()
    def _on_back(self) -> None:
        self._session.learning.choose(None)


def _label(step: Step) -> str:
    """What the button of a step says."""
    if step.train is not None:
        return tr("Train")
    if step.open:
        return tr("Open the run")
    if step.show is not None:
        return tr("Show “{title}”", title=translated(step.show.capitalize()))
    return tr("Start from an image") if step.steer else tr("Evaluate")


def _scrolled(page: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidget(page)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll
