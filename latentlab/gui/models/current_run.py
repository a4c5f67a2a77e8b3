"""The run that the window is about: in training, opened, or followed while another process writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from latentlab import metrics
from latentlab.config import RunConfig
from latentlab.gui.language import mark, tr
from latentlab.runs import Event, Report, RunState
from latentlab.runs.header import Sourced


class State(Enum):
    """What a session does; the value, translated, is what a user reads."""

    LOADING = mark("loading PyTorch")
    EMPTY = mark("no run")
    PREPARING = mark("preparing data")
    RUNNING = mark("running")
    PAUSED = mark("paused")
    STOPPING = mark("finishing the step")
    WAITING = mark("waiting for room")
    FINISHED = mark("finished")
    STOPPED = mark("stopped")
    FAILED = mark("failed")
    OPENED = mark("opened")
    FOLLOWING = mark("live elsewhere")
    DISCONNECTED = mark("disconnected")


TRAINING = frozenset({State.PREPARING, State.RUNNING, State.PAUSED, State.STOPPING, State.WAITING})


@dataclass(frozen=True)
class Subject(Sourced):
    """The run that the window is about.

    Attributes:
        path: its folder.
        config: its settings.
        image_shape: (C, H, W).
        held_out_count: images to look at and to start from.
        hardware: where it trains, in words; empty for an opened run.
        parameters: number of the model's weights; 0 where they are not here.
        total_epochs: of the whole run; 0 for an opened run.
        problem: why there is no model to look at, else empty.
        images_problem: why there are no images to look at, else empty: sliders and samples work without.
        data_root: where its images were found, None where they lie where they lay.
        resumable: whether it can be continued; a run that ships holds weights alone.
        trained_here: whether its weights come from the training thread of this window.
        remote: the address of the folder on another computer that it lies in; empty for a run that lies here.
        source: of a model from elsewhere what it was and where it came from, as short texts; empty for a run of our own.
    """

    path: Path
    config: RunConfig
    image_shape: tuple[int, int, int]
    held_out_count: int = 0
    hardware: str = ""
    parameters: int = 0
    total_epochs: float = 0.0
    problem: str = ""
    images_problem: str = ""
    data_root: Path | None = None
    resumable: bool = True
    trained_here: bool = False
    remote: str = ""
    source: Mapping[str, str] = field(default_factory=dict)

    @property
    def elsewhere(self) -> str:
        """Why nothing can be done that needs its files; empty where they are here."""
        return tr("Its files lie in {place}: do this on that computer.", place=self.remote) if self.remote else ""


@dataclass(frozen=True, eq=False)
class History:
    """What was recorded of a run.

    Attributes:
        reports: in order.
        events: in order; they lie before or among the reports.
        back_to: the step that the run went back to before: what was recorded after it no longer holds.
        branched_at: the step at which the run branched off those that these reports are of; None where they are its own.
    """

    reports: Sequence[Report] = ()
    events: Sequence[Event] = ()
    back_to: int | None = None
    branched_at: int | None = None


class CurrentRun(QObject):
    """Plain values about one run; models write them, panes read them.

    Attributes:
        state: what the session does.
        subject: the run, None at first.
        last_report: the newest, None before the first.
        last_held_out: the newest with what was measured on held-out images, None before the first.
        checkpoint: step of the newest usable checkpoint of the run, None where there is none or it is not known yet.
        run_state: of an opened run, once its folder is read; else None.
        state_before: what it goes back to where a run that is being prepared does not start.
        step: steps taken by the last state of a run that has ended, or by the newest model of an opened one.

    Signals:
        state_changed: a `State`; also where what a state says of the run has changed, such as its folder.
        subject_changed: a `Subject`; panes start over.
        config_changed: the run's settings (a `RunConfig`), changed while it trains.
        recorded: a `History`.
    """

    state_changed = Signal(object)
    subject_changed = Signal(object)
    config_changed = Signal(object)
    recorded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.LOADING
        self.state_before = State.EMPTY
        self.subject: Subject | None = None
        self.last_report: Report | None = None
        self.last_held_out: Report | None = None
        self.checkpoint: int | None = None
        self.run_state: RunState | None = None
        self.step = 0

    @property
    def is_training(self) -> bool:
        """Whether a training thread is at work."""
        return self.state in TRAINING

    @property
    def can_continue(self) -> bool:
        """Whether the run has a checkpoint to go on from, and nobody trains."""
        idle = not self.is_training and self.state not in (State.LOADING, State.FOLLOWING)
        return idle and self.subject is not None and self.subject.resumable and self.checkpoint is not None

    def set_idle_state(self, state: State) -> None:
        """Say what the session does while it does not train.

        A run that is being prepared is not disturbed, and a connection that was cut stays so until `set_state` says otherwise.
        """
        if self.is_training:
            self.state_before = state
        elif self.state is not State.DISCONNECTED:
            self.set_state(state)

    def set_state(self, state: State) -> None:
        """Say what the session does."""
        self.state = state
        self.state_changed.emit(state)

    def set_subject(self, subject: Subject) -> None:
        """Take another run, or the same one from its beginning."""
        self.subject = subject
        self.last_report = self.last_held_out = None
        self.run_state = None
        self.subject_changed.emit(subject)

    def move(self, path: Path) -> None:
        """The run lies in another folder now."""
        if self.subject is not None:
            self.subject = replace(self.subject, path=path)
            self.state_changed.emit(self.state)

    def reconfigure(self, config: RunConfig) -> None:
        """The run goes on with other settings."""
        if self.subject is not None and config != self.subject.config:
            self.subject = replace(self.subject, config=config)
            self.config_changed.emit(config)

    def record(self, history: History) -> None:
        """Pass on what was recorded."""
        reports = history.reports
        if reports:
            self.last_report = next((report for report in reversed(reports) if metrics.TOTAL in report.values), reports[-1])
            measured = (report for report in reversed(reports) if metrics.TEST_ELBO in report.values)
            self.last_held_out = next(measured, self.last_held_out)
        if reports or history.events or history.back_to is not None:
            self.recorded.emit(history)
