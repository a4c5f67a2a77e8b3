"""Training behind the window.

The thread is told by flags what to do and is pulled for what it has to show; only the few events of a run's life are
signals. See `latentlab.training.Trainer` for the training itself.
"""

import contextlib
import threading
import time
import traceback
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, Signal

from latentlab.config import RunConfig, parse_config
from latentlab.errors import ConfigError, DiskError, LatentLabError, RunError, StoppedError
from latentlab.gui.language import tr
from latentlab.gui.workers.render_thread import RenderThread
from latentlab.gui.workers.run_files import FollowedRun, RunUpdate
from latentlab.runs import Answer, Event, Report, Request, Run

if TYPE_CHECKING:
    from latentlab.training import Step, Trainer
    from latentlab.training.callbacks import Callbacks
    from latentlab.training.steering import Steering

_RETRY_SECONDS = 2.0
"""Between two attempts to write what could not be written."""
_WAIT = 0.05
"""Seconds between two looks at the flags while paused."""


@dataclass(frozen=True)
class Job:
    """What to train.

    Attributes:
        config: all settings of a new run; None goes on with an earlier one.
        out: folder for a new run.
        earlier: the run to go on with, or to branch off.
        branch_at: step of the checkpoint at which a new run branches off; None for one that is no branch.
        changes: to its `train` settings.
        data_root: where its images lie now, None where they lie where they lay.
        tensorboard: whether TensorBoard's files are written too.
    """

    config: RunConfig | None = None
    out: Path | None = None
    earlier: Path | None = None
    branch_at: int | None = None
    changes: Mapping[str, object] = field(default_factory=dict)
    data_root: Path | None = None
    tensorboard: bool = False


@dataclass(frozen=True, eq=False)
class Prepared:
    """A run is about to take its first step.

    Attributes:
        path: its folder.
        config: its settings.
        image_shape: (C, H, W).
        held_out_count: images to look at.
        step: steps taken already, where it was resumed.
        hardware: device and threads in words.
        parameters: number of trained weights.
        total_epochs: of the whole run.
        history: what was reported before it was resumed, None for a new run.
        note: where it was not resumed from the newest checkpoint, or something that was asked for is left out; else empty.
    """

    path: Path
    config: RunConfig
    image_shape: tuple[int, int, int]
    held_out_count: int
    step: int
    hardware: str
    parameters: int
    total_epochs: float
    history: RunUpdate | None = None
    note: str = ""


@dataclass(frozen=True)
class Ended:
    """A run has ended and its last state is on disk.

    Attributes:
        kind: finish, stop or failure.
        step: of the last state, the one that is saved where nothing failed.
        text: one sentence.
        details: a traceback, where something failed.
        checkpoint: step of the newest checkpoint, None where there is none.
    """

    kind: str
    step: int
    text: str
    details: str | None = None
    checkpoint: int | None = None


