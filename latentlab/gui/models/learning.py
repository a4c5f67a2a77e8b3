"""The guided experiment that is carried out: its steps are done through the other models, and checked by what these say."""

from PySide6.QtCore import QObject, Signal, Slot

from latentlab.gui.language import tr
from latentlab.gui.models.current_run import CurrentRun, History, State, Subject
from latentlab.gui.models.evaluation import EvaluationModel
from latentlab.gui.models.latent import Latent, LatentModel
from latentlab.gui.models.messages import EvaluateRun, Messages, ShowWorkspace
from latentlab.gui.models.runs import RunsModel
from latentlab.gui.models.training import TrainingModel
from latentlab.gui.workers.evaluation_thread import Measured
from latentlab.learn import Experiment, Outcome, Progress, Step


class LearningModel(QObject):
    """Follows one experiment at a time.

    Attributes:
        progress: of the experiment that is chosen, None where none is.

    Signals:
        changed: the progress.
    """

    changed = Signal(object)

    def __init__(
        self,
        run: CurrentRun,
        latent: LatentModel,
        runs: RunsModel,
        training: TrainingModel,
        evaluation: EvaluationModel,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.progress: Progress | None = None
        self._run = run
        self._latent = latent
        self._runs = runs
        self._training = training
        self._messages = messages
        self._numbers: dict[str, float] = {}
        self._evaluation = evaluation
        run.subject_changed.connect(self._on_subject)
        run.recorded.connect(self._on_recorded)
        run.state_changed.connect(self._on_state)
        latent.latent_changed.connect(self._on_latent)
        evaluation.measured.connect(self._on_measured)

    def choose(self, progress: Progress | None) -> None:
        """Carry out an experiment from where it was left, or none."""
        self._set(progress)

    def start_over(self) -> None:
        """Begin the experiment from its first step; its runs stay on disk."""
        if self.progress is not None:
            self._set(Progress(self.progress.experiment))

    def can_do(self, step: Step) -> bool:
        """Whether nothing that is running stands in the way of a step."""
        busy = self._run.is_training or self._run.state is State.LOADING
        if step.train is not None or step.open:
            return not busy
        if step.evaluate:
            return not busy and not self._evaluation.is_running and self._run.subject is not None
        return self._run.subject is not None

    def is_training(self, step: Step) -> bool:
        """Whether the run of a step is in training."""
        return step.train is not None and self._run.is_training and self._is_current(step)

    def do(self, number: int) -> None:
        """Do a step; it counts as done once what it is about has happened."""
        if self.progress is None:
            return
        step = self.progress.experiment.steps[number]
        if step.train is not None:
            self._training.train(step.train.config())
            self._messages.ask(ShowWorkspace("live"))
        elif step.open:
            path = self.progress.path_of(step.open)
            if path is not None:
                self._runs.open(path)
        elif step.show is not None:
            self._messages.ask(ShowWorkspace(step.show))
        elif step.steer:
            self._messages.ask(ShowWorkspace("explore"))
            self._latent.start_from_random_image()
        else:
            self._messages.ask(EvaluateRun())

    def note_workspace(self, name: str) -> None:
        """A workspace is shown."""
        step = self._awaited()
        if step is not None and step.show == name and self._is_of_experiment():
            self._done(Outcome())

    def _awaited(self) -> Step | None:
        """The step that is to be done next."""
        progress = self.progress
        if progress is None or progress.at >= len(progress.experiment.steps):
            return None
        return progress.experiment.steps[progress.at]

    def _is_of_experiment(self) -> bool:
        """Whether the current run is the one that the step to be done is about."""
        progress, subject = self.progress, self._run.subject
        return progress is not None and subject is not None and subject.config.name == progress.experiment.run_of(progress.at)

    def _is_current(self, step: Step) -> bool:
        """Whether the current run has the settings of a step."""
        subject = self._run.subject
        return step.train is not None and subject is not None and subject.config.name == step.train.name

    def _done(self, outcome: Outcome, step: int | None = None) -> None:
        if self.progress is not None:
            self._set(self.progress.done(self.progress.at if step is None else step, outcome))

    def _set(self, progress: Progress | None) -> None:
        self.progress = progress
        self.changed.emit(progress)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        self._numbers = {}
        step = self._awaited()
        if step is not None and step.open and self.progress and subject.path == self.progress.path_of(step.open):
            self._done(Outcome())

    @Slot(object)
    def _on_recorded(self, history: History) -> None:
        for report in history.reports:
            self._numbers.update(report.values)

    @Slot(object)
    def _on_state(self, state: State) -> None:
        if self.progress is None:
            return
        finished = self._run.subject if state is State.FINISHED else None
        for number, step in enumerate(self.progress.experiment.steps):
            if finished is not None and self._is_current(step):
                value = self._numbers.get(step.expect.number) if step.expect else None
                self._done(Outcome(value, finished.path), number)
                return
        self.changed.emit(self.progress)  # what can be done may be other now

    @Slot(object)
    def _on_latent(self, latent: Latent | None) -> None:
        step = self._awaited()
        moved = latent is not None and bool((latent.z != latent.start).any())
        if step is not None and step.steer and moved and self._is_of_experiment():
            self._done(Outcome())

    @Slot(object)
    def _on_measured(self, measured: Measured) -> None:
        step = self._awaited()
        if step is not None and step.evaluate and measured.evaluation is not None and self._is_of_experiment():
            value = measured.evaluation.values.get(step.expect.number) if step.expect else None
            self._done(Outcome(float(value) if isinstance(value, int | float) else None))
        elif self.progress is not None:
            self.changed.emit(self.progress)


def about(experiment: Experiment, progress: Progress | None) -> str:
    """How long an experiment takes, and how much of it is done."""
    done = len(progress.outcomes) if progress is not None else 0
    length = tr("about {minutes} min", minutes=experiment.minutes)
    if not done:
        return length
    return (
        tr("done")
        if done == len(experiment.steps)
        else tr("{length} · {done} of {count} steps done", length=length, done=done, count=len(experiment.steps))
    )
