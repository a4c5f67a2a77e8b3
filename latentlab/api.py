"""The Python API: train, resume and open runs. The command line and the window call the same functions."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import torch

from latentlab.config import RunConfig
from latentlab.data import Cancelled, Progress, load_dataset
from latentlab.errors import ConfigError, NonFiniteError
from latentlab.runs import Run, RunWriter, default_runs_folder
from latentlab.training import Step, Trainer, cpu_cores

OnStep = Callable[[Trainer, Step], None]

_FIXED = ("data", "model", "likelihood", "seed")


def open_run(path: str | Path) -> Run:
    """Open a run folder, whoever wrote it and whether or not it is finished.

    Raises:
        RunError: if it is no run, is damaged or was written by a newer LatentLab.
    """
    return Run(path)


def train(config: RunConfig, out: str | Path | None = None, on_step: OnStep | None = None) -> Run:
    """Train a run to its end.

    Args:
        config: what to compute.
        out: the folder in which the run's own folder is made; `runs` in the current folder unless given.
        on_step: called after every step, on the calling thread.

    Raises:
        ConfigError, DataError, RunError: before anything is computed, if a setting, the images or the folder are at fault.
        NonFiniteError: if a loss or gradient stopped being finite; the run's checkpoints stay.
        RunError: if the last state cannot be written.
    """
    trainer = prepare(config, out)
    drive(trainer, on_step)
    return _run_of(trainer)


def resume(run: Run, config: RunConfig | None = None, on_step: OnStep | None = None) -> Run:
    """Go on with a run from its newest checkpoint, exactly as if it had never stopped.

    Args:
        run: what to continue.
        config: its settings with changes, such as a larger `train.steps`; the run's own unless given.
        on_step: called after every step.

    Raises:
        ConfigError: if a setting was changed that decides what the checkpoint means.
        DataError, RunError, NonFiniteError: as for `train`.
    """
    trainer = prepare_resumed(run, config or run.config)
    drive(trainer, on_step)
    return _run_of(trainer)


def prepare(
    config: RunConfig,
    out: str | Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Trainer:
    """A trainer at step 0 with its run folder. Raises as `train` does before it computes.

    `progress` is told of the files done and their number while a folder of images is prepared; once `cancelled` answers true
    then, a StoppedError is raised.
    """
    config = _with_absolute_root(config)
    dataset = load_dataset(config.data, progress, cancelled)
    trainer = Trainer(config, dataset)
    trainer.writer = RunWriter.create(Path(out) if out else default_runs_folder(), config, dataset.image_shape)
    trainer.writer.event(0, "start", dataset.description)
    return trainer


def prepare_resumed(
    run: Run, config: RunConfig, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Trainer:
    """A trainer at the step of a run's newest checkpoint. Raises as `resume` does before it computes.

    `progress` and `cancelled` are as for `prepare`.
    """
    config = _with_absolute_root(config)
    earlier = _with_root(run.config, config.data.root)  # the files may have moved
    for name in _FIXED:
        if getattr(config, name) != getattr(earlier, name):
            raise ConfigError(f"{name}: cannot change when a run is resumed; start a new run instead.")
    if config.train.batch_size != run.config.train.batch_size:
        raise ConfigError(
            f"train.batch_size = {config.train.batch_size}: a run resumes with the size it has, {run.config.train.batch_size}."
        )
    checkpoint = run.checkpoint()
    trainer = Trainer(config, load_dataset(config.data, progress, cancelled))
    trainer.resume_from(checkpoint.path)
    if config.train.steps <= trainer.step:
        raise ConfigError(
            f"train.steps = {config.train.steps}: this run has reached step {trainer.step} already; set a larger one to go on."
        )
    trainer.writer = RunWriter.resume(run.path, config, trainer.step)
    trainer.writer.event(trainer.step, "resume", f"Resumed at step {trainer.step:,}.")
    return trainer


def drive(trainer: Trainer, on_step: OnStep | None = None, threads: int | None = None) -> None:
    """Take all the steps of a trainer and save its last state, also when interrupted from the keyboard.

    Ctrl-C is answered after the step in progress, with a KeyboardInterrupt; a second one does not wait for the saving.

    Args:
        trainer: from `prepare` or `prepare_resumed`.
        on_step: called after every step.
        threads: CPU threads where the config leaves them open; all cores unless given.
    """
    torch.set_num_threads(trainer.config.train.threads or threads or cpu_cores())
    with _interrupts_held() as interrupted, _closed_at_the_end(trainer):
        try:
            for step in trainer.steps():
                if on_step:
                    on_step(trainer, step)
                if interrupted.is_set():
                    raise KeyboardInterrupt
        except KeyboardInterrupt:
            trainer.finish("stop", f"Stopped at step {trainer.step:,}.")
            raise
        except NonFiniteError as error:
            trainer.finish("failure", str(error))
            raise
        trainer.finish("finish", f"Finished at step {trainer.step:,}.")


@contextlib.contextmanager
def _closed_at_the_end(trainer: Trainer) -> Iterator[None]:
    try:
        yield
    finally:
        if trainer.writer is not None:
            trainer.writer.close()


@contextlib.contextmanager
def _interrupts_held() -> Iterator[threading.Event]:
    """Ctrl-C sets the event, so that it never falls into the middle of a step; the second raises."""
    interrupted = threading.Event()
    if threading.current_thread() is not threading.main_thread():  # Python tells only the main thread of signals
        yield interrupted
        return

    def note(number: int, frame: FrameType | None) -> None:
        if interrupted.is_set():
            raise KeyboardInterrupt
        interrupted.set()

    earlier = signal.signal(signal.SIGINT, note)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, earlier)


def _with_absolute_root(config: RunConfig) -> RunConfig:
    """The run can then be opened from any folder."""
    root = config.data.root
    return _with_root(config, str(Path(root).absolute())) if root and not root.startswith("~") else config


def _with_root(config: RunConfig, root: str) -> RunConfig:
    return config.model_copy(update={"data": config.data.model_copy(update={"root": root})})


def _run_of(trainer: Trainer) -> Run:
    assert trainer.writer is not None
    return Run(trainer.writer.path)