class TrainingThread(QThread):
    """Trains one run.

    Attributes:
        step: steps taken, for reading at any time.
        preparing: files done and their number while a folder of images is prepared, likewise.

    Signals:
        prepared: a `Prepared`.
        ended: an `Ended`; the last thing a thread says.
        waiting: a sentence: something cannot be written, and training waits until it can, trying again by itself; empty once it
            goes on. `move_to` and `give_up_saving` end the waiting too.
        moved: the run's folder (a Path) is now this one.
    """

    prepared = Signal(object)
    ended = Signal(object)
    waiting = Signal(str)
    moved = Signal(object)

    def __init__(self, job: Job, rendering: RenderThread) -> None:
        """A thread for a job; `rendering` is given the weights to look at."""
        super().__init__()
        self.setObjectName("training")
        self.step = 0
        self.preparing: tuple[int, int] | None = None
        self._job = job
        self._rendering = rendering
        self._lock = threading.Lock()
        self._fresh: list[Report | Event | RunConfig] = []
        self._steering: Steering | None = None
        self._config: RunConfig | None = None
        self._going = threading.Event()
        self._going.set()
        self._snapshot_wanted = threading.Event()
        self._said = ""
        self._move_to: Path | None = None
        self._given_up = threading.Event()

    def drain(self) -> list[Report | Event | RunConfig]:
        """What was reported since the last call, in order; also the settings where they were changed."""
        with self._lock:
            fresh, self._fresh = self._fresh, []
        return fresh

    def pause(self) -> None:
        """Hold after the step in progress."""
        self._going.clear()

    def resume(self) -> None:
        """Go on after a pause."""
        self._going.set()

    def stop(self) -> None:
        """End after the step in progress, and save."""
        self.requestInterruption()
        self._going.set()

    def request(self, request: Request) -> "Future[Answer] | None":
        """Ask for other settings or for a checkpoint between two steps; None before the first one."""
        if self._steering is None:
            return None
        return self._steering.keep(request.keep) if request.keep else self._steering.change(request.values)

    def want_snapshot(self) -> None:
        """Ask for a copy of the weights at the next step's end."""
        self._snapshot_wanted.set()

    def move_to(self, folder: Path) -> None:
        """While it waits: go on in a copy of the run in another folder."""
        self._move_to = folder

    def give_up_saving(self) -> None:
        """While it waits: stop, and discard the steps after the last checkpoint."""
        self._given_up.set()
        self.stop()

    def run(self) -> None:
        trainer = None
        with contextlib.ExitStack() as following:  # left once the last state is saved
            try:
                trainer, told = self._prepare()
                following.enter_context(told.running(trainer, self._publish_step))
                kind, text = self._train(trainer, told)
                ended = self._end(trainer, kind, text)
            except StoppedError as error:
                ended = Ended("stop", self.step, str(error))
            except LatentLabError as error:
                ended = self._fail(trainer, str(error), None)
            except Exception as error:  # noqa: BLE001 - whatever happens here must reach the window, not the terminal
                ended = self._fail(trainer, f"Training stopped: {type(error).__name__}: {error}", traceback.format_exc())
        if trainer is not None and trainer.writer is not None:
            trainer.writer.close()
        self.ended.emit(replace(ended, checkpoint=_newest_checkpoint(trainer)))

    def _prepare(self) -> "tuple[Trainer, Callbacks]":
        import torch

        from latentlab.api import prepare, prepare_branch, prepare_resumed
        from latentlab.machine import cpu_cores, cpu_threads

        earlier = Run(self._job.earlier) if self._job.earlier is not None else None
        config = self._job.config
        if config is None:
            assert earlier is not None
            config = _changed(earlier.config, self._job)
        # One core stays free, so that the window and the explorer answer at once.
        threads = config.train.threads or cpu_threads(spare=1)
        torch.set_num_threads(threads)
        history, note = None, ""
        if earlier is not None and self._job.branch_at is not None:
            trainer = prepare_branch(
                earlier,
                config,
                self._job.branch_at,
                self._job.out,
                self._note_files,
                self.isInterruptionRequested,
                data_root=self._job.data_root,
            )
            config = trainer.config
            assert trainer.writer is not None
            history = FollowedRun(trainer.writer.path).look(self.isInterruptionRequested)
        elif earlier is not None:
            note = earlier.newest_note(earlier.checkpoint())
            trainer = prepare_resumed(
                earlier, config, self._note_files, self.isInterruptionRequested, data_root=self._job.data_root
            )
            config = trainer.config
            history = FollowedRun(earlier.path).look(self.isInterruptionRequested)
        else:
            trainer = prepare(config, self._job.out, self._note_files, self.isInterruptionRequested)
        self.step = trainer.step
        told, left_out = _told(self._job)
        assert trainer.writer is not None
        held_out = trainer.held_out.to(torch.device("cpu"))
        self._rendering.watch(config, trainer.model.image_shape, held_out, trainer.writer.path)
        cores = cpu_cores()
        cpu = tr("CPU · {threads} of {cores} threads", threads=threads, cores=cores) if cores > 1 else tr("CPU · 1 thread")
        self.prepared.emit(
            Prepared(
                trainer.writer.path,
                config,
                trainer.model.image_shape,
                len(held_out),
                trainer.step,
                cpu if trainer.device.type == "cpu" else trainer.device.type.upper(),
                sum(parameter.numel() for parameter in trainer.model.parameters()),
                trainer.total_epochs,
                history,
                " ".join(filter(None, (note, left_out))),
            )
        )
        self._rendering.load(trainer.snapshot())
        self._config, self._steering = trainer.config, trainer.steering
        return trainer, told

    def _note_files(self, done: int, total: int) -> None:
        self.preparing = done, total

    def _train(self, trainer: "Trainer", told: "Callbacks") -> tuple[str, str]:
        for taken in trainer.steps():
            step = told.tell(trainer, taken)
            self.step = step.step
            self._publish_step(trainer, step)
            self._serve(trainer)
            if step.waiting or self._said:
                self._wait_for_room(trainer, step.waiting)
            if not self._going.is_set():
                self._hold(trainer)
            if self.isInterruptionRequested():
                return "stop", f"Stopped at step {trainer.step:,}."
        return "finish", trainer.ending

    def _wait_for_room(self, trainer: "Trainer", why: str, *, saving: bool = False) -> None:
        """Say why training waits, or by an empty sentence that it goes on, and let time pass before the next attempt."""
        if why != self._said:
            self._said = why
            self.waiting.emit(why)
        until = time.monotonic() + _RETRY_SECONDS
        while why and time.monotonic() < until and not self._given_up.is_set():
            if self._move_to is not None:
                self._move(trainer)
                return
            if self.isInterruptionRequested() and not saving:
                return
            self._serve(trainer)
            self.msleep(round(_WAIT * 1000))

    def _move(self, trainer: "Trainer") -> None:
        folder, self._move_to = self._move_to, None
        assert folder is not None
        assert trainer.writer is not None
        try:
            self.moved.emit(trainer.writer.move_to(folder))
        except RunError as error:
            self.waiting.emit(str(error))

    def _publish_step(self, trainer: "Trainer", step: "Step") -> None:
        self._publish(trainer, [*([step.report] if step.report else []), *step.events])

    def _publish(self, trainer: "Trainer", news: list[Report | Event]) -> None:
        changed = [trainer.config] if trainer.config is not self._config else []
        self._config = trainer.config
        if news or changed:
            with self._lock:
                self._fresh += [*changed, *news]

    def _serve(self, trainer: "Trainer") -> None:
        if self._snapshot_wanted.is_set():
            self._snapshot_wanted.clear()
            self._rendering.load(trainer.snapshot())

    def _hold(self, trainer: "Trainer") -> None:
        self._rendering.load(trainer.snapshot())  # whoever looks at a model that rests sees its last step everywhere
        while not self._going.wait(_WAIT):
            self._serve(trainer)
            self._publish(trainer, list(trainer.steering.take()))

    def _end(self, trainer: "Trainer", kind: str, text: str) -> Ended:
        self._said = ""
        while not self._given_up.is_set():
            try:
                trainer.finish(kind, text)
                break
            except DiskError as error:
                self._wait_for_room(trainer, str(error), saving=True)
        else:
            self._rendering.load(trainer.snapshot())
            return Ended(kind, trainer.step, text)
        self._rendering.load(trainer.snapshot())
        return Ended(kind, trainer.step, text)

    def _fail(self, trainer: "Trainer | None", text: str, details: str | None) -> Ended:
        if trainer is not None:
            try:
                trainer.finish("failure", text)
            except RunError as error:
                text = f"{text} {error}"
            self._rendering.load(trainer.snapshot())  # the step that was not taken has left sound weights
        return Ended("failure", self.step, text, details)


def _told(job: Job) -> "tuple[Callbacks, str]":
    """Who else is told of the run, and a sentence where somebody cannot be."""
    from latentlab.training.callbacks import Callbacks

    if not job.tensorboard:
        return Callbacks(()), ""
    from latentlab.exchange.tensorboard import TensorBoard, require_tensorboard

    try:
        require_tensorboard()
    except ConfigError as error:
        return Callbacks(()), str(error)
    return Callbacks((TensorBoard(),)), ""


def _newest_checkpoint(trainer: "Trainer | None") -> int | None:
    if trainer is None or trainer.writer is None:
        return None
    try:
        return Run(trainer.writer.path).checkpoint().step
    except RunError:
        return None


def _changed(config: RunConfig, job: Job) -> RunConfig:
    """The settings of a run with the changes of a job.

    Raises:
        ConfigError: if one is out of range.
    """
    values = config.model_dump(exclude_none=True)
    return parse_config({**values, "train": {**values["train"], **job.changes}})
