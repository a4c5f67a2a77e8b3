"""Training a run behind the window: starting, holding, ending it, and going on with one."""

from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from latentlab.config import RunConfig
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import CurrentRun, History, State, Subject
from latentlab.gui.models.messages import Action, ChooseRunFolder, Messages
from latentlab.gui.models.queue import QueueModel
from latentlab.gui.models.runs import RunsModel
from latentlab.gui.models.views import ViewsModel
from latentlab.gui.workers.render_thread import RenderThread
from latentlab.gui.workers.training_thread import Ended, Job, Prepared, TrainingThread
from latentlab.runs import Answer, Event, Report, Request

_PULL_MS = 100
_SNAPSHOT_MS = 1000
"""Time between two looks at a model in training, while the explorer keeps up."""


class TrainingModel(QObject):
    """Runs one training thread at a time; what it says goes to the current run.

    Attributes:
        tensorboard: whether runs that are started from now on write TensorBoard's files.
    """

    def __init__(
        self,
        run: CurrentRun,
        runs: RunsModel,
        views: ViewsModel,
        queue: QueueModel,
        rendering: RenderThread,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tensorboard = False
        self._queue = queue
        self._run = run
        self._runs = runs
        self._views = views
        self._rendering = rendering
        self._messages = messages
        self._thread: TrainingThread | None = None
        self._retired: list[TrainingThread] = []
        self._began = False
        self._pull = QTimer(self)
        self._pull.setInterval(_PULL_MS)
        self._pull.timeout.connect(self._on_pull)
        self._snapshot = QTimer(self)
        self._snapshot.setInterval(_SNAPSHOT_MS)
        self._snapshot.timeout.connect(self._on_snapshot_due)

    @property
    def step(self) -> int:
        """Steps taken by the run in training, or of the last state of one that has ended, or of the newest model of another."""
        return self._thread.step if self._thread is not None else self._run.step

    @property
    def loses_steps(self) -> bool:
        """Whether ending now would end a training that somebody may want to go on."""
        return self._run.state in (State.RUNNING, State.PAUSED, State.WAITING) or self._queue.is_running

    @property
    def what_trains(self) -> str:
        """The run or the queue that is training, in words."""
        subject = self._run.subject
        if not self._run.is_training or subject is None:
            return tr("The queue is running")
        return tr("{name} is training to step {step:,}", name=subject.config.name, step=subject.config.train.steps)

    @property
    def preparing(self) -> tuple[int, int] | None:
        """Images decoded and their number, while a folder of them is prepared for training."""
        return self._thread.preparing if self._thread is not None else None

    def train(self, config: RunConfig) -> None:
        """Start a new run."""
        self._launch(Job(config, out=self._runs.folder))

    def branch(self, path: Path, step: int, config: RunConfig) -> None:
        """Start a new run from a checkpoint of another on."""
        subject = self._run.subject
        data_root = subject.data_root if subject is not None and subject.path == path else None
        self._launch(Job(config, out=self._runs.folder, earlier=path, branch_at=step, data_root=data_root))

    def continue_run(self, **train: object) -> None:
        """Go on with the current run from its newest checkpoint, with changes to its `train` settings."""
        subject = self._run.subject
        assert subject is not None
        self._launch(Job(earlier=subject.path, changes=train, data_root=subject.data_root))

    def continue_from(self, path: Path, **train: object) -> None:
        """Go on with any run from its newest checkpoint, with changes to its `train` settings."""
        self._launch(Job(earlier=path, changes=train))

    def pause(self) -> None:
        """Hold training, or go on with it."""
        if self._thread is None:
            return
        if self._run.state is State.RUNNING:
            self._thread.pause()
            self._run.set_state(State.PAUSED)
        elif self._run.state is State.PAUSED:
            self._thread.resume()
            self._run.set_state(State.RUNNING)

    def stop(self) -> None:
        """End training after the step in progress, and save."""
        stoppable = (State.PREPARING, State.RUNNING, State.PAUSED, State.WAITING)
        if self._thread is not None and self._run.state in stoppable:
            self._thread.stop()
            self._run.set_state(State.STOPPING)

    def move_run(self, folder: Path) -> None:
        """Let a run that waits for room go on in another folder."""
        if self._thread is not None and self._run.state is State.WAITING:
            self._thread.move_to(folder)

    def give_up_saving(self) -> None:
        """End a run whose last state cannot be written, without it."""
        if self._thread is not None:
            self._messages.clear()
            self._thread.give_up_saving()

    def request(self, request: Request) -> Future[Answer] | None:
        """Ask the run in training for other settings or for a checkpoint; None where none can be asked."""
        return self._thread.request(request) if self._thread is not None else None

    def close(self) -> None:
        """Wait for threads that have ended."""
        self._pull.stop()
        self._snapshot.stop()
        for thread in self._retired:
            thread.wait()

    def _launch(self, job: Job) -> None:
        if self._run.is_training:
            return
        queued = Qt.ConnectionType.QueuedConnection
        thread = TrainingThread(replace(job, tensorboard=self.tensorboard), self._rendering)
        thread.prepared.connect(self._on_prepared, queued)
        thread.ended.connect(self._on_ended, queued)
        thread.waiting.connect(self._on_waiting, queued)
        thread.moved.connect(self._on_moved, queued)
        self._thread = thread
        self._messages.clear()
        self._run.state_before = self._run.state
        self._began = False
        self._run.set_state(State.PREPARING)
        thread.start()
        self._pull.start()

    @Slot()
    def _on_pull(self) -> None:
        if self._thread is None:
            return
        reports: list[Report] = []
        events: list[Event] = []
        back_to: int | None = None
        for item in self._thread.drain():
            if isinstance(item, RunConfig):
                self._run.reconfigure(item)
                continue
            if isinstance(item, Report):
                reports.append(item)
                continue
            if item.kind == "recovery":  # what was reported after that step will be reported again
                self._run.record(History(reports, events, back_to))
                reports, events, back_to = [], [], item.step
            events.append(item)
            if item.kind in ("alarm", "recovery"):
                self._messages.tell("warning", item.text, unsolicited=True)
        self._run.record(History(reports, events, back_to))

    @Slot()
    def _on_snapshot_due(self) -> None:
        if self._thread is not None and self._views.wants_weights:
            self._thread.want_snapshot()

    @Slot(object)
    def _on_prepared(self, prepared: Prepared) -> None:
        self._began = True
        run = self._run
        self._runs.show_trained(
            Subject(
                prepared.path,
                prepared.config,
                prepared.image_shape,
                prepared.held_out_count,
                prepared.hardware,
                prepared.parameters,
                prepared.total_epochs,
                trained_here=True,
            )
        )
        run.checkpoint, run.step = None, prepared.step
        if prepared.history is not None:
            run.checkpoint = prepared.step
            then = prepared.history
            run.record(History(then.inherited, then.inherited_changes, branched_at=then.branched_at))
            run.record(History(reports=prepared.history.reports))
            run.record(History(events=prepared.history.events))
        if prepared.note:
            self._messages.tell("warning", prepared.note)
        if run.state is State.PREPARING:
            run.set_state(State.RUNNING)
        self._snapshot.start()

    @Slot(object)
    def _on_ended(self, ended: Ended) -> None:
        self._on_pull()
        self._pull.stop()
        self._snapshot.stop()
        if self._thread is not None:
            self._retired.append(self._thread)
            self._thread = None
        self._retired = [thread for thread in self._retired if not thread.wait(0)]
        if self._began:
            self._run.step, self._run.checkpoint = ended.step, ended.checkpoint
        kinds = {"finish": State.FINISHED, "stop": State.STOPPED, "failure": State.FAILED}
        self._run.set_state(kinds[ended.kind] if self._began else self._run.state_before)
        if ended.kind == "stop" and not self._began:
            self._messages.tell("info", ended.text)
        if ended.kind == "failure":
            again: Action = (tr("Go on from the last checkpoint at half the learning rate"), self._roll_back)
            self._messages.tell("error", ended.text, ended.details, (again,) if self._began else ())

    @Slot(str)
    def _on_waiting(self, why: str) -> None:
        self._on_pull()  # an alarm still under way would take the place of the message with the remedy
        if self._thread is None:
            return
        if not why:
            if self._run.state is State.WAITING:
                self._messages.clear()
                self._run.set_state(State.RUNNING)
            return
        self._run.set_state(State.WAITING)
        self._messages.tell(
            "error",
            tr("{why} Training waits and goes on by itself once it can write; nothing is lost meanwhile.", why=why),
            actions=(
                (tr("Choose another folder…"), partial(self._messages.ask, ChooseRunFolder())),
                (tr("Stop without saving"), self.give_up_saving),
            ),
        )

    @Slot(object)
    def _on_moved(self, path: Path) -> None:
        self._rendering.move(path)
        self._run.move(path)

    def _roll_back(self) -> None:
        subject = self._run.subject
        assert subject is not None
        self.continue_run(learning_rate=subject.config.train.learning_rate / 2)
